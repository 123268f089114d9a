"""What is compared with what: the one place where comparing asks the concordance."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.compare.answers import answers
from reader.compare.concordance import Thread, threads
from reader.text.agreement import Edition, Principle

_OTHER = " (the other)"
_HEADS = ("title", "chapter", "annex", "section", "subsection")


class Stretch(NamedTuple):
    """A section's own text: from its heading to where the next section begins, in code points."""

    title: str
    start: int
    end: int


PrinciplePair = tuple[Principle | None, Principle | None]
StretchPair = tuple[Stretch | None, Stretch | None]


def principle_pairs(
    one: Edition, other: Edition, known: Sequence[Thread] | None = None
) -> list[PrinciplePair]:
    """Pair the principles of two editions, in reading order; None where one of them has no answer.

    `known` are threads through more editions than these two; else those through these two are found.
    """
    # Two witnesses of one agreement have the same id, and a thread knows its members by it.
    there = other._replace(id=other.id + _OTHER) if other.id == one.id else other
    pairs = []
    for thread in threads([one, there]) if known is None else known:
        ours, theirs = thread.number_in(one.id), thread.number_in(there.id)
        if (ours, theirs) != (None, None):
            pairs.append((_principle(one, ours), _principle(other, theirs)))
    return pairs


def _principle(edition: Edition, number: int | None) -> Principle | None:
    return None if number is None else edition.principle(number)


def stretch_pairs(one: Edition, other: Edition) -> list[StretchPair]:
    """Pair the sections of two editions by their titles, each with its own text only, in reading order.

    What stands first answers what stands first. Where one edition is not divided, they are paired as wholes.
    """
    ours, theirs = stretches(one), stretches(other)
    if min(len(ours), len(theirs)) == 1:
        return [(ours[0]._replace(end=ours[-1].end), theirs[0]._replace(end=theirs[-1].end))]
    answered = {pair.one[0]: pair.other[0] for pair in answers(one, other, ()).pairs}
    if 0 not in answered and 0 not in answered.values():
        answered[0] = 0
    by_start = {stretch.start: stretch for stretch in theirs}
    pairs: list[StretchPair] = [(stretch, by_start.get(answered.get(stretch.start, -1))) for stretch in ours]
    return _with_new_ones(pairs, theirs)


def _with_new_ones(pairs: Sequence[StretchPair], theirs: Sequence[Stretch]) -> list[StretchPair]:
    """Put what only the other edition has after what it follows there."""
    paired = {pair[1] for pair in pairs}
    following: dict[Stretch | None, list[StretchPair]] = {None: []}
    before = None
    for stretch in theirs:
        if stretch in paired:
            before = stretch
            following[before] = []
        else:
            following[before].append((None, stretch))
    found = list(following[None])
    for pair in pairs:
        found.append(pair)
        found += following[pair[1]] if pair[1] else []
    return found


def stretches(edition: Edition) -> list[Stretch]:
    """Divide an edition at its chapters, annexes and sections; principles, boxes and tables stay within."""
    heads = {section.start: section.text for section in edition.sections if section.kind in _HEADS}
    starts = sorted({0, *heads})
    ends = [*starts[1:], len(edition.text)]
    return [
        Stretch(heads.get(start, ""), start, end)
        for start, end in zip(starts, ends, strict=True)
        if start < end
    ]
