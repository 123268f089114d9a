"""The window is real in every test, and drawn off screen; the shipped agreements are established once."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.intake.catalogue import CATALOGUE, read_catalogue
from reader.intake.library import Library
from reader.intake.shelf import establish_all
from reader.intake.source import canonical, raw_witness
from reader.paths import shipped as folder
from tests.thorough import LONG, tried

os.environ["QT_QPA_PLATFORM"] = "offscreen"

_PATIENCE = 60_000
"""How many milliseconds may pass until something is there."""

# Timings never decide a test: a law may take its time on a machine that has other things to do. And what is
# changed is not judged by new examples found by chance: those are for whoever looks for faults.
settings.register_profile(
    "randnote", max_examples=tried(50, 2000), deadline=None, derandomize=bool(os.environ.get("CI"))
)
settings.load_profile("randnote")


def pytest_collection_finish(session: pytest.Session) -> None:
    """Spare the search for garbage what is there to stay: the modules and the tests themselves."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give every test an hour where things are tried until nobody can doubt."""
    if LONG:
        for item in items:
            item.add_marker(pytest.mark.timeout(3600))


class Patient(QtBot):
    """Waits as long as a machine may take that has other things to do; what comes at once is had at once."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = _PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = _PATIENCE, **how: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitSignals(self, signals: Any, *, timeout: int = _PATIENCE, **how: Any) -> Any:
        return super().waitSignals(signals, timeout=timeout, **how)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """A person at the window who is patient."""
    return Patient(request)


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
def kept_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the shipped agreements, established once."""
    made = tmp_path_factory.mktemp("library") / "library.db"
    Library(folder("seeds"), made).editions()
    return made


@pytest.fixture(scope="session")
def few_seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two shortest of the shipped agreements, for what asks nothing of the long ones."""
    made = tmp_path_factory.mktemp("few")
    about, *entries = (folder("seeds") / CATALOGUE).read_text(encoding="utf-8").split("[[agreement]]")
    few = read_catalogue(folder("seeds"))[-2:]
    chosen = [entry for entry in entries if any(f'id = "{one.id}"' in entry for one in few)]
    (made / CATALOGUE).write_text("[[agreement]]".join([about, *chosen]), encoding="utf-8")
    for witness in (witness for one in few for witness in one.witnesses):
        shutil.copyfile(folder("seeds") / witness.file, made / witness.file)
    return made


@pytest.fixture(scope="session")
def kept_few(few_seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the two shortest, established once."""
    made = tmp_path_factory.mktemp("library") / "few.db"
    Library(few_seeds, made).editions()
    return made


@pytest.fixture(scope="session")
def library(kept_library: Path) -> Library:
    """The shipped agreements, as they were established."""
    return Library(folder("seeds"), kept_library)


@pytest.fixture(scope="session")
def shipped():
    return read_catalogue(folder("seeds"))


@pytest.fixture(scope="session")
def sources(shipped):
    return {w.file: canonical(raw_witness(folder("seeds") / w.file)) for a in shipped for w in a.witnesses}


@pytest.fixture(scope="session")
def established(shipped, sources):
    return establish_all(shipped, sources)
