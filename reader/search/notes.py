"""Finding words in what the person wrote."""

from collections.abc import Iterable

from reader.notebook.records import Highlight, Note
from reader.search.query import terms
from reader.text.words import fold


def search_notes(
    query: str, highlights: Iterable[Highlight], notes: Iterable[Note]
) -> list[Highlight | Note]:
    """Return the records that hold all words of the query in quote, note or tags, as the index finds them.

    Highlights come before notes, each in the order given; a query without words finds nothing.
    """
    wanted = terms(query)
    records: list[Highlight | Note] = [*highlights, *notes]
    return [record for record in records if wanted and all(term.is_in(_words(record)) for term in wanted)]


def _words(record: Highlight | Note) -> str:
    own = [record.selector.quote, record.note] if isinstance(record, Highlight) else [record.body]
    return fold("\n".join([*own, *record.tags]))
