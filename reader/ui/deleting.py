"""Deleting for good: a copy first, verified beside what the person does, and only then the words."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from reader.notebook.keeper import Kept
from reader.ui.causes import of_kind
from reader.ui.desk import Desk
from reader.ui.keeping import Keeping, warning_in_words


class Deleting(QObject):
    """Takes the words of removed records out for good, once; where no copy can be made it does nothing."""

    ended = Signal(int)
    """How many were deleted for good; 0 where nothing was."""
    copied = Signal()
    """The copy is made and verified; what comes next cannot be stopped."""
    refused = Signal(str)
    warned = Signal(str)

    def __init__(self, desk: Desk, keeping: Keeping, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._keeping = keeping
        self._ids: Sequence[str] = ()

    def begin(self, ids: Sequence[str]) -> None:
        """Make a copy of the notebook, and delete these when it is verified."""
        self._ids = ids
        self._keeping.before("purge", settled=self._copied)

    def _copied(self, kept: Kept) -> None:
        if not isValid(self):
            return  # the window went meanwhile: then nothing is deleted
        if kept.path is None:
            self._refuse(" ".join(of_kind(warning.kind) or warning for warning in kept.warnings))
            return
        for warning in kept.warnings:
            self.warned.emit(warning_in_words(warning))
        self.copied.emit()
        # In a large notebook this takes seconds: notebook and journal are written without the words.
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            done = self._desk.purge(self._ids)
        finally:
            QGuiApplication.restoreOverrideCursor()
        self.ended.emit(len(self._ids) if done else 0)

    def _refuse(self, why: str) -> None:
        self.refused.emit(
            self.tr("Nothing was deleted, because no copy of the notebook could be made first.") + f" {why}"
        )
        self.ended.emit(0)
