"""How the ways out are called, and what each means."""

from PySide6.QtCore import QCoreApplication

from reader.errors import Kind
from reader.notebook.copies import Copy
from reader.notebook.lock import Holder
from reader.ui.salvage_report import counted
from reader.ui.times import moment
from reader.ui.ways import Way


def title_of(kind: Kind) -> str:
    """Return what stands above a dialog about a notebook that was refused for this."""
    translate = QCoreApplication.translate
    if kind == "held":
        return translate("Opening", "Your notebook is open already")
    if kind == "missing":
        return translate("Opening", "Your notebook is not where it was")
    if kind == "damaged":
        return translate("Opening", "Your notebook is damaged")
    return translate("Opening", "Your notebook cannot be opened")


def gone_but_copied() -> str:
    """Return what is said where there is no notebook and no journal, but copies."""
    return QCoreApplication.translate(
        "Opening", "There is no notebook here any more, but there are copies of it. Nothing was changed."
    )


def held_by(holder: Holder | None) -> str:
    """Return who has a notebook and since when; empty if nobody signed."""
    if holder is None:
        return ""
    said = QCoreApplication.translate(
        "Opening", "It has been open since %1 on the computer %2 (process %3). Nothing was changed here."
    )
    return (
        said.replace("%1", moment(holder.since))
        .replace("%2", holder.computer)
        .replace("%3", str(holder.process))
    )


def words_of(way: Way, kind: Kind) -> tuple[str, str]:
    """Return what a way is called, and what it means."""
    translate = QCoreApplication.translate
    kept = _kept()
    said: dict[Way, tuple[str, str]] = {
        "read": (
            translate("Opening", "Open read-only"),
            translate("Opening", "You can read, search and export. Nothing can be changed."),
        ),
        "again": (
            translate("Opening", "Try again"),
            translate("Opening", "Once it is closed there.")
            if kind == "held"
            else translate("Opening", "Once the cause is gone."),
        ),
        "salvage": (
            translate("Opening", "Salvage into a new notebook"),
            translate(
                "Opening",
                "Everything that is left in the file, in the journal beside it and in the copies is put "
                "together. You are told what is missing.",
            )
            + " "
            + kept,
        ),
        "restore": (
            translate("Opening", "Restore the newest sound copy"),
            translate("Opening", "Looking for it …"),
        ),
        "begin": (translate("Opening", "Begin a new notebook"), "" if kind == "missing" else kept),
        "go on": (
            translate("Opening", "Go on with it as it is"),
            translate("Opening", "What is sound is shown. What is damaged is left as it is."),
        ),
    }
    return said[way]


def words_of_copy(copy: Copy, kind: Kind) -> tuple[str, str]:
    """Return what restoring a copy is called, and what it means."""
    name = QCoreApplication.translate("Opening", "Restore the copy of %1").replace("%1", moment(copy.made))
    held = QCoreApplication.translate("Opening", "It holds %1, last changed %2.")
    held = held.replace("%1", counted(copy.highlights, copy.notes)).replace("%2", moment(copy.changed))
    return name, held if kind == "missing" else f"{held} {_kept()}"


def _kept() -> str:
    return QCoreApplication.translate(
        "Opening", "What is here now is moved into a folder beside, and kept whole."
    )
