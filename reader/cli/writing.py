"""The verbs that write: a highlight into the notebook, and agreements into files."""

import re
import unicodedata
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.answer import Answer, lines
from reader.cli.exchanging import annotations
from reader.cli.parts import Kept, Parts, choose_category
from reader.errors import PassageNotFound, UnknownAgreement

if TYPE_CHECKING:
    from reader.notebook.records import Highlight
    from reader.text.agreement import Edition, Span
    from reader.text.selector import Selector


def annotate(parts: Parts, options: Namespace) -> Answer:
    """Highlight a passage and answer with the record, once it is safely on disk.

    PassageNotFound if the quote stands nowhere, or in several places and none of them was chosen.
    """
    from reader.cli.remarks import remark

    agreement = _whole(parts, options.id)
    edition = parts.library.edition(agreement)
    selector = _described(edition, places_of(edition.text, options.quote), options)
    value = remark(_highlighted(parts, agreement, selector, options), edition).value
    return Answer(value, lines([f"Highlighted in {agreement}: »{selector.quote}«", value["id"]]))


def _whole(parts: Parts, name: str) -> str:
    """Return the id of an agreement, refusing one witness of it: notes belong to the edition."""
    agreement = parts.library.agreement(name).id
    if "@" in name:
        raise UnknownAgreement(f"Notes are made on the agreement, not on one witness of it: use {agreement}.")
    return agreement


def places_of(text: str, quote: str) -> "list[Span]":
    """Return every place where the words of a quote stand, whatever white space is between them.

    If there is none, letters composed otherwise than the quote's are tried.
    """
    for form in (quote, unicodedata.normalize("NFC", quote), unicodedata.normalize("NFD", quote)):
        if found := list(_places(text, form)):
            return found
    return []


def _places(text: str, quote: str) -> "Iterator[Span]":
    words = re.compile(r"\s+".join(map(re.escape, quote.split())))
    found = words.search(text)
    while found:
        if not unicodedata.combining(text[found.end() : found.end() + 1] or " "):
            yield found.span()
        found = words.search(text, found.start() + 1)


def _described(edition: "Edition", places: "list[Span]", options: Namespace) -> "Selector":
    from reader.text.selector import describe, find

    count = len(places)
    places_found = "1 place" if count == 1 else f"{count} places"
    stands = f"»{options.quote}« stands in {places_found} in {edition.id}, so nothing was highlighted."
    if not places:
        raise PassageNotFound(f"{stands} Copy the words from the text as it is shown.")
    if options.nth is None and count > 1:
        raise PassageNotFound(f"{stands} Give more words, or say which with --nth 1 to --nth {count}.")
    if (options.nth or 1) > count:
        raise PassageNotFound(f"{stands} There is no --nth {options.nth}.")
    start, end = places[(options.nth or 1) - 1]
    selector = describe(edition.text, start, end, edition.digest)
    if find(selector, edition.text) != (start, end):
        raise PassageNotFound(f"{stands} The passage could not be found again. Give more words.")
    return selector


def _highlighted(parts: Parts, agreement: str, selector: "Selector", options: Namespace) -> "Highlight":
    from reader.notebook.anchoring import text_of
    from reader.notebook.notebook import Notebook, new_id, now
    from reader.notebook.records import Change, Highlight

    with Notebook.open(parts.paths.notebook) as notebook:
        categories = notebook.categories()
        first = categories[0].id if categories else ""
        category = choose_category(categories, options.category or first)
        time = now()
        tags = tuple(dict.fromkeys(tag.strip() for tag in options.tag if tag.strip()))
        made = Highlight(new_id(), agreement, selector, category.id, options.note, tags, time, time)
        text = text_of(parts.library.edition(agreement))
        notebook.apply([Change(None, made)], what="Highlight", texts=[text])
    return made


def export(parts: Parts, options: Namespace) -> Answer:
    """Write agreements with what is noted on them as Markdown, to one file, a file each, or the output.

    As annotations it is what is marked and noted, without the text, for a colleague's notebook.
    """
    ids = [_whole(parts, name) for name in options.ids] or [a.id for a in parts.library.agreements]
    if options.shape == "annotations":
        return annotations(parts, options, list(dict.fromkeys(ids)))
    kept = parts.kept()
    pages = {agreement: _page(parts, kept, agreement) for agreement in dict.fromkeys(ids)}
    joined = "\n".join(pages.values())
    if options.output == "-":
        return Answer({"agreements": list(pages), "files": [], "markdown": joined}, joined, kept.warning)
    output = Path(options.output)
    files = dict(_files(parts, output, pages)) if output.is_dir() else {output: joined}
    from reader.export.writing import write_safely

    for path, page in files.items():
        write_safely(path, page)
    names = [str(path) for path in files]
    value = {"agreements": list(pages), "files": names, "markdown": None}
    return Answer(value, lines(names), kept.warning)


def _page(parts: Parts, kept: Kept, agreement: str) -> str:
    from reader.export.markdown import annotated
    from reader.notebook.notebook import now

    known = parts.library.agreement(agreement)
    edition = parts.library.edition(agreement)
    return annotated(known, edition, kept.highlights, kept.notes, kept.categories, now(), kept.to_check)


def _files(parts: Parts, folder: Path, pages: dict[str, str]) -> Iterable[tuple[Path, str]]:
    """Give each page a file named after its agreement's title; equal titles are told apart by the id."""
    from reader.export.writing import file_name

    taken: set[str] = set()
    for agreement, page in pages.items():
        title = parts.library.agreement(agreement).title
        name, number = file_name(title), 0
        while name.casefold() in taken:
            # Another title may be this one with the id.
            number += 1
            name = file_name(f"{agreement} {number if number > 1 else ''} {title}")
        taken.add(name.casefold())
        yield folder / f"{name}.md", page
