"""The register: where each highlight and note is and what it is found by, kept so that nobody waits for it.

A notebook may hold a hundred thousand records: to read them all takes seconds, to look through a register of
them moments. It is read a portion at a time, and keeps up with the notebook by the notebook's own history:
what that says was changed is read again, whoever changed it. What is shown of a record is read from the
notebook; here is only what it is found by.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from reader.notebook.reading import Reading
from reader.notebook.records import Highlight, Note
from reader.search.notes import searched
from reader.text.agreement import Edition, Span
from reader.text.decision import Member

EditionOf = Callable[[str], Edition]
SpanOf = Callable[[Highlight | Note], Span | None]
_Counted = TypeVar("_Counted")

AT_ONCE = 500
"""How many records are read in the turn in which they are first asked for."""
PORTION = 125
"""How many records are read in each turn that follows: some five milliseconds."""


class Slip(NamedTuple):
    """What one record is found by. Slips of an agreement compare as they are read: what is lost comes last.

    `at` says whether it is lost, where it starts, whether it is a highlight, where it ends, when it was made,
    and its id. `principle` is the number of the one it is on or begins in, None for none; `category` is
    empty for a note; `words` are folded, as they are searched.
    """

    at: tuple[bool, int, bool, int, str, str]
    agreement: str
    principle: int | None
    category: str
    tags: tuple[str, ...]
    origin: str
    words: str

    @property
    def id(self) -> str:
        """The id of the record."""
        return self.at[5]

    @property
    def is_lost(self) -> bool:
        """Whether its passage or principle is not in the edition, or the agreement not in the library."""
        return self.at[0]

    @property
    def is_highlight(self) -> bool:
        """Whether it is a highlight, and not a note."""
        return self.at[2]

    @property
    def span(self) -> Span:
        """Where it is in the edition; meaningless for what is lost."""
        return self.at[1], self.at[3]


class Register:
    """Holds a slip for each living highlight and note of a notebook.

    `order` are the agreements as they stand on the shelf, `edition` gives the edition of one of them, and
    `span_of` the place of a record. `tags`, `origins` and `principles` count what is in use, `lost` what has
    no place; `has_begun` says whether anything was read yet. Reading raises NotebookError.
    """

    def __init__(self, reading: Reading, order: Sequence[str], edition: EditionOf, span_of: SpanOf) -> None:
        self.tags: Counter[str] = Counter()
        self.origins: Counter[str] = Counter()
        self.principles: Counter[Member] = Counter()
        self.lost = 0
        self._reading = reading
        self._known = frozenset(order)
        self._edition = edition
        self._span_of = span_of
        self._slips: dict[str, Slip] = {}
        self._shelves: dict[str, list[Slip]] = {name: [] for name in order}
        self._unread: Iterator[Sequence[Highlight | Note]] = iter(())
        self.has_begun = self._whole = False
        self._changed: dict[str, None] = {}
        self._seq = 0

    def __len__(self) -> int:
        return len(self._slips)

    @property
    def is_complete(self) -> bool:
        """Whether everything that the notebook holds is here as it is there."""
        return self._whole and not self._changed

    # What it holds

    def slip(self, record_id: str) -> Slip | None:
        """Return the slip of a record, read now if it was not yet; None if there is no such record."""
        if record_id in self._changed or not (self._whole or record_id in self._slips):
            self._changed.pop(record_id, None)
            self._read_again(record_id)
        return self._slips.get(record_id)

    def agreements(self) -> list[str]:
        """Return the agreements as they stand on the shelf; what the library does not have comes last."""
        known = [name for name in self._shelves if name in self._known]
        return known + sorted(self._shelves.keys() - self._known)

    def placed(self, agreement: str) -> list[Slip]:
        """Return an agreement's slips that have a place, in reading order."""
        slips = self._shelves.get(agreement, [])
        return slips[: _first_lost(slips)]

    def lost_of(self, agreement: str) -> list[Slip]:
        """Return an agreement's slips that have no place, in the order they were made."""
        slips = self._shelves.get(agreement, [])
        return slips[_first_lost(slips) :]

    def slips(self) -> list[Slip]:
        """Return all slips in reading order."""
        return [slip for name in self.agreements() for slip in self._shelves[name]]

    # Reading

    def begin(self, first: Sequence[str] = ()) -> None:
        """Read a first portion, of these agreements first: of a small notebook that is all."""
        if not self.has_begun:
            self.has_begun = True
            self._seq, _ = self._reading.changed_since(1 << 62)
            self._unread = self._portions(tuple(dict.fromkeys(first)))
            self.read(AT_ONCE)

    def read(self, most: int = PORTION) -> None:
        """Read another portion of about so many records."""
        while most > 0 and not self.is_complete:
            if self._changed:
                record_id = next(iter(self._changed))
                del self._changed[record_id]
                self._read_again(record_id)
                most -= 1
            else:
                most -= self._read_on()

    def catch_up(self) -> None:
        """Read again what was changed since: a portion now, the rest when it is read on."""
        if self.has_begun:
            self._seq, changed = self._reading.changed_since(self._seq)
            self._changed |= dict.fromkeys(changed)
            for record_id in list(self._changed)[:AT_ONCE]:
                del self._changed[record_id]
                self._read_again(record_id)

    def look_again(self) -> None:
        """Take note of places that were found since for what had none."""
        for name in self._shelves:
            for slip in self.lost_of(name):
                self._changed[slip.id] = None

    def _portions(self, first: Sequence[str]) -> Iterator[Sequence[Highlight | Note]]:
        reading = self._reading
        rest = [name for name in reading.agreements() if name not in first]
        for name in (*first, *rest):
            yield from reading.note_portions(PORTION, name)
            yield from reading.highlight_portions(PORTION, name)

    def _read_on(self) -> int:
        portion = next(self._unread, None)
        self._whole = portion is None
        for record in portion or ():
            self._enter(record)
        return max(1, len(portion or ()))

    def _read_again(self, record_id: str) -> None:
        record = self._reading.highlight(record_id) or self._reading.note(record_id)
        if record:
            self._enter(record)
        elif record_id in self._slips:
            self._take_out(self._slips.pop(record_id))

    # Slips

    def _enter(self, record: Highlight | Note) -> None:
        slip = self._written(record)
        before = self._slips.get(record.id)
        if before == slip:
            return
        if before is not None:
            self._take_out(before)
        self._slips[record.id] = slip
        insort(self._shelves.setdefault(slip.agreement, []), slip)
        self._count(slip, 1)

    def _take_out(self, slip: Slip) -> None:
        shelf = self._shelves[slip.agreement]
        del shelf[bisect_left(shelf, slip)]
        if not shelf and slip.agreement not in self._known:
            del self._shelves[slip.agreement]
        self._count(slip, -1)

    def _count(self, slip: Slip, step: int) -> None:
        self.lost += step * slip.is_lost
        _add(self.tags, slip.tags, step)
        _add(self.origins, (slip.origin,), step)
        if slip.principle is not None and not slip.is_lost:
            _add(self.principles, (Member(slip.agreement, slip.principle),), step)

    def _written(self, record: Highlight | Note) -> Slip:
        name = record.agreement
        span = self._span_of(record)
        start, end = span or (0, 0)
        category, number = "", None
        if isinstance(record, Note):
            number = record.principle
        else:
            category = record.category
            principle = self._edition(name).principle_at(start) if span else None
            number = principle.number if principle else None
        at = span is None, start, isinstance(record, Highlight), end, record.created, record.id
        return Slip(at, name, number, category, record.tags, record.origin, searched(record))


def _first_lost(slips: Sequence[Slip]) -> int:
    return bisect_left(slips, True, key=_is_lost)


def _is_lost(slip: Slip) -> bool:
    return slip.at[0]


def _add(counts: Counter[_Counted], things: Iterable[_Counted], step: int) -> None:
    for thing in things:
        counts[thing] += step
        if not counts[thing]:
            del counts[thing]
