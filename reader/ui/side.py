"""What stands around the panes: navigator, notes, search line, selection bar and messages.

Made when the first page has been painted, in places that are there from the start, so that nothing jumps.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from reader.ui.desk import Desk
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.ui.messages import MessageBar
    from reader.ui.navigator import Navigator
    from reader.ui.notes import NotesPanel
    from reader.ui.noting import Noting
    from reader.ui.panes import Panes
    from reader.ui.searchline import SearchLine
    from reader.ui.selectionbar import SelectionBar

_MOST_KEYS = 9


class Furniture(QObject):
    """Holds the side panels and small bars of a window."""

    navigator: "Navigator"
    notes: "NotesPanel"
    search_line: "SearchLine"
    selection_bar: "SelectionBar"
    message_bar: "MessageBar"

    def __init__(self, desk: Desk, theme: Theme, index: Path, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._theme = theme
        self._index = index
        self._window = window
        self._done = False
        self.left = _room(190)
        self.right = _room(220)
        self.messages = QWidget()
        holder = QVBoxLayout(self.messages)
        holder.setContentsMargins(0, 0, 0, 0)
        self.category_actions: list[QAction] = []
        self._make_category_actions()

    # Categories

    def _make_category_actions(self) -> None:
        """Make an action for each category, with the keys 1 to 9."""
        for number, category in enumerate(self._desk.categories()[:_MOST_KEYS], start=1):
            action = QAction(self._window)
            action.setData(category.id)
            action.setShortcut(QKeySequence(str(number)))
            action.triggered.connect(self._highlight)
            self.category_actions.append(action)
        self._window.addActions(self.category_actions)
        self._name_categories()

    def _name_categories(self) -> None:
        for action, category in zip(self.category_actions, self._desk.categories(), strict=False):
            action.setText(f"{category.sign}  {category.name}".replace("&", "&&"))

    def add_categories(self, menu: QMenu) -> None:
        """Add the categories to a menu."""
        menu.addActions(self.category_actions)

    def _highlight(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._noting.highlight(action.data())

    # Building

    def join(self, panes: "Panes", noting: "Noting") -> None:
        """Say whom the small bars work for."""
        self._panes = panes
        self._noting = noting

    def furnish(self, actions: list[QAction]) -> bool:
        """Make the panels; False if they are made already."""
        if self._done:
            return False
        self._done = True
        from reader.ui.messages import MessageBar
        from reader.ui.navigator import Navigator
        from reader.ui.notes import NotesPanel
        from reader.ui.searchline import SearchLine
        from reader.ui.selectionbar import SelectionBar

        self.navigator = Navigator(self._desk, self._theme)
        self.notes = NotesPanel(self._desk, self._theme)
        self.search_line = SearchLine(self._desk, self._theme, self._index, self._window)
        self.search_line.set_actions([*actions, *self.category_actions])
        self.selection_bar = SelectionBar(self._desk, self._theme, self._panes)
        self.message_bar = MessageBar(self.messages)
        for place, panel in (
            (self.left, self.navigator),
            (self.right, self.notes),
            (self.messages, self.message_bar),
        ):
            layout = place.layout()
            if layout is not None:
                layout.addWidget(panel)
        self._join_bars()
        self._fill()
        return True

    def _join_bars(self) -> None:
        bar, desk = self.selection_bar, self._desk
        bar.category_wanted.connect(self._noting.highlight)
        bar.note_wanted.connect(self._noting.note)
        bar.copy_wanted.connect(self._noting.cite)
        bar.remove_wanted.connect(self._noting.remove)
        desk.selection_changed.connect(self.place_bar)
        desk.highlight_chosen.connect(self.place_bar)
        desk.notebook_changed.connect(self._refresh)
        desk.panes_changed.connect(self.place_bar)

    def _fill(self) -> None:
        self.navigator.show_threads()
        self.navigator.show_contents()
        self.navigator.shelf.show_agreements()
        self.navigator.show_tab(self._desk.settings.tab)
        self._panes.focused().focus_place()

    def _refresh(self) -> None:
        self._name_categories()
        self.place_bar()

    # Small bars

    def place_bar(self) -> None:
        """Put the small bar at the selection, or at the current highlight; hide it when there is neither."""
        if not self._done:
            return
        pane = self._panes.focused()
        span = pane.span_of(self._desk.current) if self._desk.current else None
        if self._desk.selection is not None and self._desk.selection[0] == pane.agreement:
            self._show_bar(pane.view, pane.selection_rect(), "")
        elif span and pane.view.hasFocus():
            current = self._desk.notebook.highlight(self._desk.current)
            self._show_bar(pane.view, pane.view.rect_of(*span), current.category if current else "")
        else:
            self.selection_bar.hide()

    def _show_bar(self, view: QWidget, rect: QRect, category: str) -> None:
        inside = view.rect().intersects(rect)
        if not inside:
            self.selection_bar.hide()
            return
        placed = QRect(view.mapTo(self._panes, rect.topLeft()), rect.size())
        if category:
            self.selection_bar.show_for_highlight(placed, category)
        else:
            self.selection_bar.show_at(placed)

    def focus_search(self) -> None:
        """Give the search line the keyboard."""
        if self._done:
            self.search_line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search_line.selectAll()

    def say(self, text: str) -> None:
        """Say something that goes away by itself."""
        if self._done:
            self.message_bar.say(text)

    def warn(self, text: str) -> None:
        """Say something that stays until it is closed."""
        if self._done:
            self.message_bar.say(text, grave=True)

    def tab(self) -> int:
        """Return which tab of the navigator is shown."""
        return self.navigator.tabs.currentIndex() if self._done else self._desk.settings.tab

    def restyle(self, theme: Theme) -> None:
        """Take on a theme."""
        self._theme = theme
        if self._done:
            for part in (self.navigator, self.notes, self.search_line, self.selection_bar):
                part.restyle(theme)


def _room(least: int) -> QWidget:
    """Return the empty place of a side panel."""
    room = QWidget()
    room.setObjectName("side")
    room.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    room.setMinimumWidth(least)
    column = QVBoxLayout(room)
    column.setContentsMargins(0, 0, 0, 0)
    return room
