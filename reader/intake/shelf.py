"""All texts of the library established together: each is evidence for the words and shapes of the others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.intake.establish import Drafted, Established, draft, establish, evidence_in
from reader.intake.lexicon import Lexicon
from reader.intake.machine_read import draft_machine_read
from reader.intake.remarked import remarked
from reader.intake.structure import Evidence
from reader.intake.usage import Usage
from reader.intake.witnesses import combine
from reader.text.agreement import Agreement
from reader.text.progress import Heard, Progress

_MACHINE_READ = "ocr"
_WORDS_COUNTED, _CUT, _KNOWN, _MADE = 0.05, 0.5, 0.6, 0.8
"""The shares of the work, about as long as each takes."""


class _Cut(NamedTuple):
    """An agreement's witnesses cut into drafts: the one its edition is made from, and each alone."""

    agreement: Agreement
    best: Drafted
    alone: Mapping[str, Drafted]


def establish_all(
    agreements: Sequence[Agreement], texts: Mapping[str, str], on: Heard | None = None
) -> dict[str, Established]:
    """Return an edition for every agreement, and for every witness of those that have several.

    `texts` has the canonical text of every witness's file. The shapes of boxes and the themes found in a
    first round are evidence in the second. `on` is told the share that is done and can stop the work.
    """
    progress = Progress(on)
    progress(0.0)
    lexicon = Lexicon(texts[w.file] for a in agreements for w in a.witnesses if w.kind != _MACHINE_READ)
    progress(_WORDS_COUNTED)
    shelf = _shelf(agreements, texts, lexicon, progress.part(_WORDS_COUNTED, _CUT))
    known = progress.part(_CUT, _KNOWN).through(shelf, every=1)
    evidence = _together(evidence_in(agreement, best) for agreement, best, _ in known)
    made: dict[str, Established] = {}
    rest = progress.part(_KNOWN, _MADE)
    while shelf:
        rest(1 - len(shelf) / len(agreements))
        made |= _made(shelf.pop(0), evidence)
    progress(_MADE)
    found = remarked(made, agreements, texts)
    progress(1.0)
    return found


def _shelf(
    agreements: Sequence[Agreement], texts: Mapping[str, str], lexicon: Lexicon, progress: Progress
) -> list[_Cut]:
    sound = [
        {w.id: draft(a, w, texts[w.file], lexicon) for w in a.witnesses if w.kind != _MACHINE_READ}
        for a in progress.part(0.0, 0.5).through(agreements, every=1)
    ]
    shelf = []
    rest = progress.part(0.5, 1.0).through(agreements, every=1)
    for agreement, alone in zip(rest, sound, strict=True):
        every = dict(alone)
        for witness in agreement.witnesses:
            if witness.kind == _MACHINE_READ:
                others = Usage(_others(agreement, agreements, sound))
                every[witness.id] = draft_machine_read(agreement, witness, texts[witness.file], others)
        shelf.append(_Cut(agreement, _best(agreement, every, lexicon), every))
    return shelf


def _others(
    agreement: Agreement, agreements: Sequence[Agreement], sound: Sequence[Mapping[str, Drafted]]
) -> list[str]:
    """Return the texts that a machine-read witness is put right by: of other agreements, in its language.

    No witness of its own agreement is among them: what they say is not what this one says.
    """
    return [
        "\n".join(each.text for each in drafted.drafts)
        for other, alone in zip(agreements, sound, strict=True)
        if other.id != agreement.id and other.language == agreement.language
        for drafted in alone.values()
    ]


def _together(found: Iterable[Evidence]) -> Evidence:
    boxes: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()
    for evidence in found:
        boxes |= evidence.box_headings
        themes |= evidence.themes
    return Evidence(boxes, themes)


def _made(cut: _Cut, evidence: Evidence) -> dict[str, Established]:
    agreement, best, alone = cut
    made = {agreement.id: establish(agreement, best, evidence)}
    for witness_id, drafted in alone.items():
        known = made[agreement.id] if drafted is best else None
        made[f"{agreement.id}@{witness_id}"] = known or establish(agreement, drafted, evidence)
    return made


def _best(agreement: Agreement, drafted: Mapping[str, Drafted], lexicon: Lexicon) -> Drafted:
    """Return the one witness, or the letters of the transcript in the shape of the machine-read page."""
    by_kind = {w.kind: drafted[w.id] for w in agreement.witnesses}
    letters, shape = by_kind.get("transcript"), by_kind.get(_MACHINE_READ)
    if not letters or not shape:
        return drafted[agreement.witnesses[0].id]
    drafts = combine(letters, shape.drafts, lexicon)
    return replace(letters, drafts=drafts)
