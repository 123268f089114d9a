"""A person sees all threads by all agreements, and what happened from each to the next."""

from reader.compare.overview import overview
from reader.text.decision import Decision, Member

A14, P15 = "aftale-2014", "principper-2015"


def numbers(found):
    return [tuple(cell.member.number if cell else None for cell in line.cells) for line in found.lines]


def test_a_line_for_each_thread_and_a_column_for_each_agreement_with_principles(shelf):
    found = overview(shelf.agreements, shelf.editions)
    assert [agreement.id for agreement in found.agreements] == [A14, P15]
    assert numbers(found) == [
        *((1, 1), (2, 2), (3, 3), (4, 4), (None, 5), (5, 6), (6, 7)),
        *((7, None), (8, None), (9, None)),
    ]
    assert len(found.steps) == 1


def test_a_cell_has_the_title_of_its_own_year_and_what_changed(shelf):
    third = overview(shelf.agreements, shelf.editions).lines[2]
    assert [cell.title for cell in third.cells] == [
        "Politisk ansvar og decentralt ledelsesrum",
        "Politisk ansvar og decentralt råderum til tværgående prioriteringer",
    ]
    assert third.cells[0].match is None
    assert third.cells[1].match.changes == ("renamed", "reworded")


def test_agreements_come_in_order_of_time_whatever_order_they_are_kept_in(shelf):
    turned = overview(reversed(shelf.agreements), shelf.editions)
    assert [agreement.id for agreement in turned.agreements] == [A14, P15]


def test_what_the_person_decided_is_seen(shelf):
    decided = Decision(
        Member(A14, 7), Member(P15, 5), "changed", "det samme emne", "2026-01-01T00:00:00+00:00"
    )
    found = overview(shelf.agreements, shelf.editions, [decided])
    assert (7, 5) in numbers(found)
    cell = next(line.cells[1] for line in found.lines if line.cells[0] and line.cells[0].member.number == 7)
    assert cell.match.decision.note == "det samme emne"


def test_a_third_agreement_goes_on_with_the_threads(shelf):
    again = shelf.agreement(P15)._replace(id="p16", short="P16", date="2016-06-01", year=2016)
    editions = {**shelf.editions, "p16": shelf.editions[P15]._replace(id="p16")}
    found = overview([*shelf.agreements, again], editions)
    assert numbers(found)[:5] == [(1, 1, 1), (2, 2, 2), (3, 3, 3), (4, 4, 4), (None, 5, 5)]
    assert len(found.steps) == 2


def test_where_there_are_no_principles_there_is_nothing_to_see(shelf):
    only = [shelf.agreement("aftale-2009")]
    assert overview(only, shelf.editions).lines == ()
