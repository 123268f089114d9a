"""A save fails: nothing typed is lost, it is said where it is seen, and tried again until it works."""

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from reader.paths import Paths
from reader.settings import Settings
from reader.ui.leaving import LeavingDialog
from tests.ui.conftest import A14, P15, no_room, nobody, settle

pytestmark = [
    pytest.mark.qt_log_ignore("does not support propagateSizeHints"),
    pytest.mark.skipif(os.name == "nt", reason="POSIX permissions and limits"),
]
Key, Left = Qt.Key, Qt.MouseButton.LeftButton
LONG = " en liste over alt, hvad der er aftalt" * 3000


class Writer:
    """A person who writes a note, in a window whose disk may fail."""

    def __init__(self, opened):
        self.opened = opened
        self.made = opened.mark()
        opened.window.furniture.notes.edit(self.made.id)
        self.editor = opened.window.furniture.notes.list.card(self.made.id).editor
        QTest.keyClicks(self.editor.words, "Bed om")
        settle()

    @property
    def strip(self):
        return self.opened.window.furniture.mishaps.unsaved

    def size(self):
        return self.opened.paths.notebook.stat().st_size

    def kept(self):
        return self.opened.desk.notebook.highlight(self.made.id).note

    def type(self, words):
        self.editor.words.insertPlainText(words)
        settle()

    def is_unsaved(self, words, why):
        """Check that the words stand in the editor, that it is said, and that nothing else is claimed."""
        assert self.editor.words.toPlainText() == words
        assert self.editor.trouble.isVisible()
        assert why in self.editor.trouble.text()
        assert self.strip.isVisible()
        assert why in self.strip.label.text()
        assert [record.note for record in self.opened.desk.unsaved.records()] == [words]
        return True

    def is_saved(self, words):
        assert self.kept() == words
        assert not self.editor.trouble.isVisible()
        assert not self.strip.isVisible()
        assert self.opened.desk.unsaved.records() == []
        assert "saved now" in self.opened.message()
        assert self.opened.desk.notebook.check() == []
        return True


@pytest.fixture
def writer(opened):
    return Writer(opened)


@contextmanager
def refusing(opened):
    """Let SQLite refuse every write for a while."""
    connection = opened.desk.notebook.connection
    connection.execute("PRAGMA query_only = ON")
    yield
    connection.execute("PRAGMA query_only = OFF")


# The disk fails, really


def test_words_that_find_no_room_are_kept_and_saved_by_themselves_once_there_is_some(qtbot, writer):
    with no_room(writer.size() + 20_000):
        writer.type(LONG)
        assert writer.kept() == "Bed om"
        assert writer.is_unsaved("Bed om" + LONG, "disk")
        writer.opened.desk.unsaved._timer.setInterval(50)
        QTest.qWait(300)
        assert writer.is_unsaved("Bed om" + LONG, "disk")
    qtbot.waitUntil(lambda: writer.kept() == "Bed om" + LONG)
    assert writer.is_saved("Bed om" + LONG)


