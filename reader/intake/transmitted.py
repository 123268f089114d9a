"""A witness as it was transmitted, line by line: what a reader holds the edition against."""

import hashlib

from reader.text.agreement import Agreement, Block, Edition, Place, Section, Witness


def transmitted(agreement: Agreement, witness: Witness, text: str) -> Edition:
    """Return a witness's text as it is: every line a block, no code point changed, no section in it."""
    blocks = []
    at = 0
    for number, line in enumerate(text.split("\n"), start=1):
        place = Place(witness.file, number, number)
        blocks.append(Block(f"b{number - 1}", "line", 0, at, at + len(line), "s0", place))
        at += len(line) + 1
    whole = Place(witness.file, 1, len(blocks))
    root = Section("s0", "title", 1, agreement.title, 0, len(text), whole, "")
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Edition(f"{agreement.id}@{witness.id}", digest, text, tuple(blocks), (root,), ())
