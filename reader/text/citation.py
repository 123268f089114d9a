"""How a passage is cited: the way to it, the number of its paragraph, and the printed page."""

import re
from typing import NamedTuple

from reader.text.agreement import Block, Edition, Section

_NUMBER = re.compile(r"(\d{1,3})[.)]?(?:\s|$)")
_LABEL = re.compile(r"\w+ (\d{1,3})\b")
_CITED = ("chapter", "annex", "section", "subsection", "group", "principle", "box", "table")


class Step(NamedTuple):
    """A section on the way to a passage, by its number or, where it has none, by its title."""

    kind: str
    number: int | None
    title: str


class Citation(NamedTuple):
    """Where a passage stands. Paragraphs count from 1 in their section, items from 1 after a paragraph.

    `paragraph` is None in a heading and for items that no paragraph leads; `item` is None outside lists;
    `pages` are the first and last printed page, where the witness tells.
    """

    steps: tuple[Step, ...]
    paragraph: int | None
    item: int | None
    pages: tuple[int, int] | None


def citation(edition: Edition, start: int, end: int) -> Citation:
    """Return how a passage of an edition is cited: by where it begins, and by all its pages."""
    block = edition.block_at(start)
    steps = tuple(step(edition, s) for s in edition.way_to(edition.section_by_id[block.section])[1:])
    first, last = edition.page_at(start), edition.page_at(max(start, end - 1))
    pages = (first, last) if first is not None and last is not None else None
    return Citation(steps, *counted(edition, block), pages)


def counted(edition: Edition, block: Block) -> tuple[int | None, int | None]:
    """Return the numbers of a block's paragraph and item in its section."""
    paragraph = item = 0
    for other in edition.blocks_of(block.section):
        if other.kind in ("paragraph", "table"):
            paragraph, item = paragraph + 1, 0
        elif other.kind == "item":
            item += 1
        if other == block:
            break
    return (None, None) if block.kind == "heading" else (paragraph or None, item or None)


def step(edition: Edition, section: Section) -> Step:
    """Return a section as a step: with the number it is known by, if it has one."""
    if section.kind == "annex":
        return Step("annex", _annex_number(edition, section), section.text)
    found = (_LABEL if section.kind in ("box", "table") else _NUMBER).match(section.text)
    return Step(section.kind, int(found.group(1)) if found else None, section.text)


def _annex_number(edition: Edition, section: Section) -> int:
    """Return the number an annex gives itself, or else its place among the annexes."""
    found = _LABEL.match(section.text)
    if found:
        return int(found.group(1))
    return 1 + [s.id for s in edition.sections if s.kind == "annex"].index(section.id)


class Wording(NamedTuple):
    """What the parts of a citation are called in one language."""

    chapter: str
    annex: str
    principle: str
    box: str
    table: str
    paragraph: str
    item: str
    page: str


DANISH = Wording("kap.", "bilag", "princip", "boks", "tabel", "stk.", "pkt.", "s.")
ENGLISH = Wording("ch.", "annex", "principle", "box", "table", "para.", "item", "p.")


def wording_for(language: str) -> Wording:
    """Return the words for citing an agreement in this language."""
    return DANISH if language == "da" else ENGLISH


def written(cited: Citation, wording: Wording) -> str:
    """Return a citation in words: `bilag 3, princip 2, stk. 1, s. 5-6`."""
    parts = [_step_written(part, wording) for part in cited.steps]
    if cited.paragraph is not None:
        parts.append(f"{wording.paragraph} {cited.paragraph}")
    if cited.item is not None:
        parts.append(f"{wording.item} {cited.item}")
    if cited.pages is not None:
        parts.append(f"{wording.page} " + "–".join(str(page) for page in sorted(set(cited.pages))))
    return ", ".join(parts)


def _step_written(part: Step, wording: Wording) -> str:
    name = getattr(wording, part.kind, "")
    return f"{name} {part.number}" if name and part.number is not None else f"“{part.title.rstrip('.')}”"
