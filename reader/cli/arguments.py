"""What can be typed: the verbs and their options."""

import argparse
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from reader import __version__
from reader.cli import checking, comparing, concordance, exchanging, finding, reading, writing

if TYPE_CHECKING:
    from reader.cli.answer import Answer
    from reader.cli.parts import Parts

    Verb = Callable[[Parts, argparse.Namespace], Answer]

_ABOUT = "An offline reader for agreements. Without a verb the window opens."
_ID = "an agreement, or a unique beginning of its id"
_WITNESS = _ID + "; ID@WITNESS is one of its witnesses"


def parser(screenshot: "Verb") -> argparse.ArgumentParser:
    """Return the parser of all verbs; each leaves in `answer` the function that answers it."""
    made = argparse.ArgumentParser("randnote", description=_ABOUT, allow_abbrev=False)
    _everywhere(made)
    made.set_defaults(home=None, json=False)
    made.add_argument("--version", action="version", version=f"randnote {__version__}")
    verbs = made.add_subparsers(dest="verb", metavar="VERB", title="verbs")
    _add_reading(verbs)
    _add_following(verbs)
    _add_comparing(verbs)
    _add_finding(verbs)
    _add_writing(verbs)
    _add_keeping(verbs)
    _add_screenshot(verbs, screenshot)
    return made


def _everywhere(made: argparse.ArgumentParser) -> None:
    nothing = argparse.SUPPRESS
    made.add_argument("--home", metavar="DIR", default=nothing, help="the data folder (or RANDNOTE_HOME)")
    made.add_argument("--json", action="store_true", default=nothing, help="print one JSON value")


def _verb(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, answer: "Verb", about: str
) -> argparse.ArgumentParser:
    made = verbs.add_parser(name, help=about, description=about, allow_abbrev=False)
    _everywhere(made)
    made.set_defaults(answer=answer)
    return made


