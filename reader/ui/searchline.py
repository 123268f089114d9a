"""The line at the top: everything by name, and every word of the agreements and notes."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from reader.ui.desk import Desk
from reader.ui.found import Found
from reader.ui.results import ResultsPopup
from reader.ui.searching import Searching
from reader.ui.seeking import Search
from reader.ui.theme import Theme
from reader.ui.turns import Turns

_PAUSE = 150
_WIDTH, _EDGE, _GAP = 720, 12, 5
_KEPT = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class SearchLine(QLineEdit):
    """Searches as one types, and leads the list of what was found.

    `index` is the file of the search index; it is opened when first something is sought.
    """

    def __init__(self, desk: Desk, theme: Theme, index: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchLine")
        self.setPlaceholderText(self.tr("Search agreements and notes …  Ctrl+K"))
        self.setAccessibleName(self.tr("Search agreements, notes and commands"))
        self._searching = Searching(desk, index)
        self.destroyed.connect(self._searching.close)
        self._came_from: QWidget | None = None
        self._entered = False
        self._turns = Turns(self)
        self._turns.ended.connect(self._show_found)
        self.popup = ResultsPopup(theme, self)
        self.popup.chosen.connect(self._go)
        self.popup.said.connect(self._announce)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.search)
        self.textChanged.connect(self._typed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_has_moved)

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """Take the commands that can be found by name."""
        self._searching.actions = tuple(actions)

    def restyle(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.popup.restyle(theme)

    def begin(self) -> None:
        """Take the focus, with the words of last time ready to be typed over."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self.search()

    # Searching

    def _typed(self) -> None:
        if self.text().strip():
            self._pause.start()
        else:
            self._give_up()

    def _give_up(self) -> None:
        """Search no further, and show nothing."""
        self._entered = False
        self._pause.stop()
        self._turns.stop()
        self.popup.hide()

    def search(self) -> None:
        """Search for what the line says now, and show it."""
        self._pause.stop()
        words = self.text().strip()
        if not words:
            return
        self._turns.begin(self._searching.seek(words))

    @property
    def is_searching(self) -> bool:
        """Whether what the line says is still being looked for."""
        return self._pause.isActive() or self._turns.is_busy

    def _show_found(self, search: Search) -> None:
        found = search.found
        if found is None:
            return
        self.popup.show_found(found.groups, found.summary, found.failed)
        self._show()
        self._announce(found.summary)
        if self._entered:
            self._entered = False
            self.popup.choose_current()

    def _show(self) -> None:
        window = self.window()
        if self.popup.parentWidget() is not window:
            self.popup.setParent(window)
            window.installEventFilter(self)
        # Shown first: a list that is hidden does not scroll.
        self.popup.show()
        self.popup.raise_()
        self._place()

    def _place(self) -> None:
        """Put the list under the line, inside the window."""
        window = self.window()
        at = self.mapTo(window, self.rect().bottomLeft())
        width = min(max(self.width(), _WIDTH), window.width() - 2 * _EDGE)
        left = at.x() + (self.width() - width) // 2
        left = max(_EDGE, min(left, window.width() - _EDGE - width))
        top = at.y() + 1 + _GAP
        self.popup.fit(QRect(left, top, width, max(80, window.height() - top - 3 * _EDGE)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the list inside the window when that changes its size."""
        if event.type() == QEvent.Type.Resize and self.popup.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _announce(self, text: str) -> None:
        """Let those who do not see the list hear it: the focus stays in the line."""
        if self.hasFocus() and text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # Keys and focus

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down and pages move in the list, Enter goes, Esc closes."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.popup.step_page(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        if self.popup.isVisible():
            self.popup.step(step)
        else:
            self.search()

    def _enter(self) -> None:
        """Go to the current thing; what was typed just now is sought first."""
        if self.is_searching or not self.popup.isVisible():
            self._entered = True
            self.search()
        else:
            self.popup.choose_current()

    def _go(self, found: Found) -> None:
        # The focus goes back first: where one goes may want it for itself.
        self._leave()
        found.go()

    def _leave(self) -> None:
        """Close the list and give the focus back to where it was."""
        self._give_up()
        place = self._came_from
        if place is not None and isValid(place) and place.isVisible():
            place.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.clearFocus()

    def _focus_has_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is self and old is not None:
            self._came_from = old

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list when the focus goes elsewhere in the window."""
        super().focusOutEvent(event)
        if event.reason() not in _KEPT:
            self._give_up()
