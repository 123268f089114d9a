"""What an annotation says: its words, its tags and its category."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any, NamedTuple

from reader.notebook.annotations import CATEGORY
from reader.notebook.fit import Json, Unfit, checked, first_text, listed, string
from reader.notebook.records import Category

NO_CATEGORY = Category("", "", "violet", "•", 0)
"""What stands for the category of an annotation that has none."""

_TAG, _CLASS = "tagging", "classifying"
_NO_WORDS = (_TAG, _CLASS, "highlighting")
"""Purposes of bodies that are no words on a passage."""

_MOST_BODIES = 1000
_LONGEST_SIGN = 2
_UNSEEN = re.compile(r"(?is)<(script|style)\b[^<>]*>[^<]*</\1\s*>|<!--[^<>]*-->")
_BREAK = re.compile(r"(?i)</?(?:br|p|div|li|ul|ol|h[1-6]|blockquote|pre|tr|table)\b[^<>]*>")
_ELEMENT = re.compile(r"</?[A-Za-z][^<>]*>")


class Said(NamedTuple):
    """What an annotation says; `category` is as it was there, `NO_CATEGORY` for none."""

    words: str
    tags: tuple[str, ...]
    category: Category


def said(item: Json) -> Said:
    """Return what an annotation says; Unfit if part of it is no text."""
    bodies = list(_bodies(item))
    classes = [body for purpose, body in bodies if purpose == _CLASS]
    words = [_words(body) for purpose, body in bodies if purpose not in _NO_WORDS]
    tags = [_text(body) for purpose, body in bodies if purpose == _TAG]
    # There is room for one category; another program may give several.
    tags += [_text(body) for body in classes[1:]]
    return Said(
        "\n\n".join(each for each in words if each),
        tuple(dict.fromkeys(tag for tag in tags if tag)),
        _category(classes[0]) if classes else NO_CATEGORY,
    )


def _bodies(item: Json) -> Iterator[tuple[str, Json]]:
    """Yield the bodies with their purposes, those within a choice or list too; Unfit if one is no text."""
    usual = _TAG if _TAG in listed(item.get("motivation")) else "commenting"
    waiting = [*listed(item.get("body")), *listed(item.get("bodyValue"))]
    for _ in range(_MOST_BODIES):
        if not waiting:
            return
        body = waiting.pop(0)
        if isinstance(body, str):
            body = {"value": body}
        if not isinstance(body, dict):
            raise Unfit("What it says is no text.")
        if isinstance(body.get("items"), list) and "value" not in body:
            waiting[:0] = body["items"]
        else:
            yield first_text(body.get("purpose")) or usual, body
    raise Unfit("It says too many things.")


def _text(body: Json) -> str:
    """Return the text of a body; of one that only names something elsewhere, that name."""
    if "value" in body:
        return checked(string(body, "value"))
    source = body.get("source")
    inner = source.get("id") if isinstance(source, dict) else source
    return checked(first_text(inner, body.get("id")))


def _words(body: Json) -> str:
    text = _text(body)
    return _without_html(text) if first_text(body.get("format")).startswith("text/html") else text


def _without_html(text: str) -> str:
    """Return the words of a piece of HTML: a note is Markdown, and HTML in it would be shown as signs."""
    plain = _ELEMENT.sub("", _BREAK.sub("\n", _UNSEEN.sub("", text)))
    lines = (" ".join(line.split()) for line in checked(unescape(plain)).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _category(body: Json) -> Category:
    told = body.get(CATEGORY)
    about: Mapping[str, Any] = told if isinstance(told, dict) else {}
    key, colour, sign = _parts(about, ("id", "colour", "sign"))
    name = checked(" ".join(_text(body).split()), 200)
    return Category(key or name, name, colour or "violet", sign[:_LONGEST_SIGN] or "•", 0)


def _parts(about: Mapping[str, Any], names: Iterable[str]) -> list[str]:
    return [checked(string(about, name, required=False), 100) for name in names]
