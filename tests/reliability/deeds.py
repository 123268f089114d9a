"""A person at work, by chance but the same for the same seed; and what the notebook must hold after it."""

import hashlib
import json
import random
from collections.abc import Callable, Iterator, Sequence

from reader.errors import NotebookError
from reader.notebook import incoming, rows
from reader.notebook.annotations import Writer, pieces
from reader.notebook.exchange import merge
from reader.notebook.notebook import Notebook
from reader.notebook.reading import Reading
from reader.notebook.records import Category, Change, Highlight, Note, Record
from reader.text.selector import Selector

WORDS = ("kommunernes", "økonomi", "og", "den", "fælles", "aftale", "om", "styring", "🙂", "tillid", "")


HEADINGS = (
    "Tydeligt ansvar",
    "Styring på mål",
    "",
    "Enkeltsager",
    "Nytænkning",
    "Viden 🙂",
    "",
    "Nye former",
)
"""What principles are called where the person notes on them; some notes are of before there were headings."""


def state(reading: Reading, form: Callable[[Record], Record] = lambda record: record) -> str:
    """Return a hash of everything that lives and of everything in the bin, each as `form` makes it."""
    living = [*reading.categories(), *reading.highlights(), *reading.notes()]
    removed = sorted(rows.written(form(one.record)) for one in reading.removed())
    content = [*(rows.written(form(record)) for record in living), "removed", *removed]
    return hashlib.sha256("\n".join(content).encode()).hexdigest()


def as_file(
    records: Sequence[Highlight | Note], categories: Sequence[Category], author: str, time: str
) -> bytes:
    """Return records as a file of annotations, as a colleague sends it."""
    writer = Writer(categories, author)
    items = [writer.annotation(record, ()) for record in records]
    return "".join(pieces(items, (), time)).encode()


class Person:
    """Writes, changes, removes, takes back and takes in; each call of `act` is one deed."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._clock = 0

    def act(self, notebook: Notebook) -> None:
        """Do one thing; which one depends on the seed and on what is in the notebook."""
        living: list[Highlight | Note] = [*notebook.highlights(), *notebook.notes()]
        deeds: list[Callable[[Notebook, list[Highlight | Note]], None]] = [self._annotate]
        if living:
            deeds += [
                self._annotate,
                self._edit,
                self._edit,
                self._type,
                self._remove,
                self._undo,
                self._redo,
            ]
            deeds += [self._merge]
        self._chance.choice(deeds)(notebook, living)

    def write(self, notebook: Notebook) -> None:
        """Write something new: a deed that needs the disk, whatever is in the notebook."""
        self._annotate(notebook, [])

    def _annotate(self, notebook: Notebook, _: list[Highlight | Note]) -> None:
        # Several at once: half of a group must never be seen.
        notebook.apply([Change(None, self._new()) for _ in range(self._chance.randint(1, 5))])

    def _edit(self, notebook: Notebook, living: list[Highlight | Note]) -> None:
        chosen = self._chance.sample(living, min(len(living), self._chance.randint(1, 3)))
        notebook.apply([Change(record, self._changed(record, self._said())) for record in chosen])

    def _type(self, notebook: Notebook, living: list[Highlight | Note]) -> None:
        record = self._chance.choice(living)
        words = record.note if isinstance(record, Highlight) else record.body
        changed = self._changed(record, words + self._chance.choice("aå 🙂"))
        step = notebook.undoable()
        notebook.apply([Change(record, changed)], continues=step.group if step else "")

    def _remove(self, notebook: Notebook, living: list[Highlight | Note]) -> None:
        notebook.apply([Change(self._chance.choice(living), None)])

    def _undo(self, notebook: Notebook, _: list[Highlight | Note]) -> None:
        notebook.undo()

    def _redo(self, notebook: Notebook, _: list[Highlight | Note]) -> None:
        notebook.redo()

    def _merge(self, notebook: Notebook, living: list[Highlight | Note]) -> None:
        theirs = [self._changed(self._chance.choice(living), self._said()), self._new(), self._new()]
        file = as_file(theirs, notebook.categories(), "Bo", self._time())
        merge(notebook, incoming.read(file, "fil"))

    def _new(self) -> Highlight | Note:
        key, time = f"{self._chance.getrandbits(64):016x}", self._time()
        if self._chance.random() < 0.3:
            number = self._chance.randint(1, 9)
            made = Note(key, "aftale-2014", number, self._said(), (), time, time)
            return made._replace(heading=HEADINGS[number % len(HEADINGS)])
        quote, start = self._said() or "ord", self._chance.randrange(9999)
        selector = Selector(start, start + len(quote), quote, "foran", "bagved", "d" * 64)
        category = self._chance.choice(["yellow", "green", "red"])
        return Highlight(key, "aftale-2014", selector, category, self._said(), ("løn",), time, time)

    def _changed(self, record: Highlight | Note, words: str) -> Highlight | Note:
        if isinstance(record, Highlight):
            return record._replace(note=words, modified=self._time())
        changed = record._replace(body=words, modified=self._time())
        if len(words) % 3:
            return changed
        # Now and then a note is put on another principle too, or that one is not found.
        number = 1 + len(words) % 9
        heading, missing = HEADINGS[number % len(HEADINGS)], "d" * 64 if number == 3 else ""
        return changed._replace(principle=number, heading=heading, missing_from=missing)

    def _said(self) -> str:
        return " ".join(self._chance.choices(WORDS, k=self._chance.choice([0, 3, 20, 200])))

    def _time(self) -> str:
        self._clock += 1
        return (
            f"2020-01-01T{self._clock // 3600:02}:{self._clock // 60 % 60:02}:{self._clock % 60:02}.000+00:00"
        )


def states(notebook: Notebook, seed: int, count: int) -> Iterator[str]:
    """Do so many deeds and yield what must be there: before the first one, and after each."""
    person = Person(seed)
    yield state(notebook)
    for _ in range(count):
        person.act(notebook)
        yield state(notebook)


def faults_of(notebook: Notebook) -> list[str]:
    """Return what is wrong with an opened notebook, also what makes looking fail."""
    try:
        return notebook.check()
    except NotebookError as error:
        return [str(error)]


def said(figures: dict[str, int]) -> str:
    """Return figures as one line of JSON."""
    return json.dumps(figures, ensure_ascii=False)
