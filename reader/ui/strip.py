"""The narrow strip beside a pane: where the marks of the whole agreement are, and which part is seen."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from reader.ui.marks import Mark, Marks
from reader.ui.plain import plain_tip

_WIDTH = 10
_LEAST = 3.0
_ASIDE = 4
_NEAR = 4.0
_SEEN = 0.14


class StripMark(NamedTuple):
    """A mark on the strip: where it begins and ends as shares of the document, its colour, what it says.

    Changes stand `aside`, in a lane of their own at the edge.
    """

    start: float
    end: float
    colour: str
    tip: str = ""
    aside: bool = False


class Highlights(NamedTuple):
    """The highlights on the strip: of a text so many code points long, with the colour of each category.

    `tip` says what one of them says; there may be thousands, and only one of them is asked.
    """

    marks: Marks
    length: int
    colours: Mapping[str, str]
    tip: Callable[[Mark], str]

    def as_marks(self, first: float, last: float) -> list[StripMark]:
        """Return those that touch a stretch of the document, given as shares of it."""
        near = self.marks.between(int(first * self.length), int(last * self.length) + 1)
        return [
            StripMark(m.start / self.length, m.end / self.length, self.colours[m.colour], self.tip(m))
            for m in near
        ]

    def rows(self, height: int) -> dict[tuple[int, int], str]:
        """Return from where to where colours go on so many rows of pixels; of equal ones the last."""
        scale = height / self.length
        tops = map(round, map(scale.__mul__, [mark.start for mark in self.marks]))
        bottoms = map(round, map(scale.__mul__, [mark.end for mark in self.marks]))
        seen = dict(zip(zip(tops, bottoms, strict=True), [mark.colour for mark in self.marks], strict=True))
        return {place: self.colours[colour] for place, colour in seen.items()}


class MarkStrip(QWidget):
    """Shows all marks of an agreement at their relative places; a click asks to go there."""

    wanted = Signal(float)
    """The person wants to go to this share (0-1) of the document."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: list[StripMark] = []
        self._highlights: Highlights | None = None
        self._bars_of = -1
        self._painted: dict[tuple[int, int, bool], str] = {}
        self._seen = (0.0, 0.0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Marks in the agreement"))

    def sizeHint(self) -> QSize:
        """Return a narrow strip."""
        return QSize(_WIDTH, 120)

    def set_marks(
        self, marks: Sequence[StripMark | tuple[float, float, str] | tuple[float, float, str, str]]
    ) -> None:
        """Show these marks; later ones lie over earlier ones, and all over the highlights."""
        self._marks = [StripMark(*mark) for mark in marks]
        self._show_anew()

    def set_highlights(self, highlights: Highlights) -> None:
        """Show these highlights; later ones lie over earlier ones."""
        self._highlights = highlights
        self._show_anew()

    def _show_anew(self) -> None:
        count = len(self._marks) + (len(self._highlights.marks) if self._highlights else 0)
        self.setAccessibleDescription(self.tr("Number of marks: {}").format(count))
        self._bars_of = -1
        self.update()

    def set_visible_part(self, first: float, last: float) -> None:
        """Show which part of the document is seen, as shares of it."""
        if (first, last) != self._seen:
            self._seen = (first, last)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the visible part as a faint band and a bar at each mark."""
        with QPainter(self) as painter:
            band = QColor(self.palette().windowText().color())
            band.setAlphaF(_SEEN)
            first, last = (share * self.height() for share in self._seen)
            if last > first:
                painter.fillRect(QRectF(0, first, self.width(), max(last - first, _LEAST)), band)
            bars = self._bars()
            colours = {colour: QColor(colour) for colour in set(bars.values())}
            for (top, bottom, aside), colour in bars.items():
                left, width = (self.width() - _ASIDE, _ASIDE) if aside else (2, self.width() - 4)
                painter.fillRect(left, top, width, bottom - top, colours[colour])

    def _bars(self) -> dict[tuple[int, int, bool], str]:
        """Return what is to be painted: of thousands of marks on one row of pixels only the last is seen."""
        if self._bars_of != self.height():
            self._bars_of = self.height()
            self._painted = self._bars_at(self._bars_of)
        return self._painted

    def _bars_at(self, height: int) -> dict[tuple[int, int, bool], str]:
        least, lowest = int(_LEAST), height - int(_LEAST)
        bars: dict[tuple[int, int, bool], str] = {}
        for (first, last), colour in self._highlights.rows(height).items() if self._highlights else ():
            top = min(first, lowest)
            bars[top, max(last, top + least), False] = colour
        for mark in self._marks:
            top = min(round(mark.start * height), lowest)
            bars[top, max(round(mark.end * height), top + least), mark.aside] = mark.colour
        return bars

    def _nearest(self, y: float) -> StripMark | None:
        """Return the mark that is meant by this y of the strip, if one is near enough."""
        reach, height = _NEAR + _LEAST, max(1, self.height())
        highlights = (
            self._highlights.as_marks((y - reach) / height, (y + reach) / height) if self._highlights else []
        )
        marks = [*highlights, *self._marks]
        near = [(self._distance(mark, y), -number) for number, mark in enumerate(marks)]
        distance, number = min(near, default=(_NEAR + 1, 0))
        return marks[-number] if distance <= _NEAR else None

    def _distance(self, mark: StripMark, y: float) -> float:
        return max(mark.start * self.height() - y, y - mark.end * self.height() - _LEAST, 0.0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask to go to the mark that was clicked, or to the place where none is."""
        if event.button() == Qt.MouseButton.LeftButton:
            mark = self._nearest(event.position().y())
            self.wanted.emit(mark.start if mark else self._share(event.position().y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Ask to go along while the strip is dragged."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.wanted.emit(self._share(event.position().y()))

    def _share(self, y: float) -> float:
        return min(1.0, max(0.0, y / max(1, self.height())))

    def tip_at(self, y: float) -> str:
        """Return what the mark at this y says, for a tooltip that shows it as it is; empty where none is."""
        mark = self._nearest(y)
        return plain_tip(mark.tip) if mark else ""

    def event(self, event: QEvent) -> bool:
        """Say what the mark under the pointer is."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos().y()), self)
            return True
        return super().event(event)
