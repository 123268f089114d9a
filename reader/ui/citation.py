"""How a passage is copied with its source: its words, and where they stand."""

from reader.text.agreement import Agreement, Edition
from reader.text.citation import citation, wording_for, written


def cited(agreement: Agreement, edition: Edition, start: int, end: int) -> str:
    """Return a passage in quotation marks with its agreement, date and the way to it.

    The citation is in the agreement's language: it goes into papers about it.
    """
    where = written(citation(edition, start, end), wording_for(agreement.language))
    return (
        f"“{edition.text[start:end]}” ({', '.join(filter(None, (agreement.title, agreement.date, where)))})"
    )
