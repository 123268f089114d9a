"""A new file is whole or not there, and never takes the place of another."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.notebook import files


@pytest.fixture(params=[files.settle, files._settle_without_links], ids=["links", "no links"])
def settle(request: pytest.FixtureRequest) -> Callable[[Path, Path], None]:
    """Both ways of naming a file: that of most disks, and that of a memory stick."""
    way: Callable[[Path, Path], None] = request.param
    return way


def test_a_finished_file_gets_its_name(settle: Callable[[Path, Path], None], tmp_path: Path) -> None:
    target = tmp_path / "notebook.db"
    draft = files.draft(target)
    draft.write_bytes(b"helt")
    settle(draft, target)
    assert target.read_bytes() == b"helt"
    assert list(tmp_path.iterdir()) == [target]


def test_a_name_that_is_taken_stays_with_its_file(
    settle: Callable[[Path, Path], None], tmp_path: Path
) -> None:
    target = tmp_path / "notebook.db"
    target.write_bytes(b"min")
    draft = files.draft(target)
    with pytest.raises(FileExistsError):
        settle(draft, target)
    assert target.read_bytes() == b"min"


def test_a_file_that_cannot_get_its_name_leaves_none_behind(
    settle: Callable[[Path, Path], None], tmp_path: Path
) -> None:
    with pytest.raises(OSError, match="No such file"):
        settle(tmp_path / "never made", tmp_path / "notebook.db")
    assert list(tmp_path.iterdir()) == []
