"""The verbs that read: what stands on the shelf, and what an edition is made of."""

from argparse import Namespace
from typing import TYPE_CHECKING

from reader.cli.answer import Answer, Json, columns, lines
from reader.cli.parts import Parts
from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.text.agreement import (
        Agreement,
        Block,
        Edition,
        Emendation,
        Place,
        Principle,
        Remark,
        Section,
        Table,
    )


def shelf(parts: Parts, _: Namespace) -> Answer:
    """Answer with the agreements on the shelf."""
    found = [_agreement(a, parts.library.edition(a.id)) for a in parts.library.agreements]
    rows = [[a["id"], a["date"], a["short"], a["title"], _counted(a["principles"])] for a in found]
    return Answer(found, columns(rows))


def _counted(principles: int) -> str:
    return f"{principles} principles" if principles else ""


def _agreement(agreement: "Agreement", edition: "Edition") -> Json:
    return {
        "id": agreement.id,
        "title": agreement.title,
        "short": agreement.short,
        "date": agreement.date,
        "year": agreement.year,
        "kind": agreement.kind,
        "parties": list(agreement.parties),
        "digest": edition.digest,
        "witnesses": [{"id": w.id, "file": w.file, "kind": w.kind} for w in agreement.witnesses],
        "principles": len(edition.principles),
    }


def text(parts: Parts, options: Namespace) -> Answer:
    """Answer with the text of an edition; plainly it is exactly that, with nothing added at its end."""
    read = parts.library.transmitted if options.transmitted else parts.library.edition
    edition = read(options.id)
    value = {
        "id": parts.library.full_name(options.id),
        "digest": edition.digest,
        "text": edition.text,
        "blocks": [_block(block, edition) for block in edition.blocks],
    }
    if options.format != "markdown":
        return Answer(value, edition.text)
    from reader.export.markdown import plain_markdown

    return Answer(value, plain_markdown(parts.library.agreement(options.id), edition))


def _block(block: "Block", edition: "Edition") -> Json:
    return {
        "id": block.id,
        "kind": block.kind,
        "level": block.level,
        "start": block.start,
        "end": block.end,
        "text": edition.text[block.start : block.end],
        "section": block.section,
        "page": edition.page_at(block.start),
        "source": _source(block.place),
    }


def _source(place: "Place") -> Json:
    return {"file": place.file, "lines": [place.first, place.last]}


def outline(parts: Parts, options: Namespace) -> Answer:
    """Answer with the sections that have a heading in the text, in its order."""
    edition = parts.library.edition(options.id)
    headed = [(start, s) for s in edition.sections if (start := _heading(s, edition)) is not None]
    found = [_section(section, start) for start, section in sorted(headed, key=lambda pair: pair[0])]
    return Answer(found, lines("  " * (section["level"] - 1) + section["text"] for section in found))


def _heading(section: "Section", edition: "Edition") -> int | None:
    """Return where a section's heading stands; None for a whole text that does not say its title."""
    if section.parent:
        return section.start
    own = (b.start for b in edition.blocks if b.level == section.level and b.section == section.id)
    return next(own, None)


def _section(section: "Section", start: int) -> Json:
    return {
        "id": section.id,
        "level": section.level,
        "kind": section.kind,
        "text": section.text,
        "start": start,
        "source": _source(section.place),
    }


def principles(parts: Parts, options: Namespace) -> Answer:
    """Answer with the numbered principles of an edition."""
    edition = parts.library.edition(options.id)
    found = [_principle(principle, edition.text) for principle in edition.principles]
    return Answer(found, "\n".join(_as_page(principle) for principle in found))


def _principle(principle: "Principle", whole: str) -> Json:
    paragraphs = [whole[start:end] for start, end in principle.paragraphs]
    return {
        "number": principle.number,
        "title": principle.title,
        "group": principle.group,
        "lede": next(iter(paragraphs), ""),
        "paragraphs": paragraphs,
        "text": whole[principle.start : principle.end],
        "start": principle.start,
        "end": principle.end,
    }


def _as_page(principle: Json) -> str:
    group = [f"({principle['group']})"] if principle["group"] else []
    heading = f"{principle['number']}. {principle['title']}"
    return lines([heading, *group, *(f"\n{paragraph}" for paragraph in principle["paragraphs"])])


def tables(parts: Parts, options: Namespace) -> Answer:
    """Answer with the tables of an edition."""
    edition = parts.library.edition(options.id)
    found = [_table(table, edition) for table in edition.tables]
    return Answer(found, "\n".join(_as_columns(table) for table in found))


def _table(table: "Table", edition: "Edition") -> Json:
    header, *rows = edition.table_rows(table)
    return {
        "label": table.label,
        "caption": table.caption,
        "unit": table.unit,
        "columns": header,
        "rows": rows,
        "start": table.start,
        "end": table.end,
    }


def _as_columns(table: Json) -> str:
    rows = [[" ".join(cell.split()) for cell in row] for row in [table["columns"], *table["rows"]]]
    return f"{table['label']} {table['caption']}\n{columns(rows)}"


def emendations(parts: Parts, options: Namespace) -> Answer:
    """Answer with every change that made the witness into the edition; ReaderError for an unknown kind."""
    found = parts.library.emendations(options.id)
    if options.kind:
        found = tuple(e for e in found if e.kind == options.kind)
        if not found:
            _refuse_unknown_kind(parts, options.kind)
    value = [_emendation(emendation) for emendation in found]
    return Answer(value, lines(_as_line(emendation) for emendation in found))


def remarks(parts: Parts, options: Namespace) -> Answer:
    """Answer with what a reader should know of an edition; none of it changed the text."""
    whole = parts.library.edition(options.id).text
    found = [r for r in parts.library.remarks(options.id) if options.kind in ("", r.kind)]
    value = [_remark(remark, whole) for remark in found]
    return Answer(value, lines(_remark_line(remark, whole) for remark in found))


def _remark(remark: "Remark", whole: str) -> Json:
    return {
        "kind": remark.kind,
        "start": remark.start,
        "end": remark.end,
        "text": whole[remark.start : remark.end],
        "reading": remark.reading,
        "reason": remark.reason,
        "source": _source(remark.place),
    }


def _remark_line(remark: "Remark", whole: str) -> str:
    said = f"{whole[remark.start : remark.end]!r} ({remark.reading!r}: {remark.reason})"
    return f"{_where(remark.place)}  {remark.kind}  {said}"


def _refuse_unknown_kind(parts: Parts, kind: str) -> None:
    names = [f"{a.id}@{w.id}" for a in parts.library.agreements for w in a.witnesses]
    known = {e.kind for name in names for e in parts.library.emendations(name)}
    if kind not in known:
        raise ReaderError(
            f"There is no kind of emendation called “{kind}”. The known ones are: {', '.join(sorted(known))}."
        )


def _emendation(emendation: "Emendation") -> Json:
    return {
        "kind": emendation.kind,
        "before": emendation.before,
        "after": emendation.after,
        "source": _source(emendation.place),
        "start": emendation.start,
    }


def _as_line(emendation: "Emendation") -> str:
    return f"{_where(emendation.place)}  {emendation.kind}  {emendation.before!r} → {emendation.after!r}"


def _where(place: "Place") -> str:
    return f"{place.file}:{place.first}" + (f"-{place.last}" if place.last > place.first else "")
