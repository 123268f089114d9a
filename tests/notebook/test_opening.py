"""A person opens a notebook, or something that is not one."""

import os
import re
import shutil
import sqlite3
import stat
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import NotebookError
from reader.notebook.notebook import Notebook
from reader.notebook.records import Change, Note
from reader.notebook.schema import STEPS

StartProgram = Callable[..., "subprocess.Popen[str]"]

posix = pytest.mark.skipif(os.name == "nt", reason="POSIX permissions and locks")

HOLDS_IT = """
import sys; from pathlib import Path; from reader.notebook.notebook import Notebook
with Notebook.open(Path(sys.argv[1])): print("open", flush=True); sys.stdin.read()
"""
FOREIGN_LOCK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=0); connection.execute("BEGIN EXCLUSIVE")
print("open", flush=True); sys.stdin.read(); connection.close()
"""
FOREIGN_READ = """
import sqlite3, sys
sqlite3.connect(sys.argv[1], timeout=0).execute("SELECT * FROM notes")
"""
OPENS_AS_NOBODY = """
import os, sys; from pathlib import Path; from reader.errors import NotebookError
from reader.notebook.notebook import Notebook
if os.geteuid() == 0: os.setuid(65534)
try: Notebook.open(Path(sys.argv[1]))
except NotebookError as error: print(error)
"""


@pytest.fixture
def closed(place: Path) -> Path:
    Notebook.open(place).close()
    return place


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every account of this computer can reach, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def refused(place: Path, words: str, *, read_only: bool = False) -> None:
    """Check that the file is refused in these words, and is the same to the byte."""
    before = place.read_bytes()
    with pytest.raises(NotebookError, match=words):
        Notebook.open(place, read_only=read_only)
    assert place.read_bytes() == before
    assert not {p.name for p in place.parent.iterdir()} - {place.name, f"{place.name}.lock"}


def by_hand(place: Path, statement: str) -> None:
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute(statement)


@posix
def test_a_new_notebook_is_for_its_owner_only(closed: Path) -> None:
    assert stat.S_IMODE(closed.stat().st_mode) == 0o600
    assert stat.S_IMODE(closed.parent.stat().st_mode) == 0o700
    assert {p.name for p in closed.parent.iterdir()} == {"notebook.db", "notebook.db.lock"}


def test_an_open_notebook_keeps_all_its_guards(notebook: Notebook) -> None:
    names = ("locking_mode", "journal_mode", "synchronous", "foreign_keys", "trusted_schema")
    found = [notebook.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names]
    assert found == ["exclusive", "delete", 3, 1, 0]
    assert notebook.connection.execute("PRAGMA cell_size_check").fetchone() == (1,)
    assert notebook.connection.execute("PRAGMA application_id").fetchone() == (0x52616E64,)
    assert notebook.connection.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    tables = notebook.connection.execute("PRAGMA table_list").fetchall()
    lax = {name for _, name, *_, strict in tables if not strict}
    assert all(name.startswith("sqlite_") for name in lax)


def test_opening_and_closing_leaves_the_file_as_it_is(closed: Path) -> None:
    before = closed.read_bytes()
    Notebook.open(closed).close()
    Notebook.open(closed, read_only=True).close()
    assert closed.read_bytes() == before


def test_closing_twice_does_no_harm(notebook: Notebook) -> None:
    notebook.close()
    notebook.close()


def test_using_a_closed_notebook_is_our_own_mistake(notebook: Notebook) -> None:
    notebook.close()
    with pytest.raises(sqlite3.ProgrammingError):
        notebook.highlights()


def test_reading_where_there_is_no_notebook_makes_none(place: Path) -> None:
    with pytest.raises(NotebookError, match=r"there is no such file or folder. Nothing was changed"):
        Notebook.open(place, read_only=True)
    assert not place.parent.exists()


@pytest.mark.parametrize("read_only", [False, True])
def test_a_notebook_of_a_newer_program_is_left_alone(closed: Path, read_only: bool) -> None:
    content = bytearray(closed.read_bytes())
    content[60:64] = (len(STEPS) + 1).to_bytes(4, "big")
    closed.write_bytes(content)
    words = rf"newer Randnote \(version {len(STEPS) + 1}, this program knows {len(STEPS)}\).*Update Randnote"
    refused(closed, words, read_only=read_only)


@pytest.mark.parametrize("content", [b"Dear diary", b"\0" * 5000, b"SQLite format 3\0", b"x" * 99])
def test_a_file_that_is_no_notebook_is_left_alone(closed: Path, content: bytes) -> None:
    closed.write_bytes(content)
    refused(closed, "is not a Randnote notebook")


def test_another_programs_database_is_left_alone(closed: Path) -> None:
    closed.unlink()
    by_hand(closed, "CREATE TABLE highlights (id TEXT)")
    refused(closed, "is not a Randnote notebook")


def test_an_empty_file_is_left_alone(closed: Path) -> None:
    closed.write_bytes(b"")
    refused(closed, "is empty, where a notebook was expected.*Restore a backup")


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER sly AFTER INSERT ON notes BEGIN DELETE FROM notes; END",
        "CREATE VIEW sly AS SELECT * FROM notes",
        "CREATE VIRTUAL TABLE sly USING fts5(words)",
    ],
)
def test_a_notebook_with_strange_machinery_is_left_alone(closed: Path, statement: str) -> None:
    by_hand(closed, statement)
    refused(closed, r"holds what Randnote never puts into a notebook \(\w+ sly.*restore a backup")


def test_a_notebook_that_lost_a_table_is_left_alone(closed: Path) -> None:
    by_hand(closed, "DROP TABLE notes")
    refused(closed, "has lost its notes.*Restore a backup")


def test_a_notebook_with_a_damaged_page_is_left_alone(closed: Path) -> None:
    content = bytearray(closed.read_bytes())
    content[100:400] = b"\xff" * 300
    closed.write_bytes(content)
    refused(closed, "could not be opened: the file is damaged.*restore a backup")


@pytest.mark.parametrize("read_only", [False, True])
def test_a_cut_off_notebook_is_told_as_damaged_and_left_alone(closed: Path, read_only: bool) -> None:
    closed.write_bytes(closed.read_bytes()[:4096])
    refused(closed, "damaged", read_only=read_only)


def test_a_log_that_another_program_left_is_not_read_into_the_notebook(closed: Path) -> None:
    beside = closed.with_name("notebook.db-wal")
    beside.write_bytes(b"stale")
    before = closed.read_bytes()
    with pytest.raises(NotebookError, match=r"notebook\.db-wal was left by another program"):
        Notebook.open(closed)
    assert (closed.read_bytes(), beside.read_bytes()) == (before, b"stale")


def test_the_journal_of_a_notebook_that_is_gone_is_not_read_into_a_new_one(closed: Path) -> None:
    closed.rename(closed.with_name("notebook.db-journal"))
    with pytest.raises(NotebookError, match=r"notebook\.db-journal.*a notebook that was moved away"):
        Notebook.open(closed)
    assert not closed.exists()


def test_a_notebook_that_another_tool_set_to_a_log_is_set_back(closed: Path) -> None:
    by_hand(closed, "PRAGMA journal_mode = WAL")
    with Notebook.open(closed) as notebook:
        assert notebook.connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert notebook.check() == []
    assert not closed.with_name("notebook.db-wal").exists()


@posix
def test_a_second_program_is_told_who_has_the_notebook(closed: Path, a_program: StartProgram) -> None:
    first = a_program(HOLDS_IT, closed)
    assert first.stdout is not None
    assert first.stdout.readline() == "open\n"
    for read_only in (False, True):
        time = r"since \d{4}-\d\d-\d\d \d\d:\d\d\)"
        words = rf"already open \(Randnote, process {first.pid} on .* {time}.*Close it there"
        refused(closed, words, read_only=read_only)
    first.communicate("")
    assert first.returncode == 0
    Notebook.open(closed).close()


@posix
def test_the_same_program_cannot_open_it_twice_and_the_first_stays_safe(
    notebook: Notebook, place: Path, a_program: StartProgram
) -> None:
    with pytest.raises(NotebookError, match=f"already open .*process {os.getpid()}"):
        Notebook.open(place)
    # Had the second attempt read the file, closing it would have dropped SQLite's lock.
    _, errors = a_program(FOREIGN_READ, place).communicate()
    assert "database is locked" in errors
    assert notebook.check() == []


def test_a_notebook_that_another_tool_is_using_is_left_alone(closed: Path, a_program: StartProgram) -> None:
    other = a_program(FOREIGN_LOCK, closed)
    assert other.stdout is not None
    assert other.stdout.readline() == "open\n"
    with pytest.raises(NotebookError, match=r"another program is using the file.*Close that program"):
        Notebook.open(closed)
    other.communicate("")
    Notebook.open(closed).close()


def test_two_can_read_at_once(closed: Path) -> None:
    with Notebook.open(closed, read_only=True) as one, Notebook.open(closed, read_only=True) as other:
        assert one.categories() == other.categories()


@posix
def test_a_lock_that_a_killed_program_left_hinders_nobody(closed: Path, a_program: StartProgram) -> None:
    first = a_program(HOLDS_IT, closed)
    assert first.stdout is not None
    assert first.stdout.readline() == "open\n"
    first.kill()
    first.wait()
    Notebook.open(closed).close()


@posix
@pytest.mark.parametrize("existing", [False, True])
def test_a_folder_that_cannot_be_written_is_told_at_once(
    open_folder: Path, a_program: StartProgram, existing: bool
) -> None:
    place = open_folder / "notebook.db"
    if existing:
        Notebook.open(place).close()
        place.chmod(0o666)
        place.with_name("notebook.db.lock").chmod(0o666)
    open_folder.chmod(0o555)
    before = sorted((p.name, p.read_bytes()) for p in open_folder.iterdir())
    answer, errors = a_program(OPENS_AS_NOBODY, place).communicate()
    assert re.search("the file or its folder cannot be written. Nothing was changed.", answer), errors
    assert sorted((p.name, p.read_bytes()) for p in open_folder.iterdir()) == before


def test_a_file_in_the_way_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("en fil")
    with pytest.raises(NotebookError, match="could not be opened"):
        Notebook.open(tmp_path / "home" / "notebook.db")


def test_a_folder_in_the_place_of_the_notebook_is_told(place: Path) -> None:
    place.mkdir(parents=True)
    with pytest.raises(NotebookError, match="could not be opened"):
        Notebook.open(place)


def test_a_place_with_odd_signs_in_its_name_is_fine(tmp_path: Path, a_note: Callable[..., Note]) -> None:
    place = tmp_path / "Æbler & 100% sikkert? #1" / "notebook.db"
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, a_note())])
    assert place.exists()


@posix
def test_a_link_leads_to_the_one_notebook(closed: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(closed)
    with Notebook.open(closed), pytest.raises(NotebookError, match="already open"):
        Notebook.open(link)
    Notebook.open(link).close()
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith("link")] == ["link.db"]


def test_drafts_that_killed_programs_left_are_swept_away_and_nothing_else(closed: Path) -> None:
    left = [".notebook.db.0a1b2c3d", ".notebook.db.jsonl.0a1b2c3d", ".notebook.db.0a1b2c3d-journal"]
    mine = [".notebook.db.mine", "notebook.db.0a1b2c3d", ".other.db.0a1b2c3d", ".notebook.db.0a1b2c3d.txt"]
    for name in (*left, *mine):
        closed.with_name(name).write_bytes(b"x")
    Notebook.open(closed, read_only=True).close()
    assert {path.name for path in closed.parent.iterdir()} >= set(left)
    Notebook.open(closed).close()
    names = {path.name for path in closed.parent.iterdir()}
    assert names & set(left) == set()
    assert names >= set(mine)
