"""Who wrote a note, in words: for those that came from colleagues."""

from PySide6.QtCore import QCoreApplication

from reader.errors import ReaderError
from reader.notebook.records import Highlight, Note
from reader.ui.desk import Desk


def by_whom(desk: Desk, record: Highlight | Note) -> str:
    """Return who wrote a colleague's note, and whether it says something else here; empty for one's own."""
    if not record.origin:
        return ""
    if _is_changed_here(desk, record):
        return QCoreApplication.translate("Names", "%1, changed by you").replace("%1", record.origin)
    return record.origin


def _is_changed_here(desk: Desk, record: Highlight | Note) -> bool:
    # Loaded only where there are notes of colleagues.
    from reader.notebook.shared import is_changed_here

    try:
        return is_changed_here(desk.notebook, record)
    except ReaderError:
        return False  # a history that is damaged is told by whoever shows it
