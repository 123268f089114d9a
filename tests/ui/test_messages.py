"""Sentences at the edge of the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui import messages
from reader.ui.messages import MessageBar

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def bar(qtbot):
    place = QWidget()
    QVBoxLayout(place)
    qtbot.addWidget(place)
    bar = MessageBar(place)
    place.layout().addWidget(bar)
    place.resize(700, 120)
    place.show()
    bar.place = place
    return bar


def test_is_not_there_until_something_is_said(bar):
    assert not bar.isVisible()


def test_a_passing_message_goes_by_itself(qtbot, bar):
    bar._timer.setInterval(30)
    bar.say("Copied with its source.")
    assert bar.isVisible()
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_eight_seconds_are_left_to_read_it(bar):
    bar.say("Copied.")
    assert bar._timer.interval() == messages._READING_TIME == 8000
    assert bar._timer.isActive()


def test_a_passing_message_stays_while_somebody_is_at_it(qtbot, bar):
    bar.place.activateWindow()
    bar._timer.setInterval(30)
    bar.say("Removed.", action="Undo", wanted=bar.place.update)
    bar.button.setFocus()
    qtbot.waitUntil(bar.button.hasFocus)
    QTest.qWait(120)
    assert bar.isVisible()


def test_a_grave_message_stays_until_it_is_closed(qtbot, bar):
    bar._timer.setInterval(20)
    bar.say("The change was not saved.", grave=True)
    QTest.qWait(80)
    assert bar.isVisible()
    assert bar.property("grave") is True
    qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_a_passing_message_gives_way_to_the_next(bar):
    bar.say("One.")
    bar.say("Two.")
    assert bar.label.text() == "Two."
    bar.put_away()
    assert not bar.isVisible()


def test_the_newest_grave_message_is_seen_and_those_behind_it_are_counted(bar):
    bar.say("The disk is full.", grave=True)
    bar.say("The change was not saved.", grave=True)
    bar.say("The change was not saved.", grave=True)
    assert bar.label.text() == "The change was not saved."
    assert bar.more.isVisible()
    assert bar.more.text() == "1 more"
    bar.put_away()
    assert bar.label.text() == "The disk is full."
    assert not bar.more.isVisible()
    bar.put_away()
    assert not bar.isVisible()


def test_what_is_said_again_is_seen_again_and_counted_once(bar):
    bar.say("The disk is full.", grave=True)
    bar.say("The change was not saved.", grave=True)
    bar.say("The disk is full.", grave=True)
    assert (bar.label.text(), bar.more.text()) == ("The disk is full.", "1 more")


def test_a_passing_message_waits_behind_a_grave_one(bar):
    bar.say("The disk is full.", grave=True)
    bar.say("Copied.")
    assert (bar.label.text(), bar.more.text()) == ("The disk is full.", "1 more")
    bar.put_away()
    assert bar.label.text() == "Copied."
    assert bar._timer.isActive()


def test_a_lasting_message_waits_for_its_answer_also_behind_what_passes(qtbot, bar):
    asked = []
    bar._timer.setInterval(30)
    bar.say("3 passages need a look.", action="Look", wanted=lambda: asked.append("look"), lasting=True)
    QTest.qWait(80)
    assert (bar.isVisible(), bool(bar.property("grave")), bar.sign.isVisible()) == (True, False, False)
    bar.say("Copied.")
    assert (bar.label.text(), bar.more.text()) == ("Copied.", "1 more")
    qtbot.waitUntil(lambda: bar.label.text() == "3 passages need a look.")
    qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    assert (asked, bar.isVisible()) == (["look"], False)


def test_what_is_no_longer_so_is_said_no_longer(bar):
    bar.say("Removed.")
    bar.withdraw("Removed.")
    assert not bar.isVisible()
    bar.say("The disk is full.", grave=True)
    bar.say("Removed.")
    bar.withdraw("Removed.")
    bar.withdraw("Something else.")
    assert bar.label.text() == "The disk is full."
    assert not bar.more.isVisible()


def test_the_action_is_done_once_and_closes(qtbot, bar):
    done = []
    bar.say("Removed.", action="Undo & back", wanted=lambda: done.append(bar.isVisible()))
    assert bar.button.text() == "Undo && back"
    qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    assert done == [False]


def test_without_an_action_there_is_no_button(bar):
    bar.say("Copied.")
    assert not bar.button.isVisible()


def test_html_is_shown_as_it_is_written(bar):
    bar.say("<img src='file:///etc/passwd'> & <b>bold</b>")
    assert bar.label.textFormat() == Qt.TextFormat.PlainText
    assert bar.accessibleName() == bar.label.text()


def test_escape_closes_what_has_the_focus(qtbot, bar):
    bar.place.activateWindow()
    bar.say("The disk is full.", grave=True)
    bar.close_button.setFocus()
    qtbot.waitUntil(bar.close_button.hasFocus)
    qtbot.keyClick(bar.close_button, Qt.Key.Key_Escape)
    assert not bar.isVisible()
