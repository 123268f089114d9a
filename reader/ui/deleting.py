"""Deleting for good: a copy first, verified beside what the person does, and only then the words."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from reader.notebook.keeper import Kept
from reader.ui.causes import of_kind
from reader.ui.desk import Desk
from reader.ui.keeping import Keeping
from reader.ui.keeping_words import warning_in_words


class Deleting(QObject):
    """Takes the words of removed records out for good; where no copy can be made first it does nothing."""

    told = Signal(str)
    """How far it is, and what came of it."""
    ended = Signal(int)
    """How many were deleted for good; 0 where nothing was."""
    warned = Signal(str)

    def __init__(self, desk: Desk, keeping: Keeping, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._keeping = keeping
        self.is_busy = False

    def begin(self, ids: Sequence[str]) -> None:
        """Make a copy of the notebook, and delete these when it is verified; one deletion at a time."""
        if not self.is_busy and self._desk.may_write():
            self.is_busy = True
            self.told.emit(self.tr("Making a copy of the notebook first …"))
            self._keeping.before("purge", settled=partial(self._copied, tuple(ids)))

    def _copied(self, ids: Sequence[str], kept: Kept) -> None:
        if not isValid(self):
            return  # the window went meanwhile: then nothing is deleted
        if kept.path is None:
            why = " ".join(of_kind(warning.kind) or warning for warning in kept.warnings)
            words = self.tr("Nothing was deleted, because no copy of the notebook could be made first.")
            self._end(0, f"{words} {why}")
            return
        for warning in kept.warnings:
            self.warned.emit(warning_in_words(warning))
        self.told.emit(self.tr("Deleting for good …"))
        if self._purge(ids):
            self._end(len(ids), self.tr("%n note(s) deleted for good.", "", len(ids)))
        else:
            self._end(0, "")

    def _purge(self, ids: Sequence[str]) -> bool:
        # In a large notebook this takes seconds: notebook and journal are written without the words.
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            return self._desk.purge(ids)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _end(self, number: int, words: str) -> None:
        self.is_busy = False
        self.told.emit(words)
        self.ended.emit(number)
