"""The shipped agreements, and agreements made up of titled parts and principles."""

from collections.abc import Callable

import pytest

from reader.text.agreement import Block, Edition, Place, Principle, Section
from tests.compare.edits import Edits

HERE = Place("made.txt", 1, 1)


def with_principles(name: str, *principles: tuple[str, str]) -> Edition:
    """Return an edition of numbered principles, each with a title and a body."""
    text, made = "", []
    for number, (title, body) in enumerate(principles, start=1):
        start = len(text)
        text += f"{number}. {title}\n{body}\n"
        paragraph = (len(text) - 1 - len(body), len(text) - 1)
        made.append(Principle(number, title, "", f"s{number}", start, len(text) - 1, (paragraph,)))
    return Edition(name, "0", text.rstrip("\n"), (), (), tuple(made))


def with_sections(name: str, *titles: tuple[str, str]) -> Edition:
    """Return an edition of sections, each of a kind and with a title and a line of text below it."""
    text, sections, blocks = "", [], []
    for number, (kind, title) in enumerate(titles):
        start = len(text)
        text += f"{title}\nOrd om det.\n"
        end = len(text) - 1
        sections.append(Section(f"s{number}", kind, 2, title, start, end, HERE, ""))
        blocks.append(Block(f"b{number}", "paragraph", 0, start, end, f"s{number}", None, HERE))
    return Edition(name, "0", text.rstrip("\n"), tuple(blocks), tuple(sections), ())


@pytest.fixture(scope="session")
def principled() -> Callable[..., Edition]:
    return with_principles


@pytest.fixture(scope="session")
def titled() -> Callable[..., Edition]:
    return with_sections


@pytest.fixture(scope="session")
def edits(library) -> Edits:
    """Pairs made of the paragraphs of the shipped agreements."""
    editions = library.editions().values()
    texts = [edition.text[block.start : block.end] for edition in editions for block in edition.blocks]
    return Edits([text for text in dict.fromkeys(texts) if len(text) > 80])
