"""What restoring a copy would change, entry by entry in the order it is read: pure data for a page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from reader.notebook.copies import Difference
from reader.notebook.records import Category, Highlight, Note, Record
from reader.text.decision import Decision
from reader.text.words import fold

Kind = Literal["back", "gone", "otherwise"]
KINDS: tuple[Kind, ...] = ("back", "gone", "otherwise")


class Item(NamedTuple):
    """One record that restoring would bring back, take away or make otherwise.

    `there` is the record in the copy and `here` as it is now; one of them is None unless it is `otherwise`.
    `agreement` is empty for what belongs to the whole notebook.
    """

    kind: Kind
    agreement: str
    there: Record | None
    here: Record | None

    @property
    def record(self) -> Record:
        """The record as restoring would leave it, or as it is before it goes."""
        record = self.there or self.here
        assert record is not None  # noqa: S101 - one of them is there
        return record


def items(found: Difference, order: Sequence[str]) -> list[Item]:
    """Return what would change: of the whole notebook first, then by agreement in this order."""
    places = {name: at for at, name in enumerate(order)}
    every = [
        *(Item("back", _agreement(record), record, None) for record in found.back),
        *(Item("gone", _agreement(record), None, record) for record in found.gone),
        *(Item("otherwise", _agreement(there), there, here) for there, here in found.otherwise),
    ]
    return sorted(every, key=lambda item: _reading_order(item, places))


def counts(every: Iterable[Item]) -> dict[Kind, int]:
    """Count the items of each kind."""
    made: dict[Kind, int] = dict.fromkeys(KINDS, 0)
    for item in every:
        made[item.kind] += 1
    return made


def sieved(every: Iterable[Item], kind: str, words: str) -> list[Item]:
    """Return the items of a kind, or of all for an empty one, that have all of these words."""
    wanted = fold(words).split()
    return [
        item for item in every if kind in ("", item.kind) and all(word in _searched(item) for word in wanted)
    ]


def changed_fields(item: Item) -> Iterator[tuple[str, str, str]]:
    """Yield each field of an item that is otherwise: its name, its words now, and its words in the copy.

    The names are note, tags, category, passage and name.
    """
    if item.here is None or item.there is None:
        return
    now, then = fields(item.here), fields(item.there)
    for name, words in now.items():
        if then.get(name, "") != words:
            yield name, words, then.get(name, "")


def fields(record: Record) -> Mapping[str, str]:
    """Return what is to be read in a record, by field."""
    if isinstance(record, Highlight):
        passage = record.selector.quote
        return {
            **{"passage": passage, "note": record.note},
            **{"category": record.category, "tags": ", ".join(record.tags)},
        }
    if isinstance(record, Note):
        return {"note": record.body, "tags": ", ".join(record.tags)}
    if isinstance(record, Category):
        return {"name": record.name, "sign": record.sign}
    return {"verdict": record.verdict, "note": record.note}


def _agreement(record: Record) -> str:
    return record.agreement if isinstance(record, Highlight | Note) else ""


def _reading_order(item: Item, places: Mapping[str, int]) -> tuple[int, str, int, int, str]:
    record = item.record
    at = places.get(item.agreement, len(places)) if item.agreement else -1
    if isinstance(record, Highlight):
        return at, item.agreement, 1, record.selector.start, record.id
    if isinstance(record, Note):
        return at, item.agreement, 0, -1 if record.principle is None else record.principle, record.id
    return at, "", 0 if isinstance(record, Category) else 1, 0, record.id


def _searched(item: Item) -> str:
    records = [record for record in (item.there, item.here) if record is not None]
    words = (text for record in records for text in fields(record).values())
    pairs = (
        f"{record.one.agreement} {record.other.agreement}"
        for record in records
        if isinstance(record, Decision)
    )
    return fold(" ".join((*words, *pairs, item.agreement)))
