"""What changed in a form of a highlight or note, thing by thing, against the form before it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from reader.notebook.forms import DAMAGED, PURGED, REMOVED, THERE, Form
from reader.notebook.records import Highlight, Note
from reader.text.selector import Selector
from reader.ui.note_editor import said
from reader.ui.pieces import GONE, NEW, Piece, compared, listed
from reader.ui.places import was_on


class Line(NamedTuple):
    """What changed of one thing; `label` says of which, empty for the person's own words."""

    label: str
    pieces: tuple[Piece, ...]


def lines(form: Form, names: Mapping[str, str]) -> tuple[Line, ...]:
    """Return what changed in a form; `names` are those of the categories, by their id."""
    one, other = form.before, form.after
    if form.state != THERE:
        found = [_line("", _fate(form))]
    elif isinstance(other, Highlight):
        before = one if isinstance(one, Highlight) else None
        found = [*_of_highlight(before, other, names), *_of_words(before, other)]
    elif isinstance(other, Note):
        note = one if isinstance(one, Note) else None
        found = [*_of_note(note, other), *_of_words(note, other)]
    else:
        found = []
    return tuple(found) or (_line("", _nothing(one is None)),)


def _line(label: str, words: str) -> Line:
    return Line(label, (Piece(words),))


def _nothing(is_first: bool) -> str:
    if is_first:
        return QCoreApplication.translate("History", "Nothing was written yet.")
    return QCoreApplication.translate("History", "The words are the same as before.")


def _fate(form: Form) -> str:
    if form.state == REMOVED:
        return QCoreApplication.translate("History", "It was removed.")
    if form.state == PURGED:
        return QCoreApplication.translate("History", "The words of this form were deleted for good.")
    assert form.state == DAMAGED  # noqa: S101 - there are no other states
    return QCoreApplication.translate(
        "History",
        "This form is damaged in the notebook and cannot be shown. The other forms are whole. "
        "A backup may have this one.",
    )


def _of_highlight(one: Highlight | None, other: Highlight, names: Mapping[str, str]) -> Iterator[Line]:
    if one is None or one.category != other.category:
        label = QCoreApplication.translate("History", "Category")
        named = names.get(other.category, other.category)
        yield Line(label, _turned(names.get(one.category, one.category) if one else None, named))
    if one is None or one.selector != other.selector:
        label = QCoreApplication.translate("History", "Passage")
        yield Line(label, _passage(one.selector if one else None, other.selector))
    if one is not None and other.missing_from and one.missing_from != other.missing_from:
        label = QCoreApplication.translate("History", "Passage")
        yield _line(label, QCoreApplication.translate("History", "looked for in the text and not found"))


def _of_note(one: Note | None, other: Note) -> Iterator[Line]:
    label = QCoreApplication.translate("History", "Principle")
    if one is not None and (one.principle, one.heading) != (other.principle, other.heading):
        yield Line(label, _turned(_number(one), _number(other)))
    if one is not None and other.missing_from and one.missing_from != other.missing_from:
        yield _line(label, QCoreApplication.translate("History", "looked for in the text and not found"))


def _number(note: Note) -> str:
    return "–" if note.principle is None else was_on(note) or str(note.principle)


def _of_words(one: Highlight | Note | None, other: Highlight | Note) -> Iterator[Line]:
    tags = one.tags if one else ()
    if tags != other.tags:
        yield Line(QCoreApplication.translate("History", "Tags"), listed(one and tags, other.tags))
    if one is None or said(one) != said(other):
        pieces = compared(said(one) if one else None, said(other))
        if pieces:
            yield Line("", pieces)


def _turned(one: str | None, other: str) -> tuple[Piece, ...]:
    return (Piece(other),) if one is None else (Piece(one, GONE), Piece(" → "), Piece(other, NEW))


def _passage(one: Selector | None, other: Selector) -> tuple[Piece, ...]:
    if one is None or one.quote != other.quote:
        return (Piece("«"), *compared(one.quote if one else None, other.quote), Piece("»"))
    if one.digest != other.digest:
        return (Piece(QCoreApplication.translate("History", "the same words in a new edition of the text")),)
    return (Piece(QCoreApplication.translate("History", "the same words in another place")),)
