"""What is found for the words in the search line: commands, principles, headings, passages and notes."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from reader.errors import ReaderError
from reader.ui.desk import Desk
from reader.ui.found import Group

if TYPE_CHECKING:
    from reader.search.index import SearchIndex

_MOST = 200
_BEFORE, _AFTER = 36, 160
"""How many code points of a passage's surroundings are shown before and after where it begins."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Everything found, and the sentence that sums it up or says what failed."""

    groups: tuple[Group, ...]
    summary: str
    failed: bool = False


class Searching(QObject):
    """Looks for words in everything that has a name, in the texts and in the notes."""

    def __init__(self, desk: Desk, index: Path) -> None:
        super().__init__()
        self.actions: tuple[QAction, ...] = ()
        self._desk = desk
        self._path = index
        self._index: SearchIndex | None = None

    def find(self, query: str) -> Finding:
        """Find everything that has these words; where the texts cannot be searched, the rest is still found."""
        named = [self._commands(query)]
        try:
            named += [self._principles(query), self._headings(query)]
            hits = self._opened().search(query, limit=_MOST)
            notes = self._notes(query)
        except ReaderError as error:
            return Finding(tuple(group for group in named if group.found), str(error), failed=True)
        groups = [*named, *self._passages(query, hits), notes]
        kept = tuple(group for group in groups if group.found)
        return Finding(kept, self._summary(query, kept, len(hits), len(notes.found)))

    def _opened(self) -> "SearchIndex":
        if self._index is None:
            # Imported and opened when first needed: the start does not wait for it.
            from reader.search.index import SearchIndex

            index = SearchIndex.open(self._path)
            index.refresh(self._desk.library.editions())
            self._index = index
        return self._index
