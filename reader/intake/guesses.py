"""What a word of a machine-read text may have been, by the words that other agreements have."""

from collections.abc import Iterator, Sequence
from heapq import nlargest
from typing import NamedTuple

from reader.intake.letters import PARTED, Slip, slips_at, small
from reader.intake.usage import SHORTEST_HEAD, SHORTEST_TAIL, Usage

AS_READ = "as read"
WHOLE = "whole"
INFLECTED = "inflected"
COMPOUND = "compound"
SPELLED = "spelled"

_ENDINGS = frozenset(
    (
        *("e", "en", "et", "er", "es", "n", "ne", "nes", "ens", "ets", "ers", "ene", "enes", "erne", "ernes"),
        *("s", "r", "t", "te", "tes", "de", "des", "ede", "edes", "ende", "endes", "ere", "eres", "est"),
        *("este", "else", "elsen", "elser", "elserne", "ing", "ingen", "inger", "ingerne", "ning", "ningen"),
        *("ninger", "ningerne", "ering", "eret", "erede", "erer", "ig", "igt", "ige", "lig", "ligt", "lige"),
    )
)
_ALL_ENDINGS = ("", *sorted(_ENDINGS))
_LINKS = {"s": 0.5, "e": 0.2}
_SHORTEST_STEM = 4
_INFLECTIONS = 0.2
_COMPOUNDS = 0.2
_OTHERS = 0.6
_UMLAUTS = frozenset((("a", "æ"), ("a", "ø"), ("o", "ø")))
_LIKE_BY_UMLAUT = 0.02
_LIKENESS = {WHOLE: 0.002, INFLECTED: 0.02, COMPOUND: 0.005}
_AT_ONCE = 6
_SPELLINGS = 4
_A_SLIP = 0.1

Way = tuple[float, str, tuple[Slip, ...]]
"""The beginning of a word, with its chance before it and what was misread in it after it."""


class Guess(NamedTuple):
    """A word that may have stood there: in small letters, what was misread in it, and its chance beforehand.

    `how` says what speaks for it: the word whole, a known stem with another ending, known parts, or no more
    than that Danish words are spelled so.
    """

    word: str
    slips: tuple[Slip, ...]
    how: str
    chance: float


def guesses(read: str, usage: Usage) -> list[Guess]:
    """Return what a word may have been: first as it was read, then with letters misread.

    `read` may hold `PARTED`; the slips count its signs, the guesses are without it.
    """
    plain = small(read)
    found = _Walk(usage, read, plain).found()
    own = next((guess for guess in found if not guess.slips), None)
    others = [guess for guess in found if _tells(guess.slips)]
    if any(guess.how == WHOLE for guess in others):
        others = [guess for guess in others if guess.how == WHOLE]
    word = plain.replace(PARTED, "")
    chance = (own.chance if own else 0) + _unknown(usage, word)
    if own and own.how == WHOLE:
        return [Guess(word, (), WHOLE, chance), *others]
    known = {guess.slips for guess in others}
    spelled = [guess for guess in _spelled(usage, read, plain) if guess.slips not in known]
    how = own.how if own else AS_READ
    return [Guess(word, (), how, chance + _alike(usage, read, word, others)), *others, *spelled]


def _tells(slips: tuple[Slip, ...]) -> bool:
    """Say whether more was misread than an `l`, which right words like `IT` seem to hold too."""
    return any(slip.letter != "l" for slip in slips)


def _unknown(usage: Usage, word: str) -> float:
    return usage.new * _OTHERS * usage.spelling(word)


def _alike(usage: Usage, read: str, word: str, others: Sequence[Guess]) -> float:
    """Return the chance of a new word that is like a known one but for letters that are misread so."""
    own = usage.spelling(word)
    return sum(
        _likeness(read, guess) * guess.chance * min(1, own / usage.spelling(guess.word)) for guess in others
    )


def _likeness(read: str, guess: Guess) -> float:
    """Return how often a new word is like this one, for each time that this one stands.

    Oftener where Danish itself forms a word from the other (`sætte` and `satte`, `børn` and `barn`), or where
    only a part of the other is known.
    """
    pairs = ((small(read[slip.start : slip.end]), slip.letter) for slip in guess.slips)
    return max(_LIKENESS[guess.how], _LIKE_BY_UMLAUT if _UMLAUTS.issuperset(pairs) else 0)


