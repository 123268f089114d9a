"""Says how far the texts are established, when that takes long enough to be noticed, and lets one stop it."""

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QProgressDialog

_NOTICED = 0.8
"""Seconds after which a person wonders what happens."""


class Establishing:
    """Is told the share that is done, from 0 to 1; answers whether to go on."""

    def __init__(self) -> None:
        self._begun: float | None = None
        self._dialog: QProgressDialog | None = None

    def __call__(self, share: float) -> bool:
        """Show the share once it has taken a while."""
        if self._begun is None or share == 0.0:
            self._begun = monotonic()
        if share == 1.0:
            self._end()
            return True
        if self._dialog is None and monotonic() - self._begun < _NOTICED:
            return True
        dialog = self._dialog = self._dialog or self._shown()
        dialog.setValue(round(share * 100))
        QCoreApplication.processEvents()
        return not dialog.wasCanceled()

    def _end(self) -> None:
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None

    def _shown(self) -> "QProgressDialog":
        from PySide6.QtWidgets import QProgressDialog

        said = QCoreApplication.translate("Establishing", "The texts are established from their sources …")
        stop = QCoreApplication.translate("Establishing", "Stop")
        made = QProgressDialog(said, stop, 0, 100)
        made.setMinimumDuration(0)
        made.show()
        return made
