"""A start loads what a page needs, and no more; and Qt keeps count of what it is lent."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

ROOT = Path(__file__).resolve().parents[1]
FIRST_PAINT = """
import os, sys
from pathlib import Path
from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from reader.app import Randnote
from reader.paths import Paths
from reader.settings import read_settings

class Painted(QObject):
    seen = set()
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.seen.add(id(watched))
            if len(self.seen) == 2:
                QTimer.singleShot(0, tell)
        return False

def tell():
    print(*sorted(sys.modules))
    print("Qt" in QtCore.__dict__, flush=True)
    os._exit(0)

app = QApplication([])
paths = Paths(Path(sys.argv[1]))
program = Randnote(app, paths, read_settings(paths.settings))
window = program.show(())
watch = Painted()
for pane in window.panes.panes():
    pane.view.viewport().installEventFilter(watch)
app.exec()
"""
LATER = (
    *("sqlite_utils", "markdown", "tomllib", "difflib", "hashlib", "dataclasses"),
    *(
        "reader.intake.shelf",
        "reader.search.index",
        "reader.ui.notes",
        "reader.ui.furniture",
        "reader.ui.panehead",
    ),
)


def first_paint(home):
    """Start in a process of its own; return what is loaded at the first paint, and if Qt has its names."""
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, str(home)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    modules, made = done.stdout.splitlines()
    return set(modules.split()), made == "True"


@pytest.fixture(scope="module")
def second_start(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    first_paint(home)
    return first_paint(home)


@pytest.mark.parametrize("module", LATER)
def test_what_no_page_needs_is_not_loaded_before_the_first_paint(second_start, module):
    assert module not in second_start[0]


def test_no_enumeration_of_qt_is_made_before_the_first_paint(second_start):
    assert not second_start[1]


def test_nothing_is_written_outside_the_home_folder(tmp_path):
    home, outside = tmp_path / "home", tmp_path / "outside"
    outside.mkdir()
    environment = {
        **os.environ,
        "RANDNOTE_HOME": str(home),
        "HOME": str(outside),
        "XDG_DATA_HOME": str(outside),
    }
    subprocess.run(
        [
            sys.executable,
            str(ROOT / "main.py"),
            "annotate",
            "aftale-2014",
            "--quote",
            "Politisk aftalestyring bør",
        ],
        env=environment,
        cwd=outside,
        check=True,
        capture_output=True,
    )
    assert list(outside.rglob("*")) == []
    assert (home / "notebook.db").exists()


class Speaker(QObject):
    said = Signal(bool)


def test_calling_qt_gives_away_no_reference(qapp):
    """PySide6 6.12.0 gave one away with every call, and Python 3.11 ended when none were left."""
    widget, speaker = QWidget(), Speaker()
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(1000):
        widget.update()
        speaker.said.emit(True)
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert after[0] > before[0] - 100
    assert after[1] > before[1] - 100
