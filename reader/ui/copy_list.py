"""The list of copies: when and why each was made, what it holds, and how it fares."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from reader.notebook.copies import Copy
from reader.ui.copy_words import state, when, why

_WHEN, _WHY, _FIRST_COUNT, _STATE = 0, 1, 2, 6


class CopyList(QTreeWidget):
    """One row for each copy, in the order they are given; chosen by keys or pointer."""

    copy_chosen = Signal(object)
    """The copy that is chosen now; None if none is."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("keys")
        self.setAccessibleName(self.tr("Copies of the notebook, the newest first"))
        heads = (self.tr("When"), self.tr("Why"), self.tr("Highlights"), self.tr("Other notes"))
        self.setHeaderLabels([*heads, self.tr("Categories"), self.tr("In the bin"), self.tr("State")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head = self.headerItem()
        for column in range(_FIRST_COUNT, _STATE):
            if head is not None:
                head.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._copies: list[Copy] = []
        self._states: dict[Copy, str] = {}
        self.currentItemChanged.connect(self._choose)

    @property
    def copies(self) -> list[Copy]:
        """The copies that are shown."""
        return list(self._copies)

    def current(self) -> Copy | None:
        """Return the copy that is chosen; None if none is."""
        row = self.currentItem()
        at = self.indexOfTopLevelItem(row) if row is not None else -1
        return self._copies[at] if at >= 0 else None

    def fill(self, copies: Sequence[Copy]) -> None:
        """Show these copies; the one that is chosen stays so, else the newest is."""
        before = self.current()
        blocked = self.blockSignals(True)
        self.clear()
        self._copies = list(copies)
        for copy in copies:
            self.addTopLevelItem(QTreeWidgetItem())
            self._show(copy)
        paths = [copy.path for copy in copies]
        if paths:
            at = paths.index(before.path) if before and before.path in paths else 0
            self.choose(at)
        self.blockSignals(blocked)
        if self.current() != before:
            self._choose()

    def choose(self, at: int) -> None:
        """Choose the copy in this row."""
        row = self.topLevelItem(at)
        if row is not None:
            self.setCurrentItem(row)

    def take(self, copies: Sequence[Copy]) -> None:
        """Take over what was read of copies that are shown."""
        at_path = {copy.path: at for at, copy in enumerate(self._copies)}
        for copy in copies:
            at = at_path.get(copy.path)
            if at is not None and self._copies[at] != copy:
                was_current = self.current() == self._copies[at]
                self._copies[at] = copy
                self._show(copy)
                if was_current:
                    self.copy_chosen.emit(copy)
        self._fill_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the rows go on to the edge."""
        super().resizeEvent(event)
        self._fill_width()

    def _fill_width(self) -> None:
        """Widen the last column to the edge; where there is no room it keeps its words, and one scrolls."""
        header = self.header()
        header.setStretchLastSection(False)
        header.setStretchLastSection(header.length() <= self.viewport().width())

    def say_state(self, copy: Copy, words: str) -> None:
        """Show another state of a copy."""
        self._states[copy] = words
        if copy in self._copies:
            self._show(copy)

    def state_of(self, copy: Copy) -> str:
        """Return the state that is shown of a copy."""
        return self._states.get(copy) or (state(copy) if copy.steps or copy.fault else "…")

    def _show(self, copy: Copy) -> None:
        row = self.topLevelItem(self._copies.index(copy))
        if row is None:
            return
        row.setText(_WHEN, when(copy.made))
        row.setText(_WHY, why(copy))
        row.setToolTip(_WHY, "")
        counts = copy.highlights, copy.notes, copy.categories, copy.removed
        for column, count in enumerate(counts, _FIRST_COUNT):
            row.setText(column, QLocale().toString(count) if copy.steps else "")
            row.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.setText(_STATE, self.state_of(copy))

    def _choose(self) -> None:
        self.copy_chosen.emit(self.current())
