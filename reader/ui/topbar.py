"""The bar at the top: menu, back and forward, the search line, following and export."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from reader.ui.icons import icon
from reader.ui.theme import Theme


class TopBar(QWidget):
    """Holds the buttons and leaves the middle to the search line."""

    def __init__(self, actions: dict[str, QAction], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.menu_button = self._button(None)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setToolTip(self.tr("Menu (F10)"))
        self.menu_button.setAccessibleName(self.tr("Menu"))
        self.menu_button.setShortcut("F10")
        self._back = self._button(actions["back"], icon_only=True)
        self._forward = self._button(actions["forward"], icon_only=True)
        self._following = self._button(actions["following"])
        self._changes = self._button(actions["changes"])
        self._export = self._button(actions["export"])
        self._export.setText(self.tr("Export …"))
        self._middle = QHBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 8, 5)
        row.setSpacing(4)
        for button in (self.menu_button, self._back, self._forward):
            row.addWidget(button)
        row.addStretch(1)
        row.addLayout(self._middle, 4)
        row.addStretch(1)
        row.addWidget(self._following)
        row.addWidget(self._changes)
        row.addWidget(self._export)
        self.restyle(theme)

    def _button(self, action: QAction | None, icon_only: bool = False) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(18, 18))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if action is not None:
            button.setDefaultAction(action)
            keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
            button.setToolTip(f"{action.text()} ({keys})" if keys else action.text())
            button.setAccessibleName(action.text())
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if icon_only else Qt.ToolButtonStyle.ToolButtonTextOnly
        button.setToolButtonStyle(style)
        return button

    def set_menu(self, menu: QMenu) -> None:
        """Put the menu behind its button."""
        self.menu_button.setMenu(menu)

    def set_search(self, line: QWidget) -> None:
        """Put the search line in the middle."""
        line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line.setMaximumWidth(560)
        self._middle.addWidget(line)

    def restyle(self, theme: Theme) -> None:
        """Draw the icons in the theme's colours."""
        self.menu_button.setIcon(icon("menu", theme.text, theme.faint))
        self.menu_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._back.defaultAction().setIcon(icon("back", theme.text, theme.faint))
        self._forward.defaultAction().setIcon(icon("forward", theme.text, theme.faint))
