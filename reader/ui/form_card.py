"""One form of a highlight or note: when, what was done, and the words with what changed marked in them."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.notebook.forms import DAMAGED, Form
from reader.ui.form_view import FormView
from reader.ui.form_words import Line, lines
from reader.ui.past_words import done_by, when
from reader.ui.pieces import GONE, NEW, bounded, shortened
from reader.ui.theme import Theme, mark

_SPOKEN = 400


class FormCard(QFrame):
    """Shows one form; `is_now` says that this is how things stand, so that there is nothing to take again."""

    take_wanted = Signal(object)

    def __init__(self, form: Form, names: Mapping[str, str], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.form = form
        self._theme = theme
        self._all = tuple(Line(line.label, bounded(line.pieces)) for line in lines(form, names))
        self._short = tuple(Line(line.label, shortened(line.pieces)) for line in self._all)
        self.what = QLabel(self)
        self.time = QLabel(self)
        self.words = FormView(self)
        self.take = QPushButton(self.tr("Take this form again"), self)
        self.now = QLabel(self.tr("As it is now"), self)
        self.whole = QPushButton(self.tr("Show all of it"), self)
        self._name_parts()
        self._lay_out()
        self.show_standing(is_now=False, can_be_taken=False)
        self.restyle(theme)

    def _name_parts(self) -> None:
        damaged = self.form.state == DAMAGED
        for label in (self.what, self.time, self.now):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.what.setObjectName("place")
        self.what.setWordWrap(True)
        self.what.setText(self.tr("Damaged") if damaged else done_by(self.form))
        self.time.setObjectName("meta")
        self.time.setText(when(self.form.time))
        self.now.setObjectName("meta")
        for button in (self.take, self.whole):
            button.setObjectName("cardButton")
        self.take.setToolTip(self.tr("A change like any other: it can be undone"))
        self.whole.setCheckable(True)
        self.whole.setVisible(self._short != self._all)
        self.take.clicked.connect(self._want)
        self.whole.toggled.connect(self._show_words)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.what, 1)
        head.addWidget(self.time, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        for part in (self.take, self.now, self.whole):
            foot.addWidget(part)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 8, 9, 9)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.words)
        column.addLayout(foot)

    def show_standing(self, *, is_now: bool, can_be_taken: bool) -> None:
        """Say whether this is how it stands now, and offer to take it again where that changes something."""
        self.now.setVisible(is_now)
        self.take.setVisible(can_be_taken)
        told = [self.what.text(), self.time.text(), *([self.now.text()] if is_now else []), self._spoken()]
        self.setAccessibleName(", ".join(filter(None, told)))

    def _spoken(self) -> str:
        """Return the words for those who listen: what went and came is told, and not only drawn."""
        said = []
        for line in self._short:
            pieces = [self._called(piece.kind) + " ".join(piece.text.split()) for piece in line.pieces]
            said.append(f"{line.label}: {' '.join(pieces)}" if line.label else " ".join(pieces))
        return "; ".join(said)[:_SPOKEN]

    def _called(self, kind: str) -> str:
        return {GONE: self.tr("gone:") + " ", NEW: self.tr("new:") + " "}.get(kind, "")

    def restyle(self, theme: Theme) -> None:
        """Take on another theme."""
        self._theme = theme
        bold = self.what.font()
        bold.setWeight(bold.Weight.DemiBold)
        self.what.setFont(bold)
        self._show_words()

    def _show_words(self) -> None:
        self.words.show_lines(self._all if self.whole.isChecked() else self._short, self._theme)

    def _want(self) -> None:
        self.take_wanted.emit(self.form)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keep the key that copies from the window's own shortcut."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the words."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.words.words())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        mark(self, "current", True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        mark(self, "current", False)
