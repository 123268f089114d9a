"""The program is killed in the moment it says that something was saved: it is there at the next start."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader.notebook.notebook import Notebook

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX")

ROOT = Path(__file__).resolve().parents[2]
SENTENCE = "Et styrket resultatfokus skal samtidig give et større lokalpolitisk råderum"
AT_THE_WINDOW = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reader.app import Randnote
from reader.paths import Paths
from reader.settings import OpenPane, Settings

deed, quote, signal_name, dies_at = sys.argv[2], sys.argv[3], sys.argv[4], int(sys.argv[5])
Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
app = QApplication([])
program = Randnote(app, Paths(Path(sys.argv[1])), Settings(language="en", theme="light"))
window = program.show((OpenPane("aftale-2014"), OpenPane("principper-2015")))
window.activateWindow()
desk, heard = program.desk, 0

def settle():
    for _ in range(40):
        app.processEvents()

def die(*_):
    global heard
    heard += 1
    if heard == dies_at:
        made = [one for one in desk.notebook.highlights() if one.selector.quote == quote]
        print(made[0].id, made[0].note, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)

def press(key, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(app.focusWidget(), key, held)

settle()
view = window.panes.panes()[0].view
start = desk.edition("aftale-2014").text.index(quote)
view.setFocus()
view.place_caret(start)
for _ in quote:
    press(Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
getattr(desk, signal_name).connect(die)
press(Key.Key_2)
if deed == "note":
    press(Key.Key_N)
    QTest.keyClicks(app.focusWidget(), "Bed om en liste over proceskrav")
elif deed == "undo":
    press(Key.Key_3)
    press(Key.Key_Z, Ctrl)
"""


@pytest.fixture
def killed(known_home):
    """Do something at the window in a process that kills itself; return the id and the note it said last."""

    def run(deed, dies_at, quote, signal_name="saved"):
        done = subprocess.run(
            [sys.executable, "-c", AT_THE_WINDOW, known_home, deed, quote, signal_name, str(dies_at)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == -signal.SIGKILL, done.stderr
        return done.stdout.rstrip("\n").split(" ", 1)

    return run


@pytest.fixture
def kept(known_home):
    """Open the notebook as the next start does, and return its highlights."""

    def read():
        with Notebook.open(known_home / "notebook.db") as notebook:
            assert notebook.check() == []
            return notebook.highlights()

    return read


@pytest.mark.parametrize("signal_name", ["notebook_changed", "saved"])
def test_a_highlight_that_was_said_to_be_saved_is_there(killed, kept, signal_name):
    said = {}
    for quote in (SENTENCE[:30], SENTENCE[:55]):
        said[quote], *_ = killed("highlight", 1, quote, signal_name)
        assert {highlight.selector.quote: highlight.id for highlight in kept()} == said


@pytest.mark.parametrize("letters", [1, 9, 31])
def test_every_letter_of_a_note_that_was_said_to_be_saved_is_there(killed, kept, letters):
    made, note = killed("note", 1 + letters, SENTENCE)
    (highlight,) = kept()
    assert (highlight.id, highlight.note) == (made, note)
    assert note == "Bed om en liste over proceskrav"[:letters]


def test_an_undo_that_was_said_to_be_saved_is_not_undone_by_the_kill(killed, kept):
    killed("undo", 3, SENTENCE)
    assert [(h.selector.quote, h.category) for h in kept()] == [(SENTENCE, "green")]


def test_the_next_start_shows_what_was_saved(killed, person):
    killed("note", 5, SENTENCE)
    person.start()
    start, _ = person.span("aftale-2014", SENTENCE)
    person.view("aftale-2014").scroll_to_y(person.view("aftale-2014").y_of(start) - 100)
    assert person.ground("aftale-2014", start + 2) == person.colour("green")
    assert "Bed " in person.card_words()[0]
