"""Comparisons written out: nothing in an agreement's text is taken for a mark, a tag or a command."""

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.compare.comparison import compare
from reader.export.compared import Page
from reader.export.compared_html import as_html
from reader.export.compared_markdown import as_markdown
from reader.export.compared_text import as_text
from reader.text.agreement import Agreement, Edition, Principle
from tests.thorough import tried

A14, P15 = "aftale-2014", "principper-2015"
HOSTILE = [
    *(
        "{++",
        "++}",
        "{--",
        "--}",
        "{~~",
        "~>",
        "~~}",
        "{>>",
        "<<}",
        "{==",
        "==}",
        "{",
        "}",
        "+",
        "-",
        "--",
        "~",
    ),
    *(
        "<script>alert(1)</script>",
        "</del>",
        "</style>",
        "<!--",
        "-->",
        "&amp;",
        "&#123;",
        "&",
        '"',
        "'",
        "<b",
    ),
    *("[-", "-]", "{+", "+}", "[>", ">]", "{<", "<}", "[", "]", "\\", "\\\\", "¶", "#", "*", "_", "`", "|"),
    *(
        "\x1b[31m",
        "\x00",
        "\x07",
        "\x9b",
        "\u202e",
        "\ud800",
        "👩‍👧",
        "mål",
        "skal",
        "bør",
        "Stat",
        "og",
        "kommuner",
        "aftaler",
        "klare",
    ),
]
MOVING = " ".join(f"ord{number}" for number in range(14))
"""Words enough to be known where they went."""
PARTS = st.lists(st.sampled_from(HOSTILE), max_size=9).map(" ".join)
TEXT = st.lists(PARTS, min_size=1, max_size=3).map("\n".join)
AGREEMENT = Agreement("a", "Aftale <b>{++x++}</b>", "A", "2014", 2014, "agreement", "da", ("KL",), ())


def edition(name, *principles):
    text, made = "", []
    for number, (title, body) in enumerate(principles, start=1):
        start = len(text)
        text += f"{number}. {title}\n{body}\n"
        made.append(Principle(number, title, "", "", start, len(text), ()))
    return Edition(name, "0", text, (), (), tuple(made))


def page_of(ours, theirs, language="en"):
    one, other = edition("a", *ours), edition("b", *theirs)
    pairs = [
        (one.principle(number), other.principle(number))
        for number in range(1, max(len(ours), len(theirs)) + 1)
    ]
    return Page(compare(one, other, pairs=pairs), AGREEMENT, AGREEMENT._replace(title="Ny"), language)


def collapsed(text):
    """Return a text as it is shown: blanks as one, and what no page can show as its replacement."""
    shown = "".join("\ufffd" if ord(sign) < 32 and not sign.isspace() else sign for sign in text)
    return " ".join(re.sub("[\ud800-\udfff]", "\ufffd", shown).split())


def without_space(text):
    return "".join(collapsed(text).split())


PRINCIPLES = st.lists(st.tuples(PARTS, TEXT), min_size=1, max_size=2)


# CriticMarkup


def body_of(markdown):
    """Return a page's text without its own title and the lines that say what became of each principle."""
    lines = [line for line in markdown.split("\n\n")[1:] if not re.match(r"\*(?:principle|princip) ", line)]
    return "\n".join(line.removeprefix("## ") for line in lines)


def plain(markdown):
    return html.unescape(re.sub(r"\\([\\`*_{}\[\]()#+\-.!>|])", r"\1", markdown))


def accepted(markdown):
    kept = re.sub(r"\{>>.*?<<\}|\{--.*?--\}", "", markdown)
    return plain(re.sub(r"\{\+\+(.*?)\+\+\}", r"\1", kept).replace("¶", ""))


def refused(markdown):
    kept = re.sub(r"\{>>.*?<<\}|\{\+\+.*?\+\+\}", "", markdown)
    return plain(re.sub(r"\{--(.*?)--\}", r"\1", kept).replace("¶", ""))


@settings(max_examples=tried(80, 2000))
@given(ours=PRINCIPLES, theirs=PRINCIPLES)
def test_accepting_all_marks_gives_the_newer_text_and_refusing_them_the_older(ours, theirs):
    page = page_of(ours, theirs)
    written = body_of(as_markdown(page))
    assert without_space(accepted(written)) == without_space(page.comparison.other.text)
    assert without_space(refused(written)) == without_space(page.comparison.one.text)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("x & lt; y", "x &lt; y"), ("x &lt; y", "x & lt; y"), ("x & #60; y", "x &#60; y")],
)
def test_an_ampersand_that_comes_to_stand_before_other_words_makes_no_entity(ours, theirs):
    page = page_of([("A", ours)], [("A", theirs)])
    written = body_of(as_markdown(page))
    assert without_space(accepted(written)) == without_space(page.comparison.other.text)
    assert without_space(refused(written)) == without_space(page.comparison.one.text)


def test_the_real_principles_come_back_from_critic_markup(library):
    page = real_page(library)
    written = body_of(as_markdown(page))
    rows = page.rows()
    one = [page.comparison.one.text[slice(*row.left.span)] for row in rows if row.left]
    other = [page.comparison.other.text[slice(*row.right.span)] for row in rows if row.right]
    assert collapsed(refused(written)).replace(" ", "") == "".join(one).replace("\n", "").replace(" ", "")
    assert collapsed(accepted(written)).replace(" ", "") == "".join(other).replace("\n", "").replace(" ", "")


def real_page(library, one=A14, other=P15, language="da"):
    comparison = compare(library.edition(one), library.edition(other))
    return Page(comparison, library.agreement(one), library.agreement(other), language)


