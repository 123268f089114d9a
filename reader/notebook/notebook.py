"""What the person wrote, kept: the one way to read and change a notebook."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

from reader.errors import NotebookError
from reader.notebook import files, opening, rows, schema
from reader.notebook.lock import hold
from reader.notebook.records import Category, Change, Highlight, Note, Passage, Touched
from reader.notebook.sentences import told
from reader.text.agreement import Span

if TYPE_CHECKING:
    from sqlite_utils import Database

_T = TypeVar("_T", Category, Highlight, Note)
_EVERYWHERE = 2**62
_DELETED = -2
"""Where a record's row says whether it was removed: before its seal."""


def new_id() -> str:
    """Return an id for a new record: random, 16 hexadecimal digits."""
    return os.urandom(8).hex()


def now() -> str:
    """Return the time as records keep it: UTC, ISO 8601 with a zone, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class Notebook:
    """An open notebook: nobody else has it until it is closed.

    Records whose row was damaged or altered outside are left out of what is read, and named in `damaged`.
    `connection` is for this package's own parts. Every method may raise NotebookError.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, *, read_only: bool, resources: ExitStack
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.connection = connection
        # A dict keeps the order in which they were met.
        self._damaged: dict[str, None] = {}
        self._resources = resources
        self._database: Database | None = None

    @classmethod
    def open(
        cls, path: Path, *, read_only: bool = False, steps: "Sequence[schema.Step]" = schema.STEPS
    ) -> "Notebook":
        """Open the notebook, made new where there is none, and hold it; NotebookError if it is refused.

        An older file is copied into `backups` beside it and then brought up to date. Read-only, nothing at
        all is written: a missing or older file is refused.
        """
        place = path.resolve()
        with ExitStack() as stack, told(f"The notebook {path} could not be opened", "Nothing was changed."):
            opening.refuse_leftovers(place)
            if not read_only:
                opening.refuse_unwritable(place.parent)
                if not place.exists():
                    _begin(place, steps)
            stack.enter_context(hold(place, shared=read_only, since=now()))
            opening.refuse_unknown(place, len(steps))
            connection = stack.enter_context(closing(opening.connect(place, read_only=read_only)))
            # Asked again: only now has SQLite put back what a crash in the middle of a step left behind.
            if schema.version_of(connection) < len(steps):
                _upgrade(connection, place, read_only=read_only, steps=steps)
            opening.refuse_missing_tables(connection, path)
            return cls(path, connection, read_only=read_only, resources=stack.pop_all())

    @property
    def damaged(self) -> tuple[str, ...]:
        """Ids of the records left out so far because their row was damaged or altered outside."""
        return tuple(self._damaged)

    def apply(self, changes: Sequence[Change]) -> Touched:
        """Make the changes as one group and say what they touched; they are on disk when this returns.

        NotebookError, with nothing written, if a record is no longer as its change has it before.
        """
        # Here and below: what only writing needs is loaded by the first write, not by every start.
        from reader.notebook import writing

        if self.read_only:
            raise NotebookError(
                f"The notebook {self.path} is open for reading only. {writing.UNCHANGED} Open it for writing."
            )
        self.warm()
        assert self._database is not None  # noqa: S101 - warm saw to it
        with told("The change was not saved", writing.UNCHANGED), schema.transaction(self.connection):
            writing.write(self._database, changes, new_id(), now())
        return _touched(changes)

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
        with told(f"The notebook {self.path} could not be read", "Nothing was changed."):
            found = self.connection.execute(rows.PASSAGES, (agreement, end, first)).fetchall()
            return [Passage._make(row) for row in found if row[0] not in self._damaged]

    def notes(self, agreement: str | None = None) -> list[Note]:
        """Return the notes, of one agreement or all, by principle; those on a whole agreement come last."""
        found = self._living("notes", agreement, rows.note)
        found.sort(key=lambda n: (n.agreement, n.principle is None, n.principle or 0, n.created))
        return found

    def categories(self) -> list[Category]:
        """Return the categories by position."""
        found = self._living("categories", None, rows.category)
        found.sort(key=attrgetter("position", "id"))
        return found

    def highlight(self, record_id: str) -> Highlight | None:
        """Return the highlight with this id; None if there is none, or it was removed."""
        return self._one("highlights", record_id, rows.highlight)

    def note(self, record_id: str) -> Note | None:
        """Return the note with this id; None if there is none, or it was removed."""
        return self._one("notes", record_id, rows.note)

    def check(self) -> list[str]:
        """Return what is wrong with the notebook, a plain sentence each; empty if it is sound."""
        from reader.notebook import soundness

        return soundness.faults(self.connection)

    def warm(self) -> None:
        """Load what writing needs, so that the first change is as quick as the others."""
        if self._database is None:
            self._database = schema.database(self.connection)

    def close(self) -> None:
        """Let go of the file; closing twice does no harm."""
        self._resources.close()

    def __enter__(self) -> "Notebook":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _one(self, table: str, record_id: str, make: Callable[[rows.Values], _T]) -> _T | None:
        return next(iter(self._read(table, make, " WHERE id = ?", record_id)), None)

    def _living(self, table: str, agreement: str | None, make: Callable[[rows.Values], _T]) -> list[_T]:
        if agreement is None:
            return self._read(table, make)
        return self._read(table, make, " WHERE agreement = ?", agreement)

    def _read(self, table: str, make: Callable[[rows.Values], _T], where: str = "", *given: str) -> list[_T]:
        sql = rows.select(table) + where
        with told(f"The notebook {self.path} could not be read", "Nothing was changed."):
            try:
                return [make(row) for row in self._sound(table, self.connection.execute(sql, given))]
            except sqlite3.OperationalError as error:
                if hasattr(error, "sqlite_errorcode"):
                    raise
            # Not SQLite's error but Python's: bytes that are no text. Reading all so would cost a fifth more.
            with rows.legible(self.connection):
                return [make(row) for row in self._sound(table, self.connection.execute(sql, given))]

    def _sound(self, table: str, found: Iterable[rows.Values]) -> Iterator[rows.Values]:
        # The seal comes before everything else: even "removed" is believed only of a row that is sound.
        for row in found:
            if rows.seal(table, row[:-1]) != row[-1]:
                self._damaged[str(row[0])] = None
            elif not row[_DELETED]:
                yield row


