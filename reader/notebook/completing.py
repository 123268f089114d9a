"""The notebook and its journal are not alike: whichever is behind is completed from the other."""

import sqlite3
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from reader.errors import NotebookError
from reader.notebook import rows, schema, writing
from reader.notebook.journal import Journal, Text, Told
from reader.notebook.records import Operation
from reader.notebook.sentences import Sentence
from reader.notebook.soundness import structure

if TYPE_CHECKING:
    from sqlite_utils import Database

_NOTHING = Told({}, {}, 0)


def complete(connection: sqlite3.Connection, journal: Journal) -> list[Sentence]:
    """Complete whichever is behind and return what was done, a plain sentence each.

    Their kinds: damaged, anew, completed, illegible, differing, put back, aside. A journal that belongs to
    another course of changes is kept under another name. Raises sqlite3.Error and OSError; then the next
    comparison tries again.
    """
    if not journal.is_there():
        return _begin(connection, journal)
    if damage := next(filter(None, structure(connection)), ""):
        left = (
            f"{damage} The notebook and the journal beside it were left as they are. "
            "Restore a backup, or salvage what there is into a new notebook."
        )
        return [Sentence(left, "damaged")]
    with rows.legible(connection):
        return _complete_journal(connection, journal) or _complete_notebook(connection, journal)


def write_anew(connection: sqlite3.Connection, journal: Journal, told: Told = _NOTHING) -> None:
    """Write the journal from the notebook; where the notebook is damaged, from what the journal told."""
    journal.write_anew(_best(connection, told), _texts(connection, told))


def rebuild(db: "Database", told: Told) -> int:
    """Fill an empty notebook from what a journal tells, inside a transaction; return how many steps it took.

    ValueError if the journal is not whole.
    """
    steps = [told.operations[seq] for seq in sorted(told.operations)]
    if not steps or told.illegible or steps[-1].seq != len(steps):
        raise ValueError("the journal is not whole")
    writing.replay(db, steps)
    for text in told.texts.values():
        writing.keep_text(db, text)
    return len(steps)


def journal_faults(connection: sqlite3.Connection, journal: Journal) -> Iterator[str]:
    """Yield what is wrong with the journal, a plain sentence each; nothing if it is as the notebook."""
    if not journal.is_there():
        return
    told = journal.read()
    if told.illegible:
        lines = "1 line" if told.illegible == 1 else f"{told.illegible} lines"
        yield f"The journal {journal.path} is damaged in {lines}. The next backup writes it anew."
    with rows.legible(connection):
        here = list(_after(connection, 0))
    differing = sum(told.operations.get(seq) != step for seq, step in enumerate(here, 1) if step)
    unknown = sum(seq > len(here) for seq in told.operations)
    if (differing and not told.illegible) or unknown:
        yield (
            f"The journal {journal.path} differs from the notebook in {_steps(differing + unknown)}. "
            "The next opening for writing puts it right."
        )


def _begin(connection: sqlite3.Connection, journal: Journal) -> list[Sentence]:
    # A notebook that only holds what it began with has nothing yet that could be lost.
    first, last = connection.execute(_FIRST_AND_LAST).fetchone()
    if first == last:
        return []
    write_anew(connection, journal)
    anew = f"The journal beside the notebook was missing. It was written anew: {journal.path}."
    return [Sentence(anew, "anew", path=str(journal.path))]


_FIRST_AND_LAST = (
    'SELECT (SELECT "group" FROM operations ORDER BY seq LIMIT 1),'
    ' (SELECT "group" FROM operations ORDER BY seq DESC LIMIT 1)'
)


def _complete_journal(connection: sqlite3.Connection, journal: Journal) -> list[Sentence]:
    """Add what the journal lacks, if it is only behind: what is left by a program that was killed."""
    found = journal.last()
    if found is None or _sound(connection, found[0].seq) != found[0]:
        return []
    missing = list(_after(connection, found[0].seq))
    if not missing or any(operation is None or operation.after == rows.PURGED for operation in missing):
        return []  # with nothing missing it is the seal behind the last line that is not as it should be
    journal.cut(found[1])
    journal.append([operation for operation in missing if operation])
    lacked = f"The journal beside the notebook lacked {_steps(len(missing))}. It was completed."
    return [Sentence(lacked, "completed", len(missing))]


