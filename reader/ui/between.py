"""Clicks between two lines: meant for one of them, but Qt takes them for the end of a line."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QMouseEvent

from reader.ui.lines import Lines

_INSIDE = 0.5


def onto_line(event: QMouseEvent, lines: Lines, origin: QPointF) -> QMouseEvent:
    """Return a mouse event, moved onto the nearest line if it fell between two; `origin` is the view corner.

    Lines are set with room between them that belongs to none: a drag that begins there would select nothing.
    """
    place = event.position() + origin
    rect = lines.nearest(place.y()).rect
    if rect.top() <= place.y() < rect.bottom():
        return event
    y = min(max(place.y(), rect.top() + _INSIDE), rect.bottom() - _INSIDE)
    if abs(y - place.y()) > rect.height():
        return event
    moved = QPointF(event.position().x(), y - origin.y())
    return QMouseEvent(
        event.type(), moved, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
    )
