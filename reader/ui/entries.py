"""What the notes panel can show: highlights and notes with their places, in reading order, and what fits."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from reader.notebook.records import Highlight, Note
from reader.search.notes import searched
from reader.text.agreement import Edition, Span
from reader.text.selector import place
from reader.text.words import fold
from reader.ui.desk import Desk


class Scope(Enum):
    """Where the notes that are shown come from."""

    PRINCIPLE = "principle"
    OPEN = "open"
    ALL = "all"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person asks to see; an empty field asks for nothing."""

    scope: Scope = Scope.OPEN
    words: str = ""
    category: str = ""
    tag: str = ""

    @property
    def filtered(self) -> bool:
        """Say whether anything but the scope holds notes back."""
        return bool(self.words.strip() or self.category or self.tag)


@dataclass(frozen=True, slots=True)
class Entry:
    """A highlight or note and where it is; `span` is None when its passage or principle is lost.

    `order` is the place of its agreement on the shelf.
    """

    record: Highlight | Note
    order: int
    span: Span | None


def entries(desk: Desk) -> list[Entry]:
    """Return everything in the notebook in reading order: what is lost comes last in its agreement."""
    records: list[Highlight | Note] = [*desk.notebook.notes(), *desk.notebook.highlights()]
    places = _Places(desk)
    return sorted(map(places.entry, records), key=_reading_order)


def entry(desk: Desk, record_id: str) -> Entry | None:
    """Return one highlight or note as the notebook has it now; None if it is not there."""
    record = desk.notebook.highlight(record_id) or desk.notebook.note(record_id)
    return _Places(desk).entry(record) if record else None


class _Places:
    """Finds the places of records; each edition is asked for once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._order = {agreement.id: at for at, agreement in enumerate(desk.library.agreements)}
        self._editions: dict[str, Edition] = {}

    def entry(self, record: Highlight | Note) -> Entry:
        """Return a record with its place."""
        name = record.agreement
        if name not in self._order:
            return Entry(record, len(self._order), None)
        if name not in self._editions:
            self._editions[name] = self._desk.edition(name)
        return Entry(record, self._order[name], _span(self._desk, record, self._editions[name]))


def _span(desk: Desk, record: Highlight | Note, edition: Edition) -> Span | None:
    if isinstance(record, Highlight):
        return place(record.selector, edition.text, edition.digest) or desk.standings.span_of(record.id)
    if record.principle is None:
        return 0, 0
    principle = edition.principle(record.principle)
    return (principle.start, principle.end) if principle else None


def _reading_order(one: Entry) -> tuple[int, bool, int, bool, int, str]:
    start, end = one.span or (0, 0)
    marked = isinstance(one.record, Highlight)
    return one.order, one.span is None, start, marked, end, one.record.created


class Sieve:
    """Lets through the entries that a person asks to see, as the desk stands now."""

    def __init__(self, desk: Desk, wanted: Wanted) -> None:
        self._wanted = wanted
        self._words = fold(wanted.words).split()
        self._panes = frozenset(desk.panes)
        self._principles: dict[str, Span] = {}
        for member in desk.thread_in_view.members if desk.thread_in_view else ():
            principle = desk.edition(member.agreement).principle(member.number)
            if principle:
                self._principles[member.agreement] = (principle.start, principle.end)

    def in_scope(self, one: Entry) -> bool:
        """Say whether an entry is where the person looks."""
        if one.span is None or self._wanted.scope is Scope.LOST:
            return one.span is None and self._wanted.scope is Scope.LOST
        if self._wanted.scope is Scope.OPEN:
            return one.record.agreement in self._panes
        return self._wanted.scope is Scope.ALL or self._in_principle(one.record, one.span)

    def _in_principle(self, record: Highlight | Note, span: Span) -> bool:
        principle = self._principles.get(record.agreement)
        if principle is None or (isinstance(record, Note) and record.principle is None):
            return False
        return span[0] < principle[1] and principle[0] < span[1]

    def fits(self, one: Entry) -> bool:
        """Say whether an entry has the category, the tag and all of the words asked for."""
        record, wanted = one.record, self._wanted
        if wanted.category and (isinstance(record, Note) or record.category != wanted.category):
            return False
        if wanted.tag and wanted.tag not in record.tags:
            return False
        words = searched(record) if self._words else ""
        return all(word in words for word in self._words)


def tags(found: Iterable[Entry]) -> list[str]:
    """Return the tags in use, once each, in the order of the alphabet."""
    return sorted({tag for one in found for tag in one.record.tags}, key=fold)
