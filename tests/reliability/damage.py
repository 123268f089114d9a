"""Bits flip and files are cut: nothing damaged is shown as good, and salvage brings back what it can."""

import random
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
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


@cache
def written(seed: int) -> tuple[bytes, bytes, dict[str, Record]]:
    """Return a notebook's file, its journal, and what lives in it by id."""
    with folder() as home:
        with Notebook.open(home / "notebook.db") as notebook:
            list(states(notebook, seed, DEEDS))
            living = {record.id: record for record in _shown(notebook)}
        return (home / "notebook.db").read_bytes(), (home / JOURNAL).read_bytes(), living


def _shown(reading: Reading) -> Iterator[Record]:
    """Yield every record that is shown; where a whole kind cannot be read, none of it is."""
    for read in (reading.categories, reading.highlights, reading.notes):
        try:
            yield from read()
        except NotebookError:
            continue


def flipped(content: bytes, living: dict[str, Record], chance: random.Random) -> Counter[str]:
    """Flip a bit and look at everything that is shown."""
    at = chance.randrange(len(content))
    harmed = bytearray(content)
    harmed[at] ^= 1 << chance.randrange(8)
    figures = Counter(flips=1)
    with folder() as home:
        (home / "notebook.db").write_bytes(harmed)
        try:
            with Notebook.open(home / "notebook.db", read_only=True) as notebook:
                shown = list(_shown(notebook))
                figures["shown as good"] += sum(living.get(record.id) != record for record in shown)
                figures["noticed"] += bool(notebook.check())
        except NotebookError:
            figures["refused"] += 1
    return figures


def destroyed(content: bytes, living: dict[str, Record], chance: random.Random) -> Counter[str]:
    """Destroy one to three pages and salvage without a journal."""
    count = len(content) // PAGE
    harmed = bytearray(content)
    for page in chance.sample(range(count), chance.randint(1, 3)):
        harmed[page * PAGE : (page + 1) * PAGE] = chance.choice([bytes(PAGE), chance.randbytes(PAGE)])
    return _salvaged(bytes(harmed), None, living)


def cut(content: bytes, journal: bytes, living: dict[str, Record], chance: random.Random) -> Counter[str]:
    """Cut the file off, or zero it, and salvage with the journal."""
    rest = chance.choice([content[: chance.randrange(len(content))], bytes(len(content)), b""])
    return _salvaged(rest, journal, living)


def _salvaged(content: bytes, journal: bytes | None, living: dict[str, Record]) -> Counter[str]:
    with folder() as home:
        (home / "notebook.db").write_bytes(content)
        if journal is not None:
            (home / JOURNAL).write_bytes(journal)
        salvage(home / "notebook.db", home / "new" / "notebook.db")
        with Notebook.open(home / "new" / "notebook.db") as notebook:
            found = {record.id: record for record in _shown(notebook)}
            unsound = bool(notebook.check())
    same = sum(found.get(key) == record for key, record in living.items())
    return Counter(files=1, records=len(living), salvaged=same, unsound=unsound)


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


def run(flips: int, pages: int, cuts: int, first: int = 0) -> dict[str, Counter[str]]:
    """Harm a few notebooks so often; return the figures."""
    figures: dict[str, Counter[str]] = {"flips": Counter(), "pages": Counter(), "cuts": Counter()}
    content, journal, living = written(first)
    chance = random.Random(first)
    for _ in range(flips):
        figures["flips"].update(flipped(content, living, chance))
    for _ in range(pages):
        figures["pages"].update(destroyed(content, living, chance))
    for _ in range(cuts):
        figures["cuts"].update(cut(content, journal, living, chance))
    return figures


if __name__ == "__main__":
    for name, found in run(*map(int, sys.argv[1:4])).items():
        print(name, dict(found))
