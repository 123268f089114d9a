"""Which words of one witness answer which of another."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_AT_ONCE = 4000

Run = tuple[str, int, int, int, int]
"""How two stretches of words answer each other: a tag, where ours begins and ends, where theirs does."""


def aligned(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Run]:
    """Give what answers what, run by run; piece by piece, so that time grows only with the texts."""
    a = b = 0
    while a + _AT_ONCE < len(ours) or b + _AT_ONCE < len(theirs):
        runs = _runs(ours, theirs, a, b)
        equal = [at for at, run in enumerate(runs) if run[0] == "equal" and _in_first_half(run, a, b)]
        if equal:
            runs = runs[: equal[-1] + 1]
        else:
            half = _AT_ONCE // 2
            runs = [("replace", a, min(a + half, len(ours)), b, min(b + half, len(theirs)))]
        yield from runs
        a, b = runs[-1][2], runs[-1][4]
    yield from _runs(ours, theirs, a, b)


def _runs(ours: Sequence[str], theirs: Sequence[str], a: int, b: int) -> list[Run]:
    matcher = SequenceMatcher(None, ours[a : a + _AT_ONCE], theirs[b : b + _AT_ONCE], autojunk=False)
    return [(tag, a + i, a + j, b + k, b + m) for tag, i, j, k, m in matcher.get_opcodes()]


def _in_first_half(run: Run, a: int, b: int) -> bool:
    return max(run[1] - a, run[3] - b) < _AT_ONCE // 2
