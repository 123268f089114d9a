"""The disk is full, or fails, at the n-th thing asked of it: what is not saved is told, the rest is there.

Every failed deed must be told as a NotebookError, and leave the notebook as it was; every deed that was said
to be saved must be there; and when the disk works again, so must the notebook, at once and after a restart.
"""

import errno
import random
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import apsw

from reader.errors import NotebookError
from reader.notebook.notebook import Notebook
from tests.reliability.deeds import Person, faults_of, state, states
from tests.reliability.powerloss import folder
from tests.reliability.recorded import Recorder, watched

DEEDS = 10
KINDS = ("write", "sync", "open", "cut", "remove")


class Trouble:
    """Fails from the n-th thing on, for so many things; full, or broken."""

    def __init__(self, chance: random.Random) -> None:
        self.working = True
        self._left = chance.randint(0, 60)
        self._lasts = chance.choice([1, 2, 5, 10**9])
        self._full = chance.random() < 0.5

    def __call__(self, kind: str, name: str) -> None:
        """Raise, if it is time, what the system would."""
        if self.working or kind not in KINDS or name.endswith(".lock"):
            return
        self._left -= 1
        if self._left >= 0 or self._lasts <= 0:
            return
        self._lasts -= 1
        if name.endswith(".jsonl") or name.startswith("."):
            number = errno.ENOSPC if self._full else errno.EIO
            raise OSError(number, "planted", name)
        raise apsw.FullError("planted") if self._full else apsw.IOError("planted")


def tried(seed: int) -> Counter[str]:
    """Let a person work while the disk fails; return what came of it."""
    chance, figures = random.Random(seed), Counter(sessions=1)
    with folder() as home:
        place = home / "notebook.db"
        with Notebook.open(place) as notebook:
            list(states(notebook, seed, 3))
        trouble = Trouble(chance)
        with watched(Recorder(home, trouble)), Notebook.open(place) as notebook:
            last = _under_trouble(notebook, Person(seed + 1), trouble, figures)
            trouble.working = True
            Person(seed + 2).act(notebook)
            figures["not well afterwards"] += bool(faults_of(notebook)) or bool(notebook.trouble)
            last = state(notebook)
        with Notebook.open(place) as notebook:
            figures["lost"] += state(notebook) != last
            figures["damaged"] += bool(faults_of(notebook))
    return figures


def _under_trouble(notebook: Notebook, person: Person, trouble: Trouble, figures: Counter[str]) -> str:
    last = state(notebook)
    trouble.working = False
    for _ in range(DEEDS):
        try:
            person.act(notebook)
        except NotebookError:
            figures["told"] += 1
            trouble.working, was = True, trouble.working
            figures["not as it was"] += state(notebook) != last
            trouble.working = was
        else:
            figures["saved"] += 1
            figures["journal told"] += bool(notebook.trouble)
            last = state(notebook)
    return last


def run(count: int, first: int = 0) -> Counter[str]:
    """Try so many sessions."""
    figures: Counter[str] = Counter()
    for seed in range(first, first + count):
        found = tried(seed)
        if found["lost"] or found["damaged"] or found["not as it was"] or found["not well afterwards"]:
            print(f"seed {seed}: {dict(found)}", file=sys.stderr)
        figures.update(found)
    return figures


if __name__ == "__main__":
    print(dict(run(int(sys.argv[1]))))
