"""The notes panel: everything the person marked and wrote, as cards in reading order."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QMenu, QWidget

from reader.errors import ReaderError
from reader.notebook.records import Touched
from reader.text.words import fold
from reader.ui.card_list import MOST
from reader.ui.causes import in_words
from reader.ui.desk import Desk
from reader.ui.entries import Scope, Sieve, entry
from reader.ui.note_filters import Offer
from reader.ui.notes_face import NotesFace
from reader.ui.register import Slip
from reader.ui.sifting import Sifting
from reader.ui.theme import Theme
from reader.ui.turns import Turns


class NotesPanel(NotesFace):
    """Shows the highlights and notes that fit the filters; sifts them anew whenever the desk has news."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(desk, theme, parent)
        self._desk = desk
        self._first = 0
        self._bring = ""
        self._edited = ""
        self._turned = False
        self._early = True
        self._turns = Turns(self)
        self._later = QTimer(self)
        self._after = QTimer(self)
        self._say_names()
        self._join()
        self._later.start()

    def _say_names(self) -> None:
        self.title.setText(self.tr("Notes"))
        self.clear.setText(self.tr("Clear filters"))
        self.plus.setToolTip(self.tr("Write a note on a principle or an agreement"))
        self.plus.setAccessibleName(self.tr("New note"))
        self.area.setAccessibleName(self.tr("Notes"))

    def _join(self) -> None:
        for timer, slot in ((self._later, self.refresh), (self._after, self._bring_into_view)):
            timer.setSingleShot(True)
            timer.setInterval(0)
            timer.timeout.connect(slot)
        self._turns.gone_on.connect(self._show_first)
        self._turns.ended.connect(self._show)
        desk = self._desk
        desk.notebook_changed.connect(self._notebook_has_changed)
        desk.registering.completed.connect(self._later.start)
        desk.standings.changed.connect(self._later.start)
        desk.panes_changed.connect(self._later.start)
        desk.thread_chosen.connect(self._principle_has_changed)
        desk.section_read.connect(self._principle_has_changed)
        desk.highlight_chosen.connect(self._show_current)
        self.filters.changed.connect(self._start_over)
        self.list.dealt.connect(self._after.start)
        self.list.edit_ended.connect(self._later.start)
        self.list.stretch_wanted.connect(self._move_stretch)
        self.clear.clicked.connect(self.filters.clear)
        self.way_out.clicked.connect(self._find_way_out)
        self.plus.clicked.connect(self._open_menu)

    # What is shown

    def refresh(self) -> None:
        """Sift the notebook for what is asked for, and show it; what was still being sifted is given up."""
        self._later.stop()
        self._early = True
        try:
            self._turns.begin(self._sifting())
        except ReaderError as error:
            self._desk.failed.emit(in_words(error))

    def _sifting(self) -> Sifting:
        register = self._desk.registering.register()
        if register.is_complete:
            # Not while it is being read: what there is to choose among would change under the person's hand.
            categories, tags = self._desk.categories(), sorted(register.tags, key=fold)
            names = sorted(register.origins, key=fold)
            self.filters.offer(Offer(tuple(categories), tuple(tags), register.lost, tuple(names)))
        if self._bring:
            register.slip(self._bring)
        held = self.list.writing() | ({self._edited} - {""})
        return Sifting(Sieve(self._desk, self.filters.wanted()), register, held)

    def _show_first(self, sifting: Sifting) -> None:
        """Show the first of thousands at once, if they are certain to be the first; the count follows."""
        if self._early and not self._bring and len(sifting.found) >= self._first + 2 * MOST:
            self._early = False
            self._show_stretch(sifting.found)

    def _show(self, sifting: Sifting) -> None:
        self._choose_stretch(sifting.found)
        self._show_stretch(sifting.found)
        self._show_head(sifting)
        self._explain(sifting)
        self._turn_to_first()
        self._open_editor()

    def _show_stretch(self, found: Sequence[Slip]) -> None:
        last = self._first + MOST
        try:
            shown = [entry(self._desk, slip.id) for slip in found[self._first : last]]
        except ReaderError as error:
            self._desk.failed.emit(in_words(error))
            return
        rest = max(0, len(found) - last)
        self.list.show_entries([one for one in shown if one], self._first, rest, self._edited)

    def _turn_to_first(self) -> None:
        if self._turned:
            self._turned = False
            self.area.verticalScrollBar().setValue(0)
            if self.list.cards():
                self.list.cards()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_editor(self) -> None:
        card, self._edited = self.list.card(self._edited), ""
        if card:
            card.edit()

    def _choose_stretch(self, found: Sequence[Slip]) -> None:
        if self._bring:
            wanted = (at for at, slip in enumerate(found) if slip.id == self._bring)
            self._first = next(wanted, self._first) // MOST * MOST
        self._first = max(0, min(self._first, (len(found) - 1) // MOST * MOST))

    def _show_head(self, sifting: Sifting) -> None:
        wanted, shown, complete = sifting.wanted, len(sifting.found), sifting.register.is_complete
        of = self.tr("{shown} of {all}").format(shown=shown, all=sifting.scope)
        self.count.setText((of if wanted.filtered else str(shown)) + ("" if complete else " …"))
        self.count.setAccessibleName(self.tr("%n note(s) shown", "", shown))
        self.clear.setVisible(wanted.filtered and shown > 0)

    def _explain(self, sifting: Sifting) -> None:
        """Say why there is nothing to see, and offer the way to something."""
        words, way = "", ""
        if sifting.found or not sifting.register.is_complete:
            pass
        elif sifting.wanted.filtered:
            words, way = self.tr("Nothing fits the filters."), self.tr("Clear filters")
        elif len(sifting.register) == sifting.register.lost:
            words = self.tr(
                "Nothing noted yet. Select words in an agreement and choose a category, "
                "or press + to write a note on a principle or a whole agreement."
            )
        elif sifting.wanted.scope is Scope.PRINCIPLE and self._desk.thread_in_view is None:
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
        self._turned = True
        self.refresh()

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
        if self._later.isActive() or self._turns.is_busy or self.list.is_dealing:
            # What is still to come would move it away again.
            return
        card = self.list.card(self._bring)
        if self._desk.registering.register().is_complete:
            self._bring = ""
        if card:
            self.area.ensureWidgetVisible(card, 0, 12)

    # Wishes

    def edit(self, record_id: str) -> None:
        """Open the editor of a highlight or note, whatever the filters say, and give it the keyboard."""
        self._edited = self._bring = record_id
        self.refresh()

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the keyboard on to the current card, else to the first one, else to the filters."""
        cards = self.list.cards()
        current = self.list.card(self._desk.current)
        (current or (cards[0] if cards else self.filters.words)).setFocus(event.reason())
