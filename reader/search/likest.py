"""Where in a text most of some words stand together: for a person who looks for what is no longer there."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import log
from typing import NamedTuple

from reader.text.agreement import Span
from reader.text.words import placed_words, words

_LEAST = 0.25
"""How much of the words, by weight, a place must have to be worth looking at."""
_WIDER = 1.5
"""How many times as many words as are sought a place may have."""

Word = tuple[str, int, int]


class Likely(NamedTuple):
    """A place with some of the words: how many of them, and how much they weigh, from 0 to 1."""

    span: Span
    found: int
    share: float


def likest(text: str, sought: str, most: int = 5) -> list[Likely]:
    """Return the places with most of the words sought, the best first; each lies within a line.

    A word weighs the more the fewer lines have it (inverse document frequency, Spärck Jones 1972).
    """
    lines = list(_lines(text))
    wanted = set(words(sought))
    having = Counter(word for line in lines for word in {one for one, _, _ in line} & wanted)
    weights = {word: log(1 + len(lines) / having[word]) for word in wanted if having[word]}
    missing = sum(log(1 + len(lines)) for word in wanted if not having[word])
    whole = sum(weights.values()) + missing
    width = max(3, round(_WIDER * len(words(sought))))
    found = [_best_in(line, weights, width) for line in lines if any(one in weights for one, _, _ in line)]
    worth = [one._replace(share=one.share / whole) for one in found if one.share >= _LEAST * whole]
    return sorted(worth, key=lambda one: (-one.share, one.span))[:most]


def _lines(text: str) -> Iterable[list[Word]]:
    start = 0
    for line in text.split("\n"):
        yield placed_words(text, start, start + len(line))
        start += len(line) + 1


def _best_in(line: Sequence[Word], weights: dict[str, float], width: int) -> Likely:
    """Return the run of at most so many words of a line that has most of the weight."""
    inside: defaultdict[str, int] = defaultdict(int)
    weight, best = 0.0, Likely((0, 0), 0, 0.0)
    first = 0
    hits = [at for at, word in enumerate(line) if word[0] in weights]
    for at in hits:
        inside[line[at][0]] += 1
        weight += weights[line[at][0]] if inside[line[at][0]] == 1 else 0.0
        while at - hits[first] >= width:
            gone = line[hits[first]][0]
            inside[gone] -= 1
            weight -= 0.0 if inside[gone] else weights[gone]
            first += 1
        if weight > best.share + 1e-9:
            span = line[hits[first]][1], line[at][2]
            best = Likely(span, sum(count > 0 for count in inside.values()), weight)
    return best
