"""Words that stand in an editor and are not on disk: tried again by themselves, and never forgotten."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from reader.notebook.records import Highlight, Note

_AGAIN = 3000
"""Milliseconds between two tries."""


class Unsaved(QObject):
    """Knows what could not be saved, and has it tried again every few seconds and whenever the focus goes on.

    `why` is the sentence of the last failure, in the interface's language.
    """

    changed = Signal()
    again = Signal()
    """Whoever holds words that are not saved is to try now."""
    saved = Signal()
    """All that was not saved is on disk."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.why = ""
        self._held: dict[str, Highlight | Note] = {}
        self._timer: QTimer | None = None

    def records(self) -> list[Highlight | Note]:
        """Return the records as the person wanted them."""
        return list(self._held.values())

    def hold(self, record: Highlight | Note, why: str) -> None:
        """Note that a record could not be saved as it is here."""
        told = record.id in self._held and why == self.why
        self._held[record.id] = record
        self.why = why
        self._watch()
        if not told:
            self.changed.emit()

    def let_go(self, record_id: str) -> None:
        """Note that a record is on disk as it should be."""
        if self._held.pop(record_id, None) is None:
            return
        if not self._held:
            self._end()
            self.saved.emit()
        self.changed.emit()

    def forget(self) -> None:
        """Hold nothing more: the person let it go."""
        self._held.clear()
        self._end()
        self.changed.emit()

    def try_again(self) -> bool:
        """Try now, and say whether everything is saved."""
        if self._held:
            self.again.emit()
        return not self._held

    def _watch(self) -> None:
        # Made when first needed: a start has nothing to hold.
        if self._timer is None:
            self._timer = QTimer(self)
            self._timer.setInterval(_AGAIN)
            self._timer.timeout.connect(self.try_again)
        if not self._timer.isActive():
            self._timer.start()
            _application().focusChanged.connect(self._focus_changed)

    def _end(self) -> None:
        self.why = ""
        if self._timer is not None and self._timer.isActive():
            self._timer.stop()
            _application().focusChanged.disconnect(self._focus_changed)

    def _focus_changed(self) -> None:
        # Once the focus is where it goes: saving may change what is shown.
        QTimer.singleShot(0, self.try_again)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)  # noqa: S101 - words are typed into a window
    return application
