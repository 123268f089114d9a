"""Long work that needs the notebook, and so the window's own thread: a little at a time, between all else."""

from collections.abc import Iterator
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import ReaderError
from reader.ui.causes import in_words

_TURN = 0.025
"""Seconds of work in one turn of the event loop."""

SHORT = 0.004
"""The same for work that nobody waits for, beside other work in the same turns."""


class Stepping(QObject):
    """Takes the steps of one piece of work; `progressed` carries the share that the last one told.

    One that fails is told in words, and ends it.
    """

    progressed = Signal(float)
    ended = Signal()
    failed = Signal(str)

    def __init__(self, steps: Iterator[float | None], parent: QObject, turn: float = _TURN) -> None:
        super().__init__(parent)
        self._steps = steps
        self._turn = turn
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Begin; the first steps are taken when the event loop comes round."""
        self._timer.start()

    def stop(self) -> None:
        """Take no further step."""
        self._timer.stop()

    def _go_on(self) -> None:
        until, share = monotonic() + self._turn, None
        try:
            while monotonic() < until:
                share = next(self._steps)
        except StopIteration:
            self._timer.stop()
            self.ended.emit()
            return
        except ReaderError as error:
            self._timer.stop()
            self.failed.emit(in_words(error))
            return
        if share is not None:
            self.progressed.emit(share)
