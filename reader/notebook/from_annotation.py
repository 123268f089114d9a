"""One W3C annotation as a record of ours: all of it is checked, because anybody may have written it."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any, NamedTuple

from reader.notebook.annotations import KINDS, VERSIONS
from reader.notebook.fit import Json, Unfit, checked, first_text, listed, string
from reader.notebook.from_bodies import said
from reader.notebook.from_target import Target
from reader.notebook.records import Category, Highlight, Note

_ID_LENGTH = 16
_LONGEST_NAME = 200
_AHEAD = timedelta(days=1)
"""How far a colleague's clock may be ahead: a wrong time zone, and not a wrong year."""


class Found(NamedTuple):
    """A record that can be taken.

    It comes with its category as it was there, when each of its forms was made, the names of those who wrote
    it, where it stood in the file, from 1, and what it was called there. `is_dated` says that its time is its
    own.
    """

    record: Highlight | Note
    category: Category | None
    versions: frozenset[str]
    names: tuple[str, ...] = ()
    place: int = 0
    name: str = ""
    is_dated: bool = True


def found(item: Any) -> Found:
    """Return the record of an annotation; Unfit if it is not as it should be."""
    if not isinstance(item, dict):
        raise Unfit("It is no annotation.")
    target = Target(item)
    kind, record_id = _name(item, Note if not target.is_passage else Highlight)
    agreement = target.agreement()
    names = tuple(dict.fromkeys(_names(item)))
    times = _times(item)
    about = *map(_time, times), checked(", ".join(names), _LONGEST_NAME)
    versions, is_dated = _versions(item), times[1] is not None
    words, tags, category = said(item)
    if kind is Note:
        note = Note(record_id, agreement, target.principle(), words, tags, *about)
        return Found(note._replace(heading=target.heading()), None, versions, names, is_dated=is_dated)
    if not target.is_passage:
        raise Unfit("It does not say which words it is about.")
    highlight = Highlight(record_id, agreement, target.selector(), category.id, words, tags, *about)
    return Found(highlight, category, versions, names, is_dated=is_dated)


def _name(item: Json, kind: type[Highlight] | type[Note]) -> tuple[type[Highlight] | type[Note], str]:
    """Return the kind of a record and its id; that of another program's is made of its whole name."""
    name = string(item, "id", required=False)
    for each, beginning in KINDS.items():
        rest = name.removeprefix(beginning)
        if rest != name and len(rest) == _ID_LENGTH and set(rest) <= set("0123456789abcdef"):
            return each, rest
    whole = name or json.dumps([item.get("target"), item.get("created")], sort_keys=True)
    return kind, sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:_ID_LENGTH]


def _times(item: Json) -> tuple[Any, Any]:
    """Return when it was made and changed, as it says itself or one of its bodies does; None for nowhere."""
    holders = [item, *(body for body in listed(item.get("body")) if isinstance(body, dict))]
    created, modified = (
        next((one[name] for one in holders if one.get(name) is not None), None)
        for name in ("created", "modified")
    )
    made, changed = (modified if created is None else created), (created if modified is None else modified)
    return (changed, changed) if _time(changed) < _time(made) else (made, changed)


def _time(value: Any) -> str:
    """Return a time as records have it: that of its coming in for one that nobody dated.

    So is one that is far ahead, or it would win for ever.
    """
    now = datetime.now(UTC)
    if value is None:
        return now.isoformat(timespec="milliseconds")
    if not isinstance(value, str) or len(value) > 40:
        raise Unfit("It does not say legibly when it was made.")
    try:
        time = datetime.fromisoformat(value.strip())
        time = (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise Unfit("It does not say legibly when it was made.") from error
    return (now if time > now + _AHEAD else time).isoformat(timespec="milliseconds")


def _names(item: Json) -> Iterator[str]:
    for each in listed(item.get("creator")):
        told = [each.get(key) for key in ("name", "nickname", "id")] if isinstance(each, dict) else [each]
        name = " ".join(checked(first_text(*told), _LONGEST_NAME).split())
        if name:
            yield name


def _versions(item: Json) -> frozenset[str]:
    return frozenset(each for each in listed(item.get(VERSIONS)) if isinstance(each, str))
