"""The dialog of an export of notes: of what, whose, and under which name; then how far it is."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.arrival_dialog import plain

Census = Sequence[tuple[str, str, int]]
"""Agreements, who made highlights and notes on them, and how many; own ones have no name."""

THIS, OPEN, ALL = range(3)


class Sent(NamedTuple):
    """What is to go out: the agreements (None for all), only the person's own, and the name on those."""

    agreements: tuple[str, ...] | None
    only_own: bool
    name: str


class SendingDialog(QDialog):
    """Asks what is to go out; it stays to tell how far the writing is."""

    wanted = Signal(object)

    def __init__(
        self, census: Census, panes: Sequence[str], title: str, name: str, parent: QWidget | None = None
    ) -> None:
        """`panes` are the open agreements, the one in focus first; `title` is what that one is called."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export notes"))
        self._census = census
        self._panes = tuple(dict.fromkeys(panes))
        this = self.tr("This agreement: %1").replace("%1", title).replace("&", "&&")
        self.what = self._choices((this, self.tr("The open agreements"), self.tr("All agreements")))
        self.whose = self._choices((self.tr("Only my own notes"), self.tr("Also those of colleagues")))
        self.name = QLineEdit(name)
        self.count = QLabel()
        self.bar = QProgressBar()
        self.send = QPushButton(self.tr("Export …"))
        self.leave = QPushButton(self.tr("Cancel"))
        self._name_parts()
        self._lay_out()
        for group in (self.what, self.whose):
            group.idToggled.connect(self._show_count)
        self.name.textChanged.connect(self._show_count)
        self.send.clicked.connect(self._send)
        self.leave.clicked.connect(self.reject)
        self._show_count()

    def _choices(self, texts: Iterable[str]) -> QButtonGroup:
        group = QButtonGroup(self)
        for number, text in enumerate(texts):
            button = QRadioButton(text)
            button.setChecked(number == 0)
            group.addButton(button, number)
        return group

    def _name_parts(self) -> None:
        self.name.setMaxLength(100)
        self.name.setPlaceholderText(self.tr("For example: Anna Berg, Finansministeriet"))
        self.name.setAccessibleName(self.tr("Your name, as colleagues see it"))
        self.count.setObjectName("meta")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.bar.setMaximum(100)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far it is"))
        self.bar.hide()
        self.send.setDefault(True)
        self.leave.setAutoDefault(False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(6)
        column.addWidget(plain(self.tr("Notes of")))
        self._add_choices(column, self.what)
        self.whose_label = plain(self.tr("Whose"))
        column.addWidget(self.whose_label)
        self._add_choices(column, self.whose)
        colleagues = any(origin for _, origin, _ in self._census)
        for part in (self.whose_label, *self.whose.buttons()):
            part.setVisible(colleagues)
        column.addWidget(plain(self.tr("Your name, as colleagues see it on your notes")))
        column.addWidget(self.name)
        column.addWidget(self.count)
        column.addWidget(self.bar)
        column.addStretch()
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.send)
        buttons.addWidget(self.leave)
        column.addLayout(buttons)
        self.setMinimumWidth(460)

    def _add_choices(self, column: QVBoxLayout, group: QButtonGroup) -> None:
        for button in group.buttons():
            column.addWidget(button)
        column.addSpacing(8)

    # What is chosen

    def chosen(self) -> Sent:
        """Return what is to go out."""
        one, several = self._panes[:1], self._panes
        agreements = {THIS: one, OPEN: several}.get(self.what.checkedId())
        return Sent(agreements, self.whose.checkedId() == 0, " ".join(self.name.text().split()))

    def _show_count(self) -> None:
        sent = self.chosen()
        count = sum(
            number
            for agreement, origin, number in self._census
            if (sent.agreements is None or agreement in sent.agreements) and not (sent.only_own and origin)
        )
        words = self.tr("%n note(s)", "", count)
        if not count:
            words = self.tr("There is nothing noted there.")
        elif not sent.name:
            words += " · " + self.tr("Give your name, so that colleagues can tell your notes from theirs.")
        self.count.setText(words)
        self.send.setEnabled(bool(count and sent.name))

    def _send(self) -> None:
        self.wanted.emit(self.chosen())

    # How far it is

    def show_progress(self, share: float) -> None:
        """Say how much has been gathered, from 0 to 1."""
        for part in (*self.what.buttons(), *self.whose.buttons(), self.name, self.send):
            part.setEnabled(False)
        self.bar.setValue(int(100 * share))
        self.bar.show()

    def show_writing(self) -> None:
        """Say that the file is being written; nobody knows how far that is."""
        self.bar.setMaximum(0)
