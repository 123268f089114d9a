"""Which principle answers which: threads through the agreements, whatever the number is in each.

Plain form: one-to-one, by the words of title and body. What was split, merged or moved is still to come.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from reader.text.agreement import Edition, Principle
from reader.text.words import words

_TITLE_SHARE = 0.4
_ALIKE_ENOUGH = 0.45


class Member(NamedTuple):
    """A principle of one agreement, by its number."""

    agreement: str
    number: int


class Thread(NamedTuple):
    """One principle followed through the agreements; title and group are those of its latest member.

    `id` is the first member, as `aftale-2014/2`. `reworded` says whether any wording differs from another.
    """

    id: str
    title: str
    group: str
    members: tuple[Member, ...]
    reworded: bool

    def number_in(self, agreement: str) -> int | None:
        """Return the number that this principle has in an agreement, or None where it is absent."""
        return next((member.number for member in self.members if member.agreement == agreement), None)


def threads(editions: Sequence[Edition]) -> tuple[Thread, ...]:
    """Return the threads through these editions, which come in order of time, in reading order."""
    chains: list[list[tuple[Edition, Principle]]] = []
    for edition in editions:
        _weave(chains, edition)
    return tuple(_thread(chain) for chain in chains)


def _weave(chains: list[list[tuple[Edition, Principle]]], edition: Edition) -> None:
    """Add an edition's principles to the chains they continue; a new one stands before its successor."""
    answers = _answers(chains, edition)
    after = len(chains)
    for principle in reversed(edition.principles):
        chain = answers.get(principle.number)
        if chain is None:
            chains.insert(after, [(edition, principle)])
        else:
            after = next(at for at, other in enumerate(chains) if other is chain)
            chain.append((edition, principle))


def _answers(
    chains: Sequence[list[tuple[Edition, Principle]]], edition: Edition
) -> dict[int, list[tuple[Edition, Principle]]]:
    ours = [(principle, _Words(edition, principle)) for principle in edition.principles]
    theirs = [(chain, _Words(*chain[-1])) for chain in chains]
    scored = [
        (w.likeness(v), -principle.number, at) for principle, w in ours for at, (_, v) in enumerate(theirs)
    ]
    found: dict[int, list[tuple[Edition, Principle]]] = {}
    taken: set[int] = set()
    for score, minus, at in sorted(scored, reverse=True):
        if score >= _ALIKE_ENOUGH and -minus not in found and at not in taken:
            found[-minus] = theirs[at][0]
            taken.add(at)
    return found


class _Words:
    """The words of a principle's title and body, to be compared with another's."""

    def __init__(self, edition: Edition, principle: Principle) -> None:
        self.title = Counter(words(principle.title))
        self.body = Counter(words(body_of(edition, principle)))

    def likeness(self, other: "_Words") -> float:
        title = _shared(self.title, other.title)
        if not self.body and not other.body:
            return title
        return _TITLE_SHARE * title + (1 - _TITLE_SHARE) * _shared(self.body, other.body)


def _shared(one: Counter[str], other: Counter[str]) -> float:
    """Return the share of words in common, from 0 to 1 (Dice)."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def body_of(edition: Edition, principle: Principle) -> str:
    """Return a principle's paragraphs, joined by newlines."""
    return "\n".join(edition.text[start:end] for start, end in principle.paragraphs)


def _thread(chain: Sequence[tuple[Edition, Principle]]) -> Thread:
    members = tuple(Member(edition.id, principle.number) for edition, principle in chain)
    latest = chain[-1][1]
    wordings = {(tuple(words(p.title)), tuple(words(body_of(e, p)))) for e, p in chain}
    return Thread(
        id=f"{members[0].agreement}/{members[0].number}",
        title=latest.title,
        group=latest.group,
        members=members,
        reworded=len(wordings) > 1,
    )
