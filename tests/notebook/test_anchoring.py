"""An agreement gets a new edition: highlights are carried over where that is sure, and none is taken away."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.notebook.anchoring import as_of_now, attached, carry, given_up, standing, text_of
from reader.notebook.journal import Journal
from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.records import Change, Highlight
from reader.notebook.salvage import salvage
from reader.text.agreement import Edition

OLD = "\n".join(
    (
        "Regeringen og KL er enige om en ny aftale for kommunernes økonomi.",
        "Kommunerne skal inden 2014 have taget stilling til, hvordan styringen forenkles.",
        "Kommunerne skal inden 2015 have taget stilling til, hvordan styringen forenkles.",
        "Aftalen bygger på tillid mellem parterne og på klare fælles mål.",
    )
)
NEW = "\n".join(
    (
        "En indledning.",
        "Regeringen og KL er enige om en ny aftale for kommunernes økonomi.",
        "Kommunerne skal inden 2015 have taget stilling til, hvordan styringen forenkles.",
        "Aftalen hviler på tillid mellem parterne og på klare fælles mål.",
    )
)
QUOTES = ("en ny aftale", "inden 2014 have", "bygger på tillid", "fælles mål")

Marked = Callable[[Edition, str], Highlight]


@pytest.fixture
def old() -> Edition:
    return Edition("aftale-2014", "d-old", OLD, (), (), ())


@pytest.fixture
def new() -> Edition:
    return Edition("aftale-2014", "d-new", NEW, (), (), ())


@pytest.fixture
def marked() -> Marked:
    def make(edition: Edition, quote: str) -> Highlight:
        start = edition.text.index(quote)
        plain = Highlight(new_id(), edition.id, None, "yellow", quote, (), now(), now())  # type: ignore[arg-type]
        return attached(plain, edition, start, start + len(quote))

    return make


@pytest.fixture
def highlights(place: Path, old: Edition, marked: Marked) -> dict[str, Highlight]:
    """Four highlights in the old edition, by their words, in a closed notebook."""
    made = {quote: marked(old, quote) for quote in QUOTES}
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, highlight) for highlight in made.values()], texts=[text_of(old)])
    return made


def words(edition: Edition, highlight: Highlight) -> str:
    return edition.text[highlight.selector.start : highlight.selector.end]


def test_in_its_own_edition_everything_is_placed_and_nothing_is_written(
    place: Path, highlights: dict[str, Highlight], old: Edition
) -> None:
    before = place.read_bytes()
    with Notebook.open(place) as notebook:
        assert notebook.news == ()
        found = carry(notebook, old)
        assert {highlight.id for highlight, _ in found.placed} == {one.id for one in highlights.values()}
        assert (found.check, found.lost) == ((), ())
    assert place.read_bytes() == before


def test_what_is_sure_is_carried_over_and_the_rest_waits_as_it_was(
    place: Path, highlights: dict[str, Highlight], new: Edition
) -> None:
    with Notebook.open(place) as notebook:
        found = carry(notebook, new)
        placed = {highlight.note: highlight for highlight, _ in found.placed}
        assert sorted(placed) == ["en ny aftale", "fælles mål"]
        assert all(
            words(new, one) == quote and one.selector.digest == "d-new" for quote, one in placed.items()
        )
        (doubt,) = found.check
        assert doubt.highlight == highlights["bygger på tillid"]
        assert (new.text[slice(*doubt.proposal)], 0.3 < doubt.sure < 1) == ("hviler på tillid", True)
        (lost,) = found.lost
        assert lost == highlights["inden 2014 have"]
        assert len(notebook.highlights()) == len(highlights)
        assert notebook.text("d-new") == NEW
        assert notebook.check() == []
        again = carry(notebook, new)
        assert again == found
        assert notebook.undoable() is not None
        assert len(notebook.history(placed["fælles mål"].id)) == 2


def test_a_second_new_edition_maps_each_passage_from_the_edition_it_stands_in(
    place: Path, highlights: dict[str, Highlight], old: Edition, new: Edition
) -> None:
    third = Edition("aftale-2014", "d-third", OLD.replace("klare", "tydelige"), (), (), ())
    with Notebook.open(place) as notebook:
        carry(notebook, new)
        found = carry(notebook, third)
        placed = {highlight.note for highlight, _ in found.placed}
        assert placed == {"en ny aftale", "inden 2014 have", "bygger på tillid", "fælles mål"}
    with Notebook.open(place) as notebook:
        back = carry(notebook, old)
        assert len(back.placed) == 4


def test_the_person_puts_a_passage_where_it_belongs_and_can_take_that_back(
    place: Path, highlights: dict[str, Highlight], new: Edition
) -> None:
    with Notebook.open(place) as notebook:
        (doubt,) = carry(notebook, new).check
        accepted = attached(doubt.highlight, new, *doubt.proposal)
        notebook.apply([Change(doubt.highlight, accepted)], what="Place")
        assert carry(notebook, new).check == ()
        assert words(new, accepted) == "hviler på tillid"
        notebook.undo()
        (waiting,) = carry(notebook, new).check
        assert waiting == doubt


def test_what_the_person_did_not_find_is_lost_until_an_edition_comes_that_has_it(
    place: Path, highlights: dict[str, Highlight], old: Edition, new: Edition
) -> None:
    with Notebook.open(place) as notebook:
        (doubt,) = carry(notebook, new).check
        notebook.apply([Change(doubt.highlight, given_up(doubt.highlight, new))])
        found = carry(notebook, new)
        assert found.check == ()
        assert {one.note for one in found.lost} == {"inden 2014 have", "bygger på tillid"}
        third = Edition("aftale-2014", "d-third", f"Ny.\n{OLD}", (), (), ())
        placed = {highlight.note: highlight for highlight, _ in carry(notebook, third).placed}
        assert placed["bygger på tillid"].missing_from == ""


def test_without_the_text_of_its_edition_no_passage_is_placed_for_sure(
    notebook: Notebook, old: Edition, new: Edition, marked: Marked
) -> None:
    notebook.apply([Change(None, marked(old, quote)) for quote in QUOTES])
    found = carry(notebook, new)
    assert found.placed == ()
    assert len(found.check) + len(found.lost) == len(QUOTES)


def test_reading_without_writing_sees_the_same_places(
    place: Path, highlights: dict[str, Highlight], new: Edition
) -> None:
    with Notebook.open(place, read_only=True) as notebook:
        seen = as_of_now(notebook, {new.id: new})
        assert standing(notebook, new).lost == (highlights["inden 2014 have"],)
        assert as_of_now(notebook, {}).highlights == notebook.highlights()
    with Notebook.open(place) as notebook:
        found = carry(notebook, new)
        assert sorted(seen.highlights) == sorted(notebook.highlights())
        assert seen.check == {doubt.highlight.id for doubt in found.check}
        assert seen.lost == {highlight.id for highlight in found.lost}


def test_an_undo_of_what_was_done_before_leaves_the_passage_in_its_new_place(
    place: Path, highlights: dict[str, Highlight], old: Edition, new: Edition
) -> None:
    first = highlights["fælles mål"]
    with Notebook.open(place) as notebook:
        notebook.apply([Change(first, first._replace(category="red"))])
        carry(notebook, new)
    with Notebook.open(place) as notebook:
        notebook.undo()
        highlight = notebook.highlight(first.id)
        assert highlight is not None
        assert (highlight.category, words(new, highlight)) == ("yellow", "fælles mål")


def test_the_kept_text_is_in_the_journal_and_comes_back_from_it(
    place: Path, highlights: dict[str, Highlight], new: Edition
) -> None:
    assert set(Journal(place).read().texts) == {"d-old"}
    target = place.parent / "new" / "notebook.db"
    salvage(place, target)
    place.unlink()
    for path in (place, target):
        with Notebook.open(path) as notebook:
            assert notebook.text("d-old") == OLD
            assert notebook.text("d-new") is None
            assert len(carry(notebook, new).placed) == 2


def test_a_text_is_kept_once_and_a_damaged_one_is_not_used(
    place: Path, highlights: dict[str, Highlight], old: Edition, new: Edition, marked: Marked
) -> None:
    with Notebook.open(place) as notebook:
        size = Journal(place).path.stat().st_size
        notebook.apply([Change(None, marked(old, "tillid"))], texts=[text_of(old)])
        assert Journal(place).path.stat().st_size - size < len(OLD) * 4
        assert len(Journal(place).read().texts) == 1
        notebook.connection.execute("UPDATE texts SET text = replace(text, 'tillid', 'mistro')")
        assert notebook.text("d-old") is None
        assert carry(notebook, new).placed == ()


def test_words_that_do_not_stand_where_their_own_edition_has_them_are_not_called_placed(
    notebook: Notebook, old: Edition, marked: Marked
) -> None:
    made = marked(old, "klare fælles mål")
    wrong = made._replace(selector=made.selector._replace(start=3, end=19))
    stranger = made._replace(id=new_id(), agreement="aftale-1999")
    notebook.apply([Change(None, wrong), Change(None, stranger)], texts=[text_of(old)])
    found = as_of_now(notebook, {old.id: old})
    assert (found.check, found.lost) == ({wrong.id}, {stranger.id})
    assert {doubt.highlight.id for doubt in standing(notebook, old).check} == {wrong.id}


def test_giving_up_a_passage_is_more_than_words(old: Edition, marked: Marked) -> None:
    made = marked(old, "klare fælles mål")
    assert not Change(made, given_up(made, old)).only_words
    assert Change(made, made._replace(note="ord")).only_words


def test_a_passage_can_be_attached_in_another_agreement(old: Edition, new: Edition, marked: Marked) -> None:
    other = Edition("aftale-2009", "d-other", NEW, (), (), ())
    moved = attached(marked(old, "klare fælles mål"), other, 4, 14)
    assert (moved.agreement, moved.selector.digest, moved.selector.quote) == (
        "aftale-2009",
        "d-other",
        NEW[4:14],
    )
