"""The principles: one row a thread, grouped as the agreements group them, with a chip for each agreement."""

from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.compare.concordance import Thread
from reader.compare.mention import Mention
from reader.ui.plain import plain_tip
from reader.ui.theme import Theme

_MARGIN, _PAD, _GAP = 13, 7, 5
_CHIP_HEIGHT = 19
ROW = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


class Chip(NamedTuple):
    """An agreement's short label, with the principle's number there; None where the agreement lacks it."""

    short: str
    number: int | None


class Row(NamedTuple):
    """A group's name (no thread), or a thread with its chips and the number of the person's notes on it.

    Or a place where an agreement speaks of the principles, with the words around it.
    """

    group: str = ""
    thread: Thread | None = None
    chips: tuple[Chip, ...] = ()
    notes: int = 0
    mention: Mention | None = None
    words: str = ""
    agreement: str = ""


class ThreadModel(QAbstractListModel):
    """The rows of the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def set_rows(self, rows: list[Row]) -> None:
        """Show these rows; when only counts differ, the place in the list stays."""
        if len(rows) == len(self._rows):
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(max(0, len(rows) - 1)))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row, its title, or what a screen reader says of it."""
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.thread.title if row.thread else row.words or row.group
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.spoken(row))
        return None

    def spoken(self, row: Row) -> str:
        """Return a row in words: title, numbers, wording and notes."""
        if row.thread is None:
            return row.words or row.group
        parts = [row.thread.title]
        for chip in row.chips:
            number = (
                self.tr("principle %1").replace("%1", str(chip.number)) if chip.number else self.tr("absent")
            )
            parts.append(f"{chip.short}: {number}")
        if len(row.thread.members) > 1:
            parts.append(self.tr("reworded") if row.thread.reworded else self.tr("same wording"))
        if row.notes:
            parts.append(self.tr("%n note(s)", "", row.notes))
        return ", ".join(parts)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let threads be chosen, and groups only be read."""
        row = self._rows[index.row()]
        if row.thread is None and row.mention is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def place_of(self, thread_id: str) -> QModelIndex:
        """Return where a thread stands."""
        for number, row in enumerate(self._rows):
            if row.thread and row.thread.id == thread_id:
                return self.index(number)
        return QModelIndex()


class ThreadDelegate(QStyledItemDelegate):
    """Draws the rows."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the title needs beside its chips."""
        row: Row = index.data(ROW)
        width = _width(option)
        if row.thread is None and row.mention is None:
            return QSize(width, 34 if index.row() else 26)
        bounds = self._title_bounds(option.font, row, width)
        return QSize(width, max(bounds.height(), _CHIP_HEIGHT) + 2 * _PAD)

    def _title_bounds(self, font: QFont, row: Row, width: int) -> QRect:
        room = max(70, width - 2 * _MARGIN - self._chips_width(font, row) - 4)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
        thread = row.thread
        text = thread.title if thread else row.words
        bounds = QFontMetrics(font).boundingRect(QRect(0, 0, room, 1000), int(flags), text)
        return QRect(0, 0, room, bounds.height())

    def _small(self, font: QFont) -> QFont:
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.84)
        return small

    def _chips_width(self, font: QFont, row: Row) -> int:
        metrics = QFontMetrics(self._small(font))
        chips = sum(metrics.horizontalAdvance(_chip_text(chip)) + 14 + _GAP for chip in row.chips)
        return chips + (24 if row.notes else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.thread is None and row.mention is None:
            self._paint_group(painter, option, row)
        else:
            self._paint_thread(painter, option, row)
        painter.restore()

    def _paint_group(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        font = self._small(option.font)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.muted))
        box = option.rect.adjusted(_MARGIN, 0, -_MARGIN, -5)
        text = QFontMetrics(font).elidedText(row.group, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), text)

    def _paint_thread(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.fillRect(option.rect, QColor(self.theme.chosen if chosen else self.theme.hover))
        if chosen:
            painter.fillRect(
                QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                QColor(self.theme.accent),
            )
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self.theme.accent), 1))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        self._paint_title(painter, option, row, chosen)
        self._paint_chips(painter, option, row)

    def _paint_title(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, chosen: bool) -> None:
        bounds = self._title_bounds(option.font, row, option.rect.width())
        strong = QFont(option.font)
        strong.setBold(True)
        # Bold words that would need one more line than there is stay as they are.
        fits = self._title_bounds(strong, row, option.rect.width()).height() <= bounds.height() + 2
        painter.setFont(strong if chosen and fits else option.font)
        painter.setPen(QColor(self.theme.text))
        box = bounds.translated(option.rect.left() + _MARGIN, option.rect.top() + _PAD)
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)
        painter.drawText(box, flags, row.thread.title if row.thread else row.words)

    def _paint_chips(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        font = self._small(option.font)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        right = float(option.rect.right() - _MARGIN + 4)
        top = float(option.rect.top() + _PAD)
        if row.notes:
            right = self._paint_badge(painter, right, top, row.notes) - _GAP
        for chip in reversed(row.chips):
            width = metrics.horizontalAdvance(_chip_text(chip)) + 14
            self._paint_chip(painter, QRectF(right - width, top, width, _CHIP_HEIGHT), chip, row)
            right -= width + _GAP

    def _paint_badge(self, painter: QPainter, right: float, top: float, notes: int) -> float:
        box = QRectF(right - 19, top, 19, _CHIP_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.accent))
        painter.drawRoundedRect(box, 9.5, 9.5)
        painter.setPen(QColor(self.theme.paper))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(min(notes, 99)))
        return box.left()

    def _paint_chip(self, painter: QPainter, box: QRectF, chip: Chip, row: Row) -> None:
        """Draw a chip: dotted and pale where absent, green with a full edge where the wording is the same."""
        thread = row.thread
        several = thread is not None and len(thread.members) > 1
        same = several and thread is not None and not thread.reworded
        colour = self.theme.same if same else self.theme.muted
        edge = self.theme.same if same else self.theme.faint if chip.number else self.theme.rule
        pen = QPen(QColor(edge), 1.0)
        if not chip.number:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(self.theme.paper) if chip.number else Qt.BrushStyle.NoBrush)
        radius = 9.5 if not several or same or not chip.number else 4.0
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setPen(QColor(colour if chip.number else self.theme.faint))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), _chip_text(chip))


def _width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return view.viewport().width() if isinstance(view, QListView) else 240


def _chip_text(chip: Chip) -> str:
    return f"{chip.short} · {chip.number}" if chip.number else chip.short


class ThreadList(QListView):
    """The list itself; its rows keep their width when the panel is resized."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ThreadModel(self)
        self.drawn = ThreadDelegate(theme, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.drawn)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Principles"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure every row anew for the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
