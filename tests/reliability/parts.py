"""Everything that is tried on the notes: how often, with what, and which faults are planted."""

import random
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

Figures = Mapping[str, Any]

BAD = frozenset(
    (
        *("lost", "damaged", "between", "half done", "wrong", "shown as good", "unsound", "not as it was"),
        *(
            "not well afterwards",
            "not opened afterwards",
            "opened",
            "connections",
            "hung",
            "errors",
            "not shown",
        ),
        *("outside", "unfit", "not written", "broken", "silently older", "unaccounted"),
        *("letters split", "shown otherwise", "copied otherwise", "not found again", "selected otherwise"),
    )
)


class Part(NamedTuple):
    """A harness: what it is called, what is tried, how, and whether a fault is planted that it must see."""

    name: str
    tried: str
    run: Callable[[float], Figures]
    planted: bool = False


def many(count: int, share: float) -> int:
    """Return that share of a number, and at least one."""
    return max(1, int(count * share))


def killed(kind: str, by_clock: int, by_step: int, share: float) -> Figures:
    """Kill programs at random moments, and before every call that changes a file."""
    from tests.reliability import kills

    figures, _ = kills.run(kind, many(by_clock, share), many(by_step, share))
    return figures


def killed_with(fault: str, share: float) -> Figures:
    """Kill programs with a fault planted."""
    from tests.reliability import kills

    return kills.planted(fault, max(20, many(100, share)))


def cut_off(count: int, synchronous: str, journal: bool, first: int, share: float) -> Figures:
    """Let the power go."""
    from tests.reliability import powerloss

    return powerloss.run(max(60, many(count, share)), synchronous, with_journal=journal, first=first)


def failed(share: float) -> Figures:
    """Let the disk fail at random."""
    from tests.reliability import failing

    return _named(failing.run(many(1000, share)))


def failed_in_turn(share: float) -> Figures:
    """Let every call of each kind fail, one after the other, once and for good."""
    from tests.reliability import failing

    found = failing.one_by_one(stride=max(1, round(1 / share)))
    return _named(sum((Counter(figures) for _, figures in found), Counter({"lost": 0, "damaged": 0})))


def _named(figures: Counter[str]) -> Figures:
    figures["calls that failed"] = figures.pop("errors", 0)
    figures["opened meanwhile"] = figures.pop("opened", 0)
    return figures


def harmed(how: str, count: int, share: float) -> Figures:
    """Harm the notebook's file, or the journal beside it."""
    from tests.reliability import damage

    found = damage.harmed(getattr(damage, how), many(count, share), notebooks=1 if share < 0.1 else 4)
    if how in ("cut", "destroyed"):
        found["lost"] = found["records"] - found["salvaged"]
    return found


def unsealed(share: float) -> Figures:
    """Believe every row."""
    from tests.reliability import damage

    figures, chance = Counter({"flips": 0, "shown as good": 0}), random.Random(0)
    with damage.unsealed():
        for _ in range(max(60, many(1000, share))):
            try:
                figures.update(damage.flipped(damage.written(0), chance))
            except (ValueError, TypeError):
                # What is believed without its seal may be no record at all.
                figures.update({"flips": 1, "believed and broke": 1})
    return figures


def signs(share: float) -> Figures:
    """Follow passages of texts with every kind of sign through what keeps them."""
    from tests.reliability import texts

    return texts.run(many(10_000, share))


def selected(share: float) -> Figures:
    """Select in the page as a person does."""
    from tests.reliability import selecting

    return selecting.run(many(10_000, share))


def in_units(share: float) -> Figures:
    """Take Qt's units for code points."""
    from tests.reliability import texts

    return texts.run(max(10, many(100, share)), texts.in_units)


def selected_in_units(share: float) -> Figures:
    """Take the positions of the page for code points."""
    from tests.reliability import selecting

    return selecting.planted(max(100, many(200, share)))


def mapped(texts: str, count: int, share: float) -> Figures:
    """Carry passages over into new editions."""
    from tests.reliability import editions

    return editions.run(getattr(editions, texts)(), many(count, share))


def carried(share: float) -> Figures:
    """Carry highlights over in a notebook."""
    from tests.reliability import editions

    figures = editions.kept(editions.real(), many(50, share))
    # Here it is no loss: what is not found is kept, and shown as not found.
    figures["not found"] = figures.pop("lost")
    return figures


def placed_by_words(share: float) -> Figures:
    """Place a passage where its words stand, whatever stands around them."""
    from tests.reliability import editions

    return editions.planted(editions.generated(), max(10, many(50, share)))


def undone(first: int, share: float) -> Figures:
    """Take everything back and do it again."""
    from tests.reliability import histories

    return histories.run(many(1000, share), first)


def spoilt(share: float) -> Figures:
    """Read files of annotations that nobody sane wrote."""
    from tests.reliability import mutations

    return mutations.run(many(10_000, share))


