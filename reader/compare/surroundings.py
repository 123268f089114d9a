"""A passage among its neighbours, beside the place it may have in another text: which words differ."""

from collections.abc import Iterable, Sequence
from itertools import dropwhile
from typing import NamedTuple

from reader.compare.collation import collate
from reader.compare.segments import Segment
from reader.text.agreement import Span

_ROOM = 360
"""How many code points are shown on each side of a passage, at most: the rest of its line and the next."""

_ALIKE = 0.4
"""How much of what stands beside two passages must be the same for its differences to tell anything."""


class Framed(NamedTuple):
    """A passage, and what stands before and after it; `cut` says if more stands there."""

    before: str
    passage: str
    after: str
    cut: tuple[bool, bool] = (False, False)

    @property
    def text(self) -> str:
        """All of it."""
        return self.before + self.passage + self.after

    @property
    def parts(self) -> tuple[Span, Span, Span]:
        """The spans of the three, in all of it."""
        start = len(self.before)
        end = start + len(self.passage)
        return (0, start), (start, end), (end, end + len(self.after))


class Piece(NamedTuple):
    """A stretch of one side: `kind` is equal, gone or new, or away or here for what only moved.

    `inside` says whether it is of the passage itself.
    """

    text: str
    kind: str
    inside: bool


def framed(text: str, span: Span) -> Framed:
    """Return a passage with the rest of its lines and the lines beside them, cut where a word begins."""
    start, end = span
    first = _line_before(text, start)
    last = _line_after(text, end)
    before, after = text[first:start], text[end:last]
    cut = len(before) > _ROOM, len(after) > _ROOM
    if cut[0]:
        before = before[-_ROOM:]
        before = before[before.find(" ") + 1 :]
    if cut[1]:
        after = after[:_ROOM]
        after = after[: after.rfind(" ") + 1]
    return Framed(before, text[start:end], after, cut)


def _line_before(text: str, at: int) -> int:
    """Return where the line before the one with this code point begins; empty lines do not count."""
    first = text.rfind("\n", 0, at) + 1
    above = text[:first].rstrip("\n")
    return above.rfind("\n") + 1


def _line_after(text: str, at: int) -> int:
    """Return where the line after the one with this code point ends."""
    last = text.find("\n", max(0, at - 1))
    if last < 0:
        return len(text)
    while last < len(text) and text[last] == "\n":
        last += 1
    end = text.find("\n", last)
    return len(text) if end < 0 else end


def alone(frame: Framed) -> list[Piece]:
    """Return a passage that is compared with nothing."""
    texts = zip((frame.before, frame.passage, frame.after), (False, True, False), strict=True)
    return _ended(frame, [Piece(text, "equal", inside) for text, inside in texts if text])


def beside(one: Framed, other: Framed) -> tuple[list[Piece], list[Piece]]:
    """Return two passages with their differences: what went is in the first, what came in the second.

    Passages are compared with each other, and what stands beside them likewise, where it is alike at all.
    """
    found = collate(one.text, other.text, list(zip(one.parts, other.parts, strict=True))).collations
    left: list[Piece] = []
    right: list[Piece] = []
    for part, collation in enumerate(found):
        inside, segments = part == 1, list(collation.segments)
        if not inside:
            sizes = [len(one[part]), len(other[part])]
            segments = _told(segments, sizes, at_start=part == 0)
        lefts, rights = [each.left for each in segments], [each.right for each in segments]
        left += _pieces(one.text, lefts, segments, inside, ("gone", "away"))
        right += _pieces(other.text, rights, segments, inside, ("new", "here"))
    return _ended(one, left), _ended(other, right)


def _ended(frame: Framed, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with a sign where more stands before or after them."""
    more = Piece("…", "equal", False)
    return [*([more] if frame.cut[0] else []), *pieces, *([more] if frame.cut[1] else [])]


def _told(segments: Sequence[Segment], sizes: Sequence[int], *, at_start: bool) -> list[Segment]:
    """Keep of the differences beside a passage those that tell something.

    At the outer edge they come from where the two were cut.
    """
    same = sum(one.left[1] - one.left[0] for one in segments if one.op == "equal")
    if same < _ALIKE * max(sizes):
        return [segment._replace(op="equal") for segment in segments]
    order = list(segments) if at_start else list(reversed(segments))
    inner = list(dropwhile(lambda segment: segment.op != "equal", order))
    outer = [segment._replace(op="equal") for segment in order[: len(order) - len(inner)]]
    return [*outer, *inner] if at_start else [*reversed(inner), *reversed(outer)]


def _pieces(
    text: str, spans: Iterable[Span], segments: Sequence[Segment], inside: bool, kinds: tuple[str, str]
) -> list[Piece]:
    names = {"equal": "equal", "move": kinds[1]}
    return [
        Piece(text[slice(*span)], names.get(segment.op, kinds[0]), inside)
        for span, segment in zip(spans, segments, strict=True)
        if span[0] < span[1]
    ]
