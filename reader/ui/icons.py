"""The few icons of the window, drawn in the text's own colour so that they fit every theme."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

_SIZE = 18
_SCALE = 3


def icon(name: str, colour: str, faint: str) -> QIcon:
    """Return an icon by name (menu, back, forward); `faint` is its colour when disabled."""
    made = QIcon()
    made.addPixmap(_drawn(name, colour), QIcon.Mode.Normal)
    made.addPixmap(_drawn(name, faint), QIcon.Mode.Disabled)
    return made


def _drawn(name: str, colour: str) -> QPixmap:
    pixmap = QPixmap(_SIZE * _SCALE, _SIZE * _SCALE)
    pixmap.setDevicePixelRatio(_SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(colour), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    strokes: dict[str, Callable[[QPainter], None]] = {
        "menu": _menu,
        "back": _back,
        "forward": _forward,
        "pin": _pin,
        "close": _close,
    }
    strokes[name](painter)
    painter.end()
    return pixmap


def _menu(painter: QPainter) -> None:
    for y in (5.0, 9.0, 13.0):
        painter.drawLine(QPointF(3, y), QPointF(15, y))


def _back(painter: QPainter) -> None:
    painter.drawLine(QPointF(3, 9), QPointF(15, 9))
    painter.drawPolyline([QPointF(8, 4), QPointF(3, 9), QPointF(8, 14)])


def _forward(painter: QPainter) -> None:
    painter.drawLine(QPointF(3, 9), QPointF(15, 9))
    painter.drawPolyline([QPointF(10, 4), QPointF(15, 9), QPointF(10, 14)])


def _pin(painter: QPainter) -> None:
    path = QPainterPath()
    path.addEllipse(QRectF(6, 2.5, 6, 6))
    path.moveTo(9, 8.5)
    path.lineTo(9, 15.5)
    painter.drawPath(path)


def _close(painter: QPainter) -> None:
    painter.drawLine(QPointF(5, 5), QPointF(13, 13))
    painter.drawLine(QPointF(13, 5), QPointF(5, 13))
