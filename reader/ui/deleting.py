"""Deleting for good: a copy first, verified beside what the person does, and only then the words."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from reader.errors import ReaderError
from reader.notebook.keeper import Keeper, Kept
from reader.ui.desk import Desk
from reader.ui.work import Work


def keeper_of(desk: Desk, backups: Path) -> Keeper:
    """Return what keeps copies of the notebook that is open."""
    return Keeper(desk.notebook, backups)


class Deleting(QObject):
    """Takes the words of removed records out for good, once; where no copy can be made it does nothing."""

    ended = Signal(int)
    """How many were deleted for good; 0 where nothing was."""
    copied = Signal()
    """The copy is made and verified; what comes next cannot be stopped."""
    refused = Signal(str)
    warned = Signal(str)

    def __init__(self, desk: Desk, backups: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._keeper = keeper_of(desk, backups)
        self._ids: Sequence[str] = ()

    def begin(self, ids: Sequence[str]) -> None:
        """Make a copy of the notebook, and delete these when it is verified."""
        self._ids = ids
        try:
            draft = self._keeper.draft("before-purge")
        except ReaderError as error:
            self._refuse(str(error))
            return
        work = Work(lambda _heard: self._keeper.settle(draft), self)
        work.ended.connect(self._copied)
        work.begin()

    def _copied(self, kept: Kept) -> None:
        if kept.path is None:
            self._refuse(" ".join(kept.warnings))
            return
        for warning in (*kept.warnings, *self._keeper.tidy(kept)):
            self.warned.emit(warning)
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
