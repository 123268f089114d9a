"""What a record was, form by form from the newest back: a portion at a time, whatever of it is damaged."""

import sqlite3
from collections.abc import Collection, Sequence
from typing import NamedTuple

from reader.notebook import rows
from reader.notebook.numbered import in_place_of
from reader.notebook.records import Highlight, Note, Operation, Record

THERE, REMOVED, PURGED, DAMAGED = "there", "removed", "purged", "damaged"
"""What became of a form: it has its words; or none, because the record was removed then; or its words were
deleted for good; or its row in the history is damaged."""

DONE, UNDONE, AGAIN = "done", "undone", "again"
"""How a form came about: something was done, taken back, or done again."""

NEWEST = 1 << 62
"""Behind every operation."""


class Form(NamedTuple):
    """A record before and after one operation; `what` is a word for it, as the history has it.

    `seq` is the operation's number; of a damaged one nothing but that is believed. `before` and `after` are
    None where the record was not there, or its words were deleted for good.
    """

    seq: int
    time: str
    what: str
    before: Record | None
    after: Record | None
    state: str
    way: str


def forms(connection: sqlite3.Connection, record_id: str, before: int = NEWEST, most: int = 20) -> list[Form]:
    """Return at most so many forms of a record, the newest first, of operations older than `before`.

    Raises sqlite3.Error.
    """
    sql = f"{rows.select('operations')} WHERE record = ? AND seq < ? ORDER BY seq DESC LIMIT ?"
    with rows.legible(connection):
        found = connection.execute(sql, (record_id, before, most)).fetchall()
        steps = [(row[0], Operation._make(row[:-1]) if _sound(row) else None) for row in found]
        again = _done_again(connection, record_id, [step for _, step in steps if step and step.undoes])
    return [_form(step, again) if step else _damaged(seq) for seq, step in steps]


def count(connection: sqlite3.Connection, record_id: str) -> int:
    """Return how many forms a record has; raises sqlite3.Error."""
    sql = "SELECT count(*) FROM operations WHERE record = ?"
    number: int = connection.execute(sql, (record_id,)).fetchone()[0]
    return number


def again(form: Highlight | Note, living: Highlight | Note, categories: Collection[str]) -> Highlight | Note:
    """Return a living record with the words, tags, category and passage of an older form of it.

    Where that passage is of another edition the living one stays where it is, and so does a note where it is
    not surely known on what it was; where that category is not among `categories` it keeps its own. Who made
    it does not change.
    """
    if isinstance(form, Highlight) and isinstance(living, Highlight):
        same_text = form.selector.digest == living.selector.digest
        return living._replace(
            selector=form.selector if same_text else living.selector,
            category=form.category if form.category in categories else living.category,
            note=form.note,
            tags=form.tags,
        )
    if isinstance(form, Note) and isinstance(living, Note):
        return in_place_of(form, living)._replace(body=form.body, tags=form.tags)
    raise ValueError("a form of another record")


def _sound(row: rows.Values) -> bool:
    return rows.is_sealed("operations", row)


def _done_again(connection: sqlite3.Connection, record_id: str, undos: Sequence[Operation]) -> set[str]:
    """Return the groups that undos name and that are undos themselves: what names those did it again."""
    wanted = {step.undoes for step in undos}
    found: set[str] = set()
    if undos:
        # In one sweep from the newest back, which mostly ends soon: a look for each would be many.
        sql = 'SELECT "group", undoes FROM operations WHERE record = ? AND seq < ? ORDER BY seq DESC'
        for group, undoes in connection.execute(sql, (record_id, undos[0].seq)):
            if group in wanted:
                wanted.remove(group)
                found |= {group} if undoes else set()
            if not wanted:
                break
    return found


def _form(step: Operation, done_again: Collection[str]) -> Form:
    try:
        before, after = _record(step.kind, step.before), _record(step.kind, step.after)
    except ValueError:
        return _damaged(step.seq)
    way = DONE if not step.undoes else AGAIN if step.undoes in done_again else UNDONE
    return Form(step.seq, step.time, step.what, before, after, _state(step), way)


def _damaged(seq: int) -> Form:
    return Form(seq, "", "", None, None, DAMAGED, DONE)


def _record(kind: str, text: str) -> Record | None:
    return None if text == rows.PURGED else rows.unwritten(kind, text)


def _state(step: Operation) -> str:
    if step.after == rows.PURGED:
        return PURGED
    return REMOVED if step.after == rows.NONE else THERE
