"""Builds the parts and joins them; the only such place."""

import os
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from traceback import format_exception
from types import TracebackType

from PySide6.QtCore import QEvent, QEventLoop, QLibraryInfo, QLocale, QSize, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from reader.errors import FileError, ReaderError
from reader.intake.library import Library
from reader.notebook.notebook import Notebook
from reader.notebook.records import Change
from reader.paths import Paths, shipped
from reader.settings import OpenPane, Settings, read_settings
from reader.ui.desk import Desk
from reader.ui.establishing import Establishing
from reader.ui.keeping import Keeping
from reader.ui.opening import Door, NotOpened, asking
from reader.ui.theme import put_on, theme_for
from reader.ui.window import Window

_GIVE_WAY = 0.0005
"""For how many seconds a thread may go on before the window gets its turn."""


class Randnote:
    """The program: one desk, and a window that is built anew when the language changes."""

    def __init__(
        self,
        app: QApplication,
        paths: Paths,
        settings: Settings,
        seeds: Path | None = None,
        door: Door = Notebook.open,
    ) -> None:
        # Python's own measure is ten times as long: whatever the window paints or reads would wait for it.
        sys.setswitchinterval(_GIVE_WAY)
        self._app = app
        self.paths = paths
        self._resources = shipped("resources")
        self._translators: list[QTranslator] = []
        # First of all, so that what cannot be opened is said in the person's language and colours.
        self._speak(settings.language)
        put_on(app, theme_for(settings.theme), self._resources)
        self.library = Library(seeds or shipped("seeds"), paths.library, Establishing())
        self.notebook = door(paths.notebook)
        self.desk = Desk(self.library, self.notebook, settings)
        self.keeping = Keeping(self.desk, paths.backups, app)
        self.window: Window | None = None
        self._is_open = True
        if self.notebook.begun:
            self._name_categories()

    def show(self, places: tuple[OpenPane, ...], room: QSize | None = None) -> Window:
        """Build the window and show it with these places, no larger than the room that the screen has."""
        window = Window(self.desk, self.keeping, self.paths, self._resources)
        self.window = window
        window.language_wanted.connect(self._change_language)
        window.reopening_wanted.connect(self.reopen)
        window.open_first(places)
        size = window.size()
        if room is not None and size.boundedTo(room) != size:
            window.resize(size.boundedTo(room))
        window.show()
        return window

    def _name_categories(self) -> None:
        """Name a new notebook's categories in the interface's language; later they are the person's."""
        names = {
            "yellow": QApplication.translate("Categories", "Question"),
            "green": QApplication.translate("Categories", "Our line"),
            "red": QApplication.translate("Categories", "Demand"),
            "blue": QApplication.translate("Categories", "New"),
            "violet": QApplication.translate("Categories", "Other"),
        }
        old = self.notebook.categories()
        renamed = [Change(c, c._replace(name=names[c.id])) for c in old if names.get(c.id, c.name) != c.name]
        if renamed:
            from reader.notebook.past import BEGIN

            self.notebook.apply(renamed, what=BEGIN)

    def _speak(self, language: str) -> None:
        """Load the translations of a language: the person's choice, else Danish where the system is."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        danish = language == "da" or (language == "system" and QLocale.system().name().startswith("da"))
        QLocale.setDefault(QLocale("da_DK" if danish else "en_GB"))
        names = [("randnote_da" if danish else "randnote_en", self._resources / "translations")]
        if danish:
            qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
            names.append(("qtbase_da", qt))
        self._translators = [QTranslator(self._app) for _ in names]
        for translator, (name, folder) in zip(self._translators, names, strict=True):
            if translator.load(name, str(folder)):
                self._app.installTranslator(translator)

    def _change_language(self, language: str) -> None:
        old = self.window
        if old is None or not old.may_close():
            return
        kept = old.kept_settings()._replace(language=language)
        self.desk.settings = kept
        QTimer.singleShot(0, self._rebuild)

    def _rebuild(self) -> None:
        old, self.window = self.window, None
        self._speak(self.desk.settings.language)
        places = self.desk.settings.panes
        self.desk.panes.clear()
        self.show(places)
        if old is not None:
            old.close()
            old.deleteLater()

    def reopen(self, door: Door) -> None:
        """Close window and notebook, and show what the door opens, where the person was; quit if nothing."""
        if self.window is not None and self.window.may_close():
            # Not before the click that asked for it has ended in the window that goes.
            QTimer.singleShot(0, partial(self._exchange, door))

    def _exchange(self, door: Door) -> None:
        old, self.window = self.window, None
        if old is None:
            return
        kept = old.kept_settings()
        self._app.setQuitOnLastWindowClosed(False)
        old.close()
        old.deleteLater()
        # Now, and not when the loop comes round: nothing may read what is closed.
        self._app.sendPostedEvents(old, QEvent.Type.DeferredDelete.value)
        self.desk.rest()
        self.keeping.leave(copy=False)
        self.notebook.close()
        self._is_open = False
        try:
            self.notebook = door(self.paths.notebook)
        except ReaderError as error:
            self._app.exit(0 if isinstance(error, NotOpened) else _refuse(error))
            return
        finally:
            self._app.setQuitOnLastWindowClosed(True)
        self._is_open = True
        self.desk = Desk(self.library, self.notebook, kept)
        self.keeping.take(self.desk)
        if self.notebook.begun:
            self._name_categories()
        self.show(kept.panes)

    def close(self) -> None:
        """Close the notebook, with a last copy if it changed, and take the translations off."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self.keeping.deleteLater()
        if not self._is_open:
            return
        self.desk.rest()
        read_back = self.keeping.leave()
        self.notebook.close()
        for warning in read_back():
            sys.stderr.write(f"{warning}\n")


