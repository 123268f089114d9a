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

_STEP = re.compile(r'\[\d+,"')
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


@dataclass(frozen=True, slots=True)
class Row:
    """A record's row: what it was, and whether it was removed."""

    table: str
    record: Record
    removed: bool


@dataclass(slots=True)
class Pieces:
    """What was found in one source, none of it without a seal that fits; `damaged` counts what had none."""

    name: str
    steps: dict[int, list[Operation]] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    texts: dict[str, Text] = field(default_factory=dict)
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
        for line in file:
            for values in _arrays(line):
                if rows.is_sealed("operations", values):
                    found.add(Operation._make(values[:-1]))
                elif rows.is_sealed("texts", values):
                    found.texts[values[0]] = (values[0], values[1], values[2])
                else:
                    found.damaged += 1
    return found


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


def _arrays(line: bytes) -> Iterator[list[Any]]:
    """Yield the steps and texts of a line, each on its own where the line as a whole is not legible."""
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        yield from _arrays_within(line.decode("utf-8", "replace"))
        return
    if isinstance(told, dict):
        operations = told.get("operations")
        each = [*(operations if isinstance(operations, list) else []), told.get("text")]
        yield from (values for values in each if isinstance(values, list))


def _arrays_within(text: str) -> Iterator[list[Any]]:
    for found in _STEP.finditer(text):
        try:
            values, _ = _decoder.raw_decode(text, found.start())
        except (ValueError, RecursionError):
            continue
        yield values
