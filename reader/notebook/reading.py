"""What a notebook's file holds, as records: read, never written."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from reader.notebook import rows
from reader.notebook.records import Category, Highlight, Note, Passage, Removed
from reader.notebook.sentences import reason, told
from reader.text.agreement import Span
from reader.text.decision import Decision

if TYPE_CHECKING:
    from reader.notebook.forms import Form

_T = TypeVar("_T")
_EVERYWHERE = 2**62
_PORTION = 500


class Reading:
    """Reads the records behind a connection.

    Records whose row was damaged or altered outside are left out of what is read, and named in `damaged`. A
    part of the file that cannot be read at all is an error; but where this is `tolerant`, what can be read is
    given, and `damage` says what is wrong with the file.
    `connection` is for this package's own parts. Every method may raise NotebookError.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection
        # A dict keeps the order in which they were met.
        self._damaged: dict[str, None] = {}
        self.tolerant = False
        self.damage = ""

    @property
    def damaged(self) -> tuple[str, ...]:
        """Ids of the records left out so far because their row was damaged or altered outside."""
        return tuple(self._damaged)

    def highlights(self, agreement: str | None = None) -> list[Highlight]:
        """Return the highlights, of one agreement or all, in reading order."""
        found = self._living("highlights", agreement, rows.highlight)
        found.sort(key=attrgetter("agreement", "selector.start", "selector.end", "created"))
        return found

    def passages(self, agreement: str, within: Span | None = None) -> list[Passage]:
        """Return where an agreement's highlights are, in reading order, for drawing them at once.

        `within` leaves out those that lie wholly outside these code points. Seals are not looked at here,
        they cost ten times as much: what is read by `highlights` is.
        """
        first, end = within or (-1, _EVERYWHERE)
        with self._told():
            found = list(self._rows(rows.PASSAGES, (agreement, end, first)))
            return [Passage._make(row) for row in found if row[0] not in self._damaged]

    def notes(self, agreement: str | None = None) -> list[Note]:
        """Return the notes, of one agreement or all, by principle; those on a whole agreement come last."""
        found = self._living("notes", agreement, rows.note)
        found.sort(key=lambda n: (n.agreement, n.principle is None, n.principle or 0, n.created))
        return found

    def highlight_portions(self, size: int = 500, agreement: str | None = None) -> Iterator[list[Highlight]]:
        """Yield all highlights, or one agreement's, in reading order, a portion at a time.

        Nobody waits for a hundred thousand. What changes meanwhile behind the place that was reached is not
        read again.
        """
        after: tuple[Any, ...] = (agreement or "", -1, -1, "", "")
        while rows_read := self._portion(rows.HIGHLIGHT_PORTION, after, size, agreement):
            yield [rows.highlight(row) for row in self._sound("highlights", rows_read, removed=False)]
            after = rows_read[-1][1], rows_read[-1][2], rows_read[-1][3], rows_read[-1][11], rows_read[-1][0]

    def note_portions(self, size: int = 500, agreement: str | None = None) -> Iterator[list[Note]]:
        """Yield all notes, or one agreement's, in the order of `notes`, a portion at a time."""
        after: tuple[Any, ...] = (agreement or "", -1, "", "")
        while rows_read := self._portion(rows.NOTE_PORTION, after, size, agreement):
            yield [rows.note(row) for row in self._sound("notes", rows_read, removed=False)]
            principle = rows.LAST if rows_read[-1][2] is None else rows_read[-1][2]
            after = rows_read[-1][1], principle, rows_read[-1][5], rows_read[-1][0]

    def _portion(
        self, sql: str, after: tuple[Any, ...], size: int, agreement: str | None
    ) -> list[rows.Values]:
        with self._told(), rows.legible(self.connection):
            found = list(self._rows(sql, (*after, size)))
        # They come by agreement: behind the last one's there is nothing more to read.
        return found if agreement is None else [row for row in found if row[1] == agreement]

    def agreements(self) -> list[str]:
        """Return the agreements that highlights or notes are on, or were, in the order of the alphabet."""
        with self._told(), rows.legible(self.connection):
            return [name for (name,) in self.connection.execute(rows.AGREEMENTS)]

    def changed_since(self, seq: int) -> tuple[int, list[str]]:
        """Return the newest step of the history, and what the steps from `seq` on changed, by its id, once.

        The newest step is to be asked about again: while a person types, it grows.
        """
        with self._told(), rows.legible(self.connection):
            (newest,) = self.connection.execute("SELECT coalesce(max(seq), 0) FROM operations").fetchone()
            found = self.connection.execute(rows.CHANGED_SINCE, (seq,))
            return newest, list(dict.fromkeys(record for (record,) in found))

    def categories(self) -> list[Category]:
        """Return the categories by position."""
        found = self._living("categories", None, rows.category)
        found.sort(key=attrgetter("position", "id"))
        return found

    def decisions(self) -> list[Decision]:
        """Return what the person decided on which principle answers which, the first decided first."""
        found = self._living("decisions", None, rows.decision)
        found.sort(key=attrgetter("time", "id"))
        return found

    def highlight(self, record_id: str) -> Highlight | None:
        """Return the highlight with this id; None if there is none, or it was removed."""
        return self._one("highlights", record_id, rows.highlight)

    def note(self, record_id: str) -> Note | None:
        """Return the note with this id; None if there is none, or it was removed."""
        return self._one("notes", record_id, rows.note)

    def decision(self, record_id: str) -> Decision | None:
        """Return the decision with this id; None if there is none, or it was withdrawn."""
        return self._one("decisions", record_id, rows.decision)

    def text(self, digest: str) -> str | None:
        """Return the text of an edition that passages were taken from; None if it is not kept, or damaged."""
        with self._told(), rows.legible(self.connection):
            found = self.connection.execute(f"{rows.select('texts')} WHERE digest = ?", (digest,)).fetchone()
        return found[2] if found and rows.is_sealed("texts", found) else None

    def digests(self) -> list[tuple[str, str]]:
        """Return the agreements that have highlights, with the digest of each edition those are from."""
        with self._told(), rows.legible(self.connection):
            return self.connection.execute(
                "SELECT DISTINCT agreement, digest FROM highlights WHERE NOT deleted"
            ).fetchall()

    def census(self) -> list[tuple[str, str, int]]:
        """Return agreements and who made highlights and notes on them, with how many; own ones have no name.

        Seals are not looked at: it is for what can be chosen, and does not wait for thousands.
        """
        with self._told(), rows.legible(self.connection):
            return self.connection.execute(rows.CENSUS).fetchall()

    def removed_ids(self) -> list[str]:
        """Return the ids of what is in the bin, the last removed first: of ten thousand in a moment."""
        with self._told(), rows.legible(self.connection):
            return [record_id for (record_id,) in self.connection.execute(rows.REMOVED)]

    def removed(self, ids: Sequence[str] | None = None) -> list[Removed]:
        """Return what is in the bin, the last removed first; of these ids only, in their order, if given."""
        wanted = self.removed_ids() if ids is None else ids
        found: dict[str, Removed] = {}
        for first in range(0, len(wanted), _PORTION):
            found |= self._some_removed(wanted[first : first + _PORTION])
        return [found[record_id] for record_id in wanted if record_id in found]

    def _some_removed(self, ids: Sequence[str]) -> dict[str, Removed]:
        asked = ", ".join("?" * len(ids))
        records: list[Highlight | Note] = []
        with self._told(), rows.legible(self.connection):
            for table, make in (("highlights", rows.highlight), ("notes", rows.note)):
                found = self.connection.execute(f"{rows.select(table)} WHERE id IN ({asked})", ids)
                records += [make(row) for row in self._sound(table, found, removed=True)]
            times = dict(self.connection.execute(rows.last_times(asked), ids).fetchall())
        return {one.id: Removed(one, times.get(one.id, "")) for one in records}

    def forms(self, record_id: str, before: int = 1 << 62, most: int = 20) -> "list[Form]":
        """Return some forms that a record had, the newest first: before an operation, at most so many.

        Each is read for itself: one that is damaged hides no other.
        """
        from reader.notebook.forms import forms

        with self._told():
            return forms(self.connection, record_id, before, most)

    def count_forms(self, record_id: str) -> int:
        """Return how many forms a record had."""
        from reader.notebook.forms import count

        with self._told():
            return count(self.connection, record_id)

    def check(self) -> list[str]:
        """Return what is wrong with the notebook, a plain sentence each; empty if it is sound."""
        from reader.notebook import soundness

        return soundness.faults(self.connection)

    def _told(self) -> AbstractContextManager[None]:
        return told(f"The notebook {self.path} could not be read", "Nothing was changed.")

    def _one(self, table: str, record_id: str, make: Callable[[rows.Values], _T]) -> _T | None:
        return next(iter(self._read(table, make, " WHERE id = ?", record_id)), None)

    def _living(self, table: str, agreement: str | None, make: Callable[[rows.Values], _T]) -> list[_T]:
        if agreement is None:
            return self._read(table, make)
        return self._read(table, make, " WHERE agreement = ?", agreement)

    def _read(
        self,
        table: str,
        make: Callable[[rows.Values], _T],
        where: str = "",
        *given: str,
        removed: bool = False,
    ) -> list[_T]:
        sql = rows.select(table) + where
        with self._told():
            try:
                found = self._rows(sql, given)
                return [make(row) for row in self._sound(table, found, removed=removed)]
            except sqlite3.OperationalError as error:
                if hasattr(error, "sqlite_errorcode"):
                    raise
            # Not SQLite's error but Python's: bytes that are no text. Reading all so would cost a fifth more.
            with rows.legible(self.connection):
                found = self._rows(sql, given)
                return [make(row) for row in self._sound(table, found, removed=removed)]

    def _rows(self, sql: str, given: Sequence[Any]) -> Iterator[rows.Values]:
        try:
            yield from self.connection.execute(sql, given)
        except sqlite3.DatabaseError as error:
            if not self.tolerant or reason(error).kind != "damaged":
                raise
            self.damage = self.damage or f"A part of the notebook cannot be read ({error})."

    def _sound(self, table: str, found: Iterable[rows.Values], *, removed: bool) -> Iterator[rows.Values]:
        # The seal comes before everything else: even "removed" is believed only of a row that is sound.
        for row in found:
            if rows.seal(table, row[:-1]) != row[-1]:
                self._damaged[str(row[0])] = None
            elif rows.is_removed(table, row) == removed:
                yield row
