"""The window: builds its parts and joins them; decides nothing.

What a person reads is painted first; navigator, notes and search are furnished when the first paint is done.
"""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QSplitter, QVBoxLayout, QWidget

from reader.paths import Paths
from reader.settings import OpenPane, Settings, write_settings
from reader.ui.actions import MENUS, deeds, in_menu, make_actions
from reader.ui.desk import Desk
from reader.ui.doing import Doing
from reader.ui.going import Going
from reader.ui.noting import Noting
from reader.ui.panes import Panes
from reader.ui.side import Furniture
from reader.ui.statusline import StatusLine
from reader.ui.theme import Theme, put_on, theme_for
from reader.ui.topbar import TopBar

_SIDES = (270, 860, 310)


class Window(QMainWindow):
    """Randnote's one window."""

    language_wanted = Signal(str)
    furnished = Signal()

    def __init__(self, desk: Desk, paths: Paths, resources: Path) -> None:
        super().__init__()
        self.setWindowTitle("Randnote")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._paths = paths
        self._resources = resources
        self.theme: Theme = theme_for(desk.settings.theme)
        self.actions_by_name = make_actions(self)
        self.panes = Panes(desk, self.theme)
        self.doing = Doing(desk, self.panes, paths.backups, self)
        self.noting = Noting(desk, self.panes, self)
        self.going = Going(desk, self.panes, self)
        self.top_bar = TopBar(self.actions_by_name, self.theme)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.status = StatusLine(desk)
        self.side = Furniture(desk, self.theme, paths.search, self)
        self._build()
        self._join_actions()
        self._join()
        self._show_settings(desk.settings)

    # Building

    def _build(self) -> None:
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for part in (self.side.left, self.panes, self.side.right):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes(list(self._desk.settings.splitter or _SIDES))
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.top_bar, self.side.messages, self.splitter):
            column.addWidget(part)
        column.setStretch(2, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status)
        self.setMinimumSize(760, 480)
        self.resize(1440, 900)
        self.restoreGeometry(QByteArray.fromBase64(self._desk.settings.geometry.encode()))

    def _join_actions(self) -> None:
        methods = {**self.doing.methods(), **self.noting.methods(), **self.going.methods()}
        for name, action in self.actions_by_name.items():
            if name in methods:
                action.triggered.connect(methods[name])
        self.actions_by_name["navigator"].triggered.connect(self._toggle_sides)
        self.actions_by_name["notes"].triggered.connect(self._toggle_sides)
        self.addActions(list(self.actions_by_name.values()))
        self.top_bar.set_menu(self._menu())
        self._show_way()
        self._show_undo()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menus = {name: menu.addMenu(in_menu(name)) for name in MENUS}
        for deed in deeds():
            if deed.ruled:
                menus[deed.menu].addSeparator()
            menus[deed.menu].addAction(self.actions_by_name[deed.name])
        self.side.add_categories(menus[MENUS[2]])
        return menu

    def _join(self) -> None:
        desk, doing = self._desk, self.doing
        desk.settings_changed.connect(self._show_settings)
        desk.way_changed.connect(self._show_way)
        desk.stack.indexChanged.connect(self._show_undo)
        desk.failed.connect(self.side.warn)
        self.status.size_wanted.connect(self.actions_by_name["normal"].trigger)
        self.panes.menu_wanted.connect(self._show_menu)
        self.panes.settled.connect(self.side.place_bar)
        for speaker in (doing, self.noting):
            speaker.said.connect(self.side.say)
        self.noting.note_wanted.connect(self._edit_note)
        self.going.tab_wanted.connect(self._show_tab)
        doing.notes_wanted.connect(self._to_notes)
        doing.search_wanted.connect(self.side.focus_search)
        doing.language_wanted.connect(self.language_wanted)
        doing.closing_wanted.connect(self.close)
        self.side.join(self.panes, self.noting)

    def open_first(self, places: tuple[OpenPane, ...]) -> None:
        """Open the agreements of last time, or the two newest that have principles."""
        known = {agreement.id for agreement in self._desk.library.agreements}
        kept = [place for place in places if place.agreement in known]
        names = [place.agreement for place in kept] or self._newest()
        for number, name in enumerate(names):
            self._desk.open(name, number if number < len(self._desk.panes) else None)
        self.panes.set_widths(self._desk.settings.pane_sizes)
        self._desk.set_focus(min(self._desk.settings.focus, len(self._desk.panes) - 1))
        if kept:
            self.panes.restore(tuple(kept))

    def _newest(self) -> list[str]:
        speaking = [a.id for a in self._desk.library.agreements if self._desk.edition(a.id).principles]
        return speaking[-2:] or [self._desk.library.agreements[-1].id]

    def showEvent(self, event: QShowEvent) -> None:
        """Furnish the sides once the first paint is done."""
        super().showEvent(event)
        self.panes.focused().view.setFocus()
        QTimer.singleShot(0, self._after_first_paint)

    def _after_first_paint(self) -> None:
        QTimer.singleShot(0, self.furnish)

    def furnish(self) -> None:
        """Build navigator, notes and search; done once."""
        if self.side.furnish(list(self.actions_by_name.values())):
            self.top_bar.set_search(self.side.search_line)
            self.status.show_counts()
            self._desk.notebook.warm()
            self.furnished.emit()

    # What follows the desk

    def _show_settings(self, settings: Settings) -> None:
        actions = self.actions_by_name
        actions["following"].setChecked(settings.following)
        for name in ("system", "light", "dark"):
            actions[f"theme_{name}"].setChecked(settings.theme == name)
        for name in ("da", "en"):
            actions[f"language_{name}"].setChecked(self.locale().name().startswith(name))
        for name, side in (("navigator", self.side.left), ("notes", self.side.right)):
            actions[name].setChecked(getattr(settings, name))
            side.setVisible(getattr(settings, name))
        theme = theme_for(settings.theme)
        scaled = bool(self.panes.panes()) and self.panes.scale != settings.scale
        if theme != self.theme or scaled:
            self._restyle(theme)

    def _restyle(self, theme: Theme) -> None:
        app = QApplication.instance()
        if theme != self.theme and isinstance(app, QApplication):
            put_on(app, theme, self._resources)
        self.theme = theme
        self.top_bar.restyle(theme)
        self.panes.restyle(theme)
        self.side.restyle(theme)

    def _show_way(self) -> None:
        self.actions_by_name["back"].setEnabled(self._desk.can_go_back())
        self.actions_by_name["forward"].setEnabled(self._desk.can_go_forward())

    def _show_undo(self) -> None:
        stack = self._desk.stack
        for name, able, text in (
            ("undo", stack.canUndo(), stack.undoText()),
            ("redo", stack.canRedo(), stack.redoText()),
        ):
            action = self.actions_by_name[name]
            action.setEnabled(able)
            words = in_menu("Undo" if name == "undo" else "Redo")
            action.setText(f"{words}: {text}" if able and text else words)

    def _toggle_sides(self) -> None:
        actions = self.actions_by_name
        shown = replace(
            self._desk.settings,
            navigator=actions["navigator"].isChecked(),
            notes=actions["notes"].isChecked(),
        )
        self._desk.prefer(shown)

    def _show_tab(self, tab: int) -> None:
        self._desk.prefer(replace(self._desk.settings, navigator=True))
        self.furnish()
        self.side.navigator.show_tab(tab, focus=True)

    def _to_notes(self) -> None:
        self._desk.prefer(replace(self._desk.settings, notes=True))
        self.furnish()
        self.side.notes.setFocus()

    def _edit_note(self, record_id: str) -> None:
        self._desk.prefer(replace(self._desk.settings, notes=True))
        self.furnish()
        self.side.notes.edit(record_id)

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        self.side.add_categories(menu)
        menu.addSeparator()
        for name in ("note", "note_principle", "remove", "", "copy", "cite", "", "find"):
            if name:
                menu.addAction(self.actions_by_name[name])
            else:
                menu.addSeparator()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    # Leaving

    def kept_settings(self) -> Settings:
        """Return the settings with the place and layout as they are now."""
        thread = self._desk.thread_in_view
        return replace(
            self._desk.settings,
            panes=self.panes.places(),
            focus=self._desk.focus,
            thread=thread.id if thread else "",
            geometry=bytes(self.saveGeometry().toBase64().data()).decode(),
            splitter=tuple(self.splitter.sizes()),
            pane_sizes=tuple(self.panes.sizes()),
            tab=self.side.tab(),
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the place and layout for the next start."""
        write_settings(self._paths.settings, self.kept_settings())
        super().closeEvent(event)
