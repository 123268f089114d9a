"""What does not open gives its place to a salvaged or a new notebook, and is kept whole beside it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import NotebookError
from reader.notebook import backup
from reader.notebook.copies import newest_sound
from reader.notebook.mending import begin_anew, mend, write_report
from reader.notebook.notebook import Notebook
from reader.notebook.records import Change, Highlight, Note
from reader.text.progress import Stopped

MakeHighlight = Callable[..., Highlight]
MakeNote = Callable[..., Note]


@pytest.fixture
def written(place: Path, a_highlight: MakeHighlight, a_note: MakeNote) -> list[Highlight | Note]:
    """Forty highlights and a note, in a notebook with two copies of which the older has only the note."""
    note = a_note(body="Husk dette")
    highlights = [a_highlight(start=number) for number in range(40)]
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, note)])
        backup.copy(notebook, place.parent / "backups")
        notebook.apply([Change(None, highlight) for highlight in highlights])
        backup.copy(notebook, place.parent / "backups")
    return [*highlights, note]


def everything(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def spoil(path: Path) -> bytes:
    """Overwrite the head of a file, so that nothing knows it as a notebook any more."""
    content = b"\xee" * 200 + path.read_bytes()[200:]
    path.write_bytes(content)
    return content


def test_a_spoiled_notebook_gives_its_place_to_what_was_salvaged(
    place: Path, written: list[Highlight | Note]
) -> None:
    spoiled = spoil(place)
    journal = place.with_name("notebook.db.jsonl").read_bytes()
    heard: list[float] = []
    mended = mend(place, place.parent / "backups", lambda share: not heard.append(share))
    assert mended.away == place.with_name("notebook.db.away-000001")
    assert (mended.away / "notebook.db").read_bytes() == spoiled
    assert (mended.away / "notebook.db.jsonl").read_bytes() == journal
    assert (mended.salvaged.notebook, mended.salvaged.missing) == (place, ())
    assert heard == sorted(heard)
    assert heard[-1] > 0.9
    with Notebook.open(place) as notebook:
        assert {one.id for one in (*notebook.highlights(), *notebook.notes())} == {one.id for one in written}
        assert notebook.check() == []
    assert [path.name for path in place.parent.iterdir() if path.name.startswith(".")] == []


def test_where_nothing_can_be_salvaged_everything_is_as_before(place: Path) -> None:
    place.parent.mkdir()
    place.write_bytes(b"\xee" * 5000)
    before = everything(place.parent)
    with pytest.raises(NotebookError, match="Nothing was found") as caught:
        mend(place, place.parent / "backups")
    assert caught.value.kind == "nothing"
    assert {
        name: content for name, content in everything(place.parent).items() if "lock" not in name
    } == before


@pytest.mark.parametrize("after", [0, 1, 2, 3, 4, 5])
def test_a_salvage_that_is_stopped_leaves_everything_as_before(
    place: Path, written: list[Highlight | Note], after: int
) -> None:
    spoil(place)
    before = everything(place.parent)
    heard: list[float] = []

    def wanted(share: float) -> bool:
        heard.append(share)
        return len(heard) <= after

    with pytest.raises(Stopped):
        mend(place, place.parent / "backups", wanted)
    assert everything(place.parent) == before


def test_a_notebook_that_is_open_is_not_mended(place: Path, written: list[Highlight | Note]) -> None:
    with Notebook.open(place):
        before = everything(place.parent)
        with pytest.raises(NotebookError, match="already open") as caught:
            mend(place, place.parent / "backups")
        assert caught.value.kind == "held"
        assert everything(place.parent) == before


def test_what_is_no_notebook_gives_its_place_to_a_new_one_and_is_kept(place: Path) -> None:
    place.parent.mkdir()
    place.write_bytes(b"Dear diary")
    away = begin_anew(place).away
    assert away is not None
    assert (away / "notebook.db").read_bytes() == b"Dear diary"
    with Notebook.open(place) as notebook:
        assert notebook.highlights() == []
        assert len(notebook.categories()) == 5
    assert [path.name for path in place.parent.iterdir() if path.name.startswith(".")] == []


def test_the_newest_copy_that_is_sound_is_found(place: Path, written: list[Highlight | Note]) -> None:
    folder = place.parent / "backups"
    first, second = sorted(folder.iterdir())
    shutil.copyfile(second, folder / "notebook-000009.db")
    (folder / "notebook-000009.db").write_bytes(second.read_bytes()[:5000])
    content = second.read_bytes()
    at = content.index("kommunernes økonomi".encode())
    second.write_bytes(content[:at] + b"K" + content[at + 1 :])
    found = newest_sound(folder)
    assert found is not None
    assert (found.path, found.highlights, found.notes) == (first, 0, 1)
    spoil(first)
    assert newest_sound(folder) is None
    assert newest_sound(place.parent / "none") is None


def test_a_report_is_written_beside_and_never_over_another(
    place: Path, written: list[Highlight | Note]
) -> None:
    spoil(place)
    mended = mend(place, place.parent / "backups")
    first, second = write_report(mended, "Intet mangler. \ud83d"), write_report(mended, "Igen")
    assert first == place.with_name("notebook.db.away-000001.txt")
    assert second == place.with_name("notebook.db.away-000001-2.txt")
    assert (first.read_text(encoding="utf-8"), second.read_text()) == ("Intet mangler. \\ud83d", "Igen")
