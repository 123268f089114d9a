"""Passages that went elsewhere: the same words, taken away in one place and put in at another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.compare.chains import Match
from reader.compare.free import Aligned, FreeWords
from reader.compare.tokens import SENTENCE, Tokens
from reader.text.agreement import Span
from reader.text.progress import Progress

_SEED = 5
"""Words in a row that stand once among those taken away and once among those put in."""
_FEWEST = 10
"""Words in a row of a passage that is said to have moved; fewer are a turn of phrase."""
_ENOUGH = 14
"""Words from which they need not be in a row."""
_SURE = 15
"""Words in a row that are no turn of phrase, however often they stand in the texts."""
_SKIP = 3  # words that may differ within a moved passage
_GOES_ON = 3  # words that must be the same after them
_STRETCH = 20_000


class Passage(NamedTuple):
    """A moved passage: the runs of words that are the same at both ends, in order, a few words apart."""

    runs: tuple[Match, ...]

    @property
    def size(self) -> int:
        """How many words are the same."""
        return sum(run.size for run in self.runs)

    @property
    def core(self) -> Match:
        """The longest run."""
        return max(self.runs, key=lambda run: run.size)


def moved(
    one: Tokens, other: Tokens, pairs: Sequence[Aligned], progress: Progress
) -> tuple[list[Passage], list[Aligned]]:
    """Find the passages that moved, within a pair or between pairs.

    Returns them, and the pairs without the few scattered matches that stood in their way.
    """
    free = FreeWords(one, other, pairs)
    runs = _common_runs(one, other, free, progress.part(0, 0.6))
    found = list(_longest_first(free, runs, progress.part(0.6, 0.8)))
    told = _without_turns_of_phrase(one, other, found, progress.part(0.8, 1))
    return told, _freed(one, other, pairs, told) if told else list(pairs)


def _common_runs(one: Tokens, other: Tokens, free: FreeWords, progress: Progress) -> list[Match]:
    ours = _seeds(one.code, free.stretches(0), progress.part(0, 0.4))
    theirs = _seeds(other.code, free.stretches(1), progress.part(0.4, 0.8))
    runs: list[Match] = []
    for seed, left in progress.part(0.8, 1).through(ours.items(), 100):
        right = theirs.get(seed)
        if right is not None and not (runs and _holds(runs[-1], left, right)):
            runs.append(free.run(left, right))
    return runs


def _holds(run: Match, left: int, right: int) -> bool:
    return 0 <= left - run.left < run.size and left - run.left == right - run.right


def _seeds(code: str, stretches: Iterator[Span], progress: Progress) -> dict[str, int]:
    """Return where each seed stands that stands once in these stretches of words."""
    places: dict[str, int] = {}
    again: set[str] = set()
    each = (at for begin, end in stretches for at in range(begin, end - _SEED + 1))
    for at in progress.through(each, _STRETCH):
        seed = code[at : at + _SEED]
        if seed in places:
            again.add(seed)
        places[seed] = at
    for seed in again:
        del places[seed]
    return places


def _longest_first(free: FreeWords, runs: Sequence[Match], progress: Progress) -> Iterator[Passage]:
    """Give the passages that moved, the longest first, so that none is cut short by a lesser one."""
    for run in progress.through(sorted(runs, key=lambda run: -run.size), 10):
        passage = _around(free, run)
        if passage and (passage.core.size >= _FEWEST or passage.size >= _ENOUGH):
            free.take(passage.runs)
            yield passage


def _around(free: FreeWords, seed: Match) -> Passage | None:
    """Return what is still free of a run, and what goes on on both sides of it after a few other words."""
    longest, at = Match(seed.left, seed.right, 0), 0
    while at < seed.size:
        run = free.run(seed.left + at, seed.right + at)
        longest = max(longest, run, key=lambda one: one.size)
        at = max(at, run.left + run.size - seed.left) + 1
    if not longest.size:
        return None
    runs = [longest]
    while after := _next(free, runs[-1], 1):
        runs.append(after)
    while before := _next(free, runs[0], -1):
        runs.insert(0, before)
    return Passage(tuple(runs))


def _next(free: FreeWords, run: Match, way: int) -> Match | None:
    """Return the run after another (or before it: -1), with at most a few other words between."""
    edge = (run.left + run.size, run.right + run.size) if way > 0 else (run.left - 1, run.right - 1)
    for ours, theirs in _SKIPS:
        left, right = edge[0] + way * ours, edge[1] + way * theirs
        if free.same(left, right, _GOES_ON, way, run):
            found = free.run(left, right)
            over = max(0, *(_overlap(run, found) if way > 0 else _overlap(found, run)))
            skip = over if way > 0 else 0
            return Match(found.left + skip, found.right + skip, found.size - over)
    return None


_SKIPS = sorted(
    ((ours, theirs) for ours in range(_SKIP + 1) for theirs in range(_SKIP + 1) if ours or theirs), key=sum
)


def _overlap(before: Match, after: Match) -> Span:
    return before.left + before.size - after.left, before.right + before.size - after.right


def _without_turns_of_phrase(
    one: Tokens, other: Tokens, passages: Sequence[Passage], progress: Progress
) -> list[Passage]:
    """Leave out short passages that are the end of one sentence and the start of another, or stand twice.

    Nobody moved "the parties agree that".
    """
    short = {passage for passage in passages if passage.core.size < _SURE}
    cores = {
        passage: one.code[passage.core.left : passage.core.left + passage.core.size] for passage in short
    }
    phrases = set(cores.values())
    common = _standing_twice(one.code, phrases, progress.part(0, 0.5))
    common |= _standing_twice(other.code, phrases, progress.part(0.5, 1))
    return [
        passage
        for passage in passages
        if passage not in short
        or (cores[passage] not in common and (passage.size >= _ENOUGH or _in_a_sentence(one, passage.core)))
    ]


def _in_a_sentence(tokens: Tokens, run: Match) -> bool:
    """Say whether enough words of a run stand in one sentence."""
    inner = (at for at in range(run.left + 1, run.left + run.size) if tokens.before[at] >= SENTENCE)
    cuts = [run.left, *inner, run.left + run.size]
    return any(last - first >= _FEWEST for first, last in pairwise(cuts))


def _standing_twice(code: str, phrases: set[str], progress: Progress) -> set[str]:
    """Return those phrases that stand more than once; the text is gone through once for all of them."""
    heads = {phrase[:_SEED] for phrase in phrases}
    firsts = {head[0] for head in heads}
    places = defaultdict(list)
    for begin in progress.through(range(0, len(code) if heads else 0, _STRETCH), 1):
        for at, sign in enumerate(code[begin : begin + _STRETCH], begin):
            if sign in firsts and code[at : at + _SEED] in heads:
                places[code[at : at + _SEED]].append(at)
    return {
        phrase for phrase in phrases if sum(code.startswith(phrase, at) for at in places[phrase[:_SEED]]) > 1
    }


def _freed(
    one: Tokens, other: Tokens, pairs: Sequence[Aligned], passages: Sequence[Passage]
) -> list[Aligned]:
    """Return the pairs without the weak matches that hold words of a moved passage."""
    runs = [run for passage in passages for run in passage.runs]
    away, came = bytearray(len(one.code)), bytearray(len(other.code))
    for run in runs:
        away[run.left : run.left + run.size] = b"\x01" * run.size
        came[run.right : run.right + run.size] = b"\x01" * run.size

    def stays(match: Match) -> bool:
        moved_away = away.find(1, match.left, match.left + match.size) >= 0
        return not moved_away and came.find(1, match.right, match.right + match.size) < 0

    return [pair._replace(matches=tuple(filter(stays, pair.matches))) for pair in pairs]
