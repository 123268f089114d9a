"""How long the window with a large notebook does not answer: python tests/benchmarks/window.py [count ...]

For each notebook (none, 10,000 and 100,000 highlights and a tenth as many notes, spread over the real
agreements) the real window is opened off screen and used as a person would. A beat that wants to be heard in
every turn of the event loop tells the longest wait between two: so long would a key or a click have waited.
Where others use the machine too, the processor time beside it tells what is the program's own.
"""

import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.app import Randnote
from reader.intake.library import Library
from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.records import Change, Highlight, Note
from reader.paths import Paths, shipped
from reader.settings import OpenPane, Settings
from reader.text.selector import describe
from reader.ui.entries import Scope
from reader.ui.window import Window

BOUND, OPENING = 100.0, 300.0
OPEN = ("aftale-2014", "principper-2015")
WORDS = ("økonomi", "styring", "krav", "KL", "udgifter", "velfærd", "jf. bilag", "tjek tallet", "uenighed")
TAGS = tuple(f"{word} {number}" for word in ("møde", "udkast", "krav") for number in range(8))
ROUNDS, STARTS = 3, 9
_CALM, _NOTHING = 0.4, 0.003
"""Seconds without a turn of more work than the second figure, after which nothing more is to do."""


# The notebooks


def fill(home: Path, count: int, kept: Path) -> None:
    """Make a notebook with so many highlights and a tenth as many notes; seeded, so always the same ones.

    `kept` is a library whose editions are established.
    """
    paths = Paths(home)
    paths.prepare()
    shutil.copyfile(kept, paths.library)
    library = Library(shipped("seeds"), paths.library)
    editions = list(library.editions().values())
    reach = list(accumulate(len(edition.text) for edition in editions))
    dice = random.Random(count)
    with Notebook.open(paths.notebook) as notebook:
        categories = [category.id for category in notebook.categories()]

        def highlight() -> Highlight:
            edition = dice.choices(editions, cum_weights=reach)[0]
            start = dice.randrange(len(edition.text) - 120)
            selector = describe(edition.text, start, start + dice.randrange(10, 110), edition.digest)
            said = " ".join(dice.choices(WORDS, k=dice.randrange(24))) if dice.random() < 0.6 else ""
            tags = tuple(dice.sample(TAGS, dice.randrange(3)))
            about = dice.choice(categories), said, tags, now(), now()
            return Highlight(new_id(), edition.id, selector, *about)

        def note() -> Note:
            edition = dice.choice(editions)
            numbers = [None, *(principle.number for principle in edition.principles)]
            body = " ".join(dice.choices(WORDS, k=dice.randrange(1, 60)))
            return Note(new_id(), edition.id, dice.choice(numbers), body, (), now(), now())

        for first in range(0, count, 1000):
            records = [highlight() for _ in range(first, min(count, first + 1000))]
            changes = [Change(None, record) for record in (*records, *(note() for _ in records[::10]))]
            texts = [(edition.digest, edition.id, edition.text) for edition in editions] if not first else []
            notebook.apply(changes, texts=texts)


# Measuring


class Figure(NamedTuple):
    """The longest turn after a deed, what of it the processor was at work, and until all was done, in ms."""

    wait: float
    work: float
    done: float


class Waits(QObject):
    """Measures the longest wait between two turns of the event loop."""

    def __init__(self) -> None:
        super().__init__()
        self._beat = QTimer(self)
        self._beat.timeout.connect(self._hear)
        self._loop = QEventLoop(self)
        self._begin()

    def _begin(self) -> None:
        self._longest = self._hardest = 0.0
        self._begun = self._last = self._busy = time.perf_counter()
        self._worked = time.thread_time()

    def after(self, deed: Callable[[], object]) -> Figure:
        """Return the figures of a deed."""
        self._begin()
        self._beat.start()
        QTimer.singleShot(0, deed)
        self._loop.exec()
        self._beat.stop()
        return Figure(self._longest * 1000, self._hardest * 1000, (self._busy - self._begun) * 1000)

    def _hear(self) -> None:
        heard, worked = time.perf_counter(), time.thread_time()
        self._longest = max(self._longest, heard - self._last)
        self._hardest = max(self._hardest, worked - self._worked)
        if worked - self._worked > _NOTHING:
            self._busy = heard
        self._last, self._worked = heard, worked
        if heard - self._busy > _CALM:
            self._loop.quit()


