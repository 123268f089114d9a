"""Whatever an agreement and its notes hold: the text comes back whole, and every note with it."""

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.export.markdown import annotated, plain_markdown
from tests.thorough import tried

MARKUP = r"""
    _ ** == = === [ ] ( ) [^h-1] ]: ![ < <b> <div> </p> <!-- & &amp; &# | || # ## ~ ~~ ^ ^x $ $$ ` ``` ~~~ ---
    - -- + 1. 13. 1) (2) a. iv) (@) \ \\ \begin{x} : ::: % %% /// ! @x { {.x} {=html} } " ' ... .... > >>
    Table: [TOC] http://x.dk <a@b.dk> a_b _a_ --|-- |---|---| +---+ =--= ^[n] [[x]] #tag
"""
SIGNS = [*MARKUP.split(), "///Footnotes Go Here///"]
# python-markdown loses a letter where single and double stars cross, so notes, whose stars are left alone, do
# without single ones; the text of an edition has them too.
STARS = ["*", "*", "*[x]:"]
WORDS = ["og", "Regeringen", "økonomi", "2014", "å", "e\u0301", "🙂", "x"]
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SPACES = [" ", " ", " ", "  ", "\u00a0", "\t"]
LINES = ["\n", "\n\n", "\n    ", "\n> ", "\n- ", "\n1. ", "\r\n", "\n\t"]

TEXT = SIGNS + STARS + WORDS + SPACES

line = st.lists(st.sampled_from(TEXT), min_size=1, max_size=8).map("".join)
several = st.lists(st.sampled_from([*TEXT, "\n"]), max_size=6).map("".join)
row = st.lists(several, min_size=1, max_size=3)
block = st.one_of(
    st.tuples(st.just("heading"), st.integers(1, 4), line),
    st.tuples(st.just("paragraph"), several, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)))),
    st.tuples(st.just("item"), line, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)))),
    st.tuples(st.just("table"), st.lists(row, min_size=1, max_size=3)),
)
hostile = st.lists(st.sampled_from(SIGNS + WORDS + SPACES + LINES + ["\0", "\ud800"]), max_size=12)


def _edition(kit, blocks):
    builder = kit.builder().heading(1, "Aftale")
    for kind, *rest in blocks:
        if kind == "heading":
            builder.heading(*rest)
        elif kind == "table":
            builder.table(*rest[0])
        else:
            spans = [(a, min(b, len(rest[0]))) for a, b in rest[1] if a < min(b, len(rest[0]))]
            builder.add(kind, rest[0], emphasis=spans)
    return builder.principle(1, "Ansvar", "Ansvaret er tydeligt.").edition()


def _without_space(text, spans):
    inside = {at for start, end in spans for at in range(start, end)}
    return "".join(text[at].strip() for at in sorted(inside))


@given(data=st.data())
@settings(max_examples=tried(60, 1500))
def test_the_text_comes_back_whole_and_marked_where_it_was(kit, data):
    edition = _edition(kit, data.draw(st.lists(block, max_size=5)))
    size = len(edition.text)
    ends = st.tuples(st.integers(0, size - 1), st.integers(1, size)).filter(lambda e: e[0] < e[1])
    places = data.draw(st.lists(ends, max_size=5))
    highlights = [kit.highlight(edition, *place, record=f"i{n}") for n, place in enumerate(places)]

    page = annotated(kit.agreement, edition, highlights, [], kit.categories, kit.time)

    front, body = kit.split(page)
    read = kit.read(kit.html(body))
    assert read.own == kit.collapsed(edition.text)
    assert read.marked == _without_space(edition.text, places)
    for highlight in highlights:
        assert page.count(f"[^h-{highlight.id}]") == 2
        assert page.count(f"\n\n[^h-{highlight.id}]: **") == 1
    assert yaml.safe_load(front)["highlights"] == len(places)


@given(blocks=st.lists(block, max_size=5))
@settings(max_examples=tried(30, 600))
def test_the_plain_page_is_the_text(kit, blocks):
    edition = _edition(kit, blocks)
    assert kit.read(kit.html(plain_markdown(kit.agreement, edition))).own == kit.collapsed(edition.text)


def _with_words(parts, name):
    """Put a word of its own between the parts, so that each can be looked for."""
    words = [f"{name}ord{n}" for n in range(len(parts) + 1)]
    pieces = [piece for part, word in zip(parts, words, strict=False) for piece in (word, part)]
    return "".join([*pieces, words[-1]]), words


@given(on_text=hostile, on_principle=hostile, on_agreement=hostile)
@settings(max_examples=tried(60, 1500))
def test_no_note_breaks_the_page_or_is_lost(kit, sample, on_text, on_principle, on_agreement):
    (a, words_a), (b, words_b), (c, words_c) = map(
        _with_words, (on_text, on_principle, on_agreement), ("a", "b", "c")
    )
    page = annotated(
        kit.agreement,
        sample,
        [kit.quoted(sample, "enige", a), kit.quoted(sample, "fordeling", "efter", record="a2")],
        [kit.note(b, 1), kit.note(c, None, "n2")],
        kit.categories,
        kit.time,
    )

    page = kit.html(kit.split(page)[1])

    read = kit.read(page)
    assert read.own == kit.collapsed(sample.text)
    assert read.marked == "enigefordeling"
    assert "b" not in read.tags
    assert [tag for tag in read.tags if tag in HEADINGS] == ["h1", "h2", "h4", "h4", "h4"]
    assert all(word in page for word in words_a + words_b + words_c)


title = st.text(st.characters(exclude_categories=()), max_size=30)


@given(title=title, parties=st.lists(title, max_size=3))
def test_front_matter_says_the_same_to_any_reader(kit, title, parties):
    agreement = kit.agreement._replace(title=title, parties=tuple(parties))
    edition = _edition(kit, [])
    front, _ = kit.split(annotated(agreement, edition, [], [], [], kit.time))
    read = yaml.safe_load(front)
    assert read["title"] == title
    assert read["parties"] == parties
    assert read["digest"] == edition.digest
