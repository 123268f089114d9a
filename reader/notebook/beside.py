"""Looking into a notebook that another program has open: as its journal tells it, and without touching it."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from reader.errors import NotebookError
from reader.notebook import rows, schema, writing
from reader.notebook.completing import rebuild
from reader.notebook.journal import Journal
from reader.notebook.past import BEGIN
from reader.notebook.records import Change
from reader.notebook.sentences import told


class Whole(NamedTuple):
    """The agreements and records that a notebook speaks of, and its decisions as rows."""

    agreements: frozenset[str]
    records: frozenset[str]
    decisions: tuple[rows.Values, ...]


def everything(connection: sqlite3.Connection) -> Whole:
    """Return what all a notebook speaks of."""
    found = connection.execute(
        "SELECT id, agreement FROM highlights UNION ALL SELECT id, agreement FROM notes"
    )
    told = found.fetchall()
    decided = connection.execute(rows.select("decisions")).fetchall()
    return Whole(frozenset(row[1] for row in told), frozenset(row[0] for row in told), tuple(decided))


def content(place: Path) -> bytes:
    """Return what is saved as the bytes of a database, made in any thread; NotebookError as `fill` has it."""
    happened = f"The notebook {place} could not be read"
    with told(happened, "Nothing was changed."), closing(sqlite3.connect(":memory:")) as memory:
        memory.isolation_level = None
        fill(memory, place.resolve())
        return memory.serialize()


def fill(memory: sqlite3.Connection, place: Path) -> None:
    """Fill an empty database in memory with what is saved; NotebookError if the journal is not whole."""
    schema.migrate(memory, schema.STEPS)
    db = schema.database(memory)
    journal = Journal(place)
    with schema.transaction(memory):
        if not journal.is_there():
            # Nothing has been written yet that was not there from the beginning.
            first = [Change(None, category) for category in schema.CATEGORIES]
            writing.write(db, first, writing.Group("begin", "", BEGIN))
            return
        try:
            # The last line may be one that is being written just now.
            rebuild(db, journal.read()._replace(illegible=0))
        except (ValueError, KeyError, sqlite3.IntegrityError) as error:
            raise NotebookError(
                f"The notebook {place} is open elsewhere, and the journal beside it cannot be followed now. "
                "Nothing was changed. Close the notebook there, then open it here.",
                "unclear",
            ) from error
