"""The copies of the notebook: what each holds, what restoring it would change, and what else can be done."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reader.errors import ReaderError
from reader.notebook.copies import Copy
from reader.notebook.records import Category
from reader.notebook.restoring import Prepared
from reader.ui.causes import in_words
from reader.ui.copies_reading import CopiesReading
from reader.ui.copy_list import CopyList
from reader.ui.copy_words import held, when
from reader.ui.desk import Desk
from reader.ui.flow import Flow
from reader.ui.keeping import Keeping
from reader.ui.opening_pages import plain
from reader.ui.preparing import Preparing, RestoreQuestion
from reader.ui.restored_view import RestoredView
from reader.ui.restored_words import Item
from reader.ui.second_place import SecondPlace
from reader.ui.theme import Theme

_WAIT = 120
"""Milliseconds for which a copy must stay chosen before it is read: keys may only pass over it."""

_READ = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class BackupsDialog(QDialog):
    """Shows the copies, reads them beside the window, and makes one ready to take the notebook's place."""

    prepared = Signal(object, str)
    """A copy was read back and is ready, and when it is from; the dialog is closed."""

    def __init__(self, desk: Desk, keeping: Keeping, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Backups of the notebook"))
        self._desk = desk
        self._keeping = keeping
        self._folder = keeping.folder
        self._others: list[Copy] = []
        self._preparing = Preparing(keeping, desk.notebook.path, self)
        self.reading = CopiesReading(desk, self)
        self.list = CopyList()
        self.none, self.facts, self.status = plain("", "empty"), plain("", "said"), plain("", "meta")
        self.view = RestoredView(desk, theme)
        self.second = SecondPlace(desk, self._folder)
        self.restore = QPushButton(self.tr("Restore this copy …"))
        self.verify = QPushButton(self.tr("Verify again"))
        self.other = QPushButton(self.tr("Another file …"))
        self.make = QPushButton(self.tr("Make a copy now"))
        self.open_folder = QPushButton(self.tr("Open the folder"))
        self.leave = QPushButton(self.tr("Close"))
        self._wait = QTimer(self, singleShot=True, interval=_WAIT)
        self._lay_out()
        self._join()
        self._say("")
        self._show_none()
        self.restoreGeometry(QByteArray.fromBase64(desk.settings.backups_geometry.encode()))
        self.refresh()

    # Building

    def _lay_out(self) -> None:
        for label in (self.none, self.facts, self.status):
            # A path has few places where a line may break; it must not widen the dialog.
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            label.setTextInteractionFlags(_READ)
        above, below = QWidget(), QWidget()
        upper, lower = QVBoxLayout(above), QVBoxLayout(below)
        for column in (upper, lower):
            column.setContentsMargins(0, 0, 0, 0)
        upper.addWidget(self.list)
        upper.addWidget(self.none)
        lower.addWidget(self.facts)
        lower.addWidget(self.view, 1)
        splitter = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False, handleWidth=9)
        splitter.setObjectName("quietSplitter")
        splitter.addWidget(above)
        splitter.addWidget(below)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([210, 380])
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        column.addWidget(splitter, 1)
        column.addWidget(self.status)
        column.addWidget(self.second)
        column.addLayout(self._buttons())
        self.setMinimumSize(560, 420)
        self.resize(960, 720)

    def _buttons(self) -> QHBoxLayout:
        deeds = Flow(8)
        for button in (self.restore, self.verify, self.other, self.make, self.open_folder):
            button.setAutoDefault(False)
            deeds.addWidget(button)
        self.leave.setAutoDefault(False)
        row = QHBoxLayout()
        row.addLayout(deeds, 1)
        row.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _say(self, text: str) -> None:
        self.status.setText(text)
        self.status.setVisible(bool(text))

    def _join(self) -> None:
        self._wait.timeout.connect(self._read_current)
        self.list.copy_chosen.connect(self._choose)
        self.reading.listed.connect(self.list.take)
        self.reading.progressed.connect(self.view.show_progress)
        self.reading.compared.connect(self._show_changes)
        self.reading.refused.connect(self.view.say)
        self.reading.verified.connect(self._show_verdict)
        self._keeping.kept.connect(self.refresh)
        self._keeping.said.connect(self._say)
        self._keeping.warned.connect(self._say)
        self._preparing.ended.connect(self._hand_over)
        self.restore.clicked.connect(self._ask)
        self.verify.clicked.connect(self._verify)
        self.other.clicked.connect(self._choose_file)
        self.make.clicked.connect(self._keeping.keep_now)
        self.open_folder.clicked.connect(self._open_folder)
        self.leave.clicked.connect(self.reject)

    # The list

    def refresh(self) -> None:
        """Read which copies there are."""
        try:
            known = self.reading.read_folder(self._folder)
        except ReaderError as error:
            known = []
            self._say(in_words(error))
        read = {copy.path: copy for copy in self.list.copies if copy.steps or copy.fault}
        self.list.fill([*self._others, *(read.get(copy.path, copy) for copy in known)])
        self._show_none()

    def _show_none(self) -> None:
        there = bool(self.list.copies)
        self.list.setVisible(there)
        self.none.setVisible(not there)
        self.none.setText(
            self.tr(
                "There are no copies yet. One is made by itself when the notebook has changed: when Randnote "
                "starts, for each half hour of work, and when it is closed."
            )
        )
        self.open_folder.setEnabled(self._folder.is_dir())
        if not there:
            self._choose(None)

    def _choose(self, copy: Copy | None) -> None:
        """Show what is known of a copy at once, and read what restoring it would change a moment later."""
        is_whole = copy is not None and not copy.fault
        self.verify.setEnabled(copy is not None)
        self.restore.setEnabled(is_whole and not self._desk.notebook.read_only)
        self.facts.setText(self._facts(copy) if copy else "")
        self._wait.stop()
        self.reading.want(None)
        if copy is None:
            self.view.say("")
        elif copy.fault:
            self.view.say(copy.fault)
        else:
            self.view.show_progress(0)
            self._wait.start()

    def _read_current(self) -> None:
        copy = self.list.current()
        if copy is not None and not copy.fault:
            self.reading.want(copy.path)

    def _facts(self, copy: Copy) -> str:
        lines = [str(copy.path)]
        if copy.steps:
            changed = self.tr("last change in it: %1").replace("%1", when(copy.changed))
            lines.insert(0, f"{held(copy)} · {changed}")
        if self._desk.notebook.read_only:
            lines.append(self.tr("The notebook is open for reading only: nothing can take its place now."))
        return "\n".join(lines)

    def _show_changes(self, items: list[Item], categories: dict[str, Category], damaged: int) -> None:
        self.view.show_items(items, categories)
        copy = self.list.current()
        if damaged and copy:
            harmed = self.tr(
                "%n record(s) in this copy are damaged. It cannot be restored whole.", "", damaged
            )
            self._say(harmed)
            self.list.say_state(copy, self.tr("Damaged"))

    # What can be done

    def _verify(self) -> None:
        copy = self.list.current()
        if copy is not None:
            self.list.say_state(copy, self.tr("Being read back …"))
            self.reading.verify(copy)

    def _show_verdict(self, copy: Copy, faults: list[str]) -> None:
        if faults:
            self.list.say_state(copy, self.tr("Damaged"))
            self._say(f"{copy.path.name}: {faults[0]}")
            return
        clock = when(datetime.now(UTC).isoformat(timespec="seconds"))
        self.list.say_state(copy, self.tr("Sound, read back: %1").replace("%1", clock))
        self._say(self.tr("%1 was read back and is sound.").replace("%1", copy.path.name))

    def _choose_file(self) -> None:
        title = self.tr("Another copy of the notebook")
        start = self._desk.settings.second_place or str(self._folder.parent)
        kinds = f"{self.tr('Notebooks')} (*.db);;{self.tr('All files')} (*)"
        chosen, _ = QFileDialog.getOpenFileName(self, title, start, kinds)
        if chosen:
            self.add(Path(chosen))

    def add(self, path: Path) -> None:
        """Show another file among the copies, first of them."""
        if self._is_open_here(path):
            self._say(
                self.tr("%1 is the notebook that is open now. Choose a copy of it.").replace("%1", str(path))
            )
            return
        self.reading.look_into(path, self._take_other)

    def _is_open_here(self, path: Path) -> bool:
        # Not even to look at: to close any descriptor of it would drop SQLite's lock on the notebook.
        try:
            return path.samefile(self._desk.notebook.path)
        except OSError:
            return False

    def _take_other(self, copy: Copy) -> None:
        if copy.path in (known.path for known in self.list.copies):
            return
        self._others.insert(0, copy)
        self.list.fill([copy, *self.list.copies])
        self.list.choose(0)
        self._show_none()

    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            self._say(self.tr("The folder could not be opened: %1").replace("%1", str(self._folder)))

    # Restoring

    def _ask(self) -> None:
        """Say what restoring does, and do it if the person wants that."""
        copy = self.list.current()
        if copy is not None:
            self.question = RestoreQuestion(copy, self._desk.notebook.path, self)
            self.question.yes.clicked.connect(partial(self._begin_restore, copy))
            self.question.open()

    def _begin_restore(self, copy: Copy) -> None:
        self._allow(False)
        self.reading.want(None)
        self.view.wait_for(self.tr("The copy is being read back before it is restored …"))
        self._preparing.begin(copy)

    def _allow(self, allowed: bool) -> None:
        """Let everything be done, or nothing but to stop."""
        for part in (self.list, self.verify, self.other, self.make, self.restore, self.second):
            part.setEnabled(allowed)
        self.leave.setText(self.tr("Close") if allowed else self.tr("Stop"))

    def _hand_over(self, copy: Copy, found: object) -> None:
        self._allow(True)
        if isinstance(found, Prepared):
            self.accept()
            self.prepared.emit(found, when(copy.made))
        else:
            self._choose(self.list.current())
            first = self.tr("The copy was not restored. The notebook is as it was.")
            self._say(f"{first} {in_words(found)}" if isinstance(found, ReaderError) else first)

    def done(self, result: int) -> None:
        """Give up what is being read, and remember the size."""
        self.reading.stop()
        self._preparing.stop()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._desk.prefer(self._desk.settings._replace(backups_geometry=geometry))
        super().done(result)
