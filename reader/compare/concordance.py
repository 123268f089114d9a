"""Which principle answers which: threads through the agreements, whatever the number is in each.

Each agreement is matched with the last wording of every thread before it, so that a principle is found again
after an agreement that lacks it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.compare.decided import decided
from reader.compare.matches import Match, changes, proposals
from reader.compare.wording import Wording
from reader.text.agreement import Edition, Principle
from reader.text.decision import Decision, Member

__all__ = ["Match", "Member", "Thread", "body_of", "threads"]


class Thread(NamedTuple):
    """One principle followed through the agreements; title and group are those of its latest member.

    `id` is the first member, as `aftale-2014/2`. `reworded` says whether any wording differs from another.
    `matches` say how each member answers one before it: all that are whole, and those that are split or
    merged, where the thread begins from a part of another or ends in one.
    """

    id: str
    title: str
    group: str
    members: tuple[Member, ...]
    reworded: bool
    matches: tuple[Match, ...] = ()

    def number_in(self, agreement: str) -> int | None:
        """Return the number that this principle has in an agreement, or None where it is absent."""
        return next((member.number for member in self.members if member.agreement == agreement), None)


def threads(editions: Sequence[Edition], decisions: Iterable[Decision] = ()) -> tuple[Thread, ...]:
    """Return the threads through these editions, which come in order of time, in reading order.

    What the person decided counts before what is proposed.
    """
    weaving = _Weaving(list(decisions))
    for edition in editions:
        weaving.add(edition)
    return tuple(_thread(chain, weaving.matches) for chain in weaving.chains)


class _Chain:
    """A thread as it grows."""

    def __init__(self, first: Wording) -> None:
        self.wordings = [first]

    @property
    def last(self) -> Wording:
        return self.wordings[-1]

    def has(self, member: Member) -> bool:
        return any(wording.member == member for wording in self.wordings)


class _Weaving:
    def __init__(self, decisions: Sequence[Decision]) -> None:
        self._decisions = decisions
        self.chains: list[_Chain] = []
        self.matches: list[Match] = []

    def add(self, edition: Edition) -> None:
        """Add an edition's principles to the chains they continue; a new one stands before its successor."""
        wordings = [Wording(edition, principle) for principle in edition.principles]
        proposed = proposals([chain.last for chain in self.chains], wordings)
        found = tuple(self._decided(proposed, edition)) if self._decisions else proposed
        self.matches += found
        continued = {match.other: self._at(match.one) for match in found if match.kind == "whole"}
        chains, after = list(self.chains), len(self.chains)
        for wording in reversed(wordings):
            at = continued.get(wording.member)
            if at is None:
                self.chains.insert(after, _Chain(wording))
            else:
                after = self.chains.index(chains[at])
                chains[at].wordings.append(wording)

    def _at(self, member: Member) -> int:
        return next(at for at, chain in enumerate(self.chains) if chain.has(member))

    def _decided(self, proposed: Iterable[Match], edition: Edition) -> Iterator[Match]:
        """Return what stands. What the threads end in counts as one agreement here, whichever it is from."""
        ends = [match._replace(one=Member("", self._at(match.one))) for match in proposed]
        for match in decided(ends, self._concerning(edition)):
            last = self.chains[match.one.number].last
            wording = Wording(edition, next(p for p in edition.principles if p.number == match.other.number))
            yield match._replace(one=last.member, changes=changes(last, wording))

    def _concerning(self, edition: Edition) -> Iterator[Decision]:
        """Return the decisions on this edition and those before it, each on the thread it is about."""
        for decision in self._decisions:
            one, other = decision.one, decision.other
            if one.agreement == edition.id:
                one, other = other, one
            at = next((at for at, chain in enumerate(self.chains) if chain.has(one)), None)
            if at is not None and other.agreement == edition.id and edition.principle(other.number):
                yield decision._replace(one=Member("", at), other=other)


def body_of(edition: Edition, principle: Principle) -> str:
    """Return a principle's paragraphs, joined by newlines."""
    return "\n".join(edition.text[start:end] for start, end in principle.paragraphs)


def _thread(chain: _Chain, matches: Iterable[Match]) -> Thread:
    wordings = chain.wordings
    members = tuple(wording.member for wording in wordings)
    latest = chain.last.principle
    return Thread(
        id=f"{members[0].agreement}/{members[0].number}",
        title=latest.title,
        group=latest.group,
        members=members,
        reworded=len({(wording.title, wording.body) for wording in wordings}) > 1,
        matches=tuple(match for match in matches if _belongs(match, members)),
    )


def _belongs(match: Match, members: Sequence[Member]) -> bool:
    return match.one in members or match.other in members
