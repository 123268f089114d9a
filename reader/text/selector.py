"""Describe a passage so that it can be found again, or be said to be lost."""

from typing import NamedTuple, Protocol

CONTEXT = 32
"""How many code points before and after a passage are kept to tell it from its likes."""


class Selector(NamedTuple):
    """Where a passage is: its place and its words, in the edition with this digest."""

    start: int
    end: int
    quote: str
    before: str
    after: str
    digest: str


def describe(text: str, start: int, end: int, digest: str) -> Selector:
    """Describe the passage `text[start:end]`; ValueError if it is empty or outside the text."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no passage at {start}-{end} in a text of {len(text)}")
    before = text[max(0, start - CONTEXT) : start]
    after = text[end : end + CONTEXT]
    return Selector(start, end, text[start:end], before, after, digest)


class Described(Protocol):
    """What a passage is found by: its place, its words and what stands around them."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102
    @property
    def quote(self) -> str: ...  # noqa: D102
    @property
    def before(self) -> str: ...  # noqa: D102
    @property
    def after(self) -> str: ...  # noqa: D102


def find(selector: Described, text: str) -> tuple[int, int] | None:
    """Find the passage: at its place with equal words, else the one place with its words and context.

    Returns None when it is lost: a passage is never placed where only some of its words are, nor at one of
    several equal places.
    """
    if _stands_at(selector, text, selector.start):
        return selector.start, selector.start + len(selector.quote)
    framed = selector.before + selector.quote + selector.after
    first = text.find(framed)
    if first < 0 or text.find(framed, first + 1) >= 0:
        return None
    start = first + len(selector.before)
    return start, start + len(selector.quote)


class Dated(Described, Protocol):
    """A passage that knows the edition it was taken from."""

    @property
    def digest(self) -> str: ...  # noqa: D102


def place(selector: Dated, text: str, digest: str) -> tuple[int, int] | None:
    """Return where a passage stands in the edition that it was taken from; None in any other.

    What became of it in another edition is for a mapping to say: its words alone may stand in a clause that
    is only like the one it was in.
    """
    if selector.digest == digest and _stands_at(selector, text, selector.start):
        return selector.start, selector.start + len(selector.quote)
    return None


def _stands_at(selector: Described, text: str, start: int) -> bool:
    begin = start - len(selector.before)
    return begin >= 0 and text.startswith(selector.before + selector.quote + selector.after, begin)


def occurrences(text: str, quote: str) -> list[int]:
    """Return the start of every place where the quote stands, overlapping ones too."""
    starts = []
    start = text.find(quote)
    while start >= 0 and quote:
        starts.append(start)
        start = text.find(quote, start + 1)
    return starts
