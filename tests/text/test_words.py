import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.words import akin, fold, placed_words, words


def test_danish_letters_keep_their_own_when_folded():
    assert fold("Ål, Æble og Øl") == "ål, æble og øl"
    assert fold("mål") != fold("mal")


@given(st.text())
def test_a_text_reads_the_same_however_its_letters_are_composed(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text(alphabet="abcæøå \u00ad-"))
def test_soft_hyphens_do_not_count(text):
    assert fold(text) == fold(text.replace("\u00ad", ""))


@given(st.text(alphabet="aBcÆøÅ "))
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


def test_a_compound_or_a_figure_is_one_word():
    assert words("Opgave- og DUT-princippet: 230.541 kr.") == [
        "opgave",
        "og",
        "dut-princippet",
        "230.541",
        "kr",
    ]


def test_words_with_danish_endings_are_akin():
    assert akin("folkeskole", "folkeskolen")
    assert akin("princip", "princip")
    assert not akin("mål", "målet")
    assert not akin("kommune", "region")


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_being_akin_goes_both_ways(one, other):
    assert akin(one, other) == akin(other, one)


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",))))
def test_placed_words_stand_one_after_the_other_and_are_the_words_of_their_places(text):
    end = 0
    for word, start, after in placed_words(text, 0, len(text)):
        assert end <= start < after <= len(text)
        assert word == fold(text[start:after])
        end = after


@pytest.mark.parametrize("name", ["aftale-2009", "aftale-2014", "faelles-velfaerd-2014", "principper-2015"])
def test_placed_words_of_a_real_text_are_its_words(library, name):
    text = library.edition(name).text
    assert [word for word, _, _ in placed_words(text, 0, len(text))] == words(text)


def test_a_soft_hyphen_and_a_combining_mark_part_no_placed_word():
    assert [word for word, _, _ in placed_words("sam\u00adarbejde a\u030ar", 0, 15)] == ["samarbejde", "år"]
