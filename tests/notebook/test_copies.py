"""A person looks at the copies of the notebook: what each holds, and what restoring it would change."""

import os
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from reader.errors import NotebookError
from reader.notebook import backup
from reader.notebook.backup import BEFORE_UPGRADE
from reader.notebook.copies import Copy, copies, difference, head_of, holds, verify
from reader.notebook.keeper import EVERY, Keeper
from reader.notebook.lending import PAGES
from reader.notebook.notebook import Notebook
from reader.notebook.records import Change, Highlight, Note
from reader.notebook.rotation import DAYS, GOOD_DAYS, LATEST, MONTHS, WEEKS, outdated
from reader.notebook.schema import first_tables, migrate

MakeNote = Callable[..., Note]


class Clock:
    """Seconds and days that pass when one says so."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.day = 0

    def __call__(self) -> float:
        return self.seconds

    def today(self) -> str:
        return f"2026-{1 + self.day // 28:02}-{1 + self.day % 28:02}"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(place: Path) -> Path:
    return place.parent / "backups"


@pytest.fixture
def keeper(notebook: Notebook, folder: Path, clock: Clock) -> Keeper:
    return Keeper(notebook, folder, clock=clock, today=clock.today)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_the_list_tells_what_each_copy_holds_the_newest_first(
    notebook: Notebook,
    folder: Path,
    a_highlight: Callable[..., Highlight],
    a_note: MakeNote,
    later: Callable[[], str],
) -> None:
    note = a_note()
    notebook.apply([Change(None, a_highlight()), Change(None, note), Change(None, a_note())])
    backup.copy(notebook, folder)
    later()
    notebook.apply([Change(note, None)])
    backup.keep(notebook.connection, folder, "before-import")
    (folder / "notebook-000009.db").write_bytes(b"ingenting")
    (folder / "andet.db").write_bytes(b"andet")
    damaged, newer, older = copies(folder)
    assert damaged.fault.endswith("Choose another file, or restore a backup.")
    assert (newer.number, newer.reason, newer.notes, newer.removed) == (2, "before-import", 1, 1)
    assert (older.number, older.reason, older.notes, older.removed) == (1, "", 2, 0)
    assert (older.highlights, older.categories, older.steps) == (1, 5, 8)
    assert older.changed < newer.changed
    assert "2020" < older.made <= newer.made
    assert holds(notebook.connection, older.head)
    assert newer.head == head_of(notebook.connection)
    assert copies(folder / "ikke der") == []


def test_it_is_told_what_restoring_would_bring_back_take_away_and_change(
    notebook: Notebook, folder: Path, a_note: MakeNote, a_highlight: Callable[..., Highlight]
) -> None:
    removed, changed, same = a_note(), a_note(), a_highlight()
    notebook.apply([Change(None, record) for record in (removed, changed, same)])
    copy = backup.copy(notebook, folder)
    now, new = changed._replace(body="ny"), a_note()
    notebook.apply([Change(removed, None), Change(changed, now), Change(None, new)])
    found = difference(notebook, copy)
    assert (found.back, found.gone, found.otherwise) == ((removed,), (new,), ((changed, now),))
    assert difference(notebook, backup.copy(notebook, folder)) == ((), (), (), 0)


def test_a_copy_of_an_older_version_can_be_compared_and_is_left_as_it_is(
    notebook: Notebook, folder: Path
) -> None:
    folder.mkdir()
    older = folder / "notebook-000001.db"
    with closing(sqlite3.connect(older, isolation_level=None)) as connection:
        migrate(connection, [first_tables])
    before = older.read_bytes()
    assert len(difference(notebook, older).gone) == 5
    assert copies(folder)[0].fault == ""
    assert older.read_bytes() == before


def test_a_copy_that_cannot_be_read_is_told(notebook: Notebook, tmp_path: Path) -> None:
    (tmp_path / "notebook-000001.db").write_bytes(b"x" * 500)
    with pytest.raises(NotebookError, match="is not a Randnote notebook"):
        difference(notebook, tmp_path / "notebook-000001.db")


def test_a_start_makes_a_copy_if_anything_changed_since_the_last(
    notebook: Notebook, keeper: Keeper, folder: Path, clock: Clock, a_note: MakeNote
) -> None:
    assert keeper.opened().path == folder / "notebook-000001.db"
    assert Keeper(notebook, folder).opened() == (None, ())
    notebook.apply([Change(None, a_note())])
    assert Keeper(notebook, folder).opened().path == folder / "notebook-000002.db"


def test_half_an_hour_of_change_makes_a_copy_and_a_quiet_day_none(
    notebook: Notebook, keeper: Keeper, folder: Path, clock: Clock, a_note: MakeNote
) -> None:
    keeper.opened()
    clock.seconds += 10 * EVERY
    assert keeper.changed() == (None, ())
    notebook.apply([Change(None, a_note())])
    assert keeper.changed() == (None, ())
    clock.seconds += EVERY - 1
    notebook.apply([Change(None, a_note())])
    assert keeper.changed() == (None, ())
    clock.seconds += 1
    assert keeper.changed().path == folder / "notebook-000002.db"
    clock.seconds += EVERY
    assert keeper.changed() == (None, ())


def test_before_something_large_a_copy_is_made_that_says_why(keeper: Keeper, folder: Path) -> None:
    keeper.before("import")
    keeper.before("purge")
    assert names(folder) == ["notebook-000001-before-import.db", "notebook-000002-before-purge.db"]


def test_a_copy_can_be_made_in_parts_of_which_the_slow_one_needs_no_notebook(
    notebook: Notebook, keeper: Keeper, folder: Path, a_note: MakeNote
) -> None:
    made = keeper.draft()
    later = a_note()
    notebook.apply([Change(None, later)])
    with ThreadPoolExecutor() as elsewhere:
        kept = elsewhere.submit(keeper.settle, made).result()
    assert keeper.tidy(kept) == ()
    assert kept.path is not None
    assert difference(notebook, kept.path).gone == (later,)


def test_what_is_written_while_a_copy_is_taken_step_by_step_comes_with_it(
    notebook: Notebook, keeper: Keeper, a_note: MakeNote
) -> None:
    notebook.apply([Change(None, a_note(body="en lang note " * 200)) for _ in range(800)])
    assert notebook.path.stat().st_size > 3 * 4096 * PAGES
    steps, written = keeper.drafting(), list[Note]()
    try:
        while True:
            next(steps)
            written.append(a_note())
            notebook.apply([Change(None, written[-1])])
    except StopIteration as end:
        made = end.value
    assert len(written) > 2
    kept = keeper.settle(made)
    assert kept.warnings == ()
    assert kept.path is not None
    assert difference(notebook, kept.path) == ((), (), (), 0)
    assert not keeper.is_ahead()


def test_a_copy_that_is_given_up_half_way_leaves_nothing_behind(
    notebook: Notebook, keeper: Keeper, folder: Path, a_note: MakeNote
) -> None:
    notebook.apply([Change(None, a_note(body="en lang note " * 200)) for _ in range(800)])
    steps = keeper.drafting()
    next(steps)
    assert len(list(folder.iterdir())) == 1
    steps.close()
    assert list(folder.iterdir()) == []
    notebook.apply([Change(None, a_note())])
    assert keeper.keep().warnings == ()


def test_drafts_that_killed_programs_left_long_ago_are_swept_up_and_fresh_ones_are_not(
    keeper: Keeper, folder: Path
) -> None:
    folder.mkdir()
    old, fresh = folder / ".notebook.db.0123abcd", folder / ".notebook.db.4567cdef"
    for draft in (old, fresh):
        draft.write_bytes(b"half")
    os.utime(old, (0, 0))
    keeper.keep()
    assert names(folder) == [fresh.name, "notebook-000001.db"]


def test_a_copy_that_rots_on_the_disk_is_told_when_it_is_read_back(
    notebook: Notebook, keeper: Keeper, a_note: MakeNote
) -> None:
    notebook.apply([Change(None, a_note(body="gammel"))])
    path = keeper.keep().path
    assert path is not None
    assert verify(path) == []
    path.write_bytes(path.read_bytes().replace(b"gammel", b"garmel"))
    assert "was altered or damaged" in verify(path)[0]
    assert difference(notebook, path).damaged == 1
    path.write_bytes(b"Dear diary")
    assert "is not a Randnote notebook" in verify(path)[0]


def test_a_second_place_gets_every_copy_too_and_its_failure_is_only_told(
    notebook: Notebook, folder: Path, tmp_path: Path, a_note: MakeNote
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    keeper = Keeper(notebook, folder, stick)
    assert keeper.opened().warnings == ()
    assert keeper.before("import").warnings == ()
    assert names(stick) == names(folder)
    assert difference(notebook, stick / "notebook-000001.db") == ((), (), (), 0)
    unplugged = Keeper(notebook, folder, tmp_path / "another stick")
    (warning,) = unplugged.keep().warnings
    assert warning.startswith("The copy in your second place was not made.")
    assert "another stick is not there now" in warning
    assert not (tmp_path / "another stick").exists()
    assert len(names(folder)) == 3


def test_a_copy_that_cannot_be_made_is_told_and_hinders_nobody(
    notebook: Notebook, keeper: Keeper, folder: Path, a_note: MakeNote
) -> None:
    folder.write_text("en fil i vejen", encoding="utf-8")
    (warning,) = keeper.opened().warnings
    assert warning.startswith(f"No copy could be made in {folder}")
    notebook.apply([Change(None, a_note())])
    folder.unlink()
    assert keeper.opened().path is not None


def test_a_damaged_notebook_lets_no_good_copy_go(
    notebook: Notebook, keeper: Keeper, folder: Path, a_note: MakeNote
) -> None:
    for _ in range(LATEST + 3):
        keeper.keep()
    notebook.apply([Change(None, a_note())])
    before = names(folder)
    notebook.connection.execute("UPDATE notes SET body = 'andet'")
    for _ in range(5):
        (warning,) = keeper.keep().warnings
        assert "would not be sound" in warning
    assert names(folder) == before


def test_a_new_notebook_in_the_place_of_a_lost_one_lets_none_of_its_copies_go(
    place: Path, folder: Path, a_note: MakeNote
) -> None:
    with Notebook.open(place) as lost:
        for _ in range(LATEST):
            lost.apply([Change(None, a_note())])
            Keeper(lost, folder).keep()
    for path in place.parent.glob("notebook.db*"):
        path.unlink()
    with Notebook.open(place) as new:
        for _ in range(2 * LATEST):
            new.apply([Change(None, a_note())])
            assert Keeper(new, folder).keep().warnings == ()
    numbers = [copy.number for copy in reversed(copies(folder))]
    assert numbers[:LATEST] == list(range(1, LATEST + 1))
    assert LATEST < len(numbers) < 3 * LATEST


def test_a_notebook_that_was_set_back_lets_no_copy_go_that_goes_further(
    place: Path, folder: Path, a_note: MakeNote
) -> None:
    Notebook.open(place).close()
    earlier = place.read_bytes()
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, a_note())])
        further = Keeper(notebook, folder).keep().path
    place.write_bytes(earlier)
    place.with_name("notebook.db.jsonl").unlink()
    with Notebook.open(place) as notebook:
        for _ in range(3 * LATEST):
            notebook.apply([Change(None, a_note())])
            Keeper(notebook, folder).keep()
    assert further is not None
    assert further.exists()


def numbered(days: list[str]) -> list[Copy]:
    return [
        Copy(Path(f"{number}"), number, "", "", changed=f"{day}T12:00:00.000+00:00")
        for number, day in enumerate(days, 1)
    ]


def left(days: list[str]) -> list[int]:
    every = numbered(days)
    gone = outdated(every, lambda _: True, lambda _: 0)
    return [copy.number for copy in every if copy not in gone]


def dates(count: int) -> list[str]:
    return [(date(2023, 1, 1) + timedelta(days=day)).isoformat() for day in range(count)]


def test_of_many_copies_the_latest_and_one_for_each_day_week_and_month_stay() -> None:
    assert left(["2026-05-09"] * 40) == list(range(31, 41))
    days = dates(3 * 365)
    kept = left(days)
    assert kept[-LATEST:] == list(range(len(days) - LATEST + 1, len(days) + 1))
    months = {days[number - 1][:7] for number in kept}
    assert len(months) == MONTHS
    assert len(kept) <= LATEST + DAYS + WEEKS + MONTHS
    assert left([*["2026-05-01"] * 5, *["2026-05-09"] * 10]) == [5, *range(6, 16)]


def test_a_clock_that_goes_back_removes_nothing_it_would_not_remove_anyway() -> None:
    days = dates(20)
    kept = left([*days, *["1980-01-01"] * 30])
    assert {number for number in kept if number <= 20} >= set(range(15, 21))
    assert len([number for number in kept if number > 20]) == LATEST


def test_a_copy_that_cannot_be_read_is_never_let_go() -> None:
    every = [copy._replace(fault="skadet") for copy in numbered(["2026-05-09"] * 40)]
    assert outdated(every, lambda _: True, lambda _: 0) == []


def test_the_copy_from_before_an_upgrade_stays_for_thirty_days_of_good_starts(
    place: Path, folder: Path, clock: Clock, a_note: MakeNote
) -> None:
    with Notebook.open(place) as notebook:
        upgrade = backup.keep(notebook.connection, folder, BEFORE_UPGRADE)
    for day in range(GOOD_DAYS):
        clock.day = day
        with Notebook.open(place) as notebook:
            for _ in range(2):
                keeper = Keeper(notebook, folder, clock=clock, today=clock.today)
                notebook.apply([Change(None, a_note())])
                assert keeper.opened().warnings == ()
        assert upgrade.exists() == (day + 1 < GOOD_DAYS), day


def test_days_on_which_the_notebook_was_not_well_do_not_count(
    place: Path, folder: Path, clock: Clock, a_note: MakeNote
) -> None:
    with Notebook.open(place) as notebook:
        backup.keep(notebook.connection, folder, BEFORE_UPGRADE)
        notebook.apply([Change(None, a_note())])
        notebook.connection.execute("UPDATE notes SET body = 'andet'")
        for day in range(40):
            clock.day = day
            assert Keeper(notebook, folder, clock=clock, today=clock.today).opened().warnings
    assert not place.with_name("notebook.db.days").exists()


def test_the_journal_is_written_anew_after_a_good_copy_when_it_is_damaged(
    notebook: Notebook, keeper: Keeper, a_note: MakeNote
) -> None:
    journal = notebook.path.with_name("notebook.db.jsonl")
    notebook.apply([Change(None, a_note(body="Husk dette"))])
    notebook.apply([Change(None, a_note())])
    journal.write_bytes(journal.read_bytes().replace(b"Husk", b"Hask"))
    assert notebook.check() != []
    assert keeper.keep().warnings == ()
    assert b"Husk dette" in journal.read_bytes()
    assert notebook.check() == []
