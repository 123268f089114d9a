"""What would become of what arrived: decided record by record, and nothing written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.errors import NotebookError
from reader.notebook.from_annotation import Found
from reader.notebook.from_bodies import NO_CATEGORY
from reader.notebook.incoming import Bad, Incoming
from reader.notebook.journal import Text
from reader.notebook.notebook import Notebook, new_id
from reader.notebook.numbered import with_heading_of
from reader.notebook.records import Category, Change, Highlight, Note
from reader.notebook.schema import CATEGORIES
from reader.notebook.shared import Course, Remark, alike, course

_DEFAULTS = {"yellow": "question", "green": "our line", "red": "demand", "blue": "new", "violet": "other"}
"""The names that the first categories have in English; in Danish they are in the schema."""


class Both(NamedTuple):
    """A record that both sides changed since they were one: as it was here, and as it came in.

    `is_removed` says that it was removed here, and went on there.
    """

    here: Remark
    came: Remark
    is_removed: bool = False


@dataclass(slots=True)
class Weighed:
    """What an import would do, by ids of records.

    `added` are new, `changed` are as they came, `kept` are as they were: newer here, or among `gone`, which
    were removed here. `same` counts those that were here already. `both` are those that both sides changed:
    the newest one stands, the other goes into the history. `bad` are those that are not taken. `nameless`
    are the new ones that do not say who wrote them.
    """

    changes: list[Change] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    same: int = 0
    both: list[Both] = field(default_factory=list)
    bad: list[Bad] = field(default_factory=list)
    nameless: list[str] = field(default_factory=list)

    def name(self, name: str) -> None:
        """Give a name to the new records that carry none; an empty one leaves them the person's own."""
        unnamed = set(self.nameless)
        words = " ".join(name.split())
        for at, change in enumerate(self.changes):
            after = change.after
            if isinstance(after, Highlight | Note) and after.id in unnamed:
                self.changes[at] = change._replace(after=after._replace(origin=words))

    def arriving(self) -> list[Remark]:
        """Return the highlights and notes that would come in, as they would be."""
        wanted = {*self.added, *self.changed}
        after = {one.record.id: one.after for one in self.changes if one.record.id in wanted}
        return [one for one in after.values() if isinstance(one, Highlight | Note)]


