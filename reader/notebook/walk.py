"""A JSON file of annotations, walked member by member: one that is damaged hides no other.

Nothing but a single annotation is parsed as a whole: a thread that reads gives way to the window, and a file
that breaks off, or is spoilt in one place, still gives what is legible.
"""

import re
from collections.abc import Iterator
from json import JSONDecoder
from typing import Any, NamedTuple

from reader.notebook.annotations import TEXTS
from reader.notebook.fit import listed

ITEM, TEXT, BROKEN = "item", "text", "broken"

_LISTS = {"items": ITEM, "@graph": ITEM, TEXTS: TEXT}
"""The lists in such a file by their names, and what they hold."""

_TELLING = {ITEM: "target", TEXT: "digest"}
"""What a member of each list must have to be known as one behind a damaged place."""

_PAGE = "first"
_DEEPEST = 3
_SPACE = re.compile(r"[ \t\r\n]*")
_MOST_TRIES = 10_000
"""How many places are tried behind damaged ones before the rest is given up."""

_FAULTS = (ValueError, RecursionError)


class Member(NamedTuple):
    """A member of a list: `kind` is item, text or broken, of which `value` says what it should have been.

    `end` is where it ends in the file, in code points.
    """

    kind: str
    value: Any
    end: int


class Walk:
    """Walks through the text of a file; `lists` counts afterwards what may have held annotations."""

    def __init__(self, text: str) -> None:
        self.lists = 0
        self._text = text
        self._at = 0
        self._tries = 0
        self._decode = JSONDecoder().raw_decode

    def members(self) -> Iterator[Member]:
        """Yield annotations and texts, and for each damaged place one that is broken."""
        while self._sign() in ("[", "{"):
            start, before = self._at, self.lists
            try:
                yield from self._list(ITEM) if self._sign() == "[" else self._object()
                if self.lists == before:
                    yield from self._single(start)
            except _FAULTS:
                yield Member(BROKEN, ITEM, len(self._text))
                return

    def _single(self, start: int) -> Iterator[Member]:
        value, _ = self._decode(self._text, start)
        if "Annotation" in listed(value.get("type")) or _TELLING[ITEM] in value:
            self.lists += 1
            yield Member(ITEM, value, self._at)

    def _object(self, depth: int = 0) -> Iterator[Member]:
        self._at += 1
        while self._sign() not in ("}", ""):
            name = self._value()
            if self._sign() != ":":
                raise ValueError("no value")
            self._at += 1
            yield from self._named(name if isinstance(name, str) else "", depth)
            if self._sign() == ",":
                self._at += 1
            elif self._sign() not in ("}", ""):
                raise ValueError("no end")
        self._at += 1

    def _named(self, name: str, depth: int) -> Iterator[Member]:
        kind, sign = _LISTS.get(name), self._sign()
        if kind and sign == "[":
            yield from self._list(kind)
        elif name == _PAGE and sign == "{" and depth < _DEEPEST:
            yield from self._object(depth + 1)
        elif kind and sign == "{":
            # JSON-LD may give the one member of a list by itself.
            self.lists += 1
            yield Member(kind, self._value(), self._at)
        else:
            self._value()

    def _list(self, kind: str) -> Iterator[Member]:
        self.lists += kind == ITEM
        self._at += 1
        while self._sign() != "]":
            try:
                value = self._value()
            except _FAULTS:
                pass
            else:
                yield Member(kind, value, self._at)
                if self._sign() == ",":
                    self._at += 1
                    continue
                if self._sign() == "]":
                    break
            yield Member(BROKEN, kind, self._at)
            if not self._go_on(kind):
                return
        self._at += 1

    def _go_on(self, kind: str) -> bool:
        """Go to the next member behind a damaged place; False, at the end of the file, if there is none."""
        at = self._text.find("{", self._at)
        while at >= 0 and self._tries < _MOST_TRIES:
            try:
                value, end = self._decode(self._text, at)
            except _FAULTS:
                self._tries += 1
                end = at + 1
            else:
                if isinstance(value, dict) and _TELLING[kind] in value:
                    self._at = at
                    return True
            at = self._text.find("{", end)
        self._at = len(self._text)
        return False

    def _sign(self) -> str:
        """Return the next sign that is no space; empty at the end."""
        found = _SPACE.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return self._text[self._at : self._at + 1]

    def _value(self) -> Any:
        self._sign()
        value, self._at = self._decode(self._text, self._at)
        return value
