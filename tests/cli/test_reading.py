import json

import pytest

IDS = ["aftale-2009", "aftale-2014", "faelles-velfaerd-2014", "principper-2015"]
NAMES = [*IDS, "principper-2015@ocr", "principper-2015@transcript"]


def test_a_person_sees_what_is_on_the_shelf(run):
    said = run("list")
    assert said.status == 0
    assert [line.split()[0] for line in said.out.splitlines()] == IDS


def test_a_script_gets_the_shelf(answer):
    found = answer("list")
    assert [agreement["id"] for agreement in found] == IDS
    assert found[3] == {
        "id": "principper-2015",
        "title": "Principper for kommunal-statsligt samarbejde",
        "short": "P15",
        "date": "2015-09-25",
        "year": 2015,
        "kind": "principles",
        "parties": ["Regeringen", "KL"],
        "digest": found[3]["digest"],
        "witnesses": [
            {"id": "transcript", "file": "001_25cd9f0d872b28c5.txt", "kind": "transcript"},
            {"id": "ocr", "file": "000_1cc35117d96ab480.txt", "kind": "ocr"},
        ],
        "principles": 7,
    }
    assert [agreement["principles"] for agreement in found] == [0, 9, 0, 7]


@pytest.mark.parametrize("name", NAMES)
def test_the_text_is_printed_to_the_character_with_nothing_added(name, run, answer, library):
    plain = run("text", name).out
    assert plain == answer("text", name)["text"] == library.edition(name).text


@pytest.mark.parametrize("name", NAMES)
def test_a_script_gets_the_text_with_its_blocks_and_their_places(name, answer, library):
    found = answer("text", name)
    assert list(found) == ["id", "digest", "text", "blocks"]
    assert (found["id"], found["digest"]) == (name, library.edition(name).digest)
    for block in found["blocks"]:
        assert list(block) == [
            *("id", "kind", "level", "start", "end", "text", "section", "page", "source"),
        ]
        assert block["text"] == found["text"][block["start"] : block["end"]]
        assert list(block["source"]) == ["file", "lines"]
        first, last = block["source"]["lines"]
        assert 1 <= first <= last
    assert "\n".join(block["text"] for block in found["blocks"]) == found["text"]


def test_text_can_be_asked_for_as_json_in_two_ways(run):
    assert run("text", "aftale-2009", "--format", "json").out == run("text", "aftale-2009", "--json").out


def test_a_beginning_of_an_id_is_enough(answer):
    assert answer("text", "f")["id"] == "faelles-velfaerd-2014"
    assert answer("text", "princ@ocr")["id"] == "principper-2015@ocr"


def test_text_can_be_had_as_markdown(run):
    said = run("text", "aftale-2014", "--format", "markdown")
    assert said.out.startswith("# Aftale om kommunernes økonomi for 2014\n\n")
    assert "\n## 1. Indledning\n" in said.out
    assert "| Serviceudgifter, netto | 230.541 |" in said.out


def test_the_outline_of_an_agreement_begins_with_its_title(answer):
    found = answer("outline", "aftale-2009")
    assert found[0] == {
        "id": "s0",
        "level": 1,
        "kind": "title",
        "text": "Aftale om kommunernes økonomi for 2009",
        "start": 0,
        "source": {"file": "004_41e0d145cf5b670f.txt", "lines": [1, 1]},
    }
    assert [section["start"] for section in found] == sorted(section["start"] for section in found)


@pytest.mark.parametrize("name", NAMES)
def test_the_outline_holds_every_heading_of_the_text_and_nothing_else(name, answer):
    headings = [b for b in answer("text", name)["blocks"] if b["kind"] == "heading"]
    found = answer("outline", name)
    assert [(s["text"], s["level"], s["start"], s["source"]) for s in found] == [
        (b["text"], b["level"], b["start"], b["source"]) for b in headings
    ]


