"""A principle's wording through the years as a document: what came, what went, and what moved.

It is written piece by piece as plain text with formats: nothing of a text can be taken for a command.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFormat

from reader.compare.classes import DECISIVE
from reader.compare.compared_rows import Row
from reader.compare.outcome import is_doubtful
from reader.compare.segments import Segment
from reader.compare.through_time import Stage
from reader.text.agreement import Agreement, Edition, Span
from reader.ui.closed import ClosedDocument
from reader.ui.grid_words import state
from reader.ui.theme import Theme

KIND = QTextFormat.Property.UserProperty.value + 1
"""The property of a format that says what a piece is: gone, new, away or here."""
_MOST_DECISIVE = 6


class Year(NamedTuple):
    """A stage of the wording and the agreement it is from; `before` is the one it is compared with."""

    stage: Stage
    agreement: Agreement
    before: Agreement | None


def place_of(agreement: str, span: Span) -> str:
    """Return an address of a passage, for links inside the program."""
    return f"place:{agreement}/{span[0]}/{span[1]}"


def passage_at(address: str) -> tuple[str, int, int] | None:
    """Return the agreement and the span that `place_of` wrote down; None for any other address."""
    scheme, _, rest = address.partition(":")
    parts = rest.rsplit("/", 2)
    if scheme != "place" or len(parts) != 3 or not (parts[1].isdecimal() and parts[2].isdecimal()):
        return None
    return parts[0], int(parts[1]), int(parts[2])


def wording_document(years: Sequence[Year], theme: Theme, scale: float, with_changes: bool) -> ClosedDocument:
    """Return all years under each other; `with_changes` draws what came and went since the year before."""
    document = ClosedDocument()
    writer = _Writer(document, theme, scale)
    for year in years:
        writer.year(year, with_changes)
    return document


def formats(theme: Theme, scale: float) -> dict[str, QTextCharFormat]:
    """Return how pieces of a compared text are written: equal, title, gone, new, away, here, head, said."""
    look = theme.look
    base = QTextCharFormat()
    base.setFontFamilies(list(look.families))
    base.setFontPointSize(look.size * scale)
    base.setForeground(QColor(look.text))
    made = {name: QTextCharFormat(base) for name in ("equal", "title", "gone", "new", "away", "here")}
    made["title"].setFontWeight(QFont.Weight.Bold)
    made["gone"].setFontStrikeOut(True)
    made["gone"].setForeground(QColor(theme.warning))
    made["new"].setFontUnderline(True)
    made["new"].setForeground(QColor(theme.same))
    for name in ("away", "here"):
        made[name].setForeground(QColor(theme.accent))
    made["here"].setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    made["away"].setFontStrikeOut(True)
    for name in ("gone", "new", "away", "here"):
        made[name].setProperty(KIND, name)
    made["head"], made["said"] = QTextCharFormat(), QTextCharFormat()
    for name, size, colour in (("head", 1.3, theme.text), ("said", 0.9, theme.muted)):
        made[name].setFontPointSize(look.size * scale * size)
        made[name].setForeground(QColor(colour))
    made["head"].setFontWeight(QFont.Weight.Bold)
    return made


class _Writer:
    def __init__(self, document: ClosedDocument, theme: Theme, scale: float) -> None:
        self._theme = theme
        self._cursor = QTextCursor(document)
        self._begun = False
        self._formats = formats(theme, scale)

    def _block(self, above: float, below: float = 4) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(above)
        form.setBottomMargin(below)
        form.setLineHeight(128, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._begun:
            self._cursor.insertBlock(form)
        else:
            self._cursor.setBlockFormat(form)
        self._begun = True

    def year(self, year: Year, with_changes: bool) -> None:
        """Write an agreement's head, what happened, and the wording."""
        stage = year.stage
        self._block(26 if self._begun else 6, 0)
        head = QTextCharFormat(self._formats["head"])
        if stage.principle:
            head.setAnchor(True)
            head.setAnchorHref(place_of(stage.edition.id, (stage.principle.start, stage.principle.start)))
        self._cursor.insertText(f"{year.agreement.short} · {year.agreement.date[:4]}", head)
        for line in summary(year):
            self._block(0, 2)
            self._cursor.insertText(line, self._formats["said"])
        if stage.principle is None:
            return
        self._block(8)
        if stage.row and year.before and stage.before and with_changes:
            self._changed(stage.row, stage.before, stage.edition, year)
        else:
            self._plain(stage.edition.text[stage.principle.start : stage.principle.end])

    def _plain(self, text: str) -> None:
        for number, line in enumerate(text.split("\n")):
            if number:
                self._block(0)
            self._cursor.insertText(line, self._formats["equal" if number else "title"])

    def _changed(self, row: Row, one: Edition, other: Edition, year: Year) -> None:
        self._first = True
        doubtful = {span for change in row.changes if is_doubtful(change) for span in change[:2]}
        for segment in row.segments:
            ours = segment.left[0] < segment.left[1]
            text = one.text[slice(*segment.left)] if ours else other.text[slice(*segment.right)]
            kind = _kind(segment, ours)
            if kind in ("away", "here") and text.strip():
                self._moved(segment, text, kind, year)
            else:
                form = QTextCharFormat(self._formats[kind])
                if kind != "equal" and (segment.left if ours else segment.right) in doubtful:
                    # Perhaps only how a source was read: told apart from what was changed.
                    form.setForeground(QColor(self._theme.muted))
                self._lines(text, form)

    def _lines(self, text: str, form: QTextCharFormat) -> None:
        for number, line in enumerate(text.split("\n")):
            if number:
                self._first = False
                # A line end that was put in beside one that was taken out is one line end to see.
                if self._cursor.block().text():
                    self._block(0)
            made = QTextCharFormat(form)
            if self._first:
                made.setFontWeight(QFont.Weight.Bold)
            self._cursor.insertText(line, made)

    def _moved(self, segment: Segment, text: str, kind: str, year: Year) -> None:
        """Write a moved passage after where it went or came from, which is a link."""
        there = year.stage.edition if kind == "away" else year.stage.before
        agreement = year.agreement if kind == "away" else year.before
        if there is None or agreement is None or segment.other is None:
            self._lines(text, self._formats[kind])
            return
        principle = there.principle_at(segment.other[0])
        where = agreement.short + (f" · {principle.number}" if principle else "")
        label = (
            QCoreApplication.translate("Wording", "moved to %1")
            if kind == "away"
            else QCoreApplication.translate("Wording", "moved here from %1")
        )
        link = QTextCharFormat(self._formats["said"])
        link.setForeground(QColor(self._theme.accent))
        link.setAnchor(True)
        link.setAnchorHref(place_of(there.id, segment.other))
        stripped = text.lstrip("\n")
        if stripped != text and self._cursor.block().text():
            self._block(0)
        self._cursor.insertText(f"[{label.replace('%1', where)}: ", link)
        self._lines(stripped.rstrip("\n"), self._formats[kind])
        self._cursor.insertText("]", link)
        if text.endswith("\n"):
            self._block(0)


