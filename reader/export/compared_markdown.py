"""A comparison as Markdown with CriticMarkup: {--gone--}, {++new++}, and a {>>comment<<} on what moved.

Accepting every mark gives the newer text, refusing every mark the older one. See http://criticmarkup.com.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from reader.compare.compared_rows import Row
from reader.export.compared import Page, Piece
from reader.export.escaping import clean, escapes

_MARKS = {"gone": ("{--", "--}"), "new": ("{++", "++}"), "away": ("{--", "--}"), "here": ("{++", "++}")}
_BREAK = "¶"
# Whoever reads CriticMarkup looks for its marks before anything else and knows no backslash.
_ALWAYS = frozenset("{}" + _BREAK)
_ENTITIES = {sign: f"&#{ord(sign)};" for sign in _ALWAYS}
_AT_EDGES = frozenset("+-=~<>")


def as_markdown(page: Page) -> str:
    """Return a comparison as a Markdown page."""
    parts = ["# " + _safe(page.title())]
    if page.comparison.sections:
        parts.append(_safe(page.say("none")))
    parts += [_row(page, row) for row in page.rows()]
    return "\n\n".join(parts) + "\n"


def _row(page: Page, row: Row) -> str:
    title, *paragraphs = page.paragraphs(row) or [[]]
    head = ["## " + critic(page, title), f"*{_safe(page.outcome(row))}*"]
    return "\n\n".join([*head, *(critic(page, paragraph) for paragraph in paragraphs)])


def critic(page: Page, pieces: Sequence[Piece]) -> str:
    """Return pieces as one line of CriticMarkup; nothing in their text is taken for a mark or Markdown."""
    shown = [piece._replace(text=_BREAK if piece.breaks else clean(piece.text)) for piece in pieces]
    ends = list(accumulate((len(piece.text) for piece in shown), initial=0))
    whole = "".join(piece.text for piece in shown)
    signs = escapes(whole, set(ends), opening=True)
    for at, sign in enumerate(whole):
        edge = sign in _AT_EDGES and (at in ends or at + 1 in ends)
        # What stands between an ampersand and its end may be taken out, and make an entity of the rest.
        # A blank keeps them apart only where no mark takes the blank away and leaves the ampersand.
        before_words = sign == "&" and (at + 1 in ends or whole[at + 1 : at + 2].strip() != "")
        if sign in _ALWAYS or edge or before_words:
            signs[at] = f"&#{ord(sign)};"
    inner = ("".join(signs[begin:end]) for begin, end in pairwise(ends))
    return "".join(_marked(page, piece, text) for piece, text in zip(shown, inner, strict=True))


def _marked(page: Page, piece: Piece, text: str) -> str:
    if piece.kind == "equal":
        return text
    begin, end = _MARKS[piece.kind]
    where = f"{{>>{_safe(page.whither(piece))}<<}}" if piece.move is not None else ""
    return f"{begin}{_BREAK if piece.breaks else text}{end}{where}"


def _safe(text: str) -> str:
    """Return plain words for a heading or comment."""
    signs = escapes(" ".join(clean(text).split()), opening=True)
    return "".join(_ENTITIES.get(sign[-1:], sign) for sign in signs)
