"""What a notebook file is: its mark, its first categories, and the steps that led to its tables.

A step is never edited once it is released: notebooks exist that took it as it was. A new step goes at the
end of STEPS. A step that changes the content of rows also renews their seals.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.notebook.records import Category
from reader.notebook.rows import seal
from reader.notebook.soundness import faults

if TYPE_CHECKING:
    from sqlite_utils import Database

    Step = Callable[[Database], None]

APPLICATION_ID = 0x52616E64
"""`Rand` in the file's header: the file is one of ours."""

CATEGORIES = (
    Category("yellow", "Spørgsmål", "yellow", "?", 0),
    Category("green", "Vores linje", "green", "✓", 1),
    Category("red", "Krav", "red", "!", 2),
    Category("blue", "Nyt", "blue", "+", 3),
    Category("violet", "Andet", "violet", "•", 4),
)
"""The categories a new notebook begins with; the person may rename them."""


def first_tables(db: "Database") -> None:
    """Make the tables for categories, highlights, notes and the history of what was done to them."""
    # Written out rather than built by sqlite-utils, whose wording of a table may change with its releases.
    for statement in _FIRST_TABLES:
        db.execute(statement)


_FIRST_TABLES = (
    """CREATE TABLE categories (
        "id" TEXT PRIMARY KEY NOT NULL,
        "name" TEXT NOT NULL,
        "colour" TEXT NOT NULL,
        "sign" TEXT NOT NULL,
        "position" INTEGER NOT NULL,
        "deleted" INTEGER NOT NULL CHECK ("deleted" IN (0, 1)),
        "hash" TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE highlights (
        "id" TEXT PRIMARY KEY NOT NULL,
        "agreement" TEXT NOT NULL,
        "start" INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        "quote" TEXT NOT NULL,
        "before" TEXT NOT NULL,
        "after" TEXT NOT NULL,
        "digest" TEXT NOT NULL,
        "category" TEXT NOT NULL REFERENCES categories ("id"),
        "note" TEXT NOT NULL,
        "tags" TEXT NOT NULL,
        "created" TEXT NOT NULL,
        "modified" TEXT NOT NULL,
        "deleted" INTEGER NOT NULL CHECK ("deleted" IN (0, 1)),
        "hash" TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE notes (
        "id" TEXT PRIMARY KEY NOT NULL,
        "agreement" TEXT NOT NULL,
        "principle" INTEGER,
        "body" TEXT NOT NULL,
        "tags" TEXT NOT NULL,
        "created" TEXT NOT NULL,
        "modified" TEXT NOT NULL,
        "deleted" INTEGER NOT NULL CHECK ("deleted" IN (0, 1)),
        "hash" TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE operations (
        "seq" INTEGER PRIMARY KEY NOT NULL,
        "time" TEXT NOT NULL,
        "kind" TEXT NOT NULL,
        "record" TEXT NOT NULL,
        "before" TEXT NOT NULL,
        "after" TEXT NOT NULL,
        "group" TEXT NOT NULL,
        "hash" TEXT NOT NULL
    ) STRICT""",
)


def origins_texts_and_groups(db: "Database") -> None:
    """Make room for who wrote a record, for texts that passages came from, and for what a group did."""
    for statement in _SECOND_TABLES:
        db.execute(statement)
    # What the notebook began with is known by its name from now on: no undo takes it back.
    first = db.execute('SELECT "group" FROM operations WHERE seq = 1').fetchone()
    db.execute("UPDATE operations SET what = 'begin' WHERE \"group\" = ?", first or ("",))
    for table in ("highlights", "notes", "operations"):
        _renew_seals(db.conn, table)


