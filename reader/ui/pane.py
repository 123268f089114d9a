"""A pane: one edition as it is read, with its head, its marks and what is found in it."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.notebook.records import Passage
from reader.text.agreement import Section, Span
from reader.ui.desk import Desk
from reader.ui.find import FindBar
from reader.ui.following import REFERENCE
from reader.ui.marks import Mark
from reader.ui.page import Page
from reader.ui.panehead import PaneHead
from reader.ui.reading import ReadingView
from reader.ui.strip import MarkStrip
from reader.ui.theme import Theme

_CONTEXT = 0.25
"""The share of the view above a passage that is gone to, so that one sees what stands before it."""


class Pane(QWidget):
    """Shows one agreement of the desk."""

    scrolled = Signal(bool)
    focused = Signal()
    selected = Signal(int, int)
    highlight_hit = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.agreement = ""
        self.shift = 0.0
        self._desk = desk
        self._theme = theme
        self._placed: list[tuple[Passage, Span]] = []
        self._hits: list[Span] = []
        self._hit = 0
        self._place: Section | None = None
        self.head = PaneHead()
        self.view = ReadingView()
        self.strip = MarkStrip()
        self.find_bar: FindBar | None = None
        self._absent = QLabel()
        self._absent.setObjectName("absent")
        self._absent.setTextFormat(Qt.TextFormat.PlainText)
        self._absent.setWordWrap(True)
        self._absent.setMinimumWidth(1)
        self._absent.hide()
        self._lay_out()
        self._join()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._column.addWidget(self._absent)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.view, 1)
        row.addWidget(self.strip)
        self._column.addLayout(row, 1)

    def _join(self) -> None:
        self.view.scrolled.connect(self._has_scrolled)
        self.view.selection_changed.connect(self.selected)
        self.view.highlight_hit.connect(self.highlight_hit)
        self.view.stretched.connect(self._stretch)
        self.view.laid_out.connect(self._show_extent)
        self.view.menu_wanted.connect(self.menu_wanted)
        self.strip.wanted.connect(self._go_to_share)

    # What is shown

    def show_agreement(self, agreement_id: str) -> None:
        """Show an agreement from its beginning."""
        self.agreement = agreement_id
        edition = self._desk.edition(agreement_id)
        self.view.show_page(Page(edition, self._theme.look.scaled(self._desk.settings.scale)))
        self.head.show_agreement(self._desk.agreement(agreement_id), list(self._desk.library.agreements))
        self._hits = []
        self._place = None
        self.say_absent("")
        self.show_highlights()
        self._show_way()

    def show_highlights(self) -> None:
        """Draw the highlights as the notebook has them now."""
        categories = {category.id: category for category in self._desk.categories()}
        self._placed = self._desk.placed(self.agreement)
        marks = []
        for order, (highlight, (start, end)) in enumerate(self._placed):
            category = categories.get(highlight.category)
            colour, sign = (category.colour, category.sign) if category else ("yellow", "")
            marks.append(Mark(highlight.id, start, end, colour, sign, order))
        self.view.set_highlights(marks)
        length = max(1, len(self._desk.edition(self.agreement).text))
        look = self._theme.look
        self.strip.set_marks([(m.start / length, m.end / length, look.ground(m.colour).edge) for m in marks])

    def restyle(self, theme: Theme) -> None:
        """Take on a theme and text size, keeping the place."""
        self._theme = theme
        self.view.restyle(theme.look.scaled(self._desk.settings.scale))
        self.show_highlights()

    def say_absent(self, text: str) -> None:
        """Say that this agreement has no such principle; nothing when there is nothing to say."""
        self._absent.setText(text)
        self._absent.setVisible(bool(text))

    # Places

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

    def height_of(self, offset: int) -> float:
        """Return the height of a code point; of the end of the text, the height below the last line."""
        return self.view.y_of(offset)

    def show_passage(self, start: int, end: int) -> None:
        """Bring a passage into view and select it; a place without extent comes to the line of comparing.

        A passage that is seen well already does not move, and a highlighted one needs no selection.
        """
        if end <= start:
            self.bring(start)
            self.view.place_caret(start)
            return
        if not self._is_seen(start, end):
            self.view.scroll_to_y(self.view.y_of(start) - _CONTEXT * self.view.viewport().height())
        if any(span == (start, end) for _, span in self._placed):
            self.view.place_caret(start)
        else:
            self.view.select(start, end)

    def _is_seen(self, start: int, end: int) -> bool:
        top = self.view.verticalScrollBar().value()
        height = self.view.viewport().height()
        return top < self.view.y_of(start) and self.view.y_of(end) < top + height * (1 - _CONTEXT / 2)

    def _go_to_share(self, share: float) -> None:
        length = len(self._desk.edition(self.agreement).text)
        self._desk.go_to(self.agreement, min(length - 1, int(share * length)))

    def _has_scrolled(self, by_person: bool) -> None:
        self._show_way()
        self._show_extent()
        self.scrolled.emit(by_person)

    def _show_extent(self) -> None:
        length = max(1, len(self._desk.edition(self.agreement).text))
        top = self.view.verticalScrollBar().value()
        end = self.view.offset_at(top + self.view.viewport().height())
        self.strip.set_visible_part(self.view.offset_at(top) / length, end / length)

    def _show_way(self) -> None:
        edition = self._desk.edition(self.agreement)
        section = edition.section_at(self.reading_offset())
        if section is not self._place:
            self._place = section
            self.head.show_way(self._desk.agreement(self.agreement), edition, section)
            self.focus_place()

    def focus_place(self) -> None:
        """Tell the desk which section is being read here, if this pane has the focus."""
        if self._place is not None and self._desk.focused() == self.agreement:
            self._desk.section_read.emit(self.agreement, self._place.id)

    # Highlights

    def _stretch(self, highlight_id: str, start: int, end: int) -> None:
        highlight = self._desk.notebook.highlight(highlight_id)
        if highlight and start < end:
            self._desk.stretch(highlight, start, end)

    def span_of(self, highlight_id: str) -> Span | None:
        """Return where a highlight stands here, if it does."""
        return next((span for highlight, span in self._placed if highlight.id == highlight_id), None)

    def next_highlight(self, step: int) -> str:
        """Return the id of the next (1) or previous (-1) highlight from the caret; empty if there is none."""
        caret = self.view.caret()
        starts = [(span[0], highlight.id) for highlight, span in self._placed]
        if step > 0:
            return next((found for start, found in starts if start > caret), "")
        return next((found for start, found in reversed(starts) if start < caret), "")

    def selection_rect(self) -> QRect:
        """Return where the selection is drawn, in the view's own coordinates."""
        return self.view.rect_of(*self.view.selection())

    # Finding

    def open_find(self) -> None:
        """Open the line for finding in this page."""
        if self.find_bar is None:
            self.find_bar = FindBar(self)
            self.find_bar.query_changed.connect(self._find)
            self.find_bar.step_wanted.connect(self.step_hit)
            self.find_bar.closed.connect(self._end_find)
            self._column.insertWidget(1, self.find_bar)
        start, end = self.view.selection()
        self.find_bar.open_with(self._desk.edition(self.agreement).text[start:end].split("\n")[0][:80])

    def _find(self, query: str) -> None:
        from reader.search.find import find_all

        self._hits = find_all(self._desk.edition(self.agreement).text, query) if query else []
        caret = self.view.caret()
        self._hit = next((at for at, (start, _) in enumerate(self._hits) if start >= caret), 0)
        self._show_hit()

    def step_hit(self, step: int) -> None:
        """Go to the next or previous hit, round the end."""
        if self._hits:
            self._hit = (self._hit + step) % len(self._hits)
            self._show_hit()

    def _show_hit(self) -> None:
        self.view.set_hits(self._hits, self._hit if self._hits else None)
        if self.find_bar:
            self.find_bar.show_count(self._hit + 1 if self._hits else 0, len(self._hits))
        if self._hits:
            start, end = self._hits[self._hit]
            self.show_passage(start, end)

    def _end_find(self) -> None:
        self._hits = []
        self.view.set_hits([], None)
        self.view.setFocus()
