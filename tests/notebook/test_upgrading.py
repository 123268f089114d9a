"""A person opens with a newer program what an older one wrote."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from reader.errors import NotebookError
from reader.notebook.copies import difference
from reader.notebook.notebook import Notebook, now
from reader.notebook.pieces import of_file
from reader.notebook.records import Change, Highlight, Note, Record
from reader.notebook.rows import COLUMNS, KINDS, content_of, seal, table_of, written
from reader.notebook.salvage import salvage
from reader.notebook.schema import CATEGORIES, STEPS, database, first_tables, migrate
from tests.reliability.older import set_back

LATER = {"origin", "missing_from", "heading"}
"""The columns of records that the first version did not have."""


def with_threads(db: Database) -> None:
    db.execute("CREATE TABLE threads (id TEXT PRIMARY KEY NOT NULL, title TEXT NOT NULL) STRICT")


def with_half_done(db: Database) -> None:
    db.execute("CREATE TABLE half (id TEXT)")
    db.execute("INSERT INTO nowhere VALUES (1)")


def with_our_own_mistake(db: Database) -> None:
    db.execute("CREATE TABLE half (id TEXT)")
    raise LookupError("ours")


def with_a_broken_link(db: Database) -> None:
    db.execute("CREATE TABLE child (parent TEXT REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED)")
    db.execute("INSERT INTO child VALUES ('nobody')")


def with_other_words_and_old_seals(db: Database) -> None:
    db.execute("UPDATE notes SET body = 'andet'")


@pytest.fixture
def of_the_first_version(
    place: Path, a_note: Callable[..., Note], a_highlight: Callable[..., Highlight]
) -> Path:
    """A notebook as the first released program wrote it: rows, seals and history, a note changed once."""
    note, highlight = a_note(), a_highlight()
    newer = note._replace(body="ny")
    place.parent.mkdir()
    with closing(sqlite3.connect(place, isolation_level=None)) as connection:
        migrate(connection, [first_tables])
        for table, row in (
            *(("categories", (*category, 0)) for category in CATEGORIES),
            ("highlights", first_row(highlight)),
            ("notes", first_row(newer)),
            *(
                ("operations", (seq, *step))
                for seq, step in enumerate(first_steps([*CATEGORIES, highlight, note], (note, newer)), 1)
            ),
        ):
            marks = ", ".join("?" * (len(row) + 1))
            connection.execute(f"INSERT INTO {table} VALUES ({marks})", (*row, seal(table, row)))
    return place


def first_row(record: Highlight | Note) -> tuple[object, ...]:
    """Return a record's row as it was before there were origins."""
    columns = COLUMNS[table_of(record)]
    row = dict(zip(columns, content_of(record, deleted=False), strict=True))
    return tuple(row[name] for name in columns if name not in LATER)


def first_content(record: Record) -> str:
    content = json.loads(written(record))
    return json.dumps({name: content[name] for name in content if name not in LATER})


def first_steps(
    made: list[Record], changed: tuple[Record, Record]
) -> Iterator[tuple[str, str, str, str, str, str]]:
    for number, record in enumerate(made):
        name = KINDS[table_of(record)], record.id
        yield (now(), *name, "null", first_content(record), "first" if number < 5 else f"group {number}")
    before, after = changed
    yield (now(), "note", before.id, first_content(before), first_content(after), "last")


def test_a_notebook_of_the_first_version_is_brought_up_to_date_with_all_its_past(
    of_the_first_version: Path,
) -> None:
    with Notebook.open(of_the_first_version) as notebook:
        assert notebook.check() == []
        (note,), (highlight,) = notebook.notes(), notebook.highlights()
        assert (note.body, note.origin, highlight.origin, highlight.missing_from) == ("ny", "", "", "")
        assert len(notebook.history(note.id)) == 2
        assert any("It was written anew" in news for news in notebook.news)
    with Notebook.open(of_the_first_version) as notebook:
        assert notebook.news == ()
        assert len(list(iter(notebook.undo, None))) == 3
        assert (notebook.notes(), notebook.highlights()) == ([], [])
        assert len(list(iter(notebook.redo, None))) == 3
        assert (notebook.notes(), notebook.highlights()) == ([note], [highlight])
        assert notebook.check() == []


