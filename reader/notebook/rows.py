"""Records as rows of the notebook, each sealed by a hash of its content."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from sys import intern
from typing import Any

from reader.notebook.records import Category, Highlight, Note, Record
from reader.text.selector import Selector

COLUMNS: dict[str, tuple[str, ...]] = {
    "categories": ("id", "name", "colour", "sign", "position", "deleted"),
    "highlights": (
        *("id", "agreement", "start", "end", "quote", "before", "after", "digest"),
        *("category", "note", "tags", "created", "modified", "deleted"),
    ),
    "notes": ("id", "agreement", "principle", "body", "tags", "created", "modified", "deleted"),
    "operations": ("seq", "time", "kind", "record", "before", "after", "group"),
}
"""The tables and their columns in order, parents before children; `hash` follows as the last."""

KINDS = {"categories": "category", "highlights": "highlight", "notes": "note"}
"""The tables of records, and what the history calls a record of each."""

PASSAGES = (
    'SELECT id, start, "end", quote, before, after, digest, category FROM highlights'
    ' WHERE agreement = ? AND start < ? AND "end" > ? AND NOT deleted ORDER BY start, "end", created'
)
"""Reads what drawing the highlights of one agreement between two places needs."""

Values = tuple[Any, ...]

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def tables(connection: sqlite3.Connection) -> set[str]:
    """Return the names of the tables that a file has."""
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def seal(table: str, content: Sequence[Any]) -> str:
    """Return the seal of a row: SHA-256, in hex, of the JSON array of its table's name and its content."""
    # Here, because a start without highlights needs no seal.
    from hashlib import sha256

    return sha256(_encode((table, *content)).encode()).hexdigest()


def sealed(table: str, content: Sequence[Any]) -> dict[str, Any]:
    """Return the row to be written: its columns and its seal."""
    return {**dict(zip(COLUMNS[table], content, strict=True)), "hash": seal(table, content)}


def select(table: str) -> str:
    """Return the words that read a table: its content in the order of its columns, and the seal."""
    columns = ", ".join(f'"{name}"' for name in (*COLUMNS[table], "hash"))
    return f"SELECT {columns} FROM {table}"  # noqa: S608 - our own table and columns


@contextmanager
def legible(connection: sqlite3.Connection) -> Iterator[None]:
    """Read damaged bytes as signs of replacement, which no seal fits, and not as an error for all rows."""
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    try:
        yield
    finally:
        connection.text_factory = str


def table_of(record: Record) -> str:
    """Return the table that keeps this kind of record."""
    return {Category: "categories", Highlight: "highlights", Note: "notes"}[type(record)]


def content_of(record: Record, *, deleted: bool) -> Values:
    """Return a record's content in the order of its table's columns; a removed one keeps its words."""
    match record:
        case Category(id=key, name=name, colour=colour, sign=sign, position=position):
            return key, name, colour, sign, position, int(deleted)
        case Highlight(selector=s):
            place = s.start, s.end, s.quote, s.before, s.after, s.digest
            said = record.category, record.note, _encode(record.tags), record.created, record.modified
            return record.id, record.agreement, *place, *said, int(deleted)
        case Note(principle=principle, body=body):
            when = record.created, record.modified
            return record.id, record.agreement, principle, body, _encode(record.tags), *when, int(deleted)


def category(row: Values) -> Category:
    """Return the category of a row that begins with its content."""
    return Category(*row[:5])


def highlight(row: Values) -> Highlight:
    """Return the highlight of a row that begins with its content."""
    # Thousands share an agreement, a digest and a category: one copy of each keeps reading fast.
    selector = Selector(row[2], row[3], row[4], row[5], row[6], intern(row[7]))
    about = intern(row[1]), selector, intern(row[8])
    return Highlight(row[0], *about, row[9], _tags(row[10]), row[11], row[12])


def note(row: Values) -> Note:
    """Return the note of a row that begins with its content."""
    return Note(row[0], row[1], row[2], row[3], _tags(row[4]), row[5], row[6])


def record_of(table: str, row: Values) -> Record:
    """Return the record of a row of this table."""
    if table == "categories":
        return category(row)
    return highlight(row) if table == "highlights" else note(row)


def written(record: Record | None) -> str:
    """Return a record's content by column as JSON text for the history; `null` for none."""
    if record is None:
        return "null"
    content = content_of(record, deleted=False)[:-1]
    return _encode(dict(zip(COLUMNS[table_of(record)], content, strict=False)))


@lru_cache(maxsize=1024)
def _tags(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))
