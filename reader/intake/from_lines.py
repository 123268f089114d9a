"""Text of a PDF with every paragraph on a line of its own, broken only where a page ended."""

import re
from collections.abc import Iterator, Sequence

from reader.intake.furniture import furniture
from reader.intake.lexicon import Lexicon
from reader.intake.script import Draft, Omission, Piece, copied, join
from reader.intake.signs import begins_small, bullet, ended, like_a_heading, number
from reader.intake.source import Line, lines_of
from reader.intake.tables import Found, find_tables, table_drafts
from reader.text.agreement import Agreement

_LETTERED = re.compile(r"\w[.)]\s")
_EMPHASIS = re.compile(r"\*(?=\S)([^*\n]+?)(?<=\S)\*")


class LinesReader:
    """Reads one witness whose lines are paragraphs."""

    def __init__(self, text: str, agreement: Agreement, lexicon: Lexicon) -> None:
        self._text = text
        self._lexicon = lexicon
        self._lines = lines_of(text)
        self._tables = find_tables(self._lines, text)
        self.pages: dict[int, int] = {}
        self.omissions: list[Omission] = furniture(self._lines, agreement.parties)

    def drafts(self) -> list[Draft]:
        """Return the paragraphs, headings, items and tables in order."""
        tables = {table.first: table for table in self._tables}
        inside = {n for table in self._tables for n in range(table.first, table.last + 1)}
        left_out = {omission.start for omission in self.omissions}
        drafts: list[Draft] = []
        for at, line in enumerate(self._lines):
            if at in tables:
                drafts += self._table(tables[at])
            elif at not in inside and not line.blank and line.start not in left_out:
                self._add(drafts, line, apart=at == 0 or self._lines[at - 1].blank)
        for draft in drafts:
            draft.emphasis = list(_emphasis_of(draft.pieces))
        return drafts

    def _add(self, drafts: list[Draft], line: Line, apart: bool) -> None:
        draft = self._draft(line, apart)
        if drafts and _goes_on(drafts[-1], draft):
            join(self._text, drafts[-1].pieces, draft.pieces, self.omissions, self._lexicon)
        else:
            drafts.append(draft)

    def _draft(self, line: Line, apart: bool) -> Draft:
        mark = bullet(line.text)
        start = line.start + len(mark)
        draft = Draft(list(emphasised(self._text, start, line.end)), mark=mark.strip(), apart=apart)
        if mark:
            draft.pieces.insert(0, Piece(line.start, start, "", "list-mark"))
        numbered_heading = number(draft.text) is None or not ended(draft.text)
        if mark:
            draft.role = "item"
        elif like_a_heading(draft.text) and numbered_heading:
            draft.role = "heading"
        elif number(draft.text) is not None:
            draft.role = "item"
        return draft

    def _table(self, table: Found) -> list[Draft]:
        return table_drafts(self._text, self._lines, table)


def _goes_on(before: Draft, after: Draft) -> bool:
    if before.role in ("table", "caption", "heading") or after.mark or after.role == "heading":
        return before.role in ("text", "item") and before.tail.endswith("-") and not after.mark
    if before.tail.endswith("-"):
        return True
    # A sentence that ends before a small letter lost its next words at the page break; they are no paragraph.
    return begins_small(after.text) and not _LETTERED.match(after.text)


def emphasised(text: str, start: int, end: int) -> Iterator[Piece]:
    """Copy a stretch, leaving out the asterisks around words that stand in italics."""
    at = start
    for found in _EMPHASIS.finditer(text, start, end):
        yield from copied(text, at, found.start())
        yield Piece(found.start(), found.start() + 1, "", "emphasis")
        yield from copied(text, found.start(1), found.end(1))
        yield Piece(found.end() - 1, found.end(), "", "emphasis")
        at = found.end()
    yield from copied(text, at, end)


def _emphasis_of(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    length = 0
    opened: int | None = None
    for piece in pieces:
        if piece.kind == "emphasis" and opened is None:
            opened = length
        elif piece.kind == "emphasis" and opened is not None:
            yield opened, length
            opened = None
        length += len(piece.text)
