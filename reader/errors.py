"""The only errors a person is shown: the world's faults, each as a plain sentence."""

from typing import Literal

# fmt: off
Kind = Literal[
    "", "full", "forbidden", "disk", "damaged", "busy", "held", "missing", "replaced", "read-only", "changed",
    "empty", "foreign", "newer", "older", "leftover", "unclear", "nothing", "unsure", "not-annotations",
    "link", "unflushed", "index", "source", "catalogue", "stopped",
]
# fmt: on
"""A word for why something cannot be read or written; empty where there is no more to say than the text.

Held is a notebook that another Randnote has open, busy a file that any program is using; missing is what is
not there, replaced what went away while it was open; unclear is a notebook held elsewhere whose journal does
not tell what is in it; nothing is what a salvage found; unsure is a change that may be saved or not, because
the disk failed at its very end. The last line is of other files: a link, a folder that could not be flushed,
the search index, a source text, the catalogue, and work that the person stopped.
"""


class ReaderError(Exception):
    """Something outside the program went wrong; the text says what happened, what was kept and what to do.

    `kind` is a word for the cause, for those who act on it or say it in another language.
    """

    def __init__(self, text: str, kind: Kind = "") -> None:
        super().__init__(text)
        self.kind: Kind = kind


class UnknownAgreement(ReaderError):  # noqa: N818 - read as a sentence: "raise UnknownAgreement"
    """No agreement has this id; the text lists the known ones."""


class PassageNotFound(ReaderError):  # noqa: N818
    """A quote occurs nowhere, or more often than can be told apart."""


class NotebookError(ReaderError):
    """The notebook cannot be opened or written; nothing in it was touched."""


class FileError(ReaderError):
    """A file or folder cannot be read or written."""
