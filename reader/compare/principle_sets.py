"""The sets of principles that the library knows: their names, and where each stands."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.compare.mention import Shelf, Target, part, without_answer
from reader.text.agreement import Edition, Principle, Section
from reader.text.words import akin, words

_NAME = re.compile(r"(?:^|\s)(?P<whole>Principper for (?P<name>\w.*?))\.?$")
_LEAST_WORDS = 2
_LONGEST_NAME = 12
_FILLERS = frozenset(("henholdsvis", "et", "en", "den", "det"))
_CONJUNCTIONS = frozenset(("og", "eller", "samt"))


class SetNames:
    """What the principles are for, as headings of the library say it: `kommunal-statsligt samarbejde`.

    Principles for anything else are others.
    """

    def __init__(self, shelf: Shelf) -> None:
        titles = [section.text for edition in shelf.editions.values() for section in edition.sections]
        titles += [agreement.title for agreement in shelf.agreements]
        found = (_NAME.search(title) for title in titles)
        self._names = {tuple(name_words(match["name"])) for match in found if match}

    def length(self, following: Sequence[str]) -> int:
        """Return how many of the words that follow “principper for” are a name, 0 if they begin with none.

        A name may lack the adjectives it begins with (`god decentral styring`), and words may stand between
        (`henholdsvis kommunal-statsligt og regionalt-statsligt samarbejde`).
        """
        for count in range(1, min(len(following), _LONGEST_NAME) + 1):
            if any(_is_named(name, following[:count]) for name in self._names):
                return count
        return 0


def name_words(text: str) -> list[str]:
    """Return the words of a name, the halves of a compound apart."""
    return [half for word in words(text) for half in word.split("-")]


def _is_named(name: Sequence[str], said: Sequence[str]) -> bool:
    """Say whether the words are a name, or its last words, or coordinated: “A og B samarbejde”."""
    if not akin(name[-1], said[-1]):
        return False
    said = said[1:] if said[0] in _FILLERS else said
    shortest = min(_LEAST_WORDS, len(name))
    ends = [name[first:] for first in range(len(name) - shortest + 1)]
    return any(len(end) == len(said) and all(map(akin, end, said)) for end in ends) or (
        not _CONJUNCTIONS.isdisjoint(said) and any(_coordinated(end, said) for end in ends)
    )


def _coordinated(name: Sequence[str], said: Sequence[str]) -> bool:
    """Say whether the words begin as the name does, and say all of it in this order."""
    rest = iter(said)
    return akin(name[0], said[0]) and all(any(akin(word, other) for other in rest) for word in name)


class PrincipleSet(NamedTuple):
    """A set of principles in an edition, and the section it stands in."""

    edition: Edition
    section: Section

    def target(self) -> Target:
        """Return the set as a target."""
        return part(self.edition, self.section)

    def target_of(self, principle: Principle) -> Target:
        """Return one of the principles as a target."""
        span = principle.start, principle.end
        said = f"{principle.number}. {principle.title}"
        return Target(said, self.edition.id, principle.section, principle.number, span)


def set_in(edition: Edition) -> PrincipleSet | None:
    """Return the set of principles that an edition has, if it has one."""
    if not edition.principles:
        return None
    first, last = edition.principles[0], edition.principles[-1]
    way = edition.way_to(edition.section_by_id[first.section])
    around = [s for s in way if s.start <= first.start and last.end <= s.end and s.kind != "principle"]
    return PrincipleSet(edition, around[-1])


def set_of(shelf: Shelf, date: str) -> PrincipleSet | None:
    """Return the set that was agreed last, up to a year or a date; the first of all if there is none."""
    dated = sorted((agreement.date, agreement.id) for agreement in shelf.agreements)
    found = [(day, known) for day, name in dated if (known := set_in(shelf.editions[name]))]
    before = [known for day, known in found if day[: len(date)] <= date]
    return before[-1] if before else found[0][1] if found else None


def unknown_set(agreement: Target, said: str) -> Target:
    """Return the set of an agreement that is not in the library."""
    described = f"{said} ({agreement.description})" if agreement.description else said
    return without_answer(described, agreement.agreement)
