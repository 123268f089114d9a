"""What the overview's grid shows: a row for each group and thread, a cell for each agreement."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reader.compare.concordance import Thread
from reader.compare.matches import Match
from reader.compare.mention import Mention
from reader.compare.overview import Cell, Line
from reader.compare.partial import Partial
from reader.compare.survey import Survey
from reader.compare.through_time import Stage
from reader.text.agreement import Agreement
from reader.text.decision import Decision, Member

SHAPES = ("same", "reworded", "renamed", "new", "dropped", "absent", "first", "mentions")
"""What a cell can be; `first` has nothing before it, `mentions` is of an agreement without principles."""


class GridCell(NamedTuple):
    """A thread in an agreement. `before` is the principle it is compared with, or the last there was.

    `changed` words of `share` of the wording went or came, `moved` ones went elsewhere or came from there.
    `came` and `went` are passages of principles that this one does not answer.
    """

    shape: str
    agreement: Agreement
    member: Member | None = None
    before: Member | None = None
    title: str = ""
    states: tuple[str, ...] = ()
    changed: int = 0
    moved: int = 0
    share: float = 0.0
    notes: int = 0
    came: tuple[Partial, ...] = ()
    went: tuple[Partial, ...] = ()
    match: Match | None = None
    decisions: tuple[Decision, ...] = ()
    mentions: tuple[Mention, ...] = ()


class GridRow(NamedTuple):
    """A group's name, or a thread with its cells; `line` is its place among the survey's lines."""

    group: str = ""
    thread: Thread | None = None
    cells: tuple[GridCell, ...] = ()
    line: int = -1


class Grid(NamedTuple):
    """The columns and rows; `spoken` counts the mentions of the principles in each agreement."""

    agreements: tuple[Agreement, ...]
    rows: tuple[GridRow, ...]
    spoken: Mapping[str, int]


def grid(
    found: Survey,
    agreements: Iterable[Agreement],
    notes: Counter[Member],
    decisions: Sequence[Decision],
) -> Grid:
    """Lay a survey out: the agreements in order of time, those without principles with their mentions."""
    spoken = {name: _of_principles(said) for name, said in found.mentions.items()}
    having = {agreement.id for agreement in found.overview.agreements}
    shown = tuple(
        sorted((a for a in agreements if a.id in having or spoken.get(a.id)), key=lambda one: one.date)
    )
    making = _Making(found, shown, notes, decisions, spoken)
    return Grid(shown, tuple(making.rows()), {name: len(said) for name, said in spoken.items()})


def _of_principles(said: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(mention for mention in said if mention.kind in ("principles", "principle"))


class _Making:
    def __init__(
        self,
        found: Survey,
        shown: Sequence[Agreement],
        notes: Counter[Member],
        decisions: Sequence[Decision],
        spoken: Mapping[str, tuple[Mention, ...]],
    ) -> None:
        self._found = found
        self._shown = shown
        self._notes = notes
        self._decisions = decisions
        self._spoken = spoken
        self._partial = [partial for step in found.overview.steps for partial in step.partial]

    def rows(self) -> Iterator[GridRow]:
        group = ""
        for at, line in enumerate(self._found.overview.lines):
            if line.thread.group != group:
                group = line.thread.group
                yield GridRow(group)
            yield GridRow(group, line.thread, tuple(self._cells(line, self._found.stages[at])), at)

    def _cells(self, line: Line, stages: Sequence[Stage]) -> Iterator[GridCell]:
        known = dict(
            zip(
                (agreement.id for agreement in self._found.overview.agreements),
                zip(line.cells, stages, strict=True),
                strict=True,
            )
        )
        last: Member | None = None
        for agreement in self._shown:
            if agreement.id not in known:
                yield self._mentioning(agreement, line.thread)
                continue
            cell, stage = known[agreement.id]
            yield self._cell(agreement, cell, stage, last)
            last = cell.member if cell else last

    def _mentioning(self, agreement: Agreement, thread: Thread) -> GridCell:
        members = {(member.agreement, member.number) for member in thread.members}
        said = self._spoken.get(agreement.id, ())
        found = tuple(m for m in said if (m.target.agreement, m.target.principle) in members)
        return GridCell("mentions", agreement, mentions=found)

    def _cell(self, agreement: Agreement, cell: Cell | None, stage: Stage, last: Member | None) -> GridCell:
        if cell is None:
            went = tuple(p for p in self._partial if p.one == last and p.other.agreement == agreement.id)
            shape = "dropped" if last else "absent"
            return GridCell(shape, agreement, before=last, went=went, decisions=self._on(last, agreement))
        member, row = cell.member, stage.row
        counts = row.counts if row else None
        return GridCell(
            _shape(row.states if row else (), first=agreement.id == self._found.overview.agreements[0].id),
            agreement,
            member,
            last,
            cell.title,
            row.states if row else (),
            counts.changed if counts else 0,
            counts.away + counts.came if counts else 0,
            counts.share if counts else 0.0,
            self._notes[member],
            tuple(partial for partial in self._partial if partial.other == member),
            tuple(p for p in self._partial if last and p.one == last and p.other.agreement == agreement.id),
            cell.match,
            self._on(member, None),
        )

    def _on(self, member: Member | None, agreement: Agreement | None) -> tuple[Decision, ...]:
        """Return the decisions on a principle, or those on it and one of this agreement."""
        return tuple(
            decision
            for decision in self._decisions
            if member in (decision.one, decision.other)
            and (agreement is None or agreement.id in (decision.one.agreement, decision.other.agreement))
        )


def _shape(states: Sequence[str], *, first: bool) -> str:
    if not states:
        return "first" if first else "new"
    return "renamed" if "renamed" in states else "reworded" if "reworded" in states else "same"
