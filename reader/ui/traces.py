"""What a change leaves on a page: where it is drawn, what stood there before, and where it went."""

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from reader.text.agreement import Span

NEW, GONE, PLACE, MOVED, ALONE = "new", "gone", "place", "moved", "alone"
"""Words that the other text lacks, in the newer and in the older text; a place where the other text has
words; a passage that stands elsewhere there; a whole principle or section without an answer."""


class Trace(NamedTuple):
    """A change on one page, as code points of it.

    `pieces` are the words it is drawn on: moved passages between them belong to themselves. `gone` are the
    words of the older text, `new` those of the newer. `classes` are of reader.compare.classes.CLASSES; a
    `faint` one may be only how a source was written or read. `other` is its place in the other agreement,
    `number` the principle there, if it stands in one. `came` says that this is the page of the newer text.
    """

    start: int
    end: int
    kind: str
    pieces: tuple[Span, ...]
    gone: str
    new: str
    classes: tuple[str, ...]
    faint: bool
    agreement: str
    other: Span
    number: int | None
    came: bool

    @property
    def span(self) -> Span:
        """What is gone to: a place without words is the letter after it."""
        return self.start, max(self.end, self.start + 1)

    @property
    def decisive(self) -> bool:
        """Whether a small word of it decides: how binding it is, a negation, a figure, a date, a party."""
        return bool(self.classes) and not self.faint and self.kind not in (MOVED, ALONE)


class Traces:
    """All changes of a page, found by place; `others` come from pages that are compared with this one.

    Keys walk through the page's own changes; all are drawn.
    """

    def __init__(self, own: Iterable[Trace] = (), others: Iterable[Trace] = ()) -> None:
        self.own = sorted(own, key=attrgetter("start", "end"))
        self._drawn = sorted((*self.own, *others), key=attrgetter("start", "end"))
        self._starts = [trace.start for trace in self._drawn]
        self._reach: list[int] = []
        for trace in self._drawn:
            self._reach.append(max(trace.span[1], self._reach[-1] if self._reach else 0))

    def __len__(self) -> int:
        return len(self._drawn)

    @property
    def changes(self) -> list[Trace]:
        """The page's own changes without those that are only letters or a doubtful reading."""
        return [trace for trace in self.own if not trace.faint]

    @property
    def decisive(self) -> list[Trace]:
        """Those of its own changes that are small but decide."""
        return [trace for trace in self.own if trace.decisive]

    def between(self, first: int, last: int) -> list[Trace]:
        """Return the changes that stand in this span or reach into it, an empty place at either end too."""
        low, high = bisect_left(self._reach, first), bisect_left(self._starts, last + 1)
        return [trace for trace in self._drawn[low:high] if trace.span[1] > first]

    def at(self, offset: int) -> list[Trace]:
        """Return the changes on this code point, or between it and the next; the smallest first."""
        found = [trace for trace in self.between(offset, offset + 1) if _is_on(trace, offset)]
        return sorted(found, key=lambda trace: trace.end - trace.start)

    def moved_at(self, offset: int) -> Trace | None:
        """Return the moved passage that a code point stands in, if it stands in one."""
        return next((trace for trace in self.at(offset) if trace.kind == MOVED), None)

    def next(self, offset: int, step: int, decisive: bool) -> Trace | None:
        """Return the next (1) or previous (-1) own change from a place; None where there is no more."""
        among = self.decisive if decisive else self.changes
        if step > 0:
            return next((trace for trace in among if trace.start > offset), None)
        return next((trace for trace in reversed(among) if trace.start < offset), None)


def _is_on(trace: Trace, offset: int) -> bool:
    if trace.kind == ALONE:
        return trace.start <= offset < trace.end
    return any(
        start <= offset < end or (start == end and offset in (start - 1, start))
        for start, end in trace.pieces
    )
