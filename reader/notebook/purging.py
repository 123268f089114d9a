"""Taking words out for good, on the person's own wish: of records in the bin, and of their history."""

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.errors import NotebookError
from reader.notebook import rows
from reader.notebook.records import Operation
from reader.notebook.saving import UNCHANGED
from reader.notebook.writing import Group, append, last_operation

if TYPE_CHECKING:
    from sqlite_utils import Database


def purge(db: "Database", ids: Sequence[str], group: Group) -> None:
    """Take out the words of removed highlights and notes, inside a transaction.

    What stays is that there was a record with this id, and when. NotebookError if one is not in the bin.
    """
    # What is deleted is written over with zeros, not only marked as free.
    db.execute("PRAGMA secure_delete = ON")
    kinds = {record_id: _take_out(db.conn, record_id) for record_id in ids}
    for record_id in ids:
        _blank(db.conn, record_id)
    last = last_operation(db.conn)
    first = last.seq + 1 if last else 1
    append(
        db,
        [
            Operation(
                *(seq, group.time, kinds[record_id], record_id, rows.PURGED, rows.PURGED),
                *(group.id, group.what, ""),
            )
            for seq, record_id in enumerate(ids, first)
        ],
    )


def _take_out(connection: sqlite3.Connection, record_id: str) -> str:
    for table in ("highlights", "notes"):
        sql = f"DELETE FROM {table} WHERE id = ? AND deleted = 1"  # noqa: S608 - our own table
        if connection.execute(sql, (record_id,)).rowcount:
            return rows.KINDS[table]
    raise NotebookError(
        f"There is nothing with the id {record_id} in the bin. {UNCHANGED} "
        "Remove it first, then empty the bin."
    )


def _blank(connection: sqlite3.Connection, record_id: str) -> None:
    found = connection.execute(f"{rows.select('operations')} WHERE record = ?", (record_id,)).fetchall()
    for row in found:
        step = Operation._make(row[:-1])
        before, after = (text if text == rows.NONE else rows.PURGED for text in (step.before, step.after))
        blank = step._replace(before=before, after=after)
        connection.execute(
            'UPDATE operations SET "before" = ?, "after" = ?, hash = ? WHERE seq = ?',
            (before, after, rows.seal("operations", blank), step.seq),
        )
