"""What a program may be killed in: how it is prepared, what it does, and what must be left of it."""

import os
import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from reader.errors import NotebookError
from reader.export.writing import write_safely
from reader.notebook import backup
from reader.notebook.notebook import Notebook
from reader.notebook.restoring import restore
from reader.notebook.schema import STEPS
from tests.reliability.deeds import Person, faults_of, state, states
from tests.reliability.older import as_before, set_back

Say = Callable[[], None]
"""Tells, outside the program that will be killed, that one more thing is done."""

DEEDS_AT_MOST = 400
_PIECE = 1 << 18


class Task:
    """Something a program does in a folder; all of it follows from the seed."""

    deeds = DEEDS_AT_MOST

    def __init__(self, home: Path, seed: int) -> None:
        self.home = home
        self.place = home / "notebook.db"
        self.seed = seed

    def prepare(self) -> None:
        """Make what is there before."""

    def work(self, say: Say) -> None:
        """Do it: the first word says that it begins."""
        raise NotImplementedError

    def judged(self, done: int) -> Counter[str]:
        """Say what is left, after so many things were said to be done."""
        raise NotImplementedError


class Working(Task):
    """A person writes, changes, removes, takes back and takes in. A fault: it is said before it is saved."""

    too_early = False

    def prepare(self) -> None:
        with Notebook.open(self.place) as notebook:
            list(states(notebook, self.seed, 3))

    def work(self, say: Say) -> None:
        with Notebook.open(self.place) as notebook:
            person = Person(self.seed + 1_000_000)
            say()
            for _ in range(self.deeds):
                if self.too_early:
                    say()
                person.act(notebook)
                if not self.too_early:
                    say()

    def judged(self, done: int) -> Counter[str]:
        said = max(0, done - 1)
        figures = Counter({"acknowledged": said, "lost": 0, "damaged": 0, "half done": 0})
        expected = self._expected(said)
        try:
            with Notebook.open(self.place) as notebook:
                found = state(notebook)
                figures["damaged"] += bool(faults_of(notebook))
                # It goes on as if nothing had been.
                Person(self.seed + 2_000_000).act(notebook)
                figures["damaged"] += bool(faults_of(notebook))
        except NotebookError:
            figures["damaged"] += 1
            return figures
        figures["lost"] += found not in expected[said:]
        figures["half done"] += found not in expected
        return figures

    def _expected(self, said: int) -> Sequence[str]:
        """Return what was there after each deed, up to the one that was not yet said to be done."""
        model = self.home.with_name(f"{self.home.name}-model")
        model.mkdir()
        with Notebook.open(model / "notebook.db") as notebook:
            list(states(notebook, self.seed, 3))
            expected = list(states(notebook, self.seed + 1_000_000, min(said + 1, self.deeds)))
        shutil.rmtree(model)
        return expected


class Migrating(Task):
    """An older notebook is brought up to date: it is of an old version or of the new, never between.

    It was written before notes had headings, and two steps are taken: that which gave them, and a slow one.
    """

    rows = 300

    def steps(self) -> tuple[Callable[..., None], ...]:
        def slow(db: object) -> None:
            db.execute("CREATE TABLE later (id TEXT PRIMARY KEY NOT NULL) STRICT")  # type: ignore[attr-defined]
            for number in range(self.rows):
                db.execute("INSERT INTO later VALUES (?)", (str(number),))  # type: ignore[attr-defined]

        return (*STEPS, slow)

    def prepare(self) -> None:
        with Notebook.open(self.place) as notebook:
            list(states(notebook, self.seed, 12))
            self._state = state(notebook, as_before)
        set_back(self.place)

    def work(self, say: Say) -> None:
        say()
        Notebook.open(self.place, steps=self.steps()).close()
        say()

    def judged(self, done: int) -> Counter[str]:
        figures = Counter({"ended": max(0, done - 1), "damaged": 0, "between": 0, "still old": 0})
        old = self.home.with_name(f"{self.home.name}-old")
        shutil.copytree(self.home, old)
        # The program of before opens it, or is told that it is of a newer one.
        with suppress(NotebookError), Notebook.open(old / "notebook.db") as notebook:
            figures["still old"] += 1
            figures["between"] += state(notebook) != self._state or bool(faults_of(notebook)) or done == 2
        shutil.rmtree(old)
        try:
            with Notebook.open(self.place, steps=self.steps()) as notebook:
                count = notebook.connection.execute("SELECT count(*) FROM later").fetchone()[0]
                figures["between"] += state(notebook) != self._state or count != self.rows
                figures["damaged"] += bool(faults_of(notebook))
        except NotebookError:
            figures["damaged"] += 1
        return figures


