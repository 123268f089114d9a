"""Who has the notebook: one program at a time, and the others are told which."""

import io
import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from reader.errors import NotebookError
from reader.notebook.files import PRIVATE_FILE

if sys.platform != "win32":
    import fcntl

PATIENCE = 0.5
"""How many seconds to wait for another program that is about to finish."""

_SIGNATURE = "Randnote, process {} on {} since {}"
_SIGNED = re.compile(_SIGNATURE.format(r"(\d+)", r"(\S+)", r"(\S+)"))


class Holder(NamedTuple):
    """Who has a notebook: the number of the process, the name of the computer, and since when, ISO 8601."""

    process: int
    computer: str
    since: str


@contextmanager
def hold(path: Path, *, shared: bool, since: str) -> Iterator[None]:
    """Hold the notebook, alone or with other readers; NotebookError, naming the holder, if that cannot be.

    Must come before the notebook's bytes are read: closing any descriptor of a file that SQLite has open in
    this same program drops SQLite's lock on it, and only this lock, on a file of its own, can tell.
    """
    lock = path.with_name(f"{path.name}.lock")
    if sys.platform == "win32" or (shared and not lock.exists()):
        yield  # on Windows SQLite's own lock is enough; without a lock file nobody ever wrote here
        return
    flags, mode = (os.O_RDONLY, "r") if shared else (os.O_RDWR | os.O_CREAT, "r+")
    with io.FileIO(os.open(lock, flags, PRIVATE_FILE), mode) as held:
        _wait_for(held, path, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
        if shared:
            yield
            return
        _sign(held, _SIGNATURE.format(os.getpid(), os.uname().nodename, since))
        try:
            yield
        finally:
            _sign(held, "")


def holder(path: Path) -> str:
    """Return who has the notebook, as they signed the lock; empty if nobody did."""
    try:
        return (
            path.resolve().with_name(f"{path.name}.lock").read_text(encoding="utf-8", errors="replace")[:200]
        )
    except OSError:
        return ""


def signed(path: Path) -> Holder | None:
    """Return who has the notebook, if a Randnote has it and signed the lock."""
    found = _SIGNED.fullmatch(holder(path))
    return Holder(int(found[1]), found[2], found[3]) if found else None


def _wait_for(held: io.FileIO, path: Path, kind: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while not _taken(held, kind):
        if time.monotonic() > deadline:
            holder = _named(os.pread(held.fileno(), 200, 0).decode("utf-8", "replace"))
            raise NotebookError(
                f"The notebook {path} is already open ({holder}). Nothing was read or changed. "
                "Close it there first, then try again.",
                "held",
            )
        time.sleep(0.05)


def _named(signature: str) -> str:
    """Return who has the notebook, for a person: with the time as the clock here shows it."""
    found = _SIGNED.fullmatch(signature)
    try:
        since = datetime.fromisoformat(found[3]).astimezone() if found else None
    except ValueError:
        since = None
    if found is None or since is None:
        return signature or "by another program"
    return _SIGNATURE.format(found[1], found[2], f"{since:%Y-%m-%d %H:%M}")


def _taken(held: io.FileIO, kind: int) -> bool:
    try:
        fcntl.flock(held, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _sign(held: io.FileIO, name: str) -> None:
    try:
        held.truncate(0)
        os.pwrite(held.fileno(), name.encode(), 0)
    except OSError:
        return  # a full disk must not keep a person from reading; the lock holds without a name in it
