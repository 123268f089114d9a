"""What a pane wears: its head, the strip of marks, notices and the line for finding."""

from collections import defaultdict
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel

from reader.search.find import find_all
from reader.text.agreement import Span
from reader.ui.desk import Desk
from reader.ui.find import FindBar
from reader.ui.marks import Mark
from reader.ui.pane import Pane
from reader.ui.panehead import PaneHead
from reader.ui.strip import Highlights, MarkStrip, StripMark
from reader.ui.theme import mark

_TIP = 160
"""How many code points of a highlight its mark on the strip says."""


class Dress(QObject):
    """Dresses one pane and keeps what it wears in step with it."""

    def __init__(self, pane: Pane, desk: Desk) -> None:
        super().__init__(pane)
        self.pane = pane
        self._desk = desk
        self._hits: list[Span] = []
        self._hit = 0
        self.head = PaneHead()
        self.strip = MarkStrip()
        self.find_bar: FindBar | None = None
        self.notice = QLabel()
        self.notice.setObjectName("absent")
        self.notice.setTextFormat(Qt.TextFormat.PlainText)
        self.notice.setWordWrap(True)
        self.notice.setMinimumWidth(1)
        self.notice.hide()
        pane.column.insertWidget(0, self.head)
        pane.column.insertWidget(1, self.notice)
        pane.row.setContentsMargins(0, 0, 0, 0)
        pane.row.addWidget(self.strip)
        self._join()
        self._show_agreement()
        self._show_marks()
        self._show_seen()
        self._show_active()

    def _join(self) -> None:
        pane = self.pane
        self._desk.focus_changed.connect(self._show_active)
        self._desk.panes_changed.connect(self._show_active)
        pane.shown.connect(self._show_agreement)
        pane.section_read.connect(self._show_way)
        pane.marked.connect(self._show_marks)
        pane.scrolled.connect(self._show_seen)
        pane.view.laid_out.connect(self._show_seen)
        pane.noticed.connect(self._show_notice)
        pane.shifted.connect(self._show_shift)
        self.strip.wanted.connect(self._go_to_share)

    # The head and the strip

    def _show_agreement(self) -> None:
        agreement = self._desk.agreement(self.pane.agreement)
        witness = self.pane.agreement.partition("@")[2]
        self.head.show_agreement(agreement, list(self._desk.library.agreements), witness)
        self.head.pin.setChecked(self.pane.pinned)
        self._end_find()
        self._show_way()
        self._show_notice(self.pane.notice)

    def _show_way(self) -> None:
        edition = self._desk.edition(self.pane.agreement)
        if self.pane.place is not None:
            self.head.show_way(self._desk.agreement(self.pane.agreement), edition, self.pane.place)

    def _show_marks(self) -> None:
        text = self._desk.edition(self.pane.agreement).text
        grounds = self.pane.theme.look.grounds
        edges = defaultdict(lambda: grounds[0][1].edge, {key: ground.edge for key, ground in grounds})
        tip = partial(_tip, text=text)
        self.strip.set_highlights(Highlights(self.pane.marks, max(1, len(text)), edges, tip))

    def show_changes(self, marks: list[StripMark]) -> None:
        """Show on the strip where the changes are."""
        self.strip.set_marks(marks)

    def _show_seen(self) -> None:
        length = max(1, len(self._desk.edition(self.pane.agreement).text))
        first, last = self.pane.view.seen()
        self.strip.set_visible_part(first / length, last / length)

    def _show_notice(self, notice: str) -> None:
        self.notice.setText(notice)
        self.notice.setVisible(bool(notice))

    def _show_shift(self) -> None:
        self.head.show_offset(round(self.pane.shift))

    def _go_to_share(self, share: float) -> None:
        length = len(self._desk.edition(self.pane.agreement).text)
        self.pane.view.setFocus()
        self._desk.go_to(self.pane.agreement, min(length - 1, int(share * length)))

    def _show_active(self) -> None:
        """Mark the head of the pane that menus and keys speak of, where there are several."""
        active = len(self._desk.panes) > 1 and self._desk.focused() == self.pane.agreement
        mark(self.head, "active", active)

    def show_alone(self, alone: bool) -> None:
        """Leave out what only makes sense beside others."""
        self.head.close_button.setVisible(not alone)
        self.head.pin.setVisible(not alone)

    # Finding

    def open_find(self) -> None:
        """Open the line for finding in this page."""
        if self.find_bar is None:
            self.find_bar = FindBar(self.pane)
            self.find_bar.query_changed.connect(self._find)
            self.find_bar.step_wanted.connect(self.step_hit)
            self.find_bar.closed.connect(self._close_find)
            self.pane.column.insertWidget(1, self.find_bar)
        start, end = self.pane.view.selection()
        self.find_bar.open_with(self._desk.edition(self.pane.agreement).text[start:end].split("\n")[0][:80])

    def _find(self, query: str) -> None:
        self._hits = find_all(self._desk.edition(self.pane.agreement).text, query) if query else []
        caret = self.pane.view.caret()
        self._hit = next((at for at, (start, _) in enumerate(self._hits) if start >= caret), 0)
        self._show_hit()

    def step_hit(self, step: int) -> None:
        """Go to the next or previous hit, round the end."""
        if self._hits:
            self._hit = (self._hit + step) % len(self._hits)
            self._show_hit()

    def _show_hit(self) -> None:
        self.pane.view.set_hits(self._hits, self._hit if self._hits else None)
        if self.find_bar:
            self.find_bar.show_count(self._hit + 1 if self._hits else 0, len(self._hits))
        if self._hits:
            self._desk.go_to(self.pane.agreement, *self._hits[self._hit], remember=False)

    def _end_find(self) -> None:
        if self._hits:
            self._hits = []
            self.pane.view.set_hits([], None)

    def _close_find(self) -> None:
        self._end_find()
        self.pane.view.clear_selection()
        self.pane.view.setFocus()
        self._desk.select(self.pane.agreement, *self.pane.view.selection())


def _tip(mark: Mark, text: str) -> str:
    """Return what a mark on the strip says: its category's sign, and the words or how they begin."""
    words = text[mark.start : min(mark.end, mark.start + _TIP)]
    return f"{mark.sign} «{words}{'…' if mark.end - mark.start > _TIP else ''}»"
