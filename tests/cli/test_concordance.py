"""Scripts and people ask which principle answers which, and where a text speaks of what."""

import csv
from io import StringIO

import pytest

A14, P15 = "aftale-2014", "principper-2015"


def test_a_script_gets_every_thread_with_the_title_of_each_year(answer):
    found = answer("concordance")
    assert list(found) == ["threads"]
    assert len(found["threads"]) == 10
    assert found["threads"][2] == {
        "title": "Politisk ansvar og decentralt råderum til tværgående prioriteringer",
        "members": [
            {"agreement": A14, "number": 3, "title": "Politisk ansvar og decentralt ledelsesrum"},
            {
                "agreement": P15,
                "number": 3,
                "title": "Politisk ansvar og decentralt råderum til tværgående prioriteringer",
            },
        ],
    }
    pairs = [{m["agreement"]: m["number"] for m in thread["members"]} for thread in found["threads"]]
    assert [(pair.get(A14), pair.get(P15)) for pair in pairs] == [
        *((1, 1), (2, 2), (3, 3), (4, 4), (None, 5), (5, 6), (6, 7)),
        *((7, None), (8, None), (9, None)),
    ]


def test_a_person_reads_what_happened_and_what_lives_on(run):
    said = run("concordance")
    assert said.status == 0
    lines = said.out.splitlines()
    assert lines[0].split() == ["ØA14", "P15"]
    assert lines[2].split()[:2] == ["2", "2"]
    assert lines[2].endswith("reworded, lede (99 % sure)")
    assert lines[5].split()[:2] == ["–", "5"]
    assert lines[5].endswith("new")
    assert lines[10].endswith("dropped")
    assert "A clause of aftale-2014 7 stands in principper-2015 6: »hvor den lokale politiske" in said.out
    assert said.out.endswith("The group »Et tættere og mere forpligtende samarbejde« was dropped.\n")


def test_the_overview_is_printed_as_markdown_or_for_a_spreadsheet(run):
    page = run("concordance", "--format", "markdown", "--language", "en")
    assert page.out.startswith("# Principles at a glance\n\n| Principle | Group | ØA14 | P15 |\n")
    table = run("concordance", "--format", "csv")
    assert [len(row) for row in csv.reader(StringIO(table.out, newline=""))] == [10] * 11


def test_json_can_be_asked_for_in_two_ways(run):
    assert run("concordance", "--format", "json").out == run("concordance", "--json").out


@pytest.mark.parametrize("name", ["aftale-2009", A14, "faelles-velfaerd-2014", P15])
def test_a_script_gets_mentions_that_quote_the_text(answer, library, name):
    found = answer("mentions", name)
    text = library.edition(name).text
    assert found
    for mention in found:
        assert list(mention) == ["start", "end", "text", "kind", "stands", "target", "known"]
        assert text[mention["start"] : mention["end"]] == mention["text"]
        assert list(mention["target"]) == [
            *("description", "agreement", "section", "principle", "start", "end"),
        ]
        assert mention["known"] == (mention["target"]["start"] is not None)


def test_a_mention_of_what_is_in_the_library_says_where(answer):
    found = [m for m in answer("mentions", A14) if m["text"] == "økonomiaftalen for 2009"]
    assert [(m["kind"], m["known"], m["target"]["agreement"]) for m in found] == [
        ("agreement", True, "aftale-2009")
    ]


def test_a_person_reads_what_is_meant_and_what_is_not_there(run):
    said = run("mentions", "aftale-2009").out
    first, *_ = said.splitlines()
    assert first.endswith("  not in the library: Aftale om kommunernes økonomi for 2008")
    assert "aftale-2009: Bilag 1. Kvalitetsfond" in said


def test_principles_of_which_nobody_speaks_are_listed(run, answer):
    assert [p["number"] for p in answer("mentions", A14, "--never")] == [1, 3, 4, 6, 7, 8, 9]
    assert run("mentions", A14, "--never").out.startswith("1. Tydeligt opgave- og budgetansvar\n3. ")
    assert answer("mentions", "aftale-2009", "--never") == []


def test_mentions_of_an_unknown_agreement_or_of_one_witness_are_refused(refusal):
    assert "aftale-2009" in refusal("mentions", "aftale-1999")
    assert "use principper-2015" in refusal("mentions", "principper-2015@ocr")


def test_help_says_what_the_verbs_do(run):
    assert "which principle answers which" in run("--help").out
    assert "where an agreement speaks of" in run("mentions", "--help").out
