"""What answers what is found by words, titles and order together, however a principle was renumbered."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.compare.assignment import assign
from reader.compare.matching import CONFIDENT, match
from reader.compare.rows import concordance
from reader.compare.wording import Wording
from tests.thorough import tried

A14, P15 = "aftale-2014", "principper-2015"
ROWS = [
    *((1, 1), (2, 2), (3, 3), (4, 4), (None, 5), (5, 6), (6, 7)),
    *((7, None), (8, None), (9, None)),
]
STRENGTHS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5)
TITLES = ("kept", "reworded", "new", "blank", "swapped")
COPIES = tried(4, 40)
MANY = settings(max_examples=tried(25, 1000))
"""Each compares an agreement with a copy of it."""


def rows(found):
    """Return the numbers of the rows of a concordance."""
    return [(row.one and row.one.number, row.other and row.other.number) for row in found.rows]


def sure(found):
    return {(m.one.number, m.other.number): m.sure for m in (row.match for row in found.rows) if m}


def blanked(edition):
    return edition._replace(principles=tuple(p._replace(title="") for p in edition.principles))


@pytest.fixture(scope="module")
def real(library):
    return concordance(library.edition(A14), library.edition(P15))


# As an editor finds them


def test_the_principles_of_2015_answer_those_of_2014_as_an_editor_finds(real):
    assert rows(real) == ROWS
    assert {row.match.kind for row in real.rows if row.match} == {"whole"}


def test_what_happened_to_each_is_told(real):
    changed = {row.match.one.number: row.match.changes for row in real.rows if row.match}
    assert changed == {
        1: ("same",),
        2: ("reworded", "lede"),
        3: ("renamed", "reworded"),
        4: ("same",),
        5: ("renumbered", "reworded"),
        6: ("renumbered", "reworded"),
    }


def test_the_third_group_was_dropped_and_none_is_new(real):
    assert real.dropped_groups == ("Et tættere og mere forpligtende samarbejde",)
    assert real.new_groups == ()


def test_every_real_match_is_confident_and_what_is_verbatim_is_certain(real):
    found = sure(real)
    assert min(found.values()) >= CONFIDENT
    assert {pair for pair, value in found.items() if value == 1.0} == {(1, 1), (4, 4)}


def test_without_titles_the_rows_are_the_same(library):
    assert rows(concordance(blanked(library.edition(A14)), blanked(library.edition(P15)))) == ROWS


def test_read_backwards_the_same_answer_each_other(library, real):
    back = concordance(library.edition(P15), library.edition(A14))
    assert sorted((b, a) for a, b in sure(back)) == sorted(sure(real))


# Copies that are shuffled, renumbered, reworded, split and merged


@pytest.mark.parametrize("strength", STRENGTHS)
@pytest.mark.parametrize("titles", TITLES)
def test_copies_are_followed_whatever_was_done_to_them(library, copier, strength, titles):
    right = told = 0
    for name in (A14, P15):
        edition = library.edition(name)
        for number in range(COPIES):
            made = copier(number, name, strength, titles).copy(edition, strength, titles)
            found = concordance(edition, made.edition)
            said = set(rows(found))
            right += len(said & made.rows)
            told += len(said | made.rows)
            wrong = {pair: value for pair, value in sure(found).items() if pair not in made.rows}
            assert all(value < CONFIDENT for value in wrong.values()), wrong
    assert right / told >= 0.95


def test_most_of_what_is_right_is_confident(library, copier):
    edition, confident, right = library.edition(A14), 0, 0
    for number in range(COPIES):
        made = copier(number, "sure").copy(edition, 0.3, "reworded")
        values = [v for pair, v in sure(concordance(edition, made.edition)).items() if pair in made.rows]
        confident += sum(value >= CONFIDENT for value in values)
        right += len(values)
    assert confident / right >= 0.95


def test_more_is_split_and_merged_at_once(library, copier):
    edition, right, told = library.edition(A14), 0, 0
    for number in range(COPIES):
        made = copier(number, "more").copy(edition, 0.3, "new", merges=2)
        said = set(rows(concordance(edition, made.edition)))
        right += len(said & made.rows)
        told += len(said | made.rows)
    assert right / told >= 0.95


def test_a_split_principle_answers_twice_and_a_merged_one_stands_in_another(principled):
    goals = (
        "Stat og kommuner aftaler få klare mål for den enkelte opgave. Resultater vejer tungere end proces."
    )
    rooms = "Institutionerne får rum til faglig ledelse. Puljer begrænses til fordel for ubundne midler."
    trust = "Dokumentation bygger på tillid og skal være meningsfuld for medarbejderne selv."
    one = principled("a", ("Mål og rum", f"{goals} {rooms}"), ("Tillid", trust))
    two = principled("b", ("Mål", goals), ("Rum", rooms), ("Tillid", trust))
    split = concordance(one, two)
    assert sorted(sure(split)) == [(1, 1), (1, 2), (2, 3)]
    assert [row.match.kind for row in split.rows] in (
        ["whole", "split", "whole"],
        ["split", "whole", "whole"],
    )
    merged = concordance(two, one)
    assert sorted(sure(merged)) == [(1, 1), (2, 1), (3, 2)]
    assert "merged" in [row.match.kind for row in merged.rows]


# Laws


@given(
    st.integers(1, 5).flatmap(
        lambda n: st.lists(st.lists(st.integers(-3, 9), min_size=n, max_size=n), max_size=5)
    )
)
def test_no_other_way_to_give_each_its_own_gains_more(gains):
    given_ = assign(gains)
    assert len(set(given_.values())) == len(given_)
    assert all(gains[row][column] > 0 for row, column in given_.items())
    width = max(len(gains), len(gains[0]) if gains else 0)
    square = [[*row, *[0] * (width - len(row))] for row in gains] + [[0] * width] * (width - len(gains))
    best = max(
        sum(max(0, square[row][column]) for row, column in enumerate(way))
        for way in permutations(range(width))
    )
    assert sum(gains[row][column] for row, column in given_.items()) == best


@MANY
@given(seed=st.integers(0, 10**6), strength=st.sampled_from((0.0, 0.2, 0.4)))
def test_what_answers_is_answered_back(library, copier, seed, strength):
    edition = library.edition(P15)
    made = copier(seed).copy(edition, strength, "reworded").edition
    there, back = concordance(edition, made), concordance(made, edition)
    assert {(b, a) for a, b in sure(back)} == set(sure(there))


@MANY
@given(numbers=st.permutations(range(1, 8)), name=st.text("abcdef", min_size=1))
def test_names_and_numbers_do_not_matter(library, real, numbers, name):
    edition = library.edition(P15)
    called = {p.number: number for p, number in zip(edition.principles, numbers, strict=True)}
    other = edition._replace(
        id=f"{name}-2015", principles=tuple(p._replace(number=called[p.number]) for p in edition.principles)
    )
    found = sure(concordance(library.edition(A14), other))
    assert found == {(one, called[two]): value for (one, two), value in sure(real).items()}


@MANY
@given(seed=st.integers(0, 10**6))
def test_no_principle_is_whole_in_two_matches_and_every_one_is_in_a_row(library, copier, seed):
    edition = library.edition(A14)
    made = copier(seed).copy(edition, 0.6, "swapped").edition
    found = concordance(edition, made)
    whole = [row.match for row in found.rows if row.match and row.match.kind == "whole"]
    assert len({m.one for m in whole}) == len({m.other for m in whole}) == len(whole)
    assert {one for one, _ in rows(found)} - {None} == {p.number for p in edition.principles}
    assert {other for _, other in rows(found)} - {None} == {p.number for p in made.principles}
    assert all(0.0 <= value <= 1.0 for value in sure(found).values())


def test_nothing_answers_nothing():
    assert match([], []) == []


def test_an_agreement_is_certain_of_itself(library):
    wordings = [Wording(library.edition(A14), p) for p in library.edition(A14).principles]
    assert [(f.earlier, f.later, f.kind, f.sure) for f in match(wordings, wordings)] == [
        (at, at, "whole", 1.0) for at in range(9)
    ]
