"""Panes keep the same principle at the same height, one leads at a time, and nothing echoes."""

import random
import shutil
from bisect import bisect_right

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.app import Randnote
from reader.compare.answers import Answers, Pair, answers
from reader.compare.concordance import threads
from reader.paths import Paths
from reader.settings import OpenPane, Settings
from reader.ui.following import Follower
from reader.ui.look import light
from reader.ui.page import Page
from reader.ui.reading import ReadingView

A14, P15, A09 = "aftale-2014", "principper-2015", "aftale-2009"
TWO, THREE, FOUR = (A14, P15), (P15, A14, P15), (A14, P15, A09, A14)
LAYOUTS = pytest.mark.parametrize("agreements", [TWO, THREE, FOUR], ids=["two", "three", "four"])
HEIGHT = 2.0
"""How far apart, in px, two lines may be and still stand at the same height."""
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


def settle(rounds=12):
    for _ in range(rounds):
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def side_by_side(undressed, kept_library, tmp_path):
    """Open the real window with these agreements, the one in focus at the second principle."""
    shutil.copyfile(kept_library, tmp_path / "library.db")
    open_now = []

    def show(*agreements):
        program = Randnote(undressed, Paths(tmp_path), Settings(theme="light", language="en"))
        window = program.show(tuple(OpenPane(name) for name in agreements))
        open_now.append((program, window))
        window.resize(1440, 900)
        window.furnish()
        settle(40)
        program.desk.choose_thread(program.desk.threads()[1])
        settle()
        return program.desk, window.panes.panes(), window

    yield show
    for program, window in open_now:
        window.close()
        window.deleteLater()
        settle()
        program.close()


def value(pane):
    return pane.view.verticalScrollBar().value()


def height(pane, offset):
    return pane.view.y_of(offset) - value(pane)


def principle_of(desk, pane, thread):
    number = thread.number_in(pane.agreement)
    return desk.edition(pane.agreement).principle(number) if number else None


def extent(pane, principle):
    return pane.view.y_of(principle.start), pane.view.y_of(principle.end)


def lowest(pane):
    """Return the y that is at the line where pages are compared when a pane is scrolled to its end."""
    return pane.reading_height() - value(pane) + pane.view.verticalScrollBar().maximum()


def turn_wheel(pane, pixels, held=NONE):
    """Turn the wheel so that the text moves up by this many px, as a finely stepped wheel does."""
    viewport = pane.view.viewport()
    at = QPointF(viewport.rect().center())
    event = QWheelEvent(
        at, QPointF(viewport.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, -2 * pixels),
        Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)


def scroll_to(pane, y):
    """Turn the wheel until the line where pages are compared is at this y of the page."""
    move(pane, round(y - pane.reading_height()))
    assert abs(pane.reading_height() - y) <= 1


