"""The one question before anything is deleted for good, in words that leave nothing out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget


class BinQuestion(QMessageBox):
    """Asks whether records are to be deleted for good; `agreed` carries their ids."""

    agreed = Signal(list)

    def __init__(self, ids: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._ids = list(ids)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(self.tr("Delete for good"))
        asked = self.tr("Delete %n note(s) for good?", "", len(ids))
        told = self.tr(
            "This cannot be undone, and neither can anything that was done before it: undo begins anew from "
            "here.\n\nA copy of the notebook is made first. That copy, backups made earlier, and notebooks "
            "that were moved aside still have the words."
        )
        self.setText(f"{asked}\n\n{told}")
        self.delete = self.addButton(self.tr("Delete for good"), QMessageBox.ButtonRole.DestructiveRole)
        self.keep = self.addButton(QMessageBox.StandardButton.Cancel)
        self.setDefaultButton(self.keep)
        self.setEscapeButton(self.keep)
        self.buttonClicked.connect(self._answered)

    def _answered(self, button: QAbstractButton) -> None:
        if button is self.delete:
            self.agreed.emit(self._ids)
