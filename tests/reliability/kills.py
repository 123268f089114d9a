"""Kills a program that keeps notes, with signal 9, at random moments, and looks at what is left.

A fork of this process does the deeds and says through a pipe what is saved. What the notebook holds
afterwards must be what was said last, or one deed more: no half of a group, no damage.
"""

import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.errors import NotebookError
from reader.export.writing import write_safely
from reader.notebook import backup
from reader.notebook.notebook import Notebook
from reader.notebook.restoring import restore
from reader.notebook.schema import STEPS
from tests.reliability.deeds import Person, faults_of, state, states

_MEMORY = Path("/dev/shm")

Work = Callable[[Callable[[], None]], None]
"""What a child does; it is given the means to say that one more thing is done."""


def killed(work: Work, after: float) -> int:
    """Let a child work, kill it, and return how many things it said were done."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            work(lambda: os.write(writing, b".") and None)
        finally:
            os._exit(0)
    os.close(writing)
    # From its first word on: before that it has only been born.
    first = os.read(reading, 1)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    count = len(first)
    while more := os.read(reading, 1 << 16):
        count += len(more)
    os.close(reading)
    return count


@contextmanager
def folder() -> Iterator[Path]:
    # In memory, where there is such a disk: a killed program loses nothing that the system has.
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as made:
        yield Path(made)


def while_working(seed: int, *, too_early: bool = False) -> Counter[str]:
    """Kill a person's program at work. `too_early` plants a fault: it says saved before it saves."""
    chance = random.Random(seed)
    with folder() as home:
        place = home / "notebook.db"
        with Notebook.open(place) as notebook:
            list(states(notebook, seed, 3))

        def work(say: Callable[[], None]) -> None:
            with Notebook.open(place) as opened:
                person = Person(seed + 1_000_000)
                say()
                while True:
                    if too_early:
                        say()
                    person.act(opened)
                    if not too_early:
                        say()

        done = killed(work, chance.uniform(0, 0.06)) - 1
        return _judged(home, seed, done, chance)


def _judged(home: Path, seed: int, done: int, chance: random.Random) -> Counter[str]:
    figures = Counter({"kills": 1, "acknowledged": max(0, done), "lost": 0, "damaged": 0, "half done": 0})
    with folder() as model, Notebook.open(model / "notebook.db") as notebook:
        list(states(notebook, seed, 3))
        expected = list(states(notebook, seed + 1_000_000, done + 1))
    try:
        with Notebook.open(home / "notebook.db") as notebook:
            found = state(notebook)
            figures["damaged"] += bool(faults_of(notebook))
            # It goes on as if nothing had been.
            Person(chance.randrange(10**6)).act(notebook)
            figures["damaged"] += bool(faults_of(notebook))
    except NotebookError:
        figures["damaged"] += 1
        return figures
    figures["lost"] += found not in expected[-2:]
    figures["half done"] += found not in expected
    return figures


def while_migrating(seed: int) -> Counter[str]:
    """Kill a program that brings an older notebook up to date: the old version or the new, never between."""

    def slow(db: object) -> None:
        db.execute("CREATE TABLE later (id TEXT PRIMARY KEY NOT NULL) STRICT")  # type: ignore[attr-defined]
        for number in range(300):
            db.execute("INSERT INTO later VALUES (?)", (str(number),))  # type: ignore[attr-defined]

    steps = (*STEPS, slow)
    with folder() as home:
        place = home / "notebook.db"
        with Notebook.open(place) as notebook:
            expected = list(states(notebook, seed, 12))[-1]

        def work(say: Callable[[], None]) -> None:
            say()
            Notebook.open(place, steps=steps).close()
            say()

        done = killed(work, random.Random(seed).uniform(0, 0.04))
        with Notebook.open(place, steps=steps) as notebook:
            count = notebook.connection.execute("SELECT count(*) FROM later").fetchone()[0]
            wrong = state(notebook) != expected or bool(faults_of(notebook)) or count != 300
        return Counter(migrations=1, ended=done - 1, damaged=wrong)


def while_restoring(seed: int, *, leaves_journal: bool = False) -> Counter[str]:
    """Kill a program that restores a copy: the notebook is the copy or as it was, whole.

    `leaves_journal` plants a fault: the copy is put over the file, and what lay beside it stays.
    """
    with folder() as home:
        place = home / "notebook.db"
        with Notebook.open(place) as notebook:
            old = list(states(notebook, seed, 4))[-1]
            copy = backup.copy(notebook, home / "copies")
            new = list(states(notebook, seed + 1, 4))[-1]

        def work(say: Callable[[], None]) -> None:
            say()
            if leaves_journal:
                shutil.copy(copy, place)
            else:
                restore(place, copy)
            say()

        done = killed(work, random.Random(seed).uniform(0, 0.03))
        try:
            with Notebook.open(place) as notebook:
                found, wrong = state(notebook), bool(faults_of(notebook))
        except NotebookError:
            return Counter(restores=1, damaged=1)
        # What was said to be restored must be.
        between = found not in (old, new) or (done == 2 and found != old)
        return Counter(restores=1, ended=done - 1, damaged=wrong, between=between)


def while_exporting(seed: int, *, in_place: bool = False) -> Counter[str]:
    """Kill a program that writes a file over an older one. `in_place` plants a fault: it writes into it."""
    texts = ["gammel " * 400_000, "ny " * 900_000]
    with folder() as home:
        page = home / "aftale.md"
        page.write_text(texts[0], encoding="utf-8")

        def work(say: Callable[[], None]) -> None:
            say()
            if in_place:
                page.write_text(texts[1], encoding="utf-8")
            else:
                write_safely(page, texts[1])
            say()

        done = killed(work, random.Random(seed).uniform(0, 0.012))
        return Counter(exports=1, ended=done - 1, between=page.read_text(encoding="utf-8") not in texts)


def run(count: int, rare: int, first: int = 0) -> dict[str, Counter[str]]:
    """Kill so many programs at work, and so many in each rarer thing; return the figures."""
    figures: dict[str, Counter[str]] = {}
    for name, deed, times in (
        ("at work", while_working, count),
        ("migrating", while_migrating, rare),
        ("restoring", while_restoring, rare),
        ("exporting", while_exporting, rare),
    ):
        figures[name] = Counter()
        for seed in range(first, first + times):
            found = deed(seed)
            if found["lost"] or found["damaged"] or found["half done"] or found["between"]:
                print(f"{name}: seed {seed}: {dict(found)}", file=sys.stderr)
            figures[name].update(found)
    return figures


def planted(count: int) -> dict[str, Counter[str]]:
    """Do the same with the planted faults, each of which must be seen."""
    figures = {"said too early": Counter(), "left the journal": Counter(), "wrote in place": Counter()}
    for seed in range(count):
        figures["said too early"].update(while_working(seed, too_early=True))
        figures["left the journal"].update(while_restoring(seed, leaves_journal=True))
        figures["wrote in place"].update(while_exporting(seed, in_place=True))
    return figures


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    print(json.dumps(planted(*given) if len(given) == 1 else run(*given)))
