"""Find what a typed reference means: `ØA14 bilag 3 princip 2 stk 1`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reader.text.agreement import Agreement, Edition, Section, Span
from reader.text.citation import step
from reader.text.words import fold

_KINDS = {
    "chapter": "kapitel|kap|chapter|ch",
    "annex": "bilag|annex",
    "principle": "principper|principper|princippet|princip|principle|pr",
    "box": "boks|box",
    "table": "tabel|table",
    "paragraph": "stykke|stk|paragraph|para",
    "item": "punkt|pkt|item",
    "page": "side|sider|page|pp|s|p",
}
_WITHIN = ("paragraph", "item", "page")
_PART = re.compile(
    r"[\s,.;]*(?:"
    + "|".join(
        rf"(?:{words})\.?\s*(?P<{kind}>\d{{1,4}})(?:\s*[-–]\s*\d+)?\b" for kind, words in _KINDS.items()
    )
    + r"|[“”\"'](?P<title>[^“”\"]+)[“”\"'])[\s,.;]*"
)


class Meant(NamedTuple):
    """What a reference means: an agreement's id and a span of its edition, in code points."""

    agreement: str
    start: int
    end: int


class _Part(NamedTuple):
    kind: str
    value: str


def meant(
    query: str, agreements: Sequence[Agreement], editions: Mapping[str, Edition], here: str
) -> Meant | None:
    """Return the place that a reference names; None if it is no reference or names nothing there is.

    `here` is the agreement meant where the reference names none. An agreement alone is no reference.
    """
    words = fold(query).strip()
    agreement, rest = _agreement(words, agreements)
    parts = list(_parts(rest))
    name = agreement or here
    if not parts or name not in editions:
        return None
    span = _span(editions[name], parts)
    return Meant(name, *span) if span else None


def _agreement(words: str, agreements: Sequence[Agreement]) -> tuple[str, str]:
    """Return the agreement that a reference begins with, and what comes after its name."""
    for agreement in agreements:
        for name in (agreement.title, agreement.short, agreement.id):
            known = fold(name)
            spaced = re.sub(r"(?<=\D)(?=\d)", r"\\s*", re.escape(known))
            found = re.match(spaced + r"(?!\w)", words)
            if found:
                return agreement.id, words[found.end() :]
    return "", words


def _parts(words: str) -> Iterator[_Part]:
    """Yield the parts of a reference; none at all unless every word of it belongs to one."""
    found = []
    at = 0
    while at < len(words):
        part = _PART.match(words, at)
        if part is None or part.lastgroup is None:
            return
        found.append(_Part(part.lastgroup, part.group(part.lastgroup)))
        at = part.end()
    yield from found


def _span(edition: Edition, parts: Sequence[_Part]) -> Span | None:
    numbers = {part.kind: int(part.value) for part in parts if part.kind in _WITHIN}
    section = edition.sections[0]
    for part in parts:
        inner = section if part.kind in _WITHIN else _section(edition, section, part)
        if inner is None:
            return None
        section = inner
    paragraph, item = numbers.get("paragraph", 0), numbers.get("item", 0)
    if paragraph or item:
        return _block(edition, section, paragraph, item)
    if len(numbers) == len(parts):
        return _page(edition, numbers["page"])
    return section.start, section.start + len(section.text)


def _section(edition: Edition, outer: Section, part: _Part) -> Section | None:
    inside = (s for s in edition.sections[1:] if outer.start <= s.start < outer.end)
    return next((section for section in inside if _is_named(edition, section, part)), None)


def _is_named(edition: Edition, section: Section, part: _Part) -> bool:
    if part.kind == "title":
        return fold(section.text).strip(" .") == part.value.strip(" .")
    own = step(edition, section)
    return (own.kind, own.number) == (part.kind, int(part.value))


def _block(edition: Edition, section: Section, paragraph: int, item: int) -> Span | None:
    at = items = 0
    for block in edition.blocks_of(section.id):
        if block.kind in ("paragraph", "table"):
            at, items = at + 1, 0
        elif block.kind == "item":
            items += 1
        if block.kind != "heading" and (at, items) == (paragraph, item):
            return block.start, block.end
    return None


def _page(edition: Edition, number: int) -> Span | None:
    start = next((page.start for page in edition.pages if page.number == number), None)
    return None if start is None else (start, edition.block_at(start).end)
