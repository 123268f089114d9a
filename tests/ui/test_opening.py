"""The notebook does not open: a person is told why, loses nothing, and chooses how to go on."""

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from reader.errors import NotebookError
from reader.notebook import backup
from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.records import Change, Note
from reader.notebook.schema import STEPS
from reader.settings import Settings
from reader.ui.opening import NotOpened, asking
from reader.ui.opening_dialog import OpeningDialog
from reader.ui.opening_pages import DonePage, WaysPage, WorkPage
from reader.ui.salvage_report import ranges
from tests.ui.conftest import everything, no_room, nobody

pytestmark = [
    pytest.mark.qt_log_ignore("does not support propagateSizeHints"),
    pytest.mark.skipif(os.name == "nt", reason="POSIX permissions and locks"),
]
Key, Left = Qt.Key, Qt.MouseButton.LeftButton


def a_note(words="Husk dette"):
    return Note(new_id(), "aftale-2014", 2, words, (), now(), now())


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def place(home):
    """A closed notebook with forty notes, its journal, and two copies: of one note, and of all."""
    place = home / "notebook.db"
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, a_note("Den første"))])
        backup.copy(notebook, home / "backups")
        for number in range(39):
            notebook.apply([Change(None, a_note(f"Note {number}"))])
        backup.copy(notebook, home / "backups")
    return place


@pytest.fixture
def refused(qtbot, home):
    """Show the dialog that a refused notebook gets."""
    shown = []

    def show(place):
        with pytest.raises(NotebookError) as caught:
            Notebook.open(place)
        dialog = OpeningDialog(place, home / "backups", caught.value)
        shown.append(dialog)
        qtbot.addWidget(dialog)
        dialog.show()
        return Asked(qtbot, dialog)

    yield show
    for dialog in shown:
        if dialog.notebook is not None:
            dialog.notebook.close()


class Asked:
    """A person at the dialog."""

    def __init__(self, qtbot, dialog):
        self.qtbot = qtbot
        self.dialog = dialog
        self.qtbot.waitUntil(lambda: not self.searching())

    @property
    def page(self):
        return self.dialog.page

    def searching(self):
        button = self.page.buttons.get("restore") if isinstance(self.page, WaysPage) else None
        return button is not None and not button.button.isEnabled()

    def ways(self):
        return tuple(self.page.buttons)

    def said(self):
        return " ".join(label.text() for label in self.page.findChildren(QLabel))

    def choose(self, way):
        QTest.mouseClick(self.page.buttons[way].button, Left)
        self.qtbot.waitUntil(self.is_done)

    def is_done(self):
        asking = not isinstance(self.page, WorkPage) and not self.searching()
        return asking or self.dialog.notebook is not None

    def enter(self):
        """Open the notebook that is in the place now."""
        assert isinstance(self.page, DonePage)
        QTest.keyClick(self.page.open, Key.Key_Return)
        return self.dialog.notebook


def unlocked(folder):
    return {name: content for name, content in everything(folder).items() if not name.endswith(".lock")}


def spoil_head(place):
    place.write_bytes(b"\xee" * 200 + place.read_bytes()[200:])


def spoil_schema(place):
    content = bytearray(place.read_bytes())
    content[100:400] = b"\xff" * 300
    place.write_bytes(content)


def cut_off(place):
    place.write_bytes(place.read_bytes()[:4096])


def empty(place):
    place.write_bytes(b"")


def make_foreign(place):
    place.unlink()
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("CREATE TABLE diary (day TEXT)")


def make_newer(place):
    content = bytearray(place.read_bytes())
    content[60:64] = (len(STEPS) + 1).to_bytes(4, "big")
    place.write_bytes(content)


SPOILT = [spoil_head, spoil_schema, cut_off, empty, make_foreign]


# A second start


