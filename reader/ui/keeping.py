"""Copies of the notebook, made while the person goes on: at the start, in between, and at the end."""

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import ReaderError
from reader.ui.desk import Desk
from reader.ui.keeping_words import warning_in_words

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from reader.notebook.backup import Draft
    from reader.notebook.copies import Copy
    from reader.notebook.keeper import Keeper, Kept

_LATER = 2000
"""Milliseconds after which a new start looks for the last copy: what is read first comes first."""
_LOOK = 20
"""Milliseconds between two looks at whether a copy was read back."""
_MINUTE = 60_000
"""Milliseconds between two looks at whether half an hour of change is over."""


class Wish(NamedTuple):
    """A copy that is wanted, and why; `asked` if a person waits for it.

    `then` is done as soon as it is taken, or that failed; `settled` is told what came of it when it is read
    back, and says itself what went wrong.
    """

    reason: str = ""
    then: Callable[[], object] | None = None
    settled: "Callable[[Kept], object] | None" = None
    asked: bool = False

    @property
    def is_waited_for(self) -> bool:
        """Say whether somebody waits for this very copy."""
        return bool(self.then or self.settled or self.asked)


class Keeping(QObject):
    """Keeps copies of the notebook on a desk, until it is left for another one.

    A copy is taken in the notebook's own thread, some milliseconds at a time; it is read back in another.
    One that fails is said, and stops nothing.
    """

    said = Signal(str)
    warned = Signal(str)
    restored = Signal(str)
    """A copy is in the place of the notebook now; where from, and where what was there is kept."""
    kept = Signal()
    """There is another copy than before."""

    def __init__(
        self, desk: Desk, folder: Path, parent: QObject, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(parent)
        self.folder = folder
        self._clock = clock
        self._steps, self._looks, self._minutes = QTimer(self), QTimer(self), QTimer(self)
        self._warned: set[str] = set()
        self._later: list[tuple[str, bool]] = []
        for timer, interval, heard in (
            (self._steps, 0, self._step),
            (self._looks, _LOOK, self._look),
            (self._minutes, _MINUTE, self.look_at_the_clock),
        ):
            timer.setInterval(interval)
            timer.timeout.connect(heard)
        self.take(desk)

    def take(self, desk: Desk) -> None:
        """Keep copies of the notebook on this desk from now on."""
        self._desk = desk
        self._made: Keeper | None = None
        self._workers: ThreadPoolExecutor | None = None
        self._wishes: list[Wish] = []
        self._drafting: tuple[Wish, Generator[None, None, Draft]] | None = None
        self._waited_for: list[tuple[Future[object], Callable[[object], None]]] = []
        self._begun = self._left = False
        desk.settings_changed.connect(self._follow_settings)
        desk.notebook_changed.connect(self.look_at_the_clock)

    @property
    def keeper(self) -> "Keeper":
        """Who makes the copies; loaded when the first one is thought of."""
        if self._made is None:
            from reader.notebook.keeper import Keeper

            self._made = Keeper(self._desk.notebook, self.folder, clock=self._clock)
            self._follow_settings()
        return self._made

    @property
    def _automatic(self) -> bool:
        """Whether copies come by themselves: not of what this program may not write anyway."""
        return not self._desk.notebook.read_only

    def _follow_settings(self) -> None:
        place = self._desk.settings.second_place
        if self._made is not None:
            self._made.second = Path(place) if place else None

    # When

    def tell_later(self, text: str, *, well: bool = False) -> None:
        """Say how a restore went as soon as there is a window to say it in; it stays until it is closed."""
        self._later.append((text, well))

    def begin_later(self) -> None:
        """Say what waits for a window, and begin a little later, beside what the person does."""
        waiting, self._later = self._later, []
        for text, well in waiting:
            (self.restored if well else self.warned).emit(text)
        QTimer.singleShot(_LATER, self, self.begin)

    def begin(self) -> None:
        """Make a copy if the notebook changed since the last one; from now on hear of every change."""
        if self._begun or self._left or not self._automatic:
            return
        self._begun = True
        self._beside(self.keeper.known, self._compare)
        self._minutes.start()

    def _compare(self, known: "list[Copy]") -> None:
        keeper = self.keeper
        keeper.begin(known)
        if keeper.is_touched() and keeper.is_ahead():
            self._want(Wish(then=partial(keeper.note_good_day, known)))
        else:
            keeper.note_good_day(known)

    def look_at_the_clock(self) -> None:
        """Make a copy if half an hour of change is over."""
        # Before the last copy is known every notebook seems to be ahead of it.
        if self._begun and not self.is_busy and self.keeper.is_due():
            self._want(Wish())

    def before(
        self,
        reason: str,
        then: Callable[[], object] | None = None,
        settled: "Callable[[Kept], object] | None" = None,
    ) -> None:
        """Make a copy before something large: `import`, `purge`, `delete`, `restore`.

        `then` is done when the copy is taken, also if that fails: copies warn, and stop nobody. What no undo
        brings back is done by `settled` instead, which is told whether there is a copy, read back.
        """
        self._want(Wish(f"before-{reason}", then, settled))

    def keep_now(self) -> None:
        """Make a copy because the person asked for one, and say where it is."""
        self._want(Wish(asked=True))

    # How

    @property
    def is_busy(self) -> bool:
        """Whether a copy is being made, or waits to be."""
        return bool(self._wishes or self._drafting or self._waited_for)

    def _want(self, wish: Wish) -> None:
        if self._left:
            return
        self._wishes.append(wish)
        self._steps.start()

    def _step(self) -> None:
        """Take a few pages more."""
        if self._drafting is None:
            if not self._wishes:
                self._steps.stop()
                return
            wish = self._wishes.pop(0)
            self._drafting = wish, self.keeper.drafting(wish.reason)
        wish, steps = self._drafting
        try:
            next(steps)
        except StopIteration as end:
            self._drafting = None
            self._beside(partial(self._settle, end.value), partial(self._tell, wish))
            self._go_on(wish)
        except ReaderError as error:
            self._drafting = None
            from reader.notebook.keeper import failed

            self._say(wish, failed(error))
            self._go_on(wish)

    def _go_on(self, wish: Wish) -> None:
        if wish.then is not None:
            wish.then()

    def _settle(self, made: "Draft") -> "tuple[Kept, list[list[Copy]]]":
        kept = self.keeper.settle(made)
        return kept, self.keeper.listed() if kept.path else []

    def _tell(self, wish: Wish, settled: "tuple[Kept, list[list[Copy]]]") -> None:
        kept, listed = settled
        self._say(wish, kept._replace(warnings=(*kept.warnings, *self.keeper.let_go(listed))))

    def _say(self, wish: Wish, kept: "Kept") -> None:
        """Say what came of a copy; what went wrong is not said every half hour, if nobody asked."""
        if wish.settled is not None:
            wish.settled(kept)
        else:
            for warning in kept.warnings:
                if wish.asked or warning not in self._warned:
                    self._warned.add(warning)
                    self.warned.emit(warning_in_words(warning))
        if wish.asked and kept.path is not None:
            self.said.emit(self.tr("Backed up and verified: %1").replace("%1", str(kept.path)))
        if kept.path is not None:
            self.kept.emit()

    def _beside(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        """Do something that needs no notebook in another thread, and then the rest in this one."""
        if self._workers is None:
            from concurrent.futures import ThreadPoolExecutor

            self._workers = ThreadPoolExecutor(1)
        self._waited_for.append((self._workers.submit(work), then))
        self._looks.start()

    def _look(self) -> None:
        while self._waited_for and self._waited_for[0][0].done():
            future, then = self._waited_for.pop(0)
            then(future.result())
        if not self._waited_for:
            self._looks.stop()

    # The end

    def leave(self, *, copy: bool = True) -> Callable[[], tuple[str, ...]]:
        """Let go of the notebook, which may then be closed; the last copy is taken if anything changed.

        What is returned reads that copy back, and needs no notebook; it returns what went wrong.
        """
        self._finish_deeds()
        for timer in (self._steps, self._looks, self._minutes):
            timer.stop()
        if self._workers is not None:
            self._workers.shutdown()
        for future, then in self._waited_for:
            then(future.result())
        return self._last() if copy and self._automatic else tuple

    def _finish_deeds(self) -> None:
        """Take the copies that something waits for, and do it; the others give way to the last one."""
        self._left = True
        self._wishes = [wish for wish in self._wishes if wish.is_waited_for]
        if self._drafting is not None and not self._drafting[0].is_waited_for:
            self._drafting[1].close()
            self._drafting = None
        while self._drafting or self._wishes:
            self._step()

    def _last(self) -> Callable[[], tuple[str, ...]]:
        keeper = self.keeper
        try:
            if not keeper.is_touched():
                return tuple
            if not self._begun:
                keeper.begin(keeper.known())
            made = keeper.draft() if keeper.is_ahead() else None
        except ReaderError as error:
            return partial(tuple, [str(error)])
        warnings = keeper.tidy_journal()
        return lambda: (*warnings, *(keeper.settle(made).warnings if made else ()))
