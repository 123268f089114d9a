"""Words judged by those beside them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reader.intake.usage import Pair, Usage

_WEIGHT = 10

Options = Sequence[tuple[str, float]]
"""What a word may have been, each with its chance."""


class Context:
    """What the neighbours of words say, by how often words stand side by side in other texts.

    The chance of a word after another is that of the word alone, drawn towards what was seen with the weight
    of a few sightings (MacKay and Peto, *A hierarchical Dirichlet language model*, Natural Language
    Engineering 1, 1995); those of all words of a sentence are found together, forward and backward
    (Rabiner, *A tutorial on hidden Markov models*, Proceedings of the IEEE 77, 1989).
    """

    def __init__(self, usage: Usage, sentences: Iterable[Sequence[Options]]) -> None:
        self._usage = usage
        wanted = {pair for sentence in sentences for pair in self._wanted(sentence)}
        self._pairs: Counter[Pair] = usage.beside(wanted)

    def _wanted(self, sentence: Sequence[Options]) -> Iterator[Pair]:
        for one, two in pairwise(sentence):
            if len(one) > 1 or len(two) > 1:
                known = [word for word, _ in two if self._usage.count(word)]
                yield from ((a, b) for a, _ in one if self._usage.count(a) for b in known)

    def chances(self, sentence: Sequence[Options]) -> list[list[float]]:
        """Return the chance of each option of each word, given the others."""
        forward = [_shares([chance for _, chance in sentence[0]])]
        for one, two in pairwise(sentence):
            before = [(word, chance) for (word, _), chance in zip(one, forward[-1], strict=True)]
            ways = (c * sum(f * self._after(a, b) for a, f in before) for b, c in two)
            forward.append(_shares(list(ways)) if len(two) > 1 else [1.0])
        backward = [[1.0] * len(sentence[-1])]
        for two, one in pairwise(reversed(sentence)):
            after = [(word, c * chance) for (word, c), chance in zip(two, backward[-1], strict=True)]
            ways = (sum(f * self._after(a, b) for b, f in after) for a, _ in one)
            backward.append(_shares(list(ways)) if len(one) > 1 else [1.0])
        both = zip(forward, reversed(backward), strict=True)
        return [_shares([f * b for f, b in zip(fs, bs, strict=True)]) for fs, bs in both]

    def _after(self, one: str, two: str) -> float:
        """Return how much likelier a word is after another than anywhere."""
        together = self._pairs.get((one, two), 0)
        seen = together / self._usage.chance(two) if together else 0
        return (seen + _WEIGHT) / (self._usage.count(one) + _WEIGHT)


def _shares(chances: Sequence[float]) -> list[float]:
    total = sum(chances)
    return [chance / total for chance in chances] if total else [1 / len(chances)] * len(chances)
