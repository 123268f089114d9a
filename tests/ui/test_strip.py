"""The strip beside a pane shows all marks and leads to them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from reader.ui.strip import MarkStrip, StripMark

Left, NoMod = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def strip(qtbot):
    made = MarkStrip()
    qtbot.addWidget(made)
    made.resize(10, 400)
    made.show()
    return made


def colour(strip, y):
    return strip.grab().toImage().pixelColor(5, y).name()


def test_marks_stand_at_their_relative_places(strip):
    strip.set_marks([(0.25, 0.3, "#c4ebcd"), StripMark(1.0, 1.0, "#f9c9c6", "slut")])
    plain = colour(strip, 50)
    assert colour(strip, 101) == "#c4ebcd"
    assert colour(strip, 119) == "#c4ebcd"
    assert colour(strip, 399) == "#f9c9c6"
    assert {colour(strip, y) for y in (97, 123, 300)} == {plain}


def test_the_visible_part_is_a_band(strip):
    plain = colour(strip, 50)
    strip.set_visible_part(0.1, 0.2)
    assert colour(strip, 50) != plain
    assert colour(strip, 90) == plain


def test_a_click_asks_to_go_to_the_mark_or_the_place(strip, qtbot):
    strip.set_marks([(0.5, 0.5, "#c4ebcd")])
    with qtbot.waitSignal(strip.wanted) as told:
        QTest.mouseClick(strip, Left, NoMod, QPoint(5, 204))
    assert told.args == [0.5]
    with qtbot.waitSignal(strip.wanted) as told:
        QTest.mouseClick(strip, Left, NoMod, QPoint(5, 100))
    assert told.args == [0.25]
    QTest.mousePress(strip, Left, NoMod, QPoint(5, 100))
    with qtbot.waitSignal(strip.wanted) as told:
        QTest.mouseMove(strip, QPoint(5, 900))
    assert told.args == [1.0]


def test_a_tooltip_shows_a_hostile_text_as_it_is(strip):
    hostile = '<img src="file:///etc/passwd"> & <b>fed</b>'
    strip.set_marks([(0.5, 0.5, "#c4ebcd", hostile)])
    assert "&lt;img" in strip.tip_at(201)
    assert "<img" not in strip.tip_at(201)
    assert strip.tip_at(230) == ""


def test_thousands_of_marks_are_no_more_bars_than_there_are_pixels(strip):
    strip.set_marks([(n / 10_000, n / 10_000, "#c4ebcd") for n in range(10_000)])
    assert len(strip._bars()) <= strip.height() + 1


def test_a_screen_reader_is_told_what_it_is(strip):
    strip.set_marks([(0.5, 0.5, "#c4ebcd")])
    told = QAccessible.queryAccessibleInterface(strip)
    assert told.text(QAccessible.Text.Name) == "Marks in the agreement"
    assert told.text(QAccessible.Text.Description) == "Number of marks: 1"
