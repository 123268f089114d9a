"""Where a text speaks of another agreement: by subject and year, short name, date, or as “last year's”.

What the yearly agreements are called is read off the titles of the library: “Aftale om kommunernes økonomi
for 2009” tells their subject. An agreement without a year, a date or such a name is one in the common sense,
and no mention; neither is this agreement itself.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.compare.mention import Mention, Shelf, Target, is_own_title, stands, whole, without_answer
from reader.text.agreement import Agreement, Span
from reader.text.words import fold

_TITLE = re.compile(r"Aftale om (?P<of>\w+) (?P<head>\w+) (?:for|i) (?P<year>\d{4})")
_ANY_YEAR = r"(?P<year>(?:19|20)\d\d)"
_YEAR = rf"{_ANY_YEAR}(?![\d-])"
_YEAR_BESIDE = re.compile(rf"(?:,| og| samt) {_YEAR}")
_NOUN = r"aftale(?:ns?|r|rnes?)?"
_PARTIES = r"(?: (?:med|mellem) \w+(?: og \w+)?)?"
_DEFINITE = r"aftale(?:ns?|rnes?)"
_YEARS_ON = {"sidste": -1, "forrige": -1, "foregående": -1, "næste": 1, "kommende": 1}
_MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september")
_ALL_MONTHS = (*_MONTHS, "oktober", "november", "december")
_DATED = re.compile(
    rf"\b\w*{_NOUN} (?:af|fra)(?: den)? (?P<day>\d{{1,2}})\. ?(?P<month>{'|'.join(_ALL_MONTHS)}) {_YEAR}",
    re.IGNORECASE,
)
_SHORT = re.compile(r"([A-ZÆØÅ]{2,})(\d\d)")
_STEM = 6

_Place = tuple[Span, Target]


class _Subject(NamedTuple):
    """What yearly agreements are about: whose, and what of theirs; `ahead` years after they are made."""

    of: str
    head: str
    ahead: int

    def patterns(self) -> Iterator[str]:
        """Return how an agreement on this is named with its year."""
        compound = f"(?:{self.of[:_STEM]}|{self.head[:_STEM]})\\w*"
        about = rf"(?P<of>\w+s|den \w+e) {self.head} (?:for|i) {_YEAR}"
        yield rf"\b{_NOUN}{_PARTIES} (?:om|for)(?: henholdsvis)? {about}"
        yield rf"(?<=\d og for ){about}"
        yield rf"\b{compound}{_NOUN}(?: for| fra| i)? {_YEAR}"
        yield rf"\b{_DEFINITE} for {_YEAR}"
        yield rf"(?<!\d){_ANY_YEAR}-(?:{compound})?{_NOUN}\b"

    def relative(self) -> str:
        """Return how one is named by how many years it is from now."""
        whose = rf"(?: (?:om|for) {self.of} {self.head})?"
        compound = rf"(?:{self.head[:_STEM]}\w*)?"
        return rf"(?<!\bde )\b(?P<which>{'|'.join(_YEARS_ON)}) års {compound}{_NOUN}\b{whose}"


class AgreementMentions:
    """Finds the mentions of other agreements in an edition."""

    def __init__(self, shelf: Shelf, speaking: Agreement) -> None:
        self._shelf = shelf
        self._speaking = speaking
        self._edition = shelf.editions[speaking.id]
        self._text = self._edition.text

    def found(self) -> list[Mention]:
        """Return the mentions in the order of the text; of two that overlap the longer one."""
        kept: list[Mention] = []
        for span, target in sorted(self._places(), key=lambda place: (place[0][0], -place[0][1])):
            if not (kept and span[0] < kept[-1].end) and not is_own_title(self._edition, span[0]):
                kept.append(Mention(*span, "agreement", target, stands(self._edition, *span)))
        # Only now, so that no shorter reading of this agreement's own name takes its place.
        return [mention for mention in kept if mention.target.agreement != self._speaking.id]

    def _places(self) -> Iterator[_Place]:
        for subject in self._subjects():
            yield from self._named(subject)
            yield from self._relative(subject)
        yield from self._dated()
        yield from self._short()
        yield from self._titled()

    def _subjects(self) -> Iterable[_Subject]:
        """Return what the yearly agreements of the library are about, each once."""
        found: dict[tuple[str, str], _Subject] = {}
        for agreement in self._shelf.agreements:
            if title := _TITLE.match(agreement.title):
                ahead = int(title["year"]) - int(agreement.date[:4])
                found.setdefault((title["of"], title["head"]), _Subject(title["of"], title["head"], ahead))
        return found.values()

    def _named(self, subject: _Subject) -> Iterator[_Place]:
        for pattern in subject.patterns():
            for found in re.finditer(pattern, self._text, re.IGNORECASE):
                whose = found.groupdict().get("of") or subject.of
                yield found.span(), self._of_year(whose, subject, int(found["year"]))
                if beside := _YEAR_BESIDE.match(self._text, found.end()):
                    yield beside.span("year"), self._of_year(whose, subject, int(beside["year"]))

    def _of_year(self, whose: str, subject: _Subject, year: int) -> Target:
        for agreement in self._shelf.agreements:
            title = _TITLE.match(agreement.title)
            if title and int(title["year"]) == year and _stem(title["of"]) == _stem(whose):
                return self._target(agreement)
        return without_answer(f"Aftale om {fold(whose)} {subject.head} for {year}")

    def _relative(self, subject: _Subject) -> Iterator[_Place]:
        made = int(self._speaking.date[:4])
        for found in re.finditer(subject.relative(), self._text, re.IGNORECASE):
            year = made + subject.ahead + _YEARS_ON[fold(found["which"])]
            yield found.span(), self._of_year(subject.of, subject, year)

    def _dated(self) -> Iterator[_Place]:
        for found in _DATED.finditer(self._text):
            month = _ALL_MONTHS.index(fold(found["month"])) + 1
            date = f"{found['year']}-{month:02}-{int(found['day']):02}"
            same = [agreement for agreement in self._shelf.agreements if agreement.date == date]
            yield found.span(), self._target(same[0]) if len(same) == 1 else without_answer(found[0])

    def _short(self) -> Iterator[_Place]:
        """Return short names such as ØA13, also of years that the library does not have."""
        known = {agreement.short: agreement for agreement in self._shelf.agreements}
        letters = {named[1] for name in known if (named := _SHORT.fullmatch(name))}
        for name in letters:
            for found in re.finditer(rf"\b{name} ?(?:20)?(\d\d)\b", self._text):
                short = name + found[1]
                yield found.span(), self._target(known[short]) if short in known else without_answer(short)

    def _titled(self) -> Iterator[_Place]:
        """Return publications by their whole title; principles have names of their own."""
        for agreement in self._shelf.agreements:
            if agreement.kind == "publication":
                for found in re.finditer(re.escape(agreement.title), self._text, re.IGNORECASE):
                    yield found.span(), self._target(agreement)

    def _target(self, agreement: Agreement) -> Target:
        return whole(agreement, self._shelf.editions[agreement.id])


def _stem(whose: str) -> str:
    """Return what “kommunernes” and “den kommunale” have in common."""
    return fold(whose.split()[-1])[:_STEM]
