"""Words are found where they stand, and the index can be lost without harm."""

import shutil
import sqlite3
import stat
import sys
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import FileError
from reader.search.index import SearchIndex

LEAVES = (
    "Det kommunal-statslige samarbejde om økonomistyring",
    "Styring på mål og resultater; målet er mal",
    ["Udgifter i alt", "230.541"],
    "Kommunerne skal styre, og der skal være en fordeling af opgaver",
)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("mål", ["mål"]),
        ("mal ", ["mal"]),
        ("MÅL", ["mål"]),
        ("ma\u030al", ["mål"]),
        ("okonomistyring", []),
        ("økonomi", ["økonomistyring"]),
        ("styring", ["økonomistyring", "Styring"]),
        ("fordel", ["fordeling"]),
        ("ford", ["fordeling"]),
        ("for", ["fordeling"]),
        ("for opgaver", []),
        ("komm", ["kommunal", "Kommunerne"]),
        ("kommunal-statsligt", []),
        ("kommunal-statslig", ["kommunal-statslige"]),
        ("statslige", ["statslige"]),
        ("resultater mål", ["mål"]),
        ("mål fordeling", []),
        ('"mål og resultater"', ["mål og resultater"]),
        ('"resultater og mål"', []),
        ('"styring"', ["Styring"]),
        ('"mål og', ["mål og"]),
        ("”mål og resultater”", ["mål og resultater"]),
        ("»mål og resultater«", ["mål og resultater"]),
        ("230.541", ["230.541"]),
        ("udgifter 230", []),
        ("alt", ["alt"]),
    ],
)
def test_what_is_found(found, edition, query, words):
    assert found(query, edition(*LEAVES)) == words


