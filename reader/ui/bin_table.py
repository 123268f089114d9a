"""The table of the bin: rows of words, of which several may be chosen."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from reader.ui.bin_model import CATEGORY, NOTE, PASSAGE, WHEN, WHERE, WHO, BinModel

_WIDTHS = {WHEN: 14, WHERE: 18, CATEGORY: 15, WHO: 12}
"""How wide the columns are, in letters; the words have the rest."""


class BinTable(QTableView):
    """Shows the rows of a bin."""

    def __init__(self, model: BinModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setObjectName("keys")
        self.setAccessibleName(self.tr("What was removed, the last first"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self._set_up_titles()

    def _set_up_titles(self) -> None:
        header, letter = self.horizontalHeader(), self.fontMetrics().averageCharWidth()
        header.setSectionsClickable(False)
        # Titles look whether all of their column is chosen, row by row, each time they are drawn.
        header.setSelectionModel(QItemSelectionModel(self.model(), header))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (PASSAGE, NOTE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column, letters in _WIDTHS.items():
            self.setColumnWidth(column, letters * letter + 24)

    def chosen(self) -> list[int]:
        """Return the rows that are chosen, from the top down."""
        # By stretches: Qt's own list of ten thousand chosen rows takes longer than anybody should wait.
        selection = self.selectionModel().selection()
        stretches = (selection.at(number) for number in range(selection.count()))
        return sorted({row for one in stretches for row in range(one.top(), one.bottom() + 1)})

    def choose(self, row: int) -> None:
        """Choose one row and no other."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), flags)
