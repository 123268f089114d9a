"""Randnote as it starts: from process start until every open page has been painted."""

import gc
import os
import resource
import sys
import time
from pathlib import Path

gc.disable()  # as the command line does before it opens the window
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from reader.app import Randnote
from reader.paths import choose_home
from reader.settings import read_settings


class Painted(QObject):
    """Ends the process when all pages have been painted."""

    def __init__(self, wanted: int) -> None:
        super().__init__()
        self.wanted = wanted
        self.seen: set[int] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen.add(id(watched))
            if len(self.seen) == self.wanted:
                QTimer.singleShot(0, done)
        return False


def done() -> None:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(time.time(), time.process_time(), memory, flush=True)
    if "modules" in sys.argv:
        print(*sorted(name for name in sys.modules if "." not in name), flush=True)
    os._exit(0)


app = QApplication(sys.argv[:1])
paths = choose_home(None)
paths.prepare()
settings = read_settings(paths.settings)
program = Randnote(app, paths, settings)
window = program.show(settings.panes)
watch = Painted(len(window.panes.panes()))
for pane in window.panes.panes():
    pane.view.viewport().installEventFilter(watch)
app.exec()
