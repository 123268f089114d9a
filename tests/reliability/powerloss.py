"""The power goes at any moment: the states a disk may then be in are made, and the notebook opened on each.

Method: what was flushed is there. Of what was written since, each write is there, is not, or is torn (some
of its sectors are there), independently of the others and in any order; of names made, removed and changed
since the folder was flushed, the first few are, or any of them. That is more than any one file system does,
and what SQLite asks of a disk: a sector is written or not, and a flush flushes.
"""

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.errors import NotebookError
from reader.notebook import opening
from reader.notebook.notebook import Notebook
from tests.reliability.deeds import Person, faults_of, state, states
from tests.reliability.recorded import Event, Recorder, watched

SECTOR = 512
DEEDS = 12
_MEMORY = Path("/dev/shm")

PLANTED = {
    # While the file is held SQLite keeps its journal and flushes it clean; a removed one may come back.
    "FULL": {"locking_mode": ("locking_mode", "NORMAL", "normal"), "synchronous": ("synchronous", "FULL", 2)},
    "OFF": {"synchronous": ("synchronous", "OFF", 0)},
}
"""Settings that lose what was saved, or damage it: the harness must see both."""

Files = dict[str, bytes]


@contextmanager
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as made:
        yield Path(made)


def recorded(home: Path, seed: int, synchronous: str) -> tuple[Files, list[Event], list[str]]:
    """Return the files before a session, what happened to them, and what must be there after each deed.

    A mark in the events says that one more deed was said to be saved.
    """
    place = home / "notebook.db"
    if seed % 5:
        with Notebook.open(place) as notebook:
            list(states(notebook, seed, 3))
    # Of every fifth session the beginning is recorded too: the notebook is made in it.
    before = {path.name: path.read_bytes() for path in home.iterdir()}
    recorder = Recorder(home)
    guards = tuple(PLANTED.get(synchronous, {}).get(guard[0], guard) for guard in opening._SETTINGS)
    with patch.object(opening, "_SETTINGS", guards), watched(recorder), Notebook.open(place) as notebook:
        person, expected = Person(seed + 1), [state(notebook)]
        for number in range(DEEDS):
            person.act(notebook)
            recorder.events.append(Event("mark"))
            expected.append(state(notebook))
            if (seed + number) % 13 == 0:
                notebook.renew_journal()
    return before, recorder.events, expected


class Disk:
    """What is on a disk, and what may be."""

    def __init__(self, files: Files) -> None:
        self._content: dict[str, bytes] = dict(files)
        self._pending: dict[str, list[Event]] = {}
        self._names: dict[str, str] = {name: name for name in files}
        self._since: list[Event] = []

    def take(self, event: Event) -> None:
        """Go on by one event."""
        if event.kind in ("write", "cut"):
            self._pending.setdefault(self._file(event.name), []).append(event)
        elif event.kind == "sync":
            name = self._file(event.name)
            self._content[name] = _written(self._content.get(name, b""), self._pending.pop(name, []))
        elif event.kind == "sync folder":
            self._names = _renamed(self._names, self._since)
            self._since = []
        elif event.kind != "mark":
            if event.kind == "make":
                # A file is another one each time it is made.
                event = event._replace(other=f"{event.name}#{len(self._content)}")
                self._content[event.other] = b""
            self._since.append(event)

    def _file(self, name: str) -> str:
        return _renamed(self._names, self._since).get(name, name)

    def after_a_loss(self, chance: random.Random) -> Files:
        """Return what may be there after the power went now."""
        since = self._since[: chance.randint(0, len(self._since))]
        if chance.random() < 0.5:
            luck = chance.random()
            since = [event for event in self._since if chance.random() < luck]
        names = _renamed(self._names, since)
        return {name: self._left(file, chance) for name, file in names.items()}

    def _left(self, file: str, chance: random.Random) -> bytes:
        luck = chance.random()
        there = []
        for event in self._pending.get(file, []):
            fate = chance.random()
            if fate < luck:
                there.append(event)
            elif fate > 0.9 and event.kind == "write" and len(event.content) > SECTOR:
                there += _torn(event, chance)
        return _written(self._content.get(file, b""), there)


def _torn(event: Event, chance: random.Random) -> list[Event]:
    """Return those sectors of a write that came to the disk: the first few, or any."""
    pieces = [
        event._replace(at=event.at + at, content=event.content[at : at + SECTOR])
        for at in range(0, len(event.content), SECTOR)
    ]
    if chance.random() < 0.5:
        return pieces[: chance.randint(1, len(pieces))]
    return [piece for piece in pieces if chance.random() < 0.5]


def _written(content: bytes, events: Sequence[Event]) -> bytes:
    whole = bytearray(content)
    for event in events:
        if event.kind == "cut":
            del whole[event.at :]
            whole += bytes(max(0, event.at - len(whole)))
        else:
            whole += bytes(max(0, event.at - len(whole)))
            whole[event.at : event.at + len(event.content)] = event.content
    return bytes(whole)


def _renamed(names: dict[str, str], events: Sequence[Event]) -> dict[str, str]:
    now = dict(names)
    for event in events:
        if event.kind == "make":
            now[event.name] = event.other
        elif event.kind == "remove":
            now.pop(event.name, None)
        elif event.name in now:
            now[event.other] = now[event.name]
            if event.kind == "rename":
                del now[event.name]
    return now


def judged(files: Files, expected: Sequence[str], *, with_journal: bool) -> Counter[str]:
    """Open what is left; `expected` are what was said last, and what was being saved then."""
    figures = Counter(states=1, lost=0, damaged=0)
    with folder() as home:
        for name, content in files.items():
            if with_journal or not name.endswith(".jsonl"):
                (home / name).write_bytes(content)
        try:
            with Notebook.open(home / "notebook.db") as notebook:
                figures["lost"] += state(notebook) not in expected
                figures["damaged"] += bool(faults_of(notebook))
        except NotebookError:
            figures["damaged"] += 1
    return figures


def run(count: int, synchronous: str = "EXTRA", *, with_journal: bool = True, first: int = 0) -> Counter[str]:
    """Judge so many states, of as many sessions as that takes."""
    figures: Counter[str] = Counter()
    seed = first
    while figures["states"] < count:
        with folder() as home:
            before, events, expected = recorded(home, seed, synchronous)
        chance = random.Random(seed)
        disk, saved = Disk(before), 0
        for at, event in enumerate(events):
            disk.take(event)
            saved += event.kind == "mark"
            # Before anything was said to be saved there are many events, and nothing that could be lost.
            if chance.random() < (0.3 if saved else 0.1) and figures["states"] < count:
                found = judged(
                    disk.after_a_loss(chance), expected[saved : saved + 2], with_journal=with_journal
                )
                if synchronous == "EXTRA" and (found["lost"] or found["damaged"]):
                    print(f"seed {seed}, event {at}: {dict(found)}", file=sys.stderr)
                figures.update(found)
        seed += 1
    return figures


if __name__ == "__main__":
    count = int(sys.argv[1])
    for synchronous, with_journal in (("EXTRA", True), ("EXTRA", False), ("FULL", False), ("OFF", False)):
        found = run(count, synchronous, with_journal=with_journal)
        print(
            f"synchronous={synchronous}, journal {'beside' if with_journal else 'taken away'}: {dict(found)}"
        )
