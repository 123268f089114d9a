"""Set phrases that lack a word: a sequence that stands seldom, and often with one word more inside it."""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[.:?!]\s|\n")
_OFTEN = 4
_LONGEST = 400
_BUCKETS = 1 << 20

Numbers = tuple[int, ...]
"""Words that follow each other, by their numbers."""


class Lack(NamedTuple):
    """Where a word seems to be missing: the span of the words on both sides, and how they read with it."""

    start: int
    end: int
    reading: str


class Phrases:
    """Knows which word stands between two words before it and two after it, over the whole library.

    Words are counted by number, and only sequences that come again and again are kept: memory grows little
    with the text.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._numbers: dict[str, int] = {}
        numbered = [self._numbered(text) for text in texts]
        self._words = list(self._numbers)
        between = _between(numbered)
        self._usual = {frame: words.most_common(1)[0] for frame, words in between.items()}
        self._without: Counter[Numbers] = Counter()
        for numbers in numbered:
            self._without.update(frame for _, frame in _runs(numbers, 4) if frame in self._usual)

    def _numbered(self, text: str) -> "array[int]":
        numbers = self._numbers
        words = (found.group().casefold() for found in _WORD.finditer(text))
        return array("i", (numbers.setdefault(word, len(numbers)) for word in words))

    def lacks(self, text: str) -> Iterator[Lack]:
        """Yield where a text leaves out what elsewhere nearly always stands between the same words."""
        wanted = {at: frame for at, frame in _runs(self._numbered(text), 4) if self._is_rare(frame)}
        words = enumerate(_WORD.finditer(text)) if wanted else ()
        for at, before in words:
            if at - 1 in wanted:
                after = next(islice(_WORD.finditer(text, before.end()), 1))
                word = self._words[self._usual[wanted[at - 1]][0]]
                if not _stands_before(word, text, after.start()):
                    reading = f"{before.group()} {word} {after.group()}"
                    yield Lack(before.start(), after.end(), reading)

    def _is_rare(self, frame: Numbers) -> bool:
        return frame in self._usual and self._usual[frame][1] >= _OFTEN * self._without[frame]


def _between(texts: Sequence["array[int]"]) -> dict[Numbers, Counter[int]]:
    """Return for four words what stands in their middle, as far as the five come often.

    They are counted first in buckets that many share.
    """
    buckets = bytearray(_BUCKETS)
    for numbers in texts:
        for _, run in _runs(numbers, 5):
            bucket = hash(run) % _BUCKETS
            buckets[bucket] = min(_OFTEN, buckets[bucket] + 1)
    between: dict[Numbers, Counter[int]] = defaultdict(Counter)
    for numbers in texts:
        for _, run in _runs(numbers, 5):
            if buckets[hash(run) % _BUCKETS] >= _OFTEN:
                between[run[:2] + run[3:]][run[2]] += 1
    return between


def _runs(numbers: "array[int]", count: int) -> Iterator[tuple[int, Numbers]]:
    """Yield all runs of so many words, each with the place of its first."""
    return enumerate(zip(*(islice(numbers, first, None) for first in range(count)), strict=False))


def _stands_before(word: str, text: str, offset: int) -> bool:
    """Say whether the sentence has a word earlier, as Danish may: `Desuden er parterne enige om`."""
    before = _SENTENCE.split(text[max(0, offset - _LONGEST) : offset])[-1]
    return word in _WORD.findall(before.casefold())
