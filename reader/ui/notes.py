"""The notes panel: everything the person marked and wrote, as cards in reading order."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.errors import ReaderError
from reader.notebook.records import Touched
from reader.ui.card_list import MOST, CardList
from reader.ui.causes import in_words
from reader.ui.desk import Desk
from reader.ui.entries import Entry, Scope, Sieve, Wanted, entries, entry, tags
from reader.ui.note_filters import NoteFilters, Offer
from reader.ui.theme import Theme
from reader.ui.waiting_line import WaitingLine


class NotesPanel(QWidget):
    """Shows the highlights and notes that fit the filters; reads them anew whenever the desk has news."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._first = 0
        self._bring = ""
        self._held = ""
        self.title = QLabel(self.tr("Notes"), self)
        self.count = QLabel(self)
        self.clear = QPushButton(self)
        self.plus = QToolButton(self)
        self.filters = NoteFilters(theme, self)
        self.waiting = WaitingLine(desk.standings, self)
        self.list = CardList(desk, theme)
        self.area = QScrollArea(self)
        self.empty = QLabel(self)
        self.way_out = QPushButton(self)
        self._later = QTimer(self)
        self._after = QTimer(self)
        self._name_parts()
        self._lay_out()
        self._join()
        self._later.start()

    def _name_parts(self) -> None:
        self.title.setObjectName("notesTitle")
        self.count.setObjectName("meta")
        self.clear.setText(self.tr("Clear filters"))
        self.plus.setText("+")
        self.plus.setToolTip(self.tr("Write a note on a principle or an agreement"))
        self.plus.setAccessibleName(self.tr("New note"))
        self.plus.setObjectName("headTool")
        self.area.setObjectName("cardScroll")
        self.area.setAccessibleName(self.tr("Notes"))
        self.clear.setObjectName("quietButton")
        self.empty.setObjectName("empty")
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.clear)
        head.addWidget(self.plus)
        above = QVBoxLayout()
        above.setContentsMargins(10, 6, 10, 6)
        above.setSpacing(4)
        above.addLayout(head)
        above.addWidget(self.filters)
        above.addWidget(self.waiting)
        self.area.setWidget(self.list)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.verticalScrollBar().rangeChanged.connect(self._quiet_bar)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self.empty)
        column.addWidget(self.way_out, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.area, 1)
        column.addStretch(0)

    def _join(self) -> None:
        for timer, slot in ((self._later, self.refresh), (self._after, self._bring_into_view)):
            timer.setSingleShot(True)
            timer.setInterval(0)
            timer.timeout.connect(slot)
        desk = self._desk
        desk.notebook_changed.connect(self._notebook_has_changed)
        desk.standings.changed.connect(self._later.start)
        desk.panes_changed.connect(self._later.start)
        desk.thread_chosen.connect(self._principle_has_changed)
        desk.section_read.connect(self._principle_has_changed)
        desk.highlight_chosen.connect(self._show_current)
        self.filters.changed.connect(self._start_over)
        self.list.edit_ended.connect(self._later.start)
        self.list.stretch_wanted.connect(self._move_stretch)
        self.clear.clicked.connect(self.filters.clear)
        self.way_out.clicked.connect(self._find_way_out)
        self.plus.clicked.connect(self._open_menu)

    # What is shown

    def refresh(self) -> None:
        """Read the notebook and show what is asked for."""
        self._later.stop()
        try:
            self._show(entries(self._desk))
        except ReaderError as error:
            self._desk.failed.emit(in_words(error))

    def _show(self, found: list[Entry]) -> None:
        lost = sum(one.span is None for one in found)
        self.filters.offer(Offer(tuple(self._desk.categories()), tuple(tags(found)), lost))
        wanted = self.filters.wanted()
        sieve = Sieve(self._desk, wanted)
        held = self.list.writing() | {self._held}
        scope = [one for one in found if one.record.id in held or sieve.in_scope(one)]
        shown = [one for one in scope if one.record.id in held or sieve.fits(one)]
        self._choose_stretch([one.record.id for one in shown])
        last = self._first + MOST
        self.list.show_entries(shown[self._first : last], self._first, max(0, len(shown) - last))
        self._show_head(wanted, len(shown), len(scope))
        self._explain(wanted, shown, lost < len(found))
        if self._bring:
            self._after.start()

    def _quiet_bar(self, _least: int, most: int) -> None:
        # Always there, so that cards keep their width, but seen only where there is something to scroll.
        self.area.verticalScrollBar().setEnabled(most > 0)

    def _choose_stretch(self, shown: list[str]) -> None:
        if self._bring in shown:
            self._first = shown.index(self._bring) // MOST * MOST
        self._first = max(0, min(self._first, (len(shown) - 1) // MOST * MOST))

    def _show_head(self, wanted: Wanted, shown: int, scope: int) -> None:
        of = self.tr("{shown} of {all}").format(shown=shown, all=scope)
        self.count.setText(of if wanted.filtered else str(shown))
        self.count.setAccessibleName(self.tr("%n note(s) shown", "", shown))
        self.clear.setVisible(wanted.filtered and shown > 0)

    def _explain(self, wanted: Wanted, shown: list[Entry], any_placed: bool) -> None:
        """Say why there is nothing to see, and offer the way to something."""
        words, way = "", ""
        if shown:
            pass
        elif wanted.filtered:
            words, way = self.tr("Nothing fits the filters."), self.tr("Clear filters")
        elif not any_placed:
            words = self.tr(
                "Nothing noted yet. Select words in an agreement and choose a category, "
                "or press + to write a note on a principle or a whole agreement."
            )
        elif wanted.scope is Scope.PRINCIPLE and self._desk.thread_in_view is None:
            words, way = self.tr("No principle is in view."), self.tr("Show all agreements")
        else:
            words, way = self.tr("Nothing noted here yet."), self.tr("Show all agreements")
        self.empty.setText(words)
        self.way_out.setText(way)
        self.empty.setVisible(bool(words))
        self.way_out.setVisible(bool(way))
        self.area.setVisible(not words or bool(self.list.cards()))

    def _find_way_out(self) -> None:
        if self.filters.wanted().filtered:
            self.filters.clear()
        else:
            self.filters.look_in(Scope.ALL)

    def _start_over(self) -> None:
        self._first = 0
        self.area.verticalScrollBar().setValue(0)
        self._later.start()

    def _move_stretch(self, step: int) -> None:
        self._first += step
        self.refresh()
        self.area.verticalScrollBar().setValue(0)
        if self.list.cards():
            self.list.cards()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    # News of the desk

    def _notebook_has_changed(self, touched: Touched) -> None:
        # What is being typed touches one card only: no reason to read thousands at every keystroke.
        typed = touched.records <= self.list.writing() and not touched.categories
        if not (typed and all(self._reread(record_id) for record_id in touched.records)):
            self._later.start()

    def _reread(self, record_id: str) -> bool:
        found, card = entry(self._desk, record_id), self.list.card(record_id)
        if found and card:
            self.list.show_entry(card, found)
        return found is not None

    def _principle_has_changed(self) -> None:
        if self.filters.wanted().scope is Scope.PRINCIPLE:
            self._later.start()

    def _show_current(self, record_id: str) -> None:
        self.list.set_current(record_id)
        self._bring = record_id
        if not record_id:
            return
        if self.list.card(record_id):
            self._after.start()
        else:
            self._later.start()

    def _bring_into_view(self) -> None:
        card = self.list.card(self._bring)
        self._bring = ""
        if card:
            self.area.ensureWidgetVisible(card, 0, 12)

    # Wishes

    def edit(self, record_id: str) -> None:
        """Open the editor of a highlight or note, whatever the filters say, and give it the keyboard."""
        self._held = self._bring = record_id
        self.refresh()
        self._held = ""
        card = self.list.card(record_id)
        if card:
            card.edit()

    def menu(self) -> QMenu:
        """Return the menu that begins a note."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        focused, number = self._desk.focused(), self._desk.number_in_view()
        short = self._desk.agreement(focused).short.replace("&", "&&") if focused else "…"
        on_principle = self.tr("Note on this principle") + f" ({short})"
        if number is not None:
            words = self.tr("Note on principle {number} in {agreement}")
            on_principle = words.format(number=number, agreement=short)
        first = menu.addAction(on_principle)
        first.setEnabled(number is not None)
        first.triggered.connect(self._begin_on_principle)
        second = menu.addAction(self.tr("Note on all of {agreement}").format(agreement=short))
        second.setEnabled(bool(focused))
        second.triggered.connect(self._begin_on_agreement)
        return menu

    def _open_menu(self) -> None:
        self.menu().popup(self.plus.mapToGlobal(self.plus.rect().bottomLeft()))

    def _begin_on_principle(self) -> None:
        self._begin(self._desk.number_in_view())

    def _begin_on_agreement(self) -> None:
        self._begin(None)

    def _begin(self, principle: int | None) -> None:
        note = self._desk.add_note(self._desk.focused(), principle)
        if note:
            self.edit(note.id)

    def restyle(self, theme: Theme) -> None:
        """Take on another theme."""
        self.filters.restyle(theme)
        self.list.restyle(theme)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the keyboard on to the current card, else to the first one, else to the filters."""
        cards = self.list.cards()
        current = self.list.card(self._desk.current)
        (current or (cards[0] if cards else self.filters.words)).setFocus(event.reason())
