"""Where a notebook lies: a folder that other computers change too is no safe place for it."""

import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePath
from typing import Literal, NamedTuple

_SYNCED = (
    *("dropbox", "onedrive", "google drive", "googledrive", "my drive", "nextcloud", "owncloud", "seafile"),
    *("icloud drive", "icloud", "mobile documents", "cloudstorage", "syncthing", "box sync", "pcloud"),
)
"""How folders are called that a program keeps alike on several computers."""

_NETWORK = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afpfs", "ncpfs", "9p", "afs", "ceph", "glusterfs"),
        *("webdav", "davfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.s3fs", "fuse.gvfsd-fuse"),
    )
)
"""File systems whose files lie on another computer."""

_MOUNTS = Path("/proc/self/mounts")


class Whereabouts(NamedTuple):
    """Why a place is not a safe one: how a synced folder is called, or the kind of a network file system."""

    kind: Literal["synced", "network"]
    name: str


def found(notebook: Path) -> Whereabouts | None:
    """Return why the notebook's folder is no safe place: synced, or on a network; None if it seems safe.

    Judged by the components of the path and by its file system, never by a part of a name.
    """
    folder = notebook.absolute().parent
    if synced := synced_component(folder):
        return Whereabouts("synced", synced)
    if system := _network_system(folder):
        return Whereabouts("network", system)
    return None


def warning(notebook: Path) -> str:
    """Return a plain sentence if the notebook's folder is synced or on a network; empty if it seems safe."""
    where = found(notebook)
    if where is None:
        return ""
    if where.kind == "synced":
        return _said(notebook, f"which a program seems to sync with other computers ({where.name})")
    return _said(notebook, f"which lies on another computer ({where.name})")


Doubt = Literal["", "missing", "same", "inside", "disk"]
"""What speaks against a second place for copies: it is not there now, it is the first one, it is inside the
first or the other way round, or it is on the same disk."""


def doubt(second: Path, first: Path) -> Doubt:
    """Return what speaks against a second place for copies beside the first; empty if nothing does."""
    if not second.is_dir():
        return "missing"
    here, there = first.resolve(), second.resolve()
    if here == there:
        return "same"
    if there.is_relative_to(here) or here.is_relative_to(there):
        return "inside"
    # A folder that is synced goes elsewhere from here: that it begins on the same disk is no harm.
    return "disk" if _device(here) == _device(there) and not synced_component(there) else ""


def _device(folder: Path) -> int:
    """Return the number of the disk that a folder is on, or will be on when it is made."""
    for each in (folder, *folder.parents):
        with suppress(OSError):
            return each.stat().st_dev
    return -1


def synced_component(folder: PurePath) -> str:
    """Return the component of a path that is called as synced folders are; empty if there is none.

    A name may go on behind a space, a hyphen or a tilde: `OneDrive - KL`.
    """
    for component in folder.parts:
        name = component.casefold()
        if any(
            name == known or name.startswith((f"{known} ", f"{known}-", f"{known}~")) for known in _SYNCED
        ):
            return component
    return ""


def file_system(folder: Path, mounts: Iterable[str]) -> str:
    """Return the kind of file system that holds a folder, by lines as of /proc/mounts; empty if unknown."""
    best, kind = -1, ""
    for line in mounts:
        fields = line.split()
        if len(fields) < 3:
            continue
        point = Path(fields[1].replace("\\040", " "))
        if folder.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), fields[2]
    return kind


def _network_system(folder: Path) -> str:
    if sys.platform == "win32":
        return folder.drive if folder.drive.startswith("\\\\") else ""
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
        kind = file_system(folder.resolve(), mounts)
    except OSError:
        return ""
    return kind if kind in _NETWORK else ""


def _said(notebook: Path, why: str) -> str:
    return (
        f"Your notes are in {notebook.parent}, {why}. Two computers writing to one file can damage it. "
        "Keep the notebook on this computer, and choose that folder as the second place for copies instead."
    )
