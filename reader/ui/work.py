"""Long work beside the window: it goes on while the person does, tells how far it is, and can be stopped."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from reader.text.progress import Heard, Stopped

if TYPE_CHECKING:
    from concurrent.futures import Future

_LOOK = 20
"""Milliseconds between two looks at how far the work is."""
_AT_ONCE = 100
"""Milliseconds below which nobody needs to be told."""


class Work(QObject):
    """One piece of work in a thread of its own; its task gets what it is to tell its progress to.

    All signals come in the window's thread. A task must touch no widget and no notebook.
    """

    progressed = Signal(float)
    ended = Signal(object)
    given_up = Signal()

    def __init__(self, task: Callable[[Heard], object], parent: QObject) -> None:
        super().__init__(parent)
        self._task = task
        self._share = 0.0
        self._wanted = True
        self._looks = 0
        self._future: Future[object] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self._look)
        program = QCoreApplication.instance()
        if program is not None:
            # Python waits for its threads at the end: a closed window must not linger behind one.
            program.aboutToQuit.connect(self.stop)

    def begin(self) -> None:
        """Begin the work."""
        from concurrent.futures import ThreadPoolExecutor

        pool = ThreadPoolExecutor(1)
        self._future = pool.submit(self._task, self._heard)
        pool.shutdown(wait=False)
        self._timer.start()

    def stop(self) -> None:
        """Give the work up as soon as it next tells its progress; nothing of it is kept."""
        self._wanted = False

    def _heard(self, share: float) -> bool:
        self._share = share
        return self._wanted

    def _look(self) -> None:
        if self._future is None or not self._future.done():
            self._looks += 1
            if self._looks * _LOOK >= _AT_ONCE:
                self.progressed.emit(self._share)
            return
        self._timer.stop()
        try:
            # What went wrong in the task is raised here, where the window says it.
            result = self._future.result()
        except Stopped:
            self.given_up.emit()
            return
        if self._wanted:
            self.ended.emit(result)
        else:
            self.given_up.emit()
