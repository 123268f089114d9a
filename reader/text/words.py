"""Words and their folded form: one way, for search and comparison alike."""

import re
import unicodedata

_WORD = re.compile(r"\w+(?:[-’'.]\w+)*")
_SOFT_HYPHEN = "\u00ad"
# As a word stands in a text that is not folded: with its soft hyphens and combining marks.
_LETTER = "[\\w\u0300-\u036f\u00ad]"
_PLACED = re.compile(rf"{_LETTER}+(?:[-’'.]{_LETTER}+)*")


def fold(text: str) -> str:
    """Return the text as it is compared: NFC, case folded, soft hyphens out; å, æ and ø keep their own."""
    return unicodedata.normalize("NFC", text.replace(_SOFT_HYPHEN, "")).casefold()


def words(text: str) -> list[str]:
    """Return the folded words of a text in order; a hyphenated compound or a figure is one word."""
    return _WORD.findall(fold(text))


def akin(one: str, other: str) -> bool:
    """Say whether two folded words differ at most by a Danish ending: `folkeskole`, `folkeskolen`."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) > 3 and long.startswith(short) and len(long) - len(short) <= 3)


def placed_words(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Return the folded words of a stretch of a text, each with where it starts and ends in the text."""
    return [(fold(found[0]), found.start(), found.end()) for found in _PLACED.finditer(text, start, end)]
