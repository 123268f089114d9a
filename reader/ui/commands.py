"""What can be undone, as the notebook's history has it: from this start and from earlier ones."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from reader.errors import ReaderError
from reader.notebook.notebook import Notebook
from reader.notebook.past import Step, undoables

CONTEXT = "Ledger"
"""Where the words for what was done are translated: the history has them in English."""


class Steps:
    """Says what undo and redo would do now, and does it."""

    def __init__(self, notebook: Notebook, undo: Callable[[], None], redo: Callable[[], None]) -> None:
        self._notebook = notebook
        self.undo = undo
        self.redo = redo

    def can_undo(self) -> bool:
        """Say whether there is something to take back."""
        return not self._notebook.read_only and _asked(self._notebook.undoable) is not None

    def can_redo(self) -> bool:
        """Say whether there is something to do again."""
        return not self._notebook.read_only and _asked(self._notebook.redoable) is not None

    def undo_text(self) -> str:
        """Return what undo would take back, in the language of the interface."""
        return _text(_asked(self._notebook.undoable))

    def redo_text(self) -> str:
        """Return what redo would do again, in the language of the interface."""
        return _text(_asked(self._notebook.redoable))

    def count(self) -> int:
        """Count what can be taken back."""
        return sum(1 for _ in undoables(self._notebook.connection))


def _asked(question: Callable[[], Step | None]) -> Step | None:
    # A menu that is only shown is no place to fail: what is damaged is said when it is asked for.
    try:
        return question()
    except ReaderError:
        return None


def _text(step: Step | None) -> str:
    return QCoreApplication.translate(CONTEXT, step.what) if step and step.what else ""
