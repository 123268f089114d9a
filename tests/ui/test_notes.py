"""The notes panel: what a person marks and writes is seen at once, found again and never lost."""

import pytest
from PySide6.QtCore import Qt

from reader.notebook.notebook import new_id, now
from reader.notebook.records import Change, Highlight, Note
from reader.text.selector import describe
from reader.ui.card_list import MOST
from reader.ui.entries import Scope
from reader.ui.theme import dark_theme

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

IN_PRINCIPLE_2 = "kommunerne samtidig have et større råderum"
IN_PRINCIPLE_3 = "De politiske målsætninger sætter rammen"
IN_2015 = "Når gevinsterne af nationale reformer skal realiseres"
IN_2009 = "Kommunerne"


def shown(panel):
    return [card.record.id for card in panel.list.cards()]


def choose(choice, data):
    choice.setCurrentIndex(choice.findData(data))


@pytest.fixture
def many(desk):
    """Put two thousand highlights into the notebook, with notes and tags."""
    edition, time = desk.edition("aftale-2014"), now()
    changes = []
    for number in range(2000):
        selector = describe(edition.text, number * 40, number * 40 + 30, edition.digest)
        note = f"Note **{number}** om styring" if number % 2 else ""
        about = ("green", note, (f"tag {number % 7}",), time, time)
        changes.append(Change(None, Highlight(f"{number:016x}", "aftale-2014", selector, *about)))
    desk.notebook.apply(changes)


# What is shown


def test_a_new_highlight_is_a_card_at_once(qtbot, notes_panel, mark_words):
    assert shown(notes_panel) == []
    made = mark_words(IN_PRINCIPLE_2)
    qtbot.waitUntil(lambda: shown(notes_panel) == [made.id])
    assert notes_panel.list.card(made.id).isVisible()
    assert notes_panel.count.text() == "1"


def test_cards_are_in_reading_order(qtbot, notes_panel, mark_words, desk):
    later = mark_words(IN_2015, agreement="principper-2015")
    third = mark_words(IN_PRINCIPLE_3)
    start = desk.edition("aftale-2014").principle(2).start
    desk.select("aftale-2014", start, start + 20)
    heading = desk.add_highlight("red")
    second = mark_words(IN_PRINCIPLE_2)
    on_principle = desk.add_note("aftale-2014", 2)
    on_agreement = desk.add_note("aftale-2014", None)
    in_order = [on_agreement.id, on_principle.id, heading.id, second.id, third.id, later.id]
    qtbot.waitUntil(lambda: shown(notes_panel) == in_order)


def test_what_is_typed_is_on_disk_and_undo_takes_it_back(qtbot, notes_panel, mark_words, desk):
    made = mark_words(IN_PRINCIPLE_2)
    notes_panel.edit(made.id)
    editor = notes_panel.list.card(made.id).editor
    qtbot.waitUntil(editor.words.hasFocus)
    for typed in range(1, 6):
        qtbot.keyClick(editor.words, "Vores"[typed - 1])
        assert desk.notebook.highlight(made.id).note == "Vores"[:typed]
    desk.stack.undo()
    assert desk.notebook.highlight(made.id).note == ""
    assert editor.words.toPlainText() == ""
    desk.stack.redo()
    qtbot.keyClick(editor.words, Qt.Key.Key_Escape)
    assert "Vores" in notes_panel.list.card(made.id).note.text()


def test_undoing_a_highlight_takes_its_card_away(qtbot, notes_panel, mark_words, desk):
    mark_words(IN_PRINCIPLE_2)
    desk.stack.undo()
    qtbot.waitUntil(lambda: shown(notes_panel) == [])
    assert "Nothing noted yet" in notes_panel.empty.text()


def test_only_what_was_touched_is_drawn_anew(qtbot, notes_panel, mark_words, desk):
    first, second = mark_words(IN_PRINCIPLE_2), mark_words(IN_PRINCIPLE_3)
    notes_panel.refresh()
    kept = notes_panel.list.cards()
    chip_less = kept[0].chips
    desk.tag(second, ("krav",))
    notes_panel.refresh()
    assert notes_panel.list.cards() == kept
    assert kept[0].chips is chip_less
    assert [chip.text() for chip in kept[1].chips] == ["krav"]
    assert shown(notes_panel) == [first.id, second.id]


def test_a_category_s_new_name_and_sign_are_seen(qtbot, notes_panel, mark_words, desk):
    made = mark_words(IN_PRINCIPLE_2, category="green")
    desk.rename_category(desk.categories()[1], "Fælles linje")
    notes_panel.refresh()
    assert "Fælles linje" in notes_panel.list.card(made.id).accessibleName()
    assert notes_panel.filters.category.findText("Fælles linje") > 0


