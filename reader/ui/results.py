"""The list under the search line: what was found, in groups, to be gone to by keys or by a click."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.ui.found import ROW, Group, Row, RowDelegate
from reader.ui.theme import Theme, mark

FIRST = 5
"""How many of a group are shown before the rest is asked for."""

_CHOOSABLE = ("found", "more")
_ROUND = 12
"""Height of the list's own edges, in px."""


class ResultsPopup(QFrame):
    """Shows what was found. It never has the focus: the search line leads it."""

    chosen = Signal(object)
    said = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("results")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Found"))
        self._groups: tuple[Group, ...] = ()
        self._whole: set[int] = set()
        self._shadow = QGraphicsDropShadowEffect(self)
        self._shadow.setBlurRadius(28)
        self._shadow.setOffset(0, 6)
        self.setGraphicsEffect(self._shadow)
        self._make()
        self._lay_out()
        self.restyle(theme)
        self.hide()

    def _make(self) -> None:
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.list.clicked.connect(self._clicked)
        self.summary = QLabel()
        self.summary.setObjectName("resultsSummary")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setWordWrap(True)
        self.keys = QLabel(self.tr("↑ ↓ choose   Enter go   Esc close"))
        self.keys.setObjectName("resultsSummary")

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 6, 14, 8)
        foot.addWidget(self.summary, 1)
        foot.addWidget(self.keys, 0, Qt.AlignmentFlag.AlignTop)
        self._foot = foot
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 4, 1, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.list, 1)
        self._column.addLayout(foot)

    def restyle(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._shadow.setColor(QColor(0, 0, 0, 60 if theme.name == "light" else 160))
        self.list.setItemDelegate(RowDelegate(theme, self.list))

    # What is shown

    def show_found(self, groups: Sequence[Group], summary: str, failed: bool = False) -> None:
        """Show groups and a sentence that sums them up, or that says why something is missing."""
        self._groups = tuple(group for group in groups if group.found)
        self._whole.clear()
        self._fill()
        self._choose_row(self._next(-1, 1))
        self.summary.setText(summary)
        self.keys.setVisible(bool(self._groups))
        self.list.setVisible(bool(self._groups))
        mark(self.summary, "failed", failed)

    def _fill(self) -> None:
        self.list.clear()
        for row in self._rows():
            item = QListWidgetItem(row.text)
            item.setData(ROW, row)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in (row.text, row.detail) if part)
            )
            if row.kind in ("group", "place"):
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.list.addItem(item)

    def _rows(self) -> Iterator[Row]:
        for number, group in enumerate(self._groups):
            yield Row("group", group.title, self.locale().toString(len(group.found)))
            # A row that says "1 more" takes the room of the one.
            whole = number in self._whole or len(group.found) == FIRST + 1
            shown = group.found if whole else group.found[:FIRST]
            place = ""
            for found in sorted(shown, key=lambda found: found.order):
                if found.place != place:
                    place = found.place
                    yield Row("place", place)
                yield Row("found", found.text, found.detail, found)
            if rest := len(group.found) - len(shown):
                yield Row("more", self.tr("%n more", "", rest), group=number)

    def fit(self, place: QRect) -> None:
        """Take the room that the list needs, from the top of this rectangle of the window."""
        rows = sum(self.list.sizeHintForRow(at) for at in range(self.list.count()))
        foot = self._foot.totalHeightForWidth(place.width() - 2)
        height = min(place.height(), rows + foot + _ROUND)
        self.setGeometry(place.x(), place.y(), place.width(), height)
        if self.list.currentRow() >= 0:
            self._reveal(self.list.currentRow())

    # Moving and choosing

    def step(self, step: int) -> None:
        """Go down (1) or up (-1) to what can be chosen, round the end."""
        row = self._next(self.list.currentRow(), step)
        if row < 0:
            row = self._next(-1 if step > 0 else self.list.count(), step)
        self._choose_row(row)

    def step_page(self, step: int) -> None:
        """Go down (1) or up (-1) by what is seen at once."""
        last = self.list.count() - 1
        if last < 0:
            return
        seen = self.list.viewport().height() // max(1, self.list.sizeHintForRow(0))
        aim = min(max(0, self.list.currentRow() + step * max(1, seen - 1)), last)
        found = self._next(aim - step, step)
        self._choose_row(found if found >= 0 else self._next(aim + step, -step))

    def _next(self, row: int, step: int) -> int:
        """Return the next row after this one that can be chosen, or -1."""
        rows = range(row + 1, self.list.count()) if step > 0 else range(row - 1, -1, -1)
        return next((at for at in rows if self._row(at).kind in _CHOOSABLE), -1)

    def _row(self, at: int) -> Row:
        row: Row = self.list.item(at).data(ROW)
        return row

    def _choose_row(self, at: int) -> None:
        self.list.setCurrentRow(at)
        if at >= 0:
            self._reveal(at)
            self.said.emit(self.list.item(at).data(Qt.ItemDataRole.AccessibleTextRole))

    def _reveal(self, at: int) -> None:
        """Scroll so that a row is seen, with the titles above it."""
        above = at
        while above and self._row(above - 1).kind not in _CHOOSABLE:
            above -= 1
        self.list.scrollToItem(self.list.item(above))
        self.list.scrollToItem(self.list.item(at))

    def choose_current(self) -> None:
        """Go to the current thing, or show the rest of its group."""
        if self.list.currentRow() >= 0:
            self._choose(self.list.currentRow())

    def _clicked(self, index: QModelIndex) -> None:
        self._choose(index.row())

    def _choose(self, at: int) -> None:
        row = self._row(at)
        if row.found:
            self.chosen.emit(row.found)
        elif row.kind == "more":
            self._whole.add(row.group)
            self._fill()
            self._choose_row(at)
