import shutil
import sqlite3
from contextlib import closing

import pytest

from reader.errors import FileError
from reader.intake import library as module
from reader.intake.catalogue import read_catalogue
from reader.intake.library import Library
from reader.intake.shelf import establish_all


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "home" / "library.db"


@pytest.fixture
def library(few_seeds, cache):
    return lambda: Library(few_seeds, cache)


@pytest.fixture
def fresh(library, kept_few, cache):
    """A library that has been opened once, so that its file is there."""
    cache.parent.mkdir(mode=0o700)
    shutil.copyfile(kept_few, cache)
    return library


@pytest.fixture(scope="module")
def established(few_seeds, sources):
    return establish_all(read_catalogue(few_seeds), sources)


def kept_text(cache):
    with closing(sqlite3.connect(cache)) as db:
        return db.execute("SELECT edition FROM kept WHERE id = 'principper-2015'").fetchone()[0]


def change(cache, sql):
    with closing(sqlite3.connect(cache)) as db, db:
        db.execute(sql)


def test_an_edition_read_back_is_the_one_that_was_established(fresh, established):
    again = fresh()
    for name, made in established.items():
        assert again.edition(name) == made.edition
        assert again.emendations(name) == made.emendations


def test_an_edition_is_established_once_and_kept(fresh, cache):
    before = cache.stat()
    again = fresh()
    assert again.edition("faelles-velfaerd-2014").text
    assert again.edition("faelles-velfaerd-2014") is again.edition("faelles-velfaerd-2014")
    assert again.emendations("faelles-velfaerd-2014")
    after = cache.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_the_library_is_for_its_owner_only(library, cache):
    library().edition("principper-2015")
    assert cache.stat().st_mode & 0o777 == 0o600
    assert cache.parent.stat().st_mode & 0o777 == 0o700
    assert [file.name for file in cache.parent.iterdir()] == ["library.db"]


def test_a_changed_source_gives_a_new_edition(few_seeds, cache, tmp_path):
    own = tmp_path / "seeds"
    shutil.copytree(few_seeds, own)
    old = Library(own, cache).edition("principper-2015")
    source = own / "001_25cd9f0d872b28c5.txt"
    source.write_bytes(source.read_bytes().replace(b"1. Tydeligt", b"1. Entydigt"))
    new = Library(own, cache).edition("principper-2015")
    assert "1. Entydigt" in new.text
    assert new.digest != old.digest


def test_a_newer_intake_establishes_everything_anew(fresh, cache, monkeypatch):
    before = cache.stat().st_ino
    monkeypatch.setattr(module, "INTAKE", module.INTAKE + 1)
    assert fresh().edition("principper-2015").text
    assert cache.stat().st_ino != before


@pytest.mark.parametrize("content", [b"", b"this is no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_library_is_thrown_away_and_made_again(content, fresh, cache, established):
    cache.write_bytes(content)
    assert fresh().edition("principper-2015") == established["principper-2015"].edition
    assert kept_text(cache)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE kept SET edition = replace(edition, 'Kommunerne', 'Kommunarne')",
        "UPDATE kept SET edition = substr(edition, 1, 500)",
        "UPDATE kept SET edition = CAST(x'ff00' AS TEXT)",
        "DELETE FROM kept",
        "DROP TABLE kept",
        "ALTER TABLE kept DROP COLUMN edition_seal",
    ],
)
def test_a_library_whose_rows_were_altered_is_made_again(damage, fresh, cache, established):
    change(cache, damage)
    assert fresh().edition("principper-2015") == established["principper-2015"].edition
    assert "Kommunarne" not in kept_text(cache)


def test_reading_works_where_nothing_can_be_written(few_seeds, tmp_path, established):
    blocked = tmp_path / "a file"
    blocked.write_text("in the way", encoding="utf-8")
    library = Library(few_seeds, blocked / "library.db")
    assert library.edition("principper-2015") == established["principper-2015"].edition
    assert library.emendations("principper-2015") == established["principper-2015"].emendations
    assert blocked.read_text(encoding="utf-8") == "in the way"


def test_reading_works_when_a_folder_is_in_the_library_s_place(few_seeds, cache, established):
    cache.mkdir(parents=True)
    assert Library(few_seeds, cache).edition("principper-2015") == established["principper-2015"].edition
    assert [file.name for file in cache.parent.iterdir()] == ["library.db"]


def test_nothing_is_read_or_written_before_an_edition_is_asked_for(seeds, cache, tmp_path):
    only_catalogue = tmp_path / "seeds"
    only_catalogue.mkdir()
    shutil.copy(seeds / "catalogue.toml", only_catalogue)
    library = Library(only_catalogue, cache)
    assert library.agreement("principper").short == "P15"
    assert not cache.parent.exists()
    with pytest.raises(FileError, match="put the file back"):
        library.edition("principper-2015")


def test_the_raw_witness_can_be_opened_beside_the_edition(fresh, sources):
    library = fresh()
    assert library.witness_text("principper-2015@ocr") == sources["000_1cc35117d96ab480.txt"]
    assert library.witness_text("principper-2015") == sources["001_25cd9f0d872b28c5.txt"]


def test_a_beginning_of_a_name_is_enough_for_a_witness_too(fresh):
    assert fresh().full_name("princ@ocr") == "principper-2015@ocr"
    assert fresh().full_name("principper-2015") == "principper-2015"


def test_establishing_tells_how_far_it_is_and_can_be_stopped(few_seeds, tmp_path):
    told = []
    Library(few_seeds, tmp_path / "whole.db", lambda share: told.append(share) or True).edition(
        "faelles-velfaerd-2014"
    )
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)
    stopped = Library(few_seeds, tmp_path / "stopped.db", lambda share: share < 0.5)
    with pytest.raises(FileError, match="you stopped it"):
        stopped.edition("faelles-velfaerd-2014")
    assert not (tmp_path / "stopped.db").exists()
