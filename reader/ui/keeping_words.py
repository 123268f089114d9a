"""What went wrong with a copy of the notebook, in words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.ui.causes import of_kind

if TYPE_CHECKING:
    from reader.notebook.sentences import Sentence


def warning_in_words(warning: "Sentence") -> str:
    """Return what went wrong with a copy, in the interface's language: what happened, what was kept, why."""
    translate = QCoreApplication.translate
    said = {
        "away": translate(
            "Keeping",
            "The second place for copies is not there now: %1. The copy in the first place is made. Connect "
            "it, or choose another place.",
        ),
        "second": translate(
            "Keeping",
            "No copy could be made in the second place: %1. The copy in the first place is made. Look "
            "whether there is room, and whether you may write there.",
        ),
        "outdated": translate(
            "Keeping", "Old copies in %1 could not be removed. Nothing is lost by that; they only take room."
        ),
    }.get(warning.kind)
    if said:
        return said.replace("%1", warning.path)
    first = translate("Keeping", "The notebook could not be backed up. Your notes are saved as always.")
    return f"{first} {of_kind(warning.kind) or warning}"