def test_a_second_start_says_who_has_the_notebook_and_opens_it_read_only(place, refused, another, home):
    other = another(place)
    written = other.write("Skrevet af den anden")
    before = everything(home)
    asked = refused(place)
    assert asked.ways() == ("read", "again")
    assert f"process {other.process.pid}" in asked.said()
    assert os.uname().nodename in asked.said()
    assert "Nothing was changed" in asked.said()
    assert everything(home) == before
    QTest.keyClick(asked.page.buttons["read"].button, Key.Key_Return)
    asked.qtbot.waitUntil(lambda: asked.dialog.notebook is not None)
    notebook = asked.dialog.notebook
    assert notebook.read_only
    assert notebook.note(written).body == "Skrevet af den anden"
    assert len(notebook.notes()) == 41
    assert everything(home) == before


def test_when_the_other_is_closed_trying_again_opens_for_writing(place, refused, another):
    other = another(place)
    asked = refused(place)
    asked.choose("again")
    assert asked.dialog.notebook is None
    assert asked.dialog.isVisible()
    other.leave()
    asked.choose("again")
    assert not asked.dialog.notebook.read_only
    assert not asked.dialog.isVisible()


def test_escape_leaves_everything_as_it_is(place, refused, another, home):
    another(place)
    before = everything(home)
    asked = refused(place)
    QTest.keyClick(asked.dialog, Key.Key_Escape)
    assert not asked.dialog.isVisible()
    assert asked.dialog.notebook is None
    assert everything(home) == before


def test_a_start_that_is_refused_asks_and_ends_when_the_person_leaves(qtbot, place, another, home):
    another(place)
    QTimer.singleShot(200, lambda: QTest.keyClick(QApplication.activeModalWidget(), Key.Key_Escape))
    with pytest.raises(NotOpened):
        asking(home / "backups")(place)


def test_a_notebook_that_opens_is_opened_without_a_question(place, home):
    with asking(home / "backups")(place) as notebook:
        assert len(notebook.notes()) == 40


# What is no sound notebook


@pytest.mark.parametrize("spoil", SPOILT)
def test_what_is_damaged_or_foreign_is_left_as_it_is_and_every_way_is_offered(place, refused, home, spoil):
    spoil(place)
    before = unlocked(home)
    asked = refused(place)
    assert asked.ways() == ("salvage", "restore", "read")
    assert "It was left as it is" in asked.said()
    assert str(place) in asked.said()
    assert "It holds 0 highlight" in asked.said()
    assert "40 other note" in asked.said()
    QTest.keyClick(asked.dialog, Key.Key_Escape)
    assert unlocked(home) == before


@pytest.mark.parametrize("spoil", SPOILT)
def test_salvaging_brings_everything_back_and_keeps_what_was_there(place, refused, home, spoil):
    spoil(place)
    spoilt = place.read_bytes()
    asked = refused(place)
    asked.choose("salvage")
    away = home / "notebook.db.away-000001"
    assert (away / "notebook.db").read_bytes() == spoilt
    assert (away / "notebook.db.jsonl").exists()
    report = asked.page.text.toPlainText()
    for said in ("Nothing is missing", "40 other note", str(away), str(place)):
        assert said in report
    kept = home / "notebook.db.away-000001.txt"
    assert str(kept) in asked.said()
    assert kept.read_text(encoding="utf-8") == report
    with asked.enter() as notebook:
        assert len(notebook.notes()) == 40
        assert notebook.check() == []
        assert notebook.news == ()


