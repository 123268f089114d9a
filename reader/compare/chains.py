"""What keeps its order: the heaviest chain of matches between two texts."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.text.progress import Progress


class Match(NamedTuple):
    """So many words from `left` on are the same as those from `right` on."""

    left: int
    right: int
    size: int


def heaviest_chain(matches: Sequence[Match], progress: Progress) -> list[Match]:
    """Return those matches, given in order of `left`, that keep their order and have most words together.

    No two have the same `right`. Those that follow each other in both texts are taken as one, so that the
    rest is n log n in the number of jumps (patience over prefix maxima, Fenwick 1994).
    """
    groups = _groups(matches)
    tree: list[tuple[int, int]] = [(0, -1)] * (len(groups) + 1)
    before: list[int] = []
    order = sorted(range(len(groups)), key=lambda at: groups[at][0].right)
    for at, rank in enumerate(progress.through(_inverse(order))):
        weight, previous = _most(tree, rank)
        before.append(previous)
        _raise(tree, rank + 1, (weight + sum(match.size for match in groups[at]), at))
    chain, at = [], _most(tree, len(groups))[1]
    while at >= 0:
        chain += groups[at][::-1]
        at = before[at]
    return chain[::-1]


def _groups(matches: Sequence[Match]) -> list[list[Match]]:
    rank = {right: at for at, right in enumerate(sorted(match.right for match in matches))}
    groups = [[match] for match in matches[:1]]
    for last, match in pairwise(matches):
        if rank[match.right] == rank[last.right] + 1:
            groups[-1].append(match)
        else:
            groups.append([match])
    return groups


def _inverse(order: Sequence[int]) -> list[int]:
    ranks = [0] * len(order)
    for rank, at in enumerate(order):
        ranks[at] = rank
    return ranks


def _most(tree: list[tuple[int, int]], rank: int) -> tuple[int, int]:
    best = (0, -1)
    while rank > 0:
        best = max(best, tree[rank])
        rank &= rank - 1
    return best


def _raise(tree: list[tuple[int, int]], rank: int, value: tuple[int, int]) -> None:
    while rank < len(tree):
        tree[rank] = max(tree[rank], value)
        rank += rank & -rank
