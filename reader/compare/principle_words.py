"""What the word “princip” stands for: a set by its name, that set again, one of it, or others.

Danish grammar only: which set or which principle is meant is told elsewhere.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.compare.principle_sets import SetNames, name_words
from reader.compare.sentences import Sentences
from reader.text.agreement import Edition
from reader.text.words import placed_words

_HEAD = re.compile(
    r"(?<![\w-])(?P<compound>[\w-]*)princip(?P<ending>per|pers|perne|pernes|pet|pets|s|)(?!\w)", re.IGNORECASE
)
_NUMERALS = r"\d{1,2}|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv"
_BEFORE = re.compile(
    rf"(?<!\w)(?P<counted>(?:(?:de|disse|alle|begge|samtlige) )?(?:(?:en række|nogle|flere|{_NUMERALS}) )?)"
    r"(?:sæt )?(?P<earlier>(?:tidligere|hidtidige|oprindelige) )?(?:(?:\w+(?:te|ede)|fælles|nye) )?$",
    re.IGNORECASE,
)
_LONGEST_BEFORE = 60
_LONGEST_NAME = 200
_WHAT_FOR = re.compile(r" (?:for|om|bag|vedrørende) (?!at\b)", re.IGNORECASE)
_GOES_ON = re.compile(r" (?:for|om|i|bag|med|at|ved|der)\b", re.IGNORECASE)
_WORDS = ("et", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti")
_NUMBER = re.compile(
    rf"(?:,| og| samt| eller)? (?:nr\. ?)?(?P<number>\d{{1,2}}|{'|'.join(_WORDS)})(?![\w%]|[.,]\d)",
    re.IGNORECASE,
)
_ORDINALS = (
    "første",
    "andet",
    "tredje",
    "fjerde",
    "femte",
    "sjette",
    "syvende",
    "ottende",
    "niende",
    "tiende",
)
_ORDINAL = re.compile(rf"(?<!\w)(?:det )?(?P<which>{'|'.join(_ORDINALS)}|\d{{1,2}}\.) $", re.IGNORECASE)
_IN_PRINCIPLE = re.compile(r"(?<!\w)i $", re.IGNORECASE)


class Said(NamedTuple):
    """What is said where, in code points. `what` is

    `set`, by its name; `those`, the set spoken of before; `one`, by its `number`; `this`, without one;
    `titled`, where its title may follow; `others`, several that are not ours; `other`, one that is not.
    `earlier` says that they are called earlier ones.
    """

    start: int
    end: int
    what: str
    number: int = 0
    earlier: bool = False


class PrincipleWords:
    """Reads what a text says of principles, whichever they are."""

    def __init__(self, edition: Edition, names: SetNames, sentences: Sentences) -> None:
        self._edition = edition
        self._text = edition.text
        self._names = names
        self._sentences = sentences

    def said(self) -> Iterator[Said]:
        """Return everywhere that the word stands in any form, unless nothing particular is meant."""
        for head in _HEAD.finditer(self._text):
            several = head["ending"].casefold().startswith("per")
            if head["compound"]:
                yield Said(*head.span(), "others" if several else "other")
            elif numbers := list(self._numbers(head.end())):
                yield numbers[0]._replace(start=head.start())
                yield from numbers[1:]
            else:
                yield from self._several(head) if several else self._one(head)

    def _numbers(self, end: int) -> Iterator[Said]:
        """Return what the numbers after the word name: “princip 3”, “principperne 2 og 5”."""
        while number := _NUMBER.match(self._text, end):
            end = number.end()
            yield Said(number.start("number"), end, "one", _counted(number["number"]))

    def _several(self, head: re.Match[str]) -> Iterator[Said]:
        before = self._before(head, _BEFORE)
        start = before.start() if before else head.start()
        earlier = bool(before and before["earlier"])
        if purpose := _WHAT_FOR.match(self._text, head.end()):
            end = self._name_end(purpose.end())
            yield Said(start, end, "set", earlier=earlier) if end else Said(*head.span(), "others")
        elif (before and before["counted"]) or head["ending"].casefold().startswith("perne"):
            yield Said(start, head.end(), "those", earlier=earlier)

    def _before(self, head: re.Match[str], pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return what is before the word, in its block; nothing before a capital, which begins a heading."""
        if head[0][0].isupper():
            return None
        least = max(self._edition.block_at(head.start()).start, head.start() - _LONGEST_BEFORE)
        return pattern.search(self._text, least, head.start())

    def _name_end(self, start: int) -> int:
        """Return where the name of a set that starts here ends; 0 if there is none."""
        until = min(self._sentences.around(start)[1], start + _LONGEST_NAME)
        placed = placed_words(self._text, start, until)
        halves = [(half, end) for word, _, end in placed for half in name_words(word)]
        count = self._names.length([half for half, _ in halves])
        return halves[count - 1][1] if count else 0

    def _one(self, head: re.Match[str]) -> Iterator[Said]:
        start, end = head.span()
        if ordinal := self._before(head, _ORDINAL):
            yield Said(ordinal.start(), end, "one", _counted(ordinal["which"]))
        elif _WHAT_FOR.match(self._text, end):
            yield Said(start, end, "titled")
        elif head["ending"] and not _GOES_ON.match(self._text, end) and not self._before(head, _IN_PRINCIPLE):
            yield Said(start, end, "this")
        else:
            yield Said(start, end, "other")


def _counted(ordinal: str) -> int:
    figure = ordinal.rstrip(".").casefold()
    if figure.isdigit():
        return int(figure)
    return (_WORDS if figure in _WORDS else _ORDINALS).index(figure) + 1
