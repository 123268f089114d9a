"""How the cells of the overview are drawn: a shape with the number, what happened, how much, and notes."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from reader.ui.cells import GridCell, GridRow
from reader.ui.grid_words import SIGNS, amount, elsewhere, head, state
from reader.ui.theme import Theme

_PAD, _LINE, _CHIP, _GAP = 9, 18, 44, 10
_ROW, _CELL = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


def small(font: QFont) -> QFont:
    """Return a font for what is said below."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * 0.88)
    return made


def paint_shape(painter: QPainter, box: QRectF, shape: str, text: str, theme: Theme) -> None:
    """Draw the shape of a cell: round where the wording is the same, a box where it is another, a label where
    the name is, full where it is new, broken where it is gone.
    """
    colour = QColor(_colour(shape, theme))
    pen = QPen(colour, 1.4)
    painter.setBrush(QColor(theme.paper))
    if shape in ("dropped", "absent"):
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    elif shape == "new":
        painter.setBrush(colour)
    painter.setPen(pen)
    box = box.adjusted(0.5, 0.5, -0.5, -0.5)
    if shape == "renamed":
        tip = box.height() / 2
        corners = [box.topLeft(), QPointF(box.right() - tip, box.top())]
        corners += [QPointF(box.right(), box.center().y()), QPointF(box.right() - tip, box.bottom())]
        painter.drawPolygon(QPolygonF([*corners, box.bottomLeft()]))
    else:
        radius = box.height() / 2 if shape in ("same", "new") else 3.0
        painter.drawRoundedRect(box, radius, radius)
    if shape in ("reworded", "renamed"):
        painter.fillRect(QRectF(box.left(), box.top(), 4, box.height()), colour)
    painter.setPen(QColor(theme.paper) if shape == "new" else colour)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


def _colour(shape: str, theme: Theme) -> str:
    colours = {"same": theme.same, "reworded": theme.accent, "renamed": theme.accent, "new": theme.same}
    return colours.get(shape, theme.warning if shape == "dropped" else theme.muted)


class CellDelegate(QStyledItemDelegate):
    """Draws titles, groups and cells."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that a title or a cell needs."""
        row: GridRow = index.data(_ROW)
        if row.thread is None:
            return QSize(100, 34)
        lines = max((_lines_of(cell) for cell in row.cells if _is_full(cell)), default=1)
        return QSize(100, max(2 * _PAD + lines * _LINE, self._title_box(option, row).height() + 2 * _PAD))

    def _title_box(self, option: QStyleOptionViewItem, row: GridRow) -> QRect:
        view = option.widget
        width = view.columnWidth(0) if isinstance(view, QTableView) else 200
        title = row.thread.title if row.thread else ""
        room = QRect(0, 0, max(60, width - 24), 1000)
        return QFontMetrics(option.font).boundingRect(room, int(Qt.TextFlag.TextWordWrap), title)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        row: GridRow = index.data(_ROW)
        cell: GridCell | None = index.data(_CELL)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        if row.thread is None:
            self._group(painter, option, row)
        elif cell is None:
            painter.setPen(QColor(self.theme.text))
            box = option.rect.adjusted(14, _PAD, -10, 0)
            painter.drawText(box, int(Qt.TextFlag.TextWordWrap), row.thread.title)
        else:
            self._cell(painter, option, cell)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.fillRect(option.rect, QColor(self.theme.chosen if chosen else self.theme.hover))
        painter.setPen(QPen(QColor(self.theme.rule), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))

    def _group(self, painter: QPainter, option: QStyleOptionViewItem, row: GridRow) -> None:
        font = small(option.font)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.muted))
        box = option.rect.adjusted(14, 0, -10, -6)
        text = QFontMetrics(font).elidedText(row.group, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), text)

    def _cell(self, painter: QPainter, option: QStyleOptionViewItem, cell: GridCell) -> None:
        if not _is_full(cell):
            self._empty(painter, option, cell)
            return
        left, top = option.rect.left() + 8, option.rect.top() + _PAD
        if cell.shape != "mentions":
            painter.setFont(option.font)
            number = str(cell.member.number) if cell.member else ""
            text = f"{SIGNS[cell.shape]} {number}".strip()
            paint_shape(painter, QRectF(left, top, _CHIP, 21), cell.shape, text, self.theme)
            left += _CHIP + _GAP
        right = option.rect.right() - 8 - self._badge(painter, option, cell)
        self._lines(painter, option, cell, QRect(left, top, right - left, _LINE))
        if cell.changed:
            self._share(painter, option, cell)

    def _lines(self, painter: QPainter, option: QStyleOptionViewItem, cell: GridCell, room: QRect) -> None:
        decided = "✓ " if cell.decisions else ""
        under = small(option.font)
        lines = [(decided + head(cell), option.font, self.theme.text)]
        lines += [(amount(cell), under, self.theme.muted)] if amount(cell) else []
        lines += [(f"¶ {line}", under, self.theme.text) for line in elsewhere(cell)]
        for text, font, colour in lines:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
            room = room.translated(0, _LINE)

    def _share(self, painter: QPainter, option: QStyleOptionViewItem, cell: GridCell) -> None:
        """Draw how much changed as a bar below the number."""
        bar = QRectF(option.rect.left() + 8, option.rect.top() + _PAD + 26, _CHIP, 5)
        painter.fillRect(bar, QColor(self.theme.rule))
        part = max(2.0, cell.share * bar.width())
        painter.fillRect(QRectF(bar.left(), bar.top(), part, bar.height()), QColor(self.theme.accent))

    def _badge(self, painter: QPainter, option: QStyleOptionViewItem, cell: GridCell) -> int:
        if not cell.notes:
            return 0
        box = QRectF(option.rect.right() - 27, option.rect.top() + _PAD, 19, 19)
        painter.setFont(small(option.font))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.accent))
        painter.drawRoundedRect(box, 9.5, 9.5)
        painter.setPen(QColor(self.theme.paper))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(min(99, cell.notes)))
        return 25

    def _empty(self, painter: QPainter, option: QStyleOptionViewItem, cell: GridCell) -> None:
        painter.setFont(small(option.font))
        painter.setPen(QColor(self.theme.faint))
        box = option.rect.adjusted(8, _PAD, -8, 0)
        text = state("absent") if cell.shape == "absent" else "–"
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft), text)


def _lines_of(cell: GridCell) -> int:
    return 1 + bool(amount(cell)) + sum(1 for _ in elsewhere(cell))


def _is_full(cell: GridCell) -> bool:
    return cell.shape != "absent" and (cell.shape != "mentions" or bool(cell.mentions))
