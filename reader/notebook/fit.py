"""What a value from outside must be like to be kept: told in a sentence where it is not."""

from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]

_LONGEST = 1_000_000
"""How many code points a text in a record may have."""


class Unfit(Exception):  # noqa: N818 - read as a sentence: "raise Unfit"
    """One record is not as it should be; the text says what."""


def checked(text: str, longest: int = _LONGEST) -> str:
    """Return a text that can be kept; Unfit if it is too long or holds half a character."""
    if len(text) > longest:
        raise Unfit("A text in it is too long.")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise Unfit("A text in it holds half a character.") from error
    return text


def string(values: Mapping[str, Any], name: str, *, required: bool = True) -> str:
    """Return a text by its name, empty for one that is not required and not there; Unfit if it is no text."""
    value = values.get(name)
    if value is None and not required:
        return ""
    if not isinstance(value, str):
        raise Unfit("A part of it that should be words is no text.")
    return value


def listed(value: Any) -> list[Any]:
    """Return what JSON-LD may give as one value or as several: always as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def first_text(*values: Any) -> str:
    """Return the first text among values, or among the members of those that are lists; empty for none."""
    texts = (each for value in values for each in listed(value) if isinstance(each, str) and each)
    return next(texts, "")
