"""Colours as numbers: how well words stand out, and what is seen where grounds overlap."""

Rgb = tuple[int, int, int]

_STEP = 1.25
"""How much further from the paper an overlap stands than the mean of its grounds."""


def rgb(colour: str) -> Rgb:
    """Return red, green and blue (0-255) of a colour written as `#rrggbb`; ValueError for anything else."""
    if len(colour) != 7 or colour[0] != "#":
        raise ValueError(f"not a colour: {colour!r}")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def contrast(one: Rgb, other: Rgb) -> float:
    """Return the contrast of two colours as WCAG counts it: 1 for none, 21 for black on white."""
    dark, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def overlapped(total: Rgb, count: int, paper: Rgb) -> Rgb:
    """Return the ground where `count` grounds overlap, from the sum of their colours.

    One ground is itself. Several give their mean, a step further from the paper: the overlap of two of one
    kind is then seen too, and however many lie on each other, words stay as easy to read as on one.
    """
    step = 1.0 if count == 1 else _STEP
    red, green, blue = (
        min(255, max(0, round(p + (t / count - p) * step))) for t, p in zip(total, paper, strict=True)
    )
    return red, green, blue


def _luminance(colour: Rgb) -> float:
    red, green, blue = (_linear(value / 255) for value in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
