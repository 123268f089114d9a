"""The file that holds the search index: derived data, so what is wrong with it is never mended."""

import sqlite3
from pathlib import Path

from reader.errors import FileError

# FTS5 gives places in the text it indexed, which must be kept for that; snippets are cut from the other one.
_SCHEMA = {
    "agreements": "CREATE TABLE agreements (id TEXT PRIMARY KEY, digest TEXT NOT NULL,"
    " first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT",
    "leaves": "CREATE TABLE leaves (id INTEGER PRIMARY KEY, start INTEGER NOT NULL,"
    " text TEXT NOT NULL, folded TEXT NOT NULL) STRICT",
    "words": "CREATE VIRTUAL TABLE words USING fts5(folded, content='leaves', content_rowid='id',"
    " tokenize='unicode61 remove_diacritics 0')",
    "vocabulary": "CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, 'row')",
}
_VERSION = 1
_PATIENCE = 1.0
"""How many seconds to wait for another program that writes the index: to index anew in memory takes less."""
_APPLICATION = 0x526E6478
_WORLDS_FAULTS = frozenset(
    (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_NOMEM,
    )
)


class Damaged(sqlite3.DatabaseError):
    """The index holds something it was never given."""


def opened(path: Path) -> sqlite3.Connection:
    """Open the index; one that is damaged, old or foreign is thrown away. FileError if there can be none."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.is_file() and (connection := _sound(path)):
            return connection
        return _created(path)
    except (OSError, sqlite3.DatabaseError) as error:
        raise fault(path, error) from error


def in_memory() -> sqlite3.Connection:
    """Return an index that is in no file: for where none can be written."""
    return _begun(_connected(":memory:"))


def fault(path: Path, error: Exception) -> FileError:
    """Return what to tell the person about an index that cannot be used."""
    return FileError(
        f"The search index “{path}” could not be used ({error})."
        " It holds nothing of yours: try again, or remove it.",
        "index",
    )


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Say whether an error means that the file itself is bad."""
    return isinstance(error, Damaged) or _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def is_worlds_fault(error: sqlite3.DatabaseError) -> bool:
    """Say whether an error means that the file cannot be used now, good or bad."""
    return _code(error) in _WORLDS_FAULTS


def _code(error: sqlite3.DatabaseError) -> int:
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF


def discard(path: Path) -> None:
    """Remove the file, and the journals that would otherwise be played into the next one."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _sound(path: Path) -> sqlite3.Connection | None:
    path.chmod(0o600)
    connection = _connected(path)
    try:
        if _is_ours(connection):
            return connection
    except sqlite3.DatabaseError as error:
        if is_worlds_fault(error):
            connection.close()
            raise
    connection.close()
    return None


def _is_ours(connection: sqlite3.Connection) -> bool:
    marks = [
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
    ]
    found = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    if marks != [_APPLICATION, _VERSION] or any(found.get(name) != sql for name, sql in _SCHEMA.items()):
        return False
    connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    return bool(connection.execute("PRAGMA quick_check").fetchone()[0] == "ok")


def _created(path: Path) -> sqlite3.Connection:
    discard(path)
    path.touch(0o600, exist_ok=False)
    return _begun(_connected(path))


def _begun(connection: sqlite3.Connection) -> sqlite3.Connection:
    for statement in _SCHEMA.values():
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {_APPLICATION}")
    connection.execute(f"PRAGMA user_version = {_VERSION}")
    return connection


def _connected(path: Path | str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, _PATIENCE, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection
