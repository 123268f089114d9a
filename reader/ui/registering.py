"""Reading the notebook into its register while the window goes on: a portion in each turn."""

import gc
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import ReaderError
from reader.notebook.records import Touched
from reader.ui.causes import in_words

if TYPE_CHECKING:
    from reader.ui.register import Register
    from reader.ui.texts import Texts

_SET_ASIDE = 40
"""After how many portions what was read is set aside."""


class Registering(QObject):
    """Fills the register once it is asked for, and has it keep up with every change.

    A small notebook, and a small change, is read at once; of a large one a portion is, and the rest follows.
    """

    completed = Signal()
    """Everything is in the register now that was not when it was last asked."""

    def __init__(self, texts: "Texts") -> None:
        super().__init__(texts)
        self._texts = texts
        self._register: Register | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._read_on)
        self._portions = 0
        texts.notebook_changed.connect(self._follow)
        texts.standings.changed.connect(self._look_again)

    @property
    def is_reading(self) -> bool:
        """Whether there is more to be read, and it is being read."""
        return self._timer.isActive()

    def register(self) -> "Register":
        """Return the register as far as it is filled, and as the notebook's history is now."""
        if self._register is None:
            self._register = self._made()
        register, first = self._register, self._texts.read_first()
        read = register.catch_up if register.has_begun else partial(register.begin, first)
        if self._attempt(read) and not register.is_complete:
            self._timer.start()
        return register

    def _made(self) -> "Register":
        # No page needs it to be painted.
        from reader.ui.register import Register

        texts = self._texts
        shelf = [agreement.id for agreement in texts.library.agreements]
        return Register(texts.notebook, shelf, texts.edition, texts.span_of)

    def stop(self) -> None:
        """Read no further: the notebook is about to be closed."""
        self._timer.stop()
        gc.unfreeze()

    def _follow(self, _touched: Touched) -> None:
        if self._register is not None:
            self.register()

    def _look_again(self) -> None:
        if self._register is not None and self._texts.notebook.read_only:
            # What is sure of a place in a new edition cannot be saved there.
            self._register.look_again()
            if self.register().is_complete:
                self.completed.emit()

    def _attempt(self, read: Callable[[], None]) -> bool:
        try:
            read()
        except ReaderError as error:
            self._timer.stop()
            self._texts.failed.emit(in_words(error))
            return False
        return True

    def _read_on(self) -> None:
        register = self._register
        if register is None or not self._attempt(register.read):
            return
        self._portions += 1
        if self._portions % _SET_ASIDE == 0 or register.is_complete:
            _set_aside()
        if register.is_complete:
            self._timer.stop()
            self.completed.emit()


def _set_aside() -> None:
    """Have Python look for what nobody needs any more among what is new only.

    A hundred thousand slips are there for as long as the notebook is open: to look through them all again and
    again is a tenth of a second each time, in which the window would not answer.
    """
    gc.collect(1)
    gc.freeze()
