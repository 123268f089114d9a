"""The words of the library, as evidence for what a hyphen at the end of a line means."""

import re
from collections import Counter
from collections.abc import Iterable

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PARTED = re.compile(r"(?<!\S)\S*-[ \t]*\n\s*\S*")
CONJUNCTIONS = frozenset(("og", "eller", "samt", "og/eller", "and", "or"))
_SHORT_PREFIX = 3


class Lexicon:
    """Counts the words that stand whole inside lines, joined and hyphenated ones alike."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._exact: Counter[str] = Counter()
        self._count: Counter[str] = Counter()
        self._prefixes: Counter[str] = Counter()
        for text in texts:
            self._exact.update(found.group() for found in _TOKEN.finditer(_PARTED.sub(" ", text)))
        for word, times in self._exact.items():
            self._count[word.casefold()] += times
            if "-" in word:
                self._prefixes[word.split("-")[0].casefold()] += times

    def count(self, word: str) -> int:
        """Return how often a word stands in the library, whatever its case."""
        return self._count[word.casefold()]

    def ordinary(self, word: str) -> bool:
        """Say whether a capitalised word is one that is small inside a sentence, so that it begins one."""
        small = word[:1].lower() + word[1:]
        return small != word and self._exact[small] > 0

    def joint(self, left: str, right: str) -> str:
        """Return what stands between two halves of a word that were parted after a hyphen.

        `left` is the word before the line end, without its hyphen; `right` the word after it. The answer is
        nothing (one word), a hyphen (`DUT-princippet`), or a hyphen and a space (`drifts- og`).
        """
        if right.casefold() in CONJUNCTIONS:
            return "- "
        head = left.rsplit("-", 1)[-1].lstrip("([»”\"'")
        if not head or not right or _keeps_its_hyphen(head, right):
            return "-"
        return "-" if self._hyphenated(head, right) else ""

    def _hyphenated(self, head: str, right: str) -> bool:
        one = self.count(head + right)
        two = self.count(f"{head}-{right}")
        if one or two:
            return two > one
        return len(head) <= _SHORT_PREFIX and self._prefixes[head.casefold()] > 0 and self.count(right) > 0


def _keeps_its_hyphen(head: str, right: str) -> bool:
    acronym = len(head) > 1 and head.isupper()
    return head[-1].isdigit() or right[0].isdigit() or right[0].isupper() or acronym
