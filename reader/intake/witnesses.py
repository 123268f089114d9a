"""One edition from several witnesses: the letters of one, the paragraphs of another."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from difflib import SequenceMatcher

from reader.intake.establish import Drafted
from reader.intake.from_transcript import parted
from reader.intake.lexicon import Lexicon
from reader.intake.script import Draft, joined
from reader.text.words import fold

_WORD = re.compile(r"\S+")


def combine(letters: Drafted, shaped: Sequence[Draft], lexicon: Lexicon) -> list[Draft]:
    """Part the run-on text of one witness where the drafts of another begin; a title before it stays.

    Words are aligned by longest matching runs; a boundary inside words that differ is placed by proportion.
    """
    run_on = letters.drafts
    leading = next((at for at, draft in enumerate(run_on) if draft.role == "text"), 0)
    stream = run_on[leading]
    for draft in run_on[leading + 1 :]:
        pieces = joined(letters.text, stream.pieces, draft.pieces, letters.omissions, lexicon)
        stream = Draft(pieces, page=stream.page)
    drafts = [*run_on[:leading], *_parted_like(stream, shaped)]
    _set_pages(drafts, letters.pages)
    return drafts


def _parted_like(stream: Draft, shaped: Sequence[Draft]) -> list[Draft]:
    places = _word_places(stream)
    theirs = [
        (fold(word), number) for number, draft in enumerate(shaped) for word in _WORD.findall(draft.text)
    ]
    starts = _starts([fold(word) for word, _ in places], theirs, len(shaped))
    drafts: list[Draft] = []
    rest = stream
    for number, word in enumerate(starts):
        before, rest = parted(rest, places[word][1]) if word else (Draft([]), rest)
        if before.pieces:
            drafts.append(_dressed(before, shaped[number - 1] if number else None))
    drafts.append(_dressed(rest, shaped[-1]))
    return drafts


def _dressed(draft: Draft, like: Draft | None) -> Draft:
    if like is not None:
        draft.role, draft.mark, draft.apart = like.role, like.mark, like.apart
    return draft


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
    matcher = SequenceMatcher(None, ours, [word for word, _ in theirs], autojunk=False)
    place: dict[int, int] = {}
    for _, our_first, our_end, their_first, their_end in matcher.get_opcodes():
        width = their_end - their_first
        for step in range(width):
            place[their_first + step] = our_first + round(step * (our_end - our_first) / width)
    first: dict[int, int] = {}
    for at, (_, number) in enumerate(theirs):
        first.setdefault(number, place[at])
    return [first[number] for number in range(count)]
