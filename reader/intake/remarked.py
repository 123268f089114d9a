"""What a reader should know of each edition: doubtful readings, other witnesses, sums that do not add up."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reader.intake.doubts import Doubt, doubts
from reader.intake.establish import Established
from reader.intake.signs import yearless
from reader.intake.source import Ruler
from reader.intake.sums import mismatches
from reader.intake.variants import variants
from reader.text.agreement import Agreement, Edition, Place, Remark
from reader.text.origin import Origin

Found = tuple[str, Doubt]
"""A kind of remark, and what is remarked on."""


def remarked(
    made: Mapping[str, Established], agreements: Sequence[Agreement], texts: Mapping[str, str]
) -> dict[str, Established]:
    """Return the editions with their remarks; `texts` has the witnesses by their files.

    Words are judged by the editions of the agreements. A witness that is all there is of an agreement has the
    same edition and the same remarks.
    """
    readings = doubts({agreement.id: made[agreement.id].edition.text for agreement in agreements})
    found = dict(made)
    for agreement in agreements:
        whole = made[agreement.id]
        said = [("reading", doubt) for doubt in readings[agreement.id]]
        said += [("reading", doubt) for doubt in _dates(agreement, whole.edition)]
        said += [*_sums(whole.edition), *_other_witnesses(agreement, made, texts)]
        found[agreement.id] = replace(whole, remarks=_placed(said, whole, texts))
        for witness in agreement.witnesses:
            name = f"{agreement.id}@{witness.id}"
            alone = made[name]
            own = found[agreement.id] if alone is whole else None
            found[name] = own or replace(alone, remarks=_placed(_sums(alone.edition), alone, texts))
    return found


def _dates(agreement: Agreement, edition: Edition) -> Iterator[Doubt]:
    """Yield the dates that stand alone without their year; the catalogue tells the agreement's own."""
    for block in edition.blocks:
        text = edition.text[block.start : block.end]
        if yearless(text):
            yield Doubt(block.start, block.end, f"{text} {agreement.date[:4]}", "the year is missing")


def _sums(edition: Edition) -> Iterator[Found]:
    for table in edition.tables:
        cells = edition.cells_of(table)
        rows = [[edition.text[start:end] for start, end in row] for row in cells]
        for row, column, expected, rounding in mismatches(rows):
            reason = "the rows make this" + ("; the difference can come from rounding" if rounding else "")
            yield "sum", Doubt(*cells[row][column], expected, reason)


def _other_witnesses(
    agreement: Agreement, made: Mapping[str, Established], texts: Mapping[str, str]
) -> Iterator[Found]:
    whole = made[agreement.id]
    for witness in agreement.witnesses:
        other = made[f"{agreement.id}@{witness.id}"]
        if _file(other) == _file(whole):
            continue
        for start, end, reading, misread in variants(
            whole.edition, other.edition, other.emendations, texts[witness.file]
        ):
            yield "misread" if misread else "variant", Doubt(start, end, reading, f"witness {witness.id}")


def _file(made: Established) -> str:
    return made.edition.sections[0].place.file


def _placed(said: Iterable[Found], made: Established, texts: Mapping[str, str]) -> tuple[Remark, ...]:
    """Give every remark the lines of the witness where its words stand, and bring all into their order."""
    origin, file = Origin(made.emendations), _file(made)
    ruler = Ruler(texts[file])
    remarks = []
    for kind, (start, end, reading, reason) in said:
        first, last = origin.witness_span(start, end)
        place = Place(file, ruler.line(first), ruler.line(max(first, last - 1)))
        remarks.append(Remark(kind, start, end, reading, place, reason))
    return tuple(sorted(remarks, key=lambda remark: (remark.start, remark.end)))
