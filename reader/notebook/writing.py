"""Changes as rows: what is checked before they are written, and how."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.errors import NotebookError
from reader.notebook import rows
from reader.notebook.records import Category, Change, Highlight, Operation, Record
from reader.notebook.saving import UNCHANGED

if TYPE_CHECKING:
    from sqlite_utils import Database


Key = tuple[str, str]
"""A record's table and id."""


class Group(NamedTuple):
    """What the operations of one group share; `continues` is a group to go on with, if it is the last one."""

    id: str
    time: str
    what: str = ""
    undoes: str = ""
    continues: str = ""


@dataclass(slots=True)
class _State:
    """A record on its way through a group: what lives now, what it last was, whether it has a row."""

    living: Record | None
    last: Record | None
    has_row: bool


def write(db: "Database", changes: Sequence[Change], group: Group) -> list[Operation]:
    """Write the changes and their history, inside a transaction; NotebookError if one does not fit.

    Returns the operations as they stand in the history now; one that only grew has its old number.
    """
    states: dict[Key, _State] = {}
    for change in changes:
        key = rows.table_of(change.record), change.record.id
        if key not in states:
            states[key] = _stored(db.conn, *key)
        _advance(states[key], change)
    _write_states(db, states)
    return _grown(db, changes, group) or _write_history(db, changes, group)


def replay(db: "Database", operations: Sequence[Operation]) -> None:
    """Write operations of another keeping of the same history, inside a transaction, as they were.

    The first of them may be a newer form of the last one here. ValueError or NotebookError if one does not
    follow from what is here.
    """
    last = last_operation(db.conn)
    states: dict[Key, _State] = {}
    for operation in operations:
        key = rows.TABLES[operation.kind], operation.record
        if key not in states:
            states[key] = _stored(db.conn, *key)
        _advance_to(states[key], operation, grows=bool(last and last.seq == operation.seq))
    _write_states(db, states)
    for operation in operations:
        db.execute("DELETE FROM operations WHERE seq = ?", (operation.seq,))
    append(db, operations)


def keep_text(db: "Database", text: tuple[str, str, str]) -> bool:
    """Keep the text of an edition, by its digest; False if it is kept already."""
    if db.execute("SELECT 1 FROM texts WHERE digest = ?", text[:1]).fetchone():
        return False
    db.execute(rows.insert("texts"), rows.sealed("texts", text))
    return True


def last_operation(connection: sqlite3.Connection) -> Operation | None:
    """Return the newest step of the history; None where there is none yet."""
    found = connection.execute(f"{rows.select('operations')} ORDER BY seq DESC LIMIT 1").fetchone()
    return Operation._make(found[:-1]) if found else None


def _stored(connection: sqlite3.Connection, table: str, record_id: str) -> _State:
    row = connection.execute(f"{rows.select(table)} WHERE id = ?", (record_id,)).fetchone()
    if row is None:
        return _State(None, None, has_row=False)
    *content, mark = row
    if rows.seal(table, content) != mark:
        raise NotebookError(
            f"The {rows.KINDS[table]} {record_id} is damaged in the notebook, so it was not written over. "
            f"{UNCHANGED} Run the check of the notebook.",
            "damaged",
        )
    record = rows.record_of(table, row)
    return _State(None if rows.is_removed(table, row) else record, record, has_row=True)


def _advance(state: _State, change: Change) -> None:
    before, after = change.before, change.after
    if before and after and (type(before), before.id) != (type(after), after.id):
        raise ValueError("a change is of one record")
    if state.living != before:
        kind = rows.KINDS[rows.table_of(change.record)]
        raise NotebookError(
            f"The {kind} {change.record.id} is no longer as it was when this change was made: the change was "
            f"not saved. {UNCHANGED} Look at it again and repeat the change.",
            "changed",
        )
    state.living, state.last = after, change.record