def _add_reading(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    _verb(verbs, "list", reading.shelf, "the agreements")
    text = _verb(verbs, "text", reading.text, "the text of an edition")
    text.add_argument("id", help=_WITNESS)
    text.add_argument("--transmitted", action="store_true", help="the witness as it is, nothing changed")
    text.add_argument("--format", choices=("plain", "markdown", "json"), default="plain")
    outline = _verb(verbs, "outline", reading.outline, "the headings of an edition")
    outline.add_argument("id", help=_WITNESS)
    principles = _verb(verbs, "principles", reading.principles, "the numbered principles of an edition")
    principles.add_argument("id", help=_WITNESS)
    tables = _verb(verbs, "tables", reading.tables, "the tables of an edition")
    tables.add_argument("id", help=_WITNESS)
    changed = _verb(verbs, "emendations", reading.emendations, "what was changed to make the edition")
    changed.add_argument("id", help=_WITNESS)
    changed.add_argument("--kind", help="only those of this kind, such as hyphen or furniture")
    remarks = _verb(
        verbs, "remarks", reading.remarks, "what looks wrong in a text, and what others read there"
    )
    remarks.add_argument("id", help=_WITNESS)
    kinds = ("reading", "variant", "misread", "sum")
    remarks.add_argument("--kind", choices=kinds, default="", help="only those of this kind")


def _add_following(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    about = "which principle answers which, through all agreements"
    following = _verb(verbs, "concordance", concordance.concordance, about)
    following.add_argument("--format", choices=("text", "markdown", "csv", "json"), default="text")
    following.add_argument("--language", choices=("da", "en"), default="da", help="of Markdown and CSV")
    about = "where an agreement speaks of principles, other agreements, annexes, boxes and tables"
    mentioned = _verb(verbs, "mentions", concordance.mentions, about)
    mentioned.add_argument("id", help=_ID)
    never = "its principles of which no agreement speaks in running text"
    mentioned.add_argument("--never", action="store_true", help=never)


def _add_comparing(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    about = (
        "what changed from one agreement to another, word by word; where they share no principles they are "
        "compared section by section, and the JSON value has `sections` too, like `principles`"
    )
    compare = _verb(verbs, "compare", comparing.compare, about)
    compare.add_argument("one", metavar="A", help=_WITNESS)
    compare.add_argument("other", metavar="B", help="the agreement to compare it with, usually the newer")
    compare.add_argument("--principle", type=int, metavar="N", help="only this principle of A, or else of B")
    compare.add_argument("--format", choices=("text", "markdown", "html", "json"), default="text")
    compare.add_argument(
        "--decisive",
        action="store_true",
        help="list the small words that decide: modal verbs, negations, numbers, dates, parties "
        "(with --json as `changes`, among all others)",
    )


def _add_finding(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    search = _verb(verbs, "search", finding.search, "where words stand in texts and notes")
    search.add_argument("query")
    search.add_argument("--in", dest="where", choices=("text", "notes", "both"), default="both")
    search.add_argument("--agreement", metavar="ID", help=_ID)
    notes = _verb(verbs, "notes", finding.notes, "the highlights and notes, in reading order")
    notes.add_argument("--agreement", metavar="ID", help=_ID)
    notes.add_argument("--category", help="only highlights of this category, by id or name")
    notes.add_argument("--tag", help="only those with this tag")
    notes.add_argument("--origin", metavar="NAME", help="only what came from this colleague; - for your own")
    notes.add_argument("--principle", type=int, metavar="N", help="only those on or in this principle")


def _add_writing(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    annotate = _verb(verbs, "annotate", writing.annotate, "highlight a passage")
    annotate.add_argument("id", help=_ID)
    annotate.add_argument("--quote", required=True, type=_words, metavar="TEXT", help="the passage's words")
    annotate.add_argument("--nth", type=_count, metavar="N", help="which of several such places, from 1")
    annotate.add_argument("--category", help="its category, by id or name; else the first one")
    annotate.add_argument("--note", default="", metavar="TEXT", help="a note on it, in Markdown")
    annotate.add_argument("--tag", action="append", default=[], help="a tag; may be repeated")
    export = _verb(verbs, "export", writing.export, "agreements as Markdown with what is noted on them")
    export.add_argument("ids", nargs="*", metavar="ID", help=_ID + "; none means all")
    export.add_argument(
        "-o", "--output", required=True, metavar="FILE", help="a file; a folder, for a file each; - to print"
    )
    export.add_argument("--format", dest="shape", choices=("markdown", "annotations"), default="markdown")
    export.add_argument("--author", default="", metavar="NAME", help="your name, with --format annotations")
    arrive = _verb(verbs, "import", exchanging.arrive, "a colleague's annotations into your notebook")
    arrive.add_argument("file", type=Path, metavar="FILE", help="exported as annotations, or a rescue copy")
    arrive.add_argument("--author", default="", metavar="NAME", help="your own name, as you export with it")


def _add_keeping(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    _verb(verbs, "check", checking.check, "whether notebook, library and sources are sound")
    backup = _verb(verbs, "backup", checking.backup, "a verified copy of the notebook")
    backup.add_argument(
        "folder", nargs="?", type=Path, metavar="DIR", help="where to; else beside the notebook"
    )
    salvage = _verb(verbs, "salvage", checking.salvage, "what is left of a damaged notebook, in a new one")
    salvage.add_argument("file", nargs="?", type=Path, metavar="FILE", help="else the person's notebook")
    salvage.add_argument("-o", "--output", required=True, type=Path, metavar="NEW", help="the new notebook")
    restore = _verb(verbs, "restore", checking.restore, "a copy in the place of the notebook")
    restore.add_argument("file", type=Path, metavar="FILE", help="the copy; the present notebook is kept")


def _add_screenshot(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", screenshot: "Verb") -> None:
    made = _verb(verbs, "screenshot", screenshot, "the real window, drawn without a display")
    made.add_argument("-o", "--output", required=True, type=Path, metavar="FILE")
    made.add_argument("--open", required=True, nargs="+", metavar="ID", help=_ID)
    made.add_argument("--principle", type=int, metavar="N", help="the principle to show")
    shown = "in the place of the pages; the wording is of --principle, or of what is read"
    made.add_argument("--view", choices=("overview", "wording"), default="", help=shown)
    made.add_argument("--theme", choices=("light", "dark"), default="light")
    made.add_argument("--language", choices=("da", "en"), default="da")
    made.add_argument("--changes", action="store_true", help="show what changed from one to the next")
    made.add_argument("--size", type=_size, default=(1440, 900), metavar="WxH", help="in pixels")


def _words(value: str) -> str:
    if not value.strip():
        raise argparse.ArgumentTypeError("a quote has words")
    return value


def _count(value: str) -> int:
    if not value.isascii() or not value.isdigit() or int(value) < 1:
        raise argparse.ArgumentTypeError("a number from 1")
    return int(value)


def _size(value: str) -> tuple[int, int]:
    found = re.fullmatch(r"([1-9]\d{1,3})x([1-9]\d{1,3})", value, re.ASCII)
    if not found:
        raise argparse.ArgumentTypeError("a size such as 1440x900")
    return int(found.group(1)), int(found.group(2))
