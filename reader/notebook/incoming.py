"""What a file from a colleague holds: each record checked by itself, and good or listed as bad."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, NamedTuple

from reader.errors import NotebookError
from reader.notebook import rows
from reader.notebook.annotations import TEXTS
from reader.notebook.from_annotation import Found, Unfit, checked, found
from reader.notebook.journal import Text
from reader.notebook.records import Category, Highlight, Note


class Bad(NamedTuple):
    """A record that was not taken: where it stood, from 1, what it calls itself, and why as a sentence."""

    place: int
    name: str
    reason: str


@dataclass(slots=True)
class Incoming:
    """What a file holds."""

    found: list[Found] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    bad: list[Bad] = field(default_factory=list)


def read(content: bytes, name: str) -> Incoming:
    """Read a file of annotations; NotebookError if it is no such file at all.

    `name` is that of the file, for the sentence.
    """
    try:
        whole = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _no_such_file(name) from error
    items = _items(whole)
    if items is None:
        raise _no_such_file(name)
    incoming = Incoming()
    incoming.texts = list(_texts(whole.get(TEXTS) if isinstance(whole, dict) else None))
    seen: set[str] = set()
    for place, item in enumerate(items, 1):
        try:
            good = found(item)
        except Unfit as unfit:
            incoming.bad.append(Bad(place, _called(item), str(unfit)))
            continue
        if good.record.id in seen:
            twice = "It stands in the file more than once; the first one was taken."
            incoming.bad.append(Bad(place, _called(item), twice))
        else:
            seen.add(good.record.id)
            incoming.found.append(good)
    return incoming


def _no_such_file(name: str) -> NotebookError:
    return NotebookError(
        f"{name} is no file of annotations that Randnote can read. Nothing was changed. "
        "Choose a file that was exported as annotations."
    )


def _items(whole: Any) -> list[Any] | None:
    """Return the annotations of a collection, a page, a list, or a single one; None if it is no such."""
    if isinstance(whole, list):
        return whole
    if not isinstance(whole, dict):
        return None
    if isinstance(whole.get("items"), list):
        return list(whole["items"])
    first = whole.get("first")
    if isinstance(first, dict) and isinstance(first.get("items"), list):
        return list(first["items"])
    return [whole] if whole.get("type") == "Annotation" else None


def _called(item: Any) -> str:
    name = item.get("id") if isinstance(item, dict) else None
    return name[:200] if isinstance(name, str) else ""


def _texts(told: Any) -> Iterator[Text]:
    """Yield the texts whose digest is theirs: another text would misplace passages."""
    for each in told if isinstance(told, list) else ():
        if not isinstance(each, dict):
            continue
        digest, name, text = each.get("digest"), each.get("agreement"), each.get("text")
        if isinstance(digest, str) and isinstance(name, str) and isinstance(text, str):
            try:
                if sha256(text.encode()).hexdigest() == digest and checked(name, 200):
                    yield digest, name, text
            except (UnicodeEncodeError, Unfit):
                continue


def of_rescue(content: bytes) -> Incoming:
    """Read a rescue copy: what was not saved comes before what was."""
    incoming = Incoming()
    categories: dict[str, Category] = {}
    taken: dict[str, tuple[bool, Highlight | Note]] = {}
    for place, line in enumerate(content.splitlines()[1:], 2):
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
            taken[record.id] = saved, record
    for _, record in taken.values():
        key = record.category if isinstance(record, Highlight) else ""
        category = categories.get(key, Category(key, key, "violet", "•", 0)) if key else None
        incoming.found.append(Found(record, category, frozenset()))
    return incoming
