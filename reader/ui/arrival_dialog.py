"""The dialog of an import: how far the reading is, and what would come in before anything does."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.ui.arrival_list import ArrivalList
from reader.ui.arrival_words import ArrivalWords
from reader.ui.arriving import Preview

_MOST_SHOWN = 500
"""How many of the records that are not taken are shown; all of them can be copied."""


def plain(text: str = "", name: str = "") -> QLabel:
    """Return a label that shows words as they are, in as many lines as they need."""
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return label


class ArrivalDialog(QDialog):
    """Shows how far an import is, what it would do, and asks whether it is wanted."""

    taking_wanted = Signal(str)
    """The notes are to come in; new ones without a name get this one."""

    def __init__(
        self, file: str, geometry: str, short: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import notes"))
        self.title = plain(self.tr("From %1").replace("%1", file), "viewTitle")
        self.status = plain("", "meta")
        self.bar = QProgressBar()
        self.bar.setMaximum(100)
        self.trouble = plain("", "trouble")
        self.numbers = QGridLayout()
        self.more = QVBoxLayout()
        self.list = ArrivalList(short)
        self.name_label = plain()
        self.name = QLineEdit()
        self.bad_label = plain(self.tr("These cannot be taken in:"))
        self.bad = QPlainTextEdit()
        self.copy = QPushButton(self.tr("Copy this list"))
        self.take = QPushButton(self.tr("Import"))
        self.leave = QPushButton(self.tr("Cancel"))
        self._told = ""
        self._stack = QStackedWidget()
        self._name_parts()
        self._lay_out()
        self.copy.clicked.connect(self._copy)
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(self.reject)
        self.show_progress(self.tr("Reading the file …"), 0.0)
        self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))

    def _name_parts(self) -> None:
        self.name.setPlaceholderText(self.tr("Name of who wrote them"))
        self.name.setMaxLength(100)
        self.bad.setReadOnly(True)
        self.bad.setTabChangesFocus(True)
        self.bad.setAccessibleName(self.tr("What cannot be taken in, and why"))
        self.bad.setMinimumHeight(90)
        self.list.setMinimumHeight(110)
        self.bad.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.bar.setAccessibleName(self.tr("How far it is"))
        self.bar.setTextVisible(False)
        self.take.setDefault(True)
        for button in (self.copy, self.leave):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        self._stack.addWidget(self._waiting())
        self._stack.addWidget(self._preview())
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.take)
        buttons.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self._stack, 1)
        column.addWidget(self.trouble)
        column.addLayout(buttons)
        self.trouble.hide()
        self.setMinimumSize(420, 260)
        self.resize(640, 560)

    def _waiting(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.status)
        column.addWidget(self.bar)
        column.addStretch()
        return page

    def _preview(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.numbers.setColumnStretch(1, 1)
        self.numbers.setHorizontalSpacing(12)
        self.numbers.setVerticalSpacing(4)
        column.addLayout(self.numbers)
        column.addLayout(self.more)
        column.addWidget(self.list, 2)
        column.addWidget(self.name_label)
        column.addWidget(self.name)
        column.addWidget(self.bad_label)
        column.addWidget(self.bad, 1)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        area = QScrollArea()
        area.setObjectName("cardScroll")
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    # What is shown

    def show_progress(self, words: str, share: float | None) -> None:
        """Say what is being done and how far it is; None where nobody knows."""
        self.status.setText(words)
        self.bar.setMaximum(0 if share is None else 100)
        self.bar.setValue(int(100 * (share or 0)))
        self._stack.setCurrentIndex(0)
        self.take.setEnabled(False)
        self.trouble.hide()

    def show_reading(self, share: float) -> None:
        """Say how far the reading is."""
        self.show_progress(self.tr("Reading the file, and comparing it with your notebook …"), share)

    def show_writing(self, count: int) -> None:
        """Say that so many changes are being written; seen at once, for the writing waits for nobody."""
        self.show_progress(self.tr("Writing %n change(s) …", "", count), None)
        self.leave.setEnabled(False)
        self.repaint()

    def show_trouble(self, words: str) -> None:
        """Say that nothing came of it, and why."""
        self.bar.hide()
        self.status.clear()
        self.trouble.setText(words)
        self.trouble.show()
        self._end_choice()

    def show_preview(self, preview: Preview) -> None:
        """Show what would come in, and let the person choose."""
        said = ArrivalWords()
        self._count(said.counts(preview))
        for words in said.notices(preview):
            self.more.addWidget(plain(words))
        self.list.show_records(preview.weighed)
        self._ask_for_name(len(preview.weighed.nameless))
        bad = preview.weighed.bad
        self._told = said.reasons(bad)
        shown = said.reasons(bad[:_MOST_SHOWN])
        rest = self.tr("… and %n more", "", len(bad) - _MOST_SHOWN) if len(bad) > _MOST_SHOWN else ""
        self.bad.setPlainText("\n".join(part for part in (shown, rest) if part))
        for part in (self.bad_label, self.bad, self.copy):
            part.setVisible(bool(bad))
        self._stack.setCurrentIndex(1)
        self.take.setEnabled(bool(preview.weighed.changes))
        if preview.weighed.changes:
            self.take.setFocus()
        else:
            self.more.insertWidget(
                0, plain(self.tr("There is nothing new in it. Your notebook is as it was."))
            )
            self._end_choice()

    def _count(self, told: list[tuple[str, str]]) -> None:
        for row, (number, words) in enumerate(told):
            count = plain(number, "count")
            count.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self.numbers.addWidget(count, row, 0)
            self.numbers.addWidget(plain(words), row, 1)

    def _ask_for_name(self, count: int) -> None:
        words = self.tr(
            "%n new note(s) do not say who wrote them. Without a name they count as your own.", "", count
        )
        self.name_label.setText(words)
        self.name_label.setVisible(count > 0)
        self.name.setVisible(count > 0)
        self.name.setAccessibleName(words)

    def _end_choice(self) -> None:
        self.take.hide()
        self.leave.setText(self.tr("Close"))
        self.leave.setEnabled(True)
        self.leave.setFocus()

    # What is wanted

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._told)

    def _take(self) -> None:
        self.show_progress(self.tr("A copy of your notebook is made first …"), None)
        self.taking_wanted.emit(self.name.text())

    def kept_geometry(self) -> str:
        """Return the size, to be taken on the next time."""
        return bytes(self.saveGeometry().toBase64().data()).decode()