# Filters


def test_filtering_by_words_category_and_tag(qtbot, notes_panel, mark_words):
    first = mark_words(IN_PRINCIPLE_2, category="green", note="Vores LINJE", tags=("råderum",))
    second = mark_words(IN_PRINCIPLE_3, category="red", note="Ikke fulgt", tags=("krav", "råderum"))
    notes_panel.refresh()
    filters = notes_panel.filters
    assert not notes_panel.clear.isVisible()

    qtbot.keyClicks(filters.words, "linje vor")
    qtbot.waitUntil(lambda: shown(notes_panel) == [first.id])
    assert notes_panel.count.text() == "1 of 2"
    assert notes_panel.clear.isVisible()
    filters.words.setText("MÅLSÆTNINGER")
    qtbot.waitUntil(lambda: shown(notes_panel) == [second.id])

    qtbot.mouseClick(notes_panel.clear, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(notes_panel) == [first.id, second.id])
    choose(filters.category, "red")
    qtbot.waitUntil(lambda: shown(notes_panel) == [second.id])
    assert filters.category.property("on") is True
    filters.clear()
    choose(filters.tag, "krav")
    qtbot.waitUntil(lambda: shown(notes_panel) == [second.id])
    choose(filters.tag, "råderum")
    qtbot.waitUntil(lambda: shown(notes_panel) == [first.id, second.id])


def test_scopes(qtbot, notes_panel, mark_words, desk):
    old = mark_words(IN_2009, agreement="aftale-2009")
    second, third = mark_words(IN_PRINCIPLE_2), mark_words(IN_PRINCIPLE_3)
    whole = desk.add_note("aftale-2014", None)
    on_principle = desk.add_note("principper-2015", 2)
    notes_panel.refresh()
    assert shown(notes_panel) == [whole.id, second.id, third.id, on_principle.id]
    notes_panel.filters.look_in(Scope.ALL)
    qtbot.waitUntil(lambda: shown(notes_panel) == [old.id, whole.id, second.id, third.id, on_principle.id])
    desk.choose_thread(desk.threads()[1])
    notes_panel.filters.look_in(Scope.PRINCIPLE)
    qtbot.waitUntil(lambda: shown(notes_panel) == [second.id, on_principle.id])
    desk.choose_thread(desk.threads()[2])
    qtbot.waitUntil(lambda: shown(notes_panel) == [third.id])


def test_opening_an_agreement_brings_its_notes(qtbot, notes_panel, mark_words, desk):
    old = mark_words(IN_2009, agreement="aftale-2009")
    notes_panel.refresh()
    assert shown(notes_panel) == []
    desk.open("aftale-2009")
    qtbot.waitUntil(lambda: shown(notes_panel) == [old.id])


def test_empty_states_say_why_and_show_the_way(qtbot, notes_panel, mark_words):
    assert notes_panel.empty.isVisible()
    assert "Select words" in notes_panel.empty.text()
    assert not notes_panel.way_out.isVisible()

    old = mark_words(IN_2009, agreement="aftale-2009")
    notes_panel.refresh()
    assert notes_panel.empty.text() == "Nothing noted here yet."
    qtbot.mouseClick(notes_panel.way_out, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(notes_panel) == [old.id])
    assert not notes_panel.empty.isVisible()

    notes_panel.filters.words.setText("findes ikke")
    qtbot.waitUntil(lambda: shown(notes_panel) == [])
    assert notes_panel.empty.text() == "Nothing fits the filters."
    qtbot.mouseClick(notes_panel.way_out, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(notes_panel) == [old.id])


def test_a_card_being_written_on_stays_whatever_the_filters_say(qtbot, notes_panel, mark_words):
    made = mark_words(IN_PRINCIPLE_2, note="linje")
    notes_panel.refresh()
    notes_panel.filters.words.setText("linje")
    notes_panel.edit(made.id)
    card = notes_panel.list.card(made.id)
    card.editor.words.selectAll()
    qtbot.keyClicks(card.editor.words, "andet")
    notes_panel.refresh()
    assert shown(notes_panel) == [made.id]
    qtbot.keyClick(card.editor.words, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shown(notes_panel) == [])


# What is lost


