"""Numbered principles: their titles, groups, ledes and bodies."""

from collections import defaultdict
from collections.abc import Sequence

from reader.intake.signs import number, without_number
from reader.intake.titles import Titles
from reader.text.agreement import Block, Principle, Section


def principles(text: str, blocks: Sequence[Block], sections: Sequence[Section]) -> tuple[Principle, ...]:
    """Return the principles of an edition in the order of their text."""
    groups = Titles(_listed(text, blocks, sections))
    bodies = defaultdict(list)
    for block in blocks:
        if block.kind != "heading":
            bodies[block.section].append((block.start, block.end))
    found = []
    for section in sections:
        here = number(section.text)
        if section.kind != "principle" or here is None:
            continue
        title = without_number(section.text)
        group = groups.find(title) or ""
        spans = tuple(bodies[section.id])
        found.append(Principle(here, title, group, section.id, section.start, section.end, spans))
    return tuple(found)


def _listed(text: str, blocks: Sequence[Block], sections: Sequence[Section]) -> list[tuple[str, str]]:
    """Return each title in the list of principles with the group it stands under, the last list first."""
    named = {section.id: section.text.rstrip(".") for section in sections if section.kind == "group"}
    listed = [block for block in blocks if block.kind == "item" and block.section in named]
    return [(without_number(text[b.start : b.end]), named[b.section]) for b in reversed(listed)]
