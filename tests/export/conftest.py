"""Editions made by hand, and a reader of the HTML that others make of our Markdown."""

import hashlib
import subprocess
from dataclasses import dataclass, field
from html.parser import HTMLParser

import markdown
import pytest

from reader.notebook.records import Category, Highlight, Note
from reader.text.agreement import Agreement, Block, Edition, Place, Principle, Section, Witness
from reader.text.selector import describe

TIME = "2024-05-01T12:00:00+00:00"


@dataclass
class Builder:
    """Puts blocks one after another, as the intake would."""

    text: str = ""
    blocks: list = field(default_factory=list)
    sections: list = field(default_factory=list)
    principles: list = field(default_factory=list)

    def add(self, kind, text, *, level=0, emphasis=(), cells=()):
        start = len(self.text) + bool(self.blocks)
        self.text += ("\n" if self.blocks else "") + text
        place = Place("hand.txt", len(self.blocks) + 1, len(self.blocks) + 1)
        if level or not self.sections:
            section = Section(f"s{start}", "section", level, text, start, start + len(text), place, "")
            self.sections.append(section)
        shifted = tuple((start + a, start + b) for a, b in emphasis)
        rows = tuple(tuple((start + a, start + b) for a, b in row) for row in cells)
        name = f"b{len(self.blocks)}"
        block = Block(
            name,
            kind,
            level,
            start,
            start + len(text),
            self.sections[-1].id,
            place,
            "-" if kind == "item" else "",
            emphasis=shifted,
            cells=rows,
        )
        self.blocks.append(block)
        return self

    def heading(self, level, text):
        return self.add("heading", text, level=level)

    def paragraph(self, text, *emphasis):
        return self.add("paragraph", text, emphasis=emphasis)

    def item(self, text, *emphasis):
        return self.add("item", text, emphasis=emphasis)

    def table(self, *rows):
        spans, at = [], 0
        for row in rows:
            spans.append([])
            for cell in row:
                spans[-1].append((at, at + len(cell)))
                at += len(cell) + 1
        return self.add("table", "\n".join("\t".join(row) for row in rows), cells=spans)

    def principle(self, number, title, *paragraphs):
        self.heading(4, f"{number}. {title}")
        heading, spans = self.blocks[-1], []
        for text in paragraphs:
            self.paragraph(text)
            spans.append((self.blocks[-1].start, self.blocks[-1].end))
        self.principles.append(
            Principle(number, title, "", heading.section, heading.start, len(self.text), tuple(spans))
        )
        return self

    def edition(self):
        digest = hashlib.sha256(self.text.encode(errors="surrogatepass")).hexdigest()
        parts = map(tuple, (self.blocks, self.sections, self.principles))
        return Edition("hand-2014", digest, self.text, *parts)


class Read(HTMLParser):
    """What a person sees of a converted page: the agreement's own words, and apart from them the notes.

    `marked` are the own words between marks, `emphasised` those in italics, both without whitespace.
    """

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.own, self.notes, self.inside, self.tags = "", "", [], []
        self.marked, self.emphasised, self.in_marks, self.in_emphasis = "", "", False, 0
        # Marks come out as bare signs, signs of the text as entities: only so can they be told apart.
        self.feed(page.replace("==", "\ue000"))
        self.close()
        self.own = _collapsed(self.own)
        self.notes = _collapsed(self.notes)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        kind = dict(attrs).get("class") or ""
        if self.inside or tag in ("blockquote", "sup") or "footnote" in kind:
            if tag not in ("br", "hr", "img", "input"):
                self.inside.append(tag)
        elif tag == "em":
            self.in_emphasis += 1
        else:
            self.own += " "

    def handle_endtag(self, tag):
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()
        elif tag == "em":
            self.in_emphasis -= 1

    def handle_data(self, data):
        if self.inside:
            self.notes += data
            return
        for sign in data:
            if sign == "\ue000":
                self.in_marks = not self.in_marks
                continue
            self.own += sign
            self.marked += sign.strip() if self.in_marks else ""
            self.emphasised += sign.strip() if self.in_emphasis else ""


def _collapsed(text):
    """Return the text with its whitespace collapsed and pandoc's pretty quotation marks made plain."""
    return " ".join(text.translate(str.maketrans("“”‘’", "\"\"''")).split())


def _front(page):
    _, front, body = page.split("---\n", 2)
    return front, body


def _html(text):
    return markdown.markdown(text, extensions=["tables", "footnotes", "sane_lists"])


def _pandoc(text):
    command = ["pandoc", "-f", "markdown", "-t", "html", "--wrap=none"]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True, timeout=60).stdout


@dataclass(frozen=True)
class Kit:
    """Everything the tests of this folder make and read pages with."""

    agreement: Agreement
    categories: tuple
    builder = staticmethod(Builder)
    split = staticmethod(_front)
    html = staticmethod(_html)
    pandoc = staticmethod(_pandoc)
    read = staticmethod(Read)
    collapsed = staticmethod(_collapsed)
    time = TIME
    when = "2024-05-01 12:00 UTC"

    def highlight(self, edition, start, end, note="", record="a1", tags=(), category="uenig"):
        selector = describe(edition.text, start, end, edition.digest)
        return Highlight(record, self.agreement.id, selector, category, note, tuple(tags), TIME, TIME)

    def quoted(self, edition, quote, note="", record="a1", **more):
        start = edition.text.index(quote)
        return self.highlight(edition, start, start + len(quote), note, record, **more)

    def note(self, body, principle=None, record="n1", tags=()):
        return Note(record, self.agreement.id, principle, body, tuple(tags), TIME, TIME)


@pytest.fixture(scope="session")
def kit():
    agreement = Agreement(
        "hand-2014",
        "Aftale om kommunernes økonomi: 2014 # nr. 1",
        "ØA14",
        "2013-06-13",
        2014,
        "agreement",
        "da",
        ("Regeringen", "KL"),
        (Witness("pdf", "002.txt", "lines"), Witness("ocr", "003.txt", "ocr")),
    )
    categories = (
        Category("uenig", "Uenig", "red", "!", 1),
        Category("odd", "A|B_*c*", "blue", "#", 2),
    )
    return Kit(agreement, categories)


@pytest.fixture(scope="session")
def sample():
    """An edition with one of everything."""
    return (
        Builder()
        .heading(1, "Aftale om kommunernes økonomi for 2014")
        .paragraph("13. juni 2013")
        .heading(2, "1. Indledning")
        .paragraph("Regeringen og KL er enige, jf. tabel 1, om rammerne for 2014.", (27, 38))
        .item("Styrket almen praksis. Der er behov for mere.", (0, 22))
        .item("Færre indlæggelser")
        .item("1. kommuner skal")
        .item("2. staten skal")
        .heading(4, "Tabel 1 Balance")
        .table(["Mio. kr.", "Aftale|2014"], ["- Heraf\nbetinget", "-3.000"], ["", "x*y_z"])
        .principle(1, "Tydeligt ansvar", "Det politiske ansvar skal være tydeligt.", "Der er en fordeling.")
        .principle(2, "Styring på mål", "Der styres på mål & resultater <ikke> på [proces].")
        .edition()
    )
