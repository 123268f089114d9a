"""What the person writes: every change is on disk when it is told of, and can be undone."""

from collections.abc import Callable, Sequence
from functools import partial
from time import monotonic

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLocale, QObject, QTime, Signal, SignalInstance

from reader.errors import NotebookError, ReaderError
from reader.intake.library import Library
from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.numbered import put
from reader.notebook.records import Category, Change, Highlight, Note, Record, Touched
from reader.text.agreement import Edition, Principle, Span
from reader.text.decision import Decision, Member
from reader.text.selector import describe
from reader.ui.causes import in_words, of_kind
from reader.ui.commands import Steps
from reader.ui.unsaved import Unsaved

# The history has these words in English; they are translated where they are shown.
_HIGHLIGHT = str(QT_TRANSLATE_NOOP("Ledger", "Highlight"))
_REMOVE_HIGHLIGHT = str(QT_TRANSLATE_NOOP("Ledger", "Remove highlight"))
_REMOVE_NOTE = str(QT_TRANSLATE_NOOP("Ledger", "Remove note"))
_CHANGE_CATEGORY = str(QT_TRANSLATE_NOOP("Ledger", "Change category"))
_STRETCH_HIGHLIGHT = str(QT_TRANSLATE_NOOP("Ledger", "Stretch highlight"))
_EDIT_NOTE = str(QT_TRANSLATE_NOOP("Ledger", "Edit note"))
_CHANGE_TAGS = str(QT_TRANSLATE_NOOP("Ledger", "Change tags"))
_NEW_NOTE = str(QT_TRANSLATE_NOOP("Ledger", "New note"))
_RENAME_CATEGORY = str(QT_TRANSLATE_NOOP("Ledger", "Rename category"))
_DECIDE = str(QT_TRANSLATE_NOOP("Ledger", "Decide what answers what"))
_BRING_BACK = str(QT_TRANSLATE_NOOP("Ledger", "Bring back from the bin"))
_TAKE_AGAIN = str(QT_TRANSLATE_NOOP("Ledger", "Take an older form again"))
_WITHDRAW = str(QT_TRANSLATE_NOOP("Ledger", "Withdraw a decision"))

_ACCEPT_PLACE = str(QT_TRANSLATE_NOOP("Ledger", "Accept the proposed place"))
_PUT_HERE = str(QT_TRANSLATE_NOOP("Ledger", "Put a passage in its place"))
_GIVE_UP = str(QT_TRANSLATE_NOOP("Ledger", "Say that a passage is not there"))
_GIVE_UP_NOTE = str(QT_TRANSLATE_NOOP("Ledger", "Say that a note's principle is not there"))
_MOVE_NOTE = str(QT_TRANSLATE_NOOP("Ledger", "Move a note"))

_TYPING_TOGETHER = 3.0
"""Seconds within which what is typed into one note is undone as one."""


