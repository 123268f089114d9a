"""The disk is full, or fails, at the n-th thing asked of it: what is not saved is told, the rest is there.

Every failed deed must be told as a NotebookError, and leave the notebook as it was; every deed that was said
to be saved must be there; and when the disk works again, so must the notebook, at once and after a restart.
Each kind of call fails at its first, second, … n-th time until a session has no more of them, once or for
good; then calls of all kinds fail by chance. What cannot be had from a planted error - a disk that is full, a
folder that may not be written in - is in `taken.py`, with the system's own errors.
"""

import errno
import random
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import apsw

from reader.errors import NotebookError
from reader.notebook.notebook import Notebook
from tests.reliability.deeds import Person, faults_of, state, states
from tests.reliability.powerloss import folder
from tests.reliability.recorded import Recorder, watched

DEEDS = 10
FEW = 4
KINDS = ("write", "sync", "open", "cut", "remove", "rename", "link")
FOR_GOOD = 10**9
WHERE = ("at work", "opening", "beginning", "rebuilding")
BAD = ("lost", "damaged", "not as it was", "not well afterwards", "not opened afterwards")


class Trouble:
    """Fails calls of some kinds from the n-th on, from 0, for so many calls; the disk is full, or broken."""

    def __init__(self, kinds: tuple[str, ...], at: int, lasts: int, *, full: bool) -> None:
        self.working = True
        self.came = 0
        self._kinds = kinds
        self._left = at
        self._lasts = lasts
        self._full = full

    def __call__(self, kind: str, name: str, by_sqlite: bool) -> None:
        """Raise, if it is time, what the system would."""
        if self.working or kind not in self._kinds or name.endswith(".lock"):
            return
        self._left -= 1
        if self._left >= 0 or self._lasts <= 0:
            return
        self._lasts -= 1
        self.came += 1
        if by_sqlite:
            raise apsw.FullError("planted") if self._full else apsw.IOError("planted")
        raise OSError(errno.ENOSPC if self._full else errno.EIO, "planted", name)


def by_chance(chance: random.Random) -> Trouble:
    """Return trouble with calls of all kinds."""
    return Trouble(
        KINDS, chance.randint(0, 60), chance.choice([1, 2, 5, FOR_GOOD]), full=chance.random() < 0.5
    )


def tried(seed: int, trouble: Trouble, deeds: int = DEEDS, where: str = WHERE[0]) -> Counter[str]:
    """Let a person work while the disk fails, or a program open the notebook; return what came of it.

    Beginning is opening where there is none yet, rebuilding where only its journal is left.
    """
    figures = Counter({"sessions": 1, **dict.fromkeys(BAD, 0)})
    with folder() as home:
        place = home / "notebook.db"
        with Notebook.open(place) as notebook:
            last = list(states(notebook, seed, 3 if where != "beginning" else 0))[-1]
        if where in ("beginning", "rebuilding"):
            place.unlink()
        with watched(Recorder(home, trouble)):
            if where == WHERE[0]:
                last = _worked_in_trouble(place, seed, trouble, deeds, figures)
            else:
                _opened_in_trouble(place, trouble, figures)
        figures["errors"] += trouble.came
        try:
            with Notebook.open(place) as notebook:
                figures["lost"] += state(notebook) != last
                figures["damaged"] += bool(faults_of(notebook))
        except NotebookError:
            figures["not opened afterwards"] += 1
    return figures


def _opened_in_trouble(place: Path, trouble: Trouble, figures: Counter[str]) -> None:
    trouble.working = False
    try:
        Notebook.open(place).close()
        figures["opened"] += 1
    except NotebookError:
        figures["told"] += 1


def _worked_in_trouble(place: Path, seed: int, trouble: Trouble, deeds: int, figures: Counter[str]) -> str:
    with Notebook.open(place) as notebook:
        _under_trouble(notebook, Person(seed + 1), trouble, deeds, figures)
        trouble.working = True
        Person(seed + 2).write(notebook)
        figures["not well afterwards"] += bool(faults_of(notebook)) or bool(notebook.trouble)
        return state(notebook)


def _under_trouble(
    notebook: Notebook, person: Person, trouble: Trouble, deeds: int, figures: Counter[str]
) -> None:
    last = state(notebook)
    trouble.working = False
    for _ in range(deeds):
        try:
            person.act(notebook)
        except NotebookError as error:
            figures["told"] += 1
            trouble.working = True
            # Where the disk fails at the very end of a commit nobody knows, and that is what is told.
            known = "told to be unsure" if error.kind == "unsure" else "not as it was"
            figures[known] += state(notebook) != last
            last = state(notebook) if error.kind == "unsure" else last
            trouble.working = False
        else:
            figures["saved"] += 1
            figures["journal told"] += bool(notebook.trouble)
            last = state(notebook)
    with suppress(NotebookError):
        notebook.renew_journal()


def one_by_one(seed: int = 0, deeds: int = FEW, stride: int = 1) -> Iterator[tuple[str, Counter[str]]]:
    """Let the n-th call of each kind fail, for every n that there is, or every so manieth; yield by kind."""
    for kind in KINDS:
        figures: Counter[str] = Counter()
        for lasts in (1, FOR_GOOD):
            for where in WHERE:
                at, came = 0, True
                while came:
                    trouble = Trouble((kind,), at, lasts, full=bool(at % 2))
                    found = tried(seed, trouble, deeds, where)
                    _tell(f"{kind} {at}, {lasts} times, {where}", found)
                    figures.update(found)
                    came = trouble.came > 0
                    at += stride
        yield kind, figures


def run(count: int, first: int = 0) -> Counter[str]:
    """Try so many sessions in which calls fail by chance."""
    figures: Counter[str] = Counter()
    for seed in range(first, first + count):
        found = tried(seed, by_chance(random.Random(seed)))
        _tell(f"seed {seed}", found)
        figures.update(found)
    return figures


def _tell(where: str, found: Counter[str]) -> None:
    if any(found[word] for word in BAD):
        print(f"{where}: {dict(found)}", file=sys.stderr)


if __name__ == "__main__":
    if sys.argv[1] == "each":
        for name, each in one_by_one(int(sys.argv[2])):
            print(name, dict(each), flush=True)
    else:
        print(dict(run(int(sys.argv[1]))))
