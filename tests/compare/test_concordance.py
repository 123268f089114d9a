"""A person follows a principle through the years, whatever its number is in each."""

from itertools import pairwise
from pathlib import Path

import pytest

from reader.compare.answers import answers
from reader.compare.concordance import threads
from reader.intake.library import Library
from reader.paths import shipped

A09, A14, P15 = "aftale-2009", "aftale-2014", "principper-2015"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return Library(shipped("seeds"), tmp_path_factory.mktemp("library") / "library.db")


@pytest.fixture(scope="module")
def found(library):
    return threads([library.edition(A14), library.edition(P15)])


def test_every_principle_has_its_thread_as_an_editor_finds_it(found):
    numbers = [(thread.number_in(A14), thread.number_in(P15)) for thread in found]
    assert numbers == [
        *((1, 1), (2, 2), (3, 3), (4, 4), (None, 5), (5, 6), (6, 7)),
        *((7, None), (8, None), (9, None)),
    ]


def test_the_same_wording_is_told_from_another(found):
    same = [thread.number_in(A14) for thread in found if len(thread.members) > 1 and not thread.reworded]
    assert same == [1, 4]


def test_a_thread_has_the_title_and_group_of_its_latest_member(found):
    third = found[2]
    assert third.title == "Politisk ansvar og decentralt råderum til tværgående prioriteringer"
    assert third.group == "Tydeligt lokalt ansvar og opbakning til lokale prioriteringer"
    assert [thread.group for thread in found[7:]] == [
        "Samarbejde om modernisering af den offentlige sektor",
        *["Et tættere og mere forpligtende samarbejde"] * 2,
    ]


def test_no_principle_is_in_two_threads(found):
    members = [member for thread in found for member in thread.members]
    assert len(members) == len(set(members)) == 16


def test_an_agreement_answers_itself_word_for_word(library):
    edition = library.edition(A14)
    again = edition._replace(id="igen")
    both = threads([edition, again])
    assert all(thread.number_in(A14) == thread.number_in("igen") for thread in both)
    assert not any(thread.reworded for thread in both)


def test_principles_in_another_order_are_found_by_their_words(library):
    edition = library.edition(P15)
    turned = edition._replace(
        id="vendt",
        principles=tuple(
            principle._replace(number=number)
            for number, principle in enumerate(reversed(edition.principles), start=1)
        ),
    )
    both = threads([edition, turned])
    assert {thread.number_in(P15): thread.number_in("vendt") for thread in both} == {
        number: 8 - number for number in range(1, 8)
    }


def test_sections_with_the_same_title_answer_each_other(library, found):
    one, other = library.edition(A09), library.edition(A14)
    pairs = answers(one, other, found).pairs
    titles = {
        one.text[pair.one[0] :].split("\n")[0]: other.text[pair.other[0] :].split("\n")[0] for pair in pairs
    }
    assert titles["4. Kommunernes økonomi i 2009"] == "3. Kommunernes økonomi for 2014"
    assert titles["Folkeskolen"] == "Folkeskole"
    assert titles["Offentlig-privat samarbejde"] == "Offentlig-privat samarbejde"
    assert titles["6. Øvrige temaer"] == "7. Øvrige temaer"


def test_what_one_answers_in_the_other_is_answered_back(library, found):
    one, other = library.edition(A14), library.edition(P15)
    there = {(pair.one, pair.other) for pair in answers(one, other, found).pairs}
    back = {(pair.other, pair.one) for pair in answers(other, one, found).pairs}
    assert there == back


def test_a_principle_that_the_other_lacks_is_known_as_absent(library, found):
    one, other = library.edition(A14), library.edition(P15)
    answer = answers(one, other, found)
    assert [answer.lacks(one.principle(number).start) for number in range(1, 10)] == [False] * 6 + [True] * 3
    assert not answer.lacks(0)
    assert answer.innermost(0) is None


def test_the_pairs_within_a_pair_come_in_the_same_order_on_both_sides(library, found):
    answer = answers(library.edition(A09), library.edition(A14), found)
    for outer in answer.pairs:
        inner = answer.within(outer)
        for before, after in pairwise(inner):
            assert before.one[1] <= after.one[0]
            assert before.other[1] <= after.other[0]


def test_no_library_without_principles_has_threads(library, tmp_path: Path):
    assert threads([library.edition(A09)]) == ()
