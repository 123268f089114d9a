import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from reader.text.words import akin, fold, words


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
