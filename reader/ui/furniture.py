"""What stands around the pages: bars, navigator, notes, search, and the commands that join them."""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from reader.settings import Settings
from reader.ui.actions import MENUS, NOTES, deeds, in_menu, make_actions
from reader.ui.backups import Backups
from reader.ui.categories import CategoryActions
from reader.ui.changes import Changes
from reader.ui.doing import Doing
from reader.ui.exchanging import Exchanging
from reader.ui.going import Going
from reader.ui.mentioning import Mentioning
from reader.ui.messages import MessageBar
from reader.ui.mishaps import Mishaps
from reader.ui.navigator import Navigator
from reader.ui.notes import NotesPanel
from reader.ui.noting import Noting
from reader.ui.placing import Placing
from reader.ui.recalling import Recalling
from reader.ui.reviewing import Reviewing
from reader.ui.searchline import SearchLine
from reader.ui.selectionbar import SelectionBar
from reader.ui.statusline import StatusLine
from reader.ui.surveying import Surveying
from reader.ui.theme import Theme
from reader.ui.topbar import TopBar
from reader.ui.waiting_line import WaitingLine
from reader.ui.wardrobe import Wardrobe
from reader.ui.window import Window


class Furniture(QObject):
    """Makes and joins everything around a window's pages."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk = window.desk
        self._panes = window.panes
        self.actions = make_actions(window)
        self.wardrobe = Wardrobe(desk, self._panes, self)
        self.doing = Doing(desk, self._panes, self.wardrobe, window.paths.home, window)
        self.noting = Noting(desk, self._panes, self)
        self.going = Going(desk, self._panes, self)
        self.categories = CategoryActions(desk, self.noting, window)
        self.changes = Changes(desk, self._panes, self.wardrobe, self)
        self.top_bar = TopBar(self.actions, window.theme)
        self.navigator = Navigator(desk, window.theme)
        self.status = StatusLine(desk)
        self.notes = NotesPanel(desk, window.theme)
        self.search_line = SearchLine(desk, window.theme, window.paths.search, window)
        self.selection_bar = SelectionBar(desk, window.theme, window)
        self.placing = Placing(desk, self._panes, self.noting, self.selection_bar, window)
        self.message_bar = MessageBar()
        self.surveying = Surveying(desk, window)
        self.mentioning = Mentioning(desk, self._panes)
        self._build_for_notebook()
        self._place()
        self._join_actions()
        self._join_desk()
        self._join_parts()

    # Building

    def _build_for_notebook(self) -> None:
        """Build what looks after the notebook as a whole."""
        desk, window, bar = self._desk, self._window, self.message_bar
        self.reviewing = Reviewing(desk, window, bar)
        self.waiting = WaitingLine(desk.standings)
        self.exchanging = Exchanging(desk, window, bar)
        self.recalling = Recalling(desk, window, self.notes, bar)
        self.backups = Backups(desk, window, bar)
        self.mishaps = Mishaps(window, self.actions, self.categories.actions, bar)

    def _place(self) -> None:
        window = self._window
        for place, part in (
            (window.left, self.navigator),
            (window.right, self.notes),
            (window.messages, self.message_bar),
            (window.top, self.top_bar),
            (window.bottom, self.status),
        ):
            _put(place, part)
        self.top_bar.set_search(self.search_line)

    def _join_actions(self) -> None:
        methods = {**self.doing.methods(), **self.noting.methods(), **self.going.methods()}
        methods |= self.changes.methods() | self.surveying.methods() | self.mentioning.methods()
        methods |= self.backups.methods()
        methods |= self.reviewing.methods()
        methods |= self.mishaps.methods()
        methods |= self.recalling.methods()
        methods |= self.exchanging.methods()
        for name, method in methods.items():
            self.actions[name].triggered.connect(method)
        self.actions["navigator"].triggered.connect(self._toggle_sides)
        self.actions["notes"].triggered.connect(self._toggle_sides)
        for names in (("theme_system", "theme_light", "theme_dark"), ("language_da", "language_en")):
            group = QActionGroup(self._window)
            for name in names:
                group.addAction(self.actions[name])
        self._window.addActions(list(self.actions.values()))
        self.search_line.set_actions(self.all_actions())
        self.top_bar.set_menu(self._menu())

    def _menu(self) -> QMenu:
        menu = QMenu(self._window)
        menus = {name: menu.addMenu(in_menu(name)) for name in MENUS}
        for deed in deeds():
            if deed.ruled:
                menus[deed.menu].addSeparator()
            menus[deed.menu].addAction(self.actions[deed.name])
        menus[NOTES].addSeparator()
        menus[NOTES].addActions(self.categories.actions)
        return menu

    def _join_desk(self) -> None:
        desk = self._desk
        desk.settings_changed.connect(self._show_settings)
        desk.way_changed.connect(self._show_way)
        desk.undo_changed.connect(self._show_undo)
        desk.failed.connect(self.warn)
        desk.refused.connect(self._say_where_highlights_belong)
        desk.panes_changed.connect(self._show_pin)
        desk.focus_changed.connect(self._show_pin)

    def _join_parts(self) -> None:
        bar = self.selection_bar
        bar.category_wanted.connect(self.noting.highlight)
        bar.note_wanted.connect(self.noting.note)
        bar.copy_wanted.connect(self.noting.cite)
        bar.remove_wanted.connect(self.noting.remove)
        self.status.size_wanted.connect(self.actions["normal"].trigger)
        self._panes.menu_wanted.connect(self._show_menu)
        self._panes.pinned.connect(self._show_pin)
        self.doing.said.connect(self.say)
        self.doing.notes_wanted.connect(self._to_notes)
        self.doing.search_wanted.connect(self._to_search)
        self.doing.language_wanted.connect(self._window.language_wanted)
        self.doing.closing_wanted.connect(self._window.close)
        self.noting.said.connect(self.say)
        self.changes.said.connect(self.say)
        self.surveying.said.connect(self.say)
        self.mentioning.said.connect(self.say)
        self.reviewing.said.connect(self.say)
        self.status.addPermanentWidget(self.exchanging.partings)
        self.status.addPermanentWidget(self.waiting)
        for line in (self.waiting, self.notes.waiting):
            line.wanted.connect(self.reviewing.open)
        self.recalling.said.connect(self.say)
        self.mentioning.found.connect(self.navigator.show_mentions)
        self.navigator.overview_wanted.connect(self.surveying.show_overview)
        self.noting.note_wanted.connect(self._edit_note)
        self.going.tab_wanted.connect(self._show_tab)
        self.navigator.source.note_wanted.connect(self.noting.note)

    def fill(self) -> None:
        """Show what is open now."""
        self.navigator.show_threads()
        self.navigator.show_contents()
        self.navigator.shelf.show_agreements()
        self.navigator.show_tab(self._desk.settings.tab)
        self.navigator.return_to(self._desk.settings.thread)
        self.status.show_counts()
        self._show_settings(self._desk.settings)
        self._show_way()
        self._show_undo()
        self._show_pin()
        self._panes.focused().tell_place()
        self.mishaps.begin()

    def restyle(self, theme: Theme) -> None:
        """Take on a theme."""
        for part in (self.top_bar, self.navigator, self.notes, self.search_line, self.selection_bar):
            part.restyle(theme)
        self.surveying.restyle(theme)
        self.reviewing.restyle(theme)
        self.recalling.restyle(theme)
        self.exchanging.restyle(theme)

    # What follows the desk

    def _show_settings(self, settings: Settings) -> None:
        self.actions["following"].setChecked(settings.following)
        self.actions["emended"].setChecked(settings.emended)
        self.actions["changes"].setChecked(settings.changes)
        self.actions["mentions"].setChecked(settings.mentions)
        self.actions["navigator"].setChecked(settings.navigator)
        self.actions["notes"].setChecked(settings.notes)
        for name in ("system", "light", "dark"):
            self.actions[f"theme_{name}"].setChecked(settings.theme == name)
        for name in ("da", "en"):
            self.actions[f"language_{name}"].setChecked(self._window.locale().name().startswith(name))

    def _show_way(self) -> None:
        self.actions["back"].setEnabled(self._desk.can_go_back())
        self.actions["forward"].setEnabled(self._desk.can_go_forward())

    def _show_pin(self) -> None:
        self.actions["pin"].setChecked(self._panes.focused().pinned)

    def _show_undo(self) -> None:
        stack = self._desk.stack
        for name, able, text in (
            ("undo", stack.can_undo(), stack.undo_text()),
            ("redo", stack.can_redo(), stack.redo_text()),
        ):
            words = in_menu("Undo" if name == "undo" else "Redo")
            self.actions[name].setEnabled(able)
            self.actions[name].setText(f"{words}: {text}" if able and text else words)

    def _toggle_sides(self) -> None:
        navigator, notes = self.actions["navigator"].isChecked(), self.actions["notes"].isChecked()
        self._desk.prefer(self._desk.settings._replace(navigator=navigator, notes=notes))

    def _show_tab(self, tab: int) -> None:
        self._desk.prefer(self._desk.settings._replace(navigator=True))
        self.navigator.show_tab(tab, focus=True)

    def _to_notes(self) -> None:
        self._desk.prefer(self._desk.settings._replace(notes=True))
        self.recalling.leave()
        self.notes.setFocus()

    def _edit_note(self, record_id: str) -> None:
        self._desk.prefer(self._desk.settings._replace(notes=True))
        self.recalling.leave()
        self.notes.edit(record_id)

    def _to_search(self) -> None:
        self.search_line.begin()

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self._window)
        self.changes.offer(menu, at)
        menu.addActions(self.categories.actions)
        for name in (
            "",
            "note",
            "note_principle",
            "history",
            "remove",
            "",
            "copy",
            "cite",
            "show_source",
            "",
            "find",
        ):
            if name:
                menu.addAction(self.actions[name])
            else:
                menu.addSeparator()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    # Messages

    def say(self, text: str) -> None:
        """Say something that goes away by itself."""
        self.message_bar.say(text)

    def _say_where_highlights_belong(self) -> None:
        self.say(
            self.tr("This is the source as it was transmitted. Highlight the words in the agreement itself.")
        )

    def warn(self, text: str) -> None:
        """Say something that stays until it is closed."""
        damaged = self._desk.notebook.damage
        first = "" if damaged else self.tr("That could not be done. Nothing that was saved is lost.") + " "
        self.mishaps.telling.warn(first + text)

    def tab(self) -> int:
        """Return which tab of the navigator is shown."""
        return self.navigator.tabs.currentIndex()

    def all_actions(self) -> list[QAction]:
        """Return every command of the window."""
        return [*self.actions.values(), *self.categories.actions]


def _put(place: QWidget, part: QWidget) -> None:
    layout = place.layout()
    assert layout is not None  # noqa: S101 - every room has one
    layout.addWidget(part)
