"""Kills a program that keeps notes, with signal 9, and looks at what is left.

A fork of this process does the deeds and says through a pipe what is saved. It is killed in two ways: at a
random moment, by the clock; and before its n-th step, for every n until it ends: before each write, flush,
making, renaming or removing of a file, whether SQLite asks for it (a VFS that counts) or the code beside it.
What is there afterwards must be what was said last, or one deed more: no half of a group, no damage.
"""

import json
import mmap
import os
import random
import re
import shutil
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, NoReturn
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.notebook.notebook import Notebook
from reader.notebook.records import Change, Touched
from reader.notebook.saving import Saving
from tests.reliability.powerloss import folder
from tests.reliability.recorded import Recorder, watched
from tests.reliability.tasks import (
    Copying,
    Emptying,
    Exporting,
    Migrating,
    Restoring,
    Say,
    Task,
    Working,
)

_DEEDS = 6
"""How many deeds a program has before it that is killed at each step."""

BAD = ("lost", "damaged", "half done", "between")

KINDS: dict[str, tuple[type[Task], float]] = {
    "at work": (Working, 0.06),
    "migrating": (Migrating, 0.04),
    "restoring": (Restoring, 0.03),
    "exporting": (Exporting, 0.012),
    "copying": (Copying, 0.03),
    "emptying the bin": (Emptying, 0.02),
}
"""What a program is killed in, and within how many seconds of its first word."""

PHASES = ("between changes", "in a change", "writing the journal")
_NAME = 80


class Mark:
    """A word that the child leaves where its parent can still read it when it is gone."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, _NAME)

    def set(self, word: str) -> None:
        """Leave a word."""
        self._memory[:] = word.encode()[:_NAME].ljust(_NAME)

    def read(self) -> str:
        """Return the word that was left last."""
        return self._memory[:].decode().strip("\0 ")


def killed(task: Task, within: AbstractContextManager[None], after: float | None) -> tuple[int, bool]:
    """Let a child work, killed after so many seconds, or left to end or to kill itself.

    Returns how often it said that something was done, and whether it was killed.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _live(task, within, writing)
    os.close(writing)
    # From its first word on: before that it has only been born.
    said = os.read(reading, 1)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    while more := os.read(reading, 1 << 16):
        said += more
    os.close(reading)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status) and os.WEXITSTATUS(status):
        raise ChildProcessError(f"{type(task).__name__}, seed {task.seed}: the program ended by a fault")
    return len(said), os.WIFSIGNALED(status)


def _live(task: Task, within: AbstractContextManager[None], writing: int) -> NoReturn:
    status = 1
    try:
        with within:
            task.work(lambda: os.write(writing, b".") and None)
        status = 0
    except BaseException:  # noqa: BLE001 - a fork may go nowhere else
        traceback.print_exc()
    finally:
        os._exit(status)


@contextmanager
def phases(mark: Mark) -> Iterator[None]:
    """Leave a word for where in a change the program is."""
    saving, enter = Saving._saving, Saving._enter

    @contextmanager
    def _saving(self: Saving, failed: str) -> Iterator[object]:
        mark.set(PHASES[1])
        with saving(self, failed) as db:
            yield db
        mark.set(PHASES[0])

    def _enter(self: Saving, *written: Any) -> None:
        mark.set(PHASES[2])
        enter(self, *written)
        mark.set(PHASES[0])

    mark.set(PHASES[0])
    with patch.object(Saving, "_saving", _saving), patch.object(Saving, "_enter", _enter):
        yield


@contextmanager
def dying(home: Path, last: int, mark: Mark) -> Iterator[None]:
    """Kill this program before its step of this number, from 0, and leave a word for what it would be."""
    left = last

    def ask(kind: str, name: str, _by_sqlite: bool) -> None:
        nonlocal left
        if left == 0:
            mark.set(f"{kind} {_sort(name)}")
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1

    with watched(Recorder(home, ask)):
        yield


def _sort(name: str) -> str:
    """Return what sort of file a name is, so that like steps are counted together."""
    return re.sub(r"(?<=\.)[0-9a-f]{8}|[0-9a-f]{16}|\d{6}", "…", name)


