"""Which words of a changed passage are still there, and where: only where nothing else could be meant.

Words that stand once in both texts, alone or with their neighbours, are anchors, if they keep their order. A
passage between two anchors is known if its words stand once between them in the old text and once in the new.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from reader.text.agreement import Span
from reader.text.kept_lines import in_order

_TOKEN = re.compile(r"\w+|[^\w\s]")
_GRAMS = (3, 2, 1)
ENOUGH = 4
"""How many words a passage must have to be known by them alone, whatever stands beside it."""


class Words(NamedTuple):
    """The words and signs of some lines of a text, and where each stands, in code points."""

    tokens: list[str]
    spans: list[Span]

    def within(self, span: Span) -> tuple[int, int]:
        """Return the words that a span touches: the first, and one past the last."""
        first = bisect_right(self.spans, span[0], key=itemgetter(1))
        return first, max(first, bisect_left(self.spans, span[1], key=itemgetter(0)))


def words_of(text: str, lines: Sequence[Span]) -> Words:
    """Return the words of these lines of a text, in order."""
    tokens, spans = [], []
    for start, end in lines:
        for found in _TOKEN.finditer(text, start, end):
            tokens.append(found[0])
            spans.append(found.span())
    return Words(tokens, spans)


def grams(tokens: Sequence[str], size: int) -> dict[tuple[str, ...], int]:
    """Return the runs of so many words that stand once, and where; -1 for those that stand more often."""
    places: dict[tuple[str, ...], int] = {}
    for at in range(len(tokens) - size + 1):
        gram = tuple(tokens[at : at + size])
        places[gram] = -1 if gram in places else at
    return places


class Changed:
    """A passage that was changed: its words before and after."""

    def __init__(self, old: Words, new: Words) -> None:
        self.old = old
        self.new = new

    @cached_property
    def anchors(self) -> list[tuple[int, int]]:
        """Words of both that are each other, by their numbers, in order."""
        found: dict[int, int] = {}
        for size in _GRAMS:
            here, there = grams(self.old.tokens, size), grams(self.new.tokens, size)
            for gram, at in here.items():
                place = there.get(gram, -1)
                if at >= 0 and place >= 0:
                    for step in range(size):
                        found.setdefault(at + step, place + step)
        return in_order(sorted(found.items()))

    def known(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the new words that the old ones from first to last, excluded, are; None if not sure."""
        before, after = self._between(first, last)
        wanted = self.old.tokens[first:last]
        if not wanted or len(list(_runs(self.old.tokens, wanted, before[0], after[0]))) != 1:
            return None
        found = list(_runs(self.new.tokens, wanted, before[1], after[1]))
        if len(found) != 1 or not self._belongs(first, last, found[0]):
            return None
        return found[0], found[0] + len(wanted)

    def _between(self, first: int, last: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return the words of both after the anchor before a passage, and the anchor behind it."""
        before = bisect_left(self.anchors, (first, -1)) - 1
        after = bisect_left(self.anchors, (last, -1))
        one, other = self.anchors[before] if before >= 0 else (-1, -1)
        end = len(self.old.tokens), len(self.new.tokens)
        return (one + 1, other + 1), self.anchors[after] if after < len(self.anchors) else end

    def _belongs(self, first: int, last: int, place: int) -> bool:
        """Say whether at least one neighbour is the same too; many words need none."""
        length = last - first
        return (
            length >= ENOUGH
            or _at(self.old.tokens, first - 1) == _at(self.new.tokens, place - 1)
            or _at(self.old.tokens, last) == _at(self.new.tokens, place + length)
        )

    def likely(self, first: int, last: int) -> tuple[int, int]:
        """Return the new words between what is left of the old ones and their neighbours; may be none."""
        runs = self._kept
        inside = [runs[at] for at in range(first, last) if at in runs]
        left = next((runs[at] + 1 for at in range(first - 1, -1, -1) if at in runs), 0)
        right = next(
            (runs[at] for at in range(last, len(self.old.tokens)) if at in runs), len(self.new.tokens)
        )
        start = inside[0] if first in runs and inside else left
        end = inside[-1] + 1 if last - 1 in runs and inside else right
        return start, max(start, end)

    @cached_property
    def _kept(self) -> dict[int, int]:
        """The anchors and the equal words right beside them."""
        kept = dict(self.anchors)
        taken = set(kept.values())
        for step in (1, -1):
            for one, other in list(kept.items()):
                here, there = one + step, other + step
                while here not in kept and there not in taken and self._same(here, there):
                    kept[here] = there
                    taken.add(there)
                    here, there = here + step, there + step
        return kept

    def _same(self, here: int, there: int) -> bool:
        return _at(self.old.tokens, here) == _at(self.new.tokens, there) != ""


def _at(tokens: Sequence[str], at: int) -> str:
    return tokens[at] if 0 <= at < len(tokens) else ""


def _runs(tokens: Sequence[str], wanted: Sequence[str], first: int, last: int) -> Iterator[int]:
    for at in range(first, last - len(wanted) + 1):
        if tokens[at] == wanted[0] and tokens[at : at + len(wanted)] == wanted:
            yield at
