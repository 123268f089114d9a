"""How a passage is cited: its words, and where they stand."""

from reader.text.agreement import Agreement, Edition


def cited(agreement: Agreement, edition: Edition, start: int, end: int) -> str:
    """Return a passage in quotation marks with its agreement, date and the way to it."""
    section = edition.section_at(start)
    steps = [step.text for step in edition.way_to(section)[1:]]
    page = edition.block_at(start).page
    where = [agreement.title, agreement.date, *steps, *([f"s. {page}"] if page else [])]
    return f"“{edition.text[start:end]}” ({', '.join(where)})"
