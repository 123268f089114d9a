"""The journal of a notebook: every operation once more, as lines of JSON in a file beside it.

It is written after each commit and flushed, so it is what brings back a notebook whose file was cut off. The
first line says what the file is. Every other line is one commit: its operations, each with its seal, and last
the seal of the newest one; or the text of an edition that passages were taken from.
"""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from reader.notebook import files, rows
from reader.notebook.records import Operation

_FIRST = b'{"journal":"randnote","version":1}\n'
_HEAD = '"head":"{}"}}\n'
_LINE_AT_MOST = 10
"""How many operations are written into one line when a journal is written anew."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

Text = tuple[str, str, str]
"""A kept text: its digest, its agreement, and the text itself."""


class Told(NamedTuple):
    """What a journal tells: sound operations by number, kept texts, and how many lines were not legible."""

    operations: dict[int, Operation]
    texts: dict[str, Text]
    illegible: int


class Journal:
    """The file beside the notebook. Every method may raise OSError."""

    def __init__(self, notebook: Path) -> None:
        self.notebook = notebook
        self.path = notebook.with_name(f"{notebook.name}.jsonl")
        self._descriptor: int | None = None

    def is_there(self) -> bool:
        """Say whether there is such a file, and still the one that was opened for writing."""
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return False
        return self._descriptor is None or os.path.samestat(found, os.fstat(self._descriptor))

    def ends_with(self, seal: str) -> bool:
        """Say whether the newest operation it has is the one with this seal; only the last line is read.

        The line must be whole: when the power goes, its end may come to the disk and its middle not.
        """
        line, end = _last_line(self.path)
        if end != self.path.stat().st_size or not line.endswith(_HEAD.format(seal).encode()):
            return False
        try:
            json.loads(line)
        except (ValueError, RecursionError):
            return False
        return True

    def last(self) -> tuple[Operation, int] | None:
        """Return the newest operation of the last whole line, and where in the file that line ends.

        None if the last lines are not legible.
        """
        line, end = _last_line(self.path)
        operations, _ = _legible(line)
        return (operations[-1], end) if operations else None

    def read(self) -> Told:
        """Return everything that is legible; a later form of an operation stands for the earlier one."""
        told = Told({}, {}, 0)
        illegible = 0
        with self.path.open("rb") as file:
            for line in file:
                operations, text = _legible(line)
                told.operations.update((operation.seq, operation) for operation in operations)
                told.texts.update({text[0]: text} if text else {})
                illegible += not operations and not text and line != _FIRST
        return told._replace(illegible=illegible)

    def append(self, operations: Sequence[Operation]) -> None:
        """Add operations as one line, and wait until they are on disk."""
        self._add(_line(operations))

    def append_text(self, text: Text, head: str) -> None:
        """Add the text of an edition, and wait until it is on disk.

        `head` is the seal of the newest operation, again: what is missing is seen by the last line.
        """
        self._add(_text_line(text, head))

    def cut(self, end: int) -> None:
        """Take away what follows this byte: a line that was not finished."""
        self.close()
        os.truncate(self.path, end)

    def write_anew(self, operations: Iterable[Operation], texts: Iterable[Text]) -> None:
        """Write the whole file beside and then in its place."""
        self.close()
        draft = files.draft(self.path)
        try:
            with draft.open("wb") as file:
                file.write(_FIRST)
                file.writelines(map(_text_line, texts))
                file.writelines(map(_line, _portions(operations)))
            files.replace(draft, self.path)
        finally:
            draft.unlink(missing_ok=True)

    def set_aside(self) -> Path:
        """Give the file another name, so that it is kept, and return that."""
        self.close()
        number = 1
        while (aside := self.path.with_name(f"{self.path.name}.aside-{number}")).exists():
            number += 1
        self.path.rename(aside)
        files.flush(aside.parent)
        return aside

    def close(self) -> None:
        """Let go of the file; closing twice does no harm."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)

    def _add(self, line: bytes) -> None:
        if not self.is_there():
            self.close()
        if self._descriptor is None:
            flags = os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0)
            self._descriptor = os.open(self.path, flags)
        whole = os.fstat(self._descriptor).st_size
        try:
            files.write_all(self._descriptor, line)
        except OSError:
            # Half a line would hide the next one.
            with suppress(OSError):
                os.ftruncate(self._descriptor, whole)
            raise


def _line(operations: Sequence[Operation]) -> bytes:
    sealed = [(*operation, rows.seal("operations", operation)) for operation in operations]
    head = _HEAD.format(sealed[-1][-1])
    return f'{{"operations":{_encode(sealed)},{head}'.encode()


def _text_line(text: Text, head: str = "") -> bytes:
    return f'{{"text":{_encode((*text, rows.seal("texts", text)))},{_HEAD.format(head)}'.encode()


def _portions(operations: Iterable[Operation]) -> Iterator[list[Operation]]:
    rest = iter(operations)
    while portion := list(islice(rest, _LINE_AT_MOST)):
        yield portion


def _legible(line: bytes) -> tuple[list[Operation], Text | None]:
    """Return what a line holds: its operations and its text; nothing of it if it is damaged."""
    try:
        told = json.loads(line) if line.endswith(b"\n") else {}
    except (ValueError, RecursionError):
        told = {}
    if not isinstance(told, dict):
        return [], None
    operations = [_operation(values) for values in _listed(told.get("operations"))]
    sound = [operation for operation in operations if operation is not None]
    return (sound if len(sound) == len(operations) else []), _text(told.get("text"))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _operation(values: Any) -> Operation | None:
    return Operation._make(values[:-1]) if rows.is_sealed("operations", values) else None


def _text(values: Any) -> Text | None:
    return (values[0], values[1], values[2]) if rows.is_sealed("texts", values) else None


def _last_bytes(path: Path, count: int) -> bytes:
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - count))
        return file.read()


def _last_line(path: Path) -> tuple[bytes, int]:
    """Return the last line that is ended, and where it ends."""
    length = 1 << 16
    while True:
        tail = _last_bytes(path, length)
        end = tail.rfind(b"\n") + 1
        begin = tail.rfind(b"\n", 0, max(0, end - 1)) + 1
        if begin or len(tail) < length:
            return tail[begin:end], path.stat().st_size - len(tail) + end
        length *= 4
