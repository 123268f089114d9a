"""Where in a witness a passage of its edition comes from, and the other way round."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from reader.text.agreement import Emendation, Span


class _Step(NamedTuple):
    """An emendation as two spans: where its words stand in the edition, where they stood in the witness."""

    at: int
    end: int
    source: int
    source_end: int


class Origin:
    """The way between an edition and its witness: what is not emended was copied, code point by code point.

    Built from an edition's emendations in their order.
    """

    def __init__(self, emendations: Iterable[Emendation]) -> None:
        self._steps = [
            _Step(e.at, e.at + len(e.after), e.source, e.source + len(e.before)) for e in emendations
        ]
        self._ats = [step.at for step in self._steps]
        self._sources = [step.source for step in self._steps]

    def in_witness(self, offset: int) -> int:
        """Return the code point of the witness that a code point of the edition comes from.

        Inside words that were emended it is the place in proportion; where something was left out just
        before, the place after it.
        """
        return self._from_step(bisect_right(self._ats, offset) - 1, offset)

    def witness_span(self, start: int, end: int) -> Span:
        """Return the stretch of the witness that `start`-`end` of the edition was made from."""
        first = self.in_witness(start)
        return first, max(first, self._from_step(bisect_left(self._ats, end) - 1, end))

    def _from_step(self, number: int, offset: int) -> int:
        if number < 0:
            return offset
        step = self._steps[number]
        if offset >= step.end:
            return step.source_end + offset - step.end
        return step.source + min(offset - step.at, step.source_end - step.source)

    def in_edition(self, source: int) -> int:
        """Return the code point of the edition that a code point of the witness became.

        What was left out counts as the place where it would stand.
        """
        number = bisect_right(self._sources, source) - 1
        if number < 0:
            return source
        step = self._steps[number]
        if source >= step.source_end:
            return step.end + source - step.source_end
        return step.at + min(source - step.source, step.end - step.at)

    def emended(self, start: int, end: int) -> range:
        """Return the numbers of the emendations that touch `start`-`end` of the edition."""
        first = bisect_left(self._ats, start)
        while first and self._steps[first - 1].end > start:
            first -= 1
        return range(first, max(first, bisect_left(self._ats, end)))
