"""The text of an edition as Markdown: headings, paragraphs, lists and tables."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.export.leaf import leaf_markdown
from reader.export.passages import Marks
from reader.text.agreement import Block, Edition, Span

_NUMBERED = re.compile(r"\s*\(?\d+[.)]")
_UNMARKED = Marks()


@dataclass(frozen=True, slots=True)
class _Part:
    markdown: str
    bullet: bool = False


def body(
    edition: Edition,
    text: str,
    marks: Mapping[Span, Marks],
    remarks: Mapping[int, Sequence[str]],
) -> str:
    """Return the edition's blocks as Markdown.

    `text` is the edition's, cleaned; `marks` are those of its leaves, `remarks` what stands after the block
    that starts at an offset.
    """
    parts: list[_Part] = []
    for block in edition.blocks:
        parts.append(_part(block, text, marks))
        parts.extend(_Part(remark) for remark in remarks.get(block.start, ()))
    return _joined([part for part in parts if part.markdown])


def _joined(parts: Sequence[_Part]) -> str:
    """Join with blank lines, except between the items of one list."""
    pieces = [part.markdown for part in parts[:1]]
    for before, part in pairwise(parts):
        pieces += ["\n" if before.bullet and part.bullet else "\n\n", part.markdown]
    return "".join(pieces)


def _part(block: Block, text: str, marks: Mapping[Span, Marks]) -> _Part:
    if block.cells:
        return _Part(_table(block, text, marks))
    span = block.start, block.end
    heading = block.kind == "heading"
    line = leaf_markdown(text, span, marks.get(span, _UNMARKED), block.emphasis, opening=not heading)
    if heading and line:
        return _Part("#" * min(max(block.level, 1), 6) + " " + line)
    if block.kind == "item" and line and not _NUMBERED.match(text, *span):
        return _Part("- " + line, bullet=True)
    return _Part(line)


def _table(block: Block, text: str, marks: Mapping[Span, Marks]) -> str:
    rows = [
        [leaf_markdown(text, span, marks.get(span, _UNMARKED), block.emphasis) for span in row]
        for row in block.cells
    ]
    # Readers drop the cells of a row that has more of them than the first one has.
    width = max(len(row) for row in rows)
    lines = [_row(row + [""] * (width - len(row))) for row in rows]
    return "\n".join([lines[0], _row(["---"] * width), *lines[1:]])


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"
