"""Where a note on a principle is in the edition of now: its number alone could silently mean another one."""

from collections.abc import Iterable
from typing import NamedTuple

from reader.notebook.records import Note
from reader.text.agreement import Edition, Principle, Span
from reader.text.numbering import NOWHERE, WHOLE, Home, home, same_heading


def home_of(note: Note, edition: Edition | None) -> Home:
    """Say where a note is in its agreement's edition of now; None is for an agreement that is not there.

    One that is sure is placed; one that is not is to be looked at, with the principles that it may be on, or
    lost if there are none, or if the person looked and found none.
    """
    if edition is None:
        return NOWHERE
    if note.principle is None:
        return WHOLE
    found = home(edition, note.principle, note.heading)
    given_up = not found.is_sure and note.missing_from == edition.digest
    return NOWHERE if given_up else found


class NoteDoubt(NamedTuple):
    """A note to be looked at, and the principles that it may be on now, the likeliest first."""

    note: Note
    proposals: tuple[Principle, ...]


class NotesStanding(NamedTuple):
    """Where the notes of an agreement stand; each of them is in exactly one of the three.

    Those that are placed come with their principle, None for the agreement as a whole.
    """

    placed: tuple[tuple[Note, Principle | None], ...]
    check: tuple[NoteDoubt, ...]
    lost: tuple[Note, ...]


def notes_standing(notes: Iterable[Note], edition: Edition | None) -> NotesStanding:
    """Say where notes of one agreement stand in its edition of now, None where the library has none."""
    placed, check, lost = [], [], []
    for note in notes:
        found = home_of(note, edition)
        if found.is_sure:
            placed.append((note, next(iter(found.principles), None)))
        elif found.principles:
            check.append(NoteDoubt(note, found.principles))
        else:
            lost.append(note)
    check.sort(key=lambda doubt: doubt.proposals[0].start)
    return NotesStanding(tuple(placed), tuple(check), tuple(lost))


def span_in(note: Note, edition: Edition) -> Span | None:
    """Return where a note surely is in an edition; None where that is not sure.

    That is the whole of its principle; of a note on an agreement as a whole the agreement's very beginning.
    """
    found = home_of(note, edition)
    if not found.is_sure:
        return None
    return (found.principles[0].start, found.principles[0].end) if found.principles else (0, 0)


def put(note: Note, agreement: str, principle: Principle | None) -> Note:
    """Return a note as it is when it is put on a principle, or, for None, on an agreement as a whole."""
    number, heading = (principle.number, principle.title) if principle else (None, "")
    return note._replace(agreement=agreement, principle=number, heading=heading, missing_from="")


def on_the_same(one: Note, other: Note) -> bool:
    """Say whether two forms of a note are on the same principle: a heading that was not kept is no other."""
    if (one.agreement, one.principle) != (other.agreement, other.principle):
        return False
    return not (one.heading and other.heading) or same_heading(one.heading, other.heading)


def in_place_of(form: Note, living: Note) -> Note:
    """Return a living note on what an older form of it was on, if that is surely known.

    It stays where it is if the form was in another agreement, was on a principle whose heading was not kept,
    or on the same one under another number.
    """
    elsewhere = form.agreement != living.agreement
    guessed = form.principle is not None and not form.heading and bool(living.heading)
    same = bool(form.heading) and same_heading(form.heading, living.heading)
    if elsewhere or guessed or same:
        return living
    return living._replace(principle=form.principle, heading=form.heading, missing_from=form.missing_from)


def with_heading_of(known: Note, note: Note) -> Note:
    """Return a note that came without its heading with that of a known form of it on the same principle."""
    bare = not note.heading and on_the_same(known, note)
    return note._replace(heading=known.heading) if bare else note
