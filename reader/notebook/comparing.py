"""Whether the notebook and its journal are alike: asked at every opening, of one row and the last bytes."""

import sqlite3

from reader.notebook.journal import Journal

_NEWEST = "SELECT hash FROM operations ORDER BY seq DESC LIMIT 1"


def compare(connection: sqlite3.Connection, journal: Journal) -> list[str]:
    """Complete whichever is behind and return what was done, a plain sentence each; mostly nothing.

    Raises sqlite3.Error and OSError.
    """
    newest = connection.execute(_NEWEST).fetchone()
    if newest is None or (journal.is_there() and journal.ends_with(newest[0])):
        return []
    from reader.notebook.completing import complete

    return complete(connection, journal)
