"""Small words can decide: a person can list the changes that do, apart from how a source was merely read."""

import pytest

from reader.compare.changes import changes
from reader.compare.classes import CLASSES, Classifier, between
from reader.compare.collation import collate
from reader.compare.outcome import count, is_doubtful

PARTIES = ("Regeringen", "KL")


def classed(left, right, *, doubtful=False, parties=PARTIES):
    (collation,), _ = collate(left, right)
    return changes(left, right, collation.segments, Classifier(parties, doubtful=doubtful))


def classes(left, right, **how):
    (change,) = classed(left, right, **how)
    return change.classes


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Kommunerne skal følge op.", "Kommunerne bør følge op.", "modal"),
        ("Det kan ske i dag.", "Det må ske i dag.", "modal"),
        ("Der er rum til mål.", "Der er ikke rum til mål.", "negation"),
        ("Der sker intet nyt.", "Der sker meget nyt.", "negation"),
        ("Det sker med aftale.", "Det sker uden aftale.", "negation"),
        ("Der er 3 mål i aftalen.", "Der er 5 mål i aftalen.", "number"),
        ("Der afsættes 1,5 mio. kr. hertil.", "Der afsættes 1,5 mia. kr. hertil.", "number"),
        ("Der afsættes 1,5 pct. hertil.", "Der afsættes 15 pct. hertil.", "number"),
        ("Der er enighed om ni principper.", "Der er enighed om syv principper.", "number"),
        ("Det sker i 2014 igen.", "Det sker i 2015 igen.", "date"),
        ("Senest den 1. juli sker det.", "Senest den 15. juli sker det.", "date"),
        ("Senest den 1. juli sker det.", "Senest den 1. juni sker det.", "date"),
        ("Dato 01-02-2014 er sat.", "Dato 01-03-2014 er sat.", "date"),
        ("Det er regeringens ansvar.", "Det er statens ansvar.", "party"),
        ("Kommunerne følger op.", "Regionerne følger op.", "party"),
        ("Danske Regioner følger op.", "Regionerne følger op.", "party"),
        ("KL følger op på det.", "Parterne følger op på det.", "party"),
        ("Finansministeren siger det.", "Folketinget siger det.", "party"),
        ("Det kommunal-statslige mål", "Det kommunalstatslige mål", "letters"),
        ("Et sam arbejde om mål", "Et samarbejde om mål", "letters"),
        ("Aftalen gælder.", "aftalen gælder.", "letters"),
        ("Det er sagt.\nOg gjort.", "Det er sagt. Og gjort.", "letters"),
        ("Det er sagt, og det er gjort.", "Det er sagt og det er gjort.", "punctuation"),
    ],
)
def test_a_change_has_its_class(left, right, expected):
    assert classes(left, right) == (expected,)
    assert classes(right, left) == (expected,)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Der er rum til opgaven.", "Der er rum til målet."),
        ("Kommunens ansvar gælder.", "Kommunernes ansvar gælder."),
        ("Det følges op snarest muligt.", "Det følges op nu."),
        ("Velfærdsydelse i dag", "Velfærdsydelserne i dag"),
    ],
)
def test_other_words_that_do_not_decide_have_no_class(left, right):
    assert classes(left, right) == ()


def test_a_word_that_stands_on_both_sides_of_a_change_did_not_change():
    assert classes("Staten skal sikre rammer.", "Staten skal herefter give råd.") == ()
    assert classes("Aftalt: skal sikre rammer", "Aftalt: rammerne skal gives") == ()


def test_a_change_can_be_of_several_classes():
    left, right = "Kommunerne skal betale 3 mio. kr.", "Regionerne kan ikke betale 5 mio. kr."
    found = {name for change in classed(left, right) for name in change.classes}
    assert found == {"modal", "negation", "number", "party"}


def test_an_agreement_s_own_parties_are_known():
    left, right = "Danske Havne følger op.", "De følger op."
    assert classes(left, right, parties=("Danske Havne",)) == ("party",)
    assert classes(left, right) == ()


MISREAD = [
    ("medarbejderens faglighed", "medarbejdernes faglighed"),
    ("pa mal og resultater", "på mål og resultater"),
    ("lgsninger i naerheden", "løsninger i nærheden"),
    ("rdderum for teenkning", "råderum for tænkning"),
    ("en bgr gøre det", "en bør gøre det"),
    ("samarbeide om mål", "samarbejde om mål"),
]


@pytest.mark.parametrize(("left", "right"), MISREAD)
def test_what_a_machine_may_have_misread_is_told_apart_only_where_a_machine_read(left, right):
    assert classes(left, right, doubtful=True) == ("letters",)
    assert classes(left, right) != ("letters",)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("opgave i dag", "opgaven i dag"),
        ("med aftale her", "mod aftale her"),
        ("i alt 1.500 kr.", "i alt 1.600 kr."),
        ("ingen kan se", "enten kan se"),
        ("skulle ske nu", "skulde ske nu"),
    ],
)
def test_another_word_is_another_word_even_where_a_machine_read(left, right):
    assert classes(left, right, doubtful=True) != ("letters",)


def test_who_read_the_sources_is_known_from_the_agreements(library):
    one, other = library.agreement("aftale-2014"), library.agreement("principper-2015")
    gone, new = ("samt ", "medarbejderens", " faglighed"), ("samt ", "medarbejdernes", " faglighed")
    assert between(one, other).classes(gone, new) == ("letters",)
    assert between(one, one).classes(gone, new) == ()


def test_doubtful_readings_are_not_counted_as_changed_words():
    left, right = "samt medarbejderens store faglighed", "samt medarbejdernes faglighed"
    found = classed(left, right, doubtful=True)
    (collation,), _ = collate(left, right)
    counts = count(left, right, collation.segments, found)
    assert [is_doubtful(change) for change in found] == [False]
    assert (counts.same, counts.gone, counts.new) == (2, 2, 1)
    apart = "samt medarbejderens særligt store faglighed", "samt medarbejdernes særligt store faglighed"
    (collation,), _ = collate(*apart)
    counts = count(*apart, collation.segments, classed(*apart, doubtful=True))
    assert (counts.same, counts.changed, counts.doubtful) == (4, 0, 2)
    assert counts.similarity == 1


def test_what_only_moved_is_no_change():
    passage = "Vedholdende fokus og opfølgning er afgørende for, at reformer får den ønskede effekt."
    rest = (
        "Kommunerne har ansvaret. Regeringen sikrer rammerne på alle de områder, som er nævnt her i aftalen."
    )
    found = classed(f"{passage}\n{rest}", f"{rest}\n{passage}")
    assert [change for change in found if change.gone.strip() or change.new.strip()] == []


def test_every_class_is_one_of_the_known_ones(edits):
    for seed in range(30):
        pair = edits.pair(seed, moves=1, share=0.1, hostile=True)
        for change in classed(pair.left, pair.right, doubtful=bool(seed % 2)):
            assert set(change.classes) <= set(CLASSES)
            assert change.gone or change.new
            assert len(change.gone) <= change.left[1] - change.left[0]
            assert len(change.new) <= change.right[1] - change.right[0]
