"""Editions of plain paragraphs and tables, and an index that is closed when the test is done."""

import hashlib

import pytest

from reader.search.index import SearchIndex
from reader.text.agreement import Block, Edition, Place, Section


def _edition(*leaves, name="a"):
    """Make an edition: each string a paragraph, each list of strings a table of one row."""
    text, blocks, place = "", [], Place("hand.txt", 1, 1)
    for number, leaf in enumerate(leaves):
        start = len(text) + bool(blocks)
        words = leaf if isinstance(leaf, str) else "\t".join(leaf)
        text += ("\n" if blocks else "") + words
        spans, at = [], start
        for cell in [] if isinstance(leaf, str) else leaf:
            spans.append((at, at + len(cell)))
            at += len(cell) + 1
        kind, cells = ("table", (tuple(spans),)) if spans else ("paragraph", ())
        blocks.append(Block(f"b{number}", kind, 0, start, len(text), "s", place, cells=cells))
    section = Section("s", "title", 1, "", 0, len(text), place, "")
    return Edition(name, hashlib.sha256(text.encode()).hexdigest(), text, tuple(blocks), (section,), ())


@pytest.fixture(scope="session")
def edition():
    return _edition


@pytest.fixture
def index(tmp_path):
    index = SearchIndex.open(tmp_path / "search.db")
    yield index
    index.close()


@pytest.fixture
def found(index):
    """Index some editions and say which words are found for a query."""

    def search(query, *editions, **how):
        library = {edition.id: edition for edition in editions}
        index.refresh(library)
        return [library[hit.agreement].text[hit.start : hit.end] for hit in index.search(query, **how)]

    return search
