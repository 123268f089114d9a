"""Folded text that remembers where each of its code points stood, since folding can change lengths."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.text.agreement import Span
from reader.text.words import fold


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `starts` and `ends` give for each of its code points where it came from."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Return the span of the original that holds this span of the folded text, which is not empty."""
        return self.starts[start], self.ends[end - 1]


def folded(text: str) -> Folded:
    """Fold a text as `reader.text.words.fold` does, and keep the way back."""
    if _keeps_places(text):
        return Folded(fold(text), range(len(text)), range(1, len(text) + 1))
    pieces, starts, ends = [], [], []
    for start, end in _clusters(text):
        piece = fold(text[start:end])
        pieces.append(piece)
        starts += [start] * len(piece)
        ends += [end] * len(piece)
    return Folded("".join(pieces), starts, ends)


def _keeps_places(text: str) -> bool:
    """Say whether folding turns each code point into one: case folding never shortens, the others do."""
    return (
        len(text.casefold()) == len(text) and "\u00ad" not in text and unicodedata.is_normalized("NFC", text)
    )


def _clusters(text: str) -> Iterable[Span]:
    """Divide the text where normalising the parts gives the same as normalising the whole."""
    start, end, cluster = 0, 0, ""
    for at, sign in enumerate(text):
        if fold(sign) == "":
            continue
        if cluster and _parts(cluster, sign):
            yield start, end
            cluster = ""
        start = start if cluster else at
        cluster, end = cluster + sign, at + 1
    if cluster:
        yield start, end


def _parts(cluster: str, sign: str) -> bool:
    if unicodedata.combining(sign):
        return False
    apart = unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", sign)
    return unicodedata.normalize("NFC", cluster + sign) == apart
