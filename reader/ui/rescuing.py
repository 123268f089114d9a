"""A rescue copy: what is not saved, and the whole notebook, as plain files where the person wants them."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.notebook.rescue import Rescued, rescue
from reader.ui.desk import Desk


def ask_folder(parent: QWidget, home: Path) -> Path | None:
    """Ask for a folder, beginning in the documents; None if none is wanted.

    `home` is the person's folder, where Qt keeps what its dialog has seen.
    """
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(home))
    title = QCoreApplication.translate("Rescue", "Save a rescue copy in this folder")
    chosen = QFileDialog.getExistingDirectory(parent, title, str(suggested()))
    return Path(chosen) if chosen else None


def suggested() -> Path:
    """Return the folder of documents, or else the home folder."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()


def rescue_into(desk: Desk, folder: Path) -> Rescued:
    """Write everything into a folder; NotebookError if that cannot be done either."""
    return rescue(desk.notebook, desk.unsaved.records(), folder)


def told(rescued: Rescued) -> str:
    """Return where a rescue copy is, and that not all of it could be read where that is so."""
    said = QCoreApplication.translate("Rescue", "The rescue copy is in %1 and %2.")
    said = said.replace("%1", str(rescued.markdown)).replace("%2", rescued.lines.name)
    if rescued.missing:
        part = "A part of the notebook could not be read, and is taken from the journal beside it."
        said += " " + QCoreApplication.translate("Rescue", part)
    return said
