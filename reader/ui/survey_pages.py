"""The room of the overview and the wording, and below it how far the comparing is."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.ui.desk import Desk
from reader.ui.overview import OverviewPage
from reader.ui.theme import Theme
from reader.ui.wording import WordingPage


class SurveyPages(QWidget):
    """Shows one of the two pages; letters that are pressed here do nothing to what is not seen."""

    escaped = Signal()

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("survey")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.overview = OverviewPage(desk, theme, self)
        self.wording = WordingPage(theme, desk.settings.scale, self)
        self.bar = QProgressBar(self)
        self.bar.setMaximum(100)
        self.stop = QPushButton(self.tr("Stop"), self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.overview)
        self._stack.addWidget(self.wording)
        self._strip = QWidget(self)
        self._strip.hide()
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(20, 0, 20, 10)
        row.addWidget(QLabel(self.tr("Comparing the agreements …"), self._strip))
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self._strip)

    def shows(self, page: QWidget) -> bool:
        """Say whether this is the page that is shown."""
        return self._stack.currentWidget() is page

    def show_progress(self, share: float) -> None:
        """Show how far the work is; what is done at once shows nothing."""
        self._strip.show()
        self.bar.setValue(int(100 * share))

    def end_progress(self) -> None:
        """Show that nothing is being made any more."""
        self._strip.hide()

    def turn_to(self, page: QWidget) -> None:
        """Show a page."""
        self._stack.setCurrentWidget(page)

    def event(self, event: QEvent) -> bool:
        """Keep letters from the window's shortcuts: nothing is to be changed in pages that are not seen."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~(
                Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
            )
            letter = event.text().isprintable() and event.text() != ""
            if not held and (letter or event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Escape)):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc returns to the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
