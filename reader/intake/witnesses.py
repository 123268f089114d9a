"""One edition from several witnesses: the letters of one, the paragraphs of another."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.intake.aligned import aligned
from reader.intake.establish import Drafted
from reader.intake.from_transcript import parted
from reader.intake.lexicon import Lexicon
from reader.intake.script import Draft, join
from reader.text.words import fold

_WORD = re.compile(r"\S+")


def combine(letters: Drafted, shaped: Sequence[Draft], lexicon: Lexicon) -> list[Draft]:
    """Part the run-on text of one witness where the drafts of another begin; a title before it stays.

    Words are aligned by longest matching runs; a boundary inside words that differ is placed by proportion.
    """
    run_on = letters.drafts
    if not run_on or not shaped:
        return _own(run_on)
    leading = next((at for at, draft in enumerate(run_on) if draft.role == "text"), 0)
    stream = Draft(list(run_on[leading].pieces))
    for draft in run_on[leading + 1 :]:
        join(letters.text, stream.pieces, draft.pieces, letters.omissions, lexicon)
    return [*_own(run_on[:leading]), *_parted_like(stream, shaped)]


def _own(drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts with pieces of their own: those of the witness are still needed for itself."""
    return [replace(draft, pieces=list(draft.pieces)) for draft in drafts]


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
    for _, our_first, our_end, their_first, their_end in aligned(ours, [word for word, _ in theirs]):
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
