"""What is not where it was: highlights to be looked at or lost, and notes on what is no longer there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.notebook.numbered import home_of
from reader.notebook.records import Highlight, Note
from reader.text.agreement import Agreement, Edition, Span
from reader.text.selector import Selector

if TYPE_CHECKING:
    from reader.text.mapping import Outcome
    from reader.text.places import Places
    from reader.text.progress import Heard

PLACED, CHECK, LOST = "placed", "check", "lost"


class Counts(NamedTuple):
    """How many highlights and notes there are of each; together they are all."""

    placed: int
    check: int
    lost: int


class Stand(NamedTuple):
    """A record that has no place in the edition of now: what became of it, and where it comes in its list.

    `span` is the proposal for one to be looked at, `sure` from 0 to 1 and 0 for a note; or the place of one
    that is sure but could not be saved there. `selector` is the passage that was asked for, None for a note.
    """

    agreement: str
    state: str
    span: Span | None
    sure: float
    order: tuple[int, int]
    selector: Selector | None = None


class Stands:
    """Keeps them by id, and knows how many records there are in all."""

    def __init__(self, agreements: Sequence[Agreement]) -> None:
        self._order = {agreement.id: at for at, agreement in enumerate(agreements)}
        self._stands: dict[str, Stand] = {}
        self._known: set[str] = set()

    def has(self, agreement: str) -> bool:
        """Say whether the library has an agreement."""
        return agreement in self._order

    def get(self, record_id: str) -> Stand | None:
        """Return what became of a record; None for one that is where it was."""
        return self._stands.get(record_id)

    def clear(self) -> None:
        """Forget everything."""
        self._stands.clear()
        self._known.clear()

    def forget(self, record_id: str) -> None:
        """Forget a record."""
        self._stands.pop(record_id, None)
        self._known.discard(record_id)

    def place(self, record_id: str) -> None:
        """Note that a record is where it is said to be."""
        self._stands.pop(record_id, None)
        self._known.add(record_id)

    def take(self, highlight: Highlight, outcome: "Outcome | None") -> None:
        """Note what became of a highlight; without an outcome its agreement is not in the library."""
        name, selector = highlight.agreement, highlight.selector
        state, span, sure = outcome or (LOST, None, 0.0)
        at = span[0] if span else selector.start
        order = self._order.get(name, len(self._order)), at
        self._known.add(highlight.id)
        self._stands[highlight.id] = Stand(name, state, span, sure, order, selector)

    def take_note(self, note: Note, edition: Edition | None) -> None:
        """Note where a note is in its edition of now; None is for one that is not in the library."""
        home = home_of(note, edition)
        if home.is_sure:
            self.place(note.id)
            return
        first = next(iter(home.principles), None)
        span = (first.start, first.end) if first else None
        at = span[0] if span else note.principle or 0
        order = self._order.get(note.agreement, len(self._order)), at
        self._known.add(note.id)
        self._stands[note.id] = Stand(note.agreement, CHECK if span else LOST, span, 0.0, order)

    def waiting(self, state: str) -> list[str]:
        """Return the ids of those to be looked at, or of the lost, in reading order of the proposals."""
        found = [(stand.order, name) for name, stand in self._stands.items() if stand.state == state]
        return [name for _, name in sorted(found)]

    def counts(self) -> Counts:
        """Count the records of each state."""
        check, lost = (sum(one.state == state for one in self._stands.values()) for state in (CHECK, LOST))
        return Counts(len(self._known) - check - lost, check, lost)

    def counts_of(self, agreement: str) -> tuple[int, int]:
        """Count those of an agreement that are to be looked at, and the lost."""
        states = [stand.state for stand in self._stands.values() if stand.agreement == agreement]
        return states.count(CHECK), states.count(LOST)


def outcomes(
    asked: "list[tuple[Places, list[Highlight]]]", heard: "Heard"
) -> "list[tuple[Highlight, Outcome]]":
    """Say what became of highlights, each with what finds passages in its edition; it can be stopped."""
    from reader.text.progress import Progress

    each = [(places, highlight) for places, highlights in asked for highlight in highlights]
    told = Progress(heard).through(each, 1)
    return [(one, places.outcome(one.selector, one.missing_from)) for places, one in told]
