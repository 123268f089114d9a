"""A person writes, changes, removes, and takes it back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import NotebookError
from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.records import Category, Change, Highlight, Note, Record, Touched
from reader.text.selector import Selector

MakeHighlight = Callable[..., Highlight]
MakeNote = Callable[..., Note]


def everything(notebook: Notebook) -> list[Record]:
    return [*notebook.categories(), *notebook.highlights(), *notebook.notes()]


def test_a_new_notebook_has_five_categories_with_danish_names(notebook: Notebook) -> None:
    told = [(c.id, c.name, c.colour, c.sign) for c in notebook.categories()]
    assert told == [
        ("yellow", "Spørgsmål", "yellow", "?"),
        ("green", "Vores linje", "green", "✓"),
        ("red", "Krav", "red", "!"),
        ("blue", "Nyt", "blue", "+"),
        ("violet", "Andet", "violet", "•"),
    ]


def test_what_is_written_is_read_back_the_same_after_closing(
    place: Path, a_highlight: MakeHighlight, a_note: MakeNote
) -> None:
    highlight, on_principle, on_agreement = a_highlight(note="NUL \0 og 🙂"), a_note(), a_note(principle=None)
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, record) for record in (highlight, on_principle, on_agreement)])
    with Notebook.open(place) as notebook:
        assert notebook.highlights() == [highlight]
        assert notebook.notes() == [on_principle, on_agreement]
        assert notebook.highlight(highlight.id) == highlight
        assert notebook.note(on_agreement.id) == on_agreement
        assert notebook.check() == []


def test_a_change_says_what_it_touched(
    notebook: Notebook, a_highlight: MakeHighlight, a_note: MakeNote
) -> None:
    highlight, note = a_highlight("aftale-2009"), a_note("aftale-2014")
    touched = notebook.apply([Change(None, highlight), Change(None, note)])
    assert touched == Touched(frozenset({"aftale-2009", "aftale-2014"}), frozenset({highlight.id, note.id}))
    assert notebook.apply([]) == Touched(frozenset(), frozenset())


def test_a_change_of_words_or_tags_alone_says_so_and_no_other_does(
    notebook: Notebook, a_highlight: MakeHighlight, a_note: MakeNote
) -> None:
    highlight, note, category = a_highlight(), a_note(), notebook.categories()[0]
    words = [Change(highlight, highlight._replace(note="Nyt")), Change(note, note._replace(tags=("nyt",)))]
    others = [
        Change(None, highlight),
        Change(highlight, highlight._replace(category="red")),
        Change(highlight, highlight._replace(selector=highlight.selector._replace(start=11))),
        Change(note, note._replace(principle=None)),
        Change(note, None),
        Change(category, category._replace(name="Nyt")),
    ]
    assert [change.only_words for change in [*words, *others]] == [True] * 2 + [False] * 6
    assert [change.undone().only_words for change in [*words, *others]] == [True] * 2 + [False] * 6
    assert not notebook.apply([Change(None, highlight), Change(None, note)]).only_words
    mixed = [words[0], Change(note, note._replace(principle=None))]
    assert not notebook.apply(mixed).only_words
    assert notebook.apply([change.undone() for change in mixed[:1]]).only_words


def test_highlights_come_in_reading_order_and_by_agreement(
    notebook: Notebook, a_highlight: MakeHighlight
) -> None:
    late, early, elsewhere = a_highlight(start=90), a_highlight(start=9), a_highlight("aftale-2009", 500)
    notebook.apply([Change(None, record) for record in (late, early, elsewhere)])
    assert notebook.highlights() == [elsewhere, early, late]
    assert notebook.highlights("aftale-2014") == [early, late]
    assert notebook.highlights("aftale-1999") == []


def test_notes_come_by_principle_and_those_on_the_whole_agreement_last(
    notebook: Notebook, a_note: MakeNote
) -> None:
    whole, tenth, second = a_note(principle=None), a_note(principle=10), a_note(principle=2)
    notebook.apply([Change(None, record) for record in (whole, tenth, second)])
    assert notebook.notes("aftale-2014") == [second, tenth, whole]


def test_a_category_is_renamed(notebook: Notebook) -> None:
    red = notebook.categories()[2]
    touched = notebook.apply([Change(red, red._replace(name="Ufravigeligt"))])
    assert touched == Touched(frozenset(), frozenset({"red"}), categories=True)
    assert notebook.categories()[2].name == "Ufravigeligt"


def test_a_new_category_and_its_first_highlight_are_one_change(
    notebook: Notebook, a_highlight: MakeHighlight
) -> None:
    mine = Category(new_id(), "Økonomi", "teal", "kr", 5)
    highlight = a_highlight(category=mine.id)
    notebook.apply([Change(None, highlight), Change(None, mine)])
    assert notebook.categories()[-1] == mine
    assert notebook.highlights() == [highlight]


def test_a_category_in_use_cannot_be_removed(notebook: Notebook, a_highlight: MakeHighlight) -> None:
    notebook.apply([Change(None, a_highlight(category="red"))])
    with pytest.raises(NotebookError, match="The category Krav cannot be without 1 highlights"):
        notebook.apply([Change(notebook.categories()[2], None)])
    assert len(notebook.categories()) == 5


def test_a_highlight_of_no_known_category_is_refused(notebook: Notebook, a_highlight: MakeHighlight) -> None:
    with pytest.raises(NotebookError, match=r"not saved.*FOREIGN KEY.*as it was before"):
        notebook.apply([Change(None, a_highlight()), Change(None, a_highlight(category="pink"))])
    assert notebook.highlights() == []


def test_a_removed_highlight_is_gone_and_comes_back_exactly(
    notebook: Notebook, a_highlight: MakeHighlight
) -> None:
    highlight = a_highlight()
    removal = Change(highlight, None)
    notebook.apply([Change(None, highlight)])
    notebook.apply([removal])
    assert notebook.highlights() == []
    assert notebook.highlight(highlight.id) is None
    notebook.apply([removal.undone()])
    assert notebook.highlights() == [highlight]


def test_an_edit_of_what_has_changed_meanwhile_is_refused(notebook: Notebook, a_note: MakeNote) -> None:
    note, other = a_note(), a_note()
    mine, theirs = note._replace(body="min"), note._replace(body="deres")
    notebook.apply([Change(None, note)])
    notebook.apply([Change(note, theirs)])
    with pytest.raises(NotebookError, match=f"The note {note.id} is no longer as it was.*Look at it again"):
        notebook.apply([Change(None, other), Change(note, mine)])
    assert notebook.notes() == [theirs]


def test_what_is_there_cannot_be_made_again_nor_what_is_not_there_removed(
    notebook: Notebook, a_note: MakeNote
) -> None:
    note = a_note()
    with pytest.raises(NotebookError, match="no longer as it was"):
        notebook.apply([Change(note, None)])
    notebook.apply([Change(None, note)])
    with pytest.raises(NotebookError, match="no longer as it was"):
        notebook.apply([Change(None, note)])
    assert notebook.notes() == [note]


def test_one_record_may_change_twice_in_a_group(notebook: Notebook, a_note: MakeNote) -> None:
    first = a_note()
    second = first._replace(body="to")
    notebook.apply([Change(None, first), Change(first, second)])
    assert notebook.notes() == [second]
    notebook.apply([Change(second, first), Change(first, None)])
    assert notebook.notes() == []
    assert notebook.check() == []


def test_a_change_of_two_different_records_is_our_own_mistake(notebook: Notebook, a_note: MakeNote) -> None:
    note = a_note()
    notebook.apply([Change(None, note)])
    with pytest.raises(ValueError, match="of one record"):
        notebook.apply([Change(note, a_note())])
    assert notebook.notes() == [note]


def test_half_a_character_is_refused_in_plain_words(notebook: Notebook, a_note: MakeNote) -> None:
    with pytest.raises(NotebookError, match=r"half a character.*as it was before"):
        notebook.apply([Change(None, a_note(body="\ud83d"))])
    assert notebook.notes() == []


def test_a_notebook_opened_for_reading_takes_no_change(place: Path, a_note: MakeNote) -> None:
    Notebook.open(place).close()
    before = place.read_bytes()
    with Notebook.open(place, read_only=True) as notebook:
        assert len(notebook.categories()) == 5
        with pytest.raises(NotebookError, match="for reading only"):
            notebook.apply([Change(None, a_note())])
    assert place.read_bytes() == before


def test_the_history_tells_every_change_by_group(notebook: Notebook, a_note: MakeNote) -> None:
    note = a_note()
    notebook.apply([Change(None, note), Change(note, note._replace(body="ny"))])
    notebook.apply([Change(note._replace(body="ny"), None)])
    history = notebook.connection.execute(
        'SELECT kind, "before" = \'null\', "after" = \'null\', "group" FROM operations'
        " WHERE record = ? ORDER BY seq",
        (note.id,),
    ).fetchall()
    assert [step[:3] for step in history] == [("note", 1, 0), ("note", 0, 0), ("note", 0, 1)]
    assert history[0][3] == history[1][3] != history[2][3]


def test_ids_differ_and_times_say_their_zone() -> None:
    assert len({new_id() for _ in range(1000)}) == 1000
    assert now().endswith("+00:00")
    assert len(now()) == len("2024-01-01T00:00:00.000+00:00")


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
TAGS = st.lists(TEXT, max_size=3).map(tuple)
PLACES = st.integers(0, 2**40)
SELECTORS = st.builds(Selector, PLACES, PLACES, TEXT, TEXT, TEXT, TEXT)
CATEGORY_IDS = st.sampled_from(["yellow", "green", "red", "blue", "violet"])


def wishes(key: str) -> st.SearchStrategy[Record]:
    """Return what a person may want the record with this id to be."""
    if key in {"yellow", "green"}:
        return st.builds(Category, st.just(key), TEXT, TEXT, TEXT, st.integers(0, 9))
    if key.startswith("h"):
        return st.builds(Highlight, st.just(key), TEXT, SELECTORS, CATEGORY_IDS, TEXT, TAGS, TEXT, TEXT)
    return st.builds(Note, st.just(key), TEXT, st.none() | PLACES, TEXT, TAGS, TEXT, TEXT)


KEYS = st.sampled_from(["yellow", "green", "h1", "h2", "h3", "n1", "n2"])
STEPS = st.tuples(KEYS, st.booleans()).flatmap(
    lambda step: (
        st.tuples(st.just(step[0]), wishes(step[0]))
        if step[1] or step[0] in {"yellow", "green"}
        else st.tuples(st.just(step[0]), st.none())
    )
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(groups=st.lists(st.lists(STEPS, min_size=1, max_size=4), max_size=6))
def test_whatever_is_done_and_then_undone_leaves_the_first_state(
    notebook: Notebook, groups: list[list[tuple[str, Record | None]]]
) -> None:
    first = everything(notebook)
    now_there = {record.id: record for record in first}
    done = []
    for group in groups:
        changes = []
        for key, wish in group:
            if wish is not None or key in now_there:
                changes.append(Change(now_there.pop(key, None), wish))
            if wish is not None:
                now_there[key] = wish
        notebook.apply(changes)
        done.append(changes)
        assert {record.id: record for record in everything(notebook)} == now_there
    for changes in reversed(done):
        notebook.apply([change.undone() for change in reversed(changes)])
    assert everything(notebook) == first
    assert notebook.check() == []
