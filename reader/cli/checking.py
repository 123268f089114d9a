"""The verbs that keep safe: whether everything is sound, and a copy of the notebook."""

from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.answer import Answer, lines
from reader.cli.parts import Parts
from reader.errors import NotebookError, ReaderError

if TYPE_CHECKING:
    from reader.intake.establish import Established


_WAY_OUT = (
    "What can be done: “randnote salvage -o FILE” joins what is left of the notebook, its journal and its "
    "copies in a new file; “randnote restore COPY” puts a copy in its place. The notebook was left as it is."
)


def check(parts: Parts, _: Namespace) -> Answer:
    """Answer what is wrong with notebook, library and seeds, a sentence each; status 1 if anything is."""
    seeds, made = _seeds(parts)
    notebook, is_damaged = _notebook(parts)
    faults = {"notebook": notebook, "library": list(_library(parts, made)), "seeds": seeds}
    sound = not any(faults.values())
    told = [line for part, found in faults.items() for line in (found or [f"The {part}: sound."])]
    plain = lines([*told, _WAY_OUT] if is_damaged else told)
    return Answer({"sound": sound, **faults}, plain, status=0 if sound else 1)


def _notebook(parts: Parts) -> tuple[list[str], bool]:
    """Return what is wrong with the notebook, and whether that is damage: it may only be open elsewhere."""
    from reader.notebook.notebook import Notebook

    if not parts.paths.notebook.exists():
        return [], False
    try:
        with Notebook.open(parts.paths.notebook, read_only=True) as notebook:
            found = notebook.check()
    except NotebookError as error:
        return [str(error)], error.kind in ("damaged", "empty")
    return found, bool(found)


def _seeds(parts: Parts) -> "tuple[list[str], Mapping[str, Established]]":
    """Establish every edition anew from the sources, and rebuild every source from its edition."""
    from reader.intake.rebuilt import rebuilt
    from reader.intake.shelf import establish_all

    try:
        library = parts.library
        names = {w.file: f"{a.id}@{w.id}" for a in library.agreements for w in a.witnesses}
        texts = {file: library.witness_text(name) for file, name in names.items()}
    except ReaderError as error:
        return [str(error)], {}
    made = establish_all(library.agreements, texts)
    wrong = [
        f"{name} cannot be rebuilt to the character from its edition and emendations."
        for name, one in made.items()
        if rebuilt(one.edition.text, one.emendations) != texts[one.edition.sections[0].place.file]
    ]
    return wrong, made


def _library(parts: Parts, made: "Mapping[str, Established]") -> Iterator[str]:
    """Compare what the library keeps with what was established anew."""
    for name, one in made.items():
        same = (
            parts.library.edition(name) == one.edition and parts.library.emendations(name) == one.emendations
        )
        if not same:
            yield (
                f"The library keeps another text of {name} than its sources give. Nothing of yours is in it: "
                f"remove {parts.paths.library} and start again."
            )


def restore(parts: Parts, options: Namespace) -> Answer:
    """Put a copy in the place of the notebook; what was there is kept beside it, in a folder of its own."""
    from reader.notebook.restoring import restore as put_back

    done = put_back(parts.paths.notebook, options.file)
    kept = [f"What was there before is kept in {done.away}."] if done.away else []
    value = {"file": str(parts.paths.notebook), "kept": str(done.away) if done.away else None}
    return Answer(value, lines([f"The notebook is now as it is in {options.file}.", *kept]))


def salvage(parts: Parts, options: Namespace) -> Answer:
    """Join what is left of a damaged notebook, its journal and its copies into a new file."""
    from reader.notebook.salvage import salvage as gather

    done = gather(options.file or parts.paths.notebook, options.output, parts.paths.backups)
    value = {
        **{"file": str(done.notebook), "highlights": done.highlights, "notes": done.notes},
        **{"steps": done.steps, "missing": list(done.missing), "doubts": list(done.doubts)},
        "sources": [{"file": name, "damaged": damaged} for name, damaged in done.sources],
    }
    said = f"{done.highlights} highlights and {done.notes} other notes are in {done.notebook}."
    lost = [f"{len(done.missing)} steps of the history were not found."] if done.missing else []
    lost = lost or ([] if done.doubts else ["Nothing is missing that the history tells of."])
    read = [f"Read: {name} ({_legible(damaged)})." for name, damaged in done.sources]
    after = f"Look at it, then put it in place: randnote restore {done.notebook}"
    return Answer(value, lines([said, *lost, *done.doubts, *read, after]))


def _legible(damaged: int) -> str:
    return f"{damaged} damaged pieces were left out" if damaged else "what could be read of it is whole"


def backup(parts: Parts, options: Namespace) -> Answer:
    """Make a verified copy of the notebook in a folder, or else where the window keeps its copies."""
    from reader.notebook.backup import copy
    from reader.notebook.notebook import Notebook

    if not parts.paths.notebook.exists():
        raise NotebookError(f"There is no notebook yet to copy: {parts.paths.notebook}.")
    with Notebook.open(parts.paths.notebook, read_only=True) as notebook:
        made = copy(notebook, options.folder or parts.paths.backups)
    warnings = [] if options.folder else list(_again(parts, made))
    return Answer({"file": str(made)}, lines([str(made)]), "\n".join(warnings))


def _again(parts: Parts, made: Path) -> Iterator[str]:
    """Put a copy into the person's second place too, as the window does; yield what went wrong."""
    from reader.notebook.keeper import into_second
    from reader.settings import read_settings

    place = read_settings(parts.paths.settings).second_place
    if place:
        yield from into_second(made, Path(place))
