"""What the printed page carries beside the text: page numbers, letterheads, running headers."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from reader.intake.script import Omission
from reader.intake.signs import begins_small, bullet, ended
from reader.intake.source import Line

_LONE_NUMBER = re.compile(r"[-–]?\s?\d{1,3}\s?[-–]?$")
_LONE_ANNEX = re.compile(r"Bilag \d+$")
_OFTEN = 3
_SHORT = 60


def furniture(lines: Sequence[Line], parties: Iterable[str]) -> list[Omission]:
    """Return the lines that belong to the page and not to the text, told by form, place and repetition."""
    names = {name.casefold() for name in parties}
    repeated = _repeated(lines)
    found = []
    for at, line in enumerate(lines):
        reason = _reason(lines, at, names, repeated)
        if reason:
            found.append(Omission(line.start, line.end, "furniture", reason))
    return found


def _reason(lines: Sequence[Line], at: int, names: set[str], repeated: set[str]) -> str:
    line = lines[at]
    if line.blank or not _alone(lines, at):
        return ""
    if _LONE_NUMBER.match(line.text):
        return "page number"
    if _letterhead(line.text, names):
        return "letterhead"
    if line.text in repeated:
        return "running header"
    return "running header" if _inside_a_list(lines, at) else ""


def _letterhead(text: str, names: set[str]) -> bool:
    return len(names) > 1 and set(text.casefold().split()) == names


def _inside_a_list(lines: Sequence[Line], at: int) -> bool:
    if not _LONE_ANNEX.match(lines[at].text):
        return False
    before, after = _neighbours(lines, at)
    return bool(before and after and bullet(before.text) and bullet(after.text))


def _alone(lines: Sequence[Line], at: int) -> bool:
    before = at == 0 or lines[at - 1].blank
    after = at + 1 == len(lines) or lines[at + 1].blank
    return before and after


def _repeated(lines: Sequence[Line]) -> set[str]:
    """Return the lines that come again and again and at least once break into a sentence."""
    places = [
        at
        for at, line in enumerate(lines)
        if 0 < len(line.text) <= _SHORT and not bullet(line.text) and _alone(lines, at)
    ]
    count = Counter(lines[at].text for at in places)
    often = [at for at in places if count[lines[at].text] >= _OFTEN]
    return {lines[at].text for at in often if _breaks_in(lines, at)}


def _breaks_in(lines: Sequence[Line], at: int) -> bool:
    before, after = _neighbours(lines, at)
    return bool(before and after and not ended(before.text) and begins_small(after.text))


def _neighbours(lines: Sequence[Line], at: int) -> tuple[Line | None, Line | None]:
    above = (lines[other] for other in range(at - 1, -1, -1))
    below = (lines[other] for other in range(at + 1, len(lines)))
    before = next((line for line in above if not line.blank), None)
    after = next((line for line in below if not line.blank), None)
    return before, after
