import json
import os
import shutil
import sqlite3
from contextlib import closing

import pytest

from reader.cli import checking, parts
from reader.notebook.notebook import Notebook
from reader.paths import shipped
from reader.settings import Settings, write_settings

QUOTE = ("annotate", "principper-2015", "--quote", "Politisk aftalestyring bør")

pytestmark = pytest.mark.usefixtures("few")


@pytest.fixture
def few(home, few_seeds, kept_few, monkeypatch):
    """A library of the two shortest agreements: it is checked again and again."""
    monkeypatch.setattr(parts, "shipped", lambda _: few_seeds)
    shutil.copyfile(kept_few, home / "library.db")


@pytest.fixture
def all_of_them(few, home, kept_library, monkeypatch):
    """The library as it is shipped."""
    monkeypatch.setattr(parts, "shipped", shipped)
    shutil.copyfile(kept_library, home / "library.db")


@pytest.fixture
def noted(few, home, answer):
    answer(*QUOTE)
    return home / "notebook.db"


@pytest.fixture
def own_seeds(few, few_seeds, tmp_path, monkeypatch):
    """A copy of the sources, to be spoilt."""
    folder = tmp_path / "seeds"
    shutil.copytree(few_seeds, folder)
    monkeypatch.setattr(parts, "shipped", lambda _: folder)
    return folder


def test_everything_is_sound_before_the_first_note_and_after(all_of_them, answer, run, home):
    assert answer("check") == {"sound": True, "notebook": [], "library": [], "seeds": []}
    assert not (home / "notebook.db").exists()
    answer(*QUOTE)
    assert run("check").out == "The notebook: sound.\nThe library: sound.\nThe seeds: sound.\n"


def test_an_altered_notebook_is_not_sound(noted, run):
    with sqlite3.connect(noted) as db:
        db.execute("UPDATE highlights SET note = 'andet'")
    db.close()
    said = run("check", "--json")
    assert said.status == 1
    assert said.json["sound"] is False
    assert len(said.json["notebook"]) >= 1
    assert said.json["library"] == said.json["seeds"] == []
    assert "altered" in run("check").out


