"""Numbered principles: their titles, groups, ledes and bodies."""

from collections.abc import Sequence

from reader.intake.signs import number, same_title, without_number
from reader.text.agreement import Block, Principle, Section


def principles(text: str, blocks: Sequence[Block], sections: Sequence[Section]) -> tuple[Principle, ...]:
    """Return the principles of an edition in the order of their text."""
    groups = _groups(text, blocks, sections)
    found = []
    for section in sections:
        here = number(section.text)
        if section.kind != "principle" or here is None:
            continue
        title = without_number(section.text)
        body = [b for b in blocks if b.section == section.id and b.kind != "heading"]
        spans = tuple((b.start, b.end) for b in body)
        group = next((name for listed, name in groups if same_title(listed, title)), "")
        found.append(Principle(here, title, group, section.id, section.start, section.end, spans))
    return tuple(found)


def _groups(text: str, blocks: Sequence[Block], sections: Sequence[Section]) -> list[tuple[str, str]]:
    """Return each title in the list of principles with the group it stands under, the last list first."""
    named = {section.id: section.text.rstrip(".") for section in sections if section.kind == "group"}
    listed = [block for block in blocks if block.kind == "item" and block.section in named]
    return [(without_number(text[b.start : b.end]), named[b.section]) for b in reversed(listed)]
