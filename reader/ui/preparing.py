"""Makes a copy ready to take the notebook's place: asked first, and then read back beside the window."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget
from shiboken6 import isValid

from reader.errors import ReaderError
from reader.notebook.copies import Copy
from reader.notebook.restoring import Prepared, next_away, prepare
from reader.text.progress import Heard, Stopped
from reader.ui.copy_words import when
from reader.ui.keeping import Keeping
from reader.ui.work import Work


class RestoreQuestion(QMessageBox):
    """Says what restoring a copy does, and where the notebook of now goes; Esc does nothing."""

    def __init__(self, copy: Copy, place: Path, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        text = translate("BackupsDialog", "Should the notebook be again as it was: %1?")
        more = translate(
            "BackupsDialog",
            "What it is now is backed up first, and then moved away whole, with its history, to %1. Nothing "
            "of it is deleted. Then the window opens again with what was restored.",
        )
        said = text.replace("%1", when(copy.made))
        super().__init__(QMessageBox.Icon.NoIcon, parent.windowTitle(), said, parent=parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setInformativeText(more.replace("%1", str(next_away(place.resolve()))))
        self.yes = self.addButton(translate("BackupsDialog", "Restore"), QMessageBox.ButtonRole.AcceptRole)
        no = self.addButton(QMessageBox.StandardButton.Cancel)
        no.setMinimumWidth(no.sizeHint().width() + 24)  # as the default one it is written bold
        self.setDefaultButton(QMessageBox.StandardButton.Cancel)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


class Preparing(QObject):
    """Backs the notebook up and makes a copy ready; one at a time, and it can be stopped."""

    ended = Signal(object, object)
    """The copy, and what is prepared, or the error that hindered it."""

    def __init__(self, keeping: Keeping, place: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._keeping = keeping
        self._place = place
        self._copy: Copy | None = None
        self._work: Work | None = None

    def begin(self, copy: Copy) -> None:
        """Begin with the backup; the rest follows by itself."""
        self._copy = copy
        self._keeping.before("restore", partial(self._prepare, copy))

    def _prepare(self, copy: Copy) -> None:
        if not isValid(self) or self._copy is not copy:
            return  # it was stopped meanwhile
        self._work = Work(partial(_prepared, self._place, copy.path), self)
        self._work.ended.connect(self._end)
        self._work.begin()

    def _end(self, found: object) -> None:
        copy, self._copy, self._work = self._copy, None, None
        self.ended.emit(copy, found)

    def stop(self) -> None:
        """Give it up; nothing of it is left."""
        self._copy = None
        if self._work is not None:
            self._work.stop()
            self._work = None


def _prepared(place: Path, chosen: Path, heard: Heard) -> Prepared | ReaderError:
    try:
        made = prepare(place, chosen)
    except ReaderError as error:
        return error
    if not heard(1.0):
        made.discard()
        raise Stopped
    return made
