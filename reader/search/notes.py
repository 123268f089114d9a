"""Finding words in what the person wrote."""

from collections.abc import Iterable, Sequence

from reader.notebook.records import Highlight, Note
from reader.search.query import Term, terms
from reader.text.words import fold


def search_notes(
    query: str, highlights: Iterable[Highlight], notes: Iterable[Note]
) -> list[Highlight | Note]:
    """Return the records that hold all words of the query in quote, note or tags, as the index finds them.

    Highlights come before notes, each in the order given; a query without words finds nothing.
    """
    wanted = terms(query)
    records: list[Highlight | Note] = [*highlights, *notes]
    return [record for record in records if wanted and _holds(searched(record), wanted)]


def _holds(words: str, wanted: Sequence[Term]) -> bool:
    return all(term.is_in(words) for term in wanted)


def searched(record: Highlight | Note) -> str:
    """Return where the words sought are looked for: a record's quote, note and tags, folded, a line each."""
    own = [record.selector.quote, record.note] if isinstance(record, Highlight) else [record.body]
    return fold("\n".join([*own, *record.tags]))
