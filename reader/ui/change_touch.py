"""How a moved passage is followed with hand or key: its arrow in the margin, Ctrl and click, or Enter."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from reader.ui.reading import ReadingView
from reader.ui.traces import MOVED, Trace, Traces

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChangeTouch(QObject):
    """Watches one view for the wish to go to the other end of a moved passage."""

    wanted = Signal(object)
    """The person wants to go to the other end of this trace."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view)
        self.traces = Traces()
        self._view = view
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer Enter in a moved passage, a click on its arrow, and the pointer over that."""
        if not self.traces:
            return False
        trace = self._meant(event)
        if trace is not None:
            self.wanted.emit(trace)
        return trace is not None or self._is_over_arrow(event)

    def _meant(self, event: QEvent) -> Trace | None:
        if isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress and event.key() in _ENTER
            return self.traces.moved_at(self._view.caret()) if pressed else None
        released = event.type() == QEvent.Type.MouseButtonRelease
        if not released or not isinstance(event, QMouseEvent) or event.button() != Qt.MouseButton.LeftButton:
            return None
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return self._under(event.position()) if held else self._beside(event.position())

    def _under(self, point: QPointF) -> Trace | None:
        offset = self._view.letter_under(point)
        return self.traces.moved_at(offset) if offset is not None else self._beside(point)

    def _beside(self, point: QPointF) -> Trace | None:
        line = self._view.line_beside(point)
        if line is None:
            return None
        near = self.traces.between(*line)
        return next((t for t in near if t.kind == MOVED and line[0] <= t.start < line[1]), None)

    def _is_over_arrow(self, event: QEvent) -> bool:
        moved = event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent)
        if not moved or event.buttons() or self._beside(event.position()) is None:  # type: ignore[attr-defined]
            return False
        self._view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        return True
