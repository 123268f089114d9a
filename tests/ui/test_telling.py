"""What was put right is told; a journal that cannot be written, too; damage is told with a way out."""

import os
import shutil
import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.notebook.sentences import Sentence
from reader.settings import Settings
from reader.ui.opening import asking
from reader.ui.opening_dialog import OpeningDialog
from reader.ui.opening_pages import DonePage, WaysPage
from reader.ui.telling import news_in_words
from tests.ui.conftest import A14, P15, everything, settle

pytestmark = [
    pytest.mark.qt_log_ignore("does not support propagateSizeHints"),
    pytest.mark.skipif(os.name == "nt", reason="POSIX locks"),
]
Left = Qt.MouseButton.LeftButton
ENGLISH = Settings(theme="light", language="en")
KINDS = ("completed", "put back", "rebuilt", "anew", "illegible", "differing", "aside")


def highlight_three(program):
    for at, words in enumerate(("Bed om en liste.", "Spørg ministeriet.", "Husk fristen.")):
        made = program.desk.highlight(A14, 100 * at + 100, 100 * at + 120, "red")
        program.desk.write(made, words)


@pytest.fixture
def noted(left):
    """The program's home with a notebook of three highlights; closed."""
    return left(highlight_three)


def journal_of(program):
    return program.paths.notebook.with_name("notebook.db.jsonl")


def said(program):
    """Return everything that the message bar says, one after the other."""
    bar, found = program.window.furniture.message_bar, []
    while bar.isVisible():
        found.append(bar.label.text())
        bar.put_away()
    return found


# What opening put right


def test_a_journal_that_a_killed_program_left_behind_is_completed_and_that_is_told(noted):
    lines = journal_of(noted).read_bytes().splitlines(keepends=True)
    journal_of(noted).write_bytes(b"".join(lines[:-2]))
    noted.open(ENGLISH, (A14, P15))
    assert "lacked" in noted.message()
    assert "It was completed" in noted.message()
    assert not noted.window.furniture.message_bar.property("grave")


def test_what_the_notebook_had_lost_and_got_back_is_told_until_it_is_read(noted):
    place = noted.paths.notebook
    early = place.read_bytes()
    noted.open(ENGLISH, (A14, P15))
    noted.desk.highlight(A14, 500, 520, "red")
    noted.close()
    place.write_bytes(early)
    noted.open(ENGLISH, (A14, P15))
    assert len(noted.desk.notebook.highlights()) == 4
    assert "had lost 1 step" in noted.message()
    assert noted.window.furniture.message_bar.property("grave")


def test_nothing_is_told_where_everything_is_as_it_was(noted):
    noted.open(ENGLISH, (A14, P15))
    settle()
    assert said(noted) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_news_has_words_of_its_own(qapp, kind):
    words = news_in_words(Sentence("In English.", kind, 3, "/et/sted"))
    assert words != "In English."
    assert "%1" not in words


# The journal


def test_a_journal_that_cannot_be_written_is_told_once_and_again_when_it_can_be(noted):
    noted.open(ENGLISH, (A14, P15))
    journal = journal_of(noted)
    away = journal.with_name("away")
    journal.rename(away)
    journal.mkdir()
    for at in (600, 700, 800):
        assert noted.desk.highlight(A14, at, at + 20, "red")
        settle()
    (told,) = said(noted)
    assert "journal beside the notebook cannot be written" in told
    assert "Your notes are saved" in told
    journal.rmdir()
    away.rename(journal)
    assert noted.desk.highlight(A14, 900, 920, "red")
    settle()
    assert any("is written again" in words for words in said(noted))
    assert noted.desk.notebook.check() == []


# Damage that shows later


def damage_structure(place):
    with closing(sqlite3.connect(place)) as connection:
        wanted = "SELECT rootpage FROM sqlite_master WHERE name = 'highlights'"
        (root,) = connection.execute(wanted).fetchone()
    content = bytearray(place.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = b"\xee" * 4096
    place.write_bytes(content)


def damage_a_row(place):
    content = place.read_bytes()
    assert content.count("Spørg ministeriet.".encode()) >= 1
    place.write_bytes(content.replace("Spørg ministeriet.".encode(), "Spørg ministerier.".encode()))


def in_the_dialog(*steps):
    """Go through the pages of the dialog that comes: each step is a page's kind and what is done there."""
    waiting = list(steps)

    def look():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, OpeningDialog):
            QTimer.singleShot(20, look)
            return
        kind, step = waiting[0]
        if isinstance(dialog.page, kind) and step(dialog.page) is not False:
            del waiting[0]
        if waiting:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)
    return waiting


def choose(way):
    def choose_it(page):
        assert "again" not in page.buttons
        if not page.buttons[way].button.isEnabled():
            return False
        QTest.mouseClick(page.buttons[way].button, Left)
        return True

    return choose_it


def enter(page):
    QTest.mouseClick(page.open, Left)


