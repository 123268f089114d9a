import json
import unicodedata

import pytest
import yaml

from reader.notebook.notebook import Notebook

PLACE = ("annotate", "aftale-2014", "--quote")


def count(sentence):
    return int(sentence.split(" stands in ")[1].split()[0])


@pytest.fixture
def kept(home):
    def highlights():
        with Notebook.open(home / "notebook.db", read_only=True) as notebook:
            return notebook.highlights()

    return highlights


def test_a_passage_is_highlighted_and_on_disk_when_its_record_is_printed(answer, kept, library):
    record = answer(
        *PLACE,
        "Politisk aftalestyring bør",
        "--note",
        "Bed om en *liste*.",
        "--tag",
        "krav",
        "--tag",
        " krav ",
    )
    saved = kept()[0]
    assert record["id"] == saved.id
    assert (record["quote"], record["start"], record["end"]) == (
        "Politisk aftalestyring bør",
        saved.selector.start,
        saved.selector.end,
    )
    assert (saved.note, saved.tags, saved.category) == ("Bed om en *liste*.", ("krav",), "yellow")
    assert saved.selector.digest == library.edition("aftale-2014").digest
    assert list(record) == [
        *("id", "agreement", "quote", "start", "end", "note", "category", "tags", "principle", "section"),
        *("created", "modified", "state"),
    ]


def test_a_person_is_told_what_was_highlighted(run, kept):
    said = run(*PLACE, "Politisk aftalestyring bør")
    assert said.out == f"Highlighted in aftale-2014: »Politisk aftalestyring bør«\n{kept()[0].id}\n"


def test_white_space_in_a_quote_matches_any_white_space(answer, library):
    text = library.edition("aftale-2014").text
    at = text.index("1. Indledning\n")
    wanted = text[at : at + 39]
    assert "\n" in wanted
    record = answer(*PLACE, "  " + wanted.replace("\n", "   ") + "\t")
    assert (record["quote"], record["start"]) == (wanted, at)


def test_a_quote_is_found_however_its_letters_are_composed(answer):
    record = answer(*PLACE, unicodedata.normalize("NFD", "Politisk aftalestyring bør i videst muligt omfang"))
    assert record["quote"] == "Politisk aftalestyring bør i videst muligt omfang"


def test_a_quote_that_stands_nowhere_is_refused(refusal, home):
    assert count(refusal(*PLACE, "Politisk aftalestyring må")) == 0
    assert not (home / "notebook.db").exists()


def test_a_quote_with_only_some_of_its_words_right_is_refused(refusal):
    assert count(refusal(*PLACE, "politisk aftalestyring bør")) == 0


def test_an_ambiguous_quote_is_refused_with_the_number_of_places(refusal, library, home):
    places = library.edition("aftale-2014").text.count("Vækstplan DK")
    sentence = refusal(*PLACE, "Vækstplan DK")
    assert places > 1
    assert count(sentence) == places
    assert f"--nth {places}" in sentence
    assert not (home / "notebook.db").exists()


def test_one_of_several_places_is_chosen_by_number_from_1(answer, library):
    text = library.edition("aftale-2014").text
    first = text.index("Vækstplan DK")
    second = text.index("Vækstplan DK", first + 1)
    assert answer(*PLACE, "Vækstplan DK", "--nth", "2")["start"] == second
    assert answer(*PLACE, "Vækstplan DK", "--nth", "1")["start"] == first
    assert answer(*PLACE, "Politisk aftalestyring bør", "--nth", "1")["start"] > second


def test_a_place_that_is_not_there_cannot_be_chosen(refusal):
    assert "no --nth 99" in refusal(*PLACE, "Vækstplan DK", "--nth", "99")


@pytest.mark.parametrize("category", ["red", "Krav", "KRAV", " krav "])
def test_a_category_is_named_by_id_or_name_in_any_case(category, answer):
    assert answer(*PLACE, "Politisk aftalestyring bør", "--category", category)["category"] == "red"


def test_an_unknown_category_lists_the_known_ones_and_nothing_is_saved(refusal, answer):
    assert "blue (Nyt)" in refusal(*PLACE, "Politisk aftalestyring bør", "--category", "lilla")
    assert answer("notes") == []


def test_notes_are_made_on_the_agreement_and_not_on_one_witness(refusal):
    sentence = refusal("annotate", "principper-2015@ocr", "--quote", "Regeringen")
    assert "principper-2015" in sentence


def test_a_note_with_half_a_character_is_refused_in_a_sentence(refusal, answer):
    refusal(*PLACE, "Politisk aftalestyring bør", "--note", "halv \udce6")
    assert answer("notes") == []


