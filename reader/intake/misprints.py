"""Words that look like misprints: they stand once in the whole library, close to another that makes sense.

Two words that differ in one place share their first half or their last, so the neighbours of a word are
sought in two ordered lists, of all words and of all words read backwards.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

_SHORTEST = 7
_TWO_SLIPS = 13
_LONGEST = 40
_BEGINNING, _ENDING = 3, 4
_SELDOM, _OFTEN = 2, 3
_MOST_SLIPS = 2
_RARER = 10
_LINKS = frozenset(("", "s", "e"))
_LEAST_PART, _LEAST_HEAD = 3, 5
_AROUND = 3


class _Slip(NamedTuple):
    """What differs between a word and another: the letters of each after `at` equal ones."""

    at: int
    ours: str
    theirs: str
    after: int


class Misprints:
    """Judges words by all words of the library; `counts` has them folded, with how often they stand."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        self._forward = sorted(word for word in counts if _SHORTEST <= len(word) <= _LONGEST)
        self._backward = sorted(word[::-1] for word in self._forward)
        self._all = "\n".join(counts)
        self._pairs = Counter(a + b for word in counts for a, b in pairwise(word))

    def likely(self, word: str) -> str:
        """Return the word that a folded word is probably a misprint of; empty if it looks right."""
        if (
            not _SHORTEST <= len(word) <= _LONGEST
            or self._counts.get(word, 0) > _SELDOM
            or self._compound(word)
        ):
            return ""
        return self._whole(word) or self._in_compound(word)

    def _near(self, word: str) -> Iterator[str]:
        """Yield the words nearly as long as another that share its first half or its last."""
        half = max(1, len(word) // 2 - 1)
        backwards = word[::-1]
        yield from _beginning_with(self._forward, word[:half], len(word))
        for other in _beginning_with(self._backward, backwards[:half], len(word)):
            yield other[::-1]

    def _whole(self, word: str) -> str:
        likely = {other for other in self._near(word) if other != word and self._doubtful(word, other)}
        return max(likely, key=lambda other: (self._counts[other], other), default="")

    def _in_compound(self, word: str) -> str:
        """Return a compound with its one strange part mended, if its other part is a word of the library."""
        for cut in range(_LEAST_HEAD, len(word) - _SHORTEST + 1):
            head, tail = word[:cut], word[cut:]
            if self._is_head(head) and tail not in self._counts:
                likely = self._part(tail)
                if likely:
                    return head + likely
        return ""

    def _part(self, tail: str) -> str:
        often = (other for other in self._near(tail) if self._counts[other] >= _OFTEN)
        likely = {other for other in often if _is_slip(_slip(tail, other), 1, len(tail))}
        return max(likely, key=lambda other: (self._counts[other], other), default="")

    def _is_head(self, head: str) -> bool:
        return head in self._counts or (head.endswith(("s", "e")) and head[:-1] in self._counts)

    def _doubtful(self, word: str, other: str) -> bool:
        slip = _slip(word, other)
        linked = {slip.ours, slip.theirs} <= _LINKS and self._is_head(word[: slip.at])
        if linked or not _is_slip(slip, _BEGINNING, len(word)):
            return False
        often = self._counts[other] >= _OFTEN
        if not often and (self._counts[word] > 1 or self._better_formed(word, other, slip)):
            return False
        if often and len(word) >= _TWO_SLIPS:
            return True
        return not self._stands_elsewhere(word, slip, times=2 if often else 1)

    def _compound(self, word: str) -> bool:
        """Say whether a word is made of two that stand in the library, with or without a linking letter."""
        for cut in range(_LEAST_PART, len(word) - _LEAST_PART):
            head, tail = word[:cut], word[cut:]
            if tail in self._counts and self._is_head(head):
                return True
        return False

    def _stands_elsewhere(self, word: str, slip: _Slip, times: int) -> bool:
        """Say whether the letters around the slip stand in other words too, on both its sides."""
        end = slip.at + len(slip.ours)
        around = (word[max(0, slip.at - _AROUND) : end + 1], word[slip.at - 1 : end + _AROUND])
        return all(self._others_with(piece, word) >= times for piece in around)

    def _others_with(self, piece: str, word: str) -> int:
        """Count how often letters stand in other words."""
        return self._all.count(piece) - word.count(piece)

    def _better_formed(self, word: str, other: str, slip: _Slip) -> bool:
        """Say whether the other word has letters side by side that are far rarer: then it is the misprint."""
        ours, theirs = (
            word[slip.at - 1 : slip.at + len(letters) + 1]
            for word, letters in ((word, slip.ours), (other, slip.theirs))
        )
        return self._rarest(ours) > _RARER * self._rarest(theirs)

    def _rarest(self, letters: str) -> int:
        return min(self._pairs[a + b] for a, b in pairwise(letters))


def _is_slip(slip: _Slip, beginning: int, length: int) -> bool:
    """Say whether two words differ by so little, and so far from their ends, that one may be the other."""
    most = _MOST_SLIPS if length >= _TWO_SLIPS else 1
    small = max(len(slip.ours), len(slip.theirs)) <= most
    return small and slip.at >= beginning and slip.after >= _ENDING


def _beginning_with(ordered: Sequence[str], begin: str, length: int) -> Iterator[str]:
    """Yield the words of an ordered list that begin so and have nearly this length."""
    for at in range(bisect_left(ordered, begin), len(ordered)):
        word = ordered[at]
        if not word.startswith(begin):
            return
        if abs(len(word) - length) <= _MOST_SLIPS:
            yield word


def _slip(word: str, other: str) -> _Slip:
    short = min(len(word), len(other))
    at = next((n for n in range(short) if word[n] != other[n]), short)
    after = next((n for n in range(short - at) if word[-1 - n] != other[-1 - n]), short - at)
    return _Slip(at, word[at : len(word) - after], other[at : len(other) - after], after)
