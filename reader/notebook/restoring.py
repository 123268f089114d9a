"""A copy takes the place of the notebook; what was there is moved away whole and never deleted.

What takes time is done before, while the notebook may still be open: the copy is copied and read back, and
its journal written. Then several files change their names, and the power may go between any two of them. So
what is to be done is written down first, under its own name and flushed; whoever opens the notebook next goes
on from there.
"""

import json
from contextlib import AbstractContextManager, closing, suppress
from pathlib import Path
from typing import NamedTuple

from reader.errors import NotebookError
from reader.notebook import backup, files, opening, schema
from reader.notebook.completing import write_anew
from reader.notebook.journal import Journal
from reader.notebook.lock import hold
from reader.notebook.saving import now
from reader.notebook.sentences import told

_KEPT = "The notebook is as it was before."
_BESIDE = ("", "-journal", "-wal", "-shm", ".jsonl")
"""What belongs to a notebook, behind its name: parted from each other they would be misread."""


class Restored(NamedTuple):
    """What restoring did: the notebook now in place, and the folder with what was there, if anything was."""

    notebook: Path
    away: Path | None


class Prepared(NamedTuple):
    """A copy, read back, beside the notebook and with a journal of its own: ready to take its place.

    `chosen` is the file it was made from.
    """

    chosen: Path
    draft: Path
    journal: Path

    def discard(self) -> None:
        """Take it away again; OSError if that is refused."""
        self.draft.unlink(missing_ok=True)
        self.journal.unlink(missing_ok=True)


def restore(place: Path, chosen: Path) -> Restored:
    """Put a copy of the chosen file in the place of a closed notebook and move what was there away.

    NotebookError, with nothing changed, if the chosen file is not a sound notebook, of a newer program, or if
    the notebook is open anywhere.
    """
    with _told(chosen), hold(_made(place), shared=False, since=now()):
        finish(place.resolve())
        return _put(place.resolve(), prepare(place, chosen))


def prepare(place: Path, chosen: Path) -> Prepared:
    """Make ready what is to take the place of a notebook, which may be open meanwhile; in any thread.

    NotebookError, with nothing changed, if the chosen file is not a sound notebook or of a newer program.
    """
    with _told(chosen):
        draft = _drafted(_made(place), chosen.resolve())
        journal = Journal(draft)
        try:
            with closing(opening.connect(draft, read_only=True)) as connection:
                if schema.version_of(connection) == len(schema.STEPS):
                    write_anew(connection, journal)  # of an older one that is for the opening to do
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
    return Prepared(chosen, draft, journal.path)


def put(place: Path, prepared: Prepared) -> Restored:
    """Put what was prepared in the place of a notebook that is closed by now.

    NotebookError, with nothing changed, if it is open anywhere.
    """
    with _told(prepared.chosen), hold(_made(place), shared=False, since=now()):
        finish(place.resolve())
        return _put(place.resolve(), prepared)


def put_back(done: Restored) -> Path | None:
    """Undo a restore: what was moved away stands in its place again, and what was restored is moved away.

    Returns the folder with the latter; None if nothing had been moved away, and then nothing is done.
    NotebookError if the notebook is open anywhere.
    """
    place, back = done
    if back is None:
        return None
    with told(f"The notebook in {back} was not put back", "It is there, whole."):
        with hold(place, shared=False, since=now()):
            away = _away(place)
            _write_plan(place, {"back": back.name, "away": away.name if away else ""})
            finish(place)
        return away


def is_interrupted(place: Path) -> bool:
    """Say whether a restore was begun here and not ended."""
    return _plan(place).exists()


def finish(place: Path) -> None:
    """Go on with a restore that was begun, by the one who holds the notebook; nothing if there is none."""
    if not (plan := _plan(place)).exists():
        return
    written = _read_plan(plan)
    if back := written.get("back"):
        _come_back(place, place.with_name(back), written["away"])
    else:
        _change(place, place.with_name(written["draft"]), written["away"])
    plan.unlink()
    files.flush(place.parent)


