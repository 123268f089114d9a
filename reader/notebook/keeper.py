"""When copies of the notebook are made, and which of them go again. It warns and stops nobody."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from reader.errors import NotebookError
from reader.notebook import backup, files
from reader.notebook.backup import BEFORE_UPGRADE, Draft
from reader.notebook.copies import Copy, Head, copies, head_of, holds
from reader.notebook.notebook import Notebook
from reader.notebook.rotation import outdated

EVERY = 30 * 60.0
"""After how many seconds of change another copy is made."""


class Kept(NamedTuple):
    """What came of making a copy: where it is, if one was made, and plain sentences about what went wrong."""

    path: Path | None = None
    warnings: tuple[str, ...] = ()


class Keeper:
    """Keeps copies of an open notebook in a folder, and in a second place if the person chose one.

    `keep` does all at once. A window that must not wait takes its three parts: `draft`, a moment in the
    thread of the notebook; `settle`, which reads the copy back and may take any other thread its time; and
    `tidy`, in the notebook's thread again. `clock` counts seconds; `today` tells the day as ISO 8601.
    """

    def __init__(
        self,
        notebook: Notebook,
        folder: Path,
        second: Path | None = None,
        *,
        clock: Callable[[], float] = monotonic,
        today: Callable[[], str] = lambda: datetime.now(UTC).date().isoformat(),
    ) -> None:
        self._notebook = notebook
        self.folder = folder
        self.second = second
        self._clock = clock
        self._today = today
        self._days = notebook.path.resolve().with_name(f"{notebook.path.name}.days")
        self._copied: Head | None = None
        self._changed_at: float | None = None
        self._journal_is_damaged = False

    def opened(self) -> Kept:
        """Make a copy if the notebook changed since the last one; note that it was opened well today."""
        known = self._known()
        self._copied = next((copy.head for copy in known if not copy.fault), None)
        kept = self.keep() if self._is_ahead() else Kept()
        if not kept.warnings:
            self._note_good_day(known)
        return kept

    def changed(self) -> Kept:
        """Hear that the notebook changed, or that time passed: half an hour of change makes a copy."""
        if not self._is_ahead():
            return Kept()
        self._changed_at = self._clock() if self._changed_at is None else self._changed_at
        if self._clock() - self._changed_at < EVERY:
            return Kept()
        return self.keep()

    def before(self, reason: str) -> Kept:
        """Make a copy before something large: `import`, `purge`, `delete`, `restore`."""
        return self.keep(f"before-{reason}")

    def keep(self, reason: str = "") -> Kept:
        """Make a copy now, put one into the second place, and let go of what is outdated."""
        try:
            made = self.draft(reason)
        except NotebookError as error:
            return Kept(None, (str(error),))
        kept = self.settle(made)
        return kept._replace(warnings=(*kept.warnings, *self.tidy(kept)))

    def draft(self, reason: str = "") -> Draft:
        """Copy the notebook into a file without a name; NotebookError if that cannot be done."""
        made = backup.draft(self._notebook.connection, self.folder, reason)
        self._copied, self._changed_at = head_of(self._notebook.connection), None
        return made

    def settle(self, made: Draft) -> Kept:
        """Verify a draft, give it its name, and put one into the second place."""
        try:
            path = backup.settle(made)
        except NotebookError as error:
            self._copied = None
            return Kept(None, (str(error),))
        self._journal_is_damaged = self._notebook.journal_is_damaged()
        return Kept(path, tuple(self._second(path)))

    def tidy(self, kept: Kept) -> tuple[str, ...]:
        """After a good copy let go of what is outdated, and of what the journal has in vain."""
        if kept.path is None:
            return ()
        folders = [self.folder] if self.second is None else [self.folder, self.second]
        warnings = [warning for folder in folders for warning in self._let_go(folder)]
        try:
            self._notebook.tidy_journal(damaged=self._journal_is_damaged)
        except NotebookError as error:
            warnings.append(str(error))
        return tuple(warnings)

    def _second(self, path: Path) -> list[str]:
        if self.second is None:
            return []
        try:
            backup.copy_again(path, self.second)
        except NotebookError as error:
            return [f"The copy in your second place was not made. {error}"]
        return []

    def _let_go(self, folder: Path) -> list[str]:
        connection = self._notebook.connection
        try:
            for copy in outdated(copies(folder), lambda one: holds(connection, one.head), self._good_days):
                copy.path.unlink()
        except (NotebookError, OSError) as error:
            return [f"Old copies in {folder} could not be let go ({error}). Nothing is lost by that."]
        return []

    def _known(self) -> list[Copy]:
        try:
            return copies(self.folder)
        except NotebookError:
            return []

    def _is_ahead(self) -> bool:
        return head_of(self._notebook.connection) != self._copied

    def _good_days(self, copy: Copy) -> int:
        return len(self._read_days().get(copy.path.name, []))

    def _note_good_day(self, known: list[Copy]) -> None:
        """Count a day for every copy from before an upgrade; only they wait for good days."""
        waiting = [copy.path.name for copy in known if copy.reason == BEFORE_UPGRADE and not copy.fault]
        if not waiting:
            return
        days = self._read_days()
        counted = {name: sorted({*days.get(name, []), self._today()}) for name in waiting}
        if counted != days:
            self._write_days(counted)

    def _read_days(self) -> dict[str, list[str]]:
        try:
            kept = json.loads(self._days.read_text(encoding="utf-8"))
            return {str(name): [str(day) for day in days] for name, days in kept.items()}
        except (OSError, ValueError, AttributeError, TypeError):
            return {}

    def _write_days(self, days: dict[str, list[str]]) -> None:
        try:
            draft = files.draft(self._days)
            draft.write_text(json.dumps(days, indent=1), encoding="utf-8")
            files.replace(draft, self._days)
        except OSError:
            return  # the copies are then kept longer, and that is all
