"""Plain words in a few lines, with … where they are cut."""

from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_LOOKED_AT = 1200
"""More of a text than this is never laid out: no panel has room for it."""


class Shortened(QLabel):
    """Shows the beginning of a text in at most so many lines; what is read aloud is not cut.

    The two `signs` stand around the words, also around shortened ones.
    """

    def __init__(self, parent: QWidget, lines: int, signs: tuple[str, str] = ("", "")) -> None:
        super().__init__(parent)
        self._lines = lines
        self._signs = signs
        self._laid: dict[int, QTextLayout] = {}
        self._words = ""
        self._drawn = self.font()
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, words: str) -> None:
        """Show these words; line ends and runs of spaces count as one space."""
        self._words = " ".join(words.split())
        self._laid.clear()
        self.setText(self._signed(self._words))
        self.updateGeometry()

    def draw_in(self, font: QFont) -> None:
        """Draw the words in a font of their own: a label's `setFont` costs ten times as much."""
        self._drawn = font
        self._laid.clear()
        self.updateGeometry()

    def shown(self) -> str:
        """Return what is drawn at the present width."""
        return self._at(self.contentsRect().width()).text()

    def hasHeightForWidth(self) -> bool:
        """Say that fewer lines are needed where there is more room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines in a width."""
        around = self.size() - self.contentsRect().size()
        return ceil(self._at(width - around.width()).boundingRect().height()) + around.height()

    def sizeHint(self) -> QSize:
        """Return the size of the words on one line."""
        around = self.size() - self.contentsRect().size()
        metrics = QFontMetrics(self._drawn)
        width = metrics.horizontalAdvance(self._signed(self._words[:_LOOKED_AT])) + 2
        return QSize(width + around.width(), metrics.height() + around.height())

    def minimumSizeHint(self) -> QSize:
        """Return a size that lets the panel be as narrow as it likes."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what the style draws around a label, and the lines."""
        area = self.contentsRect()
        painter = QPainter(self)
        self.drawFrame(painter)
        painter.setPen(self.palette().color(self.foregroundRole()))
        self._at(area.width()).draw(painter, QPointF(area.topLeft()))

    def _at(self, width: int) -> QTextLayout:
        if width not in self._laid:
            if len(self._laid) > 4:
                self._laid.clear()
            self._laid[width] = self._fitted(max(1, width))
        return self._laid[width]

    def _fitted(self, width: int) -> QTextLayout:
        whole = self._laid_out(self._signed(self._words[:_LOOKED_AT]), width)
        if whole.lineCount() <= self._lines and len(self._words) <= _LOOKED_AT:
            return whole
        fits, too_long = 0, min(len(self._words), _LOOKED_AT)
        while too_long - fits > 1:
            middle = (fits + too_long) // 2
            if self._laid_out(self._cut(middle), width).lineCount() <= self._lines:
                fits = middle
            else:
                too_long = middle
        return self._laid_out(self._cut(fits), width)

    def _cut(self, length: int) -> str:
        kept = self._words[:length]
        if self._lines == 1:
            # A single line is too short to be left half empty for a whole word.
            return self._signed(f"{kept.rstrip()}…")
        if self._words[length : length + 1] != " " and " " in kept:
            kept = kept[: kept.rindex(" ")]
        return self._signed(f"{kept.rstrip(' ,;:–-')} …")

    def _signed(self, words: str) -> str:
        opening, closing = self._signs
        return f"{opening}{words}{closing}"

    def _laid_out(self, words: str, width: int) -> QTextLayout:
        layout = QTextLayout(words, self._drawn, self)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        top = 0.0
        # One line more than fits is enough to know that it does not.
        for _ in range(self._lines + 1):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout
