"""Doubtful readings: what looks wrong in a source but cannot be known; listed, and never changed."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from reader.intake.misprints import Misprints
from reader.intake.phrases import Phrases

_WORD = re.compile(r"[^\W\d_]+")
_TWICE = re.compile(r"\b([^\W\d_]{2,}+)\s++(\1)\b")
_STOPS = re.compile(r"\b(\w++)(?:\.(\.)(?!\.)| +([,;])(?=\s))")
_LONE_LETTER = re.compile(r"(?<=\s)([b-hj-zæø]) (\w{5,})")
_HYPHEN_INSIDE = re.compile(r"\b([^\W\d_]{4,}+)-([^\W\d_]{4,}+)")
_CAN_STAND_TWICE = frozenset(("den", "der", "det", "er", "har"))


class Doubt(NamedTuple):
    """A passage that looks wrong, in code points of its edition, and what was to be expected there."""

    start: int
    end: int
    reading: str
    reason: str


def doubts(texts: Mapping[str, str]) -> dict[str, list[Doubt]]:
    """Return what looks wrong in each edition's text, judged by the words of all of them."""
    judge = _Judge(texts.values())
    return {name: sorted(judge.found(text)) for name, text in texts.items()}


class _Judge:
    def __init__(self, texts: Collection[str]) -> None:
        self._counts = Counter(m.group().casefold() for text in texts for m in _WORD.finditer(text))
        forms = Counter(found.group().casefold() for text in texts for found in _HYPHEN_INSIDE.finditer(text))
        self._hyphened = {form.replace("-", ""): (form, times) for form, times in forms.items()}
        self._wrong = self._doubted_words()
        self._phrases = Phrases(list(texts))

    def _doubted_words(self) -> dict[str, tuple[str, str]]:
        """Return the words that look wrong, with what was expected and why."""
        misprints, wrong = Misprints(self._counts), {}
        for word, times in self._counts.items():
            hyphened, often = self._hyphened.get(word, ("", 0))
            likely = misprints.likely(word)
            if likely:
                wrong[word] = likely, "hardly stands anywhere else"
            elif often > times:
                wrong[word] = hyphened, "elsewhere with a hyphen"
        return wrong

    def found(self, text: str) -> Iterator[Doubt]:
        yield from self._words(text)
        yield from self._signs(text)
        for lack in self._phrases.lacks(text):
            yield Doubt(*lack, "elsewhere with one word more")

    def _words(self, text: str) -> Iterator[Doubt]:
        for found in _WORD.finditer(text):
            word = found.group().casefold()
            if word in self._wrong:
                reading, reason = self._wrong[word]
                yield Doubt(*found.span(), _in_case(reading, found.group()), reason)
        for found in _LONE_LETTER.finditer(text):
            yield Doubt(*found.span(), "".join(found.groups()), "a letter by itself")
        for found in _HYPHEN_INSIDE.finditer(text):
            joined = "".join(found.groups())
            if self._counts[joined.casefold()] > self._hyphened[joined.casefold()][1]:
                yield Doubt(*found.span(), joined, "elsewhere one word")

    def _signs(self, text: str) -> Iterator[Doubt]:
        for found in _TWICE.finditer(text):
            if found.group(1).casefold() not in _CAN_STAND_TWICE:
                yield Doubt(*found.span(), found.group(1), "the same word twice")
        for found in _STOPS.finditer(text):
            reading = "".join(filter(None, found.groups()))
            yield Doubt(*found.span(), reading, "a stop twice or after a space")


def _in_case(word: str, like: str) -> str:
    return word.capitalize() if like[:1].isupper() else word
