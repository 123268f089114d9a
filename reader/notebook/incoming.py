"""What a file from a colleague holds: each record checked by itself, and good or listed as bad."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, NamedTuple

from reader.errors import NotebookError
from reader.notebook import rows
from reader.notebook.fit import Unfit, checked
from reader.notebook.from_annotation import Found, found
from reader.notebook.journal import Text
from reader.notebook.records import Category, Highlight, Note
from reader.notebook.walk import ITEM, TEXT, Walk
from reader.text.progress import Heard, Progress

_OFTEN = 50
"""How many members are read between two words on how far it is."""


class Bad(NamedTuple):
    """A record that was not taken: where it stood, from 1, what it calls itself, and why as a sentence."""

    place: int
    name: str
    reason: str


@dataclass(slots=True)
class Incoming:
    """What a file holds; `is_rescue` says that it is a rescue copy, with names as a notebook has them."""

    found: list[Found] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    bad: list[Bad] = field(default_factory=list)
    is_rescue: bool = False


def read(content: bytes, name: str, on: Heard | None = None) -> Incoming:
    """Read a file of annotations; NotebookError if it is no such file at all.

    `name` is that of the file, for the sentence. `on` is told the share that is done; Stopped is raised when
    it answers False.
    """
    try:
        text = _decoded(content)
    except ValueError as error:
        raise _no_such_file(name) from error
    reading = _Reading(text, Progress(on))
    reading.run()
    if not reading.is_file:
        raise _no_such_file(name)
    return reading.incoming


def _decoded(content: bytes) -> str:
    encoding = json.detect_encoding(content)
    # A byte that is no text spoils the record it stands in, and no other.
    return content.decode(encoding, "surrogateescape" if encoding.startswith("utf-8") else "strict")


def _no_such_file(name: str) -> NotebookError:
    return NotebookError(
        f"{name} is no file of annotations that Randnote can read. Nothing was changed. "
        "Choose a file that was exported as annotations.",
        "not-annotations",
    )


class _Reading:
    """Checks the members of a file one by one."""

    def __init__(self, text: str, progress: Progress) -> None:
        self.incoming = Incoming()
        self._walk = Walk(text)
        self._size = len(text)
        self._progress = progress
        self._place = 0
        self._readable = 0
        self._seen: dict[str, int] = {}

    @property
    def is_file(self) -> bool:
        return bool(self._walk.lists) and (self._readable > 0 or not self._place)

    def run(self) -> None:
        for at, member in enumerate(self._walk.members()):
            if at % _OFTEN == 0:
                self._progress(member.end / max(1, self._size))
            if member.kind == TEXT:
                self.incoming.texts += _texts(member.value)
            elif member.kind == ITEM:
                self._place += 1
                self._readable += 1
                self._take(member.value)
            else:
                self._tell_broken(member.value)

    def _tell_broken(self, kind: str) -> None:
        if kind == ITEM:
            self._place += 1
            self._refuse(None, "The file is damaged or breaks off here.")
        else:
            self._refuse(None, "A text that came along is damaged: its passages may have to be looked at.")

    def _refuse(self, item: Any, reason: str) -> None:
        self.incoming.bad.append(Bad(self._place, _called(item), reason))

    def _take(self, item: Any) -> None:
        try:
            good = found(item)._replace(place=self._place, name=_called(item))
        except Unfit as unfit:
            self._refuse(item, str(unfit))
        except RecursionError:
            self._refuse(item, "It is nested too deeply.")
        else:
            self._keep(good)

    def _keep(self, good: Found) -> None:
        """Keep a record, once: the newest of several with the same id, the first of equally new ones."""
        kept = self.incoming.found
        at = self._seen.setdefault(good.record.id, len(kept))
        if at == len(kept):
            kept.append(good)
            return
        less = good
        if good.record.modified > kept[at].record.modified:
            kept[at], less = good, kept[at]
        reason = "It stands in the file more than once; the newest one was taken."
        self.incoming.bad.append(Bad(less.place, less.name, reason))


def _called(item: Any) -> str:
    name = item.get("id") if isinstance(item, dict) else None
    return name[:200].encode("utf-8", "replace").decode() if isinstance(name, str) else ""


def _texts(told: Any) -> Iterator[Text]:
    """Yield a text whose digest is its own: another one would misplace passages."""
    if not isinstance(told, dict):
        return
    digest, name, text = told.get("digest"), told.get("agreement"), told.get("text")
    if isinstance(digest, str) and isinstance(name, str) and isinstance(text, str):
        try:
            if sha256(text.encode()).hexdigest() == digest and checked(name, 200):
                yield digest, name, text
        except (UnicodeEncodeError, Unfit):
            return


def of_rescue(content: bytes, on: Heard | None = None) -> Incoming:
    """Read a rescue copy: what was not saved comes before what was."""
    incoming = Incoming(is_rescue=True)
    categories: dict[str, Category] = {}
    taken: dict[str, tuple[bool, Found]] = {}
    for place, line in enumerate(Progress(on).through(content.splitlines()[1:], _OFTEN), 2):
        try:
            told = json.loads(line)
            record = rows.unwritten(told["kind"], json.dumps(told["record"]))
            saved = bool(told["saved"])
        except (ValueError, KeyError, TypeError, RecursionError):
            incoming.bad.append(Bad(place, "", "It is not as a rescue copy has it."))
            continue
        if isinstance(record, Category):
            categories[record.id] = record
        elif isinstance(record, Highlight | Note) and not (record.id in taken and saved):
            taken[record.id] = saved, Found(record, None, frozenset(), (), place, record.id)
    for _, good in taken.values():
        key = good.record.category if isinstance(good.record, Highlight) else ""
        category = categories.get(key, Category(key, key, "violet", "•", 0)) if key else None
        incoming.found.append(good._replace(category=category))
    return incoming
