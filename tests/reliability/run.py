"""All harnesses in full: python tests/reliability/run.py [part]. Takes about half an hour on two cores.

`part` is a share of the full numbers, such as 0.1. Every figure that says lost, damaged, between, half done,
wrong or shown as good must be nothing; those of the planted faults must not be.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from tests.reliability import damage, editions, failing, histories, mutations, powerloss, texts

BAD = ("lost", "damaged", "between", "half done", "wrong", "shown as good", "unsound", "not as it was")


def killed(*numbers: int) -> Iterator[tuple[str, Mapping[str, int]]]:
    """Run the killing in a process of its own, which forks."""
    command = [sys.executable, str(HERE / "kills.py"), *map(str, numbers)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    sys.stderr.write(done.stderr)
    for name, figures in json.loads(done.stdout).items():
        yield f"killed: {name}", figures


def harnesses(share: float) -> Iterator[tuple[str, Mapping[str, int]]]:
    """Yield the figures of each harness, with its name."""

    def many(number: int) -> int:
        return max(1, int(number * share))

    yield from killed(many(1000), many(200))
    yield "power loss", powerloss.run(many(20_000))
    yield "power loss, journal taken away", powerloss.run(many(5_000), with_journal=False)
    yield "failing disk", failing.run(many(1000))
    for name, figures in damage.run(many(2000), many(200), many(200)).items():
        yield f"damage: {name}", figures
    yield "signs", texts.run(many(10_000))
    yield "new editions", editions.run(many(1000))
    yield "undo and redo", histories.run(many(2000))
    yield "malformed exchange", mutations.run(many(10_000))


def planted(share: float) -> Iterator[tuple[str, Mapping[str, int]]]:
    """Yield the figures of each planted fault."""
    few = max(10, int(100 * share))
    yield from killed(few)
    yield "planted: FULL without holding the file", powerloss.run(few, "FULL", with_journal=False)
    yield "planted: synchronous=OFF", powerloss.run(few, "OFF", with_journal=False)
    with damage.unsealed():
        yield "planted: seals not looked at", damage.run(10 * few, 0, 0)["flips"]
    yield "planted: UTF-16 units", texts.run(few, texts.in_units)


def main(share: float) -> int:
    """Print everything; 1 if something was lost, or a planted fault was not seen."""
    wrong = 0
    for name, figures in harnesses(share):
        verdict = "" if not any(figures.get(word) for word in BAD) else "  NOT AS PROMISED"
        wrong += bool(verdict)
        print(f"{time.strftime('%H:%M:%S')}  {name}: {_said(figures)}{verdict}", flush=True)
    for name, figures in planted(share):
        verdict = "seen" if any(figures.get(word) for word in BAD) else "NOT SEEN"
        wrong += verdict != "seen"
        print(f"{time.strftime('%H:%M:%S')}  {name}: {verdict}, {_said(figures)}", flush=True)
    return 1 if wrong else 0


def _said(figures: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {number}" for name, number in figures.items())


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0))
