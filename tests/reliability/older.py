"""A notebook as the program of the third version wrote it: notes did not keep their principles' headings."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from reader.notebook.completing import write_anew
from reader.notebook.journal import Journal
from reader.notebook.records import Note, Record
from reader.notebook.rows import COLUMNS, NONE, PURGED, seal
from reader.notebook.schema import STEPS, migrate

BEFORE = STEPS[:3]
"""The steps that such a notebook has taken."""

_LATER = frozenset(("heading", "missing_from"))


def as_before(record: Record) -> Record:
    """Return a record as it was in that version."""
    return record._replace(heading="", missing_from="") if isinstance(record, Note) else record


def set_back(place: Path) -> None:
    """Write a closed notebook and its journal anew, as that version would have them."""
    draft = place.with_name("older.db")
    with closing(sqlite3.connect(place)) as new, closing(sqlite3.connect(draft, isolation_level=None)) as old:
        migrate(old, BEFORE)
        old.execute("BEGIN")
        for table in COLUMNS:
            for row in _rows(new, table):
                marks = ", ".join("?" * len(row))
                names = ", ".join(f'"{name}"' for name in row)
                old.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))
        old.execute("COMMIT")
        write_anew(old, Journal(place))
    draft.replace(place)


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[dict[str, Any]]:
    names = [name for name in COLUMNS[table] if not (table == "notes" and name in _LATER)]
    columns = ", ".join(f'"{name}"' for name in names)
    for values in connection.execute(f"SELECT {columns} FROM {table}").fetchall():
        row = dict(zip(names, values, strict=True))
        if table == "operations" and row["kind"] == "note":
            row |= {side: _without(row[side]) for side in ("before", "after")}
        yield {**row, "hash": seal(table, tuple(row.values()))}


def _without(text: str) -> str:
    """Return what the history has of a note, as it was written before."""
    if text in (NONE, PURGED):
        return text
    content = {name: value for name, value in json.loads(text).items() if name not in _LATER}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
