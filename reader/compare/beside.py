"""An edition beside its own witness: which stretch of the one was made from which of the other."""

from collections.abc import Iterable

from reader.compare.answers import Answers, Pair
from reader.text.agreement import Edition, Emendation
from reader.text.origin import Origin


def beside(edition: Edition, emendations: Iterable[Emendation], length: int) -> Answers:
    """Pair every block of an edition with its lines in a witness of `length` code points."""
    origin = Origin(emendations)
    whole = Pair((0, len(edition.text)), (0, length))
    spans = ((block.start, block.end) for block in edition.blocks)
    return Answers((whole, *(Pair(span, origin.witness_span(*span)) for span in spans)), ())


def turned(found: Answers) -> Answers:
    """Return what answers what the other way round, for editions that lack nothing of each other."""
    return Answers(tuple(Pair(pair.other, pair.one) for pair in found.pairs), ())
