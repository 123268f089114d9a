"""Principles get other numbers: every note is where its heading is, waits to be looked at, or is lost."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.notebook import incoming
from reader.notebook.anchoring import as_of_now, carry
from reader.notebook.annotations import HEADING
from reader.notebook.exchange import exported, merge
from reader.notebook.forms import again
from reader.notebook.notebook import Notebook, new_id
from reader.notebook.numbered import home_of, notes_standing, put, span_in
from reader.notebook.records import Change, Note
from reader.notebook.rescue import rescue
from reader.notebook.salvage import salvage
from reader.notebook.shared import alike
from reader.text.agreement import Edition, Principle

MakeNote = Callable[..., Note]
LATER = "2030-06-01T10:00:00.000+00:00"


def edition(*titles: str, digest: str = "d-old") -> Edition:
    made = (
        Principle(number, title, "", f"s{number}", 100 * number, 100 * number + 50, ())
        for number, title in enumerate(titles, 1)
    )
    return Edition("aftale-2014", digest, "", (), (), tuple(made))


OLD = edition("Ansvar", "Mål", "Viden")
NEW = edition("Nyt", "Ansvar", "Mål", "Samspil", digest="d-new")


def on(note: Note, where: Edition, number: int | None) -> Note:
    return put(note, where.id, None if number is None else where.principle(number))


@pytest.fixture
def on_goals(a_note: MakeNote) -> Note:
    """A note on the second principle, which is called goals."""
    return on(a_note(), OLD, 2)


def test_a_note_is_known_by_number_and_heading(on_goals: Note) -> None:
    assert (on_goals.principle, on_goals.heading) == (2, "Mål")
    assert home_of(on_goals, OLD).is_sure
    assert span_in(on_goals, OLD) == (200, 250)
    assert not home_of(on_goals, NEW).is_sure
    assert span_in(on_goals, NEW) is None
    assert home_of(on_goals, None).principles == ()
    whole = on(on_goals, NEW, None)
    assert (whole.principle, whole.heading, span_in(whole, NEW)) == (None, "", (0, 0))


def test_an_accepted_place_is_sure_and_undo_brings_the_doubt_back_also_after_a_start(
    place: Path, on_goals: Note
) -> None:
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, on_goals)])
        (doubt,) = notes_standing(notebook.notes(), NEW).check
        assert [one.number for one in doubt.proposals] == [3]
        notebook.apply([Change(on_goals, on(on_goals, NEW, 3))], what="Accept")
        assert notes_standing(notebook.notes(), NEW).check == ()
    with Notebook.open(place) as notebook:
        assert notebook.notes() == [on(on_goals, NEW, 3)]
        notebook.undo()
        assert notebook.notes() == [on_goals]
        notebook.redo()
        assert len(notes_standing(notebook.notes(), NEW).placed) == 1
        assert [form.after.principle for form in notebook.forms(on_goals.id)] == [3, 2, 3, 2]  # type: ignore[union-attr]
        assert notebook.check() == []


def test_what_a_person_did_not_find_is_lost_until_there_is_another_edition(on_goals: Note) -> None:
    missing = on_goals._replace(missing_from=NEW.digest)
    assert notes_standing([missing], NEW).lost == (missing,)
    assert len(notes_standing([missing], NEW._replace(digest="d-third")).check) == 1
    assert notes_standing([missing], OLD._replace(digest=NEW.digest)).placed == (
        (missing, OLD.principles[1]),
    )
    assert on(missing, NEW, 3).missing_from == ""
    assert not Change(on_goals, missing).only_words
    assert not Change(on_goals, on_goals._replace(heading="Klare mål")).only_words
    assert Change(on_goals, on_goals._replace(body="ord")).only_words


def test_carrying_over_leaves_notes_as_they_are_and_the_core_says_where_they_stand(
    notebook: Notebook, on_goals: Note, a_note: MakeNote
) -> None:
    before, stranger = a_note(principle=2), a_note("aftale-1999")
    notes = [on_goals, before, stranger]
    notebook.apply([Change(None, note) for note in notes])
    carry(notebook, NEW)
    assert sorted(notebook.notes()) == sorted(notes)
    found = as_of_now(notebook, {NEW.id: NEW})
    assert (found.check, found.lost) == ({on_goals.id}, {stranger.id})
    assert sorted(found.notes) == sorted(notes)


NAMES = ("Ansvar", "Mål", "Viden", "Samspil", "Ressourcer", "mål og rammer")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    old=st.lists(st.sampled_from(NAMES), unique=True, min_size=1),
    new=st.lists(st.sampled_from(NAMES), unique=True),
    also=st.lists(st.none() | st.integers(1, 8), max_size=3),
)
def test_whatever_the_numbers_become_no_note_is_silently_elsewhere_and_all_are_counted(
    notebook: Notebook, a_note: MakeNote, old: list[str], new: list[str], also: list[int | None]
) -> None:
    was, now = edition(*old), edition(*new, digest="d-new")
    titled = [on(a_note(), was, number) for number in range(1, len(old) + 1)]
    notes = [*titled, *(a_note(principle=number) for number in also)]
    living = notebook.notes()
    notebook.apply([*(Change(one, None) for one in living), *(Change(None, one) for one in notes)])
    found = notes_standing(notebook.notes(), now)
    assert len(found.placed) + len(found.check) + len(found.lost) == len(notes)
    ids = [
        one.id
        for one in (*(note for note, _ in found.placed), *(doubt.note for doubt in found.check), *found.lost)
    ]
    assert len(set(ids)) == len(notes)
    for note, on_it in found.placed:
        if note.principle:
            assert on_it == now.principle(note.principle)
            assert not note.heading or note.heading == on_it.title
    for note, proposals in found.check:
        assert note.heading
        assert (note.heading in new) == (proposals[0].title == note.heading)
    for note in found.lost:
        assert note.heading not in new
        assert note.principle not in range(1, len(new) + 1)
    # What is accepted is sure, and says nothing else than what was shown.
    for note, proposals in found.check:
        accepted = put(note, now.id, proposals[0])
        assert home_of(accepted, now).principles == proposals[:1]


# Forms, copies and colleagues


def test_an_older_form_gives_back_its_principle_only_where_that_is_known(on_goals: Note) -> None:
    moved = on(on_goals, NEW, 4)._replace(body="ny")
    assert again(on_goals, moved, ()) == on_goals
    renumbered = on(on_goals, NEW, 3)._replace(body="ny")
    assert again(on_goals, renumbered, ()) == renumbered._replace(body=on_goals.body)
    of_before = on_goals._replace(heading="")
    assert again(of_before, moved, ()) == moved._replace(body=on_goals.body)
    elsewhere = moved._replace(agreement="aftale-2009")
    assert again(on_goals, elsewhere, ()) == elsewhere._replace(body=on_goals.body)
    whole = on(on_goals, NEW, None)
    assert again(whole, moved, ()).principle is None


def test_a_heading_is_told_to_colleagues_where_no_program_takes_it_for_a_passage(
    notebook: Notebook, on_goals: Note
) -> None:
    notebook.apply([Change(None, on_goals)])
    (item,) = json.loads(exported(notebook))["first"]["items"]
    assert item["target"] == {
        "source": "urn:randnote:agreement:aftale-2014",
        "selector": {"type": "FragmentSelector", "value": "principle=2", "randnote:heading": "Mål"},
    }


def test_a_file_of_before_has_no_headings_and_takes_none_away(
    notebook: Notebook, tmp_path: Path, on_goals: Note
) -> None:
    old = on_goals._replace(modified="2026-01-01T10:00:00.000+00:00")
    notebook.apply([Change(None, old)])
    told = json.loads(exported(notebook, author="Anna"))
    (item,) = told["first"]["items"]
    del item["target"]["selector"][HEADING]
    same = merge(notebook, incoming.read(json.dumps(told).encode(), "fil"), own="Anna")
    assert (same.same, same.changed, same.both) == (1, (), ())
    item["modified"] = "2026-02-01T10:00:00.000+00:00"
    item["body"][0]["value"] = "gået videre"
    gone_on = merge(notebook, incoming.read(json.dumps(told).encode(), "fil"), own="Anna")
    assert gone_on.changed == (old.id,)
    (note,) = notebook.notes()
    assert (note.body, note.principle, note.heading) == ("gået videre", 2, "Mål")
    with Notebook.open(tmp_path / "bo.db") as bo:
        merge(bo, incoming.read(json.dumps(told).encode(), "fil"))
        assert [(one.principle, one.heading) for one in bo.notes()] == [(2, "")]


def test_a_heading_that_is_no_text_makes_one_bad_record_and_no_more(
    notebook: Notebook, tmp_path: Path, on_goals: Note
) -> None:
    notebook.apply([Change(None, on_goals), Change(None, on_goals._replace(id=new_id()))])
    told = json.loads(exported(notebook))
    told["first"]["items"][0]["target"]["selector"][HEADING] = ["Mål"]
    with Notebook.open(tmp_path / "bo.db") as bo:
        done = merge(bo, incoming.read(json.dumps(told).encode(), "fil"))
    assert (len(done.added), [bad.place for bad in done.bad]) == (1, [1])


def test_forms_are_alike_whose_headings_are_unknown_or_only_spaced_otherwise(on_goals: Note) -> None:
    assert alike(on_goals, on_goals._replace(heading=""))
    assert alike(on_goals, on_goals._replace(heading=" MÅL", missing_from="x"))
    assert not alike(on_goals, on_goals._replace(heading="Viden"))
    assert not alike(on_goals, on_goals._replace(principle=3))


def test_a_principle_chosen_by_a_colleague_comes_in_with_its_heading(
    notebook: Notebook, tmp_path: Path, on_goals: Note
) -> None:
    old = on_goals._replace(modified="2026-01-01T10:00:00.000+00:00")
    notebook.apply([Change(None, old)])
    with Notebook.open(tmp_path / "bo.db") as bo:
        merge(bo, incoming.read(exported(notebook, author="Anna").encode(), "fil"))
        (theirs,) = bo.notes()
        bo.apply([Change(theirs, on(theirs, NEW, 3)._replace(modified="2026-02-01T10:00:00.000+00:00"))])
        merge(notebook, incoming.read(exported(bo, author="Bo").encode(), "fil"), own="Anna")
    (note,) = notebook.notes()
    assert (note.principle, note.heading) == (3, "Mål")
    assert len(notes_standing([note], OLD).check) == 1


def test_a_rescue_copy_has_the_heading_for_people_and_for_programs(
    notebook: Notebook, tmp_path: Path, on_goals: Note
) -> None:
    wild = on_goals._replace(heading="Mål\n# og rammer")
    notebook.apply([Change(None, wild)])
    done = rescue(notebook, [], tmp_path / "stick")
    assert "### aftale-2014, principle 2: Mål # og rammer\n" in done.markdown.read_text(encoding="utf-8")
    with Notebook.open(tmp_path / "bo.db") as bo:
        merge(bo, incoming.of_rescue(done.lines.read_bytes()))
        assert bo.notes() == [wild]


@pytest.mark.parametrize("lost", ["notebook.db", "notebook.db.jsonl"])
def test_headings_come_back_from_the_journal_and_from_what_is_left_of_a_file(
    place: Path, on_goals: Note, lost: str
) -> None:
    missing = on_goals._replace(id=new_id(), missing_from="d-new")
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, on_goals), Change(None, missing)])
    place.with_name(lost).unlink()
    salvage(place, place.with_name("salvaged.db"))
    with Notebook.open(place.with_name("salvaged.db")) as found:
        assert sorted(found.notes()) == sorted([on_goals, missing])
