"""Where things live: what came with the program, and what belongs to the person."""

import os
import sys
from pathlib import Path
from typing import NamedTuple

from reader.errors import FileError


class Paths(NamedTuple):
    """The folders and files of one person: all of them below `home`."""

    home: Path

    @property
    def notebook(self) -> Path:
        """The precious file: highlights, notes, categories."""
        return self.home / "notebook.db"

    @property
    def library(self) -> Path:
        """Established editions; derived."""
        return self.home / "library.db"

    @property
    def search(self) -> Path:
        """The search index; derived."""
        return self.home / "search.db"

    @property
    def settings(self) -> Path:
        """What the person prefers, and the place and layout of last time."""
        return self.home / "settings.json"

    @property
    def backups(self) -> Path:
        """Verified copies of the notebook."""
        return self.home / "backups"

    def prepare(self) -> None:
        """Make the person's folder, for them alone; FileError if that cannot be done."""
        try:
            self.home.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise FileError(
                f"The folder for your notes cannot be made: {self.home} ({error.strerror}). "
                "Choose another with --home FOLDER or the variable RANDNOTE_HOME."
            ) from error


def choose_home(wanted: str | None) -> Paths:
    """Return the paths below the folder asked for, else RANDNOTE_HOME, else the platform's place."""
    chosen = wanted or os.environ.get("RANDNOTE_HOME")
    return Paths(Path(chosen).expanduser().absolute() if chosen else _platform_home())


def _platform_home() -> Path:
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local")) / "Randnote"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Randnote"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "randnote"


def shipped(name: str) -> Path:
    """Return a folder that came with the program: `seeds` or `resources`.

    It lies inside the package in an installed program, and beside it in a checkout.
    """
    package = Path(__file__).resolve().parent
    inside = package / name
    return inside if inside.is_dir() else package.parent / name
