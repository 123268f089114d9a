"""Which words of two texts are the same words: long texts are divided where they certainly meet, then all
words of what is left between are compared at once."""

from collections.abc import Callable, Iterator, Sequence

from reader.compare.anchors import Region, same_ends, same_phrases, same_sentences, sentences_in
from reader.compare.chains import Match
from reader.compare.tokens import Signs, Tokens
from reader.text.progress import Progress

_AT_ONCE = 2_000 * 2_000
"""Pairs of words up to which a region is compared whole: any principle, and a page or two of an agreement."""
_MOST = 12_000 * 12_000
"""Pairs that are ever compared at once: it takes one bit for each, and well below 50 ms."""
_DEEPEST = 8
_FEWEST = 4  # words in sentences that stand more than once, to hold two texts together

_Way = Callable[[Tokens, Tokens, Region, Progress], list[Match]]


def align(one: Tokens, other: Tokens, region: Region, progress: Progress) -> list[Match]:
    """Return the matches between two stretches of words, in order, none overlapping another.

    Time grows with the length of the texts where they are edits of each other; memory stays below some
    tens of MB.
    """
    found: list[Match] = []
    waiting = [(region, 0)]
    done, total = 0, max(1, _words(region))
    while waiting:
        part, depth = waiting.pop()
        if part.cells > _AT_ONCE and depth < _DEEPEST and (met := _met(one, other, part, progress)):
            found += met
            done += 2 * sum(match.size for match in met)
            waiting += [(rest, depth + 1) for rest in _between(part, met)]
        else:
            for cut in _slices(part):
                found += same_words(one, other, cut)
                done += _words(cut)
                progress(done / total)
    return sorted(found)


def _words(region: Region) -> int:
    return region.left_end - region.left + region.right_end - region.right


def _met(one: Tokens, other: Tokens, region: Region, progress: Progress) -> list[Match]:
    """Return where two long stretches certainly meet, by the first way that tells."""
    ways: Sequence[_Way] = (same_ends, same_sentences, repeated_sentences, same_phrases)
    for way in ways:
        progress(0)
        if meetings := way(one, other, region, progress):
            return meetings
    return []


def _slices(region: Region) -> Iterator[Region]:
    """Divide a region in proportion, so that no part has more pairs of words than can be compared at once."""
    count = 1
    while region.cells > count * count * _MOST:
        count += 1
    left, right = region.left_end - region.left, region.right_end - region.right
    for at in range(count):
        yield Region(
            region.left + left * at // count,
            region.left + left * (at + 1) // count,
            region.right + right * at // count,
            region.right + right * (at + 1) // count,
        )


def _between(region: Region, matches: Sequence[Match]) -> Iterator[Region]:
    left, right = region.left, region.right
    for match in [*matches, Match(region.left_end, region.right_end, 0)]:
        if match.left > left and match.right > right:
            yield Region(left, match.left, right, match.right)
        left, right = match.left + match.size, match.right + match.size


def same_words(one: Tokens, other: Tokens, region: Region) -> list[Match]:
    """Compare all words of a region at once: the most that keep their order (longest common subsequence)."""
    found = _longest(one.code[region.left : region.left_end], other.code[region.right : region.right_end])
    return [Match(region.left + left, region.right + right, size) for left, right, size in found]


def _longest(one: str, other: str) -> list[Match]:
    if not one or not other:
        return []
    # Loading it takes as long as twenty comparisons: only who compares shall pay.
    from rapidfuzz.distance import Indel

    return [
        Match(op.src_start, op.dest_start, op.src_end - op.src_start)
        for op in Indel.opcodes(one, other)
        if op.tag == "equal"
    ]


def repeated_sentences(one: Tokens, other: Tokens, region: Region, _: Progress) -> list[Match]:
    """Return the most sentences that keep their order, where those that stand only once do not tell."""
    ours = sentences_in(one, region.left, region.left_end)
    theirs = sentences_in(other, region.right, region.right_end)
    if len(ours) * len(theirs) > _MOST:
        return []
    signs = Signs()
    codes = (
        "".join(signs[one.code[a:b]] for a, b in ours),
        "".join(signs[other.code[a:b]] for a, b in theirs),
    )
    runs = [
        Match(ours[left][0], theirs[right][0], ours[left + size - 1][1] - ours[left][0])
        for left, right, size in _longest(*codes)
    ]
    return [run for run in runs if run.size >= _FEWEST]
