"""Another notebook in the place of one that does not open; what was there is moved away whole."""

import os
from pathlib import Path
from typing import NamedTuple

from reader.notebook import files, schema
from reader.notebook.beginning import begin
from reader.notebook.restoring import Restored, restore
from reader.notebook.salvage import Salvaged, salvage
from reader.notebook.sentences import told
from reader.text.progress import Heard


class Mended(NamedTuple):
    """What was salvaged, and the folder with what was in its place before, if anything was."""

    salvaged: Salvaged
    away: Path | None


def mend(place: Path, folder: Path, on: Heard | None = None) -> Mended:
    """Salvage a closed notebook, with its journal and the copies in a folder, and put that in its place.

    NotebookError or Stopped, with nothing changed, where `salvage` or `restore` has it.
    """
    place = place.resolve()
    made = _beside(place)
    try:
        done = salvage(place, made, folder, on)
        away = restore(place, made).away
    finally:
        made.unlink(missing_ok=True)
    return Mended(done._replace(notebook=place), away)


def begin_anew(place: Path) -> Restored:
    """Put a new notebook into the place of what is no notebook; NotebookError, with nothing changed."""
    place = place.resolve()
    made = _beside(place)
    try:
        with told("No new notebook was begun", "Nothing was changed."):
            files.make_folder(place.parent)
            begin(made, schema.STEPS)
        return restore(place, made)
    finally:
        made.unlink(missing_ok=True)


def _beside(place: Path) -> Path:
    # Named as a draft is: what a killed program leaves of it is swept up by the next start.
    return place.with_name(f".{place.name}.{os.urandom(4).hex()}")


def write_report(mended: Mended, text: str) -> Path:
    """Write a report beside the folder with what was moved away, and return where it is.

    NotebookError if it cannot be written; nothing is written over.
    """
    place = mended.salvaged.notebook
    name = (mended.away or place.with_name(f"{place.name}.salvaged")).name
    with told("The report could not be written", "The salvaged notebook is in its place."):
        draft = files.draft(place.with_name(f"{name}.txt"))
        try:
            draft.write_text(text, encoding="utf-8", errors="backslashreplace")
            return _settled(draft, place.parent, name)
        finally:
            draft.unlink(missing_ok=True)


def _settled(draft: Path, folder: Path, name: str) -> Path:
    number = 1
    while True:
        target = folder / (f"{name}.txt" if number == 1 else f"{name}-{number}.txt")
        try:
            files.settle(draft, target)
        except FileExistsError:
            number += 1
            continue
        return target
