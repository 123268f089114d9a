"""When copies of the notebook are made, and which of them go again. It warns and stops nobody."""

import json
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from reader.errors import NotebookError, ReaderError
from reader.notebook import backup, files
from reader.notebook.backup import BEFORE_UPGRADE, Draft
from reader.notebook.copies import Copy, Head, copies, head_of, holds, is_touched, named, read
from reader.notebook.notebook import Notebook
from reader.notebook.rotation import outdated
from reader.notebook.sentences import Sentence

EVERY = 30 * 60.0
"""After how many seconds of change another copy is made."""
_LEFT = 24 * 3600.0
"""After how many seconds a draft is one that a killed program left, and nobody's any more."""


class Kept(NamedTuple):
    """What came of making a copy: where it is, if one was made, and plain sentences about what went wrong.

    Their kind is that of the error, or: away, of a second place that is not there; second, of one where no
    copy could be made; outdated, of a place from which old copies could not be removed.
    """

    path: Path | None = None
    warnings: tuple[Sentence, ...] = ()


def failed(error: ReaderError) -> Kept:
    """Return what came of a copy that could not be made."""
    return Kept(None, (_said(error),))


def into_second(made: Path, second: Path) -> list[Sentence]:
    """Put a settled copy into a second place too; return what went wrong, a plain sentence at most."""
    first = "The copy in your second place was not made."
    # The folder of a stick that is not there now is not to be made on this computer's own disk.
    if not second.is_dir():
        away = f"{first} {second} is not there now. Connect it, or choose another place."
        return [Sentence(away, "away", path=str(second))]
    try:
        backup.copy_again(made, second)
    except NotebookError as error:
        return [Sentence(f"{first} {error}", "second", path=str(second))]
    return []


def _said(error: ReaderError) -> Sentence:
    return Sentence(str(error), error.kind if isinstance(error, NotebookError) else "")


class Keeper:
    """Keeps copies of an open notebook in a folder, and in a second place if the person chose one.

    `keep` does all at once. A window that must not wait takes its parts: `drafting`, step by step in the
    thread of the notebook; `settle`, which reads the copy back, and `listed`, which may both take any other
    thread its time; and `let_go`, in the notebook's thread again. Before them `known` and `begin` say what
    was copied last. `clock` counts seconds; `today` tells the day as ISO 8601.
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
        known = self.known()
        self.begin(known)
        kept = self.keep() if self.is_ahead() else Kept()
        if not kept.warnings:
            self.note_good_day(known)
        return kept

    def known(self) -> list[Copy]:
        """Read the newest copy that can be read, and those from before upgrades; in any thread."""
        found: list[Copy] = []
        try:
            for copy in named(self.folder):
                if copy.reason == BEFORE_UPGRADE or all(other.fault for other in found):
                    found.append(read(copy))
        except NotebookError:
            return found  # a folder that cannot be read is told when a copy is put into it
        return found

    def begin(self, known: Sequence[Copy]) -> None:
        """Hear which copies there are before this start."""
        self._copied = next((copy.head for copy in known if not copy.fault), None)

    def is_ahead(self) -> bool:
        """Say whether the notebook changed since the last copy."""
        return head_of(self._notebook.connection) != self._copied

    def is_touched(self) -> bool:
        """Say whether anybody wrote anything: a notebook that was only begun needs no copy of itself."""
        return is_touched(self._notebook.connection)

    def changed(self) -> Kept:
        """Hear that the notebook changed, or that time passed: half an hour of change makes a copy."""
        return self.keep() if self.is_due() else Kept()

    def is_due(self) -> bool:
        """Hear that the notebook changed, or that time passed, and say whether a copy is due."""
        if not self.is_ahead():
            return False
        self._changed_at = self._clock() if self._changed_at is None else self._changed_at
        return self._clock() - self._changed_at >= EVERY

    def note_good_day(self, known: Sequence[Copy]) -> None:
        """Count a day for every copy from before an upgrade; only they wait for good days."""
        waiting = [copy.path.name for copy in known if copy.reason == BEFORE_UPGRADE and not copy.fault]
        if not waiting:
            return
        days = self._read_days()
        counted = {name: sorted({*days.get(name, []), self._today()}) for name in waiting}
        if counted != days:
            self._write_days(counted)

    def before(self, reason: str) -> Kept:
        """Make a copy before something large: `import`, `purge`, `delete`, `restore`."""
        return self.keep(f"before-{reason}")

    def keep(self, reason: str = "") -> Kept:
        """Make a copy now, put one into the second place, and let go of what is outdated."""
        try:
            made = self.draft(reason)
        except NotebookError as error:
            return failed(error)
        kept = self.settle(made)
        return kept._replace(warnings=(*kept.warnings, *self.tidy(kept)))

    def draft(self, reason: str = "") -> Draft:
        """Copy the notebook into a file without a name; NotebookError if that cannot be done."""
        self._changed_at = None  # one that fails is tried again, but not at once
        made = backup.draft(self._notebook.connection, self.folder, reason)
        self._copied = head_of(self._notebook.connection)
        return made

    def drafting(self, reason: str = "") -> Generator[None, None, Draft]:
        """Make what `draft` makes, some milliseconds at a time; what is written meanwhile comes with it."""
        if self._notebook.read_only:
            return self.draft(reason)
        self._changed_at = None
        made = yield from backup.drafting(self._notebook.connection, self.folder, reason)
        self._copied = head_of(self._notebook.connection)
        return made

    def settle(self, made: Draft) -> Kept:
        """Verify a draft, give it its name, and put one into the second place; in any thread."""
        try:
            path = backup.settle(made)
        except NotebookError as error:
            self._copied = None
            return failed(error)
        self._journal_is_damaged = self._notebook.journal_is_damaged()
        return Kept(path, tuple(into_second(path, self.second)) if self.second else ())

    def tidy(self, kept: Kept) -> tuple[Sentence, ...]:
        """After a good copy let go of what is outdated, and of what the journal has in vain."""
        if kept.path is None:
            return ()
        return (*self.let_go(self.listed()), *self.tidy_journal())

    def listed(self) -> list[list[Copy]]:
        """Read which copies there are, in each place; in any thread. What cannot be read is as if empty."""
        found = []
        for folder in [self.folder] if self.second is None else [self.folder, self.second]:
            with suppress(NotebookError):
                found.append(copies(folder))
        return found

    def let_go(self, listed: Sequence[Sequence[Copy]]) -> tuple[Sentence, ...]:
        """Remove the copies that are outdated, in each place by itself."""
        return tuple(warning for place in listed for warning in self._let_go(place))

    def tidy_journal(self) -> tuple[Sentence, ...]:
        """Write the journal anew where it is damaged or far too long; that may take seconds."""
        try:
            if not self._notebook.read_only:
                self._notebook.tidy_journal(damaged=self._journal_is_damaged)
        except NotebookError as error:
            return (_said(error),)
        return ()

    def _let_go(self, listed: Sequence[Copy]) -> list[Sentence]:
        connection = self._notebook.connection
        if self._notebook.read_only:
            return []
        try:
            for copy in outdated(listed, lambda one: holds(connection, one.head), self._good_days):
                copy.path.unlink(missing_ok=True)
            if listed:
                files.sweep(listed[0].path.with_name("notebook.db"), _LEFT)
        except OSError as error:
            folder = listed[0].path.parent
            left = f"Old copies in {folder} could not be let go ({error}). Nothing is lost by that."
            return [Sentence(left, "outdated", path=str(folder))]
        return []

    def _good_days(self, copy: Copy) -> int:
        return len(self._read_days().get(copy.path.name, []))

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