def test_lost_passages_are_a_list_of_their_own(qtbot, notes_panel, mark_words, lose):
    stays = mark_words(IN_PRINCIPLE_2)
    notes_panel.refresh()
    assert not notes_panel.waiting.isVisible()
    gone = lose(mark_words(IN_PRINCIPLE_3, note="Hvor blev den af?"))
    qtbot.waitUntil(notes_panel.waiting.lost.isVisible)
    assert notes_panel.waiting.lost.text().startswith("1 ")
    assert not notes_panel.waiting.check.isVisible()
    assert shown(notes_panel) == [stays.id]
    with qtbot.waitSignal(notes_panel.waiting.wanted) as wanted:
        qtbot.mouseClick(notes_panel.waiting.lost, Qt.MouseButton.LeftButton)
    assert wanted.args == ["lost"]
    notes_panel.refresh()
    notes_panel.filters.look_in(Scope.LOST)
    qtbot.waitUntil(lambda: shown(notes_panel) == [gone.id])
    card = notes_panel.list.card(gone.id)
    assert card.quote.text() == f"«{IN_PRINCIPLE_3}»"
    assert "Hvor blev den af?" in card.note.text()


def test_notes_on_what_the_library_does_not_have_are_among_the_lost(qtbot, notes_panel, desk):
    time = now()
    strangers = [
        Note(new_id(), "aftale-1999", None, "Fra et andet bibliotek", (), time, time),
        Note(new_id(), "aftale-2014", 77, "Et princip, som ikke findes", (), time, time),
    ]
    touched = desk.notebook.apply([Change(None, note) for note in strangers])
    desk.notebook_changed.emit(touched)
    assert "2" in notes_panel.waiting.lost.text()
    notes_panel.refresh()
    notes_panel.filters.look_in(Scope.LOST)
    notes_panel.refresh()
    assert sorted(shown(notes_panel)) == sorted(note.id for note in strangers)


def test_when_the_last_lost_one_is_removed_the_open_agreements_are_shown(
    qtbot, notes_panel, mark_words, lose
):
    stays = mark_words(IN_PRINCIPLE_2)
    gone = lose(mark_words(IN_PRINCIPLE_3))
    notes_panel.refresh()
    notes_panel.filters.look_in(Scope.LOST)
    notes_panel.refresh()
    notes_panel.list.card(gone.id).remove()
    qtbot.waitUntil(lambda: shown(notes_panel) == [stays.id])


# The current one, and writing


def test_the_chosen_highlight_s_card_is_marked_and_in_view(qtbot, notes_panel, desk, many):
    notes_panel.refresh()
    wanted = f"{1500:016x}"
    desk.choose_highlight(wanted)
    qtbot.waitUntil(lambda: wanted in shown(notes_panel))
    card = notes_panel.list.card(wanted)
    qtbot.waitUntil(lambda: card.visibleRegion().boundingRect().height() == card.height())
    assert [c.record.id for c in notes_panel.list.cards() if c.property("current")] == [wanted]


def test_edit_opens_the_editor_of_any_note_with_the_keyboard(qtbot, notes_panel, mark_words):
    old = mark_words(IN_2009, agreement="aftale-2009")
    notes_panel.filters.words.setText("noget andet")
    notes_panel.edit(old.id)
    qtbot.waitUntil(notes_panel.list.card(old.id).editor.words.hasFocus)
    qtbot.wait(20)
    assert notes_panel.list.card(old.id).editor is not None


def test_edit_right_after_highlighting(qtbot, notes_panel, mark_words):
    made = mark_words(IN_PRINCIPLE_2)
    notes_panel.edit(made.id)
    assert notes_panel.list.card(made.id).editor is not None


def test_only_one_editor_is_open(qtbot, notes_panel, mark_words):
    first, second = mark_words(IN_PRINCIPLE_2), mark_words(IN_PRINCIPLE_3)
    notes_panel.edit(first.id)
    notes_panel.edit(second.id)
    assert notes_panel.list.card(first.id).editor is None
    assert notes_panel.list.card(second.id).editor is not None


def test_plus_begins_a_note_on_the_principle_in_view_or_the_agreement(qtbot, notes_panel, desk):
    assert not notes_panel.menu().actions()[0].isEnabled()
    desk.choose_thread(desk.threads()[1])
    on_principle, on_agreement = notes_panel.menu().actions()
    assert on_principle.text() == "Note on principle 2 in P15"
    on_principle.trigger()
    (note,) = desk.notebook.notes()
    assert (note.agreement, note.principle) == ("principper-2015", 2)
    qtbot.waitUntil(notes_panel.list.card(note.id).editor.words.hasFocus)
    qtbot.keyClicks(notes_panel.list.card(note.id).editor.words, "Vores")
    on_agreement.trigger()
    assert [n.principle for n in desk.notebook.notes()] == [2, None]


