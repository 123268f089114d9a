"""A text as its words: each one sign of a code, so that equal words are equal signs.

Words decide what answers what; punctuation and white space are the gaps between them.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from reader.text.agreement import Span
from reader.text.progress import Progress
from reader.text.words import fold

# A figure with its separators, or a word as search knows it. Combining marks and soft hyphens belong to the
# word they stand in, because texts are kept as composed or decomposed as they came.
_LETTER = "[\\w\u0300-\u036f\u00ad]"
_WORD = re.compile(rf"(\d+(?:[.,]\d+)*(?!{_LETTER})|{_LETTER}+(?:[-’'.]{_LETTER}+)*)")
_CHUNK = 50_000
_FIRST_SIGN = 0xE000  # above the surrogates
_LAST_SIGN = 0x10FFFF

PARAGRAPH, SENTENCE, CLAUSE, NONE = 3, 2, 1, 0
"""How strong a boundary a gap is."""
_BEGINS = re.compile(rb"[\x02\x03]")


class Tokens(NamedTuple):
    """The words of a text: `code` has one sign for each; `starts` and `ends` are in code points.

    `before` tells for each word, and for the end, how strong the boundary in front of it is. `sentences` are
    the words that begin one, and the number of words as the last.
    """

    text: str
    code: str
    starts: "array[int]"
    ends: "array[int]"
    before: bytes
    sentences: "array[int]"

    def within(self, span: Span) -> Span:
        """Return the words that lie wholly in a span of the text: first, and one past the last."""
        first = bisect_left(self.starts, span[0])
        return first, max(first, bisect_right(self.ends, span[1]))

    def width(self, first: int, last: int) -> int:
        """Return how many code points the words from first to last, excluded, take; 0 for none."""
        return self.ends[last - 1] - self.starts[first] if last > first else 0


class Signs(dict[str, str]):
    """Gives each thing a sign.

    After a million different things the last sign is shared by all others: what has the same sign need not
    be the same, and who draws it looks again.
    """

    def __missing__(self, thing: str) -> str:
        sign = self[thing] = chr(min(_FIRST_SIGN + len(self), _LAST_SIGN))
        return sign


class WordSigns(Signs):
    """Gives each word a sign; words that are the same when folded share one."""

    def __missing__(self, word: str) -> str:
        folded = fold(word)
        sign = self[word] = self.get(folded) or super().__missing__(folded)
        return sign


class _Ranks(dict[str, int]):
    def __missing__(self, gap: str) -> int:
        rank = self[gap] = _rank(gap)
        return rank


def _rank(gap: str) -> int:
    if "\n" in gap:
        return PARAGRAPH
    if not gap.strip() or not re.search(r"[^\w\s\-–/]", gap):
        return NONE
    return SENTENCE if re.search(r"[.!?…][\"”’»)\]]*\s", gap) else CLAUSE


def tokenise(text: str, signs: WordSigns, progress: Progress) -> Tokens:
    """Return the words of a text; texts to be compared share their signs."""
    starts, ends, before, code = array("I"), array("I"), bytearray([PARAGRAPH]), []
    ranks = _Ranks()
    for begin, end in _chunks(text):
        pieces = _WORD.split(text[begin:end])
        edges = array("I", accumulate(map(len, pieces), initial=begin))
        starts += edges[1:-1:2]
        ends += edges[2:-1:2]
        code.append("".join(map(signs.__getitem__, pieces[1::2])))
        before[-1] = max(before[-1], ranks[pieces[0]])
        before += bytes(map(ranks.__getitem__, pieces[2::2]))
        progress(end / len(text))
    before[-1] = PARAGRAPH
    sentences = array("I", (found.start() for found in progress.through(_BEGINS.finditer(before), 20_000)))
    return Tokens(text, "".join(code), starts, ends, bytes(before), sentences)


def _chunks(text: str) -> Iterator[Span]:
    """Divide a text where no word is: after a line end or a space, if there is one."""
    begin = 0
    while begin < len(text):
        end = begin + _CHUNK
        if end < len(text):
            cut = max(text.rfind("\n", begin, end), text.rfind(" ", begin, end))
            end = cut + 1 if cut >= 0 else len(text)
        yield begin, min(end, len(text))
        begin = end


def same_start(one: str, other: str) -> int:
    """Return how many signs two strings have in common at their start; by halving, as fast as memory is."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
