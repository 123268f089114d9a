"""All harnesses in full: python tests/reliability/run.py [share [page]]. Half an hour on two cores.

`share` is a part of the full numbers, such as 0.1; `page` a file for the figures, as RELIABILITY.md has them.
Each harness is a process of its own, two at a time. Every figure that says lost, damaged, between, half done,
wrong or shown as good must be nothing; of the planted faults some of those must not be.
"""

import json
import os
import platform
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.reliability.parts import PARTS, Figures, Part, fulfilled

INTRODUCTION = """# What was tried on the notes, and what came of it

A program that keeps a person's notes should be killed, unplugged and starved before the person does it.
Each line is a harness in `tests/reliability/`; seeds are fixed, so what it does can be had again. *Lost* is
what was said to be saved and was not there; *damaged* is a notebook that its own check finds unsound, or
that does not open; *half done* and *between* are states that should never be seen. The faults at the end
were planted on purpose: a harness that does not see them proves nothing.
"""


def main(share: float, page: Path | None) -> int:
    """Run everything, two at a time, and write it down; 1 if something was lost or a fault was not seen."""
    told = []
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for part, figures in zip(PARTS, pool.map(lambda one: alone(one.name, share), PARTS), strict=True):
            told.append((part, figures, fulfilled(part, figures)))
            verdict = "" if told[-1][2] else "NOT AS PROMISED"
            print(time.strftime("%H:%M:%S"), part.name, said(figures), verdict, sep="  ", flush=True)
    if page is not None:
        page.write_text(written(told, share), encoding="utf-8")
    return int(not all(good for _, _, good in told))


def alone(name: str, share: float) -> dict[str, Any]:
    """Run a harness in a process of its own; what it says of seeds goes to the error output."""
    command = [sys.executable, str(Path(__file__).resolve()), "--part", name, str(share)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    sys.stderr.write(done.stderr)
    if done.returncode:
        return {"errors": 1}
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def written(told: list[tuple[Part, dict[str, Any], bool]], share: float) -> str:
    """Return the figures as the page that is published."""
    system = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {platform.system()}"
    return f"""{INTRODUCTION}
Run with {system}, at {share:g} of the full numbers:
`python tests/reliability/run.py {share:g} RELIABILITY.md`. The quick forms run with the tests.
What safety costs is measured by `tests/benchmarks/notebook.py` and `tests/benchmarks/window.py`.

| tried | figures | |
| --- | --- | --- |
{"".join(row(*each) for each in told if not each[0].planted)}
| planted fault | figures | |
| --- | --- | --- |
{"".join(row(*each) for each in told if each[0].planted)}"""


def row(part: Part, figures: Figures, good: bool) -> str:
    """Return a line of a table."""
    name = f"**{part.name}**: {part.tried}" if part.tried else part.name
    verdict = (
        ("seen" if good else "NOT SEEN") if part.planted else ("as promised" if good else "NOT AS PROMISED")
    )
    return f"| {name} | {said(figures)} | {verdict} |\n"


def said(figures: Figures) -> str:
    """Return figures in a line."""
    return ", ".join(f"{name} {number:,}" for name, number in figures.items())


if __name__ == "__main__":
    given = sys.argv[1:]
    if given[:1] == ["--part"]:
        chosen = next(part for part in PARTS if part.name == given[1])
        print(json.dumps(chosen.run(float(given[2]))))
    else:
        sys.exit(main(float(given[0]) if given else 1.0, Path(given[1]) if given[1:] else None))
