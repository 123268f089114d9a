"""The grid of the overview: threads by agreements, gone through with the arrow keys."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from reader.ui.cells import Grid, GridCell, GridRow
from reader.ui.grid_words import spoken
from reader.ui.painted_cells import CellDelegate
from reader.ui.plain import plain_tip
from reader.ui.theme import Theme

ROW, CELL = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_TITLES, _LEAST, _NARROW = 0.3, 210, 128
"""The share of the width that the titles have, the least width of an agreement's column, and the width of one
that only speaks of the principles, in px."""

Index = QModelIndex | QPersistentModelIndex


class GridModel(QAbstractTableModel):
    """The first column has the titles, the others an agreement each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = Grid((), (), {})

    def show(self, shown: Grid) -> None:
        """Show a grid in place of the one before."""
        self.beginResetModel()
        self.shown = shown
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are, those of groups among them."""
        return 0 if parent is not None and parent.isValid() else len(self.shown.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else 1 + len(self.shown.agreements)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row, the cell, or what is said of it."""
        row = self.shown.rows[index.row()]
        cell = row.cells[index.column() - 1] if row.thread and index.column() else None
        if role == ROW:
            return row
        if role == CELL:
            return cell
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole) and row.thread and cell:
            said = spoken(row.thread.title, cell)
            return plain_tip(said) if role == Qt.ItemDataRole.ToolTipRole else said
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._title(row, index.column())
        return None

    def _title(self, row: GridRow, column: int) -> str:
        if column:
            return ""
        return row.thread.title if row.thread else row.group

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the short name of an agreement, and how often it speaks of the principles."""
        if orientation == Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return self.tr("Principle")
        agreement = self.shown.agreements[section - 1]
        year = agreement.date[:4]
        spoken_of = self.shown.spoken.get(agreement.id, 0)
        if spoken_of and not self.has_principles(section):
            return f"{agreement.short} · {year}\n" + self.tr("%n mention(s)", "", spoken_of)
        return f"{agreement.short} · {year}\n"

    def has_principles(self, column: int) -> bool:
        """Say whether a column is of an agreement that has principles itself."""
        cells = (row.cells[column - 1] for row in self.shown.rows if row.cells)
        return any(cell.shape != "mentions" for cell in cells)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let threads be chosen, and groups only be read."""
        if self.shown.rows[index.row()].thread is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class GridView(QTableView):
    """Shows the grid; `opened` tells that a cell was chosen, `key` that a letter was pressed on it."""

    opened = Signal()
    key = Signal(str)
    menu_wanted = Signal(object)
    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("grid")
        self.rows = GridModel(self)
        self.drawn = CellDelegate(theme, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.drawn)
        self.setAccessibleName(self.tr("Principles by agreements"))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self.clicked.connect(self.opened)
        self.selectionModel().currentChanged.connect(self.moved)

    def show_grid(self, shown: Grid) -> None:
        """Show a grid; the place in it stays where it is the same."""
        at = self.currentIndex()
        row, column = at.row(), at.column()
        self.rows.show(shown)
        self.clearSpans()
        for number, one in enumerate(shown.rows):
            if one.thread is None:
                self.setSpan(number, 0, 1, self.rows.columnCount())
        self._share_width()
        first = next((n for n, one in enumerate(shown.rows) if one.thread), 0)
        known = 0 <= row < len(shown.rows) and shown.rows[row].thread is not None
        wanted = self.rows.index(row, column) if known else self.rows.index(first, len(shown.agreements))
        self.setCurrentIndex(wanted)

    def current_row(self) -> GridRow | None:
        """Return the row of the current cell; None where nothing is shown."""
        index = self.currentIndex()
        return self.rows.shown.rows[index.row()] if index.isValid() else None

    def current_cell(self) -> GridCell | None:
        """Return the current cell; None on a title."""
        cell: GridCell | None = self.currentIndex().data(CELL)
        return cell

    def _share_width(self) -> None:
        room = self.viewport().width()
        titles = int(_TITLES * room)
        columns = range(1, self.rows.columnCount())
        narrow = [column for column in columns if not self.rows.has_principles(column)]
        wide = max(1, len(columns) - len(narrow))
        left = room - titles - _NARROW * len(narrow)
        self.setColumnWidth(0, titles)
        for column in columns:
            self.setColumnWidth(column, _NARROW if column in narrow else max(_LEAST, left // wide))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width among the columns."""
        super().resizeEvent(event)
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the cell, ask for its menu, or pass a letter on; arrows go through the grid."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.key.emit("del")
        elif event.text().isalpha() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.key.emit(event.text().lower())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the cell: under the pointer, or of the current one by the menu key."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if index.isValid():
                self.setCurrentIndex(index)
        place = self.visualRect(self.currentIndex()).center()
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_wanted.emit(self.viewport().mapToGlobal(place) if by_keys else event.globalPos())
