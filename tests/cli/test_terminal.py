"""What a text or a title holds does nothing to the terminal it is shown in."""

import os
import subprocess
import sys

import pytest

from reader.cli.terminal import fit_for

SAYING = """
import sys
from reader.cli.answer import Answer, say
sys.exit(say(Answer([], "\\x1b]0;titel\\x07a\\tb\\nc\\x9b\\x7f\\n", "\\x1b[31m"), as_json=False))
"""


@pytest.mark.skipif(os.name == "nt", reason="a terminal is POSIX's")
def test_control_signs_are_seen_in_a_terminal_and_not_obeyed(root):
    ours, theirs = os.openpty()
    done = subprocess.run([sys.executable, "-c", SAYING], stdout=theirs, stderr=theirs, cwd=root, check=True)
    os.close(theirs)
    said = os.read(ours, 1000).decode()
    os.close(ours)
    assert done.returncode == 0
    assert said.replace("\r\n", "\n") == "␛[31m\n␛]0;titel␇a\tb\nc\ufffd␡\n"


def test_what_goes_to_a_file_or_another_program_is_left_to_the_letter(root, tmp_path):
    command = [sys.executable, "-c", SAYING]
    done = subprocess.run(command, capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout == "\x1b]0;titel\x07a\tb\nc\x9b\x7f\n"
    with (tmp_path / "x").open("w") as file:
        assert fit_for(file, "\x1b") == "\x1b"
