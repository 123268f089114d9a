"""What was emended or is doubtful in a page: thin marks under the words, and what the source has."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from reader.ui.lines import Line
from reader.ui.look import Look


class Touch(NamedTuple):
    """A place that was touched; `doubtful` ones were left as they stand."""

    start: int
    end: int
    doubtful: bool
    said: str


class Touches:
    """All touches of a page, found by place."""

    def __init__(self, touches: Iterable[Touch] = ()) -> None:
        self._touches = sorted(touches)
        self._starts = [touch.start for touch in self._touches]
        self._longest = max((touch.end - touch.start for touch in self._touches), default=0)

    def __len__(self) -> int:
        return len(self._touches)

    def between(self, first: int, last: int) -> list[Touch]:
        """Return the touches that stand in this span or reach into it."""
        low = bisect_left(self._starts, first - self._longest)
        near = self._touches[low : bisect_left(self._starts, last)]
        return [touch for touch in near if touch.end > first or touch.start >= first]

    def at(self, offset: int) -> str:
        """Return what is to be said of the touches on this code point, as rich text; empty for none."""
        found = [t for t in self.between(offset, offset + 1) if t.start <= offset < max(t.end, t.start + 1)]
        return "<br>".join(escape(touch.said) for touch in found)


def paint_touches(painter: QPainter, seen: Sequence[Line], shown: Touches, look: Look, thin: float) -> None:
    """Underline what was touched: dots where the text was emended, waves where it is doubtful.

    Where something was left out a small wedge stands. `thin` is the width of a line in px.
    """
    plain, doubt = QColor(look.muted), QColor(look.accent)
    for line in seen:
        for touch in shown.between(line.start, line.end):
            colour = doubt if touch.doubtful else plain
            rects = line.rects(touch.start, touch.end)
            if touch.start == touch.end:
                _wedge(painter, line.rects(touch.start, touch.start + 1), colour, thin)
            for rect in rects:
                _underline(painter, rect, QPen(colour, thin), touch.doubtful)


def paint_links(painter: QPainter, seen: Sequence[Line], links: Touches, look: Look, thin: float) -> None:
    """Underline places that lead elsewhere with dots; `thin` is the width of a line in px."""
    for line in seen:
        for link in links.between(line.start, line.end):
            for rect in line.rects(link.start, link.end):
                _underline(painter, rect, QPen(QColor(look.accent), 1.4 * thin), False)


def _underline(painter: QPainter, rect: QRectF, pen: QPen, wavy: bool) -> None:
    below = rect.bottom() - 1.5
    if not wavy:
        pen.setStyle(QtCore.Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(rect.left(), below), QPointF(rect.right(), below))
        return
    painter.setPen(pen)
    step, up, x = 3.0, True, rect.left()
    while x < rect.right():
        after = min(x + step, rect.right())
        heights = (below, below - 2.0) if up else (below - 2.0, below)
        painter.drawLine(QPointF(x, heights[0]), QPointF(after, heights[1]))
        x, up = after, not up


def _wedge(painter: QPainter, rects: Sequence[QRectF], colour: QColor, thin: float) -> None:
    for rect in rects[:1]:
        painter.setPen(QPen(colour, 1.5 * thin))
        foot = QPointF(rect.left(), rect.bottom() - 5.0)
        painter.drawLine(foot, foot + QPointF(-3.0, 4.0))
        painter.drawLine(foot, foot + QPointF(3.0, 4.0))
