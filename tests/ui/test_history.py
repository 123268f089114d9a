"""A person looks at what a note was before, sees what changed, and takes an older form again."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from reader.notebook.notebook import new_id, now
from reader.notebook.records import Change, Note
from reader.ui.history import MOST
from reader.ui.past_words import when
from reader.ui.theme import dark_theme

A14 = "aftale-2014"
Key = Qt.Key


def typed_anew(desk):
    """Let what is typed next be a step of its own, as after a pause."""
    desk._typed = ("", 0.0, "")


@pytest.fixture
def edited(opened):
    """A highlight that was noted on twice, tagged, and given another category."""
    desk, made = opened.desk, opened.mark(category="yellow")

    def now_as():
        return desk.notebook.highlight(made.id)

    for words in ("Spørg KL om løn", "Spørg KL og staten om løn"):
        desk.write(now_as(), words)
        typed_anew(desk)
    desk.tag(now_as(), ("krav",))
    desk.change_category(now_as(), "red")
    return now_as()


@pytest.fixture
def history(opened, edited, qtbot):
    opened.desk.show_history(edited.id)
    return drawn(opened, qtbot)


def drawn(opened, qtbot):
    panel = opened.window.furniture.recalling.history
    qtbot.waitUntil(lambda: panel.list.is_drawn() and not panel._later.isActive())
    return panel


def told(panel):
    return [(card.what.text(), card.words.words()) for card in panel.list.cards]


def test_the_menu_of_a_card_shows_what_the_note_was_form_by_form(opened, edited, qtbot):
    panel = opened.window.furniture.notes
    panel.refresh()
    card = panel.list.card(edited.id)
    menu = card.menu()
    next(action for action in menu.actions() if action.text().startswith("History")).trigger()
    history = drawn(opened, qtbot)
    assert history.isVisible()
    assert not panel.isVisible()
    assert told(history) == [
        ("Change category", "Category: {--Question--} → {++Demand++}"),
        ("Change tags", "Tags: {++krav++}"),
        ("Edit note", "Spørg KL {++og staten ++}om løn"),
        ("Edit note", "{++Spørg KL om løn++}"),
        ("Highlight", f"Category: Question\nPassage: «{edited.selector.quote}»"),
    ]
    assert history.count.text() == "5"
    assert history.of.text() == f"«{edited.selector.quote}»"


def test_the_key_h_on_a_card_shows_its_history_and_esc_returns_to_the_card(opened, edited, qtbot):
    panel = opened.window.furniture.notes
    panel.refresh()
    panel.list.card(edited.id).setFocus()
    opened.press(Key.Key_H)
    history = drawn(opened, qtbot)
    assert history.record_id == edited.id
    qtbot.waitUntil(history.list.cards[0].hasFocus)
    opened.press(Key.Key_Escape)
    assert panel.isVisible()
    assert not history.isVisible()
    assert panel.list.card(edited.id).hasFocus()


def test_the_menu_shows_the_history_of_the_current_highlight(opened, edited, qtbot):
    opened.desk.choose_highlight(edited.id)
    opened.choose("history")
    assert drawn(opened, qtbot).record_id == edited.id


def test_without_a_highlight_it_is_said_how_to_get_to_a_history(opened):
    opened.choose("history")
    assert opened.message().startswith("Choose a highlight first.")


def test_the_time_is_told_as_people_here_write_it(history, edited):
    newest = history.list.cards[0]
    assert newest.time.text() == when(newest.form.time)
    assert when("2015-06-02T12:30:00.000+00:00") != when("2015-06-02T13:30:00.000+00:00")
    assert when("no time") == "no time"
    assert "2015" in when("2015-06-02T12:30:00.000+00:00")


def test_times_follow_the_language(danish):
    text = when("2015-06-02T12:30:00.000+00:00")
    assert QLocale().name() == "da_DK"
    assert text.startswith("02.06.2015")


def test_taking_a_form_again_is_a_change_that_can_be_undone(opened, edited, history, qtbot):
    desk = opened.desk
    older = history.list.cards[3]
    qtbot.mouseClick(older.take, Qt.MouseButton.LeftButton)
    taken = desk.notebook.highlight(edited.id)
    assert (taken.note, taken.tags, taken.category) == ("Spørg KL om løn", (), "yellow")
    assert desk.stack.undo_text() == "Take an older form again"
    qtbot.waitUntil(lambda: len(drawn(opened, qtbot).list.cards) == 6)
    assert history.list.cards[0].what.text() == "Take an older form again"
    desk.undo()
    assert desk.notebook.highlight(edited.id)._replace(modified="") == edited._replace(modified="")
    qtbot.waitUntil(lambda: len(drawn(opened, qtbot).list.cards) == 7)
    assert history.list.cards[0].what.text() == "Taken back: Take an older form again"
    desk.redo()
    qtbot.waitUntil(lambda: len(drawn(opened, qtbot).list.cards) == 8)
    assert history.list.cards[0].what.text() == "Done again: Take an older form again"


def test_what_stands_now_is_said_and_is_not_offered_again(history):
    assert [card.now.isVisible() for card in history.list.cards] == [True, *[False] * 4]
    assert [card.take.isVisible() for card in history.list.cards] == [False, *[True] * 4]


def test_where_the_notebook_is_only_read_nothing_is_offered(opened, edited, qtbot):
    opened.desk.notebook.read_only = True
    opened.desk.show_history(edited.id)
    history = drawn(opened, qtbot)
    assert [card.take.isVisible() for card in history.list.cards] == [False] * 5
    opened.desk.notebook.read_only = False


def test_a_stretched_passage_is_told_with_the_words_that_went_and_came(opened, edited, qtbot):
    start, end = edited.selector.start, edited.selector.end
    opened.desk.stretch(edited, start, end - len(" detailregulering."))
    opened.desk.show_history(edited.id)
    history = drawn(opened, qtbot)
    what, words = told(history)[0]
    assert what == "Stretch highlight"
    assert words == (
        "Passage: «Politisk aftalestyring bør i videst muligt omfang erstatte{-- detailregulering.--}»"
    )


def test_a_note_on_a_principle_has_its_history_under_its_title(opened, qtbot):
    desk = opened.desk
    made = desk.add_note(A14, 2)
    desk.write(made, "Vores bedste kort")
    desk.show_history(made.id)
    history = drawn(opened, qtbot)
    assert history.of.text() == "2. Styring på mål og resultater"
    assert told(history) == [
        ("Edit note", "{++Vores bedste kort++}"),
        ("New note", "Nothing was written yet."),
    ]


def test_a_removed_note_can_be_taken_out_of_the_bin_by_one_of_its_forms(opened, edited, qtbot):
    desk = opened.desk
    desk.remove(edited)
    desk.show_history(edited.id)
    history = drawn(opened, qtbot)
    assert told(history)[0] == ("Remove highlight", "It was removed.")
    assert history.of.text() == f"«{edited.selector.quote}»"
    qtbot.mouseClick(history.list.cards[3].take, Qt.MouseButton.LeftButton)
    assert desk.notebook.highlight(edited.id).note == "Spørg KL og staten om løn"


def test_a_damaged_form_is_said_and_the_rest_is_shown(opened, edited, qtbot):
    notebook = opened.desk.notebook
    second = notebook.forms(edited.id)[1]
    notebook.connection.execute("UPDATE operations SET what = 'x' WHERE seq = ?", (second.seq,))
    opened.desk.show_history(edited.id)
    history = drawn(opened, qtbot)
    assert [card.what.text() for card in history.list.cards] == [
        *("Change category", "Damaged", "Edit note", "Edit note", "Highlight")
    ]
    damaged = history.list.cards[1]
    assert damaged.words.words().startswith("This form is damaged in the notebook and cannot be shown.")
    assert not damaged.take.isVisible()


def test_forms_that_were_deleted_for_good_say_so(opened, qtbot):
    desk = opened.desk
    made = desk.add_note(A14, 2)
    desk.write(made, "Hemmeligt")
    note = desk.notebook.note(made.id)
    desk.remove(note)
    desk.purge([note.id])
    desk.notebook.apply([Change(None, note._replace(body="Fra en kopi"))], what="Import")
    desk.show_history(note.id)
    history = drawn(opened, qtbot)
    assert [what for what, _ in told(history)] == [
        *("Import", "Delete for good", "Remove note", "Edit note", "New note")
    ]
    words = [words for _, words in told(history)]
    assert words[0] == "Fra en kopi"
    assert words[1] == words[3] == "The words of this form were deleted for good."
    assert not any("Hemmeligt" in text for text in words)


@pytest.fixture
def past(opened):
    """Make a note with so many forms."""

    def made(count):
        note = Note(new_id(), A14, 2, "form 0", (), now(), now())
        notebook = opened.desk.notebook
        notebook.apply([Change(None, note)], what="New note")
        forms = [note._replace(body=f"form {number}") for number in range(count)]
        notebook.connection.execute("PRAGMA synchronous = OFF")
        for one, other in pairwise(forms):
            notebook.apply([Change(one, other)], what="Edit note")
        return note

    return made


def test_a_thousand_forms_are_turned_over_a_few_at_a_time(opened, past, qtbot):
    opened.desk.show_history(past(1000).id)
    history = drawn(opened, qtbot)
    assert history.count.text() == "1000"
    assert len(history.list.cards) == MOST
    assert history.list.cards[0].form.after.body == "form 999"
    assert not history.list.newer.isVisible()
    qtbot.mouseClick(history.list.older, Qt.MouseButton.LeftButton)
    drawn(opened, qtbot)
    assert history.list.cards[0].form.after.body == f"form {999 - MOST}"
    assert history.list.cards[0].hasFocus()
    qtbot.mouseClick(history.list.newer, Qt.MouseButton.LeftButton)
    drawn(opened, qtbot)
    assert history.list.cards[0].form.after.body == "form 999"


def test_the_oldest_form_ends_the_pages(opened, past, qtbot):
    opened.desk.show_history(past(5 * MOST).id)
    history = drawn(opened, qtbot)
    pages = 1
    while history.list.older.isVisible():
        history.list.older.click()
        drawn(opened, qtbot)
        pages += 1
    assert pages == 5
    assert history.list.cards[-1].form.what == "New note"


def test_arrow_keys_step_from_form_to_form(opened, history, qtbot):
    qtbot.waitUntil(history.list.cards[0].hasFocus)
    opened.press(Key.Key_Down)
    assert history.list.cards[1].hasFocus()
    opened.press(Key.Key_Up)
    opened.press(Key.Key_Up)
    assert history.list.cards[0].hasFocus()
    opened.press(Key.Key_Tab)
    assert QApplication.focusWidget() is history.list.cards[1]
    opened.press(Key.Key_Tab)
    assert QApplication.focusWidget() is history.list.cards[1].take


def test_the_words_of_a_form_are_copied_by_key(opened, history, qtbot):
    qtbot.waitUntil(history.list.cards[0].hasFocus)
    QTest.keyClick(history.list.cards[0], Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Category: {--Question--} → {++Demand++}"


def test_what_went_and_came_is_told_to_those_who_listen(history):
    name = history.list.cards[0].accessibleName()
    assert name.startswith("Change category, ")
    assert name.endswith("As it is now, Category: gone: Question → new: Demand")


def test_long_words_are_shown_around_the_change_and_whole_when_asked_for(opened, qtbot):
    desk, long = opened.desk, "Vi skal huske at spørge KL om økonomien i næste års aftale. " * 20
    made = desk.add_note(A14, 2)
    for words in (f"{long} Løn. {long}", f"{long} Pension. {long}"):
        desk.write(desk.notebook.note(made.id), words)
        typed_anew(desk)
    desk.show_history(made.id)
    card = drawn(opened, qtbot).list.cards[0]
    assert card.whole.isVisible()
    assert len(card.words.toPlainText()) < 300
    card.whole.click()
    assert card.words.toPlainText() == f"{long} LønPension. {long}"


def test_what_others_wrote_is_shown_as_the_plain_words_it_is(opened, qtbot):
    desk, hostile = opened.desk, "<img src='file:///etc/passwd'> ![x](file:///etc/passwd) \ufffc"
    made = desk.add_note(A14, 2)
    desk.write(made, hostile)
    desk.rename_category(desk.categories()[0], "<b>x</b>")
    desk.show_history(made.id)
    history = drawn(opened, qtbot)
    assert history.list.cards[0].words.toPlainText() == hostile
    assert all(
        label.textFormat() == Qt.TextFormat.PlainText
        for card in history.list.cards
        for label in card.findChildren(QLabel)
    )


def test_going_to_the_notes_or_writing_one_leaves_the_history(opened, edited, history):
    opened.choose("to_notes")
    assert opened.window.furniture.notes.isVisible()
    opened.desk.show_history(edited.id)
    assert history.isVisible()
    opened.desk.select(A14, 0, 0)
    opened.desk.choose_highlight(edited.id)
    opened.choose("note")
    assert not history.isVisible()
    assert opened.window.furniture.notes.list.card(edited.id).editor is not None


def test_the_history_takes_on_the_dark(opened, history):
    opened.choose("theme_dark")
    seen = history.list.cards[0].grab().toImage().pixelColor(30, 8).name()
    assert seen == dark_theme().paper


def test_a_note_that_was_never_there_has_an_empty_history(opened, qtbot):
    opened.desk.show_history("nobody")
    history = drawn(opened, qtbot)
    assert history.list.cards == []
    assert history.count.text() == "0"