def test_an_agreement_is_exported_with_what_was_noted(answer, run):
    record = answer(*PLACE, "Politisk aftalestyring bør", "--note", "Bed om en liste.")
    page = run("export", "aftale-2014", "-o", "-").out
    _, front, body = page.split("---\n", 2)
    assert yaml.safe_load(front)["highlights"] == 1
    assert f"==Politisk aftalestyring bør==[^h-{record['id']}]" in body
    assert "Bed om en liste." in body


def test_an_export_is_written_to_a_file_of_its_own(run, tmp_path):
    target = tmp_path / "aftale.md"
    target.write_text("gammel", encoding="utf-8")
    said = run("export", "aftale-2014", "-o", str(target))
    assert said.out == f"{target}\n"
    assert target.read_text(encoding="utf-8").startswith(
        '---\ntitle: "Aftale om kommunernes økonomi for 2014"\n'
    )
    assert not [file for file in tmp_path.iterdir() if file.suffix == ".tmp"]


def test_several_agreements_go_one_after_the_other_into_one_file(answer, tmp_path):
    target = tmp_path / "begge.md"
    said = answer("export", "aftale-2009", "principper", "-o", str(target))
    assert said == {
        "agreements": ["aftale-2009", "principper-2015"],
        "files": [str(target)],
        "markdown": None,
    }
    page = target.read_text(encoding="utf-8")
    first = page.index('title: "Aftale om kommunernes økonomi for 2009"')
    assert first < page.index('\n---\ntitle: "Principper for kommunal-statsligt samarbejde"')


def test_several_agreements_go_into_a_folder_with_a_file_each(answer, tmp_path):
    folder = tmp_path / "ud"
    folder.mkdir()
    said = answer("export", "aftale-2009", "aftale-2014", "-o", str(folder))
    assert sorted(file.name for file in folder.iterdir()) == [
        "Aftale om kommunernes økonomi for 2009.md",
        "Aftale om kommunernes økonomi for 2014.md",
    ]
    assert said["files"] == sorted(str(file) for file in folder.iterdir())


def test_without_a_name_everything_is_exported(answer):
    said = answer("export", "-o", "-")
    assert said["agreements"] == ["aftale-2009", "aftale-2014", "faelles-velfaerd-2014", "principper-2015"]
    assert said["markdown"].count("\nexported: ") == 4


def test_an_export_that_cannot_be_written_is_told_in_a_sentence(refusal, tmp_path):
    assert "could not be written" in refusal(
        "export", "aftale-2014", "-o", str(tmp_path / "no" / "aftale.md")
    )
    link = tmp_path / "link.md"
    link.symlink_to(tmp_path / "elsewhere.md")
    assert "link" in refusal("export", "aftale-2014", "-o", str(link))
    assert not (tmp_path / "elsewhere.md").exists()


def test_exporting_makes_no_notebook(run, home):
    assert run("export", "aftale-2009", "-o", "-").status == 0
    assert not (home / "notebook.db").exists()


def test_a_highlight_over_several_blocks_is_exported_in_each(answer, run, library):
    text = library.edition("aftale-2014").text
    at = text.index("1. Indledning\n")
    record = answer(*PLACE, text[at : at + 60])
    page = run("export", "aftale-2014", "-o", "-").out
    assert page.count(f"[^h-{record['id']}]") == 2
    assert "## ==1. Indledning==\n" in page


def test_what_is_printed_as_json_is_the_same_as_what_is_kept(answer, run):
    record = answer(*PLACE, "Politisk aftalestyring bør")
    assert json.loads(run("notes", "--json").out) == [record]


def test_no_agreement_is_written_over_another_whatever_they_are_called(home, run, tmp_path, monkeypatch):
    seeds, folder = tmp_path / "seeds", tmp_path / "ud"
    seeds.mkdir()
    folder.mkdir()
    titles = {"a": "x", "b": "x", "c": "b x", "d": "b 2 x", "e": "X", "f": "e x", "g": "../x", "h": "\u202ex"}
    entry = (
        '[[agreement]]\nid = "{0}"\ntitle = "{1}"\nshort = "{0}"\ndate = "2014"\nyear = 2014\nparties = []\n'
        'kind = "agreement"\nlanguage = "da"\nwitness = [{{ id = "w", file = "w.txt", kind = "lines" }}]\n'
    )
    (seeds / "w.txt").write_text("Aftale\n\nParterne er enige.\n", encoding="utf-8")
    (seeds / "catalogue.toml").write_text("\n".join(entry.format(*one) for one in titles.items()), "utf-8")
    monkeypatch.setattr("reader.cli.parts.shipped", lambda name: seeds)
    assert run("export", "-o", str(folder)).status == 0
    pages = [file.read_text(encoding="utf-8").split("---\n")[1] for file in folder.iterdir()]
    assert sorted(yaml.safe_load(page)["title"] for page in pages) == sorted(titles.values())
    assert {path.name for path in tmp_path.iterdir()} == {"home", "seeds", "ud"}
