"""What was done, in order: what can be taken back or done again after any number of starts, and versions.

The history is only ever added to. Taking a group back adds a group that names it; doing it again adds one
that names that. Which one is next follows from the names alone, read from the newest backwards.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

from reader.errors import NotebookError
from reader.notebook import rows
from reader.notebook.reading import Reading
from reader.notebook.records import Change, Operation, Record

BEGIN, PURGE, SALVAGE, CARRY = "begin", "purge", "salvage", "carry"
"""Words for groups that no undo takes back; it does not go behind the first three, and passes by the last:
passages that were placed anew in another edition."""


class Step(NamedTuple):
    """A group that can be taken back or done again: its id, a word for it, when, and its last operation."""

    group: str
    what: str
    time: str
    last: int


class Version(NamedTuple):
    """A record as it was from this time on; None where it was removed, or its words taken out for good."""

    time: str
    what: str
    record: Record | None
    group: str
    is_undo: bool


class _Mark(NamedTuple):
    group: str
    what: str
    undoes: str
    time: str
    last: int


def undoables(connection: sqlite3.Connection) -> Iterator[Step]:
    """Yield what undo would take back, one after the other."""
    taken_back = set()
    for mark in _marks(connection):
        if mark.what in (BEGIN, PURGE, SALVAGE):
            return
        if mark.group in taken_back or mark.what == CARRY:
            continue
        if mark.undoes:
            taken_back.add(mark.undoes)
        elif _changes_something(connection, mark):
            yield Step(mark.group, mark.what, mark.time, mark.last)


def redoable(connection: sqlite3.Connection) -> Step | None:
    """Return the undo that a redo would take back; None if there is none since the last new step."""
    taken_back: set[str] = set()
    undos: list[_Mark] = []
    for mark in _marks(connection):
        if mark.what == CARRY:
            continue
        if not mark.undoes:
            break
        if mark.group in taken_back:
            # An undo that was done again: what names it is no undo.
            undos = [undo for undo in undos if undo.undoes != mark.group]
            continue
        taken_back.add(mark.undoes)
        undos.append(mark)
    return Step(undos[0].group, undos[0].what, undos[0].time, undos[0].last) if undos else None


def operations_of(connection: sqlite3.Connection, step: Step) -> list[Operation]:
    """Return the operations of a step in order; NotebookError if one is damaged."""
    sql = f"{rows.select('operations')} WHERE seq BETWEEN ? AND ? ORDER BY seq"
    first = _first(connection, step.group, step.last)
    return [_operation(row) for row in connection.execute(sql, (first, step.last))]


def inverse(reading: Reading, step: Step) -> list[Change]:
    """Return the changes that take a step back: of what it changed and nothing else, the last first.

    NotebookError if a record is no longer as the step left it.
    """
    spans = _spans(operations_of(reading.connection, step))
    return [
        _inverse(reading, *key, *spans[key])
        for key in reversed(spans)
        if spans[key] != (rows.NONE, rows.NONE)
    ]


def _spans(operations: Iterable[Operation]) -> dict[tuple[str, str], tuple[str, str]]:
    """Return each record of a step by kind and id, with what it was before and after the whole of it."""
    spans: dict[tuple[str, str], tuple[str, str]] = {}
    for operation in operations:
        key = operation.kind, operation.record
        before, _ = spans.get(key, (operation.before, ""))
        spans[key] = before, operation.after
    return spans


def operations_on(connection: sqlite3.Connection, record_id: str) -> list[Operation]:
    """Return the operations on one record in order; NotebookError if one is damaged."""
    found = connection.execute(f"{rows.select('operations')} WHERE record = ? ORDER BY seq", (record_id,))
    return [_operation(row) for row in found]


def versions(connection: sqlite3.Connection, record_id: str) -> list[Version]:
    """Return every form a record had, the oldest first; NotebookError if its history is damaged."""
    return [_version(step) for step in operations_on(connection, record_id)]


def _version(step: Operation) -> Version:
    record = None if step.after == rows.PURGED else rows.unwritten(step.kind, step.after)
    return Version(step.time, step.what, record, step.group, is_undo=bool(step.undoes))


def _marks(connection: sqlite3.Connection) -> Iterator[_Mark]:
    """Yield the groups, the newest first; no more is read than is asked for."""
    found = connection.execute('SELECT seq, time, "group", what, undoes FROM operations ORDER BY seq DESC')
    for (group, what, undoes), members in groupby(found, key=lambda row: row[2:]):
        last, time, *_ = next(members)
        yield _Mark(group, what, undoes, time, last)


def _first(connection: sqlite3.Connection, group: str, last: int) -> int:
    sql = 'SELECT seq FROM operations WHERE seq < ? AND "group" <> ? ORDER BY seq DESC LIMIT 1'
    before = connection.execute(sql, (last, group)).fetchone()
    return before[0] + 1 if before else 1


def _changes_something(connection: sqlite3.Connection, mark: _Mark) -> bool:
    span = _first(connection, mark.group, mark.last), mark.last
    return connection.execute(_CHANGED, span).fetchone() is not None


_CHANGED = (
    "SELECT 1 FROM (SELECT min(seq) AS first, max(seq) AS last FROM operations WHERE seq BETWEEN ? AND ?"
    " GROUP BY record) JOIN operations AS f ON f.seq = first JOIN operations AS l ON l.seq = last"
    ' WHERE f."before" <> l."after" LIMIT 1'
)


def _inverse(reading: Reading, kind: str, record_id: str, before: str, after: str) -> Change:
    old, new = rows.unwritten(kind, before), rows.unwritten(kind, after)
    living = _living(reading, kind, record_id)
    if old is None or new is None:
        _refuse_other(kind, record_id, fits=(living is None) == (new is None))
        return Change(living, old)
    changed = {name: value for name, value in old._asdict().items() if getattr(new, name) != value}
    # A passage may have been placed anew in a later edition: the step's other words are still its own.
    fits = living is not None and all(
        getattr(living, name) == getattr(new, name) for name in changed if name != "selector"
    )
    _refuse_other(kind, record_id, fits=fits)
    return Change(living, _with(living, changed))


def _with(record: Any, changed: dict[str, Any]) -> Record:
    replaced: Record = record._replace(**changed)
    return replaced


def _operation(row: rows.Values) -> Operation:
    if rows.seal("operations", row[:-1]) != row[-1]:
        raise NotebookError(
            f"The history is damaged at step {row[0]}. The notebook is as it was before. "
            "Run the check of the notebook.",
            "damaged",
        )
    return Operation._make(row[:-1])


def _living(reading: Reading, kind: str, record_id: str) -> Record | None:
    if kind == "category":
        return next((one for one in reading.categories() if one.id == record_id), None)
    if kind == "decision":
        return reading.decision(record_id)
    return reading.highlight(record_id) if kind == "highlight" else reading.note(record_id)


def _refuse_other(kind: str, record_id: str, *, fits: bool) -> None:
    if not fits:
        raise NotebookError(
            f"The {kind} {record_id} is no longer as this step left it, so it was not taken back. "
            "The notebook is as it was before. Look at its history and choose the words there.",
            "changed",
        )
