"""Who leads and who follows: one pane at a time, and nothing echoes."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.text.agreement import Span
from reader.ui.desk import Desk
from reader.ui.following import Follower
from reader.ui.pane import Pane
from reader.ui.way import Location

if TYPE_CHECKING:
    from reader.compare.concordance import Thread

Level = Callable[[str, str], Sequence[Span]]
"""Returns which places of two agreements stand level: pairs of code points, in the order of the first."""


def _nothing_level(_one: str, _other: str) -> Sequence[Span]:
    return ()


class Leading:
    """Brings panes to where another is, or to a thread.

    `level` tells of paragraphs that stand level, where changes are shown.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._followers: dict[tuple[Pane, Pane], Follower] = {}
        self.level: Level = _nothing_level
        self.moving = False

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """Move panes without anything being heard of it."""
        before, self.moving = self.moving, True
        try:
            yield
        finally:
            self.moving = before

    def forget(self) -> None:
        """Forget who answers whom: panes or texts are others now."""
        self._followers.clear()

    def follow(self, leader: Pane, panes: list[Pane]) -> None:
        """Bring the others to where the leading pane is; those without an answer hold still and say so."""
        if not self._desk.settings.following or leader.pinned:
            return
        offset, height = leader.reading_offset(), leader.reading_height()
        leader.say("")
        with self.quietly():
            for pane in panes:
                if pane is not leader and not pane.pinned:
                    self._bring(leader, pane, offset, height)

    def _bring(self, leader: Pane, pane: Pane, offset: int, height: float) -> None:
        follower = self._follower(leader, pane)
        target = follower.target(offset, height)
        if target is not None:
            pane.bring_height(target)
        pane.say(self._absence(leader, offset) if follower.lacks(offset) else "")

    def _follower(self, leader: Pane, pane: Pane) -> Follower:
        if (leader, pane) not in self._followers:
            found = self._desk.answers(leader.agreement, pane.agreement)
            level = self.level(leader.agreement, pane.agreement)
            self._followers[leader, pane] = Follower(found, leader.view.y_of, pane.view.y_of, level)
        return self._followers[leader, pane]

    def _absence(self, leader: Pane, offset: int) -> str:
        principle = self._desk.edition(leader.agreement).principle_at(offset)
        text = QCoreApplication.translate("Panes", "“%1” is not in this agreement; this pane holds still.")
        return text.replace("%1", principle.title if principle else "")

    def bring_thread(self, thread: "Thread", panes: list[Pane], focused: Pane) -> None:
        """Bring every pane to its principle of a thread, at the same height."""
        with self.quietly():
            having = [pane for pane in panes if self._bring_principle(thread, pane)]
        leader = focused if focused in having else having[0] if having else None
        if leader:
            self._desk.remember(Location(leader.agreement, leader.view.caret()))

    def _bring_principle(self, thread: "Thread", pane: Pane) -> bool:
        number = thread.number_in(pane.agreement)
        principle = self._desk.edition(pane.agreement).principle(number) if number else None
        if principle is None:
            text = QCoreApplication.translate("Panes", "“%1” is not in this agreement.")
            pane.say(text.replace("%1", thread.title))
            return False
        pane.say("")
        pane.bring(principle.start)
        pane.view.place_caret(principle.start)
        return True
