"""The commands for copies of the notebook, and the warning that it lies where it is not safe."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from reader.errors import ReaderError
from reader.notebook.notebook import Notebook
from reader.notebook.whereabouts import Whereabouts, found
from reader.settings import write_settings
from reader.ui.causes import in_words
from reader.ui.desk import Desk
from reader.ui.keeping import Keeping
from reader.ui.messages import MessageBar
from reader.ui.window import Window

if TYPE_CHECKING:
    from reader.notebook.restoring import Prepared

_LATER = 1500
"""Milliseconds after which it is looked where the notebook lies."""


class Backups(QObject):
    """Makes copies when they are asked for, shows them, and has one restored."""

    reopening_wanted = Signal(object)

    def __init__(self, desk: Desk, window: Window, bar: MessageBar) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._bar = bar
        self._keeping = window.keeping
        self._keeping.said.connect(bar.say)
        self._keeping.warned.connect(self._warn)
        self._keeping.restored.connect(self._tell_restored)
        self.reopening_wanted.connect(window.reopening_wanted)
        QTimer.singleShot(_LATER, self, self.look_around)

    def methods(self) -> dict[str, Callable[[], object]]:
        """Return what to do for each action by its name."""
        return {"backup": self._keeping.keep_now, "backups": self.show}

    def _warn(self, text: str) -> None:
        self._bar.say(text, grave=True)

    def _tell_restored(self, text: str) -> None:
        self._bar.say(text, lasting=True)

    def show(self) -> None:
        """Show the copies of the notebook."""
        from PySide6.QtCore import QSettings, Qt

        from reader.ui.backups_dialog import BackupsDialog

        # Qt keeps what its file dialog has seen: in the person's folder, like everything else.
        home = str(self._window.paths.home)
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, home)
        self.dialog = BackupsDialog(self._desk, self._keeping, self._window.theme, self._window)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.prepared.connect(self.restore)
        self.dialog.second.chosen.connect(self._keep_settings)
        self.dialog.open()

    def _keep_settings(self) -> None:
        write_settings(self._window.paths.settings, self._window.settings_to_write())

    def restore(self, prepared: "Prepared", time: str) -> None:
        """Close the window and the notebook, and open both again with this copy; it is from this time."""
        self.reopening_wanted.emit(partial(open_restored, prepared, time, self._keeping))

    # Where the notebook lies

    def look_around(self) -> None:
        """Warn of a synced or network folder, until the person says that it is known."""
        place = self._desk.notebook.path
        where = found(place)
        if where is None or self._desk.settings.place_known == str(place.parent):
            return
        self._bar.say(
            self._said(place.parent, where),
            grave=True,
            action=self.tr("I know"),
            wanted=self._note_known,
        )

    def _said(self, folder: Path, where: Whereabouts) -> str:
        if where.kind == "synced":
            text = self.tr(
                "Your notes are in %1, which a program seems to keep alike on several computers (%2). Two "
                "computers writing to one notebook can damage it. Keep the notebook on this computer, and "
                "choose that folder as the second place for copies instead (Notebook – Backups)."
            )
        else:
            text = self.tr(
                "Your notes are in %1, which lies on another computer (%2). If the network fails while "
                "something is saved, the notebook can be damaged. Keep it on this computer, and choose that "
                "folder as the second place for copies instead (Notebook – Backups)."
            )
        return text.replace("%1", str(folder)).replace("%2", where.name)

    def _note_known(self) -> None:
        folder = str(self._desk.notebook.path.parent)
        self._desk.prefer(self._desk.settings._replace(place_known=folder))
        self._keep_settings()


def open_restored(prepared: "Prepared", time: str, keeping: Keeping, place: Path) -> Notebook:
    """Open the notebook with a prepared copy in its place, or, if that fails, as it was before.

    `time` says when the copy is from. Either is said as soon as there is a window. ReaderError if not even
    the old one can be opened.
    """
    from reader.notebook.restoring import put, put_back

    try:
        done = put(place, prepared)
    except ReaderError as error:
        prepared.discard()
        said = QCoreApplication.translate("Backups", "The copy was not restored. The notebook is as it was.")
        keeping.tell_later(f"{said} {in_words(error)}")
        return Notebook.open(place)
    try:
        notebook = Notebook.open(place)
    except ReaderError as error:
        put_back(done)
        said = QCoreApplication.translate(
            "Backups", "What was restored could not be opened, and the notebook is as it was before."
        )
        keeping.tell_later(f"{said} {in_words(error)}")
        return Notebook.open(place)
    said = QCoreApplication.translate(
        "Backups", "The notebook is again as it was: %1. What it was before is kept, whole, in %2."
    )
    away = str(done.away) if done.away else ""
    keeping.tell_later(said.replace("%1", time).replace("%2", away), well=True)
    return notebook
