"""What one agreement says where another speaks of the same thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.compare.answers import answers
from reader.compare.concordance import threads

A09, A14, P15, FV = "aftale-2009", "aftale-2014", "principper-2015", "faelles-velfaerd-2014"
NAMES = (A09, A14, P15, FV)
BOTH_WAYS = [(one, two) for one in NAMES for two in NAMES]


@pytest.fixture(scope="module")
def found(library):
    """Everything that answers anything, for each agreement beside each."""
    editions = library.editions()
    known = threads([edition for edition in editions.values() if edition.principles])
    return {(a, b): answers(editions[a], editions[b], known) for a, b in BOTH_WAYS}


def titles(library, found, one, two):
    """Return the first line of every stretch of one agreement, with that of its answer."""
    first, second = library.edition(one).text, library.edition(two).text
    return {
        first[pair.one[0] :].split("\n")[0]: second[pair.other[0] :].split("\n")[0]
        for pair in found[one, two].pairs
    }


# The real agreements


def test_every_principle_is_answered_by_the_one_of_its_thread(library, found):
    assert titles(library, found, A14, P15) == {
        "1. Tydeligt opgave- og budgetansvar": "1. Tydeligt opgave- og budgetansvar",
        "2. Styring på mål og resultater": "2. Styring på mål og resultater",
        "3. Politisk ansvar og decentralt ledelsesrum": (
            "3. Politisk ansvar og decentralt råderum til tværgående prioriteringer"
        ),
        "4. Enkeltsager løses konkret": "4. Enkeltsager løses konkret",
        "5. Samarbejde om nytænkning og effektivisering": "6. Samarbejde om nytænkning og effektivisering",
        "6. Viden er grundlaget": "7. Viden er grundlaget",
    }


def test_principles_that_the_other_lacks_are_absent(library, found):
    for one, two, lacking in ((A14, P15, [7, 8, 9]), (P15, A14, [5]), (A14, A09, list(range(1, 10)))):
        edition = library.edition(one)
        absent = [edition.principle_at(start).number for start, _ in found[one, two].absent]
        assert absent == lacking
        for number in lacking:
            principle = edition.principle(number)
            assert found[one, two].lacks(principle.start)
            assert found[one, two].lacks(principle.end - 1)
            assert not found[one, two].lacks(principle.end)


def test_chapters_are_answered_by_those_with_their_title_whatever_number_and_year_they_have(library, found):
    pairs = titles(library, found, A09, A14)
    assert pairs["4. Kommunernes økonomi i 2009"] == "3. Kommunernes økonomi for 2014"
    assert pairs["Folkeskolen"] == "Folkeskole"
    assert pairs["Offentlig-privat samarbejde"] == "Offentlig-privat samarbejde"
    assert pairs["6. Øvrige temaer"] == "7. Øvrige temaer"


@pytest.mark.parametrize(("one", "two"), BOTH_WAYS)
def test_what_answers_is_answered_back(found, one, two):
    there = {(pair.one, pair.other) for pair in found[one, two].pairs}
    assert there == {(pair.other, pair.one) for pair in found[two, one].pairs}


@pytest.mark.parametrize(("one", "two"), BOTH_WAYS)
def test_pairs_lie_in_their_texts_and_are_nested_or_apart(library, found, one, two):
    pairs = found[one, two].pairs
    assert all(0 <= pair.one[0] < pair.one[1] <= len(library.edition(one).text) for pair in pairs)
    assert all(0 <= pair.other[0] < pair.other[1] <= len(library.edition(two).text) for pair in pairs)
    assert [pair.one[0] for pair in pairs] == sorted(pair.one[0] for pair in pairs)
    for outer in pairs:
        for inner in pairs:
            if outer.one[0] < inner.one[0] < outer.one[1]:
                assert inner.one[1] <= outer.one[1]


@pytest.mark.parametrize(("one", "two"), BOTH_WAYS)
def test_pairs_within_a_pair_come_one_after_the_other_on_both_sides(found, one, two):
    for outer in found[one, two].pairs:
        at = outer.one[0], outer.other[0]
        for inner in found[one, two].within(outer):
            assert inner != outer
            assert at[0] <= inner.one[0] < inner.one[1] <= outer.one[1]
            assert at[1] <= inner.other[0] < inner.other[1] <= outer.other[1]
            at = inner.one[1], inner.other[1]


@pytest.mark.parametrize(("one", "two"), BOTH_WAYS)
def test_the_innermost_pair_around_a_place_has_none_inside_that_is_around_it_too(library, found, one, two):
    here = found[one, two]
    for offset in range(0, len(library.edition(one).text), 97):
        around = [pair for pair in here.pairs if pair.one[0] <= offset < pair.one[1]]
        innermost = here.innermost(offset)
        assert (innermost is None) == (not around)
        assert all(pair.one[1] - pair.one[0] >= innermost.one[1] - innermost.one[0] for pair in around)


@pytest.mark.parametrize("name", NAMES)
def test_an_agreement_answers_itself_at_the_same_places_and_lacks_nothing(found, name):
    assert all(pair.one == pair.other for pair in found[name, name].pairs)
    assert found[name, name].absent == ()


# Made-up ones


def paired(titled, ours, theirs):
    """Return the numbers of the sections of one that are answered, each with its answer's."""
    one, two = titled("a", *ours), titled("b", *theirs)
    starts = [section.start for section in one.sections], [section.start for section in two.sections]
    return [
        (starts[0].index(pair.one[0]), starts[1].index(pair.other[0])) for pair in answers(one, two, ()).pairs
    ]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("4. Kommunernes økonomi i 2009", "3. Kommunernes økonomi for 2014"),
        ("Bilag 1. Principper", "Bilag 2: Principper"),
        ("Folkeskolen", "Folkeskole"),
        ("Budget 2014", "Budget 2015"),
        ("SOCIALOMRÅDET", "Socialområdet"),
    ],
)
def test_numbers_years_endings_and_case_make_no_other_title(titled, ours, theirs):
    assert paired(titled, [("chapter", ours)], [("section", theirs)]) == [(0, 0)]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("Ældre", "Ældrepleje"), ("Børn og unge", "Unge"), ("1. 2014", "2. 2015"), ("Mål", "Mal")],
)
def test_other_words_make_another_title(titled, ours, theirs):
    assert paired(titled, [("chapter", ours)], [("chapter", theirs)]) == []


