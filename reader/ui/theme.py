"""The window's colours and type, for light and for dark; the page has its own Look."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from reader.ui.look import Look, dark, light

_MIDDLE = 128
"""The lightness, of 255, below which a desktop's ground is dark."""
_SANS = ("Noto Sans", "Inter", "Segoe UI", "Helvetica Neue", "Cantarell", "DejaVu Sans")


class Theme(NamedTuple):
    """Colours of the chrome, as `#rrggbb`, and the look of the pages that belongs to them."""

    name: str
    chrome: str
    paper: str
    text: str
    muted: str
    faint: str
    rule: str
    accent: str
    chosen: str
    hover: str
    same: str
    warning: str
    look: Look


def light_theme() -> Theme:
    """Return the theme of ink on paper."""
    return Theme(
        name="light",
        chrome="#f3f1ec",
        paper="#fdfcf9",
        text="#22262b",
        muted="#5b6066",
        faint="#8b8f93",
        rule="#dcd8cf",
        accent="#1d5a86",
        chosen="#e4eef5",
        hover="#eceae3",
        same="#217a41",
        warning="#9a3412",
        look=light(),
    )


def dark_theme() -> Theme:
    """Return the theme for the evening."""
    return Theme(
        name="dark",
        chrome="#26292d",
        paper="#1d1f22",
        text="#e8e4dc",
        muted="#a9adb1",
        faint="#7d8185",
        rule="#3b3f43",
        accent="#8ec1ea",
        chosen="#2b3a47",
        hover="#303439",
        same="#7fd69b",
        warning="#f4a97f",
        look=dark(),
    )


def theme_for(preference: str) -> Theme:
    """Return the theme a person prefers; `system` follows the desktop's own choice."""
    if preference in ("light", "dark"):
        return dark_theme() if preference == "dark" else light_theme()
    ground = QApplication.style().standardPalette().window().color()
    return dark_theme() if ground.lightness() < _MIDDLE else light_theme()


def put_on(app: QApplication, theme: Theme, resources: Path) -> None:
    """Dress the whole application in a theme."""
    app.setPalette(_palette(theme))
    font = QFont()
    font.setFamilies(list(_SANS))
    font.setPointSizeF(10.0)
    app.setFont(font)
    app.setStyleSheet(style_sheet(theme, resources))


def style_sheet(theme: Theme, resources: Path) -> str:
    """Return the style sheet with the theme's colours in place of their names (`@accent`)."""
    sheet = (resources / "style.qss").read_text(encoding="utf-8")
    # All but the theme's own name and its pages' look.
    for name in Theme._fields[1:-1]:
        sheet = sheet.replace(f"@{name}", getattr(theme, name))
    return sheet


def mark(widget: QWidget, name: str, value: bool) -> None:
    """Set a property that the style sheet knows, and let the style see it."""
    if bool(widget.property(name)) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.chrome,
        QPalette.ColorRole.Base: theme.paper,
        QPalette.ColorRole.AlternateBase: theme.hover,
        QPalette.ColorRole.Button: theme.chrome,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.ToolTipBase: theme.paper,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Highlight: theme.chosen,
        QPalette.ColorRole.HighlightedText: theme.text,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Accent: theme.accent,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.faint))
    return palette
