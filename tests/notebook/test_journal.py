"""Beside the notebook lies a journal of everything done: what one of them loses, the other brings back."""

import json
import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reader.errors import NotebookError
from reader.notebook.journal import Journal
from reader.notebook.notebook import Notebook
from reader.notebook.records import Change, Note, Operation

MakeNote = Callable[..., Note]


@pytest.fixture
def journal(place: Path) -> Journal:
    return Journal(place)


@pytest.fixture
def notes(a_note: MakeNote) -> list[Note]:
    return [a_note(principle=number, body=f"Note {number}") for number in range(1, 6)]


@pytest.fixture
def written(place: Path, notes: list[Note]) -> Path:
    """A closed notebook with five notes, each a change of its own."""
    with Notebook.open(place) as notebook:
        for note in notes:
            notebook.apply([Change(None, note)])
    return place


def history(notebook: Notebook) -> list[Operation]:
    return [
        Operation._make(row[:-1])
        for row in notebook.connection.execute(
            'SELECT seq, time, kind, record, "before", "after", "group", what, undoes, hash'
            " FROM operations ORDER BY seq"
        )
    ]


def whole(notebook: Notebook, notes: list[Note]) -> None:
    """Check that notes, history and journal are as they were."""
    assert notebook.notes() == notes
    assert notebook.check() == []
    told = Journal(notebook.path).read()
    assert list(told.operations.values()) == history(notebook)
    assert told.illegible == 0
    with Notebook.open(notebook.path.with_name("other.db")) as other:
        assert other.news == ()


def test_each_change_is_in_the_journal_before_it_is_said_to_be_saved(
    notebook: Notebook, notes: list[Note]
) -> None:
    for count, note in enumerate(notes, 1):
        notebook.apply([Change(None, note)])
        told = Journal(notebook.path).read()
        assert list(told.operations.values()) == history(notebook)
        assert json.loads(list(told.operations.values())[-1].after)["body"] == f"Note {count}"


def test_a_notebook_in_which_nothing_was_written_has_no_journal(place: Path, journal: Journal) -> None:
    Notebook.open(place).close()
    with Notebook.open(place) as notebook:
        assert notebook.news == ()
    assert not journal.is_there()


def test_an_ordinary_start_has_nothing_to_tell_and_changes_nothing(written: Path, journal: Journal) -> None:
    before = written.read_bytes(), journal.path.read_bytes()
    for read_only in (False, True):
        with Notebook.open(written, read_only=read_only) as notebook:
            assert notebook.news == ()
    assert (written.read_bytes(), journal.path.read_bytes()) == before


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_the_journal_is_for_its_owner_only(written: Path, journal: Journal) -> None:
    assert stat.S_IMODE(journal.path.stat().st_mode) == 0o600


def test_a_last_line_whose_end_came_to_the_disk_without_its_middle_is_seen(
    written: Path, journal: Journal
) -> None:
    content = bytearray(journal.path.read_bytes())
    begin = content.rindex(b"\n", 0, -1)
    content[begin + 20 : begin + 60] = bytes(40)
    journal.path.write_bytes(content)
    with Notebook.open(written) as notebook:
        assert "damaged line" in " ".join(notebook.news)
        assert notebook.check() == []
        assert len(notebook.notes()) == 5


def test_a_last_line_that_was_not_finished_is_completed_wherever_it_was_cut(
    written: Path, journal: Journal, notes: list[Note]
) -> None:
    content = journal.path.read_bytes()
    last = content.rindex(b"\n", 0, -1) + 1
    for cut in {last, last + 1, last + 40, len(content) - 2, len(content) - 1}:
        journal.path.write_bytes(content[:cut])
        with Notebook.open(written) as notebook:
            (news,) = notebook.news
            assert "The journal beside the notebook lacked 1 step. It was completed." in news
            whole(notebook, notes)
        assert journal.path.read_bytes() == content


def test_a_journal_of_earlier_days_is_completed(written: Path, journal: Journal, a_note: MakeNote) -> None:
    earlier = journal.path.read_bytes()
    more = [a_note(principle=9) for _ in range(3)]
    with Notebook.open(written) as notebook:
        notes = notebook.notes()
        notebook.apply([Change(None, more[0])])
        notebook.apply([Change(None, more[1]), Change(None, more[2])])
    journal.path.write_bytes(earlier)
    with Notebook.open(written) as notebook:
        assert "lacked 3 steps" in notebook.news[0]
        whole(notebook, [*notes, *more])


def test_a_notebook_of_earlier_days_gets_back_what_the_journal_has(
    written: Path, journal: Journal, notes: list[Note], a_note: MakeNote
) -> None:
    earlier = written.read_bytes()
    other = notes[0]._replace(body="Andre ord")
    with Notebook.open(written) as notebook:
        notebook.apply([Change(notes[0], other)])
        notebook.apply([Change(notes[1], None)])
        more = a_note(principle=9)
        notebook.apply([Change(None, more)])
    written.write_bytes(earlier)
    with Notebook.open(written) as notebook:
        assert notebook.news == ("The notebook had lost 3 steps, put back now from the journal beside it.",)
        whole(notebook, [other, *notes[2:], more])
    with Notebook.open(written) as notebook:
        assert notebook.news == ()


