"""Words beside what they were before: what changed is told, and nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.ui.pieces import (
    AWAY,
    GONE,
    HERE,
    LONGEST,
    NEW,
    SAME,
    Piece,
    bounded,
    compared,
    listed,
    shortened,
)

WORDS = st.lists(
    st.sampled_from(["Spørg", "KL", "om", "løn", "🙂", "og", "pension.", "\n", "æ\u0301"]), max_size=14
)
TEXTS = WORDS.map(" ".join)


def before(pieces):
    return "".join(piece.text for piece in pieces if piece.kind in (SAME, GONE, AWAY))


def after(pieces):
    return "".join(piece.text for piece in pieces if piece.kind in (SAME, NEW, HERE))


@given(one=TEXTS, other=TEXTS)
def test_pieces_give_both_texts_back(one, other):
    pieces = compared(one, other)
    assert before(pieces) == one
    assert after(pieces) == other


@settings(max_examples=25)
@given(one=TEXTS, other=TEXTS, start=TEXTS, end=TEXTS)
def test_long_texts_are_given_back_too(one, other, start, end):
    long = "Vi skal huske at spørge. " * (LONGEST // 20)
    texts = f"{long}{start}{one}{end}{long}", f"{long}{start}{other}{end}{long}"
    pieces = compared(*texts)
    assert (before(pieces), after(pieces)) == texts


def test_in_a_long_text_only_the_changed_words_are_marked():
    long = "Vi skal huske at spørge. " * LONGEST
    pieces = compared(f"{long}Spørg KL om løn.{long}", f"{long}Spørg KL om pension.{long}")
    assert [piece for piece in pieces if piece.kind] == [Piece("løn", GONE), Piece("pension", NEW)]


def test_where_all_of_a_long_text_is_new_all_of_the_old_is_gone():
    one, other = "a b " * LONGEST, "c d " * LONGEST
    assert {piece.kind for piece in compared(one, other)} <= {SAME, GONE, NEW}
    assert before(compared(one, other)) == one


def test_a_first_form_is_no_change():
    assert compared(None, "Husk") == (Piece("Husk"),)
    assert compared(None, "") == ()


def test_things_in_a_row_are_told_apart():
    pieces = listed(("krav", "KL"), ("krav", "2015"))
    assert pieces == (Piece("krav"), Piece(", "), Piece("2015", NEW), Piece(", "), Piece("KL", GONE))
    assert listed(None, ("krav",)) == (Piece("krav"),)


def test_far_from_a_change_words_are_left_out():
    long = "Vi skal huske at spørge KL om økonomien. " * 40
    pieces = shortened(compared(f"{long}Løn. {long}", f"{long}Pension. {long}"))
    words = "".join(piece.text for piece in pieces)
    assert len(words) < 300
    assert words.startswith(" … ")
    assert words.endswith(" … ")
    assert [piece.text for piece in pieces if piece.kind] == ["Løn", "Pension"]


@pytest.mark.parametrize("length", [10, 170])
def test_what_is_short_is_shown_whole(length):
    pieces = compared("Husk " * (length // 5), "Husk " * (length // 5) + "det")
    assert shortened(pieces) == pieces


def test_of_a_book_only_what_can_be_shown_in_a_moment_is_kept():
    (piece,) = bounded(compared(None, "Husk " * LONGEST))
    assert len(piece.text) < LONGEST + 100
