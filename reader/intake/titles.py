"""Titles that are known again although points, hyphens or a letter or two differ."""

from collections.abc import Iterable

from reader.intake.signs import letters, same_letters

_MOST = 100


class Titles:
    """Titles and what each stands for; of several like ones the first counts.

    Titles with the very same letters are always found. Likeness is sought among the first hundred only: no
    agreement lists more, and time shall grow with the text and not with its square.
    """

    def __init__(self, titles: Iterable[tuple[str, str]]) -> None:
        self._known: dict[str, str] = {}
        for title, meaning in titles:
            self._known.setdefault(letters(title), meaning)
        self._first = list(self._known)[:_MOST]
        self._sought: dict[str, str | None] = {}

    def find(self, title: str) -> str | None:
        """Return what the title stands for; None if no title is like it."""
        wanted = letters(title)
        if wanted in self._known:
            return self._known[wanted]
        if wanted not in self._sought:
            like = next((known for known in self._first if same_letters(known, wanted)), None)
            self._sought[wanted] = None if like is None else self._known[like]
        return self._sought[wanted]
