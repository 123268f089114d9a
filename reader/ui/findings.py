"""What was done to a text and what should be known of it: one kind of row for emendations and remarks."""

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Qt
from PySide6.QtCore import QPersistentModelIndex as Persistent

from reader.text.agreement import Edition, Emendation, Place, Remark
from reader.text.words import fold
from reader.ui.actions import QT_TRANSLATE_NOOP

FINDING = Qt.ItemDataRole.UserRole
_AROUND = 28

Index = QModelIndex | Persistent


class Sort(Enum):
    """What a person asks to see of a text's making; the value is its name, not yet translated."""

    CHANGED = QT_TRANSLATE_NOOP("Findings", "Changed words")
    LEFT_OUT = QT_TRANSLATE_NOOP("Findings", "Left out")
    SPACE = QT_TRANSLATE_NOOP("Findings", "Line ends and spaces")
    READING = QT_TRANSLATE_NOOP("Findings", "Doubtful readings")
    VARIANT = QT_TRANSLATE_NOOP("Findings", "Other words in a witness")
    MISREAD = QT_TRANSLATE_NOOP("Findings", "Letters misread in a witness")
    SUM = QT_TRANSLATE_NOOP("Findings", "Sums")


_SORTS = {
    "hyphen": Sort.CHANGED,
    "letter": Sort.CHANGED,
    "markup": Sort.CHANGED,
    "emphasis": Sort.CHANGED,
    "furniture": Sort.LEFT_OUT,
    "web-noise": Sort.LEFT_OUT,
    "reading": Sort.READING,
    "variant": Sort.VARIANT,
    "misread": Sort.MISREAD,
    "sum": Sort.SUM,
}
NAMES: dict[str, str] = {
    "hyphen": QT_TRANSLATE_NOOP("Findings", "word parted at a line end"),
    "letter": QT_TRANSLATE_NOOP("Findings", "letters restored"),
    "markup": QT_TRANSLATE_NOOP("Findings", "markup left out"),
    "emphasis": QT_TRANSLATE_NOOP("Findings", "signs for italics left out"),
    "furniture": QT_TRANSLATE_NOOP("Findings", "belongs to the printed page"),
    "web-noise": QT_TRANSLATE_NOOP("Findings", "belongs to the web page"),
    "line-break": QT_TRANSLATE_NOOP("Findings", "line end"),
    "list-mark": QT_TRANSLATE_NOOP("Findings", "sign of a list"),
    "paragraph": QT_TRANSLATE_NOOP("Findings", "paragraph"),
    "spacing": QT_TRANSLATE_NOOP("Findings", "spaces"),
    "table": QT_TRANSLATE_NOOP("Findings", "cells of a table"),
    "reading": QT_TRANSLATE_NOOP("Findings", "looks wrong in the source"),
    "variant": QT_TRANSLATE_NOOP("Findings", "another witness has"),
    "misread": QT_TRANSLATE_NOOP("Findings", "a machine read"),
    "sum": QT_TRANSLATE_NOOP("Findings", "the rows make"),
}


class Finding(NamedTuple):
    """An emendation or a remark: `before` stood in the source, `after` is in the edition at `start`-`end`.

    Of a remark `after` is the text as it stands and `before` what else is read or expected. `around` are the
    words around what was left out.
    """

    kind: str
    sort: Sort
    before: str
    after: str
    start: int
    end: int
    place: Place
    around: str = ""

    @property
    def is_remark(self) -> bool:
        """Whether it changed nothing."""
        return self.sort in (Sort.READING, Sort.VARIANT, Sort.MISREAD, Sort.SUM)

    @property
    def name(self) -> str:
        """What its kind is called in the interface."""
        return QCoreApplication.translate("Findings", NAMES.get(self.kind, self.kind))


def findings(edition: Edition, emendations: Iterable[Emendation], remarks: Iterable[Remark]) -> list[Finding]:
    """Return everything on record of an edition, in the order of its text."""
    text = edition.text
    found = [
        Finding(e.kind, _SORTS.get(e.kind, Sort.SPACE), e.before, e.after, e.at, e.at + len(e.after), e.place)
        for e in emendations
    ]
    found += [
        Finding(r.kind, _SORTS[r.kind], r.reading, text[r.start : r.end], r.start, r.end, r.place)
        for r in remarks
    ]
    return sorted((_with_words_around(one, text) for one in found), key=lambda one: (one.start, one.end))


def _with_words_around(finding: Finding, text: str) -> Finding:
    if finding.after.strip():
        return finding
    before = text[max(0, finding.start - _AROUND) : finding.start].partition(" ")[2]
    return finding._replace(around=f"{before}‸{text[finding.end : finding.end + _AROUND].rpartition(' ')[0]}")


def visible(words: str) -> str:
    """Return words on one line, with signs for line ends and tabs."""
    return words.replace("\n", "⏎").replace("\t", "⇥")


class Findings(QAbstractListModel):
    """The rows of one sort, with certain words; made of thousands without delay."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Finding] = ()
        self._shown: list[Finding] = []

    def set_findings(self, found: Sequence[Finding]) -> None:
        """Take another edition's record."""
        self._all = found

    def count(self, sort: Sort) -> int:
        """Return how many there are of a sort."""
        return sum(one.sort is sort for one in self._all)

    def show(self, sort: Sort, words: str) -> None:
        """Show those of a sort that hold these words."""
        wanted = fold(words)
        self.beginResetModel()
        self._shown = [one for one in self._all if one.sort is sort and _holds(one, wanted)]
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row, or what is said of it."""
        found = self._shown[index.row()]
        if role == FINDING:
            return found
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.spoken(found)
        return None

    def spoken(self, found: Finding) -> str:
        """Return a row in words."""
        line = self.tr("line %1").replace("%1", str(found.place.first))
        return f"{found.name}, {line}: {visible(found.before)} → {visible(found.after)}"


def _holds(found: Finding, words: str) -> bool:
    return not words or words in fold(f"{found.before} {found.after} {found.around}")