class _Walk:
    """Walks along a word and the words of the usage at once, by all the ways in which it may be misread."""

    def __init__(self, usage: Usage, read: str, plain: str) -> None:
        self._usage = usage
        self._read = read
        self._plain = plain
        self._found: dict[tuple[Slip, ...], Guess] = {}

    def found(self) -> list[Guess]:
        """Return all guesses, each once."""
        self._go(0, "", (), "", 1.0)
        return list(self._found.values())

    def _go(self, at: int, part: str, slips: tuple[Slip, ...], head: str, chance: float) -> None:
        """Go on from here: `part` has been read since `head`, which has this chance."""
        if at == len(self._read):
            self._end(part, slips, head, chance)
        elif self._read[at] == PARTED:
            self._go(at + 1, part, slips, head, chance)
        else:
            if not head:
                self._inflect(at, part, slips)
                self._compound(at, part, slips)
            self._step(at + 1, part + self._plain[at], slips, head, chance)
            for slip in slips_at(self._read, at):
                self._step(slip.end, part + slip.letter, (*slips, slip), head, chance)

    def _step(self, at: int, part: str, slips: tuple[Slip, ...], head: str, chance: float) -> None:
        if self._usage.begins(part):
            self._go(at, part, slips, head, chance)

    def _end(self, part: str, slips: tuple[Slip, ...], head: str, chance: float) -> None:
        if head and len(part) >= SHORTEST_TAIL:
            self._add(head + part, slips, COMPOUND, _COMPOUNDS * chance * self._usage.tail(part))
        elif not head and self._usage.count(part):
            self._found[slips] = Guess(part, slips, WHOLE, self._usage.chance(part))

    def _inflect(self, at: int, part: str, slips: tuple[Slip, ...]) -> None:
        ending = self._plain[at:].replace(PARTED, "")
        if len(part) >= _SHORTEST_STEM and ending in _ENDINGS and not self._usage.count(part + ending):
            family = sum(self._usage.chance(part + other) for other in _ALL_ENDINGS)
            self._add(part + ending, slips, INFLECTED, _INFLECTIONS * family / len(_ALL_ENDINGS))

    def _compound(self, at: int, part: str, slips: tuple[Slip, ...]) -> None:
        if len(part) < SHORTEST_HEAD or len(self._read) - at < SHORTEST_TAIL:
            return
        chance = self._usage.head(part)
        if chance:
            self._go(at, "", slips, part, chance)
            link = self._plain[at]
            if link in _LINKS:
                self._go(at + 1, "", slips, part + link, chance * _LINKS[link])

    def _add(self, word: str, slips: tuple[Slip, ...], how: str, share: float) -> None:
        """Add a guess that was not seen whole; `share` is its share of all words that are new."""
        known = self._found.get(slips, Guess(word, slips, how, 0))
        if share and known.how != WHOLE:
            self._found[slips] = known._replace(chance=known.chance + self._usage.new * share)


def _spelled(usage: Usage, read: str, plain: str) -> Iterator[Guess]:
    """Give the spellings with letters misread that are likeliest in a new word."""
    ways: list[list[Way]] = [[] for _ in range(len(read) + 1)]
    ways[0] = [(1.0, "", ())]
    for at, letter in enumerate(plain):
        for chance, word, slips in nlargest(_AT_ONCE, ways[at]):
            if letter == PARTED:
                ways[at + 1].append((chance, word, slips))
                continue
            ways[at + 1].append((chance * _following(usage, word, letter), word + letter, slips))
            for slip in slips_at(read, at):
                odds = chance * _A_SLIP * _following(usage, word, slip.letter)
                ways[slip.end].append((odds, word + slip.letter, (*slips, slip)))
    ended = ((chance * _following(usage, word, "$"), word, slips) for chance, word, slips in ways[-1])
    for _, word, slips in nlargest(_SPELLINGS, (way for way in ended if _tells(way[2]))):
        yield Guess(word, slips, SPELLED, _unknown(usage, word))


def _following(usage: Usage, word: str, letters: str) -> float:
    """Return the chance that a new word that begins so goes on with these letters."""
    chance = 1.0
    for letter in letters:
        chance *= usage.letter(word, letter)
        word += letter
    return chance
