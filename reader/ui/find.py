"""The bar for finding words in a page; it says what is wanted and shows a count. It knows no page."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

_WIDEST = 360


class FindBar(QWidget):
    """A line for the words, how many places have them, and the ways to the next and the previous."""

    query_changed = Signal(str)
    step_wanted = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Find in this agreement"))
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Find in this agreement"))
        self.line.setAccessibleName(self.tr("Words to find"))
        self.line.setMinimumWidth(90)
        self.line.setMaximumWidth(_WIDEST)
        self.line.textChanged.connect(self.query_changed)
        self.count = QLabel()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.previous_button = self._button("↑", self.tr("Previous hit (Shift+Enter)"))
        self.next_button = self._button("↓", self.tr("Next hit (Enter)"))
        self.close_button = self._button("✕", self.tr("Close (Esc)"))
        self.previous_button.clicked.connect(self._previous)
        self.next_button.clicked.connect(self._next)
        self.close_button.clicked.connect(self.put_away)
        self._lay_out()
        self.hide()

    def _button(self, sign: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addSpacing(6)
        row.addWidget(self.count)
        row.addWidget(self.previous_button)
        row.addWidget(self.next_button)
        row.addStretch()
        row.addWidget(self.close_button)

    def open_with(self, text: str) -> None:
        """Show the bar with these words, or with those of last time, ready to be typed over."""
        words = " ".join(text.split()) or self.line.text()
        self.line.blockSignals(True)
        self.line.setText(words)
        self.line.blockSignals(False)
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        # The page forgot its hits when the bar was closed: the same words are news to it.
        self.query_changed.emit(words)

    def show_count(self, current: int, total: int) -> None:
        """Show which hit of how many this is, or that there is none."""
        missing = not total and bool(self.line.text())
        self.count.setText(self._counted(current, total) if total else self.tr("No hits") if missing else "")
        self.line.setAccessibleDescription(self.count.text())
        self.previous_button.setEnabled(total > 0)
        self.next_button.setEnabled(total > 0)
        if self.property("missing") != missing:
            self.setProperty("missing", missing)
            for part in (self.line, self.count):
                part.style().unpolish(part)
                part.style().polish(part)

    def _counted(self, current: int, total: int) -> str:
        numbers = self.locale()
        text = self.tr("%1 of %2")
        return text.replace("%1", numbers.toString(current)).replace("%2", numbers.toString(total))

    def put_away(self) -> None:
        """Close the bar; the words stay for the next time."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def _next(self) -> None:
        self.step_wanted.emit(1)

    def _previous(self) -> None:
        self.step_wanted.emit(-1)

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the shortcuts of what is around the bar."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Esc closes; on a button Enter presses it."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _enter(self, back: bool) -> None:
        button = self.focusWidget()
        if isinstance(button, QToolButton):
            button.click()
        else:
            self.step_wanted.emit(-1 if back else 1)
