"""Highlights where they stand: which part of which leaf each covers, and where its reference goes."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reader.text.agreement import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A highlight that has its place in the edition; `reference` names its footnote."""

    start: int
    end: int
    reference: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in one leaf: the spans covered, and at which offsets which references stand."""

    covered: tuple[Span, ...] = ()
    references: tuple[tuple[int, str], ...] = ()

    def references_at(self, offset: int) -> str:
        """Return the references that stand at this offset, as Markdown."""
        return "".join(f"[^{name}]" for at, name in self.references if at == offset)


@dataclass(slots=True)
class _Gathered:
    covered: list[Span] = field(default_factory=list)
    references: list[tuple[int, str]] = field(default_factory=list)


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the span without the whitespace at its edges; an empty span when there is nothing else."""
    while start < end and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def marks_by_leaf(text: str, spans: Sequence[Span], passages: Iterable[Passage]) -> Mapping[Span, Marks]:
    """Divide the passages among the leaves, whose spans stand in reading order.

    A passage covers a piece of every leaf it touches; its reference stands after the last piece. One that
    covers nothing but whitespace has its reference after the word before it, so that none is left out.
    """
    starts, ends = [span[0] for span in spans], [span[1] for span in spans]
    gathered: defaultdict[Span, _Gathered] = defaultdict(_Gathered)
    for passage in sorted(passages, key=lambda p: (p.start, p.end, p.reference)):
        touched = spans[bisect_right(ends, passage.start) : bisect_left(starts, passage.end)]
        nearest = spans[max(0, bisect_right(starts, passage.start) - 1)]
        leaf, at = _cover(text, touched, passage, gathered) or (nearest, _word_end(text, nearest, passage))
        gathered[leaf].references.append((at, passage.reference))
    return {leaf: Marks(tuple(g.covered), tuple(g.references)) for leaf, g in gathered.items()}


def _cover(
    text: str, touched: Sequence[Span], passage: Passage, gathered: Mapping[Span, _Gathered]
) -> tuple[Span, int] | None:
    """Mark the passage in every leaf; return the last of them with the offset where it ends."""
    last = None
    for leaf in touched:
        start, end = trimmed(text, max(leaf[0], passage.start), min(leaf[1], passage.end))
        if start < end:
            gathered[leaf].covered.append((start, end))
            last = leaf, end
    return last


def _word_end(text: str, leaf: Span, passage: Passage) -> int:
    first, last = trimmed(text, *leaf)
    at = max(first, min(passage.start, last))
    while at > first and text[at - 1].isspace():
        at -= 1
    return at
