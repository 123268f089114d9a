"""Set phrases that lack a word: a sequence that stands once, and often with one word more inside it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_OFTEN = 4
_AROUND = 2
_LONGEST = 400
_SENTENCE = re.compile(r"[.:?!]\s|\n")


class Lack(NamedTuple):
    """Where a word seems to be missing: the span of the words on both sides of the place, and the word."""

    start: int
    end: int
    word: str


class Phrases:
    """Knows which word stands between two words before it and two after it, over the whole library."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._between: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        self._without: Counter[tuple[str, ...]] = Counter()
        for text in texts:
            words = [word.casefold() for word in _WORD.findall(text)]
            for at in range(_AROUND, len(words) - _AROUND):
                frame = (*words[at - _AROUND : at], *words[at + 1 : at + 1 + _AROUND])
                self._between[frame][words[at]] += 1
                self._without[tuple(words[at - _AROUND : at + _AROUND])] += 1

    def lacks(self, text: str) -> Iterator[Lack]:
        """Yield where a text leaves out what elsewhere nearly always stands between the same words."""
        found = list(_WORD.finditer(text))
        words = [m.group().casefold() for m in found]
        for at in range(_AROUND, len(words) - _AROUND + 1):
            frame = tuple(words[at - _AROUND : at + _AROUND])
            usual = self._between.get(frame)
            if usual is None:
                continue
            word, times = usual.most_common(1)[0]
            often = times >= _OFTEN * self._without[frame]
            if often and not _stands_before(word, text, found[at].start()):
                yield Lack(found[at - 1].start(), found[at].end(), word)


def _stands_before(word: str, text: str, offset: int) -> bool:
    """Say whether the sentence has a word earlier, as Danish may: `Desuden er parterne enige om`."""
    before = _SENTENCE.split(text[max(0, offset - _LONGEST) : offset])[-1]
    return word in _WORD.findall(before.casefold())
