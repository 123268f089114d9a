"""What the person wrote, as verbs show it: each highlight and note with its place in the edition of now."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.cli.answer import Json
from reader.notebook.numbered import home_of
from reader.notebook.records import Highlight, Note
from reader.text.selector import place

if TYPE_CHECKING:
    from reader.cli.parts import Parts
    from reader.text.agreement import Edition, Principle

_ANCHORED, _CHECK, _LOST = "anchored", "check", "lost"


@dataclass(frozen=True, slots=True)
class Remark:
    """A record and where it belongs: `value` for scripts, `order` for reading order."""

    record: Highlight | Note
    value: Json
    order: tuple[int, int, int, str]


def remark(
    record: Highlight | Note, edition: "Edition | None", rank: int = 0, to_check: Collection[str] = ()
) -> Remark:
    """Place a record in its edition, if there is one; `rank` is the agreement's place among the others.

    `to_check` are the ids of highlights that may be somewhere in it, which is for the person to say. A note
    is asked for by itself: `was` says on which principle it was where it is on none for sure.
    """
    if isinstance(record, Highlight):
        unplaced = _CHECK if record.id in to_check else _LOST
        return _of_highlight(record, edition, rank, unplaced)
    return _of_note(record, edition, rank)


def _of_highlight(record: Highlight, edition: "Edition | None", rank: int, unplaced: str) -> Remark:
    span = place(record.selector, edition.text, edition.digest) if edition else None
    start, end = span or (None, None)
    principle = edition.principle_at(start) if edition and start is not None else None
    section = edition.section_at(start).text if edition and start is not None else None
    value = {
        "id": record.id,
        "agreement": record.agreement,
        "quote": record.selector.quote,
        "start": start,
        "end": end,
        "note": record.note,
        "category": record.category,
        "tags": list(record.tags),
        "principle": principle.number if principle else None,
        "section": section,
        "created": record.created,
        "modified": record.modified,
        "state": _ANCHORED if span else unplaced,
        **_by(record),
    }
    near = span or (record.selector.start, record.selector.end)
    return Remark(record, value, (rank, *near, record.created))


def _of_note(record: Note, edition: "Edition | None", rank: int) -> Remark:
    found = home_of(record, edition)
    principle = found.principles[0] if found.is_sure and found.principles else None
    state = _ANCHORED if found.is_sure else _CHECK if found.principles else _LOST
    value = {
        "id": record.id,
        "agreement": record.agreement,
        "quote": "",
        "start": None,
        "end": None,
        "note": record.body,
        "category": None,
        "tags": list(record.tags),
        "principle": None if state == _CHECK else record.principle,
        "section": _section_of(record, edition, principle) if found.is_sure else None,
        "created": record.created,
        "modified": record.modified,
        "state": state,
        **_by(record),
        **({} if found.is_sure else _was(record)),
    }
    return Remark(record, value, (rank, *_near(record, edition, principle), record.created))


def _by(record: Highlight | Note) -> Json:
    """Return who wrote a colleague's record; one's own are as if there were no others."""
    return {"origin": record.origin} if record.origin else {}


def _was(note: Note) -> Json:
    """Return the principle that a note was on, as far as that is known."""
    return {"was": {"principle": note.principle, "heading": note.heading}}


def _section_of(record: Note, edition: "Edition | None", principle: "Principle | None") -> str | None:
    if edition is None or (record.principle is not None and principle is None):
        return None
    return edition.section_by_id[principle.section].text if principle else edition.sections[0].text


def _near(record: Note, edition: "Edition | None", principle: "Principle | None") -> tuple[int, int]:
    """Return where a note is read: an agreement's first of all, a principle's at its heading, others last."""
    if record.principle is None:
        return -1, -1
    if principle:
        return principle.start, principle.start
    return len(edition.text) if edition else 0, record.principle


def remarks(
    records: Iterable[Highlight | Note], parts: "Parts", to_check: Collection[str] = ()
) -> list[Remark]:
    """Place the records in their editions, in reading order; those of unknown agreements come last."""
    ranks = {agreement.id: rank for rank, agreement in enumerate(parts.library.agreements)}
    found = []
    for record in records:
        edition = parts.library.edition(record.agreement) if record.agreement in ranks else None
        found.append(remark(record, edition, ranks.get(record.agreement, len(ranks)), to_check))
    return sorted(found, key=lambda one: one.order)
