import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from reader import __version__
from reader.cli import display, main


@pytest.fixture
def started(root, home):
    """Run the program as a process of its own."""

    def run(*arguments, **environment):
        plain = {name: value for name, value in os.environ.items() if name not in environment}
        wanted = {name: value for name, value in environment.items() if value is not None}
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=root,
            env={**plain, "RANDNOTE_HOME": str(home), **wanted},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return run


SAY_WHAT_IS_LOADED = """
import sys
from reader.cli import main
assert main(sys.argv[1:]) == 0
heavy = ("PySide6", "sqlite_utils", "markdown")
print([name for name in sys.modules if name.split(".")[0] in heavy], file=sys.stderr)
"""


@pytest.mark.parametrize(
    "verb", [["list"], ["text", "princ"], ["search", "mål"], ["notes"], ["check"], ["export", "-o", "-"]]
)
def test_verbs_load_neither_the_window_nor_what_only_writing_needs(verb, started):
    said = started("-c", SAY_WHAT_IS_LOADED, *verb)
    assert (said.returncode, said.stderr) == (0, "[]\n")


def test_the_program_starts_from_a_checkout(started):
    said = started("main.py", "list")
    assert said.returncode == 0
    assert said.stdout.startswith("aftale-2009")


def test_text_is_printed_as_utf_8_whatever_the_terminal_says(started, library):
    said = started("main.py", "text", "aftale-2009", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert said.stdout == library.edition("aftale-2009").text


def test_a_reader_who_stops_listening_is_no_error(root, home):
    program = subprocess.Popen(
        [sys.executable, "main.py", "text", "aftale-2014", "--json"],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    program.stdout.read(10)
    program.stdout.close()
    said = program.stderr.read()
    program.stderr.close()
    assert (program.wait(60), said) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to write to")
def test_an_answer_that_cannot_be_written_is_told(root, home):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        said = subprocess.run(
            [sys.executable, "main.py", "list"], cwd=root, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert said.returncode == 1
    assert said.stderr.startswith(b"The answer could not be written")
    assert b"Traceback" not in said.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
@pytest.mark.parametrize("screen", [None, "", ":59999", "nonsense", "127.0.0.1:53999"])
def test_without_a_display_the_program_says_so_and_names_what_needs_none(screen, started, home):
    said = started("main.py", DISPLAY=screen, WAYLAND_DISPLAY=None, QT_QPA_PLATFORM=None)
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.startswith("There is no display")
    assert all(verb in said.stderr for verb in ("list", "search", "annotate", "export", "screenshot"))
    assert "Traceback" not in said.stderr
    assert not (home / "notebook.db").exists()


@pytest.fixture
def bare(monkeypatch):
    """An environment that names no screen."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only asked there")
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WAYLAND_DISPLAY", "wayland-0"),
        ("QT_QPA_PLATFORM", "offscreen"),
        ("QT_QPA_PLATFORM", "vnc:port=5900"),
    ],
)
def test_a_window_opens_where_there_is_something_to_draw_on(name, value, bare):
    bare.setenv(name, value)
    display.refuse_without_display()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only asked there")
def test_a_display_counts_when_somebody_listens_there(bare):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("\0/tmp/.X11-unix/X54321")
        server.listen()
        bare.setenv("DISPLAY", ":54321.0")
        display.refuse_without_display()


def test_the_data_folder_is_chosen_before_or_after_the_verb(run, tmp_path):
    for number, arguments in enumerate((["--home", "{}", "list"], ["list", "--home", "{}"])):
        folder = tmp_path / str(number)
        assert run(*(word.format(folder) for word in arguments)).status == 0
        assert (folder / "library.db").is_file()


def test_json_may_stand_before_the_verb_too(run):
    assert run("--json", "list").json == run("list", "--json").json


@pytest.mark.parametrize(
    "arguments",
    [
        ["nothing"],
        ["text"],
        ["text", "aftale-2009", "--format", "html"],
        ["annotate", "aftale-2009"],
        ["annotate", "aftale-2009", "--quote", "  "],
        ["annotate", "aftale-2009", "--quote", "x", "--nth", "0"],
        ["export", "aftale-2009"],
        ["search"],
        ["search", "x", "--in", "texts"],
        ["screenshot", "-o", "x.png"],
        ["screenshot", "-o", "x.png", "--open", "aftale-2009", "--size", "big"],
        ["list", "--jso"],
    ],
)
def test_wrong_usage_is_told_apart_from_a_refusal(arguments, run):
    said = run(*arguments)
    assert (said.status, said.out) == (2, "")
    assert "usage: randnote" in said.err


def test_help_names_every_verb(run):
    said = run("--help")
    assert said.status == 0
    verbs = (
        "list text outline principles tables emendations search notes annotate export check backup screenshot"
    )
    assert all(f"\n    {verb}" in said.out for verb in verbs.split())


def test_the_version_can_be_asked_for(run):
    assert run("--version").out == f"randnote {__version__}\n"


def test_stopping_a_verb_by_the_keyboard_is_quiet(monkeypatch, home, capsys):
    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("reader.cli.reading.shelf", stopped)
    assert main(["list"]) == 130
    assert capsys.readouterr() == ("", "")


def test_the_window_can_be_drawn_to_a_picture_without_a_display(started, tmp_path):
    picture = tmp_path / "window.png"
    arguments = ["--open", "aftale-2014", "princ", "--principle", "2", "--theme", "dark", "--size", "900x600"]
    said = started(
        "main.py", "screenshot", "-o", str(picture), *arguments, DISPLAY=None, WAYLAND_DISPLAY=None
    )
    assert (said.returncode, said.stdout) == (0, f"{picture}\n")
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_the_overview_and_the_wording_of_a_principle_can_be_drawn_too(started, tmp_path):
    drawn = {}
    for view in ("overview", "wording"):
        picture = tmp_path / f"{view}.png"
        chosen = ["--open", "aftale-2014", "princ", "--principle", "3", "--view", view, "--size", "900x600"]
        said = started("main.py", "screenshot", "-o", str(picture), *chosen, DISPLAY=None)
        assert (said.returncode, said.stdout) == (0, f"{picture}\n")
        drawn[view] = picture.read_bytes()
    assert all(content.startswith(b"\x89PNG") for content in drawn.values())
    assert drawn["overview"] != drawn["wording"]


def test_a_picture_of_an_unknown_agreement_is_refused(started, tmp_path):
    said = started("main.py", "screenshot", "-o", str(tmp_path / "x.png"), "--open", "aftale-1999")
    assert (said.returncode, said.stdout) == (1, "")
    assert "aftale-2009" in said.stderr
    assert "Traceback" not in said.stderr
