"""What an agreement is made of.

All offsets count Unicode code points of the edition's text, start included, end excluded.
"""

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

BLOCK_KINDS = ("heading", "paragraph", "item", "table", "line")
"""The last only in a witness as it was transmitted."""
SECTION_KINDS = (
    "title",
    "chapter",
    "annex",
    "section",
    "subsection",
    "group",
    "principle",
    "box",
    "table",
)

Span = tuple[int, int]


class Place(NamedTuple):
    """Where something stands in a witness: file name, first and last line, counted from 1."""

    file: str
    first: int
    last: int


class Witness(NamedTuple):
    """One transmitted text of an agreement; `kind` is wrapped, lines, ocr or transcript."""

    id: str
    file: str
    kind: str


class Agreement(NamedTuple):
    """The work, as the catalogue describes it; `date` is ISO 8601 and may be only a year."""

    id: str
    title: str
    short: str
    date: str
    year: int
    kind: str
    language: str
    parties: tuple[str, ...]
    witnesses: tuple[Witness, ...]


class PrintedPage(NamedTuple):
    """A printed page: the code point where it begins in the edition, and its number."""

    start: int
    number: int


class Block(NamedTuple):
    """The unit a page is built from: a heading, paragraph, list item or table; or a line of a raw witness.

    `level` is 1-4 for headings, else 0. `section` is the id of the innermost section. `mark` is the sign a
    list item had in its witness; it is not part of the text. `cells` gives a table's spans, row by row; the
    text between two cells of a row is one tab, between rows one newline. `emphasis` are spans in italics.
    """

    id: str
    kind: str
    level: int
    start: int
    end: int
    section: str
    place: Place
    mark: str = ""
    lede: bool = False
    emphasis: tuple[Span, ...] = ()
    cells: tuple[tuple[Span, ...], ...] = ()


class Section(NamedTuple):
    """A titled part of an edition; `start` is where its heading begins, `end` where its last block ends."""

    id: str
    kind: str
    level: int
    text: str
    start: int
    end: int
    place: Place
    parent: str


class Principle(NamedTuple):
    """A numbered principle; `paragraphs` are spans, the first of them is the lede."""

    number: int
    title: str
    group: str
    section: str
    start: int
    end: int
    paragraphs: tuple[Span, ...]


class Table(NamedTuple):
    """A table's label, caption and unit; its cells are those of the block that starts at `start`."""

    label: str
    caption: str
    unit: str
    start: int
    end: int


class Emendation(NamedTuple):
    """One change that made a witness into the edition.

    `source` is the code point in the witness where `before` stood; `at` the code point in the edition where
    `after` stands, or would stand if it were not left out.
    """

    kind: str
    before: str
    after: str
    place: Place
    source: int
    at: int
    reason: str = ""

    @property
    def start(self) -> int | None:
        """The place in the edition, or None where the text was left out."""
        return self.at if self.after else None


class Remark(NamedTuple):
    """Something a reader should know of a passage; it changed nothing.

    `kind` is reading (a word that looks wrong in the source), variant (another witness has other words),
    misread (it has them with letters that a machine took for others) or sum (figures that do not add up).
    `reading` is what stands there instead, or would be expected; `place` is in the edition's own witness.
    """

    kind: str
    start: int
    end: int
    reading: str
    place: Place
    reason: str = ""


class EditionParts(NamedTuple):
    """What an edition is made of."""

    id: str
    digest: str
    text: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    principles: tuple[Principle, ...]
    tables: tuple[Table, ...] = ()
    pages: tuple[PrintedPage, ...] = ()


class Edition(EditionParts):
    """The reading text of an agreement, fixed when it was established, known by its digest."""

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    @cached_property
    def section_by_id(self) -> dict[str, Section]:
        """Every section by its id."""
        return {section.id: section for section in self.sections}

    @cached_property
    def _by_section(self) -> dict[str, list[Block]]:
        found: dict[str, list[Block]] = {}
        for block in self.blocks:
            found.setdefault(block.section, []).append(block)
        return found

    def blocks_of(self, section: str) -> list[Block]:
        """Return the blocks that stand in a section itself, not in one below it."""
        return self._by_section.get(section, [])

    def block_at(self, offset: int) -> Block:
        """Return the block that holds this code point; a separator belongs to the block before it."""
        return self.blocks[max(0, bisect_right(self._starts, offset) - 1)]

    def section_at(self, offset: int) -> Section:
        """Return the innermost section around this code point."""
        return self.section_by_id[self.block_at(offset).section]

    def page_at(self, offset: int) -> int | None:
        """Return the number of the printed page that this code point stands on, where the witness tells."""
        at = bisect_right(self.pages, offset, key=lambda page: page.start) - 1
        return self.pages[at].number if at >= 0 else None

    def way_to(self, section: Section) -> tuple[Section, ...]:
        """Return the sections from the outermost to this one: what a breadcrumb shows."""
        way = [section]
        while way[0].parent:
            way.insert(0, self.section_by_id[way[0].parent])
        return tuple(way)

    def principle_at(self, offset: int) -> Principle | None:
        """Return the principle around this code point, if there is one."""
        return next((p for p in self.principles if p.start <= offset < p.end), None)

    def principle(self, number: int) -> Principle | None:
        """Return the principle with this number, if the edition has it."""
        return next((p for p in self.principles if p.number == number), None)

    def table_rows(self, table: Table) -> list[list[str]]:
        """Return the words of a table's cells, row by row; the first row names the columns."""
        return [[self.text[start:end] for start, end in row] for row in self.cells_of(table)]

    def cells_of(self, table: Table) -> tuple[tuple[Span, ...], ...]:
        """Return the spans of a table's cells, row by row."""
        return next(b for b in self.blocks if b.kind == "table" and b.start >= table.start).cells


def leaves(block: Block) -> list[Span]:
    """Return the spans of a block that stand alone on a page: its cells, or the block itself."""
    if block.cells:
        return [span for row in block.cells for span in row]
    return [(block.start, block.end)]
