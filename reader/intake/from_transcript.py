"""Text taken from a web page: paragraphs run on, and what stood around them came along."""

import re
from collections.abc import Iterator, Sequence, Set
from difflib import SequenceMatcher

from reader.intake.lexicon import Lexicon
from reader.intake.script import Draft, Omission, Piece, copied, join
from reader.intake.signs import begins_small, ended, letters, like_a_heading
from reader.intake.source import Line, lines_of
from reader.text.agreement import Agreement

_LABEL = re.compile(r"(?:Transkript|Transskript|Transcript|Transcription):?$")
_FILE_NAME = re.compile(r"\w+_\w+(?:\.\w{2,4})?$")
_ENGLISH = frozenset(("the", "to", "see", "please", "this", "follow", "click", "here", "of", "and", "above"))
_ENGLISH_ENOUGH = 3
_PAGE_AT_END = re.compile(r"(?<!\s)\s+(\d{1,3})$")
_PAGE_AT_START = re.compile(r"(\d{1,3})\s+(?=[A-ZÆØÅ])")
_LOOSE_HYPHEN = re.compile(r"(?<=\w)-\s+(?=\w)")
_WORD = re.compile(r"\S+")
_RIGHT_HALF = re.compile(r"[\w/]+")
_SENTENCE_BEGINS = re.compile(r"(?<=[.!?])\s*(?=\S)")
_ANNEX_BEFORE = re.compile(r"Bilag \d+[.:]?\s+$")
_TITLE_REGION = 300
_SAME_LETTERS = 0.9
_NEXT_SIGN = re.compile(r"\s*(\S)")
_LONGEST_FILE_NAME = 255


class TranscriptReader:
    """Reads one transcript."""

    def __init__(self, text: str, agreement: Agreement, lexicon: Lexicon) -> None:
        self._text = text
        self._parties = agreement.parties
        self._title = agreement.title
        self._lexicon = lexicon
        self._lines = [line for line in lines_of(text) if not line.blank]
        self.omissions: list[Omission] = []
        self.pages: dict[int, int] = {}

    def drafts(self) -> list[Draft]:
        """Return what the page says, a draft for each paragraph that it shows and each heading in it."""
        lines = self._without_noise()
        spans = [self._within(lines, at) for at in range(len(lines))]
        self.omissions.sort(key=lambda omission: omission.start)
        drafts: list[Draft] = []
        for line, (start, end) in zip(lines, spans, strict=True):
            if start < end:
                self._add(drafts, line, start, end)
        return self._split_at_headings(self._split_title(drafts))

    def _without_noise(self) -> list[Line]:
        first = next((n + 1 for n, line in enumerate(self._lines) if _LABEL.match(line.text)), 0)
        kept = []
        for at, line in enumerate(self._lines):
            reason = "around the text on the web page" if at < first else _noise(line.text)
            if reason:
                self.omissions.append(Omission(line.start, line.end, "web-noise", reason))
            else:
                kept.append(line)
        return kept

    def _within(self, lines: Sequence[Line], at: int) -> tuple[int, int]:
        """Return where a paragraph's own text begins and ends, without page numbers and letterhead."""
        line = lines[at]
        start, end = line.start, line.end
        head = " ".join(self._parties) + " "
        headed = line.text[: len(head)].casefold() == head.casefold()
        if at == 0 and len(self._parties) > 1 and headed:
            start = self._leave_out(start, start + len(head), "letterhead")
            start += len(self._text[start:end]) - len(self._text[start:end].lstrip())
        number = _PAGE_AT_START.match(self._text, start, end)
        if number:
            start = self._leave_out(start, number.end(), "page number")
            self.pages[start] = int(number.group(1))
        number = _PAGE_AT_END.search(self._text, start, end)
        if number and self._counts(lines, at, int(number.group(1))):
            self._leave_out(number.start(1), number.end(), "page number")
            self.pages[start] = int(number.group(1))
            end = number.start()
        return start, end

    def _counts(self, lines: Sequence[Line], at: int, number: int) -> bool:
        """Say whether a number that ends a paragraph counts pages: its neighbours carry the next or last."""
        for other, wanted in ((at - 1, number - 1), (at + 1, number + 1)):
            if 0 <= other < len(lines):
                found = _PAGE_AT_END.search(lines[other].text)
                if found and int(found.group(1)) == wanted:
                    return True
        return False

    def _leave_out(self, start: int, end: int, reason: str) -> int:
        inner = self._text[start:end].rstrip()
        self.omissions.append(Omission(start, start + len(inner), "furniture", reason))
        return end

    def _add(self, drafts: list[Draft], line: Line, start: int, end: int) -> None:
        pieces = list(self._without_loose_hyphens(start, end))
        if drafts and _goes_on(drafts[-1], pieces[0].text):
            join(self._text, drafts[-1].pieces, pieces, self.omissions, self._lexicon)
            return
        role = "heading" if like_a_heading(line.text) else "text"
        drafts.append(Draft(pieces, role))

    def _without_loose_hyphens(self, start: int, end: int) -> Iterator[Piece]:
        """Copy a stretch, joining words whose line end the page made into a space (`2020- mål`)."""
        at = start
        for found in _LOOSE_HYPHEN.finditer(self._text, start, end):
            word = _word_start(self._text, at, found.start())
            left, right = self._text[word : found.start()], _RIGHT_HALF.match(self._text, found.end(), end)
            joint = self._lexicon.joint(left, right.group()) if left and right else "- "
            if not right or joint == "- ":
                continue
            yield from copied(self._text, at, word)
            reads = left + joint + right.group()
            yield Piece(word, right.end(), reads, "hyphen", "a line end made a space")
            at = right.end()
        yield from copied(self._text, at, end)

    def _split_title(self, drafts: list[Draft]) -> list[Draft]:
        """Part the title from the text that runs on after it."""
        if not drafts or drafts[0].role != "text":
            return drafts
        found = title_within(self._text[drafts[0].start : drafts[0].end], self._title)
        if found == (0, 0):
            return drafts
        first = drafts[0].start
        before, title, after = parted(drafts[0], (first + found[0], first + found[1]))
        title.role = "heading"
        return [part for part in (before, title, after) if part.pieces] + drafts[1:]

    def _split_at_headings(self, drafts: list[Draft]) -> list[Draft]:
        """Part the text where a heading that stands alone elsewhere stands between two sentences."""
        headings = {draft.text for draft in drafts if draft.role == "heading"}
        lengths = sorted({len(heading) for heading in headings}, reverse=True)
        whole: list[Draft] = []
        for draft in drafts:
            cuts = list(self._headings_in(draft, headings, lengths)) if draft.role == "text" else []
            for number, part in enumerate(parted(draft, cuts) if cuts else [draft]):
                part.role = "heading" if number % 2 else part.role
                whole += [part] if part.pieces else []
        return whole

    def _headings_in(self, draft: Draft, headings: Set[str], lengths: Sequence[int]) -> Iterator[int]:
        """Give where each heading begins and ends."""
        until = draft.start
        for found in _SENTENCE_BEGINS.finditer(self._text, _white_start(self._text, until), draft.end):
            start = found.end()
            ends = (start + length for length in lengths if start + length <= draft.end)
            end = next((end for end in ends if self._is_heading(start, end, headings)), 0)
            if end and start >= until:
                yield from (start, end)
                until = end

    def _is_heading(self, start: int, end: int, headings: Set[str]) -> bool:
        after = _NEXT_SIGN.match(self._text, end) if self._text[start:end] in headings else None
        return after is not None and after.group(1).isupper()


