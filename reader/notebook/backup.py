"""Copies of the notebook that can be trusted: each is read back before it has its name."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import NotebookError
from reader.notebook import files, opening
from reader.notebook.sentences import told
from reader.notebook.soundness import faults, marks

if TYPE_CHECKING:
    from reader.notebook.notebook import Notebook

_NUMBERED = re.compile(r"notebook-(\d+).*\.db")


def copy(notebook: "Notebook", folder: Path) -> Path:
    """Put a verified copy of the open notebook into the folder and return its path.

    Copies are numbered, so that a clock that goes back confuses nothing, and never take another's name.
    NotebookError if the copy cannot be written or the notebook is not sound; then no file is left behind.
    """
    return keep(notebook.connection, folder)


def keep(connection: sqlite3.Connection, folder: Path, reason: str = "") -> Path:
    """Copy the notebook behind this connection as `copy` does; a reason becomes part of the name."""
    with told(f"No copy could be made in {folder}", "The notebook itself is unharmed."):
        files.make_folder(folder)
        draft = files.draft(folder / "notebook.db")
        try:
            _fill(draft, connection)
            _verify(draft, connection)
            return _settle(draft, reason)
        finally:
            draft.unlink(missing_ok=True)


def _fill(draft: Path, source: sqlite3.Connection) -> None:
    with closing(sqlite3.connect(draft, isolation_level=None)) as target:
        source.backup(target)


def _verify(draft: Path, source: sqlite3.Connection) -> None:
    with closing(opening.connect(draft, read_only=True)) as reader:
        wrong = faults(reader)
        if not wrong and marks(reader) != marks(source):
            wrong = ["It does not hold the same records."]
    if wrong:
        raise NotebookError(
            f"No copy was kept, because it would not be sound: {wrong[0]} "
            "The notebook was left as it is, and so were earlier copies. Run the check of the notebook."
        )


def _settle(draft: Path, reason: str) -> Path:
    while True:
        target = draft.with_name(f"notebook-{_highest(draft.parent) + 1:06}{reason and '-' + reason}.db")
        try:
            files.settle(draft, target)
        except FileExistsError:
            continue  # another program took the number in this moment
        return target


def _highest(folder: Path) -> int:
    numbered = (_NUMBERED.fullmatch(file.name) for file in folder.iterdir())
    return max((int(match[1]) for match in numbered if match), default=0)
