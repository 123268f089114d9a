"""Words in notes, quotes and tags."""

import pytest

from reader.notebook.records import Highlight, Note
from reader.search.notes import search_notes
from reader.text.selector import Selector

QUOTED = Highlight(
    "h", "a", Selector(0, 9, "Styring på mål", "", "", "d"), "c", "Se økonomiaftalen", ("KL-møde",), "", ""
)
NOTED = Note("n", "a", 1, "Ikke enige om bloktilskud, jf. mal", ("vigtig",), "", "")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("styring", [QUOTED]),
        ("mål", [QUOTED]),
        ("mal", [NOTED]),
        ("aftale", [QUOTED]),
        ("tilskud", [NOTED]),
        ("#vigtig", [NOTED]),
        ("kl-møde", [QUOTED]),
        ("styring økonomi møde", [QUOTED]),
        ("styring enige", []),
        ('"på mål"', [QUOTED]),
        ('"mål på"', []),
        ("om blok", [NOTED]),
        ("e", [NOTED]),
        ("s", [QUOTED]),
        ("i", [NOTED]),
        ("", []),
        ('" - "', []),
        ("\0\ud800", []),
        ("(" * 10_000, []),
    ],
)
def test_all_words_must_be_there(query, found):
    assert search_notes(query, [QUOTED], [NOTED]) == found


def test_the_order_is_kept():
    assert search_notes("om", [QUOTED], [NOTED, NOTED]) == [NOTED, NOTED]
