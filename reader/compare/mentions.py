"""Every place where an agreement speaks of principles, of another agreement, or of an annex, box or table."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from reader.compare.mention import Mention, Shelf
from reader.compare.mentioned_agreements import AgreementMentions
from reader.compare.mentioned_parts import PartMentions
from reader.compare.mentioned_principles import PrincipleMentions
from reader.text.decision import Member

__all__ = ["Mention", "Shelf", "mentions", "never_mentioned"]


def mentions(agreement_id: str, shelf: Shelf) -> tuple[Mention, ...]:
    """Return the mentions in an agreement's edition in the order of its text; none overlaps another."""
    speaking = shelf.agreement(agreement_id)
    agreements = AgreementMentions(shelf, speaking).found()
    found: list[Mention] = []
    for kind in (
        PrincipleMentions(shelf, speaking, agreements).found(),
        agreements,
        PartMentions(shelf, speaking, agreements).found(),
    ):
        found = _beside(found, kind)
    return tuple(found)


def _beside(found: Sequence[Mention], more: Iterable[Mention]) -> list[Mention]:
    """Return mentions in the order of the text with those of others that overlap none of them."""
    kept = list(found)
    ends = [mention.end for mention in found]
    for mention in more:
        after = bisect_right(ends, mention.start)
        if after == len(found) or mention.end <= found[after].start:
            kept.append(mention)
    return _apart(sorted(kept, key=lambda mention: (mention.start, -mention.end)))


def _apart(ordered: Iterable[Mention]) -> list[Mention]:
    """Return mentions of which none begins before the one before it ends."""
    kept: list[Mention] = []
    for mention in ordered:
        if not kept or kept[-1].end <= mention.start:
            kept.append(mention)
    return kept


def never_mentioned(shelf: Shelf, found: Iterable[Mention]) -> tuple[Member, ...]:
    """Return the principles of the library of which no mention speaks in running text, in their order.

    `found` are the mentions in all of its agreements.
    """
    spoken = {(m.target.agreement, m.target.principle) for m in found if m.stands == "text"}
    return tuple(
        Member(agreement.id, principle.number)
        for agreement in shelf.agreements
        for principle in shelf.editions[agreement.id].principles
        if (agreement.id, principle.number) not in spoken
    )