def run(paths: Paths) -> int:
    """Open the window and stay until it is closed; return the exit status."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("randnote")
    app.setApplicationDisplayName("Randnote")
    app.setDesktopFileName("randnote")
    try:
        paths.prepare()
        settings = read_settings(paths.settings)
        program = Randnote(app, paths, settings, door=asking(paths.backups))
    except NotOpened:
        return 1
    except ReaderError as error:
        return _refuse(error)
    _log_faults(program, paths)
    program.show(settings.panes, app.primaryScreen().availableSize())
    status = app.exec()
    program.close()
    return status


def _refuse(error: ReaderError) -> int:
    from PySide6.QtWidgets import QMessageBox

    sys.stderr.write(f"{error}\n")
    box = QMessageBox(QMessageBox.Icon.Warning, "Randnote", "")
    box.setTextFormat(box.textFormat().PlainText)
    first = QApplication.translate("Randnote", "Randnote cannot open now. Nothing was changed.")
    box.setText(f"{first}\n\n{error}")
    box.exec()
    return 1


def _log_faults(program: Randnote, paths: Paths) -> None:
    """Send every fault of ours to one place: it is logged and said, and nothing that was saved is lost."""

    def caught(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        with suppress(OSError), (paths.home / "randnote.log").open("a", encoding="utf-8") as log:
            log.write("".join(format_exception(kind, fault, trace)))
        sentence = QApplication.translate(
            "Randnote",
            "Something went wrong in the program. Everything saved is safe; what happened is written in %1.",
        )
        program.desk.failed.emit(sentence.replace("%1", str(paths.home / "randnote.log")))

    sys.excepthook = caught


def screenshot(
    paths: Paths,
    output: Path,
    agreements: list[str],
    principle: int | None,
    theme: str,
    language: str,
    size: tuple[int, int],
    *,
    changes: bool = False,
    view: str = "",
) -> None:
    """Draw the real window to a PNG file without a display; ReaderError if that cannot be done."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise FileError("The window cannot be drawn here.")
    paths.prepare()
    program = Randnote(app, paths, Settings(theme=theme, language=language, changes=changes))
    try:
        ids = [program.library.agreement(name).id for name in agreements]
        window = _drawn(program, ids, principle, size)
        _turn_to(window, view)
        if not window.grab().save(str(output), "PNG"):
            raise FileError(f"The picture cannot be written: {output}. Choose another place.")
        window.deleteLater()
        _settle()
    finally:
        program.close()


def _drawn(program: Randnote, ids: list[str], principle: int | None, size: tuple[int, int]) -> Window:
    window = program.show(tuple(OpenPane(name) for name in ids))
    window.resize(*size)
    window.furnish()
    _bring(program, ids, principle)
    while window.furniture.changes.comparing.is_busy:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    _settle()
    return window


def _bring(program: Randnote, ids: list[str], principle: int | None) -> None:
    speaking = [name for name in ids if program.desk.edition(name).principles]
    for thread in program.desk.threads():
        if principle is not None and any(thread.number_in(name) == principle for name in speaking[:1]):
            QApplication.processEvents()
            program.desk.choose_thread(thread)
            return


def _turn_to(window: Window, view: str) -> None:
    """Show the overview, or the wording of the principle that was chosen, when it is there."""
    if not view:
        return
    window.furniture.actions[view].trigger()
    while window.furniture.surveying.found is None:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    _settle()


def _settle() -> None:
    for _ in range(40):
        QApplication.processEvents()
