"""A person at the real window: real agreements, a real notebook, every click and key through Qt."""

import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QWidget,
)

from reader.app import Randnote
from reader.notebook.notebook import Notebook
from reader.notebook.records import Highlight, Note
from reader.paths import Paths
from reader.settings import OpenPane, Settings, read_settings
from reader.ui.card import Card
from reader.ui.desk import Desk
from reader.ui.pane import Pane
from reader.ui.reading import ReadingView
from reader.ui.selectionbar import Swatch
from reader.ui.window import Window

Key, Mod, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
_NONE = Mod.NoModifier
_COPY = "import shutil, sys; shutil.copyfile(*sys.argv[1:])"


def settle(rounds: int = 40) -> None:
    """Let everything that is waiting be done."""
    for _ in range(rounds):
        QApplication.processEvents()
    # What was to be deleted later is, elsewhere, when the event loop comes round.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class _Saving(QObject):
    """Waits for the file dialog, and saves as the file it was told."""

    def __init__(self, path: Path) -> None:
        super().__init__(QApplication.instance())
        self._path = path

    def try_to_save(self) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(20, self.try_to_save)
            return
        dialog.selectFile(str(self._path))
        buttons = dialog.findChild(QDialogButtonBox)
        QTest.mouseClick(buttons.button(QDialogButtonBox.StandardButton.Save), Left)
        self.deleteLater()