class Restoring(Task):
    """A copy is restored: the notebook is the copy or as it was, and nothing of what it was is gone.

    A fault: the copy is put over the file, and what lay beside it stays.
    """

    leaves_journal = False

    def prepare(self) -> None:
        with Notebook.open(self.place) as notebook:
            self._old = list(states(notebook, self.seed, 4))[-1]
            self._copy = backup.copy(notebook, self.home / "copies")
            self._new = list(states(notebook, self.seed + 1, 4))[-1]

    def work(self, say: Say) -> None:
        say()
        if self.leaves_journal:
            shutil.copy(self._copy, self.place)
        else:
            restore(self.place, self._copy)
        say()

    def judged(self, done: int) -> Counter[str]:
        figures = Counter({"ended": max(0, done - 1), "damaged": 0, "between": 0, "lost": 0})
        found = self._open(self.place, figures)
        # What was said to be restored must be; and what was there before is in its place or moved away.
        figures["between"] += found not in (self._old, self._new) or (done == 2 and found != self._old)
        if found == self._old != self._new:
            away = [self._open(path, figures) for path in self.home.glob("notebook.db.away-*/notebook.db")]
            figures["lost"] += self._new not in away
        return figures

    def _open(self, place: Path, figures: Counter[str]) -> str:
        try:
            with Notebook.open(place) as notebook:
                figures["damaged"] += bool(faults_of(notebook))
                return state(notebook)
        except NotebookError:
            figures["damaged"] += 1
            return ""


class Exporting(Task):
    """A file is written over an older one: it is the old or the new. A fault: it is written into."""

    in_place = False
    texts = ("gammel " * 400_000, "ny " * 900_000)

    def prepare(self) -> None:
        (self.home / "aftale.md").write_text(self.texts[0], encoding="utf-8")

    def work(self, say: Say) -> None:
        say()
        if self.in_place:
            self._write_into()
        else:
            write_safely(self.home / "aftale.md", self.texts[1])
        say()

    def _write_into(self) -> None:
        content = self.texts[1].encode()
        file = os.open(self.home / "aftale.md", os.O_WRONLY | os.O_TRUNC)
        for first in range(0, len(content), _PIECE):
            os.write(file, content[first : first + _PIECE])
        os.close(file)

    def judged(self, done: int) -> Counter[str]:
        found = (self.home / "aftale.md").read_text(encoding="utf-8")
        between = found not in self.texts or (done == 2 and found != self.texts[1])
        return Counter({"ended": max(0, done - 1), "between": between})


class Copying(Task):
    """A copy is made: every file that has a copy's name is whole, and the notebook is unharmed."""

    def prepare(self) -> None:
        with Notebook.open(self.place) as notebook:
            self._state = list(states(notebook, self.seed, 8))[-1]
            backup.copy(notebook, self.home / "copies")

    def work(self, say: Say) -> None:
        say()
        with Notebook.open(self.place) as notebook:
            backup.copy(notebook, self.home / "copies")
        say()

    def judged(self, done: int) -> Counter[str]:
        figures = Counter({"ended": max(0, done - 1), "damaged": 0, "lost": 0})
        copies = list((self.home / "copies").glob("notebook-*.db"))
        for place in (self.place, *copies):
            with Notebook.open(place) as notebook:
                figures["damaged"] += bool(faults_of(notebook)) or state(notebook) != self._state
        figures["lost"] += len(copies) != 2 if done == 2 else len(copies) not in (1, 2)
        return figures


class Emptying(Task):
    """The bin is emptied: all of it is there, or none of it and no word of it."""

    def prepare(self) -> None:
        with Notebook.open(self.place) as notebook:
            list(states(notebook, self.seed, 8))
            living = notebook.highlights()
            if living:
                from reader.notebook.records import Change

                notebook.apply([Change(living[0], None)])
            self._ids = [one.record.id for one in notebook.removed()]
            self._before = state(notebook)

    def work(self, say: Say) -> None:
        say()
        with Notebook.open(self.place) as notebook:
            notebook.purge(self._ids)
        say()

    def judged(self, done: int) -> Counter[str]:
        figures = Counter({"ended": max(0, done - 1), "damaged": 0, "between": 0})
        with Notebook.open(self.place) as notebook:
            emptied = not notebook.removed()
            figures["damaged"] += bool(faults_of(notebook))
            figures["between"] += (not emptied and state(notebook) != self._before) or (
                bool(self._ids) and done == 2 and not emptied
            )
        return figures
