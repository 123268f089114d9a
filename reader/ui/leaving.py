"""Asks, when words are not saved and the window is to be closed, what is to become of them."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.errors import ReaderError
from reader.ui.causes import in_words
from reader.ui.desk import Desk
from reader.ui.opening_pages import plain
from reader.ui.rescuing import ask_folder, rescue_into, told

_WIDTH = 560


class LeavingDialog(QDialog):
    """Is accepted when nothing is unsaved any more, or the person wants to close all the same; Esc goes back.

    The words stay where they are typed until then.
    """

    def __init__(self, desk: Desk, home: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Randnote")
        self._desk = desk
        self._home = home
        count = len(desk.unsaved.records())
        self.title = plain(self.tr("%n note(s) are not saved", "", count), "viewTitle")
        self.why = plain(desk.unsaved.why)
        self.again = QPushButton(self.tr("Try again"))
        self.rescue = QPushButton(self.tr("Save a rescue copy …"))
        self.leave = QPushButton(self.tr("Close without saving"))
        self.back = QPushButton(self.tr("Go back"))
        self._lay_out()
        self.again.setDefault(True)
        self.again.clicked.connect(self._try_again)
        self.rescue.clicked.connect(self._rescue)
        self.leave.clicked.connect(self.accept)
        self.back.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        self.kept = plain(
            self.tr("The words are still in the window. A rescue copy holds them and all that is saved.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        for part in (self.title, self.why, self.kept):
            column.addWidget(part)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.again)
        first.addWidget(self.rescue)
        first.addStretch()
        second.addStretch()
        second.addWidget(self.back)
        second.addWidget(self.leave)
        column.addSpacing(4)
        column.addLayout(first)
        column.addLayout(second)
        self.setMinimumWidth(_WIDTH)

    def _try_again(self) -> None:
        if self._desk.unsaved.try_again():
            self.accept()
        else:
            self._say(self.why, self.tr("It could not be saved this time either.") + " " + self._desk.why)

    def _rescue(self) -> None:
        folder = ask_folder(self, self._home)
        if folder is None:
            return
        try:
            rescued = rescue_into(self._desk, folder)
        except ReaderError as error:
            self._say(self.why, self.tr("The rescue copy was not saved.") + " " + in_words(error))
            return
        self.title.setText(self.tr("The words are in the rescue copy"))
        self._say(self.why, told(rescued))
        self.rescue.hide()
        self.leave.setText(self.tr("Close"))
        self.leave.setDefault(True)
        self.kept.hide()
        self.leave.setFocus()

    def _say(self, label: QLabel, text: str) -> None:
        label.setText(text)
        self.adjustSize()
