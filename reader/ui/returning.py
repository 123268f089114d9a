"""After an undo or a redo: the page where it can be seen, and words where it cannot."""

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.notebook.records import Highlight, Note, Touched
from reader.ui.causes import in_words
from reader.ui.desk import Desk
from reader.ui.panes import Panes
from reader.ui.places import place_of, span_of


class Returning(QObject):
    """Brings the panes to what was taken back or done again, if it is not seen already."""

    said = Signal(str)

    def __init__(self, desk: Desk, panes: Panes) -> None:
        super().__init__(panes)
        self._desk = desk
        self._panes = panes
        desk.stepped.connect(self._show)

    def _show(self, touched: Touched) -> None:
        try:
            record = self._one_of(touched)
            if record is None or not self._is_shown(record) or not self._desk.settings.notes:
                self._say(touched, record)
        except ReaderError as error:
            self._desk.failed.emit(in_words(error))

    def _one_of(self, touched: Touched) -> Highlight | Note | None:
        """Return the record that a step was about, from the bin if it is there now; None if of several."""
        if len(touched.records) != 1:
            return None
        (record_id,) = touched.records
        notebook = self._desk.notebook
        living = notebook.highlight(record_id) or notebook.note(record_id)
        return living or next((one.record for one in notebook.removed([record_id])), None)

    def _is_shown(self, record: Highlight | Note) -> bool:
        """Bring a record's place into view; False where it has none, or the pages are not seen."""
        span = span_of(self._desk, record)
        if span is None or not self._panes.isVisible():
            return False
        whole = isinstance(record, Note) and record.principle is None
        if not (self._is_open(record.agreement) if whole else self._is_seen(record.agreement, span[0])):
            self._desk.go_to(record.agreement, span[0])
        if self._desk.notebook.highlight(record.id):
            self._desk.choose_highlight(record.id)
        return True

    def _is_open(self, agreement: str) -> bool:
        return agreement in self._desk.panes

    def _is_seen(self, agreement: str, offset: int) -> bool:
        views = [pane.view for pane in self._panes.panes() if pane.agreement == agreement]
        return any(view.seen()[0] <= offset < view.seen()[1] for view in views)

    def _say(self, touched: Touched, record: Highlight | Note | None) -> None:
        from reader.ui.past_words import done_by

        newest = (self._desk.notebook.forms(record_id, most=1) for record_id in sorted(touched.records))
        words = next((done_by(form[0]) for form in newest if form), "")
        if words:
            self.said.emit(f"{words} · {place_of(self._desk, record)}" if record else words)
