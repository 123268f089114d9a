"""Shows hostile agreements and notes in the real window: `hostile.py` starts it and watches what it opens.

python showing.py HOME SEEDS LURES GRID [PLANTED ADDRESS], in the folder of the canaries; a line of JSON tells
what was seen.
"""

import json
import re
import sys
import traceback
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from unittest.mock import patch
from urllib.request import urlopen

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QTextBrowser

from reader import app as program
from reader.errors import Kind, NotebookError, ReaderError
from reader.paths import Paths
from reader.settings import OpenPane, Settings
from reader.ui.entries import Scope
from reader.ui.links import LinkQuestion
from reader.ui.opening_dialog import OpeningDialog
from reader.ui.rendering import note_html
from tests.reliability.filling import fill
from tests.reliability.looking import Eye, click, settle
from tests.reliability.lures import Lure
from tests.reliability.watching import NOWHERE

_LEFT_OUT = ("quit", "language_da", "language_en", "theme_system")
KINDS: tuple[Kind, ...] = ("", "damaged", "held", "missing")


class Shown:
    """The program with hostile agreements, and everything in it that can be made to show a text."""

    def __init__(self, app: QApplication, home: Path, seeds: Path, lures: list[Lure], grid: int) -> None:
        self.eye = Eye(grid)
        self._lures = lures
        self._names = [lure for lure in lures if not lure.heavy]
        settings = Settings(language="en", theme="light", emended=True, changes=True, mentions=True)
        self.program = program.Randnote(app, Paths(home), settings, seeds)
        self.desk = self.program.desk
        self._aged = fill(self.program.notebook, self.program.library, lures)
        ids = [agreement.id for agreement in self.program.library.agreements]
        self.window = self.program.show(tuple(OpenPane(name) for name in ids[:4]))
        self.window.resize(1440, 900)
        self.window.furnish()
        self.furniture = self.window.furniture
        self._wait()

    def _wait(self) -> None:
        """Wait for what is compared in threads."""
        settle(30)
        while self.furniture.changes.comparing.is_busy:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
        settle(30)

    # What is looked at

    def everything(self) -> None:
        """Look at all of it."""
        for look in (
            self.pages,
            self.cards,
            self.found,
            self.survey,
            self.messages,
            self.links,
            self.deeds,
            self.past,
            self.refusals,
        ):
            look()

    def pages(self) -> None:
        """Look at every agreement, from its beginning to its end, in panes beside each other."""
        agreements = self.program.library.agreements
        self.eye.look(self.window, "window")
        self.eye.open_menus(self.window)
        for number, agreement in enumerate(agreements):
            self.desk.open(agreement.id, number % len(self.window.panes.panes()))
            self._wait()
            for pane in self.window.panes.panes():
                for share in (0.0, 0.5, 1.0):
                    pane.view.scroll_to_y(share * pane.view.extent())
                    self.eye.look(pane, "pane")
        for tab in range(self.furniture.navigator.tabs.count()):
            self.furniture.navigator.show_tab(tab)
            self.eye.look(self.furniture.navigator, "navigator")

    def cards(self) -> None:
        """Look at every card, its menu and its editor."""
        notes = self.furniture.notes
        notes.filters.look_in(Scope.ALL)
        notes.refresh()
        step = 40
        for _ in range(len(self._lures) // step + 2):
            self.eye.look(notes, "notes")
            for number, card in enumerate(notes.list.cards()):
                notes.area.ensureWidgetVisible(card)
                card.note.grab()
                if number % 8 == 0:
                    self.eye.menu(card.menu())
                    card.edit()
                    self.eye.look(card, "editor")
                    card.end_edit()
            if not notes.list.later.isVisible():
                break
            click(notes.list.later)
            settle()

    def found(self) -> None:
        """Search for every sign, and for what stands around it."""
        line = self.furniture.search_line
        for words in ("img", "kommunerne", *(lure.sign for lure in self._lures[::5])):
            line.setText(words)
            line.search()
            while line.is_searching:
                QApplication.processEvents()
            self.eye.look(line.popup, "found")
        line.clear()
        line.popup.hide()

    def survey(self) -> None:
        """Look at the overview and at the wording of its rows."""
        surveying = self.furniture.surveying
        surveying.show_overview()
        while surveying.found is None:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
        table = surveying.pages.overview.table
        self.eye.look(surveying.pages, "overview")
        for row in range(min(4, table.model().rowCount())):
            table.setCurrentIndex(table.model().index(row, 2))
            self.eye.menu(surveying.pages.overview.menu())
            surveying.pages.overview.wording_wanted.emit()
            settle()
            self.eye.look(surveying.pages, "wording")
            surveying.show_overview()
        surveying.close()

    def messages(self) -> None:
        """Say every lure in a sentence, as when a file of such a name cannot be written."""
        bar = self.furniture.message_bar
        for lure in self._names:
            bar.say(lure.text, action=lure.text)
            self.eye.look(bar, "messages")
            bar.put_away()

    def links(self) -> None:
        """Ask for every address that a note holds, and follow none of them."""
        for lure in self._lures:
            for address in {*re.findall(r'href="([^"]*)"', note_html(lure.text)), lure.text[:2000]}:
                LinkQuestion(address, self.window).open()
                self.eye.attend()

    def deeds(self) -> None:
        """Choose everything that can be chosen; what then waits for an answer is looked at and left."""
        for action in self.furniture.all_actions():
            if action.objectName() not in _LEFT_OUT and action.isEnabled():
                self._do(action)

    def _do(self, action: QAction) -> None:
        self.desk.go_to(self.program.library.agreements[0].id, 3, 30)
        action.trigger()
        settle()
        self.eye.drawn += 1
        self.window.grab()

    def past(self) -> None:
        """Look at what was: a history, passages that wait or are lost, the bin, and copies."""
        self.desk.choose_highlight(self._aged)
        for name in ("history", "check_these", "lost_passages", "bin", "backup", "backups"):
            self.furniture.actions[name].trigger()
            self._wait()
            self.eye.look(self.window, name)
            for other in QApplication.topLevelWidgets():
                if isinstance(other, QDialog) and other.isVisible():
                    self.eye.look(other, name)
                    other.reject()

    def refusals(self) -> None:
        """Say at the start that a file of such a name cannot be opened, and ask what to do about that."""
        for lure in self._names[::9]:
            program._refuse(ReaderError(lure.text))
            place = Path(NOWHERE, lure.text[:100].replace("/", "|"))
            for kind in KINDS:
                OpeningDialog(place, place.parent, NotebookError(lure.text, kind)).exec()


def planted(name: str, shown: Callable[[], Shown], web: str) -> Shown:
    """Plant a fault and show what it spoils."""
    with ExitStack() as stack:
        if name == "notes as they are":
            stack.enter_context(patch("reader.ui.face.note_html", str))
        if name == "tips as they are":
            stack.enter_context(patch("reader.ui.threadlist.plain_tip", str))
        made = shown()
        if name == "messages as rich text":
            made.furniture.message_bar.label.setTextFormat(Qt.TextFormat.AutoText)
            made.messages()
        elif name == "notes as they are":
            made.cards()
        elif name == "tips as they are":
            made.eye.look(made.furniture.navigator, "navigator")
        elif name == "pages as HTML":
            _as_html(made)
        else:
            urlopen(f"http://{web}/", timeout=5).close()
        return made


def _as_html(made: Shown) -> None:
    for agreement in made.program.library.agreements:
        view = QTextBrowser(made.window)
        view.setHtml(made.program.library.edition(agreement.id).text)
        view.show()
        view.grab()


def main(home: Path, seeds: Path, file: Path, grid: int, fault: str = "", web: str = "") -> None:
    """Show everything, or what a planted fault spoils, and tell what was seen."""
    lures = [Lure(*one) for one in json.loads(file.read_text(encoding="utf-8"))]
    errors: list[str] = []

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        errors.append(kind.__name__)
        traceback.print_exception(kind, error, trace)

    sys.excepthook = caught
    app = QApplication(sys.argv[:1])
    if fault:
        made = planted(fault, lambda: Shown(app, home, seeds, lures, grid), web)
    else:
        made = Shown(app, home, seeds, lures, grid)
        made.everything()
    made.window.close()
    settle()
    made.program.close()
    seen = {place: sorted(signs) for place, signs in made.eye.seen.items() if signs}
    print(
        json.dumps(
            {"drawn": made.eye.drawn, "dialogs": made.eye.dialogs, "errors": len(errors), "seen": seen}
        )
    )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]), int(sys.argv[4]), *sys.argv[5:])
