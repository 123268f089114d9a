"""What the copies of a notebook hold, and what restoring one would change: pure data for a dialog."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from reader.errors import NotebookError
from reader.notebook import opening, rows, schema
from reader.notebook.backup import number_and_reason
from reader.notebook.past import BEGIN
from reader.notebook.reading import Reading
from reader.notebook.records import Record
from reader.notebook.sentences import told
from reader.notebook.soundness import faults
from reader.text.progress import Heard, Progress

Head = tuple[int, str, str, str]
"""The newest step of a history: its number, time, group and record."""


class Copy(NamedTuple):
    """A copy: its number, why it was made, when, and what is in it.

    `made` is when the file was written; `changed` is when the last step in it was done, by `steps` in all.
    `fault` is a plain sentence where the file cannot be read, and then the rest is empty.
    """

    path: Path
    number: int
    reason: str
    made: str
    changed: str = ""
    steps: int = 0
    highlights: int = 0
    notes: int = 0
    categories: int = 0
    removed: int = 0
    head: Head = (0, "", "", "")
    fault: str = ""


class Difference(NamedTuple):
    """What restoring a copy would change: what would come back, what would go, what would be otherwise.

    Each pair of `otherwise` is a record in the copy and as it is now. `damaged` counts what cannot be read in
    the copy: that would not come.
    """

    back: tuple[Record, ...]
    gone: tuple[Record, ...]
    otherwise: tuple[tuple[Record, Record], ...]
    damaged: int = 0


def copies(folder: Path) -> list[Copy]:
    """Return the copies in a folder, the newest first; NotebookError if the folder cannot be read."""
    return [read(copy) for copy in named(folder)]


def named(folder: Path) -> list[Copy]:
    """Return what the names of the copies in a folder say, the newest first, and when they were written.

    NotebookError if the folder cannot be read.
    """
    with told(f"The copies in {folder} could not be listed", "Nothing was changed."):
        if not folder.is_dir():
            return []
        found = [(number_and_reason(path), path) for path in folder.iterdir()]
    named = [_named(path, *name) for name, path in found if name]
    return sorted(named, key=lambda copy: copy.number, reverse=True)


def copy_in(path: Path) -> Copy:
    """Return what a file of any name holds; what is wrong with it is its `fault`."""
    return read(_named(path, *(number_and_reason(path) or (0, ""))))


def read(copy: Copy) -> Copy:
    """Return a copy with what is in it, or with its `fault`."""
    try:
        with told(f"The copy {copy.path} could not be read", "It was left as it is."):
            opening.refuse_unknown(copy.path, len(schema.STEPS))
            with closing(opening.connect(copy.path, read_only=True)) as connection:
                return _counted(copy, connection)
    except NotebookError as error:
        return copy._replace(fault=str(error))


def verify(copy: Path) -> list[str]:
    """Read all of a copy and return what is wrong with it, a plain sentence each; empty if it is sound."""
    try:
        with told(f"The copy {copy} could not be read", "It was left as it is."):
            opening.refuse_leftovers(copy)
            opening.refuse_unknown(copy, len(schema.STEPS))
            with closing(opening.connect(copy, read_only=True)) as connection:
                return faults(connection)
    except NotebookError as error:
        return [str(error)]


def newest_sound(folder: Path) -> Copy | None:
    """Return the newest copy that is sound; each is read to its end until one is. None if there is none.

    NotebookError if the folder cannot be read.
    """
    return next((copy for copy in copies(folder) if not copy.fault and not verify(copy.path)), None)


def head_of(connection: sqlite3.Connection) -> Head:
    """Return the newest step of a notebook's history."""
    sql = 'SELECT seq, time, "group", record FROM operations ORDER BY seq DESC LIMIT 1'
    found: Head | None = connection.execute(sql).fetchone()
    return found or (0, "", "", "")


def is_touched(connection: sqlite3.Connection) -> bool:
    """Say whether a notebook's history has anything beside what each begins with."""
    return bool(connection.execute("SELECT 1 FROM operations WHERE what <> ? LIMIT 1", (BEGIN,)).fetchone())


def holds(connection: sqlite3.Connection, head: Head) -> bool:
    """Say whether a history goes at least as far as this step, on the same way."""
    sql = 'SELECT "group", record FROM operations WHERE seq = ?'
    return head[0] == 0 or connection.execute(sql, head[:1]).fetchone() == head[2:]


@contextmanager
def opened(path: Path) -> Iterator[Reading]:
    """Read a copy, brought up to date in memory; the file stays as it is. NotebookError if it cannot be."""
    with told(f"The copy {path} could not be read", "Nothing was changed."):
        opening.refuse_leftovers(path)
        opening.refuse_unknown(path, len(schema.STEPS))
        with closing(opening.connect(path, read_only=True)) as connection:
            if schema.version_of(connection) == len(schema.STEPS):
                yield Reading(path, connection)
                return
            with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
                connection.backup(memory)
                schema.migrate(memory, schema.STEPS)
                yield Reading(path, memory)


def difference(present: Reading, copy: Path) -> Difference:
    """Compare a copy with the notebook as it is; NotebookError if the copy cannot be read."""
    return compared(gathered(present), copy)


def compared(here: Mapping[str, Record], copy: Path, heard: Heard | None = None) -> Difference:
    """Compare a copy with the records of the notebook by their keys; NotebookError if it cannot be read.

    `heard` is told how far it is, as if the copy held as much; Stopped if it wants no more.
    """
    progress, there = Progress(heard), dict[str, Record]()
    with opened(copy) as reading:
        for portion in portions(reading):
            there |= portion
            progress(len(there) / max(1, len(there), len(here)))
        damaged = reading.damaged
    return Difference(
        back=tuple(record for key, record in there.items() if key not in here),
        gone=tuple(record for key, record in here.items() if key not in there),
        otherwise=tuple((there[key], here[key]) for key in there if here.get(key, there[key]) != there[key]),
        damaged=len(damaged),
    )


def gathered(reading: Reading) -> dict[str, Record]:
    """Return every record by its key."""
    return {key: record for portion in portions(reading) for key, record in portion.items()}


def portions(reading: Reading) -> Iterator[dict[str, Record]]:
    """Yield every record by its key, some hundreds at a time: a window goes on in between."""
    yield _keyed(reading.categories())
    yield _keyed(reading.decisions())
    for highlights in reading.highlight_portions():
        yield _keyed(highlights)
    for notes in reading.note_portions():
        yield _keyed(notes)


def _keyed(records: Sequence[Record]) -> dict[str, Record]:
    return {f"{rows.table_of(record)} {record.id}": record for record in records}


def _named(path: Path, number: int, reason: str) -> Copy:
    try:
        made = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
    except OSError:
        made = ""  # what became of it is told where it is read
    return Copy(path, number, reason, made)


def _counted(copy: Copy, connection: sqlite3.Connection) -> Copy:
    head = head_of(connection)
    return copy._replace(
        changed=head[1],
        steps=head[0],
        highlights=_count(connection, "highlights", 0),
        notes=_count(connection, "notes", 0),
        categories=_count(connection, "categories", 0),
        removed=_count(connection, "highlights", 1) + _count(connection, "notes", 1),
        head=head,
    )


def _count(connection: sqlite3.Connection, table: str, deleted: int) -> int:
    sql = f"SELECT count(*) FROM {table} WHERE deleted = ?"  # noqa: S608 - our own table
    count: int = connection.execute(sql, (deleted,)).fetchone()[0]
    return count
