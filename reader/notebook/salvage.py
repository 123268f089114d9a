"""What is left of a damaged notebook, joined with its journal and its copies, as a new notebook.

Nothing is opened as a database and nothing is written but the new file. Only what fits its seal is taken. The
history decides what a record is; where steps of it are missing, a sound row says what became of its record.
"""

from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from reader.errors import NotebookError
from reader.notebook import files, opening, rows, schema, writing
from reader.notebook.copies import copies
from reader.notebook.journal import Journal
from reader.notebook.lock import hold
from reader.notebook.merging_pieces import Course, course_of
from reader.notebook.pieces import Pieces, of_file, of_journal
from reader.notebook.saving import new_id, now
from reader.notebook.sentences import Sentence, told
from reader.text.progress import Heard, Progress


class Salvaged(NamedTuple):
    """The new notebook and what is known of it.

    `steps` of the history were found, and the numbers in `missing` were not. `sources` names what was read,
    with how much of each was damaged; `doubts` are plain sentences about what may not be as it last was: of
    the kind `stranger` on a source, `back` on a category, or of the kind of the record they are about.
    """

    notebook: Path
    highlights: int
    notes: int
    steps: int
    missing: tuple[int, ...]
    sources: tuple[tuple[str, int], ...]
    doubts: tuple[Sentence, ...]


def salvage(damaged: Path, target: Path, folder: Path | None = None, on: Heard | None = None) -> Salvaged:
    """Join what is left of a notebook, its journal and the newest copies in a folder into a new notebook.

    NotebookError, with nothing written, if the target is there already, if the damaged notebook is open
    anywhere, or if nothing at all was found; Stopped, with nothing written, if `on` no longer wants it.
    """
    progress = Progress(on)
    place = damaged.resolve()
    with told(f"Nothing was salvaged from {damaged}", "Nothing was changed."):
        if target.exists():
            raise NotebookError(f"{target} is there already. Nothing was changed. Choose another name.")
        with hold(place, shared=True, since=""):
            sources = _sources(place, folder, progress.part(0, 0.5))
        course = course_of(sources, new_id(), now())
        progress(0.6)
        if not course.steps:
            raise NotebookError(
                f"Nothing was found in {damaged}, in its journal or in its copies. Nothing was changed.",
                "nothing",
            )
        _write(course, target, progress.part(0.6, 1))
    return _report(target, course, sources)


def _sources(place: Path, folder: Path | None, progress: Progress) -> list[Pieces]:
    journal = Journal(place).path
    journals = (journal, *sorted(place.parent.glob(f"{journal.name}.aside-*")))
    there = [path for path in (place, *journals) if path.exists()]
    found = {
        path: (of_journal if path in journals else of_file)(path, str(path))
        for path in progress.part(0, 0.6).through(there, 1)
    }
    known = [copy.path for copy in copies(folder or place.parent / "backups") if not copy.fault]
    if _tells_all(found.get(journal), found.get(place)):
        # What only copies from before a restore have is what the person went back behind.
        known = [path for path in known if path.stat().st_mtime >= _restored(place)]
    # The newest copies that can be read: the last of them may be the one that was cut off.
    rest = progress.part(0.6, 1).through(known[:2], 1)
    return [*found.values(), *(of_file(path, str(path)) for path in rest)]


def _tells_all(journal: Pieces | None, notebook: Pieces | None) -> bool:
    """Say whether a journal has every step that it or the notebook knows of, and nothing damaged."""
    if journal is None or not journal.steps or journal.damaged or journal.torn:
        return False
    last: int = max((*journal.steps, *(notebook.steps if notebook else ())))
    return len(journal.steps) == last


def _restored(place: Path) -> float:
    """Return when something was last put in the place of the notebook, in seconds; 0 for never."""
    return max((path.stat().st_mtime for path in place.parent.glob(f"{place.name}.away-*")), default=0.0)


def _write(course: Course, target: Path, progress: Progress) -> None:
    files.make_folder(target.parent)
    draft = files.draft(target)
    try:
        with closing(opening.connect(draft)) as connection:
            schema.migrate(connection, schema.STEPS)
            db = schema.database(connection)
            with schema.transaction(connection):
                writing.replay(db, course.steps)
                progress(0.5)
                for text in course.texts:
                    writing.keep_text(db, text)
        progress(0.9)
        files.settle(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def _report(target: Path, course: Course, sources: Sequence[Pieces]) -> Salvaged:
    living = [key for key, record in course.living.items() if record is not None]
    return Salvaged(
        notebook=target,
        highlights=_count(living, "highlights"),
        notes=_count(living, "notes"),
        steps=course.found,
        missing=course.missing,
        sources=tuple((source.name, source.damaged) for source in sources),
        doubts=course.doubts,
    )


def _count(keys: Iterable[writing.Key], table: str) -> int:
    return sum(rows.KINDS[table] == rows.KINDS[place] for place, _ in keys)
