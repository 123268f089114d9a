"""Links in a note: the person is asked before one opens."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.ui.rendering import openable

_SHOWN = 160


class LinkQuestion(QMessageBox):
    """Asks whether an address from a note may be opened, and opens it only then."""

    def __init__(self, address: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._address = QUrl(address, QUrl.ParsingMode.TolerantMode)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Question)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(self.tr("Open a link"))
        self.setText(f"{self._question()}\n\n{self._in_lines()}")
        self.setStandardButtons(QMessageBox.StandardButton.Open | QMessageBox.StandardButton.Cancel)
        self.setDefaultButton(QMessageBox.StandardButton.Cancel)
        self.finished.connect(self._answered)

    def _question(self) -> str:
        if self._address.scheme().lower() == "mailto":
            return self.tr("Write a mail to this address?")
        # As it is sent: letters that only look like those of a known name are seen.
        host = self._address.host(QUrl.ComponentFormattingOption.FullyEncoded)
        return self.tr("Open this address at {host} outside the program?").format(host=host)

    def _in_lines(self) -> str:
        address = self._address.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        shown = address if len(address) <= _SHOWN else address[:_SHOWN] + " …"
        return "\n".join(shown[at : at + 54] for at in range(0, len(shown), 54))

    def _answered(self, answer: int) -> None:
        allowed = answer == QMessageBox.StandardButton.Open.value
        if allowed and self._address.isValid() and openable(self._address.toString()):
            QDesktopServices.openUrl(self._address)
