"""The forms of a record one below the other, drawn a few at a time so that nobody waits."""

from collections.abc import Iterable, Iterator, Mapping
from time import monotonic
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reader.notebook.forms import REMOVED, THERE, Form, again
from reader.notebook.records import Highlight, Note
from reader.ui.form_card import FormCard
from reader.ui.theme import Theme

_TURN = 0.02
"""After how many seconds of drawing the window gets its turn."""


class Page(NamedTuple):
    """Some forms of a record, read as they are drawn; `living` is the record as it is now, None if it is not.

    `names` are those of the categories, by their id. `is_first` says that no forms are newer; at most `most`
    are shown, and where there is one more there are older ones. What `is_fixed` cannot be
    changed: the notebook is open for reading only.
    """

    forms: Iterable[Form]
    living: Highlight | Note | None
    names: Mapping[str, str]
    is_first: bool
    most: int
    is_fixed: bool = False


class FormList(QWidget):
    """Shows a page of forms."""

    take_wanted = Signal(object)
    newer_wanted = Signal()
    older_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cards")
        self._theme = theme
        self._page = Page((), None, {}, True, 0)
        self._waiting: Iterator[Form] = iter(())
        self._wants_keys = False
        self.cards: list[FormCard] = []
        self.newer = QPushButton(self.tr("Newer forms"), self)
        self.older = QPushButton(self.tr("Older forms"), self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 2, 0, 12)
        self._column.setSpacing(9)
        for button, wish in ((self.newer, self.newer_wanted), (self.older, self.older_wanted)):
            button.setObjectName("cardButton")
            button.hide()
            button.clicked.connect(wish)
            self._column.addWidget(button)
        self._column.addStretch(1)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._draw)

    def show_page(self, page: Page) -> None:
        """Show these forms in the place of others, a few at a time."""
        self._wants_keys = self._wants_keys or self.isAncestorOf(self.window().focusWidget() or self.window())
        self.clear()
        self._page = page
        self._waiting = iter(page.forms)
        self.newer.setVisible(not page.is_first)
        self._timer.start()

    def begin(self) -> None:
        """Give the keyboard to the first form, as soon as it is there."""
        self._wants_keys = True

    def clear(self) -> None:
        """Show nothing."""
        self._timer.stop()
        self._waiting = iter(())
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        self.newer.hide()
        self.older.hide()

    def is_drawn(self) -> bool:
        """Say whether all forms of the page are there."""
        return not self._timer.isActive()

    def _draw(self) -> None:
        begun = monotonic()
        while monotonic() - begun < _TURN:
            form = next(self._waiting, None)
            if form is None or len(self.cards) == self._page.most:
                self._end(has_older=form is not None)
                break
            self._add(form)
        if self._wants_keys and self.cards:
            self._wants_keys = False
            self.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self, *, has_older: bool) -> None:
        self._timer.stop()
        self.older.setVisible(has_older)
        self.setTabOrder(self.cards[-1].whole if self.cards else self.newer, self.older)

    def _add(self, form: Form) -> None:
        card = FormCard(form, self._page.names, self._theme, self)
        newest = self._page.is_first and not self.cards and form.state in (THERE, REMOVED)
        card.show_standing(is_now=newest, can_be_taken=self._can_be_taken(form))
        card.take_wanted.connect(self.take_wanted)
        last: QWidget = self.cards[-1].whole if self.cards else self.newer
        for stop in (card, card.take, card.whole):
            self.setTabOrder(last, stop)
            last = stop
        self._column.insertWidget(1 + len(self.cards), card)
        self.cards.append(card)

    def _can_be_taken(self, form: Form) -> bool:
        living, after = self._page.living, form.after
        if self._page.is_fixed or not isinstance(after, Highlight | Note):
            return False
        return living is None or again(after, living, self._page.names) != living

    def restyle(self, theme: Theme) -> None:
        """Take on another theme."""
        self._theme = theme
        for card in self.cards:
            card.restyle(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step from form to form with the arrow keys."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        at = next((at for at, card in enumerate(self.cards) if card.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
        elif 0 <= at + step < len(self.cards):
            self.cards[at + step].setFocus(Qt.FocusReason.TabFocusReason)
