"""The script that turns a witness into an edition: every code point is copied or emended, none is lost.

A witness is cut into pieces, in order and without gaps. A piece without a kind is copied; any other is an
emendation. What the pieces say, joined, is the edition; what they stand for, joined, is the witness.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reader.intake.lexicon import Lexicon

_SPACE = re.compile(r"\s+")
_LAST_WORD = re.compile(r"(?<![^\s])(\S*\w)-$")
_FIRST_WORD = re.compile(r"\w+(?:/\w+)?")
_PARTED = "a word parted at the end of a line"


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

    `role` is text, heading, item, caption or table. `page` is the page it begins on, where the witness
    tells; `apart` says that white space stands before it. `small` marks a heading wider than the column,
    so in smaller type than the rest. `emphasis` and `cells` are spans of its own text.
    """

    pieces: list[Piece]
    role: str = "text"
    mark: str = ""
    page: int | None = None
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
    text: str, start: int, end: int, omissions: Iterable[Omission], between: str, kind: str
) -> Iterator[Piece]:
    """Cover a stretch between two pieces of text: its first white space reads `between`, the rest nothing.

    ValueError if something stands there that no omission accounts for.
    """
    at = start
    rest = between
    for omission in [o for o in omissions if start <= o.start and o.end <= end]:
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


def _white(text: str, start: int, end: int, reads: str, kind: str) -> Iterator[Piece]:
    if start >= end:
        return
    if text[start:end].strip():
        raise ValueError(f"text would be lost at {start}-{end}: {text[start:end]!r}")
    yield Piece(start, end, reads, "" if text[start:end] == reads else kind)


def joined(
    text: str, one: Sequence[Piece], two: Sequence[Piece], omissions: Sequence[Omission], lexicon: Lexicon
) -> list[Piece]:
    """Join two stretches of one paragraph, deciding what a hyphen at the end of the first one means."""
    start, end = one[-1].end, two[0].start
    left, right = _LAST_WORD.search(one[-1].text), _FIRST_WORD.match(two[0].text)
    if not left or not right or one[-1].kind or two[0].kind:
        return [*one, *gap(text, start, end, omissions, " ", "line-break"), *two]
    joint = lexicon.joint(left.group(1), right.group())
    if joint == "- ":
        return [*one, *gap(text, start, end, omissions, " ", "line-break"), *two]
    head, word = _parted(one, start - len(left.group()))
    rest, tail = _parted_after(two, end + right.end())
    reads = left.group(1) + joint
    between = list(gap(text, start, end, omissions, "", "hyphen"))
    if len(between) > 1:
        first = Piece(word, between[0].end, reads, "hyphen", _PARTED)
        return [*head, first, *between[1:], *two]
    return [*head, Piece(word, rest, reads + right.group(), "hyphen", _PARTED), *tail]


def _parted(pieces: Sequence[Piece], cut: int) -> tuple[list[Piece], int]:
    last = pieces[-1]
    kept = Piece(last.start, cut, last.text[: cut - last.start])
    return [*pieces[:-1], *([kept] if kept.text else [])], cut


def _parted_after(pieces: Sequence[Piece], cut: int) -> tuple[int, list[Piece]]:
    first = pieces[0]
    kept = Piece(cut, first.end, first.text[cut - first.start :])
    return cut, [*([kept] if kept.text else []), *pieces[1:]]


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
