"""Exchange files nobody sane wrote: good records come in, bad ones are listed, and nothing breaks."""

import json
import random
import sys
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.notebook import incoming
from reader.notebook.exchange import exported, merge
from reader.notebook.notebook import Notebook
from tests.notebook.test_exchange import spoilt
from tests.reliability.deeds import faults_of, states
from tests.reliability.powerloss import folder


def good_items(seed: int) -> list[Any]:
    """Return the annotations of a notebook that a person worked in."""
    with folder() as home, Notebook.open(home / "notebook.db") as notebook:
        list(states(notebook, seed, 12))
        items: list[Any] = json.loads(exported(notebook, author="Anna"))["first"]["items"]
        return items


def run(count: int, first: int = 0) -> Counter[str]:
    """Spoil one record of a file so often; every twentieth file is also taken in and taken back."""
    figures: Counter[str] = Counter()
    good = good_items(first)
    names = [one["id"][-16:] for one in good]
    with folder() as home, Notebook.open(home / "notebook.db") as notebook:
        for seed in range(first, first + count):
            chance = random.Random(seed)
            at = chance.randrange(len(good))
            bad = good[at]
            for _ in range(chance.randint(1, 4)):
                bad = spoilt(bad, chance) if isinstance(bad, dict) and bad else bad
            items = [*good[:at], bad, *good[at + 1 :]]
            found = incoming.read(json.dumps({"items": items}).encode(), "fil")
            came = {each.record.id for each in found.found}
            others = {name for place, name in enumerate(names) if place != at}
            figures["files"] += 1
            figures["listed"] += len(found.bad)
            figures["lost"] += len(others - came) or len(found.found) + len(found.bad) != len(items)
            if seed % 20 == 0:
                merge(notebook, found)
                notebook.undo()
        figures["damaged"] += bool(faults_of(notebook))
    return figures


if __name__ == "__main__":
    print(dict(run(int(sys.argv[1]))))
