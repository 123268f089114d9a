import pytest
from PySide6.QtCore import Qt, QPoint, QMetaMethod
from PySide6.QtTest import QTest
from tests.flows.conftest import settle
A14, P15 = "aftale-2014", "principper-2015"
Key, Mod = Qt.Key, Qt.KeyboardModifier
def test_a(person):
    p=person.start()
    p.click_thread("Styring på mål og resultater")
    def show(): print([(x.view.top(), x.view.verticalScrollBar().value(), x.view.page.edition.text[x.view.top()[0]:][:30]) for x in p.window.panes.panes()], p.desk.panes, p.desk.focus)
    show()
    p.close(); p.start(); show()
    p.close(); p.start(); show()
    p.trigger("language_da"); settle(100); show()
    p.window.resize(1440,900); settle(); show()
    assert 0
