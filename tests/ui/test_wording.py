"""A person reads a principle's wording through the years, and copies from it."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication

from reader.ui.wording import marked
from reader.ui.wording_text import passage_at, place_of

A14, P15 = "aftale-2014", "principper-2015"


@pytest.fixture
def wording(opened, qtbot):
    """The wording of the third principle."""
    thread = next(one for one in opened.desk.threads() if one.number_in(A14) == 3)
    opened.desk.choose_thread(thread)
    opened.choose("wording")
    page = opened.window.furniture.surveying.pages.wording
    qtbot.waitUntil(lambda: page.isVisible() and page.view.hasFocus())
    return page


def pieces(page):
    """Yield the text of each piece and its format."""
    block = page.view.document().begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            yield at.fragment().text(), at.fragment().charFormat()
            at += 1
        block = block.next()


def test_all_years_stand_under_each_other_with_what_came_and_went(wording):
    text = wording.view.toPlainText()
    assert text.index("ØA14 · 2013") < text.index("P15 · 2015")
    assert "The first wording in the library." in text
    assert "reworded, renamed · 4 words gone · 74 words new" in text or "words new" in text
    gone = [said for said, form in pieces(wording) if form.fontStrikeOut()]
    new = [said for said, form in pieces(wording) if form.fontUnderline() and not form.isAnchor()]
    assert any("ledelsesrum" in said for said in gone)
    assert any("råderum" in said for said in new)


def test_a_moved_paragraph_is_named_and_leads_to_its_other_end(opened, wording):
    label, form = next((said, form) for said, form in pieces(wording) if said.startswith("[moved to"))
    assert label == "[moved to P15 · 5: "
    wording.view.anchorClicked.emit(QUrl(form.anchorHref()))
    assert not wording.isVisible()
    pane = opened.window.panes.focused()
    assert pane.agreement == P15
    assert opened.desk.edition(P15).principle_at(pane.view.caret()).number == 5


def test_what_is_copied_tells_what_went_and_what_came(opened, wording):
    wording.view.selectAll()
    wording.view.copy()
    copied = QGuiApplication.clipboard().text()
    assert "{--ledelsesrum--}{++råderum" in copied.replace("--} {++", "--}{++")


def test_without_changes_every_year_is_copied_as_it_stands(opened, wording):
    wording.changes.click()
    wording.view.selectAll()
    copied = marked(wording.view.textCursor())
    for agreement in (A14, P15):
        edition = opened.desk.edition(agreement)
        principle = edition.principle(3)
        assert edition.text[principle.start : principle.end] in copied


def test_a_principle_that_an_agreement_lacks_is_said_to_be_absent(opened, qtbot, wording):
    thread = next(one for one in opened.desk.threads() if one.number_in(A14) == 8)
    opened.window.furniture.surveying.show_wording(thread)
    assert "The principle is not in this agreement." in wording.view.toPlainText()


def test_the_overview_leads_to_the_wording_and_back(opened, qtbot, wording):
    surveying = opened.window.furniture.surveying
    wording.back.click()
    qtbot.waitUntil(surveying.pages.overview.table.hasFocus)
    opened.press(Qt.Key.Key_W)
    assert wording.isVisible()
    assert wording.title.text()
    opened.press(Qt.Key.Key_Escape)
    assert opened.window.panes.isVisible()


def test_nothing_is_opened_by_a_wording_and_no_other_address_is_followed(wording):
    assert wording.view.loadResource(2, QUrl("file:///etc/passwd")).width() == 1
    assert wording.view.document().loadResource(1, QUrl("file:///etc/passwd")).isEmpty()
    assert passage_at(place_of(A14, (3, 9))) == (A14, 3, 9)
    for address in ("file:///etc/passwd", "https://a/1/2", "place:a/b/c", "place:a"):
        assert passage_at(address) is None


def test_what_may_only_be_a_reading_of_the_source_is_drawn_otherwise(opened, wording):
    forms = {said: form.foreground().color().name() for said, form in pieces(wording)}
    theme = opened.window.theme
    assert (forms["medarbejderens"], forms["medarbejdernes"]) == (theme.muted, theme.muted)
    assert forms["velfærdsydelse"] == theme.warning
