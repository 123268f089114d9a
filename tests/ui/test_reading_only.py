"""The notebook is only read: it is said as long as it is so, nothing is written, and nobody is harmed."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.records import Change, Note
from reader.settings import Settings, read_settings, write_settings
from tests.ui.conftest import A14, P15, QUOTE, everything, nobody, settle

pytestmark = [
    pytest.mark.qt_log_ignore("does not support propagateSizeHints"),
    pytest.mark.skipif(os.name == "nt", reason="POSIX permissions and locks"),
]
Key, Left = Qt.Key, Qt.MouseButton.LeftButton
WINDOWS_OWN = ("settings.json", "search.db", "notebook.db.lock")


def precious(home):
    """Return what is in a home, but for what any window keeps for itself."""
    return {name: content for name, content in everything(home).items() if name not in WINDOWS_OWN}


def note_two_things(program):
    made = program.mark()
    program.desk.write(made, "Bed om en liste.")
    note = program.desk.add_note(A14, 3)
    program.desk.write(note, "Husk hjemmestrik.")


@pytest.fixture
def noted(left):
    """The program's home with a notebook: a highlight with words, and a note; closed."""
    return left(note_two_things)


@pytest.fixture
def second(noted, another):
    """A second start, beside a program that has the notebook open, that was opened for reading."""
    noted.other = another(noted.paths.notebook)
    noted.before = precious(noted.paths.home)
    noted.open(read_settings(noted.paths.settings), (A14, P15), door=Notebook.look)
    return noted


def strip(program):
    return program.window.furniture.mishaps.reading.strip


def cards(program):
    settle()
    return program.window.furniture.notes.list.cards()


def words_on_cards(program):
    return "\n".join(label.text() for card in cards(program) for label in card.findChildren(QLabel))


def test_a_window_that_only_reads_says_so_for_as_long_as_it_is_so(second):
    assert strip(second).isVisible()
    assert "Read-only" in strip(second).label.text()
    assert os.uname().nodename in strip(second).label.text()
    assert second.window.windowTitle() == "Randnote – read-only"
    second.speak("da")
    assert strip(second).isVisible()
    assert second.window.windowTitle().startswith("Randnote – ")
    second.speak("en")


def test_a_window_that_writes_says_nothing_of_the_kind(noted):
    noted.open(read_settings(noted.paths.settings))
    assert not strip(noted).isVisible()
    assert noted.window.windowTitle() == "Randnote"
    assert noted.actions["note"].isEnabled()


def test_what_is_saved_can_be_read_and_searched_and_exported(second, tmp_path):
    assert "Bed om en liste." in words_on_cards(second)
    assert len(list(second.panes[0].marks)) == 1
    assert any("hjemmestrik" in row for row in second.search("hjemmestrik"))
    second.window.furniture.search_line.clear()
    target = tmp_path / "aftale.md"

    def save():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog) or not dialog.isVisible():
            QTimer.singleShot(20, save)
            return
        dialog.selectFile(str(target))
        assert dialog.selectedFiles() == [str(target)]
        dialog.accept()

    QTimer.singleShot(0, save)
    second.choose("export")
    assert str(target) in second.message()
    assert "Bed om en liste." in target.read_text(encoding="utf-8")


def test_commands_that_write_cannot_be_chosen(second):
    writing = ("note", "note_principle", "remove", "undo", "redo", "categories", "backup", "longer_end")
    assert [name for name in writing if second.actions[name].isEnabled()] == []


def test_keys_that_would_write_write_nothing(second):
    second.panes[0].view.setFocus()
    second.panes[0].view.select(100, 112)
    second.desk.select(A14, 100, 112)
    for key in (Key.Key_1, Key.Key_N, Key.Key_Delete):
        second.press(key)
    assert len(second.desk.notebook.highlights()) == 1
    assert second.desk.notebook.notes()[0].body == "Husk hjemmestrik."
    bar = second.window.furniture.selection_bar
    assert bar.swatches.buttons() == []
    assert not bar.note_button.isVisible()
    assert bar.copy_button.isVisibleTo(bar)


