"""What a salvage found and what is missing, in the interface's language: to be read, and kept beside."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from reader.notebook.mending import Mended
from reader.notebook.sentences import Sentence


def report(mended: Mended) -> str:
    """Return the report in full."""
    return "\n".join(_lines(mended)) + "\n"


def counted(highlights: int, notes: int) -> str:
    """Return how many highlights and notes there are, in words."""
    marked = QCoreApplication.translate("Report", "%n highlight(s)", "", highlights)
    noted = QCoreApplication.translate("Report", "%n other note(s)", "", notes)
    both = QCoreApplication.translate("Report", "%1 and %2")
    return both.replace("%1", marked).replace("%2", noted)


def _lines(mended: Mended) -> Iterator[str]:
    translate = QCoreApplication.translate
    done = mended.salvaged
    now = QLocale().toString(QDateTime.currentDateTime(), QLocale.FormatType.ShortFormat)
    yield translate("Report", "Salvaged on %1").replace("%1", now)
    yield ""
    yield translate("Report", "The notebook: %1").replace("%1", str(done.notebook))
    yield translate("Report", "It holds %1.").replace("%1", counted(done.highlights, done.notes))
    if mended.away:
        yield translate("Report", "What was there before is kept in %1").replace("%1", str(mended.away))
    yield ""
    yield from _missing(done.missing)
    yield ""
    yield translate("Report", "Steps of the history that were found: %1").replace("%1", str(done.steps))
    yield translate("Report", "What was read:")
    yield from (f"· {name}: {_damaged(count)}" for name, count in done.sources)
    if done.doubts:
        yield ""
        yield translate("Report", "What may not be as it last was:")
        yield from (f"· {_doubt(doubt)}" for doubt in done.doubts)


def _missing(numbers: Sequence[int]) -> Iterator[str]:
    if not numbers:
        yield QCoreApplication.translate("Report", "Nothing is missing: every step of the history was found.")
        return
    yield QCoreApplication.translate(
        "Report", "%n step(s) of the history were not found; what was done in them is lost:", "", len(numbers)
    )
    yield ", ".join(ranges(numbers))


def ranges(numbers: Iterable[int]) -> Iterator[str]:
    """Yield rising numbers as ranges: 1, 2, 3, 7 as 1–3 and 7."""
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        members = [number for _, number in run]
        yield str(members[0]) if len(members) == 1 else f"{members[0]}–{members[-1]}"


def _damaged(count: int) -> str:
    if not count:
        return QCoreApplication.translate("Report", "what could be read of it is whole")
    return QCoreApplication.translate("Report", "%n damaged piece(s)", "", count)


def _doubt(doubt: Sentence) -> str:
    translate = QCoreApplication.translate
    said = {
        "stranger": translate("Report", "%1 belongs to another notebook, and was left out."),
        "back": translate("Report", "The category %1 was lost or removed; it is back, to be looked at."),
        "highlight": translate("Report", "The highlight %1 is as it was found; its history has gaps."),
        "category": translate("Report", "The category %1 is as it was found; its history has gaps."),
        "decision": translate(
            "Report", "A decision on what answers what is as it was found; its history has gaps."
        ),
        "illegible": translate(
            "Report", "A line of the journal is not legible; what was done last in it may be missing."
        ),
        "note": translate("Report", "The note %1 is as it was found; its history has gaps."),
    }
    return said[doubt.kind].replace("%1", doubt.path) if doubt.kind in said else str(doubt)
