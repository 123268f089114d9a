"""One W3C annotation as a record of ours: all of it is checked, because anybody may have written it."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, NamedTuple

from reader.notebook.annotations import AGREEMENT, CATEGORY, EDITION, KINDS, PRINCIPLE, VERSIONS, Json
from reader.notebook.records import Category, Highlight, Note
from reader.text.selector import CONTEXT, Selector

_LONGEST = 1_000_000
"""How many code points a text in a record may have."""

_MOST_NUMBER = 1 << 53
_ID_LENGTH = 16
_NOT_SAID = ("tagging", "classifying", "highlighting")
"""Purposes of bodies that are no words on a passage."""


class Found(NamedTuple):
    """A record that can be taken: with its category as it was there, and when each of its forms was made."""

    record: Highlight | Note
    category: Category | None
    versions: frozenset[str]


class Unfit(Exception):  # noqa: N818 - read as a sentence: "raise Unfit"
    """One record is not as it should be; the text says what."""


def found(item: Any) -> Found:
    """Return the record of an annotation; Unfit if it is not as it should be."""
    if not isinstance(item, dict):
        raise Unfit("It is no annotation.")
    kind, record_id = _name(item)
    target = _target(item)
    source = _string(target, "source")
    if not source.startswith(AGREEMENT) or len(source) == len(AGREEMENT):
        raise Unfit("It is not about an agreement that Randnote knows by name.")
    agreement = checked(source.removeprefix(AGREEMENT), 200)
    bodies = _bodies(item)
    said = [_value(body) for body in bodies if body.get("purpose") not in _NOT_SAID and "value" in body]
    words = "\n\n".join(said)
    tags = tuple(dict.fromkeys(_value(body) for body in bodies if body.get("purpose") == "tagging"))
    made, changed = _times(item)
    about = made, changed, _creator(item)
    if kind is Note:
        note = Note(record_id, agreement, _principle(target), words, tags, *about)
        return Found(note, None, _versions(item))
    category = _category(bodies)
    highlight = Highlight(record_id, agreement, _selector(target), category.id, words, tags, *about)
    return Found(highlight, category, _versions(item))


def _name(item: Json) -> tuple[type[Highlight] | type[Note], str]:
    """Return the kind of a record and its id; that of another program's is made of its whole name."""
    name = _string(item, "id", required=False)
    kind: type[Highlight] | type[Note] = Note if _is_about_a_whole(item) else Highlight
    for each, beginning in KINDS.items():
        rest = name.removeprefix(beginning)
        if rest != name and len(rest) == _ID_LENGTH and set(rest) <= set("0123456789abcdef"):
            return each, rest
    whole = name or json.dumps([item.get("target"), item.get("created")], sort_keys=True)
    return kind, sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:_ID_LENGTH]


def _is_about_a_whole(item: Json) -> bool:
    target = item.get("target")
    if isinstance(target, str):
        return True
    selectors = _listed(target.get("selector")) if isinstance(target, dict) else []
    return not any(isinstance(each, dict) and each.get("type") == "TextQuoteSelector" for each in selectors)


def _target(item: Json) -> Json:
    target = item.get("target")
    if isinstance(target, list) and len(target) == 1:
        target = target[0]
    if isinstance(target, str):
        return {"source": target}
    if not isinstance(target, dict):
        raise Unfit("It does not say what it is about.")
    return target


def _selector(target: Json) -> Selector:
    by_type = {
        each.get("type"): each
        for each in _listed(target.get("selector"))
        if isinstance(each, dict) and isinstance(each.get("type"), str)
    }
    quote = by_type.get("TextQuoteSelector")
    if quote is None:
        raise Unfit("It does not say which words it is about.")
    exact = checked(_string(quote, "exact"))
    if not exact:
        raise Unfit("It does not say which words it is about.")
    before = checked(_string(quote, "prefix", required=False))[-CONTEXT:]
    after = checked(_string(quote, "suffix", required=False))[:CONTEXT]
    position = by_type.get("TextPositionSelector")
    start, end = _position(position) if position else (0, 0)
    if end - start != len(exact):
        # Not code points of this edition: the words alone must find it, and the person says if that is right.
        return Selector(0, len(exact), exact, before, after, "")
    return Selector(start, end, exact, before, after, _digest(target))


def _position(position: Json) -> tuple[int, int]:
    start, end = position.get("start"), position.get("end")
    if not _is_number(start) or not _is_number(end):
        raise Unfit("Its place is no number.")
    return int(start or 0), int(end or 0)


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _MOST_NUMBER


def _digest(target: Json) -> str:
    for state in _listed(target.get("state")):
        cached = state.get("cached") if isinstance(state, dict) else None
        if isinstance(cached, str) and cached.startswith(EDITION):
            return checked(cached.removeprefix(EDITION), 200)
    return ""


def _principle(target: Json) -> int | None:
    for selector in _listed(target.get("selector")):
        value = selector.get("value") if isinstance(selector, dict) else None
        if isinstance(value, str) and value.startswith(PRINCIPLE):
            number = value.removeprefix(PRINCIPLE)
            if not number.isascii() or not number.isdigit() or len(number) > 6:
                raise Unfit("The number of its principle is no number.")
            return int(number)
    return None


def _bodies(item: Json) -> list[Json]:
    bodies: list[Json] = []
    for each in _listed(item.get("body", item.get("bodyValue"))):
        if isinstance(each, str):
            bodies.append({"value": each, "purpose": "commenting"})
        elif isinstance(each, dict):
            bodies.append(each)
        else:
            raise Unfit("What it says is no text.")
    return bodies


def _value(body: Json) -> str:
    return checked(_string(body, "value"))


def _category(bodies: Iterable[Json]) -> Category:
    for body in bodies:
        if body.get("purpose") == "classifying":
            said = body.get(CATEGORY)
            about: Mapping[str, Any] = said if isinstance(said, dict) else {}
            parts = (checked(_string(about, name, required=False), 100) for name in ("id", "colour", "sign"))
            key, colour, sign = parts
            name = checked(_string(body, "value"), 200)
            return Category(key or name, name, colour or "violet", sign or "•", 0)
    return Category("", "", "violet", "•", 0)


def _times(item: Json) -> tuple[str, str]:
    made = _time(item.get("created") or item.get("modified"))
    changed = _time(item.get("modified") or item.get("created"))
    return min(made, changed), changed


def _time(value: Any) -> str:
    """Return a time as records have it; one that is still to come is now, or it would win for ever."""
    if not isinstance(value, str) or len(value) > 40:
        raise Unfit("It does not say when it was made.")
    try:
        time = datetime.fromisoformat(value)
        time = (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise Unfit("It does not say when it was made.") from error
    return min(time, datetime.now(UTC)).isoformat(timespec="milliseconds")


def _creator(item: Json) -> str:
    for each in _listed(item.get("creator")):
        name = each.get("name") if isinstance(each, dict) else each
        if isinstance(name, str):
            return " ".join(checked(name, 200).split())
    return ""


def _versions(item: Json) -> frozenset[str]:
    return frozenset(each for each in _listed(item.get(VERSIONS)) if isinstance(each, str))


def _string(values: Mapping[str, Any], name: str, *, required: bool = True) -> str:
    value = values.get(name)
    if value is None and not required:
        return ""
    if not isinstance(value, str):
        raise Unfit(f"Its “{name}” is no text.")
    return value


def checked(text: str, longest: int = _LONGEST) -> str:
    """Return a text that can be kept; Unfit if it is too long or holds half a character."""
    if len(text) > longest:
        raise Unfit("A text in it is too long.")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise Unfit("A text in it holds half a character.") from error
    return text


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
