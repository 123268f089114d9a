"""Where a notebook lies: a folder that other computers change too is no safe place for it."""

import sys
from collections.abc import Iterable
from pathlib import Path, PurePath

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


def warning(notebook: Path) -> str:
    """Return a plain sentence if the notebook's folder is synced or on a network; empty if it seems safe.

    Judged by the components of the path and by its file system, never by a part of a name.
    """
    folder = notebook.absolute().parent
    if synced := synced_component(folder):
        return _said(notebook, f"which a program seems to sync with other computers ({synced})")
    if system := _network_system(folder):
        return _said(notebook, f"which lies on another computer ({system})")
    return ""


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
