"""The overview as a page and for a spreadsheet; nothing in a title is taken for markup or a formula."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from reader.compare.overview import overview
from reader.export.overview import overview_csv, overview_markdown

A14, P15 = "aftale-2014", "principper-2015"
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


@pytest.fixture(scope="module")
def found(library):
    return overview(library.agreements, library.editions())


@pytest.fixture(scope="module")
def titled(library):
    """Give the first principle of 2014 and 2015 another title."""

    def made(title):
        editions = dict(library.editions())
        for name in (A14, P15):
            first, *rest = editions[name].principles
            editions[name] = editions[name]._replace(principles=(first._replace(title=title), *rest))
        return overview(library.agreements, editions)

    return made


def rows(text):
    return list(csv.reader(StringIO(text)))


def test_a_person_reads_what_happened_in_danish(found):
    page = overview_markdown(found)
    assert (
        "| Enkeltsager løses konkret | Tydeligt lokalt ansvar og opbakning til lokale prioriteringer | 4 |"
        in page
    )
    lines = [line.split(" | ") for line in page.splitlines() if line.startswith("| ")]
    told = {line[0].removeprefix("| "): [line[2], line[3].removesuffix(" |")] for line in lines}
    assert told["Tydeligt opgave- og budgetansvar"] == ["1", "1: uændret"]
    assert told["Styring på mål og resultater"] == ["2", "2: omformuleret, ny indledning"]
    assert told["Viden er grundlaget"] == ["6", "7: omnummereret, omformuleret"]
    assert told["Decentralt ansvar for implementering af reformer"] == ["–", "5: ny"]
    assert told["Samspil om velfærden"] == ["9", "udgået"]


def test_what_lives_on_elsewhere_stands_below(found):
    page = overview_markdown(found)
    assert "- Et afsnit af ØA14 3 står i P15 5: »Vedholdende ledelsesfokus" in page
    assert "- Et led af ØA14 7 står i P15 6: »hvor den lokale politiske forankring" in page
    assert "## Udgåede grupper\n\n- Et tættere og mere forpligtende samarbejde" in page


def test_in_english_the_words_around_are_english(found):
    page = overview_markdown(found, "en")
    assert page.startswith("# Principles at a glance\n")
    assert "2: reworded, new lede" in page
    assert "A clause of ØA14 7 stands in P15 6:" in page


def test_the_table_is_a_table_for_a_markdown_reader(found):
    html = markdown(overview_markdown(found), extensions=["tables"])
    assert html.count("<tr>") == 1 + len(found.lines)
    assert html.count("<td>") == 4 * len(found.lines)


def test_a_spreadsheet_gets_a_line_for_each_thread_and_four_columns_for_each_agreement(found):
    head, *lines = rows(overview_csv(found, "en"))
    assert head[:6] == ["Principle", "Group", "ØA14 no.", "ØA14 title", "ØA14 changes", "ØA14 sure, per cent"]
    assert {len(line) for line in lines} == {10}
    assert lines[1][0] == "Styring på mål og resultater"
    assert lines[1][2:] == ["2", lines[1][0], "", "", "2", lines[1][0], "reworded, new lede", "99"]
    assert lines[4][2:] == ["", "", "", "", "5", lines[4][0], "", ""]
    assert lines[9][6:] == ["", "", "", ""]


@pytest.mark.parametrize("sign", FORMULAS)
def test_a_title_that_a_spreadsheet_would_calculate_is_quoted(titled, sign):
    title = f"{sign}HYPERLINK(1)"
    assert rows(overview_csv(titled(title)))[1][0] == f"'{title}"


def test_without_agreements_there_is_only_a_head(library):
    nothing = overview([library.agreement("aftale-2009")], library.editions())
    assert rows(overview_csv(nothing)) == [["Princip", "Gruppe"]]
    assert overview_markdown(nothing).startswith("# Overblik over principper\n")


@given(title=st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=30))
def test_whatever_a_title_is_the_table_keeps_its_shape_and_no_cell_begins_a_formula(titled, title):
    made = titled(title)
    html = markdown(overview_markdown(made), extensions=["tables"])
    assert html.count("<td>") == 4 * len(made.lines)
    assert "<script" not in html
    lines = rows(overview_csv(made))
    assert {len(line) for line in lines} == {10}
    assert not any(cell.startswith(FORMULAS) for line in lines for cell in line)
