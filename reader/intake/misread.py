"""How often each letter was misread in one text, learned from that text alone."""

from collections.abc import Mapping, Sequence
from math import prod
from typing import NamedTuple

from reader.intake.guesses import Guess
from reader.intake.letters import DANISH, PARTED, READINGS, small

_ROUNDS = 5
_AT_FIRST = 0.5
_UNSEEN = 0.03
_ALIKE = 0.03

Sign = tuple[str, str]
"""A letter, and what it was read as: itself where it was read right."""
Counts = dict[Sign, float]


class _Ways(NamedTuple):
    """The guesses for a word that hold such letters: how often it was read, and what each explains."""

    times: int
    chances: tuple[float, ...]
    signs: tuple[tuple[Sign, ...], ...]


class Misreadings:
    """The misreadings of one text: which letter was read as what, and how often.

    They are learned by expectation maximisation, as the corrector of Tong and Evans calibrates itself (*A
    statistical approach to automatic OCR error correction in context*, 4th Workshop on Very Large Corpora,
    1996): every word is explained by its guesses, and the explanations are counted. No word is evidence for
    itself: where it is judged, what it explained is left out. And as right words too can be like others, a
    plain letter must explain more than the share of places that it would in a text without a misreading.
    """

    def __init__(self, words: Mapping[str, int], guesses: Mapping[str, Sequence[Guess]]) -> None:
        self._guesses = guesses
        self._ways = {read: ways for read in guesses if (ways := _ways(read, words[read], guesses[read]))}
        self._kept = {
            (letter, letter): float(sum(times * small(read).count(letter) for read, times in words.items()))
            for letter in READINGS
            if letter not in DANISH
        }
        self._own: dict[str, Counts] = {}
        self._all: Counts = {}
        self._places: dict[str, float] = {}
        for _ in range(_ROUNDS):
            self._learn()

    def _learn(self) -> None:
        own: dict[str, Counts] = {}
        every = dict(self._kept)
        for read, ways in self._ways.items():
            counts = own.setdefault(_folded(read), {})
            for sign, times in self._explained(read, ways).items():
                counts[sign] = counts.get(sign, 0) + times
                every[sign] = every.get(sign, 0) + times
        self._own, self._all, self._places = own, every, _places(every)

    def _explained(self, read: str, ways: _Ways) -> Counts:
        """Return how often a word explains each sign, in all its places together."""
        chances = self.chances(read)
        total = sum(chances)
        found: Counts = {}
        for signs, chance in zip(ways.signs, chances, strict=True):
            for sign in signs if total else ():
                found[sign] = found.get(sign, 0) + ways.times * chance / total
        return found

    def chances(self, read: str) -> list[float]:
        """Return for each guess of a word the chance that it stood there and was read so."""
        ways = self._ways.get(read)
        if ways is None:
            return [guess.chance for guess in self._guesses[read]]
        own = self._own.get(_folded(read), {})
        places = _places(own)
        every = {sign for signs in ways.signs for sign in signs}
        odds = {sign: self._odds(sign, own.get(sign, 0), places.get(sign[0], 0)) for sign in every}
        return [
            chance * prod(odds[sign] for sign in signs)
            for chance, signs in zip(ways.chances, ways.signs, strict=True)
        ]

    def _odds(self, sign: Sign, own: float, own_places: float) -> float:
        letter, read = sign
        kinds = len(READINGS[letter])
        if not self._places:
            return _AT_FIRST if letter == read else _AT_FIRST / kinds
        places = max(0, self._places.get(letter, 0) - own_places)
        seen = self._all.get(sign, 0) - own
        if letter != read and read.isalpha():
            seen -= _ALIKE * places
        return (max(0, seen) + _UNSEEN) / (places + _UNSEEN * (kinds + 1))

    def share(self) -> float:
        """Return which share of the Danish letters was misread."""
        places = sum(self._places.get(letter, 0) for letter in DANISH)
        kept = sum(self._all.get((letter, letter), 0) for letter in DANISH)
        return 1 - kept / places if places else 0


def _folded(read: str) -> str:
    return small(read).replace(PARTED, "")


def _places(signs: Counts) -> dict[str, float]:
    found: dict[str, float] = {}
    for (letter, _), times in signs.items():
        found[letter] = found.get(letter, 0) + times
    return found


def _ways(read: str, times: int, guesses: Sequence[Guess]) -> _Ways | None:
    signs = tuple(_signs(read, guess) for guess in guesses)
    return _Ways(times, tuple(guess.chance for guess in guesses), signs) if any(signs) else None


def _signs(read: str, guess: Guess) -> tuple[Sign, ...]:
    """Return the letters of interest in a guess, each with what it was read as."""
    slips = [(slip.letter, read[slip.start : slip.end]) for slip in guess.slips]
    inside = {at for slip in guess.slips for at in range(slip.start, slip.end)}
    return (
        *slips,
        *((sign, sign) for at, sign in enumerate(small(read)) if sign in DANISH and at not in inside),
    )
