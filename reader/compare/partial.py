"""What of a principle lives on in one that does not answer it: a moved paragraph, a sentence, a clause.

Found on demand: it looks at every run of words, which choosing a thread need not wait for.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.compare.matches import Match
from reader.compare.wording import Weights, Wording
from reader.text.agreement import Edition, Principle, Span
from reader.text.decision import Member
from reader.text.words import placed_words

_SEED = 5
"""Words in a row that a passage has at least."""
_GAP = 3
"""Words that may differ within a passage."""
_LEAST = 14.0
"""What a passage must say, in nats: “Regeringen og KL vil samarbejde om at” says 9, a turn of phrase."""
_PLENTY = 28.0
_WHOLE = 0.85
_SENTENCE = re.compile(r"[^.!?]+[.!?]*")


class Partial(NamedTuple):
    """A passage of an earlier principle that stands in a later one which does not answer it.

    `kind` is paragraph, sentence or clause. `span` and `answer` are code points of the earlier and of the
    later edition. `sure` is from 0 to 1.
    """

    kind: str
    one: Member
    other: Member
    span: Span
    answer: Span
    sure: float


def partial_answers(one: Edition, other: Edition, matches: Iterable[Match]) -> tuple[Partial, ...]:
    """Return the passages of principles of `one` that stand in others of `other` than answer them.

    A passage that its own answer still has, or that the other had before, did not go anywhere. They come in
    the order of `one`.
    """
    ours, theirs = [_Placed(one, p) for p in one.principles], [_Placed(other, p) for p in other.principles]
    weights = Weights(placed.wording for placed in (*ours, *theirs))
    return tuple(_Search(ours, theirs, weights, {(m.one, m.other) for m in matches}).found())


class _Placed:
    """A principle's words with their places in the text."""

    def __init__(self, edition: Edition, principle: Principle) -> None:
        self.wording = Wording(edition, principle)
        self.member = self.wording.member
        placed = [word for span in principle.paragraphs for word in placed_words(edition.text, *span)]
        self.words = [word for word, _, _ in placed]
        self.spans = [(start, end) for _, start, end in placed]
        self.line = f" {' '.join(self.words)} "

    def kind(self, span: Span) -> str:
        """Say how much a passage is: most of a paragraph, most of a sentence, or less."""
        text = self.wording.edition.text
        for start, end in self.wording.principle.paragraphs:
            if _covers(span, (start, end)):
                return "paragraph"
            if any(_covers(span, sentence.span()) for sentence in _SENTENCE.finditer(text, start, end)):
                return "sentence"
        return "clause"


def _covers(span: Span, whole: Span) -> bool:
    return min(span[1], whole[1]) - max(span[0], whole[0]) >= _WHOLE * (whole[1] - whole[0])


class _Run(NamedTuple):
    """Words in a row in both: first word and one past the last of ours and of theirs, and what they say."""

    ours: Span
    theirs: Span
    said: float


class _Search:
    def __init__(
        self,
        ours: Sequence[_Placed],
        theirs: Sequence[_Placed],
        weights: Weights,
        matched: set[tuple[Member, Member]],
    ) -> None:
        self._ours, self._theirs = ours, theirs
        self._weights = weights
        self._matched = matched
        self._seeds: dict[tuple[str, ...], list[tuple[int, int]]] = {}
        for number, placed in enumerate(theirs):
            for at in range(len(placed.words) - _SEED + 1):
                self._seeds.setdefault(tuple(placed.words[at : at + _SEED]), []).append((number, at))

    def found(self) -> Iterator[Partial]:
        for one in self._ours:
            for number, other in enumerate(self._theirs):
                if (one.member, other.member) not in self._matched:
                    runs = [run for run in self._runs(one, number) if self._is_gone(run, one, other)]
                    yield from self._passages(runs, one, other)

    def _runs(self, one: _Placed, number: int) -> Iterator[_Run]:
        """Return the longest runs of words that one and one of the others share, in the order of the one."""
        other = self._theirs[number].words
        reached: dict[int, int] = {}
        for at in range(len(one.words) - _SEED + 1):
            for where, there in self._seeds.get(tuple(one.words[at : at + _SEED]), ()):
                if where != number or reached.get(there - at, -1) > at:
                    continue
                size = _SEED
                while one.words[at : at + size + 1] == other[there : there + size + 1] and at + size < len(
                    one.words
                ):
                    size += 1
                reached[there - at] = at + size
                said = sum(self._weights.of[word] for word in one.words[at : at + size])
                yield _Run((at, at + size), (there, there + size), said)

    def _is_gone(self, run: _Run, one: _Placed, other: _Placed) -> bool:
        """Say whether one's own answers have the words no more, and what the other answers had them not."""
        words = f" {' '.join(one.words[slice(*run.ours)])} "
        kept = (p for p in self._theirs if (one.member, p.member) in self._matched)
        had = (p for p in self._ours if (p.member, other.member) in self._matched)
        return not any(words in placed.line for placed in (*kept, *had))

    def _passages(self, runs: Sequence[_Run], one: _Placed, other: _Placed) -> Iterator[Partial]:
        for run in _joined(runs):
            if run.said >= _LEAST:
                span, answer = _span(one, run.ours), _span(other, run.theirs)
                kind = max(one.kind(span), other.kind(answer), key=("clause", "sentence", "paragraph").index)
                yield Partial(kind, one.member, other.member, span, answer, min(1.0, run.said / _PLENTY))


def _joined(runs: Sequence[_Run]) -> list[_Run]:
    """Join the runs that follow each other on both sides with few words between."""
    joined: list[_Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and 0 <= run.ours[0] - last.ours[1] <= _GAP and 0 <= run.theirs[0] - last.theirs[1] <= _GAP:
            ours, theirs = (last.ours[0], run.ours[1]), (last.theirs[0], run.theirs[1])
            joined[-1] = _Run(ours, theirs, last.said + run.said)
        else:
            joined.append(run)
    return joined


def _span(placed: _Placed, words: Span) -> Span:
    return placed.spans[words[0]][0], placed.spans[words[1] - 1][1]
