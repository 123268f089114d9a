"""What was changed to make a text, what looks wrong in it, and the source as it was transmitted."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from reader.ui.findings import FINDING, Sort, findings
from reader.ui.tips import touches

A09, A14, P15 = "aftale-2009", "aftale-2014", "principper-2015"


def settle(rounds=40):
    for _ in range(rounds):
        QApplication.processEvents()


@pytest.fixture
def tab(opened):
    opened.choose("to_record")
    return opened.window.furniture.navigator.source


def rows(tab):
    model = tab.list.model()
    return [model.index(n, 0).data(FINDING) for n in range(model.rowCount())]


def choose(tab, sort):
    tab.sort.setCurrentIndex(tab.sort.findData(sort.name))
    settle()


def click(tab, row):
    rect = tab.list.visualRect(tab.list.model().index(row, 0))
    QTest.mouseClick(tab.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    settle()


def test_what_looks_wrong_is_offered_first(tab, opened):
    assert Sort[tab.sort.currentData()] is Sort.READING
    assert ("ramkestyring", "rammestyring") in [(row.after, row.before) for row in rows(tab)]


def test_a_click_goes_to_the_words_in_the_text(tab, opened):
    number = [row.after for row in rows(tab)].index("spiseroletter")
    tab.list.scrollTo(tab.list.model().index(number, 0))
    click(tab, number)
    agreement, start, end = opened.desk.selection
    assert agreement == A14
    assert opened.desk.edition(A14).text[start:end] == "spiseroletter"


def test_the_record_is_filtered_by_sort_and_by_words(tab):
    choose(tab, Sort.LEFT_OUT)
    assert [row.kind for row in rows(tab)] == ["furniture"]
    choose(tab, Sort.CHANGED)
    everything = len(rows(tab))
    tab.words.setText("enkelte")
    assert 0 < len(rows(tab)) < everything
    tab.words.setText("no such words")
    assert rows(tab) == []
    assert tab.empty.isVisible()


def test_every_emendation_and_remark_is_in_one_sort(tab, opened):
    model = tab.list.rows
    library = opened.desk.library
    assert sum(model.count(sort) for sort in Sort) == len(library.emendations(A14)) + len(
        library.remarks(A14)
    )


def test_the_record_follows_the_pane_in_focus(tab, opened):
    opened.panes[1].view.setFocus()
    settle()
    assert any(row.kind == "misread" for row in tab.list.rows._all)


def test_the_source_is_shown_at_the_line_beside_the_text(tab, opened):
    number = [row.after for row in rows(tab)].index("ramkestyring")
    click(tab, number)
    tab.to_source.click()
    settle()
    assert opened.desk.panes == [A14, P15, f"{A14}@pdf"]
    agreement, start, end = opened.desk.selection
    witness = opened.desk.edition(agreement)
    assert witness.text[start:end] == "ramkestyring"
    assert witness.block_at(start).place.first == 117


def test_a_doubtful_reading_can_be_noted_on(tab, opened):
    click(tab, [row.after for row in rows(tab)].index("ramkestyring"))
    tab.to_note.click()
    settle()
    [made] = opened.desk.notebook.highlights(A14)
    assert made.selector.quote == "ramkestyring"


def test_a_witness_is_shown_to_the_character_and_its_lines_are_numbered(opened):
    opened.show_in_pane(1, f"{P15}@ocr")
    page = opened.panes[1].view.page
    assert page.edition.text == opened.desk.library.witness_text(f"{P15}@ocr")
    assert page.numbered


def test_the_text_follows_its_source(opened):
    opened.desk.open(f"{A14}@pdf", 1)
    settle()
    _, source = opened.panes
    start = opened.desk.edition(A14).text.index("God økonomistyring i kommunerne\n")
    opened.desk.set_focus(0)
    opened.desk.go_to(A14, start)
    settle()
    line = source.view.page.edition.block_at(source.reading_offset())
    assert line.place.first in range(113, 117)


def test_a_source_cannot_be_highlighted_and_says_where_to(opened):
    opened.desk.open(f"{A14}@pdf", 1)
    opened.desk.select(f"{A14}@pdf", 5, 20)
    assert opened.desk.add_highlight("yellow") is None
    settle()
    assert "agreement itself" in opened.message()
    assert opened.desk.notebook.highlights() == []


def test_a_source_that_lay_open_lies_open_again(opened):
    opened.show_in_pane(1, f"{P15}@transcript")
    opened.again()
    assert opened.desk.panes == [A14, f"{P15}@transcript"]


def test_marks_in_the_page_are_shown_only_when_asked_for(opened):
    view = opened.panes[0].view
    start = opened.desk.edition(A14).text.index("ramkestyring")
    opened.desk.go_to(A14, start)
    settle()
    before = view.grab().toImage()
    opened.choose("emended")
    marked = view.grab().toImage()
    assert marked != before
    opened.choose("emended")
    assert view.grab().toImage() == before


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_resting_on_a_mark_tells_what_the_source_has(opened):
    opened.choose("emended")
    view = opened.panes[0].view
    start = opened.desk.edition(A14).text.index("ramkestyring")
    opened.desk.go_to(A14, start)
    settle()
    at = view.rect_of(start + 2, start + 3).center()
    event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    assert "rammestyring" in QToolTip.text()
    assert "117" in QToolTip.text()


def test_a_tip_shows_hostile_words_as_words(library):
    edition = library.edition(A14)
    record = findings(edition, library.emendations(A14), library.remarks(A14))
    hostile = record[0]._replace(kind="reading", sort=Sort.READING, before="<img src=x>", start=0, end=5)
    said = touches([hostile]).at(2)
    assert "<img" not in said
    assert "&lt;img src=x&gt;" in said


def test_a_typed_reference_is_gone_to(opened, qtbot):
    opened.choose("search")
    line = opened.window.furniture.search_line
    QTest.keyClicks(QApplication.focusWidget(), "ØA14 bilag 3 princip 2 stk. 1")
    qtbot.waitUntil(line.popup.isVisible)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()
    _, start, end = opened.desk.selection
    assert opened.desk.edition(A14).text[start:end].startswith("Resultatbaseret styring skal sikre fokus")


def test_words_are_copied_with_paragraph_and_page(opened):
    text = opened.desk.edition(P15).text
    start = text.index("Dokumentationsindsatsen")
    opened.desk.select(P15, start, start + 23)
    opened.choose("cite")
    copied = QApplication.clipboard().text()
    assert copied.endswith("princip 7, stk. 3, s. 5)")


def test_the_record_of_the_longest_agreement_opens(opened, tab):
    opened.show_in_pane(0, A09)
    opened.choose("to_contents")
    opened.choose("to_record")
    assert rows(tab)
