"""The panel below the texts: what waits to be looked at, and what is lost, one after the other."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.desk import Desk
from reader.ui.review_list import RecordList
from reader.ui.review_page import ReviewPage
from reader.ui.shortened import Shortened
from reader.ui.stands import CHECK, LOST
from reader.ui.theme import Theme

LEAST, USUAL = 232, 300
"""Heights of the panel in px."""
_SHARE = 0.6
"""How much of the window it may take at most."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HELD = ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)


class Grip(QFrame):
    """The upper edge of the panel, to drag it higher."""

    taken = Signal()
    dragged = Signal(int)
    """How many px higher than where it was taken hold of the edge is wanted."""
    let_go = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("grip")
        self.setFixedHeight(5)
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self._from = 0.0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the edge."""
        self._from = event.globalPosition().y()
        self.taken.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell how much higher the edge is wanted."""
        self.dragged.emit(round(self._from - event.globalPosition().y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell that the height is the one that is wanted."""
        self.let_go.emit()


class ReviewPanel(QFrame):
    """Two lists with a page for the current case; letters that are pressed here do nothing in the texts."""

    closed = Signal()
    turned = Signal(str)
    """The person wants to see the other list: check or lost."""
    height_wanted = Signal(int)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review")
        self._desk = desk
        self._wanted = self._held = USUAL
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.keys: dict[int, Callable[[], object]] = {}
        self.grip = Grip(self)
        self.tabs = QTabBar(self)
        self.progress = QLabel(self)
        self.done = Shortened(self, 1)
        self.counts = QLabel(self)
        self.earlier, self.later, self.close_button = QToolButton(self), QToolButton(self), QToolButton(self)
        self.list = RecordList(desk, theme, self)
        self.page = ReviewPage(desk, theme, self)
        self.empty = QLabel(self)
        self._name_parts()
        self._lay_out()
        self.set_height(desk.settings.review or USUAL)
        self.tabs.currentChanged.connect(self._turn)
        self.close_button.clicked.connect(self.closed)
        self.grip.taken.connect(self._take_hold)
        self.grip.dragged.connect(self._drag)
        self.grip.let_go.connect(self._let_go)
        self.page.restyle(theme)

    def _name_parts(self) -> None:
        self.tabs.setObjectName("tabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for _ in (CHECK, LOST):
            self.tabs.addTab("")
        self.tabs.setAccessibleName(self.tr("What to look at"))
        named = (
            (self.earlier, "‹", self.tr("Previous (Up)")),
            (self.later, "›", self.tr("Next (Down)")),
            (self.close_button, "✕", self.tr("Close (Esc)")),
        )
        for button, sign, name in named:
            button.setObjectName("headTool")
            button.setText(sign)
            button.setToolTip(name)
            button.setAccessibleName(name)
        self.progress.setObjectName("notesTitle")
        for label in (self.done, self.counts):
            label.setObjectName("meta")
        self.empty.setObjectName("empty")
        for text in (self.counts, self.progress, self.empty):
            text.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        for part in (self.tabs, self.progress, self.earlier, self.later):
            head.addWidget(part)
        head.addWidget(self.done, 1)
        head.addWidget(self.counts)
        head.addWidget(self.close_button)
        body = QHBoxLayout()
        body.setSpacing(10)
        body.addWidget(self.list, 1)
        body.addWidget(self.page, 4)
        body.addWidget(self.empty, 5)
        self.list.setMinimumWidth(120)
        self.list.setMaximumWidth(280)
        self.counts.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 0, 10, 8)
        column.setSpacing(2)
        column.addWidget(self.grip)
        column.addLayout(head)
        column.addLayout(body, 1)

    # What is shown

    def turn_to(self, state: str) -> None:
        """Show which of the lists is shown."""
        blocked = self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex((CHECK, LOST).index(state))
        self.tabs.blockSignals(blocked)
        self.list.setAccessibleName(self.tr("To check") if state == CHECK else self.tr("Not found"))

    def show_counts(self) -> None:
        """Show how many are placed, to be looked at, and lost: together they are all."""
        placed, check, lost = self._desk.standings.counts()
        self.tabs.setTabText(0, self.tr("To check · {number}").format(number=check))
        self.tabs.setTabText(1, self.tr("Not found · {number}").format(number=lost))
        words = self.tr("{all} in all: {placed} in place, {check} to check, {lost} not found")
        said = words.format(all=placed + check + lost, placed=placed, check=check, lost=lost)
        self.counts.setText(said)

    def show_empty(self, words: str) -> None:
        """Say that there is nothing in this list; with no words there is something."""
        self.empty.setText(words)
        self.empty.setVisible(bool(words))
        for part in (self.list, self.page, self.progress, self.earlier, self.later):
            part.setVisible(not words)

    def _turn(self, at: int) -> None:
        self.turned.emit((CHECK, LOST)[at])

    # The height

    def set_height(self, height: int) -> None:
        """Take a height, within what the window can spare; in a window that is made lower it gives way."""
        window = self.window().height() if self.parentWidget() else 2 * height
        self._wanted = max(LEAST, min(height, round(_SHARE * window)))
        self.setMaximumHeight(self._wanted)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Say that the height is the person's choice, however the buttons stand."""
        return False

    def sizeHint(self) -> QSize:
        """Return the height that the person wants."""
        return QSize(super().sizeHint().width(), self._wanted)

    def minimumSizeHint(self) -> QSize:
        """Return what the panel needs at least."""
        return QSize(0, LEAST)

    def _take_hold(self) -> None:
        self._held = self._wanted

    def _drag(self, higher: int) -> None:
        self.set_height(self._held + higher)

    def _let_go(self) -> None:
        self.height_wanted.emit(self._wanted)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keep letters from the window's shortcuts: nothing is to be changed that is not shown here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            letter = event.text().isprintable() and event.text() != ""
            if not event.modifiers() & _HELD and (
                letter or event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Escape, *_ENTER)
            ):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key means; Esc closes."""
        key = Qt.Key.Key_Return if event.key() in _ENTER else event.key()
        button = self.window().focusWidget()
        if key == Qt.Key.Key_Return and isinstance(button, QAbstractButton) and self.isAncestorOf(button):
            # Else Enter on a button would do what another one says.
            button.click()
            return
        done = None if event.modifiers() & _HELD else self.keys.get(key)
        if done:
            done()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def restyle(self, theme: Theme) -> None:
        """Take on a theme and text size."""
        self.list.restyle(theme)
        self.page.restyle(theme)
