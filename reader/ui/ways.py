"""What a person can do about a notebook that does not open: only what makes sense for what is there."""

from pathlib import Path
from typing import Literal

from reader.errors import Kind, NotebookError

Way = Literal["read", "again", "salvage", "restore", "begin", "go on"]
"""To open it for reading only, to try again, to salvage or restore a notebook in its place, to begin a new
one there, or to go on with what is sound of it."""

_UNHARMED: tuple[Kind, ...] = ("forbidden", "full", "disk", "older")
_SPOILED: tuple[Kind, ...] = ("damaged", "foreign", "empty")


def ways(kind: Kind, place: Path, folder: Path) -> tuple[Way, ...]:
    """Return what can be done about a notebook that was refused for this, with copies in this folder."""
    if kind == "held":
        return "read", "again"
    if kind in _UNHARMED and place.exists():
        return "read", "again"
    if kind == "newer":
        return ("restore",) if has_copies(folder) else ()
    if kind == "missing":
        return "restore", "again", "begin"
    if kind in _SPOILED:
        return _of_spoiled(kind, place, has_copies(folder))
    return ("again", "read") if has_journal(place) and kind == "busy" else ("again",)


def _of_spoiled(kind: Kind, place: Path, copies: bool) -> tuple[Way, ...]:
    journal = has_journal(place)
    found: list[Way] = []
    if journal or copies or kind == "damaged":
        found.append("salvage")
    if copies:
        found.append("restore")
    if journal and place.exists():
        found.append("read")
    if not journal and kind != "damaged":
        found.append("begin")
    return tuple(found)


def refuse_gone(place: Path, folder: Path) -> None:
    """Raise NotebookError if there is no notebook any more: copies are left of it, and no journal."""
    if not place.exists() and not has_journal(place) and has_copies(folder):
        raise NotebookError(f"There is no notebook in {place}, but there are copies of one.", "missing")


def has_journal(place: Path) -> bool:
    """Say whether there is a journal beside a notebook."""
    return place.with_name(f"{place.name}.jsonl").exists()


def has_copies(folder: Path) -> bool:
    """Say whether there are copies in a folder, sound or not."""
    try:
        return any(folder.glob("notebook-*.db"))
    except OSError:
        return False
