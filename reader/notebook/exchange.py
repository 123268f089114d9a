"""To and from other notebooks: what a person marked goes out as annotations, and a colleague's comes in.

Of two forms of the same record the one that went on from the other wins, else the newest one; the other is
kept in the record's history. All that comes in is one step of undo.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from reader.errors import NotebookError
from reader.notebook import incoming
from reader.notebook.annotations import Writer, pieces
from reader.notebook.fit import Json
from reader.notebook.incoming import Bad, Incoming
from reader.notebook.journal import Text
from reader.notebook.notebook import Notebook, now
from reader.notebook.reading import Reading
from reader.notebook.records import Highlight, Note, Touched
from reader.notebook.rescue import is_rescue
from reader.notebook.sentences import told
from reader.notebook.shared import IMPORT, alike, course
from reader.notebook.weighing import Both, Weighed, Weighing
from reader.text.progress import Heard

__all__ = ["IMPORT", "Bad", "Both", "Leaving", "Merged", "by_origin", "exported", "merge", "read", "take_in"]

_MOST_BYTES = 200_000_000


class Merged(NamedTuple):
    """What came of an import, by ids of records.

    `added` are new, `changed` are as they came, `kept` are newer here and as they were; `same` counts those
    that were here already. `both` are those that both sides changed: the newest one stands, the other is in
    the history. `bad` are the records of the file that were not taken.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    kept: tuple[str, ...]
    same: int
    both: tuple[Both, ...]
    bad: tuple[Bad, ...]
    touched: Touched


class Leaving:
    """Gathers what goes out: highlights and notes, of some agreements or all, of the person or of all.

    `author` is the name to put to the person's own. `texts` are those of the editions of now; the texts of
    older ones that passages stand in are added. `count` says afterwards how many records there are, and
    `unsure` of how many the history is damaged, so that only their present form goes out.
    """

    def __init__(
        self,
        notebook: Notebook,
        agreements: Iterable[str] | None = None,
        author: str = "",
        texts: Iterable[Text] = (),
        *,
        only_own: bool = False,
    ) -> None:
        self._notebook = notebook
        self._chosen = None if agreements is None else frozenset(agreements)
        self._only_own = only_own
        self._texts = {text[0]: text for text in texts}
        self._writer = Writer(notebook.categories(), " ".join(author.split()))
        self._items: list[Json] = []
        self._digests: dict[str, str] = {}
        self.unsure = 0

    @property
    def count(self) -> int:
        """How many records have been gathered."""
        return len(self._items)

    def steps(self) -> Iterator[float]:
        """Gather one record after the other, and tell the share that is done; then `pieces` has the whole."""
        whole = sum(count for *_, count in self._notebook.census())
        portions: Iterator[Sequence[Highlight | Note]]
        portions = chain(self._notebook.highlight_portions(), self._notebook.note_portions())
        for at, record in enumerate(chain.from_iterable(portions), 1):
            if self._is_wanted(record):
                self._gather(record)
            yield min(1.0, at / whole)

    def _is_wanted(self, record: Highlight | Note) -> bool:
        chosen = self._chosen is None or record.agreement in self._chosen
        return chosen and not (self._only_own and record.origin)

    def _gather(self, record: Highlight | Note) -> None:
        times, changed = [record.modified], False
        try:
            known = course(self._notebook, record.id)
            times = known.times() or times
            came = known.came if record.origin else []
            changed = bool(came) and not any(alike(form, record) for form in came)
        except (NotebookError, ValueError):
            # What it is now is sound: it goes out, and counts elsewhere as if it had no past.
            self.unsure += 1
        self._items.append(self._writer.annotation(record, times, changed))
        if isinstance(record, Highlight):
            self._digests[record.selector.digest] = record.agreement

    def texts(self) -> list[Text]:
        """Return the texts that go along."""
        for digest, agreement in self._digests.items():
            if digest not in self._texts and (old := self._notebook.text(digest)) is not None:
                self._texts[digest] = digest, agreement, old
        return [self._texts[digest] for digest in sorted(self._digests) if digest in self._texts]

    def pieces(self, texts: Sequence[Text], time: str) -> Iterator[str]:
        """Yield the file, in any thread; `texts` are those that go along, `time` is when it is written."""
        return pieces(self._items, texts, time)


def exported(
    notebook: Notebook,
    agreements: Iterable[str] | None = None,
    author: str = "",
    texts: Iterable[Text] = (),
    *,
    only_own: bool = False,
) -> str:
    """Return highlights and notes as the text of a JSON-LD file: what `Leaving` gathers, at once."""
    leaving = Leaving(notebook, agreements, author, texts, only_own=only_own)
    for _ in leaving.steps():
        pass
    return "".join(leaving.pieces(leaving.texts(), now()))


def read(path: Path, on: Heard | None = None) -> Incoming:
    """Read a file of annotations, or a rescue copy; NotebookError if it is neither.

    `on` is told the share that is done; Stopped is raised when it answers False.
    """
    with told(f"{path} could not be read", "Nothing was changed."):
        if path.stat().st_size > _MOST_BYTES:
            raise OSError(None, "it is larger than any notebook")
        content = path.read_bytes()
    return incoming.of_rescue(content, on) if is_rescue(content) else incoming.read(content, str(path), on)


def merge(notebook: Notebook, arrived: Incoming, own: str = "", nameless: str = "") -> Merged:
    """Take in what arrived, as one group; NotebookError, with nothing taken, if it cannot be written.

    `own` is the name under which the notebook's person goes out: what comes back under it is theirs.
    `nameless` is the name to give to new records that carry none; empty makes them the person's own.
    """
    weighed = Weighing(notebook, arrived, own).whole()
    weighed.name(nameless)
    return take_in(notebook, weighed)


def take_in(notebook: Notebook, weighed: Weighed) -> Merged:
    """Do what was decided on, as one group; NotebookError, with nothing taken, if that cannot be written."""
    touched = Touched(frozenset(), frozenset())
    if weighed.changes:
        touched = notebook.apply(weighed.changes, what=IMPORT, texts=weighed.texts)
    return Merged(
        tuple(weighed.added),
        tuple(weighed.changed),
        tuple(weighed.kept),
        weighed.same,
        tuple(weighed.both),
        tuple(weighed.bad),
        touched,
    )


def by_origin(reading: Reading) -> Mapping[str, int]:
    """Count highlights and notes by who made them; the notebook's own person is the empty name."""
    counts: Counter[str] = Counter()
    for _, origin, count in reading.census():
        counts[origin] += count
    return counts
