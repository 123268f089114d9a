"""A machine-read witness cut into drafts, its letters put right as far as other agreements tell them."""

from dataclasses import replace

from reader.intake.establish import Drafted, draft
from reader.intake.furniture import furniture
from reader.intake.lexicon import Lexicon
from reader.intake.restored import restored
from reader.intake.source import lines_of
from reader.intake.through import Through
from reader.intake.usage import Usage
from reader.text.agreement import Agreement, Witness


def draft_machine_read(agreement: Agreement, witness: Witness, text: str, others: Usage) -> Drafted:
    """Cut a machine-read witness into drafts; `others` tells how other agreements in its language use words.

    It is cut as it reads with its letters right: so its hyphens and headings are known.
    """
    found = restored(text, furniture(lines_of(text), agreement.parties), others)
    through = Through(text, found.restorations)
    drafted = draft(agreement, witness, through.text, Lexicon([*others.texts, through.text]))
    return replace(
        drafted,
        text=text,
        drafts=[through.draft(each) for each in drafted.drafts],
        omissions=[through.omission(each) for each in drafted.omissions],
        pages=tuple((through.source(start), number) for start, number in drafted.pages),
        doubts=found.unclear,
    )
