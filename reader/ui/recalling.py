"""What was: the history of a note, the bin, and the way back to what was just removed or taken back."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from reader.errors import ReaderError
from reader.notebook.records import Highlight, Note, Touched
from reader.ui.causes import in_words
from reader.ui.desk import Desk
from reader.ui.entries import entry
from reader.ui.messages import MessageBar
from reader.ui.notes import NotesPanel
from reader.ui.returning import Returning
from reader.ui.theme import Theme
from reader.ui.window import Window

if TYPE_CHECKING:
    from reader.ui.bin_dialog import BinDialog
    from reader.ui.deleting import Deleting
    from reader.ui.history import HistoryPanel


class Recalling(QObject):
    """Shows histories in the place of the notes, and the bin beside the window; says what was removed."""

    said = Signal(str)

    def __init__(self, desk: Desk, window: Window, notes: NotesPanel, messages: MessageBar) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._notes = notes
        self._messages = messages
        self._theme = window.theme
        self._history: HistoryPanel | None = None
        self._bin: BinDialog | None = None
        self._deleting: Deleting | None = None
        self._gone = ""
        self._returning = Returning(desk, window.panes)
        self._returning.said.connect(self.said)
        desk.history_wanted.connect(self.show_history)
        desk.removed.connect(self._say_removed)
        desk.notebook_changed.connect(self._see_return)

    def methods(self) -> dict[str, Callable[[], object]]:
        """Return what to do for each action by its name."""
        return {"history": self._show_current, "bin": self.show_bin}

    def restyle(self, theme: Theme) -> None:
        """Take on another theme."""
        self._theme = theme
        for part in (self._history, self._bin):
            if part is not None:
                part.restyle(theme)

    # The history

    @property
    def history(self) -> "HistoryPanel":
        """The panel of the history; made when it is first wanted."""
        from reader.ui.history import HistoryPanel

        if self._history is None:
            self._history = HistoryPanel(self._desk, self._theme)
            self._history.hide()
            self._history.left.connect(self._return_to)
            layout = self._window.right.layout()
            assert layout is not None  # noqa: S101 - every room has one
            layout.addWidget(self._history)
        return self._history

    def show_history(self, record_id: str) -> None:
        """Show what a highlight or note was before, in the place of the notes."""
        self._desk.prefer(self._desk.settings._replace(notes=True))
        self._notes.hide()
        self.history.show()
        self.history.show_history(record_id)

    def _show_current(self) -> None:
        """Show the history of the current highlight."""
        if self._desk.current:
            self.show_history(self._desk.current)
        else:
            self.said.emit(
                self.tr("Choose a highlight first. On a note's card, press H to see what it was before.")
            )

    def leave(self) -> None:
        """Show the notes again where a history stands in their place."""
        if self._history is not None and self._history.record_id:
            self._history.leave()

    def _return_to(self, record_id: str) -> None:
        self.history.hide()
        self._notes.show()
        card = self._notes.list.card(record_id)
        (card or self._notes).setFocus(Qt.FocusReason.OtherFocusReason)

    # The bin

    @property
    def deleting(self) -> "Deleting":
        """Who deletes for good: it goes on also when the bin is closed meanwhile."""
        from reader.ui.deleting import Deleting

        if self._deleting is None:
            self._deleting = Deleting(self._desk, self._window.keeping, self)
            self._deleting.told.connect(self._tell_without_bin)
            self._deleting.warned.connect(self._desk.failed)
        return self._deleting

    def _tell_without_bin(self, words: str) -> None:
        if self._bin is None and words:
            self.said.emit(words)

    def show_bin(self) -> "BinDialog":
        """Show the bin, or go back to it."""
        from reader.ui.bin_dialog import BinDialog

        if self._bin is None:
            self._bin = BinDialog(self._desk, self._theme, self.deleting, self._window)
            named = {action.objectName(): action for action in self._window.actions()}
            self._bin.share([named["undo"], named["redo"]])
            self._bin.destroyed.connect(self._forget_bin)
        self._bin.show()
        self._bin.activateWindow()
        return self._bin

    def _forget_bin(self) -> None:
        self._bin = None

    # What was removed

    def _say_removed(self, record: Highlight | Note) -> None:
        if isinstance(record, Note) and not record.body.strip() and not record.tags:
            return  # begun and left empty: nothing is missed
        undo = partial(self._undo_removal, record.id, self._desk.notebook.group)
        self._gone = record.id
        self._messages.say(self._removed_words(), action=self.tr("Undo"), wanted=undo)

    def _removed_words(self) -> str:
        return self.tr("Removed. Undo brings it back.")

    def _see_return(self, touched: Touched) -> None:
        """Say no longer that it was removed when it is there again."""
        if self._gone in touched.records and entry(self._desk, self._gone) is not None:
            self._gone = ""
            self._messages.withdraw(self._removed_words())

    def _undo_removal(self, record_id: str, group: str) -> None:
        """Take a removal back: by an undo if it is still the last thing done, else out of the bin."""
        try:
            step = self._desk.notebook.undoable()
        except ReaderError as error:
            self._desk.failed.emit(in_words(error))
            return
        if step is not None and step.group == group:
            self._desk.undo()
        else:
            self._desk.bring_back([record_id])
