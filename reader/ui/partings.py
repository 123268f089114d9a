"""How many notes both sides changed and wait for a choice: a button that is there as long as one does."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from reader.notebook.both_sides import Search
from reader.notebook.records import Touched
from reader.ui.desk import Desk
from reader.ui.stepping import SHORT, Stepping


class Partings(QPushButton):
    """Counts them in the history, beside what the person does, and again when one of them changes."""

    none_left = Signal()
    """Every choice that was open is made."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._work: Stepping | None = None
        self._open: frozenset[str] = frozenset()
        self.setObjectName("quietButton")
        self.setProperty("grave", True)
        self.setToolTip(self.tr("Show both forms, and choose which one is to stand"))
        self.hide()
        desk.notebook_changed.connect(self._follow)
        desk.stepped.connect(self.look)

    def look(self) -> None:
        """Count anew, a little at a time; what cannot be read is told by whoever is asked to show it."""
        if self._work is not None:
            self._work.stop()
            self._work.deleteLater()
        search = Search(self._desk.notebook)
        self._work = Stepping(search.steps(), self, SHORT)
        self._work.ended.connect(partial(self._take, search))
        self._work.begin()

    def _follow(self, touched: Touched) -> None:
        if self._open & touched.records:
            self.look()

    def _take(self, search: Search) -> None:
        if self._open and not search.found:
            self.none_left.emit()
        self._open = frozenset(search.found)
        self.setText(self.tr("%n changed on both sides", "", len(self._open)))
        self.setVisible(bool(self._open))
