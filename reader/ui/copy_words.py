"""What a copy of the notebook is, in words: when and why it was made, and how it fares."""

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, Qt

from reader.notebook.copies import Copy
from reader.ui.actions import QT_TRANSLATE_NOOP

_WHY = {
    "": QT_TRANSLATE_NOOP("Backups", "Regular copy"),
    "before-upgrade": QT_TRANSLATE_NOOP("Backups", "Before a newer Randnote took it over"),
    "before-import": QT_TRANSLATE_NOOP("Backups", "Before an import"),
    "before-purge": QT_TRANSLATE_NOOP("Backups", "Before the bin was emptied"),
    "before-delete": QT_TRANSLATE_NOOP("Backups", "Before several notes were removed"),
    "before-restore": QT_TRANSLATE_NOOP("Backups", "Before a copy was restored"),
}


def why(copy: Copy) -> str:
    """Return why a copy was made; of a file that is none of ours, its name."""
    if not copy.number:
        return copy.path.name
    other = QT_TRANSLATE_NOOP("Backups", "For another reason")
    return QCoreApplication.translate("Backups", _WHY.get(copy.reason, other))


def when(time: str) -> str:
    """Return a time, ISO 8601 with its zone, as people here say it; as it is where it is none.

    Days near today are called so.
    """
    here = QDateTime.fromString(time, Qt.DateFormat.ISODateWithMs).toLocalTime()
    if not here.isValid():
        return time
    clock = QLocale().toString(here.time(), QLocale.FormatType.ShortFormat)
    days = here.date().daysTo(QDate.currentDate())
    if days == 0:
        return QCoreApplication.translate("Backups", "Today %1").replace("%1", clock)
    if days == 1:
        return QCoreApplication.translate("Backups", "Yesterday %1").replace("%1", clock)
    return f"{day(here.date())} {clock}"


def day(date: QDate) -> str:
    """Return a day with the name of its month."""
    return QLocale().toString(date, QCoreApplication.translate("Backups", "d MMMM yyyy"))


def state(copy: Copy) -> str:
    """Return how a copy fares as far as its name and its first look tell."""
    if copy.fault:
        return QCoreApplication.translate("Backups", "Cannot be read")
    if not copy.number:
        return QCoreApplication.translate("Backups", "Not read back yet")
    return QCoreApplication.translate("Backups", "Verified when made")


def held(copy: Copy) -> str:
    """Return what a copy holds, in one line."""
    parts = (
        QCoreApplication.translate("Backups", "%n highlight(s)", "", copy.highlights),
        QCoreApplication.translate("Backups", "%n other note(s)", "", copy.notes),
        QCoreApplication.translate("Backups", "%n categor(y/ies)", "", copy.categories),
        QCoreApplication.translate("Backups", "%n in the bin", "", copy.removed),
    )
    return " · ".join(parts)
