"""What is said where the pointer rests on a touched place."""

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from reader.ui.reading import ReadingView
from reader.ui.touches import Touches


class TouchTips(QObject):
    """Says what the source has where the pointer rests on a mark."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view)
        self.touches = Touches()
        self._view = view
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer for the page when it is asked for a tip."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().eventFilter(watched, event)
        offset = self._view.letter_under(QPointF(event.pos()))
        said = self.touches.at(offset) if offset is not None else ""
        QToolTip.showText(event.globalPos(), said, self._view.viewport())
        return True
