"""Notes that go out: gathered from the notebook a little at a time, and written beside the window."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.export.writing import write_safely
from reader.notebook.anchoring import text_of
from reader.notebook.exchange import Leaving
from reader.notebook.journal import Text
from reader.notebook.notebook import now
from reader.text.progress import Heard
from reader.ui.causes import in_words
from reader.ui.desk import Desk
from reader.ui.sending_dialog import Sent
from reader.ui.stepping import Stepping
from reader.ui.work import Work


class Sending(QObject):
    """Writes one file of annotations; the old file or the new one is there, nothing between."""

    progressed = Signal(float)
    """The share that is gathered, from 0 to 1."""
    writing = Signal()
    written = Signal(int)
    """So many highlights and notes are in the file."""
    failed = Signal(str)

    def __init__(self, desk: Desk, sent: Sent, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sent = sent
        self._path = path
        self._running: Stepping | Work | None = None
        self._leaving: Leaving | None = None

    def begin(self) -> None:
        """Begin; `written` or `failed` tells what came of it."""
        sent, library = self._sent, self._desk.library
        try:
            texts = [text_of(self._desk.edition(agreement.id)) for agreement in library.agreements]
            notebook = self._desk.notebook
            leaving = Leaving(notebook, sent.agreements, sent.name, texts, only_own=sent.only_own)
        except ReaderError as error:
            self.failed.emit(in_words(error))
            return
        self._leaving = leaving
        stepping = Stepping(leaving.steps(), self)
        stepping.progressed.connect(self.progressed)
        stepping.failed.connect(self.failed)
        stepping.ended.connect(self._write)
        self._running = stepping
        stepping.begin()

    def stop(self) -> None:
        """Give up; what was there is as it was."""
        if self._running is not None:
            self._running.stop()

    def _write(self) -> None:
        if self._leaving is None:
            return
        try:
            texts = self._leaving.texts()
        except ReaderError as error:
            self.failed.emit(in_words(error))
            return
        self.writing.emit()
        work = Work(partial(_written, self._leaving, texts, self._path), self)
        work.ended.connect(self._tell)
        self._running = work
        work.begin()

    def _tell(self, trouble: str) -> None:
        self._running = None
        if trouble:
            self.failed.emit(trouble)
        elif self._leaving is not None:
            self.written.emit(self._leaving.count)


def _written(leaving: Leaving, texts: list[Text], path: Path, heard: Heard) -> str:
    """Write the file and return what went wrong, empty for nothing."""
    parts = []
    for part in leaving.pieces(texts, now()):
        if not heard(0.0):
            return ""
        parts.append(part)
    try:
        write_safely(path, "".join(parts))
    except ReaderError as error:
        return in_words(error)
    return ""
