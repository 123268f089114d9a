"""What two people changed: it stays open until somebody decides, and a decision holds wherever it goes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.notebook import incoming
from reader.notebook.both_sides import DECIDE, Search, Side, decided, standing
from reader.notebook.exchange import exported, merge
from reader.notebook.notebook import Notebook, now
from reader.notebook.records import Change, Highlight, Note
from reader.notebook.shared import Parting, is_changed_here

MakeHighlight = Callable[..., Highlight]
EARLY, LATER, LAST = (f"2026-0{month}-01T10:00:00.000+00:00" for month in (1, 2, 3))


@pytest.fixture
def anna(tmp_path: Path) -> Iterator[Notebook]:
    with Notebook.open(tmp_path / "anna" / "notebook.db") as opened:
        yield opened


@pytest.fixture
def bo(tmp_path: Path) -> Iterator[Notebook]:
    with Notebook.open(tmp_path / "bo" / "notebook.db") as opened:
        yield opened


@pytest.fixture
def shared(anna: Notebook, bo: Notebook, a_highlight: MakeHighlight) -> Highlight:
    """A highlight of Anna's that both have."""
    made = a_highlight(note="først")._replace(created=EARLY, modified=EARLY)
    anna.apply([Change(None, made)])
    take(bo, anna, "Anna", "Bo")
    return made


def take(notebook: Notebook, other: Notebook, name: str, own: str) -> None:
    merge(notebook, incoming.read(exported(other, author=name).encode(), "fil"), own)


def here(notebook: Notebook) -> Highlight:
    (highlight,) = notebook.highlights()
    return highlight


def write(notebook: Notebook, words: str, time: str) -> Highlight:
    old = here(notebook)
    new = old._replace(note=words, modified=time)
    notebook.apply([Change(old, new)])
    return new


def still_open(notebook: Notebook) -> Parting | None:
    found = Search(notebook).whole()
    assert len(found) <= 1
    return next(iter(found.values()), None)


def choose(notebook: Notebook, side: Side) -> None:
    parting = still_open(notebook)
    assert parting is not None
    keys = {category.id for category in notebook.categories()}
    notebook.apply(decided(parting, side, now(), keys), what=DECIDE)


@pytest.mark.parametrize(("mine", "theirs"), [(LATER, LAST), (LAST, LATER)], ids=["theirs", "mine"])
def test_what_is_open_is_there_after_a_restart_with_both_forms_and_who_brought_the_other(
    anna: Notebook, bo: Notebook, shared: Highlight, tmp_path: Path, mine: str, theirs: str
) -> None:
    one, other = write(anna, "Annas", mine), write(bo, "Bos", theirs)
    take(anna, bo, "Bo", "Anna")
    anna.close()
    with Notebook.open(tmp_path / "anna" / "notebook.db") as again:
        parting = still_open(again)
        assert parting == Parting(one, other._replace(origin="Bo"), here(again), False)
        assert here(again).note == ("Bos" if theirs > mine else "Annas")
        assert here(again).origin == ""


@pytest.mark.parametrize(
    ("side", "words"), [(Side.HERE, "Annas"), (Side.CAME, "Bos"), (Side.BOTH, "Annas\n\nBos")]
)
@pytest.mark.parametrize(("mine", "theirs"), [(LATER, LAST), (LAST, LATER)], ids=["theirs", "mine"])
def test_a_decision_is_one_undo_and_holds_with_the_colleague_too(
    anna: Notebook, bo: Notebook, shared: Highlight, side: Side, words: str, mine: str, theirs: str
) -> None:
    write(anna, "Annas", mine)
    write(bo, "Bos", theirs)
    take(anna, bo, "Bo", "Anna")
    before = here(anna)
    choose(anna, side)
    assert (here(anna).note, here(anna).origin, here(anna).created) == (words, "", EARLY)
    assert still_open(anna) is None
    anna.undo()
    assert here(anna) == before
    assert still_open(anna) is not None
    anna.redo()
    assert still_open(anna) is None
    take(bo, anna, "Anna", "Bo")
    assert (here(bo).note, still_open(bo)) == (words, None)
    assert anna.check() == bo.check() == []


def test_letting_the_newest_stand_closes_it_and_the_colleague_hears_of_it(
    anna: Notebook, bo: Notebook, shared: Highlight
) -> None:
    write(anna, "Annas", LAST)
    write(bo, "Bos", LATER)
    take(anna, bo, "Bo", "Anna")
    parting = still_open(anna)
    assert parting is not None
    anna.apply(standing(parting, now()), what=DECIDE)
    assert (here(anna).note, still_open(anna)) == ("Annas", None)
    step = anna.undoable()
    assert step is not None
    assert step.what == DECIDE
    take(bo, anna, "Anna", "Bo")
    assert (here(bo).note, still_open(bo)) == ("Annas", None)


def test_what_nobody_decided_on_is_open_with_the_colleague_too(
    anna: Notebook, bo: Notebook, shared: Highlight
) -> None:
    write(anna, "Annas", LAST)
    write(bo, "Bos", LATER)
    take(anna, bo, "Bo", "Anna")
    take(bo, anna, "Anna", "Bo")
    parting = still_open(bo)
    assert parting is not None
    assert isinstance(parting.here, Highlight)
    assert isinstance(parting.came, Highlight)
    assert (parting.here.note, parting.came.note, here(bo).note) == ("Bos", "Annas", "Annas")


