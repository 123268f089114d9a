"""The view in which an edition is read: what lies on its page, the caret, the selection."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from reader.text.agreement import Span
from reader.ui.look import Look
from reader.ui.marks import Hits, Mark, Marks
from reader.ui.page import Page
from reader.ui.sheet import Sheet
from reader.ui.stretch import Stretch, gripped, paint_grips
from reader.ui.thrift import BY_MOUSE_AND_KEYS
from reader.ui.touches import Touches
from reader.ui.underlay import Shown, Underlay

if TYPE_CHECKING:
    from reader.ui.change_marks import ChangeMarks

_KEEP = QTextCursor.MoveMode.KeepAnchor
_LEAST_LETTER = 0.5
"""Less room than a letter ever takes on a page, in square em."""


class ReadingView(Sheet):
    """Shows a page and what lies on it. Offsets are code points of the edition's text."""

    selection_changed = Signal(int, int)
    """What is selected, once it has settled; both are the caret when nothing is."""
    highlight_hit = Signal(str)
    """The innermost highlight where the person clicked or brought the caret."""
    highlight_left = Signal()
    stretched = Signal(str, int, int)
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._shown = Shown()
        self._stretch: Stretch | None = None
        self._chosen: tuple[Span, Span] | None = None
        self._settled: Span = (0, 0)
        self._on = ""
        super().__init__(parent)
        self.setCursorWidth(2)
        self.setProperty("textInteractionFlags", BY_MOUSE_AND_KEYS)
        self.setAccessibleName(self.tr("Text of the agreement"))
        self.setAccessibleDescription(self.tr("Arrow keys move the caret; with Shift they select a passage."))
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        self.selectionChanged.connect(self._on_cursor_moved)

    def show_page(self, page: Page) -> None:
        """Show this page from its beginning, with nothing lying on it."""
        self._shown, self._stretch, self._chosen = Shown(), None, None
        self._settled, self._on = (0, 0), ""
        with self._by_program():
            super().show_page(page)
            self.place_caret(0)

    def restyle(self, look: Look) -> None:
        """Give the page another look; the line at the top, the caret and the selection stay."""
        span, caret = self.selection(), self.caret()
        with self._by_program():
            super().restyle(look)
            self._select(*span) if span[0] < span[1] else self._place(caret)

    # What lies on the page

    def set_highlights(self, marks: Iterable[Mark]) -> None:
        """Lay these highlights on the page, in place of the ones before."""
        self._shown.marks = marks if isinstance(marks, Marks) else Marks(marks)
        self._refresh()

    def set_hits(self, spans: Sequence[Span], current: int | None) -> None:
        """Show what a search found; `current` is the index of the one the person is at."""
        self._shown.hits = Hits(spans, current)
        self._refresh()

    def set_touches(self, touches: Touches) -> None:
        """Mark what was emended and what is doubtful."""
        self._shown.touches = touches
        self._refresh()

    def set_changes(self, changes: "ChangeMarks | None") -> None:
        """Draw what changed against another text; None for nothing."""
        self._shown.changes = changes
        self._refresh()

    def set_links(self, links: Touches) -> None:
        """Underline what can be gone to."""
        if links or self._shown.links:
            self._shown.links = links
            self._refresh()

    def set_current(self, highlight_id: str | None) -> None:
        """Make this highlight stand out, with handles to stretch it by; None for no one."""
        self._shown.current, self._on = highlight_id, highlight_id or ""
        self._refresh()

    def highlights_at(self, offset: int) -> list[str]:
        """Return the ids of the highlights on this code point: the innermost first, then the last made."""
        return [mark.id for mark in self._shown.marks.at(offset)]

    # The caret and the selection

    def selection(self) -> Span:
        """Return what is selected; both are the caret when nothing is."""
        cursor = self.textCursor()
        if self._chosen is not None and self._chosen[0] == (cursor.anchor(), cursor.position()):
            return self._chosen[1]
        start, end = (self._page.from_qt(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        return self._page.snapped(start, end)

    def select(self, start: int, end: int) -> None:
        """Select this passage, widened to whole letters, without scrolling; no signal tells of it."""
        self._select(*self._page.snapped(start, end))
        self._settled = self.selection()

    def _select(self, start: int, end: int) -> None:
        cursor = QTextCursor(self._page.document)
        cursor.setPosition(self._page.to_qt(start))
        cursor.setPosition(self._page.to_qt(end), _KEEP)
        self._put(cursor)
        # From outside a table to inside, Qt takes the whole table: the passage is kept as it was asked for.
        cursor = self.textCursor()
        self._chosen = (cursor.anchor(), cursor.position()), (start, end)
        self._refresh()

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        self.place_caret(self.caret())

    def caret(self) -> int:
        """Return the code point that the caret stands before."""
        return self._page.from_qt(self.textCursor().position())

    def place_caret(self, offset: int) -> None:
        """Put the caret before this code point, select nothing, do not scroll; no signal tells of it."""
        self._place(offset)
        self._settled = self.selection()

    def _place(self, offset: int) -> None:
        cursor = QTextCursor(self._page.document)
        cursor.setPosition(self._page.to_qt(offset))
        self._put(cursor)

    def _put(self, cursor: QTextCursor) -> None:
        with self._by_program(hold=True):
            self.setTextCursor(cursor)

    def _settle(self) -> None:
        """Tell where the person has come to, if that is news."""
        span = self.selection()
        if span != self._settled:
            self._settled = span
            self.selection_changed.emit(*span)

    def _arrive(self, offset: int | None, clicked: bool) -> None:
        """Tell which highlight the person has come to, or that one was left; a click says it again."""
        ids = self.highlights_at(offset) if offset is not None else []
        was, self._on = self._on, ids[0] if ids else ""
        if self._on and (clicked or self._on != was):
            self.highlight_hit.emit(self._on)
        elif was and not self._on:
            self.highlight_left.emit()

    def _on_cursor_moved(self) -> None:
        self._shown.selection = self.selection()
        self._refresh()

    def _refresh(self) -> None:
        self.viewport().update()

    # Keys and mouse

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window's shortcuts while an end is dragged: it lets go of that."""
        asked = event.type() == QEvent.Type.ShortcutOverride and self._stretch is not None
        if asked and isinstance(event, QKeyEvent) and event.key() == QtCore.Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret, select or scroll; Alt is left to the window."""
        if event.modifiers() & QtCore.Qt.KeyboardModifier.AltModifier:
            event.ignore()
            return
        if self._stretch is not None and event.key() == QtCore.Qt.Key.Key_Escape:
            self._end_stretch()
            return
        before = self.textCursor().position()
        super().keyPressEvent(event)
        self._leave_gap(before)
        if self.textCursor().position() != before or self.selection() != self._settled:
            self._settle()
            self._arrive(None if self.textCursor().hasSelection() else self.caret(), clicked=False)

    def _leave_gap(self, before: int) -> None:
        """Take the caret out of the places around tables where no text is."""
        cursor = self.textCursor()
        at = self._page.solid(cursor.position(), forward=cursor.position() >= before)
        if at != cursor.position():
            cursor.setPosition(at, _KEEP if cursor.hasSelection() else QTextCursor.MoveMode.MoveAnchor)
            self.setTextCursor(cursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select, or take hold of an end of the current highlight."""
        mark = self._shown.current_mark
        if mark is not None and event.button() == QtCore.Qt.MouseButton.LeftButton:
            self._stretch = gripped(mark, self._lines, self._in_document(event.position()))
        if self._stretch is not None:
            return
        shift = event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier
        if (
            event.button() == QtCore.Qt.MouseButton.LeftButton
            and not shift
            and self.textCursor().hasSelection()
        ):
            # Else Qt takes a press on selected words for the beginning of a drag to somewhere else.
            self._put(self.cursorForPosition(event.position().toPoint()))
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on selecting or stretching."""
        if self._stretch is None:
            super().mouseMoveEvent(event)
            self._show_grip(event.position())
            return
        position = self.cursorForPosition(event.position().toPoint()).position()
        self._stretch.to(self._page.from_qt(position))
        self._shown.stretched = self._stretch.mark
        self._refresh()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Settle what was selected or stretched, and hit the highlight under a click."""
        stretch = self._stretch
        if stretch is not None:
            self._end_stretch()
            if stretch.changed:
                self.stretched.emit(
                    stretch.mark.id, *self._page.snapped(stretch.mark.start, stretch.mark.end)
                )
            return
        super().mouseReleaseEvent(event)
        if event.button() == QtCore.Qt.MouseButton.LeftButton:
            self._settle()
            if not self.textCursor().hasSelection():
                self._arrive(self.letter_under(event.position()), clicked=True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the window's menu instead of Qt's."""
        event.accept()
        self.menu_wanted.emit(event.globalPos())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selected words as they stand in the edition, as plain text."""
        start, end = self.selection()
        data = QMimeData()
        data.setText(self._page.edition.text[start:end])
        return data

    def _show_grip(self, point: QPointF) -> None:
        mark = self._shown.current_mark
        over = mark is not None and gripped(mark, self._lines, self._in_document(point)) is not None
        self.viewport().setCursor(
            QtCore.Qt.CursorShape.SizeHorCursor if over else QtCore.Qt.CursorShape.IBeamCursor
        )

    def _end_stretch(self) -> None:
        self._stretch = self._shown.stretched = None
        self._refresh()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what lies under the words, the words, and the handles of the current highlight."""
        top, area = self._origin(), event.rect()
        if not self._is_plain(top):
            under = Underlay(self._page, self._lines, self._left, self._column)
            with QPainter(self.viewport()) as painter:
                painter.translate(-top)
                under.paint(painter, area.top() + top.y(), area.bottom() + 1 + top.y(), self._shown)
        super().paintEvent(event)
        mark = self._shown.current_mark
        if mark is not None:
            with QPainter(self.viewport()) as painter:
                painter.translate(-top)
                paint_grips(painter, mark, self._lines, self._page.look)

    def _is_plain(self, top: QPoint) -> bool:
        """Say whether nothing can lie under the words seen at the beginning, told by counting letters alone.

        To ask the layout is what makes the first paint of all dear.
        """
        most = self.viewport().width() * self.viewport().height() / (_LEAST_LETTER * self._page.em**2)
        bare = self._shown.bare and not self._page.numbered
        return top.y() == 0 and bare and self._page.first_ground > most
