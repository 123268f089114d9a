"""Shows what restoring a copy would change: how much, and of it what the person wants to see."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from reader.notebook.records import Category
from reader.text.progress import Heard
from reader.ui.closed import closed_resource, show_document
from reader.ui.desk import Desk
from reader.ui.flow import Flow
from reader.ui.restored_text import MORE, Names, RestoredText, kind_in_words
from reader.ui.restored_words import KINDS, Item, counts, sieved
from reader.ui.theme import Theme
from reader.ui.work import Work

_PORTION = 60
"""How many entries are written at once: less than 50 ms."""
_AT_ONCE = 1000
"""How many entries are sieved while one waits; more than that beside the window."""
_TYPED = 200
"""Milliseconds after a letter in which another may follow."""


class RestoredBrowser(QTextBrowser):
    """Shows the document; it opens nothing."""

    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("restored")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.anchorClicked.connect(self._go)

    def loadResource(self, kind: int, name: QUrl | str) -> QImage | object:
        """Open nothing."""
        return closed_resource(kind)

    def _go(self, address: QUrl) -> None:
        if address.toString() == MORE:
            self.more_wanted.emit()


class RestoredView(QWidget):
    """Says how much would change, sifts it, and shows it a portion at a time."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._every: list[Item] = []
        self._sifted: list[Item] = []
        self._names = Names(desk, {})
        self._text = RestoredText(self._names, theme, 1.0)
        self._written = 0
        self._work: Work | None = None
        self.kinds: dict[str, QPushButton] = {kind: QPushButton() for kind in ("", *KINDS)}
        self.words = QLineEdit()
        self.browser = RestoredBrowser()
        self.said = QLabel()
        self.bar = QProgressBar()
        self._stack = QStackedWidget()
        self._typed = QTimer(self)
        self._set_up()
        self._lay_out()

    def _set_up(self) -> None:
        self._group = QButtonGroup(self)
        for button in self.kinds.values():
            button.setCheckable(True)
            button.setObjectName("cardButton")
            button.setAutoDefault(False)
            self._group.addButton(button)
        self.kinds[""].setChecked(True)
        self._group.buttonToggled.connect(self._choose)
        self.words.setPlaceholderText(self.tr("Only with these words"))
        self.words.setAccessibleName(self.tr("Only with these words"))
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(self.words.fontMetrics().averageCharWidth() * 28)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_TYPED)
        self._typed.timeout.connect(self._sift)
        self.words.textChanged.connect(self._typed.start)
        self.browser.setAccessibleName(self.tr("What restoring would change"))
        self.browser.more_wanted.connect(self._show_more)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.setObjectName("empty")
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar.setMaximum(100)
        self.bar.setAccessibleName(self.tr("Reading the copy"))

    def _lay_out(self) -> None:
        kinds = Flow(6)
        for button in self.kinds.values():
            kinds.addWidget(button)
        self._sifting = QWidget()
        row = QHBoxLayout(self._sifting)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(kinds, 1)
        row.addWidget(self.words, 0, Qt.AlignmentFlag.AlignTop)
        waiting = QWidget()
        wait = QVBoxLayout(waiting)
        self._awaited = QLabel()
        self._awaited.setTextFormat(Qt.TextFormat.PlainText)
        wait.addWidget(self._awaited)
        wait.addWidget(self.bar)
        wait.addStretch()
        for page in (self.said, waiting, self.browser):
            self._stack.addWidget(page)
        self._waiting = waiting
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._sifting)
        column.addWidget(self._stack, 1)

    def say(self, text: str) -> None:
        """Show a sentence in the place of the entries."""
        self._forget_work()
        self._every = self._sifted = []
        self._sifting.hide()
        self.said.setText(text)
        self._stack.setCurrentWidget(self.said)

    def show_progress(self, share: float) -> None:
        """Show that the copy is being read, and how far that is."""
        self._wait(self.tr("Reading what would change …"), 100)
        self.bar.setValue(round(100 * share))

    def wait_for(self, text: str) -> None:
        """Say what is being done, which takes nobody knows how long."""
        self._wait(text, 0)

    def _wait(self, text: str, most: int) -> None:
        self._sifting.hide()
        self._awaited.setText(text)
        self.bar.setMaximum(most)
        self._stack.setCurrentWidget(self._waiting)

    def show_items(self, every: list[Item], categories: Mapping[str, Category]) -> None:
        """Show what would change."""
        self._every = every
        self._names = Names(self._desk, categories)
        if not every:
            self.say(self.tr("Restoring this copy would change nothing: the notebook is as it is."))
            return
        found = counts(every)
        self.kinds[""].setText(f"{self.tr('All')} ({len(every)})")
        for kind, count in found.items():
            self.kinds[kind].setText(f"{kind_in_words(kind)} ({count})")
            self.kinds[kind].setEnabled(count > 0)
        if not self.kinds[self._kind()].isEnabled():
            self.kinds[""].setChecked(True)
        self._sifting.show()
        self._sift()

    def _kind(self) -> str:
        return next((kind for kind, button in self.kinds.items() if button.isChecked()), "")

    def _choose(self, _button: QPushButton, on: bool) -> None:
        if on and self._every:
            self._sift()

    def _sift(self) -> None:
        """Show what is of the kind and has the words that the person wants."""
        self._forget_work()
        if not self._every:
            return
        kind, words = self._kind(), self.words.text()
        if len(self._every) <= _AT_ONCE:
            self._take(sieved(self._every, kind, words))
            return
        self._work = Work(partial(_sieved, list(self._every), kind, words), self)
        self._work.ended.connect(self._take)
        self._work.begin()

    def _forget_work(self) -> None:
        if self._work is not None:
            self._work.stop()
            self._work = None

    def _take(self, sifted: list[Item]) -> None:
        self._sifted = sifted
        if not sifted:
            self.said.setText(self.tr("Nothing of what would change has these words."))
            self._stack.setCurrentWidget(self.said)
            return
        self._text = RestoredText(self._names, self._theme, self._desk.settings.scale)
        self._written = 0
        self._show_more()
        show_document(self.browser, self._text.document)
        self._stack.setCurrentWidget(self.browser)

    def _show_more(self) -> None:
        portion = self._sifted[self._written : self._written + _PORTION]
        self._written += len(portion)
        self._text.add(portion, len(self._sifted) - self._written)


def _sieved(every: list[Item], kind: str, words: str, _heard: Heard) -> list[Item]:
    return sieved(every, kind, words)
