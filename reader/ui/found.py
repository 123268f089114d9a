"""What was found, and how a row of it is drawn: plain text only, the words that were sought in bold."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.text.agreement import Span
from reader.ui.theme import Theme

ROW = Qt.ItemDataRole.UserRole
"""Under which role an item of the list has its Row."""

_SIDE = 14
_INDENT = 10
_AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Found:
    """Something that can be gone to: its words, which of them are bold, and what is said of it at the right.

    `place` is the section above it, `order` its place in the reading order of its group.
    """

    text: str
    go: Callable[[], object]
    bold: tuple[Span, ...] = ()
    detail: str = ""
    place: str = ""
    order: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Things of one kind or of one agreement, the best first."""

    title: str
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list; `kind` is group, place, found or more; `group` is the number of the group."""

    kind: str
    text: str
    detail: str = ""
    found: Found | None = None
    group: int = 0


class RowDelegate(QStyledItemDelegate):
    """Draws the rows as plain text, the words that were sought in bold."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        """Return a row's height; headings stand a little apart."""
        room = {"group": 18, "place": 7, "more": 9}.get(index.data(ROW).kind, 11)
        return QSize(0, QFontMetrics(option.font).height() + room)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Draw a row: its ground, what is said at its right, its words."""
        row: Row = index.data(ROW)
        place = QRect(option.rect)
        painter.save()
        self._ground(painter, option, row)
        words = place.adjusted(_SIDE, 10 if row.kind == "group" else 0, -_SIDE, 0)
        if row.kind in ("found", "more"):
            words.adjust(_INDENT, 0, 0, 0)
        words.setRight(self._detail(painter, words, row, option))
        self._words(painter, words, row, option)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if row.kind in ("found", "more") and (chosen or state & QStyle.StateFlag.State_MouseOver):
            place = QRect(option.rect).adjusted(6, 0, -6, 0)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.chosen if chosen else self._theme.hover))
            painter.drawRoundedRect(place, 5, 5)
            if chosen:
                painter.setBrush(QColor(self._theme.accent))
                painter.drawRoundedRect(QRect(place.left(), place.top() + 4, 3, place.height() - 8), 1.5, 1.5)

    def _detail(self, painter: QPainter, place: QRect, row: Row, option: QStyleOptionViewItem) -> int:
        """Draw what stands at the right; return how far the words may go."""
        metrics = QFontMetrics(option.font)
        text = metrics.elidedText(_one_line(row.detail), Qt.TextElideMode.ElideLeft, place.width() // 2)
        painter.setPen(QColor(self._theme.muted))
        painter.setFont(option.font)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        return place.right() - (metrics.horizontalAdvance(text) + 12 if text else 0)

    def _words(self, painter: QPainter, place: QRect, row: Row, option: QStyleOptionViewItem) -> None:
        font = QFont(option.font)
        if row.kind == "group":
            font.setPointSizeF(font.pointSizeF() * 0.85)
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
        colours = {"found": self._theme.text, "more": self._theme.accent}
        painter.setPen(QColor(colours.get(row.kind, self._theme.muted)))
        text = _one_line(row.text.upper() if row.kind == "group" else row.text)
        draw_words(painter, place, text, row.found.bold if row.found else (), font)


def draw_words(painter: QPainter, place: QRect, text: str, bold: Sequence[Span], font: QFont) -> None:
    """Draw one line of plain text with these spans in bold, shortened at the end where there is no room."""
    strong = QFont(font)
    strong.setBold(True)
    left = place.left()
    for piece, is_bold in pieces(text, bold):
        painter.setFont(strong if is_bold else font)
        metrics = painter.fontMetrics()
        room = place.right() - left
        seen = metrics.elidedText(piece, Qt.TextElideMode.ElideRight, room)
        painter.drawText(left, place.top(), room, place.height(), Qt.AlignmentFlag.AlignVCenter, seen)
        left += metrics.horizontalAdvance(piece)
        if seen != piece:
            return


def pieces(text: str, bold: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    """Cut a text where bold begins and ends; nothing empty."""
    at = 0
    for start, end in sorted(bold):
        if at < start:
            yield text[at:start], False
        if max(start, at) < end:
            yield text[max(start, at) : end], True
        at = max(at, end)
    if text[at:]:
        yield text[at:], False


def _one_line(text: str) -> str:
    """Return the text with every break and tab as a space, so that spans stay where they are."""
    return "".join(" " if sign in "\n\t\r\v\f\u2028\u2029\x85" else sign for sign in text)
