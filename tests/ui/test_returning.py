"""After an undo, also after a restart, the person sees where it was and what it was."""

import pytest

from reader.notebook.records import Change

A09, A14, P15 = "aftale-2009", "aftale-2014", "principper-2015"
FAR = "De politiske målsætninger sætter rammen"


def is_seen(opened, agreement, offset):
    pane = next(pane for pane in opened.panes if pane.agreement == agreement)
    first, last = pane.view.seen()
    return first <= offset < last


def start_of(opened, words, agreement=A14):
    return opened.desk.edition(agreement).text.index(words)


def test_after_a_restart_the_menu_says_in_the_language_of_now_what_undo_would_take_back(opened):
    opened.mark()
    opened.speak("da")
    opened.again()
    undo = opened.actions["undo"]
    assert undo.isEnabled()
    assert undo.text() == "Fortryd: Fremhævning"
    opened.choose("undo")
    opened.again()
    assert not opened.actions["undo"].isEnabled()
    redo = opened.actions["redo"]
    assert (redo.isEnabled(), redo.text()) == (True, "Gentag: Fremhævning")
    opened.choose("redo")
    assert len(opened.desk.notebook.highlights()) == 1


def test_undoing_what_is_far_away_brings_the_page_there(opened):
    made = opened.mark(FAR)
    opened.desk.change_category(made, "red")
    opened.desk.go_to(A14, 0)
    opened.again()
    assert not is_seen(opened, A14, made.selector.start)
    opened.choose("undo")
    assert is_seen(opened, A14, made.selector.start)
    assert opened.desk.current == made.id
    opened.desk.go_to(A14, 0)
    opened.choose("redo")
    assert is_seen(opened, A14, made.selector.start)


def test_undoing_a_highlight_shows_where_it_was(opened):
    made = opened.mark(FAR)
    opened.desk.go_to(A14, 0)
    opened.choose("undo")
    assert is_seen(opened, A14, made.selector.start)
    assert opened.desk.notebook.highlights() == []


def test_undoing_in_an_agreement_that_is_closed_opens_it(opened):
    words = "Kommunerne"
    opened.mark(words, agreement=A09)
    opened.choose("undo")
    assert A09 in opened.desk.panes
    assert is_seen(opened, A09, start_of(opened, words, A09))


def test_what_is_seen_already_does_not_move(opened):
    made = opened.mark(FAR)
    opened.desk.go_to(A14, made.selector.start, made.selector.end)
    before = opened.panes[0].view.verticalScrollBar().value()
    opened.choose("undo")
    assert opened.panes[0].view.verticalScrollBar().value() == before
    assert opened.message() == ""


def test_the_way_back_returns_from_there(opened):
    opened.mark(FAR)
    opened.desk.go_to(A14, 0)
    opened.choose("undo")
    opened.choose("back")
    assert is_seen(opened, A14, 0)


def test_a_note_on_a_principle_is_gone_to(opened):
    note = opened.desk.add_note(A14, 8)
    opened.desk.write(note, "Husk")
    opened.desk.go_to(A14, 0)
    opened.choose("undo")
    assert is_seen(opened, A14, opened.desk.edition(A14).principle(8).start)


def test_what_has_no_place_is_said(opened):
    opened.desk.rename_category(opened.desk.categories()[0], "Tvivl")
    opened.choose("undo")
    assert opened.message() == "Taken back: Rename category"
    opened.choose("redo")
    assert opened.message() == "Done again: Rename category"


def test_several_at_once_are_said_and_nothing_moves(opened, qtbot):
    one, other = opened.mark(), opened.mark(FAR)
    changed = [Change(record, record._replace(note="fra Anna")) for record in (one, other)]
    opened.desk.notebook.apply(changed, what="Import")
    with qtbot.assertNotEmitted(opened.desk.passage_chosen):
        opened.choose("undo")
    assert opened.message() == "Taken back: Import"


def test_where_the_notes_are_hidden_it_is_said_which_one_was_changed(opened):
    made = opened.mark()
    opened.desk.write(made, "Husk")
    opened.choose("notes")
    assert not opened.desk.settings.notes
    opened.choose("undo")
    assert opened.message() == "Taken back: Edit note · ØA14 · Principle 2"


def test_what_is_no_longer_found_is_said(opened):
    made = opened.mark()
    gone = made._replace(selector=made.selector._replace(digest="0" * 64))
    opened.desk.notebook.apply([Change(made, gone)], what="Stretch highlight")
    opened.desk.notebook.apply([Change(gone, gone._replace(note="Husk"))], what="Edit note")
    opened.choose("undo")
    assert opened.message() == "Taken back: Edit note · ØA14 · not found in the text"


@pytest.mark.parametrize("deed", ["undo", "redo"])
def test_keys_stay_where_they_are_typed(opened, deed):
    made = opened.mark(FAR)
    opened.desk.change_category(made, "red")
    if deed == "redo":
        opened.desk.undo()
    opened.desk.go_to(A14, 0)
    notes = opened.window.furniture.notes
    notes.filters.words.setFocus()
    opened.choose(deed)
    assert notes.filters.words.hasFocus()
    assert is_seen(opened, A14, made.selector.start)
