"""Words of a person or a document in a tooltip: shown as they are, whatever they look like."""

from html import escape


def plain_tip(words: str) -> str:
    """Return a tooltip that shows these words as they are; none for no words.

    A tooltip cannot be told that its text is plain: Qt takes what looks like HTML for HTML, and opens the
    local file that an `<img>` in a title names.
    """
    return f'<p style="white-space: pre-wrap">{escape(words)}</p>' if words else ""
