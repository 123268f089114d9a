"""Side by side: one to four panes."""

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSplitter

from reader.notebook.records import Touched
from reader.settings import OpenPane
from reader.ui.desk import Desk
from reader.ui.leading import Leading
from reader.ui.pane import Pane
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.compare.concordance import Thread

_WHEEL = 0.5
"""Pixels that a pane moves for each step of a wheel turned with Alt held down."""


class Panes(QSplitter):
    """Shows the desk's open agreements and keeps them at the same place."""

    settled = Signal()
    hit = Signal(str)
    added = Signal(Pane)
    counted = Signal(int)
    menu_wanted = Signal(QPoint)
    pinned = Signal()

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.theme = theme
        self.scale = desk.settings.scale
        self.leading = Leading(desk)
        self._desk = desk
        self._panes: list[Pane] = []
        self._by_hand = False
        self.splitterMoved.connect(self._note_hand)
        desk.pane_closed.connect(self._drop)
        desk.panes_changed.connect(self._show_panes)
        desk.focus_changed.connect(self._show_focus)
        desk.thread_chosen.connect(self.bring_thread)
        desk.passage_chosen.connect(self._show_passage)
        desk.notebook_changed.connect(self._show_change)
        desk.registering.completed.connect(self._show_all)
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
        while len(self._panes) > len(wanted):
            self._drop(len(self._panes) - 1)
        while len(self._panes) < len(wanted):
            self._add()
        for pane, agreement in zip(self._panes, wanted, strict=True):
            if pane.agreement != agreement:
                pane.show_agreement(agreement)
        self.leading.forget()
        self._share_evenly()
        self.counted.emit(len(wanted))

    def _drop(self, number: int) -> None:
        self._by_hand = False
        pane, keyboard = self._panes.pop(number), self.window().focusWidget()
        if keyboard is not None and pane.isAncestorOf(keyboard):
            # Else Qt would give the keyboard to whatever comes next in the window.
            self.focused().view.setFocus()
        pane.hide()
        pane.setParent(None)
        pane.deleteLater()

    def _add(self) -> None:
        pane = Pane(self._desk, self.theme)
        pane.scrolled.connect(self._scrolled)
        pane.selected.connect(self._selected)
        pane.highlight_hit.connect(self._hit)
        pane.view.highlight_left.connect(self._leave_highlight)
        pane.view.scale_wanted.connect(self._desk.scale_by)
        pane.view.laid_out.connect(self.leading.forget)
        pane.menu_wanted.connect(self.menu_wanted)
        pane.view.installEventFilter(self)
        pane.view.viewport().installEventFilter(self)
        self._by_hand = False
        self._panes.append(pane)
        self.addWidget(pane)
        self.setStretchFactor(self.count() - 1, 1)
        self.added.emit(pane)

    def _pane_of(self, child: QObject | None) -> Pane:
        return next((p for p in self._panes if child in (p, p.view, p.view.viewport())), self.focused())

    # Widths

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

    # The focus

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make the pane that gets the keyboard the one in focus; keep a distance that Alt and wheel set."""
        if event.type() == QEvent.Type.FocusIn:
            pane = self._pane_of(watched)
            self._desk.set_focus(self._panes.index(pane))
            if self._desk.current and not pane.span_of(self._desk.current):
                self._leave_highlight()
        elif isinstance(event, QWheelEvent) and self._shifted(self._pane_of(watched), event):
            return True
        return super().eventFilter(watched, event)

    def _shifted(self, pane: Pane, event: QWheelEvent) -> bool:
        if not event.modifiers() & QtCore.Qt.KeyboardModifier.AltModifier or len(self._panes) < 2:
            return False
        # Some platforms turn the wheel sideways while Alt is held.
        turn = event.angleDelta().y() or event.angleDelta().x()
        before = pane.view.verticalScrollBar().value()
        with self.leading.quietly():
            pane.view.scroll_to_y(before - turn * _WHEEL)
        pane.set_shift(pane.shift + pane.view.verticalScrollBar().value() - before)
        return True

    def let_go(self, pane: Pane) -> None:
        """Let go of the distance that was set by hand."""
        pane.set_shift(0)
        self._follow_another(pane)

    def set_pinned(self, pane: Pane, pinned: bool) -> None:
        """Pin a pane, so that it does not follow, or let it follow again."""
        pane.pinned = pinned
        self.pinned.emit()
        pane.say("")
        if not pinned:
            self._follow_another(pane)

    def _follow_another(self, pane: Pane) -> None:
        others = [other for other in self._panes if other is not pane and not other.pinned]
        if others:
            self.leading.follow(others[0], [pane])

    def _show_focus(self, number: int) -> None:
        if number < len(self._panes):
            self._panes[number].tell_place()
            view = self._panes[number].view
            if not view.hasFocus() and any(pane.view.hasFocus() for pane in self._panes):
                view.setFocus()

    # Going

    def _scrolled(self, by_person: bool) -> None:
        if self.leading.moving:
            return
        leader = self._pane_of(self.sender())
        if by_person:
            self._desk.set_focus(self._panes.index(leader))
            self.leading.follow(leader, self._panes)
        self.settled.emit()

    def bring_thread(self, thread: "Thread") -> None:
        """Bring every pane to its principle of a thread."""
        self.leading.bring_thread(thread, self._panes, self.focused())
        self._tell_selection(self.focused())
        self.settled.emit()

    def _show_passage(self, agreement: str, start: int, end: int) -> None:
        pane = self._panes[self._desk.focus]
        if pane.agreement != agreement:
            pane = next(p for p in self._panes if p.agreement == agreement)
        with self.leading.quietly():
            pane.show_passage(start, end)
        self.leading.follow(pane, self._panes)
        self._tell_selection(pane)
        self.settled.emit()

    def _tell_selection(self, pane: Pane) -> None:
        """Tell the desk what is selected after the program went somewhere: keys act on what is seen."""
        self._desk.select(pane.agreement, *pane.view.selection())

    # What is marked

    def show_touches(self) -> None:
        """Mark what was emended in all pages, or mark it no longer."""
        for pane in self._panes:
            pane.show_touches()

    def _show_change(self, touched: Touched) -> None:
        if touched.decisions:
            self.leading.forget()
        if touched.only_words:
            return
        for pane in self._panes:
            if touched.categories:
                pane.show_highlights()
            elif pane.agreement in touched.agreements:
                pane.show_changed(touched.records)

    def _show_all(self) -> None:
        for pane in self._panes:
            pane.show_highlights()

    def _show_current(self, highlight_id: str) -> None:
        for pane in self._panes:
            pane.view.set_current(highlight_id if pane.span_of(highlight_id) else None)

    def _hit(self, highlight_id: str) -> None:
        self._desk.choose_highlight(highlight_id)
        self.hit.emit(highlight_id)

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
        with self.leading.quietly():
            for pane in self._panes:
                pane.restyle(theme)
        self.leading.forget()

    def places(self) -> tuple[OpenPane, ...]:
        """Return what is open and where, to be found again at the next start."""
        return tuple(OpenPane(p.agreement, *p.view.top(), p.pinned, p.base) for p in self._panes)

    def restore(self, places: tuple[OpenPane, ...]) -> None:
        """Return to the places of last time."""
        with self.leading.quietly():
            for pane, place in zip(self._panes, places, strict=False):
                if place.agreement == pane.agreement:
                    if (place.top, place.fraction) != (0, 0.0):
                        pane.return_to(place.top, place.fraction)
                    pane.pinned = place.pinned
                    pane.base = place.base
