"""Where the small bar with the categories stands, and when it goes away."""

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from reader.ui.desk import Desk
from reader.ui.noting import Noting
from reader.ui.panes import Panes
from reader.ui.selectionbar import SelectionBar


class Placing(QObject):
    """Shows the bar at a new selection, or at a highlight that the person went to; Esc takes it away.

    What has just been coloured gets no bar: the next selection may begin right below it.
    """

    def __init__(self, desk: Desk, panes: Panes, noting: Noting, bar: SelectionBar, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._panes = panes
        self._noting = noting
        self._bar = bar
        self._window = window
        self._hit = ""
        panes.hit.connect(self._note_hit)
        panes.settled.connect(self.place)
        desk.selection_changed.connect(self.place)
        desk.highlight_chosen.connect(self._forget_hit)
        desk.notebook_changed.connect(self._after_change)
        desk.panes_changed.connect(self.place)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), panes)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._escape)

    def _note_hit(self, highlight_id: str) -> None:
        self._hit = highlight_id
        self.place()

    def _forget_hit(self, highlight_id: str) -> None:
        if highlight_id != self._hit:
            self._hit = ""
            self.place()

    def _after_change(self) -> None:
        self._hit = ""
        self.place()

    def _escape(self) -> None:
        """Take the bar away, then the selection, then the choice of a highlight."""
        pane = self._panes.focused()
        if self._desk.selection is not None:
            pane.view.clear_selection()
            self._desk.select(pane.agreement, 0, 0)
        elif self._hit:
            self._note_hit("")
        else:
            pane.view.clear_selection()
            self._desk.choose_highlight("")

    def place(self) -> None:
        """Put the bar where it belongs now, or hide it."""
        pane = self._panes.focused()
        span = pane.span_of(self._hit) if self._hit else None
        if self._desk.selection is not None and self._desk.selection[0] == pane.agreement:
            self._show(pane.view, pane.selection_rect(), "")
        elif span:
            current = self._noting.current()
            self._show(pane.view, pane.view.rect_of(*span), current.category if current else "")
        else:
            self._bar.hide()

    def _show(self, view: QWidget, rect: QRect, category: str) -> None:
        if not view.rect().intersects(rect):
            self._bar.hide()
            return
        placed = QRect(view.mapTo(self._window, rect.topLeft()), rect.size())
        if category:
            self._bar.show_for_highlight(placed, category)
        else:
            self._bar.show_at(placed)
