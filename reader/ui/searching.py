"""What is found for the words in the search line: commands, principles, headings, passages and notes."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from reader.compare.concordance import Thread
from reader.errors import ReaderError
from reader.notebook.records import Highlight, Note
from reader.text.agreement import Edition, Section, Span, leaves
from reader.text.words import fold
from reader.ui.action_words import keys_of, words_of
from reader.ui.causes import in_words
from reader.ui.desk import Desk
from reader.ui.entries import entry
from reader.ui.found import Found, Group
from reader.ui.note_editor import said
from reader.ui.seeking import Finding, Search, Seeking
from reader.ui.stands import CHECK, LOST

# Searching is imported when first something is sought: the start does not wait for it.
if TYPE_CHECKING:
    from reader.search.index import Hit, SearchIndex

_MOST = 200
_BEFORE, _LONGEST = 50, 160
"""How much of a passage or note is shown before its first hit, and in all."""


class Searching(QObject):
    """Looks for words in everything that has a name, in the texts and in the notes."""

    def __init__(self, desk: Desk, index: Path) -> None:
        super().__init__()
        self.actions: tuple[QAction, ...] = ()
        self._desk = desk
        self._path = index
        self._index: SearchIndex | None = None

    def seek(self, query: str) -> Search:
        """Begin to look for words: in many notes there is more to do than one turn of the window can hold."""
        return Search(Seeking(query, self._desk.registering.register()), self._find)

    def _find(self, sought: Seeking) -> Iterator[Finding | None]:
        """Find what else has the words that were sought in the notes, a step at a time; last, everything.

        Where something cannot be searched, the rest is still found.
        """
        query = sought.query
        groups = [self._reference(query), self._commands(query)]
        yield None
        try:
            groups += [self._principles(query), self._headings(query)]
            yield None
            groups.append(self._notes(sought))
            yield None
            hits = self._hits(query)
            yield None
        except ReaderError as error:
            yield Finding(_filled(groups), in_words(error), failed=True)
            return
        if sought.failed:
            yield Finding(_filled(groups), sought.failed, failed=True)
            return
        notes = groups.pop()
        passages = [hit for hit in hits if not self._is_heading(hit)]
        for group in self._passages(query, passages):
            groups.append(group)
            yield None
        found = _filled([*groups, notes])
        said = self._passages_said(len(passages), is_cut=len(hits) == _MOST)
        summary = " · ".join([*said, *self._notes_said(len(notes.found), is_cut=sought.is_cut)])
        nothing = self.tr("Nothing found for “%1”. Try fewer letters.")
        yield Finding(found, summary) if found else Finding((), nothing.replace("%1", query))

    def _passages_said(self, count: int, *, is_cut: bool) -> Iterator[str]:
        if count:
            some = self.tr("the first %n passage(s)", "", count)
            yield some if is_cut else self.tr("%n passage(s)", "", count)

    def _notes_said(self, count: int, *, is_cut: bool) -> Iterator[str]:
        if count:
            some = self.tr("the first %n note(s)", "", count)
            yield some if is_cut else self.tr("%n note(s)", "", count)

    # Names

    def _reference(self, query: str) -> Group:
        """Find the place that a citation names (`ØA14 bilag 3 princip 2 stk. 1`)."""
        from reader.text.citation import citation, wording_for, written
        from reader.text.reference import meant

        library = self._desk.library
        here = self._desk.focused().partition("@")[0]
        place = meant(query, library.agreements, library.editions(), here)
        if place is None:
            return Group(self.tr("Reference"), ())
        agreement, edition = self._desk.agreement(place.agreement), self._desk.edition(place.agreement)
        where = written(citation(edition, place.start, place.end), wording_for(agreement.language))
        text = shortened(edition.text[place.start : place.end], "")
        go = partial(self._desk.go_to, *place)
        return Group(self.tr("Reference"), (Found(text, go, (), f"{agreement.short} · {where}"),))

    def _commands(self, query: str) -> Group:
        found = [
            Found(words_of(action), action.trigger, bold_spans(words_of(action), query), keys_of(action))
            for action in self.actions
            if action.isEnabled() and action.text() and _named(words_of(action), query)
        ]
        return Group(self.tr("Commands"), tuple(found))

    def _principles(self, query: str) -> Group:
        found = []
        for thread in self._desk.threads():
            title = next((title for title in self._titles(thread) if _named(title, query)), "")
            if title:
                go = partial(self._desk.choose_thread, thread)
                found.append(Found(title, go, bold_spans(title, query), self._numbers(thread)))
        return Group(self.tr("Principles"), tuple(found))

    def _titles(self, thread: Thread) -> Iterator[str]:
        """Return what a principle is called now, and what it was called before."""
        for member in reversed(thread.members):
            principle = self._desk.edition(member.agreement).principle(member.number)
            if principle:
                yield principle.title

    def _numbers(self, thread: Thread) -> str:
        return "   ".join(f"{self._desk.short(one.agreement)} · {one.number}" for one in thread.members)

    def _headings(self, query: str) -> Group:
        """Find headings by their words; those of principles are found as principles."""
        found = []
        for name, edition in self._desk.library.editions().items():
            short = self._desk.short(name)
            for section in edition.sections:
                if section.kind != "principle" and _named(section.text, query):
                    go = partial(self._desk.go_to, name, section.start)
                    found.append(Found(section.text, go, bold_spans(section.text, query), short))
        return Group(self.tr("Headings"), tuple(found))

    # Texts

    def _hits(self, query: str) -> list["Hit"]:
        try:
            return self._opened().search(query, limit=_MOST)
        except ReaderError:
            # A damaged index has been thrown away by now: made anew, it can answer.
            self.close()
            return self._opened().search(query, limit=_MOST)

    def _opened(self) -> "SearchIndex":
        from reader.search.index import SearchIndex

        if self._index is None:
            try:
                self._index = SearchIndex.open(self._path)
            except ReaderError:
                if not self._desk.notebook.read_only:
                    raise
                # On a disk that cannot be written: what is found does not have to be kept.
                self._index = SearchIndex.in_memory(self._path)
            self._index.refresh(self._desk.library.editions())
        return self._index

    def close(self) -> None:
        """Let go of the index; it is opened again when something is sought."""
        if self._index is not None:
            self._index.close()
            self._index = None

    def _is_heading(self, hit: "Hit") -> bool:
        """Say whether a hit is in a heading: those are found by name."""
        return self._desk.edition(hit.agreement).block_at(hit.start).kind == "heading"

    def _passages(self, query: str, hits: Sequence["Hit"]) -> Iterator[Group]:
        """Give each agreement a group; its best hits are shown first, those shown are in reading order."""
        for name, group in groupby(hits, key=attrgetter("agreement")):
            best = sorted(group, key=attrgetter("score"), reverse=True)
            edition = self._desk.edition(name)
            found = tuple(self._passage(query, edition, hit) for hit in best)
            yield Group(self._desk.agreement(name).title, found)

    def _passage(self, query: str, edition: Edition, hit: "Hit") -> Found:
        go = partial(self._desk.go_to, hit.agreement, hit.start, hit.end)
        text = shortened(_leaf(edition, hit.start), query)
        place = _place(edition, edition.section_at(hit.start))
        return Found(text, go, bold_spans(text, query), place=place, order=hit.start)

    # Notes

    def _notes(self, sought: Seeking) -> Group:
        found = (entry(self._desk, slip.id) for slip in sought.found)
        records = [one.record for one in found if one]
        return Group(self.tr("Notes"), tuple(self._note(sought.query, record) for record in records))

    def _note(self, query: str, record: Highlight | Note) -> Found:
        text = shortened(said(record), query)
        if isinstance(record, Highlight) and not bold_spans(text, query):
            text = f"«{shortened(record.selector.quote, query)}»"
        go = partial(self._go_to_note, record)
        return Found(text, go, bold_spans(text, query), self._about(record))

    def _about(self, record: Highlight | Note) -> str:
        short = self._desk.short(record.agreement)
        if isinstance(record, Highlight):
            names = {category.id: category.name for category in self._desk.categories()}
            return " · ".join([short, names.get(record.category, record.category), *self._state(record)])
        if record.principle is None:
            return " · ".join([short, *self._state(record)])
        number = self.tr("Principle %1").replace("%1", str(record.principle))
        return " · ".join([short, number, *self._state(record)])

    def _state(self, record: Highlight | Note) -> list[str]:
        """Say of what has no sure place that it has none."""
        said = {CHECK: self.tr("to check"), LOST: self.tr("not found")}
        state = self._desk.standings.state(record.id)
        return [said[state]] if state in said else []

    def _go_to_note(self, record: Highlight | Note) -> None:
        """Go to what a note is on; of what has no sure place, show what became of it."""
        found = entry(self._desk, record.id)
        if found is None or found.span is None:
            self._desk.place_wanted.emit(record.id)
        elif isinstance(record, Highlight):
            self._desk.go_to(record.agreement, *found.span)
            self._desk.choose_highlight(record.id)
        else:
            self._desk.go_to(record.agreement, found.span[0])


def _filled(groups: Sequence[Group]) -> tuple[Group, ...]:
    return tuple(group for group in groups if group.found)


def _leaf(edition: Edition, offset: int) -> str:
    """Return the words of the paragraph, item or cell around a code point."""
    spans = leaves(edition.block_at(offset))
    return next((edition.text[start:end] for start, end in spans if start <= offset < end), "")


def _place(edition: Edition, section: Section) -> str:
    """Return the section and the one around it, without the agreement's title."""
    return " › ".join(step.text for step in edition.way_to(section)[1:][-2:])


def _named(name: str, query: str) -> bool:
    """Say whether a name holds all the words of a query, found as the index finds them."""
    from reader.search.query import terms

    wanted, folded = terms(query), fold(name)
    return bool(wanted) and all(term.is_in(folded) for term in wanted)


def bold_spans(text: str, query: str) -> tuple[Span, ...]:
    """Return where the words of a query stand in a text; short ones only where a word begins."""
    from reader.search.find import find_all
    from reader.search.query import terms

    return tuple(
        (start, end)
        for term in terms(query)
        for word in term.words
        for start, end in find_all(text, word)
        if term.part or not text[max(0, start - 1) : start].isalnum()
    )


def shortened(text: str, query: str) -> str:
    """Return a text on one line, cut around the first of the words sought."""
    line = " ".join(text.split())
    first = min((start for start, _ in bold_spans(line, query)), default=0)
    begin = line.rfind(" ", 0, max(0, first - _BEFORE)) + 1 if first > _BEFORE else 0
    end = begin + _LONGEST
    return ("…" if begin else "") + line[begin:end] + ("…" if end < len(line) else "")
