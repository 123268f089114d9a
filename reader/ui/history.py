"""The history of one highlight or note, in the place of the notes: its forms, the newest first."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.errors import ReaderError
from reader.notebook.forms import NEWEST, Form
from reader.notebook.records import Highlight, Note, Touched
from reader.ui.causes import in_words
from reader.ui.desk import Desk
from reader.ui.form_list import FormList, Page
from reader.ui.places import title_of
from reader.ui.shortened import Shortened
from reader.ui.theme import Theme

MOST = 20
"""How many forms there are at once; the others are reached with *older* and *newer*."""

_AT_ONCE = 3
"""How many forms are read at once."""


class HistoryPanel(QWidget):
    """Shows the forms of a record, and takes an older one again; reads them anew when it changes."""

    left = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._id = ""
        self._begins = [NEWEST]
        self.title = QLabel(self.tr("History"), self)
        self.count = QLabel(self)
        self.back = QPushButton(self.tr("‹ Notes"), self)
        self.of = Shortened(self, 2)
        self.list = FormList(theme)
        self.area = QScrollArea(self)
        self._later = QTimer(self)
        self._name_parts()
        self._lay_out()
        self._join()
        self.restyle(theme)

    def _name_parts(self) -> None:
        self.title.setObjectName("notesTitle")
        self.count.setObjectName("meta")
        self.of.setObjectName("quote")
        self.back.setObjectName("quietButton")
        self.back.setToolTip(self.tr("Esc"))
        self.back.setAccessibleName(self.tr("Back to the notes"))
        self.area.setObjectName("cardScroll")
        self.area.setAccessibleName(self.tr("History"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.back)
        above = QVBoxLayout()
        above.setContentsMargins(10, 6, 10, 8)
        above.setSpacing(4)
        above.addLayout(head)
        above.addWidget(self.of)
        self.area.setWidget(self.list)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.verticalScrollBar().rangeChanged.connect(self._quiet_bar)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self.area, 1)

    def _join(self) -> None:
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._show_newest)
        self.back.clicked.connect(self.leave)
        self.list.newer_wanted.connect(self._show_newer)
        self.list.older_wanted.connect(self._show_older)
        self.list.take_wanted.connect(self._take)
        self._desk.notebook_changed.connect(self._notebook_has_changed)

    def _quiet_bar(self, _least: int, most: int) -> None:
        # Always there, so that the words keep their lines, but seen only where there is something to scroll.
        self.area.verticalScrollBar().setEnabled(most > 0)

    # What is shown

    @property
    def record_id(self) -> str:
        """The id of the record whose history is shown; empty for none."""
        return self._id

    def show_history(self, record_id: str) -> None:
        """Show the forms of a highlight or note from the newest back, and give the first the keyboard."""
        self._id = record_id
        self._show_newest()
        self.list.begin()

    def leave(self) -> None:
        """Go back to the notes."""
        left, self._id = self._id, ""
        self._later.stop()
        self.list.clear()
        self.left.emit(left)

    def _show_newest(self) -> None:
        self._begins = [NEWEST]
        self._show_page()

    def _show_older(self) -> None:
        self._begins.append(self.list.cards[-1].form.seq)
        self._turn()

    def _show_newer(self) -> None:
        if len(self._begins) > 1:
            self._begins.pop()
        self._turn()

    def _turn(self) -> None:
        self._show_page()
        self.area.verticalScrollBar().setValue(0)
        self.list.begin()

    def _show_page(self) -> None:
        notebook = self._desk.notebook
        try:
            living = notebook.highlight(self._id) or notebook.note(self._id)
            latest = living or next((one.record for one in notebook.removed([self._id])), None)
            names = {category.id: category.name for category in self._desk.categories()}
            number = notebook.count_forms(self._id)
        except ReaderError as error:
            self._desk.failed.emit(in_words(error))
            return
        self._show_head(latest, number)
        self.list.show_page(
            Page(self._forms(), living, names, len(self._begins) == 1, MOST, notebook.read_only)
        )

    def _forms(self) -> Iterator[Form]:
        """Read the forms from where the page begins, a few at a time: each may be as long as a book."""
        before = self._begins[-1]
        try:
            while found := self._desk.notebook.forms(self._id, before, _AT_ONCE):
                yield from found
                before = found[-1].seq
        except ReaderError as error:
            self._desk.failed.emit(in_words(error))

    def _show_head(self, record: Highlight | Note | None, number: int) -> None:
        self.of.show_words(title_of(self._desk, record) if record else "")
        self.of.setVisible(record is not None)
        self.count.setText(str(number))
        self.count.setAccessibleName(self.tr("%n form(s)", "", number))

    def _notebook_has_changed(self, touched: Touched) -> None:
        if self._id in touched.records or (self._id and touched.categories):
            self._later.start()

    def _take(self, form: Form) -> None:
        if isinstance(form.after, Highlight | Note):
            self._desk.take_again(form.after)

    # Looks and keys

    def restyle(self, theme: Theme) -> None:
        """Take on another theme."""
        serif = QFont(self.font())
        serif.setFamilies(list(theme.look.families))
        serif.setItalic(True)
        self.of.draw_in(serif)
        self.list.restyle(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the notes."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
