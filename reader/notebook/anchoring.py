"""What a person wrote, carried over into new editions: placed, to be looked at, or lost; never taken away.

What becomes of a passage follows from the text it was taken from and the text of now. So the old text is kept
with the notes, and a list of what to look at is made anew each time it is asked for.
"""

from collections.abc import Mapping
from itertools import groupby
from typing import NamedTuple

from reader.notebook.journal import Text
from reader.notebook.notebook import Notebook
from reader.notebook.numbered import notes_standing
from reader.notebook.past import CARRY
from reader.notebook.reading import Reading
from reader.notebook.records import Change, Highlight, Note
from reader.text.agreement import Edition, Span
from reader.text.mapping import CHECK, PLACED, Outcome
from reader.text.places import Places
from reader.text.selector import describe, place


class Doubt(NamedTuple):
    """A highlight to be looked at: where it may stand now, and how sure that is, from 0 to 1."""

    highlight: Highlight
    proposal: Span
    sure: float


class Standing(NamedTuple):
    """Where the highlights of an agreement stand; each of them is in exactly one of the three."""

    placed: tuple[tuple[Highlight, Span], ...]
    check: tuple[Doubt, ...]
    lost: tuple[Highlight, ...]


def standing(reading: Reading, edition: Edition) -> Standing:
    """Say where an agreement's highlights stand in its edition of now; nothing is written."""
    placed, check, lost = [], [], []
    for highlight, outcome in _outcomes(reading, edition):
        if outcome.state == PLACED and outcome.span:
            placed.append((highlight, outcome.span))
        elif outcome.state == CHECK and outcome.span:
            check.append(Doubt(highlight, outcome.span, outcome.sure))
        else:
            lost.append(highlight)
    check.sort(key=lambda doubt: doubt.proposal)
    return Standing(tuple(placed), tuple(check), tuple(lost))


def carry(notebook: Notebook, edition: Edition) -> Standing:
    """Give the passages whose place in a new edition is sure that place, as one group; say where all stand.

    What they were before stays in their history. Nothing is written where nothing is new.
    """
    found = standing(notebook, edition)
    changes = [
        Change(highlight, attached(highlight, edition, *span))
        for highlight, span in found.placed
        if highlight.selector.digest != edition.digest
    ]
    kept = notebook.text(edition.digest) is not None
    if changes or (found.placed and not kept):
        notebook.apply(changes, what=CARRY, texts=[text_of(edition)])
    return standing(notebook, edition) if changes else found


def text_of(edition: Edition) -> Text:
    """Return the text of an edition as a notebook keeps it, when passages are taken from it."""
    return edition.digest, edition.id, edition.text


class Now(NamedTuple):
    """All highlights as they would be if they were carried over, and all notes.

    `check` and `lost` are the ids of those of both to look at, and of those that were not found.
    """

    highlights: list[Highlight]
    notes: list[Note]
    check: frozenset[str]
    lost: frozenset[str]


def as_of_now(reading: Reading, editions: Mapping[str, Edition]) -> Now:
    """Say how all highlights and notes stand in the editions of now; nothing is written.

    Those of an agreement without an edition are as they are, and lost.
    """
    highlights, notes = reading.highlights(), reading.notes()
    stale = {one.agreement for one in highlights if _unplaced(one, editions.get(one.agreement))}
    strange = frozenset(one.id for one in highlights if one.agreement not in editions)
    found = {agreement: standing(reading, editions[agreement]) for agreement in stale}
    placed = {
        highlight.id: attached(highlight, editions[agreement], *span)
        for agreement, of_one in found.items()
        for highlight, span in of_one.placed
    }
    of_notes = [
        notes_standing(of_one, editions.get(name))
        for name, of_one in groupby(notes, key=lambda note: note.agreement)
    ]
    return Now(
        [placed.get(one.id, one) for one in highlights],
        notes,
        frozenset(doubt.highlight.id for of_one in found.values() for doubt in of_one.check)
        | frozenset(doubt.note.id for of_one in of_notes for doubt in of_one.check),
        frozenset(highlight.id for of_one in found.values() for highlight in of_one.lost)
        | frozenset(note.id for of_one in of_notes for note in of_one.lost)
        | strange,
    )


def _unplaced(highlight: Highlight, edition: Edition | None) -> bool:
    return edition is not None and place(highlight.selector, edition.text, edition.digest) is None


def attached(highlight: Highlight, edition: Edition, start: int, end: int) -> Highlight:
    """Return a highlight as it is when it is put on this passage: by a person, or because that is sure.

    The passage may be in another agreement than the one it was taken from.
    """
    selector = describe(edition.text, start, end, edition.digest)
    return highlight._replace(agreement=edition.id, selector=selector, missing_from="")


def given_up(highlight: Highlight, edition: Edition) -> Highlight:
    """Return a highlight as it is when a person looked and did not find it: among the lost, until it changes.

    A later edition is looked through again.
    """
    return highlight._replace(missing_from=edition.digest)


def _outcomes(reading: Reading, edition: Edition) -> list[tuple[Highlight, Outcome]]:
    places = Places(edition.text, edition.digest, reading.text)
    return [
        (highlight, places.outcome(highlight.selector, highlight.missing_from))
        for highlight in reading.highlights(edition.id)
    ]
