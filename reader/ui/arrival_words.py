"""What an import would do and did, in words."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from reader.notebook.exchange import Merged
from reader.notebook.incoming import Bad
from reader.notebook.records import Category
from reader.ui.actions import QT_TRANSLATE_NOOP
from reader.ui.arriving import Preview

_MOST_NAMES = 8

_REASONS = (
    QT_TRANSLATE_NOOP("Reasons", "It is no annotation."),
    QT_TRANSLATE_NOOP("Reasons", "It is about several places at once."),
    QT_TRANSLATE_NOOP("Reasons", "It does not say what it is about."),
    QT_TRANSLATE_NOOP("Reasons", "It is not about an agreement that Randnote knows by name."),
    QT_TRANSLATE_NOOP("Reasons", "It does not say which words it is about."),
    QT_TRANSLATE_NOOP("Reasons", "The number of its principle is no number."),
    QT_TRANSLATE_NOOP("Reasons", "It does not say legibly when it was made."),
    QT_TRANSLATE_NOOP("Reasons", "What it says is no text."),
    QT_TRANSLATE_NOOP("Reasons", "It says too many things."),
    QT_TRANSLATE_NOOP("Reasons", "A text in it is too long."),
    QT_TRANSLATE_NOOP("Reasons", "A text in it holds half a character."),
    QT_TRANSLATE_NOOP("Reasons", "A part of it that should be words is no text."),
    QT_TRANSLATE_NOOP("Reasons", "It is nested too deeply."),
    QT_TRANSLATE_NOOP("Reasons", "It stands in the file more than once; the newest one was taken."),
    QT_TRANSLATE_NOOP("Reasons", "It is not as a rescue copy has it."),
    QT_TRANSLATE_NOOP("Reasons", "The file is damaged or breaks off here."),
    QT_TRANSLATE_NOOP("Reasons", "A text that came along is damaged: its passages may have to be looked at."),
    QT_TRANSLATE_NOOP("Reasons", "Here it is a record of another kind."),
    QT_TRANSLATE_NOOP("Reasons", "What is here of it is damaged, so it was left alone."),
)
"""The notebook says these in English; here so that they can be translated."""


class ArrivalWords(QObject):
    """Says it. It is an object because the translators' tool sees plurals in the words of objects only."""

    def counts(self, preview: Preview) -> list[tuple[str, str]]:
        """Return what would become of a file's records: numbers and what they count, none of them zero."""
        weighed = preview.weighed
        both = {one.here.id for one in weighed.both}
        gone = set(weighed.gone) - both
        newer = set(weighed.kept) - both - gone
        told = (
            (len(weighed.added), self.tr("new")),
            (len(set(weighed.changed) - both), self.tr("changed by others, and taken over")),
            (len(both), self.tr("changed on both sides: the newest stands, and you can choose afterwards")),
            (weighed.same, self.tr("the same as here")),
            (len(newer), self.tr("newer here, and left as they are")),
            (len(gone), self.tr("removed here, and left in the bin")),
            (len(weighed.bad), self.tr("cannot be taken in; they are listed below")),
        )
        return [(QLocale().toString(count), words) for count, words in told if count]

    def notices(self, preview: Preview) -> Iterator[str]:
        """Yield what else there is to know before notes come in."""
        if preview.names:
            yield self.tr("Written by: %1").replace("%1", self._names(preview))
        unsure, unknown = preview.to_check, sum(preview.unknown.values())
        if unsure:
            yield self.tr(
                "%n passage(s) will have to be looked at: your text is not the one they were marked in.",
                "",
                unsure,
            )
        if preview.notes_to_check:
            yield self.tr(
                "%n note(s) will have to be looked at: your text has other numbers or titles for principles.",
                "",
                preview.notes_to_check,
            )
        if unknown:
            about = ", ".join(sorted(preview.unknown)[:_MOST_NAMES])
            words = self.tr(
                "%n note(s) are about agreements that your library does not have: %1", "", unknown
            )
            yield words.replace("%1", _line(about))
        new = [one.after.name for one in preview.weighed.changes if isinstance(one.after, Category)]
        if new:
            yield self.tr("New categories: %1").replace("%1", _line(", ".join(new[:_MOST_NAMES])))

    def _names(self, preview: Preview) -> str:
        own = preview.own.casefold()
        most = sorted(preview.names.items(), key=lambda one: -one[1])
        told = [
            f"{self._called(name, own)} ({QLocale().toString(count)})" for name, count in most[:_MOST_NAMES]
        ]
        return _line(", ".join(told) + (" …" if len(most) > _MOST_NAMES else ""))

    def _called(self, name: str, own: str) -> str:
        if not name:
            return self.tr("no name given")
        return self.tr("%1 – you").replace("%1", name) if name.casefold() == own else name

    def reasons(self, bad: Sequence[Bad]) -> str:
        """Return the records that are not taken, a line each: place, name and reason."""
        return "\n".join(map(self._reason, bad))

    def _reason(self, one: Bad) -> str:
        place = self.tr("No. %1").replace("%1", str(one.place))
        reason = QCoreApplication.translate("Reasons", one.reason)
        return "  ".join(part for part in (place, _line(one.name), reason) if part)

    def outcome(self, merged: Merged, name: str) -> str:
        """Return what was taken in from a file, and how it goes back."""
        taken, both, bad = len(merged.added) + len(merged.changed), len(merged.both), len(merged.bad)
        words = [self.tr("%n note(s) taken in from %1.", "", taken).replace("%1", name)]
        if both:
            words.append(self.tr("%n note(s) were changed on both sides.", "", both))
        if bad:
            words.append(self.tr("%n could not be taken in.", "", bad))
        if taken or both:
            words.append(self.tr("Undo takes all of it back."))
        return " ".join(words)


def _line(text: str) -> str:
    return " ".join(text.split())
