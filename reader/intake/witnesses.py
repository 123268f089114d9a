"""One edition from several witnesses: the letters of one, the paragraphs of another."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from reader.intake.establish import Drafted
from reader.intake.from_transcript import parted
from reader.intake.lexicon import Lexicon
from reader.intake.script import Draft, join
from reader.text.words import fold

_WORD = re.compile(r"\S+")
_AT_ONCE = 4000

Run = tuple[str, int, int, int, int]
"""How two stretches of words answer each other: a tag, where ours begins and ends, where theirs does."""


def combine(letters: Drafted, shaped: Sequence[Draft], lexicon: Lexicon) -> list[Draft]:
    """Part the run-on text of one witness where the drafts of another begin; a title before it stays.

    Words are aligned by longest matching runs; a boundary inside words that differ is placed by proportion.
    """
    run_on = letters.drafts
    if not run_on or not shaped:
        return run_on
    leading = next((at for at, draft in enumerate(run_on) if draft.role == "text"), 0)
    stream = Draft(list(run_on[leading].pieces), page=run_on[leading].page)
    for draft in run_on[leading + 1 :]:
        join(letters.text, stream.pieces, draft.pieces, letters.omissions, lexicon)
    drafts = [*run_on[:leading], *_parted_like(stream, shaped)]
    _set_pages(drafts, letters.pages)
    return drafts


def _parted_like(stream: Draft, shaped: Sequence[Draft]) -> list[Draft]:
    places = _word_places(stream)
    theirs = [
        (fold(word), number) for number, draft in enumerate(shaped) for word in _WORD.findall(draft.text)
    ]
    starts = _starts([fold(word) for word, _ in places], theirs, len(shaped))
    cuts = [places[word][1] if word < len(places) else stream.end for word in starts]
    before, *parts = parted(stream, cuts)
    for part, like in zip(parts, shaped, strict=True):
        # Cells cannot be found in run-on text, so a table of the other witness stays text here.
        part.role = "text" if like.role in ("caption", "table") else like.role
        part.mark, part.apart = like.mark, like.apart
    return [part for part in (before, *parts) if part.pieces]


def _set_pages(drafts: Sequence[Draft], pages: Sequence[tuple[int, int]]) -> None:
    """Give every draft the page on which it begins."""
    begins = [start for start, _ in pages]
    for draft in drafts:
        at = bisect_right(begins, draft.start) - 1
        draft.page = pages[at][1] if at >= 0 else None


def _word_places(stream: Draft) -> list[tuple[str, int]]:
    """Return every word of a draft and where it begins in the witness."""
    origin: list[int] = []
    for piece in stream.pieces:
        exact = len(piece.text) == piece.end - piece.start
        origin += [piece.start + at if exact else piece.start for at in range(len(piece.text))]
    return [(found.group(), origin[found.start()]) for found in _WORD.finditer(stream.text)]


def _starts(ours: list[str], theirs: list[tuple[str, int]], count: int) -> list[int]:
    """Return, for each of their drafts, the number of our word that it begins with."""
    place: dict[int, int] = {}
    for _, our_first, our_end, their_first, their_end in _aligned(ours, [word for word, _ in theirs]):
        width = their_end - their_first
        for step in range(width):
            place[their_first + step] = our_first + round(step * (our_end - our_first) / width)
    first: dict[int, int] = {}
    for at, (_, number) in enumerate(theirs):
        first.setdefault(number, place[at])
    starts = [first.get(0, 0)]
    for number in range(1, count):
        starts.append(first.get(number, starts[-1]))
    return starts


def _aligned(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Run]:
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
