"""Which lines of a text are still there in another form of it, letter by letter, and where.

Method: lines that stand once in both texts are pairs, as in Bram Cohen's patience diff; the longest run of
them that keeps its order divides both texts, and between two of its pairs the same is done again. A line that
left the order is a pair only if it is long enough not to be another of the same words.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

LONG = 4
"""How many words a line that moved must have to be known by them."""


class Gap(NamedTuple):
    """Lines of both texts between two pairs that keep the order: first, and one past the last, of each."""

    old: tuple[int, int]
    new: tuple[int, int]


class KeptLines(NamedTuple):
    """For each old line the new one it is, or -1; the new lines that are pairs; and the gaps between them.

    `moved` are old lines that left the order; each stands in a gap, and its pair anywhere.
    """

    new_of: list[int]
    taken: set[int]
    moved: set[int]
    gaps: list[Gap]


def kept_lines(old: Sequence[str], new: Sequence[str]) -> KeptLines:
    """Pair the lines of two texts; equal ones that cannot be told apart have no pair."""
    new_of = [-1] * len(old)
    taken: set[int] = set()
    unique = _unique(old, new, range(len(old)), range(len(new)))
    ordered = in_order(unique)
    moved = dict(_moved(unique, ordered, old))
    for one, other in moved.items():
        new_of[one] = other
        taken.add(other)
    gaps = []
    todo = list(_gaps_between(ordered, Gap((0, len(old)), (0, len(new)))))
    for one, other in ordered:
        new_of[one] = other
    while todo:
        gap = todo.pop()
        pairs = _pairs_in(gap, old, new, new_of, taken)
        for one, other in pairs:
            new_of[one] = other
        if pairs:
            todo += _gaps_between(pairs, gap)
        else:
            gaps.append(gap)
    return KeptLines(new_of, {at for at in new_of if at >= 0}, set(moved), sorted(gaps))


def in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs, given by their first, whose second grow too."""
    tails: list[int] = []
    best: list[int] = []
    before = [-1] * len(pairs)
    for at, (_, second) in enumerate(pairs):
        place = bisect_left(tails, second)
        tails[place : place + 1] = [second]
        best[place : place + 1] = [at]
        before[at] = best[place - 1] if place else -1
    chain = []
    at = best[-1] if best else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _unique(
    old: Sequence[str], new: Sequence[str], of_old: Sequence[int], of_new: Sequence[int]
) -> list[tuple[int, int]]:
    """Return the lines that stand once among these of each text."""
    old_count, new_count = Counter(old[at] for at in of_old), Counter(new[at] for at in of_new)
    where = {new[at]: at for at in of_new}
    return [
        (at, where[old[at]])
        for at in of_old
        if old[at].strip() and old_count[old[at]] == 1 and new_count[old[at]] == 1
    ]


def _moved(
    unique: Sequence[tuple[int, int]], ordered: Sequence[tuple[int, int]], old: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs out of order that can be trusted: long ones, and short ones that moved beside them."""
    others = dict(unique)
    for one, _ in ordered:
        del others[one]
    sure = {one for one in others if len(old[one].split()) >= LONG}
    for step in (1, -1):
        for one in sorted(others, reverse=step < 0):
            if one - step in sure and others.get(one - step) == others[one] - step:
                sure.add(one)
    yield from ((one, others[one]) for one in sorted(sure))


def _pairs_in(
    gap: Gap, old: Sequence[str], new: Sequence[str], new_of: Sequence[int], taken: set[int]
) -> list[tuple[int, int]]:
    of_old = [at for at in range(*gap.old) if new_of[at] < 0]
    of_new = [at for at in range(*gap.new) if at not in taken]
    if [old[at] for at in of_old] == [new[at] for at in of_new]:
        return list(zip(of_old, of_new, strict=True))
    return in_order(_unique(old, new, of_old, of_new)) or _at_the_ends(old, new, of_old, of_new)


def _at_the_ends(
    old: Sequence[str], new: Sequence[str], of_old: list[int], of_new: list[int]
) -> list[tuple[int, int]]:
    """Pair equal lines at both ends of a gap, unless one of their likes may be the one that is missing."""
    counts = Counter(old[at] for at in of_old), Counter(new[at] for at in of_new)
    first = _alike(zip(of_old, of_new, strict=False), old, new, counts)
    rest = zip(of_old[len(first) :][::-1], of_new[len(first) :][::-1], strict=False)
    return [*first, *reversed(_alike(rest, old, new, counts))]


def _alike(
    pairs: Iterable[tuple[int, int]],
    old: Sequence[str],
    new: Sequence[str],
    counts: tuple["Counter[str]", "Counter[str]"],
) -> list[tuple[int, int]]:
    def same(pair: tuple[int, int]) -> bool:
        line = old[pair[0]]
        return line == new[pair[1]] and counts[0][line] == counts[1][line]

    return list(takewhile(same, pairs))


def _gaps_between(pairs: Sequence[tuple[int, int]], whole: Gap) -> Iterator[Gap]:
    one, other = whole.old[0], whole.new[0]
    for first, second in (*pairs, (whole.old[1], whole.new[1])):
        if one < first or other < second:
            yield Gap((one, first), (other, second))
        one, other = first + 1, second + 1
