"""A copy of a database made a few pages at a time, in the thread that has it, with other work in between."""

import sqlite3
from collections.abc import Iterator
from threading import Semaphore, Thread

PAGES = 500
"""How many pages go in one step: about 5 ms, and 2 MB."""


def copying(source: sqlite3.Connection, target: sqlite3.Connection, pages: int = PAGES) -> Iterator[None]:
    """Copy a database into another, some pages at each step; sqlite3.Error if that fails.

    Between two steps the source may be read and written: SQLite brings what is written through the same
    connection into the copy as well. A copy that is not taken to its end is let go.
    """
    loan = _Loan(source, target, pages)
    try:
        while loan.step():
            yield
    finally:
        loan.end()


class _Unwanted(Exception):  # noqa: N818 - read as a sentence: "raise _Unwanted"
    """Nobody wants the rest of the copy."""


class _Loan:
    """Python's `backup` returns only at its end, so it runs in a thread of its own, which holds still.

    The connection is lent: of the two threads one waits whenever the other goes on.
    """

    def __init__(self, source: sqlite3.Connection, target: sqlite3.Connection, pages: int) -> None:
        self._pair = source, target
        self._pages = pages
        self._go, self._paused = Semaphore(0), Semaphore(0)
        self._wanted, self._ended = True, False
        self._fault: BaseException | None = None
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def step(self) -> bool:
        """Take one step and say whether there are more."""
        self._go.release()
        self._paused.acquire()
        if self._fault:
            raise self._fault
        return not self._ended

    def end(self) -> None:
        """Let go of what is not done."""
        self._wanted = False
        self._go.release()
        self._thread.join()

    def _run(self) -> None:
        self._go.acquire()
        try:
            if self._wanted:
                source, target = self._pair
                source.backup(target, pages=self._pages, progress=self._pause, sleep=0.01)
        except _Unwanted:
            pass
        except BaseException as fault:  # noqa: BLE001 - raised again in the thread that waits
            self._fault = fault
        self._ended = True
        self._paused.release()

    def _pause(self, _status: int, remaining: int, _total: int) -> None:
        # What is written after the last page is no longer brought into the copy: there is no pause there.
        if remaining:
            self._paused.release()
            self._go.acquire()
            if not self._wanted:
                raise _Unwanted
