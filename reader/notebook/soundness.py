"""Whether a notebook's file holds what was written into it."""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from reader.notebook import rows

_AT_ONCE = 2000
"""How many rows are looked at in one piece: some milliseconds."""


def faults(connection: sqlite3.Connection) -> list[str]:
    """Return what is wrong with the file, a plain sentence each; empty if it is sound."""
    found: list[str] = []
    with rows.legible(connection):
        for examine in (_structure, _links, _seals, _history):
            try:
                found += examine(connection)
            except sqlite3.ProgrammingError:
                raise
            except (sqlite3.Error, ValueError, TypeError) as error:
                found.append(f"A part of the notebook cannot be read ({error}).")
    return list(dict.fromkeys(found))


def structure(connection: sqlite3.Connection, at_once: int = _AT_ONCE) -> Iterator[str]:
    """Yield what is wrong with the file's structure, and an empty sentence after each piece looked at.

    Quicker than `faults`, and what must be known before anything is written: SQLite may write over sound
    pages of a file whose structure is damaged. Of a table with more than so many rows every row and every
    index is read to its end, so many rows at a time: SQLite's own check of it cannot be divided.
    """
    for table in _tables(connection):
        try:
            (last,) = connection.execute(f"SELECT ifnull(max(rowid), 0) FROM {table}").fetchone()  # noqa: S608
            looked = _in_pieces(connection, table, at_once) if last > at_once else _whole(connection, table)
            yield from looked
        except (sqlite3.DatabaseError, UnicodeError) as error:
            yield f"The file's structure is damaged ({error})."
        yield ""


def _whole(connection: sqlite3.Connection, table: str) -> Iterator[str]:
    for (line,) in connection.execute(f"PRAGMA quick_check({table})").fetchall():
        if line != "ok":
            yield _damaged(line)


def _damaged(lines: str) -> str:
    """Return what SQLite found, which may be hundreds of lines, as a sentence."""
    first, *more = [line for line in lines.splitlines() if not line.startswith("***")] or [lines]
    others = f", and {len(more)} faults more" if more else ""
    return f"The file's structure is damaged ({first}{others})."


def _in_pieces(connection: sqlite3.Connection, table: str, at_once: int) -> Iterator[str]:
    # The seal and what is behind it lie at the end of a row's pages: they are read, and a torn one shows.
    *_, column = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
    sealed = 'length("hash") = 64 AND "hash" NOT GLOB \'*[^0-9a-f]*\''
    row = f'SELECT rowid AS at, {sealed} AND length("{column}") >= 0 AS whole FROM {table} NOT INDEXED'  # noqa: S608
    read = f"SELECT count(*), max(at), total(whole) FROM ({row} WHERE rowid > ? ORDER BY rowid LIMIT ?)"  # noqa: S608
    count, last, found = 0, -(1 << 63), 1
    while found:
        found, at, whole = connection.execute(read, (last, at_once)).fetchone()
        count, last = count + found, at
        yield "" if found == whole else f"The file's structure is damaged (rows of {table} are torn)."
    for _, index, *_ in connection.execute(f"PRAGMA index_list({table})").fetchall():
        (entries,) = connection.execute(f'SELECT count(rowid) FROM {table} INDEXED BY "{index}"').fetchone()  # noqa: S608
        if entries != count:
            yield f"The file's structure is damaged ({index} has {entries} entries for {count} rows)."
        yield ""


Extent = tuple[dict[str, int], str]
"""How many rows each table has, and the seal of the newest step of the history."""


def extent(connection: sqlite3.Connection) -> Extent:
    """Return how far a file goes: two sound files of equal extent hold the same.

    The newest step is sealed together with its number, time and group, every earlier one is in the history
    without a gap, and every record is as the history says.
    """
    counts = {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - our own table
        for table in _tables(connection)
    }
    newest = connection.execute("SELECT hash FROM operations ORDER BY seq DESC LIMIT 1").fetchone()
    return counts, newest[0] if newest else ""


def _structure(connection: sqlite3.Connection) -> Iterator[str]:
    # SQLite's own check finds torn pages and lost indexes, and misses nine in ten bits flipped in content.
    for (line,) in connection.execute("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield _damaged(line)


def _links(connection: sqlite3.Connection) -> Iterator[str]:
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"Row {row} of {table} refers to something that is missing from {parent}."


def _seals(connection: sqlite3.Connection) -> Iterator[str]:
    for table in _tables(connection):
        for row in _named(connection, table):
            mark = row.pop("hash")
            if rows.seal(table, tuple(row.values())) != mark:
                yield f"The content of {next(iter(row.values()))} in {table} was altered or damaged."


def _history(connection: sqlite3.Connection) -> Iterator[str]:
    latest: dict[tuple[str, str], str] = {}
    for place, step in enumerate(_named(connection, "operations"), 1):
        if step["seq"] != place:
            yield f"The history is not whole: step {place} is missing."
            return
        latest[step["kind"], step["record"]] = step["after"]
    for table in rows.KINDS.keys() & _tables(connection):
        kind = rows.KINDS[table]
        for row in _named(connection, table):
            if not _fits(row, latest.pop((kind, row["id"]), "{}")):
                yield f"The {kind} {row['id']} is not as the history says."
    for kind, record in (key for key, after in latest.items() if after != rows.PURGED):
        yield f"The {kind} {record} is in the history but not in the notebook."


def _fits(row: dict[str, Any], after: str) -> bool:
    content = json.loads(after)
    if content is None:
        return bool(row["deleted"] == 1)
    if not content or not isinstance(content, dict):
        return False
    # A column that a later step added or took away says nothing about what was done before it.
    return row["deleted"] == 0 and all(row.get(name, value) == value for name, value in content.items())


def _tables(connection: sqlite3.Connection) -> list[str]:
    # An older file does not have them all yet.
    present = rows.tables(connection)
    return [table for table in rows.COLUMNS if table in present]


def _named(connection: sqlite3.Connection, table: str) -> Iterator[dict[str, Any]]:
    """Yield every row by its file's own columns: an older file's seals are over those."""
    cursor = connection.execute(f"SELECT * FROM {table} ORDER BY rowid")  # noqa: S608 - our own name
    names = [name for name, *_ in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))
