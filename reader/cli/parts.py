"""The parts that verbs work with, each built when it is first asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.paths import Paths, shipped

if TYPE_CHECKING:
    from reader.intake.library import Library
    from reader.notebook.records import Category, Highlight, Note


@dataclass(frozen=True, slots=True)
class Kept:
    """What the person wrote, as it was when it was read, with its places in the editions of now.

    `damaged` are ids of records that cannot be read, and `fault` says what is wrong with the file; `to_check`
    are ids of highlights and notes that may be somewhere in an edition that is newer than they are.
    """

    highlights: tuple["Highlight", ...]
    notes: tuple["Note", ...]
    categories: tuple["Category", ...]
    damaged: tuple[str, ...] = ()
    fault: str = ""
    to_check: frozenset[str] = frozenset()

    @property
    def warning(self) -> str:
        """A sentence about what could not be read; empty if everything could."""
        left_out = f"{len(self.damaged)} damaged records are left out." if self.damaged else ""
        found = [self.fault, left_out, "`randnote check` says more."]
        return " ".join(part for part in found if part) if self.fault or self.damaged else ""


class Parts:
    """One person's library and notebook."""

    def __init__(self, paths: Paths) -> None:
        self.paths = paths

    @cached_property
    def library(self) -> "Library":
        """The agreements and their editions; FileError if their sources cannot be read."""
        from reader.intake.library import Library

        return Library(shipped("seeds"), self.paths.library)

    def kept(self) -> Kept:
        """Read the notebook without touching it; where there is none yet, it is empty."""
        from reader.notebook.anchoring import as_of_now
        from reader.notebook.notebook import Notebook
        from reader.notebook.schema import CATEGORIES
        from reader.notebook.soundness import structure

        if not self.paths.notebook.exists():
            return Kept((), (), CATEGORIES)
        with Notebook.open(self.paths.notebook, read_only=True) as notebook:
            now = as_of_now(notebook, self.library.editions())
            categories = tuple(notebook.categories())
            fault = next((fault for fault in structure(notebook.connection) if fault), "")
            records = tuple(now.highlights), tuple(now.notes)
            return Kept(*records, categories, notebook.damaged, fault, now.check)


def choose_category(categories: Iterable["Category"], wanted: str) -> "Category":
    """Return the category with this id or name, in any case; ReaderError, listing them, if there is none."""
    known = sorted(categories, key=lambda category: category.position)
    name = wanted.strip().casefold()
    for category in known:
        if name in (category.id.casefold(), category.name.casefold()):
            return category
    names = ", ".join(f"{category.id} ({category.name})" for category in known)
    raise ReaderError(f"There is no category called “{wanted}”. The known ones are: {names}.")