HOSTILE = [
    "",
    "   ",
    '"',
    '""',
    '"""',
    "'",
    "kommunal-statsligt",
    "AND",
    "NOT mål",
    "mål OR",
    "NEAR(mål resultater)",
    "mål*",
    "*",
    "^mål",
    "folded:mål",
    "{folded}: x",
    "(mål",
    "mål)",
    "a + b",
    "mål\0",
    "\0",
    "\ud800",
    "%_",
    "'; DROP TABLE leaves; --",
    "🙂",
    "\u0303",
    "x" * 10_000,
    "a " * 5_000,
    " ".join(f"ord{n}" for n in range(1_500)),
    '"' * 10_000,
    "(" * 10_000,
    "mål-" * 2_500,
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_no_query_is_an_error(found, edition, query):
    found(query, edition(*LEAVES))


def test_operators_are_words(found, edition):
    text = "Not og or og and, near(by)"
    assert found("NOT", edition(text)) == ["Not"]
    assert found("og AND or", edition(text)) == ["og"]


def test_a_hit_says_where_and_shows_its_surroundings(index, edition):
    text = "Indledning " * 20 + "så kommer ordet\nher " + "slutning " * 20
    index.refresh({"a": edition("Først", text)})
    (hit,) = index.search("ordet")
    assert hit.agreement == "a"
    assert (hit.start, hit.end) == (6 + text.index("ordet"), 6 + text.index("ordet") + 5)
    assert hit.snippet.startswith("…Indledning ")
    assert " så kommer ordet her slutning " in hit.snippet
    assert hit.snippet.endswith(" slutning…")
    assert len(hit.snippet) < 130
    assert hit.score > 0


def test_a_short_leaf_is_shown_whole(index, edition):
    index.refresh({"a": edition("Et  kort\tafsnit")})
    assert index.search("kort")[0].snippet == "Et kort afsnit"


def test_a_leaf_is_a_cell_and_words_do_not_meet_across_cells(found, edition):
    assert found("i alt", edition(["i", "alt"], ["i alt", "x"])) == ["i"]
    assert found('"i alt"', edition(["i", "alt"])) == []


def test_best_agreements_come_first_and_their_hits_in_reading_order(index, edition):
    far = edition("Her nævnes tilskud en gang blandt mange andre ord om andet", "intet", name="b")
    near = edition("Intet her", "tilskud", "tilskud til tilskud", name="a")
    index.refresh({"b": far, "a": near, "c": edition("x", name="c")})
    hits = index.search("tilskud")
    assert [hit.agreement for hit in hits] == ["a", "a", "b"]
    assert [hit.start for hit in hits[:2]] == [10, 18]
    assert index.search("tilskud", limit=2) == hits[:2]
    assert index.search("tilskud", limit=1) == hits[:1]
    assert index.search("tilskud", limit=0) == []
    assert [hit.agreement for hit in index.search("tilskud", agreement="b")] == ["b"]
    assert index.search("tilskud", agreement="ukendt") == []


def test_what_has_changed_is_indexed_again_and_what_is_gone_is_not_found(found, index, edition):
    one, two = edition("gammelt ord", name="a"), edition("andet ord", name="b")
    assert found("ord", one, two) == ["ord", "ord"]
    assert found("gammelt", edition("nyt ord", name="a"), two) == []
    assert found("nyt", edition("nyt ord", name="a"), two) == ["nyt"]
    assert found("andet", edition("nyt ord", name="a")) == []
    assert found("ord") == []
    assert index.search("ord") == []


def test_an_edition_without_leaves_disturbs_none(found, edition):
    assert found("ord", edition(name="a"), edition("ord", name="b"), edition(name="c")) == ["ord"]


def test_the_index_is_private_and_kept(tmp_path, edition):
    path = tmp_path / "ny" / "search.db"
    index = SearchIndex.open(path)
    index.refresh({"a": edition("et ord")})
    index.close()
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    index = SearchIndex.open(path)
    assert len(index.search("ord")) == 1
    index.close()


def _foreign(path):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE leaves (x)")
    connection.close()


def _older(path):
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 0")
    connection.close()


def _altered(path):
    connection = sqlite3.connect(path)
    connection.execute("ALTER TABLE leaves ADD COLUMN more TEXT")
    connection.close()


SPOILT = {
    "garbage": lambda path: path.write_bytes(b"nonsense" * 1000),
    "empty": lambda path: path.write_bytes(b""),
    "foreign": lambda path: (path.unlink(), _foreign(path)),
    "older": _older,
    "altered": _altered,
    "cut": lambda path: path.write_bytes(path.read_bytes()[:9000]),
    "zeroed": lambda path: path.write_bytes(path.read_bytes()[:4096] + bytes(path.stat().st_size - 4096)),
    "stale journal": lambda path: shutil.copy(path, str(path) + "-journal"),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_whatever_becomes_of_the_file_it_is_made_anew(tmp_path, edition, spoil):
    path, library = tmp_path / "search.db", {"a": edition(*LEAVES * 50)}
    index = SearchIndex.open(path)
    index.refresh(library)
    index.close()
    spoil(path)
    index = SearchIndex.open(path)
    index.refresh(library)
    assert len(index.search("fordeling")) == 50
    index.close()


def _zeroed(path):
    """Leave nothing but the first page, its change counter raised so that nothing comes from memory."""
    content = bytearray(path.read_bytes())
    content[24:28] = (int.from_bytes(content[24:28], "big") + 1).to_bytes(4, "big")
    path.write_bytes(bytes(content[:4096]) + bytes(len(content) - 4096))


def test_damage_met_while_searching_is_said_and_then_mended(tmp_path, edition):
    path, library = tmp_path / "search.db", {"a": edition(*LEAVES * 50)}
    index = SearchIndex.open(path)
    index.refresh(library)
    _zeroed(path)
    with pytest.raises(FileError, match="nothing of yours"):
        index.search("fordeling")
    assert index.search("fordeling") == []
    index.refresh(library)
    assert len(index.search("fordeling")) == 50
    index.close()


def test_damage_met_while_indexing_is_mended(tmp_path, edition):
    path = tmp_path / "search.db"
    index = SearchIndex.open(path)
    index.refresh({"a": edition(*LEAVES * 50)})
    _zeroed(path)
    index.refresh({"a": edition("en fordeling")})
    assert len(index.search("fordeling")) == 1
    index.close()


def test_words_that_have_changed_in_the_file_are_noticed(tmp_path, edition):
    path = tmp_path / "search.db"
    index = SearchIndex.open(path)
    index.refresh({"a": edition("en fordeling")})
    other = sqlite3.connect(path)
    other.execute("UPDATE leaves SET text = 'x'")
    other.commit()
    other.close()
    with pytest.raises(FileError):
        index.search("fordeling")
    index.close()


def test_a_place_where_no_file_can_be_is_said(tmp_path):
    with pytest.raises(FileError):
        SearchIndex.open(tmp_path)
    (tmp_path / "fil").write_text("x")
    with pytest.raises(FileError):
        SearchIndex.open(tmp_path / "fil" / "search.db")


def test_a_closed_index_is_our_own_mistake(tmp_path):
    index = SearchIndex.open(tmp_path / "search.db")
    index.close()
    with pytest.raises(sqlite3.ProgrammingError):
        index.search("ord")
    with pytest.raises(sqlite3.ProgrammingError):
        index.refresh({})


signs = st.sampled_from(
    [*"aåæøAÅß1 -.\t", "a\u030a", "e\u0301", "\u00ad", "ﬁ", "İ", "🙂", "ord", "skole", "Styring"]
)
leaf = st.lists(signs, min_size=1, max_size=12).map("".join)


@given(texts=st.lists(leaf, min_size=1, max_size=4), data=st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_word_of_a_text_is_found_where_it_stands(index, edition, texts, data):
    text = data.draw(st.sampled_from(texts))
    words = "".join(
        sign if unicodedata.category(sign)[0] in "LNM" else " " for sign in text.replace("\u00ad", "")
    )
    index.refresh({"a": edition(*texts)})
    for word in words.split():
        hits = index.search(f'"{word}"')
        assert hits
        for hit in hits:
            there = edition(*texts).text[hit.start : hit.end]
            assert _plain(there) == _plain(word)
            assert there in hit.snippet or "\t" in there


def _plain(word):
    return unicodedata.normalize("NFC", word.replace("\u00ad", "")).casefold()


@given(query=st.one_of(st.text(max_size=40), st.lists(signs, max_size=8).map("".join)))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_query_gives_hits_inside_the_text(index, edition, query):
    text = edition(*LEAVES)
    index.refresh({"a": text})
    for hit in index.search(query):
        assert 0 <= hit.start < hit.end <= len(text.text)
        assert text.text[hit.start : hit.end].strip()
