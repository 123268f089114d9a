"""What went wrong, in the interface's language: for the causes that people meet most."""

from PySide6.QtCore import QCoreApplication

from reader.errors import ReaderError


def in_words(error: ReaderError) -> str:
    """Return what an error says; in English where there is no more general sentence for its kind."""
    said = of_kind(error.kind)
    if said and error.kind in _NAMING:
        # Which file it is can only be read there.
        return f"{said} ({error})"
    return said or str(error)


_NAMING = ("leftover", "source", "catalogue")


def of_kind(kind: str) -> str:
    """Return a sentence for a kind of error; empty if there is none."""
    return _of_writing().get(kind) or _of_opening().get(kind) or _of_other_files().get(kind, "")


def _of_writing() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "full": translate("Causes", "The disk is full. Free some space and try again."),
        "forbidden": translate(
            "Causes", "The file or its folder cannot be written. Check who may write there, then try again."
        ),
        "disk": translate(
            "Causes",
            "The disk reported an error. Check that it is connected and has room, then try again.",
        ),
        "unsure": translate(
            "Causes",
            "The disk failed at the last moment: it may be saved or not. Check that the disk is connected "
            "and has room, then try again.",
        ),
        "replaced": translate(
            "Causes",
            "The notebook's file was removed, moved or replaced while it was open. Put it back where it was "
            "and try again, or save a rescue copy and start again.",
        ),
        "read-only": translate("Causes", "The notebook is open for reading only."),
        "changed": translate(
            "Causes", "It was changed meanwhile. Look at it again and repeat what you wanted to do."
        ),
        "missing": translate("Causes", "The file or folder is not there. Check the place and try again."),
        "busy": translate("Causes", "Another program is using the file. Close that program and try again."),
        "damaged": translate(
            "Causes", "The notebook's file is damaged. It was left as it is, and nothing is written into it."
        ),
    }


def _of_opening() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "held": translate("Causes", "The notebook is open in another Randnote."),
        "empty": translate(
            "Causes", "The file is empty, where a notebook was expected. It was left as it is."
        ),
        "foreign": translate(
            "Causes",
            "The file is not a Randnote notebook, or too damaged to be known as one. It was left as it is.",
        ),
        "newer": translate(
            "Causes",
            "The notebook was written by a newer Randnote. It was left as it is. Update Randnote to open it.",
        ),
        "older": translate(
            "Causes",
            "The notebook was written by an older Randnote, and must be opened for writing once before it "
            "can be only read.",
        ),
        "leftover": translate(
            "Causes",
            "Beside the notebook lies a file that another program left. Nothing was read or changed. Move "
            "that file to a safe place, then try again.",
        ),
        "unclear": translate(
            "Causes",
            "The notebook is open elsewhere, and its journal does not tell now what is in it. Close it "
            "there, then open it here.",
        ),
        "not-annotations": translate(
            "Causes",
            "This is no file of annotations that Randnote can read. Nothing was changed. Choose a file that "
            "was exported as annotations.",
        ),
        "nothing": translate("Causes", "Nothing was found that could be salvaged. Nothing was changed."),
    }


def _of_other_files() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "link": translate(
            "Causes", "There is a link at that place, and it was not written through. Choose another name."
        ),
        "unflushed": translate(
            "Causes",
            "The file was written, but its folder could not be flushed to disk. Check that the disk is "
            "connected, then look whether the file is there.",
        ),
        "index": translate(
            "Causes",
            "The search index could not be used. It holds nothing of yours: try again, or remove the file "
            "search.db.",
        ),
        "source": translate(
            "Causes",
            "A source text cannot be read. Nothing was changed. Put the file back and start again.",
        ),
        "catalogue": translate(
            "Causes",
            "The catalogue of agreements cannot be read. Nothing was changed. Put back the file that came "
            "with the program.",
        ),
        "stopped": translate(
            "Causes",
            "The texts were not established, because you stopped it. No note was touched. Start again to "
            "establish them.",
        ),
    }
