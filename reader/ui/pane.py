"""A pane: one edition as it is read. Its head, strip and lines above the text are its dress."""

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reader.text.agreement import Section, Span
from reader.ui.desk import Desk
from reader.ui.following import REFERENCE
from reader.ui.marking import AT_ONCE, Marking, mark_of, marks_of, signs
from reader.ui.marks import Marks
from reader.ui.page import Page
from reader.ui.reading import ReadingView
from reader.ui.theme import Theme
from reader.ui.turns import Turns

if TYPE_CHECKING:
    from reader.ui.change_marks import ChangeMarks
    from reader.ui.pagetips import PageTips

HEAD, LINE, EDGE = 57, 22, 10
"""The heights of a pane's head and of its line about changes, the width of its strip, in px.

They are kept free until they are there.
"""
_LINE = 80
"""More code points than a line of a page has."""
_CONTEXT = 0.25
"""The share of the view above a passage that is gone to, so that one sees what stands before it."""


class Pane(QWidget):
    """Shows one agreement of the desk; `pinned` panes do not follow, `shift` is a distance set by hand.

    `base` is the agreement that the person compares it with: empty for the one beside it, "-" for none.
    """

    shown = Signal()
    scrolled = Signal(bool)
    section_read = Signal(object)
    marked = Signal()
    noticed = Signal(str)
    shifted = Signal()
    selected = Signal(int, int)
    highlight_hit = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.agreement = ""
        self.pinned = False
        self.base = ""
        self.shift = 0.0
        self.notice = ""
        self.place: Section | None = None
        self.marks = Marks()
        self.theme = theme
        self._desk = desk
        self._tips: PageTips | None = None
        self._whole = False
        self._drawn = (0, 0)
        self._changed: frozenset[Span] = frozenset()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show_the_rest)
        self._turns = Turns(self)
        self._turns.ended.connect(self._take_marked)
        self.view = ReadingView()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.row = QHBoxLayout()
        self.row.setContentsMargins(0, HEAD + LINE if desk.settings.changes else HEAD, EDGE, 0)
        self.row.setSpacing(0)
        self.row.addWidget(self.view, 1)
        self.column.addLayout(self.row, 1)
        self._join()

    def _join(self) -> None:
        self.view.scrolled.connect(self._has_scrolled)
        self.view.selection_changed.connect(self.selected)
        self.view.highlight_hit.connect(self.highlight_hit)
        self.view.stretched.connect(self._stretch)
        self.view.menu_wanted.connect(self.menu_wanted)

    # What is shown

    def show_agreement(self, agreement_id: str) -> None:
        """Show an agreement from its beginning."""
        self.agreement = agreement_id
        self.pinned = False
        self.base = ""
        self.place = None
        edition = self._desk.edition(agreement_id)
        self.view.show_page(Page(edition, self.theme.look.scaled(self._desk.settings.scale)))
        self.say("")
        self._show_highlights_in_view()
        if self._desk.settings.emended:
            self.show_touches()
        self.shown.emit()

    def _show_highlights_in_view(self) -> None:
        """Draw what is about to be seen, and the rest when that is painted, so that nothing waits for it."""
        self._whole = False
        self._turns.stop()
        self._draw_view()
        self.view.viewport().installEventFilter(self)

    def _seen_at_once(self) -> int:
        # More code points than this screen shows: its lines are higher than their letters.
        return _LINE * ceil(self.screen().size().height() / self.view.page.em)

    def _draw_view(self, reach: int = 1) -> None:
        self._drawn = self._top(), self._top() + reach * self._seen_at_once()
        placed = self._desk.placed(self.agreement, self._drawn)
        self._draw(marks_of(placed, signs(self._desk.categories()) if placed else {}))

    def _top(self) -> int:
        return self.view.top()[0] if self.view.verticalScrollBar().value() else 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the rest once what is seen has been painted."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._later.start()
        return super().eventFilter(watched, event)

    def _show_the_rest(self) -> None:
        if self._desk.registering.register().is_complete:
            self.show_highlights()
        self._show_place()

    def show_highlights(self) -> None:
        """Draw the highlights as the notebook has them now; thousands are drawn when all are marked."""
        self._later.stop()
        register = self._desk.registering.register()
        if register.is_complete:
            self._turns.begin(Marking(register.placed(self.agreement), self._desk.categories()))
        elif not self._whole:
            self._draw_view(reach=2)

    def _take_marked(self, marking: Marking) -> None:
        self._whole = True
        self._draw(marking.marks)

    def show_changed(self, records: frozenset[str]) -> None:
        """Draw these highlights as they are now, or no longer."""
        if not self._whole or self._turns.is_busy or len(records) > AT_ONCE:
            self.show_highlights()
            return
        register = self._desk.registering.register()
        seen = signs(self._desk.categories())
        for record_id in records:
            slip = register.slip(record_id)
            here = slip is not None and slip.is_highlight and slip.agreement == self.agreement
            if slip is not None and here and not slip.is_lost:
                self.marks.put(mark_of(slip, seen))
            else:
                self.marks.take(record_id)
        self._draw(self.marks)

    def show_touches(self) -> None:
        """Mark what was emended, if the person wants to see it; a witness is nobody's emendation."""
        from reader.ui.findings import findings
        from reader.ui.tips import touches

        library, name = self._desk.library, self.agreement
        wanted = self._desk.settings.emended and "@" not in name
        read = (library.emendations(name), library.remarks(name)) if wanted else ((), ())
        found = touches(findings(self._desk.edition(name), *read))
        self.tips().touches = found
        self.view.set_touches(found)

    def tips(self) -> "PageTips":
        """Return what answers where the pointer rests; made when there is first something to say."""
        from reader.ui.pagetips import PageTips

        if self._tips is None:
            self._tips = PageTips(self.view)
        return self._tips

    def show_changes(self, marks: "ChangeMarks | None", shown: frozenset[Span] = frozenset()) -> None:
        """Draw what changed; `shown` are the passages that need no selection to be seen."""
        self._changed = shown
        self.view.set_changes(marks)

    def _draw(self, marks: Marks) -> None:
        if marks or self.marks:
            self.marks = marks
            self.view.set_highlights(marks)
            self.marked.emit()

    def restyle(self, theme: Theme) -> None:
        """Take on a theme and text size, keeping the place."""
        self.theme = theme
        self.view.restyle(theme.look.scaled(self._desk.settings.scale))
        self.show_highlights()

    def say(self, notice: str) -> None:
        """Say something above the text, as that a principle is absent; an empty notice goes away."""
        if notice != self.notice:
            self.notice = notice
            self.noticed.emit(notice)

    # Places

    def return_to(self, offset: int, fraction: float) -> None:
        """Return to the place of last time: the code point at the top, and how much of its line is hidden."""
        self.view.place_caret(offset)
        self.view.restore_top(offset, fraction)
        self._show_highlights_in_view()

    def reading_offset(self) -> int:
        """Return the code point at the line where pages are compared."""
        return self.view.offset_at(self.reading_height())

    def reading_height(self) -> float:
        """Return the height in the document of the line where pages are compared, in pixels."""
        return self.view.verticalScrollBar().value() + REFERENCE - self.shift

    def bring(self, offset: int) -> None:
        """Scroll so that a place stands at the line where pages are compared."""
        self.bring_height(self.view.y_of(offset))

    def bring_height(self, height: float) -> None:
        """Scroll so that a height stands at the line where pages are compared."""
        self.view.scroll_to_y(height - REFERENCE + self.shift)

    def show_passage(self, start: int, end: int) -> None:
        """Bring a passage into view and select it; a place without extent comes to the line of comparing.

        A passage that is seen well already does not move; a highlighted or changed one needs no selection.
        """
        if end <= start:
            self.bring(start)
            self.view.place_caret(start)
            return
        if not self._is_seen(start, end):
            self.view.scroll_to_y(self.view.y_of(start) - _CONTEXT * self.view.viewport().height())
        marked = any((mark.start, mark.end) == (start, end) for mark in self.marks.between(start, end))
        if marked or (start, end) in self._changed:
            self.view.place_caret(start)
        else:
            self.view.select(start, end)

    def _is_seen(self, start: int, end: int) -> bool:
        top = self.view.verticalScrollBar().value()
        height = self.view.viewport().height()
        return top < self.view.y_of(start) and self.view.y_of(end) < top + height * (1 - _CONTEXT / 2)

    def set_shift(self, pixels: float) -> None:
        """Keep a distance to the other panes that was set by hand; 0 lets go of it."""
        self.shift = pixels
        self.shifted.emit()

    def _has_scrolled(self, by_person: bool) -> None:
        first, end = self._drawn
        if not self._whole and not first <= self._top() <= end - self._seen_at_once():
            self._draw_view(reach=2)
        self._show_place()
        self.scrolled.emit(by_person)

    def _show_place(self) -> None:
        offset = self.reading_offset()
        if self._desk.focused() == self.agreement:
            self._desk.note_place(self.agreement, offset)
        section = self._desk.edition(self.agreement).section_at(offset)
        if section is not self.place:
            self.place = section
            self.section_read.emit(section)
            self.tell_place()

    def tell_place(self) -> None:
        """Tell the desk which section is being read here, if this pane has the focus."""
        if self.place is not None and self._desk.focused() == self.agreement:
            self._desk.section_read.emit(self.agreement, self.place.id)

    # Highlights

    def _stretch(self, highlight_id: str, start: int, end: int) -> None:
        highlight = self._desk.notebook.highlight(highlight_id)
        if highlight and start < end:
            self._desk.stretch(highlight, start, end)

    def span_of(self, highlight_id: str) -> Span | None:
        """Return where a highlight stands here, if it does."""
        mark = self.marks.get(highlight_id)
        return (mark.start, mark.end) if mark else None

    def next_highlight(self, step: int) -> str:
        """Return the id of the next (1) or previous (-1) highlight from the caret; empty if there is none."""
        mark = self.marks.next_from(self.view.caret(), step)
        return mark.id if mark else ""

    def selection_rect(self) -> QRect:
        """Return where the selection is drawn, in the view's own coordinates."""
        return self.view.rect_of(*self.view.selection())
