"""Two editions compared, as it is seen in their two panes: the changes of either page, and its paragraphs.

Nothing here knows Qt: it is made while the window goes on.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.compare.changes import Change
from reader.compare.classes import Classifier
from reader.compare.compared_rows import Row, Side
from reader.compare.comparison import Comparison, Moved, compared
from reader.compare.outcome import is_doubtful
from reader.compare.pairs import PrinciplePair
from reader.compare.segments import Segment
from reader.text.agreement import Edition, Span
from reader.text.progress import Heard, Progress
from reader.ui.paragraphs import Meeting, meetings
from reader.ui.traces import ALONE, GONE, MOVED, NEW, PLACE, Trace


class Changed(NamedTuple):
    """What changed from an older text to a newer one, on both pages.

    `meetings` are the places where paragraphs of principles that answer each other begin. `answered` says
    whether anything in the one text answers anything in the other.
    """

    older: tuple[Trace, ...]
    newer: tuple[Trace, ...]
    meetings: tuple[Meeting, ...]
    answered: bool

    def on(self, came: bool) -> tuple[Trace, ...]:
        """Return the changes on the page of the newer text, or of the older."""
        return self.newer if came else self.older


Work = Callable[[Heard], Changed]


def changed(
    one: Edition, other: Edition, classifier: Classifier, pairs: Sequence[PrinciplePair], on: Heard
) -> Changed:
    """Compare an older edition with a newer one for the panes; `on` is told as in `compare`."""
    progress = Progress(on)
    found = compared(one, other, classifier, pairs, progress.part(0, 0.95))
    # Where sections are compared, principles without an answer are words of theirs.
    rows = found.sections or found.principles
    answered = any(row.left and row.right for row in rows)
    drawn = rows if answered else ()
    older, newer = (tuple(_page(found, drawn, came)) for came in (False, True))
    progress(1)
    return Changed(older, newer, tuple(_meetings(one, other, drawn)), answered)


def _meetings(one: Edition, other: Edition, rows: Iterable[Row]) -> Iterator[Meeting]:
    for row in rows:
        if row.left and row.right:
            yield from meetings(one, other, row.left.span, row.right.span, row.segments)


def _page(found: Comparison, rows: Iterable[Row], came: bool) -> Iterator[Trace]:
    pieces: dict[int, list[Span]] = {}
    for row in rows:
        for segment in row.segments:
            here = segment.right if came else segment.left
            if segment.move is not None and here[0] < here[1]:
                pieces.setdefault(segment.move, []).append(here)
        if row.left and row.right:
            yield from _row(found, row, came)
        else:
            yield from _alone(found, row, came)
    for move, spans in pieces.items():
        yield _moved(found.moves[move], spans, came)


def _row(found: Comparison, row: Row, came: bool) -> Iterator[Trace]:
    agreement, answer = (found.one.id, row.left) if came else (found.other.id, row.right)
    number = answer.number if answer else None
    words = _changed_words(row.segments, came)
    for change in row.changes:
        here, there = (change.right, change.left) if came else (change.left, change.right)
        within = tuple(span for span in words if here[0] <= span[0] and span[1] <= here[1])
        yield _trace(change, here, there, within, came)._replace(agreement=agreement, number=number)


def _changed_words(segments: Iterable[Segment], came: bool) -> list[Span]:
    if came:
        return [segment.right for segment in segments if segment.op == "insert"]
    return [segment.left for segment in segments if segment.op == "delete"]


def _trace(change: Change, here: Span, there: Span, words: tuple[Span, ...], came: bool) -> Trace:
    has_words = bool(change.new if came else change.gone)
    kind = PLACE if not has_words else NEW if came else GONE
    return Trace(
        here[0],
        here[1] if has_words else here[0],
        kind,
        words if has_words else ((here[0], here[0]),),
        change.gone,
        change.new,
        change.classes,
        is_doubtful(change),
        "",
        there,
        None,
        came,
    )


def _alone(found: Comparison, row: Row, came: bool) -> Iterator[Trace]:
    """Mark a principle or section that has no answer, by its title: its words are no changes."""
    side = row.right if came else row.left
    if side is None:
        return
    text, agreement = (found.other.text, found.one.id) if came else (found.one.text, found.other.id)
    start, end = side.span
    yield Trace(
        start, end, ALONE, (_title(text, side),), "", "", (), False, agreement, (0, 0), side.number, came
    )


def _title(text: str, side: Side) -> Span:
    end = text.find("\n", *side.span)
    return side.span[0], end if end >= 0 else side.span[1]


def _moved(move: Moved, pieces: Sequence[Span], came: bool) -> Trace:
    here, there = (move.target, move.source) if came else (move.source, move.target)
    return Trace(
        *here.span,
        MOVED,
        tuple(pieces),
        move.text,
        move.text,
        (),
        False,
        there.agreement,
        there.span,
        there.principle,
        came,
    )
