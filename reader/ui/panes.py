"""Side by side: one to four panes, following each other; one leads at a time, and nothing echoes."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from reader.compare.concordance import Thread
from reader.notebook.records import Touched
from reader.settings import OpenPane
from reader.ui.desk import Desk, Location
from reader.ui.following import Follower
from reader.ui.pane import Pane
from reader.ui.theme import Theme


class Panes(QSplitter):
    """Shows the desk's open agreements and keeps them at the same place."""

    settled = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self._desk = desk
        self.theme = theme
        self.scale = desk.settings.scale
        self._panes: list[Pane] = []
        self._pinned: set[Pane] = set()
        self._followers: dict[tuple[Pane, Pane], Follower] = {}
        self._moving = False
        self._by_hand = False
        self.splitterMoved.connect(self._note_hand)
        desk.panes_changed.connect(self._show_panes)
        desk.focus_changed.connect(self._show_focus)
        desk.thread_chosen.connect(self.bring_thread)
        desk.passage_chosen.connect(self._show_passage)
        desk.notebook_changed.connect(self._show_change)
        desk.highlight_chosen.connect(self._show_current)

    def panes(self) -> list[Pane]:
        """Return the panes from left to right."""
        return list(self._panes)

    def focused(self) -> Pane:
        """Return the pane that menus speak of."""
        return self._panes[min(self._desk.focus, len(self._panes) - 1)]

    # Which panes there are

    def _show_panes(self) -> None:
        wanted = self._desk.panes
        count = len(self._panes)
        while len(self._panes) > len(wanted):
            self._drop(self._closing(wanted))
        while len(self._panes) < len(wanted):
            self._add()
        for pane, agreement in zip(self._panes, wanted, strict=True):
            if pane.agreement != agreement:
                pane.show_agreement(agreement)
                self._pinned.discard(pane)
                pane.head.pin.setChecked(False)
        self._followers.clear()
        if count != len(wanted):
            self._by_hand = False
            self._share_evenly()
        for pane in self._panes:
            pane.head.close_button.setVisible(len(wanted) > 1)
            pane.head.pin.setVisible(len(wanted) > 1)
        self._say_absent()

    def set_widths(self, widths: tuple[int, ...]) -> None:
        """Give the panes the widths of last time."""
        if len(widths) == len(self._panes):
            self._by_hand = True
            self.setSizes(list(widths))

    def _note_hand(self) -> None:
        self._by_hand = True

    def _share_evenly(self) -> None:
        """Give all panes the same width, until the person moves a border."""
        if self._panes and not self._by_hand:
            self.setSizes([max(1, self.width() // len(self._panes))] * len(self._panes))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self._share_evenly()

    def _closing(self, wanted: list[str]) -> Pane:
        """Return the first pane that does not show what is wanted in its place."""
        for at, agreement in enumerate(wanted):
            if self._panes[at].agreement != agreement:
                return self._panes[at]
        return self._panes[len(wanted)]

    def _drop(self, pane: Pane) -> None:
        self._panes.remove(pane)
        self._pinned.discard(pane)
        pane.hide()
        pane.setParent(None)
        pane.deleteLater()

    def _add(self) -> None:
        pane = Pane(self._desk, self.theme)
        pane.scrolled.connect(self._scrolled)
        pane.selected.connect(self._selected)
        pane.highlight_hit.connect(self._desk.choose_highlight)
        pane.view.highlight_left.connect(self._leave_highlight)
        pane.menu_wanted.connect(self.menu_wanted)
        pane.view.scale_wanted.connect(self._scale)
        pane.view.laid_out.connect(self._forget_heights)
        pane.head.agreement_wanted.connect(self._change_agreement)
        pane.head.close_wanted.connect(self._close)
        pane.head.pin_wanted.connect(self._pin)
        pane.head.offset_let_go.connect(self._let_go)
        pane.view.installEventFilter(self)
        self._panes.append(pane)
        self.addWidget(pane)
        self.setStretchFactor(self.count() - 1, 1)

    def _pane_of(self, child: QObject | None) -> Pane:
        for pane in self._panes:
            if child in (pane, pane.head, pane.view):
                return pane
        return self.focused()

    def _change_agreement(self, agreement: str) -> None:
        self._desk.open(agreement, self._panes.index(self._pane_of(self.sender())))

    def _close(self) -> None:
        self._desk.close_pane(self._panes.index(self._pane_of(self.sender())))

    def _scale(self, step: int) -> None:
        self._desk.prefer(self._desk.settings.with_scale(self._desk.settings.scale + step / 10))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make the pane whose text gets the keyboard the one in focus."""
        if event.type() == QEvent.Type.FocusIn:
            self._desk.set_focus(self._panes.index(self._pane_of(watched)))
        return super().eventFilter(watched, event)

    def _show_focus(self, number: int) -> None:
        if number < len(self._panes):
            self._panes[number].focus_place()
            view = self._panes[number].view
            if not view.hasFocus() and any(pane.view.hasFocus() for pane in self._panes):
                view.setFocus()

    # Following

    def set_pinned(self, pane: Pane, pinned: bool) -> None:
        """Pin a pane, so that it does not follow, or let it follow again."""
        pane.head.pin.setChecked(pinned)
        if pinned:
            self._pinned.add(pane)
            pane.say_absent("")
        else:
            self._pinned.discard(pane)
            self.follow(next((p for p in self._panes if p is not pane), pane))

    def is_pinned(self, pane: Pane) -> bool:
        """Say whether a pane is pinned."""
        return pane in self._pinned

    def _pin(self, pinned: bool) -> None:
        self.set_pinned(self._pane_of(self.sender()), pinned)

    def shift_by_hand(self, pane: Pane, pixels: float) -> None:
        """Keep a distance between a pane and the others, until it is let go."""
        pane.shift += pixels
        pane.head.show_offset(round(pane.shift))

    def _let_go(self) -> None:
        pane = self._pane_of(self.sender())
        self.shift_by_hand(pane, -pane.shift)
        self.follow(next((p for p in self._panes if p is not pane), pane))

    def _scrolled(self, by_person: bool) -> None:
        if self._moving:
            return
        leader = self._pane_of(self.sender())
        if by_person:
            self._desk.set_focus(self._panes.index(leader))
        if by_person and self._desk.settings.following:
            self.follow(leader)
        self.settled.emit()

    def follow(self, leader: Pane) -> None:
        """Bring the others to where the leading pane is; those without an answer hold still."""
        if not self._desk.settings.following or self.is_pinned(leader):
            return
        offset, height = leader.reading_offset(), leader.reading_height()
        self._moving = True
        try:
            for pane in self._panes:
                if pane is not leader and not self.is_pinned(pane):
                    target = self._follower(leader, pane).target(offset, height)
                    if target is not None:
                        pane.bring_height(target)
        finally:
            self._moving = False
        self._say_absent(leader)

    def _follower(self, leader: Pane, pane: Pane) -> Follower:
        if (leader, pane) not in self._followers:
            found = self._desk.answers(leader.agreement, pane.agreement)
            self._followers[leader, pane] = Follower(found, leader.height_of, pane.height_of)
        return self._followers[leader, pane]

    def _forget_heights(self) -> None:
        self._followers.clear()

    def _say_absent(self, leader: Pane | None = None) -> None:
        offset = leader.reading_offset() if leader else 0
        for pane in self._panes:
            lacking = (
                leader is not None
                and pane is not leader
                and not self.is_pinned(pane)
                and self._follower(leader, pane).lacks(offset)
            )
            pane.say_absent(self._absence(leader, offset) if lacking and leader else "")

    def _absence(self, leader: Pane, offset: int) -> str:
        edition = self._desk.edition(leader.agreement)
        principle = edition.principle_at(offset)
        title = principle.title if principle else ""
        return self.tr("“%1” is not in this agreement; this pane holds still.").replace("%1", title)

    # Going

    def bring_thread(self, thread: Thread) -> None:
        """Bring every pane to its principle of a thread, at the same height."""
        leader: Pane | None = None
        self._moving = True
        try:
            for pane in self._panes:
                number = thread.number_in(pane.agreement)
                principle = self._desk.edition(pane.agreement).principle(number) if number else None
                if principle is None:
                    pane.say_absent(self.tr("“%1” is not in this agreement.").replace("%1", thread.title))
                    continue
                pane.say_absent("")
                pane.bring(principle.start)
                pane.view.place_caret(principle.start)
                if leader is None or pane is self.focused():
                    leader = pane
        finally:
            self._moving = False
        if leader:
            self._desk.remember(Location(leader.agreement, leader.view.caret()))
        self.settled.emit()

    def _show_passage(self, agreement: str, start: int, end: int) -> None:
        pane = self._panes[self._desk.focus]
        if pane.agreement != agreement:
            pane = next(p for p in self._panes if p.agreement == agreement)
        self._moving = True
        try:
            pane.show_passage(start, end)
        finally:
            self._moving = False
        self.follow(pane)
        self.settled.emit()

    # What is marked

    def _show_change(self, touched: Touched) -> None:
        for pane in self._panes:
            if touched.categories or pane.agreement in touched.agreements:
                pane.show_highlights()

    def _show_current(self, highlight_id: str) -> None:
        for pane in self._panes:
            pane.view.set_current(highlight_id if pane.span_of(highlight_id) else None)

    def _leave_highlight(self) -> None:
        self._desk.choose_highlight("")

    def _selected(self, start: int, end: int) -> None:
        pane = self._pane_of(self.sender())
        self._desk.set_focus(self._panes.index(pane))
        self._desk.select(pane.agreement, start, end)

    # Appearance and the place of last time

    def restyle(self, theme: Theme) -> None:
        """Take on a theme and text size."""
        self.theme = theme
        self.scale = self._desk.settings.scale
        self._moving = True
        try:
            for pane in self._panes:
                pane.restyle(theme)
        finally:
            self._moving = False
        self._followers.clear()

    def places(self) -> tuple[OpenPane, ...]:
        """Return what is open and where, to be found again at the next start."""
        found = []
        for pane in self._panes:
            top, fraction = pane.view.top()
            found.append(OpenPane(pane.agreement, top, fraction, self.is_pinned(pane)))
        return tuple(found)

    def restore(self, places: tuple[OpenPane, ...]) -> None:
        """Return to the places of last time."""
        self._moving = True
        try:
            for pane, place in zip(self._panes, places, strict=False):
                if place.agreement == pane.agreement:
                    pane.view.restore_top(place.top, place.fraction)
                    if place.pinned:
                        self._pinned.add(pane)
                        pane.head.pin.setChecked(True)
        finally:
            self._moving = False
