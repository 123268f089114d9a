"""Reading the notebook into its register while the window goes on: a portion in each turn."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import ReaderError
from reader.notebook.records import Touched
from reader.ui.causes import in_words
from reader.ui.register import Register

if TYPE_CHECKING:
    from reader.ui.texts import Texts


class Registering(QObject):
    """Fills the register once it is asked for, and has it keep up with every change.

    A small notebook, and a small change, is read at once; of a large one a portion is, and the rest follows.
    """

    completed = Signal()
    """Everything is in the register now that was not when it was last asked."""

    def __init__(self, texts: "Texts") -> None:
        super().__init__(texts)
        self._texts = texts
        shelf = [agreement.id for agreement in texts.library.agreements]
        self._register = Register(texts.notebook, shelf, texts.edition, texts.span_of)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._read_on)
        texts.notebook_changed.connect(self._follow)
        texts.standings.changed.connect(self._look_again)

    def register(self) -> Register:
        """Return the register as far as it is filled, and as the notebook's history is now."""
        done = self._attempt(self._register.catch_up if self._register.has_begun else self._begin)
        if done and not self._register.is_complete:
            self._timer.start()
        return self._register

    def stop(self) -> None:
        """Read no further: the notebook is about to be closed."""
        self._timer.stop()

    def _begin(self) -> None:
        self._register.begin(self._texts.read_first())

    def _follow(self, _touched: Touched) -> None:
        if self._register.has_begun:
            self.register()

    def _look_again(self) -> None:
        if self._register.has_begun and self._texts.notebook.read_only:
            # What is sure of a place in a new edition cannot be saved there.
            self._register.look_again()
            self.register()

    def _attempt(self, read: Callable[[], None]) -> bool:
        try:
            read()
        except ReaderError as error:
            self._timer.stop()
            self._texts.failed.emit(in_words(error))
            return False
        return True

    def _read_on(self) -> None:
        if self._attempt(self._register.read) and self._register.is_complete:
            self._timer.stop()
            self.completed.emit()
