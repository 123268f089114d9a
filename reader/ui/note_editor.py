"""Writing a note where it stands: every keystroke is on disk before the next."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.errors import ReaderError
from reader.notebook.records import Highlight, Note
from reader.ui.causes import in_words, of_kind
from reader.ui.desk import Desk

_T = TypeVar("_T")
_FEWEST, _MOST = 3, 14
"""Lines of words that are seen at once."""


class NoteEditor(QWidget):
    """The words and tags of one record, saved as they are typed.

    Where saving fails the words stay here, and it says so; the next keystroke, the button, and the desk by
    itself try again.
    """

    ended = Signal()

    def __init__(self, desk: Desk, record: Highlight | Note, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._record = record
        self._said = self._kept = ""
        self._tagged: tuple[str, ...] = ()
        self._kept_tags: tuple[str, ...] = ()
        self._gone = False
        self.words = _Words(self)
        self.tags = _Tags(self)
        self.trouble = QLabel(self)
        self.again = QPushButton(self.tr("Try again"), self)
        self.done = QPushButton(self.tr("Done"), self)
        self._name_parts()
        self._lay_out()
        self._fill(record)
        self.words.textChanged.connect(self.save)
        self.tags.textEdited.connect(self.save)
        self.again.clicked.connect(self.save)
        self.done.clicked.connect(self.ended)
        desk.unsaved.again.connect(self.save)

    def _name_parts(self) -> None:
        self.words.setPlaceholderText(self.tr("Your note, in Markdown"))
        self.words.setAccessibleName(self.tr("Note"))
        self.tags.setPlaceholderText(self.tr("Tags, with commas between"))
        self.tags.setAccessibleName(self.tr("Tags"))
        self.done.setToolTip(self.tr("Saved as you type. Esc or Ctrl+Enter closes."))
        self.trouble.setObjectName("trouble")
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.setWordWrap(True)
        for button in (self.again, self.done):
            button.setObjectName("cardButton")
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.setAutoDefault(False)
        self._tell("")

    def _lay_out(self) -> None:
        foot = QGridLayout()
        foot.setHorizontalSpacing(6)
        foot.addWidget(self.tags, 0, 0)
        foot.addWidget(self.done, 0, 1)
        foot.addWidget(self.trouble, 1, 0)
        foot.addWidget(self.again, 1, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addLayout(foot)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where the Tab key stops, in order."""
        return self.words, self.tags, self.done, self.again

    def begin(self) -> None:
        """Put the caret behind the last word."""
        self.words.moveCursor(QTextCursor.MoveOperation.End)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def unsaved(self) -> bool:
        """Say whether there are words or tags here that are not on disk."""
        return self.words.text() != self._kept or self._typed_tags() != self._kept_tags

    def take(self, record: Highlight | Note) -> None:
        """Show what the notebook has now, after an undo for example; what is not saved is not touched."""
        if not self.unsaved():
            self._fill(record)

    def save(self) -> None:
        """Write the words and the tags where they differ from what is on disk."""
        words, tags = self.words.text(), self._typed_tags()
        if words != self._kept and self._change(self._desk.write, words):
            self._said = self._kept = words
        if tags != self._kept_tags and self._change(self._desk.tag, tags):
            self._tagged = self._kept_tags = tags
        self._settle()

    def _fill(self, record: Highlight | Note) -> None:
        self._record = record
        # An editor may change line ends by showing them: what it made of the words counts as on disk.
        if said(record) != self._said:
            self._said = said(record)
            self.words.fill(self._said)
            self._kept = self.words.text()
        if record.tags != self._tagged:
            self._tagged = record.tags
            self.tags.setText(", ".join(self._tagged))
            self.tags.setCursorPosition(0)
            self._kept_tags = self._typed_tags()

    def _change(self, write: Callable[[Highlight | Note, _T], bool], to: _T) -> bool:
        notebook, record_id = self._desk.notebook, self._record.id
        try:
            record = notebook.highlight(record_id) or notebook.note(record_id)
        except ReaderError as error:
            self._desk.why = in_words(error)
            return False
        self._gone = record is None and record_id not in notebook.damaged and not notebook.damage
        if record is None:
            self._desk.why = of_kind("damaged")
            return False
        self._record = record
        return write(record, to)

    def _typed_tags(self) -> tuple[str, ...]:
        typed = (" ".join(tag.split()) for tag in self.tags.text().split(","))
        return tuple(dict.fromkeys(tag for tag in typed if tag))

    def _settle(self) -> None:
        if not self.unsaved():
            self._tell("")
            self._desk.unsaved.let_go(self._record.id)
            return
        if self._gone:
            self._desk.why = self.tr("The note was removed meanwhile.")
            self._tell(self.tr("Not saved: this was removed meanwhile. The words are kept here."))
        else:
            kept = self.tr("Not saved: the words are kept here, and it is tried again by itself.")
            self._tell(f"{kept} {self._desk.why}")
        self._desk.unsaved.hold(self._wanted(), self._desk.why)

    def _wanted(self) -> Highlight | Note:
        """Return the record as the person wants it."""
        words, tags = self.words.text(), self._typed_tags()
        if isinstance(self._record, Highlight):
            return self._record._replace(note=words, tags=tags)
        return self._record._replace(body=words, tags=tags)

    def _tell(self, trouble: str) -> None:
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.again.setVisible(bool(trouble))

    def event(self, event: QEvent) -> bool:
        """Keep the keys that end writing from the window's own shortcuts."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and _ends(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End with Esc or Ctrl+Enter; in the tags Enter is enough."""
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.tags.hasFocus()
        if _ends(event) or entered:
            self.ended.emit()
        else:
            super().keyPressEvent(event)


class _Words(QPlainTextEdit):
    """As high as its words, within bounds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def text(self) -> str:
        # toPlainText would turn no-break spaces into spaces.
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def fill(self, words: str) -> None:
        """Show these words without taking them for typed ones."""
        blocked = self.blockSignals(True)
        self.setPlainText(words)
        self.blockSignals(blocked)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def sizeHint(self) -> QSize:
        lines = min(_MOST, max(_FEWEST, int(self.document().size().height())))
        around = self.height() - self.viewport().height()
        margin = 2 * self.document().documentMargin()
        return QSize(120, int(lines * self.fontMetrics().lineSpacing() + margin) + max(2, around))

    def _fit(self) -> None:
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        # With nothing of its own to take back, undo is the whole program's.
        undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
        if undo and event.type() == QEvent.Type.ShortcutOverride and not self.document().isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.ensureCursorVisible()


class _Tags(QLineEdit):
    """Takes what is typed behind the last tag."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            # Qt has selected them all: the first letter would replace every tag.
            self.end(False)


def said(record: Highlight | Note) -> str:
    """Return the person's words of a record."""
    return record.note if isinstance(record, Highlight) else record.body


def _ends(event: QKeyEvent) -> bool:
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return event.key() == Qt.Key.Key_Escape or (entered and bool(control))
