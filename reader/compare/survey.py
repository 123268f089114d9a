"""Everything the overview shows, made in one piece of work that can be watched and stopped."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reader.compare.classes import Classifier
from reader.compare.mentions import Mention, Shelf, mentions
from reader.compare.overview import Overview, overview
from reader.compare.through_time import Stage, grid
from reader.text.decision import Decision
from reader.text.progress import Heard, Progress

_AFTER_MATCHING, _AFTER_MENTIONS = 0.2, 0.5


class Survey(NamedTuple):
    """The overview, the wording of each of its lines through time, and the mentions in every agreement.

    `stages` are in the order of the overview's lines; of each line, one for each of its agreements.
    """

    overview: Overview
    stages: tuple[tuple[Stage, ...], ...]
    mentions: Mapping[str, tuple[Mention, ...]]

    def line_of(self, agreement: str, number: int) -> int | None:
        """Return the place of the line that has this principle; None if there is none."""
        lines = enumerate(self.overview.lines)
        return next((at for at, line in lines if line.thread.number_in(agreement) == number), None)


def survey(shelf: Shelf, decisions: Sequence[Decision] = (), on: Heard | None = None) -> Survey:
    """Survey a library; `on` is told the share that is done and can stop the work."""
    progress = Progress(on)
    progress(0)
    found = overview(shelf.agreements, shelf.editions, decisions)
    through = progress.part(_AFTER_MATCHING, _AFTER_MENTIONS).through(shelf.agreements, 1)
    said = {agreement.id: mentions(agreement.id, shelf) for agreement in through}
    known = [line.thread for line in found.lines]
    texts = [found.editions[agreement.id] for agreement in found.agreements]
    progress(_AFTER_MENTIONS)
    stages = grid(known, texts, _classifier(found), _heard_by(progress.part(_AFTER_MENTIONS, 1)))
    return Survey(found, stages, said)


def _heard_by(progress: Progress) -> Heard:
    def heard(share: float) -> bool:
        progress(share)
        return True

    return heard


def _classifier(found: Overview) -> Classifier:
    parties = [party for agreement in found.agreements for party in agreement.parties]
    read = {witness.kind for agreement in found.agreements for witness in agreement.witnesses}
    return Classifier(parties, doubtful=not read.isdisjoint({"ocr", "transcript"}))
