"""A person looks at the copies of the notebook, and puts one in its place while the window is open."""

import os
import time
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from reader.notebook import backup
from reader.notebook.copies import copies
from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.records import Change, Note
from reader.settings import Settings, read_settings
from reader.ui.window import Window
from tests.ui.conftest import settle

A14, P15 = "aftale-2014", "principper-2015"
QUOTE = "Politisk aftalestyring bør i videst muligt omfang erstatte detailregulering."


@pytest.fixture
def copied(opened, qtbot):
    """A notebook with a copy; since then one is gone, one new, one reworded, and a category has a name."""
    # Before anything is written: so no copy comes by itself while a test looks.
    opened.program.keeping.begin()
    qtbot.waitUntil(lambda: not opened.program.keeping.is_busy)
    opened.kept = opened.mark()
    desk = opened.desk
    desk.write(opened.kept, "Hold fast i aftalestyring, også når det gælder sundhed.")
    opened.gone = opened.mark("Regeringen og KL", "red")
    note = desk.add_note(A14, 2)
    desk.write(note, "Ring til økonomiafdelingen.")
    opened.copy = backup.copy(desk.notebook, opened.paths.backups)
    highlight = desk.notebook.highlight(opened.kept.id)
    desk.write(highlight, "Hold fast i aftalestyring, også når det gælder ældre.")
    desk.remove(desk.notebook.highlight(opened.gone.id))
    opened.new = desk.add_note(P15, None)
    desk.write(opened.new, "Kun her.")
    desk.rename_category(desk.categories()[0], "Tvivl")
    return opened


@pytest.fixture
def dialog(copied, qtbot):
    return shown(copied, qtbot)


def shown(program, qtbot):
    """Open the dialog from the menu, and wait until all copies in it are read."""
    program.choose("backups")
    dialog = program.window.furniture.backups.dialog
    qtbot.waitUntil(lambda: all(copy.steps or copy.fault for copy in dialog.list.copies))
    return dialog


def rows(dialog):
    tree = dialog.list
    items = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    return [[item.text(column) for column in range(7)] for item in items]


def changes(dialog, qtbot):
    """Wait for what restoring would change, and return it as it is read."""
    qtbot.waitUntil(lambda: dialog.view.browser.isVisible() or dialog.view.said.isVisible())
    view = dialog.view
    return view.browser.toPlainText() if view.browser.isVisible() else view.said.text()


# The list


def test_the_copies_are_listed_with_when_and_why_and_what_they_hold(copied, qtbot):
    backup.keep(copied.desk.notebook.connection, copied.paths.backups, "before-import")
    newest, oldest = rows(shown(copied, qtbot))
    assert newest[0].startswith("Today ")
    assert newest[1:] == ["Before an import", "1", "2", "5", "1", "Verified when made"]
    assert oldest[1:] == ["Regular copy", "2", "1", "5", "0", "Verified when made"]


def test_no_reason_is_shown_as_a_code(copied, qtbot):
    for reason in ("before-upgrade", "before-purge", "before-delete", "before-restore", "before-dawn"):
        backup.keep(copied.desk.notebook.connection, copied.paths.backups, reason)
    assert not [row[1] for row in rows(shown(copied, qtbot)) if "-" in row[1] or row[1].islower()]


def test_times_are_those_of_this_place_in_the_language_of_the_window(danish, qtbot):
    danish.mark()
    copy = backup.copy(danish.desk.notebook, danish.paths.backups)
    noon = time.mktime((2025, 3, 17, 14, 32, 0, 0, 0, -1))
    os.utime(copy, (noon, noon))
    assert rows(shown(danish, qtbot))[0][0].endswith("marts 2025 14.32")


def test_without_copies_it_is_said_when_they_are_made(opened, qtbot):
    dialog = shown(opened, qtbot)
    assert dialog.none.isVisible()
    assert dialog.none.text().startswith("There are no copies yet.")
    assert not dialog.restore.isEnabled()
    opened.mark()
    with qtbot.waitSignal(opened.program.keeping.kept):
        dialog.make.click()
    assert dialog.list.isVisible()
    assert len(rows(dialog)) == 1
    assert dialog.status.text().startswith("Backed up and verified: ")


