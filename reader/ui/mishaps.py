"""What goes wrong with the notebook while the window is open, joined to the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from reader.errors import ReaderError
from reader.ui.causes import in_words
from reader.ui.messages import MessageBar
from reader.ui.opening import asking_first
from reader.ui.reading_only import ReadingOnly
from reader.ui.standing import Standing
from reader.ui.telling import Telling

if TYPE_CHECKING:
    from reader.ui.window import Window


class Mishaps(QObject):
    """Shows what is only read, not saved, or damaged; saves a rescue copy; asks before words are left."""

    def __init__(
        self, window: "Window", actions: dict[str, QAction], categories: list[QAction], bar: MessageBar
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk = window.desk
        self._actions = actions
        self._bar = bar
        self.reading = ReadingOnly(desk, self)
        self.telling = Telling(desk, bar.say, self)
        self._again = QPushButton(self.tr("Try again"))
        self._rescue = QPushButton(self.tr("Rescue copy …"))
        for button in (self._again, self._rescue):
            button.setObjectName("cardButton")
        self.unsaved = Standing((self._again, self._rescue))
        self._join(categories)

    def _join(self, categories: list[QAction]) -> None:
        room = self._window.messages.layout()
        assert room is not None  # noqa: S101 - every room has one
        room.addWidget(self.reading.strip)
        room.addWidget(self.unsaved)
        self._again.clicked.connect(self._desk.unsaved.try_again)
        self._rescue.clicked.connect(self.rescue)
        self._desk.unsaved.changed.connect(self._show_unsaved)
        self.reading.said.connect(self._bar.say)
        self.reading.reopening_wanted.connect(self._window.reopening_wanted)
        self.telling.mending_wanted.connect(self.mend)
        # By then the structure of the file was looked at, however long that took.
        self._window.furnished.connect(self.telling.look)
        self.telling.damage_found.connect(self._offer_mending)
        self._actions["mend"].setEnabled(False)
        self.reading.shut([*self._actions.values(), *categories])
        self._window.setWindowTitle(self.reading.title())

    def begin(self) -> None:
        """Say what opening put right, once there is everything to say it with."""
        self.telling.tell_news()

    def methods(self) -> dict[str, Callable[[], object]]:
        """Return what to do for each action by its name."""
        return {"rescue": self.rescue, "mend": self.mend}

    def _show_unsaved(self) -> None:
        unsaved = self._desk.unsaved
        count = len(unsaved.records())
        said = self.tr("%n note(s) are not saved. The words are kept, and it is tried again.", "", count)
        self.unsaved.say(f"{said} {unsaved.why}" if count else "", grave=True)

    def rescue(self) -> None:
        """Save a rescue copy into a folder that the person chooses."""
        # Loaded when something went wrong, and not by every start.
        from reader.ui.rescuing import ask_folder, rescue_into, told

        folder = ask_folder(self._window, self._window.paths.home)
        if folder is None:
            return
        try:
            rescued = rescue_into(self._desk, folder)
        except ReaderError as error:
            self._desk.failed.emit(self.tr("The rescue copy was not saved.") + " " + in_words(error))
        else:
            self._bar.say(told(rescued), grave=bool(rescued.missing))

    def _offer_mending(self) -> None:
        self._actions["mend"].setEnabled(not self._desk.notebook.read_only)

    def mend(self) -> None:
        """Ask what to do with the damaged notebook; the window gives way to it."""
        self._window.reopening_wanted.emit(asking_first(self._window.paths.backups, "damaged"))
        # Where the person went back to words that are not saved, the window is still here.
        QTimer.singleShot(0, self.telling, self.telling.look_anew)

    def may_close(self) -> bool:
        """Say whether nothing would be lost: what is not saved is tried again, then the person is asked."""
        unsaved = self._desk.unsaved
        if unsaved.try_again():
            return True
        from reader.ui.leaving import LeavingDialog

        dialog = LeavingDialog(self._desk, self._window.paths.home, self._window)
        going = bool(dialog.exec())
        dialog.deleteLater()
        if going:
            unsaved.forget()
        return going