def _change(place: Path, draft: Path, away: str) -> None:
    # Without the draft it has its name already, and what is in the place is the restored one.
    if draft.exists():
        _move_away(place, away)
        files.replace(draft, place)
    # The journal comes last: whoever finds none writes one, and a wrong one would be in the way.
    if (journal := Journal(draft).path).exists():
        files.replace(journal, Journal(place).path)


def _come_back(place: Path, back: Path, away: str) -> None:
    # The file itself goes first: without it the others are on their way already.
    first = back / place.name
    if first.exists():
        _move_away(place, away)
        files.replace(first, place)
    for path in _set(back / place.name):
        if path.exists():
            path.rename(place.with_name(path.name))
    files.flush(place.parent)
    with suppress(OSError):
        back.rmdir()  # what else lies there stays there


def _told(chosen: Path) -> AbstractContextManager[None]:
    return told(f"The copy {chosen} was not restored", _KEPT)


def _made(place: Path) -> Path:
    place = place.resolve()
    files.make_folder(place.parent)
    return place


def _put(place: Path, prepared: Prepared) -> Restored:
    try:
        files.flush(prepared.draft)
        away = _away(place)
        _write_plan(place, {"draft": prepared.draft.name, "away": away.name if away else ""})
    except BaseException:
        prepared.discard()
        raise
    finish(place)
    return Restored(place, away)


def _drafted(place: Path, chosen: Path) -> Path:
    if chosen == place or _is_same(chosen, place):
        raise NotebookError(f"{chosen} is the notebook itself. {_KEPT} Choose a copy of it.")
    # Before it is opened at all: to close any descriptor of an open notebook would drop SQLite's lock on it.
    opening.refuse_leftovers(chosen)
    opening.refuse_unknown(chosen, len(schema.STEPS))
    with closing(opening.connect(chosen, read_only=True)) as connection:
        return backup.checked(backup.draft(connection, place.parent)).path


def _is_same(chosen: Path, place: Path) -> bool:
    with suppress(OSError):
        return chosen.samefile(place)
    return False


def next_away(place: Path) -> Path:
    """Return the folder that what is in the place would be moved to now."""
    number = 1
    while (away := place.with_name(f"{place.name}.away-{number:06}")).exists():
        number += 1
    return away


def _away(place: Path) -> Path | None:
    """Make a folder for what is in the place; None if there is nothing."""
    if not any(path.exists() for path in _set(place)):
        return None
    away = next_away(place)
    files.make_folder(away)
    return away


def _move_away(place: Path, name: str) -> None:
    if not name:
        return
    away = place.with_name(name)
    for path in _set(place):
        if path.exists():
            path.rename(_free(away / path.name))
    files.flush(away)
    files.flush(place.parent)


def _free(path: Path) -> Path:
    # A second one is there only if something was put into the place while the restore was interrupted.
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}.{number}")
    return free


def _set(place: Path) -> list[Path]:
    return [place.with_name(place.name + ending) for ending in _BESIDE]


def _plan(place: Path) -> Path:
    return place.with_name(f"{place.name}.restoring")


def _read_plan(plan: Path) -> dict[str, str]:
    try:
        written = json.loads(plan.read_text(encoding="utf-8"))
        kind = "back" if "back" in written else "draft"
        return {name: str(written[name]) for name in (kind, "away")}
    except (ValueError, KeyError, TypeError) as error:
        raise NotebookError(
            f"A restore was interrupted here, and its plan is damaged: {plan}. Nothing was changed. "
            "Move that file to a safe place, look which notebook you want, and try again."
        ) from error


def _write_plan(place: Path, written: dict[str, str]) -> None:
    plan = files.draft(_plan(place))
    plan.write_text(json.dumps(written), encoding="utf-8")
    files.replace(plan, _plan(place))
