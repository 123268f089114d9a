"""What a reader should know of a text: doubtful readings, other witnesses, sums; no letter is changed."""

import pytest

from reader.intake.doubts import doubts
from reader.intake.misprints import Misprints
from reader.intake.sums import mismatches


def remarked(made, kind):
    text = made.edition.text
    return [(text[r.start : r.end], r.reading) for r in made.remarks if r.kind == kind]


@pytest.mark.parametrize(
    ("name", "words", "reading"),
    [
        ("aftale-2014", "ramkestyring", "rammestyring"),
        ("aftale-2014", "spiseroletter", "spiserobotter"),
        ("aftale-2014", "Aktivtetsbestemt", "Aktivitetsbestemt"),
        ("aftale-2014", "personaleresourcer", "personaleressourcer"),
        ("aftale-2014", "u hensigtsmæssige", "uhensigtsmæssige"),
        ("aftale-2014", "Enkelt-sager", "Enkeltsager"),
        ("aftale-2009", "KL enige", "KL er enige"),
        ("aftale-2009", "16. juni", "16. juni 2008"),
        ("aftale-2009", "kvalitetsformen", "kvalitetsreformen"),
    ],
)
def test_what_looks_wrong_is_listed_and_left_as_it_stands(name, words, reading, established):
    assert (words, reading) in remarked(established[name], "reading")


def test_hardly_a_right_word_is_doubted(established):
    found = [r for name in ("aftale-2009", "aftale-2014") for r in remarked(established[name], "reading")]
    assert len(found) < 30


@pytest.mark.parametrize("word", ["forældelsesafbrydende", "prognostisering", "kontrakten", "forventninger"])
def test_a_rare_word_that_is_right_is_not_doubted(word, established):
    doubted = {words for made in established.values() for words, _ in remarked(made, "reading")}
    assert word not in doubted


def test_a_remark_says_on_which_lines_its_words_stand(established, sources):
    for made in established.values():
        lines = {name: text.split("\n") for name, text in sources.items()}
        for remark in made.remarks:
            first = made.edition.text[remark.start : remark.end].split("\n")[0].split(" ")[0]
            stretch = " ".join(lines[remark.place.file][remark.place.first - 1 : remark.place.last])
            assert first.split("-")[0][:4] in stretch


def test_a_sum_that_is_off_by_rounding_is_remarked_on(established):
    assert remarked(established["aftale-2014"], "sum") == [("346.745", "346.744")]
    assert remarked(established["aftale-2009"], "sum") == []


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([("", ""), ("A", "1,5"), ("B", "-2,0"), ("I alt", "-0,5")], []),
        ([("", ""), ("A", "10"), ("- heraf C", "4"), ("B", "2"), ("I alt", "12")], []),
        ([("", ""), ("A, heraf", "10"), ("C", "4"), ("B", "2"), ("I alt", "12")], []),
        ([("", ""), ("A", "10"), ("B", "2"), ("I alt", "15")], [(3, "12", False)]),
        ([("", ""), ("A", "1.000,3"), ("B", "2.000,4"), ("I alt", "3.000,8")], [(3, "3.000,7", True)]),
        ([("", ""), ("A", "1"), ("B", "2"), ("I alt", "3"), ("C", "4"), ("Total", "7")], []),
        ([("", ""), ("A", "see note"), ("I alt", "3")], []),
    ],
)
def test_totals_are_tested_against_their_rows(rows, wanted):
    assert [(m.row, m.expected, m.rounding) for m in mismatches(rows)] == wanted


def test_every_disagreement_of_the_witnesses_is_on_record(established):
    misread = remarked(established["principper-2015"], "misread")
    assert ("fælles", "feelles") in misread
    assert ("på", "pd") in misread
    assert ("muliggør", "muligger") in misread
    assert len(misread) >= 270


def test_words_that_only_one_witness_has_are_told_apart_from_misread_letters(established):
    [(words, reading)] = remarked(established["principper-2015"], "variant")
    assert words.startswith("Bilag 1. Principper")
    assert reading == ""


def test_another_wording_of_the_other_witness_is_a_variant(establish):
    one = "Transkript:\n\nKommunerne skal styre på mål og resultater. Staten bør følge op på det aftalte.\n"
    other = "Kommunerne bør styre på mål og resultater. Staten\nbør følge op på det ikke aftalte.\n"
    made = establish(("transcript", "ocr"), one, other)["own"]
    assert remarked(made, "variant") == [("skal", "bør"), ("", "ikke")]


def test_a_word_written_twice_and_a_stop_too_many_are_doubted():
    found = doubts({"own": "Parterne er er enige om at at styre. Det slutter her.. Der er der."})["own"]
    assert [(d.start, d.reading) for d in found] == [(24, "at"), (49, "her.")]


def test_a_text_where_everything_stands_once_is_not_doubted():
    assert doubts({"own": "Kommunerne følger op på resultaterne i samarbejde med staten."})["own"] == []


def test_a_word_that_differs_at_its_very_beginning_is_no_misprint():
    assert Misprints({"sforudsætninger": 1, "forudsætninger": 5}).likely("sforudsætninger") == ""