_SECOND_TABLES = (
    """ALTER TABLE highlights ADD COLUMN "origin" TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE highlights ADD COLUMN "missing_from" TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE notes ADD COLUMN "origin" TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE operations ADD COLUMN "what" TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE operations ADD COLUMN "undoes" TEXT NOT NULL DEFAULT ''""",
    """CREATE INDEX operations_of_a_record ON operations ("record")""",
    """CREATE INDEX highlights_by_place ON highlights ("agreement", "start")""",
    """CREATE INDEX notes_by_place ON notes ("agreement", ifnull("principle", 4611686018427387904))""",
    """CREATE TABLE texts (
        "digest" TEXT PRIMARY KEY NOT NULL,
        "agreement" TEXT NOT NULL,
        "text" TEXT NOT NULL,
        "hash" TEXT NOT NULL
    ) STRICT""",
)


def decisions(db: "Database") -> None:
    """Make room for the person's word on which principle answers which."""
    db.execute(_DECISIONS)


_DECISIONS = """CREATE TABLE decisions (
    "id" TEXT PRIMARY KEY NOT NULL,
    "one_agreement" TEXT NOT NULL,
    "one_number" INTEGER NOT NULL,
    "other_agreement" TEXT NOT NULL,
    "other_number" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL CHECK ("verdict" IN ('confirmed', 'changed', 'refused')),
    "note" TEXT NOT NULL,
    "time" TEXT NOT NULL,
    "deleted" INTEGER NOT NULL CHECK ("deleted" IN (0, 1)),
    "origin" TEXT NOT NULL,
    "hash" TEXT NOT NULL
) STRICT"""


def headings_of_notes(db: "Database") -> None:
    """Make room for the words of the heading a note is under, and for the edition that has no such one."""
    for statement in _HEADINGS:
        db.execute(statement)
    _renew_seals(db.conn, "notes")


_HEADINGS = (
    """ALTER TABLE notes ADD COLUMN "heading" TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE notes ADD COLUMN "missing_from" TEXT NOT NULL DEFAULT ''""",
)

STEPS: "tuple[Step, ...]" = (first_tables, origins_texts_and_groups, decisions, headings_of_notes)
"""The steps in order; a notebook's version is the number it has taken."""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Make what is written inside one whole, on disk when this ends; on any error nothing of it stays."""
    # Immediate: a deferred one asks for the lock at its first write, and may then be refused half-way.
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # SQLite has rolled back by itself when the disk was full or the file bad.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def database(connection: sqlite3.Connection) -> "Database":
    """Return the connection as sqlite-utils sees it; inside `transaction` its own ones become savepoints."""
    from sqlite_utils import Database

    return Database(connection, recursive_triggers=False, execute_plugins=False, strict=True)


def version_of(connection: sqlite3.Connection) -> int:
    """Return how many steps the open file has taken."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def migrate(connection: sqlite3.Connection, steps: "Sequence[Step]") -> None:
    """Take the steps the file has not taken yet, each whole or not at all; sqlite3.Error if one fails."""
    from sqlite_utils import Migrations

    db = database(connection)
    plan = Migrations("notebook")
    for step in steps:
        plan(name=step.__name__)(step)
    names = [step.__name__ for step in steps]
    for version in range(version_of(connection) + 1, len(steps) + 1):
        with transaction(connection):
            plan.apply(db, stop_before=names[version:])
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {version}")
            _refuse_unsound(connection)


def _renew_seals(connection: sqlite3.Connection, table: str) -> None:
    # By the file's own columns, so that a later step may add more without touching this one.
    cursor = connection.execute(f"SELECT rowid, * FROM {table}")  # noqa: S608 - our own table
    at = [name for name, *_ in cursor.description].index("hash")
    for key, *row in cursor.fetchall():
        mark = seal(table, row[: at - 1] + row[at:])
        connection.execute(f'UPDATE {table} SET "hash" = ? WHERE rowid = ?', (mark, key))  # noqa: S608


def _refuse_unsound(connection: sqlite3.Connection) -> None:
    # A step that forgets to renew a seal would make good records look damaged for ever.
    if wrong := faults(connection):
        raise sqlite3.IntegrityError(f"it would not be sound after it ({wrong[0]})")
