"""Long texts and odd ones: time grows with the text, not with its square."""

from time import process_time

import pytest

from reader.intake.rebuilt import rebuilt

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


def seconds(establish, kind, text):
    began = process_time()
    made = establish((kind,), text)["own"]
    took = process_time() - began
    assert rebuilt(made.edition.text, made.emendations) == text
    return took


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_eight_times_as_long_takes_about_eight_times_as_long(kind, establish, sources):
    text = sources["004_41e0d145cf5b670f.txt"]
    short = min(seconds(establish, kind, text) for _ in range(2))
    assert seconds(establish, kind, text * 8) < 8 * 3 * short + 0.5


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("odd", ODD_LINES)
def test_a_line_without_end_is_read_within_seconds(kind, odd, establish):
    text = f"Tabel 1 x\nfoo\n{odd * (40_000 // len(odd))} x"
    assert seconds(establish, kind, text) < 3


@pytest.mark.parametrize("kind", KINDS)
def test_a_megabyte_on_one_line_is_read_within_seconds(kind, establish, sources):
    text = " ".join(sources["002_041b65465cafdd4e.txt"].split()) * 12
    assert len(text) > 1_000_000
    assert seconds(establish, kind, text) < 15


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("odd", ODD_TEXTS)
def test_thousands_of_odd_lines_are_read_within_seconds(kind, odd, establish):
    assert seconds(establish, kind, odd * (4_000 // odd.count("\n"))) < 3
