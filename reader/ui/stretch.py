"""Stretching a highlight by its ends."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter

from reader.ui.lines import Lines
from reader.ui.look import Look
from reader.ui.marks import Mark

RADIUS = 4.5
_REACH = 9.0


def grips(mark: Mark, lines: Lines) -> tuple[QPointF, QPointF]:
    """Return where a highlight's handles are in the document: below its first and its last letter."""
    first, last = lines.holding(mark.start), lines.holding(mark.end - 1)
    starts = first.rects(mark.start, mark.start + 1) or [first.rect]
    ends = last.rects(mark.end - 1, mark.end) or [last.rect]
    return starts[0].bottomLeft(), ends[-1].bottomRight()


def paint_grips(painter: QPainter, mark: Mark, lines: Lines, look: Look) -> None:
    """Paint a highlight's handles."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(look.paper))
    painter.setBrush(QColor(look.ground(mark.colour).edge))
    for place in grips(mark, lines):
        painter.drawEllipse(place, RADIUS, RADIUS)


def gripped(mark: Mark, lines: Lines, point: QPointF) -> "Stretch | None":
    """Return the stretching that a press at this point of the document begins, or None beside the handles."""
    start, end = grips(mark, lines)
    if (point - end).manhattanLength() <= _REACH:
        return Stretch(mark, last=True)
    if (point - start).manhattanLength() <= _REACH:
        return Stretch(mark, last=False)
    return None


class Stretch:
    """One end of a highlight on its way; it never passes the other."""

    def __init__(self, mark: Mark, last: bool) -> None:
        self._mark = mark
        self._last = last
        self.mark = mark

    def to(self, offset: int) -> None:
        """Bring the end to this code point."""
        if self._last:
            self.mark = self._mark._replace(end=max(offset, self._mark.start + 1))
        else:
            self.mark = self._mark._replace(start=min(offset, self._mark.end - 1))

    @property
    def changed(self) -> bool:
        """Whether the end is elsewhere than where it began."""
        return self.mark != self._mark
