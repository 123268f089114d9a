"""The changes between two passages, one by one, and what kind each is."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from reader.compare.classes import Classifier
from reader.compare.segments import Segment
from reader.text.agreement import Span
from reader.text.progress import Progress
from reader.text.words import words

_AROUND = 24  # code points that can make a number part of a date


class Change(NamedTuple):
    """What went and what came at one place; `classes` are of reader.compare.classes.CLASSES.

    `gone` stood in the left text at `left`, `new` stands in the right one at `right`; moved passages between
    them are left out.
    """

    left: Span
    right: Span
    gone: str
    new: str
    classes: tuple[str, ...]


def changes(
    left: str,
    right: str,
    segments: Sequence[Segment],
    classifier: Classifier,
    progress: Progress | None = None,
) -> tuple[Change, ...]:
    """Return the changes of a collation of two texts, in order; what only moved is none."""
    told = (progress or Progress(None)).through(segments, 100)
    return tuple(_changes(left, right, told, classifier))


def _changes(left: str, right: str, segments: Iterable[Segment], classifier: Classifier) -> Iterator[Change]:
    for same, group in groupby(segments, key=lambda segment: segment.op == "equal"):
        run = list(group)
        gone = [segment for segment in run if segment.op == "delete"]
        new = [segment for segment in run if segment.op == "insert"]
        if same or not (gone or new):
            continue
        change = Change(
            (gone[0].left[0], gone[-1].left[1]) if gone else run[0].left,
            (new[0].right[0], new[-1].right[1]) if new else run[-1].right,
            "".join(left[slice(*segment.left)] for segment in gone),
            "".join(right[slice(*segment.right)] for segment in new),
            (),
        )
        if len(gone) + len(new) < len(run) and not words(change.gone + " " + change.new):
            continue
        yield change._replace(classes=_classes(left, right, change, classifier))


def _classes(left: str, right: str, change: Change, classifier: Classifier) -> tuple[str, ...]:
    return classifier.classes(
        _framed(left, change.left, change.gone), _framed(right, change.right, change.new)
    )


def _framed(text: str, span: Span, passage: str) -> tuple[str, str, str]:
    return text[max(0, span[0] - _AROUND) : span[0]], passage, text[span[1] : span[1] + _AROUND]
