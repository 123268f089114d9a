"""What the person wrote, enclosed so that nothing in it can end its frame, break the page or be lost."""

import re
from collections.abc import Sequence

from reader.export.escaping import clean, escaped, safe

# Raw HTML; definitions of links and footnotes; footnotes; brackets that stay open, in which pandoc loses the
# next paragraph; highlights, formulas and comments that would run on; tables, which lose what does not fit
# them; pandoc's divisions and raw pieces; the place python-markdown would put its footnotes at.
_RUNS_ON = re.compile(
    r"""(\\*)(
    < | (?<=\]): | \[(?=\^) | (?<=\^)\[ | \[(?! \[[^][\\]*\]\] | [^][\\]*\] )
    | =(?==) | \$(?=\$) | %(?=%) | \| | :(?=::) | \{(?==) | (?<=/)/(?=/)
    )""",
    re.VERBOSE,
)
_BACKSLASHES = re.compile(r"(?<!\\)\\(?:\\\\)*(?=[^\W_]|\s|$)")
_HEADING = re.compile(r"((?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*)(#)")
_RULE = re.compile(r"([ \t>]*(?:\d{1,9}[.)][ \t]+)?)([-=_*+~:])[-=_*+~:| \t]*")
_FENCE = re.compile(r"([ \t]*)(`{3,}(?=[^`]*$)|~{3,})[ \t]*(.*)")


def headline(label: str, details: Sequence[str], tags: Sequence[str]) -> str:
    """Return the line that introduces a note: its label in bold, then the details and tags in brackets."""
    signs = ["#" + escaped("-".join(tag.split())) for tag in tags]
    known = [*(escaped(detail) for detail in details if detail), *signs]
    return f"**{escaped(label) or '?'}**" + (f" ({', '.join(known)})" if known else "")


def footnote(reference: str, first: str, note: str) -> str:
    """Return a footnote: its headline, and the note indented under it."""
    lines = [f"[^{reference}]: {first}"]
    if note.strip():
        lines += ["", *("    " + line if line else "" for line in enclosed(note))]
    return "\n".join(lines)


def quotation(reference: str, first: str, quote: str, note: str) -> str:
    """Return a note as a blockquote with an id that can be linked to, and the words it is about, if any."""
    lines = [f"{first} ^{reference}"]
    if quote.strip():
        lines += ["", escaped(f"»{quote}«")]
    if note.strip():
        lines += ["", *enclosed(note)]
    return "\n".join(f"> {line}".rstrip(" ") for line in lines)


def reference(kind: str, record: str) -> str:
    """Return the name of a record's footnote or block: its id, if need be with odd signs spelt out."""
    return f"{kind}-" + re.sub(r"[^A-Za-z0-9-]", lambda match: f"-{ord(match[0]):x}-", record)


def enclosed(note: str) -> list[str]:
    """Return the lines of a note that is still Markdown, but holds no HTML, headings, rules or definitions.

    Its lists, emphasis, links, quotations and code are left alone; an open code fence is closed.
    """
    lines = clean(note.replace("\r\n", "\n")).strip("\n").split("\n")
    written = [_harmless(line) for line in [*lines, *_closing_fence(lines)]]
    return [line.rstrip() for line in written]


def _closing_fence(lines: Sequence[str]) -> list[str]:
    fence: re.Match[str] | None = None
    for match in filter(None, map(_FENCE.fullmatch, lines)):
        if not fence:
            fence = match
        elif match[2].startswith(fence[2]) and not match[3]:
            fence = None
    return [fence[1] + fence[2]] if fence else []


def _harmless(line: str) -> str:
    if _FENCE.fullmatch(line):
        return _run_through(line)
    opening = _RULE.fullmatch(line) or _HEADING.match(line)
    if not opening:
        return _run_through(line)
    at = opening.start(2)
    return line[:at] + safe(line[at]) + _run_through(line[at + 1 :])


def _run_through(line: str) -> str:
    return _RUNS_ON.sub(_stopped, _BACKSLASHES.sub(lambda match: match[0] + "\\", line))


def _stopped(match: re.Match[str]) -> str:
    """Return the sign as text; a backslash that already made it text is replaced, not doubled."""
    pairs = match[1][: len(match[1]) // 2 * 2]
    return pairs + safe(match[2])