def test_damage_is_told_with_a_way_out_and_salvaging_brings_everything_back(qtbot, noted):
    damage_structure(noted.paths.notebook)
    spoilt = noted.paths.notebook.read_bytes()
    noted.open(ENGLISH, (A14, P15), door=asking(noted.paths.backups))
    bar = noted.window.furniture.message_bar
    qtbot.waitUntil(bar.isVisible)
    assert "file is damaged" in noted.message()
    assert noted.desk.highlight(A14, 500, 520, "red") is None
    assert "not saved" in noted.message()
    bar_beside = noted.window.furniture.selection_bar
    bar_beside.show_at(QRect(100, 100, 200, 20))
    assert not bar_beside.swatches.buttons()
    assert not bar_beside.note_button.isVisibleTo(bar_beside)
    assert not noted.desk.may_write()
    assert noted.paths.notebook.read_bytes() == spoilt
    assert noted.actions["mend"].isEnabled()
    waiting = in_the_dialog((WaysPage, choose("salvage")), (DonePage, enter))
    old = noted.window
    QTest.mouseClick(bar.button, Left)
    qtbot.waitUntil(lambda: noted.window not in (None, old))
    noted._shown(noted.window)
    assert waiting == []
    assert (noted.paths.home / "notebook.db.away-000001" / "notebook.db").read_bytes() == spoilt
    assert (noted.paths.home / "notebook.db.away-000001.txt").exists()
    words = {highlight.note for highlight in noted.desk.notebook.highlights()}
    assert words == {"Bed om en liste.", "Spørg ministeriet.", "Husk fristen."}
    assert [pane.agreement for pane in noted.panes] == [A14, P15]
    assert noted.desk.highlight(A14, 500, 520, "red")
    assert not noted.actions["mend"].isEnabled()
    assert noted.desk.notebook.check() == []


def test_damage_that_is_found_late_is_told_too(qtbot, noted):
    noted.open(ENGLISH, (A14, P15))
    # As after a look at the structure that took longer than the rest.
    noted.desk.notebook.damage = "The file's structure is damaged."
    noted.window.furnished.emit()
    assert "file is damaged" in noted.message()
    assert noted.actions["mend"].isEnabled()


def test_damage_is_told_again_to_a_person_who_went_back_from_the_question(qtbot, noted):
    damage_structure(noted.paths.notebook)
    noted.open(ENGLISH, (A14, P15))
    bar = noted.window.furniture.message_bar
    qtbot.waitUntil(bar.isVisible)
    # As where words are not saved, and the person goes back to them.
    noted.window.reopening_wanted.disconnect(noted.program.reopen)
    QTest.mouseClick(bar.button, Left)
    qtbot.waitUntil(lambda: "file is damaged" in noted.message())


def test_a_damaged_row_is_left_out_and_that_is_told_and_the_newest_copy_can_be_restored(qtbot, noted):
    noted.open(ENGLISH, (A14, P15))
    noted.program.keeping.keep_now()
    qtbot.waitUntil(lambda: "Backed up" in noted.message())
    noted.close()
    damage_a_row(noted.paths.notebook)
    noted.open(ENGLISH, (A14, P15), door=asking(noted.paths.backups))
    told = []
    qtbot.waitUntil(lambda: bool(told.extend(said(noted)) or any("damaged" in words for words in told)))
    assert sum("damaged and left out" in words for words in told) == 1
    assert len(noted.desk.notebook.highlights()) == 2
    waiting = in_the_dialog((WaysPage, choose("restore")), (DonePage, enter))
    old = noted.window
    noted.choose("mend")
    qtbot.waitUntil(lambda: noted.window not in (None, old))
    noted._shown(noted.window)
    assert waiting == []
    assert len(noted.desk.notebook.highlights()) == 3


def test_a_person_may_go_on_with_a_damaged_notebook_as_it_is(qtbot, noted):
    damage_structure(noted.paths.notebook)
    noted.open(ENGLISH, (A14, P15))
    qtbot.waitUntil(lambda: noted.actions["mend"].isEnabled())
    before = {name: made for name, made in everything(noted.paths.home).items() if "notebook.db" in name}
    waiting = in_the_dialog((WaysPage, choose("go on")))
    old = noted.window
    noted.choose("mend")
    qtbot.waitUntil(lambda: noted.window not in (None, old))
    noted._shown(noted.window)
    assert waiting == []
    assert len(noted.desk.categories()) == 5
    after = {name: made for name, made in everything(noted.paths.home).items() if "notebook.db" in name}
    assert {name: made for name, made in after.items() if "lock" not in name} == {
        name: made for name, made in before.items() if "lock" not in name
    }


def test_a_person_may_leave_a_damaged_notebook_alone(qtbot, noted):
    damage_structure(noted.paths.notebook)
    noted.open(ENGLISH, (A14, P15))
    qtbot.waitUntil(lambda: noted.actions["mend"].isEnabled())
    spoilt = noted.paths.notebook.read_bytes()
    waiting = in_the_dialog((WaysPage, lambda page: QTest.mouseClick(page.quit, Left)))
    QTimer.singleShot(0, noted.actions["mend"].trigger)
    # In a loop of its own, as a program has it: what ends none would end every later one at once.
    assert QApplication.exec() == 0
    assert (noted.window, waiting) == (None, [])
    noted.program.close()
    assert noted.paths.notebook.read_bytes() == spoilt
    noted.open(ENGLISH, (A14, P15))


def test_words_that_find_the_file_damaged_are_kept(qtbot, noted):
    noted.open(ENGLISH, (A14, P15))
    kept = noted.desk.notebook.highlights()[0]
    noted.close()
    copy = noted.paths.home / "sound.db"
    shutil.copyfile(noted.paths.notebook, copy)
    damage_structure(noted.paths.notebook)
    noted.open(ENGLISH, (A14, P15))
    note = noted.desk.add_note(A14, 2)
    assert note is None
    assert "file is damaged" in " ".join(said(noted))
    assert kept.note
