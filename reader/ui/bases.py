"""What a pane is compared with: the agreement beside it, unless the person chose another."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from reader.ui.desk import Desk
from reader.ui.pane import Pane

NO_BASE = "-"
"""The choice to compare a pane with nothing."""


def in_time(desk: Desk, one: str, other: str) -> tuple[str, str]:
    """Return two agreements in order of time, which is that of the library."""
    order = {agreement.id: at for at, agreement in enumerate(desk.library.agreements)}
    first, second = sorted((one, other), key=lambda name: order.get(name, -1))
    return first, second


def choices(desk: Desk, pane: Pane) -> list[str]:
    """Return the open agreements that a pane can be compared with; witnesses as transmitted are none."""
    if "@" in pane.agreement:
        return []
    return [name for name in dict.fromkeys(desk.panes) if "@" not in name and name != pane.agreement]


def base_of(desk: Desk, panes: Sequence[Pane], pane: Pane) -> str:
    """Return what a pane is compared with; empty for nothing.

    That is the person's choice while it is open, else the nearest pane to the left, for the first one to the
    right.
    """
    offered = choices(desk, pane)
    if pane.base == NO_BASE:
        return ""
    if pane.base in offered:
        return pane.base
    at = list(panes).index(pane)
    nearest = [*reversed(panes[:at]), *panes[at + 1 :]]
    return next((other.agreement for other in nearest if other.agreement in offered), "")


def base_menu(desk: Desk, panes: Sequence[Pane], pane: Pane) -> QMenu:
    """Return a menu of what a pane can be compared with, and what the marks mean; made for its head."""
    menu = QMenu(pane)
    base = base_of(desk, panes, pane)
    for name in choices(desk, pane):
        words = QCoreApplication.translate("Changes", "Compare with %1").replace("%1", desk.short(name))
        _offer(menu, words, name, chosen=name == base)
    none = QCoreApplication.translate("Changes", "Compare with none")
    _offer(menu, none, NO_BASE, chosen=not base)
    menu.addSeparator()
    for line in _legend():
        menu.addAction(line).setEnabled(False)
    return menu


def _offer(menu: QMenu, words: str, name: str, *, chosen: bool) -> None:
    action = menu.addAction(words.replace("&", "&&"))
    action.setCheckable(True)
    action.setChecked(chosen)
    action.setData(name)


def _legend() -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (
        translate("Changes", "Underlined with upturned ends: new words"),
        translate("Changes", "Struck through: words that are gone in the newer text"),
        translate("Changes", "▲ words of the older text are gone here · △ the newer text adds words here"),
        translate("Changes", "Double line and ← or →: moved from or to that principle"),
        translate("Changes", "! small but decisive · + and – a whole principle is new or dropped"),
    )
