"""A person takes back what was done yesterday, looks at what a note was, and finds what was removed."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import NotebookError
from reader.notebook import rows
from reader.notebook.journal import Journal
from reader.notebook.notebook import Notebook, new_id
from reader.notebook.past import operations_of
from reader.notebook.records import Category, Change, Highlight, Note, Record
from reader.text.selector import Selector

MakeHighlight = Callable[..., Highlight]
MakeNote = Callable[..., Note]


@contextmanager
def restarted(place: Path) -> Iterator[Notebook]:
    with Notebook.open(place) as notebook:
        assert notebook.news == ()
        yield notebook


def test_what_was_done_yesterday_is_taken_back_and_done_again_tomorrow(place: Path, a_note: MakeNote) -> None:
    first = a_note()
    second = first._replace(body="ny")
    with restarted(place) as notebook:
        notebook.apply([Change(None, first)], what="note")
        notebook.apply([Change(first, second)], what="edit")
    with restarted(place) as notebook:
        step = notebook.undoable()
        assert step is not None
        assert step.what == "edit"
        assert [done.record for done in operations_of(notebook.connection, step)] == [first.id]
        notebook.undo()
        assert notebook.notes() == [first]
    with restarted(place) as notebook:
        step = notebook.redoable()
        assert step is not None
        assert step.what == "edit"
        notebook.undo()
        assert notebook.notes() == []
        assert notebook.undoable() is None
        assert notebook.undo() is None
    with restarted(place) as notebook:
        notebook.redo()
        assert notebook.notes() == [first]
    with restarted(place) as notebook:
        notebook.redo()
        assert notebook.notes() == [second]
        assert notebook.redoable() is None
        assert notebook.redo() is None
        assert notebook.check() == []


def test_what_a_notebook_began_with_is_not_taken_back(notebook: Notebook) -> None:
    red = notebook.categories()[2]
    notebook.apply([Change(red, red._replace(name="Demand"))], what="begin")
    assert notebook.undoable() is None
    assert notebook.undo() is None


def test_a_new_change_ends_what_could_be_done_again(notebook: Notebook, a_note: MakeNote) -> None:
    one, other = a_note(), a_note()
    notebook.apply([Change(None, one)])
    notebook.undo()
    assert notebook.redoable() is not None
    notebook.apply([Change(None, other)])
    assert notebook.redoable() is None
    notebook.undo()
    notebook.redo()
    assert notebook.notes() == [other]
    notebook.undo()
    assert notebook.undoable() is None


def test_words_that_were_typed_in_one_go_are_taken_back_in_one_go(
    notebook: Notebook, a_note: MakeNote
) -> None:
    note = a_note(body="")
    notebook.apply([Change(None, note)])
    group = ""
    for length in range(6):
        before, after = note._replace(body="Husk!!"[:length]), note._replace(body="Husk!!"[: length + 1])
        notebook.apply([Change(before, after)], continues=group)
        group = notebook.group
    notebook.undo()
    assert notebook.notes() == [note]
    notebook.redo()
    assert notebook.notes() == [note._replace(body="Husk!!")]


def test_a_passage_that_was_placed_anew_stays_there_when_an_older_step_is_taken_back(
    notebook: Notebook, a_highlight: MakeHighlight
) -> None:
    made = a_highlight()
    noted = made._replace(note="Husk")
    placed = noted._replace(selector=noted.selector._replace(start=99, digest="e" * 64))
    notebook.apply([Change(None, made)], what="highlight")
    notebook.apply([Change(made, noted)], what="edit")
    notebook.apply([Change(noted, placed)], what="carry")
    notebook.undo()
    assert notebook.highlights() == [placed._replace(note="")]
    notebook.redo()
    assert notebook.highlights() == [placed]
    notebook.undo()
    notebook.undo()
    assert notebook.highlights() == []


def test_a_step_whose_record_was_changed_by_another_tool_is_not_taken_back(
    notebook: Notebook, a_note: MakeNote
) -> None:
    note = a_note()
    notebook.apply([Change(None, note)])
    notebook.apply([Change(note, note._replace(body="ny"))])
    notebook.apply([Change(note._replace(body="ny"), note._replace(body="nyest"))], what="carry")
    with pytest.raises(NotebookError, match="no longer as this step left it"):
        notebook.undo()
    assert notebook.notes() == [note._replace(body="nyest")]


def test_every_form_of_a_note_is_in_its_history_with_its_time(place: Path, a_note: MakeNote) -> None:
    note = a_note(body="en")
    with restarted(place) as notebook:
        notebook.apply([Change(None, note)], what="note")
        notebook.apply([Change(note, note._replace(body="to"))], what="edit")
    with restarted(place) as notebook:
        notebook.apply([Change(note._replace(body="to"), None)], what="remove")
        notebook.undo()
        found = notebook.history(note.id)
        bodies = [version.record.body if isinstance(version.record, Note) else None for version in found]
        assert bodies == ["en", "to", None, "to"]
        assert [version.what for version in found] == ["note", "edit", "remove", "remove"]
        assert [version.is_undo for version in found] == [False, False, False, True]
        assert sorted(version.time for version in found) == [version.time for version in found]
        assert notebook.history("nobody") == []


def test_an_older_form_is_chosen_again_and_that_is_a_change_like_any_other(
    notebook: Notebook, a_note: MakeNote
) -> None:
    note = a_note(body="en")
    newer = note._replace(body="to")
    notebook.apply([Change(None, note)])
    notebook.apply([Change(note, newer)])
    notebook.apply([Change(newer, notebook.history(note.id)[0].record)])
    assert notebook.notes() == [note]
    notebook.undo()
    assert notebook.notes() == [newer]


def test_a_damaged_history_is_not_shown_as_good(notebook: Notebook, a_note: MakeNote) -> None:
    note = a_note(body="en")
    notebook.apply([Change(None, note)])
    notebook.connection.execute("UPDATE operations SET after = replace(after, 'en', 'to')")
    with pytest.raises(NotebookError, match="The history is damaged at step 6"):
        notebook.history(note.id)
    with pytest.raises(NotebookError, match="The history is damaged at step"):
        notebook.undo()
    assert notebook.notes() == [note]


def test_what_was_removed_lies_in_the_bin_and_comes_back(
    notebook: Notebook, a_note: MakeNote, a_highlight: MakeHighlight
) -> None:
    note, highlight = a_note(), a_highlight()
    notebook.apply([Change(None, note), Change(None, highlight)])
    assert notebook.removed() == []
    notebook.apply([Change(note, None)])
    notebook.apply([Change(highlight, None)])
    assert [removed.record for removed in notebook.removed()] == [highlight, note]
    assert all(removed.time.endswith("+00:00") for removed in notebook.removed())
    notebook.bring_back([highlight, note])
    assert (notebook.removed(), notebook.highlights(), notebook.notes()) == ([], [highlight], [note])
    notebook.undo()
    assert len(notebook.removed()) == 2


def test_a_highlight_comes_back_with_its_category(notebook: Notebook, a_highlight: MakeHighlight) -> None:
    mine = Category(new_id(), "Økonomi", "teal", "kr", 5)
    highlight = a_highlight(category=mine.id)
    notebook.apply([Change(None, mine), Change(None, highlight)])
    notebook.apply([Change(highlight, None), Change(mine, None)])
    notebook.bring_back([highlight])
    assert mine in notebook.categories()
    assert notebook.highlights() == [highlight]


SECRET = "En fortrolig bemærkning"


@pytest.fixture
def secretive(place: Path, a_note: MakeNote) -> tuple[Path, Note, Note]:
    """A notebook with a note that must go and one that stays."""
    secret, other = a_note(body=SECRET), a_note(principle=7, body="Noget andet")
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, other), Change(None, secret)])
        notebook.apply([Change(secret, secret._replace(body=SECRET + " mere"))])
        notebook.apply([Change(secret._replace(body=SECRET + " mere"), None)])
    return place, secret, other


def test_words_that_are_purged_are_nowhere_in_the_notebook_or_its_journal(
    secretive: tuple[Path, Note, Note],
) -> None:
    place, secret, other = secretive
    with restarted(place) as notebook:
        touched = notebook.purge([secret.id])
        assert touched.records == {secret.id}
        assert notebook.removed() == []
        assert [version.record for version in notebook.history(secret.id)] == [None] * 4
        assert notebook.undoable() is None
        assert notebook.check() == []
    for file in place.parent.iterdir():
        assert SECRET.encode() not in file.read_bytes(), file
    with restarted(place) as notebook:
        assert notebook.notes() == [other]
        assert notebook.check() == []


def test_words_that_were_purged_do_not_come_back_from_a_journal_that_was_not_reached(
    secretive: tuple[Path, Note, Note],
) -> None:
    place, secret, _ = secretive
    before = Journal(place).path.read_bytes()
    with restarted(place) as notebook:
        notebook.purge([secret.id])
    Journal(place).path.write_bytes(before)
    with Notebook.open(place) as notebook:
        assert notebook.news
        assert notebook.check() == []
    assert SECRET.encode() not in Journal(place).path.read_bytes()


def test_a_notebook_with_purged_words_is_made_anew_from_its_journal(
    secretive: tuple[Path, Note, Note],
) -> None:
    place, secret, other = secretive
    with restarted(place) as notebook:
        notebook.purge([secret.id])
    place.unlink()
    with Notebook.open(place) as notebook:
        assert [news.kind for news in notebook.news] == ["rebuilt"]
        assert notebook.notes() == [other]
        assert notebook.check() == []


def test_only_what_lies_in_the_bin_is_purged(secretive: tuple[Path, Note, Note]) -> None:
    place, secret, other = secretive
    with restarted(place) as notebook:
        with pytest.raises(NotebookError, match=f"nothing with the id {other.id} in the bin"):
            notebook.purge([secret.id, other.id])
        assert len(notebook.removed()) == 1
        assert notebook.undoable() is not None


TEXT = st.text("aå🙂 ", max_size=6)
IDS = st.sampled_from(["h1", "h2", "n1", "n2", "yellow"])
WISHES = st.tuples(IDS, TEXT | st.none())
DEEDS = st.one_of(
    st.lists(WISHES, min_size=1, max_size=3),
    st.sampled_from(["undo", "redo", "type"]),
)


def state(notebook: Notebook) -> str:
    """Return a hash of everything that lives."""
    records = [*notebook.categories(), *notebook.highlights(), *notebook.notes()]
    return hashlib.sha256("\n".join(map(rows.written, records)).encode()).hexdigest()


def wished(key: str, words: str) -> Record:
    if key == "yellow":
        return Category(key, words, "yellow", "?", 0)
    if key.startswith("h"):
        selector = Selector(1, 2, words or "x", "", "", "d")
        return Highlight(key, "a", selector, "green", words, (), "", "")
    return Note(key, "a", 1, words, (), "", "")


def changes_for(notebook: Notebook, wishes: list[tuple[str, str | None]]) -> list[Change]:
    living = {record.id: record for record in [*notebook.highlights(), *notebook.notes()]}
    living |= {category.id: category for category in notebook.categories()}
    changes = []
    for key, words in wishes:
        wish = None if words is None or (key == "yellow" and not words) else wished(key, words)
        if wish is None and (key == "yellow" or key not in living):
            continue
        changes.append(Change(living.pop(key, None), wish))
        if wish:
            living[key] = wish
    return changes


def do(notebook: Notebook, deed: list[tuple[str, str | None]] | str) -> None:
    if deed == "undo":
        notebook.undo()
    elif deed == "redo":
        notebook.redo()
    elif deed == "type":
        step = notebook.undoable()
        changes = changes_for(notebook, [("n1", new_id())])
        notebook.apply(changes, continues=step.group if step else "")
    elif isinstance(deed, list):
        notebook.apply(changes_for(notebook, deed))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sessions=st.lists(st.lists(DEEDS, max_size=6), max_size=3))
def test_taking_everything_back_gives_the_first_state_and_doing_it_again_the_last(
    tmp_path: Path, sessions: list[list[list[tuple[str, str | None]] | str]]
) -> None:
    place = tmp_path / new_id() / "notebook.db"
    with restarted(place) as notebook:
        first = state(notebook)
    for session in sessions:
        with restarted(place) as notebook:
            for deed in session:
                do(notebook, deed)
    with restarted(place) as notebook:
        list(iter(notebook.redo, None))
        last = state(notebook)
        undone = list(iter(notebook.undo, None))
    with restarted(place) as notebook:
        assert state(notebook) == first
        assert len(list(iter(notebook.redo, None))) == len(undone)
        assert state(notebook) == last
        assert notebook.check() == []
