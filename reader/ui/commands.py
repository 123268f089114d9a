"""What can be undone: every change to the notebook, as one command."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QUndoCommand

from reader.notebook.records import Change

_TYPING = 1
_TYPING_TOGETHER = 3.0
"""Seconds within which what is typed into one note is undone as one."""

Apply = Callable[[Sequence[Change]], bool]


class NotebookCommand(QUndoCommand):
    """Changes that are written: writes their opposites when undone, and them again when redone.

    When undoing or redoing cannot be written, the desk steps back, and the step back writes nothing.
    """

    def __init__(
        self, text: str, changes: Sequence[Change], apply: Apply, at: float, typed: str = ""
    ) -> None:
        super().__init__(text)
        self._changes = tuple(changes)
        self._apply = apply
        self._at = at
        self._typed = typed
        # Qt redoes what is put on the stack; what was written stands already.
        self._stands = True
        self._lies = False

    def id(self) -> int:
        """Return Qt's key for commands that may merge: only typing does."""
        return _TYPING if self._typed else -1

    def redo(self) -> None:
        """Write the changes, unless they stand: they are new, or undoing them had failed."""
        if self._stands:
            self._stands = False
        elif not self._apply(self._changes):
            self._lies = True

    def undo(self) -> None:
        """Write their opposites, the last first, unless doing them again had failed."""
        if self._lies:
            self._lies = False
        elif not self._apply([change.undone() for change in reversed(self._changes)]):
            self._stands = True

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in what was typed into the same note just after."""
        if not isinstance(other, NotebookCommand) or other._typed != self._typed:
            return False
        if other._at - self._at > _TYPING_TOGETHER:
            return False
        self._changes = (Change(self._changes[0].before, other._changes[-1].after),)
        self._at = other._at
        return True
