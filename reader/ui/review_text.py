"""A passage in its surroundings, as text to read: on a ground of its own, differences drawn as everywhere."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from reader.compare.surroundings import Piece
from reader.ui.closed import ClosedDocument, closed_resource, show_document
from reader.ui.theme import Theme
from reader.ui.wording import marked
from reader.ui.wording_text import formats


class PassageView(QTextBrowser):
    """Shows the pieces of one side, scrolled to the passage; nothing in them is ever opened."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("passage")
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)

    def show_pieces(self, pieces: Sequence[Piece], theme: Theme, scale: float) -> None:
        """Show these pieces; the first line of the passage comes into view."""
        document = ClosedDocument()
        at = _write(document, pieces, theme, scale)
        show_document(self, document)
        cursor = QTextCursor(document)
        cursor.setPosition(at)
        self.setTextCursor(cursor)
        line = self.cursorRect().top() - self.viewport().height() // 4
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + line)

    def loadResource(self, kind: int, name: QUrl | str) -> QImage | object:
        """Open nothing."""
        return closed_resource(kind)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selected words as plain text, with signs around what went and what came."""
        data = QMimeData()
        data.setText(marked(self.textCursor()))
        return data


def _write(document: ClosedDocument, pieces: Sequence[Piece], theme: Theme, scale: float) -> int:
    """Write the pieces; return Qt's position of the passage."""
    known = formats(theme, scale)
    cursor, at = QTextCursor(document), -1
    block = QTextBlockFormat()
    block.setBottomMargin(5)
    cursor.setBlockFormat(block)
    for piece in pieces:
        form = QTextCharFormat(known[piece.kind])
        if piece.inside:
            form.setBackground(QColor(theme.chosen))
            at = cursor.position() if at < 0 else at
        elif piece.kind == "equal":
            form.setForeground(QColor(theme.muted))
        for number, line in enumerate(piece.text.split("\n")):
            # Empty lines between two would push the passage out of the little room there is.
            if number and cursor.block().text():
                cursor.insertBlock(block)
            cursor.insertText(line, form)
    return max(0, at)
