"""A person finds what was removed, brings it back, or deletes it for good."""

import shutil
import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.notebook.notebook import new_id, now
from reader.notebook.records import Change, Highlight
from reader.text.selector import describe
from reader.ui.bin_model import CATEGORY, NOTE, WHERE, WHO
from reader.ui.bin_question import BinQuestion
from reader.ui.past_words import when
from tests.thorough import tried

A09, A14 = "aftale-2009", "aftale-2014"
IN_3 = "De politiske målsætninger sætter rammen"
Key, Left = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def removed(opened):
    """A noted highlight, a note on a principle and a bare highlight, removed one after the other."""
    desk = opened.desk
    noted, bare = opened.mark(category="green"), opened.mark(IN_3, category="red")
    desk.write(noted, "Vores *linje*")
    desk.tag(desk.notebook.highlight(noted.id), ("råderum",))
    note = desk.add_note(A14, 2)
    desk.write(note, "Spørg KL")
    for record_id in (noted.id, note.id, bare.id):
        desk.remove(desk.notebook.highlight(record_id) or desk.notebook.note(record_id))
    return [bare.id, note.id, noted.id]


@pytest.fixture
def lying(opened, removed, qtbot):
    opened.choose("bin")
    return shown(opened, qtbot)


def shown(opened, qtbot):
    dialog = opened.window.furniture.recalling.show_bin()
    qtbot.waitUntil(dialog.model.is_read)
    return dialog


def rows(dialog):
    return [dialog.model.at(row).record.id for row in range(dialog.model.rowCount())]


def cells(dialog, row):
    return [dialog.model.index(row, column).data() for column in range(dialog.model.columnCount())]


def plural(words):
    """Return words as they are with their plurals, which are in the translations."""
    return words.replace("(s)", "s")


def choose(dialog, *wanted):
    selection = QItemSelection()
    for row in wanted:
        selection.select(dialog.model.index(row, 0), dialog.model.index(row, WHO))
    dialog.table.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)


# What is seen


def test_the_bin_shows_what_was_removed_the_last_first(opened, removed, lying):
    assert rows(lying) == removed
    times = {one.record.id: when(one.time) for one in opened.desk.notebook.removed()}
    assert cells(lying, 0) == [times[removed[0]], "ØA14 · Principle 3", f"«{IN_3}»", "", "Demand", ""]
    assert cells(lying, 1)[WHERE : CATEGORY + 1] == [
        *("ØA14 · Principle 2", "2. Styring på mål og resultater", "Spørg KL", "")
    ]
    assert cells(lying, 2)[NOTE:] == ["Vores *linje*", "Our line", ""]
    assert lying.count.text() == "3"
    assert not lying.empty.isVisible()


def test_the_whole_of_what_is_chosen_is_read_below(opened, lying):
    choose(lying, 2)
    words = lying.words.toPlainText()
    assert words.startswith("«Politisk aftalestyring bør i videst muligt")
    assert words.endswith("»\n\nVores *linje*\n\nråderum")
    choose(lying, 0, 2)
    assert plural(lying.words.toPlainText()) == "2 notes chosen"


def test_an_empty_bin_says_what_it_is_for(opened, qtbot):
    dialog = shown(opened, qtbot)
    assert dialog.empty.text().startswith("The bin is empty.")
    assert dialog.empty.isVisible()
    assert not dialog.halves.isVisible()
    assert not any(button.isEnabled() for button in (dialog.back, dialog.go, dialog.past, dialog.delete))


def test_searching_the_bin(lying, removed, qtbot):
    qtbot.keyClicks(lying.filter, "LINJE råde")
    qtbot.waitUntil(lambda: rows(lying) == [removed[2]])
    assert lying.count.text() == "1 of 3"
    lying.filter.setText("demand")
    qtbot.waitUntil(lambda: rows(lying) == [removed[0]])
    lying.filter.setText("findes ikke")
    qtbot.waitUntil(lambda: rows(lying) == [])
    assert lying.empty.text() == "Nothing in the bin has these words."
    assert lying.empty.isVisible()
    lying.filter.clear()
    qtbot.waitUntil(lambda: rows(lying) == removed)
    assert lying.halves.isVisible()


