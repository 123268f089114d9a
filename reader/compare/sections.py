"""Which section of one edition answers which of another: by titles, by the words below them and by place.

A wrong pair is worse than none: a title that stands twice is not guessed at, and titles that are only alike
count only where the words below are alike too and neither section has anything nearly as like it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from math import log, sqrt

from reader.text.agreement import Edition, Section
from reader.text.words import akin, words

_NOT_PART_OF_A_TITLE = re.compile(
    r"^(?:Bilag \d+[.:]?|\d{1,2}[.)])\s+|\b(?:i|for) (?:19|20)\d\d\b|\b(?:19|20)\d\d\b"
)
_PLAIN = ("chapter", "annex", "section", "subsection")
_TOP = ("chapter", "annex")

_STEM = 7
"""Code points of a word that tell its kin: `digital` of `digitaliseringsstrategien`."""
_SHARED_BEGINNING = 6
_AKIN = 4
"""Code points that akin words begin with at least; shorter words are whole."""
_DERIVED, _RELATED = 0.8, 0.6
_SHORT_WORD = 5

_TITLE, _BODY = 0.5, 0.35
_FULL_BODY = 0.4
_SAME_PARENT, _OTHER_PARENT, _OTHER_KIND = 0.1, -0.15, -0.05
_LEAST_TITLE, _LEAST_BODY, _LEAST = 0.3, 0.15, 0.38
_MARGIN = 0.04
_FEWEST_CHILDREN = 2

Pairs = dict[int, int]


def section_pairs(one: Edition, other: Edition) -> list[tuple[Section, Section]]:
    """Return the chapters, annexes and sections that answer each other, in the order of the one edition."""
    ours, theirs = _Titled(one), _Titled(other)
    pairs = _Pairing(ours, theirs).found()
    return [(ours.sections[a], theirs.sections[b]) for a, b in sorted(pairs.items())]


class _Titled:
    """The sections of the running text with the words of their titles, and who stands within whom."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.sections = [section for section in edition.sections if section.kind in _PLAIN]
        self.titles = [words(_NOT_PART_OF_A_TITLE.sub(" ", section.text)) for section in self.sections]
        place = {section.id: at for at, section in enumerate(self.sections)}
        self.parents = [place.get(section.parent) for section in self.sections]

    @cached_property
    def _by_beginnings(self) -> dict[tuple[str, ...], list[int]]:
        found: dict[tuple[str, ...], list[int]] = {}
        for at, title in enumerate(self.titles):
            found.setdefault(_beginnings(title), []).append(at)
        return found

    def with_title(self, title: Sequence[str]) -> list[int]:
        """Return the sections whose title is this one but for endings."""
        likely = self._by_beginnings.get(_beginnings(title), ()) if title else ()
        return [at for at in likely if all(map(akin, title, self.titles[at]))]

    def of_kind(self, kinds: Sequence[str]) -> list[int]:
        """Return the sections of these kinds."""
        return [at for at, section in enumerate(self.sections) if section.kind in kinds]

    def chapter(self, at: int) -> int | None:
        """Return the chapter or annex that a section stands in; None for one that stands in none."""
        above = self.parents[at]
        while above is not None and self.sections[above].kind not in _TOP:
            above = self.parents[above]
        return above

    def own_words(self) -> list[Counter[str]]:
        """Return the stems of each section's own text, without what stands in sections below it."""
        place = {section.id: at for at, section in enumerate(self.sections)}
        found: list[Counter[str]] = [Counter() for _ in self.sections]
        for at, start, end in self._stretches(place):
            found[at].update(
                word[:_STEM] for word in words(self.edition.text[start:end]) if word[0].isalpha()
            )
        return found

    def with_those_below(self, own: Sequence[Counter[str]]) -> list[Counter[str]]:
        """Return the stems of each section's whole text, from those of its own."""
        bags = [Counter(bag) for bag in own]
        for at in range(len(bags) - 1, -1, -1):
            above = self.parents[at]
            if above is not None:
                bags[above].update(bags[at])
        return bags

    def _stretches(self, place: dict[str, int]) -> Iterable[tuple[int, int, int]]:
        """Return where the text of each section stands: its number, start and end."""
        for block in self.edition.blocks:
            section = self.edition.section_by_id.get(block.section)
            while section and section.id not in place:
                section = self.edition.section_by_id.get(section.parent)
            if section:
                yield place[section.id], block.start, block.end


