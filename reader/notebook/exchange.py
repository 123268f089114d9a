"""To and from other notebooks: what a person marked goes out as annotations, and a colleague's comes in.

Of two forms of the same record the newest one wins; the other is kept in the record's history. All that comes
in is one step of undo.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.notebook import incoming
from reader.notebook.annotations import collection
from reader.notebook.from_annotation import Found
from reader.notebook.incoming import Bad, Incoming
from reader.notebook.journal import Text
from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.past import PURGE
from reader.notebook.reading import Reading
from reader.notebook.records import Category, Change, Highlight, Note, Touched
from reader.notebook.rescue import is_rescue
from reader.notebook.schema import CATEGORIES
from reader.notebook.sentences import told

IMPORT = "Import"
"""The word in the history for what came in."""

_DEFAULTS = {"yellow": "question", "green": "our line", "red": "demand", "blue": "new", "violet": "other"}
"""The names that the first categories have in English; in Danish they are in the schema."""

_MOST_BYTES = 200_000_000


class Both(NamedTuple):
    """A record that both sides changed since they were one: as it was here, and as it came in."""

    here: Highlight | Note
    came: Highlight | Note


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


def exported(
    notebook: Notebook, agreements: Iterable[str] | None = None, author: str = "", texts: Iterable[Text] = ()
) -> str:
    """Return highlights and notes, of some agreements or all, as the text of a JSON-LD file.

    `author` is the name to put to the person's own. `texts` are those of the editions of now; the texts of
    older ones that passages stand in are added.
    """
    chosen = None if agreements is None else set(agreements)
    records: list[Highlight | Note] = [*notebook.highlights(), *notebook.notes()]
    records = [record for record in records if chosen is None or record.agreement in chosen]
    known = {text[0]: text for text in texts}
    digests = {(one.selector.digest, one.agreement) for one in records if isinstance(one, Highlight)}
    for digest, agreement in sorted(digests):
        old = notebook.text(digest)
        if old is not None:
            known.setdefault(digest, (digest, agreement, old))
    wanted = [known[digest] for digest, _ in sorted(digests) if digest in known]

    def versions(record_id: str) -> list[str]:
        forms = (version.record for version in notebook.history(record_id))
        return list(dict.fromkeys(form.modified for form in forms if isinstance(form, Highlight | Note)))

    return collection(records, notebook.categories(), wanted, versions, author, now())


def read(path: Path) -> Incoming:
    """Read a file of annotations, or a rescue copy; NotebookError if it is neither."""
    with told(f"{path} could not be read", "Nothing was changed."):
        if path.stat().st_size > _MOST_BYTES:
            raise OSError(None, "it is larger than any notebook")
        content = path.read_bytes()
    return incoming.of_rescue(content) if is_rescue(content) else incoming.read(content, str(path))


def merge(notebook: Notebook, arrived: Incoming, own: str = "") -> Merged:
    """Take in what arrived, as one group; NotebookError, with nothing taken, if it cannot be written.

    `own` is the name under which the notebook's person goes out: what comes back under it is theirs.
    """
    merging = _Merging(notebook, own)
    for found in arrived.found:
        merging.take(found)
    digests = {one.after.selector.digest for one in merging.changes if isinstance(one.after, Highlight)}
    texts = [text for text in arrived.texts if text[0] in digests]
    changes = merging.changes
    touched = notebook.apply(changes, what=IMPORT, texts=texts) if changes else notebook.apply([])
    return Merged(
        tuple(merging.added),
        tuple(merging.changed),
        tuple(merging.kept),
        merging.same,
        tuple(merging.both),
        tuple(arrived.bad),
        touched,
    )


class _Merging:
    """Decides record by record what becomes of it, and gathers the changes."""

    def __init__(self, notebook: Notebook, own: str) -> None:
        self._notebook = notebook
        self._own = own.strip().casefold()
        self._categories = {category.id: category for category in notebook.categories()}
        self._used = set(self._categories)
        self._removed = {one.record.id: one for one in notebook.removed()}
        self.changes: list[Change] = []
        self.added: list[str] = []
        self.changed: list[str] = []
        self.kept: list[str] = []
        self.same = 0
        self.both: list[Both] = []

    def take(self, found: Found) -> None:
        """Decide on one record."""
        came = self._at_home(found)
        if came.id in self._removed:
            self._take_removed(came)
            return
        here = self._notebook.highlight(came.id) or self._notebook.note(came.id)
        if here is None:
            self._take_new(came)
        else:
            self._take_known(here, came._replace(origin=here.origin), found.versions)

    def _at_home(self, found: Found) -> Highlight | Note:
        record = found.record
        if record.origin.casefold() == self._own:
            record = record._replace(origin="")
        if isinstance(record, Highlight):
            return record._replace(category=self._category(found.category))
        return record

    def _category(self, came: Category | None) -> str:
        """Return the id of the category here that means the same; a new one is made if there is none."""
        wanted = came or Category("", "", "violet", "•", 0)
        for category in self._categories.values():
            if _means(category, wanted):
                return category.id
        if not wanted.name:
            return next(iter(self._categories), "")
        key = wanted.id if wanted.id and wanted.id not in self._used else new_id()
        made = Category(key, wanted.name, wanted.colour, wanted.sign, len(self._categories))
        self._categories[key] = made
        self._used.add(key)
        self.changes.append(Change(None, made))
        return key

    def _take_new(self, came: Highlight | Note) -> None:
        if any(version.what == PURGE for version in self._notebook.history(came.id)):
            # Its words were taken out here for good.
            self.kept.append(came.id)
            return
        self.changes.append(Change(None, came))
        self.added.append(came.id)

    def _take_removed(self, came: Highlight | Note) -> None:
        removed = self._removed[came.id]
        if type(removed.record) is not type(came) or came.modified <= removed.time:
            self.kept.append(came.id)
        else:
            self.changes.append(Change(None, came._replace(origin=removed.record.origin)))
            self.changed.append(came.id)
            self.both.append(Both(removed.record, came))

    def _take_known(self, here: Highlight | Note, came: Highlight | Note, versions: frozenset[str]) -> None:
        if type(here) is not type(came):
            self.kept.append(here.id)
            return
        if _alike(here, came):
            self.same += 1
            return
        past = [version.record for version in self._notebook.history(here.id)]
        if any(form is not None and type(form) is type(came) and _alike(form, came) for form in past):
            # An earlier form of what is here: they have not gone on from it.
            self.kept.append(here.id)
            return
        if here.modified not in versions:
            self.both.append(Both(here, came))
        if came.modified > here.modified:
            self.changes.append(Change(here, came))
            self.changed.append(here.id)
        else:
            # Into the history and back out of the way: the person can choose it there.
            self.changes += [Change(here, came), Change(came, here)]
            self.kept.append(here.id)


def _means(here: Category, came: Category) -> bool:
    if here.name.casefold() == came.name.casefold():
        return True
    return here.id == came.id and _is_default(here) and _is_default(came)


def _is_default(category: Category) -> bool:
    danish = {one.id: one.name.casefold() for one in CATEGORIES}
    return category.name.casefold() in (danish.get(category.id), _DEFAULTS.get(category.id))


def _alike(one: Highlight | Note, other: Highlight | Note) -> bool:
    """Say whether two forms say the same; who made them and when they were saved does not matter.

    The same words in another edition are the same passage, wherever they stand there.
    """
    if isinstance(one, Highlight) and isinstance(other, Highlight):
        here, there = one.selector, other.selector
        moved = here.digest == there.digest and here.start != there.start
        if moved or here.quote != there.quote:
            return False
    return _said(one) == _said(other)


def _said(record: Highlight | Note) -> Mapping[str, object]:
    content = record._asdict()
    for name in ("selector", "origin", "modified", "created", "missing_from"):
        content.pop(name, None)
    return content


def by_origin(reading: Reading) -> Mapping[str, int]:
    """Count highlights and notes by who made them; the notebook's own person is the empty name."""
    from collections import Counter

    records: Sequence[Highlight | Note] = [*reading.highlights(), *reading.notes()]
    return Counter(record.origin for record in records)
