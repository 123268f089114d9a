"""What a person asks for: words, all of which must be there, and phrases in quotation marks."""

import re
from functools import lru_cache
from typing import NamedTuple

from reader.text.words import fold

SHORTEST_PART = 4
"""How many code points a word must have to be looked for inside compounds: `for` is in far too many."""

# FTS5 has its own, older notion of words; it never sees what we take for none. Accents it leaves alone are
# those that have not become part of their letter.
_BETWEEN_WORDS = re.compile(r"[^\w\u0300-\u0331]|_")
_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')
_QUOTATION_MARKS = str.maketrans(dict.fromkeys("“”„«»", '"'))


class Term(NamedTuple):
    """One word or phrase, folded. `exact` says that it was quoted, `open` that its last word may go on."""

    words: tuple[str, ...]
    exact: bool
    open: bool

    @property
    def part(self) -> str:
        """The word to look for inside other words too, or nothing."""
        alone = len(self.words) == 1 and not self.exact
        return self.words[0] if alone and len(self.words[0]) >= SHORTEST_PART else ""

    @property
    def match(self) -> str:
        """The term as FTS5 wants it; in quotation marks no sign of it can be taken as an operator."""
        return f'"{" ".join(self.words)}"' + ("*" if self.open else "")

    def is_in(self, text: str) -> bool:
        """Say whether a folded text holds this term."""
        if self.part:
            return self.part in text
        if not all(word in text for word in self.words):
            return False
        end = "" if self.open else r"(?![^\W_])"
        return bool(re.search(r"(?<![^\W_])" + r"[\W_]+".join(map(re.escape, self.words)) + end, text))


def spaced(text: str) -> str:
    """Return the text, which keeps its length, with a space for everything that is not part of a word."""
    return _BETWEEN_WORDS.sub(" ", text)


def terms(query: str) -> list[Term]:
    """Return the terms of a query, each once; a query without letters and figures has none."""
    return list(_terms(query))


# One query is asked about by every line that is shown.
@lru_cache(maxsize=8)
def _terms(query: str) -> tuple[Term, ...]:
    plain = fold(query.encode(errors="replace").decode().translate(_QUOTATION_MARKS))
    matches = list(_TERM.finditer(plain))
    found = [(tuple(spaced(match[0]).split()), match[0].startswith('"')) for match in matches]
    found = [(words, exact) for words, exact in found if words]
    last = len(found) - 1
    return tuple(dict.fromkeys(Term(*term, open=at == last and not term[1]) for at, term in enumerate(found)))
