"""What is measured inside one process: the real window, off screen, until everything is painted."""

import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from reader.app import Randnote
from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.records import Change, Highlight, Touched
from reader.paths import Paths
from reader.settings import OpenPane, Settings
from reader.text.selector import describe
from reader.ui.window import Window

TIMES = 15
ALL = ("aftale-2014", "principper-2015", "aftale-2009", "faelles-velfaerd-2014")


def filled(home: Path, count: int, agreement: str = "aftale-2014") -> None:
    """Fill a notebook with highlights all over an agreement; seeded, so always the same places."""
    from reader.intake.library import Library
    from reader.paths import shipped

    paths = Paths(home)
    paths.prepare()
    edition = Library(shipped("seeds"), paths.library).edition(agreement)
    dice = random.Random(count)
    with Notebook.open(paths.notebook) as notebook:
        categories = [category.id for category in notebook.categories()]
        changes = []
        for _ in range(count):
            start = dice.randrange(len(edition.text) - 120)
            selector = describe(edition.text, start, start + dice.randrange(10, 110), edition.digest)
            record = Highlight(new_id(), agreement, selector, dice.choice(categories), "", (), now(), now())
            changes.append(Change(None, record))
        notebook.apply(changes)


@contextmanager
def opened(home: Path, agreements: tuple[str, ...]) -> Iterator[tuple[Randnote, Window]]:
    """Show the real window with these agreements, fully furnished and laid out."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    paths = Paths(home)
    paths.prepare()
    program = Randnote(app, paths, Settings(theme="light", language="en"))
    window = program.show(tuple(OpenPane(name) for name in agreements))
    window.resize(1440, 900)
    settle()
    try:
        yield program, window
    finally:
        window.close()
        window.deleteLater()
        # Now, and not when a loop comes round: nothing may read a notebook that is closed.
        QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
        program.close()


def settle() -> None:
    """Let everything that is waiting be done."""
    for _ in range(60):
        QApplication.processEvents()


def painted(window: Window) -> None:
    """Paint every page now."""
    for pane in window.panes.panes():
        pane.view.viewport().repaint()


def choosing(panes: int) -> float:
    """Return seconds from choosing a principle until every pane has painted it."""
    with tempfile.TemporaryDirectory() as home, opened(Path(home), ALL[:panes]) as (program, window):
        figures = []
        for at in range(TIMES):
            thread = program.desk.threads()[at % 7]
            begun = time.perf_counter()
            program.desk.choose_thread(thread)
            painted(window)
            figures.append(time.perf_counter() - begun)
            settle()
        return statistics.median(figures)


def adding(count: int) -> float:
    """Return seconds from a highlight that is on disk until it is painted and listed, among so many."""
    with tempfile.TemporaryDirectory() as home:
        filled(Path(home), count)
        with opened(Path(home), ALL[:2]) as (program, window):
            desk, figures = program.desk, []
            edition = desk.edition(ALL[0])
            for at in range(TIMES):
                selector = describe(edition.text, 2000 + at * 40, 2030 + at * 40, edition.digest)
                record = Highlight(new_id(), ALL[0], selector, "green", "", (), now(), now())
                touched: Touched = desk.notebook.apply([Change(None, record)])
                begun = time.perf_counter()
                desk.notebook_changed.emit(touched)
                painted(window)
                figures.append(time.perf_counter() - begun)
                settle()
            return statistics.median(figures)


def recording() -> float:
    """Return seconds from wanting the record of the longest text until it is painted."""
    with tempfile.TemporaryDirectory() as home, opened(Path(home), ("aftale-2009",)) as (_, window):
        furniture, figures = window.furniture, []
        for _ in range(TIMES):
            furniture.navigator.source.forget()
            furniture.navigator.show_tab(0)
            settle()
            begun = time.perf_counter()
            furniture.navigator.show_tab(3)
            furniture.navigator.source.list.viewport().repaint()
            figures.append(time.perf_counter() - begun)
            settle()
        return statistics.median(figures)


def opening(count: int) -> float:
    """Return seconds from wanting another agreement in a pane until it is painted, with its highlights."""
    with tempfile.TemporaryDirectory() as home:
        if count:
            filled(Path(home), count)
        with opened(Path(home), ("principper-2015",)) as (program, window):
            figures = []
            for _ in range(TIMES):
                program.desk.open("principper-2015", 0)
                settle()
                begun = time.perf_counter()
                program.desk.open("aftale-2014", 0)
                painted(window)
                figures.append(time.perf_counter() - begun)
                settle()
            return statistics.median(figures)
