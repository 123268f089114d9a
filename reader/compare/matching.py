"""Which of the earlier principles each later one answers: from words, titles and order, all at once."""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from reader.compare.assignment import assign
from reader.compare.wording import Weights, Wording

CONFIDENT = 0.6
"""From here on a match may be taken as found; below it, it is a proposal to look at."""

_TITLE_LIFT = 0.3
_ORDER_LIFT = 0.06
_ALIKE = 0.36
_TITLE_ONLY = 0.3
_SURELY_ALIKE = 0.5
_HELD = 0.3
_SURELY_HELD = 0.7
_PLENTY = 100.0
"""What a part must say (a sentence of twenty words or so) before it can surely be told from others."""
_MOST_SOURCES = 3
_DUPLICATE = 0.5
_MARGIN = 3
"""How quickly a match grows sure as it draws away from its nearest rival."""


class Found(NamedTuple):
    """That one of the earlier (by its place in the list) is answered by one of the later.

    `kind` is whole; split, where the earlier has another answer besides; or merged, where the later answers
    another besides. `sure` is from 0 to 1.
    """

    earlier: int
    later: int
    kind: str
    sure: float


def match(earlier: Sequence[Wording], later: Sequence[Wording]) -> list[Found]:
    """Return what answers what, in the order of the later and then the earlier.

    No wording is in two whole matches; a split or merged one is beside the whole match of the other.
    """
    return _Matching(earlier, later).found() if earlier and later else []


