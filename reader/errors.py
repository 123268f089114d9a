"""The only errors a person is shown: the world's faults, each as a plain sentence."""


class ReaderError(Exception):
    """Something outside the program went wrong; the text says what happened, what was kept and what to do."""


class UnknownAgreement(ReaderError):  # noqa: N818 - read as a sentence: "raise UnknownAgreement"
    """No agreement has this id; the text lists the known ones."""


class PassageNotFound(ReaderError):  # noqa: N818
    """A quote occurs nowhere, or more often than can be told apart."""


class NotebookError(ReaderError):
    """The notebook cannot be opened or written; nothing in it was touched.

    `kind` is a word for the cause, for those who act on it: full, forbidden, damaged, busy, disk, missing,
    replaced, read-only, changed; empty where there is no more to say than the text does.
    """

    def __init__(self, text: str, kind: str = "") -> None:
        super().__init__(text)
        self.kind = kind


class FileError(ReaderError):
    """A file or folder cannot be read or written."""
