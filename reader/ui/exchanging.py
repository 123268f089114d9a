"""The commands that exchange notes with colleagues: out into a file, in from one, and what both changed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from reader.errors import ReaderError
from reader.settings import write_settings
from reader.ui.actions import QT_TRANSLATE_NOOP
from reader.ui.causes import in_words
from reader.ui.desk import Desk
from reader.ui.messages import MessageBar
from reader.ui.partings import Partings
from reader.ui.theme import Theme
from reader.ui.window import Window

if TYPE_CHECKING:
    from reader.notebook.exchange import Merged
    from reader.ui.both_dialog import BothDialog
    from reader.ui.sending_dialog import Sent

_ENDINGS = (".jsonld", ".json", ".jsonl")

# The history has these words in English; they are translated where they are shown.
_IMPORT = QT_TRANSLATE_NOOP("Ledger", "Import")
_DECIDE = QT_TRANSLATE_NOOP("Ledger", "Choose between two forms")


class Exchanging(QObject):
    """Carries out the exchange of notes; files may also be dropped on the window."""

    def __init__(self, desk: Desk, window: Window, bar: MessageBar) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._bar = bar
        self.both: BothDialog | None = None
        self.partings = Partings(desk)
        self.partings.clicked.connect(self.show_both_sides)
        self.partings.none_left.connect(self._say_no_more)
        desk.stepped.connect(self._say_no_more)
        self._outcome = ""
        window.furnished.connect(self.partings.look)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def methods(self) -> dict[str, Callable[[], object]]:
        """Return what to do for each action by its name."""
        return {
            "export_notes": self.export,
            "import_notes": self.choose_file,
            "both_sides": self.show_both_sides,
        }

    # Out

    def export(self) -> None:
        """Ask what is to go out, and where to."""
        from reader.ui.sending_dialog import SendingDialog

        desk = self._desk
        focused = desk.focused().partition("@")[0]
        panes = [focused, *(name.partition("@")[0] for name in desk.panes)]
        try:
            census = desk.notebook.census()
        except ReaderError as error:
            desk.failed.emit(in_words(error))
            return
        self.sending_dialog = SendingDialog(
            census, panes, desk.short(focused), desk.settings.name, self._window
        )
        self.sending_dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sending_dialog.wanted.connect(self._ask_where)
        self.sending_dialog.open()

    def _ask_where(self, sent: "Sent") -> None:
        self._keep(name=sent.name)
        self._remember_folders()
        one = self._desk.short(sent.agreements[0]) if sent.agreements and len(sent.agreements) == 1 else ""
        from reader.export.writing import file_name

        suggested = Path.home() / (file_name(f"{self.tr('Notes')} {one} {sent.name}") + _ENDINGS[0])
        title, kinds = self.tr("Export notes"), self.tr("Annotations (*.jsonld)")
        chosen, _ = QFileDialog.getSaveFileName(self.sending_dialog, title, str(suggested), kinds)
        if chosen:
            self._send(sent, _named(Path(chosen)))

    def _send(self, sent: "Sent", path: Path) -> None:
        from reader.ui.sending import Sending

        dialog = self.sending_dialog
        sending = Sending(self._desk, sent, path, self)
        sending.progressed.connect(dialog.show_progress)
        sending.writing.connect(dialog.show_writing)
        sending.written.connect(partial(self._tell_sent, path))
        sending.failed.connect(self._desk.failed)
        for end in (sending.written, sending.failed):
            end.connect(dialog.accept)
        dialog.rejected.connect(sending.stop)
        dialog.show_progress(0.0)
        sending.begin()

    def _tell_sent(self, path: Path, count: int) -> None:
        words = self.tr("%n note(s) exported to %1", "", count)
        self._bar.say(words.replace("%1", str(path)))

    # In

    def choose_file(self) -> None:
        """Ask for a file of a colleague, and show what it holds."""
        self._remember_folders()
        endings = " ".join(f"*{ending}" for ending in _ENDINGS)
        kinds = f"{self.tr('Annotations and rescue copies')} ({endings});;{self.tr('All files')} (*)"
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Import notes"), str(Path.home()), kinds
        )
        if chosen:
            self.take_in(Path(chosen))

    def take_in(self, path: Path) -> None:
        """Read a file, show what would come in, and let it in if the person wants that."""
        from reader.ui.arrival_dialog import ArrivalDialog
        from reader.ui.arriving import Arriving

        geometry = self._desk.settings.arrival_geometry
        self.arrival_dialog = dialog = ArrivalDialog(path.name, geometry, self._desk.short, self._window)
        arriving = Arriving(self._desk, self._window.keeping, path, dialog)
        arriving.progressed.connect(dialog.show_reading)
        arriving.weighed.connect(dialog.show_preview)
        arriving.refused.connect(dialog.show_trouble)
        arriving.writing.connect(dialog.show_writing)
        arriving.unwritten.connect(dialog.accept)
        arriving.arrived.connect(dialog.accept)
        arriving.arrived.connect(partial(self._tell_arrived, path.name))
        dialog.taking_wanted.connect(arriving.take)
        dialog.rejected.connect(arriving.stop)
        dialog.finished.connect(self._keep_arrival)
        dialog.open()
        arriving.begin()

    def _keep_arrival(self) -> None:
        self._keep(arrival_geometry=self.arrival_dialog.kept_geometry())
        self.arrival_dialog.deleteLater()

    def _tell_arrived(self, name: str, merged: "Merged") -> None:
        from reader.ui.arrival_words import ArrivalWords

        words = self._outcome = ArrivalWords().outcome(merged, name)
        if merged.both:
            self._bar.say(words, action=self.tr("Show both"), wanted=self.show_both_sides, lasting=True)
            self.partings.look()
        else:
            self._bar.say(words)

    def _say_no_more(self) -> None:
        """Take back what was said of an import that is undone, or of choices that are made."""
        if self._outcome:
            self._bar.withdraw(self._outcome)
            self._outcome = ""

    # Both sides

    def show_both_sides(self) -> None:
        """Show what both sides changed and nobody has decided on."""
        from reader.ui.both_dialog import BothDialog

        if self.both is None:
            self.both = BothDialog(self._desk, self._window.theme, self._window)
            self.both.finished.connect(self._forget_both)
        self.both.show()
        self.both.activateWindow()

    def _forget_both(self) -> None:
        if self.both is not None:
            self._keep(both_geometry=self.both.kept_geometry())
            self.both.deleteLater()
            self.both = None

    def restyle(self, theme: Theme) -> None:
        """Take on a theme."""
        if self.both is not None:
            self.both.restyle(theme)

    # Files that are dropped on the window

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take a file of notes that is dropped on the window."""
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if _dropped(event.mimeData()) is None:
                return False
            event.acceptProposedAction()
            return True
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            path = _dropped(event.mimeData())
            if path is not None:
                event.acceptProposedAction()
                # The program it comes from waits until the drop is over.
                QTimer.singleShot(0, self, partial(self.take_in, path))
                return True
        return False

    # What is kept

    def _keep(self, **values: str) -> None:
        self._desk.prefer(self._desk.settings._replace(**values))  # type: ignore[arg-type]
        write_settings(self._window.paths.settings, self._window.kept_settings())

    def _remember_folders(self) -> None:
        # Qt keeps what its file dialog has seen: in the person's folder, like everything else.
        home = str(self._window.paths.home)
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, home)


def _dropped(data: QMimeData) -> Path | None:
    """Return the one file of notes that is dropped; None for anything else."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in _ENDINGS else None


def _named(path: Path) -> Path:
    named = path.with_name(f"{path.name}{_ENDINGS[0]}")
    # Another file that is there already was not the one the person agreed to replace.
    return path if path.suffix or named.exists() else named