class Ledger(QObject):
    """Writes; one signal tells what every change touched, whether done, undone or done again.

    `unsaved` is what was typed and is not on disk: whoever shows it says so, and `why`, the sentence of the
    last failure. What else fails is told by `failed`; where nothing may be written, `only_read` tells that.
    """

    notebook_changed = Signal(object)
    undo_changed = Signal()
    saved = Signal(str)
    failed = Signal(str)
    only_read = Signal()
    removed = Signal(object)
    """A highlight or note, as it last was."""
    stepped = Signal(object)
    """What an undo or a redo touched."""

    def __init__(self, library: Library, notebook: Notebook) -> None:
        super().__init__()
        self.library = library
        self.notebook = notebook
        # What is sound of a damaged notebook is shown, and that it is damaged is told.
        notebook.tolerant = True
        self.stack = Steps(notebook, self.undo, self.redo)
        self.unsaved = Unsaved(self)
        self.why = ""
        self._typed = ("", 0.0, "")

    def highlight(
        self, agreement: str, start: int, end: int, category: str, note: str = ""
    ) -> Highlight | None:
        """Highlight a passage; None if it could not be saved."""
        edition = self.library.edition(agreement)
        time = now()
        selector = describe(edition.text, start, end, edition.digest)
        made = Highlight(new_id(), agreement, selector, category, note, (), time, time)
        return made if self._do(_HIGHLIGHT, [Change(None, made)], edition=edition) else None

    def remove(self, record: Highlight | Note) -> bool:
        """Take a highlight or note away; undo brings it back."""
        text = _REMOVE_HIGHLIGHT if isinstance(record, Highlight) else _REMOVE_NOTE
        done = self._do(text, [Change(record, None)])
        if done:
            self.removed.emit(record)
        return done

    def bring_back(self, ids: Sequence[str]) -> bool:
        """Take highlights and notes out of the bin, by their ids."""
        book = self.notebook
        return self._write(lambda: book.bring_back([one.record for one in book.removed(ids)], _BRING_BACK))

    def take_again(self, form: Highlight | Note) -> bool:
        """Let a record be again what it was in an older form, out of the bin if it lies there."""
        return self._write(lambda: self._take(form))

    def _take(self, form: Highlight | Note) -> Touched:
        from reader.notebook.forms import again

        book = self.notebook
        living = book.highlight(form.id) or book.note(form.id)
        if living is None:
            return book.bring_back([form], _TAKE_AGAIN)
        taken = again(form, living, {category.id for category in book.categories()})
        return book.apply([Change(living, taken._replace(modified=now()))], what=_TAKE_AGAIN)

    def purge(self, ids: Sequence[str]) -> bool:
        """Take the words of what lies in the bin out for good; nothing brings them back but a copy."""
        return self._write(lambda: self.notebook.purge(ids))

    def change_category(self, highlight: Highlight, category: str) -> bool:
        """Give a highlight another category."""
        return self._change(_CHANGE_CATEGORY, highlight, category=category)

    def stretch(self, highlight: Highlight, start: int, end: int) -> bool:
        """Give a highlight another extent in the same agreement."""
        edition = self.library.edition(highlight.agreement)
        selector = describe(edition.text, start, end, edition.digest)
        changed = highlight._replace(modified=now(), selector=selector, missing_from="")
        return self._do(_STRETCH_HIGHLIGHT, [Change(highlight, changed)], edition=edition)

    def put(self, highlight: Highlight, agreement: str, span: Span, proposed: bool = False) -> bool:
        """Put a highlight on a passage, also of another agreement; `proposed` says whose idea it was."""
        edition = self.library.edition(agreement)
        selector = describe(edition.text, *span, edition.digest)
        changed = highlight._replace(agreement=agreement, selector=selector, missing_from="", modified=now())
        what = _ACCEPT_PLACE if proposed else _PUT_HERE
        return self._do(what, [Change(highlight, changed)], edition=edition)

    def give_up(self, record: Highlight | Note) -> bool:
        """Say that a passage or principle is not there any more: it is lost until a later edition comes."""
        digest = self.library.edition(record.agreement).digest
        what = _GIVE_UP if isinstance(record, Highlight) else _GIVE_UP_NOTE
        return self._change(what, record, missing_from=digest)

    def move_note(
        self, note: Note, agreement: str, principle: Principle | None, proposed: bool = False
    ) -> bool:
        """Put a note on a principle, or on an agreement as a whole; `proposed` says whose idea it was."""
        moved = put(note, agreement, principle)._replace(modified=now())
        return self._do(_ACCEPT_PLACE if proposed else _MOVE_NOTE, [Change(note, moved)])

    def write(self, record: Highlight | Note, words: str) -> bool:
        """Save what was typed into a note; typing on goes into the same step of undo."""
        if isinstance(record, Highlight):
            return self._change(_EDIT_NOTE, record, typed=True, note=words)
        return self._change(_EDIT_NOTE, record, typed=True, body=words)

    def tag(self, record: Highlight | Note, tags: Sequence[str]) -> bool:
        """Give a highlight or note these tags; typing on goes into the same step of undo."""
        return self._change(_CHANGE_TAGS, record, typed=True, tags=tuple(tags))

    def end_typing(self) -> None:
        """Hear that a note is done: what is typed from now on is a step of its own."""
        self._typed = ("", 0.0, "")

    def add_note(self, agreement: str, principle: int | None, heading: str = "") -> Note | None:
        """Begin a note on a principle, or on an agreement as a whole.

        `heading` tells which one is meant where several should have the number; empty for the first of them.
        """
        time = now()
        if principle is not None and not heading:
            found = self.library.edition(agreement).principle(principle)
            heading = found.title if found else ""
        note = Note(new_id(), agreement, principle, "", (), time, time, heading=heading)
        return note if self._do(_NEW_NOTE, [Change(None, note)]) else None

    def rename_category(self, category: Category, name: str) -> bool:
        """Give a category another name."""
        return self._do(_RENAME_CATEGORY, [Change(category, category._replace(name=name))])

    def decide(self, one: Member, other: Member, verdict: str, note: str = "") -> bool:
        """Decide whether two principles answer each other; what was decided on the two before gives way."""
        made = Decision(one, other, verdict, note, now(), new_id())
        known = self.decision_on(one, other)
        return self._do(_DECIDE, [Change(known, made._replace(id=known.id) if known else made)])

    def withdraw(self, decision: Decision) -> bool:
        """Take a decision away, so that what is proposed stands again."""
        return self._do(_WITHDRAW, [Change(decision, None)])

    def decision_on(self, one: Member, other: Member) -> Decision | None:
        """Return what was decided on two principles, whichever of them is named first; None if nothing."""
        return next((d for d in self.notebook.decisions() if {d.one, d.other} == {one, other}), None)

    def let_write(self, write: Callable[[], Touched | None]) -> bool:
        """Let something be written that was decided on elsewhere, and tell of it; False if that failed."""
        return self._write(write)

    def undo(self) -> None:
        """Take back the last change; if that cannot be written, it stays to be taken back later."""
        self._write(self.notebook.undo, self.stepped)

    def redo(self) -> None:
        """Do again what was taken back; if that cannot be written, it stays to be done later."""
        self._write(self.notebook.redo, self.stepped)

    def _change(self, what: str, record: Highlight | Note, typed: bool = False, **fields: object) -> bool:
        changed: Record = record._replace(modified=now(), **fields)  # type: ignore[arg-type]
        return self._do(what, [Change(record, changed)], record.id if typed else "")

    def _do(
        self, what: str, changes: Sequence[Change], typed: str = "", edition: Edition | None = None
    ) -> bool:
        record, at, group = self._typed
        goes_on = typed and typed == record and monotonic() - at <= _TYPING_TOGETHER

        continues = group if goes_on else ""
        # A passage can be found in a later edition only by the text it was taken from.
        texts = [(edition.digest, edition.id, edition.text)] if edition else []
        apply = self.notebook.apply
        write = partial(apply, changes, what=what, continues=continues, texts=texts)
        done = self._write(write, typed=bool(typed))
        self.end_typing()
        if done:
            self._typed = (typed, monotonic(), self.notebook.group)
        return done

    def may_write(self) -> bool:
        """Say whether anything can be written at all; where it cannot, the person is told."""
        if self.notebook.read_only:
            self.only_read.emit()
        elif self.notebook.damage:
            self.failed.emit(of_kind("damaged"))
        return not (self.notebook.read_only or self.notebook.damage)

    def _write(
        self,
        write: Callable[[], Touched | None],
        also: SignalInstance | None = None,
        *,
        typed: bool = False,
    ) -> bool:
        """Write; what is shown follows only when it is on disk."""
        if self.notebook.read_only:
            self.only_read.emit()
            return False
        try:
            touched = write()
        except ReaderError as error:
            self.why = in_words(error)
            if not typed:
                # Of what failed at the last moment nobody knows whether it was.
                unsure = isinstance(error, NotebookError) and error.kind == "unsure"
                first = "" if unsure else self.tr("The change was not saved.") + " "
                self.failed.emit(first + self.why)
            return False
        if touched is not None:
            self.notebook_changed.emit(touched)
            self.undo_changed.emit()
            if also is not None:
                also.emit(touched)
            self.saved.emit(QLocale().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat))
        return touched is not None