def test_who_made_it_is_told_where_it_was_somebody_else(opened, lying, qtbot):
    assert lying.table.isColumnHidden(WHO)
    notebook, edition = opened.desk.notebook, opened.desk.edition(A14)
    selector = describe(edition.text, 100, 120, edition.digest)
    theirs = Highlight(new_id(), A14, selector, "red", "", (), now(), now(), "Bo & <b>Co</b>")
    notebook.apply([Change(None, theirs)])
    opened.desk.remove(notebook.highlight(theirs.id))
    assert not lying.table.isColumnHidden(WHO)
    assert cells(lying, 0)[WHO] == "Bo & <b>Co</b>"


def test_a_note_that_was_begun_and_left_empty_is_not_in_the_bin(opened, qtbot):
    desk = opened.desk
    desk.remove(desk.add_note(A14, 2))
    emptied = desk.add_note(A14, 3)
    desk.write(emptied, "Noget")
    desk._typed = ("", 0.0, "")
    desk.write(desk.notebook.note(emptied.id), "")
    desk.remove(desk.notebook.note(emptied.id))
    assert rows(shown(opened, qtbot)) == [emptied.id]


def test_what_is_removed_meanwhile_comes_to_the_top(opened, lying, removed):
    made = opened.mark("kommunerne samtidig have et større råderum")
    opened.desk.remove(made)
    assert rows(lying) == [made.id, *removed]
    opened.desk.undo()
    assert rows(lying) == removed


def test_thousands_are_read_a_portion_at_a_time(opened, qtbot):
    edition, time, many = opened.desk.edition(A14), now(), tried(3_000, 10_000)
    made = [
        Highlight(
            f"{number:016x}",
            A14,
            describe(edition.text, number, number + 9, edition.digest),
            *("red", f"note {number}", (), time, time),
        )
        for number in range(many)
    ]
    opened.desk.notebook.apply([Change(None, one) for one in made])
    opened.desk.notebook.apply([Change(one, None) for one in made], what="Remove highlight")
    dialog = opened.window.furniture.recalling.show_bin()
    assert dialog.model.rowCount() == 0
    portions = []
    dialog.model.counted.connect(lambda: portions.append(dialog.model.rowCount()))
    qtbot.waitUntil(dialog.model.is_read)
    steps = [there - before for before, there in zip([0, *portions], portions, strict=False)]
    assert max(steps) <= 150
    assert dialog.model.rowCount() == many
    dialog.table.selectAll()
    assert len(dialog.chosen()) == many


# Back


