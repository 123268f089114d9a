"""Two editions compared: principle by principle, or section by section where they share no principle."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.compare.classes import Classifier
from reader.compare.collation import Answered, Move, collated
from reader.compare.compared_rows import Parts, Row, SidePair, alone, of_principles, of_sections, parts_of
from reader.compare.pairs import PrinciplePair, principle_pairs, stretch_pairs, stretches
from reader.text.agreement import Edition, Span
from reader.text.progress import Heard, Progress


class End(NamedTuple):
    """One end of a move: the agreement, the principle if it is in one, the section's title, and the place."""

    agreement: str
    principle: int | None
    section: str
    span: Span


class Moved(NamedTuple):
    """A passage that went from one principle or section to another, or within one; `text` as it was."""

    text: str
    source: End
    target: End


class Comparison(NamedTuple):
    """Two editions compared; spans of rows are of `one.text` and `other.text`.

    `sections` are there only where the editions have no principle in common. A segment's `move` is the place
    of its passage among `moves`.
    """

    one: Edition
    other: Edition
    principles: tuple[Row, ...]
    sections: tuple[Row, ...]
    moves: tuple[Moved, ...]


def compare(
    one: Edition,
    other: Edition,
    classifier: Classifier | None = None,
    pairs: Sequence[PrinciplePair] | None = None,
    on: Heard | None = None,
) -> Comparison:
    """Compare two editions by these pairs of principles, or by those that the concordance gives.

    `on` is told the share that is done and can stop the work, as in `collate`.
    """
    found = principle_pairs(one, other) if pairs is None else pairs
    return compared(one, other, classifier or Classifier(), found, Progress(on))


def compared(
    one: Edition,
    other: Edition,
    classifier: Classifier,
    pairs: Sequence[PrinciplePair],
    progress: Progress,
) -> Comparison:
    """Compare two editions as `compare` does, as a part of longer work."""
    principles = of_principles(pairs)
    if any(ours and theirs for ours, theirs in principles):
        rows, moves = _rows(one, other, principles, classifier, progress)
        return Comparison(one, other, rows, (), moves)
    lonely = tuple(alone(one.text, other.text, pair, classifier) for pair in principles)
    sections, moves = _rows(one, other, of_sections(stretch_pairs(one, other)), classifier, progress)
    return Comparison(one, other, lonely, sections, moves)


def _rows(
    one: Edition, other: Edition, pairs: Sequence[SidePair], classifier: Classifier, progress: Progress
) -> tuple[tuple[Row, ...], tuple[Moved, ...]]:
    parts: list[Answered] = []
    for ours, theirs in pairs:
        parts += zip(parts_of(one.text, ours), parts_of(other.text, theirs), strict=True)
    found = collated(one.text, other.text, parts, progress.part(0, 0.8))
    divided = [collation.segments for collation in found.collations]
    rows = []
    telling = progress.part(0.8, 1)
    for at, pair in enumerate(telling.through(pairs, 1)):
        number, title, body = divided[3 * at : 3 * at + 3]
        part = telling.part(at / len(pairs), (at + 1) / len(pairs))
        rows.append(Parts(one.text, other.text, number, title, body, classifier).row(pair, part))
    return tuple(rows), _moves(one, other, found.moves)


def _moves(one: Edition, other: Edition, moves: Iterable[Move]) -> tuple[Moved, ...]:
    here, there = _Places(one), _Places(other)
    return tuple(
        Moved(one.text[slice(*move.left)], here.end(move.left), there.end(move.right)) for move in moves
    )


class _Places:
    """Tells in which principle and section of an edition a place is."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._stretches = stretches(edition)
        self._starts = [stretch.start for stretch in self._stretches]

    def end(self, span: Span) -> End:
        principle = self._edition.principle_at(span[0])
        section = self._stretches[bisect_right(self._starts, span[0]) - 1].title
        return End(self._edition.id, principle.number if principle else None, section, span)