def _complete_notebook(connection: sqlite3.Connection, journal: Journal) -> list[Sentence]:
    """Read the whole journal, put back what only it has, and write it anew."""
    told = journal.read()
    done = _put_back_or_aside(connection, journal, told)
    write_anew(connection, journal, told if journal.is_there() else _NOTHING)
    if told.illegible and not done:
        lines = "1 damaged line" if told.illegible == 1 else f"{told.illegible} damaged lines"
        had = f"The journal beside the notebook had {lines}. It was written anew."
        return [Sentence(had, "illegible", told.illegible)]
    differing = "The journal beside the notebook was not as the notebook. It was written anew."
    return done or [Sentence(differing, "differing")]


def _put_back_or_aside(connection: sqlite3.Connection, journal: Journal, told: Told) -> list[Sentence]:
    if not _is_akin(connection, told):
        return [_aside(journal, "does not belong to this notebook")]
    missing = list(_missing(connection, told))
    if missing and not _put_back(connection, missing, told):
        return [_aside(journal, f"has {_steps(len(missing))} that do not follow from the notebook")]
    done = []
    if missing:
        lost = f"The notebook had lost {_steps(len(missing))}, put back now from the journal beside it."
        done.append(Sentence(lost, "put back", len(missing)))
    if max(told.operations) > _count(connection):
        done.append(_aside(journal, "has steps whose forerunners are missing"))
    return done


def _is_akin(connection: sqlite3.Connection, told: Told) -> bool:
    """Say whether notebook and journal tell the same course of changes, as far as both of them go."""
    count = _count(connection)
    for seq in islice(sorted((seq for seq in told.operations if seq <= count), reverse=True), 100):
        here, there = _sound(connection, seq), told.operations[seq]
        if here:
            return (here.group, here.kind, here.record) == (there.group, there.kind, there.record)
    return False


def _missing(connection: sqlite3.Connection, told: Told) -> Iterator[Operation]:
    seq = _count(connection)
    here, there = _sound(connection, seq), told.operations.get(seq)
    if here and there and here.time < there.time:
        yield there
    while (seq := seq + 1) in told.operations:
        yield told.operations[seq]


def _put_back(connection: sqlite3.Connection, missing: list[Operation], told: Told) -> bool:
    db = schema.database(connection)
    try:
        with schema.transaction(connection):
            writing.replay(db, missing)
            for text in told.texts.values():
                writing.keep_text(db, text)
    except (ValueError, KeyError, NotebookError, sqlite3.IntegrityError):
        return False
    return True


def _aside(journal: Journal, why: str) -> Sentence:
    aside = journal.set_aside()
    kept = f"The journal beside the notebook {why}. It is kept as {aside}; a new one was begun."
    return Sentence(kept, "aside", path=str(aside))


def _count(connection: sqlite3.Connection) -> int:
    count: int = connection.execute("SELECT coalesce(max(seq), 0) FROM operations").fetchone()[0]
    return count


def _sound(connection: sqlite3.Connection, seq: int) -> Operation | None:
    found = connection.execute(f"{rows.select('operations')} WHERE seq = ?", (seq,)).fetchone()
    return _unless_damaged(found) if found else None


def _after(connection: sqlite3.Connection, seq: int) -> Iterator[Operation | None]:
    for row in connection.execute(f"{rows.select('operations')} WHERE seq > ? ORDER BY seq", (seq,)):
        yield _unless_damaged(row)


def _unless_damaged(row: rows.Values) -> Operation | None:
    return Operation._make(row[:-1]) if rows.seal("operations", row[:-1]) == row[-1] else None


def _best(connection: sqlite3.Connection, told: Told) -> Iterator[Operation]:
    for seq, operation in enumerate(_after(connection, 0), 1):
        if best := operation or told.operations.get(seq):
            yield best


def _texts(connection: sqlite3.Connection, told: Told) -> Iterator[Text]:
    kept = dict(told.texts)
    for *text, mark in connection.execute(rows.select("texts")):
        if rows.seal("texts", text) == mark:
            kept[text[0]] = (text[0], text[1], text[2])
    yield from kept.values()


def _steps(count: int) -> str:
    return "1 step" if count == 1 else f"{count} steps"
