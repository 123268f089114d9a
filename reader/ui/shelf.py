"""The library tab: what stands on the shelf, what lies open, and one click to open the rest."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.text.agreement import Agreement
from reader.ui.desk import Desk
from reader.ui.panehead import written_date
from reader.ui.theme import Theme

_ENTRY = Qt.ItemDataRole.UserRole
_MARGIN, _PAD = 13, 9

Index = QModelIndex | QPersistentModelIndex


class Entry(NamedTuple):
    """An agreement on the shelf: its title, a line on its date and parties, and the pane it is open in."""

    id: str
    title: str
    about: str
    pane: int


class Shelf(QListView):
    """Lists the agreements; a click opens one beside the others, or goes to it when it is open."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._drawn = _EntryDelegate(theme, self)
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(self._drawn)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Library"))
        self.clicked.connect(self._open)
        self.activated.connect(self._open)
        desk.panes_changed.connect(self.show_agreements)
        desk.standings.changed.connect(self.show_agreements)

    def show_agreements(self) -> None:
        """Show every agreement and which lie open."""
        agreements = self._desk.library.agreements
        if self._rows.rowCount() != len(agreements):
            self._rows.clear()
            for _ in agreements:
                self._rows.appendRow(QStandardItem())
        for number, agreement in enumerate(agreements):
            entry = self._entry(agreement)
            item = self._rows.item(number)
            item.setData(entry, _ENTRY)
            item.setText(entry.title)
            state = self.tr("open") if entry.pane else self.tr("not open")
            item.setData(f"{entry.title}, {entry.about}, {state}", Qt.ItemDataRole.AccessibleTextRole)

    def _entry(self, agreement: Agreement) -> Entry:
        date = written_date(agreement.date, self.locale())
        about = " · ".join(
            (agreement.short, *self._waiting(agreement.id), date, ", ".join(agreement.parties))
        )
        panes = self._desk.panes
        pane = panes.index(agreement.id) + 1 if agreement.id in panes else 0
        return Entry(agreement.id, agreement.title, about, pane)

    def _waiting(self, agreement: str) -> list[str]:
        check, lost = self._desk.standings.counts_of(agreement)
        said = [self.tr("%n to check", "", check)] if check else []
        return [*said, self.tr("%n not found", "", lost)] if lost else said

    def _open(self, index: QModelIndex) -> None:
        entry: Entry = index.data(_ENTRY)
        self._desk.open(entry.id)

    def restyle(self, theme: Theme) -> None:
        """Take on a theme."""
        self._drawn.theme = theme
        self.viewport().update()


class _EntryDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the title and the line below it."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 240
        entry: Entry = index.data(_ENTRY)
        height = (
            self._title_height(option.font, entry.title, width)
            + QFontMetrics(self._small(option.font)).height()
        )
        return QSize(width, height + 2 * _PAD + 3)

    def _title_height(self, font: QFont, title: str, width: int) -> int:
        strong = QFont(font)
        strong.setBold(True)
        flags = int(Qt.TextFlag.TextWordWrap)
        return QFontMetrics(strong).boundingRect(0, 0, width - 2 * _MARGIN - 30, 400, flags, title).height()

    def _small(self, font: QFont) -> QFont:
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.88)
        return small

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one agreement."""
        entry: Entry = index.data(_ENTRY)
        painter.save()
        if option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus):
            painter.fillRect(option.rect, QColor(self.theme.hover))
        box = option.rect.adjusted(_MARGIN, _PAD, -_MARGIN - 30, -_PAD)
        height = self._title_height(option.font, entry.title, option.rect.width())
        font = QFont(option.font)
        font.setBold(bool(entry.pane))
        painter.setFont(font)
        painter.setPen(QColor(self.theme.text))
        flags = int(Qt.TextFlag.TextWordWrap)
        painter.drawText(QRect(box.left(), box.top(), box.width(), height), flags, entry.title)
        painter.setFont(self._small(option.font))
        painter.setPen(QColor(self.theme.muted))
        about = QRect(box.left(), box.top() + height + 3, box.width() + 30, box.height())
        painter.drawText(about, int(Qt.AlignmentFlag.AlignTop), entry.about)
        if entry.pane:
            self._paint_number(painter, option, entry.pane)
        painter.restore()

    def _paint_number(self, painter: QPainter, option: QStyleOptionViewItem, number: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(option.rect.right() - _MARGIN - 20, option.rect.top() + _PAD, 20, 20)
        painter.setPen(QPen(QColor(self.theme.accent), 1))
        painter.setBrush(QColor(self.theme.chosen))
        painter.drawRoundedRect(box, 5, 5)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(number))
