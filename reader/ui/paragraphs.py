"""Which paragraphs of two passages that answer each other are the same, so that panes keep them level."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.compare.segments import Segment
from reader.text.agreement import Edition, Span


class Meeting(NamedTuple):
    """Two places that stand level: code points of the older text and of the newer."""

    older: int
    newer: int


def meetings(
    one: Edition, other: Edition, left: Span, right: Span, segments: Iterable[Segment]
) -> list[Meeting]:
    """Return where paragraphs begin that have most of their letters in common, in the order of both texts.

    `left` and `right` are two passages that answer each other, `segments` their collation. Of a paragraph
    that was parted or joined the longest part counts.
    """
    ours, theirs = _starts(one, left), _starts(other, right)
    shared = _shared(ours, theirs, right, segments)
    most_left: dict[int, int] = {}
    most_right: dict[int, int] = {}
    for at, to in sorted(shared, key=lambda pair: (shared[pair], -pair[0], -pair[1])):
        most_left[at], most_right[to] = to, at
    both = sorted((at, to) for at, to in most_left.items() if most_right[to] == at)
    return [Meeting(ours[at], theirs[to]) for at, to in _rising(both)]


def _starts(edition: Edition, span: Span) -> list[int]:
    first, last = (bisect_left(edition.blocks, at, key=lambda block: block.start) for at in span)
    return [block.start for block in edition.blocks[first:last]]


def _shared(
    ours: Sequence[int], theirs: Sequence[int], right: Span, segments: Iterable[Segment]
) -> Counter[tuple[int, int]]:
    """Count the letters that each paragraph of the one has in common with each of the other."""
    found: Counter[tuple[int, int]] = Counter()
    for (begin, end), to in _kept(right, segments):
        while begin < end:
            at, there = bisect_right(ours, begin) - 1, bisect_right(theirs, to) - 1
            rest = [end - begin]
            rest += [ours[at + 1] - begin] if at + 1 < len(ours) else []
            rest += [theirs[there + 1] - to] if there + 1 < len(theirs) else []
            if at >= 0 and there >= 0:
                found[at, there] += min(rest)
            begin, to = begin + min(rest), to + min(rest)
    return found


def _kept(right: Span, segments: Iterable[Segment]) -> Iterator[tuple[Span, int]]:
    """Give what the second passage still has of the first, and where: also what moved within it."""
    for segment in segments:
        if segment.op == "equal":
            yield segment.left, segment.right[0]
        elif segment.other and segment.left[0] < segment.left[1] and right[0] <= segment.other[0] < right[1]:
            yield segment.left, segment.other[0]


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the most pairs that rise on both sides (Schensted 1961); they come in the order of the first."""
    lowest: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, to) in enumerate(pairs):
        at = bisect_left(lowest, to)
        before.append(ends[at - 1] if at else -1)
        lowest[at : at + 1], ends[at : at + 1] = [to], [number]
    found, number = [], ends[-1] if ends else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]
