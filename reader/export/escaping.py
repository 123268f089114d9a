"""Text made safe to stand in Markdown, whoever reads it: python-markdown, pandoc, CommonMark, Obsidian.

A backslash is put only before signs for which all of them take it; the others become entities.
"""

import re
from collections.abc import Collection

_BACKSLASHED = frozenset("\\`*_{}[]()#+-.!>|")
_NAMED = {"<": "&lt;", "&": "&amp;"}

# The last ones are pandoc's citations, dashes and ellipsis, and the place python-markdown would put its
# footnotes at.
_MARKUP = re.compile(
    r"""[\\`*\[\]{\#|^~$]
    | (?<![^\W_])_ | _(?![^\W_])
    | <(?![ ]) | &(?=\#?\w+;)
    | %(?=%) | (?<![^\W_])@
    | (?<![^=])= | =(?![^=])
    | -(?=-) | (?<=-)-
    | \.(?=\.\.)
    | (?<=/)/(?=/)""",
    re.VERBOSE,
)

# What begins a list, quotation, definition, title or table caption when it stands first in a block.
_OPENING = re.compile(
    r"""\(?(?:\d+|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+|@[\w-]*)([.)])(?=\s|$)
    | ([-+])(?=\s|$)
    | ([>:%])
    | [Tt]able(:)""",
    re.VERBOSE,
)

_LINE_ENDS = dict.fromkeys(map(ord, "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), "\n")
_UNPRINTABLE = dict.fromkeys([*range(32), 127, *range(0xD800, 0xE000)], "\ufffd")
_CLEANED = _UNPRINTABLE | _LINE_ENDS | {ord("\n"): "\n", ord("\t"): " "}


def clean(text: str) -> str:
    """Return the text with newline as its only line end and no controls; each code point keeps its place."""
    return text.translate(_CLEANED)


def safe(sign: str) -> str:
    """Return one sign so that every Markdown reader shows it and none acts on it."""
    return "\\" + sign if sign in _BACKSLASHED else _NAMED.get(sign, f"&#{ord(sign)};")


def escapes(text: str, edges: Collection[int] = (), *, opening: bool = False) -> list[str]:
    """Return the text code point by code point, each as it must be written.

    `edges` are the offsets at which marks will be put in: what is harmless between letters is not so there.
    `opening` says that the text stands first in its block, where more is taken as markup.
    """
    written = list(text)
    for match in _MARKUP.finditer(text):
        written[match.start()] = safe(match[0])
    for match in re.finditer("[=_@]", text):
        if match.start() in edges or match.end() in edges:
            written[match.start()] = safe(match[0])
    if opening and (first := _OPENING.match(text)):
        at = first.start(first.lastindex or 0)
        written[at] = safe(text[at])
    return written


def escaped(text: str, *, opening: bool = False) -> str:
    """Return the text as one line of Markdown that shows it as it stands, its whitespace collapsed."""
    return "".join(escapes(" ".join(clean(text).split()), opening=opening))
