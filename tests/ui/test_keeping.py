"""Copies of the notebook that make themselves while a person works, and what is said when one fails."""

import pytest
from PySide6.QtCore import QTimer

from reader.notebook.copies import copies, difference
from reader.notebook.keeper import EVERY
from reader.notebook.lending import PAGES
from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.records import Change, Note
from reader.settings import Settings
from reader.ui.desk import Desk
from reader.ui.keeping import Keeping


def names(folder):
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(path.name for path in found if not path.name.startswith("."))


def a_note(body="Husk det."):
    return Note(new_id(), "aftale-2014", 2, body, (), now(), now())


class Clock:
    seconds = 0.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "backups"


@pytest.fixture
def keeping(qapp, desk, folder, clock):
    made = Keeping(desk, folder, qapp, clock)
    yield made
    made.leave(copy=False)
    made.deleteLater()


@pytest.fixture
def kept(qtbot, keeping):
    """Wait until another copy is there, after something was done."""

    def waited(deed):
        with qtbot.waitSignal(keeping.kept):
            deed()

    return waited


# At the start and at the end


def test_a_window_that_is_closed_leaves_a_copy_of_what_was_written(opened):
    opened.mark()
    opened.close()
    folder = opened.paths.backups
    assert names(folder) == ["notebook-000001.db"]
    with Notebook.open(opened.paths.notebook) as notebook:
        assert difference(notebook, folder / "notebook-000001.db") == ((), (), (), 0)
    opened.open(Settings(language="en"))


def test_a_window_in_which_nothing_was_written_leaves_none(opened):
    opened.mark()
    opened.again()
    opened.again()
    assert names(opened.paths.backups) == ["notebook-000001.db"]


def test_a_notebook_in_which_nobody_wrote_yet_is_not_copied(opened):
    opened.again()
    assert names(opened.paths.backups) == []


def test_a_start_makes_a_copy_if_there_is_none_of_what_was_written(opened, qtbot):
    opened.mark()
    opened.close()
    for path in opened.paths.backups.iterdir():
        path.unlink()
    opened.open(Settings(language="en"))
    with qtbot.waitSignal(opened.program.keeping.kept):
        opened.program.keeping.begin()
    assert names(opened.paths.backups) == ["notebook-000001.db"]


def test_closing_goes_on_where_no_copy_can_be_made_and_the_next_start_makes_one(opened, qtbot, capsys):
    opened.mark()
    opened.paths.backups.write_text("en fil i vejen")
    opened.close()
    assert "No copy could be made in" in capsys.readouterr().err
    opened.paths.backups.unlink()
    opened.open(Settings(language="en"))
    with qtbot.waitSignal(opened.program.keeping.kept):
        opened.program.keeping.begin()
    assert names(opened.paths.backups) == ["notebook-000001.db"]


def test_a_notebook_that_is_only_read_is_copied_when_one_asks_and_not_by_itself(
    qapp, library, folder, tmp_path, qtbot
):
    with Notebook.open(tmp_path / "notebook.db") as notebook:
        notebook.apply([Change(None, a_note())])
    with Notebook.open(tmp_path / "notebook.db", read_only=True) as notebook:
        keeping = Keeping(Desk(library, notebook, Settings()), folder, qapp)
        keeping.begin()
        assert not keeping.is_busy
        with qtbot.waitSignal(keeping.kept):
            keeping.keep_now()
        keeping.leave()
        keeping.deleteLater()
    assert names(folder) == ["notebook-000001.db"]


def test_a_change_of_language_does_not_begin_anew(opened, qtbot):
    opened.mark()
    keeping = opened.program.keeping
    with qtbot.waitSignal(keeping.kept):
        keeping.begin()
    opened.speak("da")
    assert opened.program.keeping is keeping
    keeping.begin()
    assert not keeping.is_busy
    assert names(opened.paths.backups) == ["notebook-000001.db"]


# In between


def test_half_an_hour_of_change_makes_a_copy_and_a_quiet_hour_none(keeping, kept, desk, clock, folder):
    desk.add_note("aftale-2014", 2)
    kept(keeping.begin)
    clock.seconds += 2 * EVERY
    keeping.look_at_the_clock()
    assert not keeping.is_busy
    desk.add_note("aftale-2014", 3)
    assert not keeping.is_busy
    clock.seconds += EVERY - 1
    keeping.look_at_the_clock()
    assert not keeping.is_busy
    clock.seconds += 1
    kept(keeping.look_at_the_clock)
    clock.seconds += EVERY
    keeping.look_at_the_clock()
    assert not keeping.is_busy
    assert names(folder) == ["notebook-000001.db", "notebook-000002.db"]