def test_a_lost_notebook_is_made_anew_from_its_journal(
    written: Path, journal: Journal, notes: list[Note]
) -> None:
    written.unlink()
    with Notebook.open(written) as notebook:
        whole(notebook, notes)
        assert notebook.categories()[0].id == "yellow"


def test_a_lost_notebook_with_a_damaged_journal_is_not_replaced_by_an_empty_one(
    written: Path, journal: Journal
) -> None:
    content = journal.path.read_bytes()
    damaged = content.replace(b"Note 3", b"Node 3")
    journal.path.write_bytes(damaged)
    written.unlink()
    with pytest.raises(NotebookError, match=r"is missing, and the journal beside it.*is damaged.*Restore"):
        Notebook.open(written)
    assert not written.exists()
    assert journal.path.read_bytes() == damaged


def test_a_lost_journal_is_written_anew(written: Path, journal: Journal, notes: list[Note]) -> None:
    journal.path.unlink()
    with Notebook.open(written) as notebook:
        assert "was missing. It was written anew" in notebook.news[0]
        whole(notebook, notes)


@pytest.mark.parametrize("harm", [b"\0" * 60, b"Node 3", b"\n\n"], ids=["zeros", "a letter", "cut lines"])
def test_a_damaged_line_within_the_journal_is_mended_from_the_notebook(
    written: Path, journal: Journal, notes: list[Note], harm: bytes
) -> None:
    content = journal.path.read_bytes()
    at = content.index(b"Note 3")
    journal.path.write_bytes(content[:at] + harm + content[at + len(harm) :])
    with Notebook.open(written) as notebook:
        assert notebook.news == ()  # the last line is as it should be, and no other was looked at
        (fault,) = notebook.check()
        assert fault.startswith(f"The journal {journal.path} is damaged in ")
        notebook.renew_journal()
        whole(notebook, notes)


def test_a_journal_of_another_notebook_is_kept_aside(
    written: Path, journal: Journal, notes: list[Note], tmp_path: Path, a_note: MakeNote
) -> None:
    with Notebook.open(tmp_path / "other" / "notebook.db") as other:
        other.apply([Change(None, a_note())])
    foreign = (tmp_path / "other" / "notebook.db.jsonl").read_bytes()
    journal.path.write_bytes(foreign)
    with Notebook.open(written) as notebook:
        assert "does not belong to this notebook. It is kept as" in notebook.news[0]
        whole(notebook, notes)
    assert written.with_name("notebook.db.jsonl.aside-1").read_bytes() == foreign


def test_a_file_that_is_no_journal_is_kept_aside(written: Path, journal: Journal, notes: list[Note]) -> None:
    journal.path.write_bytes(b"Dear diary\n")
    with Notebook.open(written) as notebook:
        whole(notebook, notes)
    assert written.with_name("notebook.db.jsonl.aside-1").read_bytes() == b"Dear diary\n"


def test_two_notebooks_that_went_different_ways_are_not_mixed(
    written: Path, journal: Journal, notes: list[Note], a_note: MakeNote
) -> None:
    common = written.read_bytes(), journal.path.read_bytes()
    with Notebook.open(written) as notebook:
        notebook.apply([Change(None, a_note(body="den ene vej"))])
    one_way = journal.path.read_bytes()
    written.write_bytes(common[0])
    journal.path.write_bytes(common[1])
    mine = a_note(principle=8, body="den anden vej")
    with Notebook.open(written) as notebook:
        notebook.apply([Change(None, mine)])
    journal.path.write_bytes(one_way)
    with Notebook.open(written) as notebook:
        assert "It is kept as" in notebook.news[0]
        whole(notebook, [*notes, mine])


def test_steps_whose_forerunners_are_lost_are_not_put_back(
    written: Path, journal: Journal, notes: list[Note]
) -> None:
    earlier = written.read_bytes()
    with Notebook.open(written) as notebook:
        for body in ("en", "to", "tre"):
            (note,) = [note for note in notebook.notes() if note.id == notes[0].id]
            notebook.apply([Change(note, note._replace(body=body))])
    written.write_bytes(earlier)
    lines = journal.path.read_bytes().splitlines(keepends=True)
    journal.path.write_bytes(b"".join([*lines[:-2], lines[-1]]))
    with Notebook.open(written) as notebook:
        assert "had lost 1 step, put back" in notebook.news[0]
        assert "has steps whose forerunners are missing. It is kept as" in notebook.news[1]
        whole(notebook, [notes[0]._replace(body="en"), *notes[1:]])


