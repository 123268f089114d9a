"""Reads the copies of a notebook, and what restoring one would change, beside the window."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import ReaderError
from reader.notebook.copies import Copy, compared, copy_in, named, portions, read, verify
from reader.notebook.records import Category, Record
from reader.text.progress import Heard, Progress
from reader.ui.causes import in_words
from reader.ui.desk import Desk
from reader.ui.restored_words import Item, items
from reader.ui.work import Work

_HERE = 0.4
"""The share of the time that reading the notebook itself takes."""


class CopiesReading(QObject):
    """Reads what a dialog shows, one thing at a time; what is no longer wanted is given up.

    The notebook is read in this thread some hundred records at a time, and files in another.
    """

    listed = Signal(object)
    """The copies that were read by now, the newest first: each is as its name says until then."""
    progressed = Signal(float)
    compared = Signal(object, object, int)
    """The items that restoring would change, the categories by id, and how much of the copy wanted last is
    damaged."""
    refused = Signal(str)
    """The copy wanted last cannot be compared: a plain sentence."""
    verified = Signal(object, object)
    """A copy, and what is wrong with it: a plain sentence each."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted: Path | None = None
        self._here: dict[str, Record] = {}
        self._rest: Iterator[dict[str, Record]] | None = None
        self._is_whole = False
        self._works: list[Work] = []
        self._comparing: Work | None = None
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._read_on)
        desk.notebook_changed.connect(self._forget)

    # The list

    def read_folder(self, folder: Path) -> list[Copy]:
        """Return the copies as their names say, and read what is in them; ReaderError if that fails."""
        known = named(folder)
        found: list[Copy] = []
        work = self._begin(partial(_read_all, known, found), lambda _: self.listed.emit(tuple(found)))
        work.progressed.connect(lambda _: self.listed.emit(tuple(found)))
        return known

    def look_into(self, path: Path, then: Callable[[Copy], None]) -> None:
        """Read what a file of any name holds, and do something with it."""
        self._begin(lambda _: copy_in(path), then)

    def verify(self, copy: Copy) -> None:
        """Read all of a copy back."""
        self._begin(lambda _: verify(copy.path), lambda faults: self.verified.emit(copy, faults))

    def _begin(self, task: Callable[[Heard], object], then: Callable[..., None]) -> Work:
        work = Work(task, self)
        self._works.append(work)
        work.ended.connect(then)
        work.ended.connect(lambda _: self._works.remove(work))
        work.begin()
        return work

    # What would change

    def want(self, path: Path | None) -> None:
        """Compare a copy with the notebook; what was wanted before is given up. None wants nothing."""
        self._give_up()
        self._wanted = path
        if path is None:
            self._turn.stop()
        elif self._is_whole:
            self._compare()
        else:
            self._turn.start()

    def _forget(self) -> None:
        """The notebook is another now."""
        self._here, self._rest, self._is_whole = {}, None, False
        if self._wanted is not None:
            self.want(self._wanted)

    def _read_on(self) -> None:
        """Read some hundred records of the notebook."""
        try:
            if self._rest is None:
                self._rest = portions(self._desk.notebook)
            portion = next(self._rest, None)
        except ReaderError as error:
            self._turn.stop()
            self._rest, self._here = None, {}
            self.refused.emit(in_words(error))
            return
        if portion is not None:
            self._here |= portion
            self.progressed.emit(_HERE * len(self._here) / (len(self._here) + 5000))
            return
        self._turn.stop()
        self._rest, self._is_whole = None, True
        self._compare()

    def _compare(self) -> None:
        path = self._wanted
        if path is None:
            return
        order = [agreement.id for agreement in self._desk.library.agreements]
        self._comparing = work = Work(partial(_changes, self._here, path, order), self)
        work.progressed.connect(lambda share: self.progressed.emit(_HERE + (1 - _HERE) * share))
        work.ended.connect(self._take)
        work.begin()

    def _take(self, found: object) -> None:
        self._comparing = None
        if isinstance(found, ReaderError):
            self.refused.emit(in_words(found))
        elif isinstance(found, tuple):
            self.compared.emit(*found)

    def _give_up(self) -> None:
        if self._comparing is not None:
            self._comparing.stop()
            self._comparing = None

    def stop(self) -> None:
        """Give up everything."""
        self.want(None)
        for work in self._works:
            work.stop()


def _read_all(known: Sequence[Copy], found: list[Copy], heard: Heard) -> None:
    for copy in Progress(heard).through(known, 1):
        found.append(read(copy))  # noqa: PERF401 - others look at how far it is


def _changes(
    here: dict[str, Record], path: Path, order: Sequence[str], heard: Heard
) -> tuple[list[Item], dict[str, Category], int] | ReaderError:
    try:
        found = compared(here, path, heard)
    except ReaderError as error:
        return error
    known = [record for record in here.values() if isinstance(record, Category)]
    known += [record for record in found.back if isinstance(record, Category)]
    return items(found, order), {category.id: category for category in known}, found.damaged
