"""What came out of a comparison: how much of a passage stayed, and what became of a principle."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.compare.changes import Change
from reader.compare.segments import Segment
from reader.text.progress import Progress
from reader.text.words import words

STATES = ("same", "reworded", "renamed", "renumbered", "new", "dropped")

_LESSER = ("letters", "punctuation")


class Counts(NamedTuple):
    """How many words of two passages stayed, went, came and moved; `doubtful` ones differ in letters only.

    A moved word is counted in `away` where it was, in `came` where it is; it neither stayed nor changed.
    """

    same: int
    gone: int
    new: int
    away: int
    came: int
    doubtful: int

    @property
    def changed(self) -> int:
        """How many words went or came, doubtful readings aside."""
        return self.gone + self.new

    @property
    def similarity(self) -> float:
        """The share of words that stayed, doubtful readings too, from 0 to 1; 1 if there are none (Dice)."""
        every = 2 * self.same + self.changed + self.away + self.came + self.doubtful
        return (2 * self.same + self.doubtful) / every if every else 1.0

    @property
    def share(self) -> float:
        """The share of words that did not stay, from 0 to 1."""
        return 1 - self.similarity


def count(
    left: str,
    right: str,
    segments: Sequence[Segment],
    changes: Sequence[Change],
    progress: Progress | None = None,
) -> Counts:
    """Count the words of a collation of two texts."""
    equal = (left[slice(*segment.left)] for segment in segments if segment.op == "equal")
    lines = (line for text in equal for line in text.split("\n"))
    same = sum(len(words(line)) for line in (progress or Progress(None)).through(lines, 100))
    away = sum(_words(left, s.left) for s in segments if s.op == "move")
    came = sum(_words(right, s.right) for s in segments if s.op == "move")
    real = [change for change in changes if not is_doubtful(change)]
    doubtful = [change for change in changes if is_doubtful(change)]
    return Counts(
        same,
        sum(len(words(change.gone)) for change in real),
        sum(len(words(change.new)) for change in real),
        away,
        came,
        sum(len(words(change.gone)) + len(words(change.new)) for change in doubtful),
    )


def _words(text: str, span: tuple[int, int]) -> int:
    return len(words(text[slice(*span)]))


def is_doubtful(change: Change) -> bool:
    """Say whether a change may be only how a source was written or read."""
    return bool(change.classes) and set(change.classes) <= set(_LESSER)
