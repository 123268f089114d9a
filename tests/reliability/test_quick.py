"""The harnesses, in short: nothing is lost, and each of them sees the fault that is planted for it."""

import os

import pytest

from tests.reliability.parts import PARTS, Part, fulfilled
from tests.reliability.run import alone

SHORT = 0.004
"""Which part of the full numbers is tried here."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL and fork are POSIX")

# Windows with planted faults, one for each place of the window, take too long for every day.
LONG = {"local images shown"}


def named(*, planted: bool) -> list[object]:
    parts = (part for part in PARTS if part.planted == planted and part.name not in LONG)
    return [pytest.param(part, id=part.name) for part in parts]


@pytest.mark.parametrize("part", named(planted=False))
def test_nothing_is_lost_damaged_or_shown_that_should_not_be(part: Part) -> None:
    figures = alone(part.name, SHORT)
    assert fulfilled(part, figures), figures


@pytest.mark.parametrize("part", named(planted=True))
def test_a_planted_fault_is_seen(part: Part) -> None:
    figures = alone(part.name, SHORT)
    assert fulfilled(part, figures), figures
