"""Where a text speaks of the principles: as a set, or of one of them.

“De ti principper for decentral styring” names its set. “Principperne” alone means the set that was spoken of
last, so it means others where others come between (“fælles principper for modernisering”).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reader.compare.mention import Mention, Shelf, Target, is_own_title, stands
from reader.compare.principle_sets import PrincipleSet, SetNames, name_words, set_in, set_of, unknown_set
from reader.compare.principle_words import PrincipleWords, Said
from reader.compare.sentences import Sentences
from reader.text.agreement import Agreement, Principle
from reader.text.words import akin, placed_words

_NUMBERED = re.compile(r"\d{1,2}[.)]\s+")
_SHORTEST_TITLE = 3


class PrincipleMentions:
    """Finds the mentions of principles in an edition, in one way through its text.

    `agreements` are the mentions of other agreements in it: a set spoken of in the same sentence is theirs.
    """

    def __init__(self, shelf: Shelf, speaking: Agreement, agreements: Sequence[Mention]) -> None:
        self._shelf = shelf
        self._speaking = speaking
        self._edition = shelf.editions[speaking.id]
        self._agreements = agreements
        self._starts = [mention.start for mention in agreements]
        self._sentences = Sentences(self._edition)
        self._own = set_in(self._edition)
        self._last: Target | None = None
        self._others = self._other = False

    def found(self) -> Iterator[Mention]:
        """Return the mentions; those in running text first, then the listed titles."""
        for said in PrincipleWords(self._edition, SetNames(self._shelf), self._sentences).said():
            if is_own_title(self._edition, said.start):
                continue
            found = list(self._meant(said))
            if said.what in ("set", "those", "others"):
                self._others = not found
            self._other = not found
            yield from found
        yield from self._listed()

    def _meant(self, said: Said) -> Iterator[Mention]:
        if said.what == "set" or (said.what == "those" and self._goes_back(self._others)):
            self._last = self._set(said)
            yield self._mention(said, "principles", self._last)
            yield from self._titles(said)
        elif said.what == "one" and self._goes_back(self._others):
            yield from self._numbered(said)
        elif said.what == "titled":
            yield from self._titled(said)
        elif said.what == "this" and self._goes_back(self._other):
            principle = self._edition.principle_at(said.start)
            if self._own and principle:
                yield self._mention(said, "principle", self._own.target_of(principle))
            else:
                yield self._mention(said, "principles", self._set(said))

    def _goes_back(self, others: bool) -> bool:
        """Say whether there is a set to go back to, and no others were spoken of since."""
        return not others and (self._last is not None or self._own is not None)

    def _mention(self, said: Said, kind: str, target: Target) -> Mention:
        return Mention(said.start, said.end, kind, target, stands(self._edition, said.start, said.end))

    def _set(self, said: Said) -> Target:
        """Return the set that is meant: of an agreement named beside it, of this one, or the one before."""
        agreement = self._agreement_beside(said)
        if agreement:
            return self._set_of(agreement, said)
        if self._last and (said.earlier or not self._own):
            return self._last
        if self._own:
            return self._own.target()
        latest = set_of(self._shelf, self._speaking.date)
        return latest.target() if latest else unknown_set(Target(""), self._name(said))

    def _agreement_beside(self, said: Said) -> Target | None:
        start, end = self._sentences.around(said.start)
        beside = self._agreements[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        nearest = min(beside, key=lambda mention: abs(mention.start - said.start), default=None)
        return nearest.target if nearest else None

    def _set_of(self, agreement: Target, said: Said) -> Target:
        edition = self._shelf.editions.get(agreement.agreement)
        found = set_in(edition) if edition else None
        return found.target() if found else unknown_set(agreement, self._name(said))

    def _name(self, said: Said) -> str:
        """Return what a set is called where it is spoken of, without what only counts or points."""
        words = self._edition.text[said.start : said.end]
        return words[words.casefold().index("princip") :]

    # One of them

    def _known(self) -> PrincipleSet | None:
        """Return the set that was spoken of last, or this agreement's own, if the library has it."""
        edition = self._shelf.editions.get(self._last.agreement) if self._last and self._last.known else None
        return set_in(edition) if edition else None if self._last and not self._own else self._own

    def _numbered(self, said: Said) -> Iterator[Mention]:
        known = self._known()
        principle = known.edition.principle(said.number) if known else None
        if known and principle:
            yield self._mention(said, "principle", known.target_of(principle))
        elif not known and self._last:
            yield self._mention(said, "principle", Target(f"{said.number}. {self._last.description}"))

    def _titled(self, said: Said) -> Iterator[Mention]:
        """Return “princippet om …” where a title follows."""
        until = self._sentences.around(said.end)[1]
        for principle, start, end in self._titles_in(said.end, until):
            if start - said.end <= len(' om "'):
                yield self._mention(said._replace(end=end), "principle", self._target(principle))

    def _titles(self, said: Said) -> Iterator[Mention]:
        """Return the titles that are said in one sentence with their set."""
        for principle, start, end in self._titles_in(*self._sentences.around(said.start)):
            yield self._mention(Said(start, end, "one"), "principle", self._target(principle))

    def _target(self, principle: Principle) -> Target:
        known = self._known()
        return known.target_of(principle) if known else Target(principle.title)

    def _titles_in(self, start: int, end: int) -> Iterator[tuple[Principle, int, int]]:
        known = self._known()
        placed = placed_words(self._edition.text, start, end) if known else []
        for principle in known.edition.principles if known else ():
            title = name_words(principle.title)
            for at in range(len(placed) - len(title) + 1 if len(title) >= _SHORTEST_TITLE else 0):
                here = placed[at : at + len(title)]
                if all(akin(word, said) for word, (said, _, _) in zip(title, here, strict=True)):
                    yield principle, here[0][1], here[-1][2]

    # In lists

    def _listed(self) -> Iterator[Mention]:
        """Return the entries that are a title of this agreement's own principles, outside of these."""
        if not self._own:
            return
        titles = {_letters(principle.title): principle for principle in self._own.edition.principles}
        longest = 2 * max(len(principle.title) for principle in self._own.edition.principles) + 4
        for block in self._edition.blocks:
            if block.end - block.start > longest:
                continue
            text = self._edition.text[block.start : block.end]
            principle = titles.get(_letters(_NUMBERED.sub("", text, count=1)))
            if principle and not self._edition.principle_at(block.start):
                yield Mention(block.start, block.end, "principle", self._own.target_of(principle), "list")


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
