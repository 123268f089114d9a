"""Times as they are written here."""

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale


def moment(time: str) -> str:
    """Return a time of a record, ISO 8601 with its zone, as it is written here; as it is if it is none."""
    try:
        seconds = int(datetime.fromisoformat(time).timestamp())
    except ValueError:
        return time
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(seconds), QLocale.FormatType.ShortFormat)