def shown(share: float) -> Figures:
    """Show hostile texts while the system is asked what is opened."""
    from tests.reliability import hostile

    # In short: as few as leave no place of the window empty, and some of the lures.
    short = share < 0.1
    return hostile.run(3 if short else max(12, many(60, share)), every_nth=12 if short else 1)


def named(share: float) -> Figures:
    """Write files of hostile titles."""
    from tests.reliability import titles

    return titles.run(many(200, share))


def planted_in(module: str, _: float) -> Figures:
    """Plant the faults of a harness that names its own: 1 for each that was seen."""
    from importlib import import_module

    found = import_module(f"tests.reliability.{module}").planted()
    return {name: int(is_bad(figures)) for name, figures in found.items()}


PARTS = (
    Part(
        "killed at work",
        "kill -9 while annotating, editing, deleting, undoing, merging",
        partial(killed, "at work", 1000, 300),
    ),
    Part("killed while migrating", "the old notebook or the new", partial(killed, "migrating", 200, 60)),
    Part("killed while restoring", "the old notebook or the copy", partial(killed, "restoring", 200, 60)),
    Part("killed while exporting", "the old file or the new", partial(killed, "exporting", 200, 60)),
    Part("killed while copying", "a copy that is whole or none", partial(killed, "copying", 100, 60)),
    Part(
        "killed while deleting for good", "all of it or nothing", partial(killed, "emptying the bin", 100, 60)
    ),
    Part(
        "power loss, one half",
        "states a disk may be in when the power went",
        partial(cut_off, 10_000, "EXTRA", True, 0),
    ),
    Part(
        "power loss, other half",
        "the same, of other sessions",
        partial(cut_off, 10_000, "EXTRA", True, 100_000),
    ),
    Part(
        "power loss without the journal",
        "the notebook's file alone",
        partial(cut_off, 5000, "EXTRA", False, 200_000),
    ),
    Part("failing disk", "full or broken from a random call on", failed),
    Part(
        "calls that fail in turn",
        "each write, flush, open, cut and removal, once and for good",
        failed_in_turn,
    ),
    Part("flipped bits", "nothing damaged is shown as good", partial(harmed, "flipped", 2000)),
    Part("flipped bits in journals", "nothing is lost by them", partial(harmed, "journal_flipped", 200)),
    Part("destroyed pages", "one to three, salvaged with the journal", partial(harmed, "destroyed", 200)),
    Part(
        "destroyed pages, no journal",
        "the same, salvaged without journal and copies",
        partial(harmed, "destroyed_alone", 200),
    ),
    Part("cut or zeroed files", "salvaged with the journal", partial(harmed, "cut", 200)),
    Part("signs", "quote, place, exchange and a new edition agree for any text", signs),
    Part("selected in the page", "what is chosen in the window is what is kept", selected),
    Part("new editions of the agreements", "sixty passages in each", partial(mapped, "real", 1000)),
    Part("new editions of generated texts", "the same", partial(mapped, "generated", 500)),
    Part("carried over in a notebook", "in place, to check and lost are all", carried),
    Part(
        "undo and redo, one half", "sequences with restarts, to the first state and back", partial(undone, 0)
    ),
    Part("undo and redo, other half", "the same", partial(undone, 100_000)),
    Part("malformed exchange", "good records come in, bad ones are listed", spoilt),
    Part("hostile texts", "shown everywhere in the window, under a trace of the system", shown),
    Part("hostile titles", "written as files", named),
    Part("said before it was saved", "", partial(killed_with, "said too early"), planted=True),
    Part("divided groups", "", partial(killed_with, "divided groups"), planted=True),
    Part("a restore that leaves a journal", "", partial(killed_with, "left the journal"), planted=True),
    Part("an export in place", "", partial(killed_with, "wrote in place"), planted=True),
    Part("synchronous=FULL", "", partial(cut_off, 1000, "FULL", False, 0), planted=True),
    Part("synchronous=OFF", "", partial(cut_off, 1000, "OFF", False, 0), planted=True),
    Part("seals not looked at", "", unsealed, planted=True),
    Part("passages placed by words alone", "", placed_by_words, planted=True),
    Part("UTF-16 units for code points", "", in_units, planted=True),
    Part("the page's positions for code points", "", selected_in_units, planted=True),
    Part("local images shown", "", partial(planted_in, "hostile"), planted=True),
    Part("titles taken for names, text not escaped", "", partial(planted_in, "titles"), planted=True),
)


def fulfilled(part: Part, figures: Figures) -> bool:
    """Say whether a harness found nothing, or saw what was planted for it."""
    if part.planted and getattr(part.run, "func", None) is planted_in:
        return bool(figures) and all(figures.values())
    if not part.planted:
        return not is_bad(figures)
    # A harness that broke saw nothing.
    return is_bad(figures) and not figures.get("errors")


def is_bad(figures: Figures) -> bool:
    """Say whether figures tell of anything lost, damaged or wrong."""
    too_few = figures.get("salvaged", 0) < 0.99 * figures.get("records", 0)
    return too_few or any(figures.get(word) for word in BAD)
