"""The overview: the whole concordance as a grid, and what the person decides in it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from reader.text.decision import Decision, Member
from reader.ui.cells import Grid, GridCell
from reader.ui.desk import Desk
from reader.ui.grid import GridView
from reader.ui.grid_words import spoken, verdict
from reader.ui.legend import Legend
from reader.ui.theme import Theme


class OverviewPage(QWidget):
    """Shows the grid; `read_wanted` and `wording_wanted` are wishes for its current row."""

    read_wanted = Signal()
    wording_wanted = Signal()
    export_wanted = Signal(str)
    closed = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reasoned = ""
        self.table = GridView(theme, self)
        self.legend = Legend(theme, self)
        self.said = QLabel(self)
        self.reason = QLineEdit(self)
        self.save = {kind: QPushButton(self) for kind in ("md", "csv")}
        self.wording = QPushButton(self.tr("Wording through the years"), self)
        self.leave = QPushButton(self.tr("Back to the text"), self)
        self._name_parts()
        self._lay_out()
        self._join()

    def _name_parts(self) -> None:
        self.said.setObjectName("said")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.setMinimumHeight(38)
        self.reason.setPlaceholderText(self.tr("Why? (Enter keeps the reason)"))
        self.reason.setAccessibleName(self.tr("Reason for the decision"))
        self.reason.hide()
        self.save["md"].setText(self.tr("Save as Markdown …"))
        self.save["csv"].setText(self.tr("Save as a table (CSV) …"))
        self.leave.setToolTip("Esc")

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Overview"), self)
        title.setObjectName("viewTitle")
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        for button in (self.wording, *self.save.values(), self.leave):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.legend)
        column.addWidget(self.table, 1)
        column.addWidget(self.said)
        column.addWidget(self.reason)

    def _join(self) -> None:
        self.table.opened.connect(self.read_wanted)
        self.table.moved.connect(self._tell)
        self.table.key.connect(self._press)
        self.table.menu_wanted.connect(self._show_menu)
        self.wording.clicked.connect(self.wording_wanted)
        self.leave.clicked.connect(self.closed)
        self.reason.returnPressed.connect(self._keep_reason)
        for kind, button in self.save.items():
            button.clicked.connect(lambda _=False, kind=kind: self.export_wanted.emit(kind))

    def show_grid(self, shown: Grid) -> None:
        """Show a grid; while a reason is being typed it stays to be typed."""
        reasoned, typed = self._reasoned, not self.reason.isHidden()
        said = self.said.text()
        self.table.show_grid(shown)
        if typed and reasoned:
            self._reasoned = reasoned
            self.said.setText(said)
            self.reason.show()
            self.reason.setFocus()

    def _tell(self) -> None:
        """Say the current cell in words, and what can be done with it."""
        row, cell = self.table.current_row(), self.table.current_cell()
        self.reason.hide()
        self._reasoned = ""
        if row is None or row.thread is None:
            self.said.setText("")
        elif cell is None:
            self.said.setText(row.thread.title)
        else:
            keys = self.tr("Enter reads side by side · W the wording · C confirms · R refuses · A another")
            self.said.setText(f"{spoken(row.thread.title, cell)}.\n{keys}")

    # The person decides

    def _press(self, key: str) -> None:
        wanted = {"w": self.wording_wanted.emit, "c": self.confirm, "r": self.refuse, "del": self.withdraw}
        if key in wanted:
            wanted[key]()
        elif key == "a":
            place = self.table.visualRect(self.table.currentIndex()).center()
            self._others().exec(self.table.viewport().mapToGlobal(place))

    def confirm(self) -> None:
        """Confirm that the two principles of the current cell answer each other."""
        self._decide("confirmed")

    def refuse(self) -> None:
        """Say that the two principles of the current cell do not answer each other."""
        self._decide("refused")

    def _decide(self, verdict_: str) -> None:
        cell = self.table.current_cell()
        if cell and cell.match:
            self.decide(cell.match.one, cell.match.other, verdict_)

    def decide(self, one: Member, other: Member, verdict_: str) -> None:
        """Keep a decision, and ask for its reason in passing."""
        if not self._desk.decide(one, other, verdict_):
            return
        made = self._desk.decision_on(one, other)
        if made:
            self._reasoned = made.id
            self.said.setText(self.tr("%1. Undo takes it back.").replace("%1", self._named(made)))
            self.reason.clear()
            self.reason.show()
            self.reason.setFocus()

    def _named(self, made: Decision) -> str:
        ends = [f"{self._desk.short(end.agreement)} · {end.number}" for end in (made.one, made.other)]
        return f"{' ↔ '.join(ends)}: {verdict(made)}"

    def _keep_reason(self) -> None:
        made = self._desk.notebook.decision(self._reasoned) if self._reasoned else None
        words = self.reason.text().strip()
        if made and words:
            self._desk.decide(made.one, made.other, made.verdict, words)
        self._tell()
        self.table.setFocus()

    def withdraw(self) -> None:
        """Withdraw what was decided on the current cell, so that the proposal stands again."""
        cell = self.table.current_cell()
        for decision in cell.decisions if cell else ():
            self._desk.withdraw(decision)

    # The menu of a cell

    def _show_menu(self, at: QPoint) -> None:
        self.menu().exec(at)

    def menu(self) -> QMenu:
        """Return what can be done with the current cell."""
        cell = self.table.current_cell()
        menu = QMenu(self)
        menu.addAction(self.tr("Read side by side") + "\tEnter", self.read_wanted.emit)
        menu.addAction(self.tr("Wording through the years") + "\tW", self.wording_wanted.emit)
        menu.addSeparator()
        matched = bool(cell and cell.match)
        menu.addAction(self.tr("Confirm this answer") + "\tC", self.confirm).setEnabled(matched)
        menu.addAction(self.tr("This is not the answer") + "\tR", self.refuse).setEnabled(matched)
        menu.addMenu(self._others(menu))
        decided = bool(cell and cell.decisions)
        menu.addAction(self.tr("Withdraw the decision") + "\tDel", self.withdraw).setEnabled(decided)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _others(self, parent: QWidget | None = None) -> QMenu:
        """Return a menu of the principles that the current one could answer, or be answered by."""
        cell = self.table.current_cell()
        menu = QMenu(self.tr("Another principle answers …"), parent or self)
        for action in self._choices(cell, menu) if cell else ():
            menu.addAction(action)
        menu.setEnabled(not menu.isEmpty())
        return menu

    def _choices(self, cell: GridCell, menu: QMenu) -> list[QAction]:
        here, there = self._pair(cell)
        if here is None or not there:
            return []
        made = []
        for principle in self._desk.edition(there).principles:
            words = f"{self._desk.short(there)} · {principle.number}  {principle.title}"
            action = QAction(words.replace("&", "&&"), menu)
            other = Member(there, principle.number)
            action.triggered.connect(lambda _=False, other=other: self.decide(other, here, "changed"))
            made.append(action)
        return made

    def _pair(self, cell: GridCell) -> tuple[Member | None, str]:
        """Return the principle to be decided on, and the agreement its answer is chosen from."""
        if cell.member is None:
            return cell.before, cell.agreement.id
        if cell.before:
            return cell.member, cell.before.agreement
        having = [a for a in self.table.rows.shown.agreements if self._desk.edition(a.id).principles]
        at = having.index(cell.agreement)
        return cell.member, having[at - 1].id if at else ""

    def restyle(self, theme: Theme) -> None:
        """Take on a theme."""
        self.table.drawn.theme = self.legend.theme = theme
        self.table.viewport().update()
        self.legend.update()
