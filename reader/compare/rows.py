"""The concordance of two agreements: what answers what, what was dropped, what is new, what lives on."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.compare.concordance import Thread, threads
from reader.compare.matches import Match
from reader.compare.partial import Partial, partial_answers
from reader.text.agreement import Edition
from reader.text.decision import Decision, Member
from reader.text.words import akin, words


class Row(NamedTuple):
    """A principle and its answer; without the one it is new, without the other it was dropped."""

    one: Member | None
    other: Member | None
    match: Match | None


class Concordance(NamedTuple):
    """How the principles of an earlier agreement are answered in a later one, in reading order.

    `partial` are passages that live on elsewhere. A group was dropped, or is new, when no group of the other
    agreement has its title and nothing in it has an answer.
    """

    rows: tuple[Row, ...]
    partial: tuple[Partial, ...]
    dropped_groups: tuple[str, ...]
    new_groups: tuple[str, ...]


def concordance(one: Edition, other: Edition, decisions: Iterable[Decision] = ()) -> Concordance:
    """Return what of an earlier edition answers what of a later one."""
    found = threads((one, other), decisions)
    rows = tuple(row for thread in found for row in _rows(thread, one.id))
    matches = [row.match for row in rows if row.match]
    answered = {member for match in matches for member in (match.one, match.other)}
    return Concordance(
        rows,
        partial_answers(one, other, matches),
        tuple(_without_answer(one, other, answered)),
        tuple(_without_answer(other, one, answered)),
    )


def _rows(thread: Thread, one: str) -> Iterator[Row]:
    """Return a thread's whole match, or those it is a part in, or its member alone."""
    alone = thread.members[0]
    found = [match for match in thread.matches if _is_of(match, thread)]
    yield from (Row(match.one, match.other, match) for match in found)
    if not found:
        yield Row(alone, None, None) if alone.agreement == one else Row(None, alone, None)


def _is_of(match: Match, thread: Thread) -> bool:
    if match.kind == "whole":
        return True
    return (match.other if match.kind == "split" else match.one) in thread.members


def _without_answer(of: Edition, to: Edition, answered: set[Member]) -> Iterator[str]:
    groups: dict[str, list[Member]] = {}
    for principle in of.principles:
        groups.setdefault(principle.group, []).append(Member(of.id, principle.number))
    titles = {principle.group for principle in to.principles}
    for group, members in groups.items():
        if group and answered.isdisjoint(members) and not any(_same(group, title) for title in titles):
            yield group


def _same(one: str, other: str) -> bool:
    ours, theirs = words(one), words(other)
    return _akin(ours, theirs)


def _akin(one: Sequence[str], other: Sequence[str]) -> bool:
    return len(one) == len(other) and all(map(akin, one, other))
