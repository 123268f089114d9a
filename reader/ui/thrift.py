"""What spares a start the making of Qt's enumerations.

Naming anything of the `Qt` namespace, or calling what could be given it, makes all of its enumerations:
15 ms, a tenth of a whole start. What lies on the way to the first paint uses the numbers below instead, and
reaches for `QtCore.Qt` only inside the functions that run later. A test guards it.
"""

from PySide6.QtGui import QBrush, QColor, QPalette

AT_THE_RIGHT = 2
"""Qt.AlignmentFlag.AlignRight."""
NEVER, ALWAYS = 1, 2
"""Qt.ScrollBarPolicy.ScrollBarAlwaysOff and ScrollBarAlwaysOn."""
BY_MOUSE_AND_KEYS = 3
"""Qt.TextInteractionFlag.TextSelectableByMouse and TextSelectableByKeyboard."""


def brush(colour: QColor) -> QBrush:
    """Return a solid brush; QBrush's own constructor could be given a Qt.BrushStyle."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, colour)
    return palette.text()
