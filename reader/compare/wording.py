"""The words of a principle, by paragraph and sentence, and how much each word says.

A word says the more the fewer paragraphs hold it: Spärck Jones, "A statistical interpretation of term
specificity" (1972), here log((n + 1) / df) over the paragraphs and titles of the principles compared.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from math import log, sqrt

from reader.text.agreement import Edition, Principle
from reader.text.decision import Member
from reader.text.words import words

_SENTENCE_END = re.compile(r"(?<=[.!?;:])\s+(?=[A-ZÆØÅÉ0-9\"”“»(])")

Bag = Mapping[str, int]
"""Words and how often each stands in a passage."""


class Wording:
    """A principle's words: in its title, its paragraphs and its sentences."""

    def __init__(self, edition: Edition, principle: Principle) -> None:
        self.edition = edition
        self.principle = principle
        self.member = Member(edition.id, principle.number)
        self.title = tuple(words(principle.title))
        self.paragraphs = tuple(tuple(words(edition.text[a:b])) for a, b in principle.paragraphs)

    @cached_property
    def body(self) -> tuple[str, ...]:
        """The words of all paragraphs, in order."""
        return tuple(word for paragraph in self.paragraphs for word in paragraph)

    @cached_property
    def title_bag(self) -> Counter[str]:
        """The words of the title."""
        return Counter(self.title)

    @cached_property
    def bag(self) -> Counter[str]:
        """The words of the body."""
        return Counter(self.body)

    @cached_property
    def paragraph_bags(self) -> tuple[Counter[str], ...]:
        """The words of each paragraph."""
        return tuple(Counter(paragraph) for paragraph in self.paragraphs)

    @cached_property
    def sentence_bags(self) -> tuple[Counter[str], ...]:
        """The words of each sentence."""
        spans = self.principle.paragraphs
        made = (words(s) for a, b in spans for s in _SENTENCE_END.split(self.edition.text[a:b]))
        return tuple(Counter(sentence) for sentence in made if sentence)


class Weights:
    """How much each word says among these wordings."""

    def __init__(self, wordings: Iterable[Wording]) -> None:
        found: Counter[str] = Counter()
        passages = 1
        for wording in wordings:
            for bag in (wording.title_bag, *wording.paragraph_bags):
                found.update(bag.keys())
                passages += 1
        self.of = {word: log(passages / count) for word, count in found.items()}
        self._squared = {word: weight * weight for word, weight in self.of.items()}

    def weight(self, bag: Bag) -> float:
        """Return how much a passage says."""
        of = self._squared
        return sum(count * of[word] for word, count in bag.items())

    def shared(self, one: Bag, other: Bag) -> float:
        """Return how much two passages say in the same words."""
        of = self._squared
        return sum(min(count, other[word]) * of[word] for word, count in one.items() if word in other)

    def length(self, bag: Bag) -> float:
        """Return the length of a passage as a vector of weighted words."""
        of = self._squared
        return sqrt(sum(count * count * of[word] for word, count in bag.items()))

    def product(self, one: Bag, other: Bag) -> float:
        """Return the scalar product of two passages as vectors of weighted words."""
        short, long = (one, other) if len(one) <= len(other) else (other, one)
        of = self._squared
        return sum(count * long[word] * of[word] for word, count in short.items() if word in long)

    def dice(self, one: Bag, other: Bag) -> float:
        """Return the share of what two passages say that both say, from 0 to 1."""
        total = self.weight(one) + self.weight(other)
        return 2 * self.shared(one, other) / total if total else 0.0