@pytest.fixture
def of_the_third_version(place: Path, a_note: Callable[..., Note]) -> tuple[Path, Note]:
    """A notebook from before notes kept headings, with a note that was changed and one in the bin."""
    note, removed = a_note(), a_note()
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, note), Change(None, removed)])
        notebook.apply([Change(note, newer := note._replace(body="ny", principle=3))])
        notebook.apply([Change(removed, None)])
    set_back(place)
    return place, newer


def version(place: Path) -> int:
    return int.from_bytes(place.read_bytes()[60:64], "big")


def test_a_notebook_from_before_notes_had_headings_is_brought_up_to_date(
    of_the_third_version: tuple[Path, Note],
) -> None:
    place, note = of_the_third_version
    assert version(place) == 3
    with Notebook.open(place) as notebook:
        assert (notebook.news, notebook.check()) == ((), [])
        assert notebook.notes() == [note]
        assert (note.heading, note.missing_from) == ("", "")
        assert len(notebook.removed()) == 1
        notebook.apply([Change(note, titled := note._replace(principle=4, heading="Enkeltsager"))])
        assert len(list(iter(notebook.undo, None))) == 4
        assert len(list(iter(notebook.redo, None))) == 4
        assert notebook.notes() == [titled]
        assert notebook.check() == []
    (copy,) = (place.parent / "backups").iterdir()
    assert version(copy) == 3
    with Notebook.open(place) as notebook:
        assert notebook.news == ()
        (otherwise,) = difference(notebook, copy).otherwise
        assert otherwise == (note, titled)


def test_a_journal_of_before_completes_a_notebook_that_lost_its_last_step(
    of_the_third_version: tuple[Path, Note],
) -> None:
    place, note = of_the_third_version
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("DELETE FROM operations WHERE seq = (SELECT max(seq) FROM operations)")
        connection.execute("UPDATE notes SET deleted = 0")
        connection.row_factory = sqlite3.Row
        for row in connection.execute("SELECT * FROM notes").fetchall():
            content = tuple(row[name] for name in COLUMNS["notes"] if name not in {"heading", "missing_from"})
            connection.execute("UPDATE notes SET hash = ? WHERE id = ?", (seal("notes", content), row["id"]))
    with Notebook.open(place) as notebook:
        assert any("had lost 1 step" in news for news in notebook.news)
        assert notebook.notes() == [note]
        assert notebook.check() == []


@pytest.mark.parametrize("lost", ["notebook.db", "notebook.db.jsonl"])
def test_what_is_left_of_a_notebook_of_before_is_salvaged_into_one_of_now(
    of_the_third_version: tuple[Path, Note], lost: str
) -> None:
    place, note = of_the_third_version
    place.with_name(lost).unlink()
    done = salvage(place, place.with_name("salvaged.db"))
    assert (done.missing, done.doubts, done.notes) == ((), (), 1)
    with Notebook.open(place.with_name("salvaged.db")) as notebook:
        assert notebook.notes() == [note]
        assert notebook.check() == []


def test_rows_of_before_are_known_by_their_seals_where_the_history_is_gone(
    of_the_third_version: tuple[Path, Note],
) -> None:
    place, note = of_the_third_version
    found = of_file(place, "fil")
    assert found.damaged == 0
    assert {row.record for row in found.rows if row.table == "notes" and not row.removed} == {note}


@pytest.fixture
def older(place: Path, a_note: Callable[..., Note]) -> tuple[Path, Note]:
    note = a_note()
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, note)])
    return place, note


