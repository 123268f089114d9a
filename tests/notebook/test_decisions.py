"""A person decides which principle answers which, and finds it again."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import NotebookError
from reader.notebook.backup import copy
from reader.notebook.copies import difference
from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.records import Change
from reader.notebook.salvage import salvage
from reader.notebook.schema import STEPS, migrate
from reader.text.decision import Decision, Member

SEVEN, SIX = Member("aftale-2014", 7), Member("principper-2015", 6)


@pytest.fixture
def refused() -> Decision:
    return Decision(SEVEN, SIX, "refused", "Kun et led står tilbage.", now(), new_id())


def test_a_decision_is_there_after_the_next_start(place: Path, refused: Decision) -> None:
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, refused)])
    with Notebook.open(place) as notebook:
        assert notebook.decisions() == [refused]
        assert notebook.check() == []


def test_deciding_otherwise_keeps_what_was_decided_before_in_the_history(
    notebook: Notebook, refused: Decision
) -> None:
    other = refused._replace(verdict="confirmed", note="Alligevel.", time=now())
    notebook.apply([Change(None, refused)])
    touched = notebook.apply([Change(refused, other)])
    assert (touched.decisions, touched.agreements) == (True, {SEVEN.agreement, SIX.agreement})
    assert [version.record for version in notebook.history(refused.id)] == [refused, other]
    notebook.undo()
    assert notebook.decisions() == [refused]
    notebook.undo()
    assert notebook.decisions() == []
    notebook.redo()
    assert notebook.decisions() == [refused]
    assert notebook.check() == []


def test_a_verdict_that_nobody_knows_is_not_kept(notebook: Notebook, refused: Decision) -> None:
    with pytest.raises(NotebookError, match="not saved"):
        notebook.apply([Change(None, refused._replace(verdict="perhaps"))])
    assert notebook.decisions() == []


def test_a_notebook_from_before_there_were_decisions_is_brought_up_to_date(
    place: Path, refused: Decision
) -> None:
    place.parent.mkdir()
    with closing(sqlite3.connect(place, isolation_level=None)) as connection:
        migrate(connection, STEPS[:2])
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, refused)])
        assert notebook.decisions() == [refused]
        assert notebook.check() == []


def test_decisions_come_back_from_the_journal_and_from_what_is_left_of_a_file(
    place: Path, tmp_path: Path, refused: Decision
) -> None:
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, refused)])
    for number, lost in enumerate((place, place.with_name(place.name + ".jsonl"))):
        kept = lost.read_bytes()
        lost.unlink()
        found = tmp_path / f"salvaged-{number}.db"
        salvage(place, found)
        with closing(Notebook.open(found)) as again:
            assert again.decisions() == [refused]
        lost.write_bytes(kept)


def test_a_copy_knows_which_decisions_it_would_bring_back(
    notebook: Notebook, tmp_path: Path, refused: Decision
) -> None:
    notebook.apply([Change(None, refused)])
    made = copy(notebook, tmp_path / "backups")
    notebook.apply([Change(refused, None)])
    assert difference(notebook, made).back == (refused,)
