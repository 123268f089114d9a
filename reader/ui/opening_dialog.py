"""Asks what to do about a notebook that does not open, does it, and says what came of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from reader.errors import NotebookError, ReaderError
from reader.notebook import beside
from reader.notebook.copies import Copy, newest_sound
from reader.notebook.lock import signed
from reader.notebook.mending import Mended, begin_anew, mend, write_report
from reader.notebook.notebook import Notebook
from reader.notebook.restoring import Restored, restore
from reader.text.progress import Heard, Stopped
from reader.ui.causes import in_words
from reader.ui.opening_pages import DonePage, WayButton, WaysPage, WorkPage
from reader.ui.salvage_report import report
from reader.ui.way_words import gone_but_copied, held_by, title_of, words_of, words_of_copy
from reader.ui.ways import Way, has_journal, refuse_gone, ways
from reader.ui.work import Work

_LETTERS, _AROUND = 90, 40
"""How many letters wide the dialog is, and how many px of the screen it leaves free."""

Task = Callable[[Heard], object]


class OpeningDialog(QDialog):
    """Leaves with a `notebook` that is open, or with none if the person would rather quit.

    All that takes long is done beside it. Whatever fails leaves everything as it was, is said, and the ways
    are offered again.
    """

    def __init__(
        self,
        place: Path,
        folder: Path,
        error: NotebookError,
        parent: QWidget | None = None,
        *,
        may_go_on: bool = False,
    ) -> None:
        super().__init__(parent)
        self.notebook: Notebook | None = None
        self._place = place
        self._folder = folder
        self._error = error
        self._may_go_on = may_go_on
        self._copy: Copy | None = None
        self._sought = self._none = False
        self._work: Work | None = None
        self._stop = self._begun = False
        self._then: Callable[[object], None] = self._look_at
        self.setWindowTitle("Randnote")
        # With large letters there may be more to read than the screen is high.
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self.page: QWidget = QWidget()
        self._ask(error)

    # Asking

    def _ways(self) -> tuple[Way, ...]:
        found = ways(self._error.kind, self._place, self._folder)
        if self._none:
            found = tuple(way for way in found if way != "restore")
        return (*found, "go on") if self._may_go_on else found

    def _ask(self, error: ReaderError) -> None:
        """Show what happened, the last failure in place of the first, and the ways."""
        kind = self._error.kind
        gone = kind == "missing" and error is self._error
        said = [gone_but_copied() if gone else in_words(error)]
        if kind == "held" and error is self._error:
            said.append(held_by(signed(self._place)))
        buttons = [WayButton(way, *words_of(way, kind)) for way in self._ways()]
        page = WaysPage(title_of(kind), [one for one in said if one], self._place, buttons)
        page.chosen.connect(self._go)
        page.left.connect(self.reject)
        self._show(page)
        self._show_copy()
        first = next((b.button for b in buttons if b.way != "restore" or self._copy), page.quit)
        first.setDefault(True)
        first.setFocus()
        if "restore" in page.buttons and not self._sought:
            self._seek_copy()

    def _seek_copy(self) -> None:
        self._sought = True
        work = Work(partial(_outcome, lambda _: newest_sound(self._folder)), self)
        work.ended.connect(self._take_copy)
        work.begin()

    def _take_copy(self, found: object) -> None:
        self._copy = found if isinstance(found, Copy) else None
        self._none = self._copy is None
        if self._none and isinstance(self.page, WaysPage):
            self.page.drop("restore")
        self._show_copy()

    def _show_copy(self) -> None:
        page = self.page
        button = page.buttons.get("restore") if isinstance(page, WaysPage) else None
        if button is not None:
            button.button.setEnabled(self._copy is not None)
            if self._copy is not None:
                button.name(*words_of_copy(self._copy, self._error.kind))
            self._fit()

    def _go(self, way: Way) -> None:
        done: dict[Way, Callable[[], None]] = {
            "read": self._read,
            "again": self._try_again,
            "go on": self._open,
            "salvage": self._salvage,
            "restore": self._restore,
            "begin": self._begin,
        }
        done[way]()

    # Opening

    def _try_again(self) -> None:
        try:
            refuse_gone(self._place, self._folder)
        except NotebookError as error:
            self._error = error
            self._ask(error)
        else:
            self._open()

    def _open(self) -> None:
        try:
            opened = Notebook.open(self._place)
        except NotebookError as error:
            self._error = error
            self._ask(error)
        else:
            self._leave_with(opened)

    def _open_in_place(self) -> None:
        """Open what was just put in the place; that its journal is missing is no news then."""
        self._open()
        if self.notebook is not None:
            self.notebook.news = ()
            self.notebook.begun = self._begun

    def _leave_with(self, notebook: Notebook) -> None:
        self.notebook = notebook
        self.accept()

    def _read(self) -> None:
        """Open the file for reading where nobody has it, else what its journal tells."""
        if self._error.kind not in ("held", "busy"):
            try:
                opened = Notebook.open(self._place, read_only=True)
            except NotebookError as error:
                if not has_journal(self._place):
                    self._ask(error)
                    return
            else:
                self._leave_with(opened)
                return
        words = self.tr("The notebook is being read …")
        self._begin_work(words, lambda _: beside.content(self._place), self._look_at)

    def _look_at(self, content: object) -> None:
        if isinstance(content, bytes):
            self._leave_with(Notebook.look(self._place, content))

    # Another notebook in its place

    def _salvage(self) -> None:
        words = self.tr("What is left is being put together. Until that is done, nothing is changed.")
        self._begin_work(words, partial(mend, self._place, self._folder), self._tell_salvaged, stoppable=True)

    def _tell_salvaged(self, mended: object) -> None:
        if not isinstance(mended, Mended):
            return
        text = report(mended)
        try:
            kept = write_report(mended, text)
            said = self.tr("This report is kept as %1").replace("%1", str(kept))
        except NotebookError as error:
            said = self.tr("The report could not be kept beside it.") + " " + in_words(error)
        self._tell(self.tr("A new notebook is in place"), [said], text)

    def _restore(self) -> None:
        if self._copy is not None:
            words = self.tr("The copy is being put in place …")
            chosen = self._copy.path
            self._begin_work(words, lambda _: restore(self._place, chosen), self._tell_restored)

    def _begin(self) -> None:
        words = self.tr("A new notebook is being begun …")
        self._begun = True
        self._begin_work(words, lambda _: begin_anew(self._place), self._tell_restored)

    def _tell_restored(self, restored: object) -> None:
        if isinstance(restored, Restored) and restored.away is not None:
            said = self.tr("What was there before is kept in %1").replace("%1", str(restored.away))
            self._tell(self.tr("Another notebook is in place"), [said])
        else:
            self._open_in_place()

    def _tell(self, title: str, said: list[str], text: str = "") -> None:
        page = DonePage(title, said, text)
        page.opened.connect(self._open_in_place)
        page.left.connect(self.reject)
        self._show(page)
        page.open.setFocus()

    # Work beside the dialog

    def _begin_work(
        self, said: str, task: Task, then: Callable[[object], None], *, stoppable: bool = False
    ) -> None:
        page = WorkPage(said, stoppable=stoppable)
        self._show(page)
        self._then, self._stop = then, False
        # Not stopped by the work itself, which would forget what it had done already.
        wanted: Task = lambda heard: task(lambda share: heard(share) and not self._stop)  # noqa: E731
        self._work = Work(partial(_outcome, wanted), self)
        self._work.progressed.connect(page.show_share)
        self._work.ended.connect(self._end_work)
        page.stopped.connect(self._want_stop)
        self._work.begin()

    def _want_stop(self) -> None:
        self._stop = True

    def _end_work(self, outcome: object) -> None:
        self._work = None
        if isinstance(outcome, ReaderError):
            self._ask(outcome)
        elif isinstance(outcome, Stopped):
            self._ask(self._error)
        else:
            self._then(outcome)

    # The dialog

    def _show(self, page: QWidget) -> None:
        old, self.page = self._area.takeWidget(), page
        if old is not None:
            old.deleteLater()
        self._area.setWidget(page)
        self._fit()

    def _fit(self) -> None:
        """Take the height that the words need at this width, and stay on the screen."""
        room = QGuiApplication.primaryScreen().availableGeometry().size()
        width = min(self.fontMetrics().averageCharWidth() * _LETTERS, room.width() - _AROUND)
        height = max(self.page.heightForWidth(width), self.page.sizeHint().height())
        self.setMinimumWidth(width)
        self.resize(max(self.width(), width), min(height, room.height() - _AROUND))

    def reject(self) -> None:
        """Leave without a notebook, but never in the middle of work: that is stopped first."""
        if self._work is None:
            super().reject()
        else:
            self._want_stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close as Esc does."""
        if self._work is not None:
            self._want_stop()
            event.ignore()
        else:
            super().closeEvent(event)


def _outcome(task: Task, heard: Heard) -> object:
    """Do a task and return what it gives; the world's faults, and that it was stopped, are that too."""
    try:
        return task(heard)
    except (ReaderError, Stopped) as error:
        return error
