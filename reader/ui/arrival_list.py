"""What would come in with an import, one by one: the words that a person wants to see before it does."""

from collections.abc import Callable, Iterator
from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from reader.notebook.records import Highlight
from reader.notebook.shared import Remark
from reader.notebook.weighing import Weighed
from reader.ui.note_editor import said
from reader.ui.plain import plain_tip

_MOST = 500
"""How many of them are shown: nobody reads more before an import."""
_LOOKED_AT = 300
"""How many letters of a note are looked at: no column has room for more."""
_STATE, _WHERE, _PASSAGE, _NOTE = range(4)
_HIGHEST_TIP = 1500


class ArrivalList(QTreeWidget):
    """Lists the highlights and notes that would change anything: first those that both sides changed."""

    def __init__(self, short: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._short = short
        self.setObjectName("keys")
        self.setAccessibleName(self.tr("What would come in"))
        self.setHeaderLabels(
            ["", self.tr("Agreement"), self.tr("Passage"), self.tr("Note")],
        )
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.header().setSectionsMovable(False)
        self.header().setStretchLastSection(False)
        for column in (_PASSAGE, _NOTE):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def show_records(self, weighed: Weighed) -> None:
        """Show what would come in."""
        self.clear()
        told = list(islice(self._told(weighed), _MOST + 1))
        self.addTopLevelItems([self._item(state, record) for state, record in told[:_MOST]])
        count = len({*weighed.added, *weighed.changed, *(one.here.id for one in weighed.both)})
        if len(told) > _MOST:
            rest = QTreeWidgetItem(["", "", self.tr("… and %n more", "", count - _MOST), ""])
            rest.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addTopLevelItem(rest)
        for column in (_STATE, _WHERE):
            self.resizeColumnToContents(column)
        self.setVisible(bool(told))

    def _told(self, weighed: Weighed) -> Iterator[tuple[str, Remark]]:
        both = {one.here.id for one in weighed.both}
        added = set(weighed.added)
        theirs = set(weighed.changed)
        for one in weighed.both:
            stands = (
                self.tr("both: theirs stands") if one.here.id in theirs else self.tr("both: yours stands")
            )
            yield stands, one.came
        rest = [one for one in weighed.arriving() if one.id not in both]
        yield from ((self.tr("changed"), one) for one in rest if one.id not in added)
        yield from ((self.tr("is new"), one) for one in rest if one.id in added)

    def _item(self, state: str, record: Remark) -> QTreeWidgetItem:
        quote = f"«{_line(record.selector.quote)}»" if isinstance(record, Highlight) else self._place(record)
        item = QTreeWidgetItem([state, self._short(record.agreement), quote, _line(said(record))])
        item.setToolTip(_NOTE, plain_tip(said(record)[:_HIGHEST_TIP]))
        item.setToolTip(_PASSAGE, plain_tip(quote))
        return item

    def _place(self, record: Remark) -> str:
        number = None if isinstance(record, Highlight) else record.principle
        if number is None:
            return self.tr("On the agreement as a whole")
        return self.tr("On principle %1").replace("%1", str(number))


def _line(words: str) -> str:
    return " ".join(words[:_LOOKED_AT].split())
