"""A person sees the whole concordance at a glance, reads from it, decides in it and takes it along."""

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from reader.text.decision import Member

A14, P15 = "aftale-2014", "principper-2015"


@pytest.fixture
def overview(opened, qtbot):
    opened.choose("overview")
    surveying = opened.window.furniture.surveying
    qtbot.waitUntil(lambda: surveying.found is not None and surveying.pages.overview.table.hasFocus())
    return surveying.pages.overview


def cell(overview, title, agreement):
    """Go to a cell by its principle's latest title, as the arrow keys would, and return it."""
    table = overview.table
    shown = table.rows.shown
    row = next(n for n, one in enumerate(shown.rows) if one.thread and one.thread.title == title)
    column = next(n for n, one in enumerate(shown.agreements, 1) if one.id == agreement)
    table.setCurrentIndex(table.rows.index(row, column))
    return table.current_cell()


SAME, REWORDED = "Tydeligt opgave- og budgetansvar", "Styring på mål og resultater"
RENAMED = "Politisk ansvar og decentralt råderum til tværgående prioriteringer"
NEW, DROPPED = "Decentralt ansvar for implementering af reformer", "Flere fælles løsninger"
SIX = "Samarbejde om nytænkning og effektivisering"


def test_every_cell_says_what_became_of_a_principle(overview):
    found = [cell(overview, title, P15) for title in (SAME, REWORDED, RENAMED, NEW, DROPPED)]
    assert [one.shape for one in found] == ["same", "reworded", "renamed", "new", "dropped"]
    assert [one.changed > 0 for one in found] == [False, True, True, False, False]
    assert cell(overview, SIX, P15).states == ("reworded", "renumbered")


def test_what_lives_on_elsewhere_is_said_in_the_cell(overview):
    assert [(one.kind, one.other.number) for one in cell(overview, RENAMED, P15).went] == [("paragraph", 5)]
    assert [(one.kind, one.one.number) for one in cell(overview, NEW, P15).came] == [("paragraph", 3)]
    assert [(one.kind, one.other.number) for one in cell(overview, DROPPED, P15).went] == [("clause", 6)]
    index = overview.table.currentIndex()
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Flere fælles løsninger, P15, dropped, a clause lives on in 6"


def test_agreements_without_principles_show_how_often_they_speak_of_them(overview):
    assert len(cell(overview, REWORDED, "faelles-velfaerd-2014").mentions) == 1
    head = overview.table.rows.headerData(1, Qt.Orientation.Horizontal)
    assert head.startswith("ØA09")
    assert "15" in head


def test_arrows_go_through_the_grid_and_enter_reads_side_by_side(opened, overview):
    cell(overview, SAME, P15)
    opened.press(Qt.Key.Key_Down)
    opened.press(Qt.Key.Key_Down)
    assert overview.table.current_cell().shape == "renamed"
    opened.press(Qt.Key.Key_Return)
    assert not overview.isVisible()
    assert opened.window.panes.isVisible()
    assert opened.desk.settings.changes
    assert [pane.agreement for pane in opened.panes] == [A14, P15]
    for pane in opened.panes:
        assert opened.desk.edition(pane.agreement).principle_at(pane.reading_offset()).number == 3


def test_two_agreements_that_were_not_open_are_put_beside_each_other(opened, qtbot, overview):
    opened.choose("overview")
    opened.show_in_pane(1, "aftale-2009")
    opened.choose("overview")
    qtbot.waitUntil(overview.table.hasFocus)
    cell(overview, REWORDED, P15)
    overview.table.opened.emit()
    assert [pane.agreement for pane in opened.panes] == [A14, P15]


def test_escape_and_the_same_key_lead_back_to_the_text(opened, qtbot, overview):
    opened.press(Qt.Key.Key_Escape)
    assert opened.panes[0].view.isVisible()
    assert not overview.isVisible()
    opened.choose("overview")
    assert overview.isVisible()
    opened.choose("overview")
    assert opened.window.panes.focused().view.hasFocus()


