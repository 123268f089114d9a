"""Sentences at the top edge of the window: what happened, what was kept, what to do."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from reader.ui.theme import mark

_READING_TIME = 8000
"""Milliseconds after which a passing message goes by itself."""


@dataclass(frozen=True, slots=True)
class Message:
    """A plain sentence. `wanted` is done when `action` is pressed.

    A grave one stays until it is closed, and so does one that is lasting: it waits for an answer.
    """

    text: str
    grave: bool = False
    action: str = ""
    wanted: Callable[[], object] | None = None
    lasting: bool = False

    @property
    def stays(self) -> bool:
        """Whether it does not go by itself."""
        return self.grave or self.lasting


class MessageBar(QFrame):
    """Shows one message at a time, and counts those that wait behind it.

    A passing one gives way to the next. One that stays gives way to the next that stays, and a lasting one to
    a passing one too; they come back when that is closed. Behind a grave one the others wait.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._shown: Message | None = None
        self._waiting: list[Message] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_READING_TIME)
        self._timer.timeout.connect(self._time_is_up)
        self._make()
        self._lay_out()
        self.hide()

    def _make(self) -> None:
        self.sign = QLabel("!")
        self.sign.setObjectName("messageSign")
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.more = QLabel()
        self.more.setObjectName("messageMore")
        self.more.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton()
        self.button.clicked.connect(self._act)
        self.close_button = QToolButton()
        self.close_button.setText("✕")
        self.close_button.setToolTip(self.tr("Close this message"))
        self.close_button.setAccessibleName(self.tr("Close this message"))
        self.close_button.clicked.connect(self.put_away)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 8, 7)
        row.setSpacing(10)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.label, 1)
        for part in (self.more, self.button, self.close_button):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(
        self,
        text: str,
        grave: bool = False,
        action: str = "",
        wanted: Callable[[], object] | None = None,
        lasting: bool = False,
    ) -> None:
        """Say a plain sentence; what is already said, or waits to be said, is not said twice."""
        message = Message(text, grave, action, wanted, lasting)
        self._waiting = [waiting for waiting in self._waiting if waiting.text != text]
        shown = self._shown
        if shown is None or shown.text == text or not shown.stays:
            self._show(message)
        elif shown.grave and not message.grave:
            self._waiting.append(message)
            self._count()
        else:
            self._waiting.insert(0, shown)
            self._show(message)

    def withdraw(self, text: str) -> None:
        """Say no longer what is not so any more."""
        self._waiting = [waiting for waiting in self._waiting if waiting.text != text]
        if self._shown is not None and self._shown.text == text:
            self.put_away()
        else:
            self._count()

    def _show(self, message: Message) -> None:
        self._shown = message
        self.label.setText(message.text)
        self.button.setText(message.action.replace("&", "&&"))
        self.button.setVisible(bool(message.action))
        self._count()
        self.setAccessibleName(message.text)
        self.sign.setVisible(message.grave)
        mark(self, "grave", message.grave)
        self.show()
        self._timer.stop() if message.stays else self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _count(self) -> None:
        self.more.setText(self.tr("%n more", "", len(self._waiting)))
        self.more.setVisible(bool(self._waiting))

    def put_away(self) -> None:
        """Close what is shown; what waits behind it comes forward."""
        self._timer.stop()
        self._shown = None
        if self._waiting:
            self._show(self._waiting.pop(0))
        else:
            self.hide()

    def _time_is_up(self) -> None:
        """Let a passing message go, unless somebody is at it just now."""
        focus = self.window().focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._timer.start()
        else:
            self.put_away()

    def _act(self) -> None:
        wanted = self._shown.wanted if self._shown else None
        self.put_away()
        if wanted:
            wanted()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the message that has the focus."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)