def test_a_person_sees_the_outline_indented(run):
    assert run("outline", "aftale-2014").out.splitlines()[:5] == [
        "Aftale om kommunernes økonomi for 2014",
        "  1. Indledning",
        "  2. Vækst og beskæftigelse",
        "  3. Kommunernes økonomi for 2014",
        "      Tabel 1 Balance for kommunerne i 2014",
    ]


def test_a_script_gets_the_principles_with_group_and_lede(answer, library):
    found = answer("principles", "aftale-2014")
    assert [principle["number"] for principle in found] == list(range(1, 10))
    whole = library.edition("aftale-2014").text
    for principle in found:
        assert list(principle) == [
            *("number", "title", "group", "lede", "paragraphs", "text", "start", "end"),
        ]
        assert principle["paragraphs"][0] == principle["lede"]
        assert principle["text"] == whole[principle["start"] : principle["end"]]
        assert principle["group"]


def test_a_person_reads_the_principles(run):
    out = run("principles", "princ").out
    assert out.startswith("1. Tydeligt opgave- og budgetansvar\n(Tydeligt lokalt ansvar")
    assert "\n\n2. Styring på mål og resultater\n" in out


def test_an_agreement_without_principles_has_none(run, answer):
    assert answer("principles", "aftale-2009") == []
    assert run("principles", "aftale-2009").out == ""


def test_a_script_gets_the_tables(answer):
    found = answer("tables", "aftale-2009")
    assert found[0] == {
        "label": "Tabel 1",
        "caption": "Trepartsaftaler – økonomiske konsekvenser",
        "unit": "mio. kr.",
        "columns": ["Initiativer, mio. kr.", "2008", "2009"],
        "rows": [
            ["Uddannelse, ledelse og personalemæssige initiativer", "250", "500"],
            ["OK08-aftale om seniorpolitiske initiativer og kompetenceudvikling", "165", "290"],
            ["I alt", "415", "790"],
        ],
        "start": found[0]["start"],
        "end": found[0]["end"],
    }


def test_a_person_sees_the_figures_of_a_table_under_each_other(run):
    lines = run("tables", "aftale-2014").out.splitlines()
    assert lines[0] == "Tabel 1 Balance for kommunerne i 2014"
    figures = [
        line for line in lines if line.startswith(("Overførsler", "Øvrige udgifter", "Skatteindtægter"))
    ]
    assert len({len(line) for line in figures}) == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_script_gets_every_emendation(name, answer, library):
    found = answer("emendations", name)
    assert len(found) == len(library.emendations(name))
    text = library.edition(name).text
    for emendation in found:
        assert list(emendation) == ["kind", "before", "after", "source", "start"]
        if emendation["start"] is None:
            assert emendation["after"] == ""
        else:
            assert text.startswith(emendation["after"], emendation["start"])


def test_a_person_reads_where_and_how_the_source_was_changed(run):
    out = run("emendations", "princ", "--kind", "hyphen").out
    assert out.splitlines()[0] == "001_25cd9f0d872b28c5.txt:212  hyphen  'ind- ' → 'ind'"


def test_emendations_of_one_kind_can_be_asked_for(answer):
    found = answer("emendations", "aftale-2009", "--kind", "furniture")
    assert [" ".join(emendation["before"].split()) for emendation in found] == ["12", "Regeringen KL"]
    assert answer("emendations", "aftale-2009", "--kind", "web-noise") == []


def test_an_unknown_kind_of_emendation_lists_the_known_ones(refusal):
    assert "furniture, hyphen" in refusal("emendations", "aftale-2009", "--kind", "misprint")


def test_json_is_one_value_with_danish_letters_as_they_are(run):
    out = run("list", "--json").out
    assert "økonomi" in out
    assert json.loads(out)


@pytest.mark.parametrize("verb", ["text", "outline", "principles", "tables", "emendations"])
def test_an_unknown_agreement_is_refused_with_the_known_ones(verb, refusal):
    sentence = refusal(verb, "aftale-1999", "--json")
    assert all(name in sentence for name in IDS)
