"""Signs by which an editor tells the parts of a text: how its lines begin and end."""

import re
from difflib import SequenceMatcher

_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_DATE = re.compile(rf"\d{{1,2}}\.\s?(?:{_MONTHS})(?:\s\d{{4}})?\.?$")
_BULLET = re.compile(r"[•·▪‣*–-]\s+(?=\S)")
_NUMBER = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_LABEL = re.compile(r"(Tabel|Boks|Figur)\s(\d+)(?:[.:]\s*|\s+[–-]\s+|\s+|$)")
_ANNEX = re.compile(r"Bilag\s(\d{1,3})[.:]?(?:\s+|$)")
_ABBREVIATIONS = (" mv.", " m.v.", " m.fl.", " mfl.", " osv.")
_SHORT = 60
_SAME_TITLE = 0.85
LONGEST_HEADING = 120
"""Code points beyond which a paragraph without a full stop is still no heading."""


def yearless(text: str) -> bool:
    """Say whether a text is a date and nothing else, and lacks its year (`16. juni`)."""
    return bool(_DATE.match(text)) and not re.search(r"\d{4}", text)


def bullet(text: str) -> str:
    """Return the list mark that a line begins with, with its space; empty if there is none."""
    found = _BULLET.match(text)
    return found.group() if found else ""


def number(text: str) -> int | None:
    """Return the number that a line begins with (`3. Kommunernes økonomi`); None for a date or none."""
    found = None if _DATE.match(text) else _NUMBER.match(text)
    return int(found.group(1)) if found else None


def without_number(text: str) -> str:
    """Return a heading without the number it begins with."""
    return _NUMBER.sub("", text, count=1)


def label(text: str) -> tuple[str, int] | None:
    """Return the label of a table or box (`Tabel 1`) and where its caption begins; None if it has none."""
    found = _LABEL.match(text)
    return (f"{found.group(1)} {found.group(2)}", found.end()) if found else None


def annex(text: str) -> int | None:
    """Return the number of the annex that a heading names (`Bilag 2. …`)."""
    found = _ANNEX.match(text)
    return int(found.group(1)) if found else None


def ended(text: str) -> bool:
    """Say whether a text ends as a sentence, or as what leads up to a list, does."""
    return text.rstrip("”\"’')»*")[-1:] in (".", ":", ";", "?", "!")


def begins_small(text: str) -> bool:
    """Say whether a text begins with a small letter."""
    return text[:1].islower()


def begins_large(text: str) -> bool:
    """Say whether a text begins with a capital letter, a figure or a quotation mark."""
    first = text[:1]
    return first.isupper() or first.isdigit() or (first != "" and first in '”"“»’')


def like_a_heading(text: str) -> bool:
    """Say whether a paragraph that stands alone reads as a heading: short, and not a sentence or a date."""
    if len(text) > LONGEST_HEADING or _DATE.match(text) or bullet(text):
        return False
    closed = ended(text) and not (len(text) <= _SHORT and text.endswith(_ABBREVIATIONS))
    return begins_large(text) and not closed and text[-1:] not in ",-"


def letters(text: str) -> str:
    """Return only the letters of a text, folded: for comparing titles that differ in points and hyphens."""
    return "".join(sign for sign in text.casefold() if sign.isalpha())


def same_title(one: str, other: str) -> bool:
    """Say whether two titles are the same but for points, hyphens and a slip of a letter or two."""
    return same_letters(letters(one), letters(other))


def same_letters(one: str, other: str) -> bool:
    """Say whether two titles are the same, given only the letters of each."""
    short, long = sorted((one, other), key=len)
    if len(short) * 2 >= len(long) and short in long:
        return True
    if 2 * len(short) < _SAME_TITLE * (len(short) + len(long)):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SAME_TITLE
