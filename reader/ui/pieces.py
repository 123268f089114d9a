"""Words beside what they were before, in pieces: what stayed, went, came or moved."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

SAME, GONE, NEW, AWAY, HERE = "", "gone", "new", "away", "here"
"""What became of a piece: the last two moved within the text."""

LONGEST = 20_000
"""How many code points are compared word by word, and how many of one piece are shown."""

_AROUND = 90
"""How many code points are kept beside a change where the rest is left out."""

_CUT = " … "


class Piece(NamedTuple):
    """Some words, and what became of them."""

    text: str
    kind: str = SAME


def compared(one: str | None, other: str) -> tuple[Piece, ...]:
    """Return a text in pieces against what it was; as it is where there was none.

    What both begin and end with is the same; of what is left in long texts, all that was is gone and all
    that is is new.
    """
    if one is None or one == other:
        return (Piece(other),) if other else ()
    if len(one) + len(other) <= LONGEST:
        return tuple(_collated(one, other))
    start = _whole_words(one, _same_start(one, other))
    end = _whole_words(one[::-1], _same_start(one[start:][::-1], other[start:][::-1]))
    middle = one[start : len(one) - end], other[start : len(other) - end]
    short = sum(map(len, middle)) <= LONGEST
    changed = _collated(*middle) if short else (Piece(middle[0], GONE), Piece(middle[1], NEW))
    whole = (Piece(other[:start]), *changed, Piece(other[len(other) - end :]))
    return tuple(piece for piece in whole if piece.text)


def _same_start(one: str, other: str) -> int:
    # Here, as below: what compares is loaded when somebody first looks at a history.
    from reader.compare.tokens import same_start

    return same_start(one, other)


def _whole_words(text: str, end: int) -> int:
    while 0 < end < len(text) and text[end - 1].isalnum():
        end -= 1
    return end


def _collated(one: str, other: str) -> Iterator[Piece]:
    from reader.compare.collation import collate

    (found,) = collate(one, other).collations
    for segment in found.segments:
        ours = segment.left[0] < segment.left[1]
        words = one[slice(*segment.left)] if ours else other[slice(*segment.right)]
        yield Piece(words, _kind(segment.op, ours))


def _kind(op: str, ours: bool) -> str:
    if op == "move":
        return AWAY if ours else HERE
    return {"equal": SAME, "delete": GONE, "insert": NEW}[op]


def listed(one: Sequence[str] | None, other: Sequence[str]) -> tuple[Piece, ...]:
    """Return things in a row against what they were: those that went after those that stayed and came."""
    before = other if one is None else one
    kept = [Piece(thing, SAME if thing in before else NEW) for thing in other]
    gone = [Piece(thing, GONE) for thing in before if thing not in other]
    return tuple(_apart([*kept, *gone]))


def _apart(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for number, piece in enumerate(pieces):
        if number:
            yield Piece(", ")
        yield piece


def shortened(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return pieces with the words around a change, and not all that stayed; what changed is cut last."""
    if all(piece.kind == SAME for piece in pieces):
        return tuple(piece._replace(text=_begun(piece.text, 4 * _AROUND)) for piece in pieces)
    last = len(pieces) - 1
    return tuple(
        piece._replace(
            text=_around(piece.text, at > 0, at < last)
            if piece.kind == SAME
            else _begun(piece.text, 10 * _AROUND)
        )
        for at, piece in enumerate(pieces)
    )


def _around(text: str, after_change: bool, before_change: bool) -> str:
    """Leave out what is far from the changes on either side."""
    head, tail = _AROUND * after_change, _AROUND * before_change
    if len(text) <= head + tail + _AROUND:
        return text
    return text[:head].rstrip() * after_change + _CUT + text[len(text) - tail :].lstrip() * before_change


def _begun(text: str, most: int) -> str:
    return text if len(text) <= most + _AROUND else text[:most].rstrip() + _CUT


def bounded(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return pieces as long as can be shown in a moment."""
    return tuple(piece._replace(text=_begun(piece.text, LONGEST)) for piece in pieces)
