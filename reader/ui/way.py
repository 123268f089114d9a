"""The way a person took through the agreements: what going back and forward returns to."""

from typing import NamedTuple

_IN_SIGHT = 1500
"""Code points that two places may be apart and still be the same place to come back to."""


class Location(NamedTuple):
    """A place one can come back to: an agreement and a code point of its edition."""

    agreement: str
    offset: int


class Way:
    """The places that were gone to, and those left by going back; `here` is what is being read."""

    def __init__(self) -> None:
        self.here: Location | None = None
        self._back: list[Location] = []
        self._forward: list[Location] = []

    def leave(self) -> bool:
        """Remember the place that is being left, unless it is in sight of the last one; say if it was new."""
        here, last = self.here, self._back[-1] if self._back else None
        if here is None:
            return False
        near = last and last.agreement == here.agreement and abs(last.offset - here.offset) < _IN_SIGHT
        return False if near else self.remember(here)

    def remember(self, location: Location) -> bool:
        """Add a place; what lay ahead is forgotten. Say if it was new."""
        if self._back and self._back[-1] == location:
            return False
        self._back.append(location)
        self._forward.clear()
        return True

    def can_go_back(self) -> bool:
        """Say whether there is a place before this one."""
        return len(self._back) > 1

    def can_go_forward(self) -> bool:
        """Say whether there is a place to go forward to again."""
        return bool(self._forward)

    def back(self) -> Location | None:
        """Return the place before, and keep this one ahead; None at the beginning."""
        if not self.can_go_back():
            return None
        self._forward.append(self._back.pop())
        return self._back[-1]

    def forward(self) -> Location | None:
        """Return the place that was left by going back; None if there is none."""
        if not self._forward:
            return None
        self._back.append(self._forward.pop())
        return self._back[-1]
