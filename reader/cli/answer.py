"""What a verb answers, and how it is said: as JSON for scripts, or plainly for people."""

import io
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from reader.cli.terminal import complain, fit_for
from reader.errors import FileError

Json = Any
"""What `json` can write: dict, list, str, int, float, bool and None."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: `value` for scripts; `plain` for people, to the character; `message` goes beside it."""

    value: Json
    plain: str
    message: str = ""
    status: int = 0


def say(answer: Answer, *, as_json: bool) -> int:
    """Write the answer to standard output, its message to standard error, and return its status.

    FileError if it cannot be written; a reader who stops listening is no error.
    """
    if answer.message:
        complain(answer.message)
    try:
        _write(_json(answer.value) if as_json else answer.plain)
    except BrokenPipeError:
        _hush()
    except OSError as error:
        # What could not be written still waits; Python would try once more when it ends.
        _hush()
        raise FileError(f"The answer could not be written ({error.strerror}).") from error
    return answer.status


def _json(value: Json) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _write(text: str) -> None:
    # Exactly these characters on every system; half a character from a file's name is spelt out.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    sys.stdout.write(fit_for(sys.stdout, text))
    sys.stdout.flush()


def _hush() -> None:
    """Keep Python from finding, when it ends, that nobody listens."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def lines(parts: Iterable[str]) -> str:
    """Return the parts, each on a line of its own."""
    return "".join(f"{part}\n" for part in parts)


def columns(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of words set under each other; columns of figures stand to the right."""
    count = max((len(row) for row in rows), default=0)
    full = [[*row, *[""] * (count - len(row))] for row in rows]
    wide = [max(len(row[at]) for row in full) for at in range(count)]
    return lines("  ".join(_set(word, wide[at]) for at, word in enumerate(row)).rstrip() for row in full)


def _set(word: str, width: int) -> str:
    return word.rjust(width) if word.lstrip("-–").replace(".", "").isdigit() else word.ljust(width)
