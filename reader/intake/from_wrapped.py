"""Hard-wrapped text, of a PDF or read by a machine: every printed line a line, words broken at its end."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from reader.intake.furniture import furniture
from reader.intake.lexicon import Lexicon
from reader.intake.script import Draft, Omission, Piece, copied, join
from reader.intake.signs import begins_large, begins_small, bullet, ended, like_a_heading, number
from reader.intake.source import Line, lines_of
from reader.intake.tables import find_tables, table_drafts
from reader.text.agreement import Agreement

_FULL_SHARE = 0.97
_LONGEST_NUMBERED_HEADING = 3


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Lines that belong together: `apart` if white space stands before them, `heading` if they are one."""

    lines: tuple[Line, ...]
    apart: bool
    heading: bool = False


class WrappedReader:
    """Reads one hard-wrapped witness."""

    def __init__(self, text: str, agreement: Agreement, lexicon: Lexicon) -> None:
        self._text = text
        self._lexicon = lexicon
        self._lines = lines_of(text)
        self._tables = find_tables(self._lines, text)
        self.omissions: list[Omission] = furniture(self._lines, agreement.parties)
        self._running = self._running_lines()
        self.pages = self._page_tops()
        self._table_tops = [table.first + 1 for table in self._tables]
        lengths = sorted(len(line.text) for line in self._lines if not line.blank)
        self._width = lengths[int(len(lengths) * _FULL_SHARE)] if lengths else 0

    def drafts(self) -> list[Draft]:
        """Return the paragraphs, headings, items and tables in order."""
        drafts = [self._draft(paragraph) for paragraph in self._paragraphs()]
        for table in self._tables:
            drafts += table_drafts(self._text, self._lines, table)
        return sorted(drafts, key=lambda draft: draft.start)

    def _page_tops(self) -> dict[int, int]:
        """Return where each page begins; what stands on its first line may be left out of the text."""
        inside = self._inside_tables()
        tops = (line.start for at, line in enumerate(self._lines) if line.indented and at not in inside)
        pages = {start: number for number, start in enumerate(tops, start=1)}
        # One indented line alone does not tell that the witness marks its pages so.
        return pages if len(pages) > 1 else {}

    def _inside_tables(self) -> set[int]:
        return {n for table in self._tables for n in range(table.first, table.last + 1)}

    def _running_lines(self) -> list[Line]:
        """Return the lines that belong to no table and not to the page."""
        inside = self._inside_tables()
        left_out = {omission.start for omission in self.omissions}
        return [
            line
            for line in self._lines
            if line.number - 1 not in inside and (line.blank or line.start not in left_out)
        ]

    def _paragraphs(self) -> list[_Paragraph]:
        found: list[_Paragraph] = []
        lines: list[Line] = []
        apart, blank = True, True
        for line in self._running:
            if line.blank:
                blank = True
                continue
            table_between = (
                bool(lines) and line.number - lines[-1].number > 1 and self._table_before(line, lines[-1])
            )
            if lines and (table_between or self._parts(lines, line, blank)):
                found.append(self._closed(lines, apart))
                lines, apart = [], blank or table_between
            lines.append(line)
            blank = False
        if lines:
            found.append(self._closed(lines, apart))
        return found

    def _table_before(self, line: Line, before: Line) -> bool:
        tops = self._table_tops
        return bisect_left(tops, before.number) < bisect_right(tops, line.number)

    def _closed(self, lines: list[Line], apart: bool) -> _Paragraph:
        alone = len(lines) == 1 and like_a_heading(lines[0].text)
        numbered = len(lines) <= _LONGEST_NUMBERED_HEADING and self._numbered_heading(lines)
        return _Paragraph(tuple(lines), apart, alone or numbered)

    def _numbered_heading(self, lines: list[Line]) -> bool:
        first, last = lines[0].text, lines[-1].text
        rest = first.split(" ", 1)[-1]
        return number(first) is not None and rest[:1].isupper() and not ended(last) and last[-1] not in ",-"

    def _parts(self, lines: list[Line], line: Line, blank: bool) -> bool:
        """Say whether a new paragraph begins with this line."""
        last = lines[-1]
        if bullet(line.text) or self._next_number(lines, line, blank):
            return not last.text.endswith("-") or bool(bullet(line.text))
        if blank:
            return not self._unfinished(lines, line)
        if len(lines) == 1 and self._runs_in(last, line):
            return True
        return line.indented and ended(last.text) and begins_large(line.text) and self._room(last, line)

    def _next_number(self, lines: list[Line], line: Line, blank: bool) -> bool:
        here = number(line.text)
        if here is None:
            return False
        return blank or ended(lines[-1].text) or number(lines[0].text) == here - 1

    def _unfinished(self, lines: list[Line], line: Line) -> bool:
        last = lines[-1].text
        if last.endswith("-"):
            return True
        item = bullet(last) or number(last) is not None
        if ended(last) or (len(lines) == 1 and not item and self._room(lines[-1], line)):
            return False
        full = not self._room(lines[-1], line) and not self._begins_a_sentence(line)
        return begins_small(line.text) or last.endswith(",") or full

    def _runs_in(self, first: Line, after: Line) -> bool:
        """Say whether the first line of a paragraph is a heading that the text follows at once."""
        if not like_a_heading(first.text):
            return False
        if bullet(after.text):
            return True
        if not after.text[:1].isupper():
            return False
        return self._room(first, after) or len(first.text) > self._width or self._begins_a_sentence(after)

    def _begins_a_sentence(self, line: Line) -> bool:
        return self._lexicon.ordinary(line.text.split()[0].strip(".,;:()"))

    def _room(self, line: Line, after: Line) -> bool:
        return len(line.text) + 1 + len(after.text.split()[0]) <= self._width

    def _draft(self, paragraph: _Paragraph) -> Draft:
        lines = paragraph.lines
        mark = "" if paragraph.heading else bullet(lines[0].text)
        start = lines[0].start + len(mark)
        pieces = list(copied(self._text, start, lines[0].end))
        for line in lines[1:]:
            after = list(copied(self._text, line.start, line.end))
            join(self._text, pieces, after, self.omissions, self._lexicon)
        if mark:
            pieces.insert(0, Piece(lines[0].start, start, "", "list-mark"))
        item = bool(mark) or (not paragraph.heading and number(lines[0].text) is not None)
        role = "heading" if paragraph.heading else "item" if item else "text"
        small = paragraph.heading and any(len(line.text) > self._width for line in lines)
        return Draft(pieces, role, mark.strip(), paragraph.apart, small)
