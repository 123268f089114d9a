"""What lies in the bin as rows of a table, read a portion at a time: ten thousand make nobody wait."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QIcon

from reader.errors import ReaderError
from reader.notebook.records import Highlight, Note, Removed
from reader.text.words import fold
from reader.ui.bin_rows import PORTION, BinRows, Row
from reader.ui.causes import in_words
from reader.ui.desk import Desk
from reader.ui.face import category_icon
from reader.ui.note_editor import said
from reader.ui.past_words import when
from reader.ui.places import place_of, title_of
from reader.ui.theme import Theme

WHEN, WHERE, PASSAGE, NOTE, CATEGORY, WHO = range(6)
"""The columns."""

_SHOWN = 300
"""How many code points of a passage or note a cell has; the whole of it is shown below the table."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class BinModel(QAbstractTableModel):
    """The rows that have the words asked for, the last removed first."""

    counted = Signal()
    """There are more rows than before, or others."""

    def __init__(self, desk: Desk, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._rows = BinRows(desk)
        self._shown: list[Row] = []
        self._wanted: list[str] = []
        self._icons: dict[str, QIcon] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._read_some)

    # Reading

    def read(self) -> None:
        """Read the bin anew, a portion at a time."""
        self.beginResetModel()
        self._shown, self._icons = [], {}
        try:
            self._rows.begin()
        except ReaderError as error:
            self._desk.failed.emit(in_words(error))
        self.endResetModel()
        self._timer.start()

    def is_read(self) -> bool:
        """Say whether all of the bin has been read."""
        return not self._timer.isActive()

    def _read_some(self) -> None:
        try:
            self._insert(len(self._shown), self._rows.more())
        except ReaderError as error:
            self._desk.failed.emit(in_words(error))
        if self._rows.is_read():
            self._timer.stop()
        self.counted.emit()

    def renew(self, changed: Collection[str]) -> None:
        """Take what was removed meanwhile to the top, and what is no longer in the bin out of the rows."""
        if len(changed) > PORTION or not self.is_read():
            self.read()
            return
        for row in reversed([at for at, row in enumerate(self._shown) if row.id in changed]):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._shown[row]
            self.endRemoveRows()
        try:
            self._insert(0, self._rows.renew(changed))
        except ReaderError as error:
            self._desk.failed.emit(in_words(error))
        self.counted.emit()

    def _insert(self, at: int, rows: Sequence[Row]) -> None:
        fitting = [row for row in rows if self._fits(row)]
        if fitting:
            self.beginInsertRows(QModelIndex(), at, at + len(fitting) - 1)
            self._shown[at:at] = fitting
            self.endInsertRows()

    def _fits(self, row: Row) -> bool:
        return all(word in row.words for word in self._wanted)

    def seek(self, words: str) -> None:
        """Show only the rows that have all of these words; those not read yet are shown as they come."""
        self.beginResetModel()
        self._wanted = fold(words).split()
        self._shown = [row for row in self._rows.rows if self._fits(row)]
        self.endResetModel()
        self.counted.emit()

    # What is read from outside

    def count(self) -> int:
        """Return how many things are in the bin, as far as it is read."""
        return len(self._rows.rows)

    def at(self, row: int) -> Removed:
        """Return what stands in a row."""
        return self._shown[row].removed

    def has_others(self) -> bool:
        """Say whether somebody else made anything in the bin."""
        return self._rows.has_others

    def restyle(self, theme: Theme) -> None:
        """Take on another theme."""
        self._theme, self._icons = theme, {}
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, WHO))

    # Qt's table

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else WHO + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        """Return the title of a column."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = {
            WHEN: self.tr("Removed"),
            WHERE: self.tr("Place"),
            PASSAGE: self.tr("Passage"),
            NOTE: self.tr("Note"),
            CATEGORY: self.tr("Category"),
            WHO: self.tr("Who"),
        }
        return titles[section]

    def data(self, index: Index, role: int = 0) -> object:
        """Return the words of a cell, or a category's sign; looked up only for what is seen."""
        removed = self._shown[index.row()].removed
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(removed, index.column())
        if role == Qt.ItemDataRole.DecorationRole and index.column() == CATEGORY:
            return self._icon(removed.record)
        return None

    def _cell(self, removed: Removed, column: int) -> str:
        record = removed.record
        if column == WHEN:
            return when(removed.time)
        if column == WHERE:
            return place_of(self._desk, record)
        if column == CATEGORY:
            return self._rows.named(record)
        if column == WHO:
            return record.origin
        words = title_of(self._desk, record) if column == PASSAGE else said(record)
        return " ".join(words[:_SHOWN].split())

    def _icon(self, record: Highlight | Note) -> QIcon | None:
        known = self._rows.categories.get(record.category) if isinstance(record, Highlight) else None
        if known is not None and known.id not in self._icons:
            self._icons[known.id] = category_icon(known, self._theme)
        return self._icons[known.id] if known else None
