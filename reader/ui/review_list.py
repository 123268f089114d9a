"""The list of what waits, or is lost: a line each, read from the notebook when it is seen."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QListView, QWidget

from reader.errors import ReaderError
from reader.notebook.records import Highlight, Note
from reader.ui.desk import Desk
from reader.ui.face import category_icon
from reader.ui.places import was_on
from reader.ui.rendering import plain
from reader.ui.theme import Theme

_LONGEST = 160
"""How many code points of a passage a line can show at most."""

_Index = QModelIndex | QPersistentModelIndex
_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Rows(QAbstractListModel):
    """The records by their ids."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._icons: dict[str, QIcon] = {}
        self.theme = theme
        # As wide as the others, so that the words stand under each other.
        self._no_icon = QPixmap(18, 18)
        self._no_icon.fill(Qt.GlobalColor.transparent)
        self.ids: list[str] = []

    def show_ids(self, ids: Sequence[str]) -> None:
        """Show these records."""
        self.beginResetModel()
        self.ids = list(ids)
        self._icons = {one.id: category_icon(one, self.theme) for one in self._desk.categories()}
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.ids)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line's words, or its sign."""
        wanted = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.DecorationRole,
        )
        record = self._record(index.row()) if role in wanted else None
        if record is None:
            return None
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icons.get(record.category if isinstance(record, Highlight) else "", self._no_icon)
        return self._line(record)

    def _record(self, row: int) -> Highlight | Note | None:
        notebook, name = self._desk.notebook, self.ids[row]
        try:
            return notebook.highlight(name) or notebook.note(name)
        except ReaderError:
            # What cannot be read is said by the panel; a line that is only drawn is no place for it.
            return None

    def _line(self, record: Highlight | Note) -> str:
        short = self._desk.short(record.agreement)
        if isinstance(record, Highlight):
            return f"{short} · {' '.join(record.selector.quote[:_LONGEST].split())}"
        words = " ".join(plain(record.body)[:_LONGEST].split())
        place = was_on(record) or self.tr("Principle %1").replace("%1", str(record.principle))
        return " · ".join([short, place, words] if record.principle is not None else [short, words])


class RecordList(QListView):
    """Shows the records; only the keys that walk in it are its own."""

    walked = Signal(int)
    """The person has come to this row."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = Rows(desk, theme, self)
        self.setModel(self.rows)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._walk)

    def _walk(self, index: _Index) -> None:
        if index.isValid():
            self.walked.emit(index.row())

    def show_rows(self, ids: Sequence[str], row: int) -> None:
        """Show these records with one of them current; nothing tells of it."""
        blocked = self.blockSignals(True)
        if ids != self.rows.ids:
            self.rows.show_ids(ids)
        self.setCurrentIndex(self.rows.index(row) if 0 <= row < len(ids) else QModelIndex())
        self.blockSignals(blocked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows; everything else means the case that is shown."""
        if event.key() in _WALKING and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def restyle(self, theme: Theme) -> None:
        """Take on a theme."""
        self.rows.theme = theme
        self.rows.show_ids(self.rows.ids)
