"""The segments of two passages: what is the same, gone, new, or moved, in the order it is read."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from reader.text.agreement import Span

OPS = ("equal", "delete", "insert", "move")


class Segment(NamedTuple):
    """A stretch of two passages; spans are those of the whole texts, in code points.

    An equal segment is the same to the character on both sides. Of the others one side is empty: a deletion
    has no right, an insertion no left, and a move stands once on the left, where the passage was, and once on
    the right, where it is. `other` is then its other end, and `move` the number of the moved passage.
    """

    op: str
    left: Span
    right: Span
    other: Span | None = None
    move: int | None = None


def in_order(parts: Iterable[Segment]) -> Iterator[Segment]:
    """Join what belongs together: between two equal segments first all that is gone, then all that is new."""
    for same, group in groupby(filter(_holds_text, parts), key=lambda part: part.op == "equal"):
        run = list(group)
        if same:
            yield _joined(run)
            continue
        gone = [part for part in run if part.left[0] < part.left[1]]
        new = [part for part in run if part.right[0] < part.right[1]]
        right = run[0].right[0]
        left = gone[-1].left[1] if gone else run[0].left[0]
        yield from _merged(part._replace(right=(right, right)) for part in gone)
        yield from _merged(part._replace(left=(left, left)) for part in new)


def _holds_text(part: Segment) -> bool:
    return part.left[0] < part.left[1] or part.right[0] < part.right[1]


def _joined(run: Sequence[Segment]) -> Segment:
    first, last = run[0], run[-1]
    return first._replace(left=(first.left[0], last.left[1]), right=(first.right[0], last.right[1]))


def _merged(parts: Iterable[Segment]) -> Iterator[Segment]:
    """Join deletions, or insertions, that follow each other."""
    for op, group in groupby(parts, key=lambda part: part.op):
        if op == "move":
            yield from group
        else:
            yield _joined(list(group))
