"""A day at the window with the mouse alone."""

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

A14, P15 = "aftale-2014", "principper-2015"

def test_spike(newcomer):
    p = newcomer.start()
    print(p.window.size(), p.desk.panes)
    p.click_thread("Styring på mål og resultater")
    e14, e15 = p.desk.edition(A14), p.desk.edition(P15)
    print(p.height(A14, e14.principle(2).start), p.height(P15, e15.principle(2).start))
    pr = e14.principle(2)
    print(e14.text[pr.start:pr.end])
    words = e14.text[pr.paragraphs[0][0]:pr.paragraphs[0][1]].split(". ")[0]
    print(repr(words))
    span = p.drag_over(A14, words)
    print(p.desk.selection, span, p.window.furniture.selection_bar.isVisible())
    before = p.ground(A14, span[0])
    p.click_category("green")
    print(before, p.ground(A14, span[0]), p.colour("green"), p.view(A14).highlights_at(span[0]+1))
    print(p.card_words())
    print(p.on_disk())
    bar = p.window.furniture.selection_bar
    p.click(bar.note_button)
    print(p.focus())
    p.type("Hej med dig")
    print(p.on_disk()[0][0].note)
    assert 0
