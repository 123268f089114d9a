"""New files that are whole or not there, for this person only, and on disk when they have their name."""

import errno
import os
import re
import sys
import time
from pathlib import Path

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


def make_folder(folder: Path) -> None:
    """Make the folder and those above it that are missing, each for this person only; OSError if refused."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        flush(each.parent)


def draft(target: Path) -> Path:
    """Make an empty file beside the target under a name of its own; `settle` gives it the target's name."""
    path = target.with_name(f".{target.name}.{os.urandom(4).hex()}")
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE))
    return path


def sweep(target: Path, age: float = 0.0) -> None:
    """Remove drafts of the target, and of what is named after it, that killed programs left.

    Only for the one who alone may make such drafts; or of an age, in seconds, at which nobody goes on with
    them. OSError if it is refused.
    """
    left = re.compile(rf"\.{re.escape(target.name)}(\.[a-z]+)?\.[0-9a-f]{{8}}(-journal)?")
    with os.scandir(target.parent) as found:
        drafts = [entry.path for entry in found if left.fullmatch(entry.name) and _age(entry) >= age]
    for path in drafts:
        Path(path).unlink(missing_ok=True)


def _age(entry: "os.DirEntry[str]") -> float:
    return max(0.0, time.time() - entry.stat().st_mtime)


def settle(finished: Path, target: Path) -> None:
    """Give a finished draft its name, flushed to disk; FileExistsError if the name is taken."""
    flush(finished)
    try:
        os.link(finished, target)
    except FileExistsError:
        raise
    except OSError:
        _settle_without_links(finished, target)
    finished.unlink(missing_ok=True)
    flush(target.parent)


def _settle_without_links(finished: Path, target: Path) -> None:
    # Memory sticks and some network disks have no hard links; an empty file claims the name instead.
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))
    try:
        finished.replace(target)
    except OSError:
        target.unlink()
        raise


def replace(finished: Path, target: Path) -> None:
    """Put a finished draft in the place of the target, old or none, flushed to disk; OSError if refused."""
    flush(finished)
    finished.replace(target)
    flush(target.parent)


def write_all(descriptor: int, content: bytes) -> None:
    """Write all of the content and wait until it is on disk; OSError if only a part of it could be."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    reach_disk(descriptor)


def reach_disk(descriptor: int) -> None:
    """Wait until what was written to an open file is on disk, and not only in the disk's own memory."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)


def flush(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on disk."""
    if os.name == "nt" and path.is_dir():
        return  # Windows keeps a folder's names itself and lets nobody open one
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network and memory-stick file systems cannot flush a folder and say so.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)
