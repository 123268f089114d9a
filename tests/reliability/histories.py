"""Whatever a person did over many starts: taking all back gives the first state, redoing it the last."""

import random
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.notebook.notebook import Notebook
from tests.reliability.deeds import Person, faults_of, state
from tests.reliability.powerloss import folder


def living(notebook: Notebook) -> str:
    """Return what lives, as a text: the bin is no part of what an undo gives back."""
    return repr([notebook.categories(), notebook.highlights(), notebook.notes()])


def tried(seed: int) -> Counter[str]:
    """Do so much, over a few starts; take all of it back, start again, and do all of it again."""
    chance, person = random.Random(seed), Person(seed)
    with folder() as home:
        place = home / "notebook.db"
        with Notebook.open(place) as notebook:
            first = living(notebook)
        for _ in range(chance.randint(1, 4)):
            with Notebook.open(place) as notebook:
                for _ in range(chance.randint(0, 6)):
                    person.act(notebook)
        with Notebook.open(place) as notebook:
            list(iter(notebook.redo, None))
            last, whole = living(notebook), state(notebook)
            undone = len(list(iter(notebook.undo, None)))
        with Notebook.open(place) as notebook:
            wrong = living(notebook) != first
            redone = len(list(iter(notebook.redo, None)))
            wrong = wrong or redone != undone or living(notebook) != last
            unsound = bool(faults_of(notebook)) or not whole
    return Counter(sequences=1, steps=undone, wrong=wrong, damaged=unsound)


def run(count: int, first: int = 0) -> Counter[str]:
    """Try so many sequences."""
    figures: Counter[str] = Counter()
    for seed in range(first, first + count):
        found = tried(seed)
        if found["wrong"] or found["damaged"]:
            print(f"seed {seed}", file=sys.stderr)
        figures.update(found)
    return figures


if __name__ == "__main__":
    print(dict(run(int(sys.argv[1]))))
