"""The person decides: what is proposed gives way to what was confirmed, changed or refused."""

from collections.abc import Iterable, Iterator

from reader.compare.matches import Match
from reader.text.decision import Decision

_Pair = frozenset[object]


def decided(proposed: Iterable[Match], decisions: Iterable[Decision]) -> tuple[Match, ...]:
    """Return the matches that stand when the person's decisions are heard: a decision always wins.

    What is confirmed or changed stands, fully sure, whether it was proposed or not; its `changes` are then
    empty, because nothing was compared. What is refused does not stand, nor any proposal that is contrary to
    a decision: that shares a principle with one that was changed, or confirmed without being proposed.
    """
    proposed = list(proposed)
    standing = _standing(decisions)
    known = {_pair(found): found for found in proposed}
    exclusive = [d for pair, d in standing.items() if d.verdict == "changed" or _is_new(d, pair, known)]
    kept = [
        found
        for found in proposed
        if _pair(found) not in standing and not any(_share(found, decision) for decision in exclusive)
    ]
    ours = [_as_decided(d, known.get(pair)) for pair, d in standing.items() if d.verdict != "refused"]
    return tuple(_with_kinds([*ours, *kept]))


def _standing(decisions: Iterable[Decision]) -> dict[_Pair, Decision]:
    """Return the decisions that count, by their pair: the last on it, if no later change put it aside."""
    standing: dict[_Pair, Decision] = {}
    for decision in sorted(decisions, key=lambda decision: decision.time):
        standing.pop(_pair(decision), None)
        if decision.verdict == "changed":
            aside = [p for p, d in standing.items() if d.verdict != "refused" and _share(d, decision)]
            for pair in aside:
                del standing[pair]
        standing[_pair(decision)] = decision
    return standing


def _pair(of: Match | Decision) -> _Pair:
    return frozenset((of.one, of.other))


def _is_new(decision: Decision, pair: _Pair, known: dict[_Pair, Match]) -> bool:
    return decision.verdict == "confirmed" and pair not in known


def _share(found: Match | Decision, decision: Decision) -> bool:
    """Say whether two pairs are of the same two agreements and have a principle in common."""
    ours, theirs = {found.one, found.other}, {decision.one, decision.other}
    return {m.agreement for m in ours} == {m.agreement for m in theirs} and not ours.isdisjoint(theirs)


def _as_decided(decision: Decision, found: Match | None) -> Match:
    if found is None:
        return Match(decision.one, decision.other, "whole", (), 1.0, decision)
    return found._replace(sure=1.0, decision=decision)


def _with_kinds(matches: list[Match]) -> Iterator[Match]:
    """Give each match its kind anew: whole, unless a whole one before it has the same earlier or later.

    Those that were whole come first, so that what was split or merged stays so beside them.
    """
    taken: dict[tuple[object, str], str] = {}
    for found in sorted(matches, key=lambda found: found.kind != "whole"):
        here, there = (found.one, found.other.agreement), (found.other, found.one.agreement)
        kind = "split" if here in taken else "merged" if there in taken else "whole"
        if kind == "whole":
            taken[here] = taken[there] = kind
        yield found._replace(kind=kind)
