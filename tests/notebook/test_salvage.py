"""The notebook's file is damaged: what is left of it, of its journal and of its copies makes a new one."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import NotebookError
from reader.notebook.keeper import Keeper
from reader.notebook.notebook import Notebook, now
from reader.notebook.records import Category, Change, Highlight, Note
from reader.notebook.restoring import restore
from reader.notebook.salvage import Salvaged, salvage

PAGE = 4096
MakeHighlight = Callable[..., Highlight]
Wanted = dict[str, Highlight | Note]


@pytest.fixture
def kept(place: Path, a_highlight: MakeHighlight, a_note: Callable[..., Note]) -> Wanted:
    """A notebook with 300 records of which some were changed and some removed; what lives in it, by id."""
    chance = random.Random(5)
    with Notebook.open(place) as notebook:
        living: Wanted = {}
        for _ in range(10):
            new = [
                a_highlight(start=chance.randrange(9999), note="Ord " * chance.randrange(200))
                for _ in range(25)
            ]
            notes = [a_note(principle=number, body="Ord " * chance.randrange(1500)) for number in range(5)]
            # The same ids each time: where the rows lie, and so what a page costs, follows from them.
            made = [record._replace(id=f"{chance.getrandbits(64):016x}") for record in (*new, *notes)]
            notebook.apply([Change(None, record) for record in made])
            living |= {record.id: record for record in made}
            for key in chance.sample(sorted(living), 10):
                changed = living[key]._replace(modified=now(), tags=("ændret", key))
                notebook.apply([Change(living[key], changed)])
                living[key] = changed
            for key in chance.sample(sorted(living), 3):
                notebook.apply([Change(living.pop(key), None)])
        return living


@pytest.fixture
def target(place: Path) -> Path:
    return place.parent / "new" / "notebook.db"


def found(target: Path) -> Wanted:
    with Notebook.open(target) as notebook:
        assert notebook.check() == []
        return {record.id: record for record in (*notebook.highlights(), *notebook.notes())}


def without_journal(place: Path) -> None:
    place.with_name("notebook.db.jsonl").unlink()


def with_pages(content: bytes, numbers: list[int], page: bytes = bytes(PAGE)) -> bytes:
    parts = [content[at : at + PAGE] for at in range(0, len(content), PAGE)]
    return b"".join(page if number in numbers else part for number, part in enumerate(parts))


def test_a_whole_notebook_is_salvaged_whole_and_left_as_it_is(
    place: Path, kept: Wanted, target: Path
) -> None:
    before = place.read_bytes()
    done = salvage(place, target)
    assert (done.missing, done.doubts) == ((), ())
    assert done.highlights + done.notes == len(kept)
    assert found(target) == kept
    assert place.read_bytes() == before
    with Notebook.open(place) as old, Notebook.open(target) as new:
        some = next(iter(kept))
        assert old.history(some) == new.history(some)
        assert {one.record.id for one in old.removed()} == {one.record.id for one in new.removed()}


@pytest.mark.parametrize("seed", range(6))
def test_pages_that_were_destroyed_cost_next_to_nothing_even_without_a_journal(
    place: Path, kept: Wanted, target: Path, seed: int
) -> None:
    without_journal(place)
    content = place.read_bytes()
    chance = random.Random(seed)
    numbers = chance.sample(range(len(content) // PAGE), 1 + seed % 3)
    place.write_bytes(with_pages(content, numbers, chance.choice([bytes(PAGE), chance.randbytes(PAGE)])))
    done = salvage(place, target)
    after = found(target)
    same = sum(after.get(key) == record for key, record in kept.items())
    assert same >= 0.99 * len(kept), (numbers, done.missing)
    # Where the step that removed a record is lost, the record is back rather than gone.
    assert len(after.keys() - kept.keys()) <= len(done.missing)


@pytest.mark.parametrize("harm", ["gone", "empty", "zeros", "cut", "noise", "head"])
def test_everything_comes_back_from_the_journal_whatever_became_of_the_file(
    place: Path, kept: Wanted, target: Path, harm: str
) -> None:
    content = place.read_bytes()
    noise = random.Random(1).randbytes(len(content))
    harmed = {"empty": b"", "zeros": bytes(len(content)), "cut": content[:9000], "noise": noise}
    harmed["head"] = bytes(PAGE) + content[PAGE:]
    if harm == "gone":
        place.unlink()
    else:
        place.write_bytes(harmed[harm])
    done = salvage(place, target)
    assert (done.missing, done.doubts) == ((), ())
    assert found(target) == kept


def test_a_journal_with_damaged_lines_and_a_file_with_damaged_pages_make_a_whole_together(
    place: Path, kept: Wanted, target: Path
) -> None:
    journal = place.with_name("notebook.db.jsonl")
    content, told = place.read_bytes(), bytearray(journal.read_bytes())
    chance = random.Random(3)
    for _ in range(5):
        told[chance.randrange(len(told))] ^= 1
    journal.write_bytes(told)
    place.write_bytes(with_pages(content, chance.sample(range(len(content) // PAGE), 3)))
    done = salvage(place, target)
    assert done.missing == ()
    assert found(target) == kept
    assert sum(damaged for _, damaged in done.sources) > 0


def test_a_copy_gives_what_neither_file_nor_journal_has(
    place: Path, kept: Wanted, target: Path, a_note: Callable[..., Note]
) -> None:
    folder = place.parent / "backups"
    with Notebook.open(place) as notebook:
        Keeper(notebook, folder).keep()
        notebook.apply([Change(None, a_note(body="efter kopien"))])
    without_journal(place)
    place.write_bytes(b"")
    done = salvage(place, target)
    assert [name for name, _ in done.sources] == [str(place), str(folder / "notebook-000001.db")]
    assert found(target) == kept


def test_a_copy_of_another_notebook_is_left_out_and_told(
    place: Path, kept: Wanted, target: Path, tmp_path: Path, a_note: Callable[..., Note]
) -> None:
    with Notebook.open(tmp_path / "other" / "notebook.db") as other:
        other.apply([Change(None, a_note())])
        Keeper(other, place.parent / "backups").keep()
    done = salvage(place, target)
    assert any("of another course of changes, and was left out" in doubt for doubt in done.doubts)
    assert found(target) == kept


def test_what_is_missing_is_told_and_its_records_are_as_their_rows_have_them(
    place: Path, target: Path, a_note: Callable[..., Note]
) -> None:
    note = a_note(body="første")
    newer = note._replace(body="anden", modified="2999-01-01T00:00:00.000+00:00")
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, note)])
        notebook.apply([Change(note, newer)])
        notebook.apply([Change(None, a_note(body="tredje"))])
        notebook.connection.execute("PRAGMA secure_delete = ON")
        notebook.connection.execute("DELETE FROM operations WHERE seq = 7")
    without_journal(place)
    done = salvage(place, target)
    assert done.missing == (7,)
    assert done.doubts == (f"The note {note.id} is as its row has it; steps of its history are lost.",)
    assert found(target)[note.id] == newer
    with Notebook.open(target) as notebook:
        assert notebook.undoable() is None
        assert [version.record for version in notebook.history(note.id)] == [note, newer]


def test_words_that_were_purged_do_not_come_back_by_salvage(
    place: Path, target: Path, a_note: Callable[..., Note]
) -> None:
    secret = a_note(body="En fortrolig bemærkning")
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, secret)])
        notebook.apply([Change(secret, None)])
        Keeper(notebook, place.parent / "backups").keep()
        notebook.purge([secret.id])
    salvage(place, target)
    assert found(target) == {}
    assert b"fortrolig" not in target.read_bytes()


def test_a_category_that_is_lost_is_there_again_for_its_highlights(
    place: Path, target: Path, a_highlight: MakeHighlight
) -> None:
    mine = Category("mine", "Økonomi", "teal", "kr", 5)
    highlight = a_highlight(category="mine")
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, mine)])
        notebook.apply([Change(None, highlight)])
        notebook.connection.execute("PRAGMA secure_delete = ON")
        notebook.connection.execute("PRAGMA foreign_keys = OFF")
        notebook.connection.execute("DELETE FROM operations WHERE seq = 6")
        notebook.connection.execute("DELETE FROM categories WHERE id = 'mine'")
    without_journal(place)
    done = salvage(place, target)
    assert any("The category mine was lost" in doubt for doubt in done.doubts)
    assert found(target) == {highlight.id: highlight}


@pytest.mark.parametrize("clock", ["goes on", "stands", "goes back"])
def test_typing_that_was_saved_in_steps_comes_back_as_it_was_last(
    place: Path, target: Path, a_note: Callable[..., Note], clock: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if clock != "goes on":
        minutes = (30 - (count if clock == "goes back" else 0) for count in range(31))
        times = (f"2026-11-23T10:{minute:02}:00.999+00:00" for minute in minutes)
        monkeypatch.setattr("reader.notebook.saving.now", times.__next__)
    note = a_note(body="")
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, note)])
        for length in range(1, 30):
            typed = note._replace(body="x" * length, modified=now())
            notebook.apply([Change(note, typed)], continues=notebook.group)
            note = typed
    for harm in (place.read_bytes(), b""):
        place.write_bytes(harm)
        salvage(place, target)
        assert found(target) == {note.id: note}
        target.unlink()
        target.with_name("notebook.db.jsonl").unlink()


@pytest.mark.parametrize("harm", ["a letter", "the seal", "the bracket"])
def test_a_last_word_that_only_a_damaged_line_has_is_not_silently_an_older_one(
    place: Path, target: Path, a_note: Callable[..., Note], harm: str
) -> None:
    first, then = a_note(body="et"), a_note(body="andet")
    typed = first._replace(body="ettal")
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, first)])
        notebook.apply([Change(first, typed)])
        notebook.apply([Change(typed, first)], continues=notebook.group)
        notebook.apply([Change(None, then)])
    journal = place.with_name("notebook.db.jsonl")
    whole = place.read_bytes()
    *lines, grown, last = journal.read_bytes().splitlines(keepends=True)
    assert b'"body\\":\\"et\\"' in grown
    for kept, told in (
        ([*lines, damaged(grown, harm), last], "note"),
        ([*lines, grown, damaged(last, harm)], ""),
    ):
        place.write_bytes(whole)
        journal.write_bytes(b"".join(kept))
        sound = salvage(place, target)
        assert (sound.missing, sound.doubts) == ((), ())
        discard(target)
        place.write_bytes(b"")
        done = salvage(place, target)
        assert found(target) == ({first.id: typed, then.id: then} if told else {first.id: first})
        assert [doubt.kind for doubt in done.doubts] == ([told] if told else [])
        assert len(done.missing) == (0 if told else 1)
        discard(target)


def damaged(line: bytes, harm: str) -> bytes:
    """Return a line of the journal with a damaged letter, seal, or end of its step."""
    operation, head = line.split(b',"head":')
    places = {"a letter": b"body", "the seal": b'"]', "the bracket": b"]]"}
    at = operation.rindex(places[harm]) - (harm == "the seal")
    return operation[:at] + b"~" + operation[at + 1 :] + b',"head":' + head


def discard(notebook: Path) -> None:
    for path in notebook.parent.glob(f"{notebook.name}*"):
        path.unlink()


def test_nothing_is_written_over_and_an_open_notebook_is_left_alone(
    place: Path, kept: Wanted, target: Path
) -> None:
    with pytest.raises(NotebookError, match="is there already"):
        salvage(place, place)
    with Notebook.open(place), pytest.raises(NotebookError, match="already open"):
        salvage(place, target)
    assert not target.exists()
    assert found(place) == kept


def test_where_nothing_is_left_it_says_so_and_writes_nothing(place: Path, target: Path) -> None:
    place.parent.mkdir()
    place.write_bytes(b"Dear diary")
    with pytest.raises(NotebookError, match="Nothing was found in"):
        salvage(place, target)
    assert not target.parent.exists()


def test_the_report_can_be_shown_as_it_is(place: Path, kept: Wanted, target: Path) -> None:
    done = salvage(place, target)
    assert isinstance(done, Salvaged)
    assert [name for name, _ in done.sources] == [str(place), f"{place}.jsonl"]
    assert done.steps == 5 + 300 + 100 + 30


@pytest.mark.parametrize("spoilt", ["the middle", "the end"])
def test_what_a_restore_took_back_stays_taken_back(
    place: Path, kept: Wanted, target: Path, spoilt: str
) -> None:
    with Notebook.open(place) as notebook:
        keeper = Keeper(notebook, place.parent / "backups")
        before = keeper.keep().path
        gone = next(iter(kept.values()))
        notebook.apply([Change(gone, gone._replace(modified=now(), tags=("senere",)))])
        keeper.before("restore")
    assert before is not None
    restore(place, before)
    content = bytearray(place.read_bytes())
    at = len(content) // 2 if spoilt == "the middle" else len(content) - 3 * PAGE
    content[at : at + 3 * PAGE] = bytes(3 * PAGE)
    place.write_bytes(content)
    done = salvage(place, target)
    assert found(target) == kept
    assert done.missing == ()
    assert len(done.sources) == 2


def test_without_the_journal_copies_from_before_a_restore_are_asked_too(
    place: Path, kept: Wanted, target: Path
) -> None:
    with Notebook.open(place) as notebook:
        before = Keeper(notebook, place.parent / "backups").keep().path
    assert before is not None
    restore(place, before)
    without_journal(place)
    place.write_bytes(place.read_bytes()[: 5 * PAGE])
    salvage(place, target)
    assert found(target) == kept
