"""New editions made by chance from the shipped texts, with what became of every letter known."""

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.intake.library import Library
from reader.paths import shipped
from tests.reliability.powerloss import folder
from tests.text.test_mapping import tried


def run(count: int, first: int = 0) -> Counter[str]:
    """Map sixty passages in each of so many editions."""
    with folder() as home:
        texts = [
            edition.text for edition in Library(shipped("seeds"), home / "library.db").editions().values()
        ]
    figures, wrong = tried(texts, range(first, first + count), 60)
    for each in wrong[:20]:
        print(each, file=sys.stderr)
    figures["wrong"] = len(wrong)
    return figures


if __name__ == "__main__":
    print(dict(run(int(sys.argv[1]))))
