"""What went wrong is said in the person's own language, whatever part of the program it went wrong in."""

from typing import get_args

from reader.errors import FileError, Kind
from reader.ui.causes import in_words, of_kind

KINDS = [kind for kind in get_args(Kind) if kind]


def test_every_kind_of_fault_is_said_in_danish_and_in_english(opened):
    english = {kind: of_kind(kind) for kind in KINDS}
    opened.speak("da")
    danish = {kind: of_kind(kind) for kind in KINDS}
    assert all(english.values())
    assert all(danish[kind] != english[kind] for kind in KINDS)


def test_where_only_the_error_knows_which_file_it_is_that_is_said_too(danish):
    said = in_words(FileError("A source text cannot be read: aftale.txt.", "source"))
    assert said.startswith("En kildetekst kan ikke læses.")
    assert "aftale.txt" in said


def test_a_file_that_cannot_be_searched_is_said_in_danish(danish, qtbot):
    place = danish.paths.home / "search.db"
    place.unlink(missing_ok=True)
    place.mkdir()
    danish.search("styring")
    summary = danish.window.furniture.search_line.popup.summary.text()
    assert summary.startswith("Søgeindekset kunne ikke bruges.")