def _kind(segment: Segment, ours: bool) -> str:
    if segment.op == "move":
        return "away" if ours else "here"
    return {"equal": "equal", "delete": "gone", "insert": "new"}[segment.op]


def summary(year: Year) -> list[str]:
    """Return what happened in a year: what became of the principle, how much, and what was decisive."""
    stage = year.stage
    if stage.principle is None:
        return [QCoreApplication.translate("Wording", "The principle is not in this agreement.")]
    if stage.row is None:
        return [QCoreApplication.translate("Wording", "The first wording in the library.")]
    row, counts = stage.row, stage.row.counts
    parts = [", ".join(state(name) for name in row.states)]
    amounts = {
        QCoreApplication.translate("Wording", "%1 words gone"): counts.gone,
        QCoreApplication.translate("Wording", "%1 words new"): counts.new,
        QCoreApplication.translate("Wording", "%1 words moved away"): counts.away,
        QCoreApplication.translate("Wording", "%1 words moved here"): counts.came,
        QCoreApplication.translate("Wording", "%1 words that differ in letters only"): counts.doubtful,
    }
    parts += [text.replace("%1", str(amount)) for text, amount in amounts.items() if amount]
    if counts.share:
        parts.append(
            QCoreApplication.translate("Wording", "%1 % changed").replace(
                "%1", str(max(1, round(100 * counts.share)))
            )
        )
    return [" · ".join(parts), *_decisive(row)]


def _decisive(row: Row) -> Iterable[str]:
    found = [change for change in row.changes if set(change.classes) & set(DECISIVE)]
    if not found:
        return
    shown = [f"“{_short(change.gone)}” → “{_short(change.new)}”" for change in found[:_MOST_DECISIVE]]
    more = [f"+ {len(found) - _MOST_DECISIVE}"] if len(found) > _MOST_DECISIVE else []
    yield QCoreApplication.translate("Wording", "Small words that decide: %1").replace(
        "%1", ", ".join([*shown, *more])
    )


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 40 else line[:38].rstrip() + " …"
