"""A notebook that is only read: said for as long as it is so, and what would write is out of reach."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from reader.errors import NotebookError, ReaderError
from reader.notebook.lock import signed
from reader.notebook.notebook import Notebook
from reader.notebook.records import Touched
from reader.text.progress import Heard
from reader.ui.causes import in_words
from reader.ui.desk import Desk
from reader.ui.opening import writing_or_reading
from reader.ui.standing import Standing
from reader.ui.times import moment
from reader.ui.work import Work

WRITING = frozenset(
    (
        *("undo", "redo", "note", "note_principle", "note_agreement", "remove", "categories", "backup"),
        *("put_here", "import_notes", "both_sides"),
        *("longer_start", "shorter_start", "shorter_end", "longer_end"),
    )
)
"""The deeds that write into the notebook, or copy it."""


class ReadingOnly(QObject):
    """Tells that the notebook is only read, and why; reads it anew, or wants it opened for writing."""

    said = Signal(str)
    reopening_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._work: Work | None = None
        self.anew = QPushButton(self.tr("Read anew"))
        self.anew.setToolTip(self.tr("Show what has been saved there since"))
        self.write = QPushButton(self.tr("Open for writing"))
        for button in (self.anew, self.write):
            button.setObjectName("cardButton")
        self.strip = Standing((self.anew, self.write))
        self.anew.clicked.connect(self.read_anew)
        self.write.clicked.connect(self.want_writing)
        desk.only_read.connect(self._refuse)
        self.show_state()

    def title(self) -> str:
        """Return what the window is called."""
        return self.tr("Randnote – read-only") if self._desk.notebook.read_only else "Randnote"

    def shut(self, actions: Iterable[QAction]) -> None:
        """Put what would write out of reach."""
        if self._desk.notebook.read_only:
            for action in actions:
                writes = action.objectName() in WRITING or action.property("category")
                action.setEnabled(action.isEnabled() and not writes)

    def show_state(self) -> None:
        """Say why the notebook is only read, and how new it is."""
        notebook = self._desk.notebook
        self.anew.setVisible(notebook.looked)
        self.strip.say(self._state() if notebook.read_only else "")

    def _state(self) -> str:
        notebook = self._desk.notebook
        holder = signed(notebook.path)
        if not notebook.looked:
            return self.tr("Read-only: the notebook or its folder cannot be written. Nothing can be changed.")
        if holder is None:
            return self.tr("Read-only: this is what the journal beside the notebook tells.")
        said = self.tr("Read-only: the notebook has been open on %1 since %2. This is what was saved there.")
        return said.replace("%1", holder.computer).replace("%2", moment(holder.since))

    def _refuse(self) -> None:
        self.said.emit(self.tr("The notebook is open for reading only. Nothing was changed."))

    # What the other has saved

    def read_anew(self) -> None:
        """Read in another thread what has been saved since, and show it."""
        if self._work is None:
            self.anew.setEnabled(False)
            self._work = Work(partial(_content, self._desk.notebook), self)
            self._work.ended.connect(self._take)
            self._work.begin()

    def _take(self, found: object) -> None:
        self._work = None
        self.anew.setEnabled(True)
        if isinstance(found, bytes):
            touched = self._desk.notebook.look_again(found)
            self._tell_of(touched)
        elif isinstance(found, ReaderError):
            self.said.emit(in_words(found))

    def _tell_of(self, touched: Touched) -> None:
        self._desk.notebook_changed.emit(touched)
        self.show_state()
        self.said.emit(self.tr("What has been saved there by now is shown."))

    def want_writing(self) -> None:
        """Open the notebook for writing, if it can be by now; where it cannot, all stays as it is."""
        notebook = self._desk.notebook
        if not notebook.looked:
            # The lock is shared with nobody but ourselves: it must be let go first.
            self.reopening_wanted.emit(writing_or_reading)
            return
        try:
            opened = Notebook.open(notebook.path)
        except NotebookError as error:
            self.said.emit(in_words(error))
            self.show_state()
        else:
            self.reopening_wanted.emit(lambda _place: opened)


def _content(notebook: Notebook, _heard: Heard) -> object:
    from reader.notebook import beside

    try:
        return beside.content(notebook.path)
    except ReaderError as error:
        return error
