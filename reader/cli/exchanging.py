"""The verbs that exchange notes with others: annotations into a file, and a colleague's into the notebook."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.answer import Answer, lines
from reader.cli.parts import Parts
from reader.errors import NotebookError

if TYPE_CHECKING:
    from reader.notebook.exchange import Merged


def annotations(parts: Parts, options: Namespace, ids: Sequence[str]) -> Answer:
    """Write what is marked and noted on agreements as W3C Web Annotations; all of it where none are named."""
    from reader.notebook.anchoring import text_of
    from reader.notebook.exchange import exported
    from reader.notebook.notebook import Notebook

    if not parts.paths.notebook.exists():
        raise NotebookError(f"There is no notebook yet to export from: {parts.paths.notebook}.")
    texts = [text_of(edition) for edition in parts.library.editions().values()]
    with Notebook.open(parts.paths.notebook, read_only=True) as notebook:
        text = exported(notebook, ids if options.ids else None, options.author, texts)
    value = {"agreements": list(ids), "files": [], "annotations": None}
    if options.output == "-":
        return Answer({**value, "annotations": text}, text)
    from reader.export.writing import write_safely

    output = Path(options.output)
    output = output / "randnote.jsonld" if output.is_dir() else output
    write_safely(output, text)
    return Answer({**value, "files": [str(output)]}, lines([str(output)]))


def arrive(parts: Parts, options: Namespace) -> Answer:
    """Take in annotations or a rescue copy, after a copy of the notebook was made; all of it is one undo."""
    from reader.notebook.exchange import merge, read
    from reader.notebook.keeper import Keeper
    from reader.notebook.notebook import Notebook
    from reader.settings import read_settings

    arrived = read(options.file)
    with Notebook.open(parts.paths.notebook) as notebook:
        place = read_settings(parts.paths.settings).second_place
        second = Path(place) if place else None
        warnings = Keeper(notebook, parts.paths.backups, second).before("import").warnings
        done = merge(notebook, arrived, options.author)
    value = {
        **{"added": list(done.added), "changed": list(done.changed), "kept": list(done.kept)},
        "same": done.same,
        "both": [{"here": one.here._asdict(), "came": one.came._asdict()} for one in done.both],
        "bad": [one._asdict() for one in done.bad],
    }
    return Answer(value, lines(_told(done)), "\n".join(warnings))


def _told(done: "Merged") -> list[str]:
    counts = (
        f"{len(done.added)} added, {len(done.changed)} changed, {len(done.kept)} kept as they are, "
        f"{done.same} the same, {len(done.bad)} not taken."
    )
    both = [f"Changed on both sides, the newest stands: {one.here.id}" for one in done.both]
    bad = [f"Not taken, number {one.place} {one.name}: {one.reason}" for one in done.bad]
    return [counts, *both, *bad]
