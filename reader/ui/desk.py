"""The desk: what lies open now. Wishes come in as methods, news goes out as signals."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from reader.intake.library import Library
from reader.notebook.notebook import Notebook
from reader.notebook.records import Highlight, Note, Touched
from reader.settings import Settings
from reader.ui.texts import Texts
from reader.ui.way import Location, Way

if TYPE_CHECKING:
    from reader.compare.concordance import Thread

MOST_PANES = 4


class Desk(Texts):
    """Holds the open agreements, the thread in view, the selection and the undo stack."""

    panes_changed = Signal()
    pane_closed = Signal(int)
    focus_changed = Signal(int)
    thread_chosen = Signal(object)
    passage_chosen = Signal(str, int, int)
    section_read = Signal(str, str)
    selection_changed = Signal()
    highlight_chosen = Signal(str)
    place_wanted = Signal(str)
    """The person wants to see what became of a record that has no place: its id."""
    history_wanted = Signal(str)
    settings_changed = Signal(object)
    way_changed = Signal()
    refused = Signal()
    """A highlight was wanted on a witness as it was transmitted; highlights belong to the edition."""

    def __init__(self, library: Library, notebook: Notebook, settings: Settings) -> None:
        super().__init__(library, notebook)
        self.settings = settings
        self.panes: list[str] = []
        self.focus = 0
        self.thread_in_view: Thread | None = None
        self.selection: tuple[str, int, int] | None = None
        self.current: str = ""
        self.way = Way()

    def _forget(self, touched: Touched) -> None:
        super()._forget(touched)
        here = self.thread_in_view
        if touched.decisions and here is not None:
            # The threads are others now: what is in view goes on being read in the one that has it.
            mine = here.members[-1]
            found = (one for one in self.threads() if one.number_in(mine.agreement) == mine.number)
            self.thread_in_view = next(found, None)

    def read_first(self) -> tuple[str, ...]:
        """Return the agreements whose notes are seen first: those that are open."""
        return tuple(agreement.id for agreement in self.library.agreements if agreement.id in self.panes)

    # Panes, threads and places

    def focused(self) -> str:
        """Return the agreement of the pane in focus; empty if none is open."""
        return self.panes[self.focus] if self.panes else ""

    def number_in_view(self) -> int | None:
        """Return the number that the principle in view has in the agreement in focus; None if it has none."""
        return self.thread_in_view.number_in(self.focused()) if self.thread_in_view else None

    def open(self, agreement: str, pane: int | None = None) -> None:
        """Show an agreement in a pane; without a number in a new one, or the last one when four are open."""
        if pane is None and agreement in self.panes:
            self.set_focus(self.panes.index(agreement))
            return
        pane = min(len(self.panes) if pane is None else pane, MOST_PANES - 1)
        self.panes[pane : pane + 1] = [agreement]
        self.focus = pane
        self.selection = None
        self.panes_changed.emit()
        self.focus_changed.emit(pane)

    def put_beside(self, one: str, other: str) -> None:
        """Open two agreements beside each other, the one left of the other; other panes stay."""
        if one in self.panes and other in self.panes:
            return
        rest = [name for name in self.panes[2:] if name not in (one, other)]
        self.panes[:] = [one, other, *rest]
        self.focus = 1
        self.selection = None
        self.panes_changed.emit()
        self.focus_changed.emit(self.focus)

    def close_pane(self, pane: int) -> None:
        """Close a pane; the last one stays open."""
        if len(self.panes) > 1:
            del self.panes[pane]
            self.focus = min(self.focus - (pane < self.focus), len(self.panes) - 1)
            self.selection = None
            self.pane_closed.emit(pane)
            self.panes_changed.emit()
            self.focus_changed.emit(self.focus)

    def set_focus(self, pane: int) -> None:
        """Make a pane the one that menus and the contents speak of."""
        if pane != self.focus and 0 <= pane < len(self.panes):
            self.focus = pane
            self.focus_changed.emit(pane)

    def choose_thread(self, thread: "Thread") -> None:
        """Bring every pane to its principle of this thread; where none has it, open the latest that does."""
        if not any(thread.number_in(agreement) for agreement in self.panes):
            self.open(thread.members[-1].agreement, self.focus if len(self.panes) == MOST_PANES else None)
        self._leave()
        self.thread_in_view = thread
        self.thread_chosen.emit(thread)

    def go_to(self, agreement: str, start: int, end: int | None = None, remember: bool = True) -> None:
        """Bring a pane to a passage, opening the agreement if it is not open."""
        if remember:
            self._leave()
        if agreement not in self.panes:
            self.open(agreement, self.focus if len(self.panes) == MOST_PANES else None)
        elif agreement != self.focused():
            self.set_focus(self.panes.index(agreement))
        if remember:
            self.remember(Location(agreement, start))
        self.passage_chosen.emit(agreement, start, start if end is None else end)

    def show_in_source(self, agreement: str, start: int, end: int) -> None:
        """Show what a passage was made from, in the witness as it was transmitted, in another pane."""
        from reader.text.origin import Origin

        witness = self.witness_of(agreement)
        if not witness:
            return
        span = Origin(self.library.emendations(agreement)).witness_span(start, end)
        if witness not in self.panes:
            full = len(self.panes) == MOST_PANES
            self.open(witness, (self.focus + 1) % MOST_PANES if full else None)
        self.go_to(witness, *span)

    def note_place(self, agreement: str, offset: int) -> None:
        """Note what is being read, to come back to when the person goes elsewhere."""
        self.way.here = Location(agreement, offset)

    def remember(self, location: Location) -> None:
        """Add a place to the way back; what lay ahead is forgotten."""
        if self.way.remember(location):
            self.way_changed.emit()

    def _leave(self) -> None:
        if self.way.leave():
            self.way_changed.emit()

    def can_go_back(self) -> bool:
        """Say whether there is a place before this one."""
        return self.way.can_go_back()

    def can_go_forward(self) -> bool:
        """Say whether there is a place to go forward to again."""
        return self.way.can_go_forward()

    def go_back(self) -> None:
        """Return to the place before."""
        self._revisit(self.way.back())

    def go_forward(self) -> None:
        """Return to the place that was left by going back."""
        self._revisit(self.way.forward())

    def _revisit(self, location: Location | None) -> None:
        if location is not None:
            self.go_to(location.agreement, location.offset, remember=False)
            self.way_changed.emit()

    def select(self, agreement: str, start: int, end: int) -> None:
        """Note what is selected; nothing when start and end are the same."""
        self.selection = (agreement, start, end) if start < end else None
        self.selection_changed.emit()

    def choose_highlight(self, highlight_id: str) -> None:
        """Make a highlight the current one; empty for none."""
        self.current = highlight_id
        self.highlight_chosen.emit(highlight_id)

    def show_history(self, record_id: str) -> None:
        """Show what a highlight or note was before."""
        self.history_wanted.emit(record_id)

    # The notebook

    def add_highlight(self, category: str, note: str = "") -> Highlight | None:
        """Highlight the selection; None if nothing is selected or it could not be saved."""
        if self.selection is None:
            return None
        if "@" in self.selection[0]:
            self.refused.emit()
            return None
        highlight = self.highlight(*self.selection, category, note)
        if highlight is not None:
            self.choose_highlight(highlight.id)
        return highlight

    def remove(self, record: Highlight | Note) -> bool:
        """Take a highlight or note away; undo brings it back."""
        done = super().remove(record)
        if done and self.current == record.id:
            self.choose_highlight("")
        return done

    # Preferences

    def prefer(self, settings: Settings) -> None:
        """Take on other preferences."""
        if settings != self.settings:
            self.settings = settings
            self.settings_changed.emit(settings)

    def scale_by(self, steps: int) -> None:
        """Make the text larger, or smaller for a negative number, by tenths of its normal size."""
        self.prefer(self.settings.with_scale(self.settings.scale + steps / 10))
