"""What the notes panel can show, in reading order, and what of it fits what a person asks for."""

from bisect import bisect_left
from dataclasses import dataclass
from enum import Enum

from reader.notebook.records import Highlight, Note
from reader.text.agreement import Span
from reader.text.words import fold
from reader.ui.desk import Desk
from reader.ui.register import Register, Slip


class Scope(Enum):
    """Where the notes that are shown come from."""

    PRINCIPLE = "principle"
    OPEN = "open"
    ALL = "all"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person asks to see; an empty field asks for nothing, and so does the origin None."""

    scope: Scope = Scope.OPEN
    words: str = ""
    category: str = ""
    tag: str = ""
    origin: str | None = None

    @property
    def filtered(self) -> bool:
        """Say whether anything but the scope holds notes back."""
        return bool(self.words.strip() or self.category or self.tag or self.origin is not None)


@dataclass(frozen=True, slots=True)
class Entry:
    """A highlight or note and where it is; `span` is None when its passage or principle is lost."""

    record: Highlight | Note
    span: Span | None


def entry(desk: Desk, record_id: str) -> Entry | None:
    """Return one highlight or note as the notebook has it now; None if it is not there."""
    record = desk.notebook.highlight(record_id) or desk.notebook.note(record_id)
    return Entry(record, desk.span_of(record)) if record else None


class Sieve:
    """Lets through what a person asks to see, as the desk stands now."""

    def __init__(self, desk: Desk, wanted: Wanted) -> None:
        self.wanted = wanted
        self._words = fold(wanted.words).split()
        self._panes = frozenset(desk.panes)
        self._principles: dict[str, Span] = {}
        for member in desk.thread_in_view.members if desk.thread_in_view else ():
            principle = desk.edition(member.agreement).principle(member.number)
            if principle:
                self._principles[member.agreement] = (principle.start, principle.end)

    def scope(self, register: Register, agreement: str) -> list[Slip]:
        """Return an agreement's slips that are where the person looks, or may be, in reading order."""
        scope = self.wanted.scope
        if scope is Scope.LOST:
            return register.lost_of(agreement)
        if scope is Scope.OPEN and agreement not in self._panes:
            return []
        if scope is Scope.PRINCIPLE:
            principle = self._principles.get(agreement)
            return _begun_by(register.placed(agreement), principle[1]) if principle else []
        return register.placed(agreement)

    def in_scope(self, slip: Slip) -> bool:
        """Say whether a slip of those that may be is where the person looks."""
        if self.wanted.scope is not Scope.PRINCIPLE:
            return True
        # A note on the whole agreement is on none of its principles.
        start, end = self._principles[slip.agreement]
        on_principle = slip.is_highlight or slip.principle is not None
        return on_principle and slip.span[0] < end and start < slip.span[1]

    def fits(self, slip: Slip) -> bool:
        """Say whether a slip has the category, the tag, the origin and all of the words asked for."""
        wanted = self.wanted
        return (
            (not wanted.category or slip.category == wanted.category)
            and (not wanted.tag or wanted.tag in slip.tags)
            and (wanted.origin is None or slip.origin == wanted.origin)
            and all(word in slip.words for word in self._words)
        )


def _begun_by(slips: list[Slip], end: int) -> list[Slip]:
    return slips[: bisect_left(slips, end, key=_start)]


def _start(slip: Slip) -> int:
    return slip.at[1]