class _Pairing:
    def __init__(self, ours: _Titled, theirs: _Titled) -> None:
        self._ours, self._theirs = ours, theirs
        self._pairs: Pairs = {}
        self._back: Pairs = {}
        self._settled: tuple[set[int], set[int]] = set(), set()

    def found(self) -> Pairs:
        self._pair_same_titles()
        if len(self._settled[0]) < len(self._ours.sections) and len(self._settled[1]) < len(
            self._theirs.sections
        ):
            self._pair_alike()
        return self._pairs

    def _add(self, a: int, b: int) -> None:
        self._pairs[a], self._back[b] = b, a
        self._settled[0].add(a)
        self._settled[1].add(b)

    def _pair_same_titles(self) -> None:
        """Pair sections whose title is the same and stands once on either side; leave its others alone."""
        for a, title in enumerate(self._ours.titles):
            found = self._theirs.with_title(title)
            if found:
                self._settled[0].add(a)
                self._settled[1].update(found)
            if len(found) == 1 and len(self._ours.with_title(title)) == 1:
                self._add(a, found[0])

    def _pair_alike(self) -> None:
        likeness = _Likeness(self._ours, self._theirs)
        self._pair_best(_TOP, likeness)
        self._pair_parents()
        self._pair_best(("section",), likeness)
        self._pair_best(("subsection",), likeness)

    def _pair_parents(self) -> None:
        """Pair chapters most of whose answered sections answer those of one other chapter."""
        votes = Counter((self._ours.chapter(a), self._theirs.chapter(b)) for a, b in self._pairs.items())
        for (a, b), count in votes.items():
            if a is None or b is None or count < _FEWEST_CHILDREN or not self._open(a, b):
                continue
            ours = sum(n for (x, _), n in votes.items() if x == a)
            theirs = sum(n for (_, y), n in votes.items() if y == b)
            if 2 * count > max(ours, theirs):
                self._add(a, b)

    def _pair_best(self, kinds: Sequence[str], likeness: "_Likeness") -> None:
        """Pair sections of a kind that are more like each other than like any others, clearly so."""
        ours = [a for a in self._ours.of_kind(kinds) if a not in self._settled[0]]
        theirs = [b for b in self._theirs.of_kind(kinds) if b not in self._settled[1]]
        alike = [(a, b) for a in ours for b in theirs if likeness.may_be_alike(a, b)]
        scores = {pair: score for pair in alike if (score := self._score(*pair, likeness)) > 0}
        for (a, b), score in scores.items():
            beside = (other for (x, y), other in scores.items() if (x == a) != (y == b))
            if score >= _LEAST and score >= max(beside, default=0.0) + _MARGIN:
                self._add(a, b)

    def _score(self, a: int, b: int, likeness: "_Likeness") -> float:
        title = likeness.of_titles(a, b)
        if title < _LEAST_TITLE:
            return 0.0
        body = likeness.of_bodies(a, b)
        if body < _LEAST_BODY:
            return 0.0
        return _TITLE * title + _BODY * min(1.0, body / _FULL_BODY) + self._place(a, b)

    def _place(self, a: int, b: int) -> float:
        """Return how much it counts that the sections above the two answer each other, or other ones."""
        above, below = self._ours.parents[a], self._theirs.parents[b]
        if above is not None and self._pairs.get(above) == below:
            return _SAME_PARENT
        return _OTHER_PARENT if above in self._pairs or below in self._back else 0.0

    def _open(self, a: int, b: int) -> bool:
        return a not in self._settled[0] and b not in self._settled[1]


class _Likeness:
    """How like two sections are: in the words of their titles, and in the words below them."""

    def __init__(self, ours: _Titled, theirs: _Titled) -> None:
        self._ours, self._theirs = ours, theirs
        self._spread = Counter(
            word[:_SHARED_BEGINNING] for t in (ours, theirs) for title in t.titles for word in set(title)
        )
        self._count = len(ours.titles) + len(theirs.titles)
        self._beginnings = [[set(_beginnings(title)) for title in titled.titles] for titled in (ours, theirs)]
        own = ours.own_words(), theirs.own_words()
        passages = [bag for bags in own for bag in bags if bag]
        spread = Counter(word for bag in passages for word in bag)
        self._weights = {word: log(len(passages) / count) for word, count in spread.items()}
        self._bags = ours.with_those_below(own[0]), theirs.with_those_below(own[1])
        self._vectors: dict[tuple[int, int], dict[str, float]] = {}

    def _vector(self, side: int, at: int) -> dict[str, float]:
        """Return the words of a section and those below it, weighted, as a vector of length one."""
        if (side, at) not in self._vectors:
            self._vectors[side, at] = self._made(self._bags[side][at])
        return self._vectors[side, at]

    def _made(self, bag: Counter[str]) -> dict[str, float]:
        made = {word: (1 + log(count)) * self._weights[word] for word, count in bag.items()}
        length = sqrt(sum(weight * weight for weight in made.values()))
        return {word: weight / length for word, weight in made.items()} if length else {}

    def may_be_alike(self, a: int, b: int) -> bool:
        """Say whether two titles have words that begin alike; without such they share nothing."""
        return not self._beginnings[0][a].isdisjoint(self._beginnings[1][b])

    def of_bodies(self, a: int, b: int) -> float:
        """Return the cosine of the words below two sections."""
        short, long = sorted((self._vector(0, a), self._vector(1, b)), key=len)
        return sum(weight * long[word] for word, weight in short.items() if word in long)

    def of_titles(self, a: int, b: int) -> float:
        """Return the share of two titles' words that are akin, rare and long words weighing more."""
        one, other = self._ours.titles[a], self._theirs.titles[b]
        total = sum(map(self._weight, one)) + sum(map(self._weight, other))
        near = sorted(((_kinship(v, w), v, w) for v in set(one) for w in set(other)), reverse=True)
        left, right, shared = set(one), set(other), 0.0
        for kinship, v, w in near:
            if kinship and v in left and w in right:
                left.remove(v)
                right.remove(w)
                shared += kinship * (self._weight(v) + self._weight(w))
        return shared / total if total else 0.0

    def _weight(self, word: str) -> float:
        spread = self._spread[word[:_SHARED_BEGINNING]]
        return log(self._count / spread) * min(1.0, len(word) / _SHORT_WORD) if spread else 0.0


def _beginnings(title: Sequence[str]) -> tuple[str, ...]:
    return tuple(word[:_AKIN] for word in title)


def _kinship(one: str, other: str) -> float:
    """Return how nearly two words are one: akin, one derived from the other, or beginning alike."""
    if akin(one, other):
        return 1.0
    short, long = sorted((one, other), key=len)
    if len(short) < _SHARED_BEGINNING or short[:_SHARED_BEGINNING] != long[:_SHARED_BEGINNING]:
        return 0.0
    return _DERIVED if long.startswith(short) else _RELATED
