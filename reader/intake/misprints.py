"""Words that look like misprints: they stand once in the whole library, close to another that makes sense.

The neighbours are found by leaving letters out on both sides (Garbe's symmetric deletion), so that time grows
with the words and not with their pairs.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

_SHORTEST = 7
_TWO_SLIPS = 13
_LONGEST = 40
_BEGINNING, _ENDING = 3, 4
_SELDOM, _OFTEN = 2, 3
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
        self._near: dict[str, set[str]] = defaultdict(set)
        self._pieces: Counter[str] = Counter()
        self._pairs: Counter[str] = Counter()
        for word in counts:
            self._pairs.update(a + b for a, b in pairwise(word))
            if _SHORTEST <= len(word) <= _LONGEST:
                for shorter in _shortened(word):
                    self._near[shorter].add(word)

    def likely(self, word: str) -> str:
        """Return the word that a folded word is probably a misprint of; empty if it looks right."""
        if (
            not _SHORTEST <= len(word) <= _LONGEST
            or self._counts.get(word, 0) > _SELDOM
            or self._compound(word)
        ):
            return ""
        return self._whole(word) or self._in_compound(word)

    def _whole(self, word: str) -> str:
        near = {other for shorter in _shortened(word) for other in self._near.get(shorter, ())} - {word}
        likely = [other for other in near if self._doubtful(word, other)]
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
        near = {other for shorter in _shortened(tail) for other in self._near.get(shorter, ())}
        likely = [o for o in near if self._counts[o] >= _OFTEN and _is_slip(_slip(tail, o), 1, len(tail))]
        return max(likely, key=lambda other: (self._counts[other], other), default="")

    def _is_head(self, head: str) -> bool:
        return head in self._counts or (head[-1] in "se" and head[:-1] in self._counts)

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
        return sum(piece in other and other != word for other in self._counts)

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
    most = 2 if length >= _TWO_SLIPS else 1
    small = max(len(slip.ours), len(slip.theirs)) <= most
    return small and slip.at >= beginning and slip.after >= _ENDING


def _shortened(word: str) -> Iterator[str]:
    yield word
    once = {word[:at] + word[at + 1 :] for at in range(len(word))}
    yield from once
    if len(word) >= _TWO_SLIPS - 1:
        yield from {less[:at] + less[at + 1 :] for less in once for at in range(len(less))} - once


def _slip(word: str, other: str) -> _Slip:
    short = min(len(word), len(other))
    at = next((n for n in range(short) if word[n] != other[n]), short)
    after = next((n for n in range(short - at) if word[-1 - n] != other[-1 - n]), short - at)
    return _Slip(at, word[at : len(word) - after], other[at : len(other) - after], after)
