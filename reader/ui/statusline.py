"""The line at the bottom: what is open, notes in view, when the last change was saved, the text size."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from reader.ui.desk import Desk


class StatusLine(QStatusBar):
    """Says what the desk says, in a few words."""

    size_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._desk = desk
        self._open, self._notes, self._saved = QLabel(), QLabel(), QLabel()
        for label in (self._open, self._notes, self._saved):
            self.addWidget(label)
        self._size = QToolButton()
        self._size.setAutoRaise(True)
        self._size.setToolTip(self.tr("Back to normal text size"))
        self._size.clicked.connect(self.size_wanted)
        self.addPermanentWidget(self._size)
        desk.panes_changed.connect(self.show_counts)
        desk.thread_chosen.connect(self.show_counts)
        desk.notebook_changed.connect(self.show_counts)
        desk.registering.completed.connect(self.show_counts)
        desk.section_read.connect(self.show_counts)
        desk.settings_changed.connect(self.show_size)
        desk.saved.connect(self._show_saved)
        self.show_size()

    def show_counts(self) -> None:
        """Show how many agreements are open and how many notes the principle in view has."""
        self._open.setText(self.tr("%n agreement(s) open", "", len(self._desk.panes)))
        thread, number = self._desk.thread_in_view, self._desk.number_in_view()
        if thread is None or number is None:
            self._notes.setText("")
            return
        text = self.tr("%n note(s) in principle %1", "", self._desk.note_counts()[thread.id])
        self._notes.setText(text.replace("%1", str(number)))

    def show_size(self) -> None:
        """Show the text size in per cent."""
        self._size.setText(f"{round(self._desk.settings.scale * 100)} %")
        self._size.setAccessibleName(self.tr("Text size %1").replace("%1", self._size.text()))

    def _show_saved(self, time: str) -> None:
        self._saved.setText(self.tr("Saved %1").replace("%1", time))
