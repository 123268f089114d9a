"""All harnesses in full: python tests/reliability/run.py [part [page]]. Takes half an hour on two cores.

`part` is a share of the full numbers, such as 0.1; `page` a file for the figures, as RELIABILITY.md has them.
Every figure that says lost, damaged, between, half done, wrong or shown as good must be nothing; those of the
planted faults must not be.
"""

import json
import platform
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from tests.reliability import damage, editions, failing, histories, mutations, powerloss, texts

INTRODUCTION = """# What was tried on the notes, and what came of it

A program that keeps a person's notes should be killed, unplugged and starved before the person does it.
Each line is a harness in `tests/reliability/`; seeds are fixed, so every figure can be had again. *Lost* is
what was said to be saved and was not there; *damaged* is a notebook that its own check finds unsound, or
that does not open; *half done* and *between* are states that should never be seen. Faults that were planted
on purpose must be seen by their harness.
"""

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
    yield "planted: FULL without holding the file", powerloss.run(10 * few, "FULL", with_journal=False)
    yield "planted: synchronous=OFF", powerloss.run(10 * few, "OFF", with_journal=False)
    with damage.unsealed():
        yield "planted: seals not looked at", damage.run(10 * few, 0, 0)["flips"]
    yield "planted: UTF-16 units", texts.run(few, texts.in_units)


def main(share: float, page: Path | None) -> int:
    """Print everything, and write it down; 1 if something was lost, or a planted fault was not seen."""
    told: list[tuple[str, str, str]] = []
    for name, figures in harnesses(share):
        told.append((name, _said(figures), "NOT AS PROMISED" if _is_bad(figures) else "as promised"))
        print(time.strftime("%H:%M:%S"), *told[-1], sep="  ", flush=True)
    for name, figures in planted(share):
        told.append((name, _said(figures), "seen" if _is_bad(figures) else "NOT SEEN"))
        print(time.strftime("%H:%M:%S"), *told[-1], sep="  ", flush=True)
    if page is not None:
        page.write_text(written(told, share), encoding="utf-8")
    return int(any(verdict.startswith("NOT") for *_, verdict in told))


def written(told: Sequence[tuple[str, str, str]], share: float) -> str:
    """Return the figures as the page that is published."""
    rows = "\n".join(f"| {name} | {figures} | {verdict} |" for name, figures, verdict in told)
    system = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {platform.system()}"
    return f"""{INTRODUCTION}
Run with {system}, at {share:g} of the full numbers:
`python tests/reliability/run.py {share:g} RELIABILITY.md`. What safety costs is measured by
`python tests/benchmarks/notebook.py`.

| tried | figures | |
| --- | --- | --- |
{rows}
"""


def _is_bad(figures: Mapping[str, int]) -> bool:
    too_few = figures.get("salvaged", 0) < 0.99 * figures.get("records", 0)
    return too_few or any(figures.get(word) for word in BAD)


def _said(figures: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {number:,}" for name, number in figures.items())


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(main(float(given[0]) if given else 1.0, Path(given[1]) if given[1:] else None))
