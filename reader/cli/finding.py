"""The verbs that find: words in texts and notes, and everything the person wrote."""

from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from reader.cli.answer import Answer, Json, lines
from reader.cli.parts import Kept, Parts, choose_category
from reader.errors import FileError

if TYPE_CHECKING:
    from pathlib import Path

    from reader.cli.remarks import Remark
    from reader.search.index import Hit
    from reader.text.agreement import Edition

_MOST = 10_000


def search(parts: Parts, options: Namespace) -> Answer:
    """Answer with every place where the words stand: in the texts first, then in the notes."""
    agreement = parts.library.agreement(options.agreement).id if options.agreement else None
    found: list[Json] = []
    warning = ""
    if options.where in ("text", "both"):
        found += _in_texts(parts, options.query, agreement)
    if options.where in ("notes", "both"):
        kept = parts.kept()
        found += _in_notes(parts, kept, options.query, agreement)
        warning = kept.warning
    return Answer(found, lines(_as_hit(hit) for hit in found), warning)


def _in_texts(parts: Parts, query: str, agreement: str | None) -> list[Json]:
    editions = parts.library.editions()
    try:
        hits = _hits(parts.paths.search, editions, query, agreement)
    except FileError:
        # The index is only for speed: where it cannot be kept or is in use, one is made for this once.
        from pathlib import Path
        from tempfile import TemporaryDirectory

        with TemporaryDirectory() as folder:
            hits = _hits(Path(folder) / "search.db", editions, query, agreement)
    return [_text_hit(hit, editions[hit.agreement]) for hit in hits]


def _hits(path: "Path", editions: Mapping[str, "Edition"], query: str, agreement: str | None) -> "list[Hit]":
    from contextlib import closing

    from reader.search.index import SearchIndex

    with closing(SearchIndex.open(path)) as index:
        index.refresh(editions)
        return index.search(query, agreement, _MOST)


def _text_hit(hit: "Hit", edition: "Edition") -> Json:
    principle = edition.principle_at(hit.start)
    return {
        "agreement": hit.agreement,
        "section": edition.section_at(hit.start).text,
        "principle": principle.number if principle else None,
        "start": hit.start,
        "end": hit.end,
        "snippet": hit.snippet,
        "score": hit.score,
    }


def _in_notes(parts: Parts, kept: Kept, query: str, agreement: str | None) -> list[Json]:
    from reader.cli.remarks import remarks
    from reader.search.notes import search_notes

    found = remarks(search_notes(query, kept.highlights, kept.notes), parts, kept.to_check)
    return [_note_hit(remark.value) for remark in found if agreement in (None, remark.record.agreement)]


def _note_hit(value: Json) -> Json:
    kept = {name: value[name] for name in ("agreement", "section", "principle", "start", "end")}
    return {**kept, "snippet": value["note"] or value["quote"], "score": 0.0}


def _as_hit(hit: Json) -> str:
    return f"{_where(hit)}\n    {' '.join(hit['snippet'].split())}"


def _where(value: Json) -> str:
    principle = [] if value["principle"] is None else [f"P{value['principle']}"]
    return " · ".join([value["agreement"], *principle, *([value["section"]] if value["section"] else [])])


def notes(parts: Parts, options: Namespace) -> Answer:
    """Answer with the highlights and notes that fit all that is asked, in reading order."""
    from reader.cli.remarks import remarks

    kept = parts.kept()
    fits = _wish(parts, kept, options)
    every = remarks([*kept.highlights, *kept.notes], parts, kept.to_check)
    found = [remark for remark in every if fits(remark)]
    labels = {category.id: f"{category.sign} {category.name}" for category in kept.categories}
    plain = "\n".join(_as_remark(remark.value, labels) for remark in found)
    return Answer([remark.value for remark in found], plain, kept.warning)


def _wish(parts: Parts, kept: Kept, options: Namespace) -> "Callable[[Remark], bool]":
    agreement = parts.library.agreement(options.agreement).id if options.agreement else None
    category = choose_category(kept.categories, options.category).id if options.category else None
    tag = options.tag.strip().casefold() if options.tag else None
    origin = {"-": ""}.get(options.origin, options.origin)

    def fits(remark: "Remark") -> bool:
        value = remark.value
        return (
            agreement in (None, value["agreement"])
            and category in (None, value["category"])
            and options.principle in (None, value["principle"])
            and (tag is None or tag in _folded(value["tags"]))
            and origin in (None, remark.record.origin)
        )

    return fits


def _folded(tags: Iterable[str]) -> list[str]:
    return [tag.casefold() for tag in tags]


def _as_remark(value: Json, labels: Mapping[str, str]) -> str:
    label = labels.get(value["category"], value["category"]) if value["category"] else "Note"
    tags = "".join(f"  #{tag}" for tag in value["tags"])
    lost = {"lost": "  (its place is lost)", "check": "  (its place is to be checked)"}.get(
        value["state"], ""
    )
    name = f"  ({' '.join(value['origin'].split())})" if value.get("origin") else ""
    quote = [f"    »{' '.join(value['quote'].split())}«"] if value["quote"] else []
    note = [f"    {line}" for line in value["note"].splitlines()]
    first = f"{_where(value)}  [{label}]{tags}{name}{lost}"
    return lines([first, *_was(value), *quote, *note, f"    {value['id']}"])


def _was(value: Json) -> list[str]:
    """Return which principle a note was on, where its heading tells it."""
    was = value.get("was")
    return (
        [f"    was {was['principle']}. {' '.join(was['heading'].split())}"] if was and was["heading"] else []
    )
