"""A person is warned when the notebook lies where other computers write too."""

from pathlib import Path, PurePath, PurePosixPath

import pytest

from reader.notebook.whereabouts import file_system, synced_component, warning

MOUNTS = [
    "/dev/sda1 / ext4 rw 0 0",
    "server:/home /home/anna nfs4 rw 0 0",
    "/dev/sdb1 /home/anna/local ext4 rw 0 0",
    "//server/share /mnt/Fælles\\040drev cifs rw 0 0",
    "garbled",
]


@pytest.mark.parametrize(
    ("folder", "component"),
    [
        ("/home/anna/Dropbox/randnote", "Dropbox"),
        ("/home/anna/OneDrive - KL/noter", "OneDrive - KL"),
        ("/Users/anna/Library/Mobile Documents/x", "Mobile Documents"),
        ("/home/anna/dropboxes/randnote", ""),
        ("/home/anna/min-dropbox/randnote", ""),
        ("/home/anna/.local/share/randnote", ""),
    ],
)
def test_a_synced_folder_is_known_by_a_whole_component(folder: str, component: str) -> None:
    assert synced_component(PurePosixPath(folder)) == component


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/anna/randnote", "nfs4"),
        ("/home/anna/local/randnote", "ext4"),
        ("/home/annabel", "ext4"),
        ("/mnt/Fælles drev/noter", "cifs"),
    ],
)
def test_the_file_system_is_that_of_the_nearest_mount(folder: str, kind: str) -> None:
    assert file_system(Path(folder), MOUNTS) == kind


def test_the_warning_says_where_and_what_to_do_and_an_ordinary_folder_gives_none(tmp_path: Path) -> None:
    said = warning(tmp_path / "Nextcloud" / "notebook.db")
    assert str(tmp_path / "Nextcloud") in said
    assert said.endswith("choose that folder as the second place for copies instead.")
    assert warning(tmp_path / "notebook.db") == ""
    assert synced_component(PurePath(tmp_path)) == ""
