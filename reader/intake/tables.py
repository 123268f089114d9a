"""Tables in plain text: where they are, and what stands in which cell."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from reader.intake.script import Draft, Piece, copied, gap
from reader.intake.signs import label
from reader.intake.source import Line

_FIGURE = re.compile(r"[-–]?\d[\d.]*(?:,\d+)?|[-–]")
_UNIT = re.compile(r"(?:Mio|Mia|mio|mia|1\.000|Pct|pct)\.?\s?(?:kr\.)?(?:,\s\d{4}-pl)?")
_TAG = re.compile(r"<[^<>]*>")
_INNER_BULLET = re.compile(r"(?<!\s)\s+(?=•\s)")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """A table in a witness: indices of its first and last line, its caption lines, its cells' places."""

    first: int
    last: int
    caption: tuple[int, ...]
    rows: tuple[tuple[Span, ...], ...]


def find_tables(lines: Sequence[Line], text: str) -> list[Found]:
    """Return every labelled table: by its tabs if it has them, else by the figures that end its rows."""
    found: list[Found] = []
    at = 0
    while at < len(lines):
        here = label(lines[at].text)
        table = _table(lines, text, at, here[1]) if here and here[0].startswith("Tabel") else None
        if table:
            found.append(table)
        at = table.last + 1 if table else at + 1
    return found


def _table(lines: Sequence[Line], text: str, at: int, caption_start: int) -> Found | None:
    following = (n for n in range(at + 1, len(lines)) if not lines[n].blank)
    caption = (at,) if caption_start < len(lines[at].text) else (at, *islice(following, 1))
    header = next(following, None)
    if header is None:
        return None
    tabbed = "\t" in lines[header].text
    taken, rows = _by_tabs(lines, header, following) if tabbed else _by_figures(lines, header, following)
    return Found(at, taken[-1], caption, rows) if len(rows) > 1 else None


def _by_tabs(
    lines: Sequence[Line], header: int, rest: Iterable[int]
) -> tuple[list[int], tuple[tuple[Span, ...], ...]]:
    taken = [header]
    for number in rest:
        if "\t" not in lines[number].text:
            break
        taken.append(number)
    return taken, tuple(tuple(_tab_cells(lines[number])) for number in taken)


def _tab_cells(line: Line) -> Iterator[Span]:
    at = line.start
    for cell in line.text.split("\t"):
        yield _trimmed(cell, at)
        at += len(cell) + 1


def _trimmed(cell: str, at: int) -> Span:
    start = at + len(cell) - len(cell.lstrip())
    return start, max(start, at + len(cell.rstrip()))


def _by_figures(
    lines: Sequence[Line], header: int, rest: Iterable[int]
) -> tuple[list[int], tuple[tuple[Span, ...], ...]]:
    taken = [header]
    for number in rest:
        if not _figures(lines[number].text):
            break
        taken.append(number)
    columns = _columns(lines, taken[1:])
    return taken, tuple(_figure_cells(lines[number], columns) for number in taken)


def _columns(lines: Sequence[Line], taken: list[int]) -> int:
    counts = Counter(_figures(lines[number].text) for number in taken)
    return counts.most_common(1)[0][0] if counts else 1


def _figures(text: str) -> int:
    """Return how many figures end a line that begins with something else."""
    words = text.split()
    return sum(1 for _ in takewhile(_FIGURE.fullmatch, reversed(words[1:])))


def _figure_cells(line: Line, columns: int) -> tuple[Span, ...]:
    words = [(m.start() + line.start, m.end() + line.start) for m in re.finditer(r"\S+", line.text)]
    first, figures = words[:-columns], words[-columns:]
    return ((first[0][0], first[-1][1]), *figures) if first else tuple(figures)


def table_drafts(text: str, lines: Sequence[Line], found: Found) -> list[Draft]:
    """Return the caption, on one line, and the table below it as drafts."""
    first, *more = (lines[at] for at in found.caption)
    pieces = list(copied(text, first.start, first.end))
    for line in more:
        pieces += gap(text, pieces[-1].end, line.start, (), " ", "line-break")
        pieces += copied(text, line.start, line.end)
    return [Draft(pieces, role="caption"), _body(text, found)]


def _body(text: str, found: Found) -> Draft:
    """Return the table as a draft: a tab between cells, a newline between rows, its cells' spans noted."""
    draft = Draft([], role="table")
    length = 0
    for row in found.rows:
        spans = []
        for number, (start, end) in enumerate(row):
            if draft.pieces:
                between = "\t" if number else "\n"
                draft.pieces += gap(text, draft.end, start, (), between, "table")
                length += 1
            cell = list(_cell(text, start, end))
            draft.pieces += cell or [Piece(start, start, "")]
            width = sum(len(piece.text) for piece in cell)
            spans.append((length, length + width))
            length += width
        draft.cells.append(spans)
    return draft


def _cell(text: str, start: int, end: int) -> Iterator[Piece]:
    at = start
    for tag in _TAG.finditer(text, start, end):
        yield from _bullets(text, at, tag.start())
        until = next((n for n in range(tag.end(), end) if not text[n].isspace()), end)
        yield Piece(tag.start(), until, "", "markup", "HTML left in the text")
        at = until
    yield from _bullets(text, at, end)


def _bullets(text: str, start: int, end: int) -> Iterator[Piece]:
    at = start
    for space in _INNER_BULLET.finditer(text, start, end):
        yield from copied(text, at, space.start())
        yield Piece(space.start(), space.end(), "\n", "table", "a list inside a cell")
        at = space.end()
    yield from copied(text, at, end)


def unit_of(header: str, caption: str) -> str:
    """Return the unit that a table's first cell or its caption names, as written; empty if none is."""
    for words in (header, caption):
        found = _UNIT.search(words)
        if found:
            return found.group().strip()
    return ""
