"""Long texts and odd ones are read to the end, and nothing of them is lost.

A time limit for each test catches a reader that hangs; how time grows is for the benchmarks.
"""

import pytest

from reader.intake.rebuilt import rebuilt
from tests.thorough import tried

ODD_LINES = (
    *(
        "a",
        "a ",
        " x  ",
        "1 ",
        "- ",
        "a- b ",
        "*",
        "<",
        "a-",
        "_",
        "-",
        ".A ",
        "12 ",
        "\t",
        '"',
        "Regeringen KL ",
    ),
)
ODD_TEXTS = (
    *("a\n", "A\n\n", "1. A\n\n", "• a\n", "-\n", "\n", "\n\n12\n\n", "Bilag 1\n\n", "Boks 1\n\nAb\n\n• a\n"),
    *("Tabel 1\n", "Tabel 1 A\n1 2\n", "Bilag:\n\n1. A\n\n1. A\n", "Princip.\n\n1. A\n\nPrincip\n\n• A\n\n"),
)
KINDS = ("wrapped", "lines", "transcript")


def read(establish, kind, text):
    made = establish((kind,), text)["own"]
    assert rebuilt(made.edition.text, made.emendations) == text


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_eight_times_as_long_is_read(kind, establish, sources):
    read(establish, kind, sources["004_41e0d145cf5b670f.txt"] * 8)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("odd", ODD_LINES)
def test_a_line_without_end_is_read(kind, odd, establish):
    read(establish, kind, f"Tabel 1 x\nfoo\n{odd * (tried(40_000, 400_000) // len(odd))} x")


@pytest.mark.parametrize("kind", KINDS)
def test_a_megabyte_on_one_line_is_read(kind, establish, sources):
    text = " ".join(sources["002_041b65465cafdd4e.txt"].split()) * 12
    assert len(text) > 1_000_000
    read(establish, kind, text)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("odd", ODD_TEXTS)
def test_thousands_of_odd_lines_are_read(kind, odd, establish):
    read(establish, kind, odd * (tried(1_500, 20_000) // odd.count("\n")))