@pytest.fixture
def small_disk():
    """A disk of a few megabytes."""
    folder = Path(tempfile.mkdtemp())
    mounted = ("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(folder))
    if os.geteuid() or subprocess.run(mounted, check=False, capture_output=True).returncode:
        folder.rmdir()
        pytest.skip("only root may mount a disk")
    yield folder
    subprocess.run(("umount", "-l", str(folder)), check=True)
    folder.rmdir()


def test_on_a_full_disk_everything_says_so_and_works_again_when_there_is_room(
    qtbot, small_disk, undressed, kept_library, program
):
    shutil.copyfile(kept_library, small_disk / "library.db")
    program.paths = Paths(small_disk)
    program.open(Settings(theme="light", language="en"), (A14, P15))
    writer = Writer(program)
    filling = small_disk / "filling"
    with suppress(OSError), filling.open("wb", buffering=0) as file:
        while file.write(b"x" * 1024):
            pass
    writer.type(LONG)
    assert writer.is_unsaved("Bed om" + LONG, "The disk is full")
    program.desk.select(A14, 100, 112)
    assert program.desk.add_highlight("red", LONG) is None
    assert "The disk is full" in program.message()
    assert len(program.desk.notebook.highlights()) == len(list(program.panes[0].marks)) == 1
    filling.unlink()
    writer.opened.window.furniture.message_bar.put_away()
    qtbot.waitUntil(lambda: writer.kept() == "Bed om" + LONG)
    assert writer.is_saved("Bed om" + LONG)
    assert program.mark(words="Styringsdialogen mellem stat og kommuner") is not None
    program.close()
    program.open(Settings())


@pytest.mark.parametrize("replaced", [False, True])
def test_a_notebook_that_is_removed_or_replaced_while_it_is_open_is_noticed(qtbot, writer, replaced):
    place = writer.opened.paths.notebook
    away = place.with_name("away.db")
    place.rename(away)
    if replaced:
        place.write_bytes(b"Dear diary")
    writer.type(" listen")
    assert writer.is_unsaved("Bed om listen", "removed, moved or replaced")
    assert (place.read_bytes() == b"Dear diary") if replaced else not place.exists()
    place.unlink(missing_ok=True)
    away.rename(place)
    QTest.mouseClick(writer.strip.findChildren(type(writer.editor.again))[0], Left)
    settle()
    assert writer.is_saved("Bed om listen")


def test_a_folder_that_cannot_be_written_any_more_is_said_and_works_again(qtbot, program, kept_library):
    home, before = Path(tempfile.mkdtemp()), program.paths
    shutil.copyfile(kept_library, home / "library.db")
    if not os.geteuid():
        for path in (home, *home.iterdir()):
            os.chown(path, 65534, 65534)
    program.paths = Paths(home)
    with nobody():
        program.open(Settings(theme="light", language="en"), (A14, P15))
        made = program.mark()
        program.again()
        # Before the first write: later SQLite has its files open already.
        home.chmod(0o555)
        program.window.furniture.notes.edit(made.id)
        editor = program.window.furniture.notes.list.card(made.id).editor
        QTest.keyClicks(editor.words, "Bed om")
        assert "cannot be written" in editor.trouble.text()
        assert "cannot be written" in program.window.furniture.mishaps.unsaved.label.text()
        home.chmod(0o755)
        assert program.desk.unsaved.try_again()
        assert not editor.trouble.isVisible()
        assert program.desk.notebook.highlight(made.id).note == "Bed om"
        program.close()
    shutil.rmtree(home)
    program.paths = before
    program.open(Settings())


# What is tried again, and what is not shown


def test_going_elsewhere_tries_again_at_once(qtbot, writer):
    with refusing(writer.opened):
        writer.type(" listen")
        assert writer.is_unsaved("Bed om listen", "cannot be written")
    writer.opened.window.activateWindow()
    writer.editor.words.setFocus()
    writer.opened.panes[0].view.setFocus()
    qtbot.waitUntil(lambda: writer.kept() == "Bed om listen")
    assert writer.is_saved("Bed om listen")


def test_tags_are_kept_like_words(writer):
    with refusing(writer.opened):
        writer.editor.tags.setFocus()
        QTest.keyClicks(writer.editor.tags, "løn, kvalitet")
        (record,) = writer.opened.desk.unsaved.records()
        assert (record.note, record.tags) == ("Bed om", ("løn", "kvalitet"))
        writer.type(" listen")
        (record,) = writer.opened.desk.unsaved.records()
        assert (record.note, record.tags) == ("Bed om listen", ("løn", "kvalitet"))
    assert writer.opened.desk.unsaved.try_again()
    kept = writer.opened.desk.notebook.highlight(writer.made.id)
    assert (kept.note, kept.tags) == ("Bed om listen", ("løn", "kvalitet"))


def test_a_category_or_a_removal_that_fails_is_said_and_not_shown_as_done(writer):
    opened = writer.opened
    opened.window.furniture.notes.list.card(writer.made.id).end_edit()
    with refusing(opened):
        for wish in (
            lambda now: opened.desk.change_category(now, "red"),
            opened.desk.remove,
            lambda now: opened.desk.stretch(now, now.selector.start, now.selector.end + 3),
        ):
            now = opened.desk.notebook.highlight(writer.made.id)
            assert not wish(now)
            settle()
            assert "The change was not saved" in opened.message()
            opened.window.furniture.message_bar.put_away()
            assert opened.desk.notebook.highlight(writer.made.id) == now
            assert len(list(opened.panes[0].marks)) == 1
            (card,) = opened.window.furniture.notes.list.cards()
            assert card.record == now


def test_a_name_of_a_category_that_is_not_saved_does_not_look_as_if_it_were(qtbot, opened):
    from reader.ui.dialogs import CategoriesDialog

    dialog = CategoriesDialog(opened.desk, opened.window.theme, opened.window)
    qtbot.addWidget(dialog)
    dialog.show()
    line = dialog.lines["red"]
    with refusing(opened):
        line.setText("Vores krav")
        line.finish()
        assert line.property("unsaved")
        assert "not saved" in line.toolTip()
        assert opened.desk.categories()[2].name == "Demand"
    line.finish()
    assert not line.property("unsaved")
    assert opened.desk.categories()[2].name == "Vores krav"


# Leaving


def at_the_question(step):
    """Do something when the question before closing is asked; what asked is noted."""
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(20, look)
            return
        seen.append(type(dialog).__name__)
        step(dialog)

    QTimer.singleShot(20, look)
    return seen


def press(name):
    return lambda dialog: QTest.mouseClick(getattr(dialog, name), Left)


def test_nobody_is_asked_where_everything_is_saved(writer):
    assert writer.opened.window.may_close()


def test_closing_tries_again_before_it_asks(writer):
    with refusing(writer.opened):
        writer.type(" listen")
    assert writer.opened.window.may_close()
    assert writer.kept() == "Bed om listen"


def test_a_person_who_goes_back_finds_the_words_where_they_were(writer):
    with refusing(writer.opened):
        writer.type(" listen")
        seen = at_the_question(press("back"))
        writer.opened.window.close()
        assert seen == ["LeavingDialog"]
        assert writer.opened.window.isVisible()
        assert writer.is_unsaved("Bed om listen", "cannot be written")
        at_the_question(lambda dialog: QTest.keyClick(dialog, Key.Key_Escape))
        writer.opened.window.close()
        assert writer.opened.window.isVisible()
    assert writer.opened.desk.unsaved.try_again()


def test_a_person_may_close_without_saving_and_is_asked_once(writer):
    with refusing(writer.opened):
        writer.type(" listen")
        seen = at_the_question(press("leave"))
        writer.opened.window.close()
        assert not writer.opened.window.isVisible()
        assert seen == ["LeavingDialog"]
    assert writer.kept() == "Bed om"


def test_trying_again_at_the_question_saves_and_closes(writer):
    with refusing(writer.opened):
        writer.type(" listen")
        connection = writer.opened.desk.notebook.connection

        def again(dialog):
            assert "cannot be written" in dialog.why.text()
            press("again")(dialog)
            assert "could not be saved this time either" in dialog.why.text()
            connection.execute("PRAGMA query_only = OFF")
            press("again")(dialog)

        at_the_question(again)
        writer.opened.window.close()
    assert not writer.opened.window.isVisible()
    assert writer.kept() == "Bed om listen"


def choose_folder(folder):
    """Choose a folder in the dialog that comes."""

    def choose():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog) or not dialog.isVisible():
            QTimer.singleShot(20, choose)
            return
        # With nothing selected in it, it is the folder shown that is chosen.
        dialog.setDirectory(str(folder))
        assert dialog.selectedFiles() == [str(folder)]
        dialog.accept()

    QTimer.singleShot(20, choose)


