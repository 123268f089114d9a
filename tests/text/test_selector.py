import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.selector import CONTEXT, describe, find, occurrences

few_letters = st.text("ab \nå😀", min_size=1, max_size=200)
any_text = st.one_of(few_letters, st.text(min_size=1, max_size=200))


@st.composite
def passages(draw, texts=any_text):
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(passages())
def test_what_is_selected_is_found_at_its_place(passage):
    text, start, end = passage
    selector = describe(text, start, end, "digest")
    assert selector.quote == text[start:end]
    assert find(selector, text) == (start, end)


@given(passages(), st.text("xyz", max_size=50))
def test_a_passage_that_moved_is_found_where_its_words_and_context_stand_once(passage, before):
    text, start, end = passage
    framed = describe(text, start, end, "digest")
    moved = before + text
    found = find(framed, moved)
    places = occurrences(moved, framed.before + framed.quote + framed.after)
    if len(places) == 1:
        assert found == (len(before) + start, len(before) + end)
    assert found is None or moved[found[0] : found[1]] == framed.quote


@given(passages(few_letters), few_letters)
def test_a_passage_is_only_ever_found_where_all_its_words_are(passage, other):
    text, start, end = passage
    selector = describe(text, start, end, "digest")
    found = find(selector, other)
    assert found is None or other[found[0] : found[1]] == selector.quote


def test_a_passage_that_could_be_in_two_places_is_lost():
    selector = describe("Kommunerne og staten", 11, 13, "digest")
    twice = "Indledning. Kommunerne og staten. Kommunerne og staten."
    assert len(occurrences(twice, selector.before + selector.quote + selector.after)) == 2
    assert find(selector, twice) is None


def test_a_passage_whose_words_changed_is_lost():
    selector = describe("Kommunerne har ansvaret", 0, 10, "digest")
    assert find(selector, "Regionerne har ansvaret") is None


def test_equal_words_at_the_old_place_are_not_taken_when_what_stands_around_them_changed():
    text = "Her står et princip om ansvar, og det gælder."
    selector = describe(text, 12, 19, "digest")
    assert find(selector, "Der nævnes  princip uden noget omkring.") is None


def test_the_context_is_short_and_stops_at_the_ends_of_the_text():
    selector = describe("x" * 100, 50, 51, "digest")
    assert len(selector.before) == len(selector.after) == CONTEXT
    assert describe("abc", 0, 3, "digest").before == describe("abc", 0, 3, "digest").after == ""


@pytest.mark.parametrize(("start", "end"), [(1, 1), (2, 1), (-1, 2), (0, 4)])
def test_no_passage_is_described_that_is_empty_or_outside_the_text(start, end):
    with pytest.raises(ValueError, match="no passage"):
        describe("abc", start, end, "digest")


@given(few_letters, st.text("ab ", min_size=1, max_size=3))
def test_every_occurrence_is_counted_overlapping_ones_too(text, quote):
    starts = [at for at in range(len(text)) if text.startswith(quote, at)]
    assert occurrences(text, quote) == starts


def test_an_empty_quote_occurs_nowhere():
    assert occurrences("abc", "") == []
