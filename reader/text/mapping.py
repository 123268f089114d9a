"""Passages of an edition in a later one of the same agreement: placed, to be looked at, or lost.

A passage is placed only where its words are the same and nothing else could be meant. It is not looked for by
likeness: the likest place for a clause that was taken out is the clause beside it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from reader.text.agreement import Span
from reader.text.changed_lines import ChangedLines, Line, changed_lines
from reader.text.kept_lines import kept_lines
from reader.text.kept_words import Changed, Words, words_of
from reader.text.likeness import Likeness, ratio
from reader.text.selector import Described, find, occurrences

PLACED, CHECK, LOST = "placed", "check", "lost"

_LIKELY = 0.4
"""How like a proposal must be to be worth looking at."""

_ELSEWHERE = 0.5
"""How much less sure a proposal is that stands where nothing leads."""


_SUREST = 0.99
"""What is not placed is never quite sure."""

_RIVALLED = 0.5
"""How much less sure a proposal is where another line would do as well."""

_FRAMED, _QUOTED = 0.9, 0.7
"""How sure the words of a passage make a place, with what stood around them and alone."""

_STRETCH = 3
"""How many times longer than a passage of several lines its proposal may be as a whole."""

_FEW = 3
"""How many lines that are akin are looked at for a proposal."""

_MOST = 20
"""How many places with the words of a passage are proposed."""


class Outcome(NamedTuple):
    """What became of a passage: `state` is placed, check or lost.

    `span` is where it stands now, or the proposal for one to be looked at; `sure` is from 0 to 1.
    """

    state: str
    span: Span | None
    sure: float


class Mapping:
    """The comparison of two texts, asked for one passage after the other."""

    def __init__(self, old: str, new: str) -> None:
        self.old = old
        self._new = new
        self._old_lines = _lines(old)
        self._new_lines = _lines(new)
        self._kept = kept_lines(_cut(old, self._old_lines), _cut(new, self._new_lines))
        self._starts = [start for start, _ in self._old_lines]

    def outcome(self, start: int, end: int) -> Outcome:
        """Say what became of the passage `old[start:end]`; ValueError if there is none."""
        if not 0 <= start < end <= len(self.old):
            raise ValueError(f"no passage at {start}-{end} in a text of {len(self.old)}")
        placed = self._placed((start, end))
        if placed is not None and self._new[slice(*placed)] == self.old[start:end]:
            return Outcome(PLACED, placed, 1.0)
        found = self.proposals(start, end)
        return Outcome(CHECK, *found[0]) if found else Outcome(LOST, None, 0.0)

    def _placed(self, span: Span) -> Span | None:
        """Place every line's part of a passage; they must stand one behind the other again."""
        parts = [self._part(line, span) for line in self._touched(span)]
        if any(part is None for part in parts):
            return None
        found = [part for part in parts if part is not None]
        joined = all(one[1] + 1 == other[0] for one, other in pairwise(found))
        # A passage may end with the end of a line.
        rest = max(0, span[1] - self._old_lines[self._touched(span)[-1]][1])
        return (found[0][0], found[-1][1] + rest) if found and joined else None

    def _touched(self, span: Span) -> range:
        first = self._line_at(span[0])
        last = first
        while last + 1 < len(self._old_lines) and self._starts[last + 1] < span[1]:
            last += 1
        return range(first, last + 1)

    def _line_at(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _part(self, line: int, span: Span) -> Span | None:
        start, end = self._old_lines[line]
        first, last = max(start, span[0]), min(end, span[1])
        kept = self._kept.new_of[line]
        if kept >= 0:
            shift = self._new_lines[kept][0] - start
            return first + shift, last + shift
        changed = self._changed.get(line)
        return _in_words(changed, (first, last)) if changed and first < last else None

    @cached_property
    def _became(self) -> ChangedLines:
        """What became of the lines that are not kept."""
        old, new = {}, {}
        for number, gap in enumerate(self._kept.gaps):
            for at in range(*gap.old):
                if self._kept.new_of[at] < 0:
                    old[at] = Line(self._old_words([at]).tokens, number)
            for at in range(*gap.new):
                if at not in self._kept.taken:
                    new[at] = Line(self._new_words([at]).tokens, number)
        lines = enumerate(self._kept.new_of)
        kept = {at: Line(self._old_words([at]).tokens, -1) for at, other in lines if other >= 0}
        return changed_lines(old, new, kept)

    @cached_property
    def _changed(self) -> dict[int, Changed]:
        """The changed passage that an old line belongs to, for lines of which that is sure."""
        found = {}
        for family in self._became.families:
            changed = Changed(self._old_words(family.old), self._new_words(family.new))
            found.update(dict.fromkeys(family.old, changed))
        return found

    def _old_words(self, lines: Iterable[int]) -> Words:
        return words_of(self.old, [self._old_lines[at] for at in lines])

    def _new_words(self, lines: Iterable[int]) -> Words:
        return words_of(self._new, [self._new_lines[at] for at in lines])

    def proposals(self, start: int, end: int) -> list[tuple[Span, float]]:
        """Return where the passage `old[start:end]` may stand, and how sure that is, the likeliest first."""
        wanted = words_of(self.old, [(start, end)]).tokens
        found = [(place, weight * self._like(wanted, place)) for place, weight in self._near((start, end))]
        if not found or max(sure for _, sure in found) < _LIKELY:
            likest = self._likeness.best(wanted)
            found += [(likest[0], likest[1] * _ELSEWHERE)] if likest and likest[1] >= _LIKELY else []
        return _best([one for one in found if one[1] >= _LIKELY * _ELSEWHERE])

    def _like(self, wanted: Sequence[str], place: Span) -> float:
        return ratio(wanted, words_of(self._new, [place]).tokens)

    def _near(self, span: Span) -> Iterator[tuple[Span, float]]:
        """Yield where what is left of a passage and its neighbours leads, and how much to trust that."""
        found = [list(self._led_by(line, span)) for line in self._touched(span)]
        parts = [part[0] for part in found if part]
        if len(parts) > 1:
            whole = min(start for (start, _), _ in parts), max(end for (_, end), _ in parts)
            if whole[1] - whole[0] <= _STRETCH * (span[1] - span[0]):
                yield whole, min(weight for _, weight in parts)
                return
        for part in found:
            yield from part

    def _led_by(self, line: int, span: Span) -> Iterator[tuple[Span, float]]:
        """Yield where one line's part of a passage may be now, the likeliest first."""
        kept = self._kept.new_of[line]
        if kept >= 0:
            start, end = self._old_lines[line]
            shift = self._new_lines[kept][0] - start
            first, last = max(start, span[0]), min(end, span[1])
            if first < last:
                yield (first + shift, last + shift), 1.0
        elif line in self._changed:
            yield from _led(self._changed[line], span, 1.0)
        else:
            alike = self._became.alike.get(line, [])
            for other, _ in alike[:_FEW]:
                changed = Changed(self._old_words([line]), self._new_words([other]))
                yield from _led(changed, span, 1.0 if len(alike) == 1 else _RIVALLED)

    @cached_property
    def _likeness(self) -> Likeness:
        return Likeness(words_of(self._new, self._new_lines))


def by_words(passage: Described, text: str) -> Outcome:
    """Say where a passage may stand in a text when the one it was taken from is not kept: never for sure."""
    found = proposals_by_words(passage, text)
    return Outcome(CHECK, *found[0]) if found else Outcome(LOST, None, 0.0)


def proposals_by_words(passage: Described, text: str) -> list[tuple[Span, float]]:
    """Return where a passage may stand by its words alone, the likeliest first."""
    framed = find(passage, text)
    places = occurrences(text, passage.quote)
    if places:
        found = [((at, at + len(passage.quote)), _QUOTED / len(places)) for at in places[:_MOST]]
        return _best([*([(framed, _FRAMED)] if framed else []), *found])
    wanted = words_of(passage.quote, [(0, len(passage.quote))]).tokens
    likest = Likeness(words_of(text, _lines(text))).best(wanted)
    return [(likest[0], likest[1] * _ELSEWHERE)] if likest and likest[1] >= _LIKELY else []


def _best(found: Sequence[tuple[Span, float]]) -> list[tuple[Span, float]]:
    """Return each place once, the likeliest first."""
    kept: dict[Span, float] = {}
    for place, sure in found:
        kept[place] = max(kept.get(place, 0.0), min(sure, _SUREST))
    return sorted(kept.items(), key=lambda one: -one[1])


def _led(changed: Changed, span: Span, weight: float) -> Iterator[tuple[Span, float]]:
    first, last = changed.likely(*changed.old.within(span))
    if first < last:
        yield (changed.new.spans[first][0], changed.new.spans[last - 1][1]), weight


def _in_words(changed: Changed, span: Span) -> Span | None:
    first, last = changed.old.within(span)
    found = changed.known(first, last)
    if found is None:
        return None
    # A passage may begin and end within a word.
    head = span[0] - changed.old.spans[first][0]
    tail = changed.old.spans[last - 1][1] - span[1]
    return changed.new.spans[found[0]][0] + head, changed.new.spans[found[1] - 1][1] - tail


def _lines(text: str) -> list[Span]:
    lengths = [len(line) for line in text.split("\n")]
    starts = accumulate((length + 1 for length in lengths), initial=0)
    return [(start, start + length) for start, length in zip(starts, lengths, strict=False)]


def _cut(text: str, lines: Iterable[Span]) -> list[str]:
    return [text[start:end] for start, end in lines]
