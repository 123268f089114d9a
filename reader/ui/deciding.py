"""What a person decides of a passage without a sure place: each decision is one step of undo."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.notebook.records import Highlight, Note
from reader.text.agreement import Principle, Span
from reader.ui.desk import Desk
from reader.ui.panes import Panes
from reader.ui.rendering import plain
from reader.ui.review_case import Proposal
from reader.ui.review_panel import ReviewPanel

if TYPE_CHECKING:
    from reader.search.likest import Likely
    from reader.text.progress import Heard

_QUOTED = 60
"""How many code points of a passage are repeated when it was decided."""


class Deciding(QObject):
    """Carries out, on the case that the panel shows, what the person chose."""

    said = Signal(str)
    turned = Signal()
    """Another proposal is shown."""

    def __init__(self, desk: Desk, panes: Panes, panel: ReviewPanel) -> None:
        super().__init__(panel)
        self._desk = desk
        self._panes = panes
        self._panel = panel
        self._page = panel.page
        self.busy = False

    @property
    def highlight(self) -> Highlight | None:
        """The highlight that is shown, as the notebook has it now; None for a note or for nothing."""
        case = self._page.case if self._panel.isVisible() else None
        return self._desk.notebook.highlight(case.record.id) if case else None

    @property
    def note(self) -> Note | None:
        """The note that is shown, as the notebook has it now; None for a highlight or for nothing."""
        case = self._page.case if self._panel.isVisible() else None
        return self._desk.notebook.note(case.record.id) if case else None

    def accept(self) -> None:
        """Put the passage or note where it is proposed; a note without proposal where the person chooses."""
        proposal, case = self._page.proposal, self._page.case
        is_note = case is not None and isinstance(case.record, Note)
        if proposal is not None and is_note:
            self._move(proposal.agreement, proposal.principle, proposed=True)
        elif proposal is not None:
            self._put(proposal.agreement, proposal.span, proposed=True)
        elif is_note:
            self._page.move_to.click()

    def put_here(self) -> None:
        """Put the passage on the words that are selected in a pane."""
        selection = self._desk.selection
        if self.highlight is None:
            self.said.emit(self.tr("First choose the passage to place: Notebook, Passages to check."))
        elif selection is None:
            self.said.emit(self.tr("Select the words that the passage belongs to, then press Ctrl+Enter."))
        elif "@" in selection[0]:
            self._desk.refused.emit()
        else:
            self._drop(selection)
            self._put(selection[0], selection[1:], proposed=False)
            self._panel.list.setFocus()

    def _drop(self, selection: tuple[str, int, int]) -> None:
        for pane in self._panes.panes():
            if (pane.agreement, *pane.view.selection()) == selection:
                pane.view.clear_selection()
        self._desk.select(selection[0], 0, 0)

    def _put(self, agreement: str, span: Span, proposed: bool) -> None:
        highlight = self.highlight
        if highlight is not None:
            done = self.tr("Placed: “%1”. Ctrl+Z takes it back.")
            self._decide(partial(self._desk.put, highlight, agreement, span, proposed), highlight, done)

    def give_up(self) -> None:
        """Say that it is not there any more: it goes to the lost and waits for a later edition."""
        record = self.highlight or self.note
        if record is not None:
            done = self.tr("Kept among those not found: “%1”. Ctrl+Z takes it back.")
            self._decide(partial(self._desk.give_up, record), record, done)

    def _decide(self, deed: Callable[[], bool], record: Highlight | Note, done: str) -> None:
        self.busy = True
        succeeded = deed()
        self.busy = False
        if succeeded:
            words = record.selector.quote if isinstance(record, Highlight) else plain(record.body)
            self._panel.done.show_words(done.replace("%1", " ".join(words[:_QUOTED].split())))

    def move_note(self, agreement: str, principle: Principle | None) -> None:
        """Put the note on a principle, or on an agreement as a whole."""
        self._move(agreement, principle, proposed=False)

    def _move(self, agreement: str, principle: Principle | None, proposed: bool) -> None:
        note = self.note
        if note is not None:
            done = self.tr("The note was moved. Ctrl+Z takes it back.")
            self._decide(partial(self._desk.move_note, note, agreement, principle, proposed), note, done)

    # Other places

    def next_proposal(self) -> None:
        """Show the next place that is proposed, and after the last the first."""
        case = self._page.case
        if case and len(case.proposals) > 1:
            self._page.show_case(case, (self._page.at + 1) % len(case.proposals))
            self.turned.emit()

    def search(self) -> None:
        """Look for the places that have most of the passage's words, beside the window."""
        from reader.search.likest import likest
        from reader.ui.work import Work

        highlight = self.highlight
        if highlight is None or self._desk.known(highlight.agreement) is None:
            return
        text, words = self._desk.edition(highlight.agreement).text, highlight.selector.quote

        def look(_heard: "Heard") -> "list[Likely]":
            return likest(text, words)

        work = Work(look, self)
        work.ended.connect(partial(self._take_found, highlight))
        work.begin()

    def _take_found(self, highlight: Highlight, found: "list[Likely]") -> None:
        case = self._page.case
        if case is None or case.record.id != highlight.id:
            return
        known = {proposal.span for proposal in case.proposals}
        proposals = [Proposal(highlight.agreement, one.span, one.share, one.found) for one in found]
        fresh = [proposal for proposal in proposals if proposal.span not in known]
        if not fresh:
            self.said.emit(self.tr("No other place has enough of its words. The passage is kept as it is."))
            return
        first = len(case.proposals)
        self._page.show_case(case._replace(proposals=(*case.proposals, *fresh)), first)
        self.turned.emit()
