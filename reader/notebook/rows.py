"""Records as rows of the notebook, each sealed by a hash of its content."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from sys import intern
from typing import Any

from reader.notebook.records import Category, Highlight, Note, Operation, Record
from reader.text.decision import Decision, Member
from reader.text.selector import Selector

COLUMNS: dict[str, tuple[str, ...]] = {
    "categories": ("id", "name", "colour", "sign", "position", "deleted"),
    "highlights": (
        *("id", "agreement", "start", "end", "quote", "before", "after", "digest"),
        *("category", "note", "tags", "created", "modified", "deleted", "origin", "missing_from"),
    ),
    "notes": (
        *("id", "agreement", "principle", "body", "tags", "created", "modified", "deleted", "origin"),
        *("heading", "missing_from"),
    ),
    "decisions": (
        *("id", "one_agreement", "one_number", "other_agreement", "other_number"),
        *("verdict", "note", "time", "deleted", "origin"),
    ),
    "texts": ("digest", "agreement", "text"),
    "operations": Operation._fields,
}
"""The tables and the columns that are sealed, in order, parents before children; `hash` is one more."""

KINDS = {"categories": "category", "highlights": "highlight", "notes": "note", "decisions": "decision"}
"""The tables of records, and what the history calls a record of each."""

TABLES = {kind: table for table, kind in KINDS.items()}
"""The table of each kind of record."""

NONE = "null"
"""What the history has for a record that is not there."""

PURGED = '"purged"'
"""What the history has for a record whose words were taken out for good."""

PASSAGES = (
    'SELECT id, start, "end", quote, before, after, digest, category FROM highlights'
    ' WHERE agreement = ? AND start < ? AND "end" > ? AND NOT deleted ORDER BY start, "end", created'
)
"""Reads what drawing the highlights of one agreement between two places needs."""

Values = tuple[Any, ...]


def _foreign(value: object) -> list[str]:
    # A flipped bit can make bytes of a text. No row of ours holds a list, so no seal fits this.
    return [repr(value)]


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_foreign).encode


def tables(connection: sqlite3.Connection) -> set[str]:
    """Return the names of the tables that a file has."""
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def seal(table: str, content: Sequence[Any]) -> str:
    """Return the seal of a row: SHA-256, in hex, of the JSON array of its table's name and its content."""
    # Here, because a start without highlights needs no seal.
    from hashlib import sha256

    return sha256(_encode((table, *content)).encode()).hexdigest()


def is_sealed(table: str, values: Any) -> bool:
    """Say whether these are the values of a sound row of a table: its content and the seal that fits."""
    if not isinstance(values, list | tuple) or len(values) != len(COLUMNS[table]) + 1:
        return False
    try:
        return bool(seal(table, values[:-1]) == values[-1])
    except (UnicodeEncodeError, TypeError):
        return False


def sealed(table: str, content: Sequence[Any]) -> dict[str, Any]:
    """Return the row to be written: its columns and its seal."""
    return {**dict(zip(COLUMNS[table], content, strict=True)), "hash": seal(table, content)}


@lru_cache
def insert(table: str) -> str:
    """Return the words that add a row, given as `sealed` returns it."""
    names = (*COLUMNS[table], "hash")
    columns = ", ".join(f'"{name}"' for name in names)
    values = ", ".join(f":{name}" for name in names)
    return f"INSERT INTO {table} ({columns}) VALUES ({values})"  # noqa: S608 - our own table and columns


@lru_cache
def update(table: str) -> str:
    """Return the words that write over the row with the same first column, given as `sealed` returns it."""
    key, *names = (*COLUMNS[table], "hash")
    columns = ", ".join(f'"{name}" = :{name}' for name in names)
    return f"UPDATE {table} SET {columns} WHERE {key} = :{key}"  # noqa: S608 - our own table and columns


@lru_cache
def select(table: str) -> str:
    """Return the words that read a table: its content in the order of its columns, and the seal."""
    columns = ", ".join(f'"{name}"' for name in (*COLUMNS[table], "hash"))
    return f"SELECT {columns} FROM {table}"  # noqa: S608 - our own table and columns


LAST = 1 << 62
"""Where the notes without a principle stand: behind every principle."""

HIGHLIGHT_PORTION = (
    select("highlights") + ' WHERE (agreement, start, "end", created, id) > (?, ?, ?, ?, ?)'
    ' ORDER BY agreement, start, "end", created, id LIMIT ?'
)
"""Reads some highlights in reading order, from behind the last one that was read."""

NOTE_PORTION = (
    select("notes") + f" WHERE (agreement, ifnull(principle, {LAST}), created, id) > (?, ?, ?, ?)"
    f" ORDER BY agreement, ifnull(principle, {LAST}), created, id LIMIT ?"
)
"""Reads some notes by agreement and principle, from behind the last one that was read."""

AGREEMENTS = " UNION ".join(
    f"SELECT name FROM (WITH RECURSIVE names (name) AS (SELECT min(agreement) FROM {table} UNION ALL"  # noqa: S608
    f" SELECT (SELECT min(agreement) FROM {table} WHERE agreement > name) FROM names WHERE name IS NOT NULL)"
    " SELECT name FROM names WHERE name IS NOT NULL)"
    for table in ("highlights", "notes")
)
"""Reads the names of agreements, from one to the next in the index: not every row is looked at."""

