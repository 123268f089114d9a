"""The bin: what was removed, to be looked at, brought back, or deleted for good."""

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reader.errors import ReaderError
from reader.notebook.records import Highlight, Note, Removed, Touched
from reader.ui.bin_model import WHO, BinModel
from reader.ui.bin_question import BinQuestion
from reader.ui.bin_table import BinTable
from reader.ui.causes import in_words
from reader.ui.deleting import Deleting
from reader.ui.desk import Desk
from reader.ui.note_editor import said
from reader.ui.places import span_of, title_of
from reader.ui.theme import Theme

_USUAL = (960, 580)
_SEEK_AFTER = 120
"""Milliseconds after the last letter until it is looked for."""


class BinDialog(QDialog):
    """Shows the bin beside the window, which can be used meanwhile."""

    def __init__(self, desk: Desk, theme: Theme, deleting: Deleting, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Bin"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._keep = 0
        self.model = BinModel(desk, theme, self)
        self.deleting = deleting
        self.filter = QLineEdit(self)
        self.count = QLabel(self)
        self.table = BinTable(self.model, self)
        self.words = QPlainTextEdit(self)
        self.empty = QLabel(self)
        self.said = QLabel(self)
        self.back = QPushButton(self.tr("Bring back"), self)
        self.go = QPushButton(self.tr("Go to the place"), self)
        self.past = QPushButton(self.tr("History"), self)
        self.delete = QPushButton(self.tr("Delete for good …"), self)
        self.leave = QPushButton(self.tr("Close"), self)
        self.halves = QSplitter(Qt.Orientation.Vertical, self)
        self._seeking = QTimer(self)
        self._name_parts()
        self._lay_out()
        self._join()
        self.resize(*_USUAL)
        self.restoreGeometry(QByteArray.fromBase64(desk.settings.bin_geometry.encode()))
        self.model.read()

    # Building

    def _name_parts(self) -> None:
        for label in (self.count, self.empty, self.said):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.empty, self.said):
            label.setWordWrap(True)
        self.filter.setPlaceholderText(self.tr("Search the bin"))
        self.filter.setAccessibleName(self.tr("Search the bin"))
        self.filter.setClearButtonEnabled(True)
        self.count.setObjectName("meta")
        self.empty.setObjectName("empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(self.tr("The words of what is chosen"))
        for button in (self.back, self.go, self.past, self.delete, self.leave):
            # Enter in the line for searching must not do anything.
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.filter, 1)
        head.addWidget(self.count)
        for button in (self.back, self.go, self.past, self.delete):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        self.halves.addWidget(self.table)
        self.halves.addWidget(self.words)
        self.halves.setStretchFactor(0, 3)
        self.halves.setStretchFactor(1, 1)
        self.halves.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.halves, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self.said)
        column.addLayout(foot)
        self.said.hide()

    def _join(self) -> None:
        self._seeking.setSingleShot(True)
        self._seeking.setInterval(_SEEK_AFTER)
        self._seeking.timeout.connect(self._seek)
        self.filter.textChanged.connect(self._seeking.start)
        self.model.counted.connect(self._show_count)
        self.table.selectionModel().selectionChanged.connect(self._show_chosen)
        self.table.activated.connect(self.go_there)
        self.back.clicked.connect(self.bring_back)
        self.go.clicked.connect(self.go_there)
        self.past.clicked.connect(self._show_history)
        self.delete.clicked.connect(self.ask_to_delete)
        self.leave.clicked.connect(self.close)
        self.deleting.told.connect(self._tell_now)
        self.deleting.ended.connect(self._show_chosen)
        self._desk.notebook_changed.connect(self._notebook_has_changed)

    def share(self, actions: list[QAction]) -> None:
        """Let keys of the window do here what they do there: undo and redo."""
        self.addActions(actions)

    # What is shown

    def _notebook_has_changed(self, touched: Touched) -> None:
        chosen = self.table.chosen()
        self._keep = chosen[0] if chosen else 0
        self._tell("")
        if touched.categories:
            self.model.read()
        elif not touched.only_words:
            self.model.renew(touched.records)

    def _show_count(self) -> None:
        shown, known = self.model.rowCount(), self.model.count()
        of = self.tr("{shown} of {all}").format(shown=shown, all=known)
        self.count.setText(str(known) if shown == known else of)
        self.count.setAccessibleName(self.tr("%n note(s) shown", "", shown))
        self.table.setColumnHidden(WHO, not self.model.has_others())
        self._explain(known)
        if shown > self._keep and not self.table.selectionModel().hasSelection():
            self.table.choose(self._keep)
        elif self.model.is_read() and shown and not self.table.selectionModel().hasSelection():
            self.table.choose(shown - 1)
        self._show_chosen()

    def _explain(self, known: int) -> None:
        nothing = self.model.is_read() and not self.model.rowCount()
        words = (
            self.tr("Nothing in the bin has these words.")
            if known
            else self.tr("The bin is empty. What you remove is kept here, and can be brought back.")
        )
        self.empty.setText(words)
        self.empty.setVisible(nothing)
        self.halves.setVisible(not nothing)

    def _seek(self) -> None:
        self._keep = 0
        self.model.seek(self.filter.text())

    def chosen(self) -> list[Removed]:
        """Return what is chosen, from the top down."""
        return [self.model.at(row) for row in self.table.chosen()]

    def _show_chosen(self) -> None:
        number = len(self.table.chosen())
        changeable = number > 0 and not self._desk.notebook.read_only
        self.back.setEnabled(changeable)
        self.delete.setEnabled(changeable and not self.deleting.is_busy)
        self.go.setEnabled(number == 1)
        self.past.setEnabled(number == 1)
        words = self.tr("%n note(s) chosen", "", number) if number else ""
        if number == 1:
            (one,) = self.chosen()
            words = _whole(self._desk, one.record)
        if words != self.words.toPlainText():
            self.words.setPlainText(words)

    def _tell(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))

    # What is done

    def bring_back(self) -> None:
        """Take what is chosen out of the bin; that is a change like any other, and can be undone."""
        records = [one.record for one in self.chosen()]
        if records and self._desk.bring_back([record.id for record in records]):
            self._place(records)
            self._tell(self.tr("%n note(s) brought back. Ctrl+Z takes that back.", "", len(records)))

    def _place(self, records: list[Highlight | Note]) -> None:
        """Place passages that were removed before their text came in another edition."""
        if any(isinstance(record, Highlight) and not span_of(self._desk, record) for record in records):
            self._desk.carry_over()

    def go_there(self) -> None:
        """Bring the pages to where the one that is chosen stood."""
        chosen = self.chosen()
        if len(chosen) != 1:
            return
        record = chosen[0].record
        try:
            span = span_of(self._desk, record)
        except ReaderError as error:
            self._desk.failed.emit(in_words(error))
            return
        if span is None:
            self._tell(self.tr("Its place is not in the text of now. Its words are below."))
            return
        self._tell("")
        self._desk.go_to(record.agreement, span[0], span[1] if isinstance(record, Highlight) else None)

    def _show_history(self) -> None:
        for one in self.chosen():
            self._desk.show_history(one.record.id)

    def ask_to_delete(self) -> None:
        """Ask whether what is chosen is to be deleted for good, and do it only then."""
        chosen = self.chosen()
        if chosen and not self.deleting.is_busy:
            question = BinQuestion([one.record.id for one in chosen], self)
            question.agreed.connect(self._delete)
            question.open()

    def _delete(self, ids: list[str]) -> None:
        self.deleting.begin(ids)
        self._show_chosen()

    def _tell_now(self, text: str) -> None:
        self._tell(text)
        # What comes next may keep the window still for a while.
        self.said.repaint()

    # Leaving

    def restyle(self, theme: Theme) -> None:
        """Take on another theme."""
        self.model.restyle(theme)

    def done(self, result: int) -> None:
        """Keep the size for the next time."""
        kept = bytes(self.saveGeometry().toBase64().data()).decode()
        self._desk.prefer(self._desk.settings._replace(bin_geometry=kept))
        super().done(result)


def _whole(desk: Desk, record: Highlight | Note) -> str:
    """Return all words of a record: what it is on, the note, the tags."""
    on = f"«{record.selector.quote}»" if isinstance(record, Highlight) else title_of(desk, record)
    return "\n\n".join(part for part in (on, said(record), ", ".join(record.tags)) if part)