def test_letters_do_nothing_to_pages_that_are_not_seen(opened, overview):
    opened.desk.select(A14, 100, 120)
    for key in (Qt.Key.Key_1, Qt.Key.Key_N, Qt.Key.Key_Delete):
        opened.press(key)
    assert opened.desk.notebook.highlights() == []
    assert opened.desk.notebook.notes() == []


def test_notes_are_counted_in_the_cell_they_belong_to(opened, qtbot, overview):
    opened.desk.add_note(A14, 2)
    assert cell(overview, REWORDED, A14).notes == 1
    assert cell(overview, REWORDED, P15).notes == 0


def test_a_match_is_refused_with_a_reason_and_undone(opened, qtbot, overview):
    surveying = opened.window.furniture.surveying
    cell(overview, RENAMED, P15)
    opened.press(Qt.Key.Key_R)
    qtbot.waitUntil(lambda: surveying.found is not None)
    assert overview.reason.hasFocus()
    overview.reason.setText("En anden sag.")
    opened.press(Qt.Key.Key_Return)
    (made,) = opened.desk.notebook.decisions()
    assert (made.one, made.other) == (Member(A14, 3), Member(P15, 3))
    assert (made.verdict, made.note) == ("refused", "En anden sag.")
    qtbot.waitUntil(lambda: surveying.found is not None)
    assert cell(overview, RENAMED, P15).shape == "new"
    assert all(thread.number_in(P15) != 3 or len(thread.members) == 1 for thread in opened.desk.threads())
    opened.desk.undo()
    opened.desk.undo()
    qtbot.waitUntil(lambda: surveying.found is not None)
    assert opened.desk.notebook.decisions() == []
    assert cell(overview, RENAMED, P15).shape == "renamed"


def test_a_decision_stands_whatever_is_proposed_and_can_be_withdrawn(opened, qtbot, overview):
    surveying = opened.window.furniture.surveying
    cell(overview, NEW, P15)
    choices = overview._others().actions()
    next(choice for choice in choices if choice.text().startswith("ØA14 · 8")).trigger()
    qtbot.waitUntil(lambda: surveying.found is not None)
    found = cell(overview, NEW, P15)
    assert (found.match.one, found.decisions[0].verdict) == (Member(A14, 8), "changed")
    overview.withdraw()
    qtbot.waitUntil(lambda: surveying.found is not None)
    assert cell(overview, NEW, P15).match is None


def test_a_confirmed_match_is_fully_sure(opened, qtbot, overview):
    surveying = opened.window.furniture.surveying
    cell(overview, SIX, P15)
    opened.press(Qt.Key.Key_C)
    qtbot.waitUntil(lambda: surveying.found is not None)
    found = cell(overview, SIX, P15)
    assert (found.match.sure, found.decisions[0].verdict) == (1.0, "confirmed")
    assert "confirmed by you" in overview.table.currentIndex().data(Qt.ItemDataRole.ToolTipRole)


def test_the_overview_is_taken_along_as_markdown_and_as_a_table(opened, overview, tmp_path, monkeypatch):
    for kind in ("md", "csv"):
        chosen = str(tmp_path / f"overview.{kind}")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, chosen=chosen: (chosen, ""))
        overview.save[kind].click()
        assert chosen in opened.message()
    assert "| Styring på mål og resultater |" in (tmp_path / "overview.md").read_text(encoding="utf-8")
    with (tmp_path / "overview.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.reader(file))) == 11


def test_a_survey_that_is_not_wanted_any_more_is_given_up(opened, qtbot):
    surveying = opened.window.furniture.surveying
    opened.actions["overview"].trigger()
    surveying.close()
    qtbot.waitUntil(lambda: surveying._work is None)
    assert surveying.found is None
    assert opened.window.panes.isVisible()


def test_the_overview_is_found_from_the_principles_tab(opened, qtbot):
    opened.window.furniture.navigator.overview.click()
    qtbot.waitUntil(opened.window.furniture.surveying.pages.overview.isVisible)
    QApplication.processEvents()
