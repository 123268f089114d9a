"""What a machine without Danish makes of a text, and how far from the truth is what is made of that."""

import random
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reader.intake.aligned import aligned
from reader.intake.restored import Restored
from reader.intake.words_read import words_read

Readings = Mapping[str, Sequence[str]]

MACHINES: Mapping[str, tuple[float, Readings]] = {
    "as the witness": (
        0.0,
        {"å": "aaaaaadd&é4", "ø": "gggggaae", "æ": ("ee", "ee", "ae", "ae", "ze"), "Å": "A", "Ø": "@O"},
    ),
    "plain letters": (0.0, {"å": "a", "ø": "o", "æ": ("ae",), "Å": "A", "Ø": "O", "Æ": ("AE",)}),
    "signs": (0.0, {"å": "4&Aéáàd", "ø": "@06goe", "æ": ("ae", "ee", "e", "sz", "ce"), "Å": "A", "Ø": "@0"}),
    "single vowels": (0.0, {"å": "aadi", "ø": "oogae9", "æ": ("e", "a", "ae", "ee"), "Å": "AÁ", "Ø": "O@"}),
    "every other letter": (0.5, {"å": "aad&é", "ø": "gaoe", "æ": ("ee", "ae", "ze"), "Ø": "@O"}),
    "one letter only": (0.0, {"ø": "ogea", "Ø": "O"}),
}
"""Machines: the share of letters that each reads right, and what it makes of the others, oftener the oftener
it is named."""


@dataclass(frozen=True)
class Noised:
    """A text as a machine has read it; `starts` is where each code point of the truth begins in it."""

    text: str
    truth: str
    starts: list[int]

    def true(self, start: int, end: int) -> str:
        """Return what stood where the machine has `text[start:end]`."""
        return self.truth[bisect_right(self.starts, start) - 1 : bisect_right(self.starts, end - 1)]


def noised(truth: str, machine: str, seed: int = 1) -> Noised:
    """Return what a machine reads; with the same seed always the same."""
    kept, readings = MACHINES[machine]
    dice = random.Random(f"{machine} {seed}")
    read = [
        dice.choice(readings[sign]) if sign in readings and dice.random() >= kept else sign for sign in truth
    ]
    return Noised("".join(read), truth, list(accumulate(map(len, read[:-1]), initial=0)))


def distance(one: str, other: str) -> int:
    """Return the least number of code points to change, take out or put in (Levenshtein)."""
    if one == other:
        return 0
    row = list(range(len(other) + 1))
    for at, sign in enumerate(one, start=1):
        before, row[0] = row[0], at
        for to, wanted in enumerate(other, start=1):
            before, row[to] = row[to], min(row[to] + 1, row[to - 1] + 1, before + (sign != wanted))
    return row[-1]


def outcomes(read: Noised, found: Restored) -> Iterator[tuple[str, str, str]]:
    """Give every word as it was read, as it is now, and as it was printed."""
    now = {(one.start, one.end): one.text for one in found.restorations}
    for word in words_read(read.text):
        was = "".join(read.text[start:end] for start, end in word.spans)
        made = "".join(now.get(span, read.text[slice(*span)]) for span in word.spans)
        yield was, made, "".join(read.true(start, end) for start, end in word.spans)


def answers(text: str, truth: str) -> Iterator[tuple[list[str], list[str]]]:
    """Give the words of a text with those of the truth that answer them, run by run; white space is one."""
    ours, theirs = text.split(), truth.split()
    for tag, first, end, their_first, their_end in aligned(ours, theirs):
        if end - first == their_end - their_first:
            pairs = zip(ours[first:end], theirs[their_first:their_end], strict=True)
            yield from (([one], [two]) for one, two in pairs)
        elif tag != "equal":
            yield ours[first:end], theirs[their_first:their_end]


def errors(text: str, truth: str) -> int:
    """Return how many code points of a text are wrong, but for what only the truth has before it begins."""
    wrong = 0
    begun = False
    for one, two in answers(text, truth):
        begun = begun or bool(one)
        if begun and one != two:
            wrong += distance(" ".join(one), " ".join(two))
    return wrong


def error_rate(text: str, truth: str) -> float:
    """Return the character error rate of a text: errors by code points of the truth."""
    return errors(text, truth) / len(" ".join(truth.split()))
