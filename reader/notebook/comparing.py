"""Whether the notebook and its journal are alike: asked at every opening, of one row and the last line."""

import sqlite3

from reader.notebook.journal import Journal
from reader.notebook.sentences import Sentence


def newest(connection: sqlite3.Connection) -> str:
    """Return the seal of the newest operation; empty if there is none yet."""
    found = connection.execute("SELECT hash FROM operations ORDER BY seq DESC LIMIT 1").fetchone()
    return found[0] if found else ""


def compare(connection: sqlite3.Connection, journal: Journal) -> list[Sentence]:
    """Complete whichever is behind and return what was done, a plain sentence each; mostly nothing.

    Raises sqlite3.Error and OSError.
    """
    seal = newest(connection)
    if not seal or (journal.is_there() and journal.ends_with(seal)):
        return []
    from reader.notebook.completing import complete

    return complete(connection, journal)
