"""Texts with every sign that counts differently somewhere: what is selected, kept and found must agree."""

import random
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.intake.source import canonical
from reader.notebook import incoming
from reader.notebook.records import Highlight
from reader.notebook.schema import CATEGORIES
from reader.text.mapping import PLACED, Mapping
from reader.text.selector import describe, find, place
from tests.reliability.deeds import as_file

SIGNS = (
    *("a", "å", "Æ", " ", ".", "ord ", "kommunerne "),
    *("🙂", "𝔄", "👩‍👩‍👧", "🇩🇰", "e\u0301", "a\u030a", "\u0338", "\u200d", "\u00ad", "\u00a0"),
    *("שלום", "\u202e", "\u2066", "العربية", "\u200f"),
    *("\r\n", "\r", "\n", "\u2028", "\u2029", "\u0085", "\f", "\v", "\t", "\0", "\ufeff", "\ufdd0"),
)
Describe = Callable[..., object]


def generated(chance: random.Random) -> str:
    """Return a text as it might be transmitted."""
    return "".join(chance.choices(SIGNS, k=chance.randint(1, 60)))


def in_units(text: str, start: int, end: int, digest: str) -> object:
    """Plant a fault: take UTF-16 units for code points, as Qt counts them."""
    before = len(text[:start].encode("utf-16-le")) // 2
    length = len(text[start:end].encode("utf-16-le")) // 2
    return describe(text, min(before, len(text) - 1), min(before + length, len(text)), digest)


def tried(seed: int, describe_as: Describe = describe) -> Counter[str]:
    """Make a text, select something in it, and follow that through everything that keeps it."""
    chance = random.Random(seed)
    text = canonical(generated(chance).encode("utf-8", "replace"))
    if not text:
        return Counter(texts=1, wrong=0)
    start = chance.randrange(len(text))
    end = chance.randint(start + 1, len(text))
    selector = describe_as(text, start, end, "d")
    wrong = getattr(selector, "quote", None) != text[start:end]
    wrong = wrong or place(selector, text, "d") != (start, end) or find(selector, text) != (start, end)  # type: ignore[arg-type]
    return Counter(
        texts=1, wrong=wrong or _exchanged_otherwise(selector) or _mapped_otherwise(text, start, end)
    )


def _exchanged_otherwise(selector: object) -> bool:
    time = "2026-01-01T00:00:00.000+00:00"
    made = Highlight("0" * 16, "a", selector, "yellow", "", (), time, time)  # type: ignore[arg-type]
    found = incoming.read(as_file([made], CATEGORIES, "", time), "fil").found
    return [each.record for each in found] != [made]


def _mapped_otherwise(text: str, start: int, end: int) -> bool:
    outcome = Mapping(text, text).outcome(start, end)
    return outcome.state != PLACED or outcome.span != (start, end)


def run(count: int, describe_as: Describe = describe, first: int = 0) -> Counter[str]:
    """Try so many texts."""
    figures: Counter[str] = Counter()
    for seed in range(first, first + count):
        found = tried(seed, describe_as)
        if found["wrong"] and describe_as is describe:
            print(f"seed {seed}", file=sys.stderr)
        figures.update(found)
    return figures


if __name__ == "__main__":
    print(dict(run(int(sys.argv[1]))))
