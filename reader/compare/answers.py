"""What in one edition answers what in another: principles by their thread, sections by their title."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.compare.concordance import Thread
from reader.compare.sections import section_pairs
from reader.text.agreement import Edition, Span


class Pair(NamedTuple):
    """A stretch of one edition and the stretch of the other that answers it, in code points."""

    one: Span
    other: Span


class Answers(NamedTuple):
    """All pairs in the order of the one edition, and the principles of the one that the other lacks.

    Pairs may be nested; what stands elsewhere in the other edition is paired all the same.
    """

    pairs: tuple[Pair, ...]
    absent: tuple[Span, ...]

    def innermost(self, offset: int) -> Pair | None:
        """Return the smallest pair around a code point of the one edition."""
        around = [pair for pair in self.pairs if pair.one[0] <= offset < pair.one[1]]
        return min(around, key=lambda pair: pair.one[1] - pair.one[0], default=None)

    def lacks(self, offset: int) -> bool:
        """Say whether a code point of the one edition is in a principle that the other does not have."""
        return any(start <= offset < end for start, end in self.absent)

    def within(self, outer: Pair) -> tuple[Pair, ...]:
        """Return the pairs just inside another, as far as they come in the same order on both sides."""
        found: list[Pair] = []
        for pair in self.pairs:
            fits = pair != outer and _inside(pair.one, outer.one) and _inside(pair.other, outer.other)
            after = not found or (pair.one[0] >= found[-1].one[1] and pair.other[0] >= found[-1].other[1])
            if fits and after:
                found.append(pair)
        return tuple(found)


def answers(one: Edition, other: Edition, threads: Sequence[Thread]) -> Answers:
    """Pair the principles of two editions by their threads, and their sections."""
    principles = _principle_pairs(one, other, threads)
    answered = {pair.one for pair in principles}
    absent = tuple((p.start, p.end) for p in one.principles if (p.start, p.end) not in answered)
    pairs = sorted([*principles, *_section_pairs(one, other)], key=lambda pair: (pair.one[0], -pair.one[1]))
    return Answers(tuple(pairs), absent)


def _inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _principle_pairs(one: Edition, other: Edition, threads: Sequence[Thread]) -> list[Pair]:
    pairs = []
    for thread in threads:
        ours, theirs = thread.number_in(one.id), thread.number_in(other.id)
        if ours is None or theirs is None:
            continue
        p, q = one.principle(ours), other.principle(theirs)
        if p and q:
            pairs.append(Pair((p.start, p.end), (q.start, q.end)))
    return pairs


def _section_pairs(one: Edition, other: Edition) -> list[Pair]:
    return [Pair((a.start, a.end), (b.start, b.end)) for a, b in section_pairs(one, other)]