def test_a_copy_that_cannot_be_read_is_listed_with_its_sentence_and_not_restored(copied, qtbot):
    (copied.paths.backups / "notebook-000002.db").write_bytes(b"Dear diary")
    dialog = shown(copied, qtbot)
    assert rows(dialog)[0][6] == "Cannot be read"
    assert "is not a Randnote notebook" in dialog.view.said.text()
    assert not dialog.restore.isEnabled()
    dialog.list.choose(1)
    assert dialog.restore.isEnabled()


def test_a_copy_is_read_back_again_and_what_is_wrong_with_it_is_said(dialog, copied, qtbot):
    dialog.verify.click()
    qtbot.waitUntil(lambda: rows(dialog)[0][6].startswith("Sound, read back: Today "))
    copied.copy.write_bytes(copied.copy.read_bytes().replace(b"sundhed", b"ligegyl"))
    dialog.verify.click()
    qtbot.waitUntil(lambda: rows(dialog)[0][6] == "Damaged")
    assert "was altered or damaged" in dialog.status.text()


def test_another_file_is_looked_into_and_the_open_notebook_is_not(dialog, copied, qtbot, tmp_path):
    elsewhere = backup.copy(copied.desk.notebook, tmp_path / "disk").rename(tmp_path / "fra Hanne.db")
    dialog.add(elsewhere)
    qtbot.waitUntil(lambda: len(rows(dialog)) == 2)
    assert rows(dialog)[0][1:] == ["fra Hanne.db", "1", "2", "5", "1", "Not read back yet"]
    assert "would change nothing" in changes(dialog, qtbot)
    dialog.add(copied.paths.notebook)
    assert "is the notebook that is open now" in dialog.status.text()
    assert len(rows(dialog)) == 2


# What would change


def test_it_is_shown_what_would_come_back_and_go_and_become_otherwise(dialog, qtbot):
    text = changes(dialog, qtbot)
    whole, first, second = (
        text.index(head)
        for head in ("The whole notebook", "ØA14 · Aftale om kommunernes økonomi for 2014", "P15 · ")
    )
    assert whole < first < second
    lines = text.splitlines()
    assert "Becomes otherwise  Category “Question”" in lines
    assert [line for line in lines if "Name" in line] == ["Name – now:  Tvivl", "Name – restored:  Question"]
    assert "Comes back  1. Indledning" in lines
    assert "«Regeringen og KL»" in lines
    assert "Note – now:  Hold fast i aftalestyring, også når det gælder ældre." in lines
    assert "Note – restored:  Hold fast i aftalestyring, også når det gælder sundhed." in lines
    assert "Goes  The agreement as a whole" in lines
    assert "Kun her." in lines
    assert "Ring til økonomiafdelingen." not in text


def test_it_is_said_in_which_principle_a_passage_stands(copied, qtbot):
    assert f"«{QUOTE}»" in changes(shown(copied, qtbot), qtbot)
    edition = copied.desk.edition(A14)
    principle = edition.principle_at(edition.text.index(QUOTE))
    where = f"Becomes otherwise  Principle {principle.number}: {principle.title}"
    assert where in copied.window.furniture.backups.dialog.view.browser.toPlainText()


def test_only_a_kind_or_only_what_has_certain_words_can_be_shown(dialog, qtbot):
    changes(dialog, qtbot)
    kinds = dialog.view.kinds
    assert [button.text() for button in kinds.values()] == [
        "All (4)",
        "Comes back (1)",
        "Goes (1)",
        "Becomes otherwise (2)",
    ]
    kinds["gone"].click()
    text = changes(dialog, qtbot)
    assert "Kun her." in text
    assert "Comes back" not in text
    kinds[""].click()
    QTest.keyClicks(dialog.view.words, "ÆLDRE gælder")
    qtbot.waitUntil(lambda: "Kun her." not in dialog.view.browser.toPlainText())
    assert "sundhed" in dialog.view.browser.toPlainText()
    QTest.keyClicks(dialog.view.words, " ingenting")
    qtbot.waitUntil(dialog.view.said.isVisible)
    assert dialog.view.said.text() == "Nothing of what would change has these words."


