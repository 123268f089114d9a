"""What following principles costs: threads through the shipped agreements, and through more and more of them.

`python tests/benchmarks/threads.py [rounds]` prints milliseconds, the best of the rounds, and ratios.
"""

import random
import sys
import tempfile
from itertools import combinations
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from reader.compare.concordance import threads
from reader.compare.mentions import Shelf, mentions
from reader.compare.rows import concordance
from reader.compare.sections import section_pairs
from reader.intake.library import Library
from reader.paths import shipped


def best(rounds, wish):
    times = []
    for _ in range(rounds):
        start = perf_counter()
        wish()
        times.append(perf_counter() - start)
    return min(times) * 1000


def years(edition, count):
    """Return an edition again and again, each time with its principles in another order and renumbered."""
    chance = random.Random(0)
    for year in range(count):
        turned = chance.sample(edition.principles, len(edition.principles))
        yield edition._replace(
            id=f"{2000 + year}", principles=tuple(p._replace(number=at) for at, p in enumerate(turned, 1))
        )


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as folder:
        library = Library(shipped("seeds"), Path(folder) / "library.db")
        editions = library.editions()
    having = [edition for edition in editions.values() if edition.principles]
    print(f"threads through the shipped agreements  {best(rounds, lambda: threads(having)):6.1f} ms")
    print(f"concordance of two with what lives on   {best(rounds, lambda: concordance(*having)):6.1f} ms")
    before = 0.0
    for count in (5, 10, 20, 40):
        many = list(years(having[0], count))
        took = best(rounds, lambda many=many: threads(many))
        ratio = f"  {took / before:.2f} times as long" if before else ""
        print(f"threads through {count:2} agreements           {took:6.1f} ms{ratio}")
        before = took
    for one, other in combinations(editions.values(), 2):
        took = best(rounds, lambda one=one, other=other: section_pairs(one, other))
        print(f"sections {one.id} and {other.id}: {took:.1f} ms")
    shelf = Shelf(library.agreements, editions)
    for name, edition in editions.items():
        took = best(rounds, lambda name=name: mentions(name, shelf))
        print(f"mentions in {name} ({len(edition.text) // 1000} KB): {took:.1f} ms")


if __name__ == "__main__":
    main()
