"""Which lines of a text became which of another, where they were changed: for sure, or as a guess.

Two lines are akin if they have runs of words in common. Lines in the same gap that are akin make a family. It
is sure if it has about as many words in both texts, if no two of its lines on one side are akin, and if
none is more like a line elsewhere, nor a new one as much like a line that was kept: where two old lines are
like one new one, or two new ones like one old, nobody can tell which of them it was.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

_SHORT = 5
"""Lines of fewer words are compared word by word: they have hardly any runs of three."""

_AKIN = 0.3
"""How many of the shorter line's runs of words must stand in the other."""

_AKIN_SHORT = 0.5
_COMMON = 30
"""A run of words that stands in more lines than this says nothing."""

_GROWTH = 1.5
"""How much longer a family may be in one text than in the other."""

_BETTER = 0.1
"""How much liker a line elsewhere must be to make a family unsure."""

Run = tuple[str, ...]
"""Words that follow each other."""

Shares = dict[tuple[int, int], float]
"""For two lines that are akin how much of the shorter one stands in the other."""


class Line(NamedTuple):
    """A line by its words, and the gap between kept lines that it stands in."""

    words: list[str]
    gap: int


class Family(NamedTuple):
    """Old lines and the new ones they became."""

    old: tuple[int, ...]
    new: tuple[int, ...]


class ChangedLines(NamedTuple):
    """The families that are sure; and for each old line the new ones it is like, the likest first."""

    families: list[Family]
    alike: dict[int, list[tuple[int, float]]]


def changed_lines(old: Mapping[int, Line], new: Mapping[int, Line], kept: Mapping[int, Line]) -> ChangedLines:
    """Find out what became of lines, given by their numbers; `kept` are old ones that are still there."""
    akin = _akin(old, new)
    rivalled = _rivalled(akin, old, new)
    copied = _copied(akin, _akin(kept, new) if akin else {})
    alike: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for (one, other), share in akin.items():
        alike[one].append((other, share))
    for one, found in alike.items():
        found.sort(key=lambda pair: (new[pair[0]].gap != old[one].gap, -pair[1], pair[0]))
    near = [pair for pair in akin if old[pair[0]].gap == new[pair[1]].gap]
    families = [
        family
        for family in _families(near)
        if not rivalled[0].intersection(family.old)
        and not (rivalled[1] | copied).intersection(family.new)
        and _is_sure(family, old, new)
    ]
    return ChangedLines(families, dict(alike))


def _rivalled(akin: Shares, old: Mapping[int, Line], new: Mapping[int, Line]) -> tuple[set[int], set[int]]:
    """Return the old and the new lines that are more like one in another gap than like any in their own."""
    near: dict[tuple[str, int], float] = {}
    far: dict[tuple[str, int], float] = {}
    for (one, other), share in akin.items():
        best = near if old[one].gap == new[other].gap else far
        for key in (("old", one), ("new", other)):
            best[key] = max(share, best.get(key, 0.0))
    beaten = {key for key, share in far.items() if share > near.get(key, 0.0) + _BETTER}
    return {at for side, at in beaten if side == "old"}, {at for side, at in beaten if side == "new"}


def _copied(akin: Shares, of_kept: Shares) -> set[int]:
    """Return the new lines that are as much like one that was kept as like any other: copies, perhaps."""
    best: dict[int, float] = {}
    for (_, other), share in akin.items():
        best[other] = max(share, best.get(other, 0.0))
    return {other for (_, other), share in of_kept.items() if share >= best.get(other, 0.0)}


def _akin(old: Mapping[int, Line], new: Mapping[int, Line]) -> Shares:
    found = {}
    for one, other in _meeting(old, new):
        short = min(len(old[one].words), len(new[other].words)) < _SHORT
        here, there = _pieces(old[one].words, short=short), _pieces(new[other].words, short=short)
        size = (max if short else min)(here.total(), there.total())
        share = (here & there).total() / size if size else 0.0
        if share >= (_AKIN_SHORT if short else _AKIN):
            found[one, other] = share
    return found


def _meeting(old: Mapping[int, Line], new: Mapping[int, Line]) -> set[tuple[int, int]]:
    """Return the pairs of lines that share something which does not stand everywhere."""
    there = _index(new)
    here = _index(old, there)
    return {
        (one, other)
        for run in here
        if len(here[run]) <= _COMMON and len(there[run]) <= _COMMON
        for one in here[run]
        for other in there[run]
    }


def _index(lines: Mapping[int, Line], only: Container[Run] | None = None) -> dict[Run, set[int]]:
    index: dict[Run, set[int]] = defaultdict(set)
    for number, line in lines.items():
        for run in _keys(line.words):
            if only is None or run in only:
                index[run].add(number)
    return index


def _keys(words: Sequence[str]) -> Iterator[Run]:
    yield from _runs(words)
    if len(words) < 2 * _SHORT:
        yield from ((word,) for word in words)


def _pieces(words: Sequence[str], *, short: bool) -> "Counter[Run]":
    return Counter((word,) for word in words) if short else Counter(_runs(words))


def _runs(words: Sequence[str]) -> Iterator[Run]:
    return zip(words, words[1:], words[2:], strict=False)


def _families(akin: Iterable[tuple[int, int]]) -> list[Family]:
    root: dict[tuple[str, int], tuple[str, int]] = {}

    def top(key: tuple[str, int]) -> tuple[str, int]:
        while root.setdefault(key, key) != key:
            root[key] = key = root[root[key]]
        return key

    for one, other in akin:
        root[top(("old", one))] = top(("new", other))
    members: dict[tuple[str, int], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, number in sorted(root):
        members[top((side, number))][side == "new"].append(number)
    return [Family(tuple(of_old), tuple(of_new)) for of_old, of_new in members.values()]


def _is_sure(family: Family, old: Mapping[int, Line], new: Mapping[int, Line]) -> bool:
    here, there = {at: old[at] for at in family.old}, {at: new[at] for at in family.new}
    shorter, longer = sorted(sum(len(line.words) for line in side.values()) for side in (here, there))
    likes = any(one != other for side in (here, there) for one, other in _akin(side, side))
    return longer <= _GROWTH * shorter + _SHORT and not likes
