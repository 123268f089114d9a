"""Files are written whole or not at all, and under names that stay where they were put."""

import os
import stat
import subprocess
import sys
import textwrap
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import FileError
from reader.export.writing import file_name, write_safely

PARTS = [
    "..",
    "/",
    "\\",
    "etc",
    "CON",
    "nul",
    "com1",
    "LPT9",
    ".",
    " ",
    ":",
    "*",
    "?",
    '"',
    "<",
    ">",
    "|",
    "\0",
]
PARTS += [
    "\n",
    "\u202e",
    "\u2028",
    "\ud800",
    "~",
    "-rf",
    "$HOME",
    "%2e%2e",
    "C:",
    "Æ" * 90,
    "🙂" * 60,
    "e\u0301",
    "txt",
]


def test_a_new_file_holds_the_text_and_is_private(tmp_path):
    path = tmp_path / "ny.md"
    write_safely(path, "æøå 🙂\n")
    assert path.read_bytes() == "æøå 🙂\n".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_an_old_file_is_replaced(tmp_path):
    path = tmp_path / "gammel.md"
    path.write_text("gammel")
    write_safely(path, "ny")
    assert path.read_text() == "ny"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_not_written_through(tmp_path):
    target, link = tmp_path / "andet.txt", tmp_path / "link.md"
    target.write_text("fredet")
    link.symlink_to(target)
    with pytest.raises(FileError, match="link"):
        write_safely(link, "ny")
    assert target.read_text() == "fredet"
    assert sorted(tmp_path.iterdir()) == [target, link]


def test_a_link_to_nothing_is_not_followed_either(tmp_path):
    link = tmp_path / "link.md"
    link.symlink_to(tmp_path / "intet")
    with pytest.raises(FileError):
        write_safely(link, "ny")
    assert list(tmp_path.iterdir()) == [link]


def test_a_missing_folder_is_said(tmp_path):
    with pytest.raises(FileError, match="as it was"):
        write_safely(tmp_path / "findes" / "ikke.md", "ny")


def test_a_file_where_a_folder_should_be_is_said(tmp_path):
    (tmp_path / "fil").write_text("x")
    with pytest.raises(FileError, match="as it was"):
        write_safely(tmp_path / "fil" / "ny.md", "ny")


def test_a_folder_in_the_way_stays_and_nothing_is_left_beside_it(tmp_path):
    (tmp_path / "mappe.md").mkdir()
    with pytest.raises(FileError, match="as it was"):
        write_safely(tmp_path / "mappe.md", "ny")
    assert [path.name for path in tmp_path.iterdir()] == ["mappe.md"]


def test_a_name_that_is_too_long_leaves_nothing_behind(tmp_path):
    with pytest.raises(FileError):
        write_safely(tmp_path / ("a" * 300), "ny")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_keeps_its_file(tmp_path):
    path = tmp_path / "gammel.md"
    path.write_text("gammel")
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(FileError, match="as it was"):
            write_safely(path, "ny")
    finally:
        tmp_path.chmod(0o700)
    assert path.read_text() == "gammel"


@pytest.mark.skipif(sys.platform == "win32", reason="limits on a file's size are set otherwise")
def test_when_the_disk_takes_no_more_the_old_file_is_there(tmp_path):
    path = tmp_path / "gammel.md"
    path.write_text("gammel")
    program = """
        import resource, sys
        from pathlib import Path
        from reader.errors import FileError
        from reader.export.writing import write_safely
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
        try:
            write_safely(Path(sys.argv[1]), "x" * 200_000)
        except FileError as error:
            print(error)
    """
    command = [sys.executable, "-c", textwrap.dedent(program), str(path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert "as it was" in done.stdout
    assert path.read_text() == "gammel"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Aftale om kommunernes økonomi for 2014", "Aftale om kommunernes økonomi for 2014"),
        ("Fælles velfærd: Én kurs, mange navigatører", "Fælles velfærd Én kurs, mange navigatører"),
        ("A\u030arhus", "Århus"),
        ("2014/15", "2014 15"),
        ("../../etc/passwd", "etc passwd"),
        (".skjult", "skjult"),
        ("-rf", "rf"),
        ("Slut.", "Slut"),
        ("CON", "_CON"),
        ("nul.tekst", "_nul.tekst"),
        ("COM1 .x", "_COM1 .x"),
        ("Contra", "Contra"),
        ("", "randnote"),
        ("...", "randnote"),
        ("\u202e\0", "randnote"),
    ],
)
def test_names_are_made_from_titles(title, name):
    assert file_name(title) == name


@given(title=st.one_of(st.lists(st.sampled_from(PARTS), max_size=6).map("".join), st.text(max_size=150)))
@settings(max_examples=300)
def test_every_name_is_safe(title):
    name = file_name(title)
    assert name
    assert name == name.strip(" .")
    assert len(name) <= 100
    assert len(name.encode()) <= 200
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert name.split(".")[0].strip().upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT9"}
    assert all(unicodedata.category(letter)[0] != "C" for letter in name)
    assert file_name(name) == name


def test_two_hundred_hostile_titles_stay_in_the_folder(tmp_path):
    folder = tmp_path / "valgt"
    folder.mkdir()
    titles = [a + b + c for a in PARTS[:8] for b in PARTS[10:15] for c in PARTS[18:23]]
    assert len(titles) == 200
    for title in titles:
        write_safely(folder / (file_name(title) + ".md"), title.encode(errors="replace").decode())
    assert [path.name for path in tmp_path.iterdir()] == ["valgt"]
    assert all(path.is_file() and path.suffix == ".md" for path in folder.iterdir())
