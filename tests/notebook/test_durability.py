"""The power goes, the program is killed, the disk is full: nothing that was said to be saved is lost."""

import os
import random
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import NotebookError
from reader.notebook.notebook import Notebook
from reader.notebook.records import Change, Highlight

MakeHighlight = Callable[..., Highlight]
StartProgram = Callable[..., "subprocess.Popen[str]"]

GROUP = 50

WRITES = """
import sys; from pathlib import Path
from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.records import Change, Note
def note(): return Note(new_id(), "a", None, "ord " * 400, (), now(), now())
def group(size): return [Change(None, note()) for _ in range(size)]
notebook = Notebook.open(Path(sys.argv[1]))
"""
WRITES_ONE = (
    WRITES
    + """
changes = group(1); notebook.apply(changes); print(changes[0].record.id, flush=True); sys.stdin.read()
"""
)
WRITES_ON = (
    WRITES
    + """
while True: notebook.apply(group(int(sys.argv[2]))); print("saved", flush=True)
"""
)
FILLS = (
    WRITES
    + """
import resource, signal
from reader.errors import NotebookError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
notebook.apply(group(1))
limit = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (Path(sys.argv[1]).stat().st_size + 20_000, limit[1]))
try: notebook.apply(group(200))
except NotebookError as error: print(error)
print(len(notebook.notes()), notebook.check())
resource.setrlimit(resource.RLIMIT_FSIZE, limit)
notebook.apply(group(200)); print(len(notebook.notes()), notebook.check()); notebook.close()
"""
)
FIRST_START = """
import sys; from pathlib import Path; from reader.notebook.notebook import Notebook
print("begin", flush=True); Notebook.open(Path(sys.argv[1]))
"""


def test_what_was_saved_is_there_after_the_program_is_killed(place: Path, a_program: StartProgram) -> None:
    program = a_program(WRITES_ONE, place)
    assert program.stdout is not None
    saved = program.stdout.readline().strip()
    program.kill()
    program.wait()
    with Notebook.open(place) as notebook:
        assert notebook.note(saved) is not None
        assert notebook.check() == []


@pytest.mark.parametrize("seed", range(4))
def test_a_group_is_there_whole_or_not_at_all_whenever_the_program_is_killed(
    place: Path, a_program: StartProgram, seed: int
) -> None:
    program = a_program(WRITES_ON, place, GROUP)
    assert program.stdout is not None
    program.stdout.readline()
    time.sleep(random.Random(seed).uniform(0, 0.1))
    program.kill()
    said = 1 + len(program.stdout.read().splitlines())
    program.wait()
    with Notebook.open(place) as notebook:
        groups, rest = divmod(len(notebook.notes()), GROUP)
        assert rest == 0
        assert groups in {said, said + 1}
        assert notebook.check() == []


@pytest.mark.parametrize("seed", range(4))
def test_a_first_start_that_is_killed_leaves_nothing_in_the_way(
    place: Path, a_program: StartProgram, seed: int
) -> None:
    program = a_program(FIRST_START, place)
    assert program.stdout is not None
    program.stdout.readline()
    time.sleep(random.Random(seed).uniform(0.05, 0.2))
    program.kill()
    program.wait()
    with Notebook.open(place) as notebook:
        assert len(notebook.categories()) == 5


def test_an_interrupted_change_is_taken_back_and_reading_says_so_first(
    place: Path, tmp_path: Path, a_highlight: MakeHighlight
) -> None:
    kept = a_highlight()
    cut = tmp_path / "cut" / "notebook.db"
    cut.parent.mkdir()
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, kept)])
        notebook.connection.execute("PRAGMA cache_size = 1")
        notebook.connection.execute("BEGIN IMMEDIATE")
        notebook.connection.execute("UPDATE highlights SET note = hex(randomblob(90000))")
        for name in ("notebook.db", "notebook.db-journal"):
            (cut.parent / name).write_bytes((place.parent / name).read_bytes())
        notebook.connection.execute("ROLLBACK")
    with pytest.raises(NotebookError, match=r"a change was interrupted.*Open it once for writing"):
        Notebook.open(cut, read_only=True)
    with Notebook.open(cut) as notebook:
        assert notebook.highlights() == [kept]
        assert notebook.check() == []


def test_a_full_disk_is_told_and_the_change_can_be_repeated(
    notebook: Notebook, a_highlight: MakeHighlight
) -> None:
    kept = a_highlight()
    notebook.apply([Change(None, kept)])
    many = [Change(None, a_highlight(note="ord " * 300)) for _ in range(100)]
    (pages,) = notebook.connection.execute("PRAGMA page_count").fetchone()
    notebook.connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(
        NotebookError, match=r"not saved: the disk is full. The notebook is as it was.*Free some"
    ):
        notebook.apply(many)
    assert notebook.highlights() == [kept]
    notebook.connection.execute("PRAGMA max_page_count = 1000000")
    notebook.apply(many)
    assert len(notebook.highlights()) == 101
    assert notebook.check() == []


@pytest.mark.skipif(os.name == "nt", reason="POSIX limits")
def test_a_disk_that_takes_no_more_in_the_middle_of_a_change_loses_nothing(
    place: Path, a_program: StartProgram
) -> None:
    answer, errors = a_program(FILLS, place).communicate()
    told, *counted = answer.splitlines()
    assert "The change was not saved: the disk reported an error. The notebook is as it was" in told, errors
    assert counted == ["1 []", "201 []"], errors
