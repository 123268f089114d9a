"""Where everything the person marked stands: placed, to be looked at, or lost. Each is in one of the three.

What is placed by now is not kept here: the notebook has it. The rest follows from the old texts and the new,
which are compared beside the window; after that only what a change touched is asked for again.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import ReaderError
from reader.notebook.records import Change, Highlight, Note, Touched
from reader.text.agreement import Edition, Span
from reader.text.selector import place
from reader.ui.causes import in_words
from reader.ui.stands import PLACED, Counts, Stand, Stands, outcomes

if TYPE_CHECKING:
    from reader.notebook.notebook import Notebook
    from reader.text.mapping import Outcome
    from reader.text.places import Places
    from reader.ui.texts import Texts
    from reader.ui.work import Work

_AT_ONCE = 100
"""How many passages are placed anew in one turn of the window: tens of milliseconds."""
_PORTION = 1000
"""How many answers are taken in one turn."""


class Standings(QObject):
    """Knows what waits to be looked at and what is lost, and keeps up with the notebook."""

    changed = Signal()
    """Something waits, is lost, or was found that was not before."""
    looked = Signal()
    """Everything has been looked at, for the first time since the start."""

    def __init__(self, texts: "Texts") -> None:
        super().__init__(texts)
        self._texts = texts
        self._stands = Stands(texts.library.agreements)
        self._places: dict[str, Places] = {}
        self._later: set[str] = set()
        self._has_looked = False
        self._work: Work | None = None
        self._of: Notebook | None = None
        self._own: Touched | None = None
        self._steps: Iterator[object] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)
        texts.notebook_changed.connect(self._follow)

    # What is asked

    def state(self, record_id: str) -> str:
        """Say whether a record is placed, to be looked at, or lost; one that is not known is placed."""
        stand = self._stands.get(record_id)
        return stand.state if stand else PLACED

    def stand(self, record_id: str) -> Stand | None:
        """Return what became of a record that has no place of its own now; None for the others."""
        return self._stands.get(record_id)

    def span_of(self, record_id: str) -> Span | None:
        """Return where a highlight surely stands that could not be saved there; None for all others."""
        stand = self._stands.get(record_id)
        return stand.span if stand and stand.state == PLACED else None

    def waiting(self, state: str) -> list[str]:
        """Return the ids of those to be looked at, or of the lost, in the order to look at them."""
        return self._stands.waiting(state)

    def counts(self) -> Counts:
        """Count what is placed, to be looked at, and lost."""
        return self._stands.counts()

    def counts_of(self, agreement: str) -> tuple[int, int]:
        """Count what of an agreement is to be looked at, and what is lost."""
        return self._stands.counts_of(agreement)

    def proposals(self, highlight: Highlight) -> list[tuple[Span, float]]:
        """Return where a highlight may stand in its agreement's edition, the likeliest first."""
        if not self._stands.has(highlight.agreement):
            return []
        return self._places_in(highlight.agreement).proposals(highlight.selector)

    # Looking through everything, a portion at a time

    def begin(self) -> None:
        """Look through the notebook once; what is sure gets its place in a new edition."""
        if self._of is not self._texts.notebook:
            self._of = self._texts.notebook
            self._stands.clear()
            self._places.clear()
            self._has_looked = False
            self._go_on(self._look())

    def stop(self) -> None:
        """Look no further: the notebook is about to be closed."""
        self._timer.stop()
        if self._work is not None:
            self._work.stop()

    def _go_on(self, steps: Iterator[object]) -> None:
        self._steps = steps
        self._timer.start()

    def _step(self) -> None:
        try:
            if next(self._steps, self) is self:
                self._timer.stop()
        except ReaderError as error:
            self._texts.failed.emit(in_words(error))
            self._steps = self._end()

    def _look(self) -> Iterator[object]:
        """Ask where everything stands: the register knows what has its place, only the rest is read."""
        registering = self._texts.registering
        register = registering.register()
        while registering.is_reading:
            yield None
        slips = iter(register.slips())
        unplaced: dict[str, list[Highlight]] = {}
        while portion := list(islice(slips, _PORTION)):
            for slip in portion:
                if slip.is_lost:
                    self._look_for(slip.id, unplaced)
                else:
                    self._stands.place(slip.id)
            yield None
        yield from self._ask(unplaced) if unplaced else self._end()

    def _look_for(self, record_id: str, unplaced: dict[str, list[Highlight]]) -> None:
        highlight = self._texts.notebook.highlight(record_id)
        note = None if highlight else self._texts.notebook.note(record_id)
        if note:
            self._take_note(note)
        elif highlight and self._stands.has(highlight.agreement):
            unplaced.setdefault(highlight.agreement, []).append(highlight)
        elif highlight:
            self._stands.take(highlight, None)

    def _ask(self, unplaced: dict[str, list[Highlight]]) -> Iterator[object]:
        """Find out what became of these, beside the window."""
        # Loaded only where an edition is new.
        from reader.ui.work import Work

        asked: list[tuple[Places, list[Highlight]]] = []
        for name, highlights in unplaced.items():
            digests = {highlight.selector.digest for highlight in highlights}
            self._places[name] = self._made(self._texts.edition(name), digests)
            asked.append((self._places[name], highlights))
            yield None
        self._work = Work(lambda heard: outcomes(asked, heard), self)
        self._work.ended.connect(self._carry_on)
        self._work.begin()

    def _carry_on(self, found: "list[tuple[Highlight, Outcome]]") -> None:
        self._work = None
        self._go_on(self._settle(found))

    def _settle(self, found: "list[tuple[Highlight, Outcome]]") -> Iterator[object]:
        """Keep what became of each; what is sure is saved in its new place, some at a time."""
        for at, (highlight, outcome) in enumerate(found, start=1):
            self._stands.take(highlight, outcome)
            if not at % _PORTION:
                yield None
        yield from self._carry_all()
        yield from self._end()

    def _carry_all(self) -> Iterator[object]:
        """Save what is sure in its place, some at a time; where that cannot be, it is shown there still."""
        sure = self._stands.waiting(PLACED)
        try:
            for first in range(0, len(sure), _AT_ONCE):
                self._carry(sure[first : first + _AT_ONCE])
                yield None
        except ReaderError:
            self._tell(sure)
            raise
        self._tell(sure)

    def _tell(self, sure: Sequence[str]) -> None:
        # Once in the end: every page would be drawn anew for every portion.
        if sure:
            self._own = Touched(frozenset(self._places), frozenset(sure))
            self._texts.notebook_changed.emit(self._own)

    def _carry(self, sure: Iterable[str]) -> None:
        from reader.notebook.anchoring import attached, text_of
        from reader.notebook.past import CARRY

        notebook = self._texts.notebook
        if notebook.read_only:
            return
        changes, editions = [], {}
        for name in sure:
            now, stand = notebook.highlight(name), self._stands.get(name)
            if now and stand and stand.span and now.selector == stand.selector:
                edition = editions[now.agreement] = self._texts.edition(now.agreement)
                changes.append(Change(now, attached(now, edition, *stand.span)))
        if changes:
            texts = [text_of(edition) for edition in editions.values()]
            for name in notebook.apply(changes, what=CARRY, texts=texts).records:
                self._stands.place(name)

    def _end(self) -> Iterator[object]:
        yield from self._catch_up()
        if not self._has_looked:
            self._has_looked = True
            self.looked.emit()

    # Keeping up

    def _follow(self, touched: Touched) -> None:
        if touched.only_words or touched is self._own:
            return
        busy = self._timer.isActive() or self._work is not None
        if busy or len(touched.records) > _AT_ONCE:
            # While the comparisons are in use beside the window, and for what would hold it up.
            self._later |= touched.records
            if not busy:
                self._go_on(self._take_in())
            return
        before = {name: self._stands.get(name) for name in touched.records}
        for record_id in touched.records:
            self._update(record_id)
        if any(self._stands.get(name) != stand for name, stand in before.items()):
            self.changed.emit()
        if any(self.span_of(name) for name in touched.records):
            # As it was in an older edition: undone, or a colleague's.
            self._go_on(self._carry_late())

    def _catch_up(self) -> Iterator[object]:
        while self._later:
            for _ in range(min(_AT_ONCE, len(self._later))):
                self._update(self._later.pop())
            yield None
        self.changed.emit()

    def _take_in(self) -> Iterator[object]:
        yield from self._catch_up()
        yield from self._carry_late()

    def _carry_late(self) -> Iterator[object]:
        yield from self._carry_all()
        yield from self._catch_up()

    def _update(self, record_id: str) -> None:
        self._stands.forget(record_id)
        notebook = self._texts.notebook
        try:
            highlight = notebook.highlight(record_id)
            note = None if highlight else notebook.note(record_id)
        except ReaderError as error:
            self._texts.failed.emit(in_words(error))
            return
        if note:
            self._take_note(note)
        elif highlight and self._has_place(highlight):
            self._stands.place(record_id)
        elif highlight:
            known = self._stands.has(highlight.agreement)
            places = self._places_in(highlight.agreement) if known else None
            selector, missing = highlight.selector, highlight.missing_from
            self._stands.take(highlight, places.outcome(selector, missing) if places else None)

    def _take_note(self, note: Note) -> None:
        known = self._stands.has(note.agreement)
        self._stands.take_note(note, self._texts.edition(note.agreement) if known else None)

    def _has_place(self, highlight: Highlight) -> bool:
        if not self._stands.has(highlight.agreement):
            return False
        edition = self._texts.edition(highlight.agreement)
        return place(highlight.selector, edition.text, edition.digest) is not None

    def _places_in(self, agreement: str) -> "Places":
        if agreement not in self._places:
            self._places[agreement] = self._made(self._texts.edition(agreement), ())
        return self._places[agreement]

    def _made(self, edition: Edition, digests: Iterable[str]) -> "Places":
        """Return what finds passages in an edition; with these old texts read, it needs no notebook."""
        from reader.text.places import Places

        notebook = self._texts.notebook
        read = {digest: notebook.text(digest) for digest in digests}
        return Places(
            edition.text,
            edition.digest,
            lambda digest: read[digest] if digest in read else notebook.text(digest),
        )
