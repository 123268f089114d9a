"""A person looks at what a note was: every form, the newest first, whatever became of some of them."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.notebook.forms import AGAIN, DAMAGED, DONE, PURGED, REMOVED, THERE, UNDONE, again
from reader.notebook.notebook import Notebook, new_id
from reader.notebook.records import Change, Highlight, Note

MakeHighlight = Callable[..., Highlight]
MakeNote = Callable[..., Note]


@pytest.fixture
def edited(notebook: Notebook, a_note: MakeNote) -> Note:
    """A note that was begun empty and then written anew eleven times."""
    note = a_note(body="")
    notebook.apply([Change(None, note)], what="New note")
    for number in range(11):
        notebook.apply([Change(note, changed := note._replace(body=f"form {number}"))], what="Edit note")
        note = changed
    return note


def bodies(found: list) -> list[str]:
    return [form.after.body if form.after else form.state for form in found]


def test_forms_come_newest_first_each_with_what_it_was_before(notebook: Notebook, edited: Note) -> None:
    found = notebook.forms(edited.id)
    assert bodies(found) == [f"form {number}" for number in range(10, -1, -1)] + [""]
    assert [form.what for form in found] == ["Edit note"] * 11 + ["New note"]
    assert [form.before for form in found] == [*(form.after for form in found[1:]), None]
    assert {form.state for form in found} == {THERE}


def test_portions_together_are_the_whole_history(notebook: Notebook, edited: Note) -> None:
    portions, before = [], 1 << 62
    while portion := notebook.forms(edited.id, before, 5):
        portions.append(portion)
        before = portion[-1].seq
    assert [len(portion) for portion in portions] == [5, 5, 2]
    whole = [form for portion in portions for form in portion]
    assert whole == notebook.forms(edited.id)
    assert len(whole) == notebook.count_forms(edited.id)
    assert [form.after for form in reversed(whole)] == [one.record for one in notebook.history(edited.id)]


def test_what_was_taken_back_is_told_from_what_was_done_again(notebook: Notebook, edited: Note) -> None:
    notebook.undo()
    notebook.undo()
    notebook.redo()
    notebook.undo()
    found = notebook.forms(edited.id, most=5)
    assert [form.way for form in found] == [UNDONE, AGAIN, UNDONE, UNDONE, DONE]
    assert bodies(found) == ["form 8", "form 9", "form 8", "form 9", "form 10"]
    # The same where the undo that was done again is of an older portion.
    assert notebook.forms(edited.id, found[0].seq, 1)[0].way == AGAIN


def test_a_damaged_form_is_said_and_the_others_are_shown(notebook: Notebook, edited: Note) -> None:
    third = notebook.forms(edited.id)[2]
    notebook.connection.execute(
        "UPDATE operations SET after = replace(after, 'form', 'from') WHERE seq = ?", (third.seq,)
    )
    found = notebook.forms(edited.id)
    assert len(found) == 12
    assert found[2] == (third.seq, "", "", None, None, DAMAGED, DONE)
    assert {form.state for form in found[:2] + found[3:]} == {THERE}


def test_bytes_that_are_no_text_damage_one_form_only(notebook: Notebook, edited: Note) -> None:
    third = notebook.forms(edited.id)[2]
    notebook.connection.execute(
        "UPDATE operations SET what = CAST(x'ff61' AS TEXT) WHERE seq = ?", (third.seq,)
    )
    assert [form.state for form in notebook.forms(edited.id, most=4)] == [THERE, THERE, DAMAGED, THERE]


def test_forms_that_were_deleted_for_good_are_said_as_such(notebook: Notebook, edited: Note) -> None:
    notebook.apply([Change(edited, None)], what="Remove note")
    notebook.purge([edited.id])
    anew = edited._replace(body="from a copy")
    notebook.apply([Change(None, anew)], what="Import")
    found = notebook.forms(edited.id)
    assert [form.state for form in found] == [THERE, PURGED, REMOVED, *[PURGED] * 12]
    assert {form.before for form in found} == {None}
    assert [form.after for form in found if form.after] == [anew]


def test_nobody_has_no_forms(notebook: Notebook) -> None:
    assert notebook.forms("nobody") == []
    assert notebook.count_forms("nobody") == 0


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=st.lists(st.sampled_from(["edit", "edit", "undo", "redo", "remove"]), max_size=25))
def test_each_form_begins_as_the_one_before_it_ended(
    notebook: Notebook, a_note: MakeNote, deeds: list[str]
) -> None:
    note = a_note()
    notebook.apply([Change(None, note)])
    for deed in deeds:
        living = notebook.note(note.id)
        if deed == "undo" and notebook.count_forms(note.id) > 1:
            notebook.undo()
        elif deed == "redo":
            notebook.redo()
        elif living and deed in ("edit", "remove"):
            notebook.apply([Change(living, living._replace(body=new_id()) if deed == "edit" else None)])
    found = notebook.forms(note.id, most=100)
    assert found[0].after == notebook.note(note.id)
    assert [form.before for form in found] == [*(form.after for form in found[1:]), None]


# An older form again


def test_an_older_form_gives_back_words_tags_category_and_passage(a_highlight: MakeHighlight) -> None:
    form = a_highlight(note="en", category="red")
    living = form._replace(
        note="to", tags=(), category="green", modified="later", missing_from="e" * 64, origin="Bo"
    )
    living = living._replace(selector=living.selector._replace(start=20, quote="andre ord"))
    taken = again(form, living, {"red", "green"})
    assert taken == form._replace(modified="later", missing_from="e" * 64, origin="Bo")


def test_an_older_form_leaves_the_passage_in_the_edition_of_now(a_highlight: MakeHighlight) -> None:
    form = a_highlight(note="en")
    living = form._replace(note="to", selector=form.selector._replace(start=99, digest="e" * 64))
    assert again(form, living, {"yellow"}) == living._replace(note="en")


def test_an_older_form_keeps_the_category_where_its_own_is_gone(a_highlight: MakeHighlight) -> None:
    form = a_highlight(category="red")
    living = form._replace(category="green")
    assert again(form, living, {"green"}) == living


def test_an_older_form_of_a_note_gives_back_its_words_tags_and_principle(a_note: MakeNote) -> None:
    form = a_note(body="en", principle=2)
    living = form._replace(body="to", tags=(), principle=None)
    assert again(form, living, ()) == form


# The bin


def test_the_bin_is_read_by_ids_in_any_portion(notebook: Notebook, a_note: MakeNote) -> None:
    notes = [a_note(body=str(number)) for number in range(7)]
    notebook.apply([Change(None, note) for note in notes])
    for note in notes:
        notebook.apply([Change(note, None)])
    newest_first = [note.id for note in reversed(notes)]
    assert notebook.removed_ids() == newest_first
    assert [one.record.id for one in notebook.removed()] == newest_first
    some = [newest_first[5], "nobody", newest_first[1]]
    assert [one.record.id for one in notebook.removed(some)] == [newest_first[5], newest_first[1]]
    times = {one.record.id: one.time for one in notebook.removed()}
    assert times == {note.id: notebook.history(note.id)[-1].time for note in notes}


def test_what_lives_or_is_damaged_is_not_read_from_the_bin(notebook: Notebook, a_note: MakeNote) -> None:
    living, damaged = a_note(), a_note()
    notebook.apply([Change(None, living), Change(None, damaged)])
    notebook.apply([Change(damaged, None)])
    notebook.connection.execute("UPDATE notes SET body = 'another' WHERE id = ?", (damaged.id,))
    assert notebook.removed_ids() == [damaged.id]
    assert notebook.removed([living.id, damaged.id]) == []
    assert notebook.damaged == (damaged.id,)