def test_long_differences_are_shown_a_portion_at_a_time(copied, qtbot):
    made = [Note(new_id(), A14, 2, f"Note nummer {at}.", (), now(), now()) for at in range(200)]
    copied.desk.notebook.apply([Change(None, note) for note in made])
    dialog = shown(copied, qtbot)
    text = changes(dialog, qtbot)
    assert text.count("Note nummer") < 100
    assert text.rstrip().endswith("not shown)")
    while "not shown)" in dialog.view.browser.toPlainText():
        dialog.view.browser.more_wanted.emit()
    text = dialog.view.browser.toPlainText()
    assert text.count("Note nummer") == 200
    assert text.count("ØA14 · ") == 1


def test_what_no_longer_is_chosen_is_no_longer_read(copied, qtbot):
    for _ in range(2):
        backup.copy(copied.desk.notebook, copied.paths.backups)
    dialog = shown(copied, qtbot)
    changes(dialog, qtbot)
    shows = []
    dialog.reading.compared.connect(lambda *found: shows.append(found[0]))
    paths = [copy.path for copy in dialog.list.copies]
    for path in (*paths, paths[0]):
        dialog.reading.want(path)
    qtbot.waitUntil(lambda: bool(shows))
    qtbot.wait(100)
    assert shows == [[]]


def test_a_hostile_note_is_shown_as_its_letters_and_opens_nothing(copied, qtbot):
    words = '<img src="file:///etc/passwd"> [x](javascript:1) ![y](http://example.org/y.png)'
    copied.desk.write(copied.desk.notebook.note(copied.new.id), words)
    dialog = shown(copied, qtbot)
    assert words in changes(dialog, qtbot)
    assert all(
        label.textFormat() == Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel) if label.text()
    )


def test_what_is_written_while_the_dialog_is_open_is_seen(dialog, copied, qtbot):
    changes(dialog, qtbot)
    copied.desk.undo()
    qtbot.waitUntil(lambda: "Tvivl" not in changes(dialog, qtbot))


# By keyboard, and the next time


