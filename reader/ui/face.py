"""What is seen of a highlight or note on its card: edge and sign, quote, note, tags, place."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.notebook.records import Category, Highlight, Note
from reader.ui.desk import Desk
from reader.ui.entries import Entry
from reader.ui.flow import Flow
from reader.ui.names import by_whom
from reader.ui.note_editor import said
from reader.ui.places import title_of
from reader.ui.rendering import note_html, plain
from reader.ui.selectionbar import draw_swatch
from reader.ui.shortened import Shortened
from reader.ui.stands import CHECK
from reader.ui.theme import Theme, mark

_BAND = 20
_RADIUS = 7
_SMALL = 0.88
_MOST_CHIPS = 12
_SPOKEN = 300
_SPACING = (
    "<style>p,ul,ol,pre,blockquote{margin-top:0;margin-bottom:3px} pre{white-space:pre-wrap}"
    " ul,ol{-qt-list-indent:0;margin-left:15px} blockquote{margin-left:12px;margin-right:0}</style>"
)


class Face(QFrame):
    """Shows one record; all but the rendered note is plain text."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._desk = desk
        self._theme = theme
        self._entry: Entry | None = None
        self._category: Category | None = None
        self._state = ""
        self.quote = Shortened(self, 2, ("«", "»"))
        self.title = Shortened(self, 2)
        self.note = QLabel(self)
        self.meta, self.who = Shortened(self, 1), Shortened(self, 1)
        self.more = QToolButton(self)
        self.chips: list[Shortened] = []
        self._line = Flow(6)
        self._column = QVBoxLayout(self)
        self._name_parts()
        self._lay_out()
        self.restyle(theme)

    def _name_parts(self) -> None:
        self.quote.setObjectName("quote")
        self.title.setObjectName("place")
        for label in (self.meta, self.who):
            label.setObjectName("meta")
        self.note.setObjectName("note")
        self.note.setTextFormat(Qt.TextFormat.RichText)
        self.note.setWordWrap(True)
        self.more.setObjectName("cardMenu")
        self.more.setText("⋯")
        # No higher than one line of the quote: the note below must not be pushed away.
        self.more.setFixedHeight(self.fontMetrics().height())

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.addWidget(self.quote)
        words.addWidget(self.title)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addLayout(words, 1)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self.meta)
        self._column.setContentsMargins(_BAND + 9, 8, 5, 9)
        self._column.setSpacing(6)
        self._column.addLayout(head)
        self._column.addWidget(self.note)
        self._column.addLayout(self._line)

    @property
    def record(self) -> Highlight | Note | None:
        """The record that is shown; the notebook may be a moment ahead."""
        return self._entry.record if self._entry else None

    def present(self, entry: Entry, category: Category | None) -> None:
        """Show a record; nothing happens if it is shown already as it is."""
        state = self._desk.standings.state(entry.record.id)
        if (entry, category, state) == (self._entry, self._category, self._state):
            return
        self._entry, self._category, self._state = entry, category, state
        self._show_place(entry)
        self.who.show_words(by_whom(self._desk, entry.record))
        self.who.setVisible(bool(entry.record.origin))
        self._show_words(entry.record)
        self._show_tags(entry.record.tags)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self._spoken(entry.record))
        self.update()

    def _show_place(self, entry: Entry) -> None:
        record = entry.record
        if isinstance(record, Highlight):
            self.quote.show_words(record.selector.quote)
        else:
            self.title.show_words(title_of(self._desk, record))
        self.quote.setVisible(isinstance(record, Highlight))
        self.title.setVisible(isinstance(record, Note))
        self.meta.show_words(self._place_of(entry))
        mark(self.meta, "lost", entry.span is None)

    def _place_of(self, entry: Entry) -> str:
        record = entry.record
        short = self._desk.short(record.agreement)
        if entry.span is None and self._state == CHECK:
            return self.tr("{agreement} · to check").format(agreement=short)
        if entry.span is None:
            return self.tr("{agreement} · not found in the text").format(agreement=short)
        if isinstance(record, Note) and record.principle is None:
            return self.tr("{agreement} · the whole agreement").format(agreement=short)
        edition = self._desk.edition(record.agreement)
        principle = edition.principle_at(entry.span[0])
        if principle:
            words = self.tr("{agreement} · Principle {number}")
            return words.format(agreement=short, number=principle.number)
        return f"{short} · {edition.section_at(entry.span[0]).text}"

    def _show_words(self, record: Highlight | Note) -> None:
        html = note_html(said(record)) if said(record).strip() else ""
        if isinstance(record, Note) and not html:
            empty = self.tr("An empty note")
            html = f"<p><em>{empty}</em></p>"
        allowed = Qt.TextInteractionFlag.NoTextInteraction
        if "<a " in html:
            # Only then: a label whose links can be reached is a stop of the Tab key.
            allowed = Qt.TextInteractionFlag.LinksAccessibleByMouse
            allowed |= Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        self.note.setTextInteractionFlags(allowed)
        self.note.setText(_SPACING + html if html else "")
        self.note.setVisible(bool(html))

    def _show_tags(self, tags: tuple[str, ...]) -> None:
        for chip in self.chips:
            self._line.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for label in (self.meta, self.who):
            self._line.removeWidget(label)
        self.chips = [self._chip(tag) for tag in tags[:_MOST_CHIPS]]
        for label in (*self.chips, self.meta, self.who):
            self._line.addWidget(label)

    def _chip(self, tag: str) -> Shortened:
        chip = Shortened(self, 1)
        chip.setObjectName("chip")
        chip.draw_in(self._small)
        chip.show_words(tag)
        return chip

    def _spoken(self, record: Highlight | Note) -> str:
        words = plain(said(record)) or self.tr("none")
        place = ", ".join(part for part in (self.meta.text(), by_whom(self._desk, record)) if part)
        if isinstance(record, Note):
            said_so = self.tr("Note, {place}, {title}: {note}")
            return said_so.format(place=place, title=self.title.text(), note=words)
        quote = f"«{' '.join(record.selector.quote[:_SPOKEN].split())}»"
        name = self._category.name if self._category else record.category
        said_so = self.tr("Highlight, {category}, {quote}, {place}, note: {note}")
        return said_so.format(category=name, quote=quote, place=place, note=words)

    def set_current(self, current: bool) -> None:
        """Mark this card as the one that is spoken of."""
        mark(self, "current", current)

    def restyle(self, theme: Theme) -> None:
        """Take on another theme."""
        self._theme = theme
        serif, bold, self._small = QFont(self.font()), QFont(self.font()), QFont(self.font())
        serif.setFamilies(list(theme.look.families))
        serif.setItalic(True)
        bold.setWeight(QFont.Weight.DemiBold)
        self._small.setPointSizeF(self.font().pointSizeF() * _SMALL)
        self.quote.draw_in(serif)
        self.title.draw_in(bold)
        for label in (self.meta, self.who, *self.chips):
            label.draw_in(self._small)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the edge in the category's colour, with its sign."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QPainterPath()
        inside.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS - 1, _RADIUS - 1)
        painter.setClipPath(inside)
        colour = self._theme.hover
        if self._category:
            colour = self._theme.look.ground(self._category.colour).ground
        painter.fillRect(0, 0, _BAND, self.height(), QColor(colour))
        self._draw_sign(painter)
        if self.hasFocus():
            self._draw_focus(painter)

    def _draw_sign(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.look.strong if self._category else self._theme.muted))
        top = self._column.contentsMargins().top()
        area = QRectF(1, top, _BAND - 1, self.fontMetrics().height())
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._category.sign if self._category else "¶")

    def _draw_focus(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS - 1, _RADIUS - 1)


def category_icon(category: Category, theme: Theme) -> QIcon:
    """Return a category's colour and sign for menus and lists."""
    pixmap = QPixmap(36, 36)
    pixmap.setDevicePixelRatio(2.0)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_swatch(painter, QRectF(1, 1, 16, 16), category, theme.look)
    painter.end()
    return QIcon(pixmap)
