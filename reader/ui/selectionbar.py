"""The small bar at a selection or highlight: the categories, a note, a copy with its source."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QToolButton,
    QWidget,
)

from reader.notebook.records import Category, Touched
from reader.ui.desk import Desk
from reader.ui.look import Look
from reader.ui.plain import plain_tip
from reader.ui.theme import Theme

_GAP = 6
_ROUND = 20
_KEYS = 9


def draw_swatch(painter: QPainter, place: QRectF, category: Category, look: Look) -> None:
    """Draw a category as a round piece of its ground with its sign on it."""
    ground = look.ground(category.colour)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(ground.edge), 1))
    painter.setBrush(QColor(ground.ground))
    painter.drawEllipse(place)
    font = painter.font()
    font.setPixelSize(round(place.height() * 0.6))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(look.strong))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, category.sign)


class Swatch(QToolButton):
    """The button for one category; ringed when the highlight has it now."""

    def __init__(self, category: Category, key: str, look: Look) -> None:
        super().__init__()
        self.category = category.id
        self._drawn = category
        self._look = look
        self.ringed = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        name = f"{category.name} ({key})" if key else category.name
        self.setToolTip(plain_tip(name))
        self.setAccessibleName(name)

    def ring(self, ringed: bool) -> None:
        """Say whether this is the highlight's present category."""
        self.ringed = ringed
        self.setAccessibleDescription(self.tr("the present category") if ringed else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the round and a ring."""
        return QSize(_ROUND + 10, _ROUND + 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the round, and a ring when it is the present one or under the pointer."""
        painter = QPainter(self)
        middle = QRectF(self.rect()).center()
        place = QRectF(0, 0, _ROUND, _ROUND)
        place.moveCenter(middle)
        draw_swatch(painter, place, self._drawn, self._look)
        if self.ringed or self.underMouse():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            edge = QColor(self._look.ground(self._drawn.colour).edge)
            painter.setPen(QPen(edge, 2 if self.ringed else 1))
            painter.drawEllipse(place.adjusted(-3, -3, 3, 3))
        painter.end()


class SelectionBar(QFrame):
    """Floats in the page, close to what is selected. It never takes the focus: keys do the same elsewhere."""

    category_wanted = Signal(str)
    note_wanted = Signal()
    copy_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(self.tr("What to do with the selection"))
        self._desk = desk
        self._theme = theme
        self._page = parent
        self._present = ""
        self._shut = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(6, 3, 6, 3)
        self._row.setSpacing(1)
        self._shadow = QGraphicsDropShadowEffect(self)
        self._shadow.setBlurRadius(22)
        self._shadow.setOffset(0, 4)
        self.setGraphicsEffect(self._shadow)
        self.swatches = QButtonGroup(self)
        self.swatches.setExclusive(False)
        self.swatches.buttonClicked.connect(self._choose)
        self._make_words()
        self.restyle(theme)
        desk.notebook_changed.connect(self._notebook_has_changed)
        self.hide()

    def _make_words(self) -> None:
        self.note_button = self._word(self.tr("Note"), self.tr("Write a note on it (N)"))
        self.copy_button = self._word(self.tr("Copy"), self.tr("Copy with source (Ctrl+Shift+C)"))
        self.remove_button = self._word(self.tr("Remove"), self.tr("Remove the highlight (Del)"))
        self.note_button.clicked.connect(self.note_wanted)
        self.copy_button.clicked.connect(self.copy_wanted)
        self.remove_button.clicked.connect(self.remove_wanted)

    def _word(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row.addWidget(button)
        return button

    def restyle(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        self._shadow.setColor(QColor(0, 0, 0, 70 if theme.name == "light" else 150))
        self._show_categories()

    def _notebook_has_changed(self, touched: Touched) -> None:
        if touched.categories:
            self._show_categories()

    def _show_categories(self) -> None:
        for old in self.swatches.buttons():
            self.swatches.removeButton(old)
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shut = self._is_shut()
        self.note_button.setVisible(not self._shut)
        for place, category in enumerate(() if self._shut else self._desk.categories()):
            swatch = Swatch(category, str(place + 1) if place < _KEYS else "", self._theme.look)
            self.swatches.addButton(swatch)
            self._row.insertWidget(place, swatch)
            swatch.show()
        self._show_present()

    def _is_shut(self) -> bool:
        """Say whether nothing can be written: then only what writes nothing is offered."""
        return self._desk.notebook.read_only or bool(self._desk.notebook.damage)

    def _show_present(self) -> None:
        for swatch in self.swatches.buttons():
            if isinstance(swatch, Swatch):
                swatch.ring(swatch.category == self._present)

    def _choose(self, button: QAbstractButton) -> None:
        if isinstance(button, Swatch):
            self.category_wanted.emit(button.category)

    def show_at(self, rect: QRect) -> None:
        """Show the bar for a selection that covers this rectangle of the parent."""
        self._show(rect, "")

    def show_for_highlight(self, rect: QRect, category_id: str) -> None:
        """Show the bar for a highlight of this category that covers this rectangle of the parent."""
        self._show(rect, category_id)

    def _show(self, rect: QRect, category_id: str) -> None:
        self._present = category_id
        if self._shut != self._is_shut():
            self._show_categories()
        self._show_present()
        self.remove_button.setVisible(bool(category_id) and not self._shut)
        self._row.activate()
        self.resize(self.sizeHint())
        self.move(self._corner(rect))
        self.show()
        self.raise_()

    def _corner(self, rect: QRect) -> QPoint:
        """Return where the bar stands: under the rectangle, else above, always inside the parent."""
        room = self._page.rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        left = min(rect.center().x() - self.width() // 2, room.right() + 1 - self.width())
        under, above = rect.bottom() + 1 + _GAP, rect.top() - _GAP - self.height()
        lowest = room.bottom() + 1 - self.height()
        top = under if under <= lowest or above < room.top() else above
        return QPoint(max(left, room.left()), max(min(top, lowest), room.top()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep a click between the buttons from the page below, which would let go of the selection."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep it from the page below."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Keep it from the page below."""
        event.accept()
