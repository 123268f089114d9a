"""What every page of a comparison says, whatever its format: its words, its headings, its paragraphs."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.compare.compared_rows import Row
from reader.compare.comparison import Comparison, End
from reader.text.agreement import Agreement

_ENGLISH = {
    "same": "same",
    "reworded": "reworded",
    "renamed": "renamed",
    "renumbered": "renumbered",
    "new": "new",
    "dropped": "dropped",
    "alike": "{} % of the words stayed",
    "gone words": "words gone: {}",
    "new words": "new: {}",
    "away words": "moved away: {}",
    "came words": "moved here: {}",
    "doubtful words": "differing in letters only: {}",
    "to": "moved to {}",
    "from": "moved from {}",
    "principle": "principle {}",
    "elsewhere": "another place",
    "gone": "gone",
    "came": "new",
    "none": "These agreements have no principles in common; they are compared section by section.",
}
_DANISH = {
    "same": "uændret",
    "reworded": "omformuleret",
    "renamed": "omdøbt",
    "renumbered": "omnummereret",
    "new": "ny",
    "dropped": "udgået",
    "alike": "{} % af ordene er de samme",
    "gone words": "ord udgået: {}",
    "new words": "nye: {}",
    "away words": "flyttet væk: {}",
    "came words": "flyttet hertil: {}",
    "doubtful words": "kun andre bogstaver: {}",
    "to": "flyttet til {}",
    "from": "flyttet fra {}",
    "principle": "princip {}",
    "elsewhere": "et andet sted",
    "gone": "udgået",
    "came": "ny",
    "none": "Aftalerne har ingen principper til fælles; de er sammenlignet afsnit for afsnit.",
}


KINDS = ("equal", "gone", "new", "away", "here")
_KINDS = {
    ("equal", True): "equal",
    ("delete", True): "gone",
    ("insert", False): "new",
    ("move", True): "away",
    ("move", False): "here",
}
_LINES = re.compile(r"[^\n]+|\n")


class Piece(NamedTuple):
    """A stretch of a paragraph: `equal`, `gone`, `new`, moved `away`, or moved `here` (`move` tells whither).

    A piece that `breaks` is a line end that was itself taken away or put in.
    """

    kind: str
    text: str
    breaks: bool = False
    move: int | None = None


class Page(NamedTuple):
    """A comparison of two agreements as a page, in English unless `language` is da."""

    comparison: Comparison
    left: Agreement
    right: Agreement
    language: str = "en"

    def say(self, word: str, *values: object) -> str:
        """Return a word or phrase of the page."""
        return (_DANISH if self.language == "da" else _ENGLISH)[word].format(*values)

    def title(self) -> str:
        """Return both agreements' titles."""
        return f"{self.left.title} → {self.right.title}"

    def rows(self) -> tuple[Row, ...]:
        """Return what is compared: the principles, or the sections where no principle is shared."""
        return self.comparison.sections or self.comparison.principles

    def moves(self) -> list[int]:
        """Return which of the comparison's moves have an end in what is shown."""
        return sorted({s.move for row in self.rows() for s in row.segments if s.move is not None})

    def outcome(self, row: Row) -> str:
        """Return what became of a row: its numbers, its states, and how many words changed."""
        said = [*self._numbers(row), ", ".join(self.say(state) for state in row.states)]
        counts = row.counts
        if row.left and row.right and row.states != ("same",):
            said.append(self.say("alike", int(100 * row.similarity)))
        amounts = {name: getattr(counts, name) for name in ("gone", "new", "away", "came", "doubtful")}
        said += [self.say(f"{name} words", amount) for name, amount in amounts.items() if amount]
        return " · ".join(said)

    def _numbers(self, row: Row) -> list[str]:
        numbers = ["–" if side is None else str(side.number) for side in (row.left, row.right)]
        return [] if "None" in numbers else [self.say("principle", " → ".join(numbers))]

    def whither(self, piece: Piece) -> str:
        """Return where a moved piece went, or came from, in words."""
        move = self.comparison.moves[piece.move or 0]
        return (
            self.say("to", self.place(move.target))
            if piece.kind == "away"
            else self.say("from", self.place(move.source))
        )

    def place(self, end: End) -> str:
        """Return the principle, else the section, at one end of a move."""
        if end.principle is not None:
            return self.say("principle", end.principle)
        return f"“{end.section}”" if end.section else self.say("elsewhere")

    def paragraphs(self, row: Row) -> list[list[Piece]]:
        """Return the text of both sides in one, paragraph by paragraph; the first is number and title."""
        found: list[list[Piece]] = [[]]
        for piece in self._pieces(row):
            if piece.breaks or piece.text != "\n":
                found[-1].append(piece)
            if piece.text == "\n":
                found.append([])
        # Where a paragraph came or went whole, that says it all; the sign is for what was joined or parted.
        kept = [any(piece.kind == "equal" for piece in paragraph) for paragraph in [*found, []]]
        for at, paragraph in enumerate(found):
            if paragraph and paragraph[-1].breaks and not (kept[at] and kept[at + 1]):
                paragraph.pop()
        return [paragraph for paragraph in found if paragraph]

    def _pieces(self, row: Row) -> Iterator[Piece]:
        left, right = self.comparison.one.text, self.comparison.other.text
        for segment in row.segments:
            ours = segment.left[0] < segment.left[1]
            kind = _KINDS[segment.op, ours]
            text = left[slice(*segment.left)] if ours else right[slice(*segment.right)]
            for line in _LINES.findall(text):
                yield Piece(kind, line, line == "\n" and kind != "equal", segment.move)
