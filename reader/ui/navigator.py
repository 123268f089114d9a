"""The navigator: principles, the contents of the agreement in focus, the library, and the text's record."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.compare.mention import Mention
from reader.text.agreement import Section
from reader.ui.desk import Desk
from reader.ui.plain import plain_tip
from reader.ui.shelf import Shelf
from reader.ui.source_tab import SourceTab
from reader.ui.theme import Theme
from reader.ui.threadlist import ROW, Chip, Row, ThreadList

_SECTION = Qt.ItemDataRole.UserRole
_BESIDE = 24
"""Code points that are shown on each side of a mention, up to the next space."""


class Navigator(QWidget):
    """Four tabs; what is chosen in them goes to the desk."""

    overview_wanted = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self.tabs = QTabBar()
        self.tabs.setObjectName("tabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        for name in (self.tr("Principles"), self.tr("Contents"), self.tr("Library"), self.tr("Source")):
            self.tabs.addTab(name)
        self.threads = ThreadList(theme)
        self.contents = Contents()
        self.shelf = Shelf(desk, theme)
        self.source = SourceTab(desk, theme)
        self._stack = QStackedWidget()
        self._mentions: Mapping[str, tuple[Mention, ...]] = {}
        self.overview = QPushButton(self.tr("Overview of all agreements"))
        for page in (self._principles(), self.contents, self.shelf, self.source):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self._join()

    def _principles(self) -> QWidget:
        """Return the first tab: the way to the overview, and the threads."""
        self.overview.setObjectName("quietButton")
        self.overview.setToolTip("Ctrl+G")
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        above = QHBoxLayout()
        above.setContentsMargins(5, 0, 5, 0)
        above.addWidget(self.overview)
        above.addStretch(1)
        column.addLayout(above)
        column.addWidget(self.threads, 1)
        return made

    def _join(self) -> None:
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.overview.clicked.connect(self.overview_wanted)
        self.threads.clicked.connect(self._choose_thread)
        self.threads.activated.connect(self._choose_thread)
        self.contents.itemClicked.connect(self._choose_section)
        self.contents.itemActivated.connect(self._choose_section)
        desk = self._desk
        desk.panes_changed.connect(self.show_contents)
        desk.focus_changed.connect(self.show_contents)
        desk.section_read.connect(self._mark_place)
        desk.notebook_changed.connect(self.show_threads)
        desk.registering.completed.connect(self.show_threads)
        desk.thread_chosen.connect(self._mark_thread)

    def show_tab(self, tab: int, focus: bool = False) -> None:
        """Show a tab, and give its list the keyboard when asked."""
        self.tabs.setCurrentIndex(tab)
        if focus:
            (self.threads, self.contents, self.shelf, self.source.list)[tab].setFocus()

    # Principles

    def show_threads(self) -> None:
        """Show the threads with their chips and the number of notes on each."""
        counts = self._desk.note_counts()
        shown = [a for a in self._desk.library.agreements if self._desk.edition(a.id).principles]
        rows: list[Row] = []
        group = ""
        for thread in self._desk.threads():
            if thread.group != group:
                group = thread.group
                rows.append(Row(group=group))
            chips = tuple(Chip(agreement.short, thread.number_in(agreement.id)) for agreement in shown)
            rows.append(Row(thread=thread, chips=chips, notes=counts[thread.id]))
        self.threads.rows.set_rows([*rows, *self._spoken()])

    def show_mentions(self, found: Mapping[str, tuple[Mention, ...]]) -> None:
        """Show also where agreements without principles speak of them."""
        self._mentions = found
        self.show_threads()
        self._mark_thread()

    def _spoken(self) -> Iterator[Row]:
        for agreement in self._desk.library.agreements:
            edition = self._desk.edition(agreement.id)
            said = [m for m in self._mentions.get(agreement.id, ()) if m.kind in ("principles", "principle")]
            if said and not edition.principles:
                group = self.tr("%1 speaks of the principles").replace("%1", agreement.short)
                yield Row(group)
                for mention in said:
                    words = around(edition.text, mention.start, mention.end)
                    yield Row(mention=mention, words=words, agreement=agreement.id)

    def _choose_thread(self, index: QModelIndex) -> None:
        row: Row | None = index.data(ROW)
        if row and row.mention:
            self._desk.go_to(row.agreement, row.mention.start, row.mention.end)
        if row and row.thread:
            self._desk.choose_thread(row.thread)

    def _mark_thread(self) -> None:
        thread = self._desk.thread_in_view
        place = self.threads.rows.place_of(thread.id) if thread else QModelIndex()
        with QSignalBlocker(self.threads.selectionModel()):
            self.threads.setCurrentIndex(place)
        self.threads.viewport().update()

    def return_to(self, thread_id: str) -> None:
        """Mark the thread of last time."""
        thread = next((thread for thread in self._desk.threads() if thread.id == thread_id), None)
        if thread is not None and self._desk.thread_in_view is None:
            self._desk.thread_in_view = thread
            self._mark_thread()

    # Contents

    def show_contents(self) -> None:
        """Show the outline of the agreement in focus."""
        agreement = self._desk.focused()
        if agreement:
            self.contents.show_outline(agreement, self._desk.edition(agreement).sections)

    def _choose_section(self, item: QTreeWidgetItem) -> None:
        section: Section = item.data(0, _SECTION)
        self._desk.go_to(self._desk.focused(), section.start)

    def _mark_place(self, agreement: str, section_id: str) -> None:
        if agreement == self._desk.focused():
            self.contents.mark(section_id)
            self._mark_thread_read(agreement, section_id)

    def _mark_thread_read(self, agreement: str, section_id: str) -> None:
        """Mark the thread of the principle that is being read."""
        principle = next(
            (p for p in self._desk.edition(agreement).principles if p.section == section_id), None
        )
        if principle is None:
            return
        for thread in self._desk.threads():
            if thread.number_in(agreement) == principle.number:
                self._desk.thread_in_view = thread
                self._mark_thread()

    def restyle(self, theme: Theme) -> None:
        """Take on a theme."""
        self.threads.drawn.theme = theme
        self.threads.viewport().update()
        self.shelf.restyle(theme)
        self.source.restyle(theme)


def around(text: str, start: int, end: int) -> str:
    """Return a passage with the words beside it, on one line."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    begin = max(first, text.rfind(" ", 0, max(first, start - _BESIDE)) + 1)
    stop = text.find(" ", min(len(text), end + _BESIDE))
    stop = min(at for at in (stop, last, len(text)) if at >= 0)
    return ("…" if begin > first else "") + text[begin:stop] + ("…" if 0 <= stop < last else "")


