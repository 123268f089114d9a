"""The door to the notebook: where it does not open, the person is asked what to do."""

from collections.abc import Callable
from pathlib import Path

from reader.errors import Kind, NotebookError, ReaderError
from reader.notebook.notebook import Notebook
from reader.ui.ways import refuse_gone

Door = Callable[[Path], Notebook]
"""Opens the notebook in a place; NotOpened if the person would rather leave."""


class NotOpened(ReaderError):  # noqa: N818 - read as a sentence: "raise NotOpened"
    """The person left instead of opening a notebook; nothing is to be said."""


def asking(folder: Path) -> Door:
    """Return a door that asks where a notebook does not open; its copies are in this folder."""

    def open_or_ask(place: Path) -> Notebook:
        try:
            refuse_gone(place, folder)
            return Notebook.open(place)
        except NotebookError as error:
            return ask(place, folder, error)

    return open_or_ask


def asking_first(folder: Path, kind: Kind) -> Door:
    """Return a door that asks what to do with a notebook that is open and was found to be damaged."""

    def ask_first(place: Path) -> Notebook:
        return ask(place, folder, NotebookError(str(place), kind), may_go_on=True)

    return ask_first


def writing_or_reading(place: Path) -> Notebook:
    """Open for writing what could only be read, or else for reading again."""
    try:
        return Notebook.open(place)
    except NotebookError:
        return Notebook.open(place, read_only=True)


def ask(place: Path, folder: Path, error: NotebookError, *, may_go_on: bool = False) -> Notebook:
    """Ask what to do until a notebook is open; NotOpened if the person leaves."""
    # Nothing of it is loaded by a start that finds its notebook.
    from reader.ui.opening_dialog import OpeningDialog

    dialog = OpeningDialog(place, folder, error, may_go_on=may_go_on)
    try:
        dialog.exec()
    finally:
        dialog.deleteLater()
    if dialog.notebook is None:
        raise NotOpened(str(error))
    return dialog.notebook
