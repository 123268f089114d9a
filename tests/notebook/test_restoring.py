"""A person puts a copy in the place of the notebook, and nothing that was there is lost by it."""

import json
import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reader.errors import NotebookError
from reader.notebook import backup, restoring
from reader.notebook.notebook import Notebook
from reader.notebook.records import Change, Note
from reader.notebook.restoring import prepare, put, put_back, restore

MakeNote = Callable[..., Note]


@pytest.fixture
def copied(place: Path, tmp_path: Path, a_note: MakeNote) -> tuple[Path, Note, Note]:
    """A copy of the notebook with one note, and the notebook that has got another since."""
    old, new = a_note(body="gammel"), a_note(body="ny")
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, old)])
        copy = backup.copy(notebook, tmp_path / "copies")
        notebook.apply([Change(None, new)])
    return copy, old, new


def notes(place: Path) -> list[Note]:
    with Notebook.open(place) as notebook:
        assert notebook.check() == []
        return notebook.notes()


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_the_copy_takes_the_place_and_what_was_there_is_kept_whole(
    place: Path, copied: tuple[Path, Note, Note]
) -> None:
    copy, old, new = copied
    before = contents(place.parent)
    kept = copy.read_bytes()
    done = restore(place, copy)
    assert done.away == place.with_name("notebook.db.away-000001")
    assert contents(done.away) == {name: before[name] for name in ("notebook.db", "notebook.db.jsonl")}
    assert notes(place) == [old]
    assert notes(done.away / "notebook.db") == [old, new]
    assert copy.read_bytes() == kept
    assert not restoring.is_interrupted(place)


def test_what_was_moved_away_is_restored_again(place: Path, copied: tuple[Path, Note, Note]) -> None:
    copy, old, new = copied
    first = restore(place, copy)
    assert first.away is not None
    second = restore(place, first.away / "notebook.db")
    assert second.away == place.with_name("notebook.db.away-000002")
    assert notes(place) == [old, new]


def test_the_journal_of_the_old_notebook_does_not_bring_its_changes_into_the_restored_one(
    place: Path, copied: tuple[Path, Note, Note]
) -> None:
    copy, old, _ = copied
    restore(place, copy)
    with Notebook.open(place) as notebook:
        assert [sentence for sentence in notebook.news if "put back" in sentence] == []
        assert notebook.notes() == [old]


@pytest.mark.parametrize("harm", ["lost", "empty", "cut", "zeros", "no notebook"])
def test_a_notebook_that_cannot_be_opened_is_replaced_and_kept(
    place: Path, copied: tuple[Path, Note, Note], harm: str
) -> None:
    copy, old, _ = copied
    content = place.read_bytes()
    harmed = {"empty": b"", "cut": content[:5000], "zeros": bytes(len(content)), "no notebook": b"Dear diary"}
    if harm == "lost":
        place.unlink()
    else:
        place.write_bytes(harmed[harm])
    done = restore(place, copy)
    assert notes(place) == [old]
    assert done.away is not None
    assert contents(done.away).get("notebook.db") == harmed.get(harm)


def test_what_is_restored_brings_its_journal_and_the_start_has_nothing_to_put_right(
    place: Path, copied: tuple[Path, Note, Note]
) -> None:
    copy, old, _ = copied
    restore(place, copy)
    assert b"gammel" in place.with_name("notebook.db.jsonl").read_bytes()
    with Notebook.open(place) as notebook:
        assert notebook.news == ()
        assert notebook.check() == []
        assert notebook.notes() == [old]


def test_a_copy_is_made_ready_while_the_notebook_is_open_and_in_use(
    place: Path, copied: tuple[Path, Note, Note], a_note: MakeNote
) -> None:
    copy, old, new = copied
    later = a_note()
    with Notebook.open(place) as notebook:
        with ThreadPoolExecutor() as elsewhere:
            ready = elsewhere.submit(prepare, place, copy).result()
        notebook.apply([Change(None, later)])
        with pytest.raises(NotebookError, match="already open"):
            put(place, ready)
    assert notes(put(place, prepare(place, copy)).notebook) == [old]
    assert notes(place.with_name("notebook.db.away-000001") / "notebook.db") == [old, new, later]


