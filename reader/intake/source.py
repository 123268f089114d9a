"""A witness as it was transmitted: its text, decoded once, and its lines."""

import re
from array import array
from bisect import bisect_right
from pathlib import Path
from typing import NamedTuple

from reader.errors import FileError

_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029\u0085\f\v]")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_UNFIT = re.compile("[\x00\ud800-\udfff\ufdd0\ufdd1]")


class Line(NamedTuple):
    """A line of a witness: its number from 1, and where its text, without the spaces around it, stands.

    It holds the whole witness and not a copy of its own words: a long text has tens of thousands of lines.
    """

    whole: str
    number: int
    start: int
    end: int
    indented: bool

    @property
    def text(self) -> str:
        """Its words, without the spaces around them."""
        return self.whole[self.start : self.end]

    @property
    def blank(self) -> bool:
        """Whether there is nothing but space."""
        return self.start == self.end


def canonical(raw: bytes) -> str:
    """Return the text of a file: UTF-8, marked UTF-16 or else Windows-1252; no BOM, line ends as newlines.

    NUL, lone surrogates and the two characters that Qt keeps for itself become U+FFFD.
    """
    try:
        text = raw.decode("utf-16" if raw[:2] in _UTF_16 else "utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    return _UNFIT.sub("\ufffd", _LINE_ENDS.sub("\n", text))


def raw_witness(path: Path) -> bytes:
    """Return a witness's bytes; FileError if the file cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileError(
            f"A source text cannot be read: {path} ({error.strerror}). "
            "Nothing was changed; put the file back and start again.",
            "source",
        ) from error


def lines_of(text: str) -> list[Line]:
    """Split a text into its lines."""
    lines: list[Line] = []
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        raw = text[start : end if end >= 0 else len(text)]
        inner = raw.strip()
        first = start + (len(raw) - len(raw.lstrip()) if inner else 0)
        indented = raw[:1] == " " and bool(inner)
        lines.append(Line(text, len(lines) + 1, first, first + len(inner), indented))
        start += len(raw) + 1
    return lines


class Ruler:
    """Tells on which line of a witness a code point stands."""

    def __init__(self, text: str) -> None:
        self._starts = array("q", [0])
        for found in re.finditer("\n", text):
            self._starts.append(found.end())
        # Each number once: tens of thousands of places hold them.
        self._numbers = list(range(len(self._starts) + 1))

    def line(self, offset: int) -> int:
        """Return the number of the line, counted from 1."""
        return self._numbers[bisect_right(self._starts, offset)]
