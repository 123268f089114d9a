"""Lay a long document out in steps while nothing else happens."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextDocument

_BLOCKS = 60
"""Blocks a step: Qt's own idle steps double until one stalls the window."""


class Laying(QObject):
    """Finishes the layout of one document; `laid_out` when all its coordinates are final."""

    laid_out = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._document: QTextDocument | None = None
        self._next = 0
        self._waiting = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)

    @property
    def done(self) -> bool:
        """Whether nothing is left to lay out."""
        return not self._waiting and not self._timer.isActive()

    def start(self, document: QTextDocument) -> None:
        """Lay this document out from its beginning, in steps, once what is seen of it has been painted."""
        self._document = document
        self._next = 0
        self._timer.stop()
        self._waiting = True

    def painted(self) -> None:
        """Begin, if something waits: its view has been painted."""
        if self._waiting:
            self._waiting = False
            self._timer.start()

    def finish(self) -> None:
        """Lay out at once what is left."""
        if self._document is not None and not self.done:
            self._next = self._document.blockCount()
            self._step()

    def _step(self) -> None:
        if self._document is None:
            return
        layout = self._document.documentLayout()
        self._next = min(self._next + _BLOCKS, self._document.blockCount() - 1)
        layout.blockBoundingRect(self._document.findBlockByNumber(self._next))
        if self._next >= self._document.blockCount() - 1:
            self._timer.stop()
            self._waiting = False
            # Qt tells the scroll bar only when its own timer is through.
            layout.documentSizeChanged.emit(layout.documentSize())
            self.laid_out.emit()
