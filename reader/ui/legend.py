"""What the shapes in the overview mean."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.ui.grid_words import SIGNS, state
from reader.ui.painted_cells import paint_shape, small
from reader.ui.theme import Theme

_SHOWN = ("same", "reworded", "renamed", "new", "dropped")


class Legend(QWidget):
    """Draws each shape with its sign and its word."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(f"{SIGNS[shape]} {state(shape)}" for shape in _SHOWN))

    def sizeHint(self) -> QSize:
        """Return the room of one line."""
        return QSize(520, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            font = small(self.font())
            left = 0.0
            for shape in _SHOWN:
                painter.setFont(font)
                paint_shape(painter, QRectF(left, 4, 30, 18), shape, SIGNS[shape], self.theme)
                painter.setPen(self.palette().windowText().color())
                width = painter.fontMetrics().horizontalAdvance(state(shape))
                room = QRectF(left + 36, 4, width + 4, 18)
                painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), state(shape))
                left += 36 + width + 20