class Person:
    """Starts and closes the program, and does at its window what a person can do."""

    left, plain = Left, _NONE

    def __init__(self, app: QApplication, home: Path) -> None:
        self.app = app
        self.paths = Paths(home)
        self.program: Randnote | None = None

    # Starting and closing

    def start(self, agreements: Sequence[str] = ()) -> "Person":
        """Start the program on the home as it is; English and light unless it was set otherwise."""
        self.paths.prepare()
        first = not self.paths.settings.exists()
        settings = Settings(language="en", theme="light") if first else read_settings(self.paths.settings)
        self.program = Randnote(self.app, self.paths, settings)
        places = tuple(OpenPane(name) for name in agreements) or settings.panes
        window = self.program.show(places)
        # The screen is small where nothing is seen, and a restored window is cut to it.
        window.resize(1440, 900)
        window.activateWindow()
        settle()
        assert window.isActiveWindow()
        return self

    def close(self) -> None:
        """Close the window and the program."""
        if self.program is not None:
            window = self.window
            window.close()
            window.deleteLater()
            settle()
            self.program.close()
            self.program = None

    @property
    def window(self) -> Window:
        assert self.program is not None
        assert self.program.window is not None
        return self.program.window

    @property
    def desk(self) -> Desk:
        assert self.program is not None
        return self.program.desk

    def pane(self, agreement: str) -> Pane:
        return next(pane for pane in self.window.panes.panes() if pane.agreement == agreement)

    def view(self, agreement: str) -> ReadingView:
        return self.pane(agreement).view

    # What is seen

    def text(self, agreement: str) -> str:
        return self.desk.edition(agreement).text

    def span(self, agreement: str, words: str) -> tuple[int, int]:
        start = self.text(agreement).index(words)
        return start, start + len(words)

    def height(self, agreement: str, offset: int) -> float:
        """Return how far below the top of the window a place of an agreement is drawn."""
        view = self.view(agreement)
        seen = view.y_of(offset) - view.verticalScrollBar().value()
        return seen + view.viewport().mapTo(self.window, QPoint()).y()

    def ground(self, agreement: str, offset: int) -> str:
        """Return the colour drawn behind a letter: at the very left of its upper edge, where no ink is."""
        view = self.view(agreement)
        rect = view.rect_of(offset, offset + 1)
        return view.viewport().grab().toImage().pixelColor(rect.left() + 1, rect.top() + 2).name()

    def colour(self, category: str) -> str:
        """Return the ground that a category has in the theme."""
        kept = next(one for one in self.desk.categories() if one.id == category)
        return self.window.theme.look.ground(kept.colour).ground

    def cards(self) -> list[Card]:
        settle()
        return self.window.furniture.notes.list.cards()

    def card_words(self) -> list[str]:
        """Return what is written on the cards, each as one text."""
        return ["\n".join(label.text() for label in card.findChildren(QLabel)) for card in self.cards()]

    def message(self) -> str:
        """Return what the message bar says; empty when it says nothing."""
        bar = self.window.furniture.message_bar
        return bar.label.text() if bar.isVisible() else ""

    def on_disk(self) -> tuple[list[Highlight], list[Note]]:
        """Return what another process finds in the notebook's file at this moment."""
        copy = self.paths.home.parent / "copy.db"
        # Another process: a file opened here would lose the program's lock when it is closed.
        subprocess.run([sys.executable, "-c", _COPY, self.paths.notebook, copy], check=True)
        with Notebook.open(copy, read_only=True) as kept:
            return kept.highlights(), kept.notes()

    # Mouse

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        assert widget.isVisible()
        QTest.mouseClick(widget, Left, _NONE, at if at is not None else widget.rect().center())
        settle()

    def click_row(self, rows: QAbstractItemView, index: QModelIndex) -> None:
        rows.scrollTo(index)
        self.click(rows.viewport(), rows.visualRect(index).center())

    def click_thread(self, title: str) -> None:
        rows = self.window.furniture.navigator.threads
        model = rows.model()
        found = [model.index(at, 0) for at in range(model.rowCount()) if model.index(at, 0).data() == title]
        self.click_row(rows, found[0])

    def point(self, agreement: str, offset: int, share: float = 0.5) -> QPoint:
        """Return a point on a letter, this share of its width from its left edge, in its viewport."""
        rect = self.view(agreement).rect_of(offset, offset + 1)
        return QPoint(round(rect.left() + share * rect.width()), rect.center().y())

    def click_words(self, agreement: str, words: str) -> None:
        """Click into words, a letter after they begin."""
        start, _ = self.span(agreement, words)
        self.click(self.view(agreement).viewport(), self.point(agreement, start + 1))

    def drag(self, agreement: str, begin: QPoint, end: QPoint) -> None:
        viewport = self.view(agreement).viewport()
        QTest.mousePress(viewport, Left, _NONE, begin)
        QTest.mouseMove(viewport, (begin + end) / 2)
        QTest.mouseMove(viewport, end)
        QTest.mouseRelease(viewport, Left, _NONE, end)
        settle()

    def drag_over(self, agreement: str, words: str) -> tuple[int, int]:
        """Bring words into view and drag over them; return where they stand."""
        start, end = self.span(agreement, words)
        view = self.view(agreement)
        if not view.viewport().rect().contains(view.rect_of(start, end)):
            view.scroll_to_y(view.y_of(start) - 200)
        self.drag(agreement, self.point(agreement, start, 0.1), self.point(agreement, end - 1, 0.9))
        return start, end

    def click_category(self, category: str) -> None:
        bar = self.window.furniture.selection_bar
        assert bar.isVisible()
        buttons = [b for b in bar.swatches.buttons() if isinstance(b, Swatch) and b.category == category]
        self.click(buttons[0])

    def choose(self, name: str) -> None:
        """Choose a command in the menu."""
        action = self.window.furniture.actions[name]
        assert action.isEnabled()
        action.trigger()
        settle()

    def show_in_pane(self, pane: Pane, agreement: str) -> None:
        """Choose an agreement in the menu of a pane's head."""
        head = self.window.furniture.wardrobe.dress_of(pane).head
        actions = head.findChild(QPushButton).menu().actions()
        next(action for action in actions if action.data() == agreement).trigger()
        settle()

    def export_to(self, path: Path) -> None:
        """Choose to export, and a file in the dialog that comes."""
        QTimer.singleShot(0, _Saving(path).try_to_save)
        self.choose("export")

    # Keys

    def focus(self) -> QWidget:
        found = self.app.focusWidget()
        assert found is not None
        return found

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE, times: int = 1) -> None:
        """Press a key wherever the keyboard is."""
        for _ in range(times):
            QTest.keyClick(self.focus(), key, modifier)
        settle()

    def type(self, words: str) -> None:
        QTest.keyClicks(self.focus(), words)
        settle()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty home."""
    return tmp_path / "home"


@pytest.fixture
def known_home(home: Path, kept_library: Path) -> Path:
    """A home without a notebook, where the agreements are established already."""
    home.mkdir(mode=0o700)
    shutil.copyfile(kept_library, home / "library.db")
    return home


@pytest.fixture
def newcomer(undressed: QApplication, home: Path) -> Iterator[Person]:
    """A person who has never started the program."""
    person = Person(undressed, home)
    yield person
    person.close()


@pytest.fixture
def person(undressed: QApplication, known_home: Path) -> Iterator[Person]:
    """A person whose program has established the agreements before."""
    person = Person(undressed, known_home)
    yield person
    person.close()