def test_what_was_made_ready_and_is_not_wanted_leaves_nothing(
    place: Path, copied: tuple[Path, Note, Note]
) -> None:
    before = contents(place.parent)
    prepare(place, copied[0]).discard()
    assert contents(place.parent) == before


def test_a_restore_is_taken_back_whole_with_the_journal_of_before(
    place: Path, copied: tuple[Path, Note, Note]
) -> None:
    copy, old, new = copied
    before = contents(place.parent)
    done = restore(place, copy)
    away = put_back(done)
    assert away == place.with_name("notebook.db.away-000002")
    after = contents(place.parent)
    assert {name: after[name] for name in before} == before
    assert notes(place) == [old, new]
    assert notes(away / "notebook.db") == [old]
    assert done.away is not None
    assert not done.away.exists()


def test_where_there_was_nothing_nothing_is_moved_away(
    tmp_path: Path, copied: tuple[Path, Note, Note]
) -> None:
    copy, old, _ = copied
    elsewhere = tmp_path / "new" / "notebook.db"
    assert restore(elsewhere, copy).away is None
    assert notes(elsewhere) == [old]


@pytest.mark.parametrize("content", [b"", b"Dear diary", None], ids=["empty", "foreign", "altered"])
def test_what_is_no_sound_notebook_is_not_restored(
    place: Path, copied: tuple[Path, Note, Note], content: bytes | None
) -> None:
    copy, old, new = copied
    copy.write_bytes(copy.read_bytes().replace(b"gammel", b"garmel") if content is None else content)
    before = contents(place.parent)
    with pytest.raises(NotebookError):
        restore(place, copy)
    assert contents(place.parent) == before
    assert notes(place) == [old, new]


def test_the_notebook_itself_a_missing_file_and_an_open_notebook_are_refused(
    place: Path, copied: tuple[Path, Note, Note], tmp_path: Path
) -> None:
    copy, old, new = copied
    with pytest.raises(NotebookError, match="is the notebook itself"):
        restore(place, place)
    with pytest.raises(NotebookError, match=r"was not restored: there is no such file"):
        restore(place, tmp_path / "nothing.db")
    with Notebook.open(place), pytest.raises(NotebookError, match="already open"):
        restore(place, copy)
    assert notes(place) == [old, new]


def test_a_change_that_was_interrupted_is_moved_away_with_its_notebook(
    place: Path, copied: tuple[Path, Note, Note]
) -> None:
    copy, old, new = copied
    harmed = place.parent / "harmed"
    harmed.mkdir()
    with Notebook.open(place) as notebook:
        notebook.connection.execute("PRAGMA cache_size = 1")
        notebook.connection.execute("BEGIN IMMEDIATE")
        notebook.connection.execute("UPDATE notes SET body = hex(randomblob(90000))")
        for name in ("notebook.db", "notebook.db-journal"):
            (harmed / name).write_bytes((place.parent / name).read_bytes())
        notebook.connection.execute("ROLLBACK")
    for name in ("notebook.db", "notebook.db-journal"):
        (harmed / name).replace(place.parent / name)
    done = restore(place, copy)
    assert notes(place) == [old]
    assert done.away is not None
    assert (done.away / "notebook.db-journal").exists()
    assert notes(done.away / "notebook.db") == [old, new]


