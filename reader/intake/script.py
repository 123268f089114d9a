"""The script that turns a witness into an edition: every code point is copied or emended, none is lost.

A witness is cut into pieces, in order and without gaps. A piece without a kind is copied; any other is an
emendation. What the pieces say, joined, is the edition; what they stand for, joined, is the witness.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from reader.intake.lexicon import Lexicon

_SPACE = re.compile(r"\s+")
_LAST_WORD = re.compile(r"(?<![^\s])(\S*\w)-$")
_FIRST_WORD = re.compile(r"\w+(?:/\w+)?")
_PARTED = "a word parted at the end of a line"
_TAIL = 64


@dataclass(frozen=True, slots=True)
class Piece:
    """`witness[start:end]` reads `text` in the edition; `kind` is empty where it is copied unchanged."""

    start: int
    end: int
    text: str
    kind: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Omission:
    """A stretch of the witness that is not the agreement's text: `kind` is furniture or web-noise."""

    start: int
    end: int
    kind: str
    reason: str


@dataclass(slots=True)
class Draft:
    """A block on its way: its pieces, and what its witness shows of its role.

    `role` is text, heading, item, caption or table. `apart` says that white space stands before it. `small`
    marks a heading wider than the column, so in smaller type than the rest. `emphasis` and `cells` are spans
    of its own text.
    """

    pieces: list[Piece]
    role: str = "text"
    mark: str = ""
    apart: bool = True
    small: bool = False
    emphasis: list[tuple[int, int]] = field(default_factory=list)
    cells: list[list[tuple[int, int]]] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where it begins in the witness."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where it ends in the witness."""
        return self.pieces[-1].end

    @property
    def text(self) -> str:
        """What it says in the edition."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def tail(self) -> str:
        """Its last words: enough to see how it ends, however long it has grown."""
        words = ""
        for piece in reversed(self.pieces):
            words = piece.text + words
            if len(words) >= _TAIL:
                break
        return words


def copied(text: str, start: int, end: int) -> Iterator[Piece]:
    """Copy a stretch of a line, with every run of spaces made one."""
    at = start
    for run in _SPACE.finditer(text, start, end):
        if run.group() == " ":
            continue
        yield Piece(at, run.start(), text[at : run.start()])
        yield Piece(run.start(), run.end(), " ", "spacing", "several spaces")
        at = run.end()
    if at < end:
        yield Piece(at, end, text[at:end])


def gap(
    text: str, start: int, end: int, omissions: Sequence[Omission], between: str, kind: str
) -> Iterator[Piece]:
    """Cover a stretch between two pieces of text: its first white space reads `between`, the rest nothing.

    The omissions are in order. ValueError if something stands there that none of them accounts for.
    """
    at = start
    rest = between
    for omission in _within(omissions, start, end):
        for piece in _white(text, at, omission.start, rest, kind):
            rest = ""
            yield piece
        yield Piece(omission.start, omission.end, "", omission.kind, omission.reason)
        at = omission.end
    for piece in _white(text, at, end, rest, kind):
        rest = ""
        yield piece
    if rest:
        yield Piece(end, end, rest, "paragraph")


def _within(omissions: Sequence[Omission], start: int, end: int) -> Iterator[Omission]:
    for number in range(bisect_left(omissions, start, key=lambda o: o.start), len(omissions)):
        if omissions[number].end > end:
            return
        yield omissions[number]


def _white(text: str, start: int, end: int, reads: str, kind: str) -> Iterator[Piece]:
    if start >= end:
        return
    if text[start:end].strip():
        raise ValueError(f"text would be lost at {start}-{end}: {text[start:end]!r}")
    yield Piece(start, end, reads, "" if text[start:end] == reads else kind)


def join(
    text: str, one: list[Piece], two: Sequence[Piece], omissions: Sequence[Omission], lexicon: Lexicon
) -> None:
    """Put a stretch of a paragraph after the one before it, deciding what a hyphen at its end means."""
    start, end = one[-1].end, two[0].start
    parted = _parted(one[-1], two[0], lexicon)
    if parted is None:
        one += gap(text, start, end, omissions, " ", "line-break")
        one += two
        return
    left, joint, right = parted
    word, rest = start - len(left) - 1, end + len(right)
    _cut_off(one, word)
    between = list(gap(text, start, end, omissions, "", "hyphen"))
    if len(between) > 1:
        rest_of_gap = (replace(p, kind="line-break") if p.kind == "hyphen" else p for p in between[1:])
        one += [Piece(word, between[0].end, left + joint, "hyphen", _PARTED), *rest_of_gap, *two]
    else:
        one += [Piece(word, rest, left + joint + right, "hyphen", _PARTED), *_after(two, rest)]


def _parted(before: Piece, after: Piece, lexicon: Lexicon) -> tuple[str, str, str] | None:
    """Return the halves of the word parted between these pieces, and what stands between them, if any."""
    left, right = _LAST_WORD.search(before.text), _FIRST_WORD.match(after.text)
    if not left or not right or before.kind or after.kind:
        return None
    joint = lexicon.joint(left.group(1), right.group())
    return None if joint == "- " else (left.group(1), joint, right.group())


def _cut_off(pieces: list[Piece], cut: int) -> None:
    last = pieces.pop()
    if last.start < cut:
        pieces.append(Piece(last.start, cut, last.text[: cut - last.start]))


def _after(pieces: Sequence[Piece], cut: int) -> list[Piece]:
    first = pieces[0]
    if first.end <= cut:
        return list(pieces[1:])
    return [Piece(cut, first.end, first.text[cut - first.start :]), *pieces[1:]]


def whole(text: str, drafts: Sequence[Draft], omissions: Sequence[Omission]) -> list[list[Piece]]:
    """Return all pieces of a witness: before and after each draft what stands between it and its neighbours.

    The list has a list of pieces for each gap and each draft in turn, beginning and ending with a gap.
    """
    script = []
    at = 0
    for number, draft in enumerate(drafts):
        between = "\n" if number else ""
        broken = "\n" in text[at : draft.start]
        script.append(
            list(gap(text, at, draft.start, omissions, between, "spacing" if broken else "paragraph"))
        )
        script.append(draft.pieces)
        at = draft.end
    script.append(list(gap(text, at, len(text), omissions, "", "spacing")))
    return script
