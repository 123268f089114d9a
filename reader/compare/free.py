"""The words of two texts that nothing firmly answers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.compare.anchors import Region
from reader.compare.chains import Match
from reader.compare.tokens import Tokens
from reader.text.agreement import Span

FIRM = 5
"""Words of a match that is not given up for a move."""

_RUN = re.compile(rb"([\x01-\xff])\1*", re.DOTALL)


class Aligned(NamedTuple):
    """A region with its matches: one pair of passages that answer each other."""

    region: Region
    matches: tuple[Match, ...]


class FreeWords:
    """The words of some pairs that nothing firmly answers, each until it is taken."""

    def __init__(self, one: Tokens, other: Tokens, pairs: Sequence[Aligned]) -> None:
        self._codes = one.code, other.code
        # Zero is not free; neighbouring pairs have different numbers, so that no run reaches over both.
        self._free = bytearray(len(one.code)), bytearray(len(other.code))
        for at, (region, _) in enumerate(pairs):
            number = bytes([1 + at % 255])
            self._free[0][region.left : region.left_end] = number * (region.left_end - region.left)
            self._free[1][region.right : region.right_end] = number * (region.right_end - region.right)
        self.take(match for pair in pairs for match in pair.matches if match.size >= FIRM)

    def take(self, matches: Iterable[Match]) -> None:
        """Let nobody else have these words."""
        for left, right, size in matches:
            self._free[0][left : left + size] = bytes(size)
            self._free[1][right : right + size] = bytes(size)

    def stretches(self, side: int) -> Iterator[Span]:
        """Return the stretches of free words of the one text (0) or the other (1), in order."""
        return (found.span() for found in _RUN.finditer(self._free[side]))

    def run(self, left: int, right: int) -> Match:
        """Return the longest run of free words that are the same, around these two; of size 0 if none."""
        after = self._reach(left, right, 1)
        back = self._reach(left, right, -1) - 1 if after else 0
        return Match(left - back, right - back, after + back)

    def same(self, left: int, right: int, words: int, way: int, like: Match) -> bool:
        """Say whether so many words on from these are free, the same, and in the pairs of another run."""
        free, other = self._free
        inside = 0 <= left < len(free) and 0 <= right < len(other)
        kept = inside and (free[left], other[right]) == (free[like.left], other[like.right])
        return kept and self._reach(left, right, way) >= words

    def _reach(self, left: int, right: int, way: int) -> int:
        """Return how many free words are the same from these two on, forwards or (-1) backwards."""
        (free, other), (ours, theirs) = self._free, self._codes
        numbers = free[left], other[right]
        most = min(len(ours) - left, len(theirs) - right) if way > 0 else min(left, right) + 1
        far = 0
        while far < most and all(numbers):
            a, b = left + far * way, right + far * way
            if (free[a], other[b]) != numbers or ours[a] != theirs[b]:
                break
            far += 1
        return far
