"""Copies of the notebook that can be trusted: each is read back before it has its name."""

import re
import sqlite3
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import NotebookError
from reader.notebook import files, opening
from reader.notebook.lending import copying
from reader.notebook.sentences import told
from reader.notebook.soundness import Extent, extent, faults

if TYPE_CHECKING:
    from reader.notebook.notebook import Notebook

BEFORE_UPGRADE = "before-upgrade"

_NAME = re.compile(r"notebook-(\d{1,12})(?:-([a-z-]+))?\.db")
_ANY_NAME = re.compile(r"notebook-(\d{1,12}).*\.db")


class Draft(NamedTuple):
    """A copy that has no name yet: `settle` verifies it, in any thread, and gives it one."""

    path: Path
    reason: str
    extent: Extent


def copy(notebook: "Notebook", folder: Path) -> Path:
    """Put a verified copy of the open notebook into the folder and return its path.

    Copies are numbered, so that a clock that goes back confuses nothing, and never take another's name.
    NotebookError if the copy cannot be written or the notebook is not sound; then no file is left behind.
    """
    return keep(notebook.connection, folder)


def keep(connection: sqlite3.Connection, folder: Path, reason: str = "") -> Path:
    """Copy the notebook behind this connection as `copy` does; a reason becomes part of the name."""
    return settle(draft(connection, folder, reason))


def draft(connection: sqlite3.Connection, folder: Path, reason: str = "") -> Draft:
    """Copy the notebook into a file without a name: the quick part, in the thread that has the connection."""
    with _place_for(folder) as path:
        with closing(_empty(path)) as target:
            connection.backup(target)
        return Draft(path, reason, extent(connection))


def drafting(connection: sqlite3.Connection, folder: Path, reason: str = "") -> Generator[None, None, Draft]:
    """Make what `draft` makes a few milliseconds at each step, in the same thread; the notebook stays in use.

    A generator that is closed before its end leaves nothing behind.
    """
    with _place_for(folder) as path:
        with closing(_empty(path)) as target:
            yield from copying(connection, target)
        return Draft(path, reason, extent(connection))


@contextmanager
def _place_for(folder: Path) -> Iterator[Path]:
    """Make an empty file in the folder, and take it away again if what is to be in it fails."""
    with told(*_failed(folder)):
        files.make_folder(folder)
        path = files.draft(folder / "notebook.db")
        try:
            yield path
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def _empty(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    # Nobody waits for the disk here: a draft is flushed when it gets its name, and is nothing before.
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA journal_mode = OFF")
    return connection


def checked(made: Draft) -> Draft:
    """Return a draft that was read back: structure, seals, history and counts; else it is removed."""
    with told(*_failed(made.path.parent)):
        try:
            _verify(made)
        except BaseException:
            made.path.unlink(missing_ok=True)
            raise
    return made


def settle(made: Draft) -> Path:
    """Give a draft its name once it is checked; a draft that is not sound, or gets none, is removed."""
    checked(made)
    with told(*_failed(made.path.parent)):
        try:
            return _name(made)
        finally:
            made.path.unlink(missing_ok=True)


def copy_again(settled: Path, folder: Path) -> Path:
    """Put a settled copy into another folder too, read back like the first; NotebookError if that fails."""
    with told(*_failed(folder)), closing(opening.connect(settled, read_only=True)) as connection:
        return keep(connection, folder, (number_and_reason(settled) or (0, ""))[1])


def number_and_reason(path: Path) -> tuple[int, str] | None:
    """Return what the name of a copy says: its number and why it was made; None if it is no such name."""
    match = _NAME.fullmatch(path.name)
    return (int(match[1]), match[2] or "") if match else None


def _failed(folder: Path) -> tuple[str, str]:
    return f"No copy could be made in {folder}", "The notebook itself is unharmed."


def _verify(made: Draft) -> None:
    with closing(opening.connect(made.path, read_only=True)) as reader:
        wrong = faults(reader)
        if not wrong and extent(reader) != made.extent:
            wrong = ["It does not hold the same records."]
    if wrong:
        raise NotebookError(
            f"No copy was kept, because it would not be sound: {wrong[0]} "
            "The notebook was left as it is, and so were earlier copies. Run the check of the notebook.",
            "damaged",
        )


def _name(made: Draft) -> Path:
    while True:
        number = _highest(made.path.parent) + 1
        target = made.path.with_name(f"notebook-{number:06}{made.reason and '-' + made.reason}.db")
        try:
            files.settle(made.path, target)
        except FileExistsError:
            continue  # another program took the number in this moment
        return target


def _highest(folder: Path) -> int:
    numbered = (_ANY_NAME.fullmatch(file.name) for file in folder.iterdir())
    return max((int(match[1]) for match in numbered if match), default=0)
