"""The window is real in every test, and drawn off screen; the shipped agreements are established once."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from reader.intake.library import Library
from reader.paths import shipped

os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.fixture
def undressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application, left as plain as it was."""
    font, locale = QFont(qapp.font()), QLocale()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())
    qapp.setFont(font)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def _undress(request: pytest.FixtureRequest) -> None:
    """Let every test that has an application leave it as it was."""
    if "qapp" in request.fixturenames:
        request.getfixturevalue("undressed")


@pytest.fixture(scope="session")
def established(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the shipped agreements, established once."""
    made = tmp_path_factory.mktemp("library") / "library.db"
    Library(shipped("seeds"), made).editions()
    return made


@pytest.fixture(scope="session")
def library(established: Path) -> Library:
    """The shipped agreements, as they were established."""
    return Library(shipped("seeds"), established)
