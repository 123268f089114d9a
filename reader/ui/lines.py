"""Where lines of text stand: between code points and pixels of the laid-out document."""

from bisect import bisect_right
from typing import NamedTuple, cast

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextCursor, QTextLayout, QTextLine, QTextTable

from reader.text.agreement import Span
from reader.ui.page import Page

_FAR = 1.0e6


class Line(NamedTuple):
    """A line as laid out: its code points and its place in the document, in px.

    `at` is the position of its block, `left` that block's edge. Only for use before the next layout.
    """

    page: Page
    start: int
    end: int
    rect: QRectF
    at: int
    left: float
    line: QTextLine

    def rects(self, start: int, end: int) -> list[QRectF]:
        """Return what these words cover on this line: one rectangle, unless directions mix."""
        start, end = max(start, self.start), min(end, self.end)
        if start >= end:
            return []
        if self.page.runs_back(self.start, self.end):
            return self._by_letter(start, end)
        first = self._x(start)
        last = self.rect.right() if end == self.end else self._x(end)
        return [QRectF(first, self.rect.top(), last - first, self.rect.height())]

    def _x(self, offset: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
        # The binding gives the x and the position, which its types do not say.
        found = cast(tuple[float, int], self.line.cursorToX(self.page.to_qt(offset) - self.at, edge))
        return self.left + found[0]

    def _by_letter(self, start: int, end: int) -> list[QRectF]:
        spans: list[tuple[float, float]] = []
        for offset in range(start, end):
            edges = self._x(offset), self._x(offset, QTextLine.Edge.Trailing)
            low, high = min(edges), max(edges)
            if spans and low <= spans[-1][1] + 0.5 and high >= spans[-1][0] - 0.5:
                low, high = min(low, spans[-1][0]), max(high, spans.pop()[1])
            spans.append((low, high))
        return [QRectF(low, self.rect.top(), high - low, self.rect.height()) for low, high in spans]

    def letter_at(self, x: float) -> int | None:
        """Return the code point of the letter drawn at this x, or None beside the words."""
        if not self.rect.left() <= x <= self.rect.right():
            return None
        found = self.line.xToCursor(x - self.left, QTextLine.CursorPosition.CursorOnCharacter)
        offset = self.page.from_qt(self.at + found)
        return offset if self.start <= offset < self.end else None


class Lines:
    """The lines of a page. Asking for a place lays the document out as far as needed."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._document = page.document

    def holding(self, offset: int) -> Line:
        """Return the line that holds this code point."""
        position = self._page.to_qt(offset)
        block = self._document.findBlock(position)
        corner = self._corner(block)
        layout = block.layout()
        line = layout.lineForTextPosition(position - block.position())
        return self._line(block, corner, line if line.isValid() else layout.lineAt(0))

    def nearest(self, y: float) -> Line:
        """Return the line at this y of the document, or the nearest one."""
        block = self._document.findBlock(self._hit(0.0, y))
        corner = self._corner(block)
        return self._line(block, corner, _line_at(block.layout(), y - corner.y()))

    def letter_at(self, point: QPointF) -> int | None:
        """Return the code point of the letter at this point of the document, or None where none is."""
        position = self._hit(point.x(), point.y())
        block = self._document.findBlock(position)
        corner = self._corner(block)
        line = self._line(block, corner, _line_at(block.layout(), point.y() - corner.y()))
        inside = line.rect.top() <= point.y() <= line.rect.bottom()
        return line.letter_at(point.x()) if inside else None

    def between(self, top: float, bottom: float) -> list[Line]:
        """Return the lines that are seen between two y of the document, in the order of the text."""
        block = self._document.findBlock(self._edge(self._hit(0.0, top), first=True))
        last = self._edge(self._hit(_FAR, bottom), first=False)
        lines: list[Line] = []
        while block.isValid() and block.position() <= last:
            lines += self._of_block(block, top, bottom)
            block = block.next()
        return lines

    def reach(self, y: float) -> None:
        """Lay out as far as this y of the document."""
        self._hit(0.0, y)

    def height(self) -> float:
        """Return the height of the whole document in px, its bottom space included."""
        self._corner(self._document.lastBlock())
        return float(self._document.documentLayout().documentSize().height())

    def _of_block(self, block: QTextBlock, top: float, bottom: float) -> list[Line]:
        corner, layout = self._corner(block), block.layout()
        lines: list[Line] = []
        for number in range(_number_at(layout, top - corner.y()), layout.lineCount()):
            line = layout.lineAt(number)
            if corner.y() + line.y() > bottom:
                break
            lines.append(self._line(block, corner, line))
        return lines

    def _hit(self, x: float, y: float) -> int:
        layout, last = self._document.documentLayout(), self._document.lastBlock()
        position = layout.hitTest(QPointF(x, y), QtCore.Qt.HitTestAccuracy.FuzzyHit)
        if position >= last.position():
            # While it is laying out, Qt takes the end for what is hit near where the text reached before.
            layout.blockBoundingRect(last)
            position = layout.hitTest(QPointF(x, y), QtCore.Qt.HitTestAccuracy.FuzzyHit)
        return max(0, position)

    def _edge(self, position: int, first: bool) -> int:
        """Widen a position in a table to its whole row: its cells stand beside each other."""
        cursor = QTextCursor(self._document)
        cursor.setPosition(position)
        table: QTextTable | None = cursor.currentTable()
        if table is None:
            return position
        row = table.cellAt(position).row()
        if first:
            return table.cellAt(row, 0).firstPosition()
        return table.cellAt(row, table.columns() - 1).lastPosition()

    def _corner(self, block: QTextBlock) -> QPointF:
        return self._document.documentLayout().blockBoundingRect(block).topLeft()

    def _line(self, block: QTextBlock, corner: QPointF, line: QTextLine) -> Line:
        at = block.position()
        if not line.isValid():
            return Line(
                self._page, *self._empty(at), QRectF(corner.x(), corner.y(), 0, 1), at, corner.x(), line
            )
        first = at + line.textStart()
        rect = line.naturalTextRect().translated(corner)
        start, end = self._page.from_qt(first), self._page.from_qt(first + line.textLength())
        return Line(self._page, start, end, rect, at, corner.x(), line)

    def _empty(self, at: int) -> Span:
        offset = self._page.from_qt(at)
        return offset, offset


def _number_at(layout: QTextLayout, y: float) -> int:
    found = bisect_right(range(layout.lineCount()), y, key=lambda number: layout.lineAt(number).y())
    return max(0, found - 1)


def _line_at(layout: QTextLayout, y: float) -> QTextLine:
    return layout.lineAt(_number_at(layout, y))
