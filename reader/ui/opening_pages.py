"""The pages of the dialog for a notebook that does not open: the ways, the work, and what came of it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.ui.ways import Way

_REPORT = 280
"""The least height of a report in px: most are read without scrolling."""


def plain(text: str, name: str = "") -> QLabel:
    """Return a label that shows a text as it is, over as many lines as it needs."""
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(True)
    return label


def where(path: Path) -> QLabel:
    """Return a label with a path that can be copied and widens nothing."""
    label = plain(str(path), "meta")
    allowed = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    label.setTextInteractionFlags(allowed)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label


class WayButton(QWidget):
    """One way out, and what it means."""

    chosen = Signal(str)

    def __init__(self, way: Way, name: str, meaning: str) -> None:
        super().__init__()
        self.way = way
        self.button = QPushButton()
        self.button.setObjectName("way")
        self.button.setAutoDefault(True)
        self.meaning = plain("", "meta")
        self.meaning.setIndent(14)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(3)
        column.addWidget(self.button)
        column.addWidget(self.meaning)
        self.button.clicked.connect(self._choose)
        self.name(name, meaning)

    def name(self, name: str, meaning: str) -> None:
        """Call the way so, and say what it means."""
        self.button.setText(name.replace("&", "&&"))
        self.button.setAccessibleName(name)
        self.button.setAccessibleDescription(meaning)
        self.meaning.setText(meaning)

    def _choose(self) -> None:
        self.chosen.emit(self.way)


class WaysPage(QWidget):
    """What happened, and what can be done about it."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, title: str, said: Sequence[str], place: Path, buttons: Sequence[WayButton]) -> None:
        super().__init__()
        self.buttons = {button.way: button for button in buttons}
        self.quit = QPushButton(self.tr("Quit"))
        self.quit.setAutoDefault(True)
        self.quit.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(plain(title, "viewTitle"))
        for sentence in said:
            column.addWidget(plain(sentence))
        column.addWidget(where(place))
        column.addSpacing(6)
        for button in buttons:
            column.addWidget(button)
            button.chosen.connect(self.chosen)
        column.addStretch()
        column.addLayout(_at_the_right(self.quit))

    def drop(self, way: Way) -> None:
        """Offer a way no longer."""
        button = self.buttons.pop(way, None)
        if button:
            button.hide()
            button.deleteLater()


class WorkPage(QWidget):
    """What is being done, how far it is, and the way to stop it."""

    stopped = Signal()

    def __init__(self, said: str, *, stoppable: bool) -> None:
        super().__init__()
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(said)
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setVisible(stoppable)
        self.stop.clicked.connect(self.stopped)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(plain(said))
        column.addWidget(self.bar)
        column.addStretch()
        column.addLayout(_at_the_right(self.stop))

    def show_share(self, share: float) -> None:
        """Show how much is done, from 0 to 1."""
        if share > 0:
            self.bar.setRange(0, 100)
            self.bar.setValue(round(share * 100))


class DonePage(QWidget):
    """What came of it, in full, and the way into the notebook."""

    opened = Signal()
    left = Signal()

    def __init__(self, title: str, said: Sequence[str], text: str = "") -> None:
        super().__init__()
        self.open = QPushButton(self.tr("Open the notebook"))
        self.quit = QPushButton(self.tr("Quit"))
        self.open.setDefault(True)
        self.open.clicked.connect(self.opened)
        self.quit.clicked.connect(self.left)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(title)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
        self.text.setMinimumHeight(_REPORT)
        self.text.setVisible(bool(text))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(plain(title, "viewTitle"))
        self.said = [plain(sentence) for sentence in said]
        for label in self.said:
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        column.addWidget(self.text, 1)
        if not text:
            column.addStretch()
        column.addLayout(_at_the_right(self.quit, self.open))


def _at_the_right(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch()
    for button in buttons:
        row.addWidget(button)
    return row
