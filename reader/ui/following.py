"""Following: where one page is, in another, by the principles and sections that answer each other.

Both pages are read at a line a fixed way below their top, so that what answers each other stands at the same
height. Inside an answering stretch the way is in proportion, piecewise between the stretches within it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.text.agreement import Span

if TYPE_CHECKING:
    from reader.compare.answers import Answers, Pair


REFERENCE = 22.0
"""How far below the top of the view the line lies at which both pages are read, in pixels."""

HeightOf = Callable[[int], float]


class Follower:
    """Maps heights of a leading page to heights of a following one.

    `ours` and `theirs` give the height in pixels at which a code point of the leading and of the following
    page stands. `level` are places of both, as code points, that are to stand at the same height wherever
    they lie within what answers each other.
    """

    def __init__(
        self, found: "Answers", ours: HeightOf, theirs: HeightOf, level: Sequence[Span] = ()
    ) -> None:
        self._answers = found
        self._level = sorted(level)
        self._ours = ours
        self._theirs = theirs

    def target(self, offset: int, height: float) -> float | None:
        """Return the height in the following page for a place in the leading one; None to hold still."""
        if self._answers.lacks(offset):
            return None
        pair = self._answers.innermost(offset)
        return None if pair is None else self._within(pair, height)

    def lacks(self, offset: int) -> bool:
        """Say whether the place is in a principle that the following page does not have."""
        return self._answers.lacks(offset)

    def answered(self, offset: int) -> bool:
        """Say whether anything in the following page answers this place."""
        return not self._answers.lacks(offset) and self._answers.innermost(offset) is not None

    def _within(self, pair: "Pair", height: float) -> float:
        points = self._points(pair)
        at = min(max(bisect_right([y for y, _ in points], height), 1), len(points) - 1)
        (y0, z0), (y1, z1) = points[at - 1], points[at]
        share = (height - y0) / (y1 - y0) if y1 > y0 else 0.0
        return z0 + min(1.0, max(0.0, share)) * (z1 - z0)

    def _points(self, pair: "Pair") -> list[tuple[float, float]]:
        spans = [(pair.one[0], pair.other[0])]
        inside = self._answers.within(pair)
        for inner in inside:
            spans += [(inner.one[0], inner.other[0]), (inner.one[1], inner.other[1])]
        spans += self._level_in(pair, inside)
        spans.append((pair.one[1], pair.other[1]))
        return [(self._ours(one), self._theirs(other)) for one, other in _rising(sorted(spans))]

    def _level_in(self, pair: "Pair", inside: "Sequence[Pair]") -> list[Span]:
        """Return the places that stand level inside a pair, but not inside one of those inside it."""
        first, last = (bisect_left(self._level, (at, 0)) for at in pair.one)
        return [
            (one, other)
            for one, other in self._level[first:last]
            if pair.other[0] <= other < pair.other[1]
            and not any(inner.one[0] <= one < inner.one[1] for inner in inside)
        ]


def _rising(spans: Sequence[Span]) -> list[Span]:
    """Leave out what would lead back in the following page; the last one is its end and stays."""
    found = [spans[0]]
    for span in spans[1:]:
        if found[-1][1] <= span[1] <= spans[-1][1]:
            found.append(span)
    return found
