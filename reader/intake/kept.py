"""How an edition is written down in the library: JSON rows, quick to read back."""

import json
from collections.abc import Sequence
from typing import Any

from reader.text.agreement import (
    Agreement,
    Block,
    Edition,
    Emendation,
    Place,
    Principle,
    PrintedPage,
    Remark,
    Section,
    Table,
    Witness,
)


def agreements_row(agreements: Sequence[Agreement]) -> str:
    """Return the agreements of the catalogue as JSON."""
    return json.dumps(agreements, ensure_ascii=False, separators=(",", ":"))


def agreements_from(row: str) -> tuple[Agreement, ...]:
    """Return the agreements that `agreements_row` wrote down."""
    return tuple(_agreement(values) for values in json.loads(row))


def _agreement(values: list[Any]) -> Agreement:
    agreement = Agreement(*values)
    witnesses = tuple(Witness(*witness) for witness in agreement.witnesses)
    return agreement._replace(parties=tuple(agreement.parties), witnesses=witnesses)


def edition_row(edition: Edition) -> str:
    """Return the edition as JSON."""
    parts = {
        "id": edition.id,
        "digest": edition.digest,
        "text": edition.text,
        "blocks": edition.blocks,
        "sections": edition.sections,
        "principles": edition.principles,
        "tables": edition.tables,
        "pages": edition.pages,
    }
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))


def edition_from(row: str) -> Edition:
    """Return the edition that `edition_row` wrote down."""
    parts = json.loads(row)
    return Edition(
        id=parts["id"],
        digest=parts["digest"],
        text=parts["text"],
        blocks=tuple(_block(values) for values in parts["blocks"]),
        sections=tuple(_section(values) for values in parts["sections"]),
        principles=tuple(_principle(values) for values in parts["principles"]),
        tables=tuple(Table(*values) for values in parts["tables"]),
        pages=tuple(PrintedPage(*values) for values in parts["pages"]),
    )


def emendations_row(emendations: Sequence[Emendation]) -> str:
    """Return the emendations as JSON."""
    written = (json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in emendations)
    return f"[{','.join(written)}]"


def emendations_from(row: str) -> tuple[Emendation, ...]:
    """Return the emendations that `emendations_row` wrote down."""
    return tuple(
        Emendation(kind, before, after, Place(*place), *rest)
        for kind, before, after, place, *rest in json.loads(row)
    )


def remarks_row(remarks: Sequence[Remark]) -> str:
    """Return the remarks as JSON."""
    return json.dumps(remarks, ensure_ascii=False, separators=(",", ":"))


def remarks_from(row: str) -> tuple[Remark, ...]:
    """Return the remarks that `remarks_row` wrote down."""
    return tuple(
        Remark(kind, start, end, reading, Place(*place), reason)
        for kind, start, end, reading, place, reason in json.loads(row)
    )


def _spans(values: list[list[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in values)


def _block(values: list[Any]) -> Block:
    block_id, kind, level, start, end, section, place, mark, lede, emphasis, cells = values
    rows = tuple(_spans(row) for row in cells)
    spans = _spans(emphasis)
    return Block(block_id, kind, level, start, end, section, Place(*place), mark, lede, spans, rows)


def _section(values: list[Any]) -> Section:
    section_id, kind, level, text, start, end, place, parent = values
    return Section(section_id, kind, level, text, start, end, Place(*place), parent)


def _principle(values: list[Any]) -> Principle:
    number, title, group, section, start, end, paragraphs = values
    return Principle(number, title, group, section, start, end, _spans(paragraphs))
