"""Headings and their levels, boxes, annexes, groups: the outline of a text, told by form, number and place.

A `Head` says what a draft heads. Levels: 1 the title, 2 chapters and annexes, 3 sections, 4 what is below.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.intake.boxes import boxes
from reader.intake.script import Draft
from reader.intake.signs import annex, like_a_heading, number, same_title, without_number
from reader.intake.titles import Titles
from reader.text.words import words

_TITLE_WITHIN = 5
_LIKE_LISTED = 0.5
_MOST_ANNEXES = 99
_LONGEST_ENDING = 3
_SHORTEST_STEM = 4
_AREA_WORDS = 3
_LONG_TITLE_WORDS = 4
_PREPOSITIONS = frozenset(("på", "af", "i", "om", "til", "for", "med", "ved", "over", "mellem", "og"))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the other agreements of the library show: the headings inside boxes, and the themes they have."""

    box_headings: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()


@dataclass(slots=True)
class Head:
    """What a draft heads: `kind`, `level` as in the outline; `until` is the draft before which it ends."""

    kind: str
    level: int
    until: int = 0


class Outline:
    """Finds the heads of a text's drafts."""

    def __init__(self, drafts: Sequence[Draft], title: str, evidence: Evidence) -> None:
        self.drafts = drafts
        self.heads: dict[int, Head] = {}
        self._title = title
        self._themes = evidence.themes
        self._box_headings = evidence.box_headings
        self._theme_stems = {
            theme[:-cut]
            for theme in evidence.themes
            for cut in range(1, _LONGEST_ENDING + 1)
            if cut < len(theme)
        }
        self._boxed: set[int] = set()

    def find(self) -> dict[int, Head]:
        """Return the head of every draft that heads something, by the draft's place in the list."""
        self._demote_listed_numbers()
        self._find_title()
        self._find_labelled()
        self._find_annexes()
        self._find_numbered()
        self._find_sections()
        self._find_groups()
        return self.heads

    def _headings(self) -> list[int]:
        return [
            at for at, draft in enumerate(self.drafts) if draft.role == "heading" and at not in self.heads
        ]

    def _demote_listed_numbers(self) -> None:
        """A numbered line without a full stop between numbered lines is an item of their list."""
        for at, draft in enumerate(self.drafts):
            here = number(draft.text)
            after = self.drafts[at + 1] if at + 1 < len(self.drafts) else None
            if (
                draft.role == "heading"
                and here is not None
                and after is not None
                and number(after.text) == here + 1
            ):
                draft.role = "item"

    def _find_title(self) -> None:
        for at in self._headings()[:_TITLE_WITHIN]:
            if same_title(self.drafts[at].text, self._title):
                self.heads[at] = Head("title", 1)
                return

    def _find_labelled(self) -> None:
        for at, draft in enumerate(self.drafts):
            if draft.role == "caption":
                self.heads[at] = Head("table", 4, at + 2)
        for first, until in boxes(self.drafts, self._box_headings):
            self.heads[first] = Head("box", 4, until)
            self._boxed.update(range(first + 1, until))

    def _find_annexes(self) -> None:
        for at in self._headings():
            if annex(self.drafts[at].text) is not None:
                self.heads[at] = Head("annex", 2)
        for title, after in self._annexes_listed():
            for at in self._headings():
                if at >= after and (at == after or _like_listed(self.drafts[at].text, title)):
                    self.heads[at] = Head("annex", 2)
                    break

    def _annexes_listed(self) -> list[tuple[str, int]]:
        """Return the titles that a list headed `Bilag:` announces, and the first draft after that list."""
        for at, draft in enumerate(self.drafts):
            if draft.text.casefold() in ("bilag:", "bilag"):
                until = at + 1
                while until < len(self.drafts) and self.drafts[until].role == "item":
                    until += 1
                listed = self.drafts[at + 1 : until][:_MOST_ANNEXES]
                return [(without_number(item.text), until) for item in listed]
        return []

    def _find_numbered(self) -> None:
        """Numbered headings are principles if the nearest heading above without a number speaks of such."""
        kind, level, above = "chapter", 2, self._title
        for at, draft in enumerate(self.drafts):
            if draft.role != "heading" and at not in self.heads:
                continue
            here = number(draft.text)
            if here is None:
                above = draft.text
            elif at not in self.heads and without_number(draft.text)[:1].isupper():
                if here == 1:
                    kind, level = ("principle", 4) if "princip" in above.casefold() else ("chapter", 2)
                self.heads[at] = Head(kind, level)

    def _find_sections(self) -> None:
        for part in self._parts():
            parents = set(part).intersection(at - 1 for at in part)
            under = False
            for at in part:
                below = at not in parents and self._is_below(at, under, bool(parents))
                deep = below or at in self._boxed
                self.heads[at] = Head("subsection", 4) if deep else Head("section", 3)
                under = under or at in parents if parents else below

    def _is_below(self, at: int, under: bool, nested: bool) -> bool:
        """Say whether a heading is a subsection: in smaller type, or under a section and no area of its own.

        `under` says, where headings follow each other at once (`nested`), that one of them came before;
        elsewhere that the heading before was in smaller type, which a long one continues.
        """
        draft = self.drafts[at]
        if draft.small or not under:
            return draft.small
        return not self._names_an_area(at) if nested else len(draft.text.split()) > _LONG_TITLE_WORDS

    def _parts(self) -> list[list[int]]:
        """Return the headings still without a head, by the chapter or annex that they stand in."""
        parts: list[list[int]] = [[]]
        for at, draft in enumerate(self.drafts):
            head = self.heads.get(at)
            if head and head.kind in ("chapter", "annex", "title"):
                parts.append([])
            elif head is None and draft.role == "heading":
                parts[-1].append(at)
        return parts

    def _names_an_area(self, at: int) -> bool:
        """Say whether a heading names a whole area: a theme elsewhere, or `… området` and no preposition."""
        found = words(self.drafts[at].text)
        if not found:
            return False
        if len(found) <= 2 and self._is_theme(found[-1]):
            return True
        plain = len(found) <= _AREA_WORDS and not _PREPOSITIONS.intersection(found)
        return plain and found[-1].endswith(("område", "området", "områder", "områderne"))

    def _is_theme(self, word: str) -> bool:
        """Say whether a word is a theme of the library, or differs from one at most by a Danish ending."""
        if word in self._themes:
            return True
        shorter = (word[:-cut] for cut in range(1, _LONGEST_ENDING + 1))
        stem = any(len(theme) >= _SHORTEST_STEM and theme in self._themes for theme in shorter)
        return stem or (len(word) >= _SHORTEST_STEM and word in self._theme_stems)

    def _find_groups(self) -> None:
        """A line that leads a list of the principles' titles is a group."""
        principles = [self.drafts[at].text for at, head in self.heads.items() if head.kind == "principle"]
        titles = Titles((without_number(title), title) for title in principles)
        for at, after in enumerate(self.drafts[1:]):
            if after.role != "item" or not self._can_lead(at):
                continue
            if titles.find(without_number(after.text)) is not None:
                until = next(n for n in range(at + 1, len(self.drafts) + 1) if not self._is_item(n))
                self.heads[at] = Head("group", 4 if at in self._boxed else 3, until)

    def _can_lead(self, at: int) -> bool:
        draft = self.drafts[at]
        kind = self.heads[at].kind if at in self.heads else ""
        plain = draft.role not in ("item", "table") and kind in ("", "section", "subsection")
        return plain and like_a_heading(draft.text.rstrip("."))

    def _is_item(self, at: int) -> bool:
        return at < len(self.drafts) and self.drafts[at].role == "item"


def _like_listed(heading: str, title: str) -> bool:
    one, two = set(words(heading)), set(words(title))
    return len(one & two) / max(1, len(one | two)) > _LIKE_LISTED