def test_critic_markup_shows_changes_and_comments_on_moves(library):
    written = as_markdown(real_page(library))
    assert "{--Resultatbaseret styring skal sikre" in written
    assert "{++fremfor procesfokus ++}" in written
    assert "samfundet.--}{>>flyttet til princip 5<<}" in written
    assert "samfundet.++}{>>flyttet fra princip 3<<}" in written


# HTML


class Reader(HTMLParser):
    """Reads a page as a browser does: which tags, which text, and what is marked how."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.open = set(), [], []
        self.gone, self.new, self.ids, self.links = [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += [name for name, _ in attrs]
        self.ids += [value for name, value in attrs if name == "id"]
        self.links += [value for name, value in attrs if name == "href"]
        if tag not in ("meta",):
            self.open.append((tag, dict(attrs).get("class", "")))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        tags = [tag for tag, _ in self.open]
        classes = {name for _, name in self.open}
        if not {"p", "h2"} & set(tags) or classes & {"outcome", "legend", "end"}:
            return
        if "ins" not in tags:
            self.gone.append(data)
        if "del" not in tags:
            self.new.append(data)


TAGS = {"html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "ins", "del", "a"}


def read(page):
    reader = Reader()
    reader.feed(as_html(page))
    reader.close()
    assert reader.open == []
    assert reader.tags <= TAGS
    assert set(reader.attributes) <= {
        "lang",
        "charset",
        "http-equiv",
        "content",
        "name",
        "class",
        "id",
        "href",
    }
    assert len(reader.ids) == len(set(reader.ids))
    assert {link.removeprefix("#") for link in reader.links} <= set(reader.ids)
    return reader


@settings(max_examples=tried(80, 2000))
@given(ours=PRINCIPLES, theirs=PRINCIPLES)
def test_no_text_breaks_out_of_the_html_and_none_is_lost(ours, theirs):
    page = page_of(ours, theirs)
    reader = read(page)
    for shown, text in ((reader.gone, page.comparison.one.text), (reader.new, page.comparison.other.text)):
        assert without_space("".join(shown)).replace("¶", "") == without_space(text).replace("¶", "")


def test_the_html_needs_nothing_else_and_tells_by_more_than_colour(library):
    written = as_html(real_page(library))
    assert not re.search(r"https?:|url\(|@import|<script|<link|<img| src=", written)
    assert "default-src 'none'" in written
    for rule in ("line-through", "underline", "line-through dotted", "underline dotted"):
        assert rule in written
    assert "@media print" in written


def test_both_ends_of_a_move_lead_to_each_other(library):
    reader = read(real_page(library))
    assert reader.ids == ["move-0-away", "move-0-here", "move-1-here", "move-1-away"]
    assert sorted(reader.links) == sorted(f"#{name}" for name in reader.ids)


def test_an_end_whose_other_is_not_shown_leads_nowhere(library):
    page = real_page(library)
    alone = page._replace(comparison=page.comparison._replace(principles=page.comparison.principles[2:3]))
    reader = read(alone)
    assert (reader.ids, reader.links) == (["move-0-away"], [])


# Text


@settings(max_examples=tried(80, 2000))
@given(ours=PRINCIPLES, theirs=PRINCIPLES)
@example(ours=[("A", f"Et\n{MOVING}"), ("B", "To")], theirs=[("A", "Et"), ("B", f"To\n{MOVING}")])
def test_a_terminal_is_shown_text_and_given_no_command(ours, theirs):
    page = page_of(ours, theirs)
    written = as_text(page, whole=True)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", written)
    rows = [line for line in written.split("\n\n")[2:] if line.strip()]
    told = "\n".join(re.sub(r"\n    principle .*", "", row) for row in rows)
    one, other = (re.sub("[\x9b\u202e]", "\ufffd", edition.text) for edition in page.comparison[:2])
    assert without_space(unmarked(told, "[-", "-]", "{+", "+}")) == without_space(one)
    assert without_space(unmarked(told, "{+", "+}", "[-", "-]")) == without_space(other)


def unmarked(text, begin, end, drop, drop_end):
    """Read bracketed text back: keep what stands in one pair of brackets, drop what stands in the other."""
    kept, at, dropping = "", 0, False
    while at < len(text):
        pair = text[at : at + 2]
        if text[at] == "\\":
            kept += "" if dropping else text[at + 1]
            at += 2
        elif pair in MOVED:
            # A passage that moved says first where to, or where from.
            dropping = MOVED[pair] == drop
            at = text.index(": ", at) + 2 if pair in ("[>", "{<") else at + 2
        elif pair in (drop, drop_end):
            dropping = pair == drop
            at += 2
        elif pair in (begin, end):
            at += 2
        else:
            kept += "" if dropping or text[at] == "¶" else text[at]
            at += 1
    return kept


MOVED = {"[>": "[-", ">]": "-]", "{<": "{+", "<}": "+}"}


# Both languages


@pytest.mark.parametrize(
    ("language", "word"), [("da", "omformuleret"), ("en", "reworded"), ("fr", "reworded")]
)
def test_a_page_speaks_danish_or_english(library, language, word):
    for write in (as_text, as_markdown, as_html):
        assert word in write(real_page(library, language=language))


def test_where_no_principle_is_shared_the_page_says_so(library):
    page = real_page(library, "aftale-2009", A14, "en")
    for write in (as_text, as_markdown, as_html):
        assert write(page).count("These agreements have no principles in common") == 1
    assert read(page).new
