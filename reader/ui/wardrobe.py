"""The dress of every pane, and what a person does in their heads."""

from PySide6.QtCore import QObject

from reader.ui.desk import Desk
from reader.ui.dress import Dress
from reader.ui.pane import Pane
from reader.ui.panes import Panes


class Wardrobe(QObject):
    """Dresses all panes, and those that come."""

    def __init__(self, desk: Desk, panes: Panes, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._panes = panes
        self._dresses: dict[Pane, Dress] = {}
        for pane in panes.panes():
            self._dress(pane)
        panes.added.connect(self._note)
        panes.counted.connect(self._show_count)
        panes.pinned.connect(self._show_pins)
        self._show_count(len(panes.panes()))

    def _note(self, pane: Pane) -> None:
        # Dressed as soon as it has an agreement to speak of.
        pane.shown.connect(self._dress_shown)

    def _dress_shown(self) -> None:
        pane = self.sender()
        if isinstance(pane, Pane) and pane not in self._dresses:
            self._dress(pane)

    def _dress(self, pane: Pane) -> None:
        dress = Dress(pane, self._desk)
        dress.head.agreement_wanted.connect(self._change_agreement)
        dress.head.close_wanted.connect(self._close)
        dress.head.pin_wanted.connect(self._pin)
        dress.head.offset_let_go.connect(self._let_go)
        self._dresses[pane] = dress

    def _show_count(self, count: int) -> None:
        shown = self._panes.panes()
        self._dresses = {pane: dress for pane, dress in self._dresses.items() if pane in shown}
        for dress in self._dresses.values():
            dress.show_alone(count < 2)

    def _show_pins(self) -> None:
        for pane, dress in self._dresses.items():
            dress.head.pin.setChecked(pane.pinned)

    def focused(self) -> Dress:
        """Return the dress of the pane in focus."""
        return self._dresses[self._panes.focused()]

    def dress_of(self, pane: Pane) -> Dress:
        """Return the dress of a pane."""
        return self._dresses[pane]

    def _sender(self) -> Pane:
        head = self.sender()
        return next(pane for pane, dress in self._dresses.items() if dress.head is head)

    def _change_agreement(self, agreement: str) -> None:
        self._desk.open(agreement, self._panes.panes().index(self._sender()))

    def _close(self) -> None:
        self._desk.close_pane(self._panes.panes().index(self._sender()))

    def _pin(self, pinned: bool) -> None:
        self._panes.set_pinned(self._sender(), pinned)

    def _let_go(self) -> None:
        self._panes.let_go(self._sender())
