"""A principle, or a section, beside its answer: what became of it, and every word of the two."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from reader.compare.changes import Change, changes
from reader.compare.classes import Classifier
from reader.compare.outcome import Counts, count, is_doubtful
from reader.compare.pairs import PrinciplePair, Stretch, StretchPair
from reader.compare.segments import Segment, in_order
from reader.text.agreement import Principle, Span
from reader.text.progress import Progress

_NUMBERED = re.compile(r"^\d+(?:[.)]\d+)*[.)]?\s+")


class Side(NamedTuple):
    """A principle or a section of one edition; `number` is None for a section. Titles go without number."""

    number: int | None
    title: str
    span: Span


SidePair = tuple[Side | None, Side | None]
"""A principle or section and its answer; at least one of them is there."""


class Row(NamedTuple):
    """A pair and its comparison.

    `states` are of reader.compare.outcome.STATES. `segments` give both sides back to the character, number
    and title too; `changes` and `counts` leave the number out.
    """

    left: Side | None
    right: Side | None
    states: tuple[str, ...]
    segments: tuple[Segment, ...]
    changes: tuple[Change, ...]
    counts: Counts

    @property
    def similarity(self) -> float:
        """The share of words that stayed, from 0 to 1; 0 where a side is missing."""
        return self.counts.similarity if self.left and self.right else 0.0


def of_principles(pairs: Iterable[PrinciplePair]) -> list[SidePair]:
    """Return principles as sides."""
    return [(_principle(ours), _principle(theirs)) for ours, theirs in pairs]


def _principle(principle: Principle | None) -> Side | None:
    return principle and Side(principle.number, principle.title, (principle.start, principle.end))


def of_sections(pairs: Iterable[StretchPair]) -> list[SidePair]:
    """Return the own text of sections as sides."""
    return [(_section(ours), _section(theirs)) for ours, theirs in pairs]


def _section(stretch: Stretch | None) -> Side | None:
    return stretch and Side(None, _NUMBERED.sub("", stretch.title), (stretch.start, stretch.end))


def parts_of(text: str, side: Side | None) -> tuple[Span | None, Span | None, Span | None]:
    """Divide a side into what stands before its title, the title, and the body; three times None for None.

    Each is compared with its like, so that no word of a title is taken for one of the body.
    """
    if side is None:
        return None, None, None
    start, end = side.span
    at = text.find(side.title, start, end)
    title, title_end = (at, at + len(side.title)) if at >= 0 else (start, start)
    body = text.find("\n", title_end, end) + 1 or end
    return (start, title), (title, body), (body, end)


class Parts(NamedTuple):
    """The two texts, and the segments of a pair's number, title and body."""

    left: str
    right: str
    number: tuple[Segment, ...]
    title: tuple[Segment, ...]
    body: tuple[Segment, ...]
    classifier: Classifier

    def row(self, pair: SidePair, progress: Progress) -> Row:
        """Return the pair's row."""
        ours, theirs = pair
        in_title = self._changes(self.title, progress)
        in_body = self._changes(self.body, progress)
        every = (*in_title, *in_body)
        return Row(
            ours,
            theirs,
            self._states(pair, in_title, in_body),
            tuple(in_order([*self.number, *self.title, *self.body])),
            every,
            count(self.left, self.right, (*self.title, *self.body), every, progress),
        )

    def _changes(self, segments: tuple[Segment, ...], progress: Progress | None = None) -> tuple[Change, ...]:
        return changes(self.left, self.right, segments, self.classifier, progress)

    def _states(
        self, pair: SidePair, in_title: Iterable[Change], in_body: Iterable[Change]
    ) -> tuple[str, ...]:
        ours, theirs = pair
        if ours is None or theirs is None:
            return ("new",) if ours is None else ("dropped",)
        moved = any(segment.op == "move" for segment in self.body)
        states = {
            "reworded": moved or not all(map(is_doubtful, in_body)),
            "renamed": not all(map(is_doubtful, in_title)),
            "renumbered": not all(map(is_doubtful, self._changes(self.number))),
        }
        return tuple(name for name, is_so in states.items() if is_so) or ("same",)


def alone(left: str, right: str, pair: SidePair, classifier: Classifier) -> Row:
    """Return the row of a pair of which one side is missing."""
    gone = [(Segment("delete", span, (0, 0)),) for span in parts_of(left, pair[0]) if span]
    new = [(Segment("insert", (0, 0), span),) for span in parts_of(right, pair[1]) if span]
    number, title, body = gone or new
    return Parts(left, right, number, title, body, classifier).row(pair, Progress(None))
