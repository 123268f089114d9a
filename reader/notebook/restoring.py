"""A copy takes the place of the notebook; what was there is moved away whole and never deleted.

Several files change their names, and the power may go between any two of them. So what is to be done is
written down first, under its own name and flushed; whoever opens the notebook next goes on from there.
"""

import json
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from reader.errors import NotebookError
from reader.notebook import backup, files, opening, schema
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


def restore(place: Path, chosen: Path) -> Restored:
    """Put a copy of the chosen file in the place of a closed notebook and move what was there away.

    NotebookError, with nothing changed, if the chosen file is not a sound notebook, of a newer program, or if
    the notebook is open anywhere.
    """
    place = place.resolve()
    with told(f"The copy {chosen} was not restored", _KEPT):
        files.make_folder(place.parent)
        with hold(place, shared=False, since=now()):
            finish(place)
            draft = _drafted(place, chosen.resolve())
            try:
                away = _away(place)
                _write_plan(place, draft, away)
            except BaseException:
                draft.unlink(missing_ok=True)
                raise
            finish(place)
    return Restored(place, away)


def is_interrupted(place: Path) -> bool:
    """Say whether a restore was begun here and not ended."""
    return _plan(place).exists()


def finish(place: Path) -> None:
    """Go on with a restore that was begun, by the one who holds the notebook; nothing if there is none."""
    plan = _plan(place)
    if not plan.exists():
        return
    draft, away = _read_plan(plan)
    # Without the draft it has its name already, and what is in the place is the restored one.
    if draft.exists():
        if away is not None:
            _move_away(place, away)
        files.replace(draft, place)
    plan.unlink()
    files.flush(place.parent)


def _drafted(place: Path, chosen: Path) -> Path:
    if chosen == place:
        raise NotebookError(f"{chosen} is the notebook itself. {_KEPT} Choose a copy of it.")
    opening.refuse_leftovers(chosen)
    opening.refuse_unknown(chosen, len(schema.STEPS))
    with closing(opening.connect(chosen, read_only=True)) as connection:
        return backup.checked(backup.draft(connection, place.parent)).path


def _away(place: Path) -> Path | None:
    """Make a folder for what is in the place; None if there is nothing."""
    if not any(path.exists() for path in _set(place)):
        return None
    number = 1
    while (away := place.with_name(f"{place.name}.away-{number:06}")).exists():
        number += 1
    files.make_folder(away)
    return away


def _move_away(place: Path, away: Path) -> None:
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


def _read_plan(plan: Path) -> tuple[Path, Path | None]:
    try:
        written = json.loads(plan.read_text(encoding="utf-8"))
        draft, away = plan.with_name(written["draft"]), written["away"]
        return draft, plan.with_name(away) if away else None
    except (ValueError, KeyError, TypeError) as error:
        raise NotebookError(
            f"A restore was interrupted here, and its plan is damaged: {plan}. Nothing was changed. "
            "Move that file to a safe place, look which notebook you want, and try again."
        ) from error


def _write_plan(place: Path, draft: Path, away: Path | None) -> None:
    files.flush(draft)
    plan = files.draft(_plan(place))
    plan.write_text(json.dumps({"draft": draft.name, "away": away.name if away else ""}), encoding="utf-8")
    files.replace(plan, _plan(place))
