"""Full-text search over editions, in a file of its own that can be thrown away at any time."""

import sqlite3
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from reader.notebook.schema import transaction
from reader.search.folding import folded
from reader.search.query import Term, spaced, terms
from reader.search.store import Damaged, discard, fault, in_memory, is_damage, is_worlds_fault, opened
from reader.text.agreement import Edition, Span, leaves

_AROUND = 60
_BEGIN, _END = "\x01", "\x02"


@dataclass(frozen=True, slots=True)
class Hit:
    """A leaf that holds all the words asked for.

    `start` and `end` are the first of them in the edition's text, in code points; `snippet` is plain text
    around it; a higher `score` is better.
    """

    agreement: str
    start: int
    end: int
    snippet: str
    score: float


@dataclass(frozen=True, slots=True)
class _Range:
    """The leaves of one agreement, by their numbers in the index, the last one included."""

    agreement: str
    digest: str
    first: int
    last: int


class SearchIndex:
    """The index and its file; it belongs to the thread that opened it."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the index, or begin a new one if it is missing, damaged, old or foreign.

        FileError if the file cannot be read or written.
        """
        return cls(path, opened(path))

    @classmethod
    def in_memory(cls, path: Path) -> Self:
        """Begin an index that is kept nowhere, where there can be none in this file."""
        return cls(path, in_memory())

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def refresh(self, editions: Mapping[str, Edition]) -> None:
        """Index the editions that are new or have changed, by agreement id, and drop those that are gone.

        A damaged index is thrown away and made anew. FileError if it cannot be written.
        """
        with self._faults_told():
            try:
                self._refresh(editions)
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise
                self._begin_anew()
                self._refresh(editions)

    def search(self, query: str, agreement: str | None = None, limit: int = 200) -> list[Hit]:
        """Find the leaves that hold all words of the query, in one agreement or in all.

        Words of four letters are found inside compounds too, the last word also as the beginning of one;
        what is quoted stays together and as it is. Agreements come by their best score, hits in reading
        order. FileError if the index is damaged; it is then empty until it is refreshed.
        """
        wanted = terms(query)
        if not wanted or limit <= 0:
            return []
        with self._faults_told():
            try:
                return self._search(wanted, agreement, limit)
            except sqlite3.DatabaseError as error:
                if is_damage(error):
                    self._begin_anew()
                raise

    @contextmanager
    def _faults_told(self) -> Iterator[None]:
        """Tell the world's faults in a sentence; our own go through as they are."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            if is_damage(error) or is_worlds_fault(error):
                raise fault(self._path, error) from error
            raise

    def _begin_anew(self) -> None:
        self._connection.close()
        discard(self._path)
        self._connection = opened(self._path)

    def _ranges(self) -> list[_Range]:
        rows = self._connection.execute("SELECT id, digest, first, last FROM agreements ORDER BY first, last")
        return [_Range(*row) for row in rows]

    def _refresh(self, editions: Mapping[str, Edition]) -> None:
        digests = {name: edition.digest for name, edition in editions.items()}
        known = self._ranges()
        kept = {old.agreement for old in known if digests.get(old.agreement) == old.digest}
        if len(kept) == len(known) == len(editions):
            return
        with transaction(self._connection):
            for old in known:
                if old.agreement not in kept:
                    self._remove(old)
            for name, edition in editions.items():
                if name not in kept:
                    self._add(name, edition)

    def _remove(self, old: _Range) -> None:
        leaf_range = (old.first, old.last)
        self._connection.execute(
            "INSERT INTO words (words, rowid, folded)"
            " SELECT 'delete', id, folded FROM leaves WHERE id BETWEEN ? AND ?",
            leaf_range,
        )
        self._connection.execute("DELETE FROM leaves WHERE id BETWEEN ? AND ?", leaf_range)
        self._connection.execute("DELETE FROM agreements WHERE id = ?", (old.agreement,))

    def _add(self, agreement: str, edition: Edition) -> None:
        highest = self._connection.execute("SELECT max(last) FROM agreements").fetchone()[0] or 0
        spans = [span for block in edition.blocks for span in leaves(block)]
        rows = [_row(highest + at, edition.text, span) for at, span in enumerate(spans, 1)]
        self._connection.executemany("INSERT INTO leaves VALUES (?, ?, ?, ?)", rows)
        new = _Range(agreement, edition.digest, highest + 1, highest + len(rows))
        self._connection.execute(
            "INSERT INTO words (rowid, folded) SELECT id, folded FROM leaves WHERE id BETWEEN ? AND ?",
            (new.first, new.last),
        )
        self._connection.execute(
            "INSERT INTO agreements VALUES (?, ?, ?, ?)", (agreement, new.digest, new.first, new.last)
        )

    def _search(self, wanted: Sequence[Term], agreement: str | None, limit: int) -> list[Hit]:
        match = " AND ".join(self._any_of(term) for term in wanted)
        ranges = [known for known in self._ranges() if agreement in (None, known.agreement)]
        scores_of = self._scores(match, ranges)
        best_first = sorted(scores_of, key=lambda found: (-max(scores_of[found].values()), found.agreement))
        hits: list[Hit] = []
        for known in best_first:
            if len(hits) == limit:
                break
            chosen = dict(list(scores_of[known].items())[: limit - len(hits)])
            hits += self._hits(match, known, chosen)
        return hits

    def _any_of(self, term: Term) -> str:
        """Return the term and, if it may be part of a compound, every word of the index that holds it."""
        if not term.part:
            return term.match
        rows = self._connection.execute(
            "SELECT term FROM vocabulary WHERE instr(term, ?) AND term <> ?", (term.part, term.part)
        )
        return "(" + " OR ".join([term.match, *(f'"{word}"' for (word,) in rows)]) + ")"

    def _scores(self, match: str, ranges: Sequence[_Range]) -> dict[_Range, dict[int, float]]:
        """Return the leaves that match with their scores, in reading order, by agreement."""
        if not ranges:
            return {}
        rows = self._connection.execute(
            "SELECT rowid, -bm25(words) FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ?"
            " ORDER BY rowid",
            (match, ranges[0].first, ranges[-1].last),
        )
        firsts = [known.first for known in ranges]
        scores: defaultdict[_Range, dict[int, float]] = defaultdict(dict)
        for leaf, score in rows:
            scores[ranges[bisect_right(firsts, leaf) - 1]][leaf] = score
        return scores

    def _hits(self, match: str, known: _Range, scores: Mapping[int, float]) -> Iterable[Hit]:
        rows = self._connection.execute(
            "SELECT leaves.id, leaves.start, leaves.text, highlight(words, 0, ?, ?) FROM words"
            " JOIN leaves ON leaves.id = words.rowid"
            " WHERE words MATCH ? AND words.rowid BETWEEN ? AND ? ORDER BY words.rowid",
            (_BEGIN, _END, match, min(scores), max(scores)),
        )
        for leaf, offset, text, marked in rows:
            start, end = _first_word(text, marked)
            yield Hit(known.agreement, offset + start, offset + end, _snippet(text, start, end), scores[leaf])


def _row(number: int, text: str, span: Span) -> tuple[int, int, str, str]:
    leaf = text[slice(*span)]
    return number, span[0], leaf, spaced(folded(leaf).text)


def _first_word(text: str, marked: str) -> Span:
    """Return where in the leaf the first word stands that is marked in its folded text."""
    before, _, rest = marked.partition(_BEGIN)
    word = rest.partition(_END)[0]
    original = folded(text)
    if not word or spaced(original.text)[len(before) :][: len(word)] != word:
        raise Damaged("a leaf and its words do not agree")
    return original.span(len(before), len(before) + len(word))


def _snippet(text: str, start: int, end: int) -> str:
    """Return the words around a span on one line, whole ones where that can be, with … at cut ends."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    if first > 0:
        first = text.find(" ", first, start) + 1 or first
    if last < len(text):
        last = max(text.rfind(" ", end, last), end) if " " in text[end:last] else last
    cut = "…" if first > 0 else "", "…" if last < len(text) else ""
    return cut[0] + " ".join(text[first:last].split()) + cut[1]
