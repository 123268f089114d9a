"""An edition as a Qt document, and the map between the two: the only place that knows UTF-16.

The edition counts code points. Qt counts UTF-16 units, and has positions of its own: an end for each block,
one for each table, and an empty block before and after a table that stands alone.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QTextOption

from reader.text.agreement import Block, Edition, Span
from reader.ui.closed import ClosedDocument
from reader.ui.formats import column_width, em_width, reading_font
from reader.ui.look import Look
from reader.ui.typesetter import Part, typeset

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_FLAGS = re.compile("[\U0001f1e6-\U0001f1ff]+\\Z")
_FIRST_COMBINING = "\u0300"
_ENDLESS = 5000
"""More letters than this without a space are no word: Qt takes time by their square to break them well."""


class Page:
    """One edition as it is read. Offsets are code points of the edition's text, positions are Qt's.

    `ledes` and `boxes` are spans of the text, `first_ground` is where the first of them begins; `column` (the
    widest) and `em` are in px; `bidi` says that some of the text runs from right to left;
    `numbered` that it is a witness whose lines are numbered; `endless` that there is a word without end, so
    that lines must be broken anywhere.
    """

    def __init__(self, edition: Edition, look: Look) -> None:
        self.edition = edition
        self.document = ClosedDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self.boxes = tuple(_runs(edition, _boxes(edition)))
        self.ledes = tuple(_runs(edition, lambda block: "lede" if block.lede else ""))
        self.first_ground = min((start for start, _ in (*self.boxes, *self.ledes)), default=len(edition.text))
        self.numbered = any(block.kind == "line" for block in edition.blocks[:1])
        self.endless = any(_is_endless(edition.text, block) for block in edition.blocks)
        if self.endless:
            option = self.document.defaultTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
            self.document.setDefaultTextOption(option)
        self.bidi = _RIGHT_TO_LEFT.search(edition.text) is not None
        self._astral = [found.start() for found in _ASTRAL.finditer(edition.text)]
        self._write(look)
        self._measure()

    def restyle(self, look: Look) -> None:
        """Give the page another look; offsets and positions stay, cursors in the document do not.

        The text is written again: that takes no longer than to go through all formats.
        """
        if look != self.look:
            self.document.clear()
            self._write(look)

    def _write(self, look: Look) -> None:
        self.look = look
        self.column, self.em = column_width(look), em_width(look)
        self.document.setDefaultFont(reading_font(look))
        parts = typeset(self.edition, look, self.boxes, self.document)
        self._parts = parts or [Part(0, 0, 0)]

    def _measure(self) -> None:
        self._starts = [part.start for part in self._parts]
        self._ats = [part.at for part in self._parts]
        self._before = [bisect_left(self._astral, start) for start in self._starts]
        self._pairs = [self._position(offset) for offset in self._astral]

    def to_qt(self, offset: int) -> int:
        """Return the document position of a code point; one outside the text counts as its nearest end."""
        return self._position(min(max(offset, 0), len(self.edition.text)))

    def _position(self, offset: int) -> int:
        index = max(0, bisect_right(self._starts, offset) - 1)
        start, end, at = self._parts[index]
        within = min(max(offset, start), end)
        return at + within - start + bisect_left(self._astral, within) - self._before[index]

    def from_qt(self, position: int) -> int:
        """Return the code point at a position; positions that are only Qt's count as the nearest text."""
        index = bisect_right(self._ats, position) - 1
        if index < 0:
            return self._starts[0]
        start, end, at = self._parts[index]
        offset = start + position - at - (bisect_left(self._pairs, position) - self._before[index])
        if offset <= end:
            return offset
        after = self._ats[index + 1] if index + 1 < len(self._ats) else None
        nearer = after is not None and after - position < offset - end
        return self._starts[index + 1] if nearer else end

    def solid(self, position: int, forward: bool) -> int:
        """Return this position if text stands there, else the next one forward or back where it does."""
        index = bisect_right(self._ats, position) - 1
        if index >= 0 and (not forward or index + 1 == len(self._ats)):
            return self.to_qt(self.from_qt(min(position, self._position(self._parts[index].end))))
        if index < 0 or position > self._position(self._parts[index].end):
            return self._ats[index + 1]
        return self.to_qt(self.from_qt(position))

    def snapped(self, start: int, end: int) -> Span:
        """Return a span widened so that it splits nothing a reader takes for one letter."""
        if start >= end:
            return start, start
        return self._boundary(start, back=True), self._boundary(end, back=False)

    def _boundary(self, offset: int, back: bool) -> int:
        text = self.edition.text
        if not 0 < offset < len(text) or max(text[offset - 1], text[offset]) < _FIRST_COMBINING:
            return offset
        start, end, _ = self._parts[max(0, bisect_right(self._starts, offset) - 1)]
        if not start < offset < end:
            return offset
        # Python's way to Qt drops a sign without width that comes first: every place behind it would shift.
        words = text[start:end].replace("\ufeff", "\u2060")
        finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, words)
        finder.setPosition(_units(words[: offset - start]))
        if not finder.isAtBoundary():
            _ = finder.toPreviousBoundary() if back else finder.toNextBoundary()
        at = _points(words, finder.position())
        if _within_flag(words, at):
            at += -1 if back else 1
        return start + at

    def runs_back(self, start: int, end: int) -> bool:
        """Say whether some of this passage runs from right to left."""
        return self.bidi and any(
            unicodedata.bidirectional(sign) in {"R", "AL", "RLE", "RLO", "RLI"}
            for sign in self.edition.text[start:end]
        )


def _within_flag(text: str, offset: int) -> bool:
    """Say whether this is between the two letters of a flag: Qt misses it behind a picture."""
    run = _FLAGS.search(text[:offset])
    return run is not None and len(run[0]) % 2 == 1 and _FLAGS.match(text[offset : offset + 1]) is not None


def _units(text: str) -> int:
    return len(text) + len(_ASTRAL.findall(text))


def _points(text: str, units: int) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "surrogatepass"))


def _is_endless(text: str, block: Block) -> bool:
    if block.end - block.start <= _ENDLESS:
        return False
    return max(map(len, text[block.start : block.end].split()), default=0) > _ENDLESS


def _boxes(edition: Edition) -> Callable[[Block], str]:
    """Return what says which box a block stands in, if in one."""
    boxed: dict[str, str] = {}
    for section in edition.sections:
        way = edition.way_to(section)
        boxed[section.id] = next((step.id for step in way if step.kind == "box"), "")
    return lambda block: boxed.get(block.section, "")


def _runs(edition: Edition, key: Callable[[Block], str]) -> Iterator[Span]:
    """Yield the spans of neighbouring blocks with one key that is not empty."""
    last, start, end = "", 0, 0
    for block in edition.blocks:
        here = key(block)
        if here != last:
            if last:
                yield start, end
            start = block.start
        last, end = here, block.end
    if last:
        yield start, end