def by_the_clock(kind: str, seed: int, make: type[Task] | None = None) -> Counter[str]:
    """Kill a program at a random moment."""
    known, longest = KINDS[kind]
    with folder() as root:
        task = prepared(make or known, root, seed)
        mark = Mark()
        done, _ = killed(task, phases(mark), random.Random(seed).uniform(0, longest))
        found = Counter(kills=1)
        if known is Working:
            found[mark.read()] += 1
        found.update(task.judged(done))
        return found


def prepared(make: type[Task], root: Path, seed: int) -> Task:
    """Return a task with what it needs, in a folder of its own."""
    home = root / "home"
    home.mkdir(parents=True)
    task = make(home, seed)
    task.prepare()
    return task


def at_every_step(
    kind: str, seed: int, most: int, steps: Counter[str], make: type[Task] | None = None
) -> Iterator[Counter[str]]:
    """Kill the same program before its first step, its second, and so on, until it ends; at most so often."""
    with folder() as root:
        task = prepared(make or KINDS[kind][0], root, seed)
        task.deeds = _DEEDS
        before = root / "before"
        shutil.copytree(task.home, before)
        for number in range(most):
            mark = Mark()
            done, was_killed = killed(task, dying(task.home, number, mark), None)
            if not was_killed:
                return
            steps[mark.read()] += 1
            found = Counter(kills=1)
            found.update(task.judged(done))
            yield found
            shutil.rmtree(task.home)
            shutil.copytree(before, task.home)


def run(kind: str, by_clock: int, by_step: int, first: int = 0) -> tuple[Counter[str], Counter[str]]:
    """Kill so many programs in one kind of task, either way; return the figures, and before what steps."""
    figures: Counter[str] = Counter()
    steps: Counter[str] = Counter()
    for seed in range(first, first + by_clock):
        figures.update(_checked(kind, seed, by_the_clock(kind, seed)))
    seed, left = first, by_step
    while left > 0:
        for found in at_every_step(kind, seed, left, steps):
            figures.update(_checked(kind, seed, found))
            left -= 1
        seed += 1
    return figures, steps


def _checked(kind: str, seed: int, found: Counter[str]) -> Counter[str]:
    if any(found[word] for word in BAD):
        print(f"{kind}: seed {seed}: {dict(found)}", file=sys.stderr)
    return found


class SaidTooEarly(Working):
    """Says that a deed is saved before it is."""

    too_early = True


class LeavesJournal(Restoring):
    """Puts a copy over the notebook and leaves what lies beside it."""

    leaves_journal = True


class WritesInPlace(Exporting):
    """Writes into the file that is there."""

    in_place = True


class DividesGroups(Working):
    """Saves each change of a group by itself."""

    def work(self, say: Say) -> None:
        whole = Notebook.apply

        def apply(self: Notebook, changes: Sequence[Change], **named: Any) -> Touched:
            for change in changes[:-1]:
                whole(self, [change], **named)
            return whole(self, changes[-1:], **named)

        with patch.object(Notebook, "apply", apply):
            super().work(say)


FAULTS: dict[str, tuple[str, type[Task]]] = {
    "said too early": ("at work", SaidTooEarly),
    "divided groups": ("at work", DividesGroups),
    "left the journal": ("restoring", LeavesJournal),
    "wrote in place": ("exporting", WritesInPlace),
}


def planted(fault: str, count: int) -> Counter[str]:
    """Do the same with a fault planted, which must be seen: half of the kills are before a step.

    By the clock alone a fault that shows for a short time only may be missed on a busy machine.
    """
    kind, make = FAULTS[fault]
    figures: Counter[str] = Counter()
    for seed in range(count - count // 2):
        figures.update(by_the_clock(kind, seed, make))
    for found in at_every_step(kind, 0, count // 2, Counter(), make):
        figures.update(found)
    return figures


def main(words: list[str]) -> object:
    """Do as `kills.py KIND BY_CLOCK BY_STEP` or `kills.py planted COUNT` asks; the rest is for all kinds."""
    if words[0] == "planted":
        return {fault: planted(fault, int(words[1])) for fault in FAULTS}
    kinds = list(KINDS) if words[0] == "all" else [words[0]]
    return {kind: run(kind, int(words[1]), int(words[2])) for kind in kinds}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1:])))