def test_a_title_that_stands_twice_is_not_guessed_at(titled):
    once, twice = [("section", "Sundhed")], [("section", "Sundhed"), ("section", "Sundhed")]
    assert paired(titled, once, twice) == []
    assert paired(titled, twice, once) == []


@pytest.mark.parametrize("kind", ["title", "group", "box", "table", "principle"])
def test_only_parts_of_the_running_text_are_paired_by_their_title(titled, kind):
    assert paired(titled, [(kind, "Sundhed")], [("section", "Sundhed")]) == []
    assert paired(titled, [("section", "Sundhed")], [(kind, "Sundhed")]) == []


def test_parts_in_another_order_are_paired_all_the_same(titled):
    ours = [("chapter", "Sundhed"), ("chapter", "Skole"), ("chapter", "Vej og park")]
    assert paired(titled, ours, ours[::-1]) == [(0, 2), (1, 1), (2, 0)]


TITLES = st.lists(
    st.tuples(
        st.sampled_from(["chapter", "section", "box"]),
        st.sampled_from(["Sundhed", "Skole", "Skolen", "Vej 2014", "Vej 2015", "1. Vej", "Ældre"]),
    ),
    max_size=7,
)


@given(ours=TITLES, theirs=TITLES)
def test_no_part_answers_two_and_answers_go_both_ways(titled, ours, theirs):
    there = paired(titled, ours, theirs)
    assert len({one for one, _ in there}) == len({two for _, two in there}) == len(there)
    assert sorted((two, one) for one, two in there) == sorted(paired(titled, theirs, ours))
