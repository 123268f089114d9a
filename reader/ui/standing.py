"""A quiet strip that says what is so for as long as it is so."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from reader.ui.theme import mark


class Standing(QFrame):
    """Shows a sentence, with buttons for what can be done about it; hidden while there is nothing to say."""

    def __init__(self, buttons: Sequence[QPushButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("standing")
        self.sign = QLabel("!")
        self.sign.setObjectName("messageSign")
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 12, 5)
        row.setSpacing(10)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.label, 1)
        for button in buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def say(self, text: str, *, grave: bool = False) -> None:
        """Say this from now on; an empty text is nothing to say."""
        if text == self.label.text() and self.isHidden() != bool(text):
            return
        self.label.setText(text)
        self.setAccessibleName(text)
        self.sign.setVisible(grave)
        mark(self, "grave", grave)
        self.setVisible(bool(text))
        if text:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