# Deeds


class Person:
    """Uses the window as a person would."""

    def __init__(self, app: QApplication, home: Path) -> None:
        self._app = app
        self._paths = Paths(home)
        self.program: Randnote
        self.window: Window

    def open(self) -> None:
        self.program = Randnote(self._app, self._paths, Settings(theme="light", language="en"))
        self.window = self.program.show(tuple(OpenPane(name) for name in OPEN))
        self.window.resize(1440, 900)

    def wait(self) -> None:
        """Do nothing, and let the window come."""

    def close(self) -> None:
        self.window.close()

    def end(self) -> Figure:
        """End the program: its window is gone, and a copy that is being made is made to its end."""
        begun = time.perf_counter()
        self.program.close()
        self.window.deleteLater()
        return Figure(0, 0, (time.perf_counter() - begun) * 1000)

    def type_filter(self, words: str) -> Callable[[], None]:
        return lambda: QTest.keyClicks(self.window.furniture.notes.filters.words, words)

    def clear_filter(self) -> None:
        self.window.furniture.notes.filters.clear()

    def look_in(self, scope: Scope) -> Callable[[], None]:
        return lambda: self.window.furniture.notes.filters.look_in(scope)

    def choose(self, which: str, number: int) -> Callable[[], None]:
        return lambda: getattr(self.window.furniture.notes.filters, which).setCurrentIndex(number)

    def thread(self, number: int) -> Callable[[], None]:
        return lambda: self.program.desk.choose_thread(self.program.desk.threads()[number])

    def scroll(self) -> None:
        bar = self.window.panes.panes()[0].view.verticalScrollBar()
        bar.setValue(bar.value() + 400)

    def show_more(self) -> None:
        self.window.furniture.notes.list.later.click()

    def highlight(self) -> None:
        desk = self.program.desk
        text = desk.edition(OPEN[0]).text
        start = text.index("Politisk aftalestyring bør i videst muligt omfang")
        desk.select(OPEN[0], start, start + 40)
        desk.add_highlight("green")

    def begin_note(self) -> None:
        self.window.furniture.notes.edit(self.program.desk.current)

    def type_note(self) -> None:
        card = self.window.furniture.notes.list.card(self.program.desk.current)
        assert card is not None
        assert card.editor is not None
        QTest.keyClick(card.editor.words, Qt.Key.Key_A)

    def end_note(self) -> None:
        card = self.window.furniture.notes.list.card(self.program.desk.current)
        assert card is not None
        assert card.editor is not None
        QTest.keyClick(card.editor.words, Qt.Key.Key_Escape)

    def undo(self) -> None:
        self.window.furniture.actions["undo"].trigger()

    def redo(self) -> None:
        self.window.furniture.actions["redo"].trigger()

    def remove(self) -> None:
        self.window.furniture.actions["remove"].trigger()

    def search(self, words: str) -> Callable[[], None]:
        line = self.window.furniture.search_line

        def search() -> None:
            line.setText("")
            line.setFocus()
            QTest.keyClicks(line, words)

        return search

    def leave_search(self) -> None:
        self.window.furniture.search_line.popup.hide()

    def open_beside(self) -> None:
        self.program.desk.open("aftale-2009")

    def close_beside(self) -> None:
        self.program.desk.close_pane(2)


Deed = tuple[str, Callable[[], object]]


