"""What in one edition answers what in another: principles by their thread, sections by their title."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.compare.concordance import Thread
from reader.text.agreement import Edition, Section, Span
from reader.text.words import akin, words

_NOT_PART_OF_A_TITLE = re.compile(
    r"^(?:Bilag \d+[.:]?|\d{1,2}[.)])\s+|\b(?:i|for) (?:19|20)\d\d\b|\b(?:19|20)\d\d\b"
)
_PLAIN = ("chapter", "annex", "section", "subsection")


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
    """Pair the principles of two editions by their threads, and their sections by their titles."""
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
    ours = [(s, _title_words(s)) for s in one.sections if s.kind in _PLAIN]
    theirs = [(s, _title_words(s)) for s in other.sections if s.kind in _PLAIN]
    pairs = []
    for section, title in ours:
        same = [s for s, t in theirs if _same(title, t)]
        again = [s for s, t in ours if _same(title, t)]
        if len(same) == 1 and len(again) == 1:
            pairs.append(Pair((section.start, section.end), (same[0].start, same[0].end)))
    return pairs


def _title_words(section: Section) -> list[str]:
    return words(_NOT_PART_OF_A_TITLE.sub(" ", section.text))


def _same(one: list[str], other: list[str]) -> bool:
    return bool(one) and len(one) == len(other) and all(map(akin, one, other))
