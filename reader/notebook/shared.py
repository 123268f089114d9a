"""How a record came to be what it is, where several people write on it: told by its history alone.

What was taken back is as if it had not been done. A record that both sides changed has two steps in its
import: first as it came in, then as it stands. So it can be found again after any number of starts.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from reader.notebook import past, rows
from reader.notebook.numbered import on_the_same
from reader.notebook.reading import Reading
from reader.notebook.records import Highlight, Note, Operation

Remark = Highlight | Note

IMPORT = "Import"
"""The word in the history for what came in."""


class Parting(NamedTuple):
    """A record that both sides changed, and nobody has decided on yet.

    `here` is as it was here before, `came` as it came in, with the name of who brought it; `stands` is what
    is there now, None for one that lies in the bin. `is_removed` says that it was removed here.
    """

    here: Remark
    came: Remark
    stands: Remark | None
    is_removed: bool


class Course:
    """The history of one record, the oldest first."""

    def __init__(self, steps: Sequence[Operation], taken_back: Collection[str] = ()) -> None:
        self.is_purged = any(step.what == past.PURGE for step in steps)
        self._groups = _standing(steps, taken_back)
        self.forms = [form for group in self._groups for step in group if (form := _form(step))]

    @property
    def removed(self) -> tuple[Remark, str] | None:
        """The record as it last was and when it was removed; None if it was not."""
        if not self._groups or self._groups[-1][-1].after != rows.NONE or not self.forms:
            return None
        last = _before(self._groups)
        return (last, self._groups[-1][-1].time) if last else None

    @property
    def came(self) -> list[Remark]:
        """The forms in which it came in."""
        firsts = (_form(group[0]) for group in self._groups if group[0].what == IMPORT)
        return [form for form in firsts if form]

    def has_come_as(self, record: Remark) -> bool:
        """Say whether a record is as it last came in: whoever changed it, it was not done here."""
        return bool(self.came) and alike(self.came[-1], record)

    def times(self) -> list[str]:
        """Return when each form was made that the present one goes back on.

        A form that gave way by itself, because the other one was newer, is none of them until the person has
        decided: the colleague is to hear of it too.
        """
        known: dict[str, None] = {}
        apart: set[str] = set()
        for at, group in enumerate(self._groups):
            forms = [form.modified for step in group if (form := _form(step))]
            here = _before(self._groups[: at + 1])
            if here and forms and _is_parting(group):
                apart |= {here.modified, *forms} - {forms[-1]}
            elif _is_own(group):
                apart = set()
            known |= dict.fromkeys(forms)
        return [time for time in known if time not in apart]

    def parting(self) -> Parting | None:
        """Return what both sides made of it, if nobody has decided since."""
        for at in range(len(self._groups) - 1, -1, -1):
            group = self._groups[at]
            if _is_parting(group):
                return self._parted(at)
            if _is_own(group):
                return None
        return None

    def _parted(self, at: int) -> Parting | None:
        here, came = _before(self._groups[: at + 1]), _form(self._groups[at][0])
        if here is None or came is None:
            return None
        stands = _form(self._groups[-1][-1])
        if stands and not alike(stands, here) and not alike(stands, came):
            # They have gone on since.
            came = stands._replace(origin=came.origin)
        return Parting(here, came, stands, self._groups[at][0].before == rows.NONE)


def course(reading: Reading, record_id: str) -> Course:
    """Return the history of a record; NotebookError if it is damaged."""
    return Course(past.operations_on(reading.connection, record_id))


def is_changed_here(reading: Reading, record: Remark) -> bool:
    """Say whether a colleague's record says something else than when it came in."""
    if not record.origin:
        return False
    known = course(reading, record.id)
    return bool(known.came) and not any(alike(form, record) for form in known.came)


def alike(one: Remark, other: Remark) -> bool:
    """Say whether two forms say the same; who made them and when they were saved does not matter.

    The same words in another edition are the same passage, wherever they stand there. A note that came
    without the heading of its principle is on the one that the number says. Where both were made in the same
    moment, another category is only another name that somebody gave to it.
    """
    if type(one) is not type(other):
        return False
    if isinstance(one, Highlight) and isinstance(other, Highlight):
        here, there = one.selector, other.selector
        moved = here.digest == there.digest and here.start != there.start
        if moved or here.quote != there.quote:
            return False
    if isinstance(one, Note) and isinstance(other, Note) and not on_the_same(one, other):
        return False
    content, others = _said(one), _said(other)
    if one.modified == other.modified:
        content["category"] = others["category"] = ""
    return content == others


def _said(record: Remark) -> dict[str, object]:
    content: Mapping[str, object] = record._asdict()
    aside = ("selector", "origin", "modified", "created", "missing_from", "heading")
    return {name: value for name, value in content.items() if name not in aside}


def _standing(steps: Sequence[Operation], taken_back: Collection[str]) -> list[list[Operation]]:
    """Return the groups that stand: what was taken back is left out, and so is the taking back."""
    gone = set(taken_back)
    standing = []
    for (group, undoes), members in groupby(reversed(steps), key=lambda step: (step.group, step.undoes)):
        found = list(members)
        if group in gone:
            continue
        if undoes:
            gone.add(undoes)
        else:
            standing.append(found[::-1])
    return standing[::-1]


def _is_parting(group: Sequence[Operation]) -> bool:
    return group[0].what == IMPORT and len(group) > 1


def _is_own(group: Sequence[Operation]) -> bool:
    return group[0].what not in (IMPORT, past.CARRY)


def _before(groups: Sequence[Sequence[Operation]]) -> Remark | None:
    """Return the last form before the last of these groups."""
    earlier = (_form(step) for group in reversed(groups[:-1]) for step in reversed(group))
    return next((form for form in earlier if form), None)


def _form(step: Operation) -> Remark | None:
    if step.after in (rows.NONE, rows.PURGED):
        return None
    record = rows.unwritten(step.kind, step.after)
    return record if isinstance(record, Highlight | Note) else None
