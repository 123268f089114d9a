"""What both sides changed: both forms beside each other, and the choice which one is to stand."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.notebook.both_sides import DECIDE, Search, Side, decided, standing
from reader.notebook.notebook import now
from reader.notebook.records import Change, Highlight, Touched
from reader.notebook.shared import Parting, Remark, alike
from reader.text.selector import place
from reader.ui.arrival_dialog import plain
from reader.ui.both_text import document, parts
from reader.ui.closed import show_document
from reader.ui.desk import Desk
from reader.ui.stepping import Stepping
from reader.ui.theme import Theme, mark
from reader.ui.times import moment
from reader.ui.wording import WordingView

_SHORT = 60


class Form(QWidget):
    """One form of a record: whose and when, its words, and the button that lets it stand."""

    def __init__(self) -> None:
        super().__init__()
        self.head = plain("", "formHead")
        self.state = plain("", "formState")
        self.text = WordingView(self)
        self.choose = QPushButton()
        self.choose.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(self.state)
        column.addWidget(self.text, 1)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)


class BothDialog(QDialog):
    """Goes through what is open, one after the other; each choice is saved at once and can be undone."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Changed on both sides"))
        self._desk = desk
        self._theme = theme
        self._open: dict[str, Parting] = {}
        self._seen: set[str] = set()
        self._search: Stepping | None = None
        self.list = QListWidget()
        self.here, self.came = Form(), Form()
        self.together = QPushButton(self.tr("Write both together"))
        self.go = QPushButton(self.tr("Show in the text"))
        self.all = QPushButton()
        self.leave = QPushButton(self.tr("Close"))
        self.none = plain("", "empty")
        self.bar = QProgressBar()
        self._choice = QWidget()
        self._lay_out()
        self._join()
        self.restoreGeometry(QByteArray.fromBase64(desk.settings.both_geometry.encode()))
        self.look()

    # Building

    def _lay_out(self) -> None:
        self.list.setObjectName("keys")
        self.list.setAccessibleName(self.tr("Notes that both sides changed"))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far it is"))
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sides = QHBoxLayout()
        sides.setSpacing(14)
        sides.addWidget(self.here, 1)
        sides.addWidget(self.came, 1)
        inner = QVBoxLayout(self._choice)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self.list, 1)
        inner.addLayout(sides, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._choice, 1)
        column.addWidget(self.none, 1)
        column.addWidget(self.bar)
        column.addLayout(self._buttons())
        self.setMinimumSize(560, 420)
        self.resize(900, 620)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for button in (self.together, self.go, self.all):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self.leave)
        for button in (self.together, self.go, self.all, self.leave):
            button.setAutoDefault(False)
        return row

    def _join(self) -> None:
        self.list.currentRowChanged.connect(self._show)
        self.here.choose.clicked.connect(partial(self._decide, Side.HERE))
        self.came.choose.clicked.connect(partial(self._decide, Side.CAME))
        self.together.clicked.connect(partial(self._decide, Side.BOTH))
        self.go.clicked.connect(self._go)
        self.all.clicked.connect(self._let_all_stand)
        self.leave.clicked.connect(self.reject)
        self._desk.notebook_changed.connect(self._notebook_has_changed)

    # What is open

    def look(self) -> None:
        """Look through the history for what is open, a little at a time."""
        if self._search is not None:
            self._search.stop()
        search = Search(self._desk.notebook)
        self._search = Stepping(search.steps(), self)
        self._search.progressed.connect(self._show_progress)
        self._search.ended.connect(partial(self._take, search))
        self._search.failed.connect(self._refuse)
        self._search.begin()

    def _show_progress(self, share: float) -> None:
        self.bar.setValue(int(100 * share))

    def _refuse(self, words: str) -> None:
        self._search = None
        self._open = {}
        self._fill(words)

    def _take(self, search: Search) -> None:
        self._search = None
        self._open = search.found
        self._seen |= search.found.keys()
        self._fill(self.tr("There is nothing to choose between: no note waits in two forms."))

    def _fill(self, otherwise: str) -> None:
        row = max(0, self.list.currentRow())
        blocked = self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([self._title(parting) for parting in self._open.values()])
        self.list.setCurrentRow(min(row, len(self._open) - 1))
        self.list.blockSignals(blocked)
        self.bar.hide()
        self.none.setText(otherwise)
        self.none.setVisible(not self._open)
        self._choice.setVisible(bool(self._open))
        for button in (self.together, self.go, self.all):
            button.setVisible(bool(self._open))
        self.all.setText(self.tr("Let all %n stand as they are now", "", len(self._open)))
        self.all.setEnabled(len(self._open) > 1)
        if not self._open:
            self.leave.setFocus()
        self._show()

    def _title(self, parting: Parting) -> str:
        record = parting.here
        words = record.selector.quote if isinstance(record, Highlight) else record.body
        line = " ".join(words.split())
        short = line if len(line) <= _SHORT else f"{line[:_SHORT]} …"
        return " · ".join(
            part for part in (self._desk.short(record.agreement), f"«{short}»", parting.came.origin) if part
        )

    def _notebook_has_changed(self, touched: Touched) -> None:
        if touched.categories or touched.records & self._seen or len(touched.records) > 1:
            self.look()

    # What is shown

    def current(self) -> Parting | None:
        """Return what is shown; None if nothing is open."""
        row = self.list.currentRow()
        return list(self._open.values())[row] if 0 <= row < len(self._open) else None

    def _show(self) -> None:
        parting = self.current()
        if parting is None:
            return
        stands = parting.stands
        here = stands is None if parting.is_removed else stands is not None and alike(stands, parting.here)
        self.here.head.setText(self.tr("As it was with you"))
        brought = self.tr("As it came from %1").replace("%1", parting.came.origin)
        theirs = brought if parting.came.origin else self.tr("As it came in")
        self.came.head.setText(theirs)
        self._offer(self.here, parting.here, here, removes=parting.is_removed)
        self._offer(self.came, parting.came, not here, removes=False)
        self._write(self.here, parting.here, parting.came, is_left=True)
        self._write(self.came, parting.came, parting.here, is_left=False)
        self.together.setEnabled(not parting.is_removed)
        self.go.setEnabled(isinstance(stands, Highlight))

    def _offer(self, form: Form, shown: Remark, stands: bool, *, removes: bool) -> None:
        now = self.tr("This is what stands now.")
        if removes:
            state = self.tr("You removed it.") + (f" {now}" if stands else "")
            choice = self.tr("Leave it removed") if stands else self.tr("Remove it")
        else:
            state = now if stands else self.tr("Kept in the history")
            choice = self.tr("Let this stand") if stands else self.tr("Take this one")
        form.state.setText(f"{moment(shown.modified)} · {state}")
        form.choose.setText(choice)
        form.choose.setAccessibleName(f"{choice}: {form.head.text()}")
        mark(form.state, "stands", stands)

    def _write(self, form: Form, shown: Remark, other: Remark, *, is_left: bool) -> None:
        categories = {category.id: category for category in self._desk.categories()}
        told = parts(shown, other, categories, is_left=is_left)
        made = document(told, self._theme, self._desk.settings.scale)
        show_document(form.text, made)
        form.text.setAccessibleName(form.head.text())

    def restyle(self, theme: Theme) -> None:
        """Take on a theme."""
        self._theme = theme
        self._show()

    # What is wanted

    def _decide(self, side: Side) -> None:
        parting = self.current()
        if parting is None:
            return
        keys = {category.id for category in self._desk.categories()}
        self._apply(decided(parting, side, now(), keys))

    def _let_all_stand(self) -> None:
        time = now()
        self._apply([change for parting in self._open.values() for change in standing(parting, time)])

    def _apply(self, changes: list[Change]) -> None:
        apply: Callable[[], Touched] = partial(self._desk.notebook.apply, changes, what=DECIDE)
        if self._desk.let_write(apply):
            self.list.setFocus()

    def _go(self) -> None:
        parting = self.current()
        stands = parting.stands if parting else None
        if isinstance(stands, Highlight):
            edition = self._desk.edition(stands.agreement)
            span = place(stands.selector, edition.text, edition.digest)
            if span:
                self._desk.go_to(stands.agreement, *span)
                self._desk.choose_highlight(stands.id)

    def kept_geometry(self) -> str:
        """Return the size, to be taken on the next time."""
        return bytes(self.saveGeometry().toBase64().data()).decode()
