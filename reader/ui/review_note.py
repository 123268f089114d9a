"""A note whose principle is another one now, or gone: what it was on beside what is there, in words."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from reader.compare.surroundings import Framed, Piece, beside
from reader.notebook.records import Note
from reader.text.agreement import Principle
from reader.text.numbering import same_heading
from reader.ui.desk import Desk
from reader.ui.places import numbered, was_on
from reader.ui.rendering import plain
from reader.ui.review_case import Proposal


class Sides(NamedTuple):
    """What stands on the page: a title and a text on each side, and why it is asked, empty for no reason."""

    before: str
    old: list[Piece]
    now: str
    new: list[Piece]
    why: str = ""


def sides(desk: Desk, note: Note, proposal: Proposal | None) -> Sides:
    """Return a note beside the principle that is proposed for it; None is for one with no proposal."""
    principle = proposal.principle if proposal else None
    return _lost(desk, note) if principle is None else _moved(desk, note, principle)


def _moved(desk: Desk, note: Note, principle: Principle) -> Sides:
    was, now = was_on(note), numbered(principle)
    # In a frame of their own: only the two headings are compared.
    left, right = beside(Framed("", was, ""), Framed("", now, ""))
    text = desk.edition(note.agreement).text
    below = "".join(f"\n{text[start:end]}" for start, end in principle.paragraphs)
    return Sides(
        _on(was),
        [*(piece._replace(inside=False) for piece in left), Piece(f"\n{plain(note.body)}", "equal", True)],
        QCoreApplication.translate("ReviewPage", "Now, perhaps: {place}").format(
            place=f"{desk.short(note.agreement)} · {now}"
        ),
        [*right, Piece(below, "equal", False)],
        _why(note, principle),
    )


def _why(note: Note, principle: Principle) -> str:
    if same_heading(note.heading, principle.title):
        words = QCoreApplication.translate(
            "ReviewPage", "It was number {old}; the principle with these words is number {new} now."
        )
        return words.format(old=note.principle, new=principle.number)
    words = QCoreApplication.translate("ReviewPage", "Principle {number} was “{old}” and is “{new}” now.")
    return words.format(number=principle.number, old=" ".join(note.heading.split()), new=principle.title)


def _lost(desk: Desk, note: Note) -> Sides:
    advice = QCoreApplication.translate(
        "ReviewPage", "Choose which principle it belongs to now. It is kept here until then."
    )
    own = [Piece(plain(note.body), "equal", True)]
    return Sides(_on(was_on(note)), own, _where(desk, note), [Piece(advice, "equal", False)])


def _on(heading: str) -> str:
    if not heading:
        return QCoreApplication.translate("ReviewPage", "Your note")
    return QCoreApplication.translate("ReviewPage", "Your note, on “{heading}”").format(heading=heading)


def _where(desk: Desk, note: Note) -> str:
    """Say what became of what a note was on."""
    short = desk.short(note.agreement)
    if desk.known(note.agreement) is None:
        words = QCoreApplication.translate("ReviewPage", "The library has no agreement {agreement}.")
    elif note.missing_from == desk.edition(note.agreement).digest:
        words = QCoreApplication.translate("ReviewPage", "You did not find its principle in {agreement}.")
    else:
        words = QCoreApplication.translate("ReviewPage", "{agreement} has no principle {number} now.")
    return words.format(agreement=short, number=note.principle)
