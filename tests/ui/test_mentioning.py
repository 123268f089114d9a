"""A person goes from where a text speaks of something to what is meant."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip

from reader.ui.navigator import around
from reader.ui.threadlist import ROW

A09, A14, FV, P15 = "aftale-2009", "aftale-2014", "faelles-velfaerd-2014", "principper-2015"


@pytest.fixture
def mentioning(opened, qtbot):
    made = opened.window.furniture.mentioning
    made.look()
    qtbot.waitUntil(lambda: bool(made.known))
    return made


def mention(mentioning, agreement, wanted):
    return next(one for one in mentioning.known[agreement] if wanted(one))


def to_itself(one):
    return one.kind == "annex" and one.target.agreement == A14 and one.stands == "text"


def bring(opened, pane, offset):
    with opened.window.panes.leading.quietly():
        pane.bring(offset)
    QApplication.processEvents()
    rect = pane.view.rect_of(offset, offset + 3)
    return QPoint(rect.left() + 3, rect.center().y())


def test_ctrl_and_click_goes_to_the_annex_that_is_spoken_of_and_back_returns(opened, mentioning):
    found = mention(mentioning, A14, to_itself)
    pane = opened.panes[0]
    at = bring(opened, pane, found.start)
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, at)
    assert pane.view.caret() == found.target.span[0]
    assert opened.desk.can_go_back()


def test_a_click_without_ctrl_stays_where_it_is(opened, mentioning):
    found = mention(mentioning, A14, to_itself)
    pane = opened.panes[0]
    at = bring(opened, pane, found.start)
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert found.start <= pane.view.caret() <= found.end


def test_enter_goes_to_another_agreement_and_opens_it(opened, mentioning):
    found = mention(mentioning, FV, lambda one: one.target.principle == 2)
    opened.desk.go_to(FV, found.start)
    opened.press(Qt.Key.Key_Return)
    pane = opened.window.panes.focused()
    assert pane.agreement == A14
    assert opened.desk.edition(A14).principle_at(pane.view.caret()).number == 2


def test_what_is_not_in_the_library_is_said_and_nothing_moves(opened, mentioning):
    found = mention(mentioning, A14, lambda one: not one.target.known and one.kind == "agreement")
    opened.desk.go_to(A14, found.start)
    opened.press(Qt.Key.Key_Return)
    assert opened.message().endswith("is not in your library.")
    assert opened.window.panes.focused().view.caret() == found.start


def test_mentions_are_underlined_when_they_are_marked_and_only_then(opened, mentioning):
    pane = opened.panes[0]
    found = mention(mentioning, A14, to_itself)
    bring(opened, pane, found.start)
    before = pane.view.grab().toImage()
    opened.choose("mentions")
    assert opened.desk.settings.mentions
    assert pane.view.grab().toImage() != before
    opened.choose("mentions")
    assert pane.view.grab().toImage() == before


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_the_one_under_the_pointer_is_underlined_and_told(opened, mentioning):
    pane = opened.panes[0]
    found = mention(mentioning, A14, to_itself)
    at = bring(opened, pane, found.start)
    before = pane.view.grab().toImage()
    QTest.mouseMove(pane.view.viewport(), at)
    QApplication.processEvents()
    assert pane.view.grab().toImage() != before
    event = QHelpEvent(QEvent.Type.ToolTip, at, pane.view.viewport().mapToGlobal(at))
    QApplication.sendEvent(pane.view.viewport(), event)
    assert "Ctrl+click or Enter goes there" in QToolTip.text()


def test_agreements_that_only_speak_of_the_principles_are_listed_with_their_mentions(opened, mentioning):
    threads = opened.window.furniture.navigator.threads
    rows = [threads.rows.index(n).data(ROW) for n in range(threads.rows.rowCount())]
    groups = [row.group for row in rows if row.group.endswith("speaks of the principles")]
    assert groups == ["ØA09 speaks of the principles", "FV14 speaks of the principles"]
    spoken = [number for number, row in enumerate(rows) if row.mention]
    assert len(spoken) == 20
    threads.clicked.emit(threads.rows.index(spoken[0]))
    row = rows[spoken[0]]
    assert opened.desk.focused() == A09
    assert opened.window.panes.focused().view.selection() == (row.mention.start, row.mention.end)
    words = opened.desk.edition(A09).text[row.mention.start : row.mention.end]
    assert words in row.words


def test_an_agreement_without_the_principle_offers_its_nearest_mention(opened, mentioning):
    opened.show_in_pane(1, FV)
    thread = next(one for one in opened.desk.threads() if one.number_in(A14) == 2)
    opened.desk.choose_thread(thread)
    pane = opened.panes[1]
    button = pane.findChild(QPushButton, "nearest")
    assert button.isVisible()
    assert button.accessibleName() == "Nearest mention: “styring på mål og resultater”"
    button.click()
    found = mention(mentioning, FV, lambda one: one.target.principle == 2)
    assert pane.view.selection() == (found.start, found.end)
    opened.show_in_pane(1, P15)
    opened.desk.choose_thread(thread)
    assert not button.isVisible()


def test_the_words_around_a_mention_are_of_its_own_paragraph():
    text = "Et afsnit før.\nAftalen bygger på de ti principper for god decentral styring.\nEt efter."
    start = text.index("de ti principper")
    assert around(text, start, start + 16).startswith("Aftalen bygger på de ti principper")
    assert "\n" not in around(text, start, start + 16)
