"""The head of a pane: the agreement's title with a menu to change it, the way to the place read, tools."""

from PySide6.QtCore import QDate, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.text.agreement import Agreement, Edition, Section
from reader.ui.pane import HEAD, LINE
from reader.ui.plain import plain_tip


class PaneHead(QWidget):
    """Shows which agreement a pane has and where in it the reader is."""

    agreement_wanted = Signal(str)
    close_wanted = Signal()
    pin_wanted = Signal(bool)
    offset_let_go = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paneHead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._full = ""
        self._way = ""
        self._title = QPushButton()
        self._title.setObjectName("paneTitle")
        self._title.setFlat(True)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._breadcrumb = QLabel()
        self._breadcrumb.setObjectName("breadcrumb")
        self._breadcrumb.setTextFormat(Qt.TextFormat.PlainText)
        self._breadcrumb.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.changes = self._tool("", "")
        self.changes.setObjectName("changeCount")
        self.changes.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.changes.setMinimumWidth(1)
        self.changes.hide()
        self.offset = self._tool("↕", self.tr("Let go of the distance that you set by hand"))
        self.offset.hide()
        self.offset.clicked.connect(self.offset_let_go)
        self.pin = self._tool("⚲", self.tr("Pin: this pane does not follow the others"))
        self.pin.setCheckable(True)
        self.pin.clicked.connect(self.pin_wanted)
        self.close_button = self._tool("✕", self.tr("Close this pane"))
        self.close_button.clicked.connect(self.close_wanted)
        self.setFixedHeight(HEAD)
        self._lay_out()

    def _tool(self, sign: str, tip: str) -> QToolButton:
        tool = QToolButton()
        tool.setObjectName("headTool")
        tool.setText(sign)
        tool.setToolTip(tip)
        tool.setAccessibleName(tip)
        return tool

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.setContentsMargins(0, 0, 0, 0)
        words.addWidget(self._title)
        words.addWidget(self._breadcrumb)
        words.addWidget(self.changes, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 7)
        row.setSpacing(2)
        row.addLayout(words, 1)
        for tool in (self.offset, self.pin, self.close_button):
            row.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)

    def sizeHint(self) -> QSize:
        """Return the height that two lines need."""
        return QSize(240, 56)

    def show_agreement(self, agreement: Agreement, others: list[Agreement], witness: str = "") -> None:
        """Show an agreement's title, or which witness of it is shown as it is; the menu has the shelf."""
        title = f"{agreement.short} · {agreement.title}"
        self._full = f"{agreement.short} · {self._witness(witness)}" if witness else title
        menu = QMenu(self._title)
        for other in others:
            words = f"{other.short}   {other.title}"
            self._offer(menu, words, other.id, not witness and other.id == agreement.id)
        menu.addSeparator()
        for one in agreement.witnesses:
            words = f"{agreement.short}   {self._witness(one.id)}"
            self._offer(menu, words, f"{agreement.id}@{one.id}", witness == one.id)
        menu.triggered.connect(self._chosen)
        self._title.setMenu(menu)
        self._title.setAccessibleName(self.tr("Agreement in this pane: %1").replace("%1", agreement.title))
        self._fit()

    def _offer(self, menu: QMenu, words: str, name: str, chosen: bool) -> None:
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(chosen)
        action.setData(name)

    def _witness(self, witness: str) -> str:
        return self.tr("Source “%1”, as it was transmitted").replace("%1", witness)

    def show_way(self, agreement: Agreement, edition: Edition, section: Section) -> None:
        """Show the date and the sections from the outermost to the one that is being read."""
        steps = edition.way_to(section)[1:]
        parts = [written_date(agreement.date, self.locale()), *(self._short(step) for step in steps)]
        self._way = " › ".join(part for part in parts if part)
        self._breadcrumb.setToolTip("")
        self._fit()

    def _short(self, section: Section) -> str:
        if section.kind == "principle":
            return self.tr("Principle %1").replace("%1", section.text.split(".")[0])
        return section.text

    def show_offset(self, pixels: int) -> None:
        """Show that a distance to the others was set by hand."""
        self.offset.setVisible(pixels != 0)
        self.offset.setText(f"↕ {pixels:+d}")

    def show_changes(self, words: str, menu: QMenu | None) -> None:
        """Say how much changed, with a menu to compare with another; nothing while changes are not shown."""
        old = self.changes.menu()
        if old is not None and old is not menu:
            old.deleteLater()
        if menu is not None:
            self.changes.setMenu(menu)
        self.say_changes(words)

    def say_changes(self, words: str) -> None:
        """Say how much changed, or how far comparing has come."""
        self.changes.setText(f"{words} ▾" if words else "")
        self.changes.setAccessibleName(words)
        self.changes.setToolTip(plain_tip(words))
        self.changes.setVisible(bool(words))
        self.setFixedHeight(HEAD + LINE if words else HEAD)

    def _chosen(self, action: object) -> None:
        self.agreement_wanted.emit(action.data())  # type: ignore[attr-defined]

    def _fit(self) -> None:
        """Shorten both lines to the room there is."""
        elide = Qt.TextElideMode.ElideRight
        room = max(40, self._title.width() - 26)
        title = self._title.fontMetrics().elidedText(self._full, elide, room)
        self._title.setText(title.replace("&", "&&") + " ▾")
        self._title.setToolTip(plain_tip(self._full) if title != self._full else "")
        way = self._breadcrumb.fontMetrics().elidedText(
            self._way, Qt.TextElideMode.ElideLeft, max(40, self._breadcrumb.width() - 8)
        )
        self._breadcrumb.setText(way)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the lines anew."""
        super().resizeEvent(event)
        self._fit()


def written_date(date: str, locale: QLocale) -> str:
    """Return an ISO date as one writes it (`13. juni 2013`); a year alone as it is."""
    day = QDate.fromString(date, Qt.DateFormat.ISODate)
    if not day.isValid():
        return date
    danish = locale.language() == QLocale.Language.Danish
    return locale.toString(day, "d. MMMM yyyy" if danish else "d MMMM yyyy")
