"""Two texts word by word: what is the same, what is gone, what is new, and what only went elsewhere."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.compare.alignment import align
from reader.compare.anchors import Region
from reader.compare.chains import Match
from reader.compare.division import MovedRun, Pair, divided
from reader.compare.free import Aligned
from reader.compare.moves import Passage, moved
from reader.compare.segments import Segment
from reader.compare.smoothing import smooth
from reader.compare.tokens import Tokens, WordSigns, same_start, tokenise
from reader.text.agreement import Span
from reader.text.progress import Heard, Progress

_SIGNS = re.compile(r"\S*")

Answered = tuple[Span | None, Span | None]
"""A passage of the one text and the passage of the other that answers it; None where there is none."""


class Collation(NamedTuple):
    """Two passages, and the segments that give both back to the character."""

    left: Span | None
    right: Span | None
    segments: tuple[Segment, ...]


class Move(NamedTuple):
    """A passage that went elsewhere: where it was and where it is, and how many words are the same."""

    left: Span
    right: Span
    words: int


class Collated(NamedTuple):
    """The collations of all pairs, in their order, and the moves within them and between them."""

    collations: tuple[Collation, ...]
    moves: tuple[Move, ...]


def collate(
    left: str, right: str, pairs: Sequence[Answered] | None = None, on: Heard | None = None
) -> Collated:
    """Compare two texts as wholes, or only these passages of them, each with its answer.

    All words of a pair are compared at once unless it is long; what moved is looked for in all pairs
    together. Passages of one side should not overlap. `on` is told, at least each 50 ms of work, the share
    that is done; Stopped is raised when it answers False.
    """
    return collated(left, right, pairs, Progress(on))


def collated(left: str, right: str, pairs: Sequence[Answered] | None, progress: Progress) -> Collated:
    """Compare two texts as `collate` does, as a part of longer work."""
    signs = WordSigns()
    one = tokenise(left, signs, progress.part(0, 0.15))
    other = tokenise(right, signs, progress.part(0.15, 0.3))
    wanted = [((0, len(left)), (0, len(right)))] if pairs is None else pairs
    aligned = list(_aligned(one, other, wanted, progress.part(0.3, 0.7)))
    passages, aligned = moved(one, other, aligned, progress.part(0.7, 0.85))
    away, came, moves = _placed(one, other, passages)
    drawing = progress.part(0.85, 1)
    found = []
    for at, ((ours, theirs), (region, matches)) in enumerate(zip(wanted, aligned, strict=True)):
        pair = Pair(one, other, ours or (0, 0), theirs or (0, 0), region, away, came)
        part = drawing.part(at / len(wanted), (at + 1) / len(wanted))
        found.append(Collation(ours, theirs, divided(pair, matches, part)))
    progress(1)
    return Collated(tuple(found), moves)


def _aligned(one: Tokens, other: Tokens, pairs: Sequence[Answered], progress: Progress) -> Iterator[Aligned]:
    for at, (ours, theirs) in enumerate(pairs):
        region = Region(*_words(one, ours), *_words(other, theirs))
        part = progress.part(at / len(pairs), (at + 1) / len(pairs))
        matches = align(one, other, region, part.part(0, 0.8))
        yield Aligned(region, tuple(smooth(one, other, region, matches, part.part(0.8, 1))))


def _words(tokens: Tokens, span: Span | None) -> Span:
    return tokens.within(span) if span else (0, 0)


def _placed(
    one: Tokens, other: Tokens, passages: Sequence[Passage]
) -> tuple[list[MovedRun], list[MovedRun], tuple[Move, ...]]:
    """Give the moved passages their places in both texts, numbered in the order of the first."""
    away, came, moves = [], [], []
    for number, passage in enumerate(sorted(passages, key=lambda passage: passage.runs[0])):
        places = [_place(one, other, run) for run in passage.runs]
        away += [MovedRun(here, there, number) for here, there in places]
        came += [MovedRun(there, here, number) for here, there in places]
        (left, right), (left_end, right_end) = places[0], places[-1]
        moves.append(Move((left[0], left_end[1]), (right[0], right_end[1]), passage.size))
    return sorted(away), sorted(came), tuple(moves)


def _place(one: Tokens, other: Tokens, run: Match) -> tuple[Span, Span]:
    """Return where some words stand in both texts, with the signs after them that went with them."""
    left, right = one.ends[run.left + run.size - 1], other.ends[run.right + run.size - 1]
    ours, theirs = _signs_after(one, run.left + run.size), _signs_after(other, run.right + run.size)
    signs = same_start(ours, theirs)
    return (one.starts[run.left], left + signs), (other.starts[run.right], right + signs)


def _signs_after(tokens: Tokens, word: int) -> str:
    """Return the signs that follow the word before this one without a space."""
    end = tokens.starts[word] if word < len(tokens.starts) else len(tokens.text)
    found = _SIGNS.match(tokens.text, tokens.ends[word - 1], end)
    return found[0] if found else ""
