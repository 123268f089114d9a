"""The command line as a person uses it: arguments in; status, standard output and standard error out."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader.cli import main

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Said:
    status: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture
def home(tmp_path, kept_library, monkeypatch):
    folder = tmp_path / "home"
    folder.mkdir(mode=0o700)
    shutil.copy(kept_library, folder / "library.db")
    monkeypatch.setenv("RANDNOTE_HOME", str(folder))
    return folder


@pytest.fixture
def run(home, capsys):
    def said(*arguments):
        status = main(list(arguments))
        return Said(status, *capsys.readouterr())

    return said


@pytest.fixture
def answer(run):
    """The JSON value of a verb that does what it is asked."""

    def value(*arguments):
        said = run(*arguments, "--json")
        assert (said.status, said.err) == (0, "")
        return said.json

    return value


@pytest.fixture
def refusal(run):
    """The sentence of a verb that the world says no to."""

    def sentence(*arguments):
        said = run(*arguments)
        assert (said.status, said.out) == (1, "")
        assert said.err.endswith(".\n")
        assert "Traceback" not in said.err
        return said.err

    return sentence
