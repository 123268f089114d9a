"""Looks at a window as a person does who rests the pointer everywhere: every text, tip and menu is drawn."""

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPoint,
    QPointF,
    Qt,
    QTimer,
)
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

_SIGN = re.compile(r"L\d{3}x")
_MOST_ROWS = 400


class Eye:
    """Notes which signs were seen where, and how many things were drawn; dialogs are looked at and closed.

    `grid` is at how many places in each direction the pointer rests, where what is said depends on the place.
    """

    def __init__(self, grid: int) -> None:
        self._grid = grid
        self.seen: dict[str, set[str]] = {}
        self.drawn = 0
        self.dialogs = 0
        self._tips: set[str] = set()
        self._timer = QTimer()
        self._timer.setInterval(20)
        self._timer.timeout.connect(self.attend)
        self._timer.start()

    def note(self, place: str, texts: Iterable[str | None]) -> None:
        """Keep which signs a place shows."""
        found = self.seen.setdefault(place, set())
        for text in texts:
            found.update(_SIGN.findall(text or ""))

    def look(self, root: QWidget, place: str) -> None:
        """Draw a part of the window with everything in it that is visible, and rest the pointer on it."""
        settle()
        self._draw(root)
        for widget in [root, *root.findChildren(QWidget)]:
            # What one tip brings about may take another part away.
            if isValid(widget) and widget.isVisible():
                self.note(f"{place}: {_kind(widget)}", _texts(widget))
                self._rest(widget, place)
        settle()

    def open_menus(self, root: QWidget) -> None:
        """Open every menu behind a button."""
        for button in root.findChildren(QAbstractButton):
            menu = button.menu() if hasattr(button, "menu") else None
            if isinstance(menu, QMenu) and button.isVisible():
                self.menu(menu)

    def menu(self, menu: QMenu) -> None:
        """Show a menu and those below it."""
        self._timer.stop()
        menu.popup(QPoint(20, 20))
        settle()
        self._draw(menu)
        self.note("menus", [menu.title(), *(action.text() for action in menu.actions())])
        for action in menu.actions():
            other = action.menu()
            if isinstance(other, QMenu) and not other.isEmpty():
                self.menu(other)
        menu.close()
        settle()
        self._timer.start()

    def _draw(self, widget: QWidget) -> None:
        widget.grab()
        self.drawn += 1

    def _rest(self, widget: QWidget, place: str) -> None:
        """Rest the pointer in the middle, or all over where what is said depends on the place."""
        if isinstance(widget, QAbstractItemView):
            self._rest_on_items(widget, place)
        wide = isinstance(widget, QAbstractScrollArea) or widget.metaObject().className() == "Strip"
        on = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        steps = self._grid if wide else 1
        for row in range(steps):
            for column in range(steps):
                x = (2 * column + 1) * on.width() // (2 * steps)
                y = (2 * row + 1) * on.height() // (2 * steps)
                self._tip(on, QPoint(x, y))

    def _rest_on_items(self, view: QAbstractItemView, place: str) -> None:
        for index in _indexes(view.model()):
            self.note(f"{place}: items", _data(index))
            where = view.visualRect(index)
            if where.isValid() and view.viewport().rect().intersects(where):
                self._tip(view.viewport(), where.center())

    def _tip(self, widget: QWidget, at: QPoint) -> None:
        where = widget.mapToGlobal(at)
        QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, where))
        for label in QApplication.topLevelWidgets():
            if label.inherits("QTipLabel") and label.isVisible() and isinstance(label, QLabel):
                if label.text() not in self._tips:
                    self._tips.add(label.text())
                    self._draw(label)
                    self.note("tips", [label.text()])
                label.hide()

    def attend(self) -> None:
        """Look at the dialog or menu that waits for an answer, and close it without one."""
        modal, popup = QApplication.activeModalWidget(), QApplication.activePopupWidget()
        if modal is None and popup is None:
            return
        self._timer.stop()
        if modal is not None:
            self.dialogs += 1
            self.look(modal, modal.metaObject().className())
            modal.reject() if isinstance(modal, QDialog) else modal.close()
        elif popup is not None:
            self._draw(popup)
            popup.close()
        self._timer.start()


def settle(rounds: int = 8) -> None:
    """Let the program do what it has begun."""
    for _ in range(rounds):
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def click(widget: QWidget, at: QPointF | None = None) -> None:
    """Click in the middle of something."""
    from PySide6.QtTest import QTest

    point = at.toPoint() if at else widget.rect().center()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


def _kind(widget: QWidget) -> str:
    return widget.objectName() or widget.metaObject().className()


def _texts(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.windowTitle(), widget.whatsThis())
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        yield widget.text()
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        yield widget.toPlainText()
    if isinstance(widget, QGroupBox):
        yield widget.title()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))


def _indexes(model: QAbstractItemModel | None, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
    if model is None:
        return
    above = parent or QModelIndex()
    for row in range(min(model.rowCount(above), _MOST_ROWS)):
        # Of a list Qt lets nobody ask.
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(above)
        for column in range(columns):
            index = model.index(row, column, above)
            yield index
            if column == 0:
                yield from _indexes(model, index)


def _data(index: QModelIndex) -> Iterator[str]:
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    ):
        value = index.data(role)
        if isinstance(value, str):
            yield value
