"""Where a text speaks of an annex, a box, a table or a figure: by its number."""

import re
from collections.abc import Iterator, Sequence

from reader.compare.mention import Mention, Shelf, Target, part, stands, without_answer
from reader.text.agreement import Agreement, Edition, Section

_KINDS = {"bilag": "annex", "boks": "box", "tabel": "table", "figur": "figure"}
_NUMBER = r"\d{1,3}[a-z]?(?![\w%]|[.,]\d| (?:mi[oa]|pct|kr)\b)"
_NAMED = re.compile(
    rf"(?<![\w-])(?P<word>bilag(?:et|ene)?|boks(?:en|e|ene)?|tabel(?:len|ler|lerne)?|figur(?:en|er|erne)?)"
    rf" (?:nr\. ?)?(?P<number>{_NUMBER})",
    re.IGNORECASE,
)
_BESIDE = re.compile(rf"(?:,| og| samt| eller|[-–]) ?(?P<number>{_NUMBER})")
# What a label is followed by: a stop, a dash, a title with a capital, or nothing.
_LABEL_ENDS = re.compile(r"[.:]?\s*(?:[-–]\s*)?(?:[A-ZÆØÅ]|$)", re.MULTILINE)
_ELSEWHERE = re.compile(
    r" (?:i|til|af|fra) (?:\w+ ){0,2}?"
    r"(?:lov|bekendtgørelse|direktiv|forordning|cirkulære|vejledning|rapport)",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"(\d{1,2})[.)]\s")
_OF = re.compile(r" (?:i|til|af|fra) ")
_TOP = ("chapter", "annex")


class PartMentions:
    """Finds the mentions of annexes, boxes, tables and figures in an edition.

    `agreements` are the mentions of other agreements in it: “bilag 2 til økonomiaftalen for 2013” is theirs.
    """

    def __init__(self, shelf: Shelf, speaking: Agreement, agreements: Sequence[Mention]) -> None:
        self._shelf = shelf
        self._edition = shelf.editions[speaking.id]
        self._others = {mention.start: mention.target for mention in agreements}

    def found(self) -> Iterator[Mention]:
        """Return the mentions, those in running text first."""
        yield from self._named()
        yield from self._listed()

    def _listed(self) -> Iterator[Mention]:
        """Return the entries of a list headed “Bilag:”, each of which names an annex."""
        blocks = iter(self._edition.blocks)
        for block in blocks:
            if self._edition.text[block.start : block.end].rstrip(":").casefold() != "bilag":
                continue
            for entry in blocks:
                number = _ENTRY.match(self._edition.text, entry.start, entry.end)
                if not number:
                    break
                if target := _resolved(self._edition, "annex", number[1], entry.start):
                    yield Mention(entry.start, entry.end, "annex", target, "list")

    def _named(self) -> Iterator[Mention]:
        for found in _NAMED.finditer(self._edition.text):
            if not self._is_label(found):
                yield from self._numbers(found, _kind(found["word"]))

    def _is_label(self, found: re.Match[str]) -> bool:
        """Say whether the words are the label of the part itself: they begin its heading or caption."""
        block = self._edition.block_at(found.start())
        begins = block.start == found.start() and found["word"][0].isupper()
        rest = _LABEL_ENDS.match(self._edition.text, found.end(), block.end)
        return begins and (block.kind == "heading" or rest is not None)

    def _numbers(self, found: re.Match[str], kind: str) -> Iterator[Mention]:
        """Return a mention for each number: “bilag 1 og 2” speaks of two."""
        numbers = [found]
        while beside := _BESIDE.match(self._edition.text, numbers[-1].end()):
            numbers.append(beside)
        end = numbers[-1].end()
        if _ELSEWHERE.match(self._edition.text, end):
            return
        for at, each in enumerate(numbers):
            start = found.start() if at == 0 else each.start("number")
            target = self._target(found, kind, each["number"], end)
            yield Mention(start, each.end(), kind, target, stands(self._edition, start, each.end()))

    def _target(self, found: re.Match[str], kind: str, number: str, end: int) -> Target:
        name = f"{_name(kind)} {number}"
        of = _OF.match(self._edition.text, end)
        other = self._others.get(of.end()) if of else None
        if other is None:
            return _resolved(self._edition, kind, number, found.start()) or without_answer(name)
        edition = self._shelf.editions.get(other.agreement)
        target = _resolved(edition, kind, number, 0) if edition else None
        return target or without_answer(f"{name} i {other.description}", other.agreement)


def _kind(word: str) -> str:
    return next(kind for stem, kind in _KINDS.items() if word.casefold().startswith(stem))


def _name(kind: str) -> str:
    return next(stem for stem, known in _KINDS.items() if known == kind)


def _resolved(edition: Edition, kind: str, number: str, offset: int) -> Target | None:
    """Return the part of an edition with this number; of several the nearest, in the same chapter first."""
    of_kind = [section for section in edition.sections if section.kind == kind]
    label = re.compile(rf"{_name(kind)} {number}(?!\w)", re.IGNORECASE)
    labelled = [section for section in of_kind if label.match(section.text)]
    if not labelled and kind == "annex":
        labelled = _unlabelled_annex(of_kind, number)
    if not labelled:
        return None
    here = _chapter(edition, offset)
    nearest = min(labelled, key=lambda s: (_chapter(edition, s.start) != here, abs(s.start - offset)))
    return part(edition, nearest)


def _unlabelled_annex(annexes: Sequence[Section], number: str) -> list[Section]:
    """Return the annex that comes as the number says, where annexes do not say their own."""
    if not number.isdigit() or any(re.match(r"bilag \d", annex.text, re.IGNORECASE) for annex in annexes):
        return []
    return list(annexes[int(number) - 1 : int(number)]) if int(number) else []


def _chapter(edition: Edition, offset: int) -> str:
    way = edition.way_to(edition.section_at(offset))
    return next((section.id for section in way if section.kind in _TOP), "")
