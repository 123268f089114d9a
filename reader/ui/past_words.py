"""What was done and when, in words: the history has codes and times in UTC."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from reader.notebook.forms import AGAIN, UNDONE, Form
from reader.notebook.past import BEGIN, CARRY, PURGE, SALVAGE
from reader.ui.actions import QT_TRANSLATE_NOOP
from reader.ui.commands import CONTEXT

_WORDS = {
    BEGIN: QT_TRANSLATE_NOOP("Ledger", "Beginning of the notebook"),
    PURGE: QT_TRANSLATE_NOOP("Ledger", "Delete for good"),
    SALVAGE: QT_TRANSLATE_NOOP("Ledger", "Salvage from a damaged notebook"),
    CARRY: QT_TRANSLATE_NOOP("Ledger", "Place in a new edition of the text"),
    "Import": QT_TRANSLATE_NOOP("Ledger", "Import"),
    "": QT_TRANSLATE_NOOP("Ledger", "Change"),
}
"""Words for the codes of the history; what is not among them has its English words there."""


def done(what: str) -> str:
    """Return what was done, in the language of the interface."""
    return QCoreApplication.translate(CONTEXT, _WORDS.get(what, what))


def done_by(form: Form) -> str:
    """Return how a form came about: what was done, taken back or done again."""
    if form.way == UNDONE:
        words = QCoreApplication.translate("History", "Taken back: %1")
    elif form.way == AGAIN:
        words = QCoreApplication.translate("History", "Done again: %1")
    else:
        return done(form.what)
    return words.replace("%1", done(form.what))


def when(time: str) -> str:
    """Return a time of the notebook as people here write it, in their own zone; as it is where it is none."""
    here = QDateTime.fromString(time, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return QLocale().toString(here, QLocale.FormatType.ShortFormat) if here.isValid() else time
