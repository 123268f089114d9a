"""Whether there is a screen to open a window on."""

import os
import re
import socket
import sys
from contextlib import closing

from reader.errors import ReaderError

_NEED_NONE = frozenset(("offscreen", "minimal", "minimalegl", "vnc", "linuxfb", "eglfs"))
_PATIENCE = 2.0
_DISPLAY = re.compile(r"(?:unix|unix/)?:(\d{1,5})(?:\.\d+)?|([^/]+):(\d{1,5})(?:\.\d+)?")
_FIRST_PORT = 6000


def refuse_without_display() -> None:
    """Raise ReaderError where a window cannot open, naming the verbs that need none."""
    if sys.platform.startswith("linux") and not _can_show():
        raise ReaderError(
            "There is no display to open the window on. Start Randnote in a desktop session, or use a verb "
            "that needs none: list, text, outline, principles, tables, emendations, remarks, concordance, "
            "mentions, compare, search, notes, annotate, export, check, backup, salvage, restore, "
            "screenshot. `randnote --help` says more."
        )


def _can_show() -> bool:
    wanted = re.split("[:;]", os.environ.get("QT_QPA_PLATFORM", ""))
    if _NEED_NONE.intersection(wanted) or os.environ.get("WAYLAND_DISPLAY"):
        return True
    return _answers(os.environ.get("DISPLAY", ""))


def _answers(display: str) -> bool:
    """Say whether somebody listens at an X display: `:0`, `host:10.0`."""
    found = _DISPLAY.fullmatch(display)
    if not found:
        return False
    if found.group(2):
        return _connects(socket.AF_INET, (found.group(2), _FIRST_PORT + int(found.group(3))))
    path = f"/tmp/.X11-unix/X{found.group(1)}"  # noqa: S108 - where X servers put their sockets
    return _connects(socket.AF_UNIX, path) or _connects(socket.AF_UNIX, f"\0{path}")


def _connects(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    with closing(socket.socket(family, socket.SOCK_STREAM)) as door:
        door.settimeout(_PATIENCE)
        try:
            door.connect(address)
        except (OSError, OverflowError):
            return False
    return True
