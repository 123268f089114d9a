"""A comparison as one HTML file that needs nothing else: to read, to print, and to hand on.

What is gone is struck through, what is new is underlined, what moved has a dotted line and a link to its
other end: nothing is told by colour alone.
"""

from collections.abc import Sequence
from html import escape

from reader.compare.compared_rows import Row
from reader.export.compared import Page, Piece
from reader.export.escaping import clean

_STYLE = """
:root { color-scheme: light; }
body { font: 11pt/1.5 "Noto Serif", Georgia, serif; color: #1c1c1c; background: #fff;
  max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5em; line-height: 1.25; }
h2 { font-size: 1.15em; margin: 2.2em 0 .2em; break-after: avoid; }
p { margin: .5em 0; orphans: 3; widows: 3; }
.outcome, .legend { font: 9pt/1.5 "Noto Sans", Arial, sans-serif; color: #4a4a4a; break-after: avoid; }
ins, del { unicode-bidi: isolate; box-decoration-break: clone; -webkit-box-decoration-break: clone;
  print-color-adjust: exact; -webkit-print-color-adjust: exact; }
del { color: #8c1d18; background: #fbe9e7; text-decoration: line-through; }
ins { color: #0b5323; background: #e6f4ea; text-decoration: underline; text-decoration-thickness: .1em; }
.away { color: #5c4300; background: #fdf3d6; text-decoration: line-through dotted; }
.here { color: #123f73; background: #e8f0fb; text-decoration: underline dotted;
  text-decoration-thickness: .1em; }
a.end { font: 8pt "Noto Sans", Arial, sans-serif; color: inherit; border: 1px solid; border-radius: .6em;
  padding: 0 .4em; text-decoration: none; white-space: nowrap; }
@page { margin: 2cm; }
@media print { body { max-width: none; margin: 0; padding: 0; } }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_TAGS = {"gone": "del", "new": "ins", "away": "del", "here": "ins"}
_ARROWS = {"gone": "", "new": "", "away": "↷", "here": "↶"}
_OTHERS = {"away": "here", "here": "away"}


def as_html(page: Page) -> str:
    """Return a comparison as an HTML document."""
    title = _text(page.title())
    body = [f"<h1>{title}</h1>", _legend(page)]
    if page.comparison.sections:
        body.append(f"<p>{_text(page.say('none'))}</p>")
    body += _Rows(page).all()
    return (
        f'<!DOCTYPE html>\n<html lang="{_text(page.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )


def _legend(page: Page) -> str:
    words = (page.say("gone"), page.say("came"), page.say("to", "…"), page.say("from", "…"))
    shown = (_element(kind, _text(_ARROWS[kind] + word)) for kind, word in zip(_TAGS, words, strict=True))
    return f'<p class="legend">{" ".join(shown)}</p>'


class _Rows:
    """Writes the rows of a page; each end of a move is named once and leads to the other if that is shown."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._named: set[tuple[int, str]] = set()
        pieces = (p for row in page.rows() for paragraph in page.paragraphs(row) for p in paragraph)
        self._shown = {(piece.move, piece.kind) for piece in pieces if piece.move is not None}

    def all(self) -> list[str]:
        return [self._row(row) for row in self._page.rows()]

    def _row(self, row: Row) -> str:
        title, *paragraphs = self._page.paragraphs(row) or [[]]
        lines = [f"<h2>{self._line(title)}</h2>", f'<p class="outcome">{_text(self._page.outcome(row))}</p>']
        return "\n".join([*lines, *(f"<p>{self._line(paragraph)}</p>" for paragraph in paragraphs)])

    def _line(self, pieces: Sequence[Piece]) -> str:
        return "".join(map(self._piece, pieces))

    def _piece(self, piece: Piece) -> str:
        text = "¶" if piece.breaks else _text(piece.text)
        if piece.kind == "equal":
            return text
        key = (piece.move, piece.kind) if piece.move is not None else None
        if key is None or key in self._named:
            return _element(piece.kind, text)
        self._named.add(key)
        return self._end(piece, *key) + _element(piece.kind, text)

    def _end(self, piece: Piece, move: int, kind: str) -> str:
        """Return the name of a move's end, with its way to the other."""
        other = _OTHERS[kind]
        words = _text(f"{_ARROWS[kind]} {self._page.whither(piece)}")
        way = f' href="#move-{move}-{other}"' if (move, other) in self._shown else ""
        return f'<a class="end" id="move-{move}-{kind}"{way}>{words}</a> '


def _element(kind: str, inner: str) -> str:
    return f'<{_TAGS[kind]} class="{kind}">{inner}</{_TAGS[kind]}>'


def _text(text: str) -> str:
    """Return text that is only text, also within quotes."""
    return escape(clean(text), quote=True)
