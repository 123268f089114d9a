"""Comparing while the window goes on: in a thread that knows only texts, asked now and then how far it is."""

from collections.abc import Callable, Sequence
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.text.progress import Stopped

if TYPE_CHECKING:
    from reader.ui.changed import Changed, Work

Pair = tuple[str, str]
"""An older agreement and a newer one, by their ids."""
Key = tuple[object, ...]
"""What a result was made from: the editions' digests, and the threads that paired their principles."""
_ASK = 15
"""How often the thread is asked, in ms."""
_LONG = 0.1
"""After how many seconds it is said that something is being compared."""


class Task:
    """One comparison in a thread of its own. It touches nothing of Qt, so it may outlive the window."""

    def __init__(self, pair: Pair, key: Key, work: "Work") -> None:
        self.pair = pair
        self.key = key
        self.share = 0.0
        self.found: Changed | None = None
        self.fault: BaseException | None = None
        self._work = work
        self._wanted = True
        self._begun = monotonic()
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self.found = self._work(self._hear)
        except Stopped:
            pass
        except Exception as fault:  # noqa: BLE001 - raised again where faults are logged and said
            self.fault = fault

    def _hear(self, share: float) -> bool:
        self.share = share
        return self._wanted

    def stop(self) -> None:
        """Let go of the work: it ends within 50 ms, and nothing of it is kept."""
        self._wanted = False

    @property
    def is_done(self) -> bool:
        """Whether the thread has ended."""
        return not self._thread.is_alive()

    @property
    def is_long(self) -> bool:
        """Whether it takes long enough to be spoken of."""
        return monotonic() - self._begun > _LONG


class Comparing(QObject):
    """Compares what is wanted, one pair after the other, and keeps the results while they are wanted."""

    news = Signal()
    """A comparison has come to its end, or was stopped."""
    progressed = Signal()
    """A long comparison is further than before."""

    def __init__(self, begin: "Callable[[Pair], tuple[Key, Work]]", parent: QObject) -> None:
        super().__init__(parent)
        self._begin = begin
        self._waiting: list[Pair] = []
        self._kept: dict[Pair, tuple[Key, Changed]] = {}
        self._stopped: set[Pair] = set()
        self._task: Task | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_ASK)
        self._timer.timeout.connect(self._ask)

    def want(self, pairs: Sequence[Pair]) -> None:
        """Compare these, in this order; what is not among them is stopped and forgotten."""
        self._kept = {pair: kept for pair, kept in self._kept.items() if pair in pairs}
        self._stopped &= set(pairs)
        running = self._task.pair if self._task else None
        if self._task and running not in pairs:
            self._task.stop()
        self._waiting = [pair for pair in pairs if pair not in self._stopped and pair != running]
        self._next()

    def _next(self) -> None:
        while self._waiting and self._task is None:
            pair = self._waiting.pop(0)
            key, work = self._begin(pair)
            if pair not in self._kept or self._kept[pair][0] != key:
                self._task = Task(pair, key, work)
                self._timer.start()

    def _ask(self) -> None:
        """Take over what the thread has found, or tell how far it is."""
        task = self._task
        if task is None:
            self._timer.stop()
        elif not task.is_done:
            if task.is_long:
                self.progressed.emit()
        else:
            self._task = None
            if task.found is not None:
                self._kept[task.pair] = task.key, task.found
            self._next()
            self.news.emit()
            if task.fault is not None:
                raise task.fault

    def result(self, pair: Pair) -> "Changed | None":
        """Return what changed between two agreements, if they have been compared."""
        kept = self._kept.get(pair)
        return kept[1] if kept else None

    def share(self, pair: Pair) -> float | None:
        """Return how much of a comparison is done, from 0 to 1; None while it is not at work or not long."""
        task = self._task
        return task.share if task and task.pair == pair and task.is_long else None

    def is_stopped(self, pair: Pair) -> bool:
        """Say whether the person stopped this comparison."""
        return pair in self._stopped

    @property
    def is_busy(self) -> bool:
        """Whether anything is being compared or waits for it."""
        return self._task is not None or bool(self._waiting)

    def stop(self, pair: Pair) -> None:
        """Stop a comparison until it is asked for again."""
        self._stopped.add(pair)
        self._waiting = [waiting for waiting in self._waiting if waiting != pair]
        if self._task and self._task.pair == pair:
            self._task.stop()
        self.news.emit()

    def again(self, pair: Pair) -> None:
        """Let a comparison that was stopped be made after all."""
        self._stopped.discard(pair)