def _begin(place: Path, steps: "Sequence[schema.Step]") -> None:
    # Built under another name: a notebook either is not there or is whole, whenever the power goes.
    from reader.notebook import writing

    files.make_folder(place.parent)
    draft = files.draft(place)
    try:
        with closing(opening.connect(draft)) as connection:
            schema.migrate(connection, steps)
            with schema.transaction(connection):
                first = [Change(None, category) for category in schema.CATEGORIES]
                writing.write(schema.database(connection), first, new_id(), now())
        files.settle(draft, place)
    except FileExistsError:
        return  # another program began the same notebook in this moment; that one is opened
    finally:
        draft.unlink(missing_ok=True)


def _upgrade(
    connection: sqlite3.Connection, place: Path, *, read_only: bool, steps: "Sequence[schema.Step]"
) -> None:
    if read_only:
        raise NotebookError(
            f"{place} was written by an older Randnote and must be brought up to date before it is read. "
            "It was left as it is. Open it once for writing."
        )
    from reader.notebook import backup

    copy = backup.keep(connection, place.parent / "backups", "before-upgrade")
    with told("The notebook could not be brought up to date", f"What it was before is kept in {copy}."):
        schema.migrate(connection, steps)


def _touched(changes: Sequence[Change]) -> Touched:
    records = [record for change in changes for record in (change.before, change.after) if record]
    return Touched(
        agreements=frozenset(record.agreement for record in records if not isinstance(record, Category)),
        records=frozenset(record.id for record in records),
        categories=any(isinstance(record, Category) for record in records),
        only_words=bool(changes) and all(change.only_words for change in changes),
    )
