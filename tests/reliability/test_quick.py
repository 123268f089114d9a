"""The harnesses, in short: nothing is lost, and each of them sees the fault that is planted for it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.reliability import damage, texts

HERE = Path(__file__).parent
posix = pytest.mark.skipif(os.name == "nt", reason="SIGKILL and fork are POSIX")


def forked(*words: int) -> dict[str, dict[str, int]]:
    """Run the killing in a process of its own: it forks, which a test runner with threads should not."""
    command = [sys.executable, str(HERE / "kills.py"), *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stderr
    figures: dict[str, dict[str, int]] = json.loads(done.stdout)
    return figures


def without_trouble(figures: dict[str, Any]) -> bool:
    return not any(figures.get(word) for word in ("lost", "damaged", "half done", "between"))


@posix
def test_a_program_that_is_killed_loses_nothing_that_it_said_was_saved() -> None:
    figures = forked(10, 5)
    assert figures["at work"]["kills"] == 10
    assert all(without_trouble(found) for found in figures.values()), figures


@posix
def test_the_killing_sees_what_is_said_too_early_left_behind_and_written_in_place() -> None:
    figures = forked(10)
    assert figures["said too early"]["lost"] > 0
    assert figures["left the journal"]["between"] > 0
    assert figures["wrote in place"]["between"] > 0


@posix
def test_when_the_power_goes_nothing_that_was_saved_is_lost() -> None:
    powerloss = pytest.importorskip("tests.reliability.powerloss")
    assert powerloss.run(120) == {"states": 120, "lost": 0, "damaged": 0}
    assert powerloss.run(60, with_journal=False) == {"states": 60, "lost": 0, "damaged": 0}


@posix
def test_the_power_sees_commits_that_were_not_flushed_far_enough_and_files_that_were_not_at_all() -> None:
    powerloss = pytest.importorskip("tests.reliability.powerloss")
    assert powerloss.run(60, "FULL", with_journal=False)["lost"] > 0
    assert powerloss.run(60, "OFF", with_journal=False)["damaged"] > 0


@posix
def test_a_disk_that_fails_is_told_and_costs_nothing_that_was_saved() -> None:
    failing = pytest.importorskip("tests.reliability.failing")
    figures = failing.run(25)
    assert figures["told"] > 20
    assert without_trouble(figures)
    assert not figures["not as it was"]
    assert not figures["not well afterwards"]


def test_no_flipped_bit_is_shown_as_good_and_salvage_brings_back_what_there_is() -> None:
    figures = damage.run(30, 3, 3)
    assert figures["flips"]["shown as good"] == 0
    assert figures["flips"]["noticed"] > 5
    assert figures["pages"]["salvaged"] >= 0.99 * figures["pages"]["records"]
    assert figures["cuts"]["salvaged"] == figures["cuts"]["records"] > 0
    assert not figures["pages"]["unsound"] + figures["cuts"]["unsound"]


def test_the_flipping_sees_rows_that_are_believed_whatever_their_seal_says() -> None:
    with damage.unsealed():
        assert damage.run(100, 0, 0)["flips"]["shown as good"] > 0


def test_any_text_is_selected_kept_and_found_alike() -> None:
    assert texts.run(400) == {"texts": 400, "wrong": 0}


def test_the_texts_see_units_that_are_taken_for_code_points() -> None:
    assert texts.run(50, texts.in_units)["wrong"] > 0
