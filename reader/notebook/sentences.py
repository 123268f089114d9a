"""What went wrong with the notebook's file, as a sentence a person can act on."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from reader.errors import NotebookError

_FULL = "the disk is full", "Free some space and try again."
_FORBIDDEN = "the file or its folder cannot be written", "Check its permissions, or choose another place."
_DAMAGED = "the file is damaged", "Leave it as it is and restore a backup."

_SQLITE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _FORBIDDEN,
    sqlite3.SQLITE_CANTOPEN: _FORBIDDEN,
    sqlite3.SQLITE_PERM: _FORBIDDEN,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_READONLY_ROLLBACK: (
        "a change was interrupted and must be taken back first",
        "Open it once for writing.",
    ),
    sqlite3.SQLITE_BUSY: ("another program is using the file", "Close that program and try again."),
    sqlite3.SQLITE_IOERR: (
        "the disk reported an error",
        "Check that the disk is connected and has room, then try again.",
    ),
}
_SYSTEM = {
    errno.ENOENT: ("there is no such file or folder", "Check the place and try again."),
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
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
    except (sqlite3.Error, OSError, UnicodeEncodeError) as error:
        cause, remedy = reason(error)
        raise NotebookError(f"{happened}: {cause}. {kept} {remedy}") from error


def reason(error: sqlite3.Error | OSError | UnicodeEncodeError) -> tuple[str, str]:
    """Return why something failed, as the end of a sentence, and what to do, as a sentence."""
    if isinstance(error, UnicodeEncodeError):
        return "a text holds half a character", "Remove the character that is shown as a box and try again."
    if isinstance(error, OSError):
        plain = error.strerror or str(error), "Check the place and try again."
        return _SYSTEM.get(error.errno or 0, plain)
    # The low byte of SQLite's code is the family; the rest tells its members apart.
    code: int = getattr(error, "sqlite_errorcode", 0)
    other = str(error), "Run the check of the notebook and try again."
    return _SQLITE.get(code) or _SQLITE.get(code & 0xFF, other)
