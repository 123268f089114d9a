"""A note's Markdown as HTML that can do no harm: a strict list of tags, nothing that opens by itself."""

import re
from functools import lru_cache
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown import Markdown

LONGEST = 4000
"""How many code points of a note are shown; the editor has all of them."""

_MOST_BRACKETS = 150
_DEEPEST = 6
_KEPT = frozenset({"p", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "a"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NESTING = frozenset({"ul", "ol", "blockquote"})
_ALONE = frozenset({"br", "hr", "img"})
_OPENABLE = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\x7f\\]+", re.IGNORECASE)
_RUN = re.compile(r"\S{26,}")
_CHANCE = re.compile(r"[/.?&=_-](?=\w)|\w{12}(?=\w{14})")
_BREAK = "\u200b"


def note_html(words: str) -> str:
    """Return a note as HTML for a label; HTML within the note is shown as the text it is."""
    return _rendered(words)[0]


def plain(words: str) -> str:
    """Return a note on one line without its Markdown: for summaries and for those who listen."""
    return _rendered(words)[1]


def openable(address: str) -> bool:
    """Say whether an address is one that may be opened when the person agrees: web or mail."""
    return _OPENABLE.fullmatch(address) is not None


@lru_cache(maxsize=256)
def _rendered(words: str) -> tuple[str, str]:
    shown = words if len(words) <= LONGEST else words[:LONGEST].rstrip() + " …"
    # The Markdown package takes seconds over some thousand open brackets: those are no links but noise.
    tangled = shown.count("[") > _MOST_BRACKETS
    strict = _Strict()
    strict.feed(f"<p>{escape(shown)}</p>" if tangled else _converted(shown))
    strict.close()
    return strict.html(), " ".join("".join(strict.said).split())


# A list right below a line of text is a list: so other readers of Markdown take it, and so it is meant.
_LIST_BEGINS = re.compile(r"(?m)^(?!\s*(?:[-*+]|\d+[.)])\s)(.*\S.*)\n(?=[-*+] \S|\d+\. \S)")


def _converted(words: str) -> str:
    try:
        return _converter().reset().convert(_LIST_BEGINS.sub(r"\1\n\n", words))
    except RecursionError:
        _converter.cache_clear()
        return f"<p>{escape(words)}</p>"


# To make one takes as long as to convert a note with it.
@lru_cache(maxsize=1)
def _converter() -> "Markdown":
    from markdown import Markdown
    from markdown.extensions.nl2br import Nl2BrExtension
    from markdown.extensions.sane_lists import SaneListExtension

    converter = Markdown(extensions=[Nl2BrExtension(), SaneListExtension()])
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return converter


class _Strict(HTMLParser):
    """Lets through what is on the list, and of the rest the words alone."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._written: list[str] = []
        self._closings: list[str] = []
        self._depth: list[bool] = []

    def html(self) -> str:
        return "".join([*self._written, *reversed(self._closings)])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ALONE:
            self._stand_alone(tag, dict(attrs).get("alt") or "")
            return
        self._depth.append(tag in _NESTING)
        opening, closing = self._pair(tag, dict(attrs).get("href") or "")
        self._written.append(opening)
        self._closings.append(closing)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _ALONE and self._closings:
            self._depth.pop()
            self._written.append(self._closings.pop())
            if tag not in ("em", "strong", "code", "a"):
                self.said.append(" ")

    def handle_data(self, data: str) -> None:
        self.said.append(data)
        # A label breaks lines between words only: an address would run out of its card.
        self._written.append(escape(_RUN.sub(_with_chances, data)))

    def _stand_alone(self, tag: str, alt: str) -> None:
        if tag == "img":
            self.handle_data(alt)
        else:
            self.said.append(" ")
            self._written.append(f"<{tag}>")

    def _pair(self, tag: str, href: str) -> tuple[str, str]:
        if sum(self._depth) > _DEEPEST:
            return ("<br>", "") if tag in ("li", "p") else ("", "")
        if tag in _HEADINGS:
            return "<p><strong>", "</strong></p>"
        if tag == "a":
            return (f'<a href="{escape(href)}">', "</a>") if openable(href) else ("", "")
        return (f"<{tag}>", f"</{tag}>") if tag in _KEPT else ("", "")


def _with_chances(run: re.Match[str]) -> str:
    return _CHANCE.sub(rf"\g<0>{_BREAK}", run[0])