def test_before_something_large_a_copy_is_taken_and_then_it_is_done(keeping, kept, desk, folder):
    desk.add_note("aftale-2014", 2)
    done = []
    kept(lambda: keeping.before("import", lambda: done.append(desk.add_note("aftale-2014", 9))))
    (note,) = done
    assert names(folder) == ["notebook-000001-before-import.db"]
    assert difference(desk.notebook, folder / "notebook-000001-before-import.db").gone == (note,)


def test_what_no_undo_brings_back_waits_until_the_copy_is_read_back(keeping, qtbot, desk, folder):
    desk.add_note("aftale-2014", 2)
    told = []
    keeping.before("purge", settled=told.append)
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].path == folder / "notebook-000001-before-purge.db"
    assert told[0].warnings == ()


def test_what_waits_for_a_copy_is_done_also_when_the_window_is_closed_meanwhile(keeping, desk, folder):
    desk.add_note("aftale-2014", 2)
    done = []
    keeping.before("delete", lambda: done.append(True))
    keeping.leave(copy=False)
    assert done == [True]
    assert names(folder) == ["notebook-000001-before-delete.db"]


def test_a_large_notebook_is_taken_in_many_turns_and_what_is_written_meanwhile_comes_with_it(
    keeping, qtbot, desk, folder
):
    desk.notebook.apply([Change(None, a_note("en lang note " * 200)) for _ in range(1500)])
    assert desk.notebook.path.stat().st_size > 5 * 4096 * PAGES
    turns = []
    ticking = QTimer(interval=0)
    ticking.timeout.connect(lambda: turns.append(desk.notebook.apply([Change(None, a_note())])))
    ticking.start()
    keeping.before("import", ticking.stop)
    with qtbot.waitSignal(keeping.kept):
        pass
    assert len(turns) >= 5
    assert difference(desk.notebook, folder / "notebook-000001-before-import.db") == ((), (), (), 0)


# What goes wrong


def test_a_copy_that_fails_is_said_and_what_was_wanted_is_done_all_the_same(keeping, qtbot, desk, folder):
    desk.add_note("aftale-2014", 2)
    folder.write_text("en fil i vejen")
    done = []
    with qtbot.waitSignal(keeping.warned) as said:
        keeping.before("import", lambda: done.append(True))
    assert done == [True]
    assert said.args[0].startswith("The notebook could not be backed up. Your notes are saved as always.")


def test_the_same_failure_is_not_said_every_half_hour(keeping, qtbot, desk, clock, folder):
    desk.add_note("aftale-2014", 2)
    folder.write_text("en fil i vejen")
    said = []
    keeping.warned.connect(said.append)
    keeping.begin()
    qtbot.waitUntil(lambda: len(said) == 1 and not keeping.is_busy)
    for _ in range(3):
        keeping.look_at_the_clock()
        clock.seconds += EVERY
        keeping.look_at_the_clock()
        qtbot.waitUntil(lambda: not keeping.is_busy)
    assert len(said) == 1
    keeping.keep_now()
    qtbot.waitUntil(lambda: len(said) == 2)


def test_a_second_place_gets_each_copy_and_one_that_is_not_there_is_named(
    keeping, kept, qtbot, desk, tmp_path, folder
):
    stick = tmp_path / "stick"
    stick.mkdir()
    desk.prefer(desk.settings._replace(second_place=str(stick)))
    desk.add_note("aftale-2014", 2)
    kept(keeping.keep_now)
    assert names(stick) == names(folder) == ["notebook-000001.db"]
    desk.prefer(desk.settings._replace(second_place=str(tmp_path / "gone")))
    with qtbot.waitSignal(keeping.warned) as said:
        keeping.keep_now()
    assert said.args[0] == (
        f"The second place for copies is not there now: {tmp_path / 'gone'}. The copy in the first place is "
        "made. Connect it, or choose another place."
    )
    assert not (tmp_path / "gone").exists()


def test_backing_up_now_says_where_the_copy_is(opened, qtbot):
    opened.mark()
    with qtbot.waitSignal(opened.program.keeping.kept):
        opened.choose("backup")
    path = opened.paths.backups / "notebook-000001.db"
    assert opened.message() == f"Backed up and verified: {path}"
    assert copies(opened.paths.backups)[0].highlights == 1
