"""One course of changes from the pieces of several damaged ones."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.notebook import rows
from reader.notebook.journal import Text
from reader.notebook.past import SALVAGE
from reader.notebook.pieces import Pieces, Row
from reader.notebook.records import Category, Highlight, Operation, Record
from reader.notebook.sentences import Sentence
from reader.notebook.writing import Key
from reader.text.decision import Decision

_ATTEMPTS = 100
_FURTHEST = 100_000
"""How many steps one damaged line may have had: an import is one."""


class Course(NamedTuple):
    """A history that is whole, and what lives at its end.

    The steps up to the first gap are as they were. What is known of later ones follows as one group, with its
    own times, and leads every record to the last form that was found. `found` counts the steps found.
    """

    steps: tuple[Operation, ...]
    living: dict[Key, Record | None]
    texts: tuple[Text, ...]
    found: int
    missing: tuple[int, ...]
    doubts: tuple[Sentence, ...]


def course_of(sources: Sequence[Pieces], group: str, time: str) -> Course:
    """Join pieces; the first source that has steps says which course it is, and the others must be akin."""
    known: dict[int, Operation] = {}
    texts: dict[str, Text] = {}
    found_rows: list[Row] = []
    doubts: list[Sentence] = []
    for source in sources:
        if known and source.steps and not _is_akin(known, source):
            left = f"{source.name} is of another course of changes, and was left out."
            doubts.append(Sentence(left, "stranger", path=source.name))
            continue
        _add(known, source)
        texts = {**source.texts, **texts}
        found_rows += source.rows
    builder = _Builder(group, time)
    builder.go(known, found_rows)
    torn = _torn(sources, max(known, default=0) + _FURTHEST)
    last = max((*known, *torn), default=0)
    missing = tuple(seq for seq in range(1, last + 1) if seq not in known)
    doubts += _older(known, torn, missing)
    return Course(
        steps=tuple(builder.steps),
        living=builder.living,
        texts=tuple(texts.values()),
        found=len(known),
        missing=missing,
        doubts=(*doubts, *builder.doubts),
    )


def _torn(sources: Sequence[Pieces], furthest: int) -> set[int]:
    """Return the numbers of steps of damaged lines of which the newest form is nowhere; 0 if unknown."""
    torn = {step for source in sources for step in source.torn}
    if not torn:
        return set()
    forms = [step for source in sources for steps in source.steps.values() for step in steps]
    found = {rows.seal("operations", step) for step in forms}
    return {number if number <= furthest else 0 for number, seal in torn if seal not in found}


def _older(known: dict[int, Operation], torn: Iterable[int], missing: Sequence[int]) -> list[Sentence]:
    """Return what to say of steps that grew, and of which the last form is lost."""
    told = []
    for number in sorted(torn):
        step = known.get(number)
        if step is not None:
            lost = f"The {step.kind} {step.record} is as it was found; the last words of a change are lost."
            told.append(Sentence(lost, step.kind, path=step.record))
        elif not number and not missing:
            lost = "A line of the journal is not legible; what was done last in it may be missing."
            told.append(Sentence(lost, "illegible"))
    return told


def _is_akin(known: dict[int, Operation], source: Pieces) -> bool:
    common = sorted(known.keys() & source.steps.keys())[:_ATTEMPTS]
    alike = [any(_name(known[seq]) == _name(step) for step in source.steps[seq]) for seq in common]
    return not common or any(alike)


def _name(step: Operation) -> tuple[str, str]:
    return step.group, step.record


def _add(known: dict[int, Operation], source: Pieces) -> None:
    for seq, forms in source.steps.items():
        # Where two courses part, the first source has its way.
        akin = [form for form in forms if seq not in known or _name(form) == _name(known[seq])]
        if akin:
            both = [known[seq], *akin] if seq in known else akin
            # Of forms with one time the journal has the last one last.
            known[seq] = max(
                reversed(both), key=lambda step: (rows.PURGED in (step.before, step.after), step.time)
            )


class _Builder:
    """Leads every record through the steps that are known, and on to the last form that was found of it."""

    def __init__(self, group: str, time: str) -> None:
        self._group = group
        self._time = time
        self.steps: list[Operation] = []
        self.living: dict[Key, Record | None] = {}
        self._forms: dict[Key, list[Record | None]] = {}
        self._purged: set[Key] = set()
        self.doubts: list[Sentence] = []

    def go(self, known: dict[int, Operation], found: Iterable[Row]) -> None:
        """Take the whole beginning as it is, then what else is known, then the rows."""
        whole = self._beginning(known)
        for seq in sorted(seq for seq in known if seq > whole):
            self._lead(known[seq])
        self._follow_rows(found)
        self._mend_categories()

    def _beginning(self, known: dict[int, Operation]) -> int:
        seq = 1
        while seq in known and self._continues(known[seq]):
            self.steps.append(known[seq])
            self._note(known[seq])
            seq += 1
        return seq - 1

    def _continues(self, step: Operation) -> bool:
        if rows.PURGED in (step.before, step.after):
            return True
        return self.living.get(_key(step)) == rows.unwritten(step.kind, step.before)

    def _note(self, step: Operation) -> None:
        key = _key(step)
        if rows.PURGED in (step.before, step.after):
            self.living[key] = None
            self._purged.add(key)
        else:
            self.living[key] = rows.unwritten(step.kind, step.after)
            self._forms.setdefault(key, []).append(self.living[key])

    def _lead(self, step: Operation) -> None:
        key = _key(step)
        if rows.PURGED in (step.before, step.after):
            self._append(key, rows.PURGED, rows.PURGED, step.time)
            self.living[key] = None
            self._purged.add(key)
        else:
            self._go_to(key, rows.unwritten(step.kind, step.after), step.time)

    def _go_to(self, key: Key, record: Record | None, time: str) -> None:
        before = self.living.get(key)
        if before != record:
            self._append(key, rows.written(before), rows.written(record), time)
        self.living[key] = record
        self._forms.setdefault(key, []).append(record)

    def _append(self, key: Key, before: str, after: str, time: str) -> None:
        kind = rows.KINDS[key[0]]
        seq = len(self.steps) + 1
        self.steps.append(Operation(seq, time, kind, key[1], before, after, self._group, SALVAGE, ""))

    def _follow_rows(self, found: Iterable[Row]) -> None:
        for row in sorted(found, key=lambda one: _modified(one.record)):
            key = row.table, row.record.id
            forms = self._forms.get(key, [])
            # A page that was given up has older forms, of which growing steps know nothing any more.
            older = bool(forms) and _modified(row.record) <= _latest(forms)
            if older or key in self._purged:
                continue
            self._go_to(key, None if row.removed else row.record, self._time)
            kind = rows.KINDS[row.table]
            lost = f"The {kind} {row.record.id} is as its row has it; steps of its history are lost."
            self.doubts.append(Sentence(lost, kind, path=row.record.id))

    def _mend_categories(self) -> None:
        lives = {one.category for one in self.living.values() if isinstance(one, Highlight)}
        lay = {
            form.category for forms in self._forms.values() for form in forms if isinstance(form, Highlight)
        }
        for category in sorted(lives | lay):
            key = "categories", category
            forms = [form for form in self._forms.get(key, []) if form is not None]
            if not forms or (category in lives and self.living[key] is None):
                made = forms[-1] if forms else Category(category, category, "violet", "•", 99)
                self._go_to(key, made, self._time)
                back = f"The category {category} was lost or removed; it is back, to be looked at."
                name = made.name if isinstance(made, Category) else category
                self.doubts.append(Sentence(back, "back", path=name))


def _key(step: Operation) -> Key:
    return rows.TABLES[step.kind], step.record


def _modified(record: Record) -> str:
    if isinstance(record, Category):
        return ""
    return record.time if isinstance(record, Decision) else record.modified


def _latest(forms: Sequence[Record | None]) -> str:
    return max((_modified(form) for form in forms if form is not None), default="")
