"""What a person does is undone in the same words and steps, also after the program was closed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.intake.library import Library
from reader.notebook.notebook import Notebook
from reader.settings import Settings
from reader.ui.desk import Desk


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "home" / "notebook.db"


@pytest.fixture
def at_the_desk(place: Path, library: Library) -> Iterator[Desk]:
    with Notebook.open(place) as notebook:
        yield Desk(library, notebook, Settings())


@pytest.fixture
def noted(qapp: object, place: Path, library: Library) -> str:
    """The id of a highlight that was noted on, and recoloured, before the program was closed."""
    with Notebook.open(place) as notebook:
        desk = Desk(library, notebook, Settings())
        made = desk.highlight("aftale-2014", 10, 30, "yellow")
        assert made is not None
        for typed in ("H", "Hu", "Husk"):
            desk.write(desk.notebook.highlight(made.id) or made, typed)
        desk.change_category(desk.notebook.highlight(made.id) or made, "red")
    return made.id


def test_after_a_restart_the_menu_says_what_undo_would_take_back(noted: str, at_the_desk: Desk) -> None:
    stack = at_the_desk.stack
    said = []
    while stack.can_undo():
        said.append(stack.undo_text())
        at_the_desk.undo()
    assert said == ["Change category", "Edit note", "Highlight"]
    assert not stack.can_undo()
    assert stack.redo_text() == "Highlight"


def test_after_a_restart_steps_are_taken_back_and_done_again(noted: str, at_the_desk: Desk) -> None:
    at_the_desk.undo()
    at_the_desk.undo()
    highlight = at_the_desk.notebook.highlight(noted)
    assert highlight is not None
    assert (highlight.category, highlight.note) == ("yellow", "")
    at_the_desk.redo()
    at_the_desk.redo()
    highlight = at_the_desk.notebook.highlight(noted)
    assert highlight is not None
    assert (highlight.category, highlight.note) == ("red", "Husk")
    assert not at_the_desk.stack.can_redo()


def test_an_undo_that_cannot_be_written_is_told_and_can_be_tried_again(noted: str, at_the_desk: Desk) -> None:
    told: list[str] = []
    at_the_desk.failed.connect(told.append)
    at_the_desk.notebook.connection.execute("PRAGMA query_only = ON")
    at_the_desk.undo()
    assert len(told) == 1
    assert at_the_desk.stack.undo_text() == "Change category"
    at_the_desk.notebook.connection.execute("PRAGMA query_only = OFF")
    at_the_desk.undo()
    assert at_the_desk.stack.undo_text() == "Edit note"


def test_where_nothing_was_done_there_is_nothing_to_undo(qapp: object, at_the_desk: Desk) -> None:
    assert at_the_desk.stack.count() == 0
    at_the_desk.undo()
    at_the_desk.redo()
    assert at_the_desk.notebook.highlights() == []
