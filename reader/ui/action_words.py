"""What is said of a command wherever it is listed: its words, its keys, its menu."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu


def words_of(action: QAction) -> str:
    """Return an action's words without the sign for its letter in a menu."""
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")


def menu_of(action: QAction) -> str:
    """Return the words of the menu that an action stands in; empty if it stands in none."""
    menus = (menu.title() for menu in action.associatedObjects() if isinstance(menu, QMenu))
    return next((title.replace("&", "") for title in menus if title), "")


def keys_of(action: QAction) -> str:
    """Return an action's keys as this system writes them."""
    keys = (key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts())
    return ", ".join(keys)
