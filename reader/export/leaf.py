"""One leaf of an edition as one line of Markdown, with what is marked and emphasised in it."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.export.escaping import escapes
from reader.export.passages import Marks, trimmed
from reader.text.agreement import Span

LINE_BREAK = " <br>"
"""With a space before it, because pandoc leaves the tag out where it does not write HTML."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two cuts; `first` and `last` are its edges without whitespace."""

    start: int
    first: int
    last: int
    end: int
    covered: bool
    emphasis: Sequence[Span]


def leaf_markdown(
    text: str, span: Span, marks: Marks, emphasis: Iterable[Span] = (), *, opening: bool = False
) -> str:
    """Return the leaf `span` of the cleaned `text` as one line, without the whitespace at its edges.

    Marked text is cut at every edge of a highlight, so that each piece stands between marks once. `opening`
    says that the line will stand first in its block.
    """
    start, end = trimmed(text, *span)
    leaf = text[start:end]
    shifted = _shifted(marks, -start)
    pieces = list(_pieces(leaf, shifted, _joined((a - start, b - start) for a, b in emphasis)))
    written = escapes(leaf, _edges(pieces), opening=opening)
    for at, _ in shifted.references:
        _part_from_reference(written, at)
    words = [shifted.references_at(piece.start) + _markdown(piece, written) for piece in pieces]
    return "".join([*words, shifted.references_at(len(leaf))])


def _shifted(marks: Marks, by: int) -> Marks:
    covered = tuple((start + by, end + by) for start, end in marks.covered)
    return Marks(covered, tuple((at + by, name) for at, name in marks.references))


def _joined(emphasis: Iterable[Span]) -> list[Span]:
    """Return the spans in order, those that touch made one: between them stars would run together."""
    joined: list[Span] = []
    for start, end in sorted(emphasis):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _pieces(leaf: str, marks: Marks, emphasis: Sequence[Span]) -> Iterable[_Piece]:
    depth_at = Counter(start for start, _ in marks.covered)
    depth_at.subtract(end for _, end in marks.covered)
    depth = 0
    for start, end in pairwise(_cuts(leaf, marks)):
        depth += depth_at[start]
        first, last = trimmed(leaf, start, end)
        inside = [trimmed(leaf, max(a, first), min(b, last)) for a, b in emphasis if a < last and b > first]
        stars = [span for span in inside if _can_be_emphasised(leaf, *span)]
        yield _Piece(start, first, last, end, depth > 0 and first < last, stars)


def _cuts(leaf: str, marks: Marks) -> list[int]:
    breaks = {at + side for at, sign in enumerate(leaf) if sign == "\n" for side in (0, 1)}
    edges = {edge for span in marks.covered for edge in span}
    return sorted({0, len(leaf)} | breaks | edges | {at for at, _ in marks.references})


def _can_be_emphasised(leaf: str, start: int, end: int) -> bool:
    """Say whether readers will take asterisks here as emphasis; if not, plain words are better than stars."""
    opens = not _stands_free(leaf[start:]) or _stands_free(leaf[:start][-1:])
    closes = not _stands_free(leaf[:end][-1:]) or _stands_free(leaf[end:])
    return start < end and opens and closes


def _stands_free(text: str) -> bool:
    """Say whether the text begins with no letter or figure: only beside such may signs be emphasised."""
    return not text or text[0].isspace() or unicodedata.category(text[0])[0] in "PS"


def _edges(pieces: Iterable[_Piece]) -> set[int]:
    """Return the offsets at which marks, references or stars will be put in."""
    edges = set()
    for piece in pieces:
        edges |= {piece.start, piece.first, piece.last, piece.end}
        edges.update(edge for span in piece.emphasis for edge in span)
    return edges


def _part_from_reference(written: list[str], at: int) -> None:
    """Keep a reference from being read as a link's words or as a picture's."""
    for near, sign in ((at, "("), (at - 1, "!")):
        if 0 <= near < len(written) and written[near] == sign:
            written[near] = "\\" + sign


def _markdown(piece: _Piece, written: Sequence[str]) -> str:
    if written[piece.start] == "\n":
        return LINE_BREAK
    words, at = [], piece.first
    for start, end in piece.emphasis:
        words += [*written[at:start], "*", *written[start:end], "*"]
        at = end
    words += written[at : piece.last]
    sign = "==" if piece.covered else ""
    around = written[piece.start : piece.first], written[piece.last : piece.end]
    return "".join([*around[0], sign, *words, sign, *around[1]])
