"""A passage beside the place it may have now: every letter is there, and the words that differ are told."""

from hypothesis import given
from hypothesis import strategies as st

from reader.compare.surroundings import alone, beside, framed

OLD = "En linje før.\nAftalen bygger på tillid mellem parterne og på klare mål.\nEn linje efter.\nIkke mere."
NEW = "En linje før.\nAftalen hviler på tillid mellem alle og på klare mål.\nEn anden linje.\nIkke mere."


def span_of(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def test_a_passage_is_shown_with_its_line_and_the_lines_beside_it() -> None:
    frame = framed(OLD, span_of(OLD, "tillid mellem"))
    assert frame.text == OLD[: OLD.index("\nIkke mere")]
    assert frame.passage == "tillid mellem"
    assert frame.cut == (False, False)


def test_long_surroundings_are_cut_where_a_word_begins() -> None:
    text = "ord " * 300 + "her " + "flere " * 300
    frame = framed(text, span_of(text, "her"))
    assert frame.cut == (True, True)
    assert frame.before.startswith("ord ")
    assert frame.after.endswith("flere ")
    assert len(frame.text) < 800
    pieces = alone(frame)
    assert (pieces[0].text, pieces[-1].text) == ("…", "…")
    assert [piece.text for piece in pieces if piece.inside] == ["her"]


def test_words_that_went_and_came_are_told_in_the_passage_and_beside_it() -> None:
    left, right = beside(
        framed(OLD, span_of(OLD, "bygger på tillid mellem parterne")),
        framed(NEW, span_of(NEW, "hviler på tillid mellem alle")),
    )
    assert {piece.text.strip() for piece in left if piece.kind == "gone" and piece.inside} == {
        "bygger",
        "parterne",
    }
    assert {piece.text.strip() for piece in right if piece.kind == "new" and piece.inside} == {
        "hviler",
        "alle",
    }
    assert any(piece.kind == "new" and "anden" in piece.text for piece in right if not piece.inside)


def test_surroundings_that_have_nothing_in_common_are_not_drawn_as_changes() -> None:
    other = "Helt andre ord her.\nSkatten nedsættes; tillid mellem parterne er et krav.\nOg noget tredje."
    left, right = beside(
        framed(OLD, span_of(OLD, "tillid mellem parterne")),
        framed(other, span_of(other, "tillid mellem parterne")),
    )
    assert {piece.kind for piece in (*left, *right)} == {"equal"}


TEXTS = st.text(alphabet="ab cø.\n🙂", min_size=1, max_size=60)


@given(TEXTS, TEXTS, st.data())
def test_the_pieces_give_both_sides_back_to_the_letter(old: str, new: str, data: st.DataObject) -> None:
    frames = []
    for text in (old, new):
        start = data.draw(st.integers(0, len(text) - 1))
        frames.append(framed(text, (start, data.draw(st.integers(start + 1, len(text))))))
    for frame, pieces in zip(frames, beside(*frames), strict=True):
        assert "".join(piece.text for piece in pieces) == frame.text
        assert "".join(piece.text for piece in pieces if piece.inside) == frame.passage


@given(TEXTS, st.data())
def test_a_passage_lies_in_its_frame_where_it_lies_in_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    frame = framed(text, (start, end))
    assert frame.passage == text[start:end]
    assert text[:start].endswith(frame.before)
    assert text[end:].startswith(frame.after)