def tables(place: Path) -> set[str]:
    with closing(sqlite3.connect(place)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_an_older_notebook_is_copied_and_then_brought_up_to_date(older: tuple[Path, Note]) -> None:
    place, note = older
    with Notebook.open(place, steps=(*STEPS, with_threads)) as notebook:
        assert notebook.notes() == [note]
        assert notebook.check() == []
        assert notebook.connection.execute("PRAGMA user_version").fetchone() == (len(STEPS) + 1,)
    assert "threads" in tables(place)
    (copy,) = (place.parent / "backups").iterdir()
    assert copy.name == "notebook-000001-before-upgrade.db"
    with Notebook.open(copy) as before:
        assert before.notes() == [note]
    assert "threads" not in tables(copy)


def test_a_notebook_from_before_there_were_notes_is_brought_up_to_date(place: Path) -> None:
    def without_notes(db: Database) -> None:
        first_tables(db)
        db.execute("DROP TABLE notes")

    def with_notes(db: Database) -> None:
        db.execute(notes)

    with closing(sqlite3.connect(":memory:")) as connection:
        first_tables(database(connection))
        (notes,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'notes'").fetchone()
    place.parent.mkdir()
    with closing(sqlite3.connect(place, isolation_level=None)) as connection:
        migrate(connection, [without_notes])
    with Notebook.open(place, steps=(without_notes, with_notes, *STEPS[1:])) as notebook:
        assert notebook.notes() == []
        assert notebook.check() == []


def test_a_notebook_brought_up_to_date_is_not_copied_again(older: tuple[Path, Note]) -> None:
    place, _ = older
    for _ in range(2):
        Notebook.open(place, steps=(*STEPS, with_threads)).close()
    assert len(list((place.parent / "backups").iterdir())) == 1


def test_the_older_program_then_leaves_it_alone(older: tuple[Path, Note]) -> None:
    place, _ = older
    Notebook.open(place, steps=(*STEPS, with_threads)).close()
    before = place.read_bytes()
    with pytest.raises(NotebookError, match="newer Randnote"):
        Notebook.open(place)
    assert place.read_bytes() == before


def test_a_new_notebook_takes_all_steps_at_once(place: Path) -> None:
    with Notebook.open(place, steps=(*STEPS, with_threads)) as notebook:
        assert len(notebook.categories()) == 5
    assert "threads" in tables(place)
    assert not (place.parent / "backups").exists()


@pytest.mark.parametrize("step", [with_half_done, with_a_broken_link, with_other_words_and_old_seals])
def test_a_step_that_fails_leaves_the_notebook_as_the_last_good_step_made_it(
    older: tuple[Path, Note], step: Callable[[Database], None]
) -> None:
    place, note = older
    with pytest.raises(NotebookError, match=r"not be brought up to date.*kept in .*before-upgrade\.db"):
        Notebook.open(place, steps=(*STEPS, with_threads, step))
    assert not {"half", "child"} & tables(place)
    with Notebook.open(place, steps=(*STEPS, with_threads)) as notebook:
        assert notebook.notes() == [note]
        assert notebook.check() == []


def test_our_own_mistake_in_a_step_is_loud_and_loses_nothing(older: tuple[Path, Note]) -> None:
    place, note = older
    with pytest.raises(LookupError, match="ours"):
        Notebook.open(place, steps=(*STEPS, with_our_own_mistake))
    with Notebook.open(place) as notebook:
        assert notebook.notes() == [note]


def test_without_a_good_copy_nothing_is_brought_up_to_date(older: tuple[Path, Note]) -> None:
    place, _ = older
    (place.parent / "backups").write_text("en fil i vejen")
    before = place.read_bytes()
    with pytest.raises(NotebookError, match=r"No copy could be made in .*backups"):
        Notebook.open(place, steps=(*STEPS, with_threads))
    assert place.read_bytes() == before


def test_a_damaged_notebook_is_not_brought_up_to_date(older: tuple[Path, Note]) -> None:
    place, _ = older
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("UPDATE notes SET body = 'andet'")
    before = place.read_bytes()
    with pytest.raises(NotebookError, match="No copy was kept, because it would not be sound"):
        Notebook.open(place, steps=(*STEPS, with_threads))
    assert place.read_bytes() == before
    assert list((place.parent / "backups").iterdir()) == []


def test_reading_an_older_notebook_changes_nothing(older: tuple[Path, Note]) -> None:
    place, _ = older
    before = place.read_bytes()
    with pytest.raises(NotebookError, match=r"older Randnote.*Open it once for writing"):
        Notebook.open(place, read_only=True, steps=(*STEPS, with_threads))
    assert place.read_bytes() == before
