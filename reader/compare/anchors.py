"""Where two long texts certainly meet: at passages that stand once in each and keep their order.

After Bram Cohen's patience diff, with the heaviest instead of the longest chain, so that one long sentence
is not given up for two short ones.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from reader.compare.chains import Match, heaviest_chain
from reader.compare.tokens import Tokens, same_start
from reader.text.agreement import Span
from reader.text.progress import Progress

_FEWEST = 3  # words of a sentence that can hold two texts together
_PHRASE = 5  # words of a phrase that can
_STRETCH = 20_000  # words gone through before the progress is told


class Region(NamedTuple):
    """The words `left` to `left_end` of one text beside the words `right` to `right_end` of the other."""

    left: int
    left_end: int
    right: int
    right_end: int

    @property
    def cells(self) -> int:
        """How many pairs of words there are: what comparing all of them costs."""
        return (self.left_end - self.left) * (self.right_end - self.right)


def same_ends(one: Tokens, other: Tokens, region: Region, _: Progress) -> list[Match]:
    """Return what is the same at the beginning and at the end of both texts."""
    ours, theirs = one.code[region.left : region.left_end], other.code[region.right : region.right_end]
    first = same_start(ours, theirs)
    last = same_start(ours[first:][::-1], theirs[first:][::-1])
    found = [
        Match(region.left, region.right, first),
        Match(region.left_end - last, region.right_end - last, last),
    ]
    return [match for match in found if match.size]


def same_sentences(one: Tokens, other: Tokens, region: Region, progress: Progress) -> list[Match]:
    """Return the sentences that stand once in each, as far as they come in the same order."""
    ours = _places(one, sentences_in(one, region.left, region.left_end), progress)
    theirs = _places(other, sentences_in(other, region.right, region.right_end), progress)
    both = [sentence for sentence in ours if len(sentence) >= _FEWEST and sentence in theirs]
    return heaviest_chain([Match(ours[it], theirs[it], len(it)) for it in both], progress)


def sentences_in(tokens: Tokens, first: int, last: int) -> list[Span]:
    """Return the sentences of a stretch of words, cut where the stretch is."""
    inner = tokens.sentences
    cuts = [first, *inner[bisect_left(inner, first + 1) : bisect_left(inner, last)], last]
    return list(pairwise(cuts))


def same_phrases(one: Tokens, other: Tokens, region: Region, progress: Progress) -> list[Match]:
    """Return the phrases that stand once in each, as far as they come in the same order, at full length."""
    ours = _places(one, _phrases(region.left, region.left_end), progress)
    theirs = _places(other, _phrases(region.right, region.right_end), progress)
    runs = _joined(ours, theirs, progress)
    found: list[Match] = []
    for run in heaviest_chain(runs, progress):
        # Where words repeat themselves, two runs can overlap by some words of a phrase.
        over = max(0, *(_over(found[-1], run) if found else (0, 0)))
        if run.size > over:
            found.append(Match(run.left + over, run.right + over, run.size - over))
    return found


def _over(before: Match, run: Match) -> Span:
    return before.left + before.size - run.left, before.right + before.size - run.right


def _phrases(first: int, last: int) -> Iterable[Span]:
    return ((at, at + _PHRASE) for at in range(first, last - _PHRASE + 1))


def _joined(ours: Mapping[str, int], theirs: Mapping[str, int], progress: Progress) -> list[Match]:
    """Join the phrases of both texts that go on from one word to the next."""
    runs: list[Match] = []
    last = Match(-1, -1, 0)
    for phrase, left in progress.through(ours.items(), _STRETCH):
        right = theirs.get(phrase)
        if right is None:
            continue
        if runs and (left, right) == (last.left + 1, last.right + 1):
            runs[-1] = runs[-1]._replace(size=runs[-1].size + 1)
        else:
            runs.append(Match(left, right, _PHRASE))
        last = Match(left, right, 0)
    return runs


def _places(tokens: Tokens, spans: Iterable[Span], progress: Progress) -> dict[str, int]:
    """Return where each of these stretches of words begins, if it stands there alone; in order."""
    places: dict[str, int] = {}
    again: set[str] = set()
    for first, last in progress.through(spans, _STRETCH):
        stretch = tokens.code[first:last]
        if stretch in places:
            again.add(stretch)
        places[stretch] = first
    for stretch in again:
        del places[stretch]
    return places
