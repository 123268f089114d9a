"""The record of what was changed, kept small: places and kinds, because the words stand in the two texts."""

from array import array
from collections.abc import Iterator, Sequence
from operator import eq
from typing import overload

from reader.intake.source import Ruler
from reader.text.agreement import Emendation, Place


class Recorded(Sequence[Emendation]):
    """An edition's emendations in their order, each made when it is asked for.

    A long text has a hundred thousand of them, and their places take a tenth of their own room.
    """

    def __init__(self, witness: str, file: str, ruler: Ruler) -> None:
        self._witness = witness
        self._file = file
        self._ruler = ruler
        self._text = ""
        self._names: dict[tuple[str, str], int] = {}
        self._named: list[tuple[str, str]] = []
        self._kinds = array("H")
        self._spans = array("q")

    def add(self, kind: str, reason: str, source: tuple[int, int], at: tuple[int, int]) -> None:
        """Note that a stretch of the witness reads as a stretch of the edition, in code points of each."""
        name = kind, reason
        if name not in self._names:
            self._names[name] = len(self._named)
            self._named.append(name)
        self._kinds.append(self._names[name])
        self._spans.extend((*source, *at))

    def read_in(self, text: str) -> None:
        """Take the edition's text, once it is whole."""
        self._text = text

    def __len__(self) -> int:
        return len(self._kinds)

    @overload
    def __getitem__(self, number: int) -> Emendation: ...
    @overload
    def __getitem__(self, number: slice) -> list[Emendation]: ...
    def __getitem__(self, number: int | slice) -> Emendation | list[Emendation]:
        if isinstance(number, slice):
            return [self._made(one) for one in range(*number.indices(len(self)))]
        return self._made(range(len(self))[number])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]

    def __iter__(self) -> Iterator[Emendation]:
        return map(self._made, range(len(self)))

    def _made(self, number: int) -> Emendation:
        source, source_end, at, end = self._spans[4 * number : 4 * number + 4]
        kind, reason = self._named[self._kinds[number]]
        before, after = self._witness[source:source_end], self._text[at:end]
        lines = self._ruler.line(source), self._ruler.line(max(source, source_end - 1))
        return Emendation(kind, before, after, Place(self._file, *lines), source, at, reason)
