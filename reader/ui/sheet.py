"""A page laid out in a scrolled view: where things are on it, and who scrolls it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QEvent, QPoint, QPointF, QRect, QSizeF, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from reader.text.agreement import Edition, Span
from reader.ui.between import onto_line
from reader.ui.closed import closed_resource, show_document
from reader.ui.laying import Laying
from reader.ui.lines import Lines
from reader.ui.look import Look, light
from reader.ui.page import Page
from reader.ui.thrift import ALWAYS, NEVER

_NOTHING = Edition("", "", "", (), (), ())
_MARGIN = 2.1
"""The least margin beside the column, in em: room for the signs of highlights."""
_SHARE = 0.1
"""How much of a narrow view each margin may take, however large the text is."""
_BELOW = 0.75
"""How much of the view may be empty below the last line, so that every heading can be brought up."""
_BELOW_STEP = 100
_ANYWHERE, _AT_WORDS = QTextOption.WrapMode.WrapAnywhere, QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


class Sheet(QTextBrowser):
    """Shows a page. Offsets are code points of the edition's text, y is px of the document."""

    scrolled = Signal(bool)
    """The text moved in the view; whether the person did it."""
    scale_wanted = Signal(int)
    """Larger (1) or smaller (-1) text is wanted."""
    laid_out = Signal()
    """All coordinates of the page are final."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = 0
        self._value = 0
        self._turned = False
        self._held: tuple[int, float] | None = None
        self._laying = Laying(self)
        self._laying.laid_out.connect(self._on_laid_out)
        self._set_up()
        self._take(Page(_NOTHING, light()))
        self.verticalScrollBar().valueChanged.connect(self._on_value_changed)

    def _set_up(self) -> None:
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("verticalScrollBarPolicy", ALWAYS)
        self.setProperty("horizontalScrollBarPolicy", NEVER)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._page

    def show_page(self, page: Page) -> None:
        """Show this page from its beginning."""
        with self._by_program():
            self._take(page)
            self.verticalScrollBar().setValue(0)

    def _take(self, page: Page) -> None:
        self._page, self._lines, self._held = page, Lines(page), None
        self._dress(page.look)
        self._fit(self.viewport().width(), self.viewport().height())
        page.document.setPageSize(QSizeF(self.viewport().width(), -1))
        self._break_lines(_ANYWHERE if page.endless else _AT_WORDS)
        show_document(self, page.document)
        self._laying.start(page.document)

    def _break_lines(self, mode: QTextOption.WrapMode) -> None:
        """Break the lines of the next page so; the one that was shown is not laid out for it."""
        if mode != self.wordWrapMode():
            show_document(self, QTextDocument())
            self.setWordWrapMode(mode)

    def restyle(self, look: Look) -> None:
        """Give the page another look; the line at the top stays."""
        held = self._held or self.top()
        with self._by_program():
            with self._laid_anew(self.viewport().width()):
                self._page.restyle(look)
                self._dress(look)
                self._fit(self.viewport().width(), self.viewport().height())
            self.restore_top(*held)
        self._held = held
        self._laying.start(self._page.document)

    def _dress(self, look: Look) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(look.paper))
        palette.setColor(QPalette.ColorRole.Text, QColor(look.text))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(look.strong))
        # The selection is painted under the words with the highlights; Qt's own ground would hide them.
        palette.setColor(QPalette.ColorRole.Highlight, QColor(0, 0, 0, 0))
        self.setPalette(palette)

    def _fit(self, width: int, height: int) -> None:
        """Centre the column in a viewport of this size, with room below its end."""
        least = min(_MARGIN * self._page.em, _SHARE * width)
        self._column = min(self._page.column, max(width - 2 * least, 1.0))
        self._left = float(int((width - self._column) / 2))
        below = -(-int(_BELOW * height) // _BELOW_STEP) * _BELOW_STEP
        frame = self._page.document.rootFrame()
        made = frame.frameFormat()
        made.setLeftMargin(self._left)
        made.setRightMargin(width - self._column - self._left)
        made.setTopMargin(1.2 * self._page.em)
        made.setBottomMargin(max(self._page.look.bottom, below))
        if made != frame.frameFormat():
            frame.setFrameFormat(made)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the page out for the new size; the line at the top stays."""
        # At the very beginning there is no line to keep.
        held = self._held or (self.top() if self.verticalScrollBar().value() else None)
        with self._by_program():
            with self._laid_anew(event.size().width()):
                self._fit(event.size().width(), event.size().height())
            super().resizeEvent(event)
            if held:
                self.restore_top(*held)
        # Wrapping moves the top line's start: the place last scrolled to is kept while sizes change.
        self._held = held
        self._laying.start(self._page.document)

    def showEvent(self, event: QShowEvent) -> None:
        """Stay at the place: when first shown, Qt would go to the caret."""
        with self._by_program(hold=True):
            super().showEvent(event)

    @contextmanager
    def _laid_anew(self, width: int) -> Iterator[None]:
        """Let all changes inside lead to one lazy layout: Qt makes a whole one for each of them."""
        document = self._page.document
        document.setLayoutEnabled(False)
        try:
            yield
        finally:
            document.setPageSize(QSizeF(width, -1))
            document.setLayoutEnabled(True)

    def y_of(self, offset: int) -> float:
        """Return the y of the line that holds this code point, laying out as far as needed."""
        return self._lines.holding(offset).rect.top()

    def offset_at(self, y: float) -> int:
        """Return the code point at the start of the line at this y, or of the nearest line."""
        return self._lines.nearest(y).start

    def letter_under(self, point: QPointF) -> int | None:
        """Return the code point of the letter at this point of the viewport; None where none is."""
        return self._lines.letter_at(self._in_document(point))

    def _in_document(self, point: QPointF) -> QPointF:
        return point + QPointF(self._origin())

    def line_beside(self, point: QPointF) -> Span | None:
        """Return the code points of the line to the left of a point in the right margin; None elsewhere."""
        place = self._in_document(point)
        line = self._lines.nearest(place.y())
        inside = line.rect.top() <= place.y() <= line.rect.bottom()
        return (line.start, line.end) if inside and place.x() > self._left + self._column else None

    def extent(self) -> float:
        """Return the height of the whole document in px, its bottom space included."""
        return self._lines.height()

    def scroll_to_y(self, y: float) -> None:
        """Bring this y of the document to the top of the view, as far as the text reaches."""
        bar = self.verticalScrollBar()
        with self._by_program():
            self._lines.reach(y + self.viewport().height())
            if y > bar.maximum():
                self._laying.finish()
            bar.setValue(round(y))

    def top(self) -> tuple[int, float]:
        """Return the code point at the start of the top line, and how much of that line is scrolled away."""
        line = self._lines.nearest(self.verticalScrollBar().value())
        return line.start, (self.verticalScrollBar().value() - line.rect.top()) / line.rect.height()

    def seen(self) -> Span:
        """Return what is seen: from the start of the top line to the end of the bottom one."""
        top = self.verticalScrollBar().value()
        return self._lines.nearest(top).start, self._lines.nearest(top + self.viewport().height()).end

    def restore_top(self, offset: int, fraction: float) -> None:
        """Bring the line that holds this code point back to the top, this much of it scrolled away."""
        line = self._lines.holding(offset)
        self.scroll_to_y(line.rect.top() + fraction * line.rect.height())
        self._held = offset, fraction

    def rect_of(self, start: int, end: int) -> QRect:
        """Return what this passage covers in the view, in its px; its first line if out of sight."""
        top = self.verticalScrollBar().value()
        seen = self._lines.between(top, top + self.viewport().height())
        rects = [rect for line in seen for rect in line.rects(start, end)]
        around = rects[0] if rects else self._lines.holding(start).rect
        for rect in rects[1:]:
            around = around.united(rect)
        return around.toRect().translated(-self._origin())

    def _origin(self) -> QPoint:
        """Return the place of the document that is drawn at the view's corner."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    @contextmanager
    def _by_program(self, hold: bool = False) -> Iterator[None]:
        """Mark what happens inside as the program's doing; with `hold` the text does not move."""
        bar = self.verticalScrollBar()
        before, held = bar.value(), self._held
        self._quiet += 1
        try:
            yield
            if hold:
                bar.setValue(before)
                self._held = held
        finally:
            self._quiet -= 1
        if not self._quiet and bar.value() != before:
            self.scrolled.emit(False)

    def _on_laid_out(self) -> None:
        # A table of many columns may be too wide. Not as needed: while a page is laid out the bar would go,
        # and come at its end, and with it the height for which the page is laid out anew, for ever.
        wide = self._page.document.documentLayout().documentSize().width() > self.viewport().width()
        policy = QtCore.Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(policy.ScrollBarAlwaysOn if wide else policy.ScrollBarAlwaysOff)
        self.laid_out.emit()

    def _on_value_changed(self, value: int) -> None:
        # Where the text became shorter than where the view stood, Qt moved it: not the person.
        moved = self._value <= self.verticalScrollBar().maximum()
        self._value, self._held = value, None
        if not self._quiet:
            # While a page is being laid out its end moves, and Qt with it: that is no person's doing either.
            self.scrolled.emit(moved and (self._turned or self._laying.done))

    def viewportEvent(self, event: QEvent) -> bool:
        """Take what the mouse does between two lines for the nearer one."""
        if isinstance(event, QMouseEvent):
            event = onto_line(event, self._lines, QPointF(self._origin()))
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is seen; the rest is laid out after it."""
        super().paintEvent(event)
        self._laying.painted()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl ask for another text size instead of Qt's own zoom."""
        turn = event.angleDelta().y()
        if event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            event.accept()
            if turn:
                self.scale_wanted.emit(1 if turn > 0 else -1)
        else:
            self._turned = True
            super().wheelEvent(event)
            self._turned = False

    def loadResource(self, kind: int, name: QUrl | str) -> QImage | QByteArray:
        """Return a stand-in: nothing that a text names is opened."""
        return closed_resource(kind)
