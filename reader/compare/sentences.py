"""Where a sentence begins and ends: what is said of one thing is said within it."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from reader.text.agreement import Edition, Span

# A stop before a capital; those of the abbreviations that are followed by names or numbers end nothing.
_END = re.compile(r"(?<!\bjf)(?<!\bnr)(?<!\bbl\.a)(?<!\bca)[.!?:;][\"”’»)]*\s+(?=[\"”“»(]?[A-ZÆØÅÉ])")


class Sentences:
    """The sentences of an edition, none beyond its block."""

    def __init__(self, edition: Edition) -> None:
        self._starts = list(_starts(edition))
        self._length = len(edition.text)

    def around(self, offset: int) -> Span:
        """Return where the sentence around a code point begins, and where the next one does."""
        at = bisect_right(self._starts, offset)
        return self._starts[at - 1] if at else 0, self._starts[at] if at < len(self._starts) else self._length


def _starts(edition: Edition) -> Iterator[int]:
    for block in edition.blocks:
        yield block.start
        yield from (end.end() for end in _END.finditer(edition.text, block.start, block.end))
