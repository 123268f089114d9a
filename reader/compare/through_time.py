"""The wording of principles through time: in every agreement, with what came and went since the last."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.compare.classes import Classifier
from reader.compare.compared_rows import Row
from reader.compare.comparison import Comparison, compared
from reader.compare.concordance import Thread
from reader.compare.pairs import principle_pairs
from reader.text.agreement import Edition, Principle
from reader.text.progress import Heard, Progress


class Stage(NamedTuple):
    """One principle in one agreement.

    `principle` is None where the agreement lacks it. `row` compares it with the one in `before`, the last
    agreement that had it; both are None where it is new. Spans of the row are of the two editions' texts.
    """

    edition: Edition
    principle: Principle | None
    before: Edition | None = None
    row: Row | None = None


def wording(
    thread: Thread,
    known: Sequence[Thread],
    editions: Sequence[Edition],
    classifier: Classifier | None = None,
    on: Heard | None = None,
) -> tuple[Stage, ...]:
    """Return a principle's wording in each of the editions, which come in order of time.

    `known` are all threads through them, because a passage may have moved from one to another. `on` is told
    the share that is done and can stop the work.
    """
    return _Time(known, editions, classifier or Classifier(), Progress(on)).stages(thread)


def grid(
    known: Sequence[Thread],
    editions: Sequence[Edition],
    classifier: Classifier | None = None,
    on: Heard | None = None,
) -> tuple[tuple[Stage, ...], ...]:
    """Return the stages of every thread, in the order of the threads: a grid of threads by editions.

    How much changed from one to the next is in the `counts` and `states` of each stage's row.
    """
    progress = Progress(on)
    time = _Time(known, editions, classifier or Classifier(), progress.part(0, 0))
    return tuple(time.stages(thread) for thread in progress.through(known, 1))


class _Time:
    """The editions in order of time, each two compared once, when they are first needed."""

    def __init__(
        self, known: Sequence[Thread], editions: Sequence[Edition], classifier: Classifier, progress: Progress
    ) -> None:
        self._known = known
        self._editions = editions
        self._classifier = classifier
        self._progress = progress
        self._compared: dict[tuple[str, str], Comparison] = {}

    def stages(self, thread: Thread) -> tuple[Stage, ...]:
        stages: list[Stage] = []
        last: Stage | None = None
        for edition in self._progress.through(self._editions, 1):
            stage = self._stage(thread, edition, last)
            stages.append(stage)
            last = stage if stage.principle else last
        return tuple(stages)

    def _stage(self, thread: Thread, edition: Edition, last: Stage | None) -> Stage:
        number = thread.number_in(edition.id)
        principle = None if number is None else edition.principle(number)
        if principle is None or last is None:
            return Stage(edition, principle)
        return Stage(edition, principle, last.edition, self._row(last.edition, edition, principle.number))

    def _row(self, one: Edition, other: Edition, number: int) -> Row:
        key = one.id, other.id
        if key not in self._compared:
            pairs = principle_pairs(one, other, self._known)
            self._compared[key] = compared(one, other, self._classifier, pairs, self._progress.part(0, 0))
        rows = self._compared[key].principles
        return next(row for row in rows if row.left and row.right and row.right.number == number)
