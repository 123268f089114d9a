"""What a mention is: where a text speaks of something that a reader may want to go to."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reader.text.agreement import Agreement, Edition, Section, Span

KINDS = ("principles", "principle", "agreement", "annex", "box", "table", "figure")
STANDS = ("text", "heading", "list")

_LONGEST_NUMBER = 4
_NUMBER = re.compile(r"(?:\d{1,2}[.)]\s)?")


class Target(NamedTuple):
    """What is meant: an agreement, and in it a section (by id) or a principle (by number), or all of it.

    `span` is where it stands there, in code points; None when it is not in the library. `description` says in
    Danish what is meant, whether it is there or not.
    """

    description: str
    agreement: str = ""
    section: str = ""
    principle: int | None = None
    span: Span | None = None

    @property
    def known(self) -> bool:
        """Whether it is in the library, so that one can go there."""
        return self.span is not None


class Mention(NamedTuple):
    """A place where an edition speaks of something: code points, what kind, and what is meant.

    `kind` is principles (as a set), principle (one of them), agreement, annex, box, table or figure. `stands`
    is text; heading, where a heading names it; or list, where the name is all of an entry.
    """

    start: int
    end: int
    kind: str
    target: Target
    stands: str = "text"


class Shelf(NamedTuple):
    """The agreements of the library and their editions by id."""

    agreements: Sequence[Agreement]
    editions: Mapping[str, Edition]

    def agreement(self, agreement_id: str) -> Agreement:
        """Return what the catalogue says of an agreement."""
        return next(agreement for agreement in self.agreements if agreement.id == agreement_id)


def whole(agreement: Agreement, edition: Edition) -> Target:
    """Return an agreement as a target."""
    return Target(agreement.title, agreement.id, span=(0, len(edition.text)))


def part(edition: Edition, section: Section) -> Target:
    """Return a section of an agreement as a target."""
    return Target(section.text, edition.id, section.id, span=(section.start, section.end))


def without_answer(description: str, agreement: str = "") -> Target:
    """Return a target that is not in the library."""
    return Target(description, agreement)


def stands(edition: Edition, start: int, end: int) -> str:
    """Say whether a name stands in a heading, is all of an entry but its number and stop, or is in a text."""
    block = edition.block_at(start)
    if block.kind == "heading":
        return "heading"
    if start - block.start > _LONGEST_NUMBER or block.end - end > 1:
        return "text"
    before, after = edition.text[block.start : start], edition.text[end : block.end]
    return "list" if after in ("", ".") and _NUMBER.fullmatch(before) else "text"


def is_own_title(edition: Edition, offset: int) -> bool:
    """Say whether a code point is in the title of the whole text."""
    block = edition.block_at(offset)
    return block.kind == "heading" and not edition.section_by_id[block.section].parent
