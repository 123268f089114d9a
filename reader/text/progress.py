"""How far a long comparison has come, and whether it is still wanted."""

from collections.abc import Callable, Iterable, Iterator, Sized
from typing import TypeVar

Heard = Callable[[float], bool]
"""Is told the share that is done, from 0 to 1 and never less than before; answers whether to go on."""

_Thing = TypeVar("_Thing")


class Stopped(Exception):  # noqa: N818 - read as a sentence: "raise Stopped"
    """The comparison was no longer wanted; nothing of it is kept."""


class Progress:
    """Passes on how much is done of one part of the work; `begin` and `end` are that part's shares.

    Each piece of work between two calls takes well below 50 ms, so that a window stays awake.
    """

    def __init__(
        self, on: Heard | None, begin: float = 0.0, end: float = 1.0, told: list[float] | None = None
    ) -> None:
        self._on = on
        self._begin = begin
        self._end = end
        self._told = [begin] if told is None else told  # the most that was told, common to all parts

    def part(self, begin: float, end: float) -> "Progress":
        """Return the progress of a part of this part; its shares are of this one's."""
        width = self._end - self._begin
        return Progress(self._on, self._begin + begin * width, self._begin + end * width, self._told)

    def __call__(self, share: float) -> None:
        """Say how much of this part is done, from 0 to 1; Stopped if nobody wants the rest."""
        if self._on is None:
            return
        here = self._begin + share * (self._end - self._begin)
        self._told[0] = max(self._told[0], min(self._end, here))
        if not self._on(self._told[0]):
            raise Stopped

    def through(self, things: Iterable[_Thing], every: int = 1000) -> Iterator[_Thing]:
        """Give the things one by one and say, every so many, how much is done, if that can be known."""
        size = len(things) if isinstance(things, Sized) else 0
        for at, thing in enumerate(things):
            if at % every == 0:
                self(at / size if size else 0)
            yield thing