def test_it_is_open_no_longer_once_the_import_is_taken_back_or_the_note_written_on(
    anna: Notebook, bo: Notebook, shared: Highlight
) -> None:
    write(anna, "Annas", LATER)
    write(bo, "Bos", LAST)
    take(anna, bo, "Bo", "Anna")
    anna.undo()
    assert still_open(anna) is None
    assert here(anna).note == "Annas"
    take(anna, bo, "Bo", "Anna")
    assert still_open(anna) is not None
    write(anna, "Noget tredje", now())
    assert still_open(anna) is None


def test_what_they_went_on_with_since_is_what_there_is_to_choose(
    anna: Notebook, bo: Notebook, shared: Highlight
) -> None:
    write(anna, "Annas", LATER)
    write(bo, "Bos", LAST)
    take(anna, bo, "Bo", "Anna")
    write(bo, "Bos igen", now())
    take(anna, bo, "Bo", "Anna")
    parting = still_open(anna)
    assert parting is not None
    assert isinstance(parting.came, Highlight)
    assert (parting.came.note, parting.came.origin, here(anna).note) == ("Bos igen", "Bo", "Bos igen")
    choose(anna, Side.HERE)
    assert here(anna).note == "Annas"


@pytest.mark.parametrize("they_last", [False, True], ids=["removed later", "they later"])
def test_what_was_removed_here_and_went_on_there_can_be_chosen_either_way(
    anna: Notebook, bo: Notebook, shared: Highlight, they_last: bool, later: Callable[[], str]
) -> None:
    write(bo, "Bos", "2026-01-02T10:00:00.000+00:00" if not they_last else now())
    anna.apply([Change(shared, None)])
    if they_last:
        write(bo, "Bos", later())
    take(anna, bo, "Bo", "Anna")
    assert len(anna.highlights()) == they_last
    parting = still_open(anna)
    assert parting is not None
    assert parting.is_removed
    assert parting.here == shared
    choose(anna, Side.HERE)
    assert (anna.highlights(), still_open(anna)) == ([], None)
    steps = anna.connection.execute("SELECT count(*) FROM operations").fetchone()
    take(anna, bo, "Bo", "Anna")
    assert (anna.highlights(), still_open(anna)) == ([], None)
    assert anna.connection.execute("SELECT count(*) FROM operations").fetchone() == steps


def test_what_was_removed_here_can_be_brought_back_as_they_have_it(
    anna: Notebook, bo: Notebook, shared: Highlight
) -> None:
    write(bo, "Bos", "2026-01-02T10:00:00.000+00:00")
    anna.apply([Change(shared, None)])
    take(anna, bo, "Bo", "Anna")
    choose(anna, Side.CAME)
    assert (here(anna).note, here(anna).origin) == ("Bos", "")
    anna.undo()
    assert anna.highlights() == []


def test_category_tags_and_extent_are_chosen_with_the_words(
    anna: Notebook, bo: Notebook, shared: Highlight
) -> None:
    longer = shared.selector._replace(
        end=shared.selector.end + 4, quote=shared.selector.quote + " for", after=""
    )
    old = here(bo)
    theirs = old._replace(selector=longer, category="red", tags=("ny",), modified=LAST)
    bo.apply([Change(old, theirs)])
    write(anna, "Annas", LATER)
    take(anna, bo, "Bo", "Anna")
    assert (here(anna).selector, here(anna).category) == (longer, "red")
    choose(anna, Side.BOTH)
    assert here(anna).tags == ("vigtig", "løn", "ny")
    assert here(anna).note == "Annas\n\nførst"
    anna.undo()
    choose(anna, Side.HERE)
    assert (here(anna).selector, here(anna).category, here(anna).tags) == (
        shared.selector,
        shared.category,
        shared.tags,
    )


def test_a_colleagues_note_that_was_changed_here_goes_on_under_both_names(
    anna: Notebook, bo: Notebook, shared: Highlight, tmp_path: Path
) -> None:
    assert not is_changed_here(bo, here(bo))
    write(bo, "Bos", LATER)
    assert is_changed_here(bo, here(bo))
    assert here(bo).origin == "Anna"
    with Notebook.open(tmp_path / "carla" / "notebook.db") as carla:
        take(carla, bo, "Bo", "Carla")
        assert here(carla).origin == "Anna, Bo"
        assert not is_changed_here(carla, here(carla))
        # Anna takes it over as it is: she stands for it.
        take(anna, bo, "Bo", "Anna")
        assert (here(anna).note, here(anna).origin) == ("Bos", "")
        write(anna, "Bos og mit", LAST)
        take(carla, anna, "Anna", "Carla")
        assert (here(carla).note, here(carla).origin) == ("Bos og mit", "Anna")


def test_a_search_goes_in_steps_through_a_long_history(
    anna: Notebook, bo: Notebook, shared: Highlight, a_note: Callable[..., Note]
) -> None:
    write(anna, "Annas", LATER)
    write(bo, "Bos", LAST)
    take(anna, bo, "Bo", "Anna")
    anna.apply([Change(None, a_note()) for _ in range(2500)])
    shares = list(Search(anna).steps())
    assert len(shares) >= 4
    assert shares == sorted(shares)
    assert still_open(anna) is not None
