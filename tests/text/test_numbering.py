"""A number and a heading mean a principle only where both are the same; else it is proposed, or none is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.agreement import Edition, Principle
from reader.text.numbering import NOWHERE, home, same_heading
from reader.text.words import fold


def edition(*titles, first=1):
    made = (
        Principle(number, title, "", f"s{number}", 100 * number, 100 * number + 50, ())
        for number, title in enumerate(titles, first)
    )
    return Edition("hand", "d", "", (), (), tuple(made))


def numbers(found):
    return [principle.number for principle in found.principles], found.is_sure


OLD = edition("Ansvar", "Mål", "Viden")


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (OLD, ([2], True)),
        (edition("Nyt", "Ansvar", "Mål", "Viden"), ([3], False)),
        (edition("Mål", "Ansvar"), ([1], False)),
        (edition("Ansvar", "Klare mål"), ([2], False)),
        (edition("Ansvar"), ([], False)),
        (edition(), ([], False)),
        (edition("Ansvar", " mÅL\n"), ([2], True)),
        (edition("Mål", "Ansvar", "Viden", "Mål"), ([1, 4], False)),
        (edition("Ansvar", "Mål", "Mål"), ([2], True)),
    ],
    ids=["as it was", "put in", "exchanged", "retitled", "gone", "none", "spaced", "twice", "doubled"],
)
def test_the_second_principle_called_goals(new, expected):
    assert numbers(home(new, 2, "Mål")) == expected


def test_without_a_heading_the_number_is_trusted_and_nothing_is_guessed():
    assert numbers(home(edition("Nyt", "Ansvar"), 2, "")) == ([2], True)
    assert home(edition("Nyt"), 2, "") == NOWHERE


def test_only_spaces_and_capitals_do_not_count():
    assert same_heading("Styring på  mål", " styring PÅ\u00a0mål ")
    assert same_heading("Må\u030al", "Må\u030aL".casefold())
    assert not same_heading("Styring på mål", "Styring, på mål")
    assert not same_heading("Styring", "")


TITLES = st.lists(
    st.text(min_size=1, max_size=6), unique_by=lambda one: " ".join(fold(one).split()), max_size=7
)


@given(pool=TITLES, chosen=st.data())
def test_no_number_means_silently_a_principle_with_another_heading(pool, chosen):
    orders = st.lists(st.sampled_from(pool), unique=True) if pool else st.just([])
    old, new = (edition(*chosen.draw(orders), first=chosen.draw(st.integers(0, 3))) for _ in range(2))
    for was in old.principles:
        if not " ".join(was.title.split()):
            continue
        found = home(new, was.number, was.title)
        same = [one for one in new.principles if same_heading(one.title, was.title)]
        if found.is_sure:
            assert [was.number] == [one.number for one in same]
            assert found.principles == tuple(same)
        elif same:
            assert found.principles == tuple(same)
            assert same[0].number != was.number
        else:
            assert [one.number for one in found.principles] in ([], [was.number])
            assert bool(found.principles) == (new.principle(was.number) is not None)


def test_of_two_principles_with_the_same_number_the_heading_says_which_one_it_is():
    faulty = edition("Ansvar", "Nyt", "Mål")
    third = faulty.principles[2]._replace(number=2)
    faulty = Edition(*faulty._replace(principles=(*faulty.principles[:2], third)))
    assert home(faulty, 2, "Mål") == ((third,), True)
    assert [one.title for one in home(faulty, 2, "Nyt").principles] == ["Nyt"]
