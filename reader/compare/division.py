"""Two passages divided into segments that give both back to the character."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.compare.anchors import Region
from reader.compare.chains import Match
from reader.compare.segments import Segment, in_order
from reader.compare.tokens import SENTENCE, Tokens, same_start
from reader.text.agreement import Span
from reader.text.progress import Progress

_STRETCH = 200  # matches gone through before the progress is told


class MovedRun(NamedTuple):
    """A run of moved words on one side, its other end, and the number of the passage it belongs to."""

    here: Span
    there: Span
    move: int


class Pair(NamedTuple):
    """Two passages to be divided: the words of both texts, the passages' spans and words, what moved.

    `away` are the runs that left the one passage, `came` those that came into the other, each in order.
    """

    one: Tokens
    other: Tokens
    left: Span
    right: Span
    region: Region
    away: Sequence[MovedRun] = ()
    came: Sequence[MovedRun] = ()


def divided(pair: Pair, matches: Sequence[Match], progress: Progress) -> tuple[Segment, ...]:
    """Divide two passages by the matches of their words."""
    return tuple(in_order(_parts(pair, matches, progress)))


def _parts(pair: Pair, matches: Sequence[Match], progress: Progress) -> Iterator[Segment]:
    at = Match(pair.region.left, pair.region.right, 0)
    place = pair.left[0], pair.right[0]
    for match in progress.through(matches, _STRETCH):
        until = pair.one.starts[match.left], pair.other.starts[match.right]
        yield from _change(pair, at, match, place, until)
        yield from _same_words(pair, *match)
        at = match
        place = (
            pair.one.ends[match.left + match.size - 1],
            pair.other.ends[match.right + match.size - 1],
        )
    end = Match(pair.region.left_end, pair.region.right_end, 0)
    yield from _change(pair, at, end, place, (pair.left[1], pair.right[1]))


class _Change(NamedTuple):
    """What stands between two matches: its place in each text, and where its first and last word are there.

    A side without words has its `words` turned round: from its end to its begin.
    """

    left: Span
    left_words: Span
    right: Span
    right_words: Span


def _change(pair: Pair, before: Match, after: Match, begin: Span, end: Span) -> Iterator[Segment]:
    """Divide what stands between two matches; `begin` and `end` give its place in each of the texts.

    The gaps around the words are compared with each other, so that a comma that stayed is no change.
    """
    at = before.left + before.size, before.right + before.size
    ours = _words_between(pair.one, at[0], after.left, begin[0], end[0])
    theirs = _words_between(pair.other, at[1], after.right, begin[1], end[1])
    change = _Change((begin[0], end[0]), ours, (begin[1], end[1]), theirs)
    if ours[0] < ours[1] and theirs[0] < theirs[1]:
        new = pair.one.before[at[0]] >= SENTENCE, pair.other.before[at[1]] >= SENTENCE
        if new == (True, False) and pair.other.before[after.right] >= SENTENCE:
            return _goes_on_right(pair, change)
        if new == (False, True) and pair.one.before[after.left] >= SENTENCE:
            return _goes_on_left(pair, change)
    return _side_by_side(pair, change)


def _side_by_side(pair: Pair, change: _Change) -> Iterator[Segment]:
    (begin, end), (start, stop) = change.left, change.right
    one, other = pair.one.text, pair.other.text
    first = same_start(one[begin : change.left_words[0]], other[start : change.right_words[0]])
    left, right = begin + first, start + first
    last = same_start(
        one[max(left, change.left_words[1]) : end][::-1],
        other[max(right, change.right_words[1]) : stop][::-1],
    )
    yield Segment("equal", (begin, left), (start, right))
    yield from _gone(pair.away, (left, end - last), right)
    yield from _new(pair.came, (right, stop - last), end - last)
    yield Segment("equal", (end - last, end), (stop - last, stop))


def _goes_on_right(pair: Pair, change: _Change) -> Iterator[Segment]:
    """Divide where the right goes on with its sentence, and the left begins another: the full stop stayed."""
    (begin, _), (start, stop) = change.left, change.right
    last = change.right_words[1]
    size = same_start(pair.one.text[begin : change.left_words[0]], pair.other.text[last:stop])
    yield from _new(pair.came, (start, last), begin)
    yield Segment("equal", (begin, begin + size), (last, last + size))
    rest = last + size, stop
    yield from _side_by_side(
        pair,
        change._replace(left=(begin + size, change.left[1]), right=rest, right_words=rest[::-1]),
    )


def _goes_on_left(pair: Pair, change: _Change) -> Iterator[Segment]:
    """Divide where the left goes on with its sentence, and the right begins another: the full stop stayed."""
    (begin, end), (start, _) = change.left, change.right
    last = change.left_words[1]
    size = same_start(pair.one.text[last:end], pair.other.text[start : change.right_words[0]])
    yield from _gone(pair.away, (begin, last), start)
    yield Segment("equal", (last, last + size), (start, start + size))
    rest = last + size, end
    yield from _side_by_side(
        pair,
        change._replace(left=rest, left_words=rest[::-1], right=(start + size, change.right[1])),
    )


def _words_between(tokens: Tokens, first: int, last: int, begin: int, end: int) -> Span:
    """Return where the first of some words begins and the last of them ends; the end and begin if none."""
    return (tokens.starts[first], tokens.ends[last - 1]) if first < last else (end, begin)


def _gone(runs: Sequence[MovedRun], span: Span, right: int) -> Iterator[Segment]:
    nothing = right, right
    for here, run in _divided(runs, span):
        if run:
            yield Segment("move", here, nothing, run.there, run.move)
        else:
            yield Segment("delete", here, nothing)


def _new(runs: Sequence[MovedRun], span: Span, left: int) -> Iterator[Segment]:
    nothing = left, left
    for here, run in _divided(runs, span):
        if run:
            yield Segment("move", nothing, here, run.there, run.move)
        else:
            yield Segment("insert", nothing, here)


def _divided(runs: Sequence[MovedRun], span: Span) -> Iterator[tuple[Span, MovedRun | None]]:
    """Divide a span at the moved runs that lie in it, a run that reaches beyond it being cut."""
    at, end = span
    for run in runs[bisect_left(runs, at, key=lambda run: run.here[0]) :]:
        if run.here[0] >= end:
            break
        yield (at, run.here[0]), None
        at = min(run.here[1], end)
        yield (run.here[0], at), run
    yield (at, end), None


def _same_words(pair: Pair, left: int, right: int, size: int) -> Iterator[Segment]:
    """Divide words that match: capitals, composed letters, and what stands between may still differ."""
    ours = pair.one.starts[left], pair.one.ends[left + size - 1]
    theirs = pair.other.starts[right], pair.other.ends[right + size - 1]
    if pair.one.text[slice(*ours)] == pair.other.text[slice(*theirs)]:
        yield Segment("equal", ours, theirs)
    elif size == 1:
        yield from _replaced(ours, theirs)
    else:
        half = size // 2
        yield from _same_words(pair, left, right, half)
        yield from _gap(pair, left + half, right + half)
        yield from _same_words(pair, left + half, right + half, size - half)


def _gap(pair: Pair, left: int, right: int) -> Iterator[Segment]:
    """Divide what stands before two words that match."""
    begin, end = pair.one.ends[left - 1], pair.one.starts[left]
    start, stop = pair.other.ends[right - 1], pair.other.starts[right]
    ours, theirs = pair.one.text[begin:end], pair.other.text[start:stop]
    first = same_start(ours, theirs)
    last = same_start(ours[first:][::-1], theirs[first:][::-1])
    yield Segment("equal", (begin, begin + first), (start, start + first))
    yield from _replaced((begin + first, end - last), (start + first, stop - last))
    yield Segment("equal", (end - last, end), (stop - last, stop))


def _replaced(left: Span, right: Span) -> Iterator[Segment]:
    yield Segment("delete", left, (right[0], right[0]))
    yield Segment("insert", (left[1], left[1]), right)
