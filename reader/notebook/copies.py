"""What the copies of a notebook hold, and what restoring one would change: pure data for a dialog."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from reader.errors import NotebookError
from reader.notebook import opening, rows, schema
from reader.notebook.backup import number_and_reason
from reader.notebook.reading import Reading
from reader.notebook.records import Record
from reader.notebook.sentences import told

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

    Each pair of `otherwise` is a record in the copy and as it is now.
    """

    back: tuple[Record, ...]
    gone: tuple[Record, ...]
    otherwise: tuple[tuple[Record, Record], ...]


def copies(folder: Path) -> list[Copy]:
    """Return the copies in a folder, the newest first; NotebookError if the folder cannot be read."""
    with told(f"The copies in {folder} could not be listed", "Nothing was changed."):
        if not folder.is_dir():
            return []
        named = [(number_and_reason(path), path) for path in folder.iterdir()]
    found = [_copy(path, *name) for name, path in named if name]
    return sorted(found, key=lambda copy: copy.number, reverse=True)


def head_of(connection: sqlite3.Connection) -> Head:
    """Return the newest step of a notebook's history."""
    sql = 'SELECT seq, time, "group", record FROM operations ORDER BY seq DESC LIMIT 1'
    found: Head | None = connection.execute(sql).fetchone()
    return found or (0, "", "", "")


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
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
            with closing(opening.connect(path, read_only=True)) as connection:
                connection.backup(memory)
            if schema.version_of(memory) < len(schema.STEPS):
                schema.migrate(memory, schema.STEPS)
            yield Reading(path, memory)


def difference(present: Reading, copy: Path) -> Difference:
    """Compare a copy with the notebook as it is; NotebookError if the copy cannot be read."""
    with opened(copy) as reading:
        there = _everything(reading)
    here = _everything(present)
    return Difference(
        back=tuple(record for key, record in there.items() if key not in here),
        gone=tuple(record for key, record in here.items() if key not in there),
        otherwise=tuple((there[key], here[key]) for key in there if here.get(key, there[key]) != there[key]),
    )


def _everything(reading: Reading) -> dict[str, Record]:
    records: list[Record] = [*reading.categories()]
    records += [*reading.highlights(), *reading.notes(), *reading.decisions()]
    return {f"{rows.table_of(record)} {record.id}": record for record in records}


def _copy(path: Path, number: int, reason: str) -> Copy:
    plain = Copy(path, number, reason, "")
    try:
        made = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
        plain = plain._replace(made=made)
        with told(f"The copy {path} could not be read", "It was left as it is."):
            opening.refuse_unknown(path, len(schema.STEPS))
            with closing(opening.connect(path, read_only=True)) as connection:
                return _counted(plain, connection)
    except (NotebookError, OSError) as error:
        return plain._replace(fault=str(error))


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
