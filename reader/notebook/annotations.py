"""Highlights and notes as W3C Web Annotations in JSON-LD, for colleagues and for other programs.

Method: https://www.w3.org/TR/annotation-model/. A passage has a TextQuoteSelector and a TextPositionSelector,
whose places count code points, as that standard has it. The TimeState says of which edition, by its digest.
Category, note and tags are bodies. What the standard has no word for stands under `randnote:`, which every
other reader passes by.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from reader.notebook.journal import Text
from reader.notebook.records import Category, Highlight, Note

STANDARD = "http://www.w3.org/ns/anno.jsonld"
CONTEXT = [STANDARD, {"randnote": "urn:randnote:"}]
AGREEMENT = "urn:randnote:agreement:"
EDITION = "urn:sha256:"
PRINCIPLE = "principle="
KINDS = {Highlight: "urn:randnote:highlight:", Note: "urn:randnote:note:"}
"""How the name of a record of each kind begins; its id follows."""

CATEGORY, VERSIONS, TEXTS = "randnote:category", "randnote:versions", "randnote:texts"

Json = dict[str, Any]


def collection(
    records: Iterable[Highlight | Note],
    categories: Sequence[Category],
    texts: Iterable[Text],
    versions: Callable[[str], Sequence[str]],
    author: str,
    time: str,
) -> str:
    """Return the records as the text of a JSON-LD file.

    `versions` tells for a record's id when each of its forms was made: by that it is known, when the file
    comes back, whether both sides went on from the same form. `author` is the name of the notebook's own
    person; the records of others keep the name they came with.
    """
    known = {category.id: category for category in categories}
    items = [_annotation(record, known, list(versions(record.id)), author) for record in records]
    page = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    whole = {
        "@context": CONTEXT,
        "type": "AnnotationCollection",
        "generator": {"type": "Software", "name": "Randnote"},
        "generated": time,
        "total": len(items),
        "first": page,
        TEXTS: [{"digest": digest, "agreement": name, "text": text} for digest, name, text in texts],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _annotation(
    record: Highlight | Note, categories: dict[str, Category], versions: list[str], author: str
) -> Json:
    name = record.origin or author
    words = record.note if isinstance(record, Highlight) else record.body
    bodies = [_category(categories.get(record.category))] if isinstance(record, Highlight) else []
    bodies += [_body(words, "commenting", format="text/markdown")] if words else []
    bodies += [_body(tag, "tagging") for tag in record.tags]
    return {
        "id": KINDS[type(record)] + record.id,
        "type": "Annotation",
        "motivation": "commenting" if words or isinstance(record, Note) else "highlighting",
        **({"creator": {"type": "Person", "name": name}} if name else {}),
        "created": record.created,
        "modified": record.modified,
        "body": [body for body in bodies if body],
        "target": _passage(record) if isinstance(record, Highlight) else _principle(record),
        VERSIONS: versions,
    }


def _body(value: str, purpose: str, **more: str) -> Json:
    return {"type": "TextualBody", "value": value, **more, "purpose": purpose}


def _category(category: Category | None) -> Json:
    if category is None:
        return {}
    said = {"id": category.id, "colour": category.colour, "sign": category.sign}
    return {**_body(category.name, "classifying"), CATEGORY: said}


def _passage(highlight: Highlight) -> Json:
    selector = highlight.selector
    quote = {"exact": selector.quote, "prefix": selector.before, "suffix": selector.after}
    return {
        "source": AGREEMENT + highlight.agreement,
        "selector": [
            {"type": "TextQuoteSelector", **quote},
            {"type": "TextPositionSelector", "start": selector.start, "end": selector.end},
        ],
        "state": {"type": "TimeState", "sourceDate": highlight.modified, "cached": EDITION + selector.digest},
    }


def _principle(note: Note) -> Json:
    target: Json = {"source": AGREEMENT + note.agreement}
    if note.principle is not None:
        target["selector"] = {"type": "FragmentSelector", "value": f"{PRINCIPLE}{note.principle}"}
    return target
