"""Sums in tables, tested against their rows: what does not add up is remarked on and never mended."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

_FIGURE = re.compile(r"[-–−+]?\s?\d{1,3}(?:\.\d{3})+(?:,\d+)?|[-–−+]?\s?\d+(?:,\d+)?")
_TOTAL = re.compile(r"\b(?:i alt|total|sum|tilsammen|samlet)\b", re.IGNORECASE)
_PART = re.compile(r"^(?:[-–•]\s*)?(?:heraf|hvoraf|deraf)\b", re.IGNORECASE)
_LEADS_PARTS = re.compile(r"\b(?:heraf|hvoraf|deraf):?$", re.IGNORECASE)


class Mismatch(NamedTuple):
    """A cell whose figure is not the sum of the rows above it: its row and column, and what they make."""

    row: int
    column: int
    expected: str
    rounding: bool


def mismatches(rows: Sequence[Sequence[str]]) -> Iterator[Mismatch]:
    """Yield the totals of a table, its header first, that are not the sum of their rows.

    A total sums the rows since the total before it, or since the header if that fits better. Rows that are
    parts of another (`heraf`) are no addends. A difference of half a unit a row can come from rounding.
    """
    for column in range(1, max(map(len, rows), default=0)):
        yield from _in_column([(row[0], _value(row[column : column + 1])) for row in rows[1:]], column)


def _in_column(rows: Sequence[tuple[str, Decimal | None]], column: int) -> Iterator[Mismatch]:
    begin = 0
    for number, (name, stated) in enumerate(rows):
        if stated is None or not _TOTAL.search(name):
            continue
        since = _addends(rows[begin:number])
        every = _addends([row for row in rows[:number] if not _TOTAL.search(row[0])])
        begin = number + 1
        if len(since) < 2 or stated in (sum(since), sum(every)):
            continue
        addends = min((since, every), key=lambda values: abs(sum(values) - stated))
        total = sum(addends, Decimal(0))
        unit = Decimal(1).scaleb(min(int(value.as_tuple().exponent) for value in (*addends, stated)))
        yield Mismatch(number + 1, column, _written(total), abs(total - stated) * 2 <= unit * len(addends))


def _addends(rows: Sequence[tuple[str, Decimal | None]]) -> list[Decimal]:
    found = []
    led = False
    for name, value in rows:
        part = led or _PART.match(name)
        led = bool(_LEADS_PARTS.search(name))
        if value is not None and not part:
            found.append(value)
    return found


def _value(cells: Sequence[str]) -> Decimal | None:
    """Return a cell's figure as the Danish write it (`-255.007`, `5,5`); None if it is not just a figure."""
    words = cells[0].strip() if cells else ""
    if not _FIGURE.fullmatch(words):
        return None
    plain = re.sub(r"[\s.+]", "", words).replace("–", "-").replace("−", "-").replace(",", ".")
    return Decimal(plain)


def _written(value: Decimal) -> str:
    """Return a figure as the Danish write it."""
    return f"{value:,}".translate(str.maketrans(",.", ".,"))
