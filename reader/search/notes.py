"""Finding words in what the person wrote."""

from collections.abc import Callable, Iterable

from reader.notebook.records import Highlight, Note
from reader.search.query import terms
from reader.text.words import fold


def search_notes(
    query: str, highlights: Iterable[Highlight], notes: Iterable[Note]
) -> list[Highlight | Note]:
    """Return the records that hold all words of the query in quote, note or tags, as the index finds them.

    Highlights come before notes, each in the order given; a query without words finds nothing.
    """
    holds = holding(query)
    records: list[Highlight | Note] = [*highlights, *notes]
    return [record for record in records if holds(searched(record))]


def holding(query: str) -> Callable[[str], bool]:
    """Return what says of words as `searched` gives them whether all of the query are there.

    Of a query without words it always says no.
    """
    wanted = terms(query)
    return lambda words: bool(wanted) and all(term.is_in(words) for term in wanted)


def searched(record: Highlight | Note) -> str:
    """Return where the words sought are looked for: a record's quote, note and tags, folded, a line each."""
    own = [record.selector.quote, record.note] if isinstance(record, Highlight) else [record.body]
    return fold("\n".join([*own, *record.tags]))
