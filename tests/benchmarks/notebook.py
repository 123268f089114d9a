"""What safety costs, as ratios and pauses in one run: python tests/benchmarks/notebook.py [rounds] [notes]

A commit of ours beside SQLite's own with the same settings, of one row as long as ours, in turn: the median
of the ratios of neighbours. Then opening, looking into, reading and filtering a large notebook, and the
longest single step of each, which is the longest a window that takes them step by step would wait.
"""

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.notebook import opening
from reader.notebook.keeper import Keeper
from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.records import Change, Highlight, Note
from reader.text.selector import Selector

WORDS = "kommunernes økonomi og den fælles aftale om styring "


def highlight(number: int) -> Highlight:
    quote = WORDS * (1 + number % 3)
    place = number % 50_000
    selector = Selector(place, place + len(quote), quote, "a" * 32, "b" * 32, "d" * 64)
    said = "En note på dansk. " * (number % 9)
    return Highlight(
        new_id(), f"aftale-{2000 + number % 8}", selector, "yellow", said, ("løn",), now(), now()
    )


def note(number: int) -> Note:
    return Note(new_id(), f"aftale-{2000 + number % 8}", number % 11 or None, WORDS, (), now(), now())


def filled(place: Path, count: int) -> None:
    """Make a notebook with so many highlights and a tenth as many notes."""
    with Notebook.open(place) as notebook:
        for first in range(0, count, 1000):
            numbers = range(first, min(count, first + 1000))
            records = [*map(highlight, numbers), *map(note, numbers[::10])]
            notebook.apply([Change(None, record) for record in records])


def seconds(deed: Callable[[], object]) -> float:
    begun = time.perf_counter()
    deed()
    return time.perf_counter() - begun


def longest(steps: Iterable[object]) -> float:
    """Return the longest single step of something that is done step by step."""
    most, begun = 0.0, time.perf_counter()
    for _ in steps:
        most, begun = max(most, time.perf_counter() - begun), time.perf_counter()
    return max(most, time.perf_counter() - begun)


def say(what: str, figure: float, unit: str, bound: float | None = None) -> None:
    verdict = "" if bound is None else f"{'within' if figure <= bound else 'OVER'} {bound:g}"
    print(f"{what:64} {figure:9.2f} {unit:4} {verdict}")


def plain(path: Path) -> sqlite3.Connection:
    """Return SQLite as it is, with our settings and one table."""
    path.touch()
    connection = opening.connect(path)
    connection.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, words TEXT) STRICT")
    return connection


def own(connection: sqlite3.Connection, words: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO rows (words) VALUES (?)", (words,))
    connection.execute("COMMIT")


def commits(folder: Path, rounds: int, count: int) -> None:
    filled(folder / "notebook.db", count)
    with Notebook.open(folder / "notebook.db") as notebook, closing(plain(folder / "plain.db")) as connection:
        notebook.warm()
        pairs = []
        for number in range(rounds):
            made = highlight(number)
            words = repr(made)
            theirs = seconds(lambda words=words: own(connection, words))
            pairs.append((seconds(lambda made=made: notebook.apply([Change(None, made)])), theirs))
    pairs = pairs[len(pairs) // 10 :]
    ratio = statistics.median(ours / theirs for ours, theirs in pairs)
    say(f"a commit among {count}", ratio, "x", 3)
    say("  ours", statistics.median(ours for ours, _ in pairs) * 1000, "ms")
    say("  SQLite's own", statistics.median(theirs for _, theirs in pairs) * 1000, "ms")


def typing(folder: Path, rounds: int) -> None:
    with Notebook.open(folder / "notebook.db") as notebook:
        made = highlight(1)
        notebook.apply([Change(None, made)])
        figures = []
        for letters in range(rounds):
            typed = made._replace(note="x" * letters, modified=now())
            figures.append(
                seconds(lambda a=made, b=typed: notebook.apply([Change(a, b)], continues=notebook.group))
            )
            made = typed
    say("  one more letter of a note", statistics.median(figures) * 1000, "ms")


def large(folder: Path, count: int, bound: float | None) -> None:
    place = folder / "notebook.db"
    filled(place, count)
    print(f"\n{count} highlights and {count // 10} notes, {place.stat().st_size / 1e6:.0f} MB")
    opened: list[Notebook] = []
    say(
        "opening",
        min(seconds(lambda: opened.append(Notebook.open(place)) or opened[-1].close()) for _ in range(5))
        * 1000,
        "ms",
        bound,
    )
    with Notebook.open(place) as notebook:
        say(
            "opening and all that writing needs: the longest step",
            longest(notebook.warming()) * 1000,
            "ms",
            100,
        )
        say(
            "the highlights of one view",
            seconds(lambda: notebook.passages("aftale-2003", (5000, 9000))) * 1000,
            "ms",
            100,
        )
        say(
            "reading all highlights and notes at once",
            seconds(lambda: (notebook.highlights(), notebook.notes())) * 1000,
            "ms",
        )
        say(
            "  a portion at a time: the longest step",
            longest(notebook.highlight_portions()) * 1000,
            "ms",
            100,
        )
        say("  and of the notes", longest(notebook.note_portions()) * 1000, "ms", 100)
        say("what undo would take back", seconds(notebook.undoable) * 1000, "ms", 100)
        some = notebook.highlights("aftale-2003")[7].id
        say("the history of a note", seconds(lambda: notebook.history(some)) * 1000, "ms", 100)
        say("checking all of it", seconds(notebook.check) * 1000, "ms")
        keeper = Keeper(notebook, folder / "backups")
        drafts = []
        say(
            "a copy: the part that has the notebook",
            seconds(lambda: drafts.append(keeper.draft())) * 1000,
            "ms",
        )
        say("  step by step: the longest step", longest(keeper.drafting()) * 1000, "ms", 100)
        say("  the part that may take another thread", seconds(lambda: keeper.settle(drafts[0])) * 1000, "ms")
    say(
        "looking into it while it is open elsewhere",
        seconds(lambda: Notebook.look(place).close()) * 1000,
        "ms",
    )


if __name__ == "__main__":
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        commits(Path(folder), rounds, 0)
        typing(Path(folder), rounds)
    with tempfile.TemporaryDirectory() as folder:
        commits(Path(folder), rounds, count)
    with tempfile.TemporaryDirectory() as folder:
        large(Path(folder), 10_000, 300)
    with tempfile.TemporaryDirectory() as folder:
        large(Path(folder), count, None)