def test_reading_waits_until_an_interrupted_restore_is_ended_by_a_start(
    place: Path, copied: tuple[Path, Note, Note]
) -> None:
    copy, old, _ = copied
    draft = place.with_name(".notebook.db.1234")
    shutil.copy(copy, draft)
    plan = {"draft": draft.name, "away": "notebook.db.away-000001"}
    (place.parent / "notebook.db.away-000001").mkdir()
    place.with_name("notebook.db.restoring").write_text(json.dumps(plan), encoding="utf-8")
    before = contents(place.parent)
    with pytest.raises(NotebookError, match="Open the notebook once for writing"):
        Notebook.open(place, read_only=True)
    assert contents(place.parent) == before
    assert notes(place) == [old]


def test_a_plan_that_cannot_be_read_stops_before_anything_is_moved(
    place: Path, copied: tuple[Path, Note, Note]
) -> None:
    place.with_name("notebook.db.restoring").write_text("{", encoding="utf-8")
    before = contents(place.parent)
    with pytest.raises(NotebookError, match="its plan is damaged"):
        Notebook.open(place)
    assert contents(place.parent) == before


RESTORES = """
import sys; from pathlib import Path
from reader.notebook.restoring import prepare, put, put_back, restore
print("begin", flush=True); restore(Path(sys.argv[1]), Path(sys.argv[2])); print("done", flush=True)
"""
DIES = """
import os, sys, signal; from pathlib import Path
back = sys.argv[4:] == ["back"]
from reader.notebook import files, restoring
count = int(sys.argv[3])
def dies(event, arguments):
    global count
    if event in ("os.rename", "os.link", "os.remove", "os.mkdir") and "notebook.db" in str(arguments[0]):
        if not count: os.kill(os.getpid(), signal.SIGKILL)
        count -= 1
done = restoring.restore(Path(sys.argv[1]), Path(sys.argv[2])) if back else None
sys.addaudithook(dies)
restoring.put_back(done) if done else restoring.restore(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX")
def test_killed_before_any_of_its_steps_a_restore_leaves_the_old_state_or_the_new(
    place: Path,
    copied: tuple[Path, Note, Note],
    a_program: Callable[..., "subprocess.Popen[str]"],
    tmp_path: Path,
) -> None:
    copy, old, new = copied
    seen = []
    for step in range(40):
        home = tmp_path / f"home-{step}"
        shutil.copytree(place.parent, home)
        program = a_program(DIES, home / place.name, copy, step)
        _, errors = program.communicate()
        if program.returncode == 0:
            break
        assert program.returncode == -signal.SIGKILL, errors
        found = notes(home / place.name)
        assert found in ([old, new], [old]), step
        seen.append(found)
        if found == [old]:
            assert notes(home / "notebook.db.away-000001" / place.name) == [old, new]
    assert [old] in seen
    assert [old, new] in seen


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX")
def test_killed_before_any_of_its_steps_taking_back_leaves_the_restored_state_or_the_old(
    place: Path,
    copied: tuple[Path, Note, Note],
    a_program: Callable[..., "subprocess.Popen[str]"],
    tmp_path: Path,
) -> None:
    copy, old, new = copied
    seen = []
    for step in range(40):
        home = tmp_path / f"home-{step}"
        shutil.copytree(place.parent, home)
        program = a_program(DIES, home / place.name, copy, step, "back")
        _, errors = program.communicate()
        if program.returncode == 0:
            break
        assert program.returncode == -signal.SIGKILL, errors
        seen.append(notes(home / place.name))
        assert seen[-1] in ([old, new], [old]), step
    assert [old] in seen
    assert [old, new] in seen


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX")
@pytest.mark.parametrize("seed", range(3))
def test_killed_at_any_time_a_restore_leaves_the_old_state_or_the_new(
    place: Path, copied: tuple[Path, Note, Note], a_program: Callable[..., "subprocess.Popen[str]"], seed: int
) -> None:
    copy, old, new = copied
    program = a_program(RESTORES, place, copy)
    assert program.stdout is not None
    program.stdout.readline()
    time.sleep(random.Random(seed).uniform(0, 0.03))
    program.kill()
    program.wait()
    assert notes(place) in ([old, new], [old])
