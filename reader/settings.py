"""What the person prefers, and the place and layout of last time: one frozen record, kept as JSON."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

SMALLEST, LARGEST = 0.7, 2.5
"""Text size, as a share of the normal one."""


class OpenPane(NamedTuple):
    """A pane of last time: its agreement, the code point at its top, how much of that line is hidden.

    `base` is the agreement it is compared with: empty for the one beside it, "-" for none.
    """

    agreement: str
    top: int = 0
    fraction: float = 0.0
    pinned: bool = False
    base: str = ""


class Settings(NamedTuple):
    """Preferences and layout. `theme` is system, light or dark; `language` is system, da or en.

    `second_place` is a folder for further copies of the notebook, empty for none; `place_known` is one of
    which the person said that it is known not to be a safe place for the notebook.
    `review` is the height in px of the panel for passages to be looked at; 0 if it was never changed.
    `name` is the one that stands on the person's own notes where they go out to colleagues.
    """

    theme: str = "system"
    language: str = "system"
    scale: float = 1.0
    following: bool = True
    panes: tuple[OpenPane, ...] = ()
    focus: int = 0
    thread: str = ""
    geometry: str = ""
    splitter: tuple[int, ...] = ()
    pane_sizes: tuple[int, ...] = ()
    navigator: bool = True
    notes: bool = True
    tab: int = 0
    emended: bool = False
    changes: bool = False
    mentions: bool = False
    second_place: str = ""
    place_known: str = ""
    backups_geometry: str = ""
    review: int = 0
    bin_geometry: str = ""
    name: str = ""
    arrival_geometry: str = ""
    both_geometry: str = ""

    def with_scale(self, scale: float) -> "Settings":
        """Return these settings with another text size, kept within what can be read."""
        return self._replace(scale=round(min(LARGEST, max(SMALLEST, scale)), 2))


_PLACE = frozenset(
    ("panes", "focus", "thread", "geometry", "splitter", "pane_sizes", "navigator", "notes", "tab")
)
"""The settings that say where one is and how the window is laid out, not what one prefers."""


def merged(before: Settings, after: Settings, others: Settings) -> Settings:
    """Return the settings of another window with the preferences that were changed in this one.

    Place and layout are the other's: two windows at once must not take each other's away.
    """
    chosen = {
        name: value
        for name, value in after._asdict().items()
        if name not in _PLACE and value != getattr(before, name)
    }
    return others._replace(**chosen)


def read_settings(path: Path) -> Settings:
    """Return the settings kept in a file; what is missing or unfit is as if never set."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _settings(kept) if isinstance(kept, dict) else Settings()


def _settings(kept: dict[str, Any]) -> Settings:
    plain = Settings()
    fit: dict[str, Any] = {}
    for name in Settings._fields:
        value = kept.get(name)
        if name == "panes" and isinstance(value, list):
            fit["panes"] = tuple(pane for pane in map(_pane, value) if pane)
        elif isinstance(getattr(plain, name), tuple) and isinstance(value, list):
            fit[name] = tuple(number for number in value if isinstance(number, int))
        elif value is not None and isinstance(value, type(getattr(plain, name))):
            fit[name] = value
    settings = plain._replace(**fit)
    return settings.with_scale(settings.scale)


def _pane(value: Any) -> OpenPane | None:
    with suppress(TypeError, ValueError):
        pane = OpenPane(**value)
        place = str(pane.agreement), int(pane.top), float(pane.fraction)
        return OpenPane(*place, bool(pane.pinned), str(pane.base))
    return None


def _written(settings: Settings) -> dict[str, Any]:
    return {**settings._asdict(), "panes": [pane._asdict() for pane in settings.panes]}


def write_settings(path: Path, settings: Settings) -> None:
    """Keep the settings, beside and then in place; a folder that cannot be written is no reason to stop."""
    with suppress(OSError):
        # A name of its own: two windows may close at the same moment.
        beside = path.with_suffix(f".new-{os.getpid()}")
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(_written(settings), file, ensure_ascii=False, indent=1)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
