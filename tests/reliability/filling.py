"""Fills a notebook with lures: as words, tags, names, authors, and as a past of all of that."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from reader.intake.library import Library
from reader.notebook import incoming
from reader.notebook.exchange import merge
from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.records import Change, Highlight, Note
from reader.text.selector import describe
from tests.reliability.deeds import as_file
from tests.reliability.lures import Lure

_TAGS = 4
_FORMS = 6
_AUTHOR = 200


def fill(notebook: Notebook, library: Library, lures: Sequence[Lure]) -> str:
    """Write notes with every lure, half of them a colleague's; return a highlight that has a past."""
    names = [lure.text for lure in lures if not lure.heavy]
    records = list(_records(notebook, library, lures, names))
    changes = [
        Change(one, one._replace(name=names[number % len(names)], sign="<img src=canary.png>"[number:]))
        for number, one in enumerate(notebook.categories())
    ]
    notebook.apply([*changes, *(Change(None, record) for record in records[::2])])
    theirs = records[1::2]
    for number in range(0, len(theirs), 10):
        some, author = theirs[number : number + 10], names[number % len(names)][:_AUTHOR]
        file = as_file(some, notebook.categories(), author, now())
        merge(notebook, incoming.read(file, "fil"))
    return _age(notebook, lures)


def _records(
    notebook: Notebook, library: Library, lures: Sequence[Lure], names: Sequence[str]
) -> Iterator[Highlight | Note]:
    for number, lure in enumerate(lures):
        agreement = library.agreements[number % len(library.agreements)].id
        edition = library.edition(agreement)
        start = min(7 * number, len(edition.text) - 40)
        selector = describe(edition.text, start, start + 30, edition.digest)
        category = notebook.categories()[number % 5].id
        tags = tuple(names[number % 7 :: 31][:_TAGS])
        yield Highlight(new_id(), agreement, selector, category, lure.text, tags, now(), now())
        if number % 6 == 0:
            yield Note(new_id(), agreement, 1, lure.text, (), now(), now())


def _age(notebook: Notebook, lures: Sequence[Lure]) -> str:
    """Give the notebook a past: forms that were, notes in the bin, passages of editions that were."""
    changed, *rest = notebook.highlights()
    for lure in lures[:_FORMS]:
        was, changed = changed, changed._replace(note=lure.text, tags=(lure.text[:200],), modified=now())
        notebook.apply([Change(was, changed)])
    notebook.apply([Change(record, None) for record in (*rest[::5], *notebook.notes()[::2])])
    for number, one in enumerate(notebook.highlights()[1::4]):
        # Of an edition with the same words elsewhere, with others, and of one that nobody has.
        lured = lures[number % len(lures)].text
        old = (f"{lured}\n{one.selector.quote}", f"{lured}\nandet", lured)[number % 3]
        selector = describe(old, 0, len(old), sha256(old.encode()).hexdigest())
        texts = [(selector.digest, one.agreement, old)] if number % 3 < 2 else []
        notebook.apply([Change(one, one._replace(selector=selector))], texts=texts)
    return changed.id
