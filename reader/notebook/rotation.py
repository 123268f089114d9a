"""Which copies of a notebook may go: never one that holds what the notebook does not."""

from collections.abc import Callable, Iterable, Sequence

from reader.notebook.backup import BEFORE_UPGRADE
from reader.notebook.copies import Copy

LATEST = 10
DAYS, WEEKS, MONTHS = 7, 5, 24
"""How many days, weeks and months are remembered by a copy each, beside the latest."""

GOOD_DAYS = 30
"""On how many days the notebook must have been opened well before the copy from before an upgrade may go."""


def outdated(
    copies: Sequence[Copy], holds: Callable[[Copy], bool], good_days: Callable[[Copy], int]
) -> list[Copy]:
    """Return the copies that may go, of those in one folder.

    `holds` says whether the notebook's history goes on from where a copy's ends; `good_days` on how many days
    the notebook was opened well since a copy was made. Order is by number, and days are taken from the copies
    themselves, so that a clock that is wrong removes nothing.
    """
    ordered = sorted((copy for copy in copies if not copy.fault), key=lambda copy: copy.number, reverse=True)
    kept = {copy.number for copy in _kept(ordered)}
    return [
        copy
        for copy in ordered
        if copy.number not in kept
        and not (copy.reason == BEFORE_UPGRADE and good_days(copy) < GOOD_DAYS)
        and holds(copy)
    ]


def _kept(ordered: Sequence[Copy]) -> Iterable[Copy]:
    yield from ordered[:LATEST]
    for period, count in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
        first: dict[object, Copy] = {}
        for copy in ordered:
            first.setdefault(period(copy.changed), copy)
        yield from list(first.values())[:count]


def _day(time: str) -> object:
    return time[:10]


def _week(time: str) -> object:
    from datetime import date

    try:
        return date.fromisoformat(time[:10]).isocalendar()[:2]
    except ValueError:
        return time[:10]


def _month(time: str) -> object:
    return time[:7]