CHANGED_SINCE = "SELECT record FROM operations WHERE seq >= ? AND kind IN ('highlight', 'note') ORDER BY seq"
"""Reads which highlights and notes were changed from a step of the history on."""


REMOVED = """
    SELECT id FROM (
        SELECT h.id, (SELECT max(seq) FROM operations WHERE record = h.id) AS last FROM highlights AS h
        WHERE h.deleted = 1
        UNION ALL
        SELECT n.id, (SELECT max(seq) FROM operations WHERE record = n.id) FROM notes AS n WHERE n.deleted = 1
    ) ORDER BY last DESC
"""
"""Reads the ids of what is in the bin, the last removed first."""


def last_times(asked: str) -> str:
    """Return the words that read when the last thing was done to some records; `asked` has a ? for each."""
    newest = f"SELECT max(seq) FROM operations WHERE record IN ({asked}) GROUP BY record"  # noqa: S608
    return f"SELECT record, time FROM operations WHERE seq IN ({newest})"  # noqa: S608


CENSUS = (
    "SELECT agreement, origin, sum(n) FROM (SELECT agreement, origin, count(*) AS n FROM highlights"
    " WHERE NOT deleted GROUP BY agreement, origin UNION ALL SELECT agreement, origin, count(*) FROM notes"
    " WHERE NOT deleted GROUP BY agreement, origin) GROUP BY agreement, origin"
)
"""Counts highlights and notes by their agreement and by who made them."""


def is_removed(table: str, row: Values) -> bool:
    """Say whether a row that begins with its content is of a record that was removed."""
    return bool(row[_REMOVED[table]])


_REMOVED = {table: COLUMNS[table].index("deleted") for table in KINDS}


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
    return {Category: "categories", Highlight: "highlights", Note: "notes", Decision: "decisions"}[
        type(record)
    ]


def content_of(record: Record, *, deleted: bool) -> Values:
    """Return a record's content in the order of its table's columns; a removed one keeps its words."""
    match record:
        case Category(id=key, name=name, colour=colour, sign=sign, position=position):
            return key, name, colour, sign, position, int(deleted)
        case Highlight(selector=s):
            place = s.start, s.end, s.quote, s.before, s.after, s.digest
            said = record.category, record.note, _encode(record.tags), record.created, record.modified
            after = int(deleted), record.origin, record.missing_from
            return record.id, record.agreement, *place, *said, *after
        case Note(principle=principle, body=body):
            when = record.created, record.modified, int(deleted), record.origin
            about = record.id, record.agreement, principle, body, _encode(record.tags)
            return *about, *when, record.heading, record.missing_from
        case Decision(one=one, other=other):
            return (
                record.id,
                *one,
                *other,
                record.verdict,
                record.note,
                record.time,
                int(deleted),
                record.origin,
            )


def category(row: Values) -> Category:
    """Return the category of a row that begins with its content."""
    return Category(*row[:5])


def highlight(row: Values) -> Highlight:
    """Return the highlight of a row that begins with its content."""
    # Thousands share an agreement, a digest and a category: one copy of each keeps reading fast.
    selector = Selector(row[2], row[3], row[4], row[5], row[6], intern(row[7]))
    about = intern(row[1]), selector, intern(row[8])
    return Highlight(row[0], *about, row[9], _tags(row[10]), row[11], row[12], row[14], row[15])


def note(row: Values) -> Note:
    """Return the note of a row that begins with its content."""
    # Thousands share an agreement and a heading.
    about = row[5], row[6], row[8], intern(row[9]), row[10]
    return Note(row[0], intern(row[1]), row[2], row[3], _tags(row[4]), *about)


def decision(row: Values) -> Decision:
    """Return the decision of a row that begins with its content."""
    return Decision(Member(row[1], row[2]), Member(row[3], row[4]), row[5], row[6], row[7], row[0], row[9])


def record_of(table: str, row: Values) -> Record:
    """Return the record of a row of this table."""
    match table:
        case "categories":
            return category(row)
        case "decisions":
            return decision(row)
    return highlight(row) if table == "highlights" else note(row)


def written(record: Record | None) -> str:
    """Return a record's content by column as JSON text for the history; `null` for none."""
    if record is None:
        return NONE
    table = table_of(record)
    content = dict(zip(COLUMNS[table], content_of(record, deleted=False), strict=True))
    del content["deleted"]
    return _encode(content)


def unwritten(kind: str, text: str) -> Record | None:
    """Return the record that `written` wrote down, in this program or an older one; None for none.

    ValueError if it is not such a text: damaged, purged, or of a program that knows other columns.
    """
    content = json.loads(text)
    if content is None:
        return None
    table = TABLES.get(kind, "")
    if not isinstance(content, Mapping) or not _fits(table, content):
        raise ValueError(f"not a {kind} as the history has it")
    row = (content.get(name, _ADDED.get(name, 0)) for name in COLUMNS[table])
    try:
        return record_of(table, tuple(row))
    except (TypeError, AttributeError) as error:
        raise ValueError(f"not a {kind} as the history has it") from error


_ADDED = {"origin": "", "missing_from": "", "heading": ""}
"""What a record has that was written before there was such a column."""


def _fits(table: str, content: Mapping[str, Any]) -> bool:
    known = set(COLUMNS.get(table, ())) - {"deleted"}
    return bool(known) and known - _ADDED.keys() <= content.keys() <= known


@lru_cache(maxsize=1024)
def _tags(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))
