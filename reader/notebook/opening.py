"""The one door to a notebook's file: who may open it, what is refused, and how SQLite is set."""

import errno
import os
import sqlite3
from pathlib import Path

from reader.errors import NotebookError
from reader.notebook.lock import PATIENCE
from reader.notebook.rows import COLUMNS, tables
from reader.notebook.schema import APPLICATION_ID

_MAGIC = b"SQLite format 3\0"
_SETTINGS = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("foreign_keys", "ON", 1),
    ("synchronous", "EXTRA", 3),
    ("fullfsync", "ON", 1),  # macOS: reach the disk itself, not only its cache
)


def refuse_unknown(path: Path, newest: int) -> None:
    """Raise NotebookError if a file's first bytes are not those of a notebook of version 1 to `newest`.

    Nothing but these bytes is read, so that what is refused stays as it is.
    """
    with path.open("rb") as file:
        head = file.read(100)
    version = int.from_bytes(head[60:64], "big")
    if not head:
        raise NotebookError(
            f"{path} is empty, where a notebook was expected. It was left as it is. "
            "Restore a backup, or move the file away to begin a new notebook.",
            "empty",
        )
    ours = head.startswith(_MAGIC) and int.from_bytes(head[68:72], "big") == APPLICATION_ID
    if not ours or len(head) < 100 or version == 0:
        raise NotebookError(
            f"{path} is not a Randnote notebook, or too damaged to be known as one. It was left as it is. "
            "Choose another file, or restore a backup.",
            "foreign",
        )
    if version > newest:
        raise NotebookError(
            f"{path} was written by a newer Randnote (version {version}, this program knows {newest}). "
            "It was left as it is. Update Randnote to open it.",
            "newer",
        )


def refuse_leftovers(path: Path) -> None:
    """Raise NotebookError if files stand beside the notebook that SQLite would read into it wrongly."""
    suffixes = ("-wal",) if path.exists() else ("-wal", "-journal")
    for beside in (path.with_name(path.name + suffix) for suffix in suffixes):
        if beside.exists():
            raise NotebookError(
                f"{beside} was left by another program, or belongs to a notebook that was moved away. "
                "Nothing was read or changed. Move that file to a safe place, then open the notebook again.",
                "leftover",
            )


def refuse_unwritable(folder: Path) -> None:
    """Raise PermissionError if no journal can be made in the folder: now, and not at the first change."""
    if folder.exists() and not os.access(folder, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open an existing file with all guards set and hold it; sqlite3.Error or NotebookError if that fails."""
    mode = "ro" if read_only else "rw"
    # Only one that is written to is ever lent to another thread (`lending`), while its own one waits.
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=PATIENCE,
        check_same_thread=read_only,
    )
    try:
        for name, value, expected in _SETTINGS:
            _set(connection, name, value, expected)
        connection.execute("BEGIN" if read_only else "BEGIN EXCLUSIVE")
        _refuse_strangers(connection, path)
        connection.execute("COMMIT")
        _set(connection, "journal_mode", "DELETE", "delete")
    except BaseException:
        connection.close()
        raise
    return connection


def _set(connection: sqlite3.Connection, name: str, value: str, expected: str | int) -> None:
    connection.execute(f"PRAGMA {name} = {value}")
    (actual,) = connection.execute(f"PRAGMA {name}").fetchone()
    if actual != expected:
        raise NotebookError(
            f"This computer's SQLite does not keep {name} at {value} (but {actual}): nothing would be safe. "
            "The notebook was left as it is. Install a newer Randnote or Python."
        )


def _refuse_strangers(connection: sqlite3.Connection, path: Path) -> None:
    # We have no triggers, views or virtual tables, and theirs could run code; they have no page of their own.
    strangers = connection.execute(
        "SELECT type, name FROM sqlite_master"
        " WHERE type NOT IN ('table', 'index') OR coalesce(rootpage, 0) = 0"
    ).fetchall()
    if strangers:
        names = ", ".join(f"{kind} {name}" for kind, name in strangers)
        raise NotebookError(
            f"{path} holds what Randnote never puts into a notebook ({names}). It was left as it is. "
            "Do not trust this file; restore a backup.",
            "foreign",
        )


def refuse_missing_tables(connection: sqlite3.Connection, path: Path) -> None:
    """Raise NotebookError if one of the notebook's tables is not there."""
    if missing := COLUMNS.keys() - tables(connection):
        raise NotebookError(
            f"{path} has lost its {', '.join(sorted(missing))}. It was left as it is. Restore a backup.",
            "damaged",
        )
