"""What a person does with highlights and notes."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from reader.notebook.records import Highlight
from reader.ui.citation import cited
from reader.ui.desk import Desk
from reader.ui.panes import Panes


class Noting(QObject):
    """Carries out commands on the selection and on the current highlight."""

    note_wanted = Signal(str)
    said = Signal(str)

    def __init__(self, desk: Desk, panes: Panes, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._panes = panes

    def methods(self) -> dict[str, Callable[[], object]]:
        """Return what to do for each action by its name."""
        return {
            "cite": self.cite,
            "note": self.note,
            "note_principle": self._note_principle,
            "note_agreement": self._note_agreement,
            "remove": self.remove,
            "longer_start": self._longer_start,
            "shorter_start": self._shorter_start,
            "shorter_end": self._shorter_end,
            "longer_end": self._longer_end,
        }

    def cite(self) -> None:
        """Copy what is selected, or the current highlight, with its source."""
        where = self._desk.selection or self._current_span()
        if where:
            agreement, start, end = where
            text = cited(self._desk.agreement(agreement), self._desk.edition(agreement), start, end)
            QGuiApplication.clipboard().setText(text)
            self.said.emit(self.tr("Copied with its source."))

    def highlight(self, category: str) -> None:
        """Highlight the selection with a category, or give it to the current highlight."""
        current = self.current()
        if self._desk.selection is not None:
            if self._desk.add_highlight(category):
                self._drop_selection()
        elif current is not None:
            self._desk.change_category(current, category)

    def note(self) -> None:
        """Write a note on the current highlight, or on the selection, which is highlighted first."""
        current = self.current()
        if self._desk.selection is not None:
            current = self._desk.add_highlight(self._desk.categories()[0].id)
            if current is None:
                return
            self._drop_selection()
        if current is not None:
            self.note_wanted.emit(current.id)
        else:
            self.said.emit(
                self.tr("Select words first, or choose a highlight; then press N to write a note.")
            )

    def _drop_selection(self) -> None:
        """Select nothing more: what was selected is the current highlight now."""
        for pane in self._panes.panes():
            if (pane.agreement, *pane.view.selection()) == self._desk.selection:
                pane.view.clear_selection()
        self._desk.select(self._desk.focused(), 0, 0)

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
        self._begin_note(agreement, principle.number, principle.title)

    def _note_agreement(self) -> None:
        self._begin_note(self._desk.focused().partition("@")[0], None)

    def _begin_note(self, agreement: str, principle: int | None, heading: str = "") -> None:
        note = self._desk.add_note(agreement, principle, heading)
        if note:
            self.note_wanted.emit(note.id)

    def remove(self) -> None:
        """Remove the current highlight; undo brings it back."""
        current = self.current()
        if current is not None:
            self._desk.remove(current)

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
