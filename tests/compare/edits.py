"""Pairs of texts that are made: real paragraphs, edited at random, with passages moved on purpose."""

import random
import re
from dataclasses import dataclass, field

HOSTILE = [
    *("{++", "++}", "{--", "--}", "{~~", "~>", "<script>", "</del>", "&amp;", "[-", "-]", "\\", "¶"),
    *("\u202e", "\u00ad", "\u0000", "\ud800", "\r", "\t", "\u2028", "\ufeff", "\u200d"),
    *("𐍈", "👩‍👧", "🇩🇰", "e\u0301", "a\u030a", "å", "ß", "İ", "ﬁ", "1.234,50", "1,5", "…", "»", "«"),
]


@dataclass(frozen=True)
class Planted:
    """A passage that was moved: where its words stand in the right text."""

    words: tuple[tuple[int, int], ...]


@dataclass
class Pair:
    left: str
    right: str = ""
    planted: list[Planted] = field(default_factory=list)


class Edits:
    """Makes pairs from real paragraphs; the same seed makes the same pair."""

    def __init__(self, paragraphs: list[str]) -> None:
        self.paragraphs = paragraphs
        self.words = re.findall(r"\w+", " ".join(paragraphs))

    def pair(self, seed: int, *, moves: int, share: float, hostile: bool = False) -> Pair:
        """Return a pair: `moves` passages of 15 words or more moved by twice their length at least.

        `share` of the other words are changed, and some paragraphs taken away or put in.
        """
        dice = random.Random(seed)
        chosen = dice.sample(self.paragraphs, dice.randrange(4, 24) + 6)
        base, fresh = [paragraph.split() for paragraph in chosen[6:]], chosen[:6]
        if hostile:
            base = [self._changed(dice, words, 0.1, HOSTILE) for words in base]
        right = [[(word, -1) for word in words] for words in base]
        for number in range(moves):
            self._move(dice, right, number)
        vocabulary = [*self.words, *HOSTILE * 20] if hostile else self.words
        edited = self._edited(dice, right, share, vocabulary, fresh)
        return _written(_joined(dice, base, hostile=hostile), edited, moves)

    def _changed(self, dice: random.Random, words: list[str], share: float, new: list[str]) -> list[str]:
        return [part for word in words for part in self._word(dice, word, share, new)]

    def _word(self, dice: random.Random, word: str, share: float, new: list[str]) -> list[str]:
        throw = dice.random()
        if throw >= share:
            return [word]
        return ([dice.choice(new)], [], [word, dice.choice(new)])[int(throw / share * 3)]

    def _move(self, dice: random.Random, right: list[list[tuple[str, int]]], number: int) -> None:
        free = [words for words in right if len(words) >= 15 and all(mark < 0 for _, mark in words)]
        if not free:
            return
        words = dice.choice(free)
        size = dice.randrange(15, min(len(words), 80) + 1)
        begin = dice.randrange(len(words) - size + 1)
        passage = [(word, number) for word, _ in words[begin : begin + size]]
        places = list(_places(right, words, begin, size))
        if places:
            target, at = dice.choice(places)
            words[begin : begin + size] = []
            target[at:at] = passage

    def _edited(
        self,
        dice: random.Random,
        right: list[list[tuple[str, int]]],
        share: float,
        vocabulary: list[str],
        fresh: list[str],
    ) -> list[list[tuple[str, int]]]:
        edited = []
        for words in right:
            if dice.random() < 2 * share and all(mark < 0 for _, mark in words):
                continue
            edited.append(
                [
                    (part, mark)
                    for word, mark in words
                    for part in (self._word(dice, word, share, vocabulary) if mark < 0 else [word])
                ]
            )
            if dice.random() < 2 * share:
                edited.append([(word, -1) for word in dice.choice(fresh).split()])
        return edited


def _places(right, source, begin, size):
    """Give the places that are at least twice the passage's size away, and not inside another passage."""
    offset, here = 0, 0
    for words in right:
        here = offset + begin if words is source else here
        offset += len(words)
    offset = 0
    for words in right:
        for at in range(len(words) + 1 if words is not source else 0):
            inside = 0 < at < len(words) and words[at - 1][1] >= 0 and words[at - 1][1] == words[at][1]
            away = offset + at - here
            if not inside and (away >= 3 * size or away <= -2 * size):
                yield words, at
        offset += len(words)


def _joined(dice: random.Random, paragraphs: list[list[str]], *, hostile: bool) -> str:
    gaps = [" ", " ", " ", "  ", "\n", "\t", ""] if hostile else [" "]
    return "\n".join("".join(word + dice.choice(gaps) for word in words) for words in paragraphs)


def _written(left: str, right: list[list[tuple[str, int]]], moves: int) -> Pair:
    pair = Pair(left)
    places: list[list[tuple[int, int]]] = [[] for _ in range(moves)]
    for words in right:
        for word, mark in words:
            if mark >= 0:
                places[mark].append((len(pair.right), len(pair.right) + len(word)))
            pair.right += word + " "
        pair.right = pair.right.rstrip(" ") + "\n"
    pair.planted = [Planted(tuple(words)) for words in places if words]
    return pair
