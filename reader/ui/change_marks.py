"""How changes are drawn on a page, under its words: by form first, so that they are told without colours.

New words stand on an underline with upturned ends, words that are gone are struck through, a moved passage
has a double line and an arrow beside it. A small triangle stands where the other text has words: filled
where they went, hollow where they came. What may be only a reading is dotted.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPolygonF

from reader.text.agreement import Span
from reader.ui.colour import rgb
from reader.ui.lines import Line
from reader.ui.look import Look
from reader.ui.traces import ALONE, GONE, MOVED, PLACE, Trace, Traces

_TINT = 0.09
"""How much of a kind's colour is in the ground under its words: paler than any highlight."""
_KEYS = {MOVED: "violet"}


class Beside(NamedTuple):
    """What is drawn with: the page's look, the width of a thin line, where its column ends, its em, in px."""

    look: Look
    thin: float
    right: float
    em: float
    family: QFont


class ChangeMarks:
    """Paints the changes of one page; the `current` one, where a person has come to by key, has a frame."""

    def __init__(self, traces: Traces, current: Trace | None = None) -> None:
        self.traces = traces
        self.current = current

    def grounds(self, painter: QPainter, seen: Sequence[Line], look: Look) -> None:
        """Tint what is new and what moved; highlights come over it."""
        for line in seen:
            for trace in self._on(line):
                if trace.kind != PLACE and not trace.faint and not _is_gone(trace):
                    _tint(painter, line, trace, tint(trace, look))

    def lines(self, painter: QPainter, seen: Sequence[Line], beside: Beside) -> None:
        """Draw lines, triangles and the signs in the margin; the ground is already there."""
        starts = {line.start for line in seen}
        for trace in self.traces.between(seen[0].start, max(line.end for line in seen)):
            if trace.kind == ALONE:
                _bar(painter, seen, trace, beside)
        for line in seen:
            signs = []
            for trace in self._on(line):
                _draw(painter, line, trace, beside, starts)
                if trace is self.current:
                    _frame(painter, line, trace, beside)
                if _holds(line, trace.start, starts) and (sign := sign_of(trace)):
                    signs.append((trace, sign))
            _row(painter, line, signs, beside)

    def _on(self, line: Line) -> list[Trace]:
        return self.traces.between(line.start, line.end)


def edge(trace: Trace, look: Look) -> QColor:
    """Return the colour of a change's lines."""
    if trace.faint:
        return QColor(look.muted)
    lost = _is_gone(trace) or (trace.kind == PLACE and trace.came)
    return QColor(look.ground("red" if lost else _KEYS.get(trace.kind, "green")).edge)


def tint(trace: Trace, look: Look) -> QColor:
    """Return the ground under a change's words: a breath of its colour on the paper."""
    paper, colour = rgb(look.paper), edge(trace, look)
    parts = zip(paper, (colour.red(), colour.green(), colour.blue()), strict=True)
    return QColor(*(round(p + (c - p) * _TINT) for p, c in parts))


def sign_of(trace: Trace) -> str:
    """Return what stands beside a change: where it moved, that it decides, or that all is new or dropped."""
    if trace.kind == MOVED:
        number = "" if trace.number is None else str(trace.number)
        return ("←" if trace.came else "→") + number
    if trace.kind == ALONE:
        return "–" if _is_gone(trace) else "+"
    return "!" if trace.decisive else ""


def _is_gone(trace: Trace) -> bool:
    return trace.kind == GONE or (trace.kind == ALONE and not trace.came)


def _holds(line: Line, offset: int, starts: set[int]) -> bool:
    """Say whether a place is on a line; the end of a paragraph is on its last one."""
    return line.start <= offset < line.end or (offset == line.end and offset not in starts)


def _tint(painter: QPainter, line: Line, trace: Trace, ground: QColor) -> None:
    for piece in trace.pieces:
        for rect in line.rects(*piece):
            painter.fillRect(rect, ground)


