"""What lives on in a principle that does not answer it is found, with its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.compare.partial import partial_answers
from reader.compare.rows import concordance
from reader.text.words import words

A14, P15 = "aftale-2014", "principper-2015"
MOVED = (
    "Kommunerne dokumenterer deres indsats og sammenligner sig med hinanden, så læring og faglig udvikling "
    "kommer borgerne til gode uden unødigt bureaukrati."
)
GOALS = (
    "Stat og kommuner aftaler få klare mål for den enkelte opgave og følger op på resultater frem for proces."
)
ROOMS = "Institutionerne får rum til faglig ledelse, og puljer begrænses til fordel for ubundne midler."


@pytest.fixture(scope="module")
def real(library):
    return concordance(library.edition(A14), library.edition(P15))


def said(edition, span):
    return edition.text[slice(*span)]


def test_the_last_paragraph_of_the_third_stands_in_the_new_fifth_and_a_clause_of_the_seventh_in_the_sixth(
    real,
):
    assert [(p.kind, p.one.number, p.other.number) for p in real.partial] == [
        ("paragraph", 3, 5),
        ("clause", 7, 6),
    ]


def test_passages_are_quoted_as_they_stand_on_either_side(library, real):
    paragraph, clause = real.partial
    assert said(library.edition(A14), paragraph.span).startswith("Vedholdende ledelsesfokus og systematisk")
    assert said(library.edition(A14), paragraph.span).endswith("for borgerne og samfundet")
    assert said(library.edition(A14), clause.span) == (
        "hvor den lokale politiske forankring og nærheden til borgerne har mindre betydning"
    )
    for found in real.partial:
        assert words(said(library.edition(A14), found.span)) == words(
            said(library.edition(P15), found.answer)
        )


def test_the_same_passages_are_found_the_other_way(library, real):
    back = concordance(library.edition(P15), library.edition(A14)).partial
    assert sorted((p.other.number, p.one.number) for p in back) == [(3, 5), (7, 6)]


def test_a_paragraph_that_moved_is_found_and_told_from_a_sentence(principled):
    one = principled("a", ("Mål", f"{GOALS} {MOVED}"), ("Rum", ROOMS))
    two = principled("b", ("Mål", GOALS), ("Rum", f"{ROOMS} {MOVED}"))
    found = concordance(one, two)
    assert [(p.kind, p.one.number, p.other.number) for p in found.partial] == [("sentence", 1, 2)]
    assert said(one, found.partial[0].span) == MOVED.rstrip(".")


def test_what_its_own_answer_still_has_went_nowhere(principled):
    one = principled("a", ("Mål", f"{GOALS} {MOVED}"), ("Rum", ROOMS))
    two = principled("b", ("Mål", f"{GOALS} {MOVED}"), ("Rum", f"{ROOMS} {MOVED}"))
    assert concordance(one, two).partial == ()


def test_what_the_other_had_before_did_not_come_from_elsewhere(principled):
    one = principled("a", ("Mål", f"{GOALS} {MOVED}"), ("Rum", f"{ROOMS} {MOVED}"))
    two = principled("b", ("Mål", GOALS), ("Rum", f"{ROOMS} {MOVED}"))
    assert concordance(one, two).partial == ()


def test_a_turn_of_phrase_is_no_passage(principled):
    phrase = "Regeringen og KL vil samarbejde om det."
    one = principled("a", ("Mål", f"{GOALS} {phrase}"), ("Rum", ROOMS))
    two = principled("b", ("Mål", GOALS), ("Rum", f"{ROOMS} {phrase}"))
    assert concordance(one, two).partial == ()


def test_a_few_words_may_differ_within_a_passage(principled):
    changed = MOVED.replace("læring", "ny viden")
    one = principled("a", ("Mål", f"{GOALS} {MOVED}"), ("Rum", ROOMS))
    two = principled("b", ("Mål", GOALS), ("Rum", f"{ROOMS} {changed}"))
    assert [p.kind for p in concordance(one, two).partial] == ["sentence"]


def test_agreements_without_principles_have_nothing_that_lives_on(library):
    assert partial_answers(library.edition("aftale-2009"), library.edition(P15), ()) == ()


@given(seed=st.integers(0, 10**6))
def test_every_passage_stands_in_principles_that_do_not_answer_each_other(library, copier, seed):
    edition = library.edition(A14)
    made = copier(seed).copy(edition, 0.2, "kept").edition
    found = concordance(edition, made)
    matched = {(row.match.one, row.match.other) for row in found.rows if row.match}
    for passage in found.partial:
        one, other = edition.principle(passage.one.number), made.principle(passage.other.number)
        assert one.start <= passage.span[0] < passage.span[1] <= one.end
        assert other.start <= passage.answer[0] < passage.answer[1] <= other.end
        assert (passage.one, passage.other) not in matched
        assert 0 < passage.sure <= 1
