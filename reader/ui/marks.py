"""Highlights as they are laid on a page: which are where, and what is seen where they overlap."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from reader.text.agreement import Span
from reader.ui.colour import Rgb, overlapped, rgb
from reader.ui.look import Look

_SEEN_EDGES = 2
"""How many edges are drawn where highlights overlap: the last made ones."""


class Mark(NamedTuple):
    """A highlight on a page: its span, its category's colour key and sign; the higher order is the later.

    Orders are compared with each other only.
    """

    id: str
    start: int
    end: int
    colour: str
    sign: str
    order: Any


class Patch(NamedTuple):
    """A stretch of text under the same highlights: the colour of its ground, and the last made of them."""

    start: int
    end: int
    ground: Rgb
    upper: tuple[Mark, ...]


class Marks:
    """The highlights of a page, found by place and by id; one can be put among thousands at little cost."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._marks: list[Mark] = []
        self._starts: list[int] = []
        self._reach: list[int] = []
        self._by_id: dict[str, Mark] = {}
        self.extend(sorted(marks, key=_place))

    def __len__(self) -> int:
        return len(self._marks)

    def __iter__(self) -> Iterator[Mark]:
        """Yield them by where they start."""
        return iter(self._marks)

    def extend(self, marks: Sequence[Mark]) -> None:
        """Put highlights in their order behind those that are there: thousands at once."""
        reach = self._reach[-1] if self._reach else -1
        for mark in marks:
            reach = max(reach, mark.end)
            self._reach.append(reach)
        self._marks += marks
        self._starts += [mark.start for mark in marks]
        self._by_id |= {mark.id: mark for mark in marks}

    def put(self, mark: Mark) -> None:
        """Put a highlight where it belongs, instead of the one with its id."""
        self.take(mark.id)
        at = bisect_left(self._marks, _place(mark), key=_place)
        self._marks.insert(at, mark)
        self._starts.insert(at, mark.start)
        self._reach.insert(at, -1)
        self._reach_on(at)
        self._by_id[mark.id] = mark

    def take(self, highlight_id: str) -> None:
        """Take a highlight away, if it is there."""
        mark = self._by_id.pop(highlight_id, None)
        if mark is not None:
            at = bisect_left(self._marks, _place(mark), key=_place)
            del self._marks[at], self._starts[at], self._reach[at]
            self._reach_on(at)

    def _reach_on(self, at: int) -> None:
        """Note from here on how far the highlights before each place reach, until nothing is new."""
        reach = self._reach[at - 1] if at else -1
        for number in range(at, len(self._marks)):
            reach = max(reach, self._marks[number].end)
            if self._reach[number] == reach:
                return
            self._reach[number] = reach

    def get(self, highlight_id: str | None) -> Mark | None:
        """Return the highlight with this id, if it is on the page."""
        return self._by_id.get(highlight_id or "")

    def between(self, first: int, last: int) -> list[Mark]:
        """Return the highlights that share a code point with this span, by where they start."""
        low, high = bisect_right(self._reach, first), bisect_left(self._starts, last)
        return [mark for mark in self._marks[low:high] if mark.end > first]

    def at(self, offset: int) -> list[Mark]:
        """Return the highlights on this code point: the innermost first, of equal ones the last made."""
        found = sorted(self.between(offset, offset + 1), key=attrgetter("order"), reverse=True)
        return sorted(found, key=lambda mark: mark.end - mark.start)

    def next_from(self, offset: int, step: int) -> Mark | None:
        """Return the first highlight that starts behind (1) or the last that starts before (-1) a place."""
        if step > 0:
            at = bisect_right(self._starts, offset)
            return self._marks[at] if at < len(self._marks) else None
        at = bisect_left(self._starts, offset)
        return self._marks[at - 1] if at else None


_place = attrgetter("start", "order")


def patches(marks: Sequence[Mark], first: int, last: int, look: Look) -> Iterator[Patch]:
    """Cut a span where highlights begin and end; yield what lies under at least one, from left to right."""
    grounds = {key: rgb(ground.ground) for key, ground in look.grounds}
    other, paper = rgb(look.grounds[0][1].ground), rgb(look.paper)
    here: list[tuple[int, str, Mark]] = []
    red = green = blue = 0
    at = first
    for offset, sign, mark in _bounds(marks, first, last):
        if here and at < offset:
            ground = overlapped((red, green, blue), len(here), paper)
            yield Patch(at, offset, ground, tuple(entry[2] for entry in here[-_SEEN_EDGES:]))
        colour = grounds.get(mark.colour, other)
        red, green, blue = red + sign * colour[0], green + sign * colour[1], blue + sign * colour[2]
        _enter_or_leave(here, sign, mark)
        at = offset


def _bounds(marks: Sequence[Mark], first: int, last: int) -> list[tuple[int, int, Mark]]:
    clipped = [mark for mark in marks if max(mark.start, first) < min(mark.end, last)]
    bounds = [(max(mark.start, first), 1, mark) for mark in clipped]
    bounds += [(min(mark.end, last), -1, mark) for mark in clipped]
    return sorted(bounds, key=lambda bound: bound[:2])


def _enter_or_leave(here: list[tuple[int, str, Mark]], sign: int, mark: Mark) -> None:
    entry = (mark.order, mark.id, mark)
    if sign > 0:
        insort(here, entry, key=lambda known: known[:2])
    else:
        del here[bisect_left(here, entry[:2], key=lambda known: known[:2])]


class Hits:
    """What a search found on the page: spans in order, and the one the person is at."""

    def __init__(self, spans: Iterable[Span] = (), current: int | None = None) -> None:
        given = list(spans)
        self.current = given[current] if current is not None and 0 <= current < len(given) else None
        self._spans = sorted(given)
        self._starts = [start for start, _ in self._spans]
        self._longest = max((end - start for start, end in self._spans), default=0)

    def __len__(self) -> int:
        return len(self._spans)

    def between(self, first: int, last: int) -> list[Span]:
        """Return the hits that share a code point with this span."""
        low = bisect_left(self._starts, first - self._longest)
        return [span for span in self._spans[low : bisect_left(self._starts, last)] if span[1] > first]
