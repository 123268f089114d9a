"""The wording of one principle through time: every year under the one before, to read and to copy."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QTextBlock, QTextCursor
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from reader.ui.closed import closed_resource, show_document
from reader.ui.theme import Theme
from reader.ui.wording_text import KIND, Year, passage_at, wording_document

_WIDEST = 860
_MARKS = {"gone": ("{--", "--}"), "new": ("{++", "++}"), "away": ("{--", "--}"), "here": ("{++", "++}")}
"""CriticMarkup, so that what is copied still tells what went and what came."""


class WordingView(QTextBrowser):
    """Shows the document; its links lead to places in the agreements and nowhere else."""

    passage_wanted = Signal(str, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wording")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAccessibleName(self.tr("Wording through the years"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.anchorClicked.connect(self._go)

    def loadResource(self, kind: int, name: QUrl | str) -> QImage | object:
        """Open nothing."""
        return closed_resource(kind)

    def _go(self, address: QUrl) -> None:
        passage = passage_at(address.toString())
        if passage:
            self.passage_wanted.emit(*passage)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selected words as plain text, with signs around what went and what came."""
        data = QMimeData()
        data.setText(marked(self.textCursor()))
        return data


def marked(cursor: QTextCursor) -> str:
    """Return what a cursor has selected, with CriticMarkup around what went and what came."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    lines, block = [], cursor.document().findBlock(start)
    while block.isValid() and block.position() <= end:
        lines.append(_line(block, start, end))
        block = block.next()
    return "\n".join(lines)


def _line(block: QTextBlock, start: int, end: int) -> str:
    said = ""
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        # Qt counts UTF-16 units.
        units = piece.text().encode("utf-16-le")
        first, last = max(0, start - piece.position()), min(piece.length(), end - piece.position())
        words = units[2 * first : 2 * max(first, last)].decode("utf-16-le", "replace")
        before, after = _MARKS.get(str(piece.charFormat().property(KIND)), ("", ""))
        said += f"{before}{words}{after}" if words else ""
        pieces += 1
    return said


class WordingPage(QWidget):
    """Shows the wording of one principle, with what came and went or without."""

    overview_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, scale: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale = scale
        self._years: Sequence[Year] = ()
        self.title = QLabel(self)
        self.title.setObjectName("viewTitle")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.changes = QCheckBox(self.tr("Show what came and went"), self)
        self.changes.setChecked(True)
        self.back = QPushButton(self.tr("Overview"), self)
        self.leave = QPushButton(self.tr("Back to the text"), self)
        self.leave.setToolTip("Esc")
        self.view = WordingView(self)
        self.view.setMaximumWidth(_WIDEST)
        self._lay_out()
        self.changes.toggled.connect(self._write)
        self.back.clicked.connect(self.overview_wanted)
        self.leave.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        for part in (self.changes, self.back, self.leave):
            head.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.view, 20)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(middle, 1)

    def show_wording(self, title: str, years: Sequence[Year]) -> None:
        """Show a principle's wording from its first year on."""
        self.title.setText(title)
        self._years = years
        self._write()

    def _write(self) -> None:
        document = wording_document(self._years, self._theme, self._scale, self.changes.isChecked())
        show_document(self.view, document)

    def restyle(self, theme: Theme, scale: float) -> None:
        """Take on a theme and a text size."""
        self._theme, self._scale = theme, scale
        self._write()
