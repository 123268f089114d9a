"""Laying an agreement's highlights on its page, some thousands in each turn of the window."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from reader.notebook.records import Category, Passage
from reader.text.agreement import Span
from reader.ui.marks import Mark, Marks

if TYPE_CHECKING:
    from reader.ui.register import Slip

PORTION = 2000
"""How many are laid in one turn of the window: some ten milliseconds."""

AT_ONCE = 500
"""How many that changed are marked anew one by one."""

Signs = Mapping[str, tuple[str, str]]
"""The colour and the sign of each category."""

_OTHER = ("yellow", "")


def signs(categories: Sequence[Category]) -> Signs:
    """Return how each category is seen."""
    return {category.id: (category.colour, category.sign) for category in categories}


def mark_of(slip: "Slip", seen: Signs) -> Mark:
    """Return what a highlight's slip is on its page."""
    return Mark(slip.id, *slip.span, *seen.get(slip.category, _OTHER), slip.at)


def marks_of(placed: Sequence[tuple[Passage, Span]], seen: Signs) -> Marks:
    """Return what passages in reading order are on their page."""
    return Marks(
        Mark(passage.id, *span, *seen.get(passage.category, _OTHER), (order,))
        for order, (passage, span) in enumerate(placed)
    )


class Marking:
    """Makes the marks of an agreement's slips, a portion at a time."""

    def __init__(self, slips: "Sequence[Slip]", categories: Sequence[Category]) -> None:
        self.marks = Marks()
        self.is_done = False
        self._seen = signs(categories)
        self._slips = iter(slips)

    def go_on(self) -> None:
        """Make some more of them."""
        portion = list(islice(self._slips, PORTION))
        self.marks.extend([mark_of(slip, self._seen) for slip in portion if slip.is_highlight])
        self.is_done = len(portion) < PORTION