class Contents(QTreeWidget):
    """The outline of an agreement, with the present place marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setWordWrap(True)
        self.setUniformRowHeights(False)
        self.setAccessibleName(self.tr("Contents"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown = ""
        self._items: dict[str, QTreeWidgetItem] = {}
        self._marked: QTreeWidgetItem | None = None

    def show_outline(self, agreement: str, sections: tuple[Section, ...]) -> None:
        """Show the sections of an agreement."""
        if agreement == self._shown:
            return
        self.clear()
        self._shown, self._marked, self._items = agreement, None, {}
        for section in sections:
            item = QTreeWidgetItem([section.text])
            item.setToolTip(0, plain_tip(section.text))
            item.setData(0, _SECTION, section)
            parent = self._items.get(section.parent)
            if parent is None or section.parent == sections[0].id:
                self.addTopLevelItem(item)
            else:
                parent.addChild(item)
            self._items[section.id] = item
        for item in self._items.values():
            item.setExpanded(True)

    def mark(self, section_id: str) -> None:
        """Mark the section that is being read and bring it into view."""
        item = self._items.get(section_id)
        if item is self._marked:
            return
        for one, bold in ((self._marked, False), (item, True)):
            if one is not None:
                font = QFont(self.font())
                font.setBold(bold)
                one.setFont(0, font)
        self._marked = item
        if item is not None:
            with QSignalBlocker(self):
                self.setCurrentItem(item)
            self.scrollToItem(item)
