"""A start loads what a page needs, and no more; and Qt keeps count of what it is lent."""

import os
import shutil
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
    *("sqlite_utils", "markdown", "tomllib", "difflib", "rapidfuzz", "hashlib", "dataclasses"),
    *(
        "reader.intake.shelf",
        "reader.search.index",
        "reader.ui.notes",
        "reader.ui.furniture",
        "reader.ui.panehead",
        "reader.ui.changes",
        "reader.ui.change_marks",
        "reader.compare",
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


def test_changes_that_were_shown_last_time_are_looked_for_after_the_first_paint(tmp_path):
    (tmp_path / "settings.json").write_text('{"changes": true}')
    loaded, _ = first_paint(tmp_path)
    assert "reader.ui.pane" in loaded
    assert not {"reader.ui.changes", "reader.compare", "rapidfuzz"} & loaded


def test_no_enumeration_of_qt_is_made_before_the_first_paint(second_start):
    assert not second_start[1]


DAY = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reader.app import Randnote
from reader.paths import choose_home
from reader.settings import read_settings

def main(paths):
    app = QApplication([])
    paths.prepare()
    program = Randnote(app, paths, read_settings(paths.settings))
    program.show(())

    def work():
        window, view = program.window, program.window.panes.panes()[0].view
        view.setFocus()
        for _ in range(9):
            QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClick(view, Qt.Key.Key_1)
        QTest.keyClick(view, Qt.Key.Key_N)
        QTest.keyClicks(app.focusWidget(), "Husk det.")
        program.desk.undo()
        window.furniture.search_line.setText("styring")
        window.furniture.search_line.search()
        QTimer.singleShot(400, change)

    def change():
        for command in ("backup", "theme_dark", "language_da"):
            program.window.furniture.actions[command].trigger()
        QTimer.singleShot(400, leave)

    def leave():
        program.window.furniture.actions["quit"].trigger()

    QTimer.singleShot(400, work)
    status = app.exec()
    program.close()
    return status

sys.exit(main(choose_home(None)))
"""


class Elsewhere:
    """A computer of one's own: everything on it but the data folder is empty."""

    def __init__(self, folder):
        self.home, self.outside = folder / "home", folder / "outside"
        (self.outside / "tmp").mkdir(parents=True)
        given = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
        folders = {"HOME": self.outside, "TMPDIR": self.outside / "tmp", "RANDNOTE_HOME": self.home}
        ours = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
        self._environment = {**given, **{name: str(folders[name]) for name in folders}, **ours}

    def run(self, *command):
        return subprocess.run(
            command,
            env=self._environment,
            cwd=self.outside,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )


@pytest.fixture
def elsewhere(tmp_path):
    return Elsewhere(tmp_path)


@pytest.fixture(scope="module")
def a_day(tmp_path_factory):
    """What was said, and what is there, after a day at the window."""
    elsewhere = Elsewhere(tmp_path_factory.mktemp("day"))
    return elsewhere.run(sys.executable, "-c", DAY), elsewhere


def written(folder):
    """Return what was put into a folder, but for the cache of fonts, which is the system's."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(str(path) for path in found if "fontconfig" not in path.parts)


def test_a_day_at_the_window_writes_nothing_elsewhere_and_ends_without_a_word(a_day):
    done, elsewhere = a_day
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert written(elsewhere.outside) == []
    kept = written(elsewhere.home)
    assert {"library.db", "notebook.db", "search.db", "settings.json"} <= set(kept)
    assert any(name.startswith("backups/") for name in kept)
    assert "randnote.log" not in kept


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_what_the_person_wrote_is_for_them_alone(a_day):
    _, elsewhere = a_day
    for path in (elsewhere.home, *elsewhere.home.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path


def test_a_verb_writes_nothing_outside_the_home_folder(elsewhere):
    quote = ("--quote", "Politisk aftalestyring bør")
    done = elsewhere.run(sys.executable, str(ROOT / "main.py"), "annotate", "aftale-2014", *quote)
    assert (done.returncode, done.stderr) == (0, "")
    assert written(elsewhere.outside) == []
    assert "notebook.db" in written(elsewhere.home)


PICTURE = ("screenshot", "-o", "seen.png", "--open", "aftale-2014", "principper-2015")


@pytest.mark.skipif(not shutil.which("strace"), reason="strace tells what a program asks the system for")
@pytest.mark.parametrize("verb", [("list",), PICTURE], ids=["list", "screenshot"])
def test_no_socket_to_a_network_is_opened(elsewhere, verb):
    seen = elsewhere.outside / "seen.txt"
    watch = ("strace", "-f", "-qq", "-e", "trace=network", "-o", str(seen))
    if elsewhere.run(*watch, "true").returncode:
        pytest.skip("strace may not watch here")
    done = elsewhere.run(*watch, sys.executable, str(ROOT / "main.py"), *verb)
    assert done.returncode == 0, done.stderr
    asked = [line for line in seen.read_text().splitlines() if "(" in line]
    assert [line for line in asked if "AF_INET" in line or "AF_NETLINK" in line] == []
    # A picture may ask the desktop on this computer; a verb asks nobody.
    assert verb != ("list",) or [line for line in asked if "socket(" in line] == []


@pytest.mark.skipif(not shutil.which("strace"), reason="strace tells what a program asks the system for")
def test_the_watch_for_sockets_sees_one(elsewhere):
    seen = elsewhere.outside / "seen.txt"
    connect = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"
    watch = ("strace", "-f", "-qq", "-e", "trace=network", "-o", str(seen))
    if elsewhere.run(*watch, sys.executable, "-c", connect).returncode:
        pytest.skip("strace may not watch here")
    assert "AF_INET" in seen.read_text()


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
