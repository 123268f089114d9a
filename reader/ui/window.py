"""The window: pages first, and around them, once they are painted, everything else.

It builds and joins; it decides nothing.
"""

import gc
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QSplitter, QVBoxLayout, QWidget

from reader.paths import Paths
from reader.settings import OpenPane, Settings, merged, read_settings, write_settings
from reader.ui.desk import Desk
from reader.ui.panes import Panes
from reader.ui.theme import Theme, put_on, theme_for

if TYPE_CHECKING:
    from reader.ui.furniture import Furniture
    from reader.ui.keeping import Keeping
    from reader.ui.stepping import Stepping

_SIDES = (288, 850, 302)
_TOP, _BOTTOM = 43, 29
"""The heights of the bars above and below, in px: kept free until they are there, so that nothing jumps."""

_PARTS = (
    *("reader.ui.topbar", "reader.ui.notes", "reader.ui.navigator", "reader.ui.surveying"),
    *("reader.ui.mentioning", "reader.ui.furniture"),
)
"""What furniture is made of, with what each part needs, loaded one after the other: none takes long."""


class Window(QMainWindow):
    """Randnote's one window."""

    language_wanted = Signal(str)
    reopening_wanted = Signal(object)
    """Another opening of the notebook is wanted, by the door it carries."""
    furnished = Signal()

    def __init__(self, desk: Desk, keeping: "Keeping", paths: Paths, resources: Path) -> None:
        super().__init__()
        self.setWindowTitle("Randnote")
        self.desk = desk
        self.keeping = keeping
        self.paths = paths
        self._resources = resources
        self._first_settings = desk.settings
        self._unpainted: set[QWidget] = set()
        self._unloaded = iter(_PARTS)
        self._furniture: Furniture | None = None
        self._warming: Stepping | None = None
        self.theme: Theme = theme_for(desk.settings.theme)
        self.panes = Panes(desk, self.theme)
        self.splitter = QSplitter()
        self.left, self.right = room(190), room(220)
        self.top, self.messages, self.bottom = room(), room(), room()
        self._build()
        desk.settings_changed.connect(self._show_settings)
        self._show_settings(desk.settings)

    @property
    def furniture(self) -> "Furniture":
        """What stands around the pages; made now if it is not there yet."""
        self.furnish()
        assert self._furniture is not None  # noqa: S101 - furnish saw to it
        return self._furniture

    def _build(self) -> None:
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for part in (self.left, self.panes, self.right):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes(list(self.desk.settings.splitter or _SIDES))
        self.top.setFixedHeight(_TOP)
        self.bottom.setFixedHeight(_BOTTOM)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.top, self.splitter, self.messages, self.bottom):
            column.addWidget(part)
        column.setStretch(1, 1)
        self.setCentralWidget(centre)
        self.setMinimumSize(760, 480)
        self.resize(1440, 900)
        self.restoreGeometry(QByteArray.fromBase64(self.desk.settings.geometry.encode()))

    def open_first(self, places: tuple[OpenPane, ...]) -> None:
        """Open the agreements of last time, or the two newest that have principles."""
        kept = [place for place in places if self.desk.known(place.agreement.partition("@")[0])]
        names = [place.agreement for place in kept] or self._newest()
        for number, name in enumerate(names):
            self.desk.open(name, number)
        self.panes.set_widths(self.desk.settings.pane_sizes)
        self.desk.set_focus(min(self.desk.settings.focus, len(self.desk.panes) - 1))
        if kept:
            self.panes.restore(tuple(kept))

    def _newest(self) -> list[str]:
        speaking = [a.id for a in self.desk.library.agreements if a.kind != "publication"]
        return speaking[-2:] or [self.desk.library.agreements[-1].id]

    # The first paint, and what comes after it

    def showEvent(self, event: QShowEvent) -> None:
        """Give the text the keyboard, and watch for its first paint."""
        super().showEvent(event)
        self.panes.focused().view.setFocus()
        if self._furniture is None and not self._unpainted:
            self._unpainted = {pane.view.viewport() for pane in self.panes.panes()}
            for viewport in self._unpainted:
                viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Furnish the window once every page has been painted."""
        if event.type() == QEvent.Type.Paint and watched in self._unpainted:
            watched.removeEventFilter(self)
            self._unpainted = {viewport for viewport in self._unpainted if viewport is not watched}
            if not self._unpainted:
                QTimer.singleShot(0, self, self._load)
        return super().eventFilter(watched, event)

    def _load(self) -> None:
        """Load what furnishing needs, a part in each turn; then furnish."""
        part = next(self._unloaded, None)
        if part is not None:
            import_module(part)
        QTimer.singleShot(0, self, self._load if part is not None else self.furnish)

    def furnish(self) -> None:
        """Build the bars and panels around the pages, once, and let the rest follow turn by turn."""
        if self._furniture is None:
            from reader.ui.furniture import Furniture

            self._furniture = Furniture(self)
            self._furniture.fill()
            self._warm()

    def _warm(self) -> None:
        """Get the notebook ready for writing; what is written before that gets it ready first."""
        from reader.ui.stepping import SHORT, Stepping

        self._warming = Stepping(self.desk.notebook.warming(), self, SHORT)
        self._warming.ended.connect(self._begin_keeping)
        self._warming.failed.connect(self.desk.failed)
        self._warming.begin()

    def _begin_keeping(self) -> None:
        self.desk.carry_over()
        self.keeping.begin_later()
        gc.enable()
        self.furnished.emit()

    # What follows the desk

    def _show_settings(self, settings: Settings) -> None:
        self.left.setVisible(settings.navigator)
        self.right.setVisible(settings.notes)
        theme = theme_for(settings.theme)
        scaled = bool(self.panes.panes()) and self.panes.scale != settings.scale
        if theme != self.theme or scaled:
            self._restyle(theme)

    def _restyle(self, theme: Theme) -> None:
        app = QApplication.instance()
        if theme != self.theme and isinstance(app, QApplication):
            put_on(app, theme, self._resources)
        self.theme = theme
        self.panes.restyle(theme)
        if self._furniture is not None:
            self._furniture.restyle(theme)

    # Leaving

    def kept_settings(self) -> Settings:
        """Return the settings with the place and layout as they are now."""
        thread = self.desk.thread_in_view
        return self.desk.settings._replace(
            panes=self.panes.places(),
            focus=self.desk.focus,
            thread=thread.id if thread else "",
            geometry=bytes(self.saveGeometry().toBase64().data()).decode(),
            splitter=self._widths(),
            pane_sizes=tuple(self.panes.sizes()),
            tab=self._furniture.tab() if self._furniture else self.desk.settings.tab,
        )

    def _widths(self) -> tuple[int, ...]:
        """Return the widths of the panels and the pages; a hidden panel keeps the one it had."""
        kept = self.desk.settings.splitter
        before = kept if len(kept) == len(_SIDES) else _SIDES
        return tuple(now or then for now, then in zip(self.splitter.sizes(), before, strict=True))

    def may_close(self) -> bool:
        """Say whether the person can go: where words are not saved, they are asked."""
        return self._furniture is None or self._furniture.mishaps.may_close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the place and layout for the next start; words that are not saved keep the window."""
        if not self.may_close():
            event.ignore()
            return
        if self._warming is not None:
            self._warming.stop()
        write_settings(self.paths.settings, self.settings_to_write())
        super().closeEvent(event)

    def settings_to_write(self) -> Settings:
        """Return the settings for the next start; beside another program only what was chosen here is new."""
        kept = self.kept_settings()
        if not self.desk.notebook.looked:
            return kept
        return merged(self._first_settings, kept, read_settings(self.paths.settings))


def room(least: int = 0) -> QWidget:
    """Return an empty place for a panel or bar that comes later."""
    made = QFrame()
    made.setObjectName("side")
    made.setMinimumWidth(least)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    return made
