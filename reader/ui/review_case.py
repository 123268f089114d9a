"""One passage that waits, or is lost: its words where they stood, and the places where it may stand now."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from reader.compare.surroundings import Framed, framed
from reader.notebook.numbered import home_of
from reader.notebook.records import Highlight, Note
from reader.text.agreement import Edition, Principle, Span
from reader.ui.desk import Desk
from reader.ui.stands import CHECK, Stand

_VERY, _QUITE, _HARDLY = 0.85, 0.65, 0.45
"""From how sure on proposals are called very likely, likely and uncertain.

Of those at or above each of these, 88, 77 and 45 % were right in editions made by chance; below, 15 %.
"""


class Proposal(NamedTuple):
    """A place where a passage may stand, and how sure that is, from 0 to 1.

    `found` is how many of its words stand there, where the person searched for them; else 0. For a note it is
    a principle, and `span` is its heading.
    """

    agreement: str
    span: Span
    sure: float
    found: int = 0
    principle: Principle | None = None


class Case(NamedTuple):
    """A highlight or note, what became of it, and the places proposed for it, the likeliest first."""

    record: Highlight | Note
    stand: Stand
    proposals: tuple[Proposal, ...] = ()


def case(desk: Desk, record_id: str) -> Case | None:
    """Return the case of a record; None if it has its place, or is not there. May raise NotebookError."""
    stand = desk.standings.stand(record_id)
    record = desk.notebook.highlight(record_id) or desk.notebook.note(record_id)
    if stand is None or record is None:
        return None
    if stand.state != CHECK:
        return Case(record, stand)
    if isinstance(record, Note):
        return Case(record, stand, tuple(_principles(desk.edition(stand.agreement), record)))
    found = [Proposal(stand.agreement, *one) for one in desk.standings.proposals(record)]
    return Case(record, stand, tuple(found))


def _principles(edition: Edition, note: Note) -> Iterator[Proposal]:
    """Yield the principles that a note may be on now, as places to go to."""
    for principle in home_of(note, edition).principles:
        heading = edition.block_at(principle.start)
        yield Proposal(edition.id, (heading.start, heading.end), 0.0, principle=principle)


def old_frame(desk: Desk, highlight: Highlight) -> Framed:
    """Return a passage where it stood; where that text is not kept, with the little that is known of it."""
    selector = highlight.selector
    text = desk.notebook.text(selector.digest)
    end = selector.start + len(selector.quote)
    if text is None or text[selector.start : end] != selector.quote:
        return Framed(selector.before, selector.quote, selector.after, (True, True))
    return framed(text, (selector.start, end))


def was_at(desk: Desk, highlight: Highlight) -> str:
    """Say where a passage stood: the agreement, and the last heading before it that is still there now."""
    short = desk.short(highlight.agreement)
    text = desk.notebook.text(highlight.selector.digest)
    if text is None or not desk.known(highlight.agreement):
        return short
    headings = _headings(desk.edition(highlight.agreement))
    above = text[: highlight.selector.start + 1].split("\n")
    last = next((line for line in reversed(above) if line in headings), "")
    if not last:
        return short
    words = QCoreApplication.translate("Review", "{agreement}, after “{heading}”")
    return words.format(agreement=short, heading=" ".join(last.split()))


def _headings(edition: Edition) -> frozenset[str]:
    """Return the headings of the parts that other text stands in: a table or box is one beside it."""
    parts = [section.start for section in edition.sections if section.kind not in ("table", "box")]
    blocks = [edition.block_at(start) for start in parts]
    return frozenset(edition.text[one.start : one.end] for one in blocks if one.kind == "heading")


def is_at(desk: Desk, agreement: str, offset: int) -> str:
    """Say where a place is: the agreement, and the section."""
    section = desk.edition(agreement).section_at(offset)
    return f"{desk.short(agreement)} · {section.text}"


def how_sure(sure: float) -> str:
    """Say how sure a proposal is, in words and per cent."""
    words = QCoreApplication.translate("Review", "a guess")
    if sure >= _VERY:
        words = QCoreApplication.translate("Review", "very likely")
    elif sure >= _QUITE:
        words = QCoreApplication.translate("Review", "likely")
    elif sure >= _HARDLY:
        words = QCoreApplication.translate("Review", "uncertain")
    return f"{words}, {round(100 * sure)} %"
