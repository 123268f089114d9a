"""What is said of a change: what stood there before, what it became, where it went."""

from html import escape

from PySide6.QtCore import QCoreApplication

from reader.ui.actions import QT_TRANSLATE_NOOP
from reader.ui.desk import Desk
from reader.ui.traces import ALONE, MOVED, Trace, Traces

_MOST = 360
"""How many code points of a passage are quoted."""
CLASS_NAMES = {
    "modal": QT_TRANSLATE_NOOP("Changes", "how binding it is"),
    "negation": QT_TRANSLATE_NOOP("Changes", "a negation"),
    "number": QT_TRANSLATE_NOOP("Changes", "a number"),
    "date": QT_TRANSLATE_NOOP("Changes", "a date"),
    "party": QT_TRANSLATE_NOOP("Changes", "who is bound"),
    "letters": QT_TRANSLATE_NOOP("Changes", "only letters or spaces, perhaps a misreading"),
    "punctuation": QT_TRANSLATE_NOOP("Changes", "only punctuation"),
}


def said(trace: Trace, desk: Desk) -> str:
    """Return what a change is, in one or two plain lines."""
    if trace.kind == MOVED:
        return _said_of_move(trace, desk)
    other = desk.short(trace.agreement)
    if trace.kind == ALONE:
        text = (
            QCoreApplication.translate("Changes", "New: %1 has nothing that answers this.")
            if trace.came
            else QCoreApplication.translate("Changes", "Dropped: not in %1.")
        )
        return text.replace("%1", other)
    line = _said_of_words(trace).replace("%1", other)
    if not trace.classes:
        return line
    kinds = ", ".join(QCoreApplication.translate("Changes", CLASS_NAMES[name]) for name in trace.classes)
    return (
        f"{line}\n({kinds})"
        if trace.faint
        else f"{line}\n" + QCoreApplication.translate("Changes", "Decisive: %1").replace("%1", kinds)
    )


def _said_of_words(trace: Trace) -> str:
    gone, new = _quoted(trace.gone), _quoted(trace.new)
    if not new:
        text = (
            QCoreApplication.translate("Changes", "Stood in %1, gone here: %2")
            if trace.came
            else QCoreApplication.translate("Changes", "Gone in %1: %2")
        )
        return text.replace("%2", gone)
    if not gone:
        text = (
            QCoreApplication.translate("Changes", "New since %1: %2")
            if trace.came
            else QCoreApplication.translate("Changes", "Added here in %1: %2")
        )
        return text.replace("%2", new)
    text = (
        QCoreApplication.translate("Changes", "Was in %1: %2")
        if trace.came
        else QCoreApplication.translate("Changes", "Became in %1: %2")
    )
    return text.replace("%2", gone if trace.came else new)


def _said_of_move(trace: Trace, desk: Desk) -> str:
    if trace.number is None:
        text = (
            QCoreApplication.translate("Changes", "Moved here from another place in %1.")
            if trace.came
            else QCoreApplication.translate("Changes", "Moved to another place in %1.")
        )
    elif trace.came:
        text = QCoreApplication.translate("Changes", "Moved here from principle %2 of %1.")
    else:
        text = QCoreApplication.translate("Changes", "Moved to principle %2 of %1.")
    text = text.replace("%1", desk.short(trace.agreement)).replace("%2", str(trace.number))
    return f"{text}\n" + QCoreApplication.translate(
        "Changes", "Click the arrow, or press Enter in the passage, to go there."
    )


def _quoted(words: str) -> str:
    words = words.strip()
    return f"“{words[:_MOST]}{'…' if len(words) > _MOST else ''}”" if words else ""


class ChangeTips:
    """Says of the changes on a page what a tooltip shows."""

    def __init__(self, traces: Traces, desk: Desk) -> None:
        self._traces = traces
        self._desk = desk

    def at(self, offset: int) -> str:
        """Return what is said of the changes on a code point, as rich text; empty for none."""
        lines = (escape(said(trace, self._desk)) for trace in self._traces.at(offset))
        return "<hr>".join(line.replace("\n", "<br>") for line in lines)


def counted(traces: Traces, base: str) -> str:
    """Return how many changes a page has, and against what: `12 changes · 3 decisive · since ØA14`."""
    changes, decisive = len(traces.changes), len(traces.decisive)
    parts = [QCoreApplication.translate("Changes", "%n change(s)", "", changes)]
    if decisive:
        parts.append(QCoreApplication.translate("Changes", "%n decisive", "", decisive))
    return " · ".join([*parts, QCoreApplication.translate("Changes", "against %1").replace("%1", base)])
