"""What is painted under the words: boxes, ledes, highlights, changes, hits, the selection; signs beside."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen

from reader.text.agreement import Span
from reader.ui.lines import Line, Lines
from reader.ui.look import Look
from reader.ui.marks import Hits, Mark, Marks, Patch, patches
from reader.ui.page import Page
from reader.ui.touches import Touches, paint_links, paint_touches

if TYPE_CHECKING:
    from reader.ui.change_marks import ChangeMarks

_SELECTED = 0.15
_FOUND = 0.12
_SIGNS_A_LINE = 3
_BAR = 3.0


class Shown:
    """What lies on a page now; `stretched` stands in for the current highlight while it is dragged."""

    def __init__(self) -> None:
        self.marks = Marks()
        self.hits = Hits()
        self.touches = Touches()
        self.changes: ChangeMarks | None = None
        self.links = Touches()
        self.current: str | None = None
        self.selection: Span = (0, 0)
        self.stretched: Mark | None = None

    @property
    def bare(self) -> bool:
        """Whether nothing lies on the page: no highlight, hit or selection."""
        laid = self.marks or self.hits or self.touches or self.links or self.changes
        nothing = not laid and self.stretched is None
        return nothing and self.selection[0] == self.selection[1]

    @property
    def current_mark(self) -> Mark | None:
        """The current highlight as it is to be seen now."""
        return self.stretched or self.marks.get(self.current)

    def between(self, first: int, last: int) -> list[Mark]:
        """Return the highlights to be seen in this span."""
        found = self.marks.between(first, last)
        if self.stretched is None:
            return found
        return [mark for mark in found if mark.id != self.stretched.id] + [self.stretched]


class Underlay:
    """Paints one page's ground in document coordinates; the text is drawn over it."""

    def __init__(self, page: Page, lines: Lines, left: float, width: float) -> None:
        self._page = page
        self._look: Look = page.look
        self._lines = lines
        self._left = left
        self._width = width
        self._thin = max(1.0, round(page.em / 16))

    def paint(self, painter: QPainter, top: float, bottom: float, shown: Shown) -> None:
        """Paint what is seen between two y of the document."""
        seen = [line for line in self._lines.between(top, bottom) if line.start < line.end]
        if not seen:
            return
        first, last = seen[0].start, max(line.end for line in seen)
        self._boxes(painter, first, last)
        self._ledes(painter, first, last)
        if shown.changes:
            shown.changes.grounds(painter, seen, self._look)
        marks = shown.between(first, last)
        self._grounds(painter, seen, list(patches(marks, first, last, self._look)))
        self._hits(painter, seen, shown)
        self._selection(painter, seen, shown.selection)
        self._current(painter, seen, shown.current_mark)
        self._signs(painter, seen, marks)
        if shown.touches:
            paint_touches(painter, seen, shown.touches, self._look, self._thin)
        if shown.changes:
            self._changes(painter, seen, shown.changes)
        if shown.links:
            paint_links(painter, seen, shown.links, self._look, self._thin)
        if self._page.numbered:
            self._numbers(painter, seen)

    def _changes(self, painter: QPainter, seen: Sequence[Line], changes: "ChangeMarks") -> None:
        # Loaded already by whoever compared: a page without changes does not need it.
        from reader.ui.change_marks import Beside

        right = self._left + self._width
        font = self._page.document.defaultFont()
        changes.lines(painter, seen, Beside(self._look, self._thin, right, self._page.em, font))

    def _numbers(self, painter: QPainter, seen: Sequence[Line]) -> None:
        """Write the number of each line of a witness beside it."""
        font = QFont(self._page.document.defaultFont())
        font.setPixelSize(max(1, round(min(0.7 * self._page.em, 0.4 * self._left))))
        painter.setFont(font)
        painter.setPen(QColor(self._look.muted))
        for line in seen:
            block = self._page.edition.block_at(line.start)
            if block.start == line.start:
                room = QRectF(0, line.rect.top(), 0.85 * self._left, line.rect.height())
                right = QtCore.Qt.AlignmentFlag.AlignRight | QtCore.Qt.AlignmentFlag.AlignVCenter
                painter.drawText(room, int(right), str(block.place.first))

    def _boxes(self, painter: QPainter, first: int, last: int) -> None:
        for start, end in _within(self._page.boxes, first, last):
            top, bottom = self._extent(start, end)
            ground = QRectF(self._left, top, self._width, bottom - top)
            air = 0.8 * self._page.em
            painter.fillRect(ground.adjusted(0, -air, 0, air), QColor(self._look.box))

    def _ledes(self, painter: QPainter, first: int, last: int) -> None:
        for start, end in _within(self._page.ledes, first, last):
            top, bottom = self._extent(start, end)
            left = self._left + (self._page.em if self._boxed(start) else 0)
            painter.fillRect(QRectF(left, top, _BAR, bottom - top), QColor(self._look.accent))

    def _boxed(self, offset: int) -> bool:
        return any(start <= offset < end for start, end in self._page.boxes)

    def _extent(self, start: int, end: int) -> Span:
        top = self._lines.holding(start).rect.top()
        return round(top), round(self._lines.holding(end).rect.bottom())

    def _grounds(self, painter: QPainter, seen: Sequence[Line], cut: Sequence[Patch]) -> None:
        colours: dict[object, QColor] = {}
        at = 0
        for line in seen:
            while at < len(cut) and cut[at].end <= line.start:
                at += 1
            number = at
            while number < len(cut) and cut[number].start < line.end:
                self._ground(painter, line, cut[number], colours)
                number += 1

    def _ground(self, painter: QPainter, line: Line, patch: Patch, colours: dict[object, QColor]) -> None:
        for rect in line.rects(patch.start, patch.end):
            painter.fillRect(rect, _cached(colours, patch.ground))
            for lane, mark in enumerate(reversed(patch.upper)):
                gap = self._thin if mark.end == patch.end else 0
                below = rect.bottom() - self._thin * (1 + 2 * lane)
                edge = QRectF(rect.left(), below, rect.width() - gap, self._thin)
                painter.fillRect(edge, _cached(colours, self._look.ground(mark.colour).edge))

    def _hits(self, painter: QPainter, seen: Sequence[Line], shown: Shown) -> None:
        accent = QColor(self._look.accent)
        thin, thick = QPen(accent, 1.0, QtCore.Qt.PenStyle.DotLine), QPen(accent, 2.0)
        for line in seen:
            for span in shown.hits.between(line.start, line.end):
                current = span == shown.hits.current
                fill = _faint(accent, _SELECTED if current else _FOUND)
                _frame(painter, line.rects(*span), thick if current else thin, fill)

    def _selection(self, painter: QPainter, seen: Sequence[Line], selection: Span) -> None:
        accent = QColor(self._look.accent)
        for line in seen:
            _frame(painter, line.rects(*selection), QPen(accent, 1.0), _faint(accent, _SELECTED))

    def _current(self, painter: QPainter, seen: Sequence[Line], mark: Mark | None) -> None:
        if mark is None:
            return
        pen = QPen(QColor(self._look.ground(mark.colour).edge), 2.0 * self._thin)
        for line in seen:
            _frame(painter, line.rects(mark.start, mark.end), pen, QBrush())

    def _signs(self, painter: QPainter, seen: Sequence[Line], marks: Iterable[Mark]) -> None:
        font = QFont(self._page.document.defaultFont())
        font.setPixelSize(max(1, round(min(0.8 * self._page.em, 0.5 * self._left))))
        font.setBold(True)
        painter.setFont(font)
        rows: dict[int, list[Mark]] = {}
        starting = sorted((mark for mark in marks if mark.sign), key=lambda mark: mark.start)
        at = 0
        for line in seen:
            while at < len(starting) and starting[at].start < line.end:
                if starting[at].start >= line.start:
                    rows.setdefault(round(line.rect.top()), []).append(starting[at])
                at += 1
        for top, row in rows.items():
            self._row_of_signs(painter, top, row)

    def _row_of_signs(self, painter: QPainter, top: int, row: Sequence[Mark]) -> None:
        many = len(row) > _SIGNS_A_LINE
        drawn = row[: _SIGNS_A_LINE - 1] if many else row
        signs = [(mark.sign, self._look.ground(mark.colour).edge) for mark in drawn]
        signs += [("+", self._look.muted)] if many else []
        step = min(0.85 * self._page.em, 0.9 * self._left / len(signs))
        left = 0.92 * self._left - step * len(signs)
        for number, (sign, colour) in enumerate(signs):
            painter.setPen(QColor(colour))
            room = QRectF(left + number * step, top, step, 1.4 * self._page.em)
            painter.drawText(
                room, QtCore.Qt.AlignmentFlag.AlignCenter | QtCore.Qt.TextFlag.TextDontClip, sign
            )


def _within(spans: Sequence[Span], first: int, last: int) -> list[Span]:
    return [span for span in spans if span[0] < last and span[1] > first]


def _cached(colours: dict[object, QColor], colour: object) -> QColor:
    made = colours.get(colour)
    if made is None:
        made = QColor(*colour) if isinstance(colour, tuple) else QColor(str(colour))
        colours[colour] = made
    return made


def _faint(colour: QColor, opacity: float) -> QBrush:
    made = QColor(colour)
    made.setAlphaF(opacity)
    return QBrush(made)


def _frame(painter: QPainter, rects: Iterable[QRectF], pen: QPen, fill: QBrush) -> None:
    painter.setPen(pen)
    painter.setBrush(fill)
    for rect in rects:
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
