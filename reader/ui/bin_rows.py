"""What lies in the bin, read a portion at a time, with the words by which it is found."""

from collections.abc import Collection, Sequence
from operator import attrgetter
from typing import NamedTuple

from reader.notebook.records import Category, Highlight, Note, Removed
from reader.search.notes import searched
from reader.text.words import fold
from reader.ui.desk import Desk

PORTION = 150
"""How many are read at once: some milliseconds."""


class Row(NamedTuple):
    """One thing in the bin, and its words as they are searched."""

    removed: Removed
    words: str

    @property
    def id(self) -> str:
        """The id of the record."""
        return self.removed.record.id


class BinRows:
    """The rows read so far, the last removed first. What reads may raise ReaderError.

    A note that was begun and left empty has nothing to see, and is none of them. `has_others` says that
    somebody else made one of those read.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._waiting: list[str] = []
        self.rows: list[Row] = []
        self.categories: dict[str, Category] = {}
        self.has_others = False

    def begin(self) -> None:
        """Look what there is; nothing of it is read yet."""
        self.rows, self._waiting = [], []
        self.categories = {category.id: category for category in self._desk.categories()}
        self._waiting = self._desk.notebook.removed_ids()

    def is_read(self) -> bool:
        """Say whether all of the bin has been read."""
        return not self._waiting

    def more(self) -> list[Row]:
        """Read another portion; a portion that cannot be read is left out."""
        some, self._waiting = self._waiting[:PORTION], self._waiting[PORTION:]
        found = self._read(some)
        self.rows += found
        return found

    def renew(self, ids: Collection[str]) -> list[Row]:
        """Take these out of the rows, and return those of them that lie in the bin now: they come first."""
        self.rows = [row for row in self.rows if row.id not in ids]
        found = sorted(self._read(list(ids)), key=attrgetter("removed.time"), reverse=True)
        self.rows[:0] = found
        return found

    def named(self, record: Highlight | Note) -> str:
        """Return the name of a highlight's category; a note has none."""
        if isinstance(record, Note):
            return ""
        known = self.categories.get(record.category)
        return known.name if known else record.category

    def _read(self, ids: Sequence[str]) -> list[Row]:
        found = [one for one in self._desk.notebook.removed(ids) if self._says_something(one.record)]
        self.has_others = self.has_others or any(one.record.origin for one in found)
        return [Row(one, self._words(one.record)) for one in found]

    def _words(self, record: Highlight | Note) -> str:
        about = f"{self._desk.short(record.agreement)}\n{self.named(record)}\n{record.origin}"
        return f"{searched(record)}\n{fold(about)}"

    def _says_something(self, record: Highlight | Note) -> bool:
        if isinstance(record, Highlight) or _is_written(record):
            return True
        past = (form.before for form in self._desk.notebook.forms(record.id))
        return any(isinstance(one, Note) and _is_written(one) for one in past)


def _is_written(note: Note) -> bool:
    return bool(note.body.strip() or note.tags)
