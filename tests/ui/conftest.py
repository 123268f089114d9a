"""Editions made up for tests of what is seen."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from reader.app import Randnote
from reader.intake.library import Library
from reader.notebook.notebook import Notebook
from reader.notebook.records import Change, Highlight
from reader.paths import Paths
from reader.settings import OpenPane, Settings, read_settings
from reader.text.agreement import Block, Edition, Place, Section, Span
from reader.text.selector import Selector
from reader.ui.desk import Desk
from reader.ui.look import Look, light
from reader.ui.notes import NotesPanel
from reader.ui.page import Page
from reader.ui.reading import ReadingView
from reader.ui.theme import light_theme

ROOT = Path(__file__).resolve().parents[2]
HERE = Place("made.txt", 1, 1)
A14, P15 = "aftale-2014", "principper-2015"
QUOTE = "Politisk aftalestyring bør i videst muligt omfang erstatte detailregulering."
Mod = Qt.KeyboardModifier


@dataclass
class Made:
    """One block to be: `content` is its text, or a table's rows of cells."""

    kind: str
    content: Any
    level: int = 0
    mark: str = ""
    lede: bool = False
    section: str = "root"
    emphasis: tuple[Span, ...] = field(default=())


def cells_of(rows: list[list[str]], start: int) -> tuple[tuple[Span, ...], ...]:
    cells, at = [], start
    for row in rows:
        spans = []
        for cell in row:
            spans.append((at, at + len(cell)))
            at += len(cell) + 1
        cells.append(tuple(spans))
    return tuple(cells)


def make_edition(*blocks: Made) -> Edition:
    """Join blocks to an edition; the sections `root`, `box` and `inner` (in the box) are there to be used."""
    made, texts, at = [], [], 0
    for number, block in enumerate(blocks):
        table = block.kind == "table"
        text = "\n".join("\t".join(row) for row in block.content) if table else block.content
        cells = cells_of(block.content, at) if table else ()
        emphasis = tuple((at + start, at + end) for start, end in block.emphasis)
        fixed = (block.section, HERE, block.mark, block.lede, emphasis, cells)
        made.append(Block(f"b{number}", block.kind, block.level, at, at + len(text), *fixed))
        texts.append(text)
        at += len(text) + 1
    text = "\n".join(texts)
    sections = (
        Section("root", "title", 1, "", 0, len(text), HERE, ""),
        Section("box", "box", 2, "", 0, len(text), HERE, "root"),
        Section("inner", "subsection", 3, "", 0, len(text), HERE, "box"),
    )
    return Edition("made", "0", text, tuple(made), sections, ())


@pytest.fixture(scope="session")
def made() -> type[Made]:
    return Made


@pytest.fixture(scope="session")
def edition_of() -> Callable[..., Edition]:
    return make_edition


SENTENCE = "Regeringen og KL er enige om at styrke fokus på mål og resultater i den offentlige sektor. "


@pytest.fixture(scope="session")
def long_edition() -> Edition:
    """An edition of about 100 KB: paragraphs, headings, items and a table now and then."""
    blocks = []
    for number in range(160):
        blocks.append(Made("heading", f"{number}. Styring på mål og resultater", level=2))
        blocks.append(Made("paragraph", SENTENCE * 2, lede=True))
        blocks.append(Made("paragraph", SENTENCE * 4))
        blocks.append(Made("item", SENTENCE.strip(), mark="•"))
        if number % 16 == 3:
            rows = [["", "2013", "2014"], ["Serviceudgifter", "230,1", "231,4"], ["Anlæg", "18,1", "-"]]
            blocks.append(Made("table", rows))
    return make_edition(*blocks)


@pytest.fixture
def show(qtbot: Any) -> Iterator[Callable[..., ReadingView]]:
    """Show an edition in a view that has the focus, laid out to its end."""
    views = []

    def shown(edition: Edition, look: Look | None = None, width: int = 620, height: int = 500) -> ReadingView:
        view = ReadingView()
        views.append(view)
        qtbot.addWidget(view)
        view.resize(width, height)
        view.show_page(Page(edition, look or light()))
        with qtbot.waitSignal(view.laid_out):
            view.show()
        view.activateWindow()
        view.setFocus()
        qtbot.waitUntil(view.hasFocus)
        return view

    yield shown
    for view in views:
        view.hide()


@pytest.fixture
def desk(qapp: Any, library: Library, tmp_path: Path) -> Iterator[Desk]:
    """A desk with the shipped agreements and a new notebook."""
    with Notebook.open(tmp_path / "notebook.db") as notebook:
        desk = Desk(library, notebook, Settings())
        yield desk
        desk.rest()


MarkWords = Callable[..., Highlight]


@pytest.fixture
def mark_words(desk: Desk) -> MarkWords:
    """Highlight words where they first stand in an agreement, as a person would."""

    def marked(
        words: str,
        agreement: str = "aftale-2014",
        category: str = "yellow",
        note: str = "",
        tags: tuple[str, ...] = (),
    ) -> Highlight:
        start = desk.edition(agreement).text.index(words)
        desk.select(agreement, start, start + len(words))
        made = desk.add_highlight(category, note)
        assert made is not None
        if tags:
            assert desk.tag(made, tags)
        kept = desk.notebook.highlight(made.id)
        assert kept is not None
        return kept

    return marked


@pytest.fixture
def notes_panel(qtbot: Any, desk: Desk) -> NotesPanel:
    """The notes panel at its usual width, with the agreements of 2014 and 2015 open."""
    desk.open("aftale-2014")
    desk.open("principper-2015")
    panel = NotesPanel(desk, light_theme())
    qtbot.addWidget(panel)
    panel.resize(300, 900)
    panel.show()
    panel.activateWindow()
    panel.refresh()
    return panel