def test_a_rescue_copy_at_the_question_holds_what_is_unsaved_and_everything_else(writer, tmp_path):
    folder = tmp_path / "Redning"
    folder.mkdir()
    with refusing(writer.opened):
        writer.type(" listen & <b>mere</b>")

        def rescue(dialog):
            choose_folder(folder)
            press("rescue")(dialog)
            assert str(folder) in dialog.why.text()
            press("leave")(dialog)

        at_the_question(rescue)
        writer.opened.window.close()
    assert not writer.opened.window.isVisible()
    (markdown,) = folder.glob("*.md")
    (lines,) = folder.glob("*.jsonl")
    assert "Bed om listen & <b>mere</b>" in markdown.read_text(encoding="utf-8")
    assert "Bed om listen & <b>mere</b>" in lines.read_text(encoding="utf-8")


def test_a_rescue_copy_that_cannot_be_written_is_said_and_the_question_stays(writer, tmp_path):
    folder = tmp_path / "Redning"
    folder.mkdir()
    with refusing(writer.opened):
        writer.type(" listen")

        def rescue(dialog):
            choose_folder(folder)
            with no_room(10):
                press("rescue")(dialog)
            assert "rescue copy was not saved" in dialog.why.text()
            press("back")(dialog)

        at_the_question(rescue)
        writer.opened.window.close()
        assert writer.opened.window.isVisible()
    assert list(folder.iterdir()) == []
    assert writer.opened.desk.unsaved.try_again()


def test_a_rescue_copy_can_be_saved_at_any_time(writer, tmp_path):
    folder = tmp_path / "Redning"
    folder.mkdir()
    choose_folder(folder)
    writer.opened.choose("rescue")
    assert str(folder) in writer.opened.message()
    (markdown,) = folder.glob("*.md")
    assert "Bed om" in markdown.read_text(encoding="utf-8")


def test_another_language_does_not_take_unsaved_words_away(writer):
    with refusing(writer.opened):
        writer.type(" listen")
        seen = at_the_question(press("back"))
        writer.opened.choose("language_da")
        assert seen == ["LeavingDialog"]
        assert writer.is_unsaved("Bed om listen", "cannot be written")
    assert writer.opened.desk.unsaved.try_again()


def test_the_question_says_what_a_person_typed_as_words_only(qtbot, writer):
    with refusing(writer.opened):
        writer.type(" <img src='x'>")
        dialog = LeavingDialog(writer.opened.desk, writer.opened.paths.home)
        qtbot.addWidget(dialog)
        for label in (dialog.title, dialog.why):
            assert label.textFormat() == Qt.TextFormat.PlainText
    assert writer.opened.desk.unsaved.try_again()


def test_what_was_saved_is_there_in_the_next_start(writer):
    with no_room(writer.size() + 20_000):
        writer.type(LONG)
    assert writer.opened.desk.unsaved.try_again()
    writer.opened.again()
    assert writer.kept() == "Bed om" + LONG
