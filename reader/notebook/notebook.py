"""What the person wrote, kept: the one way to read and change a notebook."""

import sqlite3
from collections.abc import Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from reader.errors import NotebookError
from reader.notebook import files, opening, rows, schema
from reader.notebook.journal import Journal
from reader.notebook.lock import hold
from reader.notebook.records import Change, Highlight, Note, Touched
from reader.notebook.saving import Saving, new_id, now, touched
from reader.notebook.sentences import Sentence, told

if TYPE_CHECKING:
    from reader.notebook.past import Step, Version

__all__ = ["Notebook", "new_id", "now"]


class Notebook(Saving):
    """An open notebook: nobody else has it until it is closed. Every method may raise NotebookError.

    `news` is what its opening put right between it and the journal beside it, a plain sentence each;
    `trouble` says why that journal cannot be written now, and is empty when it has everything.
    """

    begun = False
    """Whether there was none: this is new, and holds nothing of the person's."""
    looked = False
    """Whether this was read from the journal of what another has open: `look_again` reads that anew."""
    _resources: ExitStack

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
            if not read_only:
                opening.refuse_unwritable(place.parent)
                files.make_folder(place.parent)
            stack.enter_context(hold(place, shared=read_only, since=now()))
            _finish_restoring(place, read_only=read_only)
            opening.refuse_leftovers(place)
            if not read_only:
                files.sweep(place)
            made: tuple[Sentence, ...] = ()
            is_new = not read_only and not place.exists()
            if is_new:
                from reader.notebook.beginning import begin

                made = begin(place, steps)
            opening.refuse_unknown(place, len(steps))
            connection = stack.enter_context(closing(opening.connect(place, read_only=read_only)))
            # Asked again: only now has SQLite put back what a crash in the middle of a step left behind.
            if schema.version_of(connection) < len(steps):
                from reader.notebook.beginning import bring_up_to_date

                bring_up_to_date(connection, place, read_only=read_only, steps=steps)
            opening.refuse_missing_tables(connection, path)
            journal = Journal(place)
            stack.callback(journal.close)
            opened = cls(path, connection, journal, read_only=read_only)
            opened.news = made
            opened.begun = is_new and not made
            opened.compare_with_journal()
            opened._resources = stack.pop_all()
            return opened

    @classmethod
    def look(cls, path: Path, content: bytes = b"") -> "Notebook":
        """Open for reading what another program has open, as it is saved by now; nothing at all is written.

        It is read from the journal into memory, and does not follow what is written later: `look_again` does.
        `content` is what `beside.content` has read already. NotebookError if there is no notebook, or its
        journal cannot be followed.
        """
        from reader.notebook.beside import fill

        place = path.resolve()
        with ExitStack() as stack, told(f"The notebook {path} could not be opened", "Nothing was changed."):
            memory = stack.enter_context(closing(sqlite3.connect(":memory:", isolation_level=None)))
            if content:
                memory.deserialize(content)
            else:
                place.stat()
                fill(memory, place)
            opened = cls(path, memory, Journal(place), read_only=True)
            opened.looked = True
            opened._resources = stack.pop_all()
            return opened

    def look_again(self, content: bytes) -> Touched:
        """Show what `beside.content` has read by now, of what is looked into; say what may be otherwise."""
        from reader.notebook.beside import everything

        before = everything(self.connection)
        self.connection.deserialize(content)
        self._damaged.clear()
        after = everything(self.connection)
        return Touched(
            before.agreements | after.agreements,
            before.records | after.records,
            categories=True,
            decisions=before.decisions != after.decisions,
        )

    def undoable(self) -> "Step | None":
        """Return what an undo would take back, from this start or an earlier one; None if nothing."""
        from reader.notebook import past

        with self._told():
            return next(past.undoables(self.connection), None)

    def redoable(self) -> "Step | None":
        """Return the step that would be done again; None if nothing was taken back since the last change."""
        from reader.notebook import past

        with self._told():
            return past.redoable(self.connection)

    def undo(self) -> Touched | None:
        """Take back the last step that stands, and say what that touched; None if there is none."""
        return self._take_back(self.undoable())

    def redo(self) -> Touched | None:
        """Do again what was taken back last, and say what that touched; None if there is none."""
        return self._take_back(self.redoable())

    def _take_back(self, step: "Step | None") -> Touched | None:
        from reader.notebook import past

        if step is None:
            return None
        return self.apply(past.inverse(self, step), what=step.what, undoes=step.group)

    def history(self, record_id: str) -> "list[Version]":
        """Return every form a record had with its time, the oldest first; NotebookError if it is damaged."""
        from reader.notebook import past

        with self._told():
            return past.versions(self.connection, record_id)

    def bring_back(self, records: Sequence[Highlight | Note], what: str = "") -> Touched:
        """Take records out of the bin, with their category where that was removed too."""
        living = {category.id for category in self.categories()}
        wanted = {record.category for record in records if isinstance(record, Highlight)} - living
        removed = self._read("categories", rows.category, removed=True)
        gone = [category for category in removed if category.id in wanted]
        return self.apply([Change(None, record) for record in (*gone, *records)], what=what)

    def purge(self, ids: Sequence[str]) -> Touched:
        """Take the words of records in the bin out for good: from notebook, history and journal.

        It cannot be undone, nor can what was done before it; backups made earlier still have the words.
        NotebookError, with nothing taken out, if one of them is not in the bin.
        """
        from reader.notebook.past import PURGE
        from reader.notebook.purging import purge
        from reader.notebook.writing import Group

        found = {one.record.id: one.record for one in self.removed(ids)}
        with self._saving("The bin was not emptied") as db:
            purge(db, ids, Group(new_id(), now(), PURGE))
        self.compare_with_journal(tell=False)
        return touched([Change(found[one], None) for one in ids])

    def check(self) -> list[str]:
        """Return what is wrong with the notebook and its journal, a plain sentence each; empty if sound."""
        from reader.notebook.completing import journal_faults

        with self._told():
            return [*super().check(), *journal_faults(self.connection, self._journal)]

    def close(self) -> None:
        """Let go of the file; closing twice does no harm."""
        self._resources.close()

    def __enter__(self) -> "Notebook":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _finish_restoring(place: Path, *, read_only: bool) -> None:
    # Nothing of it is loaded by a start that finds nothing.
    if not place.with_name(f"{place.name}.restoring").exists():
        return
    if read_only:
        raise NotebookError(
            f"A copy was being restored to {place} when that was interrupted. Nothing was changed. "
            "Open the notebook once for writing, which ends it."
        )
    from reader.notebook.restoring import finish

    finish(place)
