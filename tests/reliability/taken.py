"""What the system itself does to an open notebook: it is removed, replaced, read-only, or the disk is full.

Nothing is planted here: files are really moved, folders really closed, and the system really refuses to write
more. Each case runs in a program of its own that is no superuser, whom nothing stops.
"""

import json
import os
import random
import resource
import shutil
import sys
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NoReturn

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.errors import NotebookError
from reader.notebook.notebook import Notebook
from tests.reliability.deeds import Person, faults_of, state, states
from tests.reliability.powerloss import folder

DEEDS = 6
_NOBODY = 65534
BAD = ("not told", "lost", "damaged", "written elsewhere", "not well afterwards", "ended by a fault")

Undo = Callable[[], object]


class Session:
    """A notebook that a person works in while something is done to its files."""

    def __init__(self, home: Path, seed: int) -> None:
        self.home = home
        self.place = home / "notebook.db"
        self.chance = random.Random(seed)
        self.figures = Counter({"sessions": 1, "told": 0, "saved": 0, **dict.fromkeys(BAD, 0)})
        self._person = Person(seed + 1)
        with Notebook.open(self.place) as notebook:
            list(states(notebook, seed, 3))

    def run(self, harm: Callable[["Session"], Undo], *, must_tell: bool) -> None:
        """Work, do the harm, work on, undo the harm, work on, start again."""
        figures = self.figures
        with Notebook.open(self.place) as notebook:
            last = self.work(notebook, state(notebook))
            undo = harm(self)
            was, last = last, self.work(notebook, last)
            figures["not told"] += must_tell and last != was
            undo()
            told = figures["told"]
            last = self.work(notebook, last)
            figures["not well afterwards"] += figures["told"] != told or bool(faults_of(notebook))
            figures["not well afterwards"] += bool(notebook.trouble)
        self.reopened(last)

    def work(self, notebook: Notebook, last: str) -> str:
        """Do a few deeds; return what must be there after the last one that was said to be saved."""
        for _ in range(DEEDS):
            try:
                self._person.act(notebook)
                self.figures["saved"] += 1
                last = state(notebook)
            except NotebookError:
                self.figures["told"] += 1
                self.figures["not well afterwards"] += state(notebook) != last
        return last

    def reopened(self, last: str) -> None:
        """Start again, and look whether all is there."""
        try:
            with Notebook.open(self.place) as notebook:
                self.figures["lost"] += state(notebook) != last
                self.figures["damaged"] += bool(faults_of(notebook))
        except NotebookError:
            self.figures["lost"] += 1

    def moved_away(self) -> Undo:
        """Move the notebook to where nobody looks; put it back."""
        away = self.home / "elsewhere.db"
        self.place.rename(away)
        return lambda: away.replace(self.place)

    def replaced(self) -> Undo:
        """Put something else in its place, which must stay as it is; put it back."""
        away, other = self.home / "elsewhere.db", self.home / "other.db"
        with Notebook.open(self.home / "another" / "notebook.db") as notebook:
            list(states(notebook, 99, 2))
        content = self.chance.choice(
            [b"", b"noget andet", bytes(9000), (self.home / "another" / "notebook.db").read_bytes()]
        )
        other.write_bytes(content)
        self.place.rename(away)
        other.rename(self.place)

        def undo() -> None:
            self.figures["written elsewhere"] += self.place.read_bytes() != content
            away.replace(self.place)

        return undo

    def journal_removed(self) -> Undo:
        """Remove the journal beside it, or put nonsense in its place: nothing may be lost by that."""
        journal = self.home / "notebook.db.jsonl"
        journal.unlink()
        if self.chance.random() < 0.5:
            journal.write_bytes(self.chance.randbytes(500))
        return lambda: None

    def read_only(self) -> Undo:
        """Close the folder and the files in it, as an administrator would."""
        files = [path for path in self.home.iterdir() if path.is_file()]
        for path in files:
            path.chmod(0o400)
        self.home.chmod(0o500)

        def undo() -> None:
            self.home.chmod(0o700)
            for path in files:
                if path.exists():
                    path.chmod(0o600)

        return undo

    def full(self) -> Undo:
        """Let no file grow: the system refuses to write more, as on a full disk."""
        # What is there can still be written over, or nothing could be taken back either.
        room = self.place.stat().st_size + self.chance.choice([0, 4096, self.chance.randint(0, 20_000)])
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, limits[1]))
        return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def removed(session: Session) -> None:
    """Remove the notebook for good while it is open: what was saved is made again from its journal."""
    with Notebook.open(session.place) as notebook:
        last = session.work(notebook, state(notebook))
        session.place.unlink()
        session.figures["not told"] += session.work(notebook, last) != last
    session.reopened(last)


