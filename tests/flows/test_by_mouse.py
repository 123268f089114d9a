"""A day at the window with the mouse alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

A09, A14, P15 = "aftale-2009", "aftale-2014", "principper-2015"
TITLE = "Styring på mål og resultater"
SENTENCE = "Resultatbaseret styring skal sikre fokus på den offentlige sektors kerneopgaver."
WORDS = "Bed om en liste over *proceskrav*."


@pytest.fixture
def reader(person):
    """A person who has gone to the second principle."""
    person.start()
    person.click_thread(TITLE)
    return person


@pytest.fixture
def marker(reader):
    """A person who has highlighted a sentence of it in green."""
    reader.drag_over(A14, SENTENCE)
    reader.click_category("green")
    return reader


@pytest.fixture
def writer(marker):
    """A person who has written a note on that."""
    marker.click_words(A14, SENTENCE)
    marker.click(marker.window.furniture.selection_bar.note_button)
    marker.type(WORDS)
    marker.click(marker.cards()[0].editor.done)
    return marker


def kept(person):
    """Return the only highlight that is on disk, or None."""
    highlights, _ = person.on_disk()
    assert len(highlights) < 2
    return highlights[0] if highlights else None


def drawn(person, agreement=A14):
    """Return the spans that are highlighted on a page."""
    return [(mark.start, mark.end) for mark in person.pane(agreement).marks]


def drag_handle(person, last, to):
    """Drag a handle of the current highlight to a letter."""
    start, end = drawn(person)[0]
    rect = person.view(A14).rect_of(end - 1, end) if last else person.view(A14).rect_of(start, start + 1)
    handle = rect.bottomRight() if last else rect.bottomLeft()
    person.drag(A14, handle, person.point(A14, to, 0.1))


def test_a_first_start_opens_the_two_newest_agreements_with_principles_side_by_side(newcomer):
    newcomer.start()
    left, right = newcomer.window.panes.panes()
    assert (left.agreement, right.agreement) == (A14, P15)
    assert left.isVisible()
    assert right.isVisible()
    assert abs(left.width() - right.width()) <= 1
    assert newcomer.cards() == []
    assert newcomer.window.furniture.notes.empty.text().startswith("Nothing noted yet.")


def test_a_click_on_a_principle_brings_every_pane_to_it_at_one_height(reader):
    places = [reader.height(name, reader.desk.edition(name).principle(2).start) for name in (A14, P15)]
    assert abs(places[0] - places[1]) <= 2
    assert reader.view(A14).rect_of(*reader.span(A14, TITLE)).top() < 60


def test_dragging_over_words_offers_the_categories_under_them(reader):
    start, end = reader.drag_over(A14, SENTENCE)
    assert reader.desk.selection == (A14, start, end)
    bar = reader.window.furniture.selection_bar
    assert bar.isVisible()
    words = reader.view(A14).rect_of(start, end)
    words.moveTopLeft(reader.view(A14).mapTo(reader.window, words.topLeft()))
    assert not bar.geometry().intersects(words)
    assert reader.desk.notebook.highlights() == []


def test_a_click_on_a_category_highlights_draws_lists_and_saves(reader):
    paper = reader.ground(A14, reader.span(A14, SENTENCE)[0] + 1)
    start, end = reader.drag_over(A14, SENTENCE)
    reader.click_category("green")
    assert drawn(reader) == [(start, end)]
    assert reader.colour("green") == reader.ground(A14, start + 2) != paper
    assert reader.view(A14).selection()[0] == reader.view(A14).selection()[1]
    assert [words.startswith(f"«{SENTENCE}»") for words in reader.card_words()] == [True]
    assert (kept(reader).selector.quote, kept(reader).category) == (SENTENCE, "green")


def test_a_highlight_is_drawn_in_its_colour_to_its_last_letter(marker):
    start, end = drawn(marker)[0]
    letters = [at for at in range(start + 2, end) if marker.text(A14)[at] != " "]
    inside = [marker.ground(A14, at) for at in letters]
    # But for the frame of the current one, where a line begins.
    assert inside.count(marker.colour("green")) > len(letters) - 3
    assert marker.ground(A14, end + 2) not in inside


def test_words_typed_into_a_note_are_on_disk_at_once(marker):
    marker.click_words(A14, SENTENCE)
    marker.click(marker.window.furniture.selection_bar.note_button)
    for letter in WORDS:
        marker.type(letter)
    assert kept(marker).note == WORDS
    assert marker.cards()[0].editor.words.toPlainText() == WORDS
    marker.click(marker.cards()[0].editor.done)
    assert "Bed om en liste over <em>proceskrav</em>." in marker.card_words()[0]


def test_undo_takes_each_step_back_and_redo_does_it_again(writer):
    writer.choose("undo")
    assert kept(writer).note == ""
    writer.choose("undo")
    assert kept(writer) is None
    assert (drawn(writer), writer.cards()) == ([], [])
    assert not writer.window.furniture.actions["undo"].isEnabled()
    writer.choose("redo")
    assert (kept(writer).category, kept(writer).note) == ("green", "")
    writer.choose("redo")
    assert kept(writer).note == WORDS
    assert len(drawn(writer)) == len(writer.cards()) == 1


def test_the_next_sentence_can_be_selected_right_after_one_was_coloured(marker):
    bar = marker.window.furniture.selection_bar
    assert not bar.isVisible()
    second = "Et styrket resultatfokus skal samtidig give"
    marker.drag_over(A14, second)
    marker.click_category("red")
    assert [(h.selector.quote, h.category) for h in marker.on_disk()[0]] == [
        (SENTENCE, "green"),
        (second, "red"),
    ]


def test_another_category_is_a_click_on_the_highlight_and_one_on_the_category(marker):
    start, _ = drawn(marker)[0]
    marker.click_words(A14, "En statslig styring")
    assert not marker.window.furniture.selection_bar.isVisible()
    marker.click_words(A14, SENTENCE)
    marker.click_category("blue")
    assert kept(marker).category == "blue"
    assert marker.ground(A14, start + 2) == marker.colour("blue")
    marker.choose("undo")
    assert kept(marker).category == "green"
    assert marker.ground(A14, start + 2) == marker.colour("green")


def test_a_highlight_is_stretched_and_shortened_by_its_handles(marker):
    start, end = drawn(marker)[0]
    longer = marker.span(A14, "Et styrket resultatfokus")[1]
    drag_handle(marker, last=True, to=longer)
    assert drawn(marker) == [(start, longer)]
    drag_handle(marker, last=False, to=start + len("Resultatbaseret "))
    assert drawn(marker) == [(start + len("Resultatbaseret "), longer)]
    assert kept(marker).selector.quote == marker.text(A14)[start + len("Resultatbaseret ") : longer]
    marker.choose("undo")
    marker.choose("undo")
    assert drawn(marker) == [(start, end)]
    assert kept(marker).selector.quote == SENTENCE


def test_a_handle_that_is_let_go_with_escape_changes_nothing(marker):
    start, end = drawn(marker)[0]
    viewport, handle = marker.view(A14).viewport(), marker.view(A14).rect_of(end - 1, end).bottomRight()
    QTest.mousePress(viewport, marker.left, marker.plain, handle)
    QTest.mouseMove(viewport, marker.point(A14, end + 60))
    marker.press(Qt.Key.Key_Escape)
    QTest.mouseRelease(viewport, marker.left, marker.plain, marker.point(A14, end + 60))
    assert drawn(marker) == [(start, end)]
    assert kept(marker).selector.quote == SENTENCE


def test_a_highlight_and_its_note_are_removed_and_brought_back(writer):
    writer.click_words(A14, SENTENCE)
    writer.click(writer.window.furniture.selection_bar.remove_button)
    assert (kept(writer), drawn(writer), writer.cards()) == (None, [], [])
    assert writer.message() == "Removed. Undo brings it back."
    writer.choose("undo")
    assert (kept(writer).note, len(drawn(writer)), len(writer.cards())) == (WORDS, 1, 1)
    assert not writer.window.furniture.message_bar.isVisible()


def test_a_closed_window_opens_again_as_it_was_left(writer):
    writer.show_in_pane(writer.pane(P15), A09)
    writer.view(A09).scroll_to_y(4000)
    writer.view(A14).scroll_to_y(writer.view(A14).verticalScrollBar().value() + 37)
    tops = [pane.view.top() for pane in writer.window.panes.panes()]
    start, _ = drawn(writer)[0]
    height, before = writer.height(A14, start), kept(writer)
    writer.close()
    writer.start()
    assert [pane.agreement for pane in writer.window.panes.panes()] == [A14, A09]
    assert [pane.view.top() for pane in writer.window.panes.panes()] == tops
    assert (writer.height(A14, start), writer.ground(A14, start + 2)) == (height, writer.colour("green"))
    assert kept(writer) == before
    assert WORDS.split("*")[0] in writer.card_words()[0]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.8, 0.97])
def test_the_line_at_the_top_is_the_same_after_a_restart_wherever_it_was(person, share):
    person.start()
    for pane in person.window.panes.panes():
        pane.view.scroll_to_y(share * pane.view.extent())
    tops = [pane.view.top() for pane in person.window.panes.panes()]
    person.close()
    person.start()
    assert [pane.view.top() for pane in person.window.panes.panes()] == tops


def test_a_click_on_a_card_goes_to_its_place_and_one_on_the_strip_too(marker):
    start, _ = drawn(marker)[0]
    view, there = marker.view(A14), marker.view(A14).verticalScrollBar().value()
    marker.click_thread("Samspil om velfærden")
    assert view.verticalScrollBar().value() != there
    marker.click(marker.cards()[0], QPoint(6, 6))
    assert view.viewport().rect().contains(view.rect_of(start, start + 9))
    assert marker.desk.current == marker.desk.notebook.highlights()[0].id
    marker.click_thread("Samspil om velfærden")
    strip = marker.window.furniture.wardrobe.dress_of(marker.pane(A14)).strip
    share = start / len(marker.text(A14))
    marker.click(strip, QPoint(5, round(share * strip.height()) + 1))
    assert view.viewport().rect().contains(view.rect_of(start, start + 9))


def test_a_chapter_of_the_contents_and_an_agreement_of_the_library_are_opened_by_a_click(reader):
    navigator = reader.window.furniture.navigator
    reader.click(navigator.tabs, navigator.tabs.tabRect(1).center())
    item = navigator.contents.topLevelItem(3)
    reader.click_row(navigator.contents, navigator.contents.indexFromItem(item))
    assert reader.view(A14).rect_of(*reader.span(A14, item.text(0))).top() < 60
    reader.click(navigator.tabs, navigator.tabs.tabRect(2).center())
    shelf = navigator.shelf
    rows = [shelf.model().index(at, 0) for at in range(shelf.model().rowCount())]
    reader.click_row(shelf, next(row for row in rows if row.data().endswith("for 2009")))
    assert reader.desk.panes == [A14, P15, A09]
    close = reader.window.furniture.wardrobe.dress_of(reader.window.panes.panes()[0]).head.close_button
    reader.click(close)
    assert reader.desk.panes == [P15, A09]


def test_an_export_has_the_highlight_and_the_note(writer, tmp_path):
    qt_keeps = Path.home() / ".config" / "QtProject.conf"
    before = qt_keeps.stat().st_mtime if qt_keeps.exists() else None
    writer.view(A14).setFocus()
    writer.export_to(tmp_path / "ud")
    assert writer.message() == f"Exported to {tmp_path / 'ud.md'}"
    text = (tmp_path / "ud.md").read_text(encoding="utf-8")
    assert WORDS in text
    assert SENTENCE in text.replace("==", "")
    # What Qt's dialog remembers stays in the person's folder too.
    assert (qt_keeps.stat().st_mtime if qt_keeps.exists() else None) == before


def test_a_double_click_selects_a_word_and_a_click_beside_lets_go(reader):
    start, end = reader.span(A14, "kerneopgaver")
    viewport = reader.view(A14).viewport()
    reader.click_words(A14, "kerneopgaver")
    QTest.mouseDClick(viewport, reader.left, reader.plain, reader.point(A14, start + 2))
    QTest.mouseRelease(viewport, reader.left, reader.plain, reader.point(A14, start + 2))
    assert reader.desk.selection == (A14, start, end)
    reader.click_words(A14, "En statslig styring")
    assert reader.desk.selection is None
    assert not reader.window.furniture.selection_bar.isVisible()
