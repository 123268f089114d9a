"""The bar for finding in a page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.ui.find import FindBar

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


class Heard:
    """What a bar said, in order."""

    def __init__(self, bar):
        self.queries, self.steps, self.closings = [], [], 0
        bar.query_changed.connect(self.queries.append)
        bar.step_wanted.connect(self.steps.append)
        bar.closed.connect(self.close)

    def close(self):
        self.closings += 1


@pytest.fixture
def place(qtbot):
    place = QWidget()
    QVBoxLayout(place).addWidget(QLabel("page"))
    qtbot.addWidget(place)
    place.show()
    place.activateWindow()
    return place


@pytest.fixture
def bar(qtbot, place):
    bar = FindBar(place)
    place.layout().insertWidget(0, bar)
    return bar


def test_opens_with_the_words_chosen_and_says_them(qtbot, bar):
    heard = Heard(bar)
    bar.open_with("  mål og\n resultater ")
    qtbot.waitUntil(bar.line.hasFocus)
    assert bar.line.text() == bar.line.selectedText() == "mål og resultater"
    assert heard.queries == ["mål og resultater"]


def test_opens_with_the_words_of_last_time_and_says_them_again(qtbot, bar):
    bar.open_with("råderum")
    bar.put_away()
    heard = Heard(bar)
    bar.open_with("")
    assert bar.line.text() == "råderum"
    assert heard.queries == ["råderum"]


def test_typing_says_the_words(qtbot, bar):
    bar.open_with("")
    heard = Heard(bar)
    qtbot.keyClicks(bar.line, "mål")
    assert heard.queries == ["m", "må", "mål"]


@pytest.mark.parametrize(
    ("key", "modifier", "step"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, 1),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, -1),
    ],
)
def test_enter_steps_once(qtbot, bar, key, modifier, step):
    bar.open_with("mål")
    heard = Heard(bar)
    qtbot.keyClick(bar.line, key, modifier)
    assert heard.steps == [step]


def test_enter_on_a_button_presses_that_button(qtbot, bar):
    bar.open_with("mål")
    bar.show_count(1, 3)
    heard = Heard(bar)
    bar.previous_button.setFocus()
    qtbot.waitUntil(bar.previous_button.hasFocus)
    qtbot.keyClick(bar.previous_button, Qt.Key.Key_Return)
    assert heard.steps == [-1]


def test_buttons_step(qtbot, bar):
    bar.open_with("mål")
    bar.show_count(1, 3)
    heard = Heard(bar)
    qtbot.mouseClick(bar.next_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.previous_button, Qt.MouseButton.LeftButton)
    assert heard.steps == [1, -1]


def test_escape_closes_once(qtbot, bar):
    bar.open_with("mål")
    heard = Heard(bar)
    qtbot.keyClick(bar.line, Qt.Key.Key_Escape)
    bar.put_away()
    assert not bar.isVisible()
    assert heard.closings == 1


def test_the_count_is_said(bar):
    bar.open_with("mål")
    bar.show_count(3, 17)
    assert bar.count.text() == bar.line.accessibleDescription() == "3 of 17"
    assert bar.next_button.isEnabled()
    bar.show_count(0, 0)
    assert bar.count.text() == "No hits"
    assert bar.property("missing") is True
    assert not bar.next_button.isEnabled()


def test_nothing_sought_is_not_nothing_found(bar):
    bar.open_with("")
    bar.show_count(0, 0)
    assert bar.count.text() == ""
    assert bar.property("missing") in (None, False)


def test_everything_has_a_name(bar):
    parts = (bar, bar.line, bar.previous_button, bar.next_button, bar.close_button)
    assert all(part.accessibleName() for part in parts)
