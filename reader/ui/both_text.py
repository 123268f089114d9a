"""One form of a record as a document to read: words, category, tags and passage, with what differs marked.

It is written piece by piece as plain text with formats: nothing of a note can be taken for a command.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor

from reader.notebook.records import Category, Highlight, Note
from reader.ui.closed import ClosedDocument
from reader.ui.theme import Theme

translate = QCoreApplication.translate

Remark = Highlight | Note
Piece = tuple[str, bool]
"""Some words, and whether the other form has them not."""

_LONGEST = 20_000
"""How many code points of a text are shown, and compared word by word."""


class Part(NamedTuple):
    """A part of a form: what it is called, and its words in pieces."""

    name: str
    pieces: Sequence[Piece]


def parts(form: Remark, other: Remark, categories: Mapping[str, Category], *, is_left: bool) -> list[Part]:
    """Return the parts of a form, with what differs from the other form marked; equal passages are plain."""
    names = [translate("BothSides", "Note"), translate("BothSides", "Tags")]
    ours, theirs = [_words(form), _tags(form)], [_words(other), _tags(other)]
    if isinstance(form, Highlight) and isinstance(other, Highlight):
        names += [translate("BothSides", "Category"), translate("BothSides", "Passage")]
        ours += [_category(form, categories), form.selector.quote]
        theirs += [_category(other, categories), other.selector.quote]
    pairs = zip(names, ours, theirs, strict=True)
    return [Part(name, _marked(one, two, is_left=is_left)) for name, one, two in pairs if one or two]


def _words(record: Remark) -> str:
    return record.note if isinstance(record, Highlight) else record.body


def _tags(record: Remark) -> str:
    return " ".join(f"#{'-'.join(tag.split())}" for tag in record.tags)


def _category(record: Highlight, categories: Mapping[str, Category]) -> str:
    known = categories.get(record.category)
    return f"{known.sign} {known.name}" if known else ""


def _marked(one: str, other: str, *, is_left: bool) -> list[Piece]:
    one, other = _cut(one), _cut(other)
    if one == other:
        return [(one, False)]
    if not one or not other:
        return [(one, True)]
    from reader.compare.collation import collate

    # Compared the same way round for both sides, so that the marks answer each other.
    left, right = (one, other) if is_left else (other, one)
    segments = collate(left, right).collations[0].segments
    spans = [(part.left if is_left else part.right, part.op != "equal") for part in segments]
    return [(one[start:end], differs) for (start, end), differs in spans if start < end]


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"


def document(shown: Sequence[Part], theme: Theme, scale: float) -> ClosedDocument:
    """Return the parts of a form under each other."""
    made = ClosedDocument()
    made.setDocumentMargin(10)
    cursor = QTextCursor(made)
    base = QTextCharFormat()
    base.setFontPointSize(10.5 * scale)
    base.setForeground(QColor(theme.text))
    label = QTextCharFormat(base)
    label.setFontPointSize(9 * scale)
    label.setForeground(QColor(theme.muted))
    marked = QTextCharFormat(base)
    marked.setBackground(QColor(theme.chosen))
    marked.setFontUnderline(True)
    marked.setFontWeight(QFont.Weight.DemiBold)
    for number, part in enumerate(shown):
        _begin(cursor, first=number == 0, above=0 if number == 0 else 10)
        cursor.insertText(part.name, label)
        _begin(cursor, first=False, above=0)
        if not any(text for text, _ in part.pieces):
            cursor.insertText(translate("BothSides", "(nothing)"), label)
        for text, differs in part.pieces:
            _insert(cursor, text, marked if differs else base)
    return made


def _insert(cursor: QTextCursor, text: str, form: QTextCharFormat) -> None:
    for number, line in enumerate(text.split("\n")):
        if number:
            _begin(cursor, first=False, above=0)
        cursor.insertText(line, form)


def _begin(cursor: QTextCursor, *, first: bool, above: int) -> None:
    form = QTextBlockFormat()
    form.setTopMargin(above)
    form.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if first:
        cursor.setBlockFormat(form)
    else:
        cursor.insertBlock(form)
