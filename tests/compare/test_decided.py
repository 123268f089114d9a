"""The person decides: no proposal overrides what was confirmed, changed or refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.compare.concordance import threads
from reader.compare.decided import decided
from reader.compare.matches import Match
from reader.compare.rows import concordance
from reader.text.decision import VERDICTS, Decision, Member

A14, P15 = "aftale-2014", "principper-2015"


def member(agreement, number):
    return Member(agreement, number)


def decision(one, other, verdict, time="2026-01-01T00:00:00+00:00"):
    return Decision(member(A14, one), member(P15, other), verdict, "fordi", time)


def pairs(matches):
    return {(m.one.number, m.other.number) for m in matches}


@pytest.fixture
def decide(library):
    def answered(*decisions):
        found = concordance(library.edition(A14), library.edition(P15), decisions)
        return {(r.match.one.number, r.match.other.number): r.match for r in found.rows if r.match}

    return answered


PROPOSED = {(1, 1), (2, 2), (3, 3), (4, 4), (5, 6), (6, 7)}


def test_a_confirmed_match_is_certain_and_keeps_the_reason(decide):
    found = decide(decision(3, 3, "confirmed"))
    assert set(found) == PROPOSED
    assert (found[3, 3].sure, found[3, 3].decision.note) == (1.0, "fordi")
    assert found[3, 3].changes == ("renamed", "reworded")
    assert found[2, 2].decision is None


def test_a_refused_match_is_gone_and_nothing_comes_in_its_place(decide):
    assert set(decide(decision(3, 3, "refused"))) == PROPOSED - {(3, 3)}


def test_a_changed_match_takes_the_place_of_what_was_proposed_for_either(decide):
    found = decide(decision(3, 5, "changed"))
    assert set(found) == PROPOSED - {(3, 3)} | {(3, 5)}
    assert found[3, 5].changes == ("renumbered", "renamed", "reworded")
    assert set(decide(decision(3, 2, "changed"))) == PROPOSED - {(3, 3), (2, 2)} | {(3, 2)}


def test_what_is_confirmed_without_being_proposed_counts_as_changed(decide):
    assert set(decide(decision(7, 6, "confirmed"))) == PROPOSED - {(5, 6)} | {(7, 6)}


def test_two_answers_to_one_are_a_split_and_one_answer_to_two_is_a_merge(decide):
    split = decide(decision(3, 3, "confirmed"), decision(3, 5, "confirmed"))
    assert (split[3, 3].kind, split[3, 5].kind) == ("whole", "split")
    merged = decide(decision(5, 6, "confirmed"), decision(7, 6, "confirmed"))
    assert (merged[5, 6].kind, merged[7, 6].kind) == ("whole", "merged")


def test_of_two_decisions_on_the_same_the_later_counts_whichever_is_given_first(decide):
    early = decision(3, 3, "refused", "2026-01-01T00:00:00+00:00")
    late = decision(3, 3, "confirmed", "2026-02-01T00:00:00+00:00")
    assert set(decide(early, late)) == set(decide(late, early)) == PROPOSED


def test_a_later_change_puts_an_earlier_one_aside(decide):
    early = decision(3, 5, "changed", "2026-01-01T00:00:00+00:00")
    late = decision(3, 2, "changed", "2026-02-01T00:00:00+00:00")
    assert (3, 5) not in decide(early, late)
    assert (3, 2) in decide(late, early)


def test_it_does_not_matter_which_of_the_two_is_named_first(decide):
    turned = Decision(member(P15, 5), member(A14, 3), "changed")
    assert set(decide(turned)) == PROPOSED - {(3, 3)} | {(3, 5)}


def test_a_thread_follows_the_decision(library):
    found = threads([library.edition(A14), library.edition(P15)], [decision(8, 5, "changed")])
    by_number = {thread.number_in(A14): thread.number_in(P15) for thread in found}
    assert (by_number[8], by_number[3]) == (5, 3)


def test_a_decision_on_an_older_member_moves_the_whole_thread(principled):
    body = "Stat og kommuner aftaler få og klare mål for den enkelte opgave"
    first = principled("a", ("Mål", body))
    second = principled("b", ("Mål", body))
    third = principled("c", ("Mål", body), ("Frihed", "Borgeren vælger selv sin vej og sit tilbud"))
    refused = Decision(member("a", 1), member("c", 1), "refused")
    changed = Decision(member("a", 1), member("c", 2), "changed")
    apart = threads([first, second, third], [refused])
    assert sorted(len(thread.members) for thread in apart) == [1, 1, 2]
    longest = max(threads([first, second, third], [changed]), key=lambda thread: len(thread.members))
    assert longest.members == (member("a", 1), member("b", 1), member("c", 2))


def test_decisions_on_what_is_not_there_change_nothing(decide):
    assert set(decide(decision(3, 99, "changed"), decision(77, 3, "changed"))) == PROPOSED


# Laws

ONE = st.builds(Member, st.sampled_from(("a", "b")), st.integers(1, 4))
OTHER = st.builds(Member, st.sampled_from(("c", "d")), st.integers(1, 4))
PROPOSALS = st.lists(
    st.builds(Match, ONE, OTHER, st.just("whole"), st.just(("same",)), st.floats(0, 1)),
    unique_by=(lambda m: (m.one, m.other.agreement), lambda m: (m.other, m.one.agreement)),
    max_size=8,
)
DECISIONS = st.lists(
    st.builds(Decision, ONE, OTHER, st.sampled_from(VERDICTS), st.just(""), st.dates().map(str)),
    unique_by=(lambda d: d.time, lambda d: (d.one, d.other)),
    max_size=6,
)


def superseded(one, decisions):
    """Whether a later change shares a principle and the agreements of this decision."""
    return any(
        d.verdict == "changed"
        and d.time > one.time
        and {d.one.agreement, d.other.agreement} == {one.one.agreement, one.other.agreement}
        and {d.one, d.other} & {one.one, one.other}
        for d in decisions
    )


@given(proposed=PROPOSALS, decisions=DECISIONS)
def test_a_decision_is_never_overridden(proposed, decisions):
    found = decided(proposed, decisions)
    said = {(m.one, m.other): m for m in found}
    assert len(said) == len(found)
    for each in decisions:
        pair = each.one, each.other
        if each.verdict == "refused":
            assert pair not in said
        elif not superseded(each, decisions):
            assert (said[pair].sure, said[pair].decision) == (1.0, each)


@given(proposed=PROPOSALS, decisions=DECISIONS)
def test_no_proposal_stands_against_a_change(proposed, decisions):
    found = decided(proposed, decisions)
    for each in decisions:
        if each.verdict == "changed" and not superseded(each, decisions):
            beside = [
                m
                for m in found
                if m.decision is None
                and (m.one.agreement, m.other.agreement) == (each.one.agreement, each.other.agreement)
                and (m.one == each.one or m.other == each.other)
            ]
            assert beside == []


@given(proposed=PROPOSALS, decisions=DECISIONS, order=st.randoms())
def test_the_order_in_which_decisions_are_kept_does_not_matter(proposed, decisions, order):
    shuffled = list(decisions)
    order.shuffle(shuffled)
    assert set(decided(proposed, decisions)) == set(decided(proposed, shuffled))


@given(proposed=PROPOSALS)
def test_without_decisions_every_proposal_stands_as_it_is(proposed):
    assert set(decided(proposed, ())) == set(proposed)


@given(proposed=PROPOSALS, decisions=DECISIONS)
def test_no_principle_is_whole_twice_between_two_agreements(proposed, decisions):
    whole = [m for m in decided(proposed, decisions) if m.kind == "whole"]
    assert len({(m.one, m.other.agreement) for m in whole}) == len(whole)
    assert len({(m.other, m.one.agreement) for m in whole}) == len(whole)
