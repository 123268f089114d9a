"""The parts of the notes panel and where they stand: head, filters, cards, and what is said instead."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.card_list import CardList
from reader.ui.desk import Desk
from reader.ui.note_filters import NoteFilters
from reader.ui.theme import Theme
from reader.ui.waiting_line import WaitingLine


class NotesFace(QWidget):
    """Has the parts of the panel; what they say and do is the panel's."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = QLabel(self)
        self.count = QLabel(self)
        self.clear = QPushButton(self)
        self.plus = QToolButton(self)
        self.filters = NoteFilters(theme, self)
        self.waiting = WaitingLine(desk.standings, self)
        self.list = CardList(desk, theme)
        self.area = QScrollArea(self)
        self.empty = QLabel(self)
        self.way_out = QPushButton(self)
        self._name_parts()
        self._lay_out()

    def _name_parts(self) -> None:
        self.title.setObjectName("notesTitle")
        self.count.setObjectName("meta")
        self.plus.setText("+")
        self.plus.setObjectName("headTool")
        self.area.setObjectName("cardScroll")
        self.clear.setObjectName("quietButton")
        self.empty.setObjectName("empty")
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.clear)
        head.addWidget(self.plus)
        above = QVBoxLayout()
        above.setContentsMargins(10, 6, 10, 6)
        above.setSpacing(4)
        above.addLayout(head)
        above.addWidget(self.filters)
        above.addWidget(self.waiting)
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
        column.addWidget(self.empty)
        column.addWidget(self.way_out, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.area, 1)
        column.addStretch(0)

    def _quiet_bar(self, _least: int, most: int) -> None:
        # Always there, so that cards keep their width, but seen only where there is something to scroll.
        self.area.verticalScrollBar().setEnabled(most > 0)

    def restyle(self, theme: Theme) -> None:
        """Take on another theme."""
        self.filters.restyle(theme)
        self.list.restyle(theme)