@pytest.fixture
def lose(desk: Desk) -> Callable[[Highlight], Highlight]:
    """Make a highlight one whose words the person did not find in the text, as after a new edition."""

    def lost(highlight: Highlight) -> Highlight:
        was = highlight.selector
        selector = Selector(was.start, was.end, was.quote, "Disse ord ", " står ingen steder", was.digest)
        gone = highlight._replace(selector=selector, missing_from=was.digest)
        touched = desk.notebook.apply([Change(highlight, gone)])
        desk.notebook_changed.emit(touched)
        return gone

    return lost


def settle(rounds=40):
    for _ in range(rounds):
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Opened:
    """The program with its window, which can be closed and opened again on the same home."""

    def __init__(self, app, home):
        self.app = app
        self.paths = Paths(home)
        self.seeds = None

    def open(self, settings, agreements=(), door=Notebook.open):
        places = tuple(OpenPane(name) for name in agreements) or settings.panes
        self.program = Randnote(self.app, self.paths, settings, self.seeds, door=door)
        self._shown(self.program.show(places))

    def _shown(self, window):
        # The screen is small where nothing is seen, and a restored window is cut to it.
        window.resize(1440, 900)
        window.furnish()
        window.activateWindow()
        settle()

    def close(self):
        # What a test leaves unsaved asks nobody.
        self.desk.unsaved.forget()
        self.window.close()
        self.window.deleteLater()
        settle()
        self.program.close()

    def again(self):
        """Close the program and start it again on the same home."""
        self.close()
        self.open(read_settings(self.paths.settings))

    @property
    def window(self):
        return self.program.window

    @property
    def desk(self):
        return self.program.desk

    @property
    def panes(self):
        return self.window.panes.panes()

    @property
    def actions(self):
        return self.window.furniture.actions

    def choose(self, name):
        self.actions[name].trigger()
        settle()

    def press(self, key, held=Mod.NoModifier):
        QTest.keyClick(self.app.focusWidget(), key, held)
        settle()

    def mark(self, words=QUOTE, category="green", agreement=A14):
        start = self.desk.edition(agreement).text.index(words)
        self.desk.select(agreement, start, start + len(words))
        made = self.desk.add_highlight(category)
        settle()
        return made

    def message(self):
        bar = self.window.furniture.message_bar
        return bar.label.text() if bar.isVisible() else ""

    def search(self, words):
        """Search for words at the top, and return what the list says."""
        line = self.window.furniture.search_line
        line.setText(words)
        line.search()
        while line.is_searching:
            QApplication.processEvents()
        found = line.popup.list
        return [found.item(at).text() for at in range(found.count())]

    def show_in_pane(self, number, agreement):
        """Choose an agreement in the menu of a pane's head."""
        head = self.window.furniture.wardrobe.dress_of(self.panes[number]).head
        choices = head.findChild(QPushButton).menu().actions()
        next(choice for choice in choices if choice.data() == agreement).trigger()
        settle()

    def speak(self, language):
        self.choose(f"language_{language}")
        self._shown(self.window)


@pytest.fixture
def program(undressed, kept_library, tmp_path):
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    shutil.copyfile(kept_library, home / "library.db")
    program = Opened(undressed, home)
    yield program
    program.close()


@pytest.fixture
def opened(program):
    """The window in English, with the agreements of 2014 and 2015."""
    program.open(Settings(theme="light", language="en"), (A14, P15))
    return program


@pytest.fixture(scope="module")
def _left(tmp_path_factory):
    return tmp_path_factory.mktemp("left")


@pytest.fixture
def left(program, _left):
    """Do something in the window and close it; what is then in its home is made once for a whole module."""

    def made(deed):
        done = _left / deed.__name__
        if done.exists():
            shutil.copytree(done, program.paths.home, dirs_exist_ok=True)
        else:
            program.open(Settings(theme="light", language="en"), (A14, P15))
            deed(program)
            settle()
            program.close()
            shutil.copytree(program.paths.home, done)
        return program

    return made


@pytest.fixture
def danish(program):
    """The same in Danish from the first start on."""
    program.open(Settings(theme="light", language="da"), (A14, P15))
    return program


def everything(folder):
    """Return what is in the files of a folder and below, by their names."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@contextmanager
def nobody():
    """Be nobody for a while: root may write everywhere."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def no_room(size):
    """Let no file grow beyond so many bytes, as on a disk that is full."""
    import resource

    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limit[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, before)


HOLDS = """
import sys; from pathlib import Path
from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.records import Change, Note
with Notebook.open(Path(sys.argv[1])) as notebook:
    print("open", flush=True)
    for line in sys.stdin:
        note = Note(new_id(), "aftale-2014", 2, line.strip(), (), now(), now())
        notebook.apply([Change(None, note)])
        print(note.id, flush=True)
"""


class Another:
    """Another program that has the notebook open, and writes a note when it is told to."""

    def __init__(self, place):
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(
            [sys.executable, "-c", HOLDS, str(place)], cwd=ROOT, stdin=pipe, stdout=pipe, text=True
        )
        assert self.process.stdout.readline() == "open\n"

    def write(self, words):
        self.process.stdin.write(f"{words}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def leave(self):
        if self.process.poll() is None:
            self.process.communicate()


@pytest.fixture
def another():
    """Start another program on a notebook; it leaves when it is told to, or at the end."""
    started = []

    def start(place):
        started.append(Another(place))
        return started[-1]

    yield start
    for one in started:
        one.leave()
