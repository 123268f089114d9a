"""What is said of the cells of the overview: in them, beside them, and to a screen reader."""

from collections.abc import Iterator

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from reader.text.decision import Decision
from reader.ui.cells import GridCell

SIGNS = {
    "same": "=",
    "reworded": "~",
    "renamed": "≈",
    "new": "+",
    "dropped": "×",
    "absent": "",
    "first": "",
    "mentions": "",
}
"""A sign for each shape of a cell, so that colour is never alone."""

_STATES = {
    "same": str(QT_TRANSLATE_NOOP("Overview", "same wording")),
    "reworded": str(QT_TRANSLATE_NOOP("Overview", "reworded")),
    "renamed": str(QT_TRANSLATE_NOOP("Overview", "renamed")),
    "renumbered": str(QT_TRANSLATE_NOOP("Overview", "new number")),
    "new": str(QT_TRANSLATE_NOOP("Overview", "new")),
    "dropped": str(QT_TRANSLATE_NOOP("Overview", "dropped")),
    "absent": str(QT_TRANSLATE_NOOP("Overview", "not yet")),
}
_ELSEWHERE = {
    "paragraph": str(QT_TRANSLATE_NOOP("Overview", "a paragraph lives on in %1")),
    "sentence": str(QT_TRANSLATE_NOOP("Overview", "a sentence lives on in %1")),
    "clause": str(QT_TRANSLATE_NOOP("Overview", "a clause lives on in %1")),
}
_FROM = {
    "paragraph": str(QT_TRANSLATE_NOOP("Overview", "with a paragraph from %1")),
    "sentence": str(QT_TRANSLATE_NOOP("Overview", "with a sentence from %1")),
    "clause": str(QT_TRANSLATE_NOOP("Overview", "with a clause from %1")),
}
_VERDICTS = {
    "confirmed": str(QT_TRANSLATE_NOOP("Overview", "confirmed by you")),
    "changed": str(QT_TRANSLATE_NOOP("Overview", "chosen by you")),
    "refused": str(QT_TRANSLATE_NOOP("Overview", "refused by you")),
}


def state(name: str) -> str:
    """Return the word for what became of a principle."""
    return QCoreApplication.translate("Overview", _STATES[name])


def head(cell: GridCell) -> str:
    """Return the first line of a cell: what happened to the principle there."""
    if cell.shape == "mentions":
        count = len(cell.mentions)
        return QCoreApplication.translate("Overview", "%n mention(s)", "", count) if count else ""
    if cell.shape in ("new", "dropped"):
        return state(cell.shape)
    return ", ".join(state(name) for name in cell.states)


def amount(cell: GridCell) -> str:
    """Return how much changed: words and share; empty where nothing did."""
    parts = []
    if cell.changed:
        parts.append(QCoreApplication.translate("Overview", "%n word(s) changed", "", cell.changed))
    if cell.moved:
        parts.append(QCoreApplication.translate("Overview", "%n moved", "", cell.moved))
    if cell.share:
        parts.append(f"{max(1, round(100 * cell.share))} %")
    return " · ".join(parts)


def elsewhere(cell: GridCell) -> Iterator[str]:
    """Return a line for each passage that went to another principle or came from one."""
    for partial in cell.went:
        said = QCoreApplication.translate("Overview", _ELSEWHERE[partial.kind])
        yield said.replace("%1", str(partial.other.number))
    for partial in cell.came:
        said = QCoreApplication.translate("Overview", _FROM[partial.kind])
        yield said.replace("%1", str(partial.one.number))


def verdict(decision: Decision) -> str:
    """Return what the person decided, with the reason."""
    said = QCoreApplication.translate("Overview", _VERDICTS[decision.verdict])
    return f"{said}: {decision.note}" if decision.note else said


def spoken(title: str, cell: GridCell) -> str:
    """Return all of a cell in words."""
    parts = [title, cell.agreement.short]
    if cell.member:
        number = QCoreApplication.translate("Overview", "principle %1").replace("%1", str(cell.member.number))
        parts.append(number)
    elif cell.shape == "absent":
        parts.append(state("absent"))
    parts += [head(cell), amount(cell), *elsewhere(cell)]
    if cell.title and cell.title != title:
        parts.append(QCoreApplication.translate("Overview", "called “%1”").replace("%1", cell.title))
    if cell.notes:
        parts.append(QCoreApplication.translate("Overview", "%n note(s)", "", cell.notes))
    parts += [verdict(decision) for decision in cell.decisions]
    return ", ".join(part for part in parts if part)
