"""The verb that compares: what changed from one agreement to another."""

from argparse import Namespace
from typing import TYPE_CHECKING

from reader.cli.answer import Answer, Json
from reader.cli.parts import Parts
from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.compare.changes import Change
    from reader.compare.compared_rows import Row, Side
    from reader.compare.comparison import Comparison, End, Moved
    from reader.compare.segments import Segment
    from reader.export.compared import Page
    from reader.text.agreement import Agreement, Principle


def compare(parts: Parts, options: Namespace) -> Answer:
    """Answer with what changed from one agreement to another, or in one principle.

    ReaderError if neither has that principle.
    """
    from reader.compare.classes import between
    from reader.compare.comparison import compare as compared
    from reader.export.compared import Page

    left, right = _agreement(parts, options.one), _agreement(parts, options.other)
    one, other = parts.library.edition(options.one), parts.library.edition(options.other)
    found = compared(one, other, between(left, right))
    if options.principle is not None:
        found = _only(found, options.principle)
    language = "en" if options.format == "text" else right.language
    page = Page(found, left, right, language)
    value = _value(page, decisive=options.decisive)
    return Answer(value, _plain(page, options))


def _agreement(parts: Parts, name: str) -> "Agreement":
    """Return an agreement with those witnesses that are meant."""
    from reader.intake.catalogue import choose

    agreement, witness = choose(parts.library.agreements, name)
    return agreement._replace(witnesses=(witness,)) if witness else agreement


def _only(comparison: "Comparison", number: int) -> "Comparison":
    """Keep the principle with this number on the left; where there is none, on the right."""
    for sides in ([row.left for row in comparison.principles], [row.right for row in comparison.principles]):
        pairs = zip(comparison.principles, sides, strict=True)
        rows = tuple(row for row, side in pairs if side and side.number == number)
        if rows:
            return comparison._replace(principles=rows, sections=())
    names = comparison.one.id, comparison.other.id
    known = [_numbers(edition.principles) for edition in (comparison.one, comparison.other)]
    raise ReaderError(
        f"There is no principle {number} in {names[0]} (it has {known[0]}), nor in {names[1]} ({known[1]})."
    )


def _numbers(principles: "tuple[Principle, ...]") -> str:
    return ", ".join(str(principle.number) for principle in principles) or "none"


def _plain(page: "Page", options: Namespace) -> str:
    if options.format == "markdown":
        from reader.export.compared_markdown import as_markdown

        return as_markdown(page)
    if options.format == "html":
        from reader.export.compared_html import as_html

        return as_html(page)
    from reader.export.compared_text import as_text, decisive

    return decisive(page) if options.decisive else as_text(page, whole=options.principle is not None)


def _value(page: "Page", *, decisive: bool) -> Json:
    comparison = page.comparison
    value = {
        "principles": [_row(row, comparison, decisive=decisive) for row in comparison.principles],
        "moves": [_move(comparison.moves[at]) for at in page.moves()],
    }
    if comparison.sections:
        value["sections"] = [_row(row, comparison, decisive=decisive) for row in comparison.sections]
    return value


def _row(row: "Row", comparison: "Comparison", *, decisive: bool) -> Json:
    texts = comparison.one.text, comparison.other.text
    value = {
        "left": _side(row.left, texts[0]),
        "right": _side(row.right, texts[1]),
        "states": list(row.states),
        "similarity": round(row.similarity, 4),
        "segments": [_segment(segment, *texts) for segment in row.segments],
    }
    return {**value, "changes": [_change(change) for change in row.changes]} if decisive else value


def _side(side: "Side | None", text: str) -> Json:
    return side and {"number": side.number, "title": side.title, "text": text[slice(*side.span)]}


def _segment(segment: "Segment", left: str, right: str) -> Json:
    return {
        "op": segment.op,
        "left_text": left[slice(*segment.left)],
        "right_text": right[slice(*segment.right)],
        "left": list(segment.left),
        "right": list(segment.right),
    }


def _change(change: "Change") -> Json:
    return {
        "classes": list(change.classes),
        "left_text": change.gone,
        "right_text": change.new,
        "left": list(change.left),
        "right": list(change.right),
    }


def _move(move: "Moved") -> Json:
    return {"text": move.text, "from": _end(move.source), "to": _end(move.target)}


def _end(end: "End") -> Json:
    return {"agreement": end.agreement, "principle": end.principle}
