"""What both sides changed and nobody has decided on: found by the history, and decided one by one.

A decision is a form of its own, made now: it goes on from both, wherever it is taken in, and is one step of
undo.
"""

from collections.abc import Collection, Iterator
from enum import Enum

from reader.errors import NotebookError
from reader.notebook.notebook import Notebook
from reader.notebook.past import operations_on
from reader.notebook.records import Change, Highlight
from reader.notebook.rows import Values
from reader.notebook.sentences import told
from reader.notebook.shared import IMPORT, Course, Parting, Remark, alike

DECIDE = "Choose between two forms"
"""The word in the history for a decision."""

_AT_ONCE = 1000
"""How many steps of the history are looked at in one go."""

_STEPS = 'SELECT record, "group", undoes, what FROM operations WHERE seq > ? AND seq <= ? ORDER BY seq DESC'


class Side(Enum):
    """Which form is to stand: the one that was here, the one that came in, or the words of both."""

    HERE = "here"
    CAME = "came"
    BOTH = "both"


class Search:
    """Looks through the history for what is still open; `steps` does it in pieces that nobody waits for.

    `found` has it by the ids of the records, the last that came in first. `unsure` are the records whose
    history is damaged.
    """

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._taken_back: set[str] = set()
        self._twice: dict[str, None] = {}
        self._before = ("", "")
        self.found: dict[str, Parting] = {}
        self.unsure: list[str] = []

    def whole(self) -> dict[str, Parting]:
        """Look through all of it at once, and return what is open."""
        for _ in self.steps():
            pass
        return self.found

    def steps(self) -> Iterator[float]:
        """Look, piece by piece, and tell the share that is done; NotebookError if it cannot be read."""
        last = self._last()
        for end in range(last, 0, -_AT_ONCE):
            for row in self._rows(end):
                self._note(row)
            yield (last - end) / last / 2
        for at, record_id in enumerate(self._twice):
            self._look_at(record_id)
            yield 0.5 + (at + 1) / len(self._twice) / 2

    def _last(self) -> int:
        with told("The history could not be read", "Nothing was changed."):
            (last,) = self._notebook.connection.execute("SELECT max(seq) FROM operations").fetchone()
            return last or 0

    def _rows(self, end: int) -> list[Values]:
        with told("The history could not be read", "Nothing was changed."):
            return self._notebook.connection.execute(_STEPS, (end - _AT_ONCE, end)).fetchall()

    def _note(self, row: Values) -> None:
        """Note, from the newest step backwards, what was taken back and what came in in two forms."""
        record, group, undoes, what = row
        if group in self._taken_back:
            return
        if undoes:
            self._taken_back.add(undoes)
        elif what == IMPORT:
            if self._before == (record, group):
                self._twice[record] = None
            self._before = record, group

    def _look_at(self, record_id: str) -> None:
        try:
            steps = operations_on(self._notebook.connection, record_id)
            parting = Course(steps, self._taken_back).parting()
        except (NotebookError, ValueError):
            self.unsure.append(record_id)
            return
        if parting is not None:
            self.found[record_id] = parting


def decided(parting: Parting, side: Side, time: str, categories: Collection[str]) -> list[Change]:
    """Return what makes one side stand, now, whichever stood before.

    `categories` are the ids of those there are: a form whose category was removed since keeps that of the
    present one.
    """
    stands = parting.stands
    if parting.is_removed and side is Side.HERE:
        return _removed(parting, time)
    base = stands or parting.came._replace(origin=parting.here.origin)
    if side is Side.BOTH:
        made = together(base, parting.here, parting.came)
    else:
        made = _as(base, parting.here if side is Side.HERE else parting.came)
    if isinstance(made, Highlight) and isinstance(base, Highlight) and made.category not in categories:
        made = made._replace(category=base.category)
    return [Change(stands, made._replace(modified=time))]


def standing(parting: Parting, time: str) -> list[Change]:
    """Return what lets stand what stands, so that it is open no longer."""
    if parting.stands is None:
        return _removed(parting, time)
    return [Change(parting.stands, parting.stands._replace(modified=time))]


def _removed(parting: Parting, time: str) -> list[Change]:
    if parting.stands is not None:
        return [Change(parting.stands, None)]
    # It lies in the bin and stays there: only the history hears of it.
    again = parting.here._replace(modified=time)
    return [Change(None, again), Change(again, None)]


def _as(base: Remark, form: Remark) -> Remark:
    """Return a record with what a form of it says; its place is another only where its words are others."""
    if not (isinstance(base, Highlight) and isinstance(form, Highlight)):
        return form._replace(created=base.created, origin=base.origin, missing_from="")
    same = alike(base, base._replace(selector=form.selector))
    selector = base.selector if same else form.selector
    return form._replace(created=base.created, origin=base.origin, selector=selector, missing_from="")


def together(base: Remark, here: Remark, came: Remark) -> Remark:
    """Return a record with the words and tags of both forms, those that were here first."""
    tags = tuple(dict.fromkeys((*here.tags, *came.tags)))
    words = _joined(_words(here), _words(came))
    if isinstance(base, Highlight):
        return base._replace(note=words, tags=tags)
    return base._replace(body=words, tags=tags)


def _words(record: Remark) -> str:
    return record.note if isinstance(record, Highlight) else record.body


def _joined(one: str, other: str) -> str:
    if one.strip() in other:
        return other
    return one if other.strip() in one else f"{one.rstrip()}\n\n{other.lstrip()}"
