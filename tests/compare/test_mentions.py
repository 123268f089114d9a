"""Where the texts speak of principles, of other agreements and of annexes, boxes and tables, and what of."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.compare.mention import KINDS, STANDS
from reader.compare.mentions import mentions, never_mentioned

A09, A14, P15, FV = "aftale-2009", "aftale-2014", "principper-2015", "faelles-velfaerd-2014"
THREE = (A09, A14, P15)


@pytest.fixture(scope="module")
def found(shelf):
    return {agreement.id: mentions(agreement.id, shelf) for agreement in shelf.agreements}


def place(text, passage):
    """Return where the words between the brackets of a passage stand; it stands once in the text."""
    framed = f"\n{text}\n"
    before, words, after = re.fullmatch(r"(.*)\[(.*)\](.*)", passage, re.DOTALL).groups()
    assert framed.count(before + words + after) == 1, passage
    start = framed.index(before + words + after) + len(before) - 1
    return start, start + len(words)


@pytest.fixture(scope="module")
def wanted(read, shelf):
    """What was found by reading, by place."""
    return {
        name: {place(shelf.editions[name].text, entry["passage"]): entry for entry in entries}
        for name, entries in read("mentions").items()
    }


def by_place(found):
    return {(mention.start, mention.end): mention for mention in found}


# Against what was found by reading


def test_nearly_all_that_a_reader_finds_is_found_and_nearly_nothing_else(found, wanted):
    right = sum(len(by_place(found[name]).keys() & wanted[name].keys()) for name in THREE)
    assert right / sum(len(wanted[name]) for name in THREE) >= 0.95
    assert right / sum(len(found[name]) for name in THREE) >= 0.95


def test_of_the_principles_as_a_set_the_texts_speak_in_36_places(found, wanted):
    theirs = [entry for name in THREE for entry in wanted[name].values() if entry["kind"] == "principles"]
    ours = [mention for name in THREE for mention in found[name] if mention.kind == "principles"]
    assert len(theirs) == 36
    assert len(ours) == 36


@pytest.mark.parametrize("name", [A09, A14, P15, FV])
def test_each_is_of_its_kind_and_stands_where_it_does(found, wanted, name):
    ours = by_place(found[name])
    for span in ours.keys() & wanted[name].keys():
        assert ours[span].kind == wanted[name][span]["kind"]
        assert ours[span].stands == wanted[name][span].get("stands", "text")


@pytest.mark.parametrize("name", [A09, A14, P15, FV])
def test_each_leads_where_it_should_or_says_that_it_cannot(found, wanted, name):
    ours = by_place(found[name])
    for span in ours.keys() & wanted[name].keys():
        target, entry = ours[span].target, wanted[name][span]
        agreement, what = entry.get("target", ("", entry.get("names")))
        assert target.known == bool(agreement)
        if isinstance(what, int):
            assert (target.agreement, target.principle) == (agreement, what)
        elif agreement:
            assert target.agreement == agreement
            assert target.description.startswith(what)
        else:
            assert what in target.description


@pytest.mark.parametrize("name", [A09, A14, P15, FV])
def test_what_only_looks_like_a_mention_is_none(found, read, shelf, name):
    for passage in read("decoys")[name]:
        start, end = place(shelf.editions[name].text, passage)
        touched = [m for m in found[name] if m.start < end and start < m.end]
        assert touched == [], passage


def test_of_two_tables_and_boxes_with_one_number_the_nearest_in_its_annex_is_meant(found, shelf):
    text = shelf.editions[A14].text
    tables = [m for m in found[A14] if text[m.start : m.end] == "tabel 1"]
    boxes = [m for m in found[A14] if text[m.start : m.end] == "boks 1"]
    assert [m.target.description for m in tables] == [
        "Tabel 1 Målbillede for god økonomistyring i kommunerne"
    ] * 2
    assert [m.target.description[:8] for m in boxes] == ["Boks 1 Ø", "Boks 1 –"]


def test_principles_that_no_text_speaks_of_are_listed(found, shelf):
    silent = never_mentioned(shelf, [mention for each in found.values() for mention in each])
    numbers = {name: [m.number for m in silent if m.agreement == name] for name in (A14, P15)}
    assert numbers == {A14: [1, 3, 4, 6, 7, 8, 9], P15: list(range(1, 8))}


# In sentences that stand in none of the texts


OF_KIND = {
    "agreement": {"agreement"},
    "principles": {"principles", "principle"},
    "parts": {"annex", "box", "table", "figure"},
}


def sentences(read):
    return [(kind, entry) for kind, entries in read("sentences").items() for entry in entries]


def test_other_sentences_are_understood_too(read, spoken):
    for kind, entry in sentences(read):
        pieces = re.split(r"([\[\]])", entry["text"])
        text = entry["text"].replace("[", "").replace("]", "")
        wanted, length = [], 0
        for sign, words in zip(["", *pieces[1::2]], pieces[::2], strict=True):
            wanted += [words] if sign == "[" else []
            length += len(words)
        ours = [m for m in mentions("aftale-2016", spoken(text)) if m.kind in OF_KIND[kind]]
        assert [text[m.start : m.end] for m in ours] == wanted, text
        for mention, meant in zip(ours, entry.get("means", []), strict=True):
            target = mention.target
            if meant.startswith("unknown "):
                assert not target.known
                assert meant.removeprefix("unknown ") in target.description, text
            else:
                assert target.known
                assert f"{target.agreement}: {target.description}".startswith(meant), text


def test_a_set_of_an_agreement_that_is_there_leads_to_it(spoken):
    text = "I aftalen om kommunernes økonomi for 2014 indgik principper for kommunal-statsligt samarbejde."
    named = mentions("aftale-2016", spoken(text))
    assert [(m.kind, m.target.agreement, m.target.known) for m in named] == [
        ("agreement", A14, True),
        ("principles", A14, True),
    ]


def test_an_agreement_that_speaks_of_nothing_has_no_mentions(spoken):
    assert mentions("aftale-2016", spoken("Kommunerne har ansvaret for driften.")) == ()


# Laws


def check(found, edition):
    ends = 0
    for mention in found:
        assert ends <= mention.start < mention.end <= len(edition.text)
        assert "\n" not in edition.text[mention.start : mention.end]
        assert mention.kind in KINDS
        assert mention.stands in STANDS
        assert mention.target.description
        ends = mention.end


@pytest.mark.parametrize("name", [A09, A14, P15, FV])
def test_mentions_quote_the_text_one_after_the_other_and_lead_into_their_texts(found, shelf, name):
    check(found[name], shelf.editions[name])
    for mention in found[name]:
        if mention.target.known:
            edition = shelf.editions[mention.target.agreement]
            start, end = mention.target.span
            assert 0 <= start < end <= len(edition.text)
            if mention.target.section:
                section = edition.section_by_id[mention.target.section]
                assert (section.start, section.end) == mention.target.span or mention.kind == "principle"


PIECES = st.sampled_from(
    [
        *(
            "princip",
            "principper",
            "principperne",
            "Princippet",
            "DUT-princippet",
            "de ti",
            "en række",
            "tidligere",
        ),
        *(
            "for god decentral styring",
            "for kommunal-statsligt samarbejde",
            "om",
            "for",
            "og",
            "i",
            "jf.",
            "3",
            "2.,",
        ),
        *(
            "aftalen",
            "økonomiaftalen",
            "kommunernes økonomi",
            "sidste års",
            "for 2008",
            "for 2014",
            "2013",
            "ØA14",
        ),
        *(
            "bilag",
            "Bilag",
            "boks 1",
            "tabel 2",
            "Bilag:",
            "\n",
            ".",
            ":",
            "Styring på mål og resultater",
            "»",
            "\u00ad",
        ),
    ]
)


@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_whatever_a_text_says_its_mentions_quote_it(spoken, text):
    put = spoken(text)
    check(mentions("aftale-2016", put), put.editions["aftale-2016"])


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=60))
def test_any_signs_at_all_may_stand_in_a_text(spoken, text):
    put = spoken(text)
    check(mentions("aftale-2016", put), put.editions["aftale-2016"])


def test_what_a_text_says_before_does_not_change_what_is_found_after_it(spoken):
    said = "Det følger af økonomiaftalen for 2014, jf. bilag 2."
    alone = mentions("aftale-2016", spoken(said))
    before = "Kommunerne har ansvaret.\n"
    moved = mentions("aftale-2016", spoken(before + said))
    assert [(m.start - len(before), m.end - len(before), m.kind, m.target) for m in moved] == [
        (m.start, m.end, m.kind, m.target) for m in alone
    ]
