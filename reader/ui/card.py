"""A card: one highlight or note, and all that can be done with it where it stands."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from reader.notebook.records import Category, Highlight, Note
from reader.ui.desk import Desk
from reader.ui.entries import Entry, entry
from reader.ui.face import Face, category_icon
from reader.ui.links import LinkQuestion
from reader.ui.note_editor import NoteEditor
from reader.ui.theme import Theme

_GO = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EDIT = (Qt.Key.Key_F2, Qt.Key.Key_E)
_REMOVE = (Qt.Key.Key_Delete,)
_LOOK_BACK = (Qt.Key.Key_H,)


class Card(Face):
    """Does with its record what the person asks, through the desk."""

    edit_began = Signal(str)
    edit_ended = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(desk, theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.editor: NoteEditor | None = None
        self.more.setToolTip(self.tr("Edit, category, remove"))
        self.more.setAccessibleName(self.tr("What can be done with this card"))
        self.more.clicked.connect(self._open_menu_below)
        self.note.linkActivated.connect(self._ask_to_open)

    def present(self, entry: Entry, category: Category | None) -> None:
        """Show a record, in the editor too if that is open."""
        super().present(entry, category)
        if self.editor:
            self.editor.take(entry.record)
            self._make_room(self.editor)

    # Going and writing

    def go(self) -> None:
        """Bring the place into view; of what has none, show what became of it."""
        if self._entry is None:
            return
        if self._entry.span is None:
            self._desk.place_wanted.emit(self._entry.record.id)
            return
        record, (start, end) = self._entry.record, self._entry.span
        marked = isinstance(record, Highlight)
        self._desk.go_to(record.agreement, start, end if marked else None)
        if marked:
            self._desk.choose_highlight(record.id)

    def edit(self) -> None:
        """Open the editor in place of the note, with the caret in it."""
        if self.record is None or not self._desk.may_write():
            return
        if self.editor is None:
            self.editor = NoteEditor(self._desk, self.record, self)
            self.editor.ended.connect(self.end_edit)
            self._column.insertWidget(2, self.editor)
            self._make_room(self.editor)
            for before, after in pairwise(self.stops()):
                self.setTabOrder(before, after)
            self.edit_began.emit(self.record.id)
        self.editor.begin()

    def _make_room(self, editor: NoteEditor) -> None:
        for label in (self.note, *self.chips):
            label.hide()
        editor.show()

    def stops(self) -> list[QWidget]:
        """Return where the Tab key stops, in order."""
        stops = (self, *(self.editor.stops() if self.editor else ()), self.note, self.more)
        return [stop for stop in stops if stop.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def unsaved(self) -> bool:
        """Say whether words are kept here that could not be saved."""
        return self.editor is not None and self.editor.unsaved()

    def end_edit(self) -> None:
        """Close the editor, unless it holds words that could not be saved."""
        editor, shown = self.editor, self.record
        if editor is None or shown is None:
            return
        editor.save()
        if editor.unsaved():
            editor.again.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if editor.isAncestorOf(self.window().focusWidget() or self):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor = None
        self._column.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        self._desk.end_typing()
        self._see_what_was_written()
        self.edit_ended.emit(shown.id)

    def _see_what_was_written(self) -> None:
        record = self._fresh()
        if isinstance(record, Note) and not record.body.strip() and not record.tags:
            # Nothing was written: without this every idle click on + would leave a card behind.
            self._desk.remove(record)
            return
        self.note.setVisible(bool(self.note.text()))
        for chip in self.chips:
            chip.show()

    def remove(self) -> None:
        """Take the record away; undo brings it back."""
        record = self._fresh()
        if record:
            self._desk.remove(record)

    def show_history(self) -> None:
        """Show what the record was before."""
        if self.record:
            self._desk.show_history(self.record.id)

    def _fresh(self) -> Highlight | Note | None:
        found = entry(self._desk, self.record.id) if self.record else None
        return found.record if found else None

    def _ask_to_open(self, address: str) -> None:
        LinkQuestion(address, self.window()).open()

    # The menu

    def menu(self) -> QMenu:
        """Return a menu with all that can be done, each with its key."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        placed = bool(self._entry and self._entry.span)
        words = self.tr("Go to the place") if placed else self.tr("Find its place …")
        goes = menu.addAction(words + "\t" + self.tr("Enter"))
        goes.triggered.connect(self.go)
        menu.addAction(self.tr("Edit note and tags") + "\tF2").triggered.connect(self.edit)
        if isinstance(self.record, Highlight):
            self._add_categories(menu, self.record)
        menu.addSeparator()
        menu.addAction(self.tr("History") + "\tH").triggered.connect(self.show_history)
        menu.addAction(self.tr("Remove") + "\t" + self.tr("Del")).triggered.connect(self.remove)
        return menu

    def _add_categories(self, menu: QMenu, highlight: Highlight) -> None:
        menu.addSeparator()
        for category in self._desk.categories():
            action = menu.addAction(category_icon(category, self._theme), category.name.replace("&", "&&"))
            action.setData(category.id)
            font = action.font()
            font.setBold(category.id == highlight.category)
            action.setFont(font)
        menu.triggered.connect(self._choose_category)

    def _choose_category(self, action: QAction) -> None:
        record = self._fresh()
        if isinstance(record, Highlight) and action.data() and action.data() != record.category:
            self._desk.change_category(record, action.data())

    def _open_menu_below(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu with the right button or the menu key."""
        self.menu().popup(event.globalPos())

    # Keys and clicks

    def event(self, event: QEvent) -> bool:
        """Keep the card's keys from the window's own shortcuts."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and self._means(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes, F2 or E edits, H shows the history, Delete removes."""
        if not self._means(event):
            super().keyPressEvent(event)
        elif event.key() in _GO:
            self.go()
        elif event.key() in _EDIT:
            self.edit()
        elif event.key() in _LOOK_BACK:
            self.show_history()
        else:
            self.remove()

    def _means(self, event: QKeyEvent) -> bool:
        unmodified = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self.hasFocus() and unmodified and event.key() in (*_GO, *_EDIT, *_LOOK_BACK, *_REMOVE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the click, so that its end comes here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the place when a click ends on the card."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.go()
