"""What the commands do that concern files, panes, words and the look of things."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.errors import ReaderError
from reader.ui.causes import in_words
from reader.ui.desk import MOST_PANES, Desk
from reader.ui.panes import Panes
from reader.ui.stands import CHECK
from reader.ui.wardrobe import Wardrobe


class Doing(QObject):
    """Carries out what a person chose, on the desk and the panes."""

    notes_wanted = Signal()
    search_wanted = Signal()
    language_wanted = Signal(str)
    closing_wanted = Signal()
    said = Signal(str)

    def __init__(self, desk: Desk, panes: Panes, wardrobe: Wardrobe, home: Path, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._panes = panes
        self._wardrobe = wardrobe
        self._home = home
        self._window = window

    def methods(self) -> dict[str, Callable[[], object]]:
        """Return what to do for each action by its name: one table, as long as there are actions."""
        desk = self._desk
        return {
            "new_pane": self._new_pane,
            "close_pane": self._close_pane,
            "export": self.export,
            "quit": self.closing_wanted.emit,
            "undo": desk.undo,
            "redo": desk.redo,
            "copy": self._copy,
            "find": self._find,
            "find_next": self._find_next,
            "find_previous": self._find_previous,
            "search": self.search_wanted.emit,
            "categories": self._categories,
            "following": self._toggle_following,
            "pin": self._pin,
            "emended": self._toggle_emended,
            "larger": self._larger,
            "smaller": self._smaller,
            "normal": self._normal,
            "theme_system": self._theme_system,
            "theme_light": self._theme_light,
            "theme_dark": self._theme_dark,
            "language_da": self._danish,
            "language_en": self._english,
            "to_notes": self.notes_wanted.emit,
            "shortcuts": self._shortcuts,
            "about": self._about,
        }

    # Agreements and files

    def _new_pane(self) -> None:
        closed = [a.id for a in self._desk.library.agreements if a.id not in self._desk.panes]
        if closed and len(self._desk.panes) < MOST_PANES:
            self._desk.open(closed[-1])
        else:
            self.said.emit(self.tr("Four panes, or every agreement, are open already."))

    def _close_pane(self) -> None:
        self._desk.close_pane(self._desk.focus)

    def export(self) -> None:
        """Write the agreement in focus as annotated Markdown to a file the person chooses."""
        from PySide6.QtCore import QSettings

        from reader.export.markdown import annotated
        from reader.export.writing import write_safely
        from reader.ui.dialogs import ask_export

        desk = self._desk
        agreement = desk.agreement(desk.focused())
        # Qt keeps what its file dialog has seen: in the person's folder, like everything else.
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(self._home))
        path = ask_export(self._window, [agreement], Path.home())
        if path is None:
            return
        parts = desk.notebook.highlights(agreement.id), desk.notebook.notes(agreement.id)
        edition = desk.edition(agreement.id)
        to_check = {one.id for one in parts[0] if desk.standings.state(one.id) == CHECK}
        time = datetime.now().astimezone().isoformat(timespec="seconds")
        try:
            text = annotated(agreement, edition, *parts, desk.categories(), time, to_check)
            write_safely(path, text)
        except ReaderError as error:
            desk.failed.emit(in_words(error))
            return
        self.said.emit(self.tr("Exported to %1").replace("%1", str(path)))

    # Words

    def _copy(self) -> None:
        if self._desk.selection:
            agreement, start, end = self._desk.selection
            QGuiApplication.clipboard().setText(self._desk.edition(agreement).text[start:end])

    def _find(self) -> None:
        self._wardrobe.focused().open_find()

    def _find_next(self) -> None:
        self._wardrobe.focused().step_hit(1)

    def _find_previous(self) -> None:
        self._wardrobe.focused().step_hit(-1)

    # Appearance and categories

    def _categories(self) -> None:
        from reader.ui.dialogs import CategoriesDialog

        CategoriesDialog(self._desk, self._panes.theme, self._window).exec()

    def _toggle_following(self) -> None:
        settings = self._desk.settings
        self._desk.prefer(settings._replace(following=not settings.following))

    def _toggle_emended(self) -> None:
        settings = self._desk.settings
        self._desk.prefer(settings._replace(emended=not settings.emended))
        self._panes.show_touches()

    def _pin(self) -> None:
        pane = self._panes.focused()
        self._panes.set_pinned(pane, not pane.pinned)

    def _larger(self) -> None:
        self._desk.scale_by(1)

    def _smaller(self) -> None:
        self._desk.scale_by(-1)

    def _normal(self) -> None:
        self._desk.prefer(self._desk.settings.with_scale(1.0))

    def _theme_system(self) -> None:
        self._desk.prefer(self._desk.settings._replace(theme="system"))

    def _theme_light(self) -> None:
        self._desk.prefer(self._desk.settings._replace(theme="light"))

    def _theme_dark(self) -> None:
        self._desk.prefer(self._desk.settings._replace(theme="dark"))

    def _danish(self) -> None:
        self.language_wanted.emit("da")

    def _english(self) -> None:
        self.language_wanted.emit("en")

    # Help

    def _shortcuts(self) -> None:
        from PySide6.QtGui import QAction

        from reader.ui.dialogs import ShortcutsDialog

        actions = [action for action in self._window.actions() if isinstance(action, QAction)]
        ShortcutsDialog(actions, self._window).exec()

    def _about(self) -> None:
        from reader.ui.dialogs import AboutDialog

        AboutDialog(self._desk.notebook.path, self._window).exec()
