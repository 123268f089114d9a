"""Which principle of an edition a number and a heading mean, whatever became of numbers since then.

A number alone says which principle it was, not which it is: others may have been put in before it, taken out
or exchanged. The words of its heading say whether it is still the same one.
"""

from typing import NamedTuple

from reader.text.agreement import Edition, Principle
from reader.text.words import fold


class Home(NamedTuple):
    """The principles that may be meant, the likeliest first; `is_sure` says that the only one is.

    None at all is sure of what is on an agreement as a whole; else it means that nothing is left.
    """

    principles: tuple[Principle, ...]
    is_sure: bool


WHOLE, NOWHERE = Home((), True), Home((), False)
"""Where something on an agreement as a whole is, and something on what is not there at all."""


def home(edition: Edition, number: int, heading: str) -> Home:
    """Say which principle of an edition has this number and heading.

    It is sure where both are the same; with no heading, from before it was kept, the number is trusted. Else
    those with the heading may be meant, the nearest number first, and if there are none the one with the
    number.
    """
    here = edition.principle(number)
    if here and (not heading or same_heading(here.title, heading)):
        return Home((here,), True)
    same = [one for one in edition.principles if heading and same_heading(one.title, heading)]
    same.sort(key=lambda one: abs(one.number - number))
    if same and same[0].number == number:
        return Home((same[0],), True)
    if same:
        return Home(tuple(same), False)
    return Home((here,), False) if here else NOWHERE


def same_heading(one: str, other: str) -> bool:
    """Say whether two headings have the same words: how they are spaced and their capitals do not count."""
    return one == other or _folded(one) == _folded(other)


def _folded(heading: str) -> str:
    return " ".join(fold(heading).split())
