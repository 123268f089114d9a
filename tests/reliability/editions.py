"""New editions made by chance from real and generated texts, with what became of every letter known.

Lines are reworded, taken out, moved, divided, joined, and doubled but for a word or two, in the old text and
in the new one. A passage is *same* if all its letters stand beside each other again, *edited* if some of them
do, *torn* if they are far apart, *gone* if there is none. *Unchanged* are the same passages of lines that
stand in both texts to the letter, and once; those that stayed where they were are counted apart from those
that moved. A clause that was taken out and left an altered copy exactly where it was is *edited*: nobody
who has only the texts could tell.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.intake.library import Library
from reader.intake.transmitted import transmitted
from reader.notebook.anchoring import carry, text_of
from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.records import Change, Highlight
from reader.paths import shipped
from reader.text.agreement import Agreement, Edition, Witness
from reader.text.mapping import LOST, PLACED, Mapping, Outcome
from reader.text.selector import describe
from tests.reliability.powerloss import folder
from tests.text.test_mapping import Editor, tried

_FRAMES = (
    "Kommunerne skal inden udgangen af {0} have taget stilling til {1} og {2}.",
    "Regeringen og KL er enige om, at {1} skal styrkes i {0}.",
    "{2} {1} {2} {1}",
    "§ {0}. Stk. {0} om {1}: {2}.",
    "🙂 {1} e\u0301 {2} שלום {0}",
    "{1}",
)
_STATES, _FATES = ("placed", "check", "lost"), ("same", "edited", "torn", "gone")
_WORDS = ("styringen", "refusionen", "tilliden", "økonomien", "målene", "aftalen", "rammerne", "𝔄nden del")


def real() -> list[str]:
    """Return the shipped texts."""
    with folder() as home:
        return [
            edition.text for edition in Library(shipped("seeds"), home / "library.db").editions().values()
        ]


def generated(count: int = 12) -> list[str]:
    """Return texts of clauses that are hard to tell apart."""
    made = []
    for seed in range(count):
        chance = random.Random(seed)
        lines = []
        for number in range(chance.randint(25, 120)):
            frame = chance.choice(_FRAMES[: chance.randint(1, len(_FRAMES))])
            lines.append(frame.format(2014 + number % chance.randint(1, 40), *chance.choices(_WORDS, k=2)))
        made.append("\n".join(lines))
    return made


def run(texts: Sequence[str], count: int, first: int = 0) -> Counter[str]:
    """Map sixty passages in each of so many editions of these texts."""
    figures, wrong = tried(texts, range(first, first + count), 60)
    for each in wrong[:20]:
        print(f"seed {each}", file=sys.stderr)
    counted = {became: sum(figures[f"{became} {state}"] for state in _STATES) for became in _FATES}
    return Counter(
        {
            "editions": count,
            "passages": figures["all"],
            "wrong": len(wrong),
            "unaccounted": figures["all"] - sum(counted.values()),
            **{name: figures[name] for name in figures if name.startswith("unchanged")},
            "edited": counted["edited"],
            "proposed right": figures["proposed right"],
        }
    )


def kept(texts: Sequence[str], count: int, first: int = 0) -> Counter[str]:
    """Carry the highlights of a notebook over into so many new editions; all must be accounted for."""
    figures = Counter({"notebooks": 0, "highlights": 0, "placed": 0, "check": 0, "lost": 0, "wrong": 0})
    for seed in range(first, first + count):
        editor = Editor(texts, seed)
        editor.edit()
        old, (new, went) = edition_of(editor.old), editor.new()
        words = list(re.finditer(r"\w+", old.text))
        with folder() as home, Notebook.open(home / "notebook.db") as notebook:
            spans = {new_id(): editor.passage(words) for _ in range(40)}
            marked = [
                Highlight(key, "made", describe(old.text, *span, old.digest), "yellow", "", (), now(), now())
                for key, span in spans.items()
            ]
            notebook.apply([Change(None, one) for one in marked], texts=[text_of(old)])
            found = carry(notebook, edition_of(new))
            figures.update(notebooks=1, highlights=len(marked))
            figures.update(placed=len(found.placed), check=len(found.check), lost=len(found.lost))
            carried = {one.id: one for one in notebook.highlights()}
            for one, span in found.placed:
                own = {went[at] for at in range(*spans[one.id]) if at in went}
                wrong = (
                    not own.intersection(range(*span)) or new[slice(*span)] != carried[one.id].selector.quote
                )
                figures["wrong"] += wrong or carried[one.id].selector.quote != old.text[slice(*spans[one.id])]
            figures["unaccounted"] += len({*carried} ^ {*spans})
    figures["unaccounted"] += figures["highlights"] - sum(
        figures[name] for name in ("placed", "check", "lost")
    )
    return figures


def edition_of(text: str) -> Edition:
    """Return an edition of a text, line by line."""
    agreement = Agreement(
        "made", "M", "M", "2020", 2020, "agreement", "da", (), (Witness("w", "w", "lines"),)
    )
    return transmitted(agreement, agreement.witnesses[0], text)._replace(id="made")


def planted(texts: Sequence[str], count: int) -> Counter[str]:
    """Plant a fault: a passage is placed where its words stand, whatever stands around them."""

    def by_words_alone(self: Mapping, start: int, end: int) -> Outcome:
        at = self._new.find(self.old[start:end])
        return Outcome(PLACED, (at, at + end - start), 1.0) if at >= 0 else Outcome(LOST, None, 0.0)

    with patch.object(Mapping, "outcome", by_words_alone):
        return run(texts, count)


if __name__ == "__main__":
    print(dict(run(real(), int(sys.argv[1]))))
    print(dict(run(generated(), int(sys.argv[1]))))
    print(dict(kept(real(), int(sys.argv[1]))))
    print(dict(planted(generated(), int(sys.argv[1]))))