@pytest.mark.parametrize("content", [b"", b"not a notebook", b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_damaged_notebook_is_told_by_every_verb_and_left_as_it_is(content, home, run, refusal):
    notebook = home / "notebook.db"
    notebook.write_bytes(content)
    assert run("check").status == 1
    for verb in (["notes"], ["backup"], list(QUOTE), ["export", "-o", "-"], ["search", "x"]):
        assert str(notebook) in refusal(*verb)
    assert notebook.read_bytes() == content


def test_a_notebook_of_a_newer_program_is_refused_and_left_as_it_is(noted, run, refusal):
    with sqlite3.connect(noted) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    before = noted.read_bytes()
    assert "newer" in refusal("notes")
    assert "newer" in refusal(*QUOTE)
    assert run("check").status == 1
    assert noted.read_bytes() == before


def test_a_notebook_that_is_open_elsewhere_is_refused(noted, refusal, run):
    with Notebook.open(noted):
        assert "already open" in refusal("notes")
        checked = run("check")
        assert "already open" in checked.out
        assert "salvage" not in checked.out


def test_a_missing_source_is_told(own_seeds, run):
    (own_seeds / "003_d87ace3c42ccdc33.txt").unlink()
    said = run("check", "--json")
    assert said.status == 1
    assert "003_d87ace3c42ccdc33.txt" in said.json["seeds"][0]


def test_a_missing_catalogue_is_told(own_seeds, run, refusal):
    (own_seeds / "catalogue.toml").unlink()
    assert run("check").status == 1
    assert "catalogue" in refusal("list")


def test_an_edition_that_does_not_give_its_source_back_is_told(run, monkeypatch):
    monkeypatch.setattr("reader.intake.rebuilt.rebuilt", lambda *_: "something else")
    said = run("check", "--json")
    assert said.status == 1
    assert any("principper-2015@ocr" in fault for fault in said.json["seeds"])


def test_a_library_that_keeps_another_text_is_told(run, home, few_seeds, kept_few):
    from reader.intake import kept
    from reader.intake import library as module
    from reader.intake.library import Library

    edition = Library(few_seeds, kept_few).edition("principper-2015")
    altered = kept.edition_row(edition).replace("Kommunerne", "Kommunarne")
    with sqlite3.connect(home / "library.db") as db:
        db.execute(
            "UPDATE kept SET edition = ?, edition_seal = ? WHERE id = 'principper-2015'",
            (altered, module._seal(altered)),
        )
    db.close()
    said = run("check", "--json")
    assert said.status == 1
    assert ["principper-2015 " in fault for fault in said.json["library"]] == [True]


def test_a_copy_of_the_notebook_is_made_beside_it_or_where_one_likes(noted, answer, run, tmp_path):
    made = answer("backup")
    assert made == {"file": str(noted.parent / "backups" / "notebook-000001.db")}
    elsewhere = run("backup", str(tmp_path / "disk")).out.strip()
    for file in (made["file"], elsewhere):
        with Notebook.open(noted.parent / "copy" / "notebook.db") as other:
            assert other.highlights() == []
        shutil.copy(file, noted.parent / "copy" / "notebook.db")
        with Notebook.open(noted.parent / "copy" / "notebook.db") as other:
            assert len(other.highlights()) == 1
        shutil.rmtree(noted.parent / "copy")


def test_a_copy_goes_into_the_second_place_that_was_chosen_in_the_window_too(noted, run, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    write_settings(noted.with_name("settings.json"), Settings(second_place=str(stick)))
    assert run("backup").err == ""
    assert [path.name for path in stick.iterdir()] == ["notebook-000001.db"]
    run("backup", str(tmp_path / "disk"))
    assert len(list(stick.iterdir())) == 1
    shutil.rmtree(stick)
    said = run("backup")
    assert said.status == 0
    assert said.out.strip() == str(noted.parent / "backups" / "notebook-000002.db")
    assert "is not there now. Connect it" in said.err
    assert not stick.exists()


def test_there_is_no_copy_of_a_notebook_that_is_not_there(home, refusal):
    assert "no notebook yet" in refusal("backup")
    assert not (home / "backups").exists()
    assert not (home / "notebook.db").exists()


def test_a_copy_that_cannot_be_written_is_told(noted, refusal, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    refusal("backup", str(tmp_path / "file" / "below"))


def test_reading_works_in_a_folder_that_cannot_be_written_and_noting_is_refused(run, refusal, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    nowhere = ("--home", str(tmp_path / "file" / "home"))
    assert len(run("list", "--json", *nowhere).json) == 2
    assert run("text", "princ", *nowhere).out.startswith("Bilag 1.")
    assert run("search", "aftalestyring", "--json", *nowhere).json
    assert run("notes", "--json", *nowhere).json == []
    assert run("check", *nowhere).status == 0
    refusal(*QUOTE, *nowhere)


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="nothing is read-only for this user")
def test_a_read_only_data_folder_can_be_read(noted, answer, refusal):
    noted.parent.chmod(0o500)
    try:
        assert len(answer("notes")) == 1
        assert answer("search", "aftalestyring")
        refusal(*QUOTE)
    finally:
        noted.parent.chmod(0o700)


def test_checking_reads_every_edition_there_is(all_of_them, home, run):
    options = run("list", "--json").json
    names = {f"{one['id']}@{witness['id']}" for one in options for witness in one["witnesses"]}
    _, made = checking._seeds(parts.Parts(parts.Paths(home)))
    assert set(made) == names | {one["id"] for one in options}


def test_a_copy_is_restored_and_the_present_notebook_kept(noted, answer, run):
    copy = answer("backup")["file"]
    answer(*QUOTE, "--category", "red")
    assert len(answer("notes")) == 2
    done = answer("restore", copy)
    assert done == {"file": str(noted), "kept": str(noted.with_name("notebook.db.away-000001"))}
    assert len(answer("notes")) == 1
    said = run("restore", f"{done['kept']}/notebook.db")
    assert "is now as it is in" in said.out
    assert "is kept in" in said.out
    assert len(answer("notes")) == 2
    assert run("check").status == 0


def test_what_is_no_copy_is_not_restored(noted, refusal, answer, tmp_path):
    (tmp_path / "diary.txt").write_text("Kære dagbog", encoding="utf-8")
    assert "is not a Randnote notebook" in refusal("restore", str(tmp_path / "diary.txt"))
    assert "no such file" in refusal("restore", str(tmp_path / "nothing.db"))
    assert len(answer("notes")) == 1


def test_reading_a_file_with_a_damaged_index_says_that_it_is_damaged(noted, run):
    content = bytearray(noted.read_bytes())
    with closing(sqlite3.connect(noted)) as db:
        wanted = "SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_highlights_1'"
        (root,) = db.execute(wanted).fetchone()
    content[(root - 1) * 4096 : root * 4096] = bytes(4096)
    noted.write_bytes(content)
    said = run("notes")
    assert (said.status, "structure is damaged" in said.err, "randnote check" in said.err) == (0, True, True)
    assert "Politisk aftalestyring" in said.out


def test_what_is_left_of_a_damaged_notebook_is_salvaged_and_put_in_place(noted, answer, run, tmp_path):
    before = answer("notes")
    noted.write_bytes(noted.read_bytes()[:5000])
    assert run("notes").status == 1
    assert "randnote salvage" in run("check").out
    done = answer("salvage", "-o", str(tmp_path / "new.db"))
    assert (done["highlights"], done["missing"], done["doubts"]) == (1, [], [])
    said = run("salvage", str(noted), "-o", str(tmp_path / "newer.db")).out
    assert "Nothing is missing" in said
    assert "randnote restore" in said
    run("restore", done["file"])
    assert answer("notes") == before
    assert run("check").status == 0


def test_notes_go_to_a_colleague_and_come_in_there_with_the_senders_name(noted, answer, run, tmp_path):
    file = tmp_path / "mine.jsonld"
    assert answer("export", "--format", "annotations", "--author", "Anna", "-o", str(file))["files"] == [
        str(file)
    ]
    assert '"AnnotationCollection"' in run("export", "--format", "annotations", "-o", "-").out
    theirs = ("--home", str(tmp_path / "bo"))
    done = json.loads(run("import", str(file), "--json", *theirs).out)
    assert (len(done["added"]), done["bad"]) == (1, [])
    assert len(json.loads(run("notes", "--origin", "Anna", "--json", *theirs).out)) == 1
    assert json.loads(run("notes", "--origin", "-", "--json", *theirs).out) == []
    assert [path.name for path in (tmp_path / "bo" / "backups").iterdir()] == [
        "notebook-000001-before-import.db"
    ]
    back = answer("import", str(file), "--author", "Anna")
    assert (back["added"], back["same"]) == ([], 1)
    assert len(answer("notes", "--origin", "-")) == 1


def test_a_file_that_cannot_be_taken_in_is_told_and_changes_nothing(noted, refusal, run, tmp_path, answer):
    (tmp_path / "diary.txt").write_text("Kære dagbog", encoding="utf-8")
    assert "is no file of annotations" in refusal("import", str(tmp_path / "diary.txt"))
    (tmp_path / "half.json").write_text('[{"type": "Annotation"}]', encoding="utf-8")
    said = run("import", str(tmp_path / "half.json"))
    assert said.status == 0
    assert "1 not taken." in said.out
    assert "Not taken, number 1" in said.out
    assert len(answer("notes")) == 1
