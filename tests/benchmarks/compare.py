"""How long comparing takes, beside git and wdiff: python tests/benchmarks/compare.py [rounds]

Processor time in milliseconds, medians, the three taken in turn: git and wdiff with their own start and the
reading of two files (a principle shows what that costs), ours warm and within one process. `silence` is the
longest time in which who waits hears nothing. Peak memory is what a process of its own needs beyond the two
texts and the program. What is not installed is left out.
"""

import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.compare.collation import collate
from reader.intake.library import Library
from reader.paths import shipped

SIZES = (100_000, 1_000_000, 2_000_000)
BOUNDS = {"principle": 5, "100 KB": 60, "1000 KB": 700}


def library() -> Library:
    return Library(shipped("seeds"), Path(tempfile.gettempdir()) / "randnote-benchmark" / "library.db")


def varied(text: str, dice: random.Random, words: list[str], share: float) -> str:
    """Return the text with a share of its words replaced by others of the agreements."""
    return re.sub(r"\w+", lambda word: dice.choice(words) if dice.random() < share else word[0], text)


def long_text(size: int, texts: list[str], words: list[str]) -> str:
    """Return the agreements again and again, every twentieth word another each time."""
    dice, parts = random.Random(size), [""]
    while sum(map(len, parts)) < size:
        parts.append(varied(dice.choice(texts), dice, words, 0.05))
    return "\n".join(parts)[:size]


def edited(text: str, words: list[str], share: float) -> str:
    """Return the text as a year later: some words other, some paragraphs gone, new, or elsewhere."""
    dice = random.Random(1)
    paragraphs = varied(text, dice, words, share).split("\n")
    for _ in range(len(paragraphs) // 40):
        paragraph = paragraphs.pop(dice.randrange(len(paragraphs)))
        kind = dice.choice(("gone", "new", "moved"))
        if kind != "gone":
            at = dice.randrange(len(paragraphs))
            paragraphs.insert(at, varied(paragraph, dice, words, 0.5 if kind == "new" else 0))
    return "\n".join(paragraphs)


def pairs() -> dict[str, tuple[str, str]]:
    """Return what is compared: a real principle, and long texts of which one word in fifty was changed."""
    editions = library().editions()
    one, other = editions["aftale-2014"], editions["principper-2015"]
    ours, theirs = one.principle(3), other.principle(3)
    assert ours is not None
    assert theirs is not None
    texts = [one.text, editions["aftale-2009"].text]
    words = re.findall(r"\w+", " ".join(texts))
    made = {"principle": (one.text[ours.start : ours.end], other.text[theirs.start : theirs.end])}
    for size in SIZES:
        text = long_text(size, texts, words)
        made[f"{size // 1000} KB"] = text, edited(text, words, 0.02)
    return made


def ours_takes(left: str, right: str) -> float:
    begun = time.process_time()
    collate(left, right)
    return (time.process_time() - begun) * 1000


def it_takes(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def others(left: Path, right: Path) -> dict[str, list[str]]:
    """Return the commands that compare two files word by word, as far as they are installed."""
    known = {
        "git": ["git", "diff", "--no-index", "--word-diff", str(left), str(right)],
        "wdiff": ["wdiff", str(left), str(right)],
    }
    return {name: command for name, command in known.items() if shutil.which(name)}


def timed(files: tuple[Path, Path], left: str, right: str, rounds: int) -> dict[str, float]:
    """Return the medians of ours and the others, taken in turn."""
    commands = others(*files)
    figures: dict[str, list[float]] = {"ours": [], **{name: [] for name in commands}}
    collate(left, right)
    for _ in range(rounds):
        figures["ours"].append(ours_takes(left, right))
        for name, command in commands.items():
            figures[name].append(it_takes(command))
    return {name: statistics.median(taken) for name, taken in figures.items()}


def longest_silence(left: str, right: str) -> float:
    """Return the longest time between two calls of who waits, in milliseconds."""
    heard = [time.process_time()]
    collate(left, right, on=lambda _: heard.append(time.process_time()) or True)
    return max(after - before for before, after in pairwise(heard)) * 1000


def memory(files: tuple[Path, Path]) -> float:
    """Return the megabytes that comparing two files needs at most, in a process of its own."""
    command = [sys.executable, __file__, "memory", *map(str, files)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def tell_memory(left: Path, right: Path) -> None:
    texts = left.read_text(encoding="utf-8"), right.read_text(encoding="utf-8")
    collate("et to tre fire", "et to fem fire")
    before = most_memory()
    collate(*texts)
    print(most_memory() - before)


def most_memory() -> float:
    """Return the most megabytes this process ever had; Linux only, since others count the parent's too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024


def tell(name: str, left: str, right: str, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder, "left.txt"), Path(folder, "right.txt")
        for file, text in zip(files, (left, right), strict=True):
            file.write_text(text, encoding="utf-8")
        figures = timed(files, left, right, rounds)
        shown = [f"{figures['ours']:9.1f}", f"{BOUNDS.get(name, ''):>7}"]
        shown += [f"{figures[other]:9.1f}" if other in figures else f"{'-':>9}" for other in ("git", "wdiff")]
        silence = statistics.median(longest_silence(left, right) for _ in range(3))
        print(f"{name:12}" + "".join(shown) + f"{silence:9.1f}{memory(files):6.0f} MB", flush=True)


def main(rounds: int) -> None:
    print(f"{'':12}{'ours':>9}{'bound':>7}{'git':>9}{'wdiff':>9}{'silence':>9}{'memory':>9}")
    for name, (left, right) in pairs().items():
        tell(name, left, right, rounds)


if __name__ == "__main__":
    if sys.argv[1:2] == ["memory"]:
        tell_memory(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
