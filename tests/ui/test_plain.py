"""Words that look like HTML stay words, also where Qt would take them for more."""

import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment, QTextOption

from reader.ui.plain import plain_tip

HOSTILE = ['<img src="a.png">', "&lt;img src=a.png>", "a & b", "\"'", "<b>fed</b>", "a\n  b", "&amp;", "%1"]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_tip_shows_words_as_they_are(qapp, words):
    shown = QTextDocumentFragment.fromHtml(plain_tip(words)).toPlainText()
    assert shown == words
    assert QtGui.Qt.mightBeRichText(plain_tip(words))


def test_no_words_are_no_tip():
    assert plain_tip("") == ""


@pytest.mark.parametrize("words", HOSTILE)
def test_tips_of_principles_show_titles_as_they_are(qapp, words):
    from reader.compare.concordance import Thread
    from reader.ui.threadlist import Row, ThreadModel

    model = ThreadModel()
    model.set_rows([Row(thread=Thread("t", words, "", (), False))])
    tip = model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert QTextDocumentFragment.fromHtml(tip).toPlainText().startswith(words)


def test_a_word_without_end_is_broken_anywhere_and_other_texts_at_words(show, edition_of, made):
    endless = edition_of(made("paragraph", "x" * 20_000 + " y"), made("paragraph", "z"))
    usual = edition_of(made("paragraph", "kommunernes økonomi " * 1000))
    view = show(endless)
    assert view.wordWrapMode() == QTextOption.WrapMode.WrapAnywhere
    from reader.ui.look import light
    from reader.ui.page import Page

    view.show_page(Page(usual, light()))
    assert view.wordWrapMode() == QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    assert view.document().defaultTextOption().wrapMode() == view.wordWrapMode()
    view.show_page(Page(endless, light()))
    assert view.document().defaultTextOption().wrapMode() == QTextOption.WrapMode.WrapAnywhere
    view.select(19_990, 20_002)
    assert view.selection() == (19_990, 20_002)
