"""What can be read at the desk: texts, threads, what answers what, and the highlights in their places."""

from collections import Counter
from typing import TYPE_CHECKING

from reader.intake.library import Library
from reader.notebook.notebook import Notebook
from reader.notebook.numbered import span_in
from reader.notebook.records import Category, Highlight, Note, Passage, Touched
from reader.text.agreement import Agreement, Edition, Span
from reader.text.decision import Member
from reader.text.selector import place
from reader.ui.ledger import Ledger
from reader.ui.registering import Registering
from reader.ui.standings import Standings

if TYPE_CHECKING:
    from reader.compare.answers import Answers
    from reader.compare.concordance import Thread


class Texts(Ledger):
    """Tells of the library and the notebook together; derived things are made when first asked for."""

    def __init__(self, library: Library, notebook: Notebook) -> None:
        super().__init__(library, notebook)
        self.notebook_changed.connect(self._forget)
        self.standings = Standings(self)
        self.registering = Registering(self)
        self._threads: tuple[Thread, ...] | None = None
        self._answers: dict[tuple[str, str], Answers] = {}

    def read_first(self) -> tuple[str, ...]:
        """Return the agreements whose notes are seen first."""
        return ()

    def edition(self, agreement: str) -> Edition:
        """Return an agreement's edition; of a name with an @ the witness as it was transmitted."""
        return self.library.transmitted(agreement) if "@" in agreement else self.library.edition(agreement)

    def agreement(self, agreement: str) -> Agreement:
        """Return what the catalogue says of an agreement."""
        return self.library.agreement(agreement)

    def known(self, agreement: str) -> Agreement | None:
        """Return what the catalogue says of an agreement by its whole id; None if it is no longer there."""
        return next((one for one in self.library.agreements if one.id == agreement), None)

    def short(self, agreement: str) -> str:
        """Return an agreement's short name; its id where the library has it no longer."""
        known = self.known(agreement)
        return known.short if known else agreement

    def threads(self) -> "tuple[Thread, ...]":
        """Return the threads through all agreements that have principles."""
        if self._threads is None:
            # Loaded when it is first asked for: no page needs it to be painted.
            from reader.compare.concordance import threads

            editions = [edition for edition in self.library.editions().values() if edition.principles]
            self._threads = threads(editions, self.notebook.decisions())
        return self._threads

    def answers(self, one: str, other: str) -> "Answers":
        """Return what of one agreement answers what of another."""
        if (one, other) not in self._answers:
            self._answers[one, other] = self._answering(one, other)
        return self._answers[one, other]

    def _answering(self, one: str, other: str) -> "Answers":
        from reader.compare.answers import answers
        from reader.compare.beside import beside, turned

        if other == self.witness_of(one):
            return beside(self.edition(one), self.library.emendations(one), len(self.edition(other).text))
        if one == self.witness_of(other):
            return turned(self.answers(other, one))
        return answers(self.edition(one), self.edition(other), self.threads())

    def witness_of(self, agreement: str) -> str:
        """Return the name of the witness that an edition's letters come from; a witness has none."""
        return "" if "@" in agreement else f"{agreement}@{self.library.own_witness(agreement).id}"

    def categories(self) -> list[Category]:
        """Return the categories in their order."""
        return self.notebook.categories()

    def placed(self, agreement: str, within: Span | None = None) -> list[tuple[Passage, Span]]:
        """Return an agreement's highlights whose passage is found in its edition, with the place.

        `within` asks only for those that touch these code points, which thousands of others do not slow.
        """
        text, digest = self.edition(agreement).text, self.edition(agreement).digest
        passages = self.notebook.passages(agreement, within)
        sure = self.standings.span_of
        found = [(one, place(one, text, digest) or sure(one.id)) for one in passages]
        return [(passage, span) for passage, span in found if span]

    def span_of(self, record: Highlight | Note) -> Span | None:
        """Return where a highlight or note is in the edition of now; None for what has no sure place."""
        if not self.known(record.agreement):
            return None
        edition = self.edition(record.agreement)
        if isinstance(record, Highlight):
            sure = self.standings.span_of(record.id)
            return place(record.selector, edition.text, edition.digest) or sure
        return span_in(record, edition)

    def carry_over(self) -> None:
        """Place what was marked in older editions where that is sure; the rest waits to be looked at."""
        self.standings.begin()

    def rest(self) -> None:
        """Read no further: the notebook is about to be closed."""
        self.standings.stop()
        self.registering.stop()

    def note_counts(self) -> Counter[str]:
        """Count notes on each thread's principles and highlights in them, by the thread's id.

        Of a large notebook that was opened just now it counts what is read by then; `registering` says when
        all of it is.
        """
        counted = self.notes_by_principle()
        counts: Counter[str] = Counter()
        for thread in self.threads():
            counts[thread.id] = sum(counted[member] for member in thread.members)
        return counts

    def notes_by_principle(self) -> Counter[Member]:
        """Count the notes on each principle and the highlights that begin in it."""
        return Counter(self.registering.register().principles)

    def _forget(self, touched: Touched) -> None:
        if touched.decisions:
            self._threads = None
            self._answers.clear()
