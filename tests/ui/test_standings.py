"""Where everything stands: found out beside the window, in portions, and kept up with whatever happens."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from reader.intake.library import Library
from reader.notebook.anchoring import attached, standing, text_of
from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.records import Change, Highlight, Note
from reader.settings import Settings
from reader.text.agreement import Edition
from reader.text.selector import describe
from reader.ui.desk import Desk
from reader.ui.stands import CHECK, LOST, PLACED

A14 = "aftale-2014"


def older(edition: Edition) -> Edition:
    """Return an edition as it may have been before: some lines were reworded since, and some are new now."""
    lines = edition.text.split("\n")
    for at in range(40, len(lines), 9):
        lines[at] = lines[at].replace(" og ", " samt ").replace(" skal ", " bør ")
    lines[60:60] = ["En sætning, som siden er helt borte, om syv vilde svaner.", *lines[80:82]]
    return Edition(edition.id, "older", "\n".join(lines), (), (), ())


@pytest.fixture
def place_of(tmp_path: Path) -> Path:
    return tmp_path / "notebook.db"


@pytest.fixture
def old(library: Library) -> Edition:
    return older(library.edition(A14))


@pytest.fixture
def filled(place_of: Path, old: Edition) -> list[Highlight]:
    """A closed notebook with a highlight on every line of the older edition."""
    made, at, time = [], 0, now()
    for line in old.text.split("\n"):
        end = at + min(len(line), 60)
        if end - at > 3:
            plain = Highlight(
                new_id(), A14, describe(old.text, at, end, "older"), "yellow", "", (), time, time
            )
            made.append(attached(plain, old, at, end))
        at += len(line) + 1
    made.append(attached(made[0], old, 0, 9)._replace(id=new_id(), agreement="aftale-1999"))
    with Notebook.open(place_of) as notebook:
        notebook.apply([Change(None, one) for one in made], texts=[text_of(old)])
    return made


Opened = Callable[..., Desk]


@pytest.fixture
def open_desk(qapp: Any, library: Library, place_of: Path) -> Iterator[Opened]:
    """A desk on that notebook; closed in the end."""
    made: list[tuple[Desk, Notebook]] = []

    def opened(read_only: bool = False) -> Desk:
        notebook = Notebook.open(place_of, read_only=read_only)
        desk = Desk(library, notebook, Settings())
        made.append((desk, notebook))
        return desk

    yield opened
    for desk, notebook in made:
        desk.standings.stop()
        notebook.close()


def states(desk: Desk, records: list[Highlight]) -> dict[str, str]:
    return {one.id: desk.standings.state(one.id) for one in records}


def looked(desk: Desk, qtbot: Any) -> Desk:
    with qtbot.waitSignal(desk.standings.looked):
        desk.carry_over()
    return desk


def test_each_is_placed_to_check_or_lost_as_the_notebook_says_it_would_be(
    open_desk: Opened, filled: list[Highlight], library: Library, place_of: Path, qtbot: Any
) -> None:
    with Notebook.open(place_of) as notebook:
        expected = standing(notebook, library.edition(A14))
    desk = looked(open_desk(), qtbot)
    found = states(desk, filled)
    assert {name for name, state in found.items() if state == PLACED} == {
        one.id for one, _ in expected.placed
    }
    assert {name for name, state in found.items() if state == CHECK} == {
        doubt.highlight.id for doubt in expected.check
    }
    lost = {one.id for one in expected.lost} | {filled[-1].id}
    assert {name for name, state in found.items() if state == LOST} == lost
    counts = desk.standings.counts()
    assert sum(counts) == len(filled)
    assert min(counts) > 0
    assert counts.check == len(expected.check)


def test_what_is_sure_is_on_disk_in_its_new_place_and_nothing_else_was_written(
    open_desk: Opened, filled: list[Highlight], library: Library, qtbot: Any
) -> None:
    desk = looked(open_desk(), qtbot)
    edition = library.edition(A14)
    for before in filled:
        after = desk.notebook.highlight(before.id)
        assert after is not None
        if desk.standings.state(before.id) == PLACED:
            assert after.selector.digest == edition.digest
            assert edition.text[after.selector.start : after.selector.end] == before.selector.quote
        else:
            assert after == before
    assert not desk.stack.can_undo() or desk.stack.undo_text() == ""
    assert desk.notebook.check() == []


def test_a_notebook_that_is_only_read_shows_what_is_sure_in_its_place(
    open_desk: Opened, filled: list[Highlight], library: Library, qtbot: Any
) -> None:
    desk = looked(open_desk(read_only=True), qtbot)
    text = library.edition(A14).text
    shown = {passage.id: text[slice(*span)] for passage, span in desk.placed(A14)}
    sure = {one.id: one.selector.quote for one in filled if desk.standings.state(one.id) == PLACED}
    assert shown == sure != {}
    assert sum(desk.standings.counts()) == len(filled)


def test_what_happens_while_it_is_looked_through_is_not_missed(
    open_desk: Opened, filled: list[Highlight], qtbot: Any
) -> None:
    desk = open_desk()
    victim = filled[5]
    with qtbot.waitSignal(desk.standings.looked):
        desk.carry_over()
        QApplication.processEvents()
        assert desk.remove(victim)
        new = desk.highlight(A14, 100, 130, "green")
    assert new is not None
    assert desk.standings.state(new.id) == PLACED
    assert desk.notebook.highlight(victim.id) is None
    assert sum(desk.standings.counts()) == len(filled)


def test_many_at_once_are_taken_in_portions_and_all_are_counted(
    open_desk: Opened, filled: list[Highlight], old: Edition, qtbot: Any
) -> None:
    desk = looked(open_desk(), qtbot)
    before = desk.standings.counts()
    more = [one._replace(id=new_id()) for one in filled[:400]]
    with qtbot.waitSignal(desk.standings.changed):
        desk.notebook_changed.emit(desk.notebook.apply([Change(None, one) for one in more]))
    after = desk.standings.counts()
    assert sum(after) == sum(before) + len(more)
    assert after.check > before.check


def test_notes_on_what_is_gone_are_lost_and_on_what_is_there_are_not(open_desk: Opened, qtbot: Any) -> None:
    desk = looked(open_desk(), qtbot)
    time = now()
    made = [
        Note(new_id(), name, number, "Ord", (), time, time)
        for name, number in ((A14, 2), (A14, None), (A14, 77), ("aftale-1999", None))
    ]
    desk.notebook_changed.emit(desk.notebook.apply([Change(None, note) for note in made]))
    assert [desk.standings.state(note.id) for note in made] == [PLACED, PLACED, LOST, LOST]
    assert desk.standings.counts_of(A14) == (0, 1)
    assert set(desk.standings.waiting(LOST)) == {made[2].id, made[3].id}


def test_a_passage_that_was_given_up_is_lost_although_its_place_and_words_stay_the_same(
    open_desk: Opened, filled: list[Highlight], qtbot: Any
) -> None:
    desk = looked(open_desk(), qtbot)
    name = desk.standings.waiting(CHECK)[0]
    highlight = desk.notebook.highlight(name)
    assert highlight is not None
    with qtbot.waitSignal(desk.standings.changed):
        assert desk.give_up(highlight)
    assert desk.standings.state(name) == LOST
    desk.undo()
    assert desk.standings.state(name) == CHECK


def test_what_comes_back_from_an_older_edition_is_carried_over_at_once(
    open_desk: Opened, filled: list[Highlight], library: Library, qtbot: Any
) -> None:
    desk = looked(open_desk(), qtbot)
    old = next(one for one in filled if desk.standings.state(one.id) == PLACED)
    new = desk.notebook.highlight(old.id)
    assert new is not None
    digest = library.edition(A14).digest
    assert new.selector.digest == digest != old.selector.digest
    assert desk.change_category(new, "green")
    desk.notebook_changed.emit(
        desk.notebook.apply([Change(desk.notebook.highlight(old.id), old)], what="Old")
    )
    assert desk.standings.state(old.id) == PLACED

    def carried() -> bool:
        now = desk.notebook.highlight(old.id)
        return now is not None and now.selector == new.selector

    qtbot.waitUntil(carried)
    assert desk.standings.stand(old.id) is None
    assert desk.stack.undo_text() == "Old"
    desk.undo()
    assert desk.stack.redo_text() == "Old"
    qtbot.waitUntil(carried)


def test_many_from_an_older_edition_are_all_carried_over(
    open_desk: Opened, filled: list[Highlight], qtbot: Any
) -> None:
    desk = looked(open_desk(), qtbot)
    before = desk.standings.counts()
    more = [one._replace(id=new_id()) for one in filled[:-1]]
    desk.notebook_changed.emit(desk.notebook.apply([Change(None, one) for one in more]))
    sure = before.placed

    def taken_in() -> bool:
        kept = [desk.standings.stand(one.id) for one in more]
        return desk.standings.counts().placed == 2 * sure and not any(s and s.state == PLACED for s in kept)

    qtbot.waitUntil(taken_in)


def test_proposals_come_the_likeliest_first_and_the_first_is_the_one_that_is_shown(
    open_desk: Opened, filled: list[Highlight], qtbot: Any
) -> None:
    desk = looked(open_desk(), qtbot)
    for name in desk.standings.waiting(CHECK):
        highlight, stand = desk.notebook.highlight(name), desk.standings.stand(name)
        assert highlight
        assert stand
        proposals = desk.standings.proposals(highlight)
        assert proposals[0] == (stand.span, stand.sure)
        sureness = [sure for _, sure in proposals]
        assert sureness == sorted(sureness, reverse=True)
        assert len({span for span, _ in proposals}) == len(proposals)
