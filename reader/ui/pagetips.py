"""What is said where the pointer rests on a touched or changed place."""

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from reader.ui.reading import ReadingView
from reader.ui.touches import Touches


class Telling(Protocol):
    """Whatever can say, as rich text, what is on a code point; nothing where nothing is."""

    def at(self, offset: int) -> str:
        """Return what is to be said of a code point."""


class PageTips(QObject):
    """Says what the source has, and what changed, where the pointer rests on a mark."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view)
        self.touches: Telling = Touches()
        self.changes: Telling = Touches()
        self._view = view
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer for the page when it is asked for a tip."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().eventFilter(watched, event)
        said = self.said_at(QPointF(event.pos()))
        if not said:
            QToolTip.hideText()
            return super().eventFilter(watched, event)
        QToolTip.showText(event.globalPos(), f"<div>{said}</div>", self._view.viewport())
        return True

    def said_at(self, point: QPointF) -> str:
        """Return what is said at a point of the viewport, or beside a line in its margin."""
        offset = self._view.letter_under(point)
        if offset is None:
            beside = self._view.line_beside(point)
            return self._in_margin(*beside) if beside else ""
        return "<hr>".join(filter(None, (self.changes.at(offset), self.touches.at(offset))))

    def _in_margin(self, start: int, end: int) -> str:
        said = (self.changes.at(offset) for offset in range(start, end + 1))
        return "<hr>".join(dict.fromkeys(filter(None, said)))