def closed_folder(session: Session) -> None:
    """Open it where nothing may be written: that is told, or it is read only; afterwards all is there."""
    with Notebook.open(session.place) as notebook:
        last = state(notebook)
    undo = session.read_only()
    try:
        Notebook.open(session.place).close()
        session.figures["not told"] += 1
    except NotebookError:
        session.figures["told"] += 1
    with suppress(NotebookError), Notebook.open(session.place, read_only=True) as notebook:
        session.figures["saved"] += 1
        session.figures["lost"] += state(notebook) != last
    undo()
    session.reopened(last)


CASES: dict[str, Callable[[Session], None]] = {
    "moved away and put back": lambda session: session.run(Session.moved_away, must_tell=True),
    "replaced and put back": lambda session: session.run(Session.replaced, must_tell=True),
    "removed for good": removed,
    "journal removed": lambda session: session.run(Session.journal_removed, must_tell=False),
    "made read-only": lambda session: session.run(Session.read_only, must_tell=False),
    "opened read-only": closed_folder,
    "really full": lambda session: session.run(Session.full, must_tell=False),
}


@cache
def _loaded() -> None:
    """Load all that is loaded late: nobody may not read where Python lies, perhaps."""
    with folder() as home:
        place = home / "notebook.db"
        for seed in range(3):
            with Notebook.open(place) as notebook:
                list(states(notebook, seed, 30))
                notebook.check()
            place.unlink()
        with suppress(NotebookError), Notebook.open(home):
            pass


def tried(name: str, seed: int) -> Counter[str]:
    """Let one case happen in a program of its own; return what came of it."""
    _loaded()
    with folder() as root:
        root.chmod(0o777)
        home = root / "home"
        home.mkdir(mode=0o700)
        if os.geteuid() == 0:
            os.chown(home, _NOBODY, _NOBODY)
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            _live(name, home, seed, writing)
        os.close(writing)
        with os.fdopen(reading) as told:
            figures = told.read()
        os.waitpid(child, 0)
        home.chmod(0o700)
        shutil.rmtree(home)
    return Counter(json.loads(figures)) if figures else Counter({"sessions": 1, "ended by a fault": 1})


def _live(name: str, home: Path, seed: int, writing: int) -> NoReturn:
    try:
        if os.geteuid() == 0:
            os.setgid(_NOBODY)
            os.setuid(_NOBODY)
        session = Session(home, seed)
        CASES[name](session)
        os.write(writing, json.dumps(session.figures).encode())
    except BaseException:  # noqa: BLE001 - a fork may go nowhere else
        traceback.print_exc()
    finally:
        os._exit(0)


def run(count: int, first: int = 0) -> dict[str, Counter[str]]:
    """Let each case happen so often."""
    figures: dict[str, Counter[str]] = {name: Counter() for name in CASES}
    for name in CASES:
        for seed in range(first, first + count):
            found = tried(name, seed)
            if any(found[word] for word in BAD):
                print(f"{name}: seed {seed}: {dict(found)}", file=sys.stderr)
            figures[name].update(found)
    return figures


if __name__ == "__main__":
    print(json.dumps(run(int(sys.argv[1])), indent=1))
