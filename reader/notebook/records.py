"""What a notebook holds: frozen records.

Times are UTC, ISO 8601 with a zone. Ids are random and stay the same for the life of a record.
"""

from typing import NamedTuple

from reader.text.decision import Decision
from reader.text.selector import Selector


class Category(NamedTuple):
    """What a highlight means: a name, a colour (a key of the theme) and a sign that does not need colour."""

    id: str
    name: str
    colour: str
    sign: str
    position: int


class Highlight(NamedTuple):
    """A passage with a category, and the person's note (Markdown, may be empty) and tags on it.

    `origin` names who made it, empty for the notebook's own person. `missing_from` is the digest of the
    edition in which the person looked for the passage and did not find it, empty for none.
    """

    id: str
    agreement: str
    selector: Selector
    category: str
    note: str
    tags: tuple[str, ...]
    created: str
    modified: str
    origin: str = ""
    missing_from: str = ""


class Note(NamedTuple):
    """Words on a principle (`principle` is its number) or on an agreement as a whole (None).

    `origin` names who wrote them, empty for the notebook's own person. `heading` are the words of the
    principle's heading, by which it is known when numbers change; empty for an agreement as a whole, and for
    notes from before they were kept. `missing_from` is the digest of the edition in which the person looked
    for the principle and did not find it, empty for none.
    """

    id: str
    agreement: str
    principle: int | None
    body: str
    tags: tuple[str, ...]
    created: str
    modified: str
    origin: str = ""
    heading: str = ""
    missing_from: str = ""


class Passage(NamedTuple):
    """What drawing a highlight needs, read by the thousand: where it is, its words, and its category."""

    id: str
    start: int
    end: int
    quote: str
    before: str
    after: str
    digest: str
    category: str


Record = Category | Highlight | Note | Decision


class Change(NamedTuple):
    """One record before and after: `before` is None for a new one, `after` is None for a removed one."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record as it is now, or as it last was."""
        record = self.after or self.before
        if record is None:
            raise ValueError("a change changes something")
        return record

    @property
    def agreements(self) -> tuple[str, ...]:
        """The agreements that the record speaks of: none for a category, two for a decision."""
        record = self.record
        if isinstance(record, Category):
            return ()
        if isinstance(record, Decision):
            return record.one.agreement, record.other.agreement
        return (record.agreement,)

    @property
    def only_words(self) -> bool:
        """Say whether a record stays where it is and what it means: only what is said of it changed."""
        one, other = self.before, self.after
        if isinstance(one, Highlight) and isinstance(other, Highlight):
            kept = (one.agreement, one.selector, one.category, one.missing_from)
            return kept == (other.agreement, other.selector, other.category, other.missing_from)
        if isinstance(one, Note) and isinstance(other, Note):
            place = (one.agreement, one.principle, one.heading, one.missing_from)
            return place == (other.agreement, other.principle, other.heading, other.missing_from)
        return False

    def undone(self) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.after, self.before)


class Removed(NamedTuple):
    """What lies in the bin: a highlight or note as it last was, and when it was removed."""

    record: Highlight | Note
    time: str


class Operation(NamedTuple):
    """One step of the history: a record before and after, each as JSON text of its columns, or `null`.

    `seq` counts from 1 without gaps. Operations of one `group` are undone together; `what` is a word for what
    was done, and `undoes` the group that this one takes back, empty for none.
    """

    seq: int
    time: str
    kind: str
    record: str
    before: str
    after: str
    group: str
    what: str
    undoes: str


class Touched(NamedTuple):
    """What a change to the notebook touched: agreement ids, record ids, and whether categories changed.

    `decisions` says that the person's word on which principle answers which is another now. `only_words`
    says that the words and tags of records changed and nothing else: every highlight and note that was there
    is there, in its place and category.
    """

    agreements: frozenset[str]
    records: frozenset[str]
    categories: bool = False
    only_words: bool = False
    decisions: bool = False
