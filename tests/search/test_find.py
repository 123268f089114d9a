"""Find in the page: exact places in the original, whatever folding does to it."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.search.find import find_all
from reader.search.folding import folded
from reader.text.words import fold
from tests.thorough import tried


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("Mål og mal og MÅL", "mål", ["Mål", "MÅL"]),
        ("ma\u030al", "mål", ["ma\u030al"]),
        ("mål", "ma\u030al", ["mål"]),
        ("kom\u00admuner", "kommuner", ["kom\u00admuner"]),
        ("kommuner", "kom\u00admuner", ["kommuner"]),
        ("Straße og STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("Straße", "s", ["S", "ß"]),
        ("en\n to\u00a0tre", "en to tre", ["en\n to\u00a0tre"]),
        ("en to", "en  \n to", ["en to"]),
        ("og, og og", "og ", ["og "]),
        ("a.c abc", "a.c", ["a.c"]),
        ("aaa", "aa", ["aa"]),
        ("🙂 ord", "ord", ["ord"]),
        ("hvad", "", []),
        ("hvad nu", "  ", []),
        ("hvad", "\u00ad", []),
        ("(", "(", ["("]),
        ("", "x", []),
    ],
)
def test_hits(text, query, hits):
    assert [text[start:end] for start, end in find_all(text, query)] == hits


signs = st.sampled_from(
    [
        "a",
        "A",
        "å",
        "a\u030a",
        "\u0323",
        "\u0301",
        "\u0350",
        "\u00ad",
        "ß",
        "ﬁ",
        "İ",
        " ",
        "\n",
        "각",
        "ᄀ",
        "ᅡ",
        "ᆨ",
        "\u0958",
        "🙂",
        "q",
    ]
)
text = st.one_of(st.lists(signs, max_size=20).map("".join), st.text(max_size=30))


@given(text=text)
@settings(max_examples=tried(200, 4000))
def test_folding_with_a_way_back_is_the_same_folding(text):
    result = folded(text)
    assert result.text == fold(text)
    assert len(result.text) == len(result.starts) == len(result.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(result.starts, result.ends, strict=True))
    assert list(result.starts) == sorted(result.starts)
    assert list(result.ends) == sorted(result.ends)


@given(before=text, word=st.lists(signs, min_size=1, max_size=5).map("".join), after=text)
@settings(max_examples=tried(150, 3000))
def test_what_stands_apart_is_found_in_its_place(before, word, after):
    whole = f"{before}|{word}|{after}"
    start = len(before) + 1
    assert all(fold(f"|{word}|") in fold(whole[a:b]) for a, b in find_all(whole, f"|{word}|"))
    if not any(part and unicodedata.combining(part[0]) for part in map(fold, (word, after))):
        assert (start - 1, start + len(word) + 1) in find_all(whole, f"|{word}|")


@given(text=text, query=text)
@settings(max_examples=tried(150, 3000))
def test_hits_are_in_order_and_apart(text, query):
    hits = find_all(text, query)
    assert all(0 <= start < end <= len(text) for start, end in hits)
    assert all(one[1] <= other[0] for one, other in pairwise(hits))
