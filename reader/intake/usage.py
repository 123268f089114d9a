"""How texts use words: which there are, how often, beside which, and of what letters they are made."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+")
_WORD_OR_STOP = re.compile(r"[^\W\d_]+|[^\s\w,-]|\d+|\n")
_BEFORE = 3
_START = "^" * _BEFORE
_SIGNS = 60
_LONGEST = 40
SHORTEST_HEAD = 3
SHORTEST_TAIL = 4
"""Code points of the least part of a compound that is taken for one."""

Pair = tuple[str, str]


class Usage:
    """The words of some `texts` as evidence for how a word is spelled; all words are in small letters.

    Each chance is that of a word standing at any place of such a text, `new` that of one which these texts do
    not have. It follows Witten and Bell, *The zero-frequency problem* (IEEE Transactions on Information
    Theory 37, 1991), method C; so does the model of how new words are spelled, in which each letter depends
    on the three before it.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        exact = Counter(found.group() for text in texts for found in _WORD.finditer(text))
        self._count: Counter[str] = Counter()
        for word, times in exact.items():
            self._count[word.lower()] += times
        self._small = {word for word in exact if word[0].islower()}
        self._size = self._count.total()
        self._all = max(1, self._size + len(self._count))
        self.new = len(self._count) / self._all if self._count else 1.0
        words = sorted(self._count)
        self._heads, self._tails = self._parts(words)
        self._sorted = sorted({*words, *self._heads, *self._tails})
        self._runs: Counter[str] = Counter()
        self._seen: Counter[str] = Counter()
        self._kinds: Counter[str] = Counter()
        self._learn_spelling(words)
        self._next: dict[str, float] = {}

    def _parts(self, words: Sequence[str]) -> tuple[Counter[str], Counter[str]]:
        """Return what stands before and after known words in compounds, in how many different ones."""
        heads: Counter[str] = Counter()
        tails: Counter[str] = Counter()
        for word in words:
            for cut in range(SHORTEST_HEAD, min(len(word), _LONGEST) - SHORTEST_TAIL + 1):
                head, tail = word[:cut], word[cut:]
                if head in self._count or (head[-1] == "s" and head[:-1] in self._count):
                    tails[tail] += 1
                if tail in self._count:
                    heads[head] += 1
        return heads, tails

    def _learn_spelling(self, words: Sequence[str]) -> None:
        for word in words:
            padded = _START + word[:_LONGEST] + "$"
            for at in range(_BEFORE, len(padded)):
                for first in range(at - _BEFORE, at + 1):
                    run = padded[first : at + 1]
                    self._runs[run] += 1
                    self._seen[run[:-1]] += 1
        self._kinds.update(run[:-1] for run in self._runs)

    def count(self, word: str) -> int:
        """Return how often a word stands in the texts."""
        return self._count.get(word, 0)

    def ordinary(self, word: str) -> bool:
        """Say whether a word is written with a small letter inside a sentence."""
        return word in self._small

    def begins(self, start: str) -> bool:
        """Say whether any word, or part of a compound, begins like this."""
        at = bisect_left(self._sorted, start)
        return at < len(self._sorted) and self._sorted[at].startswith(start)

    def chance(self, word: str) -> float:
        """Return the chance of a known word; 0 for a new one: that of all of them together is `new`."""
        return self._count.get(word, 0) / self._all

    def head(self, word: str) -> float:
        """Return the chance that a compound begins with this."""
        return (self._count.get(word, 0) + self._heads.get(word, 0)) / self._all

    def tail(self, word: str) -> float:
        """Return the chance that a compound ends with this."""
        return (self._count.get(word, 0) + self._tails.get(word, 0)) / self._all

    def letter(self, before: str, letter: str) -> float:
        """Return the chance that a new word that begins so goes on with this letter; `$` is its end."""
        return self._letter((_START + before)[-_BEFORE:], letter)

    def _letter(self, before: str, letter: str) -> float:
        run = before + letter
        known = self._next.get(run)
        if known is None:
            shorter = self._letter(before[1:], letter) if before else 1 / _SIGNS
            seen, kinds = self._seen.get(before, 0), self._kinds.get(before, 0)
            known = (self._runs.get(run, 0) + kinds * shorter) / (seen + kinds) if seen else shorter
            self._next[run] = known
        return known

    def spelling(self, word: str) -> float:
        """Return the chance of a new word being spelled like this."""
        padded = _START + word + "$"
        chance = 1.0
        for at in range(_BEFORE, len(padded)):
            chance *= self._letter(padded[at - _BEFORE : at], padded[at])
        return chance

    def beside(self, wanted: Set[Pair]) -> Counter[Pair]:
        """Count how often each of these pairs of words stands in one sentence, side by side."""
        found: Counter[Pair] = Counter()
        for text in self.texts:
            found.update(pair for pair in pairwise(_running(text)) if pair in wanted)
        return found


def _running(text: str) -> Iterator[str]:
    """Give the words of a text, and between those that are not neighbours what parts them."""
    for found in _WORD_OR_STOP.finditer(text):
        yield found.group().lower()
