"""What brings a person from place to place."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reader.ui.desk import Desk
from reader.ui.panes import Panes

PRINCIPLES, CONTENTS, LIBRARY, SOURCE = range(4)
"""The navigator's tabs."""


class Going(QObject):
    """Carries out commands that go somewhere."""

    tab_wanted = Signal(int)

    def __init__(self, desk: Desk, panes: Panes, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._panes = panes

    def methods(self) -> dict[str, Callable[[], object]]:
        """Return what to do for each action by its name."""
        desk = self._desk
        return {
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
            "to_record": self._to_record,
            "show_source": self._show_source,
        }

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
        pane = self._panes.focused()
        found = pane.next_highlight(step)
        span = pane.span_of(found)
        if span:
            self._desk.go_to(pane.agreement, span[0])
            self._desk.choose_highlight(found)

    def _next_pane(self) -> None:
        # From elsewhere in the window one returns to where one was reading.
        if self._panes.focused().view.hasFocus():
            self._desk.set_focus((self._desk.focus + 1) % len(self._desk.panes))
        self._panes.focused().view.setFocus()

    def _to_principles(self) -> None:
        self.tab_wanted.emit(PRINCIPLES)

    def _to_contents(self) -> None:
        self.tab_wanted.emit(CONTENTS)

    def _to_library(self) -> None:
        self.tab_wanted.emit(LIBRARY)

    def _to_record(self) -> None:
        self.tab_wanted.emit(SOURCE)

    def _show_source(self) -> None:
        """Show what is selected, or what is being read, in the witness as it was transmitted."""
        pane = self._panes.focused()
        start, end = pane.view.selection()
        if start == end:
            start = end = pane.reading_offset()
        self._desk.show_in_source(pane.agreement, start, end)
