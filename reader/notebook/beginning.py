"""A notebook that is new, or older than the program: made, or brought up to date."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import NotebookError
from reader.notebook import backup, files, opening, schema, writing
from reader.notebook.completing import rebuild
from reader.notebook.journal import Journal
from reader.notebook.past import BEGIN
from reader.notebook.records import Change
from reader.notebook.saving import new_id, now
from reader.notebook.sentences import Sentence, told

if TYPE_CHECKING:
    from sqlite_utils import Database


def begin(place: Path, steps: "Sequence[schema.Step]") -> tuple[Sentence, ...]:
    """Make a new notebook: with the first categories, or with what the journal of a lost one tells.

    The second is said in a sentence of the kind `rebuilt`. NotebookError if there is such a journal and it is
    not whole.
    """
    # Built under another name: a notebook either is not there or is whole, whenever the power goes.
    draft = files.draft(place)
    try:
        with closing(opening.connect(draft)) as connection:
            schema.migrate(connection, steps)
            with schema.transaction(connection):
                steps_taken = _fill(schema.database(connection), place)
        files.settle(draft, place)
    except FileExistsError:
        return ()  # another program began the same notebook in this moment; that one is opened
    finally:
        draft.unlink(missing_ok=True)
    if not steps_taken:
        return ()
    rebuilt = f"The notebook {place} was missing. It was made anew from the journal beside it."
    return (Sentence(rebuilt, "rebuilt", steps_taken, str(place)),)


def _fill(db: "Database", place: Path) -> int:
    """Fill a new notebook; return how many steps it took from a journal."""
    journal = Journal(place)
    if not journal.is_there():
        first = [Change(None, category) for category in schema.CATEGORIES]
        writing.write(db, first, writing.Group(new_id(), now(), BEGIN))
        return 0
    try:
        return rebuild(db, journal.read())
    except (ValueError, KeyError, sqlite3.IntegrityError) as error:
        raise NotebookError(
            f"The notebook {place} is missing, and the journal beside it, {journal.path}, is damaged. "
            "Nothing was changed. Restore a backup, or salvage what there is into a new notebook.",
            "damaged",
        ) from error


def bring_up_to_date(
    connection: sqlite3.Connection, place: Path, *, read_only: bool, steps: "Sequence[schema.Step]"
) -> None:
    """Take the steps an older notebook has not taken, after a copy was made; NotebookError if refused."""
    if read_only:
        raise NotebookError(
            f"{place} was written by an older Randnote and must be brought up to date before it is read. "
            "It was left as it is. Open it once for writing.",
            "older",
        )
    copy = backup.keep(connection, place.parent / "backups", "before-upgrade")
    with told("The notebook could not be brought up to date", f"What it was before is kept in {copy}."):
        schema.migrate(connection, steps)
