"""A witness put together again from its edition: the proof that nothing was silently changed."""

from collections.abc import Iterable

from reader.text.agreement import Emendation


def rebuilt(text: str, emendations: Iterable[Emendation]) -> str | None:
    """Return the witness's text, made from the edition's and every change that was made to it.

    None if an emendation does not stand in the edition as it says, or they are not in order.
    """
    parts = []
    at = source = 0
    for emendation in emendations:
        kept = text[at : emendation.at]
        source += len(kept)
        fits = at <= emendation.at and source == emendation.source
        if not fits or not text.startswith(emendation.after, emendation.at):
            return None
        parts += [kept, emendation.before]
        source += len(emendation.before)
        at = emendation.at + len(emendation.after)
    return "".join([*parts, text[at:]])
