"""The window is real in every test, and drawn off screen."""

import os
import sys
from collections.abc import Iterator

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.fixture(autouse=True)
def undressed() -> Iterator[None]:
    """Take off what a whole program puts on the application, so that the next test finds it bare."""
    yield
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import QLocale
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    if isinstance(app, QApplication) and app.styleSheet():
        app.setStyleSheet("")
        app.setPalette(app.style().standardPalette())
        app.setFont(QFont())
        QLocale.setDefault(QLocale.system())
