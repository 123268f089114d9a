"""What changed is drawn in the panes, walked through by key, and followed to where it moved."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.settings import Settings
from reader.text.decision import Member
from reader.text.progress import Stopped
from reader.ui.bases import NO_BASE
from reader.ui.change_marks import edge, sign_of, tint
from reader.ui.colour import contrast, rgb
from reader.ui.comparing import Comparing
from reader.ui.look import dark, light
from reader.ui.paragraphs import _rising
from reader.ui.traces import ALONE, GONE, MOVED, NEW, PLACE, Trace, Traces
from tests.thorough import tried

A09, A14, P15 = "aftale-2009", "aftale-2014", "principper-2015"
STEPS = tried(100, 10_000)
HEIGHT = 2.0


def settle(rounds=12):
    for _ in range(rounds):
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def compare(qtbot):
    """Wait until everything that is open has been compared."""

    def waited(program):
        changes = program.window.furniture.changes
        qtbot.waitUntil(lambda: not changes.comparing.is_busy)
        settle()
        return changes

    return waited


@pytest.fixture
def changes(opened, compare):
    """The window with the agreements of 2014 and 2015, with changes on."""
    opened.choose("changes")
    return compare(opened)


@pytest.fixture
def shown(opened, changes):
    """Return the changes of a pane by its number."""
    return lambda number: changes.traces_of(opened.panes[number])


def words(program, number, trace):
    text = program.desk.edition(program.panes[number].agreement).text
    return [text[start:end] for start, end in trace.pieces]


def principle(program, agreement, number):
    return program.desk.edition(agreement).principle(number)


def within(traces, found):
    return [trace for trace in traces.changes if found.start <= trace.start < found.end]


def picture(pane):
    settle()
    return pane.view.viewport().grab().toImage()


def head(program, number):
    return program.window.furniture.wardrobe.dress_of(program.panes[number]).head.changes


# What is seen


def test_the_two_changes_of_the_lede_of_principle_2_are_shown(opened, shown):
    two = within(shown(1), principle(opened, P15, 2))
    assert [trace.kind for trace in two] == [NEW, NEW]
    assert words(opened, 1, two[0])[0].startswith("Styring på mål og resultater er udgangspunktet")
    assert two[0].gone.startswith("Resultatbaseret styring skal sikre fokus")
    assert words(opened, 1, two[1]) == ["fremfor procesfokus "]
    before = within(shown(0), principle(opened, A14, 2))
    assert [trace.kind for trace in before] == [GONE, PLACE]
    assert [sign_of(trace) for trace in two] == ["!", ""]


def test_principles_that_stayed_as_they_were_show_nothing(opened, shown):
    for number in (1, 4):
        assert not within(shown(0), principle(opened, A14, number))
        assert not within(shown(1), principle(opened, P15, number))


def test_new_and_dropped_principles_are_marked_as_wholes(opened, shown):
    assert [(t.number, sign_of(t)) for t in shown(1).own if t.kind == ALONE] == [(5, "+")]
    assert [(t.number, sign_of(t)) for t in shown(0).own if t.kind == ALONE] == [(7, "–"), (8, "–"), (9, "–")]


def test_what_may_be_only_a_misreading_is_faint_and_not_counted(opened, shown):
    faint = next(trace for trace in shown(1).own if "medarbejdernes" in trace.new)
    assert faint.faint
    assert faint not in shown(1).changes
    assert not faint.decisive


def test_nothing_is_drawn_when_off_and_the_page_is_as_before(opened, changes, compare):
    pane = opened.panes[1]
    opened.desk.go_to(P15, principle(opened, P15, 2).start)
    with_changes = picture(pane)
    top = pane.view.top()[0]
    opened.choose("changes")
    assert head(opened, 1).isHidden()
    assert not changes.traces_of(pane)
    without = picture(pane)
    assert pane.view.top()[0] == top
    opened.choose("changes")
    compare(opened)
    assert picture(pane) == with_changes
    assert without.size() != with_changes.size() or without != with_changes
    opened.choose("changes")
    assert picture(pane) == without


def test_drawing_changes_moves_no_word(opened, changes):
    pane = opened.panes[1]
    on = [pane.view.y_of(block.start) for block in pane.view.page.edition.blocks]
    opened.choose("changes")
    assert [pane.view.y_of(block.start) for block in pane.view.page.edition.blocks] == on


def test_the_head_counts_the_changes_and_names_the_base(opened, changes):
    many, few = (
        len(changes.traces_of(opened.panes[1]).changes),
        len(changes.traces_of(opened.panes[1]).decisive),
    )
    assert head(opened, 1).text().startswith(f"{many} change")
    assert f"{few} decisive" in head(opened, 1).text()
    assert "ØA14" in head(opened, 1).text()
    assert "P15" in head(opened, 0).text()


def test_a_tip_says_what_was_there_before_and_what_it_became(opened, shown):
    tips = opened.panes[1].tips(), opened.panes[0].tips()
    change = next(trace for trace in shown(1).own if trace.new == "velfærdsydelserne")
    assert "Was in ØA14: “velfærdsydelse”" in tips[0].changes.at(change.start)
    assert "Became in P15: “velfærdsydelserne”" in tips[1].changes.at(change.other[0])
    moved = next(trace for trace in shown(1).own if trace.kind == MOVED and trace.number == 3)
    assert "Moved here from principle 3 of ØA14" in tips[0].changes.at(moved.start)
    gone = next(trace for trace in shown(1).own if trace.kind == PLACE and "negation" in trace.classes)
    assert "ikke mindst når den er afhængig" in tips[0].changes.at(gone.start)
    assert "a negation" in tips[0].changes.at(gone.start)


def test_marks_of_the_changes_stand_in_the_strip_with_their_words(opened, shown):
    strip = opened.window.furniture.wardrobe.dress_of(opened.panes[1]).strip
    change = next(trace for trace in shown(1).own if trace.new == "velfærdsydelserne")
    y = change.start / len(opened.desk.edition(P15).text) * strip.height()
    assert "velfærdsydelse" in strip.tip_at(y + 1)
    opened.choose("changes")
    assert not strip.tip_at(y + 1)


@pytest.mark.parametrize("look", [light(), dark()], ids=["light", "dark"])
@pytest.mark.parametrize("kind", [NEW, MOVED, ALONE])
def test_words_on_a_tint_are_easy_to_read_in_both_themes(look, kind):
    trace = Trace(0, 1, kind, ((0, 1),), "", "", (), False, A14, (0, 0), 1, True)
    ground = tint(trace, look)
    under = ground.red(), ground.green(), ground.blue()
    assert contrast(rgb(look.text), under) >= 7
    assert contrast(rgb(edge(trace, look).name()), rgb(look.paper)) >= 3


def test_the_kinds_are_told_apart_without_colours(opened, shown):
    pane = opened.panes[1]
    rows = {}
    for trace in shown(1).changes[:]:
        if trace.kind in (NEW, MOVED) and trace.kind not in rows:
            opened.desk.go_to(P15, trace.start)
            settle()
            grey = pane.view.viewport().grab().toImage().convertToFormat(_grey())
            rect = pane.view.rect_of(trace.pieces[0][0] + 1, trace.pieces[0][0] + 2)
            column = [grey.pixelColor(rect.center().x(), y).lightness() for y in _foot(rect)]
            rows[trace.kind] = tuple(value < 200 for value in column)
    assert rows[NEW] != rows[MOVED]


def _grey():
    from PySide6.QtGui import QImage

    return QImage.Format.Format_Grayscale8


def _foot(rect):
    return range(rect.bottom() - 5, rect.bottom() + 1)


# Moves


def test_the_moved_paragraph_of_principle_3_links_to_principle_5_and_back(opened, shown):
    away = next(trace for trace in shown(0).own if trace.kind == MOVED and trace.number == 5)
    assert words(opened, 0, away)[0].startswith("Vedholdende ledelsesfokus")
    assert sign_of(away) == "→5"
    opened.desk.go_to(A14, away.start)
    opened.panes[0].view.setFocus()
    opened.press(Qt.Key.Key_Return)
    came = next(trace for trace in shown(1).own if trace.kind == MOVED and trace.number == 3)
    assert sign_of(came) == "←3"
    assert opened.desk.focused() == P15
    assert opened.panes[1].view.caret() == came.start == away.other[0]
    opened.choose("other_end")
    assert opened.desk.focused() == A14
    assert opened.panes[0].view.caret() == away.start


def test_a_click_on_the_arrow_goes_to_the_other_end(opened, shown):
    away = next(trace for trace in shown(0).own if trace.kind == MOVED and trace.number == 5)
    opened.desk.go_to(A14, away.start)
    settle()
    view = opened.panes[0].view
    line = view.rect_of(away.start, away.start + 1)
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(view.viewport().width() - 8, line.center().y())
    )
    settle()
    assert opened.desk.focused() == P15
    assert opened.panes[1].view.caret() == away.other[0]


def test_a_click_on_moved_words_only_puts_the_caret_and_with_ctrl_it_goes(opened, shown):
    away = next(trace for trace in shown(0).own if trace.kind == MOVED and trace.number == 5)
    opened.desk.go_to(A14, away.start)
    settle()
    view = opened.panes[0].view
    at = view.rect_of(away.start + 3, away.start + 4).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settle()
    assert opened.desk.focused() == A14
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, at)
    settle()
    assert opened.desk.focused() == P15


# Keys


def test_keys_walk_through_the_changes_in_order_and_back(opened, shown):
    view = opened.panes[1].view
    opened.desk.go_to(P15, 0)
    view.setFocus()
    starts = [trace.start for trace in shown(1).changes]
    walked = []
    for _ in starts:
        opened.press(Qt.Key.Key_C)
        walked.append(view.caret())
    assert walked == sorted(set(starts))[: len(walked)] + [walked[-1]] * (len(starts) - len(set(starts)))
    opened.press(Qt.Key.Key_C)
    assert "No more" in opened.message()
    opened.press(Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    assert view.caret() == sorted(set(starts))[-2]


def test_decisive_changes_are_walked_through_alone_and_said(opened, shown):
    opened.desk.go_to(P15, 0)
    opened.panes[1].view.setFocus()
    decisive = shown(1).decisive
    assert 0 < len(decisive) < len(shown(1).changes)
    for trace in decisive:
        opened.press(Qt.Key.Key_D)
        assert opened.panes[1].view.caret() == trace.start
        assert "Decisive" in opened.message()


def test_without_changes_the_keys_say_how_to_show_them(opened):
    opened.choose("next_change")
    assert "Ctrl+D" in opened.message()


# Other work goes on


def test_words_are_selected_and_highlighted_with_changes_on(opened, shown):
    change = next(trace for trace in shown(1).own if trace.new == "fremfor procesfokus ")
    view = opened.panes[1].view
    opened.desk.go_to(P15, change.start)
    view.setFocus()
    for _ in range(7):
        opened.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert opened.desk.selection == (P15, change.start, change.start + 7)
    opened.press(Qt.Key.Key_1)
    assert view.highlights_at(change.start + 1)
    assert opened.panes[1].tips().changes.at(change.start + 1)
    opened.choose("undo")
    assert not view.highlights_at(change.start + 1)


def test_it_is_remembered_that_changes_are_shown_and_with_what(opened, changes, compare):
    changes.compare_with(opened.panes[0], NO_BASE)
    opened.again()
    again = compare(opened)
    assert opened.actions["changes"].isChecked()
    assert not again.traces_of(opened.panes[0]).own
    assert again.traces_of(opened.panes[1]).own


# What is compared with what


def test_another_base_can_be_chosen_and_none(program, compare):
    program.open(Settings(theme="light", language="en", changes=True), (A09, A14, P15))
    changes = compare(program)
    pane = program.panes[2]
    assert "ØA14" in head(program, 2).text()
    menu = head(program, 2).menu()
    next(action for action in menu.actions() if action.data() == A09).trigger()
    compare(program)
    assert "ØA09" in head(program, 2).text()
    changes.compare_with(pane, NO_BASE)
    compare(program)
    assert head(program, 2).text().startswith("Not compared")
    assert not changes.traces_of(pane).own


def test_a_base_that_is_closed_gives_way_to_the_pane_beside(program, compare):
    program.open(Settings(theme="light", language="en", changes=True), (A09, A14, P15))
    changes = compare(program)
    changes.compare_with(program.panes[2], A09)
    compare(program)
    program.desk.close_pane(0)
    compare(program)
    assert "ØA14" in head(program, 1).text()
    assert changes.comparing.result((A09, P15)) is None


def test_a_long_comparison_says_how_far_it_is_and_can_be_stopped(qapp, qtbot):
    from threading import Event

    going, heard = Event(), []

    def work(on):
        while not going.wait(0.01):
            if not on(0.5):
                heard.append("stopped")
                raise Stopped
        return "found"

    comparing = Comparing(lambda pair: (pair, work), qapp)
    pair = (A14, P15)
    with qtbot.waitSignal(comparing.progressed):
        comparing.want([pair])
    assert comparing.share(pair) == 0.5
    comparing.stop(pair)
    qtbot.waitUntil(lambda: not comparing.is_busy)
    assert heard == ["stopped"]
    assert comparing.result(pair) is None
    comparing.want([pair])
    assert not comparing.is_busy
    comparing.again(pair)
    going.set()
    comparing.want([pair])
    qtbot.waitUntil(lambda: comparing.result(pair) == "found")
    comparing.want([])
    assert comparing.result(pair) is None


# Following


def move(pane, y):
    pane.view.setFocus()
    pane.view.verticalScrollBar().setValue(round(y))


def test_paragraphs_that_answer_each_other_stand_at_one_height(opened, changes):
    one, other = opened.panes
    level = [pair for pair in changes.level(P15, A14) if pair[0] > principle(opened, P15, 2).start]
    assert level == sorted(level, key=lambda pair: pair[1])
    most = other.view.verticalScrollBar().maximum()
    for here, there in level:
        y = other.view.y_of(here) - (other.reading_height() - other.view.verticalScrollBar().value())
        if 0 <= round(y) <= most:
            move(other, y)
            settle(2)
            heights = [
                other.view.y_of(here) - other.view.verticalScrollBar().value(),
                one.view.y_of(there) - one.view.verticalScrollBar().value(),
            ]
            assert abs(heights[0] - heights[1]) <= HEIGHT


def test_scrolling_about_with_changes_on_never_drifts_or_echoes(opened, changes):
    dice = random.Random(2015)
    one, other = opened.panes
    places = {}
    for _ in range(STEPS):
        leader, follower = (one, other) if dice.random() < 0.5 else (other, one)
        bar = leader.view.verticalScrollBar()
        span = principle(opened, leader.agreement, dice.choice((1, 2, 3, 4, 6)))
        top, bottom = leader.view.y_of(span.start), leader.view.y_of(span.end)
        wanted = min(round(dice.uniform(top, bottom)), bar.maximum())
        if wanted == bar.value():
            continue
        bar.setValue(wanted)
        settle(1)
        assert bar.value() == wanted
        found = follower.view.verticalScrollBar().value()
        assert places.setdefault((leader.agreement, wanted), found) == found


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=40))
def test_places_that_stand_level_rise_on_both_sides_and_are_as_many_as_can_be(pairs):
    pairs = sorted(dict(pairs).items())
    kept = _rising(pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(kept))
    assert set(kept) <= set(pairs)
    longest = [1] * len(pairs)
    for at, (_, to) in enumerate(pairs):
        longest[at] += max((longest[b] for b in range(at) if pairs[b][1] < to), default=0)
    assert len(kept) == max(longest, default=0)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 12)), max_size=25))
def test_every_change_on_a_letter_is_found_there(spans):
    made = [
        Trace(start, start + size, NEW if size else PLACE, ((start, start + size),), "", "", (), False, A14,
              (0, 0), None, True)
        for start, size in spans
    ]  # fmt: skip
    traces = Traces(made)
    for offset in range(75):
        on = {
            t
            for t in made
            if t.start <= offset < t.end or (t.kind == PLACE and offset in (t.start - 1, t.start))
        }
        assert set(traces.at(offset)) == on


def test_changes_follow_what_the_person_decides(opened, compare):
    opened.choose("changes")
    compare(opened)
    before = opened.window.furniture.changes.comparing.result((A14, P15))
    opened.desk.decide(Member(A14, 2), Member(P15, 2), "refused")
    compare(opened)
    after = opened.window.furniture.changes.comparing.result((A14, P15))
    assert after is not before
    assert after != before