class _Matching:
    def __init__(self, earlier: Sequence[Wording], later: Sequence[Wording]) -> None:
        self._earlier, self._later = earlier, later
        self._weights = Weights([*earlier, *later])
        self._bodies = self._likenesses()
        self._scores = [
            [self._score(row, column) for column in range(len(later))] for row in range(len(earlier))
        ]

    def found(self) -> list[Found]:
        verbatim = self._verbatim()
        whole = verbatim | self._alike(verbatim)
        parts = list(self._parts(whole))
        partners = {*whole.items(), *((row, column) for row, column, _, _ in parts)}
        wholes = [
            Found(row, column, "whole", self._sure(row, column, partners, row in verbatim))
            for row, column in whole.items()
        ]
        return sorted([*wholes, *parts], key=lambda found: (found.later, found.earlier))

    def _likenesses(self) -> list[list[float]]:
        """Return the cosine of every two bodies, 0 where one has none."""
        lengths = [self._weights.length(one.bag) for one in self._earlier]
        others = [self._weights.length(other.bag) for other in self._later]
        product = self._weights.product
        return [
            [
                product(one.bag, other.bag) / (a * b) if a and b else 0.0
                for other, b in zip(self._later, others, strict=True)
            ]
            for one, a in zip(self._earlier, lengths, strict=True)
        ]

    def _score(self, row: int, column: int) -> float:
        one, other = self._earlier[row], self._later[column]
        title = self._weights.dice(one.title_bag, other.title_bag)
        if not one.body and not other.body:
            return title
        return 1 - (1 - self._bodies[row][column]) * (1 - _TITLE_LIFT * title)

    def _verbatim(self) -> dict[int, int]:
        """Return what stands again word for word; of several such, the first answers the first."""
        free: dict[tuple[tuple[str, ...], ...], list[int]] = {}
        for row in range(len(self._earlier) - 1, -1, -1):
            free.setdefault(_wording(self._earlier[row]), []).append(row)
        given = {}
        for column, other in enumerate(self._later):
            if rows := free.get(_wording(other)):
                given[rows.pop()] = column
        return given

    def _alike(self, given: dict[int, int]) -> dict[int, int]:
        rows = [row for row in range(len(self._earlier)) if row not in given]
        taken = set(given.values())
        columns = [column for column in range(len(self._later)) if column not in taken]
        gains = [[self._gain(row, column) for column in columns] for row in rows]
        return {rows[row]: columns[column] for row, column in assign(gains).items()}

    def _gain(self, row: int, column: int) -> float:
        score = self._scores[row][column]
        if self._only_by_title(row, column) and not self._best(row, column):
            return 0.0
        apart = abs(_place(row, self._earlier) - _place(column, self._later))
        return score + _ORDER_LIFT * (1 - apart) - _ALIKE

    def _only_by_title(self, row: int, column: int) -> bool:
        return self._bodies[row][column] < _TITLE_ONLY

    def _best(self, row: int, column: int) -> bool:
        """Say whether neither of the two is more like anything else."""
        return self._scores[row][column] > self._rival(row, column, set())

    def _rival(self, row: int, column: int, partners: set[tuple[int, int]]) -> float:
        """Return the highest score that either has with another that it is not matched with."""
        beside = [(row, other) for other in range(len(self._later)) if other != column]
        beside += [(other, column) for other in range(len(self._earlier)) if other != row]
        return max((self._scores[a][b] for a, b in beside if (a, b) not in partners), default=0.0)

    def _sure(self, row: int, column: int, partners: set[tuple[int, int]], verbatim: bool) -> float:
        score, rival = self._scores[row][column], self._rival(row, column, partners)
        if verbatim:
            return _DUPLICATE if rival >= score else 1.0
        strength = self._bodies[row][column] if self._earlier[row].body else score
        return max(0.0, 1 - (rival / score) ** _MARGIN) * min(1.0, strength / _SURELY_ALIKE)

    # What was split or merged

    def _parts(self, whole: Mapping[int, int]) -> Iterator[Found]:
        """Return what is left over but stands in another, the surest first.

        Where both are left over, most of one was dropped or added, and it is a whole match after all.
        """
        rows, columns = set(whole), set(whole.values())
        for sure, row, column in sorted(self._left_over(rows, columns), reverse=True):
            if row in rows and column in columns:
                continue
            yield Found(
                row, column, "split" if row in rows else "merged" if column in columns else "whole", sure
            )
            rows.add(row)
            columns.add(column)

    def _left_over(self, rows: Container[int], columns: Container[int]) -> list[tuple[float, int, int]]:
        found = []
        for column, part in enumerate(self._later):
            if column not in columns and (held := self._holder(part, self._earlier)):
                found.append((held[1], held[0], column))
        for row, part in enumerate(self._earlier):
            if row not in rows and (held := self._holder(part, self._later)):
                found.append((held[1], row, held[0]))
        return found

    def _holder(self, part: Wording, others: Sequence[Wording]) -> tuple[int, float] | None:
        """Return which of the others holds most of what a part says, and how sure that is."""
        whole = self._weights.weight(part.bag)
        shares = [self._weights.shared(part.bag, other.bag) / whole if whole else 0.0 for other in others]
        likely = sorted(range(len(others)), key=lambda at: -shares[at])[:_MOST_SOURCES]
        held = sorted(
            ((*self._held(part, others[at]), at) for at in likely if shares[at] >= _HELD), reverse=True
        )
        if not held or held[0][0] < _HELD or held[0][1] < 0.5:
            return None
        best, _, at = held[0]
        rival = held[1][0] if len(held) > 1 else 0.0
        return at, (1 - (rival / best) ** _MARGIN) * min(1.0, best / _SURELY_HELD, whole / _PLENTY)

    def _held(self, part: Wording, other: Wording) -> tuple[float, float]:
        """Return how much of what a part says stands in paragraphs of another, on average and how evenly.

        Each sentence is looked for in the paragraph that holds most of it; the second figure is the share of
        sentences, by what they say, of which enough was found.
        """
        total = evenly = held = 0.0
        for sentence in part.sentence_bags:
            weight = self._weights.weight(sentence)
            best = max((self._weights.shared(sentence, bag) for bag in other.paragraph_bags), default=0.0)
            total, held = total + weight, held + best
            evenly += weight if best >= _HELD * weight else 0.0
        return (held / total, evenly / total) if total else (0.0, 0.0)


def _wording(wording: Wording) -> tuple[tuple[str, ...], ...]:
    return wording.title, wording.body


def _place(at: int, wordings: Sequence[Wording]) -> float:
    return at / (len(wordings) - 1) if len(wordings) > 1 else 0.0
