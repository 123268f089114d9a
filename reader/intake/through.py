"""A witness read with its letters put right, and the way back to the witness itself."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.intake.restored import Restoration
from reader.intake.script import Draft, Omission, Piece

LETTER = "letter"


class Through:
    """A text in which misread words are put right; `text` is that text.

    It is cut like any witness. What comes of that is brought back to the witness: a word put right in a
    stretch that was copied becomes an emendation, in one that was emended it is a part of that emendation.
    """

    def __init__(self, witness: str, restorations: Sequence[Restoration]) -> None:
        self._restorations = restorations
        self._starts: list[int] = []
        self._ends: list[int] = []
        parts = []
        at = length = 0
        for one in restorations:
            parts += [witness[at : one.start], one.text]
            self._starts.append(length + one.start - at)
            length = self._starts[-1] + len(one.text)
            self._ends.append(length)
            at = one.end
        self.text = "".join([*parts, witness[at:]])

    def draft(self, draft: Draft) -> Draft:
        """Return the draft of a stretch of this text as one of the witness."""
        return replace(draft, pieces=[one for piece in draft.pieces for one in self._pieces(piece)])

    def omission(self, omission: Omission) -> Omission:
        """Return what was left out of this text as it stands in the witness."""
        return replace(omission, start=self.source(omission.start), end=self.source(omission.end))

    def source(self, at: int) -> int:
        """Return the code point of the witness for one of this text; inside a word put right its end."""
        number = bisect_right(self._starts, at) - 1
        if number < 0:
            return at
        one = self._restorations[number]
        return one.start if at == self._starts[number] else one.end + max(0, at - self._ends[number])

    def _pieces(self, piece: Piece) -> Iterator[Piece]:
        first = bisect_right(self._ends, piece.start)
        numbers = range(first, max(first, bisect_right(self._starts, piece.end - 1)))
        if piece.kind or not piece.text:
            reasons = dict.fromkeys(self._restorations[number].reason for number in numbers)
            reason = "; ".join(filter(None, (piece.reason, *reasons)))
            yield Piece(self.source(piece.start), self.source(piece.end), piece.text, piece.kind, reason)
            return
        at = piece.start
        for number in numbers:
            start, end = max(at, self._starts[number]), min(piece.end, self._ends[number])
            if at < start:
                yield self._piece(piece, at, start)
            yield self._piece(piece, start, end, LETTER, self._restorations[number].reason)
            at = end
        if at < piece.end:
            yield self._piece(piece, at, piece.end)

    def _piece(self, whole: Piece, start: int, end: int, kind: str = "", reason: str = "") -> Piece:
        text = whole.text[start - whole.start : end - whole.start]
        return Piece(self.source(start), self.source(end), text, kind, reason)
