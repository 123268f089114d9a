"""What the person writes: every change is on disk when it is told of, and can be undone."""

from collections.abc import Sequence
from datetime import datetime
from time import monotonic

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from reader.errors import ReaderError
from reader.intake.library import Library
from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.records import Category, Change, Highlight, Note, Record, Touched
from reader.text.selector import describe
from reader.ui.commands import NotebookCommand


class Ledger(QObject):
    """Owns the undo stack; one signal tells what every change touched, whether done, undone or done again."""

    notebook_changed = Signal(object)
    undo_changed = Signal()
    saved = Signal(str)
    failed = Signal(str)

    def __init__(self, library: Library, notebook: Notebook) -> None:
        super().__init__()
        self.library = library
        self.notebook = notebook
        self.stack = QUndoStack(self)
        self.stack.indexChanged.connect(self.undo_changed)
        self._written = False

    def highlight(
        self, agreement: str, start: int, end: int, category: str, note: str = ""
    ) -> Highlight | None:
        """Highlight a passage; None if it could not be saved."""
        edition = self.library.edition(agreement)
        time = now()
        selector = describe(edition.text, start, end, edition.digest)
        made = Highlight(new_id(), agreement, selector, category, note, (), time, time)
        return made if self._do(self.tr("Highlight"), [Change(None, made)]) else None

    def remove(self, record: Highlight | Note) -> bool:
        """Take a highlight or note away; undo brings it back."""
        text = self.tr("Remove highlight") if isinstance(record, Highlight) else self.tr("Remove note")
        return self._do(text, [Change(record, None)])

    def change_category(self, highlight: Highlight, category: str) -> bool:
        """Give a highlight another category."""
        return self._change(self.tr("Change category"), highlight, category=category)

    def stretch(self, highlight: Highlight, start: int, end: int) -> bool:
        """Give a highlight another extent in the same agreement."""
        edition = self.library.edition(highlight.agreement)
        selector = describe(edition.text, start, end, edition.digest)
        return self._change(self.tr("Stretch highlight"), highlight, selector=selector)

    def write(self, record: Highlight | Note, words: str) -> bool:
        """Save what was typed into a note; typing on goes into the same step of undo."""
        if isinstance(record, Highlight):
            return self._change(self.tr("Edit note"), record, typed=True, note=words)
        return self._change(self.tr("Edit note"), record, typed=True, body=words)

    def tag(self, record: Highlight | Note, tags: Sequence[str]) -> bool:
        """Give a highlight or note these tags; typing on goes into the same step of undo."""
        return self._change(self.tr("Change tags"), record, typed=True, tags=tuple(tags))

    def add_note(self, agreement: str, principle: int | None) -> Note | None:
        """Begin a note on a principle, or on an agreement as a whole."""
        time = now()
        note = Note(new_id(), agreement, principle, "", (), time, time)
        return note if self._do(self.tr("New note"), [Change(None, note)]) else None

    def rename_category(self, category: Category, name: str) -> bool:
        """Give a category another name."""
        return self._do(self.tr("Rename category"), [Change(category, category._replace(name=name))])

    def undo(self) -> None:
        """Take back the last change; if that cannot be written, it stays to be taken back later."""
        self._written = True
        self.stack.undo()
        if not self._written:
            self.stack.redo()

    def redo(self) -> None:
        """Do again what was taken back; if that cannot be written, it stays to be done later."""
        self._written = True
        self.stack.redo()
        if not self._written:
            self.stack.undo()

    def _change(self, text: str, record: Highlight | Note, typed: bool = False, **fields: object) -> bool:
        changed: Record = record._replace(modified=now(), **fields)  # type: ignore[arg-type]
        return self._do(text, [Change(record, changed)], record.id if typed else "")

    def _do(self, text: str, changes: Sequence[Change], typed: str = "") -> bool:
        # Written first: what could not be must not cost the person what there is to redo.
        if not self._apply(changes):
            return False
        self.stack.push(NotebookCommand(text, changes, self._apply, monotonic(), typed))
        return True

    def _apply(self, changes: Sequence[Change]) -> bool:
        """Write changes; what is shown follows only when they are on disk."""
        try:
            touched: Touched = self.notebook.apply(changes)
        except ReaderError as error:
            self._written = False
            self.failed.emit(str(error))
            return False
        self._written = True
        self.notebook_changed.emit(touched)
        self.saved.emit(datetime.now().astimezone().strftime("%H:%M"))
        return True
