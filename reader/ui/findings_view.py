"""How what is on record of a text is drawn: its kind and line above, before and after below."""

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.ui.findings import FINDING, Finding, Findings, Index, visible
from reader.ui.theme import Theme

_MARGIN, _PAD, _GAP = 13, 6, 2
_SMALL = 0.86


class FindingDelegate(QStyledItemDelegate):
    """Draws two lines a row."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of two lines."""
        lines = QFontMetrics(option.font).height() + QFontMetrics(_small(option.font)).height()
        return QSize(120, lines + 2 * _PAD + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        found: Finding = index.data(FINDING)
        painter.save()
        self._ground(painter, option)
        box = option.rect.adjusted(_MARGIN, _PAD, -_MARGIN, -_PAD)
        below = self._above(painter, option, box, found)
        painter.setFont(option.font)
        self._words(painter, option, QRect(box.left(), below, box.width(), box.bottom() - below), found)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(self.theme.chosen))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(self.theme.hover))
        painter.setPen(QColor(self.theme.rule))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _above(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, found: Finding) -> int:
        """Draw kind and line in small type; return where the words go."""
        font = _small(option.font)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.muted))
        line = self.tr("l. %1").replace("%1", str(found.place.first))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight), line)
        room = box.width() - metrics.horizontalAdvance(line) - 8
        painter.drawText(box, 0, metrics.elidedText(found.name, Qt.TextElideMode.ElideRight, room))
        return box.top() + metrics.height() + _GAP

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, found: Finding) -> None:
        metrics = QFontMetrics(option.font)
        elide = Qt.TextElideMode.ElideRight
        if not found.after.strip() and found.around and not found.before.strip():
            painter.setPen(QColor(self.theme.text))
            words = metrics.elidedText(visible(found.around), Qt.TextElideMode.ElideMiddle, box.width())
            painter.drawText(box, 0, words)
            return
        first, second = (found.after, found.before) if found.is_remark else (found.before, found.after)
        arrow = "  ≠  " if found.is_remark else "  →  "
        half = (box.width() - metrics.horizontalAdvance(arrow)) // 2
        left = metrics.elidedText(visible(first) or "–", elide, max(half, box.width() - half - 60))
        painter.setPen(QColor(self.theme.text if found.is_remark else self.theme.muted))
        painter.drawText(box, 0, left)
        at = box.left() + metrics.horizontalAdvance(left)
        painter.setPen(QColor(self.theme.faint))
        painter.drawText(QRect(at, box.top(), box.width(), box.height()), 0, arrow)
        at += metrics.horizontalAdvance(arrow)
        painter.setPen(QColor(self.theme.muted if found.is_remark else self.theme.text))
        rest = metrics.elidedText(visible(second) or "–", elide, max(0, box.right() - at))
        painter.drawText(QRect(at, box.top(), box.right() - at + 1, box.height()), 0, rest)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALL)
    return small


class FindingsView(QListView):
    """The list of what is on record."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = Findings(self)
        self.drawn = FindingDelegate(theme, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.drawn)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What is on record of this text"))
