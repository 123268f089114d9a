"""Panes keep the same principle at the same height, one leads at a time, and nothing echoes."""

import random
from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from reader.app import Randnote
from reader.paths import Paths
from reader.settings import OpenPane, Settings

A14, P15, A09, FV = "aftale-2014", "principper-2015", "aftale-2009", "faelles-velfaerd-2014"
HEIGHT = 2.0
"""How far apart, in px, two lines may be and still stand at the same height."""


def settle(rounds=40):
    for _ in range(rounds):
        QApplication.processEvents()


@pytest.fixture
def side_by_side(qapp, tmp_path):
    programs = []

    def open_window(*agreements, following=True):
        paths = Paths(tmp_path)
        program = Randnote(qapp, paths, Settings(theme="light", language="en", following=following))
        window = program.show(tuple(OpenPane(name) for name in agreements))
        window.resize(1400, 860)
        window.furnish()
        settle()
        programs.append((program, window))
        return program.desk, window.panes.panes()

    yield open_window
    for program, window in programs:
        window.close()
        window.deleteLater()
        settle()
        program.close()


def height(pane, offset):
    return pane.view.y_of(offset) - pane.view.verticalScrollBar().value()


def principle_of(desk, pane, thread):
    number = thread.number_in(pane.agreement)
    return desk.edition(pane.agreement).principle(number) if number else None


def turn_wheel(pane, turn, held=Qt.KeyboardModifier.NoModifier):
    viewport = pane.view.viewport()
    at = QPointF(viewport.rect().center())
    everywhere = QPointF(viewport.mapToGlobal(at.toPoint()))
    event = QWheelEvent(
        at,
        everywhere,
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)
    settle(3)


@pytest.mark.parametrize("agreements", [(A14, P15), (P15, A14, A09), (A14, P15, A09, FV)])
def test_choosing_any_principle_brings_it_to_the_same_height_in_every_pane(side_by_side, agreements):
    desk, panes = side_by_side(*agreements)
    for thread in desk.threads():
        desk.choose_thread(thread)
        settle()
        found = [(pane, principle_of(desk, pane, thread)) for pane in panes]
        heights = [height(pane, principle.start) for pane, principle in found if principle]
        assert max(heights) - min(heights) <= HEIGHT
        for pane, principle in found:
            assert bool(pane.notice) == (principle is None)


def test_a_pane_without_the_principle_holds_still_and_says_so(side_by_side):
    desk, panes = side_by_side(A14, P15, A09)
    desk.choose_thread(desk.threads()[1])
    settle()
    before = panes[2].view.verticalScrollBar().value()
    desk.choose_thread(desk.threads()[8])
    settle()
    assert panes[2].view.verticalScrollBar().value() == before
    assert "Nye former for samarbejde" in panes[2].notice
    assert "Nye former for samarbejde" in panes[1].notice
    assert not panes[0].notice


@pytest.mark.parametrize("agreements", [(A14, P15), (A14, P15, A09)])
def test_scrolling_one_pane_moves_the_others_in_proportion(side_by_side, agreements):
    desk, panes = side_by_side(*agreements)
    leader, follower = panes[0], panes[1]
    for thread in desk.threads():
        ours, theirs = principle_of(desk, leader, thread), principle_of(desk, follower, thread)
        if not ours or not theirs:
            continue
        desk.choose_thread(thread)
        settle()
        turn_wheel(leader, -240)
        span = [leader.view.y_of(ours.start), leader.view.y_of(ours.end)]
        other = [follower.view.y_of(theirs.start), follower.view.y_of(theirs.end)]
        share = (leader.reading_height() - span[0]) / (span[1] - span[0])
        assert 0 < share < 1
        wanted = other[0] + share * (other[1] - other[0])
        assert abs(follower.reading_height() - wanted) <= HEIGHT


@pytest.mark.parametrize("agreements", [(A14, P15), (A14, P15, A09, FV)])
def test_one_turn_of_the_wheel_is_heard_once(side_by_side, agreements):
    desk, panes = side_by_side(*agreements)
    desk.choose_thread(desk.threads()[1])
    settle()
    heard = Counter()
    counters = []
    for number, pane in enumerate(panes):

        def count(_value, number=number):
            heard[number] += 1

        counters.append((pane, count))
        pane.view.verticalScrollBar().valueChanged.connect(count)
    turn_wheel(panes[0], -120)
    settle()
    assert heard[0] == 1
    assert heard[1] == 1
    assert all(heard[number] == 0 for number in range(2, len(panes)))
    for pane, count in counters:
        pane.view.verticalScrollBar().valueChanged.disconnect(count)


def test_a_thousand_turns_away_and_back_drift_nowhere(side_by_side):
    desk, panes = side_by_side(A14, P15)
    desk.choose_thread(desk.threads()[1])
    settle()
    chance = random.Random(7)
    turn_wheel(panes[0], -120)
    start = [pane.view.verticalScrollBar().value() for pane in panes]
    for _ in range(500):
        leader = panes[chance.randrange(2)]
        bar = leader.view.verticalScrollBar()
        here = bar.value()
        bar.setValue(here + chance.randrange(-90, 90))
        bar.setValue(here)
    panes[0].view.verticalScrollBar().setValue(start[0] + 1)
    panes[0].view.verticalScrollBar().setValue(start[0])
    settle()
    now = [pane.view.verticalScrollBar().value() for pane in panes]
    assert [abs(a - b) <= HEIGHT for a, b in zip(start, now, strict=True)] == [True, True]


def test_a_pinned_pane_stays_where_it_is(side_by_side):
    desk, panes = side_by_side(A14, P15)
    desk.choose_thread(desk.threads()[1])
    settle()
    panes[1].pinned = True
    before = panes[1].view.verticalScrollBar().value()
    turn_wheel(panes[0], -360)
    assert panes[1].view.verticalScrollBar().value() == before


def test_a_distance_set_with_alt_and_wheel_stays_until_it_is_let_go(side_by_side):
    desk, panes = side_by_side(A14, P15)
    desk.choose_thread(desk.threads()[1])
    settle()
    turn_wheel(panes[1], -120, Qt.KeyboardModifier.AltModifier)
    shift = panes[1].shift
    assert shift != 0
    desk.choose_thread(desk.threads()[2])
    settle()
    third = [principle_of(desk, pane, desk.threads()[2]) for pane in panes]
    apart = height(panes[0], third[0].start) - height(panes[1], third[1].start)
    assert abs(apart - shift) <= HEIGHT
    turn_wheel(panes[0], -120)
    assert panes[1].shift == shift


def test_nothing_follows_when_following_is_off(side_by_side):
    desk, panes = side_by_side(A14, P15, following=False)
    desk.choose_thread(desk.threads()[1])
    settle()
    before = panes[1].view.verticalScrollBar().value()
    turn_wheel(panes[0], -360)
    assert panes[1].view.verticalScrollBar().value() == before


def test_another_text_size_keeps_the_line_at_the_top(side_by_side):
    desk, panes = side_by_side(A14, P15)
    desk.choose_thread(desk.threads()[4])
    settle()
    wanted = [desk.edition(pane.agreement).block_at(pane.reading_offset()).id for pane in panes]
    for scale in (2.0, 0.7, 1.0):
        desk.prefer(desk.settings.with_scale(scale))
        settle()
        assert [desk.edition(p.agreement).block_at(p.reading_offset()).id for p in panes] == wanted
