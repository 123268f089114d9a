"""Who watches a program: its trace, the files it may not open, and the address it may not call."""

import ctypes
import os
import re
import shutil
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

_OPENED, _READ = 0x20, 0x1
_NET = re.compile(r"\b(?:socket\(|connect\(\d+, \{sa_family=)(A?P?F_\w+)")
_ASKED = re.compile(r"(?:^|\s)(\w+)\(.*[\"/\\]canary\.(?:png|css|html|svg)\b")

NOWHERE = "/nowhere/"
"""Where files lie that are named like lures, and are asked for by that name."""


def tracing(trace: Path) -> list[str]:
    """Return how to start a program so that what it asks of the system is written down; nothing if unable."""
    strace = shutil.which("strace")
    if strace is None or subprocess.run([strace, "-qq", "true"], capture_output=True).returncode:
        return []
    return [strace, "-f", "-qq", "-s", "400", "-e", "trace=%file,%network", "-o", str(trace)]


def judged(trace: Path) -> Counter[str]:
    """Count what a trace tells: canaries opened or looked for, sockets reaching further, programs started."""
    figures = Counter({"opened": 0, "looked for": 0, "connections": 0, "programs": 0, "traced": 0})
    if not trace.exists():
        return figures
    figures["traced"] = 1
    # The first program is the one that was traced.
    figures["programs"] = -1
    with trace.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            asked, net = _ASKED.search(line), _NET.search(line)
            # A notebook that is said to lie at such a path is looked for there, and may be.
            if asked and NOWHERE not in line:
                figures["opened" if asked[1].startswith("open") else "looked for"] += 1
            figures["connections"] += bool(net and not net[1].endswith(("_UNIX", "_LOCAL")))
            figures["programs"] += "execve(" in line and "ENOENT" not in line
    return figures


@contextmanager
def watched(place: Path) -> Iterator["Watch"]:
    """Watch whether files of a folder are opened or read while this lasts; only Linux can."""
    watch = Watch(place)
    try:
        yield watch
    finally:
        watch.close()


class Watch:
    """Tells how often files of a folder were opened or read, each since it was asked last."""

    def __init__(self, place: Path) -> None:
        self._descriptor = -1
        if sys.platform == "linux":
            system = ctypes.CDLL(None, use_errno=True)
            self._descriptor = system.inotify_init1(os.O_NONBLOCK)
            for file in place.iterdir():
                system.inotify_add_watch(self._descriptor, os.fsencode(file), _OPENED | _READ)

    def __call__(self) -> int:
        count = 0
        while self._descriptor >= 0:
            try:
                count += len(os.read(self._descriptor, 1 << 16)) // 16
            except BlockingIOError:
                break
        return count

    def close(self) -> None:
        """Watch no more."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


class Door:
    """A socket at the address that the lures name: it counts who comes."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.came = 0
        self._thread = Thread(target=self._wait, daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        """The address, as a lure names it."""
        return f"127.0.0.1:{self._socket.getsockname()[1]}"

    def _wait(self) -> None:
        while True:
            try:
                caller, _ = self._socket.accept()
            except OSError:
                return
            self.came += 1
            with caller:
                caller.settimeout(1)
                caller.sendall(b"HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n")

    def close(self) -> None:
        """Wait for nobody any more."""
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(5)
