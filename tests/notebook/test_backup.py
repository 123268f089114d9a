"""A person keeps copies of the notebook."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import NotebookError
from reader.notebook import backup
from reader.notebook.notebook import Notebook
from reader.notebook.records import Change, Highlight, Note


def test_a_copy_opens_as_a_notebook_with_everything_in_it(
    notebook: Notebook, tmp_path: Path, a_highlight: Callable[..., Highlight], a_note: Callable[..., Note]
) -> None:
    highlight, note, removed = a_highlight(), a_note(), a_note()
    notebook.apply([Change(None, record) for record in (highlight, note, removed)])
    notebook.apply([Change(removed, None)])
    copy = backup.copy(notebook, tmp_path / "copies" / "mine")
    assert copy == tmp_path / "copies" / "mine" / "notebook-000001.db"
    with Notebook.open(copy) as opened:
        assert (opened.highlights(), opened.notes()) == ([highlight], [note])
        assert opened.check() == []
        opened.apply([Change(None, removed)])


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_copy_is_for_its_owner_only(notebook: Notebook, tmp_path: Path) -> None:
    copy = backup.copy(notebook, tmp_path / "copies")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700


def test_copies_are_numbered_on_and_never_take_anothers_name(notebook: Notebook, tmp_path: Path) -> None:
    (tmp_path / "notebook-000041-before-upgrade.db").write_bytes(b"min")
    (tmp_path / "notebook-999999 (kopi).txt").write_bytes(b"andet")
    names = [backup.copy(notebook, tmp_path).name for _ in range(2)]
    assert names == ["notebook-000042.db", "notebook-000043.db"]
    assert (tmp_path / "notebook-000041-before-upgrade.db").read_bytes() == b"min"
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_the_notebook_stays_held_and_writable_while_and_after_it_is_copied(
    notebook: Notebook, tmp_path: Path, a_note: Callable[..., Note]
) -> None:
    backup.copy(notebook, tmp_path)
    notebook.apply([Change(None, a_note())])
    with pytest.raises(NotebookError, match="already open"):
        Notebook.open(notebook.path)


def test_a_notebook_opened_for_reading_can_be_copied(place: Path, tmp_path: Path) -> None:
    Notebook.open(place).close()
    with Notebook.open(place, read_only=True) as notebook:
        assert backup.copy(notebook, tmp_path).exists()


def test_a_damaged_notebook_gives_no_copy_and_keeps_the_earlier_ones(
    notebook: Notebook, tmp_path: Path, a_note: Callable[..., Note]
) -> None:
    folder = tmp_path / "copies"
    notebook.apply([Change(None, a_note())])
    good = backup.copy(notebook, folder)
    notebook.connection.execute("UPDATE notes SET body = 'andet'")
    with pytest.raises(
        NotebookError, match="No copy was kept, because it would not be sound: The content of"
    ):
        backup.copy(notebook, folder)
    assert list(folder.iterdir()) == [good]


def test_a_folder_that_cannot_be_made_is_told(notebook: Notebook, tmp_path: Path) -> None:
    (tmp_path / "copies").write_text("en fil")
    with pytest.raises(NotebookError, match=r"No copy could be made in .*The notebook itself is unharmed"):
        backup.copy(notebook, tmp_path / "copies")
