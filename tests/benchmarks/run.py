"""All benchmarks, as ratios in one run: python tests/benchmarks/run.py [rounds]

Start and memory beside the floor (a bare window with an empty QTextBrowser), in turn: medians of the ratios
of neighbours, wall time. Following, highlighting and opening in one process, off screen: medians of wall time
until all is painted.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))


Figures = list[tuple[float, float, float]]
"""For each round seconds until painted, processor seconds and peak memory in MB."""


def child(script: str, home: str) -> tuple[float, float, float]:
    """Run a script; return seconds until painted, processor seconds and peak memory in MB."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "RANDNOTE_HOME": home}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = time.time()
    done = subprocess.run(
        [sys.executable, str(HERE / script)], env=environment, capture_output=True, text=True, check=True
    )
    ended, processor, memory = done.stdout.split()[:3]
    return float(ended) - begun, float(processor), float(memory) / 1024


def starts(rounds: int, home: str) -> tuple[Figures, Figures]:
    """Return the floor's and the program's figures, taken in turn."""
    child("floor.py", home), child("started.py", home)
    pairs = [(child("floor.py", home), child("started.py", home)) for _ in range(rounds)]
    return [floor for floor, _ in pairs], [ours for _, ours in pairs]


def median(figures: Figures, which: int) -> float:
    return statistics.median(figure[which] for figure in figures)


def ratio(ours: Figures, theirs: Figures, which: int) -> float:
    """Return the median of the ratios of neighbours: what slows the machine for a while slows both."""
    return statistics.median(a[which] / b[which] for a, b in zip(ours, theirs, strict=True))


def say(what: str, figure: float, unit: str, bound: float) -> None:
    verdict = "within" if figure <= bound else "OVER"
    print(f"{what:58} {figure:8.2f} {unit:6} {verdict} {bound:g}")


def start_figures(rounds: int) -> None:
    from within import filled

    with tempfile.TemporaryDirectory() as home:
        floor, ours = starts(rounds, home)
        print(f"floor: {median(floor, 0) * 1000:.0f} ms, {median(floor, 2):.0f} MB; {rounds} rounds")
        say("start to both agreements painted", ratio(ours, floor, 0), "x floor", 1.6)
        say("  in processor time", ratio(ours, floor, 1), "x floor", 1.6)
        say("peak memory", ratio(ours, floor, 2), "x floor", 1.6)
    with tempfile.TemporaryDirectory() as home:
        filled(Path(home), 200)
        floor, ours = starts(rounds, home)
        say("start to 200 highlights painted", ratio(ours, floor, 0), "x floor", 2.0)
    many_figures(rounds)


def many_figures(rounds: int) -> None:
    """Open the same two agreements from nothing, with 10,000 highlights and with none, in turn."""
    from within import filled

    with tempfile.TemporaryDirectory() as none, tempfile.TemporaryDirectory() as many:
        filled(Path(none), 0)
        filled(Path(many), 10_000)
        pairs = [(child("started.py", none), child("started.py", many)) for _ in range(rounds)]
        slower = ratio([m for _, m in pairs], [n for n, _ in pairs], 0)
        say("opening with 10,000 highlights, from nothing", slower, "x none", 1.3)


def within_figures() -> None:
    from within import adding, choosing, opening, recording

    say("choosing a principle, two panes", choosing(2) * 1000, "ms", 50)
    say("choosing a principle, four panes", choosing(4) * 1000, "ms", 50)
    say("one more highlight among 1,000, without its commit", adding(1000) * 1000, "ms", 30)
    say("what is on record of the longest text", recording() * 1000, "ms", 100)
    bare, laden = opening(0), opening(10_000)
    print(f"another agreement in a pane: {bare * 1000:.0f} ms, with 10,000 highlights {laden * 1000:.0f} ms")


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    start_figures(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
    within_figures()
