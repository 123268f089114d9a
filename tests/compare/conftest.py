"""The shipped agreements, and agreements made up: of titled parts, of principles, of copies of real ones."""

import random
import tomllib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from reader.compare.mentions import Shelf
from reader.text.agreement import Block, Edition, Place, Principle, Section
from tests.compare.edits import Edits

HERE = Place("made.txt", 1, 1)
DATA = Path(__file__).parent


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
        blocks.append(Block(f"b{number}", "paragraph", 0, start, end, f"s{number}", HERE))
    return Edition(name, "0", text.rstrip("\n"), tuple(blocks), tuple(sections), ())


def with_text(name: str, title: str, text: str) -> Edition:
    """Return an edition whose lines are its paragraphs."""
    blocks, start = [], 0
    for number, line in enumerate(text.split("\n")):
        end = start + len(line)
        blocks.append(Block(f"b{number}", "paragraph", 0, start, end, "s0", None, HERE))
        start = end + 1
    root = Section("s0", "title", 1, title, 0, len(text), HERE, "")
    return Edition(name, "0", text, tuple(blocks), (root,), ())


# Copies of principles, of which it is known what answers what


class Made(NamedTuple):
    """A principle of a copy: the numbers it comes from, its title and its paragraphs."""

    sources: frozenset[int]
    title: str
    paragraphs: tuple[str, ...]


class Copy(NamedTuple):
    """A copy and what an editor would find: rows of numbers, None where there is no answer."""

    edition: Edition
    rows: frozenset[tuple[int | None, int | None]]


class Stock:
    """What copies are made from: the words of editions, and paragraphs that stand in no principle."""

    def __init__(self, editions: Iterable[Edition]) -> None:
        editions = list(editions)
        self.words = [word for edition in editions for word in edition.text.split() if word.isalpha()]
        self.paragraphs = [
            words
            for edition in editions
            for block in edition.blocks
            if block.kind == "paragraph" and not edition.principle_at(block.start)
            for words in [edition.text[block.start : block.end]]
            if len(words) > 200 and "princip" not in words.casefold()
        ]


class Copier:
    """Makes copies of an edition's principles: shuffled and renumbered, reworded, split and merged.

    Words that are put in are words of the agreements; new principles are paragraphs of their other parts.
    """

    def __init__(self, seed: object, stock: Stock) -> None:
        self.chance = random.Random(repr(seed))
        self.words, self.paragraphs = stock.words, stock.paragraphs

    def copy(self, edition: Edition, strength: float, titles: str = "kept", merges: int = 1) -> Copy:
        """Return a copy of which about `strength` of all words are dropped or replaced."""
        made = [
            Made(frozenset((p.number,)), p.title, tuple(edition.text[a:b] for a, b in p.paragraphs))
            for p in edition.principles
        ]
        self.chance.shuffle(made)
        made.pop()
        for _ in range(merges):
            self._merge(made)
            self._split(made)
        made.insert(self.chance.randrange(len(made) + 1), self._new())
        reworded = [
            each._replace(paragraphs=tuple(self.reword(words, strength) for words in each.paragraphs))
            for each in self._titled(made, titles)
        ]
        return Copy(numbered("copy", reworded), frozenset(_rows(edition, reworded)))

    def reword(self, text: str, strength: float) -> str:
        """Drop or replace about `strength` of a text's words."""
        said = []
        for word in text.split(" "):
            lot = self.chance.random()
            if lot >= strength / 2:
                said.append(self.chance.choice(self.words) if lot < strength else word)
        return " ".join(said)

    def _merge(self, made: list[Made]) -> None:
        one, other = self.chance.sample([each for each in made if len(each.sources) == 1], 2)
        made.remove(other)
        both = Made(one.sources | other.sources, one.title, one.paragraphs + other.paragraphs)
        made[made.index(one)] = both

    def _split(self, made: list[Made]) -> None:
        whole = self.chance.choice([m for m in made if len(m.sources) == 1 and len(m.paragraphs) > 1])
        at, cut = made.index(whole), self.chance.randrange(1, len(whole.paragraphs))
        rest = whole._replace(title=self._title(), paragraphs=whole.paragraphs[cut:])
        made[at : at + 1] = [whole._replace(paragraphs=whole.paragraphs[:cut]), rest]

    def _new(self) -> Made:
        return Made(frozenset(), self._title(), tuple(self.chance.sample(self.paragraphs, 2)))

    def _title(self) -> str:
        return " ".join(self.chance.sample(self.words, 3))

    def _titled(self, made: Sequence[Made], titles: str) -> list[Made]:
        given = [each.title for each in made]
        if titles == "swapped":
            self.chance.shuffle(given)
        change = {
            "reworded": lambda title: self.reword(title, 0.4),
            "new": lambda _: self._title(),
            "blank": lambda _: "",
        }.get(titles, str)
        return [each._replace(title=change(title)) for each, title in zip(made, given, strict=True)]


def numbered(name: str, made: Sequence[Made]) -> Edition:
    """Return an edition of principles of several paragraphs."""
    text, principles = "", []
    for number, each in enumerate(made, start=1):
        start, spans = len(text), []
        text += f"{number}. {each.title}\n"
        for paragraph in each.paragraphs:
            spans.append((len(text), len(text) + len(paragraph)))
            text += f"{paragraph}\n"
        principles.append(Principle(number, each.title, "", f"s{number}", start, len(text) - 1, tuple(spans)))
    return Edition(name, "0", text.rstrip("\n"), (), (), tuple(principles))


def _rows(edition: Edition, made: Sequence[Made]) -> Iterable[tuple[int | None, int | None]]:
    used = {number for each in made for number in each.sources}
    yield from ((p.number, None) for p in edition.principles if p.number not in used)
    for number, each in enumerate(made, start=1):
        yield from ((source, number) for source in each.sources or {None})


@pytest.fixture(scope="session")
def copier(library) -> Callable[..., Copier]:
    stock = Stock(library.editions().values())
    return lambda *seed: Copier(seed, stock)


@pytest.fixture(scope="session")
def shelf(library) -> Shelf:
    return Shelf(library.agreements, library.editions())


@pytest.fixture(scope="session")
def spoken(shelf) -> Callable[[str], Shelf]:
    """Put an agreement for 2016 that says a text beside the shipped ones."""

    def put(text: str) -> Shelf:
        title = "Aftale om kommunernes økonomi for 2016"
        made = shelf.agreement("aftale-2014")._replace(
            id="aftale-2016", title=title, short="ØA16", date="2015-07-03", year=2016
        )
        editions = {**shelf.editions, made.id: with_text(made.id, title, text)}
        return Shelf([*shelf.agreements, made], editions)

    return put


def reference(name: str) -> dict[str, list[dict[str, object]]]:
    """Return what was found by reading: `mentions`, `decoys` or `sentences`."""
    return tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))


@pytest.fixture(scope="session")
def read() -> Callable[[str], dict[str, list[dict[str, object]]]]:
    return reference


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
