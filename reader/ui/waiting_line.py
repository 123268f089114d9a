"""How much has no sure place: a button for what is to be looked at, and one for what was not found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from reader.ui.standings import Standings
from reader.ui.stands import CHECK, LOST


class WaitingLine(QWidget):
    """Keeps up with where everything stands."""

    wanted = Signal(str)
    """The person wants to see them: check or lost."""

    def __init__(self, standings: Standings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standings = standings
        self.check, self.lost = QPushButton(self), QPushButton(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in (self.check, self.lost):
            button.setObjectName("quietButton")
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.check.setProperty("grave", True)
        self.check.clicked.connect(self._want_check)
        self.lost.clicked.connect(self._want_lost)
        standings.changed.connect(self.show_counts)
        self.show_counts()

    def show_counts(self) -> None:
        """Show how many are to be looked at, and how many are lost."""
        counts = self._standings.counts()
        self.check.setText(self.tr("%n to check", "", counts.check))
        self.lost.setText(self.tr("%n not found", "", counts.lost))
        self.check.setVisible(counts.check > 0)
        self.lost.setVisible(counts.lost > 0)
        self.setVisible(counts.check + counts.lost > 0)

    def _want_check(self) -> None:
        self.wanted.emit(CHECK)

    def _want_lost(self) -> None:
        self.wanted.emit(LOST)
