"""How like two runs of words are, and where in a text the likest stands: for proposals, never for placing."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from reader.text.agreement import Span
from reader.text.kept_words import Words

_GRAM = 2
_MOST_PLACES = 50
"""A pair of words that stands more often says little about a place."""
_COMMON = 500
"""A word that stands more often than once in so many says nothing about a place."""


def ratio(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how like two runs of words are, from 0 to 1: twice what they have in common in order, by all.

    In very long ones the order is not asked for: that would take time that grows with their square.
    """
    if len(one) + len(other) > _LONG:
        return 2 * (Counter(one) & Counter(other)).total() / (len(one) + len(other))
    return Indel.normalized_similarity(one, other)


_FEW = 3
"""How often any word may stand in a short text and still say something."""

_LONG = 4000
"""How many words two runs may have together to be compared in order."""


class Likeness:
    """Finds the likest place in a text for words that are in no known place any more."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._places: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for at in range(len(words.tokens) - _GRAM + 1):
            self._places[tuple(words.tokens[at : at + _GRAM])].append(at)
        self._often = Counter(words.tokens)
        self._most = max(_FEW, len(words.tokens) // _COMMON)

    def best(self, wanted: Sequence[str]) -> tuple[Span, float] | None:
        """Return the likest place and how like it is; None if it shares nothing with any that says much."""
        votes: Counter[int] = Counter()
        width = max(4, len(wanted) // 4)
        for at in range(len(wanted) - _GRAM + 1):
            places = self._places.get(tuple(wanted[at : at + _GRAM]), ())
            if len(places) <= _MOST_PLACES:
                votes.update({(place - at) // width for place in places})
        if not votes:
            return None
        shift = max(votes, key=lambda one: (votes[one] + votes[one + 1], -one)) * width
        return self._around(wanted, shift, width)

    def _around(self, wanted: Sequence[str], shift: int, width: int) -> tuple[Span, float] | None:
        first = max(0, shift - width)
        last = min(len(self._words.tokens), shift + len(wanted) + 2 * width)
        window = self._words.tokens[first:last]
        kept = [block for block in Indel.opcodes(wanted, window) if block.tag == "equal"]
        common = (word for block in kept for word in window[block.dest_start : block.dest_end])
        if not any(self._often[word] <= self._most for word in common):
            return None
        start, end = first + kept[0].dest_start, first + kept[-1].dest_end
        span = self._words.spans[start][0], self._words.spans[end - 1][1]
        return span, ratio(wanted, self._words.tokens[start:end])
