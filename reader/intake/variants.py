"""Where two witnesses of one agreement disagree: recorded, with the words of the other."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.intake.aligned import Run, aligned
from reader.text.agreement import Edition, Emendation, Span
from reader.text.origin import Origin
from reader.text.words import fold

_WORD = re.compile(r"\S+")
_PARTED = re.compile(r"-\s*\n\s*")
_TAKEN_FOR_OTHERS = re.compile(r"[æøåaeoögqéèáàils1|!48&@*/jtdz]+")


class Variant(NamedTuple):
    """Words of an edition, in its code points, and what the other witness reads there.

    `misread` says that only letters differ which a machine takes for one another. `start` equals `end` where
    only the other witness has words; `reading` is empty where only this one has.
    """

    start: int
    end: int
    reading: str
    misread: bool


class _Word(NamedTuple):
    """A word as its edition has it, as its witness has it, and where it stands in the edition."""

    folded: str
    raw: str
    span: Span


def variants(
    ours: Edition, theirs: Edition, emendations: Sequence[Emendation], witness: str
) -> list[Variant]:
    """Return where an edition and the other witness disagree.

    `theirs` is the edition of the other witness alone, `emendations` what made it of `witness`, its text.
    """
    one, two = _words(ours.text), list(_with_raw(theirs, emendations, witness))
    found: list[Variant] = []
    for run in aligned([word.folded for word in one], [word.folded for word in two]):
        found += _in_run(run, one, two, len(ours.text))
    return found


def _words(text: str) -> list[_Word]:
    return [_Word(fold(m.group()), m.group(), m.span()) for m in _WORD.finditer(text)]


def _with_raw(edition: Edition, emendations: Sequence[Emendation], witness: str) -> Iterator[_Word]:
    """Give the words of an edition with what its witness has for each, line ends inside words taken out."""
    origin = Origin(emendations)
    for word in _words(edition.text):
        start, end = origin.witness_span(*word.span)
        raw = witness[start:end]
        yield word._replace(raw=_PARTED.sub("", raw))


def _in_run(run: Run, one: Sequence[_Word], two: Sequence[_Word], length: int) -> Iterator[Variant]:
    tag, first, end, their_first, their_end = run
    if end - first == their_end - their_first:
        for ours, theirs in zip(one[first:end], two[their_first:their_end], strict=True):
            if fold(theirs.raw) != ours.folded:
                yield Variant(*ours.span, theirs.raw, _misread(ours.raw, theirs.raw))
    elif tag != "equal":
        here = one[first].span[0] if first < len(one) else length
        start, until = (here, one[end - 1].span[1]) if first < end else (here, here)
        reading = " ".join(word.raw for word in two[their_first:their_end])
        mine = " ".join(word.raw for word in one[first:end])
        yield Variant(start, until, reading, bool(mine and reading) and _misread(mine, reading))


def _misread(one: str, other: str) -> bool:
    """Say whether two readings are the same but for letters that a machine takes for one another."""
    return _skeleton(one) == _skeleton(other)


def _skeleton(words: str) -> str:
    return _TAKEN_FOR_OTHERS.sub("·", fold(words).replace(" ", ""))
