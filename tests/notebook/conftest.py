"""A notebook in a folder of its own, records to write, and programs that can be killed."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.records import Highlight, Note
from reader.text.selector import Selector

ROOT = Path(__file__).parents[2]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "home" / "notebook.db"


@pytest.fixture
def notebook(place: Path) -> Iterator[Notebook]:
    with Notebook.open(place) as opened:
        yield opened


@pytest.fixture
def later() -> Callable[[], str]:
    """Wait until the clock, which tells milliseconds, has gone on; return what it says then."""

    def waited() -> str:
        before = now()
        while (time := now()) <= before:
            pass
        return time

    return waited


@pytest.fixture
def a_highlight() -> Callable[..., Highlight]:
    def make(
        agreement: str = "aftale-2014", start: int = 10, category: str = "yellow", note: str = ""
    ) -> Highlight:
        quote = "kommunernes økonomi"
        selector = Selector(start, start + len(quote), quote, "aftale om ", " for 2014", "d" * 64)
        time = now()
        return Highlight(new_id(), agreement, selector, category, note, ("vigtig", "løn"), time, time)

    return make


@pytest.fixture
def a_note() -> Callable[..., Note]:
    def make(agreement: str = "aftale-2014", principle: int | None = 2, body: str = "Spørg *KL* 🙂") -> Note:
        time = now()
        return Note(new_id(), agreement, principle, body, ("åben",), time, time)

    return make


@pytest.fixture
def a_program() -> Iterator[Callable[..., "subprocess.Popen[str]"]]:
    """Start a Python program with these words as its arguments; whatever still runs is killed at the end."""
    started: list[subprocess.Popen[str]] = []

    def start(program: str, *words: object) -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", program, *map(str, words)]
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
        started.append(process)
        return process

    yield start
    for process in started:
        with process:
            process.kill()
