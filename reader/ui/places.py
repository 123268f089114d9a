"""Where a highlight or note stands, in words and in the text, whether it lives or was removed."""

from PySide6.QtCore import QCoreApplication

from reader.notebook.numbered import home_of, span_in
from reader.notebook.records import Highlight, Note
from reader.text.agreement import Principle, Span
from reader.text.selector import place
from reader.ui.desk import Desk


def span_of(desk: Desk, record: Highlight | Note) -> Span | None:
    """Return where a record stands in the text of now, in code points; None where that is not sure.

    A principle is the whole of it, and an agreement its very beginning.
    """
    if desk.known(record.agreement) is None:
        return None
    edition = desk.edition(record.agreement)
    if isinstance(record, Highlight):
        return place(record.selector, edition.text, edition.digest)
    return span_in(record, edition)


def place_of(desk: Desk, record: Highlight | Note) -> str:
    """Return where a record stands, in words: `ØA14 · Principle 2`."""
    short, span = desk.short(record.agreement), span_of(desk, record)
    if span is None:
        words = QCoreApplication.translate("Face", "{agreement} · not found in the text")
        return words.format(agreement=short)
    if isinstance(record, Note) and record.principle is None:
        return QCoreApplication.translate("Face", "{agreement} · the whole agreement").format(agreement=short)
    edition = desk.edition(record.agreement)
    principle = edition.principle_at(span[0])
    if principle:
        words = QCoreApplication.translate("Face", "{agreement} · Principle {number}")
        return words.format(agreement=short, number=principle.number)
    return f"{short} · {edition.section_at(span[0]).text}"


def title_of(desk: Desk, record: Highlight | Note) -> str:
    """Return what a record is on: the words of a passage, the title of a principle or of an agreement.

    Where the principle of a note is not surely there it is called what it was called when it was.
    """
    if isinstance(record, Highlight):
        return f"«{' '.join(record.selector.quote.split())}»"
    known = desk.known(record.agreement)
    if known is None:
        return record.agreement
    found = home_of(record, desk.edition(record.agreement))
    if found.is_sure and found.principles:
        return numbered(found.principles[0])
    return was_on(record) or known.title


def numbered(principle: Principle) -> str:
    """Return a principle's number and title, as its heading has them."""
    return f"{principle.number}. {principle.title}"


def was_on(note: Note) -> str:
    """Return the number and heading of the principle that a note is on; empty where no heading was kept."""
    return f"{note.principle}. {' '.join(note.heading.split())}" if note.heading else ""