class Weighing:
    """Decides on what arrived.

    `own` is the name under which the notebook's person goes out: what comes back under it is theirs.
    """

    def __init__(self, notebook: Notebook, arrived: Incoming, own: str = "") -> None:
        self._notebook = notebook
        self._arrived = arrived
        self._own = " ".join(own.split()).casefold()
        self._categories = {category.id: category for category in notebook.categories()}
        self._keys = {category.name.casefold(): category.id for category in reversed(notebook.categories())}
        self._made: dict[str, Category] = {}
        self._weighed = Weighed(bad=list(arrived.bad))

    def whole(self) -> Weighed:
        """Decide on everything at once."""
        for _ in self.steps():
            pass
        return self.end()

    def steps(self) -> Iterator[float]:
        """Decide on one record after the other, and tell the share that is done; then `end` has the whole."""
        for at, found in enumerate(self._arrived.found):
            self._take(found)
            yield (at + 1) / len(self._arrived.found)

    def end(self) -> Weighed:
        """Return what was decided, with the categories and texts that it needs."""
        weighed = self._weighed
        weighed.bad.sort(key=lambda bad: bad.place)
        marked = [one.after for one in weighed.changes if isinstance(one.after, Highlight)]
        used = {highlight.category for highlight in marked}
        new = [Change(None, category) for key, category in self._made.items() if key in used]
        weighed.changes[:0] = new
        self._made.clear()
        digests = {highlight.selector.digest for highlight in marked}
        weighed.texts = [text for text in self._arrived.texts if text[0] in digests]
        return weighed

    def _take(self, found: Found) -> None:
        came = self._at_home(found)
        try:
            here = self._notebook.highlight(came.id) or self._notebook.note(came.id)
            known = course(self._notebook, came.id)
        except NotebookError as error:
            if error.kind not in ("", "damaged"):
                raise
            self._refuse(found, "What is here of it is damaged, so it was left alone.")
            return
        if came.id in self._notebook.damaged:
            self._refuse(found, "What is here of it is damaged, so it was left alone.")
        elif here is not None:
            self._take_known(here, came, found, known)
        elif known.is_purged:
            # Its words were taken out here for good.
            self._leave(came.id, gone=True)
        elif known.removed:
            self._take_removed(*known.removed, came, found, known)
        else:
            self._weighed.changes.append(Change(None, came))
            self._weighed.added.append(came.id)
            if not found.record.origin and not self._arrived.is_rescue:
                self._weighed.nameless.append(came.id)

    def _refuse(self, found: Found, reason: str) -> None:
        self._weighed.bad.append(Bad(found.place, found.name, reason))

    def _leave(self, record_id: str, *, gone: bool = False) -> None:
        self._weighed.kept.append(record_id)
        if gone:
            self._weighed.gone.append(record_id)

    def _take_removed(self, last: Remark, time: str, came: Remark, found: Found, known: Course) -> None:
        if type(last) is not type(came):
            self._refuse(found, "Here it is a record of another kind.")
            return
        came = _as_known(last, came)
        if any(alike(form, came) for form in known.forms):
            self._leave(came.id, gone=True)
            return
        brought, home = self._forms(last, came, found)
        self._weighed.both.append(Both(last, brought, is_removed=True))
        stands = home if found.is_dated and came.modified > time else None
        self._weighed.changes += [Change(None, brought), Change(brought, stands)]
        if stands:
            self._weighed.changed.append(came.id)
        else:
            self._leave(came.id, gone=True)

    def _take_known(self, here: Remark, came: Remark, found: Found, known: Course) -> None:
        if type(here) is not type(came):
            self._refuse(found, "Here it is a record of another kind.")
            return
        came = _as_known(here, came)
        if alike(here, came):
            self._weighed.same += 1
            return
        followed = here.modified in found.versions
        brought, home = self._forms(here, came, found)
        if followed and all(form.modified != came.modified for form in known.forms):
            self._change(here, home)
        elif any(alike(form, came) for form in known.forms):
            # An earlier form of what is here: they have not gone on from it.
            self._leave(here.id)
        elif followed or self._is_theirs(here, came, found, known):
            self._change(here, home)
        else:
            self._take_both(here, brought, home, is_newer=found.is_dated and brought.modified > here.modified)

    def _is_theirs(self, here: Remark, came: Remark, found: Found, known: Course) -> bool:
        """Say whether another program, which does not tell what it began with, went on with its own."""
        return not found.versions and came.modified >= here.modified and known.has_come_as(here)

    def _change(self, here: Remark, home: Remark) -> None:
        self._weighed.changes.append(Change(here, home))
        self._weighed.changed.append(here.id)

    def _take_both(self, here: Remark, brought: Remark, home: Remark, *, is_newer: bool) -> None:
        """Let the newest stand; the other goes through the history, where the person can choose it."""
        self._weighed.both.append(Both(here, brought))
        if is_newer:
            self._weighed.changes += [Change(here, brought), Change(brought, home)]
            self._weighed.changed.append(here.id)
        else:
            self._weighed.changes += [Change(here, brought), Change(brought, here)]
            self._leave(here.id)

    def _forms(self, here: Remark, came: Remark, found: Found) -> tuple[Remark, Remark]:
        """Return what came in with the name of who brought it, and as it stands if it is taken.

        What is the person's own stays so, whoever changed it.
        """
        others = [name for name in found.names if name.casefold() != self._own]
        brought = came._replace(origin=", ".join(others))
        return brought, came._replace(origin=here.origin and (came.origin or here.origin))

    def _at_home(self, found: Found) -> Remark:
        record = found.record
        if record.origin.casefold() == self._own:
            record = record._replace(origin="")
        if isinstance(record, Highlight):
            return record._replace(category=self._category(found.category or NO_CATEGORY))
        return record

    def _category(self, wanted: Category) -> str:
        """Return the id of the category here that means the same; a new one is made if there is none."""
        known = self._keys.get(wanted.name.casefold())
        if known is not None:
            return known
        here = self._categories.get(wanted.id)
        if here and _is_default(here) and _is_default(wanted):
            # The same one in another language.
            return here.id
        if not wanted.name:
            return next(iter(self._categories), "")
        key = wanted.id if wanted.id and here is None else new_id()
        made = Category(key, wanted.name, wanted.colour, wanted.sign, len(self._categories))
        self._categories[key] = self._made[key] = made
        self._keys[wanted.name.casefold()] = key
        return key


def _as_known(known: Remark, came: Remark) -> Remark:
    """Return what came with what is known here of its place: a program of before does not tell headings."""
    if isinstance(known, Note) and isinstance(came, Note):
        return with_heading_of(known, came)
    return came


def _is_default(category: Category) -> bool:
    danish: Mapping[str, str] = {one.id: one.name.casefold() for one in CATEGORIES}
    return category.name.casefold() in (danish.get(category.id), _DEFAULTS.get(category.id))
