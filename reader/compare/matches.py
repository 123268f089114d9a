"""Matches of principles: what is proposed, and what the wordings of the two show."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.compare.matching import match
from reader.compare.wording import Wording
from reader.text.decision import Decision, Member


class Match(NamedTuple):
    """That a principle of an earlier agreement is answered by one of a later.

    `kind` is whole; split, where the earlier has another answer besides; or merged, where the later answers
    another besides. `changes` are what the wordings show: same, or which of renumbered, renamed,
    reworded, and lede, where nothing else of the body is reworded. `sure` is from 0 to 1, and 1 where the
    person decided.
    """

    one: Member
    other: Member
    kind: str
    changes: tuple[str, ...]
    sure: float
    decision: Decision | None = None


def proposals(earlier: Sequence[Wording], later: Sequence[Wording]) -> tuple[Match, ...]:
    """Return what is proposed to answer what, in the order of the later and then the earlier."""
    return tuple(
        Match(one.member, other.member, found.kind, changes(one, other), found.sure)
        for found in match(earlier, later)
        for one, other in [(earlier[found.earlier], later[found.later])]
    )


def changes(one: Wording, other: Wording) -> tuple[str, ...]:
    """Return what differs between two wordings of a principle, word by word."""
    reworded = one.body != other.body
    found = {
        "renumbered": one.member.number != other.member.number,
        "renamed": one.title != other.title,
        "reworded": reworded,
        "lede": reworded and one.paragraphs[1:] == other.paragraphs[1:] != (),
    }
    return tuple(name for name, differs in found.items() if differs) or ("same",)
