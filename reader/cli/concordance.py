"""The verbs that follow principles through the agreements, and find where a text speaks of something."""

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.cli.answer import Answer, Json, columns, lines
from reader.cli.parts import Parts
from reader.errors import UnknownAgreement

if TYPE_CHECKING:
    from reader.compare.mention import Mention, Shelf, Target
    from reader.compare.overview import Cell, Line, Overview
    from reader.text.decision import Member


def concordance(parts: Parts, options: Namespace) -> Answer:
    """Answer with the threads through all agreements that have principles."""
    from reader.compare.overview import overview

    found = overview(parts.library.agreements, parts.library.editions())
    value = {"threads": [_thread(line.thread.title, line.cells) for line in found.lines]}
    if options.format in ("markdown", "csv"):
        from reader.export.overview import overview_csv, overview_markdown

        write = overview_markdown if options.format == "markdown" else overview_csv
        return Answer(value, write(found, options.language))
    return Answer(value, _as_page(found))


def _thread(title: str, cells: "tuple[Cell | None, ...]") -> Json:
    return {
        "title": title,
        "members": [
            {"agreement": cell.member.agreement, "number": cell.member.number, "title": cell.title}
            for cell in cells
            if cell
        ],
    }


def _as_page(found: "Overview") -> str:
    if not found.lines:
        return ""
    heads = [agreement.short for agreement in found.agreements]
    rows = [[*_numbers(line, heads), line.thread.title, _changes(line.cells)] for line in found.lines]
    below = [*_living(found), *_groups(found)]
    return columns([[*heads, "", ""], *rows]) + (lines(["", *below]) if below else "")


def _numbers(line: "Line", heads: list[str]) -> Iterator[str]:
    for cell, head in zip(line.cells, heads, strict=True):
        yield (str(cell.member.number) if cell else "–").rjust(len(head))


def _changes(cells: "tuple[Cell | None, ...]") -> str:
    """Return what happened to a thread at the last: what was changed, or that it is new or was dropped."""
    last = cells[-1]
    if last is None:
        return "dropped"
    if last.match is None:
        return "new" if len(cells) > 1 else ""
    return f"{', '.join(last.match.changes)} ({100 * last.match.sure:.0f} % sure)"


def _living(found: "Overview") -> Iterator[str]:
    for step in found.steps:
        for row in step.rows:
            if row.match and row.match.kind != "whole":
                yield f"{_name(row.match.one)} is {row.match.kind}: see {_name(row.match.other)}."
        for partial in step.partial:
            words = found.editions[partial.one.agreement].text[slice(*partial.span)]
            yield f"A {partial.kind} of {_name(partial.one)} stands in {_name(partial.other)}: »{words}«"


def _groups(found: "Overview") -> Iterator[str]:
    for step in found.steps:
        yield from (f"The group »{group}« was dropped." for group in step.dropped_groups)
        yield from (f"The group »{group}« is new." for group in step.new_groups)


def _name(member: "Member") -> str:
    return f"{member.agreement} {member.number}"


def mentions(parts: Parts, options: Namespace) -> Answer:
    """Answer with every place where an agreement speaks of principles, agreements, annexes, boxes, tables.

    Or with its principles of which no agreement speaks. UnknownAgreement for one witness: places are those of
    the edition.
    """
    from reader.compare.mentions import Shelf
    from reader.compare.mentions import mentions as find

    library = parts.library
    agreement = library.agreement(options.id).id
    if "@" in options.id:
        raise UnknownAgreement(
            f"Mentions are found in the edition, not in one witness of it: use {agreement}."
        )
    shelf = Shelf(library.agreements, library.editions())
    if options.never:
        return _never(agreement, shelf)
    text = library.edition(agreement).text
    value = [_mention(mention, text) for mention in find(agreement, shelf)]
    return Answer(value, columns([_row(each) for each in value]))


def _never(agreement: str, shelf: "Shelf") -> Answer:
    from reader.compare.mentions import mentions, never_mentioned

    found = [mention for each in shelf.agreements for mention in mentions(each.id, shelf)]
    edition = shelf.editions[agreement]
    numbers = [member.number for member in never_mentioned(shelf, found) if member.agreement == agreement]
    principles = [p for p in edition.principles if p.number in numbers]
    value = [{"number": p.number, "title": p.title, "start": p.start, "end": p.end} for p in principles]
    return Answer(value, lines(f"{p.number}. {p.title}" for p in principles))


def _mention(mention: "Mention", text: str) -> Json:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": text[mention.start : mention.end],
        "kind": mention.kind,
        "stands": mention.stands,
        "target": _target(mention.target),
        "known": mention.target.known,
    }


def _target(target: "Target") -> Json:
    start, end = target.span or (None, None)
    return {
        "description": target.description,
        "agreement": target.agreement or None,
        "section": target.section or None,
        "principle": target.principle,
        "start": start,
        "end": end,
    }


def _row(value: Json) -> list[str]:
    said = " ".join(value["text"].split())
    target = value["target"]
    where = f"{target['agreement']}: " if value["known"] else "not in the library: "
    return [str(value["start"]), value["kind"], said, where + " ".join(target["description"].split())]
