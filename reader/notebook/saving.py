"""The one road by which anything comes into a notebook: whole, on disk, and into the journal beside it."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from reader.errors import NotebookError
from reader.notebook import schema
from reader.notebook.comparing import compare, newest
from reader.notebook.journal import Journal, Text
from reader.notebook.reading import Reading
from reader.notebook.records import Category, Change, Operation, Touched
from reader.notebook.sentences import Sentence, reason, told
from reader.text.decision import Decision

if TYPE_CHECKING:
    from sqlite_utils import Database

_SPARE = 1 << 20
"""How many bytes a journal may have before anyone asks whether it could be shorter."""

_MOMENT = 0.002
"""Seconds for which a step waits for what is being loaded."""

UNCHANGED = "The notebook is as it was before."


def new_id() -> str:
    """Return an id for a new record: random, 16 hexadecimal digits."""
    return os.urandom(8).hex()


def now() -> str:
    """Return the time as records keep it: UTC, ISO 8601 with a zone, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class Saving(Reading):
    """A notebook's file and the journal beside it, written together.

    `news` is what was put right between the two, a plain sentence each; `trouble` says why the journal could
    not be written, and is empty when it has everything. `damage` says what is wrong with the file's structure
    once it was looked at: then nothing is written. `group` is the id of the group that was written last.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, journal: Journal, *, read_only: bool
    ) -> None:
        super().__init__(path, connection)
        self.read_only = read_only
        self.news: tuple[Sentence, ...] = ()
        self.trouble = Sentence("")
        self.group = ""
        self._journal = journal
        self._identity = journal.notebook.stat()
        self._database: Database | None = None
        self._behind = False

    @property
    def journal(self) -> Path:
        """The file of the journal beside the notebook."""
        return self._journal.path

    def apply(
        self,
        changes: Sequence[Change],
        *,
        what: str = "",
        undoes: str = "",
        continues: str = "",
        texts: Sequence[Text] = (),
    ) -> Touched:
        """Make the changes as one group and say what they touched; they are on disk when this returns.

        `what` is a word for it in the history, and `undoes` the group it takes back. `continues` lets typing
        go on in the group it began: where that was the last one, and of the same record, it grows. `texts`
        are those of editions that passages are taken from: by them they can be found in later ones.
        NotebookError, with nothing written, if a record is no longer as its change has it before.
        """
        # Here and below: what only writing needs is loaded by the first write, not by every start.
        from reader.notebook.writing import Group, keep_text, write

        group = Group(new_id(), now(), what, undoes, continues)
        with self._saving("The change was not saved") as db:
            new = [text for text in texts if keep_text(db, text)]
            written = write(db, changes, group)
        self.group = written[-1].group if written else self.group
        self._enter(written, new)
        return touched(changes)

    def warm(self) -> None:
        """Load what writing needs, so that the first change is as quick as the others."""
        for _ in self.warming():
            pass

    def warming(self) -> Iterator[None]:
        """Load what writing needs, and look whether the file's structure is whole; a step at a time."""
        if not self._is_warm():
            from reader.notebook.soundness import structure

            for fault in structure(self.connection):
                self.damage = self.damage or fault
                yield
                if self._is_warm():
                    return  # what was written meanwhile could not wait for it
            # A tenth of a second: in a thread of its own the window answers meanwhile.
            loading = Thread(target=import_module, args=("sqlite_utils",))
            loading.start()
            while loading.is_alive():
                loading.join(_MOMENT)
                yield
            self._database = schema.database(self.connection)

    def _is_warm(self) -> bool:
        return self._database is not None or self.read_only

    def renew_journal(self) -> None:
        """Write the journal anew, without the steps of typing it has and without lines that were damaged."""
        from reader.notebook.completing import write_anew

        with told("The journal beside the notebook could not be written anew", "The notebook is unharmed."):
            if self._journal.is_there():
                write_anew(self.connection, self._journal, self._journal.read())

    def journal_is_damaged(self) -> bool:
        """Say whether lines of the journal are not legible; only its file is read, in any thread."""
        try:
            return Journal(self._journal.notebook).read().illegible > 0
        except OSError:
            return False  # what cannot be read now is told when it is written

    def tidy_journal(self, *, damaged: bool = False) -> None:
        """Write the journal anew if it is damaged, or most of it typing that the history no longer has."""
        with told("The journal beside the notebook could not be read", "The notebook is unharmed."):
            if self._journal.is_there():
                sizes = self._journal.path.stat().st_size, self._journal.notebook.stat().st_size
                if damaged or sizes[0] > 2 * sizes[1] + _SPARE:
                    self.renew_journal()

    def compare_with_journal(self, *, tell: bool = True) -> None:
        """Complete whichever of notebook and journal is behind; a journal that fails hinders nobody."""
        if self.read_only:
            return
        try:
            done = compare(self.connection, self._journal)
        except (sqlite3.Error, OSError, UnicodeError) as error:
            self.trouble = self._troubled(error)
        else:
            self.news += tuple(done) if tell else ()
            self.trouble = Sentence("")

    @contextmanager
    def _saving(self, failed: str) -> "Iterator[Database]":
        """Write inside as one whole that is on disk when this ends; a NotebookError says how it failed."""
        if self.read_only:
            raise NotebookError(
                f"The notebook {self.path} is open for reading only. {UNCHANGED} Open it for writing.",
                "read-only",
            )
        self.warm()
        assert self._database is not None  # noqa: S101 - warm saw to it
        if self.damage:
            raise NotebookError(
                f"{failed}: {self.damage} Nothing is written into a damaged file. {UNCHANGED} "
                "Restore a backup, or salvage what there is into a new notebook.",
                "damaged",
            )
        self._refuse_replaced(failed)
        with told(failed, UNCHANGED), self._made_sure(failed), schema.transaction(self.connection):
            yield self._database
        self._refuse_replaced(failed)

    @contextmanager
    def _made_sure(self, failed: str) -> Iterator[None]:
        """Find out whether a commit that failed is in the file all the same: the disk failed at its very end.

        SQLite will then not take it back any more, but it may be gone when the power goes. So it is committed
        once more; where that fails too, or nobody can tell, a NotebookError says that it is not sure.
        """
        before = newest(self.connection)
        try:
            yield
        except sqlite3.Error as error:
            self._behind = True
            try:
                if newest(self.connection) == before:
                    raise
                self._commit_again()
            except sqlite3.Error as again:
                if again is error:
                    raise
                why = reason(error)
                raise NotebookError(
                    f"{failed} for certain: {why.cause} at the last moment. What was to be saved may be in "
                    f"the notebook's file, and may be gone when the power goes. {why.remedy}",
                    "unsure",
                ) from error

    def _commit_again(self) -> None:
        """Write what is there already, so that all before it is flushed too; sqlite3.Error if that fails."""
        with schema.transaction(self.connection):
            self.connection.execute(f"PRAGMA user_version = {schema.version_of(self.connection)}")

    def _refuse_replaced(self, failed: str) -> None:
        # SQLite goes on writing to a file that has lost its name, and nobody would ever find it again.
        try:
            still = os.path.samestat(self._journal.notebook.stat(), self._identity)
        except OSError:
            still = False
        if not still:
            raise NotebookError(
                f"{failed}: the file {self.path} was removed, moved or replaced while it was open. "
                "Put it back where it was and try again, or save a rescue copy and start again.",
                "replaced",
            )

    def _enter(self, written: Sequence[Operation], texts: Sequence[Text] = ()) -> None:
        """Add to the journal what is in the notebook by now."""
        if self.trouble or self._behind or not self._journal.is_there():
            self.compare_with_journal(tell=False)
            self._behind = bool(self.trouble)
            return
        try:
            if written:
                self._journal.append(written)
            for text in texts:
                self._journal.append_text(text, newest(self.connection))
        except OSError as error:
            self.trouble = self._troubled(error)

    def _troubled(self, error: sqlite3.Error | OSError | UnicodeError) -> Sentence:
        why = reason(error)
        failed = (
            f"The journal beside the notebook, {self._journal.path}, could not be written: {why.cause}. "
            f"What you wrote is saved in the notebook itself. {why.remedy}"
        )
        return Sentence(failed, why.kind, path=str(self._journal.path))


def touched(changes: Sequence[Change]) -> Touched:
    """Return what changes touch: agreements, records, and whether any of them is a category."""
    records = [record for change in changes for record in (change.before, change.after) if record]
    return Touched(
        agreements=frozenset(name for one in changes for name in (*one.agreements, *one.undone().agreements)),
        records=frozenset(record.id for record in records),
        categories=any(isinstance(record, Category) for record in records),
        only_words=bool(changes) and all(change.only_words for change in changes),
        decisions=any(isinstance(record, Decision) for record in records),
    )
