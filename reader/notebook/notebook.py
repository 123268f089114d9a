"""What the person wrote, kept: the one way to read and change a notebook."""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from reader.errors import NotebookError
from reader.notebook import files, opening, schema
from reader.notebook.comparing import compare
from reader.notebook.journal import Journal
from reader.notebook.lock import hold
from reader.notebook.reading import Reading
from reader.notebook.records import Category, Change, Operation, Touched
from reader.notebook.sentences import reason, told

if TYPE_CHECKING:
    from sqlite_utils import Database

    from reader.notebook.writing import Group


def new_id() -> str:
    """Return an id for a new record: random, 16 hexadecimal digits."""
    return os.urandom(8).hex()


def now() -> str:
    """Return the time as records keep it: UTC, ISO 8601 with a zone, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class Notebook(Reading):
    """An open notebook: nobody else has it until it is closed.

    `news` is what was put right between the notebook and its journal, a plain sentence each; `trouble` says
    why the journal could not be written, and is empty when it has everything. Every method may raise
    NotebookError.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, journal: Journal, *, read_only: bool
    ) -> None:
        super().__init__(path, connection)
        self.read_only = read_only
        self.news: tuple[str, ...] = ()
        self.trouble = ""
        self._journal = journal
        self._identity = journal.notebook.stat()
        self._resources = ExitStack()
        self._database: Database | None = None

    @classmethod
    def open(
        cls, path: Path, *, read_only: bool = False, steps: "Sequence[schema.Step]" = schema.STEPS
    ) -> "Notebook":
        """Open the notebook, made new where there is none, and hold it; NotebookError if it is refused.

        An older file is copied into `backups` beside it and then brought up to date. The journal beside it is
        compared with it, and whichever is behind is completed. Read-only, nothing at all is written: a
        missing or older file is refused.
        """
        place = path.resolve()
        with ExitStack() as stack, told(f"The notebook {path} could not be opened", "Nothing was changed."):
            opening.refuse_leftovers(place)
            if not read_only:
                opening.refuse_unwritable(place.parent)
                files.make_folder(place.parent)
            stack.enter_context(hold(place, shared=read_only, since=now()))
            if not read_only and not place.exists():
                _begin(place, steps)
            opening.refuse_unknown(place, len(steps))
            connection = stack.enter_context(closing(opening.connect(place, read_only=read_only)))
            # Asked again: only now has SQLite put back what a crash in the middle of a step left behind.
            if schema.version_of(connection) < len(steps):
                _upgrade(connection, place, read_only=read_only, steps=steps)
            opening.refuse_missing_tables(connection, path)
            journal = Journal(place)
            stack.callback(journal.close)
            opened = cls(path, connection, journal, read_only=read_only)
            opened._compare()
            opened._resources = stack.pop_all()
            return opened

    def apply(
        self, changes: Sequence[Change], *, what: str = "", undoes: str = "", continues: str = ""
    ) -> Touched:
        """Make the changes as one group and say what they touched; they are on disk when this returns.

        `what` is a word for it in the history, and `undoes` the group it takes back. `continues` lets typing
        go on in the group it began: where that was the last one, and of the same record, it grows.
        NotebookError, with nothing written, if a record is no longer as its change has it before.
        """
        # Here and below: what only writing needs is loaded by the first write, not by every start.
        from reader.notebook.writing import Group

        self._write(changes, Group(new_id(), now(), what, undoes, continues))
        return _touched(changes)

    def _write(self, changes: Sequence[Change], group: "Group") -> None:
        from reader.notebook import writing

        if self.read_only:
            raise NotebookError(
                f"The notebook {self.path} is open for reading only. {writing.UNCHANGED} Open it for writing."
            )
        self.warm()
        assert self._database is not None  # noqa: S101 - warm saw to it
        self._refuse_replaced()
        with told("The change was not saved", writing.UNCHANGED), schema.transaction(self.connection):
            written = writing.write(self._database, changes, group)
        self._refuse_replaced()
        self._enter(written)

    def _refuse_replaced(self) -> None:
        # SQLite goes on writing to a file that has lost its name, and nobody would ever find it again.
        try:
            still = os.path.samestat(self._journal.notebook.stat(), self._identity)
        except FileNotFoundError:
            still = False
        if not still:
            raise NotebookError(
                f"The change was not saved: the file {self.path} was removed, moved or replaced while it was "
                "open. Put it back where it was and try again, or save a rescue copy and start again."
            )

    def _enter(self, written: Sequence[Operation]) -> None:
        """Add to the journal what is in the notebook by now; its failure keeps nobody from saving."""
        if self.trouble or not self._journal.is_there():
            self._compare(tell=False)
            return
        try:
            if written:
                self._journal.append(written)
        except OSError as error:
            self.trouble = _journal_trouble(self._journal, error)

    def _compare(self, *, tell: bool = True) -> None:
        if self.read_only:
            return
        try:
            done = compare(self.connection, self._journal)
        except (sqlite3.Error, OSError) as error:
            self.trouble = _journal_trouble(self._journal, error)
        else:
            self.news += tuple(done) if tell else ()
            self.trouble = ""

    def check(self) -> list[str]:
        """Return what is wrong with the notebook and its journal, a plain sentence each; empty if sound."""
        from reader.notebook.completing import journal_faults

        with self._told():
            return [*super().check(), *journal_faults(self.connection, self._journal)]

    def renew_journal(self) -> None:
        """Write the journal anew, without the steps of typing it has and without lines that were damaged."""
        from reader.notebook.completing import write_anew

        with told("The journal beside the notebook could not be written anew", "The notebook is unharmed."):
            write_anew(self.connection, self._journal, self._journal.read())

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


def _begin(place: Path, steps: "Sequence[schema.Step]") -> None:
    # Built under another name: a notebook either is not there or is whole, whenever the power goes.
    draft = files.draft(place)
    try:
        with closing(opening.connect(draft)) as connection:
            schema.migrate(connection, steps)
            with schema.transaction(connection):
                _fill(schema.database(connection), place)
        files.settle(draft, place)
    except FileExistsError:
        return  # another program began the same notebook in this moment; that one is opened
    finally:
        draft.unlink(missing_ok=True)


def _fill(db: "Database", place: Path) -> None:
    """Fill a new notebook with the first categories, or with what the journal of a lost one tells."""
    from reader.notebook import writing

    journal = Journal(place)
    if journal.is_there():
        from reader.notebook.completing import rebuild

        try:
            rebuild(db, journal.read())
        except (ValueError, KeyError, sqlite3.IntegrityError) as error:
            raise NotebookError(
                f"The notebook {place} is missing, and the journal beside it, {journal.path}, is damaged. "
                "Nothing was changed. Restore a backup, or salvage what there is into a new notebook."
            ) from error
        return
    first = [Change(None, category) for category in schema.CATEGORIES]
    writing.write(db, first, writing.Group(new_id(), now(), "begin"))


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


def _journal_trouble(journal: Journal, error: sqlite3.Error | OSError) -> str:
    cause, remedy = reason(error)
    return (
        f"The journal beside the notebook, {journal.path}, could not be written: {cause}. "
        f"What you wrote is saved in the notebook itself. {remedy}"
    )
