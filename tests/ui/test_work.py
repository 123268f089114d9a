"""Long work goes on beside the window."""

import threading

import pytest
from PySide6.QtCore import QObject

from reader.text.progress import Progress
from reader.ui.work import Work


@pytest.fixture
def parent(qapp):
    made = QObject()
    yield made
    made.deleteLater()


def test_work_is_done_in_another_thread_and_tells_its_end_in_the_windows(qtbot, parent):
    work = Work(lambda heard: threading.get_ident(), parent)
    heard = []
    work.ended.connect(lambda ident: heard.append((ident, threading.get_ident())))
    with qtbot.waitSignal(work.ended):
        work.begin()
    ((there, here),) = heard
    assert there != here
    assert here == threading.get_ident()


def test_long_work_tells_how_far_it_is_and_stops_when_it_is_not_wanted(qtbot, parent):
    def endless(heard):
        progress = Progress(heard)
        while True:
            progress(0.25)
            gate.wait(0.01)

    gate = threading.Event()
    work = Work(endless, parent)
    with qtbot.waitSignal(work.progressed) as told:
        work.begin()
    assert told.args == [0.25]
    with qtbot.waitSignal(work.given_up), qtbot.assertNotEmitted(work.ended):
        work.stop()


def test_what_is_done_at_once_shows_no_progress(qtbot, parent):
    work = Work(lambda heard: heard(0.5), parent)
    with qtbot.assertNotEmitted(work.progressed), qtbot.waitSignal(work.ended):
        work.begin()


def test_work_is_given_up_when_the_program_ends(qtbot, qapp, parent):
    def endless(heard):
        progress = Progress(heard)
        while True:
            progress(0.25)
            gate.wait(0.01)

    gate = threading.Event()
    work = Work(endless, parent)
    with qtbot.waitSignal(work.progressed):
        work.begin()
    with qtbot.waitSignal(work.given_up):
        qapp.aboutToQuit.emit()
