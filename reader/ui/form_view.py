"""Words with what changed marked in them, as high as they are: nothing of them can be taken for a command."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QMimeData, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QFont, QImage, QTextCharFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from reader.ui.closed import ClosedDocument, closed_resource, show_document
from reader.ui.form_words import Line
from reader.ui.pieces import AWAY, GONE, HERE, NEW, SAME
from reader.ui.theme import Theme
from reader.ui.wording import marked
from reader.ui.wording_text import KIND

_SMALL = 0.92


class FormView(QTextEdit):
    """Shows lines of a form; what went is struck through and what came is underlined, as in the wording."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("formWords")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        document = ClosedDocument()
        document.setDocumentMargin(0)
        show_document(self, document)
        document.documentLayout().documentSizeChanged.connect(self._fit)

    def show_lines(self, shown: Sequence[Line], theme: Theme) -> None:
        """Write the lines anew."""
        formats = _formats(theme, self.font())
        self.document().clear()
        cursor = QTextCursor(self.document())
        for number, line in enumerate(shown):
            if number:
                cursor.insertBlock()
            if line.label:
                cursor.insertText(f"{line.label}: ", formats["label"])
            for piece in line.pieces:
                cursor.insertText(piece.text, formats[piece.kind])

    def words(self) -> str:
        """Return all that is shown as plain text, with signs around what went and what came."""
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        return marked(whole)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what is selected as plain text, with the same signs."""
        data = QMimeData()
        data.setText(marked(self.textCursor()))
        return data

    def loadResource(self, kind: int, name: QUrl | str) -> QImage | object:
        """Open nothing."""
        return closed_resource(kind)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the list around."""
        event.ignore()

    def sizeHint(self) -> QSize:
        """Return the room that the words need at the present width."""
        return QSize(40, max(1, ceil(self.document().size().height())))

    def minimumSizeHint(self) -> QSize:
        """Return the same room: one line is enough, where Qt would have three."""
        return self.sizeHint()

    def _fit(self) -> None:
        self.updateGeometry()


def _formats(theme: Theme, font: QFont) -> dict[str, QTextCharFormat]:
    made = {kind: QTextCharFormat() for kind in (SAME, GONE, NEW, AWAY, HERE, "label")}
    colours = {GONE: theme.warning, NEW: theme.same, AWAY: theme.accent, HERE: theme.accent}
    for kind, form in made.items():
        form.setForeground(QColor(colours.get(kind, theme.text)))
        form.setFontPointSize(font.pointSizeF())
        if kind in colours:
            form.setProperty(KIND, kind)
    made["label"].setForeground(QColor(theme.muted))
    made["label"].setFontPointSize(font.pointSizeF() * _SMALL)
    made[GONE].setFontStrikeOut(True)
    made[AWAY].setFontStrikeOut(True)
    made[NEW].setFontUnderline(True)
    made[HERE].setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    return made
