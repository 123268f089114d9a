"""A command for each category, with the keys 1 to 9."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from reader.ui.desk import Desk
from reader.ui.noting import Noting

_MOST_KEYS = 9


class CategoryActions(QObject):
    """Makes the commands and keeps their names those of the categories."""

    def __init__(self, desk: Desk, noting: Noting, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._noting = noting
        self.actions: list[QAction] = []
        for number, category in enumerate(desk.categories()[:_MOST_KEYS], start=1):
            action = QAction(window)
            action.setObjectName(f"category_{category.id}")
            action.setProperty("category", category.id)
            action.setShortcut(QKeySequence(str(number)))
            action.triggered.connect(self._highlight)
            self.actions.append(action)
        window.addActions(self.actions)
        desk.notebook_changed.connect(self.show_names)
        self.show_names()

    def show_names(self) -> None:
        """Give every command its category's sign and name."""
        for action, category in zip(self.actions, self._desk.categories(), strict=False):
            action.setText(f"{category.sign}  {category.name}".replace("&", "&&"))

    def _highlight(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._noting.highlight(action.property("category"))
