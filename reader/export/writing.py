"""Files written whole: the old one or the new one, nothing between."""

import errno
import os
import re
import secrets
import unicodedata
from contextlib import suppress
from pathlib import Path

from reader.errors import FileError
from reader.notebook.files import flush
from reader.notebook.sentences import reason

_LONGEST = 100
_MOST_BYTES = 200
_UNNAMED = "randnote"
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|$)", re.IGNORECASE)


def file_name(title: str) -> str:
    """Return a name without suffix that is safe in any folder on any system, at most 100 code points.

    It holds no separators, controls or signs that change the direction of writing, does not begin with a dot
    or hyphen, is no name that Windows keeps for itself, and is never empty.
    """
    letters = [" " if _is_unsafe(c) else c for c in unicodedata.normalize("NFC", title)]
    name = _cut(" ".join("".join(letters).split()).lstrip(" .-~"))
    return _cut("_" + name) if _RESERVED.match(name) else name or _UNNAMED


def write_safely(path: Path, text: str) -> None:
    """Write the text as UTF-8, so that after any failure the old file is still there, whole.

    A link is not followed. FileError says what happened, and that the old file is as it was.
    """
    content = text.encode()
    beside = path.parent / f".randnote-{secrets.token_hex(8)}.tmp"
    try:
        _refuse_link(path)
        _write_new(beside, content)
        beside.replace(path)
    except OSError as error:
        why = error.strerror or "unknown reason"
        said = f"“{path}” could not be written ({why}); what was there is as it was."
        raise FileError(said, reason(error).kind) from error
    finally:
        # What cannot be removed was not made, or the disk is gone; the first error says more.
        with suppress(OSError):
            beside.unlink()
    _flush_folder(path)


def _refuse_link(path: Path) -> None:
    if path.is_symlink():
        said = f"“{path}” is a link, and was not written through; choose another name or remove it."
        raise FileError(said, "link")


def _write_new(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(path: Path) -> None:
    """Make the new name last through a power failure, where the system lets a folder be flushed."""
    try:
        flush(path.parent)
    except OSError as error:
        # A folder that may be written in but not read lets nobody flush it.
        if error.errno != errno.EACCES:
            said = f"“{path}” was written, but its folder could not be flushed to disk."
            raise FileError(said, "unflushed") from error


def _is_unsafe(letter: str) -> bool:
    return letter in '<>:"/\\|?*' or unicodedata.category(letter) in (
        "Cc",
        "Cf",
        "Cs",
        "Co",
        "Cn",
        "Zl",
        "Zp",
    )


def _cut(name: str) -> str:
    """Return as much of the name as fits; Windows drops dots and spaces at the end."""
    whole = name[:_LONGEST].encode()[:_MOST_BYTES].decode(errors="ignore")
    return whole.rstrip(" .")