def _goes_on(before: Draft, after: str) -> bool:
    if before.role != "text":
        return False
    return before.tail.endswith("-") or (not ended(before.tail) and begins_small(after))


def _white_start(text: str, end: int) -> int:
    """Return where the white space that ends here begins."""
    start = end
    while start > 0 and text[start - 1].isspace():
        start -= 1
    return start


def _word_start(text: str, first: int, end: int) -> int:
    """Return where the word that ends here begins, not before `first`."""
    start = end
    while start > first and not text[start - 1].isspace():
        start -= 1
    return start


def title_within(text: str, title: str) -> tuple[int, int]:
    """Return where a title stands, but for a letter or two, among the first words; (0, 0) if it does not.

    The name of the annex before it belongs to it.
    """
    found = list(_WORD.finditer(text[:_TITLE_REGION]))
    wanted = letters(title)
    count = len(title.split())
    best, place = _SAME_LETTERS, (0, 0)
    for first in range(len(found)):
        if not letters(found[first].group()):
            continue
        for last in range(first + count - 2, min(first + count + 1, len(found))):
            start, end = found[first].start(), found[max(first, last)].end()
            likeness = SequenceMatcher(None, letters(text[start:end]), wanted, autojunk=False).ratio()
            if likeness > best:
                best, place = likeness, (start, end)
    annexed = _ANNEX_BEFORE.search(text[: place[0]])
    return (annexed.start(), place[1]) if annexed and place[1] else place


def _noise(text: str) -> str:
    words = re.findall(r"\w+", text.casefold())
    if len(text) <= _LONGEST_FILE_NAME and _FILE_NAME.match(text):
        return "the name of the file"
    if sum(word in _ENGLISH for word in words) >= _ENGLISH_ENOUGH and letters(text).isascii():
        return "a sentence of the web page"
    return ""


def parted(draft: Draft, cuts: Sequence[int]) -> list[Draft]:
    """Part a draft at code points of the witness, in order; one part more than there are cuts, some empty.

    The white space around a cut goes to neither part. What was emended is not divided: it goes to the part
    after the cut.
    """
    parts: list[list[Piece]] = [[]]
    for piece in draft.pieces:
        rest = piece
        while len(parts) <= len(cuts) and rest.end > cuts[len(parts) - 1]:
            cut = cuts[len(parts) - 1]
            if rest.start < cut and not rest.kind:
                parts[-1].append(Piece(rest.start, cut, rest.text[: cut - rest.start]))
                rest = Piece(cut, rest.end, rest.text[cut - rest.start :])
            parts.append([])
        parts[-1].append(rest)
    parts += [[] for _ in range(len(cuts) + 1 - len(parts))]
    return [Draft(_trimmed(pieces), draft.role) for pieces in parts]


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    full = [number for number, piece in enumerate(pieces) if piece.text.strip()]
    if not full:
        return []
    kept = pieces[full[0] : full[-1] + 1]
    if not kept[-1].kind:
        last = kept[-1]
        text = last.text.rstrip()
        kept[-1] = Piece(last.start, last.start + len(text), text)
    if not kept[0].kind:
        first = kept[0]
        text = first.text.lstrip()
        kept[0] = Piece(first.end - len(text), first.end, text)
    return kept
