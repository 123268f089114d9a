"""The command line: the same parts without a window; without a verb, the window itself."""

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from reader.cli.terminal import complain
from reader.errors import FileError, ReaderError

if TYPE_CHECKING:
    from reader.cli.answer import Answer
    from reader.cli.parts import Parts
    from reader.paths import Paths

_DONE, _REFUSED, _INTERRUPTED = 0, 1, 130


def main(arguments: list[str] | None = None) -> int:
    """Do what the arguments say, sys.argv's if none are given, and return the exit status.

    0 is done, 1 the world said no (a sentence on standard error), 2 wrong usage.
    """
    given = sys.argv[1:] if arguments is None else arguments
    try:
        return _do(given) if given else _window(_home(None))
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else _DONE
    except ReaderError as error:
        complain(str(error))
        return _REFUSED
    except OSError as error:
        complain(f"A file or folder cannot be used: {error.filename} ({error.strerror}).")
        return _REFUSED
    except KeyboardInterrupt:
        return _INTERRUPTED


def _home(wanted: str | None) -> "Paths":
    from reader.paths import choose_home

    return choose_home(wanted)


def _do(arguments: list[str]) -> int:
    # Only here: a start without arguments needs no parser.
    from reader.cli.arguments import parser

    options = parser(screenshot).parse_args(arguments)
    paths = _home(options.home)
    if options.verb is None:
        return _window(paths)
    from reader.cli.answer import say
    from reader.cli.parts import Parts

    as_json = options.json or getattr(options, "format", "") == "json"
    return say(options.answer(Parts(paths), options), as_json=as_json)


def _window(paths: "Paths") -> int:
    from reader.cli.display import refuse_without_display

    refuse_without_display()
    import gc

    # Everything made while starting stays: looking for garbage among it costs a twentieth of the start.
    # The window turns it on again when it is furnished.
    gc.disable()
    # The only place, with the one below, where the command line reaches for Qt.
    from reader.app import run

    return run(paths)


def screenshot(parts: "Parts", options: Namespace) -> "Answer":
    """Draw the real window to a PNG file."""
    from reader.app import screenshot as draw
    from reader.cli.answer import Answer

    draw(
        parts.paths,
        options.output,
        options.open,
        options.principle,
        options.theme,
        options.language,
        options.size,
        changes=options.changes,
        view=options.view,
    )
    if not options.output.is_file():
        raise FileError(f"The picture was not written: {options.output}. Choose another place.")
    width, height = options.size
    value = {"file": str(options.output), "width": width, "height": height}
    return Answer(value, f"{options.output}\n")
