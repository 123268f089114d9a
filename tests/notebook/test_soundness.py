"""Bytes change behind the person's back, and the notebook notices."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import NotebookError
from reader.notebook import rows
from reader.notebook.notebook import Notebook
from reader.notebook.records import Change, Highlight, Note
from reader.notebook.soundness import structure

MakeHighlight = Callable[..., Highlight]


@pytest.fixture
def written(place: Path, a_highlight: MakeHighlight) -> tuple[Path, Highlight, Highlight]:
    """A closed notebook with a highlight to be harmed and one that stays good."""
    harmed, good = a_highlight(note="Det står på side ti"), a_highlight(start=500)
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, harmed), Change(None, good)])
    return place, harmed, good


def by_hand(place: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute(statement, values)


def page_of(place: Path, table: str) -> int:
    """Return the byte at which the table's first page begins."""
    with closing(sqlite3.connect(place)) as connection:
        row = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    return (int(row[0]) - 1) * 4096


@pytest.mark.parametrize("wrong", [b"a", b"\xe6"], ids=["another letter", "no letter at all"])
def test_a_byte_changed_in_a_note_is_noticed_and_the_note_not_shown_as_good(
    written: tuple[Path, Highlight, Highlight], wrong: bytes
) -> None:
    place, harmed, good = written
    content = place.read_bytes()
    at = content.index(b"Det st", page_of(place, "highlights")) + 1
    place.write_bytes(content[:at] + wrong + content[at + 1 :])
    with Notebook.open(place) as notebook:
        assert notebook.damaged == ()
        assert notebook.highlights() == [good]
        assert notebook.damaged == (harmed.id,)
        assert notebook.highlight(harmed.id) is None
        assert any(f"The content of {harmed.id} in highlights" in sentence for sentence in notebook.check())


def test_every_flipped_byte_of_a_row_is_noticed(written: tuple[Path, Highlight, Highlight]) -> None:
    place, harmed, good = written
    content = place.read_bytes()
    page = page_of(place, "highlights")
    # SQLite fills a page from its end: the row that was written first reaches to there.
    for at in range(content.index(harmed.id.encode(), page), page + 4096, 3):
        flipped = bytearray(content)
        flipped[at] ^= 0x10
        place.write_bytes(flipped)
        with Notebook.open(place) as notebook:
            assert notebook.highlights() == [good], at
            assert len(notebook.damaged) == 1
            assert notebook.check() != []


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE highlights SET note = 'ny' WHERE id = ?", "was altered or damaged"),
        ("UPDATE highlights SET deleted = 1 WHERE id = ?", "was altered or damaged"),
        ("UPDATE highlights SET hash = 'x' WHERE id = ?", "was altered or damaged"),
        ("DELETE FROM highlights WHERE id = ?", "is in the history but not in the notebook"),
        ("DELETE FROM operations WHERE record = ?", "The history is not whole"),
        ("UPDATE operations SET time = '' WHERE record = ?", "in operations was altered or damaged"),
        ("UPDATE highlights SET category = 'pink' WHERE id = ?", "refers to something that is missing"),
    ],
)
def test_what_another_tool_altered_is_noticed(
    written: tuple[Path, Highlight, Highlight], statement: str, words: str
) -> None:
    place, harmed, good = written
    by_hand(place, statement, harmed.id)
    with Notebook.open(place) as notebook:
        assert good in notebook.highlights()
        assert any(words in sentence for sentence in notebook.check())


def test_a_row_put_back_to_what_it_was_once_is_noticed(place: Path, a_note: Callable[..., Note]) -> None:
    old, new = a_note(body="gammel"), a_note(body="ny")
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, old)])
    with closing(sqlite3.connect(place)) as connection:
        row = connection.execute("SELECT * FROM notes").fetchone()
    with Notebook.open(place) as notebook:
        notebook.apply([Change(old, None), Change(None, new)])
    by_hand(place, "DELETE FROM notes WHERE id = ?", old.id)
    by_hand(place, f"INSERT INTO notes VALUES ({', '.join('?' * len(row))})", *row)
    with Notebook.open(place) as notebook:
        assert notebook.check() == [f"The note {old.id} is not as the history says."]


def test_a_damaged_row_is_not_written_over(written: tuple[Path, Highlight, Highlight]) -> None:
    place, harmed, _ = written
    by_hand(place, "UPDATE highlights SET note = 'ny' WHERE id = ?", harmed.id)
    with Notebook.open(place) as notebook:
        with pytest.raises(NotebookError, match=f"The highlight {harmed.id} is damaged"):
            notebook.apply([Change(harmed, None)])
        assert notebook.check() != []


def test_a_damaged_index_is_noticed(written: tuple[Path, Highlight, Highlight]) -> None:
    place, harmed, good = written
    content = bytearray(place.read_bytes())
    at = content.index(harmed.id.encode(), page_of(place, "sqlite_autoindex_highlights_1"))
    content[at] ^= 1
    place.write_bytes(content)
    with Notebook.open(place) as notebook:
        assert notebook.highlights() == [harmed, good]
        assert any("The file's structure is damaged" in sentence for sentence in notebook.check())
        assert not any("\n" in sentence for sentence in notebook.check())


def test_a_lost_page_is_told_and_not_raised_by_the_check(written: tuple[Path, Highlight, Highlight]) -> None:
    place, _, _ = written
    page = page_of(place, "highlights")
    content = bytearray(place.read_bytes())
    content[page : page + 4096] = b"\xee" * 4096
    place.write_bytes(content)
    with Notebook.open(place) as notebook:
        assert any("cannot be read" in sentence for sentence in notebook.check())
        with pytest.raises(NotebookError, match="could not be read: the file is damaged"):
            notebook.highlights()
        assert len(notebook.categories()) == 5


def test_a_text_that_became_bytes_fits_no_seal_and_stops_nobody() -> None:
    assert rows.seal("notes", (b"ord",)) not in (
        rows.seal("notes", ("ord",)),
        rows.seal("notes", ("b'ord'",)),
    )


@pytest.mark.parametrize("harm", [b"\xee", b"\x00", None], ids=["signs", "nothing", "noise"])
def test_a_large_table_is_looked_at_in_pieces_and_no_torn_page_is_missed(
    place: Path, a_highlight: MakeHighlight, harm: bytes | None
) -> None:
    with Notebook.open(place) as notebook:
        notebook.apply(
            [Change(None, a_highlight(note="ord " * at, start=10 * at)) for at in range(1, 500, 12)]
        )
    content, noise = place.read_bytes(), random.Random(7)
    assert list(filter(None, looked_at(place, 4))) == []
    for at in range(4096, len(content), 4096):
        page = harm * 4096 if harm else noise.randbytes(4096)
        place.write_bytes(content[:at] + page + content[at + 4096 :])
        whole, pieces = (any(looked_at(place, size)) for size in (1000, 4))
        assert pieces or not whole


def looked_at(place: Path, at_once: int) -> list[str]:
    with closing(sqlite3.connect(f"file:{place}?mode=ro", uri=True)) as connection:
        connection.execute("PRAGMA cell_size_check = ON")
        try:
            return list(structure(connection, at_once))
        except sqlite3.DatabaseError as error:
            return [str(error)]