def _advance_to(state: _State, operation: Operation, *, grows: bool) -> None:
    if rows.PURGED in (operation.before, operation.after):
        state.living, state.last = None, None
        return
    before = rows.unwritten(operation.kind, operation.before)
    after = rows.unwritten(operation.kind, operation.after)
    if not grows and before != state.living:
        raise ValueError(f"step {operation.seq} does not follow from what is here")
    state.living, state.last = after, after or before or state.last


def _write_states(db: "Database", states: Mapping[Key, _State]) -> None:
    for table in rows.KINDS:
        _write_rows(db, table, [state for (place, _), state in states.items() if place == table])
        gone = [key for (place, key), state in states.items() if place == table and state.last is None]
        for key in gone:
            db.execute(f"DELETE FROM {table} WHERE id = ?", (key,))  # noqa: S608 - our own table
    _refuse_lost_categories(db.conn, states)


def _write_rows(db: "Database", table: str, states: Iterable[_State]) -> None:
    new: list[dict[str, Any]] = []
    old: list[dict[str, Any]] = []
    for state in states:
        if state.last is not None:
            row = rows.sealed(table, rows.content_of(state.last, deleted=state.living is None))
            (old if state.has_row else new).append(row)
    # sqlite-utils' own inserts ask the file about its tables each time: half a commit's time on a fast disk.
    db.conn.executemany(rows.insert(table), new)
    db.conn.executemany(rows.update(table), old)


def _grown(db: "Database", changes: Sequence[Change], group: Group) -> list[Operation]:
    """Let the last operation go on to where this change leads, if both are of one burst of typing."""
    last = last_operation(db.conn) if group.continues and len(changes) == 1 else None
    if last is None or (last.group, last.undoes) != (group.continues, ""):
        return []
    record = changes[0].record
    name = rows.KINDS[rows.table_of(record)], record.id
    if (last.kind, last.record) != name or last.after != rows.written(changes[0].before):
        return []
    time = group.time if group.time > last.time else _next(last.time)
    grown = last._replace(time=time, after=rows.written(changes[0].after))
    db.execute(rows.update("operations"), rows.sealed("operations", grown))
    return [grown]


def _next(time: str) -> str:
    """Return the next millisecond: the later form of an operation is known by its time, clock or no."""
    return (datetime.fromisoformat(time) + timedelta(milliseconds=1)).isoformat(timespec="milliseconds")


def _write_history(db: "Database", changes: Sequence[Change], group: Group) -> list[Operation]:
    (last,) = db.conn.execute("SELECT coalesce(max(seq), 0) FROM operations").fetchone()
    history = []
    for seq, change in enumerate(changes, last + 1):
        record = change.record
        name = rows.KINDS[rows.table_of(record)], record.id
        states = rows.written(change.before), rows.written(change.after)
        history.append(Operation(seq, group.time, *name, *states, group.id, group.what, group.undoes))
    append(db, history)
    return history


def append(db: "Database", history: Sequence[Operation]) -> None:
    """Add steps to the history as they are."""
    db.conn.executemany(rows.insert("operations"), (rows.sealed("operations", step) for step in history))


def _refuse_lost_categories(connection: sqlite3.Connection, states: Mapping[Key, _State]) -> None:
    # Only what this group touches is asked for: to look at every highlight would grow with the notebook.
    living = [state.living for state in states.values()]
    used = {one.category for one in living if isinstance(one, Highlight)}
    gone = {
        state.last.id for state in states.values() if isinstance(state.last, Category) and not state.living
    }
    for category in sorted(used | gone):
        lost = connection.execute(_LOST, (category,)).fetchone()
        if lost[0]:
            raise NotebookError(
                f"The category {lost[1]} cannot be without {lost[0]} highlights that use it. {UNCHANGED} "
                "Give them another category first."
            )


_LOST = (
    "SELECT count(*), min(c.name) FROM categories c JOIN highlights h ON h.category = c.id"
    " WHERE c.id = ? AND c.deleted = 1 AND h.deleted = 0"
)
