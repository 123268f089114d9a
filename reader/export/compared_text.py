"""A comparison for a terminal: what is gone, new and moved stands in brackets, and needs no colour."""

import re
import textwrap
from collections.abc import Iterator, Sequence

from reader.compare.changes import Change
from reader.compare.classes import DECISIVE
from reader.compare.compared_rows import Row
from reader.export.compared import Page, Piece
from reader.export.escaping import clean

_WIDTH = 100
_AROUND = 30  # code points that tell where a change stands
_LONG = 120  # code points of a change that are shown
_BRACKETS = {"gone": ("[-", "-]"), "new": ("{+", "+}"), "away": ("[>", ">]"), "here": ("{<", "<}")}
_OWN = re.compile(r"[\\\[\]{}¶]")
# What some terminals obey beside the controls: those of eight bits, and the signs that turn a line round.
_OBEYED = dict.fromkeys([*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd")


def as_text(page: Page, *, whole: bool = False) -> str:
    """Return a comparison as text; paragraphs without a change are left out (…) unless `whole`."""
    parts = [_shown(page.title()), _legend(page)]
    if page.comparison.sections:
        parts.append(page.say("none"))
    parts += [_row(page, row, whole=whole) for row in page.rows()]
    return "\n\n".join(parts) + "\n"


def _legend(page: Page) -> str:
    words = (page.say("gone"), page.say("came"), page.say("to", "…"), page.say("from", "…"))
    return "  ".join(begin + word + end for (begin, end), word in zip(_BRACKETS.values(), words, strict=True))


def _row(page: Page, row: Row, *, whole: bool) -> str:
    title, *paragraphs = page.paragraphs(row) or [[]]
    head = [marked(page, title), f"    {_shown(page.outcome(row))}"]
    if row.states == ("same",) and not whole:
        return "\n".join(head)
    return "\n\n".join(["\n".join(head), *_told(page, paragraphs, whole=whole)])


def _told(page: Page, paragraphs: Sequence[Sequence[Piece]], *, whole: bool) -> Iterator[str]:
    left_out = False
    for paragraph in paragraphs:
        if whole or any(piece.kind != "equal" for piece in paragraph):
            yield textwrap.fill(
                marked(page, paragraph),
                _WIDTH,
                initial_indent="    ",
                subsequent_indent="    ",
                break_long_words=False,
                break_on_hyphens=False,
            )
            left_out = False
        elif not left_out:
            left_out = True
            yield "    …"


def decisive(page: Page) -> str:
    """Return only the changes that decide, with their classes; what is wholly new or dropped is left out."""
    parts = [_shown(page.title())]
    for row in page.rows():
        found = [change for change in row.changes if set(change.classes) & set(DECISIVE)]
        if found and row.left and row.right:
            title = marked(page, (page.paragraphs(row) or [[]])[0])
            parts.append("\n".join([title, *(f"    {_line(page, change)}" for change in found)]))
    return "\n\n".join(parts) + "\n"


def _line(page: Page, change: Change) -> str:
    text = page.comparison.other.text
    before, after = text[: change.right[0]][-_AROUND:], text[change.right[1] :][:_AROUND]
    gone, new = _short(change.gone), _short(change.new)
    shown = (f"[-{gone}-]" if gone else "") + (f"{{+{new}+}}" if new else "")
    return f"{', '.join(change.classes)}: …{_shown(before)}{shown}{_shown(after)}…"


def _short(text: str) -> str:
    return _shown(text if len(text) <= _LONG else f"{text[: _LONG // 2]} … {text[-_LONG // 2 :]}")


def marked(page: Page, pieces: Sequence[Piece]) -> str:
    """Return pieces as one line; what looks like a mark in the text itself has a backslash before it."""
    return "".join(_marked(page, piece) for piece in pieces)


def _marked(page: Page, piece: Piece) -> str:
    text = "¶" if piece.breaks else _shown(piece.text)
    if piece.kind == "equal":
        return text
    begin, end = _BRACKETS[piece.kind]
    where = f"{_shown(page.whither(piece))}: " if piece.move is not None else ""
    return f"{begin}{where}{text}{end}"


def _shown(text: str) -> str:
    """Return text that a terminal shows and does not obey, on one line."""
    return _OWN.sub(r"\\\g<0>", clean(text).translate(_OBEYED).replace("\n", " "))
