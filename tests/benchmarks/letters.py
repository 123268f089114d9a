"""How many letters a machine without Danish gets wrong, and how many still: tests/benchmarks/letters.py

First the machine-read witness beside the transcript, which it was not shown; then agreements misread on
purpose, put right by the others, with every right word that was changed (there should be none); then how the
time grows with the text: a long text has few words that a short one has not, so seconds per MB should fall.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.intake.catalogue import read_catalogue
from reader.intake.restored import restored
from reader.intake.shelf import establish_all
from reader.intake.source import canonical, raw_witness
from reader.intake.usage import Usage
from reader.paths import shipped
from tests.intake.noise import MACHINES, answers, distance, error_rate, noised, outcomes

AGREEMENTS = read_catalogue(shipped("seeds"))
TEXTS = {w.file: canonical(raw_witness(shipped("seeds") / w.file)) for a in AGREEMENTS for w in a.witnesses}
MADE = establish_all(AGREEMENTS, TEXTS)


def others(name: str) -> Usage:
    """Return how all agreements but this one use words."""
    return Usage([MADE[a.id].edition.text for a in AGREEMENTS if a.id != name])


def witness() -> None:
    """Say how the machine-read witness fares; without other agreements it stays as it was read."""
    alone = [agreement for agreement in AGREEMENTS if agreement.id == "principper-2015"]
    before = establish_all(alone, TEXTS)["principper-2015@ocr"].edition.text
    after = MADE["principper-2015@ocr"].edition.text
    truth = MADE["principper-2015@transcript"].edition.text
    print(f"principper-2015@ocr: {error_rate(before, truth):.2%} -> {error_rate(after, truth):.2%}")
    wrong = [(one, two) for one, two in answers(after, truth) if one and one != two]
    print("wrong still:", ", ".join(f"{' '.join(one)} ({' '.join(two)})" for one, two in wrong))


def misread(name: str, machine: str) -> None:
    """Say how an agreement misread on purpose fares."""
    read = noised(TEXTS[next(a for a in AGREEMENTS if a.id == name).witnesses[0].file], machine)
    usage = others(name)
    found = restored(read.text, (), usage)
    words = list(outcomes(read, found))
    before = sum(distance(was, true) for was, _, true in words) / len(read.truth)
    after = sum(distance(now, true) for _, now, true in words) / len(read.truth)
    spoiled = sorted({f"{was} ({now})" for was, now, true in words if was == true != now})
    print(f"{name} {machine:20} {before:.2%} -> {after:.2%}; right words changed:", *spoiled or ("none",))


def growth() -> None:
    """Say how long a text of 0.1, 1 and 5 MB takes: both agreements again and again, misread anew."""
    truth = TEXTS["004_41e0d145cf5b670f.txt"] + TEXTS["002_041b65465cafdd4e.txt"]
    usage = others("")
    for size in (100_000, 1_000_000, 5_000_000):
        times = -(-size // len(truth))
        long = "".join(noised(truth, "as the witness", seed).text for seed in range(times))[:size]
        begun = time.perf_counter()
        restored(long, (), usage)
        taken = time.perf_counter() - begun
        print(f"{size / 1e6:4.1f} MB {taken:6.2f} s {taken / size * 1e6:6.2f} s per MB")


witness()
for name in ("aftale-2009", "aftale-2014"):
    for machine in MACHINES:
        misread(name, machine)
growth()