def test_the_list_has_the_keyboard_and_escape_closes(copied, qtbot):
    backup.copy(copied.desk.notebook, copied.paths.backups)
    dialog = shown(copied, qtbot)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.list.hasFocus)
    assert "would change nothing" in changes(dialog, qtbot)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Kun her." in changes(dialog, qtbot))
    QTest.keyClick(dialog.list, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_the_dialog_comes_back_as_large_as_it_was(copied, qtbot):
    dialog = shown(copied, qtbot)
    dialog.resize(700, 500)
    dialog.reject()
    copied.again()
    assert shown(copied, qtbot).width() == 700


# Restoring


def confirmed(dialog, words="Restore"):
    dialog.restore.click()
    question = dialog.question
    button = next(button for button in question.buttons() if button.text() == words)
    text = f"{question.text()} {question.informativeText()}"
    button.click()
    return text


def restored(program, dialog, qtbot):
    old = program.window
    text = confirmed(dialog)
    qtbot.waitUntil(lambda: program.window is not None and program.window is not old, timeout=20_000)
    program.window.furnish()
    qtbot.waitUntil(lambda: program.message() != "" and is_laid_out(program), timeout=20_000)
    return text


def is_laid_out(program):
    return all(pane.view._laying.done for pane in program.panes)


def test_the_notebook_is_again_as_in_the_copy_and_the_window_with_it(dialog, copied, qtbot):
    copied.desk.go_to(P15, 3000)
    settle()
    qtbot.waitUntil(lambda: is_laid_out(copied))
    panes = list(copied.desk.panes)
    tops = [pane.view.top() for pane in copied.panes]
    said = restored(copied, dialog, qtbot)
    away = copied.paths.home / "notebook.db.away-000001"
    assert str(away) in said
    assert copied.desk.panes == panes
    qtbot.waitUntil(lambda: [pane.view.top()[0] for pane in copied.panes] == [top[0] for top in tops])
    notebook = copied.desk.notebook
    assert {one.id for one in notebook.highlights()} == {copied.kept.id, copied.gone.id}
    assert notebook.note(copied.new.id) is None
    assert notebook.categories()[0].name == "Question"
    assert notebook.check() == []
    assert len(copied.panes[0].marks) == 2
    assert copied.message().startswith("The notebook is again as it was: Today ")
    assert not copied.window.furniture.message_bar.property("grave")
    assert copied.message().endswith(f"What it was before is kept, whole, in {away}.")
    qtbot.waitUntil(lambda: sum(isinstance(one, Window) for one in QApplication.topLevelWidgets()) == 1)


def test_undo_is_that_of_the_restored_notebook(dialog, copied, qtbot):
    restored(copied, dialog, qtbot)
    assert copied.actions["undo"].text() == "Undo: Edit note"
    copied.choose("undo")
    assert [note.body for note in copied.desk.notebook.notes()] == [""]
    copied.choose("redo")
    assert [note.body for note in copied.desk.notebook.notes()] == ["Ring til økonomiafdelingen."]


def test_what_was_before_is_moved_away_whole_and_is_among_the_copies_too(dialog, copied, qtbot):
    restored(copied, dialog, qtbot)
    away = copied.paths.home / "notebook.db.away-000001"
    with Notebook.open(away / "notebook.db") as before:
        assert before.note(copied.new.id) is not None
        assert before.news == ()
    # The restored one has a regular copy of its own soon, which is newer.
    (kept,) = (copy for copy in copies(copied.paths.backups) if copy.reason == "before-restore")
    assert (kept.notes, kept.removed) == (2, 1)


def test_one_can_write_on_after_restoring_and_it_is_there_at_the_next_start(dialog, copied, qtbot):
    restored(copied, dialog, qtbot)
    copied.mark("Aftale om kommunernes økonomi", "blue")
    copied.again()
    assert len(copied.desk.notebook.highlights()) == 3
    assert copied.desk.notebook.check() == []


def test_who_does_not_confirm_keeps_the_notebook(dialog, copied, qtbot):
    window = copied.window
    confirmed(dialog, "Cancel")
    qtbot.wait(100)
    assert copied.window is window
    assert copied.desk.notebook.note(copied.new.id) is not None
    assert not (copied.paths.home / "notebook.db.away-000001").exists()


def test_a_copy_that_rotted_meanwhile_is_not_restored(dialog, copied, qtbot):
    copied.copy.write_bytes(copied.copy.read_bytes().replace(b"sundhed", b"ligegyl"))
    confirmed(dialog)
    qtbot.waitUntil(lambda: dialog.status.text().startswith("The copy was not restored."))
    assert dialog.isVisible()
    assert dialog.restore.isEnabled()
    assert copied.desk.notebook.note(copied.new.id) is not None
    assert not list(copied.paths.home.glob(".notebook.db.*"))


def test_restoring_can_be_stopped_while_the_copy_is_read_back(dialog, copied, qtbot):
    window = copied.window
    confirmed(dialog)
    assert not dialog.list.isEnabled()
    dialog.leave.click()
    qtbot.wait(400)
    assert copied.window is window
    qtbot.waitUntil(lambda: not list(copied.paths.home.glob(".notebook.db.*")))
    assert copied.desk.add_note(A14, 4)


@pytest.mark.parametrize("harm", ["gone", "spoilt"])
def test_where_the_restored_one_does_not_open_the_old_one_stands_there_again(dialog, copied, qtbot, harm):
    old = copied.window
    before = copied.paths.notebook.with_name("notebook.db.jsonl").read_bytes()

    def spoil(ready, _time):
        ready.draft.unlink() if harm == "gone" else ready.draft.write_bytes(b"Dear diary")

    dialog.prepared.disconnect()
    dialog.prepared.connect(spoil)
    dialog.prepared.connect(copied.window.furniture.backups.restore)
    confirmed(dialog)
    qtbot.waitUntil(lambda: copied.window is not None and copied.window is not old)
    copied.window.furnish()
    assert copied.desk.notebook.note(copied.new.id) is not None
    assert copied.paths.notebook.with_name("notebook.db.jsonl").read_bytes() == before
    assert copied.desk.notebook.check() == []
    qtbot.waitUntil(lambda: "as it was" in copied.message())
    assert copied.desk.add_note(A14, 4)


def test_a_notebook_that_is_only_read_is_not_replaced(copied, qtbot):
    old = copied.window
    copied.program.reopen(partial(Notebook.open, read_only=True))
    qtbot.waitUntil(lambda: copied.window is not None and copied.window is not old)
    dialog = shown(copied, qtbot)
    assert "Kun her." in changes(dialog, qtbot)
    assert not dialog.restore.isEnabled()
    assert dialog.facts.text().endswith(
        "The notebook is open for reading only: nothing can take its place now."
    )


# A second place


def test_a_second_place_is_kept_at_once_and_let_go_again(dialog, copied, qtbot, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    dialog.second.take(str(stick))
    assert dialog.second.place.text() == f"Every copy is also put into {stick}"
    assert read_settings(copied.paths.settings).second_place == str(stick)
    with qtbot.waitSignal(copied.program.keeping.kept):
        dialog.make.click()
    assert len(copies(stick)) == 1
    dialog.second.clear.click()
    assert read_settings(copied.paths.settings).second_place == ""
    assert not dialog.second.clear.isVisible()


def test_a_second_place_that_is_none_is_refused_and_a_doubtful_one_doubted(dialog, copied, tmp_path):
    second, folder = dialog.second, copied.paths.backups
    second.take(str(folder))
    assert copied.desk.settings.second_place == ""
    assert "That is where the copies are already." in second.doubt.text()
    (folder / "below").mkdir()
    second.take(str(folder / "below"))
    assert "It lies in the same folder" in second.doubt.text()
    (tmp_path / "disk").mkdir()
    second.take(str(tmp_path / "disk"))
    assert "It is on the same disk" in second.doubt.text()
    (tmp_path / "OneDrive - KL").mkdir()
    second.take(str(tmp_path / "OneDrive - KL"))
    assert not second.doubt.isVisible()
    (tmp_path / "OneDrive - KL").rmdir()
    second.show_place()
    assert "It is not there now." in second.doubt.text()


# Where the notebook lies


@pytest.fixture
def synced(program, tmp_path):
    """A program whose notebook lies in a folder that another program keeps alike on several computers."""
    home = tmp_path / "Dropbox" / "noter"
    home.mkdir(parents=True, mode=0o700)
    (tmp_path / "home" / "library.db").rename(home / "library.db")
    program.paths = program.paths._replace(home=home)
    program.open(Settings(language="en"), (A14, P15))
    return program


def test_a_notebook_in_a_synced_folder_is_warned_of_until_it_is_known(synced):
    synced.window.furniture.backups.look_around()
    assert synced.message().startswith(
        f"Your notes are in {synced.paths.home}, which a program seems to keep"
    )
    assert "(Dropbox)" in synced.message()
    synced.again()
    synced.window.furniture.backups.look_around()
    bar = synced.window.furniture.message_bar
    assert bar.isVisible()
    bar.button.click()
    assert not bar.isVisible()
    assert read_settings(synced.paths.settings).place_known == str(synced.paths.home)
    synced.again()
    synced.window.furniture.backups.look_around()
    assert synced.message() == ""


def test_a_notebook_on_this_computer_is_not_warned_of(opened):
    opened.window.furniture.backups.look_around()
    assert opened.message() == ""
    assert Path(opened.desk.notebook.path).parent == opened.paths.home
