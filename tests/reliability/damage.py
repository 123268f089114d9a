"""Bits flip and files are cut: nothing damaged is shown as good, and salvage brings back what it can."""

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.errors import NotebookError
from reader.notebook import rows
from reader.notebook.notebook import Notebook
from reader.notebook.reading import Reading
from reader.notebook.records import Record
from reader.notebook.salvage import salvage
from tests.reliability.deeds import states
from tests.reliability.powerloss import folder

PAGE = 4096
DEEDS = 250
JOURNAL = "notebook.db.jsonl"


class Written(NamedTuple):
    """A notebook's file, its journal, and what lives in it by id."""

    content: bytes
    journal: bytes
    living: dict[str, Record]


Harm = Callable[[Written, random.Random], Counter[str]]


@cache
def written(seed: int) -> Written:
    """Return a notebook that a person worked in."""
    with folder() as home:
        with Notebook.open(home / "notebook.db") as notebook:
            list(states(notebook, seed, DEEDS))
            living = {record.id: record for record in _shown(notebook)}
        return Written((home / "notebook.db").read_bytes(), (home / JOURNAL).read_bytes(), living)


def _shown(reading: Reading) -> Iterator[Record]:
    """Yield every record that is shown; where a whole kind cannot be read, none of it is."""
    for read in (reading.categories, reading.highlights, reading.notes):
        try:
            yield from read()
        except NotebookError:
            continue


def flipped(was: Written, chance: random.Random) -> Counter[str]:
    """Flip a bit and look at everything that is shown."""
    at = chance.randrange(len(was.content))
    harmed = bytearray(was.content)
    harmed[at] ^= 1 << chance.randrange(8)
    figures = Counter(flips=1)
    with folder() as home:
        (home / "notebook.db").write_bytes(harmed)
        try:
            with Notebook.open(home / "notebook.db", read_only=True) as notebook:
                shown = list(_shown(notebook))
                figures["shown as good"] += sum(was.living.get(record.id) != record for record in shown)
                figures["noticed"] += bool(notebook.check())
        except NotebookError:
            figures["refused"] += 1
    return figures


def journal_flipped(was: Written, chance: random.Random) -> Counter[str]:
    """Flip a bit of the journal and open the notebook; then lose the notebook, and salvage by the journal."""
    harmed = bytearray(was.journal)
    harmed[chance.randrange(len(harmed))] ^= 1 << chance.randrange(8)
    with folder() as home:
        (home / "notebook.db").write_bytes(was.content)
        (home / JOURNAL).write_bytes(harmed)
        with Notebook.open(home / "notebook.db") as notebook:
            noticed = bool(notebook.check())
            found = {record.id: record for record in _shown(notebook)}
    figures = Counter(flips=1, noticed=noticed, lost=_missing(was.living, found))
    left = _salvaged(b"", bytes(harmed), was.living)
    figures["silently older"] += left["silently older"]
    return figures


def _missing(living: dict[str, Record], found: dict[str, Record]) -> int:
    return sum(found.get(key) != record for key, record in living.items())


def destroyed(was: Written, chance: random.Random) -> Counter[str]:
    """Destroy one to three pages and salvage with the journal."""
    return _salvaged(_pages_destroyed(was.content, chance), was.journal, was.living)


def destroyed_alone(was: Written, chance: random.Random) -> Counter[str]:
    """Destroy one to three pages and salvage without a journal, and without a copy."""
    return _salvaged(_pages_destroyed(was.content, chance), None, was.living)


def _pages_destroyed(content: bytes, chance: random.Random) -> bytes:
    count = len(content) // PAGE
    harmed = bytearray(content)
    for page in chance.sample(range(count), chance.randint(1, 3)):
        harmed[page * PAGE : (page + 1) * PAGE] = chance.choice([bytes(PAGE), chance.randbytes(PAGE)])
    return bytes(harmed)


def cut(was: Written, chance: random.Random) -> Counter[str]:
    """Cut the file off, or zero it or a part of it, and salvage with the journal."""
    content = was.content
    at, length = chance.randrange(len(content)), chance.randint(PAGE, len(content))
    zeroed = content[:at] + bytes(len(content[at : at + length])) + content[at + length :]
    rest = chance.choice([content[:at], zeroed, bytes(len(content)), b""])
    return _salvaged(rest, was.journal, was.living)


def _salvaged(content: bytes, journal: bytes | None, living: dict[str, Record]) -> Counter[str]:
    with folder() as home:
        (home / "notebook.db").write_bytes(content)
        if journal is not None:
            (home / JOURNAL).write_bytes(journal)
        report = salvage(home / "notebook.db", home / "new" / "notebook.db")
        with Notebook.open(home / "new" / "notebook.db") as notebook:
            found = {record.id: record for record in _shown(notebook)}
            unsound = bool(notebook.check())
    same = len(living) - _missing(living, found)
    # A form that is not the last one may come back where the last is gone, but never unsaid.
    otherwise = len(living.keys() & found.keys()) - same + len(found.keys() - living.keys())
    unsaid = otherwise if not report.missing and not report.doubts else 0
    return Counter(
        {
            **{"files": 1, "records": len(living), "salvaged": same, "unsound": unsound},
            **{"whole files": same == len(living), "files under 99 %": same < 0.99 * len(living)},
            **{"older forms": otherwise, "silently older": unsaid},
        }
    )


@contextmanager
def unsealed() -> Iterator[None]:
    """Plant a fault: rows are believed whatever their seal says."""

    class Believed(str):
        def __ne__(self, other: object) -> bool:
            return False

        __hash__ = str.__hash__

    plain = rows.seal
    with patch.object(rows, "seal", lambda table, content: Believed(plain(table, content))):
        yield


def harmed(harm: Harm, count: int, first: int = 0, notebooks: int = 4) -> Counter[str]:
    """Harm a few notebooks, so often together; return the figures, and the worst file's."""
    figures: Counter[str] = Counter()
    worst, chance = 100, random.Random(first)
    for number in range(count):
        found = harm(written(first + number % notebooks), chance)
        figures.update(found)
        if "salvaged" in found:
            # Rounded down: what is not all is not 100.
            worst = min(worst, 100 * found["salvaged"] // found["records"])
    if "salvaged" in figures:
        figures["worst file in %"] = worst
    return figures


def run(flips: int, pages: int, cuts: int, notebooks: int = 4) -> dict[str, Counter[str]]:
    """Flip so many bits, a tenth as many in journals, destroy pages in so many files and cut so many."""
    tried: dict[str, tuple[Harm, int]] = {
        "flips": (flipped, flips),
        "journal flips": (journal_flipped, -(-flips // 10)),
        "pages": (destroyed, pages),
        "pages alone": (destroyed_alone, pages),
        "cuts": (cut, cuts),
    }
    return {name: harmed(harm, count, 0, notebooks) for name, (harm, count) in tried.items()}


if __name__ == "__main__":
    for name, found in run(*map(int, sys.argv[1:4])).items():
        print(name, dict(found))
