"""When nothing can be saved any more: everything as plain files elsewhere, for people and for programs.

It needs no database that works. What the notebook cannot tell is taken from the journal beside it.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.errors import NotebookError
from reader.notebook import files, rows
from reader.notebook.merging_pieces import course_of
from reader.notebook.notebook import Notebook, now
from reader.notebook.pieces import of_journal
from reader.notebook.records import Category, Highlight, Note, Record
from reader.notebook.sentences import told
from reader.text.decision import Decision

MARK = {"randnote": "rescue", "version": 1}
"""What the first line of a rescue copy for programs says."""


def is_rescue(content: bytes) -> bool:
    """Say whether the content of a file begins as a rescue copy for programs does."""
    try:
        first = json.loads(content.partition(b"\n")[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(first, dict) and first.get("randnote") == MARK["randnote"]


class Rescued(NamedTuple):
    """Where everything is now, for people and for programs, and sentences about what could not be read."""

    markdown: Path
    lines: Path
    missing: tuple[str, ...]


def rescue(notebook: Notebook, unsaved: Sequence[Highlight | Note], folder: Path) -> Rescued:
    """Write what was not saved, and after it the whole notebook, into new files in a folder.

    `unsaved` are records as the person wanted them to be. Nothing is written over. NotebookError if the
    folder cannot take the files either.
    """
    saved, missing = _everything(notebook)
    with told(f"The rescue copy could not be written into {folder}", "What is unsaved is still here."):
        files.make_folder(folder)
        markdown = _write(folder, ".md", _markdown(unsaved, saved, missing))
        lines = _write(folder, ".jsonl", _lines(unsaved, saved))
    return Rescued(markdown, lines, tuple(missing))


def _everything(notebook: Notebook) -> tuple[list[Record], list[str]]:
    saved: list[Record] = []
    missing: list[str] = []
    readings: tuple[Callable[[], Sequence[Record]], ...]
    readings = notebook.categories, notebook.highlights, notebook.notes, notebook.decisions
    for read in readings:
        try:
            saved += read()
        except NotebookError as error:
            missing.append(str(error))
    if missing or notebook.damaged or notebook.damage:
        known = {(rows.table_of(record), record.id) for record in saved}
        saved += [one for key, one in _of_journal(notebook).items() if key not in known]
    return saved, missing


def _of_journal(notebook: Notebook) -> dict[tuple[str, str], Record]:
    try:
        pieces = of_journal(notebook.journal, str(notebook.journal))
    except OSError:
        return {}
    living = course_of([pieces], "", now()).living
    return {key: record for key, record in living.items() if record is not None}


def _write(folder: Path, ending: str, content: Iterable[str]) -> Path:
    number = 1
    draft = files.draft(folder / f"randnote-rescue{ending}")
    try:
        with draft.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.writelines(content)
        while True:
            target = folder / f"randnote-rescue-{number}{ending}"
            try:
                files.settle(draft, target)
            except FileExistsError:
                number += 1
                continue
            return target
    finally:
        draft.unlink(missing_ok=True)


def _lines(unsaved: Iterable[Record], saved: Iterable[Record]) -> Iterator[str]:
    yield json.dumps({**MARK, "time": now()}) + "\n"
    for is_saved, records in ((False, unsaved), (True, saved)):
        for record in records:
            kind = rows.KINDS[rows.table_of(record)]
            content = json.loads(rows.written(record))
            line = {"kind": kind, "saved": is_saved, "record": content}
            yield json.dumps(line, ensure_ascii=False) + "\n"


def _markdown(
    unsaved: Sequence[Highlight | Note], saved: Sequence[Record], missing: Sequence[str]
) -> Iterator[str]:
    names = {record.id: record.name for record in saved if isinstance(record, Category)}
    remarks = [record for record in saved if isinstance(record, Highlight | Note)]
    decisions = [record for record in saved if isinstance(record, Decision)]
    yield f"# Randnote: rescue copy of {now()}\n\n"
    for sentence in missing:
        yield f"{sentence}\n\n"
    for title, records in (("Not saved", unsaved), ("Saved", remarks)):
        yield f"## {title}: {len(records)}\n\n"
        for record in sorted(records, key=lambda one: (one.agreement, one.created)):
            yield from _remark(record, names)
    for decision in decisions:
        principles = (f"{one.agreement}/{one.number}" for one in (decision.one, decision.other))
        words = f"{' and '.join(principles)}: {decision.verdict}. {decision.note}".strip()
        yield f"- {decision.time}: {words}\n"


def _remark(record: Highlight | Note, names: dict[str, str]) -> Iterator[str]:
    if isinstance(record, Highlight):
        place = f"code points {record.selector.start}–{record.selector.end}"
        yield f"### {record.agreement}, {place}: {names.get(record.category, record.category)}\n\n"
        yield from _quoted(record.selector.quote)
    else:
        place = "the whole agreement" if record.principle is None else f"principle {record.principle}"
        # Of the heading no line of its own can come: it may be a colleague's.
        heading = f": {' '.join(record.heading.split())}" if record.heading else ""
        yield f"### {record.agreement}, {place}{heading}\n\n"
    words = record.note if isinstance(record, Highlight) else record.body
    if words:
        # As it was typed: inside a fence that is longer than any in it.
        fence = "`" * max(3, 1 + max(map(len, re.findall("`+", words)), default=0))
        yield f"{fence}\n{words}\n{fence}\n\n"
    if record.tags:
        yield f"Tags: {', '.join(record.tags)}\n\n"
    yield f"{record.id}, last changed {record.modified}\n\n"


def _quoted(text: str) -> Iterator[str]:
    yield from (f"> {line}\n" for line in text.splitlines())
    yield "\n"
