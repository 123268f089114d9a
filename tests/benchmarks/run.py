"""All benchmarks, as ratios in one run: python tests/benchmarks/run.py [rounds]

Start and memory beside the floor (a bare window with an empty QTextBrowser), in turn, medians of wall time.
Following, highlighting and opening in one process, off screen, medians of wall time until all is painted.
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


def starts(
    rounds: int, home: str
) -> tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]:
    """Return the floor's and the program's figures, taken in turn."""
    child("floor.py", home), child("started.py", home)
    pairs = [(child("floor.py", home), child("started.py", home)) for _ in range(rounds)]
    return [floor for floor, _ in pairs], [ours for _, ours in pairs]


def median(figures: list[tuple[float, float, float]], which: int) -> float:
    return statistics.median(figure[which] for figure in figures)


def say(what: str, figure: float, unit: str, bound: float) -> None:
    verdict = "within" if figure <= bound else "OVER"
    print(f"{what:58} {figure:8.2f} {unit:6} {verdict} {bound:g}")


def start_figures(rounds: int) -> None:
    from within import filled

    with tempfile.TemporaryDirectory() as home:
        floor, ours = starts(rounds, home)
        print(f"floor: {median(floor, 0) * 1000:.0f} ms, {median(floor, 2):.0f} MB; {rounds} rounds")
        say("start to both agreements painted", median(ours, 0) / median(floor, 0), "x floor", 1.6)
        say("  in processor time", median(ours, 1) / median(floor, 1), "x floor", 1.6)
        say("peak memory", median(ours, 2) / median(floor, 2), "x floor", 1.6)
    with tempfile.TemporaryDirectory() as home:
        filled(Path(home), 200)
        floor, ours = starts(rounds, home)
        say("start to 200 highlights painted", median(ours, 0) / median(floor, 0), "x floor", 2.0)


def within_figures() -> None:
    from within import adding, choosing, opening

    say("choosing a principle, two panes", choosing(2) * 1000, "ms", 50)
    say("choosing a principle, four panes", choosing(4) * 1000, "ms", 50)
    say("one more highlight among 1,000, without its commit", adding(1000) * 1000, "ms", 30)
    say("opening with 10,000 highlights beside none", opening(10_000), "x", 1.3)


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    start_figures(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
    within_figures()