def test_what_is_missing_is_shown_in_full(place, refused, home):
    shutil.rmtree(home / "backups")
    place.with_name("notebook.db.jsonl").unlink()
    with closing(sqlite3.connect(place)) as connection:
        wanted = "SELECT rootpage FROM sqlite_master WHERE name = 'operations'"
        (root,) = connection.execute(wanted).fetchone()
    content = bytearray(place.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = b"\xee" * 4096
    leaf = content.index(b"Note 7")
    content[leaf : leaf + 6] = b"Node 7"
    content[100:300] = b"\xff" * 200
    place.write_bytes(content)
    asked = refused(place)
    assert asked.ways() == ("salvage",)
    asked.choose("salvage")
    report = asked.page.text.toPlainText()
    with asked.enter() as notebook:
        assert notebook.check() == []
        notes = notebook.notes()
    assert f"{len(notes)} other note" in report
    assert len(notes) < 40 or "its history has gaps" in report or "were not found" in report
    assert "damaged piece" in report


def test_a_salvage_that_finds_no_room_leaves_everything_as_it_was(place, refused, home):
    spoil_head(place)
    before = unlocked(home)
    asked = refused(place)
    with no_room(place.stat().st_size // 2):
        asked.choose("salvage")
    assert "The disk" in asked.said()
    assert unlocked(home) == before
    assert asked.ways() == ("salvage", "restore", "read")
    asked.choose("salvage")
    with asked.enter() as notebook:
        assert len(notebook.notes()) == 40


def test_a_salvage_that_finds_nothing_says_so_and_leaves_everything(place, refused, home):
    shutil.rmtree(home / "backups")
    place.with_name("notebook.db.jsonl").unlink()
    place.write_bytes(place.read_bytes()[:4096])
    before = unlocked(home)
    asked = refused(place)
    assert asked.ways() == ("salvage",)
    asked.choose("salvage")
    assert "Nothing was found that could be salvaged" in asked.said()
    assert unlocked(home) == before


def test_a_long_salvage_can_be_stopped_and_leaves_everything(place, refused, home):
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, a_note(f"Endnu en {number}")) for number in range(3000)])
    spoil_head(place)
    before = unlocked(home)
    asked = refused(place)
    QTest.mouseClick(asked.page.buttons["salvage"].button, Left)
    assert isinstance(asked.page, WorkPage)
    QTest.keyClick(asked.dialog, Key.Key_Escape)
    asked.qtbot.waitUntil(lambda: isinstance(asked.page, WaysPage))
    assert asked.dialog.isVisible()
    assert unlocked(home) == before


def test_a_long_salvage_says_how_far_it_is(place, refused):
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, a_note(f"Endnu en {number}")) for number in range(5000)])
    spoil_head(place)
    asked = refused(place)
    QTest.mouseClick(asked.page.buttons["salvage"].button, Left)
    work, seen = asked.page, []
    work.bar.valueChanged.connect(seen.append)
    asked.qtbot.waitUntil(lambda: isinstance(asked.page, DonePage))
    assert seen == sorted(seen)
    assert len(seen) > 1


def test_the_newest_copy_that_is_sound_is_restored(place, refused, home):
    newest = home / "backups" / "notebook-000002.db"
    content = newest.read_bytes()
    newest.write_bytes(content.replace(b"Note 7", b"Node 7"))
    spoil_head(place)
    spoilt = place.read_bytes()
    asked = refused(place)
    assert "1 other note" in asked.said()
    asked.choose("restore")
    away = home / "notebook.db.away-000001"
    assert str(away) in asked.said()
    assert (away / "notebook.db").read_bytes() == spoilt
    with asked.enter() as notebook:
        assert [note.body for note in notebook.notes()] == ["Den første"]
        assert notebook.news == ()


def test_where_no_copy_is_sound_none_is_offered(place, refused, home):
    for copy in (home / "backups").iterdir():
        cut_off(copy)
    spoil_head(place)
    assert refused(place).ways() == ("salvage", "read")


def test_what_the_journal_tells_of_a_spoilt_notebook_can_be_read(place, refused, home):
    spoil_head(place)
    before = unlocked(home)
    asked = refused(place)
    asked.choose("read")
    assert asked.dialog.notebook.read_only
    assert len(asked.dialog.notebook.notes()) == 40
    assert unlocked(home) == before


@pytest.mark.parametrize("content", [b"", b"Dear diary"])
def test_where_there_is_nothing_else_a_new_notebook_may_take_the_place(home, refused, content):
    home.mkdir()
    place = home / "notebook.db"
    place.write_bytes(content)
    asked = refused(place)
    assert asked.ways() == ("begin",)
    asked.choose("begin")
    assert (home / "notebook.db.away-000001" / "notebook.db").read_bytes() == content
    with asked.enter() as notebook:
        assert notebook.notes() == []
        assert notebook.begun


