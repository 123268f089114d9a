"""What a page looks like: type, size, colours and measure, for light and for dark."""

from typing import NamedTuple

from reader.settings import LARGEST, SMALLEST

SERIFS = ("Noto Serif", "Source Serif 4", "Georgia", "DejaVu Serif")


class Ground(NamedTuple):
    """The two colours of a category: the ground under the words, and the edge that stands out on paper."""

    ground: str
    edge: str


class Look(NamedTuple):
    """How pages are drawn; colours are `#rrggbb`.

    `size` is in points at 100 %, `scale` the factor the person chose, `measure` the widest column in average
    characters, `bottom` the least space in px below the last line. `strong` is the colour of selected words.
    """

    text: str
    strong: str
    heading: str
    muted: str
    rule: str
    accent: str
    box: str
    paper: str
    grounds: tuple[tuple[str, Ground], ...]
    families: tuple[str, ...] = SERIFS
    size: float = 12.5
    scale: float = 1.0
    measure: int = 66
    bottom: int = 240

    @property
    def points(self) -> float:
        """The size of the running text in points."""
        return self.size * self.scale

    def ground(self, key: str) -> Ground:
        """Return the colours of a category's key; a key that this theme lacks gets the first."""
        return next((ground for known, ground in self.grounds if known == key), self.grounds[0][1])

    def scaled(self, scale: float) -> "Look":
        """Return this look at another text size, kept within its bounds."""
        return self._replace(scale=min(LARGEST, max(SMALLEST, scale)))


def light() -> Look:
    """Return the look of ink on paper."""
    return Look(
        text="#22262b",
        strong="#000000",
        heading="#22262b",
        muted="#5b6066",
        rule="#cfcabf",
        accent="#1d5a86",
        box="#f3f1ec",
        paper="#fdfcf9",
        grounds=(
            ("yellow", Ground("#ffe79a", "#8a6500")),
            ("green", Ground("#c4ebcd", "#217a41")),
            ("red", Ground("#f9c9c6", "#b3372f")),
            ("blue", Ground("#c3e0f8", "#1f66a8")),
            ("violet", Ground("#e0d0f6", "#7046b4")),
        ),
    )


def dark() -> Look:
    """Return the look for the evening."""
    return Look(
        text="#e8e4dc",
        strong="#ffffff",
        heading="#e8e4dc",
        muted="#a3a6ab",
        rule="#4a4f56",
        accent="#86bde8",
        box="#26292d",
        paper="#1d1f22",
        grounds=(
            ("yellow", Ground("#4b3f13", "#d9b949")),
            ("green", Ground("#1f462f", "#7fcf98")),
            ("red", Ground("#5c2b2a", "#f0a19b")),
            ("blue", Ground("#213f5b", "#86bde8")),
            ("violet", Ground("#44345f", "#c0a5ee")),
        ),
    )
