"""What each menu command does: one method for each, by its name in `actions`."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.errors import ReaderError
from reader.notebook.records import Highlight
from reader.ui.citation import cited
from reader.ui.desk import MOST_PANES, Desk
from reader.ui.pane import Pane
from reader.ui.panes import Panes


class Doing(QObject):
    """Carries out what a person chose, on the desk and the panes."""

    note_wanted = Signal(str)
    tab_wanted = Signal(int)
    notes_wanted = Signal()
    search_wanted = Signal()
    language_wanted = Signal(str)
    closing_wanted = Signal()
    said = Signal(str)

    def __init__(self, desk: Desk, panes: Panes, backups: Path, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._panes = panes
        self._backups = backups
        self._window = window

    def methods(self) -> dict[str, Callable[[], None]]:
        """Return what to do for each action by its name."""
        desk = self._desk
        return {
            "new_pane": self._new_pane,
            "close_pane": self._close_pane,
            "export": self.export,
            "backup": self._back_up,
            "quit": self.closing_wanted.emit,
            "undo": desk.stack.undo,
            "redo": desk.stack.redo,
            "copy": self._copy,
            "cite": self.cite,
            "find": self._find,
            "find_next": self._find_next,
            "find_previous": self._find_previous,
            "search": self.search_wanted.emit,
            "note": self.note,
            "note_principle": self._note_principle,
            "note_agreement": self._note_agreement,
            "remove": self.remove,
            "longer_start": self._longer_start,
            "shorter_start": self._shorter_start,
            "shorter_end": self._shorter_end,
            "longer_end": self._longer_end,
            "categories": self._categories,
            "following": self._toggle_following,
            "pin": self._pin,
            "larger": self._larger,
            "smaller": self._smaller,
            "normal": self._normal,
            "theme_system": self._theme_system,
            "theme_light": self._theme_light,
            "theme_dark": self._theme_dark,
            "language_da": self._danish,
            "language_en": self._english,
            "back": desk.go_back,
            "forward": desk.go_forward,
            "next_principle": self._next_principle,
            "previous_principle": self._previous_principle,
            "next_heading": self._next_heading,
            "previous_heading": self._previous_heading,
            "next_highlight": self._next_highlight,
            "previous_highlight": self._previous_highlight,
            "next_pane": self._next_pane,
            "to_navigator": self._to_principles,
            "to_contents": self._to_contents,
            "to_library": self._to_library,
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
        from reader.export.markdown import annotated
        from reader.export.writing import write_safely
        from reader.ui.dialogs import ask_export

        desk = self._desk
        agreement = desk.agreement(desk.focused())
        path = ask_export(self._window, [agreement], Path.home())
        if path is None:
            return
        parts = desk.notebook.highlights(agreement.id), desk.notebook.notes(agreement.id)
        time = datetime.now().astimezone().isoformat(timespec="seconds")
        try:
            text = annotated(agreement, desk.edition(agreement.id), *parts, desk.categories(), time)
            write_safely(path, text)
        except ReaderError as error:
            desk.failed.emit(str(error))
            return
        self.said.emit(self.tr("Exported to %1").replace("%1", str(path)))

    def _back_up(self) -> None:
        from reader.notebook.backup import copy

        try:
            made = copy(self._desk.notebook, self._backups)
        except ReaderError as error:
            self._desk.failed.emit(str(error))
            return
        self.said.emit(self.tr("Backed up and verified: %1").replace("%1", str(made)))

    # Words

    def _copy(self) -> None:
        if self._desk.selection:
            agreement, start, end = self._desk.selection
            QGuiApplication.clipboard().setText(self._desk.edition(agreement).text[start:end])

    def cite(self) -> None:
        """Copy what is selected, or the current highlight, with its source."""
        where = self._desk.selection or self._current_span()
        if where:
            agreement, start, end = where
            text = cited(self._desk.agreement(agreement), self._desk.edition(agreement), start, end)
            QGuiApplication.clipboard().setText(text)
            self.said.emit(self.tr("Copied with its source."))

    def _find(self) -> None:
        self._panes.focused().open_find()

    def _find_next(self) -> None:
        self._panes.focused().step_hit(1)

    def _find_previous(self) -> None:
        self._panes.focused().step_hit(-1)

    # Highlights and notes

    def highlight(self, category: str) -> None:
        """Highlight the selection with a category, or give it to the current highlight."""
        current = self.current()
        if self._desk.selection is not None:
            if self._desk.add_highlight(category):
                self._panes.focused().view.clear_selection()
        elif current is not None:
            self._desk.change_category(current, category)

    def note(self) -> None:
        """Write a note on the current highlight, or on the selection, which is highlighted first."""
        current = self.current()
        if self._desk.selection is not None:
            current = self._desk.add_highlight(self._desk.categories()[0].id)
        if current is not None:
            self.note_wanted.emit(current.id)
        else:
            self.said.emit(
                self.tr("Select words first, or choose a highlight; then press N to write a note.")
            )

    def current(self) -> Highlight | None:
        """Return the current highlight."""
        return self._desk.notebook.highlight(self._desk.current) if self._desk.current else None

    def _current_span(self) -> tuple[str, int, int] | None:
        current = self.current()
        span = self._panes.focused().span_of(current.id) if current else None
        return (current.agreement, *span) if current and span else None

    def _note_principle(self) -> None:
        agreement = self._desk.focused()
        principle = self._desk.edition(agreement).principle_at(self._panes.focused().reading_offset())
        if principle is None:
            self.said.emit(self.tr("There is no principle here. Go to one, then write the note."))
            return
        self._begin_note(agreement, principle.number)

    def _note_agreement(self) -> None:
        self._begin_note(self._desk.focused(), None)

    def _begin_note(self, agreement: str, principle: int | None) -> None:
        note = self._desk.add_note(agreement, principle)
        if note:
            self.note_wanted.emit(note.id)

    def remove(self) -> None:
        """Remove the current highlight; undo brings it back."""
        current = self.current()
        if current is not None and self._desk.remove(current):
            self.said.emit(self.tr("Removed. Ctrl+Z brings it back."))

    def _longer_start(self) -> None:
        self._stretch_words(-1, 0)

    def _shorter_start(self) -> None:
        self._stretch_words(1, 0)

    def _shorter_end(self) -> None:
        self._stretch_words(0, -1)

    def _longer_end(self) -> None:
        self._stretch_words(0, 1)

    def _stretch_words(self, start_step: int, end_step: int) -> None:
        current, where = self.current(), self._current_span()
        if current and where:
            text = self._desk.edition(where[0]).text
            start = _word_step(text, where[1], start_step)
            end = _word_step(text, where[2], end_step)
            if start < end:
                self._desk.stretch(current, start, end)

    def _categories(self) -> None:
        from reader.ui.dialogs import CategoriesDialog

        CategoriesDialog(self._desk, self._panes.theme, self._window).exec()

    # Appearance

    def _toggle_following(self) -> None:
        settings = self._desk.settings
        self._desk.prefer(replace(settings, following=not settings.following))

    def _pin(self) -> None:
        pane = self._panes.focused()
        self._panes.set_pinned(pane, not self._panes.is_pinned(pane))

    def _scale(self, scale: float) -> None:
        self._desk.prefer(self._desk.settings.with_scale(scale))

    def _larger(self) -> None:
        self._scale(self._desk.settings.scale + 0.1)

    def _smaller(self) -> None:
        self._scale(self._desk.settings.scale - 0.1)

    def _normal(self) -> None:
        self._scale(1.0)

    def _theme_system(self) -> None:
        self._desk.prefer(replace(self._desk.settings, theme="system"))

    def _theme_light(self) -> None:
        self._desk.prefer(replace(self._desk.settings, theme="light"))

    def _theme_dark(self) -> None:
        self._desk.prefer(replace(self._desk.settings, theme="dark"))

    def _danish(self) -> None:
        self.language_wanted.emit("da")

    def _english(self) -> None:
        self.language_wanted.emit("en")

    # Going

    def _next_principle(self) -> None:
        self._step_thread(1)

    def _previous_principle(self) -> None:
        self._step_thread(-1)

    def _step_thread(self, step: int) -> None:
        threads = self._desk.threads()
        here = self._desk.thread_in_view
        at = next(
            (n for n, thread in enumerate(threads) if here and thread.id == here.id), -1 if step > 0 else 0
        )
        if 0 <= at + step < len(threads):
            self._desk.choose_thread(threads[at + step])

    def _next_heading(self) -> None:
        self._step_heading(1)

    def _previous_heading(self) -> None:
        self._step_heading(-1)

    def _step_heading(self, step: int) -> None:
        pane = self._panes.focused()
        here = pane.reading_offset()
        starts = [section.start for section in self._desk.edition(pane.agreement).sections]
        ahead = [start for start in starts if (start > here if step > 0 else start < here)]
        if ahead:
            self._desk.go_to(pane.agreement, min(ahead) if step > 0 else max(ahead))

    def _next_highlight(self) -> None:
        self._step_highlight(1)

    def _previous_highlight(self) -> None:
        self._step_highlight(-1)

    def _step_highlight(self, step: int) -> None:
        pane: Pane = self._panes.focused()
        found = pane.next_highlight(step)
        span = pane.span_of(found)
        if span:
            self._desk.go_to(pane.agreement, span[0])
            self._desk.choose_highlight(found)

    def _next_pane(self) -> None:
        self._desk.set_focus((self._desk.focus + 1) % len(self._desk.panes))
        self._panes.focused().view.setFocus()

    def _to_principles(self) -> None:
        self.tab_wanted.emit(0)

    def _to_contents(self) -> None:
        self.tab_wanted.emit(1)

    def _to_library(self) -> None:
        self.tab_wanted.emit(2)

    # Help

    def _shortcuts(self) -> None:
        from PySide6.QtGui import QAction

        from reader.ui.dialogs import ShortcutsDialog

        actions = [action for action in self._window.actions() if isinstance(action, QAction)]
        ShortcutsDialog(actions, self._window).exec()

    def _about(self) -> None:
        from reader.ui.dialogs import AboutDialog

        AboutDialog(str(self._desk.notebook.path), self._window).exec()


def _word_step(text: str, offset: int, step: int) -> int:
    """Return the edge of a word before or after a place; the place itself when the step is 0."""
    at = offset
    if step > 0:
        while at < len(text) and not text[at].isalnum():
            at += 1
        while at < len(text) and text[at].isalnum():
            at += 1
    elif step < 0:
        while at > 0 and not text[at - 1].isalnum():
            at -= 1
        while at > 0 and text[at - 1].isalnum():
            at -= 1
    return at
