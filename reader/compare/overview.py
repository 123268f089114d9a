"""The overview: the threads by the agreements, and what happened from each agreement to the next."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.compare.concordance import Thread, threads
from reader.compare.matches import Match
from reader.compare.rows import Concordance, concordance
from reader.text.agreement import Agreement, Edition
from reader.text.decision import Decision, Member


class Cell(NamedTuple):
    """A principle in its agreement, and how it answers the one before it; nothing where it is the first."""

    member: Member
    title: str
    match: Match | None


class Line(NamedTuple):
    """A thread, with a cell for each agreement, None where the agreement lacks it."""

    thread: Thread
    cells: tuple[Cell | None, ...]


class Overview(NamedTuple):
    """The agreements that have principles in order of time, a line for each thread, a step between each two.

    `editions` are those of the agreements, to read the passages of the steps in.
    """

    agreements: tuple[Agreement, ...]
    editions: Mapping[str, Edition]
    lines: tuple[Line, ...]
    steps: tuple[Concordance, ...]


def overview(
    agreements: Iterable[Agreement], editions: Mapping[str, Edition], decisions: Sequence[Decision] = ()
) -> Overview:
    """Return the overview of all agreements of a library that have principles."""
    having = sorted(
        (a for a in agreements if editions[a.id].principles), key=lambda agreement: agreement.date
    )
    texts = [editions[agreement.id] for agreement in having]
    lines = tuple(
        Line(thread, tuple(_cell(thread, edition) for edition in texts))
        for thread in threads(texts, decisions)
    )
    steps = tuple(concordance(one, other, decisions) for one, other in pairwise(texts))
    return Overview(tuple(having), {edition.id: edition for edition in texts}, lines, steps)


def _cell(thread: Thread, edition: Edition) -> Cell | None:
    number = thread.number_in(edition.id)
    principle = edition.principle(number) if number is not None else None
    if principle is None:
        return None
    member = Member(edition.id, principle.number)
    match = next((match for match in thread.matches if match.other == member), None)
    return Cell(member, principle.title, match)
