"""Matches as a person would mark them: no lone words between changes, and changes that begin where a
sentence does."""

from collections.abc import Sequence

from reader.compare.anchors import Region
from reader.compare.chains import Match
from reader.compare.tokens import NONE, SENTENCE, Tokens
from reader.text.progress import Progress

_FEW = 2  # words that say little when they stand alone
_SHORT = 12  # code points of them
_SOME = 4  # words that say little in the middle of something else
_TIMES = 4
_FARTHEST = 60  # words that a change is slid over


def smooth(
    one: Tokens, other: Tokens, region: Region, matches: Sequence[Match], progress: Progress
) -> list[Match]:
    """Return the matches of a region without the accidental ones, each where it reads best."""
    joined = _joined(matches, progress.part(0, 0.2))
    told = _told(one, other, region, joined, progress.part(0.2, 0.8))
    return _slid(one, other, region, told, progress.part(0.8, 1))


def _joined(matches: Sequence[Match], progress: Progress) -> list[Match]:
    """Join the matches that follow each other without a change between."""
    joined: list[Match] = []
    for match in progress.through(matches):
        last = joined[-1] if joined else None
        if last and (last.left + last.size, last.right + last.size) == match[:2]:
            joined[-1] = last._replace(size=last.size + match.size)
        else:
            joined.append(match)
    return joined


def _told(
    one: Tokens, other: Tokens, region: Region, matches: Sequence[Match], progress: Progress
) -> list[Match]:
    """Leave out what is the same by accident: a few words between changes that are larger than they are."""
    kept = [Match(region.left, region.right, 0)]
    for match in progress.through([*matches, Match(region.left_end, region.right_end, 0)]):
        while len(kept) > 1:
            before = _change(one, other, kept[-2], kept[-1])
            after = _change(one, other, kept[-1], match)
            if not _says_little(one, other, kept[-1], min(before, after)):
                break
            kept.pop()
        kept.append(match)
    return kept[1:-1]


def _change(one: Tokens, other: Tokens, before: Match, after: Match) -> int:
    """Return how many code points were taken away or put in between two matches, whichever is more."""
    return max(
        one.width(before.left + before.size, after.left),
        other.width(before.right + before.size, after.right),
    )


def _says_little(one: Tokens, other: Tokens, match: Match, change: int) -> bool:
    """Judge a match by its words, its size and the smaller of the changes around it, in code points."""
    size = one.width(match.left, match.left + match.size)
    if not change:
        return False
    if match.size <= _FEW:
        return size <= max(change, _SHORT)
    opens = min(one.before[match.left], other.before[match.right]) >= SENTENCE
    return match.size <= _SOME and size * _TIMES <= change and not opens


def _slid(
    one: Tokens, other: Tokens, region: Region, matches: Sequence[Match], progress: Progress
) -> list[Match]:
    """Move each passage that was only put in, or only taken away, to where a sentence or clause begins."""
    if not matches:
        return []
    slid = [*matches, Match(region.left_end, region.right_end, 0)]
    for at in progress.through(range(len(matches))):
        before, after = slid[at], slid[at + 1]
        step = _best_step(one, other, before, after)
        slid[at] = before._replace(size=before.size + step)
        slid[at + 1] = Match(after.left + step, after.right + step, after.size - step)
    return [match for match in slid if match.size]


def _best_step(one: Tokens, other: Tokens, before: Match, after: Match) -> int:
    """Return by how many words the change between two matches should go to the right, or left if negative."""
    left, right = before.left + before.size, before.right + before.size
    if left == after.left and right < after.right:
        return _step(other, right, after.right, before.size - 1, after.size - 1)
    if right == after.right and left < after.left:
        return _step(one, left, after.left, before.size - 1, after.size - 1)
    return 0


def _step(tokens: Tokens, first: int, last: int, room_before: int, room_after: int) -> int:
    best, strength = 0, tokens.before[first] + tokens.before[last]
    for direction, room in ((-1, room_before), (1, room_after)):
        for far in range(1, min(room, _FARTHEST) + 1):
            step = far * direction
            edge = step - max(0, direction)
            if tokens.code[first + edge] != tokens.code[last + edge]:
                break
            here = tokens.before[first + step] + tokens.before[last + step]
            if here > max(strength, NONE):
                best, strength = step, here
    return best
