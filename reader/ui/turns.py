"""Work that takes too long for one turn of the window, done a step in each."""

from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal


class Steps(Protocol):
    """Work that is done step by step."""

    @property
    def is_done(self) -> bool: ...  # noqa: D102
    def go_on(self) -> None: ...  # noqa: D102


class Turns(QObject):
    """Takes the first step at once, which mostly is all, and then one in each turn of the window."""

    gone_on = Signal(object)
    """A step of this work was taken, and there are more."""
    ended = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Steps | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Whether there are steps still to be taken."""
        return self._work is not None

    def begin(self, work: Steps) -> None:
        """Do this, and no longer what was being done."""
        self._work = work
        self._go_on()

    def stop(self) -> None:
        """Leave undone what is not done yet."""
        self._work = None
        self._timer.stop()

    def _go_on(self) -> None:
        work = self._work
        if work is None:
            return
        work.go_on()
        if work.is_done:
            self.stop()
            self.ended.emit(work)
        else:
            self._timer.start()
            self.gone_on.emit(work)
