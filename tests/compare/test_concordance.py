"""A person follows a principle through the years, whatever its number is in each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.compare.concordance import body_of, threads

A09, A14, P15 = "aftale-2009", "aftale-2014", "principper-2015"
LOCAL = "Tydeligt lokalt ansvar og opbakning til lokale prioriteringer"
MODERN = "Samarbejde om modernisering af den offentlige sektor"
CLOSER = "Et tættere og mere forpligtende samarbejde"
WORDS = [
    *("mål", "resultat", "styring", "kommune", "stat", "ansvar", "budget"),
    *("opgave", "borger", "frihed", "tillid", "regel", "dialog", "råderum"),
]
PRINCIPLE = st.tuples(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
)
PRINCIPLES = st.lists(PRINCIPLE, max_size=6)


@pytest.fixture(scope="module")
def found(library):
    return threads([library.edition(A14), library.edition(P15)])


# As an editor finds them


def test_every_principle_has_its_thread_in_reading_order(found):
    assert [(thread.number_in(A14), thread.number_in(P15)) for thread in found] == [
        *((1, 1), (2, 2), (3, 3), (4, 4), (None, 5), (5, 6), (6, 7)),
        *((7, None), (8, None), (9, None)),
    ]


def test_titles_are_those_of_the_latest_agreement(found):
    assert [thread.title for thread in found] == [
        "Tydeligt opgave- og budgetansvar",
        "Styring på mål og resultater",
        "Politisk ansvar og decentralt råderum til tværgående prioriteringer",
        "Enkeltsager løses konkret",
        "Decentralt ansvar for implementering af reformer",
        "Samarbejde om nytænkning og effektivisering",
        "Viden er grundlaget",
        "Flere fælles løsninger",
        "Nye former for samarbejde",
        "Samspil om velfærden",
    ]


def test_groups_are_those_of_the_latest_agreement(found):
    assert [thread.group for thread in found] == [LOCAL] * 4 + [MODERN] * 4 + [CLOSER] * 2


def test_the_first_and_the_fourth_kept_their_wording_and_the_others_did_not(found):
    several = [thread for thread in found if len(thread.members) > 1]
    assert [thread.number_in(A14) for thread in several if not thread.reworded] == [1, 4]
    assert [thread.number_in(A14) for thread in several if thread.reworded] == [2, 3, 5, 6]


def test_a_thread_is_known_by_where_it_first_stood(found):
    assert [thread.id for thread in found][:6] == [
        *(f"{A14}/{number}" for number in (1, 2, 3, 4)),
        f"{P15}/5",
        f"{A14}/5",
    ]


def test_an_agreement_without_the_principle_has_no_number_in_it(found):
    assert {thread.number_in(A09) for thread in found} == {None}


def test_agreements_without_principles_have_no_threads(library):
    assert threads([]) == ()
    assert threads([library.edition(A09)]) == ()


def test_one_agreement_alone_has_a_thread_for_each_principle(library):
    alone = threads([library.edition(P15)])
    assert [thread.number_in(P15) for thread in alone] == list(range(1, 8))
    assert not any(thread.reworded for thread in alone)


def test_principles_in_another_order_are_found_by_their_words(library):
    edition = library.edition(P15)
    turned = [p._replace(number=at) for at, p in enumerate(reversed(edition.principles), start=1)]
    both = threads([edition, edition._replace(id="vendt", principles=tuple(turned))])
    assert {thread.number_in(P15): thread.number_in("vendt") for thread in both} == {
        number: 8 - number for number in range(1, 8)
    }


def test_a_thread_goes_on_through_an_agreement_that_renames_and_one_that_returns(principled):
    body = "Stat og kommuner aftaler få og klare mål for den enkelte opgave"
    first = principled("a", ("Få og klare mål", body))
    renamed = principled("b", ("Nye tider", "Dialog og tillid"), ("Aftalte mål", body + " fra 2015"))
    back = principled("c", ("Få og klare mål", body))
    both = threads([first, renamed, back])
    assert [[tuple(member) for member in thread.members] for thread in both] == [
        [("b", 1)],
        [("a", 1), ("b", 2), ("c", 1)],
    ]
    assert (both[1].title, both[1].reworded) == ("Få og klare mål", True)


def test_a_principle_that_shares_hardly_a_word_is_another(principled):
    one = principled("a", ("Frihed", "Kommunerne vælger selv deres vej"))
    other = principled("b", ("Frihed til borgeren", "Ingen skal vente længere end en måned på svar"))
    assert len(threads([one, other])) == 2


def test_principles_without_a_body_are_known_by_their_titles(principled):
    one, two = principled("a", ("Mål", ""), ("Frihed", "")), principled("b", ("Frihed", ""), ("Tillid", ""))
    assert [len(thread.members) for thread in threads([one, two])] == [1, 2, 1]


def test_two_principles_never_continue_the_same_one(principled):
    body = "Stat og kommuner aftaler få og klare mål"
    one = principled("a", ("Mål", body))
    two = principled("b", ("Mål", body), ("Mål", body))
    assert [len(thread.members) for thread in threads([one, two])] == [2, 1]


# Laws


@given(first=PRINCIPLES, second=PRINCIPLES, third=PRINCIPLES)
def test_every_principle_is_in_exactly_one_thread_and_no_agreement_twice_in_one(
    principled, first, second, third
):
    editions = [principled(name, *made) for name, made in (("a", first), ("b", second), ("c", third))]
    both = threads(editions)
    members = [member for thread in both for member in thread.members]
    assert sorted(members) == sorted((e.id, p.number) for e in editions for p in e.principles)
    for thread in both:
        names = [member.agreement for member in thread.members]
        assert names == sorted(set(names))
        assert thread.id == f"{thread.members[0].agreement}/{thread.members[0].number}"


@given(made=PRINCIPLES)
def test_an_agreement_after_itself_is_the_same_word_for_word(principled, made):
    both = threads([principled("a", *made), principled("b", *made)])
    assert not any(thread.reworded for thread in both)
    assert all(len(thread.members) == 2 for thread in both)


@given(made=PRINCIPLES)
def test_one_agreement_keeps_its_order(principled, made):
    assert [thread.number_in("a") for thread in threads([principled("a", *made)])] == list(
        range(1, len(made) + 1)
    )


@given(first=PRINCIPLES, second=PRINCIPLES)
def test_a_thread_is_reworded_when_a_word_of_it_differs(principled, first, second):
    editions = {"a": principled("a", *first), "b": principled("b", *second)}
    for thread in threads(list(editions.values())):
        wordings = set()
        for name, number in thread.members:
            principle = editions[name].principle(number)
            wordings.add((principle.title, body_of(editions[name], principle)))
        assert thread.reworded == (len(wordings) > 1)
