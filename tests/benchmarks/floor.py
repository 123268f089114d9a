"""The floor: a bare window with an empty QTextBrowser, from process start to its first paint."""

import os
import resource
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser


class Painted(QObject):
    """Ends the process when the page has been painted once."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, done)
        return False


def done() -> None:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(time.time(), time.process_time(), memory, flush=True)
    os._exit(0)


app = QApplication(sys.argv[:1])
window = QMainWindow()
page = QTextBrowser()
watch = Painted()
page.viewport().installEventFilter(watch)
window.setCentralWidget(page)
window.resize(1440, 900)
window.show()
app.exec()
