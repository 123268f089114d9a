"""Find in the page: every place where a text holds what was typed."""

import re

from reader.search.folding import folded
from reader.text.agreement import Span
from reader.text.words import fold


def find_all(text: str, query: str) -> list[Span]:
    """Return where the query stands in the text, in order and without overlaps, in code points.

    Case, soft hyphens and ways of composing a letter do not count; whitespace in the query is any whitespace.
    A query of nothing but whitespace is found nowhere.
    """
    needle = fold(query)
    if not needle.strip():
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, re.split(r"\s+", needle))))
    haystack = folded(text)
    hits: list[Span] = []
    for match in pattern.finditer(haystack.text):
        start, end = haystack.span(*match.span())
        if not hits or start >= hits[-1][1]:
            hits.append((start, end))
    return hits
