"""Words and their folded form: one way, for search and comparison alike."""

import re
import unicodedata

_WORD = re.compile(r"\w+(?:[-’'.]\w+)*")
_SOFT_HYPHEN = "\u00ad"


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
