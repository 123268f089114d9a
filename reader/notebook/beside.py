"""Looking into a notebook that another program has open: as its journal tells it, and without touching it."""

import sqlite3
from pathlib import Path

from reader.errors import NotebookError
from reader.notebook import schema, writing
from reader.notebook.completing import rebuild
from reader.notebook.journal import Journal
from reader.notebook.past import BEGIN
from reader.notebook.records import Change


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
                "Nothing was changed. Close the notebook there, then open it here."
            ) from error