def test_a_newer_notebook_can_only_give_its_place_to_a_copy(place, refused, home):
    make_newer(place)
    newer = place.read_bytes()
    asked = refused(place)
    assert asked.ways() == ("restore",)
    assert "newer Randnote" in asked.said()
    assert place.read_bytes() == newer
    asked.choose("restore")
    assert (home / "notebook.db.away-000001" / "notebook.db").read_bytes() == newer
    with asked.enter() as notebook:
        assert len(notebook.notes()) == 40


def test_where_another_program_left_a_file_nothing_is_done_until_it_is_gone(place, refused):
    left = place.with_name("notebook.db-wal")
    left.write_bytes(b"stale")
    asked = refused(place)
    assert asked.ways() == ("again",)
    assert str(left) in asked.said()
    asked.choose("again")
    assert asked.dialog.notebook is None
    left.unlink()
    asked.choose("again")
    assert asked.dialog.notebook is not None


def test_a_notebook_that_is_gone_is_not_silently_begun_anew(qtbot, place, home):
    place.unlink()
    place.with_name("notebook.db.jsonl").unlink()
    before = unlocked(home)
    seen = []

    def restore():
        dialog = QApplication.activeModalWidget()
        restoring = dialog.page.buttons["restore"].button
        if not restoring.isEnabled():
            QTimer.singleShot(50, restore)
            return
        seen.append((tuple(dialog.page.buttons), unlocked(home)))
        QTest.mouseClick(restoring, Left)

    QTimer.singleShot(50, restore)
    with asking(home / "backups")(place) as notebook:
        assert len(notebook.notes()) == 40
        assert not notebook.begun
    assert seen == [(("restore", "again", "begin"), before)]


def test_a_notebook_that_is_gone_but_for_its_journal_is_made_anew_and_that_is_told(program, place, home):
    place.unlink()
    program.open(Settings(theme="light", language="en"), door=asking(home / "backups"))
    assert len(program.desk.notebook.notes()) == 40
    assert "made anew from the journal" in program.message()
    # The names of the categories are those of the notebook, and not those of a new one.
    assert program.desk.categories()[0].name == "Spørgsmål"


# What cannot be written


@pytest.fixture
def sealed():
    """A notebook in a folder that can be read by all and written by nobody."""
    folder = Path(tempfile.mkdtemp())
    place = folder / "notebook.db"
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, a_note())])
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)
    yield place
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_notebook_on_a_disk_that_cannot_be_written_opens_read_only(sealed, refused):
    before = everything(sealed.parent)
    with nobody():
        asked = refused(sealed)
        assert asked.ways() == ("read", "again")
        assert "cannot be written" in asked.said()
        asked.choose("read")
        assert asked.dialog.notebook.read_only
        assert [note.body for note in asked.dialog.notebook.notes()] == ["Husk dette"]
    assert everything(sealed.parent) == before


# The dialog


def test_the_ways_are_found_by_keyboard_and_heard(place, refused):
    spoil_head(place)
    asked = refused(place)
    asked.dialog.activateWindow()
    asked.qtbot.waitUntil(lambda: asked.dialog.focusWidget() is asked.page.buttons["salvage"].button)
    seen = []
    for _ in range(5):
        seen.append(asked.dialog.focusWidget())
        QTest.keyClick(asked.dialog.focusWidget(), Key.Key_Tab)
    for button in (*asked.page.buttons.values(),):
        assert button.button in seen
        assert button.button.accessibleName()
        assert button.button.accessibleDescription()
    assert asked.page.quit in seen


def test_nothing_of_a_name_is_taken_for_more_than_words(home, refused):
    folder = home / "<img src='x'> & <b>fed</b>"
    folder.mkdir(parents=True)
    (folder / "notebook.db").write_bytes(b"")
    asked = refused(folder / "notebook.db")
    labels = asked.page.findChildren(QLabel)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
    assert str(folder) in asked.said()


def test_numbers_that_follow_each_other_are_said_as_ranges():
    assert list(ranges([1, 2, 3, 7, 9, 10])) == ["1–3", "7", "9–10"]
    assert list(ranges([])) == []
