"""A person sees what became of each principle, or of each section where there are none to compare."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.compare.classes import between
from reader.compare.comparison import compare
from reader.compare.outcome import STATES
from reader.compare.pairs import principle_pairs, stretches
from reader.text.progress import Stopped

A09, A14, P15, FV = "aftale-2009", "aftale-2014", "principper-2015", "faelles-velfaerd-2014"
NAMES = (A09, A14, P15, FV, f"{P15}@ocr", f"{P15}@transcript")


@pytest.fixture(scope="module")
def compared(library):
    def of(one, other):
        classifier = between(library.agreement(one), library.agreement(other))
        return compare(library.edition(one), library.edition(other), classifier)

    return of


def numbers(row):
    return tuple(side and side.number for side in (row.left, row.right))


def assert_whole(comparison):
    """Assert that every row gives its two sides back to the character."""
    for row in (*comparison.principles, *comparison.sections):
        left = "".join(comparison.one.text[slice(*segment.left)] for segment in row.segments)
        right = "".join(comparison.other.text[slice(*segment.right)] for segment in row.segments)
        assert left == (comparison.one.text[slice(*row.left.span)] if row.left else "")
        assert right == (comparison.other.text[slice(*row.right.span)] if row.right else "")
        assert set(row.states) <= set(STATES)


# The real agreements


def test_what_became_of_every_principle_from_2014_to_2015(compared):
    rows = compared(A14, P15).principles
    assert {numbers(row): row.states for row in rows} == {
        (1, 1): ("same",),
        (2, 2): ("reworded",),
        (3, 3): ("reworded", "renamed"),
        (4, 4): ("same",),
        (None, 5): ("new",),
        (5, 6): ("reworded", "renumbered"),
        (6, 7): ("reworded", "renumbered"),
        (7, None): ("dropped",),
        (8, None): ("dropped",),
        (9, None): ("dropped",),
    }
    assert [round(row.similarity, 1) for row in rows] == [1, 0.9, 0.7, 1, 0, 0.7, 0.7, 0, 0, 0]


def test_moves_are_told_with_the_principles_they_went_between(compared):
    moves = compared(A14, P15).moves
    assert [(move.source.principle, move.target.principle) for move in moves] == [(3, 5), (7, 6)]
    assert {(move.source.agreement, move.target.agreement) for move in moves} == {(A14, P15)}
    assert moves[0].text.startswith("Vedholdende ledelsesfokus")


def test_the_decisive_changes_of_the_second_principle_can_be_listed_alone(compared):
    row = compared(A14, P15).principles[1]
    assert [change.classes for change in row.changes] == [("modal",), ()]


def test_the_number_of_a_principle_is_no_changed_number(compared):
    rows = compared(A14, P15).principles
    assert all("number" not in change.classes for row in rows for change in row.changes)


@pytest.mark.parametrize("one", NAMES)
@pytest.mark.parametrize("other", NAMES)
def test_any_two_editions_are_compared_and_rebuilt(compared, one, other):
    comparison = compared(one, other)
    assert_whole(comparison)
    assert bool(comparison.sections) != any(row.left and row.right for row in comparison.principles)


def test_agreements_without_principles_in_common_are_compared_section_by_section(compared):
    comparison = compared(A09, A14)
    titles = {row.left.title: row.right.title for row in comparison.sections if row.left and row.right}
    assert titles["Skatter"] == "Skatter"
    assert titles["Folkeskolen"] == "Folkeskole"
    assert titles["Kommunernes økonomi i 2009"] == "Kommunernes økonomi for 2014"
    assert {numbers(row) for row in comparison.principles} == {(None, number) for number in range(1, 10)}


def test_every_section_stands_once_in_reading_order(compared):
    comparison = compared(A09, A14)
    for side, edition in ((0, comparison.one), (1, comparison.other)):
        spans = [row[side].span for row in comparison.sections if row[side]]
        assert sorted(spans) == [(stretch.start, stretch.end) for stretch in stretches(edition)]
    lefts = [row.left.span for row in comparison.sections if row.left]
    assert lefts == sorted(lefts)


def test_what_stands_before_the_first_section_is_compared_too(compared):
    first = compared(A09, A14).sections[0]
    assert [side.title for side in (first.left, first.right)] == [
        "Aftale om kommunernes økonomi for 2009",
        "Aftale om kommunernes økonomi for 2014",
    ]


def test_texts_that_are_not_divided_are_compared_as_wholes(principled):
    one, other = principled("a"), principled("b")
    one, other = one._replace(text=f"{BODY}\n{MORE}"), other._replace(text=f"{MORE}\n{BODY} Sådan.")
    (row,) = compare(one, other).sections
    assert row.states == ("reworded",)
    assert [change.new for change in row.changes if change.new.strip()] == [" Sådan"]


def test_a_section_that_only_has_another_number_is_renumbered(compared):
    rows = compared(A09, A14).sections
    states = {row.left.title: row.states for row in rows if row.left and row.right}
    assert states["Øvrige temaer"] == ("renumbered",)


def test_how_a_machine_read_the_principles_leaves_most_of_them_as_they_are(compared):
    rows = compared(f"{P15}@ocr", P15).principles
    assert all(row.similarity > 0.9 for row in rows)
    assert rows[0].states == ("same",)
    assert all("renamed" not in row.states and "renumbered" not in row.states for row in rows)


# Made-up ones


BODY = "Stat og kommuner aftaler få og klare mål for den enkelte opgave i fællesskab."
MORE = "Kommunerne skal dokumentere deres resultater, så alle kan lære af dem hvert år."


def one_row(principled, left, right):
    (row,) = compare(principled("a", left), principled("b", right)).principles
    return row


@pytest.mark.parametrize(
    ("left", "right", "states"),
    [
        (("Klare mål", BODY), ("Klare mål", BODY), ("same",)),
        (("Klare mål", BODY), ("Klare mål", f"{BODY} {MORE}"), ("reworded",)),
        (("Klare mål", BODY), ("Klare aftaler", BODY), ("renamed",)),
        (("Klare mål", BODY), ("Klare mål", BODY.replace("få og klare", "få, klare")), ("reworded",)),
        (("Klare mål", BODY), ("Klare mål", BODY.replace("mål for", "mål, for")), ("same",)),
        (("Klare mål", BODY), ("Klare mål", BODY.replace("Stat og", "Stat- og")), ("same",)),
    ],
)
def test_the_state_of_a_principle(principled, left, right, states):
    assert one_row(principled, left, right).states == states


def test_a_principle_whose_paragraphs_changed_places_is_reworded_and_shows_a_move(principled):
    row = one_row(principled, ("Mål", f"{BODY}\n{MORE}"), ("Mål", f"{MORE}\n{BODY}"))
    assert row.states == ("reworded",)
    assert {segment.op for segment in row.segments} >= {"equal", "move"}


def test_given_pairs_are_compared_whatever_the_concordance_says(principled):
    one = principled("a", ("Mål", BODY), ("Frihed", MORE))
    other = principled("b", ("Mål", BODY), ("Frihed", MORE))
    pairs = [(one.principles[0], other.principles[1]), (one.principles[1], None), (None, other.principles[0])]
    comparison = compare(one, other, pairs=pairs)
    assert [numbers(row) for row in comparison.principles] == [(1, 2), (2, None), (None, 1)]
    assert_whole(comparison)


def test_one_principle_that_became_two_can_be_compared_with_both(principled):
    one = principled("a", ("Mål", f"{BODY}\n{MORE}"))
    other = principled("b", ("Mål", BODY), ("Læring", MORE))
    pairs = [(one.principles[0], other.principles[0]), (one.principles[0], other.principles[1])]
    comparison = compare(one, other, pairs=pairs)
    assert_whole(comparison)
    assert [row.counts.same > 10 for row in comparison.principles] == [True, True]


def test_an_agreement_beside_itself_is_the_same(library):
    edition = library.edition(P15)
    comparison = compare(edition, edition)
    assert {row.states for row in comparison.principles} == {("same",)}
    assert comparison.moves == ()


def test_editions_without_any_text_are_compared(principled):
    empty = principled("a")
    comparison = compare(empty, principled("b", ("Mål", BODY)))
    assert [row.states for row in comparison.principles] == [("new",)]
    assert [row.states for row in comparison.sections] == [("new",)]


def test_a_comparison_can_be_stopped(library):
    heard = []
    with pytest.raises(Stopped):
        compare(
            library.edition(A09), library.edition(A14), on=lambda share: heard.append(share) or share < 0.5
        )
    assert heard == sorted(heard)
    assert heard[-1] >= 0.5


WORDS = st.sampled_from(
    ["mål", "resultat", "styring", "skal", "bør", "kommune", "stat", "ikke", "og", "2014"]
)
TEXT = st.lists(WORDS, max_size=14).map(" ".join)
PRINCIPLES = st.lists(st.tuples(TEXT, TEXT), max_size=5)


@given(ours=PRINCIPLES, theirs=PRINCIPLES)
def test_all_principles_of_both_stand_in_the_rows_once(principled, ours, theirs):
    one, other = principled("a", *ours), principled("b", *theirs)
    comparison = compare(one, other)
    assert_whole(comparison)
    assert len(comparison.principles) == len(principle_pairs(one, other))
    for side, edition in ((0, one), (1, other)):
        found = sorted(row[side].number for row in comparison.principles if row[side])
        assert found == [principle.number for principle in edition.principles]
