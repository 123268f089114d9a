"""Witness to edition: the one road from a source text to a reading text."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

from reader.intake.boxes import caption_follows
from reader.intake.from_lines import LinesReader
from reader.intake.from_transcript import TranscriptReader
from reader.intake.from_wrapped import WrappedReader
from reader.intake.lexicon import Lexicon
from reader.intake.principles import principles
from reader.intake.recorded import Recorded
from reader.intake.restored import Unclear
from reader.intake.script import Draft, Omission, gap, whole
from reader.intake.signs import label
from reader.intake.source import Ruler
from reader.intake.structure import Evidence, Head, Outline
from reader.intake.tables import unit_of
from reader.text.agreement import (
    Agreement,
    Block,
    Edition,
    Emendation,
    Place,
    PrintedPage,
    Remark,
    Section,
    Table,
    Witness,
)
from reader.text.origin import Origin


@dataclass(frozen=True, slots=True)
class Established:
    """An edition, what was done to its witness, and what a reader should know of it."""

    edition: Edition
    emendations: Sequence[Emendation]
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Drafted:
    """A witness's text cut into drafts; `file` is where it stands, `pages` where its pages begin.

    `doubts` are words that a machine probably misread, but not surely enough for them to be changed.
    """

    text: str
    file: str
    drafts: list[Draft]
    omissions: list[Omission]
    pages: tuple[tuple[int, int], ...] = ()
    doubts: tuple[Unclear, ...] = ()


class WitnessReader(Protocol):
    """Cuts one kind of witness into drafts; `omissions` and `pages` are complete when they are."""

    omissions: list[Omission]
    pages: dict[int, int]

    def drafts(self) -> list[Draft]:
        """Return the drafts in order."""
        ...


def _reader(agreement: Agreement, witness: Witness, text: str, lexicon: Lexicon) -> WitnessReader:
    if witness.kind in ("wrapped", "ocr"):
        return WrappedReader(text, agreement, lexicon)
    if witness.kind == "lines":
        return LinesReader(text, agreement, lexicon)
    return TranscriptReader(text, agreement, lexicon)


def draft(agreement: Agreement, witness: Witness, text: str, lexicon: Lexicon) -> Drafted:
    """Cut one witness into drafts, by its kind."""
    reader = _reader(agreement, witness, text, lexicon)
    drafts = reader.drafts()
    return Drafted(text, witness.file, drafts, reader.omissions, tuple(sorted(reader.pages.items())))


def establish(agreement: Agreement, drafted: Drafted, evidence: Evidence) -> Established:
    """Make the edition of an agreement from one witness's drafts, which are used up.

    The pieces of a long text take more room than its edition; they go as its emendations come.
    """
    drafts = _with_captions(drafted)
    heads = Outline(drafts, agreement.title, evidence).find()
    return _Edition(agreement, drafted, drafts, heads).made()


def evidence_in(agreement: Agreement, drafted: Drafted) -> Evidence:
    """Return what one witness alone tells of the shapes of others."""
    drafts = _with_captions(drafted)
    return _Edition(
        agreement, drafted, drafts, Outline(drafts, agreement.title, Evidence()).find()
    ).evidence()


def _with_captions(drafted: Drafted) -> list[Draft]:
    """Join the label of a box with the caption on the line below."""
    drafts = drafted.drafts
    joined: list[Draft] = []
    for at, here in enumerate(drafts):
        if at and caption_follows(drafts, at - 1):
            before = joined[-1]
            between = gap(drafted.text, before.end, here.start, drafted.omissions, " ", "line-break")
            before.pieces = [*before.pieces, *between, *here.pieces]
        else:
            joined.append(replace(here))
    return joined


class _Edition:
    def __init__(
        self, agreement: Agreement, drafted: Drafted, drafts: Sequence[Draft], heads: dict[int, Head]
    ) -> None:
        self._agreement = agreement
        self._drafted = drafted
        self._drafts = drafts
        self._heads = heads
        self._ruler = Ruler(drafted.text)
        self._script = whole(drafted.text, drafts, drafted.omissions)
        self._places: dict[tuple[int, int], Place] = {}
        self._spans, self._length = self._measure()
        self._boxed = {
            n for at, head in heads.items() if head.kind == "box" for n in range(at + 1, head.until)
        }

    def made(self) -> Established:
        sections, homes = self._sections()
        blocks = tuple(self._block(at, homes[at]) for at in range(len(self._drafts)))
        text, emendations = self._read_out()
        digest = hashlib.sha256(text.encode()).hexdigest()
        found = principles(text, blocks, sections)
        tables = self._tables(text, blocks)
        pages = self._pages(Origin(emendations))
        edition = Edition(self._agreement.id, digest, text, blocks, sections, found, tables, pages)
        return Established(edition, emendations)

    def _pages(self, origin: Origin) -> tuple[PrintedPage, ...]:
        return tuple(PrintedPage(origin.in_edition(start), number) for start, number in self._drafted.pages)

    def _measure(self) -> tuple[list[tuple[int, int]], int]:
        spans = []
        length = 0
        for number, part in enumerate(self._script):
            width = sum(len(piece.text) for piece in part)
            if number % 2:
                spans.append((length, length + width))
            length += width
        return spans, length

    def _place(self, start: int, end: int) -> Place:
        first, last = self._ruler.line(start), self._ruler.line(max(start, end - 1))
        lines = (first, first if first == last else last)
        # One place for all that stands there: a long text has tens of thousands of emendations.
        return self._places.setdefault(lines, Place(self._drafted.file, *lines))

    def _draft_place(self, draft: Draft) -> Place:
        shown = [piece for piece in draft.pieces if piece.text.strip()] or draft.pieces
        return self._place(shown[0].start, shown[-1].end)

    def _sections(self) -> tuple[tuple[Section, ...], list[str]]:
        """Return the sections, and for each draft the id of the innermost one it stands in."""
        root = Section("s0", "title", 1, self._agreement.title, 0, self._length, self._place(0, 1), "")
        sections, homes = [root], []
        way: list[tuple[Section, int]] = [(root, len(self._drafts))]
        for at, draft in enumerate(self._drafts):
            while way[-1][1] <= at:
                way.pop()
            head = self._heads.get(at)
            if head and head.kind == "title":
                sections[0] = root._replace(text=draft.text, place=self._draft_place(draft))
                way[0] = (sections[0], way[0][1])
            elif head:
                self._enter(way, sections, at, head)
            homes.append(way[-1][0].id)
        return tuple(sections), homes

    def _enter(self, way: list[tuple[Section, int]], sections: list[Section], at: int, head: Head) -> None:
        floats = head.kind in ("box", "table")
        while len(way) > 1 and not floats and way[-1][0].level >= head.level and not self._holds(way[-1], at):
            way.pop()
        until = self._until(at, head, way[-1][1])
        start, end = self._spans[at][0], self._spans[until - 1][1]
        draft = self._drafts[at]
        parent = way[-1][0].id
        made = Section(
            f"s{len(sections)}",
            head.kind,
            head.level,
            draft.text,
            start,
            end,
            self._draft_place(draft),
            parent,
        )
        sections.append(made)
        way.append((made, until))

    def _holds(self, entry: tuple[Section, int], at: int) -> bool:
        """Say whether a box or table is still open: what stands in it is below it, whatever its level."""
        section, until = entry
        return section.kind in ("box", "table") and at < until

    def _until(self, at: int, head: Head, limit: int) -> int:
        if head.until:
            return min(head.until, limit)
        for after in range(at + 1, limit):
            other = self._heads.get(after)
            closed = other and other.kind not in ("box", "table") and other.level <= head.level
            if closed and (at in self._boxed or after not in self._boxed):
                return after
        return limit

    def _block(self, at: int, home: str) -> Block:
        draft, (start, end) = self._drafts[at], self._spans[at]
        head = self._heads.get(at)
        kind = "heading" if head else {"item": "item", "table": "table"}.get(draft.role, "paragraph")
        before = self._heads.get(at - 1)
        return Block(
            id=f"b{at}",
            kind=kind,
            level=head.level if head else 0,
            start=start,
            end=end,
            section=home,
            place=self._draft_place(draft),
            mark=draft.mark if kind == "item" else "",
            lede=bool(before and before.kind == "principle" and kind == "paragraph"),
            emphasis=tuple((start + a, start + b) for a, b in draft.emphasis),
            cells=tuple(tuple((start + a, start + b) for a, b in row) for row in draft.cells),
        )

    def _tables(self, text: str, blocks: Sequence[Block]) -> tuple[Table, ...]:
        found = []
        for caption, block in pairwise(blocks):
            if block.kind != "table":
                continue
            title = text[caption.start : caption.end]
            name, rest = label(title) or ("", 0)
            first, end = block.cells[0][0]
            unit = unit_of(text[first:end], title[rest:])
            found.append(Table(name, title[rest:], unit, caption.start, block.end))
        return tuple(found)

    def _read_out(self) -> tuple[str, Recorded]:
        """Return the text and what was changed to make it; the pieces go as they are read."""
        record = Recorded(self._drafted.text, self._drafted.file, self._ruler)
        text = "".join(self._words(record))
        record.read_in(text)
        return text, record

    def _words(self, record: Recorded) -> Iterator[str]:
        """Yield the words of each part, and record what was changed in it."""
        length = 0
        for part in self._script:
            for piece in part:
                end = length + len(piece.text)
                if piece.kind:
                    record.add(piece.kind, piece.reason, (piece.start, piece.end), (length, end))
                length = end
            words = "".join(piece.text for piece in part)
            part.clear()
            yield words

    def evidence(self) -> Evidence:
        """Return what the sections of this text tell of the shapes of others."""
        sections, _ = self._sections()
        inside = {s.id for s in sections if s.kind == "box"}
        boxed = frozenset(s.text.casefold() for s in sections if s.parent in inside)
        parents = {s.parent for s in sections if s.kind == "subsection"}
        themes = frozenset(
            s.text.casefold()
            for s in sections
            if s.id in parents and s.kind == "section" and " " not in s.text
        )
        return Evidence(boxed, themes)