def test_several_are_brought_back_at_once_and_that_is_one_undo(opened, lying, removed, qtbot):
    choose(lying, 0, 2)
    qtbot.mouseClick(lying.back, Left)
    notebook = opened.desk.notebook
    assert {one.id for one in notebook.highlights()} == {removed[0], removed[2]}
    assert rows(lying) == [removed[1]]
    assert plural(lying.said.text()) == "2 notes brought back. Ctrl+Z takes that back."
    assert opened.desk.stack.undo_text() == "Bring back from the bin"
    QTest.keyClick(lying.table, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert notebook.highlights() == []
    assert set(rows(lying)) == set(removed)
    assert not lying.said.isVisible()


def test_after_bringing_one_back_the_next_is_chosen(opened, lying, removed):
    choose(lying, 1)
    lying.bring_back()
    assert [one.record.id for one in lying.chosen()] == [removed[2]]
    lying.bring_back()
    assert [one.record.id for one in lying.chosen()] == [removed[0]]


@pytest.mark.parametrize("way", ["the button", "enter"])
def test_going_to_where_it_stood(opened, lying, way, qtbot):
    opened.desk.go_to(A14, 0)
    choose(lying, 2)
    if way == "enter":
        lying.table.choose(2)
        lying.table.setFocus()
        QTest.keyClick(lying.table, Key.Key_Return)
    else:
        qtbot.mouseClick(lying.go, Left)
    start = opened.desk.edition(A14).text.index("Politisk aftalestyring bør i videst")
    first, last = opened.panes[0].view.seen()
    assert first < start < last


def test_what_is_no_longer_in_the_text_says_so(opened, qtbot):
    desk = opened.desk
    made = opened.mark()
    gone = made._replace(selector=made.selector._replace(before="Disse ord ", digest="0" * 64))
    desk.notebook.apply([Change(made, gone)])
    desk.remove(gone)
    dialog = shown(opened, qtbot)
    assert cells(dialog, 0)[WHERE] == "ØA14 · not found in the text"
    with qtbot.assertNotEmitted(desk.passage_chosen):
        dialog.go.click()
    assert dialog.said.text() == "Its place is not in the text of now. Its words are below."


def test_its_history_is_shown_in_the_window(opened, lying, removed):
    choose(lying, 1)
    lying.past.click()
    assert opened.window.furniture.recalling.history.record_id == removed[1]


# For good


def question(dialog, qtbot):
    qtbot.waitUntil(lambda: bool(dialog.findChildren(BinQuestion)))
    return dialog.findChildren(BinQuestion)[0]


def holds(path, words):
    return words.encode() in path.read_bytes()


def test_deleting_for_good_asks_once_makes_a_copy_and_takes_the_words_out(opened, lying, removed, qtbot):
    notebook = opened.desk.notebook
    choose(lying, 1, 2)
    qtbot.mouseClick(lying.delete, Left)
    asked = question(lying, qtbot)
    assert plural(asked.text()).startswith("Delete 2 notes for good?\n\nThis cannot be undone")
    assert "backups made earlier, and notebooks that were moved aside still have the words" in asked.text()
    assert asked.defaultButton() is asked.keep
    assert holds(notebook.journal, "Spørg KL")
    with qtbot.waitSignal(lying.deleting.ended):
        asked.delete.click()
    assert rows(lying) == [removed[0]]
    assert [one.record.id for one in notebook.removed()] == [removed[0]]
    assert plural(lying.said.text()) == "2 notes deleted for good."
    assert not holds(notebook.journal, "Spørg KL")
    (copy,) = opened.paths.backups.glob("*before-purge.db")
    with closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("SELECT body FROM notes WHERE deleted = 1").fetchall() == [("Spørg KL",)]


def test_nothing_done_before_can_be_undone_afterwards(opened, lying, qtbot):
    lying._delete([lying.chosen()[0].record.id])
    qtbot.waitUntil(lambda: not lying.deleting.is_busy)
    assert not opened.actions["undo"].isEnabled()
    assert opened.actions["undo"].text() == "Undo"
    opened.again()
    assert not opened.actions["undo"].isEnabled()


@pytest.mark.parametrize("way", ["escape", "cancel"])
def test_who_does_not_agree_keeps_everything(opened, lying, removed, qtbot, way):
    lying.ask_to_delete()
    asked = question(lying, qtbot)
    if way == "escape":
        QTest.keyClick(asked, Key.Key_Escape)
    else:
        asked.keep.click()
    QApplication.processEvents()
    assert rows(lying) == removed
    assert not [*opened.paths.backups.glob("*before-purge*")]


def test_where_no_copy_can_be_made_nothing_is_deleted(opened, lying, removed, qtbot):
    # A start that took long has made the folder by itself already.
    shutil.rmtree(opened.paths.backups, ignore_errors=True)
    opened.paths.backups.write_text("no folder")
    with qtbot.waitSignal(lying.deleting.ended) as heard:
        lying._delete([removed[0]])
    assert heard.args == [0]
    assert lying.said.text().startswith("Nothing was deleted, because no copy of the notebook could be made")
    assert rows(lying) == removed
    assert lying.delete.isEnabled()


def test_where_it_cannot_be_written_nothing_is_deleted(opened, lying, removed, qtbot):
    connection = opened.desk.notebook.connection

    def fail_to_write(words):
        connection.execute(f"PRAGMA query_only = {words.startswith('Deleting')}")

    lying.deleting.told.connect(fail_to_write)
    with qtbot.waitSignal(lying.deleting.ended) as heard:
        lying._delete([removed[0]])
    assert heard.args == [0]
    assert len(opened.desk.notebook.removed()) == 3
    assert "The change was not saved." in opened.message()
    assert not lying.said.isVisible()


def test_what_was_agreed_to_is_deleted_also_when_the_bin_is_closed_meanwhile(opened, lying, removed, qtbot):
    deleting = lying.deleting
    with qtbot.waitSignal(deleting.ended) as heard:
        lying._delete([removed[0]])
        lying.close()
    assert heard.args == [1]
    assert len(opened.desk.notebook.removed()) == 2
    assert "deleted for good" in opened.message()


def test_one_deletion_waits_for_the_other(opened, lying, removed, qtbot):
    with qtbot.waitSignal(lying.deleting.ended):
        lying._delete([removed[0]])
        assert not lying.delete.isEnabled()
        lying.ask_to_delete()
        assert lying.findChildren(BinQuestion) == []
    assert lying.delete.isEnabled()


def test_where_the_notebook_is_only_read_the_bin_is_too(opened, lying):
    opened.desk.notebook.read_only = True
    choose(lying, 1)
    assert not lying.back.isEnabled()
    assert not lying.delete.isEnabled()
    assert lying.go.isEnabled()
    assert lying.past.isEnabled()
    opened.desk.notebook.read_only = False


# The dialog


def test_the_bin_is_one_and_escape_closes_it(opened, lying, qtbot):
    assert opened.window.furniture.recalling.show_bin() is lying
    QTest.keyClick(lying, Key.Key_Escape)
    qtbot.waitUntil(lambda: opened.window.furniture.recalling._bin is None)
    assert shown(opened, qtbot).isVisible()


def test_the_bin_keeps_its_size(opened, lying, qtbot):
    lying.resize(777, 444)
    lying.close()
    opened.again()
    assert shown(opened, qtbot).size().toTuple() == (777, 444)


def test_everything_in_the_bin_is_reached_by_the_tab_key(opened, lying, qtbot):
    lying.activateWindow()
    lying.filter.setFocus()
    qtbot.waitUntil(lying.filter.hasFocus)
    seen = []
    for _ in range(8):
        seen.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    stops = (
        lying.filter,
        lying.table,
        lying.words,
        lying.back,
        lying.go,
        lying.past,
        lying.delete,
        lying.leave,
    )
    assert seen == list(stops)


# The message


def test_what_is_removed_can_be_taken_back_where_that_is_said(opened):
    made = opened.mark()
    opened.desk.remove(made)
    bar = opened.window.furniture.message_bar
    assert opened.message() == "Removed. Undo brings it back."
    assert bar.button.text() == "Undo"
    bar.button.click()
    assert opened.desk.notebook.highlight(made.id) == made
    assert opened.desk.stack.redo_text() == "Remove highlight"


def test_the_message_brings_back_what_it_spoke_of_and_nothing_else(opened):
    made = opened.mark()
    opened.desk.remove(made)
    later = opened.mark(IN_3)
    opened.window.furniture.message_bar.button.click()
    assert {one.id for one in opened.desk.notebook.highlights()} == {made.id, later.id}


def test_of_a_note_that_was_left_empty_nothing_is_said(opened):
    opened.desk.remove(opened.desk.add_note(A14, 2))
    assert opened.message() == ""
