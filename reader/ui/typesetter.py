"""Write an edition into a document, block by block, and say where each line of its text came to stand."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextTable

from reader.text.agreement import Block, Edition, Span
from reader.ui.formats import Formats, bulleted
from reader.ui.look import Look

_TAKEN = re.compile("[\x00\r\u2028\u2029\ufdd0\ufdd1\ud800-\udfff]")
_FIGURE = re.compile(r"[-–−+±]?\s?\d[\d.,\s]*(?:%|pct\.?|kr\.?)?|[-–−]?")

Inside = tuple[bool, bool, bool]


class Part(NamedTuple):
    """A line of the text that stands alone in the document: its span, and the position where it begins."""

    start: int
    end: int
    at: int


def typeset(edition: Edition, look: Look, boxes: tuple[Span, ...], document: QTextDocument) -> list[Part]:
    """Write the edition into an empty document in one edit block; return its parts in order."""
    return _Typesetter(edition, look, document).write(boxes)


def figure_columns(rows: list[list[str]]) -> frozenset[int]:
    """Return which columns of a table hold nothing but figures below the header."""
    columns: dict[int, list[str]] = {}
    for row in rows[1:]:
        for number, cell in enumerate(row):
            columns.setdefault(number, []).append(cell.strip())
    return frozenset(n for n, cells in columns.items() if any(cells) and all(map(_FIGURE.fullmatch, cells)))


class _Typesetter:
    def __init__(self, edition: Edition, look: Look, document: QTextDocument) -> None:
        self._edition = edition
        # Qt has its own use for some signs, and Python's way to Qt drops a zero-width space that comes first.
        self._text = _TAKEN.sub("\ufffd", edition.text).replace("\ufeff", "\u2060")
        self._formats = Formats(look)
        self._document = document
        self._cursor = QTextCursor(document)
        self._bullets: int | None = None
        self._fresh = True
        self._parts: list[Part] = []

    def write(self, boxes: tuple[Span, ...]) -> list[Part]:
        self._document.setIndentWidth(1.5 * self._formats.em)
        self._cursor.beginEditBlock()
        for block, inside in _placed(self._edition.blocks, boxes):
            if block.cells:
                self._table(block, inside)
            else:
                self._leaf(block, inside)
        self._cursor.endEditBlock()
        return self._parts

    def _leaf(self, block: Block, inside: Inside) -> None:
        section = self._edition.section_by_id.get(block.section)
        label = inside[0] or (section is not None and section.kind == "table")
        layout, chars = self._formats.block(block, inside), self._formats.chars(block, label)
        for start, end in self._lines((block.start, block.end)):
            self._begin(layout, chars)
            if bulleted(block) and start == block.start:
                self._bullet(layout)
            self._run(start, end, chars, block.emphasis)

    def _begin(self, layout: QTextBlockFormat, chars: QTextCharFormat) -> None:
        """Go to an empty block at the end: the one that stands there after a table, or a new one."""
        if self._fresh:
            self._cursor.setBlockFormat(layout)
            self._cursor.setBlockCharFormat(chars)
        else:
            self._cursor.insertBlock(layout, chars)
        self._fresh = False

    def _bullet(self, layout: QTextBlockFormat) -> None:
        if self._bullets is None:
            self._bullets = self._cursor.createList(self._formats.bullets()).objectIndex()
        else:
            joined = QTextBlockFormat(layout)
            joined.setObjectIndex(self._bullets)
            self._cursor.setBlockFormat(joined)

    def _run(self, start: int, end: int, chars: QTextCharFormat, emphasis: tuple[Span, ...]) -> None:
        self._parts.append(Part(start, end, self._cursor.position()))
        at = start
        for first, last in emphasis:
            first, last = max(first, at), min(last, end)
            if first < last:
                self._cursor.insertText(self._text[at:first], chars)
                self._cursor.insertText(self._text[first:last], _italic(chars))
                at = last
        if at < end:
            self._cursor.insertText(self._text[at:end], chars)

    def _table(self, block: Block, inside: Inside) -> None:
        if self._fresh:
            self._gap()
        columns = max(1, *(len(row) for row in block.cells))
        table = self._cursor.insertTable(len(block.cells), columns, self._formats.table(inside))
        self._cells(block, table)
        # A cell keeps its format where Qt keeps that of its first block: it comes last.
        self._rule(table)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._gap()
        self._fresh = True

    def _gap(self) -> None:
        layout, chars = self._formats.gap()
        self._cursor.setBlockFormat(layout)
        self._cursor.setBlockCharFormat(chars)

    def _rule(self, table: QTextTable) -> None:
        formats = self._formats.cell(True), self._formats.cell(False)
        for row in range(table.rows()):
            for column in range(table.columns()):
                table.cellAt(row, column).setFormat(formats[min(row, 1)])

    def _cells(self, block: Block, table: QTextTable) -> None:
        figures = figure_columns([[self._text[s:e] for s, e in row] for row in block.cells])
        self._cursor.setPosition(table.firstPosition())
        for number, row in enumerate(block.cells):
            for column in range(table.columns()):
                if column < len(row):
                    self._cell(row[column], number == 0, column in figures, block.emphasis)
                self._cursor.setPosition(self._cursor.position() + 1)

    def _cell(self, span: Span, header: bool, figures: bool, emphasis: tuple[Span, ...]) -> None:
        layout, chars = self._formats.cell_block(figures), self._formats.cell_chars(header)
        self._fresh = True
        for start, end in self._lines(span):
            self._begin(layout, chars)
            self._run(start, end, chars, emphasis)

    def _lines(self, span: Span) -> Iterator[Span]:
        start, end = span
        while (at := self._text.find("\n", start, end)) >= 0:
            yield start, at
            start = at + 1
        yield start, end


def _italic(chars: QTextCharFormat) -> QTextCharFormat:
    made = QTextCharFormat(chars)
    made.setFontItalic(True)
    return made


def _placed(blocks: tuple[Block, ...], boxes: tuple[Span, ...]) -> Iterator[tuple[Block, Inside]]:
    """Yield each block with where it stands: in a box, the first there, the last there."""
    starts, ends = {start for start, _ in boxes}, {end for _, end in boxes}
    boxed = False
    for block in blocks:
        opening = block.start in starts
        boxed = boxed or opening
        closing = boxed and block.end in ends
        yield block, (boxed, opening, closing)
        boxed = boxed and not closing
