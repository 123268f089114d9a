"""The letters that a machine without Danish gets wrong, and what it makes of them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

DANISH = "æøå"
PARTED = "\u00ad"
"""Stands in a word where a line end parted it: no letter is read across it."""
SIGNS = "&@¢°|"
"""Signs that are no letters and yet may stand for one inside a word."""

READINGS: Mapping[str, tuple[str, ...]] = {
    "æ": (
        *("ae", "ee", "ze", "zae", "sz", "ce", "oe", "e", "a", "ä", "&"),
        *("AE", "ZE", "EE", "A", "Z", "E"),
    ),
    "ø": (*("g", "o", "a", "e", "c", "oe", "ö", "ó", "ò", "0", "6", "9", "@", "¢"), *("O", "Q", "G", "Ö")),
    "å": (
        *("a", "d", "i", "o", "á", "à", "â", "ä", "ã", "é", "aa", "a&", "éa", "a°", "4", "6", "8", "&", "@"),
        *("A", "AA", "Á", "À", "Â", "Ä"),
    ),
    "l": ("I", "1", "|"),
    "fj": ("fi",),
}
"""What each letter may be read as: a letter of like shape without the stroke, the ring or one half, a pair of
letters for a ligature, or a sign. `l` and `fj` are no Danish letters but go wrong beside them."""


class Slip(NamedTuple):
    """In a word as it was read, the signs from `start` to `end` stand for `letter`."""

    start: int
    end: int
    letter: str


def _by_first_sign() -> dict[str, tuple[tuple[str, str], ...]]:
    found = defaultdict(list)
    for letter, readings in READINGS.items():
        for reading in readings:
            found[reading[0]].append((reading, letter))
    return {sign: tuple(pairs) for sign, pairs in found.items()}


_BY_FIRST_SIGN = _by_first_sign()


def slips_at(read: str, at: int) -> Iterator[Slip]:
    """Give what the signs of a word from here on may stand for, other than themselves."""
    for reading, letter in _BY_FIRST_SIGN.get(read[at], ()):
        if read.startswith(reading, at):
            yield Slip(at, at + len(reading), letter)


def small(read: str) -> str:
    """Return a word in small letters, sign for sign: none becomes two."""
    lower = read.lower()
    return lower if len(lower) == len(read) else "".join(_small(sign) for sign in read)


def _small(sign: str) -> str:
    return sign.lower() if len(sign.lower()) == 1 else sign


def mended(read: str, slips: Sequence[Slip], begins: bool, ordinary: bool) -> str:
    """Return a word with its letters put right.

    `begins` says that it may begin a sentence, `ordinary` that it is written small inside one.
    """
    parts = []
    at = 0
    for slip in slips:
        large = slip.letter in DANISH and _large(read, slip, begins, ordinary)
        parts += [read[at : slip.start], slip.letter.upper() if large else slip.letter]
        at = slip.end
    return "".join([*parts, read[at:]])


def _large(read: str, slip: Slip, begins: bool, ordinary: bool) -> bool:
    """Say whether a capital stood there. A sign may be either; an `A` may be the tall `å`."""
    rest = read[: slip.start] + read[slip.end :]
    if len(rest) > 1 and rest.isupper():
        return True
    signs = read[slip.start : slip.end]
    if slip.start or signs.islower():
        return False
    return begins or (signs[0].isupper() and not (signs == "A" and ordinary))
