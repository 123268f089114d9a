"""Text taken from a web page: paragraphs run on, and what stood around them came along."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from reader.intake.lexicon import Lexicon
from reader.intake.script import Draft, Omission, Piece, copied, joined
from reader.intake.signs import begins_small, ended, letters, like_a_heading
from reader.intake.source import Line, lines_of
from reader.text.agreement import Agreement

_LABEL = re.compile(r"(?:Transkript|Transskript|Transcript|Transcription):?$")
_FILE_NAME = re.compile(r"\w+_\w+(?:\.\w{2,4})?$")
_ENGLISH = frozenset(("the", "to", "see", "please", "this", "follow", "click", "here", "of", "and", "above"))
_ENGLISH_ENOUGH = 3
_PAGE_AT_END = re.compile(r"\s+(\d{1,3})$")
_PAGE_AT_START = re.compile(r"(\d{1,3})\s+(?=[A-ZÆØÅ])")
_LOOSE_HYPHEN = re.compile(r"(?<=\w)-\s+(?=\w)")
_WORD = re.compile(r"\S+")
_ANNEX_BEFORE = re.compile(r"Bilag \d+[.:]?\s+$")
_TITLE_REGION = 300
_SAME_LETTERS = 0.9
_SENTENCE_END = (".", "!", "?")


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
        drafts: list[Draft] = []
        for at, line in enumerate(lines):
            start, end = self._within(lines, at)
            if start < end:
                self._add(drafts, line, start, end)
        self.omissions.sort(key=lambda omission: omission.start)
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
        if at == 0 and len(self._parties) > 1 and line.text.casefold().startswith(head.casefold()):
            start = self._leave_out(start, start + len(head), "letterhead")
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
        before = drafts[-1] if drafts else None
        if (
            before
            and before.role == "text"
            and (before.text.endswith("-") or (not ended(before.text) and begins_small(pieces[0].text)))
        ):
            before.pieces = joined(self._text, before.pieces, pieces, self.omissions, self._lexicon)
            return
        role = "heading" if like_a_heading(line.text) else "text"
        drafts.append(Draft(pieces, role, page=self.pages.get(start)))

    def _without_loose_hyphens(self, start: int, end: int) -> Iterator[Piece]:
        """Copy a stretch, joining words whose line end the page made into a space (`2020- mål`)."""
        at = start
        for found in _LOOSE_HYPHEN.finditer(self._text, start, end):
            left = re.search(r"\S+$", self._text[at : found.start()])
            right = re.match(r"[\w/]+", self._text[found.end() : end])
            if not left or not right:
                continue
            joint = self._lexicon.joint(left.group(), right.group())
            if joint == "- ":
                continue
            word = found.start() - len(left.group())
            until = found.end() + right.end()
            yield from copied(self._text, at, word)
            yield Piece(
                word, until, left.group() + joint + right.group(), "hyphen", "a line end made a space"
            )
            at = until
        yield from copied(self._text, at, end)

    def _split_title(self, drafts: list[Draft]) -> list[Draft]:
        """Part the title from the text that runs on after it."""
        if not drafts or drafts[0].role != "text":
            return drafts
        found = title_within(self._text[drafts[0].start : drafts[0].end], self._title)
        if found == (0, 0):
            return drafts
        before, rest = parted(drafts[0], drafts[0].start + found[0])
        title, after = parted(rest, drafts[0].start + found[1])
        title.role = "heading"
        return [part for part in (before, title, after) if part.pieces] + drafts[1:]

    def _split_at_headings(self, drafts: list[Draft]) -> list[Draft]:
        headings = [draft.text for draft in drafts if draft.role == "heading"]
        whole: list[Draft] = []
        for draft in drafts:
            rest = draft
            for heading in headings if draft.role == "text" else ():
                rest = self._split(whole, rest, heading)
            whole.append(rest)
        return whole

    def _split(self, whole: list[Draft], draft: Draft, heading: str) -> Draft:
        at = self._text.find(heading, draft.start, draft.end)
        if at < 0 or not self._stands_between_sentences(at, at + len(heading)):
            return draft
        before, rest = parted(draft, at)
        middle, after = parted(rest, at + len(heading))
        middle.role = "heading"
        whole.extend(part for part in (before, middle) if part.pieces)
        return after

    def _stands_between_sentences(self, start: int, end: int) -> bool:
        before, after = self._text[:start].rstrip()[-1:], self._text[end:].lstrip()[:1]
        return before in _SENTENCE_END and after.isupper()


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
    if _FILE_NAME.match(text):
        return "the name of the file"
    if sum(word in _ENGLISH for word in words) >= _ENGLISH_ENOUGH and letters(text).isascii():
        return "a sentence of the web page"
    return ""


def parted(draft: Draft, cut: int) -> tuple[Draft, Draft]:
    """Part a draft at a code point of the witness; the white space around the cut goes to neither."""
    before = [piece for piece in draft.pieces if piece.end <= cut]
    after = [piece for piece in draft.pieces if piece.start >= cut]
    for piece in draft.pieces:
        if piece.start < cut < piece.end:
            at = cut - piece.start
            before.append(Piece(piece.start, cut, piece.text[:at]))
            after.insert(0, Piece(cut, piece.end, piece.text[at:]))
    one, two = Draft(_trimmed(before), draft.role, page=draft.page), Draft(_trimmed(after), draft.role)
    two.page = draft.page
    return one, two


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    while pieces and not pieces[-1].text.strip():
        pieces.pop()
    while pieces and not pieces[0].text.strip():
        pieces.pop(0)
    if pieces and not pieces[-1].kind:
        last = pieces[-1]
        text = last.text.rstrip()
        pieces[-1] = Piece(last.start, last.start + len(text), text)
    if pieces and not pieces[0].kind:
        first = pieces[0]
        text = first.text.lstrip()
        pieces[0] = Piece(first.end - len(text), first.end, text)
    return pieces