def _draw(painter: QPainter, line: Line, trace: Trace, beside: Beside, starts: set[int]) -> None:
    colour = edge(trace, beside.look)
    if trace.kind == PLACE:
        if _holds(line, trace.start, starts):
            _triangle(painter, _x(line, trace.start), line.rect.bottom(), trace, colour, beside)
        return
    for piece in trace.pieces:
        for rect in line.rects(*piece):
            pen = QPen(colour, beside.thin)
            if trace.faint:
                pen.setStyle(Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawLines(list(_strokes(trace, piece, line, rect, beside)))


def _strokes(trace: Trace, piece: Span, line: Line, rect: QRectF, beside: Beside) -> Iterator[QLineF]:
    """Give the strokes that tell the kind of a change, on one line of it."""
    thin, below = beside.thin, rect.bottom() - beside.thin
    if _is_gone(trace):
        middle = rect.top() + 0.56 * rect.height()
        yield QLineF(rect.left(), middle, rect.right(), middle)
        if not trace.faint:
            yield QLineF(rect.left(), middle + thin, rect.right(), middle + thin)
        return
    yield QLineF(rect.left(), below, rect.right(), below)
    if trace.kind == MOVED:
        yield QLineF(rect.left(), below - 3 * thin, rect.right(), below - 3 * thin)
    elif not trace.faint:
        yield QLineF(rect.left(), below - thin, rect.right(), below - thin)
        up = 0.3 * beside.em
        if line.start <= piece[0] < line.end:
            yield QLineF(rect.left(), below, rect.left(), below - up)
        if line.start < piece[1] <= line.end:
            yield QLineF(rect.right(), below, rect.right(), below - up)


def _x(line: Line, offset: int) -> float:
    after = line.rects(offset, offset + 1)
    return after[0].left() if after else line.rect.right()


def _triangle(
    painter: QPainter, x: float, bottom: float, trace: Trace, colour: QColor, beside: Beside
) -> None:
    half, tall = 0.28 * beside.em, 0.5 * beside.em
    foot = bottom + 0.1 * beside.em
    if trace.faint:
        half, tall = 0.6 * half, 0.6 * tall
    painter.setPen(QPen(colour, beside.thin))
    painter.setBrush(QBrush(colour) if trace.came else QBrush(QColor(beside.look.paper)))
    points = QPointF(x, foot - tall), QPointF(x + half, foot), QPointF(x - half, foot)
    painter.drawPolygon(QPolygonF(list(points)))


def _bar(painter: QPainter, seen: Sequence[Line], trace: Trace, beside: Beside) -> None:
    """Draw a bar beside a whole principle or section: broken where it was dropped."""
    inside = [line.rect for line in seen if trace.start < line.end and line.start < trace.end]
    if not inside:
        return
    x = beside.right + 0.3 * beside.em
    style = Qt.PenStyle.DashLine if _is_gone(trace) else Qt.PenStyle.SolidLine
    painter.setPen(QPen(edge(trace, beside.look), 2 * beside.thin, style, Qt.PenCapStyle.FlatCap))
    top, bottom = min(rect.top() for rect in inside), max(rect.bottom() for rect in inside)
    painter.drawLine(QLineF(x, top, x, bottom))


def _frame(painter: QPainter, line: Line, trace: Trace, beside: Beside) -> None:
    painter.setPen(QPen(QColor(beside.look.accent), 2 * beside.thin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pieces = (trace.span,) if trace.kind == PLACE else trace.pieces
    for piece in pieces:
        for rect in line.rects(*piece):
            painter.drawRect(rect.adjusted(-1, 0.5, 1, -0.5))


def _row(painter: QPainter, line: Line, signs: Sequence[tuple[Trace, str]], beside: Beside) -> None:
    """Write the signs of the changes that begin on a line into the margin to its right; equal ones once."""
    left = beside.right + 0.55 * beside.em
    font = QFont(beside.family)
    font.setPixelSize(max(1, round(0.85 * beside.em)))
    font.setBold(True)
    painter.setFont(font)
    for sign, trace in {sign: trace for trace, sign in signs}.items():
        width = painter.fontMetrics().horizontalAdvance(sign)
        room = QRectF(left, line.rect.top(), width + 0.2 * beside.em, line.rect.height())
        decides = sign == "!"
        if decides:
            badge = QRectF(0, 0, 0.72 * beside.em, 0.95 * beside.em)
            badge.moveCenter(QPointF(left + 0.36 * beside.em, room.center().y()))
            painter.fillRect(badge, QColor(beside.look.text))
            room = badge
        painter.setPen(QColor(beside.look.paper) if decides else edge(trace, beside.look))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), sign)
        left = room.right() + 0.1 * beside.em
