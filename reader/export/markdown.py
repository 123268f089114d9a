"""One agreement as a Markdown page that stands for itself, with or without what the person wrote."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.export.body import body
from reader.export.escaping import clean, escaped
from reader.export.front_matter import front_matter
from reader.export.passages import Passage, marks_by_leaf
from reader.export.remarks import footnote, headline, quotation, reference
from reader.notebook.numbered import NotesStanding, notes_standing
from reader.notebook.records import Category, Highlight, Note
from reader.text.agreement import Agreement, Edition, Principle, leaves
from reader.text.selector import place

_PLACELESS = {"da": "Uden sted i teksten", "en": "Without a place in the text"}
_DOUBTFUL = {"da": "Stedet i teksten skal efterses", "en": "The place in the text is to be checked"}

_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[\d:.]*\+00:00")


def plain_markdown(agreement: Agreement, edition: Edition) -> str:
    """Return the edition's text as Markdown, without front matter and notes."""
    text = body(edition, clean(edition.text), {}, {})
    return "\n\n".join([*_title(agreement, edition), *filter(None, [text])]) + "\n"


def annotated(
    agreement: Agreement,
    edition: Edition,
    highlights: Sequence[Highlight],
    notes: Sequence[Note],
    categories: Sequence[Category],
    exported: str,
    to_check: Collection[str] = (),
) -> str:
    """Return the agreement with its highlights in place and its notes, as Markdown with front matter.

    Records of other agreements are left out. A highlight or note that has no place in this edition stands at
    the end, with its words; before them, what has no sure place: highlights whose ids are in `to_check`, and
    notes on principles that are others now. `exported` is the time, ISO 8601.
    """
    own = [note for note in notes if note.agreement == agreement.id]
    page = _Page(
        agreement,
        edition,
        [highlight for highlight in highlights if highlight.agreement == agreement.id],
        notes_standing(own, edition),
        {category.id: f"{category.sign} {category.name}" for category in categories},
        to_check,
    )
    return "\n\n".join(filter(None, [page.front_matter(exported), *page.parts()])) + "\n"


def _title(agreement: Agreement, edition: Edition) -> list[str]:
    """Return the agreement's title as a heading if the edition does not begin with one of its own."""
    has_own = edition.blocks and edition.blocks[0].kind == "heading" and edition.blocks[0].level == 1
    return [] if has_own else ["# " + escaped(agreement.title)]


@dataclass(frozen=True, slots=True)
class _Page:
    agreement: Agreement
    edition: Edition
    highlights: Sequence[Highlight]
    standing: NotesStanding
    labels: Mapping[str, str]
    to_check: Collection[str]

    def front_matter(self, exported: str) -> str:
        return front_matter(
            {
                "title": self.agreement.title,
                "short": self.agreement.short,
                "date": self.agreement.date,
                "parties": self.agreement.parties,
                "source": [witness.file for witness in self.agreement.witnesses],
                "digest": self.edition.digest,
                "highlights": len(self.highlights),
                "notes": sum(map(len, self.standing))
                + sum(bool(highlight.note.strip()) for highlight in self.highlights),
                "exported": exported,
            }
        )

    def parts(self) -> Iterable[str]:
        """Give what follows the front matter, part by part."""
        text, digest = self.edition.text, self.edition.digest
        found = {highlight.id: place(highlight.selector, text, digest) for highlight in self.highlights}
        placed = {id_: span for id_, span in found.items() if span}
        title = _title(self.agreement, self.edition)
        yield from title
        if title:
            yield from self._remarks_on(None)
        yield self._text(placed, titled=bool(title))
        yield from self._placeless(placed)
        for highlight in sorted(self.highlights, key=lambda h: placed.get(h.id, (0, 0))):
            if highlight.id in placed:
                first = self._headline(highlight, placed[highlight.id][0])
                yield footnote(reference("h", highlight.id), first, highlight.note)

    def _text(self, placed: Mapping[str, tuple[int, int]], *, titled: bool) -> str:
        text = clean(self.edition.text)
        spans = [span for block in self.edition.blocks for span in leaves(block)]
        passages = [Passage(*span, reference("h", id_)) for id_, span in placed.items()]
        remarks: defaultdict[int, list[str]] = defaultdict(list)
        if not titled:
            remarks[self.edition.blocks[0].start] += self._remarks_on(None)
        for principle in self.edition.principles:
            heading = self.edition.block_at(self.edition.section_by_id[principle.section].start)
            remarks[heading.start] += self._remarks_on(principle)
        return body(self.edition, text, marks_by_leaf(text, spans, passages), remarks)

    def _remarks_on(self, principle: Principle | None) -> list[str]:
        return [self._remark(note) for note, on in self.standing.placed if on == principle]

    def _remark(self, note: Note, heading: str = "") -> str:
        number = "" if note.principle is None else f"P{note.principle}"
        first = headline("Note", [number, _when(note.modified), note.origin], note.tags)
        return quotation(reference("n", note.id), first, heading, note.body)

    def _headline(self, highlight: Highlight, start: int | None) -> str:
        principle = None if start is None else self.edition.principle_at(start)
        number = f"P{principle.number}" if principle else ""
        label = self.labels.get(highlight.category, highlight.category)
        return headline(label, [number, _when(highlight.modified), highlight.origin], highlight.tags)

    def _placeless(self, placed: Mapping[str, tuple[int, int]]) -> Iterable[str]:
        """Give the highlights and notes that may be somewhere here, and those that are not found."""
        unplaced = [highlight for highlight in self.highlights if highlight.id not in placed]
        doubtful = [self._passage(one) for one in unplaced if one.id in self.to_check]
        lost = [self._passage(one) for one in unplaced if one.id not in self.to_check]
        doubtful += [self._remark(doubt.note, doubt.note.heading) for doubt in self.standing.check]
        lost += [self._remark(note, note.heading) for note in self.standing.lost]
        for heading, found in ((_DOUBTFUL, doubtful), (_PLACELESS, lost)):
            if found:
                yield "## " + heading.get(self.agreement.language, heading["en"])
                yield from found

    def _passage(self, highlight: Highlight) -> str:
        first = self._headline(highlight, None)
        return quotation(reference("h", highlight.id), first, highlight.selector.quote, highlight.note)


def _when(time: str) -> str:
    """Return a record's time as a person writes it, to the minute; any other words as they are."""
    found = _TIME.fullmatch(time)
    return f"{found.group(1)} {found.group(2)} UTC" if found else time
