"""Highlights and notes as W3C Web Annotations in JSON-LD, for colleagues and for other programs.

Method: https://www.w3.org/TR/annotation-model/. A passage has a TextQuoteSelector and a TextPositionSelector,
whose places count code points, as that standard has it. The TimeState says of which edition, by its digest.
Category, note and tags are bodies. What the standard has no word for stands under `randnote:`, which every
other reader passes by.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence

from reader.notebook.fit import Json
from reader.notebook.journal import Text
from reader.notebook.records import Category, Highlight, Note

STANDARD = "http://www.w3.org/ns/anno.jsonld"
CONTEXT = [STANDARD, {"randnote": "urn:randnote:"}]
AGREEMENT = "urn:randnote:agreement:"
EDITION = "urn:sha256:"
PRINCIPLE = "principle="
HEADING = "randnote:heading"
"""What names the words of a principle's heading: as a quote they would make the note one on a passage."""
KINDS = {Highlight: "urn:randnote:highlight:", Note: "urn:randnote:note:"}
"""How the name of a record of each kind begins; its id follows."""

CATEGORY, VERSIONS, TEXTS = "randnote:category", "randnote:versions", "randnote:texts"


Record = Highlight | Note


class Writer:
    """Writes records as annotations: `categories` are those of the notebook, `author` its person's name."""

    def __init__(self, categories: Sequence[Category], author: str) -> None:
        self._categories = {category.id: category for category in categories}
        self._author = author

    def annotation(self, record: Record, times: Sequence[str], is_changed_here: bool = False) -> Json:
        """Return a record as an annotation.

        `times` tell when each of its forms was made: by that it is known, when the file comes back, whether
        both sides went on from the same form. The records of others keep the name they came with; one that
        was changed here gets the person's name beside it, so that nobody is said to have written what they
        have not.
        """
        words = record.note if isinstance(record, Highlight) else record.body
        bodies = [self._category(record.category)] if isinstance(record, Highlight) else []
        bodies += [_body(words, "commenting", format="text/markdown")] if words else []
        bodies += [_body(tag, "tagging") for tag in record.tags]
        return {
            "id": KINDS[type(record)] + record.id,
            "type": "Annotation",
            "motivation": "commenting" if words or isinstance(record, Note) else "highlighting",
            **self._creator(record, is_changed_here),
            "created": record.created,
            "modified": record.modified,
            "body": [body for body in bodies if body],
            "target": _passage(record) if isinstance(record, Highlight) else _principle(record),
            VERSIONS: list(times),
        }

    def _creator(self, record: Record, is_changed_here: bool) -> Json:
        names = [record.origin or self._author]
        if is_changed_here and self._author not in record.origin.split(", "):
            names.append(self._author)
        people = [{"type": "Person", "name": name} for name in names if name]
        return {"creator": people if len(people) > 1 else people[0]} if people else {}

    def _category(self, key: str) -> Json:
        category = self._categories.get(key)
        if category is None:
            return {}
        told = {"id": category.id, "colour": category.colour, "sign": category.sign}
        return {**_body(category.name, "classifying"), CATEGORY: told}


def collection(
    records: Iterable[Record],
    categories: Sequence[Category],
    texts: Iterable[Text],
    versions: Callable[[str], Sequence[str]],
    author: str,
    time: str,
) -> str:
    """Return records as the text of a JSON-LD file; `versions` tells when each form of one was made."""
    writer = Writer(categories, author)
    items = [writer.annotation(record, versions(record.id)) for record in records]
    return "".join(pieces(items, texts, time))


def pieces(items: Sequence[Json], texts: Iterable[Text], time: str) -> Iterator[str]:
    """Yield the text of a JSON-LD file of annotations, piece by piece; `time` is when it is written."""
    head: Json = {
        "@context": CONTEXT,
        "type": "AnnotationCollection",
        "generator": {"type": "Software", "name": "Randnote"},
        "generated": time,
        "total": len(items),
    }
    yield _json(head)[:-2]
    yield ',\n "first": {\n  "type": "AnnotationPage",\n  "startIndex": 0,\n  "items": ['
    yield from _members(items)
    yield f'\n  ]\n }},\n "{TEXTS}": ['
    yield from _members([{"digest": digest, "agreement": name, "text": text} for digest, name, text in texts])
    yield "\n ]\n}\n"


def _members(values: Iterable[Json]) -> Iterator[str]:
    for at, value in enumerate(values):
        yield ",\n" if at else "\n"
        yield _json(value)


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _body(value: str, purpose: str, **more: str) -> Json:
    return {"type": "TextualBody", "value": value, **more, "purpose": purpose}


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
        known = {HEADING: note.heading} if note.heading else {}
        target["selector"] = {"type": "FragmentSelector", "value": f"{PRINCIPLE}{note.principle}", **known}
    return target
