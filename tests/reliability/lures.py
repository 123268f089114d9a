"""Words that would open something if they were taken for more than words: a file, an address, a program.

Each lure is a text that anybody may have put into an agreement, its title, a note, a tag, a category or an
annotation. What it names are canaries: files that nothing but a lure ever names, and an address on this
computer that counts who comes. `{file}` is a canary's path, `{name}` one beside the program, `{web}` the
address; a lure bears its own sign, so that it can be seen where it was shown.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_PICTURE = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"
    "AAAADUlEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)
"""A damaged one: whoever draws it complains."""

_ADDRESSES = (
    "{file}",
    "{name}",
    "./{name}",
    "file://{file}",
    "file:{file}",
    "FILE://localhost{file}",
    "file:%2F%2F{file}",
    "//localhost{file}",
    "\\\\127.0.0.1\\share\\{name}",
    "http://{web}/{name}",
    "https://{web}/{name}",
    "ftp://{web}/{name}",
    "//{web}/{name}",
    "qrc:/{name}",
    ":/{name}",
    "image://{name}",
    _PICTURE,
    "jar:file://{file}!/x",
    "view-source:file://{file}",
)
"""Ways to name a canary; each is drawn as an image."""

_HTML = (
    "<img src={file}>",
    "<IMG\tSRC='file://{file}' width=9 height=9>",
    "<img src=&#102;ile://{file}>",
    '<img src="&#x2f;{file}">',
    "&lt;img src=&quot;{file}&quot;&gt;",
    "&amp;lt;img src={file}&amp;gt;",
    '<picture><source srcset="{file}"><img src="http://{web}/p"></picture>',
    '<link rel="stylesheet" href="{css}">',
    '<link rel="icon" href="http://{web}/icon">',
    "<style>@import url('{css}'); p {{ color: red }}</style>",
    "<style>body {{ background-image: url({file}) }}</style>",
    "<style>li {{ list-style-image: url(file://{file}) }}</style><ul><li>x</ul>",
    '<p style="background-image:url({file})">x</p>',
    '<p style="background:\\75rl(file://{file})">x</p>',
    '<p style="border-image: url({file})">x</p>',
    '<body background="{file}">x',
    '<table background="{file}"><tr><td background="file://{file}">x</table>',
    '<script src="http://{web}/s.js"></script>',
    '<script>window.location="file://{file}"</script>',
    '<iframe src="file://{page}"></iframe>',
    '<object data="{file}" type="image/png"></object>',
    '<embed src="{file}">',
    '<frameset><frame src="{page}"></frameset>',
    '<svg xmlns="http://www.w3.org/2000/svg"><image href="{file}"/></svg>',
    '<svg><use xlink:href="file://{svg}#x"/></svg>',
    '<base href="file://{folder}/"><img src="{name}">',
    '<meta http-equiv="refresh" content="0;url=file://{page}">',
    '<input type="image" src="{file}">',
    '<video src="http://{web}/v" poster="{file}"></video>',
    '<audio src="http://{web}/a" autoplay></audio>',
    '<a href="file://{file}"><img src="{file}"></a>',
    '<a href="javascript:alert(1)">her</a>',
    '<img src="{file}" onerror="location=\'http://{web}/e\'">',
    '<!--><img src="{file}">-->',
    '<![CDATA[<img src="{file}">]]>',
    '</p></td></table></body></html><img src="{file}">',
)
_AT_THE_BEGINNING = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file://{page}">]><p>&e;<img src="{file}">',
    '<!DOCTYPE html><html><body><img src="{file}">',
    '<qt><img src="{file}"></qt>',
    '<b></b><img src="{file}">',
)
"""What Qt takes for rich text by its beginning: the sign comes last."""

_MARKDOWN = (
    "![x]({file})",
    "![x](file://{file})",
    "![x](<{file}>)",
    "![x]({name} 'titel')",
    "![x](http://{web}/m)",
    "![x][r]\n\n[r]: file://{file}",
    "[![x]({file})](file://{file})",
    "[her](file://{file})",
    "[her](javascript:alert(1))",
    "[her](data:text/html,<img src={file}>)",
    "<file://{file}>",
    "[her](qrc:/{name} '<img src={file}>')",
    "``` <img src={file}>\n```\n<img src={file}>",
    "> <img src={file}>\n\n    <img src={file}>",
)
_TRICKS = (
    "Fil && <img src={file}> &Rediger\tCtrl+Q",
    "\x1b]0;titel\x07\x1b[31mrød\x1b[2J",
    "\u202e gnp.yranac\u202c \u2066{file}\u2069",
    "%1 %2 %n %L1 {{0.__class__}} {{shown}} %s",
    "\u200b\u200d\ufeff\u2028\u2029\x85\x0c<img src={file}>",
    "&#0; &#xD800; &#x110000; &nbsp &notit; &",
    "]]>\"'><img src={file}>",
    '=HYPERLINK("http://{web}/h")',
    "-->\n---\n```\n<img src={file}>",
)
_HEAVY = (
    "[" * 10_000 + "{sign}" + "]" * 10_000,
    "![" * 2_000 + "x](" + "{file}" + ")" * 2_000,
    "> " * 2_000 + "{sign} x",
    "- " * 2_000 + "{sign} x",
    "<b>" * 5_000 + "{sign}<img src={file}>",
    "<table><tr><td>" * 600 + "{sign}<img src={file}>",
    "*" * 10_000 + "{sign}" + "_" * 10_000,
    "x" * 200_000 + " {sign} <img src={file}>",
    "e" + "\u0301" * 3_000 + " {sign} <img src={file}>",
    "{sign} " + "\n" * 3_000 + "<img src={file}>",
)
"""What a careless reader takes minutes or the whole stack for."""


class Lure(NamedTuple):
    """A text and the sign it bears; `heavy` ones are long, and stand in texts and notes but in no name."""

    sign: str
    text: str
    heavy: bool


class Canaries(NamedTuple):
    """The files nobody may open, in a folder of their own, and the address nobody may come to."""

    folder: Path
    web: str

    def names(self) -> dict[str, str]:
        """Return what stands for a canary in a lure."""
        folder = self.folder
        return {
            "file": str(folder / "canary.png"),
            "name": "canary.png",
            "css": str(folder / "canary.css"),
            "page": str(folder / "canary.html"),
            "svg": str(folder / "canary.svg"),
            "folder": str(folder),
            "web": self.web,
        }

    def make(self) -> None:
        """Write the files: they are what they are called, so that whoever opens one goes on to read it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        content = {
            "canary.png": bytes.fromhex(
                "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
                "1f15c4890000000d49444154789c6364f80f00010501012718e3660000000049454e44ae426082"
            ),
            "canary.css": b"p { color: red }",
            "canary.html": b"<p>canary",
            "canary.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><g id="x"/></svg>',
        }
        for name, written in content.items():
            (self.folder / name).write_bytes(written)


def lures(canaries: Canaries) -> list[Lure]:
    """Return every lure."""
    made = []
    for number, (form, heavy) in enumerate(_forms()):
        sign = f"L{number:03}x"
        text = form.format(sign=sign, **canaries.names())
        made.append(Lure(sign, text if "{sign}" in form else f"{sign} {text}", heavy))
    return made


def _forms() -> Iterator[tuple[str, bool]]:
    for address in _ADDRESSES:
        yield f'<img src="{address}">', False
    for form in (*_HTML, *_MARKDOWN, *_TRICKS):
        yield form, False
    for form in _AT_THE_BEGINNING:
        yield f"{form} {{sign}}", False
    for form in _HEAVY:
        yield form, True