def test_words_that_could_not_be_saved_outlive_their_record(qtbot, notes_panel, mark_words, desk):
    made = mark_words(IN_PRINCIPLE_2)
    notes_panel.edit(made.id)
    card = notes_panel.list.card(made.id)
    desk.notebook.connection.execute("PRAGMA query_only = ON")
    qtbot.keyClicks(card.editor.words, "Vores linje")
    desk.notebook.connection.execute("PRAGMA query_only = OFF")
    desk.remove(made)
    notes_panel.refresh()
    assert card.isVisible()
    assert card.editor.words.toPlainText() == "Vores linje"
    desk.stack.undo()
    card.editor.save()
    notes_panel.refresh()
    assert desk.notebook.highlight(made.id).note == "Vores linje"
    assert shown(notes_panel) == [made.id]


def test_the_arrow_keys_step_and_the_next_card_takes_over_from_a_removed_one(qtbot, notes_panel, mark_words):
    for words in (IN_PRINCIPLE_2, IN_PRINCIPLE_3):
        mark_words(words)
    mark_words(IN_2015, agreement="principper-2015")
    notes_panel.refresh()
    first, second, third = notes_panel.list.cards()
    notes_panel.setFocus()
    qtbot.waitUntil(third.hasFocus)  # the one marked last is the current one
    qtbot.keyClick(third, Qt.Key.Key_Up)
    qtbot.waitUntil(second.hasFocus)
    qtbot.keyClick(second, Qt.Key.Key_Delete)
    qtbot.waitUntil(third.hasFocus)
    qtbot.keyClick(third, Qt.Key.Key_Up)
    qtbot.waitUntil(first.hasFocus)


def test_tab_goes_through_the_cards_in_reading_order(qtbot, notes_panel, mark_words):
    mark_words(IN_2015, agreement="principper-2015")
    notes_panel.refresh()
    mark_words(IN_PRINCIPLE_2)
    notes_panel.refresh()
    first, second = notes_panel.list.cards()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    qtbot.waitUntil(first.more.hasFocus)
    qtbot.keyClick(first.more, Qt.Key.Key_Tab)
    qtbot.waitUntil(second.hasFocus)


# Many


def test_two_thousand_highlights_are_shown_in_stretches(qtbot, notes_panel, many):
    notes_panel.refresh()
    assert notes_panel.count.text().endswith("…")
    qtbot.waitUntil(lambda: notes_panel.count.text() == "2000")
    notes_panel.filters.words.setText("styring")
    qtbot.waitUntil(lambda: notes_panel.count.text().endswith(" of 2000"))
    notes_panel.filters.clear()
    qtbot.waitUntil(lambda: notes_panel.count.text() == "2000")
    qtbot.waitUntil(lambda: len(notes_panel.list.cards()) == MOST)
    assert not notes_panel.list.earlier.isVisible()
    qtbot.mouseClick(notes_panel.list.later, Qt.MouseButton.LeftButton)
    assert shown(notes_panel)[0] == f"{MOST:016x}"
    qtbot.waitUntil(lambda: len(notes_panel.list.cards()) == MOST)
    qtbot.mouseClick(notes_panel.list.earlier, Qt.MouseButton.LeftButton)
    assert shown(notes_panel)[0] == f"{0:016x}"


def test_a_keystroke_among_two_thousand_is_quick(qtbot, notes_panel, desk, many):
    notes_panel.refresh()
    wanted = shown(notes_panel)[3]
    notes_panel.edit(wanted)
    words = notes_panel.list.card(wanted).editor.words
    for letter in "linje":
        qtbot.keyClick(words, letter)
    assert desk.notebook.highlight(wanted).note.endswith("linje")


def test_cards_taken_over_by_other_records_show_only_those(qtbot, notes_panel, mark_words):
    tagged = mark_words(IN_PRINCIPLE_2, category="green", note="Vores", tags=("a", "b"))
    bare = mark_words(IN_PRINCIPLE_3, category="red")
    notes_panel.refresh()
    for words, wanted in (("Vores", tagged), ("målsætninger", bare), ("Vores", tagged)):
        notes_panel.filters.words.setText(words)
        notes_panel.refresh()
        qtbot.wait(10)
        (card,) = notes_panel.list.cards()
        assert card.record == wanted._replace()
        assert len(card.chips) == len(wanted.tags)
        assert card.note.isVisible() == bool(wanted.note)
        assert card.height() == card.heightForWidth(card.width())


def test_another_theme(qtbot, notes_panel, mark_words):
    mark_words(IN_PRINCIPLE_2, category="green")
    notes_panel.refresh()
    notes_panel.restyle(dark_theme())
    (card,) = notes_panel.list.cards()
    seen = card.grab().toImage().pixelColor(6, card.height() - 12).name()
    assert seen == dark_theme().look.ground("green").ground