def test_words_that_are_typed_on_are_one_step_and_the_journal_follows(
    place: Path, journal: Journal, a_note: MakeNote
) -> None:
    note = a_note(body="")
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, note)])
        notebook.apply([Change(note, note._replace(body="O"))])
        group = history(notebook)[-1].group
        for length in range(1, 6):
            old, new = "Offentlig"[:length], "Offentlig"[: length + 1]
            changed = Change(note._replace(body=old), note._replace(body=new))
            notebook.apply([changed], continues=group)
        assert len(history(notebook)) == 5 + 2
        final = note._replace(body="Offent")
        whole(notebook, [final])
    content = journal.path.read_bytes()
    lines = content.splitlines(keepends=True)
    journal.path.write_bytes(b"".join(lines[:-2]))
    with Notebook.open(place) as notebook:
        whole(notebook, [final])


def test_a_notebook_in_which_the_last_letters_are_missing_gets_them_back(
    place: Path, journal: Journal, a_note: MakeNote
) -> None:
    note = a_note(body="")
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, note)])
        notebook.apply([Change(note, note._replace(body="O"))])
    earlier = place.read_bytes()
    with Notebook.open(place) as notebook:
        group = history(notebook)[-1].group
        changed = Change(note._replace(body="O"), note._replace(body="Off"))
        notebook.apply([changed], continues=group)
    place.write_bytes(earlier)
    with Notebook.open(place) as notebook:
        whole(notebook, [note._replace(body="Off")])


def test_typing_goes_on_only_in_the_last_group_and_the_same_note(
    notebook: Notebook, a_note: MakeNote
) -> None:
    one, other = a_note(), a_note()
    notebook.apply([Change(None, one)])
    group = history(notebook)[-1].group
    notebook.apply([Change(None, other)], continues=group)
    changed = one._replace(body="ny")
    notebook.apply([Change(one, changed)], continues=group)
    assert [step.record for step in history(notebook)[5:]] == [one.id, other.id, one.id]
    assert len({step.group for step in history(notebook)}) == 4


def test_a_journal_that_cannot_be_written_is_told_and_hinders_no_saving(
    notebook: Notebook, notes: list[Note]
) -> None:
    journal = Journal(notebook.path)
    notebook.apply([Change(None, notes[0])])
    journal.path.unlink()
    journal.path.mkdir()
    notebook.apply([Change(None, notes[1])])
    assert notebook.trouble.startswith(f"The journal beside the notebook, {journal.path}, could not be")
    assert "What you wrote is saved in the notebook itself." in notebook.trouble
    notebook.apply([Change(None, notes[2])])
    assert notebook.trouble
    journal.path.rmdir()
    notebook.apply([Change(None, notes[3])])
    assert notebook.trouble == ""
    whole(notebook, notes[:4])


@pytest.mark.parametrize("replaced", [False, True])
def test_a_notebook_whose_file_was_taken_away_takes_no_more_and_says_so(
    written: Path, notes: list[Note], a_note: MakeNote, replaced: bool
) -> None:
    away = written.with_name("elsewhere.db")
    more = a_note(principle=9)
    with Notebook.open(written) as notebook:
        written.rename(away)
        if replaced:
            shutil.copy(away, written)
        with pytest.raises(NotebookError, match=r"not saved: the file .* was removed, moved or replaced"):
            notebook.apply([Change(None, more)])
        assert notebook.notes() == notes
        away.replace(written)
        notebook.apply([Change(None, more)])
        whole(notebook, [*notes, more])


HARM = st.one_of(
    st.tuples(st.just("journal"), st.floats(0, 1)),
    st.tuples(st.just("notebook"), st.floats(0, 1)),
    st.tuples(st.just("letter"), st.floats(0, 1)),
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bodies=st.lists(st.text("abå🙂", max_size=9), min_size=1, max_size=8), harm=HARM)
@example(bodies=[""], harm=("letter", 0.984375))
def test_whatever_is_cut_from_one_of_the_two_the_next_start_has_everything(
    place: Path, a_note: MakeNote, bodies: list[str], harm: tuple[str, float]
) -> None:
    shutil.rmtree(place.parent, ignore_errors=True)
    note, states = a_note(body=""), []
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, note)])
    for body in bodies:
        states.append(place.read_bytes())
        with Notebook.open(place) as notebook:
            changed = note._replace(body=body)
            notebook.apply([Change(note, changed)])
            note = changed
    what, share = harm
    journal = Journal(place)
    content = journal.path.read_bytes()
    at = int(share * (len(content) - 1))
    if what == "journal":
        journal.path.write_bytes(content[:at])
    elif what == "notebook":
        place.write_bytes(states[int(share * (len(states) - 1))])
    else:
        journal.path.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
    with Notebook.open(place) as notebook:
        assert notebook.notes() == [note]
        assert [fault for fault in notebook.check() if "journal" not in fault] == []
