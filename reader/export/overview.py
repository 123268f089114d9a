"""The overview as a file: a Markdown page to read, or CSV for a spreadsheet."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from reader.compare.matches import Match
from reader.compare.overview import Cell, Line, Overview
from reader.compare.partial import Partial
from reader.export.escaping import escaped
from reader.text.decision import Member

_WORDS = {
    "da": {
        "overview": "Overblik over principper",
        "thread": "Princip",
        "group": "Gruppe",
        "number": "nr.",
        "title": "titel",
        "changes": "ændringer",
        "sure": "sikkerhed i pct.",
        "same": "uændret",
        "added": "ny",
        "gone": "udgået",
        "renumbered": "omnummereret",
        "renamed": "omdøbt",
        "reworded": "omformuleret",
        "lede": "ny indledning",
        "split": "udskilt fra",
        "merged": "lagt ind i",
        "lives_on": "Hvad der lever videre andre steder",
        "paragraph": "Et afsnit",
        "sentence": "En sætning",
        "clause": "Et led",
        "stands_in": "af {one} står i {other}:",
        "dropped": "Udgåede grupper",
        "new": "Nye grupper",
    },
    "en": {
        "overview": "Principles at a glance",
        "thread": "Principle",
        "group": "Group",
        "number": "no.",
        "title": "title",
        "changes": "changes",
        "sure": "sure, per cent",
        "same": "same",
        "added": "new",
        "gone": "dropped",
        "renumbered": "renumbered",
        "renamed": "renamed",
        "reworded": "reworded",
        "lede": "new lede",
        "split": "split from",
        "merged": "merged into",
        "lives_on": "What lives on elsewhere",
        "paragraph": "A paragraph",
        "sentence": "A sentence",
        "clause": "A clause",
        "stands_in": "of {one} stands in {other}:",
        "dropped": "Groups dropped",
        "new": "New groups",
    },
}
_NONE = "–"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def overview_markdown(found: Overview, language: str = "da") -> str:
    """Return the overview as Markdown: a table of threads by agreements, and what lives on elsewhere."""
    say = _WORDS.get(language, _WORDS["en"])
    head = [say["thread"], say["group"], *(agreement.short for agreement in found.agreements)]
    rows = [[line.thread.title, line.thread.group, *_spoken(line, say)] for line in found.lines]
    table = "\n".join([_row(head), "|" + " --- |" * len(head), *map(_row, rows)])
    return "\n\n".join([f"# {escaped(say['overview'])}", table, *_below(found, say)]) + "\n"


def overview_csv(found: Overview, language: str = "da") -> str:
    """Return the overview as CSV (RFC 4180): a line for each thread, four columns for each agreement.

    A cell that a spreadsheet would take for a formula has an apostrophe before it.
    """
    say = _WORDS.get(language, _WORDS["en"])
    of_each = [say["number"], say["title"], say["changes"], say["sure"]]
    head = [say["thread"], say["group"], *(f"{a.short} {name}" for a in found.agreements for name in of_each)]
    rows = [
        [
            line.thread.title,
            line.thread.group,
            *(value for cell in line.cells for value in _values(cell, say)),
        ]
        for line in found.lines
    ]
    written = StringIO()
    csv.writer(written).writerows([_harmless(cell) for cell in row] for row in [head, *rows])
    return written.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) or cell.startswith(_FORMULA) else cell


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(map(escaped, cells)) + " |"


def _spoken(line: Line, say: Mapping[str, str]) -> Iterator[str]:
    """Give a line's cells as a person reads them: the number, and what happened to it."""
    before: Cell | None = None
    for at, cell in enumerate(line.cells):
        if cell is None:
            yield say["gone"] if before else _NONE
        else:
            changes = _changes(cell, say) or (say["added"] if at and before is None else "")
            yield f"{cell.member.number}: {changes}" if changes else str(cell.member.number)
        before = cell


def _values(cell: Cell | None, say: Mapping[str, str]) -> tuple[str, str, str, str]:
    if cell is None:
        return "", "", "", ""
    sure = f"{100 * cell.match.sure:.0f}" if cell.match else ""
    return str(cell.member.number), cell.title, _changes(cell, say), sure


def _changes(cell: Cell, say: Mapping[str, str]) -> str:
    if cell.match is None:
        return ""
    changes = [say[change] for change in cell.match.changes]
    if cell.match.kind == "split":
        changes.insert(0, f"{say['split']} {cell.match.one.number}")
    return ", ".join(changes)


def _below(found: Overview, say: Mapping[str, str]) -> Iterator[str]:
    """Give what a table of threads cannot show: merged principles, passages elsewhere, groups."""
    merged = [
        row.match for step in found.steps for row in step.rows if row.match and row.match.kind == "merged"
    ]
    living = [_merged(match, found, say) for match in merged]
    living += [_passage(partial, found, say) for step in found.steps for partial in step.partial]
    if living:
        yield f"## {escaped(say['lives_on'])}"
        yield "\n".join(f"- {entry}" for entry in living)
    yield from _groups(say["dropped"], [group for step in found.steps for group in step.dropped_groups])
    yield from _groups(say["new"], [group for step in found.steps for group in step.new_groups])


def _groups(title: str, groups: Sequence[str]) -> Iterator[str]:
    if groups:
        yield f"## {escaped(title)}"
        yield "\n".join(f"- {escaped(group)}" for group in groups)


def _merged(match: Match, found: Overview, say: Mapping[str, str]) -> str:
    return escaped(f"{_name(match.one, found)} {say['merged']} {_name(match.other, found)}")


def _passage(partial: Partial, found: Overview, say: Mapping[str, str]) -> str:
    where = say["stands_in"].format(one=_name(partial.one, found), other=_name(partial.other, found))
    words = found.editions[partial.one.agreement].text[slice(*partial.span)]
    return escaped(f"{say[partial.kind]} {where} »{words}«")


def _name(member: Member, found: Overview) -> str:
    short = next(agreement.short for agreement in found.agreements if agreement.id == member.agreement)
    return f"{short} {member.number}"