def test_a_card_is_not_edited_and_one_sentence_says_why(second):
    (card, *_) = cards(second)
    card.setFocus()
    for _ in range(3):
        QTest.keyClick(card, Key.Key_F2)
    assert card.editor is None
    assert "open for reading only" in second.message()
    assert not second.window.furniture.message_bar.property("grave")
    card.remove()
    assert "open for reading only" in second.message()
    assert len(second.desk.notebook.highlights()) == 1


def test_nothing_of_the_others_is_touched_until_the_window_is_closed(second):
    second.desk.select(A14, 100, 112)
    assert second.desk.add_highlight("red") is None
    assert second.desk.add_note(A14, None) is None
    settle()
    QTest.qWait(600)
    assert precious(second.paths.home) == second.before
    second.close()
    assert precious(second.paths.home) == second.before
    second.open(Settings(), door=Notebook.look)


def test_what_the_other_saves_meanwhile_is_read_anew(qtbot, second):
    second.other.write("Skrevet siden hen")
    assert "Skrevet siden hen" not in words_on_cards(second)
    before = precious(second.paths.home)
    QTest.mouseClick(second.window.furniture.mishaps.reading.anew, Left)
    qtbot.waitUntil(lambda: "Skrevet siden hen" in words_on_cards(second))
    assert "What has been saved there by now is shown" in second.message()
    assert precious(second.paths.home) == before


def test_once_the_other_is_closed_it_can_be_opened_for_writing(qtbot, second):
    write = second.window.furniture.mishaps.reading.write
    QTest.mouseClick(write, Left)
    settle()
    assert "open in another Randnote" in second.message()
    assert second.desk.notebook.read_only
    second.other.leave()
    QTest.mouseClick(write, Left)
    qtbot.waitUntil(lambda: second.window is not None and not second.desk.notebook.read_only)
    second._shown(second.window)
    assert not strip(second).isVisible()
    assert [pane.agreement for pane in second.panes] == [A14, P15]
    assert second.mark(words="Styringsdialogen mellem stat og kommuner") is not None


def test_what_could_not_be_written_is_opened_for_writing_when_it_can_be(qtbot, noted):
    noted.open(read_settings(noted.paths.settings), (A14, P15), lambda at: Notebook.open(at, read_only=True))
    old = noted.window
    assert "cannot be written" in strip(noted).label.text()
    QTest.mouseClick(noted.window.furniture.mishaps.reading.write, Left)
    qtbot.waitUntil(lambda: noted.window not in (None, old))
    noted._shown(noted.window)
    assert not noted.desk.notebook.read_only
    assert noted.mark(words="Styringsdialogen mellem stat og kommuner") is not None


def test_the_others_place_and_layout_are_kept_and_what_was_chosen_here_too(second):
    theirs = read_settings(second.paths.settings)._replace(focus=1, scale=1.3, geometry="theirs", tab=2)
    write_settings(second.paths.settings, theirs)
    second.choose("theme_dark")
    second.desk.close_pane(0)
    second.close()
    assert read_settings(second.paths.settings) == theirs._replace(theme="dark")
    second.open(Settings(), door=Notebook.look)


@pytest.fixture
def sealed_home(kept_library):
    """A home with a notebook that all can read and nobody can write."""
    home = Path(tempfile.mkdtemp())
    shutil.copyfile(kept_library, home / "library.db")
    with Notebook.open(home / "notebook.db") as notebook:
        note = Note(new_id(), A14, 3, "Husk hjemmestrik.", (), now(), now())
        notebook.apply([Change(None, note)])
    for path in home.iterdir():
        path.chmod(0o444)
    home.chmod(0o555)
    yield home
    home.chmod(0o755)
    shutil.rmtree(home)


def test_a_home_that_cannot_be_written_is_read_and_searched(undressed, sealed_home, program):
    from reader.paths import Paths

    program.paths = Paths(sealed_home)
    before = everything(sealed_home)
    with nobody():
        program.open(
            Settings(theme="light", language="en"),
            (A14, P15),
            door=lambda place: Notebook.open(place, read_only=True),
        )
        assert "cannot be written" in strip(program).label.text()
        assert not program.window.furniture.mishaps.reading.anew.isVisible()
        for words in ("hjemmestrik", QUOTE[:30]):
            assert any(words.split()[0] in row for row in program.search(words))
        program.window.furniture.search_line.clear()
        program.close()
        program.open(Settings(), door=lambda place: Notebook.open(place, read_only=True))
    assert everything(sealed_home) == before
