"""Changes as rows: what is checked before they are written, and how."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.errors import NotebookError
from reader.notebook import rows
from reader.notebook.records import Change, Record

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.db import Table

UNCHANGED = "The notebook is as it was before."


@dataclass(slots=True)
class _State:
    """A record on its way through a group: what lives now, what it last was, whether it has a row."""

    living: Record | None
    last: Record | None
    has_row: bool


def write(db: "Database", changes: Sequence[Change], group: str, time: str) -> None:
    """Write the changes and their history, inside a transaction; NotebookError if one does not fit."""
    states: dict[tuple[str, str], _State] = {}
    for change in changes:
        key = rows.table_of(change.record), change.record.id
        if key not in states:
            states[key] = _stored(db.conn, *key)
        _advance(states[key], change)
    for table in rows.KINDS:
        if chosen := [state for (place, _), state in states.items() if place == table]:
            _write_rows(db, table, chosen)
    _write_history(db, changes, group, time)
    _refuse_lost_categories(db.conn)


def _stored(connection: sqlite3.Connection, table: str, record_id: str) -> _State:
    row = connection.execute(f"{rows.select(table)} WHERE id = ?", (record_id,)).fetchone()
    if row is None:
        return _State(None, None, has_row=False)
    *content, mark = row
    if rows.seal(table, content) != mark:
        raise NotebookError(
            f"The {rows.KINDS[table]} {record_id} is damaged in the notebook, so it was not written over. "
            f"{UNCHANGED} Run the check of the notebook."
        )
    record = rows.record_of(table, row)
    return _State(None if content[-1] else record, record, has_row=True)


def _advance(state: _State, change: Change) -> None:
    before, after = change.before, change.after
    if before and after and (type(before), before.id) != (type(after), after.id):
        raise ValueError("a change is of one record")
    if state.living != before:
        kind = rows.KINDS[rows.table_of(change.record)]
        raise NotebookError(
            f"The {kind} {change.record.id} is no longer as it was when this change was made: the change was "
            f"not saved. {UNCHANGED} Look at it again and repeat the change."
        )
    state.living, state.last = after, change.record


def _write_rows(db: "Database", table: str, states: list[_State]) -> None:
    new = []
    for state in states:
        assert state.last is not None  # noqa: S101 - a change has seen to it
        row = rows.sealed(table, rows.content_of(state.last, deleted=state.living is None))
        if state.has_row:
            _table(db, table).update(state.last.id, row)
        else:
            new.append(row)
    _table(db, table).insert_all(new)


def _write_history(db: "Database", changes: Sequence[Change], group: str, time: str) -> None:
    (last,) = db.conn.execute("SELECT coalesce(max(seq), 0) FROM operations").fetchone()
    history = []
    for seq, change in enumerate(changes, last + 1):
        record = change.record
        name = rows.KINDS[rows.table_of(record)], record.id
        step = seq, time, *name, rows.written(change.before), rows.written(change.after), group
        history.append(rows.sealed("operations", step))
    _table(db, "operations").insert_all(history)


def _table(db: "Database", name: str) -> "Table":
    # Writing to a table that is not there would make one of that name.
    table = db.table(name)
    if name not in rows.COLUMNS or not table.exists():
        raise LookupError(f"the notebook has no table {name}")
    return table


def _refuse_lost_categories(connection: sqlite3.Connection) -> None:
    lost = connection.execute(
        "SELECT count(*), min(c.name) FROM categories c JOIN highlights h ON h.category = c.id"
        " WHERE c.deleted = 1 AND h.deleted = 0"
    ).fetchone()
    if lost[0]:
        raise NotebookError(
            f"The category {lost[1]} cannot be without {lost[0]} highlights that use it. {UNCHANGED} "
            "Give them another category first."
        )