def move(pane, pixels):
    """Turn the wheel as often as it takes: one turn moves no further than a page."""
    for _ in range(abs(pixels) // 300):
        turn_wheel(pane, 300 if pixels > 0 else -300)
    turn_wheel(pane, pixels % 300 if pixels > 0 else -(-pixels % 300))
    settle(3)


# Choosing


@LAYOUTS
def test_choosing_any_principle_brings_it_to_one_height_in_every_pane(side_by_side, agreements):
    desk, panes, _ = side_by_side(*agreements)
    for thread in desk.threads():
        desk.choose_thread(thread)
        settle(3)
        found = [(pane, principle_of(desk, pane, thread)) for pane in panes]
        heights = [height(pane, principle.start) for pane, principle in found if principle]
        assert max(heights) - min(heights) <= HEIGHT
        assert 0 <= min(heights) < 60
        assert [bool(pane.notice) for pane, _ in found] == [not principle for _, principle in found]
        assert desk.thread_in_view == thread


def test_a_principle_that_no_open_agreement_has_opens_one_that_does(side_by_side):
    desk, panes, window = side_by_side(A09)
    assert [pane.agreement for pane in window.panes.panes()] == [A09, P15]
    assert panes[0].notice
    shown = window.panes.panes()[1]
    assert height(shown, principle_of(desk, shown, desk.threads()[1]).start) < 60


# Scrolling


@LAYOUTS
def test_the_others_are_at_the_same_share_of_every_principle(side_by_side, agreements):
    desk, panes, _ = side_by_side(*agreements)
    dice = random.Random(2014)
    for thread in desk.threads():
        leader = dice.choice([pane for pane in panes if principle_of(desk, pane, thread)])
        top, bottom = extent(leader, principle_of(desk, leader, thread))
        for _ in range(4):
            scroll_to(leader, dice.uniform(top + 1, min(bottom, lowest(leader)) - 1))
            share = (leader.reading_height() - top) / (bottom - top)
            for pane in panes:
                found = principle_of(desk, pane, thread)
                if found:
                    first, last = extent(pane, found)
                    wanted = min(first + share * (last - first), lowest(pane))
                    assert abs(pane.reading_height() - wanted) <= HEIGHT


def test_a_pane_without_the_principle_holds_still_and_says_so_while_it_is_read(side_by_side):
    desk, panes, _ = side_by_side(A14, P15, A09)
    eighth = desk.threads()[8]
    top, bottom = extent(panes[0], principle_of(desk, panes[0], eighth))
    scroll_to(panes[0], top + 2)
    before = [value(pane) for pane in panes[1:]]
    for share in (0.2, 0.9, 0.5):
        scroll_to(panes[0], top + share * (bottom - top))
        assert [value(pane) for pane in panes[1:]] == before
        assert all("Nye former for samarbejde" in pane.notice for pane in panes[1:])
        assert not panes[0].notice
    scroll_to(panes[0], extent(panes[0], principle_of(desk, panes[0], desk.threads()[3]))[0] + 40)
    assert not panes[1].notice


@LAYOUTS
def test_one_turn_of_the_wheel_moves_each_pane_once_and_comes_not_back(side_by_side, agreements):
    _, panes, _ = side_by_side(*agreements)
    heard = [Heard(pane) for pane in panes]
    for leader in (0, len(panes) - 1, 0):
        for pane in heard:
            pane.values.clear()
        before = value(panes[leader])
        turn_wheel(panes[leader], 60)
        settle()
        assert heard[leader].values == [before + 60]
        assert all(len(pane.values) <= 1 for pane in heard)
        assert all(heard[at].values for at, pane in enumerate(panes) if pane.agreement != A09)


class Heard:
    """Keeps every place that a pane's scroll bar came to."""

    def __init__(self, pane):
        self.values = []
        pane.view.verticalScrollBar().valueChanged.connect(self.values.append)


def test_a_thousand_turns_of_the_wheel_drift_nowhere(side_by_side):
    _, panes, _ = side_by_side(*TWO)
    dice = random.Random(7)
    turn_wheel(panes[0], 1)
    begun = [value(pane) for pane in panes]
    for turn in range(1000):
        turn_wheel(dice.choice(panes), dice.choice((-1, 1)) * dice.randrange(1, 200))
        if turn % 10 == 0:
            settle(1)
    move(panes[0], begun[0] - value(panes[0]))
    assert value(panes[0]) == begun[0]
    assert abs(value(panes[1]) - begun[1]) <= HEIGHT


def test_every_place_is_left_and_returned_to_with_the_same_place_beside_it(side_by_side):
    desk, panes, _ = side_by_side(*TWO)
    dice = random.Random(11)
    first, last = (principle_of(desk, panes[0], desk.threads()[at]) for at in (0, 6))
    top, bottom = panes[0].view.y_of(first.start), panes[0].view.y_of(last.end)
    for _ in range(25):
        scroll_to(panes[0], dice.uniform(top, bottom))
        before = [value(pane) for pane in panes]
        away = dice.randrange(1, 4000)
        move(panes[0], away)
        move(panes[0], -away)
        assert value(panes[0]) == before[0]
        assert abs(value(panes[1]) - before[1]) <= HEIGHT


def test_every_place_is_known_before_the_page_is_laid_out_as_far(qtbot, library):
    def new_view():
        view = ReadingView()
        qtbot.addWidget(view)
        view.show_page(Page(library.edition(A14), light()))
        return view

    laid_out = new_view()
    heights = [laid_out.extent() * part / 20 for part in range(1, 20)]
    assert [new_view().offset_at(y) for y in heights] == [laid_out.offset_at(y) for y in heights]


# Pinned, apart, alone


def test_a_pinned_pane_neither_follows_nor_leads_until_it_is_let_go(side_by_side):
    desk, panes, window = side_by_side(*TWO)
    pin = window.furniture.wardrobe.dress_of(panes[1]).head.pin
    QTest.mouseClick(pin, Qt.MouseButton.LeftButton)
    before = [value(pane) for pane in panes]
    turn_wheel(panes[0], 180)
    assert [value(pane) for pane in panes] == [before[0] + 180, before[1]]
    turn_wheel(panes[1], 60)
    assert [value(pane) for pane in panes] == [before[0] + 180, before[1] + 60]
    QTest.mouseClick(pin, Qt.MouseButton.LeftButton)
    spans = [extent(pane, principle_of(desk, pane, desk.threads()[1])) for pane in panes]
    shares = [(p.reading_height() - top) / (end - top) for p, (top, end) in zip(panes, spans, strict=True)]
    assert abs(shares[0] - shares[1]) * (spans[1][1] - spans[1][0]) <= HEIGHT


def test_the_menu_says_whether_the_pane_in_focus_is_pinned(side_by_side):
    _, panes, window = side_by_side(*TWO)
    pin = window.furniture.actions["pin"]
    QTest.mouseClick(window.furniture.wardrobe.dress_of(panes[0]).head.pin, Qt.MouseButton.LeftButton)
    assert pin.isChecked()
    panes[1].view.setFocus()
    assert not pin.isChecked()
    pin.trigger()
    assert (panes[1].pinned, pin.isChecked()) == (True, True)
    assert window.furniture.wardrobe.dress_of(panes[1]).head.pin.isChecked()


def test_a_distance_set_with_alt_and_wheel_stays_until_it_is_let_go(side_by_side):
    desk, panes, window = side_by_side(*TWO)
    lead = value(panes[0])
    turn_wheel(panes[1], 90, ALT)
    assert (value(panes[0]), panes[1].shift) == (lead, 90)
    button = window.furniture.wardrobe.dress_of(panes[1]).head.offset
    assert (button.isVisible(), button.text()) == (True, "↕ +90")
    for at in (2, 3):
        desk.choose_thread(desk.threads()[at])
        starts = [principle_of(desk, pane, desk.threads()[at]).start for pane in panes]
        assert abs(height(panes[0], starts[0]) - height(panes[1], starts[1]) - 90) <= HEIGHT
    turn_wheel(panes[0], 60)
    turn_wheel(panes[1], -60)
    assert panes[1].shift == 90
    desk.choose_thread(desk.threads()[2])
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    starts = [principle_of(desk, pane, desk.threads()[2]).start for pane in panes]
    assert abs(height(panes[0], starts[0]) - height(panes[1], starts[1])) <= HEIGHT
    assert not button.isVisible()


def test_nothing_follows_when_following_is_switched_off_and_all_do_again_after(side_by_side):
    _, panes, window = side_by_side(*FOUR)
    window.furniture.actions["following"].trigger()
    for pane in panes:
        before = [value(one) for one in panes if one is not pane]
        turn_wheel(pane, 180)
        assert [value(one) for one in panes if one is not pane] == before
    window.furniture.actions["following"].trigger()
    before = value(panes[1])
    turn_wheel(panes[0], 120)
    assert value(panes[1]) != before


# Another size


def tops(desk, panes):
    """Return the words at the top of every pane, to the end of their paragraph."""
    found = []
    for pane in panes:
        offset = pane.view.offset_at(value(pane) + 30)
        found.append(desk.edition(pane.agreement).text[offset:].split("\n")[0])
    return found


def test_a_resize_keeps_the_line_at_the_top_of_every_pane(side_by_side):
    desk, panes, window = side_by_side(*THREE)
    scroll_to(panes[1], extent(panes[1], principle_of(desk, panes[1], desk.threads()[2]))[0] + 150)
    settle()
    before = [value(pane) for pane in panes]
    words = tops(desk, panes)
    for size in ((1000, 700), (1900, 1000), (900, 600)):
        window.resize(*size)
        settle(40)
        assert all(
            one.endswith(two) or two.endswith(one) for one, two in zip(tops(desk, panes), words, strict=True)
        )
    window.resize(1440, 900)
    settle(40)
    assert [value(pane) for pane in panes] == before


def test_another_text_size_keeps_the_line_at_the_top_of_every_pane(side_by_side):
    desk, panes, _ = side_by_side(*THREE)
    scroll_to(panes[1], extent(panes[1], principle_of(desk, panes[1], desk.threads()[2]))[0] + 150)
    settle()
    before, words = [value(pane) for pane in panes], tops(desk, panes)
    for scale in (2.5, 0.7, 1.3):
        desk.prefer(desk.settings.with_scale(scale))
        settle(40)
        assert all(
            one.endswith(two) or two.endswith(one) for one, two in zip(tops(desk, panes), words, strict=True)
        )
    desk.prefer(desk.settings.with_scale(1.0))
    settle(40)
    assert [value(pane) for pane in panes] == before


# Laws, whatever the pages look like

SHARES = st.floats(0, 1)


def heights(seed):
    """Return an uneven but rising height for every code point of a text."""
    dice = random.Random(seed)
    knots = [0]
    while knots[-1] < 100_000:
        knots.append(knots[-1] + dice.randrange(100, 5000))
    reached = [0.0]
    for _ in knots:
        reached.append(reached[-1] + dice.uniform(1, 3000))

    def height_of(offset):
        at = bisect_right(knots, offset) - 1
        share = (offset - knots[at]) / (knots[at + 1] - knots[at])
        return reached[at] + share * (reached[at + 1] - reached[at])

    return height_of


@pytest.fixture(scope="module")
def found(library):
    """What of each agreement answers what of each other."""
    editions = list(library.editions().values())
    known = threads([edition for edition in editions if edition.principles])
    return {(one.id, two.id): answers(one, two, known) for one in editions for two in editions}


@given(
    share=SHARES,
    seeds=st.tuples(st.integers(0, 99), st.integers(0, 99)),
    names=st.sampled_from([TWO, TWO[::-1], (A09, A14)]),
)
def test_a_place_in_a_pair_is_answered_by_one_in_its_answer(found, share, seeds, names):
    ours, theirs = map(heights, seeds)
    follower = Follower(found[names], ours, theirs)
    for pair in found[names].pairs:
        offset = pair.one[0] + round(share * (pair.one[1] - 1 - pair.one[0]))
        target = follower.target(offset, ours(offset))
        innermost = found[names].innermost(offset)
        assert theirs(innermost.other[0]) <= target <= theirs(innermost.other[1])


@given(shares=st.tuples(SHARES, SHARES), seeds=st.tuples(st.integers(0, 99), st.integers(0, 99)))
def test_who_reads_on_in_a_principle_never_goes_back_in_its_answer(found, shares, seeds):
    ours, theirs = map(heights, seeds)
    follower = Follower(found[TWO], ours, theirs)
    for pair in found[TWO].pairs:
        places = sorted(pair.one[0] + round(share * (pair.one[1] - 1 - pair.one[0])) for share in shares)
        first, then = (follower.target(place, ours(place)) for place in places)
        assert first <= then


@given(share=SHARES, seed=st.integers(0, 99))
def test_an_agreement_beside_itself_is_at_the_very_same_place(found, share, seed):
    height_of = heights(seed)
    follower = Follower(found[A14, A14], height_of, height_of)
    for pair in found[A14, A14].pairs:
        offset = pair.one[0] + round(share * (pair.one[1] - 1 - pair.one[0]))
        assert follower.target(offset, height_of(offset)) == pytest.approx(height_of(offset))


@given(share=SHARES)
def test_where_nothing_answers_there_is_no_target(found, share):
    absent = found[TWO].absent
    follower = Follower(found[TWO], heights(1), heights(2))
    assert len(absent) == 3
    for start, end in absent:
        offset = start + round(share * (end - 1 - start))
        assert follower.lacks(offset)
        assert follower.target(offset, 0.0) is None
        assert not follower.answered(offset)


def test_a_principle_that_is_absent_has_no_target_though_the_chapter_around_it_is_answered():
    around = Answers((Pair((0, 900), (0, 700)),), absent=((300, 400),))
    follower = Follower(around, heights(1), heights(2))
    places = (299, 300, 399, 400)
    assert [follower.target(at, heights(1)(at)) is None for at in places] == [False, True, True, False]
