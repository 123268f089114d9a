"""What went wrong with the notebook's file, as a sentence a person can act on."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from reader.errors import Kind, NotebookError


class Sentence(str):
    """A plain sentence in English, with what is needed to say it in another language.

    `kind` is a word for what it says, `number` and `path` what it says it of; empty where it has none.
    """

    def __new__(cls, text: str, kind: str = "", number: int = 0, path: str = "") -> "Sentence":
        """Make the sentence."""
        made = super().__new__(cls, text)
        made.kind, made.number, made.path = kind, number, path
        return made

    kind: str
    number: int
    path: str


class Reason(NamedTuple):
    """Why something failed: a word for it, the end of a sentence, and what to do as a sentence."""

    kind: Kind
    cause: str
    remedy: str


_FULL = Reason("full", "the disk is full", "Free some space and try again.")
_FORBIDDEN = Reason(
    "forbidden",
    "the file or its folder cannot be written",
    "Check its permissions, or choose another place.",
)
_DAMAGED = Reason(
    "damaged", "the file is damaged", "Leave it as it is; salvage what is left of it, or restore a backup."
)
_DISK = Reason(
    "disk", "the disk reported an error", "Check that the disk is connected and has room, then try again."
)
_MISSING = Reason("missing", "there is no such file or folder", "Check the place and try again.")

_SQLITE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _FORBIDDEN,
    sqlite3.SQLITE_CANTOPEN: _FORBIDDEN,
    sqlite3.SQLITE_PERM: _FORBIDDEN,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_READONLY_ROLLBACK: Reason(
        "damaged", "a change was interrupted and must be taken back first", "Open it once for writing."
    ),
    sqlite3.SQLITE_BUSY: Reason(
        "busy", "another program is using the file", "Close that program and try again."
    ),
    sqlite3.SQLITE_IOERR: _DISK,
}
_SYSTEM = {
    errno.ENOENT: _MISSING,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EIO: _DISK,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: _FORBIDDEN,
}


@contextmanager
def told(happened: str, kept: str) -> Iterator[None]:
    """Raise the world's faults as a NotebookError: what happened and why, what was kept, what to do."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise  # ours: a closed notebook, a wrong thread, a wrong number of values
    except (sqlite3.Error, OSError, UnicodeError) as error:
        why = reason(error)
        raise NotebookError(f"{happened}: {why.cause}. {kept} {why.remedy}", why.kind) from error


def reason(error: sqlite3.Error | OSError | UnicodeError) -> Reason:
    """Return why something failed, in words a person can act on."""
    if isinstance(error, UnicodeEncodeError):
        half = "Remove the character that is shown as a box and try again."
        return Reason("", "a text holds half a character", half)
    if isinstance(error, UnicodeError):
        # Python's, and not SQLite's: the bytes of a damaged file are no text.
        return _DAMAGED
    if isinstance(error, OSError):
        plain = Reason("", error.strerror or str(error), "Check the place and try again.")
        return _SYSTEM.get(error.errno or 0, plain)
    # The low byte of SQLite's code is the family; the rest tells its members apart.
    code: int = getattr(error, "sqlite_errorcode", 0)
    other = Reason("", str(error), "Run the check of the notebook and try again.")
    return _SQLITE.get(code) or _SQLITE.get(code & 0xFF, other)
