"""Where in a witness a passage of its edition comes from, and the other way round."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from reader.text.agreement import Emendation, Span


class Origin:
    """The way between an edition and its witness: what is not emended was copied, code point by code point.

    Built from an edition's emendations in their order.
    """

    def __init__(self, emendations: Iterable[Emendation]) -> None:
        # Arrays, because a long text has a hundred thousand of them.
        self._ats, self._ends = array("q"), array("q")
        self._sources, self._source_ends = array("q"), array("q")
        for emendation in emendations:
            self._ats.append(emendation.at)
            self._ends.append(emendation.at + len(emendation.after))
            self._sources.append(emendation.source)
            self._source_ends.append(emendation.source + len(emendation.before))

    def in_witness(self, offset: int) -> int:
        """Return the code point of the witness that a code point of the edition comes from.

        Inside words that were emended it is the place in proportion; where something was left out just
        before, the place after it.
        """
        return self._witness_after(bisect_right(self._ats, offset) - 1, offset)

    def witness_span(self, start: int, end: int) -> Span:
        """Return the stretch of the witness that `start`-`end` of the edition was made from."""
        first = self.in_witness(start)
        return first, max(first, self._witness_after(bisect_left(self._ats, end) - 1, end))

    def _witness_after(self, number: int, offset: int) -> int:
        """Return the place in the witness, given the last emendation before it."""
        if number < 0:
            return offset
        if offset >= self._ends[number]:
            return self._source_ends[number] + offset - self._ends[number]
        return min(self._sources[number] + offset - self._ats[number], self._source_ends[number])

    def in_edition(self, source: int) -> int:
        """Return the code point of the edition that a code point of the witness became.

        What was left out counts as the place where it would stand.
        """
        number = bisect_right(self._sources, source) - 1
        if number < 0:
            return source
        if source >= self._source_ends[number]:
            return self._ends[number] + source - self._source_ends[number]
        return min(self._ats[number] + source - self._sources[number], self._ends[number])

    def emended(self, start: int, end: int) -> range:
        """Return the numbers of the emendations that touch `start`-`end` of the edition."""
        first = bisect_left(self._ats, start)
        while first and self._ends[first - 1] > start:
            first -= 1
        return range(first, max(first, bisect_left(self._ats, end)))
