"""Cards one below the other: as few widgets as can be, each kept for its record."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reader.notebook.records import Category, Highlight
from reader.ui.card import Card
from reader.ui.desk import Desk
from reader.ui.entries import Entry
from reader.ui.theme import Theme

MOST = 40
"""How many cards there are at once; the rest is reached with *show more*."""

_AT_ONCE = 5
"""How many new cards are dealt in one turn of the window: about as many as are seen at once."""


class CardList(QWidget):
    """Shows a stretch of the entries, and says how many come before and after it."""

    dealt = Signal()
    """All that is to be shown is shown."""
    edit_ended = Signal()
    stretch_wanted = Signal(int)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cards")
        self._desk = desk
        self._theme = theme
        self._cards: dict[str, Card] = {}
        self._spare: list[Card] = []
        self._shown: list[Entry] = []
        self._steps = QTimer(self)
        self._steps.setSingleShot(True)
        self._steps.setInterval(0)
        self._steps.timeout.connect(self._deal_on)
        self.earlier = QPushButton(self)
        self.later = QPushButton(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 2, 0, 12)
        self._column.setSpacing(9)
        self._column.addWidget(self.earlier)
        self._column.addWidget(self.later)
        self._column.addStretch(1)
        for button in (self.earlier, self.later):
            button.setObjectName("cardButton")
            button.hide()
        self.earlier.clicked.connect(self._want_earlier)
        self.later.clicked.connect(self._want_later)

    def cards(self) -> list[Card]:
        """Return the cards from the top down."""
        return list(self._cards.values())

    def card(self, record_id: str) -> Card | None:
        """Return a record's card, if it is among those shown."""
        return self._cards.get(record_id)

    def writing(self) -> frozenset[str]:
        """Return the records whose editor is open."""
        return frozenset(record_id for record_id, card in self._cards.items() if card.editor)

    @property
    def is_dealing(self) -> bool:
        """Whether there are cards yet to be dealt."""
        return self._steps.isActive()

    def show_entries(self, shown: Sequence[Entry], before: int, after: int, at_once: str = "") -> None:
        """Show these entries, `before` and `after` of which there are more.

        Cards that are there stay; some new ones are dealt now, with that of the record `at_once`, and the
        rest, which mostly lies below what is seen, in the turns that follow.
        """
        self._shown = list(shown)
        focused = next((at for at, card in enumerate(self.cards()) if card.hasFocus()), None)
        old = list(self._cards)
        self._keep_aside({entry.record.id for entry in shown})
        there = {entry.record.id: entry for entry in shown if entry.record.id in self._cards}
        self._present(there)
        self._deal(at_once, old)
        if focused is not None and self._cards and old[focused] not in self._cards:
            self.cards()[min(focused, len(self._cards) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        self._name_buttons(before, after)

    def _deal_on(self) -> None:
        self._deal("", list(self._cards))

    def _deal(self, at_once: str, old: list[str]) -> None:
        """Deal some new cards; `old` are the records of those that lay there, in their order."""
        missing = [entry for entry in self._shown if entry.record.id not in self._cards]
        now = {entry.record.id: entry for entry in missing[:_AT_ONCE]}
        now |= {entry.record.id: entry for entry in missing if entry.record.id == at_once}
        self._cards |= {record_id: self._another() for record_id in now}
        self._present(now)
        order = {entry.record.id: at for at, entry in enumerate(self._shown)}
        self._cards = dict(sorted(self._cards.items(), key=lambda item: order.get(item[0], -1)))
        if old != list(self._cards):
            self._put_in_order()
        if len(now) < len(missing):
            self._steps.start()
        else:
            self._steps.stop()
            self.dealt.emit()

    def _present(self, entries: Mapping[str, Entry]) -> None:
        categories = self._desk.categories() if entries else []
        for record_id, entry in entries.items():
            self._cards[record_id].present(entry, _category_of(entry, categories))
            self._cards[record_id].set_current(record_id == self._desk.current)

    def show_entry(self, card: Card, entry: Entry) -> None:
        """Show on a card what its record is now."""
        card.present(entry, _category_of(entry, self._desk.categories()))

    def _keep_aside(self, wanted: set[str]) -> None:
        """Take away what is not wanted; a card with words that could not be saved stays, at the top."""
        for record_id, card in list(self._cards.items()):
            if record_id in wanted:
                continue
            card.end_edit()
            if not card.unsaved():
                del self._cards[record_id]
                self._column.removeWidget(card)
                self._spare.append(card)

    def _another(self) -> Card:
        if self._spare:
            return self._spare.pop()
        card = Card(self._desk, self._theme, self)
        card.edit_began.connect(self._end_other_edits)
        card.edit_ended.connect(self.edit_ended)
        return card

    def _put_in_order(self) -> None:
        # Every card that is shown would lay out all the others again.
        self._column.setEnabled(False)
        last: QWidget = self.earlier
        for at, card in enumerate(self.cards(), start=1):
            if self._column.indexOf(card) != at:
                self._column.removeWidget(card)
                self._column.insertWidget(at, card)
            for stop in card.stops():
                self.setTabOrder(last, stop)
                last = stop
            card.show()
        self.setTabOrder(last, self.later)
        for card in self._spare:
            card.hide()
        self._column.setEnabled(True)
        self._column.invalidate()

    def _name_buttons(self, before: int, after: int) -> None:
        self.earlier.setText(self.tr("Show %n before", "", min(before, MOST)))
        self.later.setText(self.tr("Show %n more", "", min(after, MOST)))
        self.earlier.setVisible(before > 0)
        self.later.setVisible(after > 0)

    def _end_other_edits(self, record_id: str) -> None:
        for other, card in self._cards.items():
            if other != record_id:
                card.end_edit()

    def set_current(self, record_id: str) -> None:
        """Mark one card as the one that is spoken of, and no other."""
        for other, card in self._cards.items():
            card.set_current(other == record_id)

    def restyle(self, theme: Theme) -> None:
        """Take on another theme."""
        self._theme = theme
        for card in (*self._cards.values(), *self._spare):
            card.restyle(theme)

    def _want_earlier(self) -> None:
        self.stretch_wanted.emit(-MOST)

    def _want_later(self) -> None:
        self.stretch_wanted.emit(MOST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step from card to card with the arrow keys."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        cards = self.cards()
        at = next((at for at, card in enumerate(cards) if card.hasFocus()), None)
        step = steps.get(Qt.Key(event.key()))
        if step is None or at is None:
            super().keyPressEvent(event)
        elif 0 <= at + step < len(cards):
            cards[at + step].setFocus(Qt.FocusReason.TabFocusReason)


def _category_of(entry: Entry, categories: Sequence[Category]) -> Category | None:
    if not isinstance(entry.record, Highlight):
        return None
    return next((category for category in categories if category.id == entry.record.category), None)
