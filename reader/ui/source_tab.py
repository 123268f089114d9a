"""The source tab: what was changed to make the text, and what looks wrong in it and was left."""

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reader.ui.choice import Choice
from reader.ui.desk import Desk
from reader.ui.findings import FINDING, Finding, Sort, findings
from reader.ui.findings_view import FindingsView
from reader.ui.theme import Theme

_FIRST = (Sort.READING, Sort.VARIANT, Sort.SUM, Sort.CHANGED, Sort.LEFT_OUT, Sort.MISREAD, Sort.SPACE)
"""What is offered, what a person must know first."""


class SourceTab(QWidget):
    """Lists the record of the agreement in focus; what is chosen is gone to in the text."""

    note_wanted = Signal()
    """A note is wanted on the words that were just selected."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._read = ""
        self.sort = Choice(self)
        self.words = QLineEdit(self)
        self.list = FindingsView(theme, self)
        self.empty = QLabel(self)
        self.to_source = QPushButton(self.tr("Show in the source"), self)
        self.to_note = QPushButton(self.tr("Note on it"), self)
        self._name_parts()
        self._lay_out()
        self._join()

    def _name_parts(self) -> None:
        self.sort.setAccessibleName(self.tr("Show of the record"))
        self.words.setPlaceholderText(self.tr("Words"))
        self.words.setClearButtonEnabled(True)
        self.words.setAccessibleName(self.tr("Show only rows with these words"))
        self.empty.setObjectName("empty")
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        for button in (self.to_source, self.to_note):
            button.setObjectName("cardButton")
            button.setEnabled(False)

    def _lay_out(self) -> None:
        above = QVBoxLayout()
        above.setContentsMargins(10, 2, 10, 6)
        above.setSpacing(4)
        above.addWidget(self.words)
        above.addWidget(self.sort, 0, Qt.AlignmentFlag.AlignLeft)
        below = QHBoxLayout()
        below.setContentsMargins(10, 6, 10, 8)
        below.setSpacing(6)
        below.addWidget(self.to_source)
        below.addWidget(self.to_note)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        column.addLayout(below)

    def _join(self) -> None:
        self.sort.currentIndexChanged.connect(self._show)
        self.words.textChanged.connect(self._show)
        self.list.clicked.connect(self._go_to)
        self.list.activated.connect(self._go_to)
        self.list.selectionModel().currentChanged.connect(self._follow_choice)
        self.to_source.clicked.connect(self._show_in_source)
        self.to_note.clicked.connect(self._note)
        self._desk.panes_changed.connect(self.refresh)
        self._desk.focus_changed.connect(self.refresh)

    def showEvent(self, event: object) -> None:
        """Read the record only when it is looked at."""
        self.refresh()

    def forget(self) -> None:
        """Read the record anew when it is looked at next."""
        self._read = ""

    def refresh(self) -> None:
        """Show the record of the agreement in focus; a witness as it was transmitted has none."""
        agreement = self._desk.focused()
        if not self.isVisible() or not agreement or agreement == self._read or "@" in agreement:
            return
        self._read = agreement
        library = self._desk.library
        record = findings(
            library.edition(agreement), library.emendations(agreement), library.remarks(agreement)
        )
        self.list.rows.set_findings(record)
        self._offer()
        self._show()

    def _offer(self) -> None:
        rows = self.list.rows
        first = next((sort for sort in _FIRST if rows.count(sort)), Sort.CHANGED)
        choices = [
            (f"{self._name(sort)} ({self.locale().toString(rows.count(sort))})", sort.name, QIcon())
            for sort in _FIRST
            if rows.count(sort)
        ]
        self.sort.fill(choices, first.name)

    def _name(self, sort: Sort) -> str:
        return QCoreApplication.translate("Findings", sort.value)

    def _show(self) -> None:
        chosen = self.sort.currentData()
        self.list.rows.show(Sort[chosen] if chosen else Sort.CHANGED, self.words.text())
        any_rows = self.list.rows.rowCount() > 0
        self.list.setVisible(any_rows)
        self.empty.setVisible(not any_rows)
        nothing = (
            self.tr("No row has these words.") if self.words.text() else self.tr("Nothing is on record.")
        )
        self.empty.setText(nothing)
        self._follow_choice()

    def _chosen(self) -> Finding | None:
        found: Finding | None = self.list.currentIndex().data(FINDING)
        return found

    def _follow_choice(self) -> None:
        found = self._chosen()
        self.to_source.setEnabled(found is not None)
        self.to_note.setEnabled(found is not None and found.start < found.end)

    def _go_to(self, index: QModelIndex) -> None:
        found: Finding = index.data(FINDING)
        self._desk.go_to(self._read, found.start, max(found.end, found.start))

    def _show_in_source(self) -> None:
        found = self._chosen()
        if found:
            self._desk.show_in_source(self._read, found.start, found.end)

    def _note(self) -> None:
        found = self._chosen()
        if found:
            self._desk.go_to(self._read, found.start, found.end)
            self._desk.select(self._read, found.start, found.end)
            self.note_wanted.emit()

    def restyle(self, theme: Theme) -> None:
        """Take on a theme."""
        self.list.drawn.theme = theme
        self.list.viewport().update()
