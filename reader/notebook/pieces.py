"""What is left of a notebook: sound steps, records and texts from damaged files, journals and copies."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from reader.notebook import rows
from reader.notebook.journal import Text
from reader.notebook.pages import rows_of
from reader.notebook.records import Operation, Record

_ADDED: dict[str, tuple[tuple[str, ...], ...]] = {
    "highlights": (("origin", "missing_from"),),
    "notes": (("origin",), ("heading", "missing_from")),
    "operations": (("what", "undoes"),),
}
"""The columns that later versions put behind the seal, version by version."""

_STEP = re.compile(r'\[(\d+),"')
_HEAD = re.compile(r'"head":"([0-9a-f]{64})"\}$')
_decoder = json.JSONDecoder()


def _layouts() -> Iterator[tuple[str, tuple[str, ...]]]:
    for table, columns in rows.COLUMNS.items():
        added = _ADDED.get(table, ())
        later = tuple(chain.from_iterable(added))
        first = tuple(name for name in columns if name not in later)
        for versions in range(len(added), -1, -1):
            yield table, (*first, "hash", *chain.from_iterable(added[:versions]))


_LAYOUTS = tuple(_layouts())
"""Every table and its columns in the order in which a file stores them, of this version and older ones."""


Torn = tuple[int, str]
"""A step that a damaged line had: its number, 0 if that cannot be read, and its seal, empty likewise."""


@dataclass(frozen=True, slots=True)
class Row:
    """A record's row: what it was, and whether it was removed."""

    table: str
    record: Record
    removed: bool


@dataclass(slots=True)
class Pieces:
    """What was found in one source, none of it without a seal that fits; `damaged` counts what had none.

    `torn` has the newest step of each damaged line of a journal, unless a later line has it again.
    """

    name: str
    steps: dict[int, list[Operation]] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    texts: dict[str, Text] = field(default_factory=dict)
    torn: list[Torn] = field(default_factory=list)
    damaged: int = 0

    def add(self, step: Operation) -> None:
        """Add a step; several forms of one are kept beside each other."""
        known = self.steps.setdefault(step.seq, [])
        if step not in known:
            known.append(step)


def of_file(path: Path, name: str) -> Pieces:
    """Return what is left in a notebook's file, read as bytes and never opened; OSError if it cannot be."""
    found = Pieces(name)
    for number, values in rows_of(path.read_bytes()):
        _sort_in(found, number, values)
    return found


def of_journal(path: Path, name: str) -> Pieces:
    """Return what is left in a journal, also of lines that are not whole; OSError if it cannot be read."""
    found = Pieces(name)
    with path.open("rb") as file:
        for number, line in enumerate(file):
            torn = _read_line(found, line)
            # The first line has no step; one without an end was never said to be written.
            if torn and number and line.endswith(b"\n"):
                found.torn.append(torn)
    return found


def _read_line(found: Pieces, line: bytes) -> Torn | None:
    """Take what is sound in a line; return its newest step where that is not."""
    sound: set[int] = set()
    damaged = found.damaged
    told = _legible(line)
    text = line.decode("utf-8", "replace")
    for values in _arrays_within(text) if told is None else _arrays_of(told):
        if rows.is_sealed("operations", values):
            found.add(Operation._make(values[:-1]))
            sound.add(values[0])
        elif rows.is_sealed("texts", values):
            found.texts[values[0]] = (values[0], values[1], values[2])
        else:
            found.damaged += 1
    found.torn = [step for step in found.torn if step[0] not in sound]
    newest = _newest(text)
    is_torn = told is None or found.damaged > damaged
    return newest if is_torn and newest[0] not in sound else None


def _newest(line: str) -> Torn:
    """Return the newest step that a damaged line had, as far as it is legible."""
    numbers = [int(number) for number in _STEP.findall(line)]
    head = _HEAD.search(line.rstrip("\n"))
    return max(numbers, default=0), head[1] if head else ""


def _sort_in(found: Pieces, number: int, values: tuple[Any, ...]) -> None:
    fitting = [layout for layout in _LAYOUTS if len(layout[1]) == len(values)]
    for table, columns in fitting:
        row = dict(zip(columns, values, strict=True))
        if table == "operations":
            row["seq"] = number
        mark = row.pop("hash")
        # The columns of an older version are sealed without those that came later.
        content = tuple(row[name] for name in rows.COLUMNS[table] if name in row)
        if _seal(table, content) == mark:
            _keep(found, table, row)
            return
    # Rows of SQLite's own tables are of other lengths, or begin with no id.
    found.damaged += bool(fitting and _looks_like_ours(values))


def _seal(table: str, content: tuple[Any, ...]) -> str:
    try:
        return rows.seal(table, content)
    except (TypeError, UnicodeEncodeError):
        return ""


def _keep(found: Pieces, table: str, row: dict[str, Any]) -> None:
    if table == "operations":
        found.add(Operation._make(row.get(name, "") for name in Operation._fields))
    elif table == "texts":
        found.texts[row["digest"]] = (row["digest"], row["agreement"], row["text"])
    else:
        content = tuple(row.get(name, "") for name in rows.COLUMNS[table])
        found.rows.append(Row(table, rows.record_of(table, content), bool(row["deleted"])))


def _looks_like_ours(values: Iterable[Any]) -> bool:
    return any(isinstance(value, str) and len(value) == 64 for value in values)


def _legible(line: bytes) -> Any:
    """Return what a line says; None where the line as a whole is not legible."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _arrays_of(told: Any) -> Iterator[list[Any]]:
    if isinstance(told, dict):
        operations = told.get("operations")
        each = [*(operations if isinstance(operations, list) else []), told.get("text")]
        yield from (values for values in each if isinstance(values, list))


def _arrays_within(text: str) -> Iterator[list[Any]]:
    """Yield the steps of a line each on its own."""
    for found in _STEP.finditer(text):
        try:
            values, _ = _decoder.raw_decode(text, found.start())
        except (ValueError, RecursionError):
            continue
        yield values