def deeds(person: Person) -> list[Deed]:
    """Return what is done after opening, in order; what has no name only leads back."""
    lines = ("typing a word into the filter", "another", "choosing a category", "choosing a tag")
    filters = [
        (lines[0], person.type_filter("udgif")),
        (lines[1], person.type_filter(" kr")),
        ("clearing the filters", person.clear_filter),
        (lines[2], person.choose("category", 2)),
        (lines[3], person.choose("tag", 2)),
        ("", person.clear_filter),
    ]
    return [
        *filters,
        ("looking in all agreements", person.look_in(Scope.ALL)),
        *((f"{name}, in all" if name else "", deed) for name, deed in filters),
        ("looking in this principle", person.look_in(Scope.PRINCIPLE)),
        ("choosing a thread", person.thread(1)),
        ("another thread", person.thread(3)),
        ("looking in what is open", person.look_in(Scope.OPEN)),
        ("scrolling a page", person.scroll),
        ("showing more notes", person.show_more),
        ("highlighting", person.highlight),
        ("opening its note", person.begin_note),
        ("typing a letter of it", person.type_note),
        ("another letter", person.type_note),
        ("closing it", person.end_note),
        ("undoing", person.undo),
        ("redoing", person.redo),
        ("removing it", person.remove),
        ("undoing that", person.undo),
        ("searching everywhere for a word", person.search("styring")),
        ("for two letters", person.search("kr")),
        ("", person.leave_search),
        ("opening another agreement", person.open_beside),
        ("closing it again", person.close_beside),
    ]


def one_round(app: QApplication, home: Path) -> dict[str, Figure]:
    """Return the figures of one opening and all that is done after it."""
    waits, person = Waits(), Person(app, home)
    person.open()
    figures = {"furnishing, until all is read": waits.after(person.wait)}
    for name, deed in deeds(person):
        figure = waits.after(deed)
        if name:
            figures[name] = figure
    figures["closing"] = waits.after(person.close)
    figures["ending, with the window gone"] = person.end()
    return figures


def rounds(app: QApplication, home: Path) -> dict[str, Figure]:
    """Return the medians of some rounds."""
    taken = [one_round(app, home) for _ in range(ROUNDS)]
    return {
        name: Figure(
            *(statistics.median(column) for column in zip(*(one[name] for one in taken), strict=True))
        )
        for name in taken[0]
    }


def table(found: dict[int, dict[str, Figure]]) -> None:
    """Print the longest turns, wall and processor time, and until all was done; a column a notebook."""
    counts = list(found)
    print("The longest turn of the event loop, of that processor time, and until all was done, in ms")
    print(f"{'':34}" + "".join(f"{count:>24,}" for count in counts))
    for name in found[counts[0]]:
        figures = [found[count][name] for count in counts]
        cells = "".join(f"{one.wait:9.0f}{one.work:6.0f} ({one.done:6.0f})" for one in figures)
        print(f"{name:34}{cells}  {verdict(figures, BOUND)}")


def verdict(figures: list[Figure], bound: float) -> str:
    """Say whether all are within a bound, or would be if nobody else used the machine."""
    if all(one.wait <= bound for one in figures):
        return f"within {bound:g}"
    return f"within {bound:g} at work" if all(one.work <= bound for one in figures) else f"OVER {bound:g}"


def opening(homes: dict[int, Path], rounds: int) -> None:
    """Print how long it takes from the start of the program to the first paint, beside an empty notebook."""
    from run import child

    taken: dict[int, list[float]] = {count: [] for count in homes}
    for number in range(rounds + 1):
        for count, home in homes.items():
            seconds, _, _ = child("started.py", str(home))
            taken[count] += [seconds * 1000] if number else []
    least = statistics.median(taken[min(homes)])
    for count, figures in taken.items():
        more = statistics.median(figures) - least
        told = f"{least + more:.0f} ms, {more:.0f} of them for the notes"
        within = "within" if more <= OPENING else "OVER"
        print(f"start to first paint with {count:,}: {told}: {within} {OPENING:g}")


def main(counts: list[int], folder: Path) -> None:
    app = QApplication([])
    homes = {count: folder / str(count) for count in counts}
    Library(shipped("seeds"), folder / "library.db").editions()
    for count, home in homes.items():
        if not home.exists():
            fill(home, count, folder / "library.db")
    opening(homes, STARTS)
    # What a first round alone has to load is left out.
    one_round(app, homes[counts[0]])
    table({count: rounds(app, home) for count, home in homes.items()})


if __name__ == "__main__":
    wanted = [int(word) for word in sys.argv[1:] if word.isdigit()] or [0, 10_000, 100_000]
    kept = [Path(word) for word in sys.argv[1:] if not word.isdigit()]
    if kept:
        main(wanted, kept[0])
    else:
        with tempfile.TemporaryDirectory() as made:
            main(wanted, Path(made))
