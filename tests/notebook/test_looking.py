"""A second start looks into the notebook that a first one has open; a very large one is read in portions."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import NotebookError
from reader.notebook.beside import content
from reader.notebook.lock import holder, signed
from reader.notebook.notebook import Notebook, now
from reader.notebook.records import Change, Highlight, Note

StartProgram = Callable[..., "subprocess.Popen[str]"]

posix = pytest.mark.skipif(os.name == "nt", reason="POSIX locks")

WRITES_AND_STAYS = """
import sys; from pathlib import Path
from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.records import Change, Note
with Notebook.open(Path(sys.argv[1])) as notebook:
    for line in sys.stdin:
        note = Note(new_id(), "aftale-2014", 2, line.strip(), (), now(), now())
        notebook.apply([Change(None, note)]); print(note.id, flush=True)
"""


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@posix
def test_a_second_start_is_told_who_has_the_notebook_and_reads_what_is_saved(
    place: Path, a_program: StartProgram
) -> None:
    first = a_program(WRITES_AND_STAYS, place)
    assert first.stdin is not None
    assert first.stdout is not None
    ids = []
    for words in ("Første", "Anden"):
        first.stdin.write(f"{words}\n")
        first.stdin.flush()
        ids.append(first.stdout.readline().strip())
        with pytest.raises(NotebookError, match=f"already open .*process {first.pid}"):
            Notebook.open(place)
        assert f"process {first.pid}" in holder(place)
        before = contents(place.parent)
        with Notebook.look(place) as seen:
            assert [note.id for note in seen.notes()] == ids
            assert seen.notes()[-1].body == words
            assert [category.id for category in seen.categories()][:2] == ["yellow", "green"]
            assert seen.check() == []
            assert len(seen.history(ids[0])) == 1
            with pytest.raises(NotebookError, match="for reading only"):
                seen.apply([Change(seen.notes()[0], None)])
            with pytest.raises(NotebookError, match="for reading only"):
                seen.undo()
        assert contents(place.parent) == before
    first.communicate("")
    assert first.returncode == 0


@posix
def test_a_notebook_in_which_nothing_was_written_yet_can_be_looked_into(place: Path) -> None:
    with Notebook.open(place), Notebook.look(place) as seen:
        assert len(seen.categories()) == 5
        assert seen.notes() == []


def test_a_line_that_is_just_being_written_is_not_waited_for(
    place: Path, a_note: Callable[..., Note]
) -> None:
    first, second = a_note(), a_note()
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, first)])
        notebook.apply([Change(None, second)])
        journal = place.with_name("notebook.db.jsonl")
        journal.write_bytes(journal.read_bytes()[:-20])
        with Notebook.look(place) as seen:
            assert seen.notes() == [first]


def test_what_cannot_be_followed_or_is_not_there_is_told(place: Path, a_note: Callable[..., Note]) -> None:
    with pytest.raises(NotebookError, match="no such file"):
        Notebook.look(place)
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, a_note(body="Husk dette"))])
        notebook.apply([Change(None, a_note())])
        journal = place.with_name("notebook.db.jsonl")
        lines = journal.read_bytes().splitlines(keepends=True)
        journal.write_bytes(b"".join([*lines[:-2], lines[-1]]))
        with pytest.raises(NotebookError, match="cannot be followed now"):
            Notebook.look(place)


def test_a_file_whose_structure_is_damaged_is_read_but_never_written(
    place: Path, a_highlight: Callable[..., Highlight], a_note: Callable[..., Note]
) -> None:
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, a_highlight())])
        (page,) = notebook.connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'highlights'"
        ).fetchone()
    content = bytearray(place.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xee" * 4096
    place.write_bytes(content)
    with Notebook.open(place) as notebook:
        assert len(notebook.categories()) == 5
        for _ in range(2):
            with pytest.raises(
                NotebookError, match=r"structure is damaged.*Nothing is written into a damaged"
            ):
                notebook.apply([Change(None, a_note())])
        assert "structure is damaged" in notebook.damage
    assert place.read_bytes() == bytes(content)


def test_a_damaged_notebook_that_is_behind_its_journal_is_not_written_at_opening_either(
    place: Path, a_highlight: Callable[..., Highlight], a_note: Callable[..., Note]
) -> None:
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, a_highlight())])
        (page,) = notebook.connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'highlights'"
        ).fetchone()
    earlier = bytearray(place.read_bytes())
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, a_note())])
    earlier[(page - 1) * 4096 : page * 4096] = b"\xee" * 4096
    place.write_bytes(earlier)
    journal = place.with_name("notebook.db.jsonl").read_bytes()
    with Notebook.open(place) as notebook:
        assert "The notebook and the journal beside it were left as they are" in notebook.news[0]
        with pytest.raises(NotebookError, match="Nothing is written into a damaged file"):
            notebook.apply([Change(None, a_note())])
    assert place.read_bytes() == bytes(earlier)
    assert place.with_name("notebook.db.jsonl").read_bytes() == journal


def test_portions_are_all_records_in_reading_order(
    notebook: Notebook, a_highlight: Callable[..., Highlight], a_note: Callable[..., Note]
) -> None:
    highlights = [a_highlight(f"aftale-{2000 + number % 3}", number % 17) for number in range(100)]
    notes = [a_note(f"aftale-{2000 + number % 3}", number % 5 or None) for number in range(60)]
    notebook.apply([Change(None, record) for record in (*highlights, *notes)])
    notebook.apply([Change(highlights[3], None), Change(notes[4], None)])
    notebook.connection.execute(f"UPDATE highlights SET note = 'andet' WHERE id = '{highlights[50].id}'")
    for size in (1, 7, 500):
        portions = list(notebook.highlight_portions(size))
        assert max(map(len, portions)) <= size
        read = [highlight for portion in portions for highlight in portion]
        assert [(h.agreement, h.selector.start) for h in read] == [
            (h.agreement, h.selector.start) for h in notebook.highlights()
        ]
        assert set(read) == set(notebook.highlights())
        said = [note for portion in notebook.note_portions(size) for note in portion]
        assert [(n.agreement, n.principle) for n in said] == [
            (n.agreement, n.principle) for n in notebook.notes()
        ]
        assert set(said) == set(notebook.notes())
    assert notebook.damaged == (highlights[50].id,)


def test_what_is_written_while_portions_are_read_disturbs_neither(
    notebook: Notebook, a_highlight: Callable[..., Highlight]
) -> None:
    highlights = [a_highlight(start=number) for number in range(50)]
    notebook.apply([Change(None, highlight) for highlight in highlights])
    read = []
    for number, portion in enumerate(notebook.highlight_portions(5)):
        notebook.apply([Change(None, a_highlight(start=1000 + number))])
        read += portion
        if number > 30:
            break
    assert read[:50] == highlights
    assert notebook.check() == []


def test_what_the_other_saves_meanwhile_is_seen_by_looking_again(
    place: Path, a_highlight: Callable[..., Highlight], a_note: Callable[..., Note]
) -> None:
    first, gone, later = a_note(), a_highlight(), a_highlight("aftale-2009")
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, first), Change(None, gone)])
        before = contents(place.parent)
        with Notebook.look(place, content(place)) as seen:
            assert seen.notes() == [first]
            notebook.apply([Change(None, later), Change(gone, None)])
            assert seen.highlights() == [gone]
            before = contents(place.parent)
            touched = seen.look_again(content(place))
            assert seen.highlights() == [later]
            assert touched.agreements >= {"aftale-2014", "aftale-2009"}
            assert touched.records >= {gone.id, later.id}
            assert (touched.categories, touched.decisions) == (True, False)
            assert seen.check() == []
        assert contents(place.parent) == before


@posix
def test_who_has_the_notebook_and_since_when_can_be_told(place: Path) -> None:
    assert signed(place) is None
    before = now()
    with Notebook.open(place):
        holder = signed(place)
        assert holder is not None
        assert (holder.process, holder.computer) == (os.getpid(), os.uname().nodename)
        assert before <= holder.since <= now()
    assert signed(place) is None


def test_what_is_sound_of_a_damaged_file_is_read_where_that_is_wanted_and_nothing_is_written(
    place: Path, a_highlight: Callable[..., Highlight], a_note: Callable[..., Note]
) -> None:
    with Notebook.open(place) as notebook:
        note = a_note()
        notebook.apply([Change(None, note), Change(None, a_highlight())])
        (page,) = notebook.connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'highlights'"
        ).fetchone()
    content = bytearray(place.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xee" * 4096
    place.write_bytes(content)
    with Notebook.open(place) as notebook:
        for read in (notebook.highlights, lambda: notebook.passages("aftale-2014")):
            with pytest.raises(NotebookError, match="the file is damaged"):
                read()
        assert notebook.damage == ""
        notebook.tolerant = True
        assert notebook.notes() == [note]
        assert notebook.damage == ""
        assert notebook.highlights() == notebook.passages("aftale-2014") == []
        assert list(notebook.highlight_portions(50)) == []
        assert "cannot be read" in notebook.damage
        with pytest.raises(NotebookError, match="Nothing is written into a damaged file"):
            notebook.apply([Change(note, None)])
    assert place.read_bytes() == bytes(content)
