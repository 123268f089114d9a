"""Laws of the map between an edition and its document."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCursor, QTextDocument

from reader.ui.look import dark, light
from reader.ui.page import Page
from reader.ui.typesetter import figure_columns
from tests.thorough import tried

SIGNS = "abcæøå .,-–\u00a0\u00ad\u0301\u0308אבג\u200f😀👩‍👧𝒜𐍈<&\ufeff"
words = st.text(st.sampled_from(SIGNS), min_size=1, max_size=12)
cell = st.one_of(st.just(""), words, st.tuples(words, words).map("\n".join))


@st.composite
def blocks(draw, made):
    kind = draw(st.sampled_from(["heading", "paragraph", "item", "table", "table"]))
    section = draw(st.sampled_from(["root", "root", "box", "inner"]))
    if kind == "table":
        columns = draw(st.integers(1, 3))
        rows = draw(st.lists(st.lists(cell, min_size=columns, max_size=columns), min_size=1, max_size=3))
        return made(kind, rows, section=section)
    text = draw(words)
    mark = draw(st.sampled_from(["", "•", "-", "1."])) if kind == "item" else ""
    first, last = sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    level = draw(st.integers(1, 4)) if kind == "heading" else 0
    lede = kind == "paragraph" and draw(st.booleans())
    return made(kind, text, level, mark, lede, section, ((first, last),) if first < last else ())


@pytest.fixture(scope="session")
def editions(made, edition_of):
    return st.lists(blocks(made), min_size=1, max_size=7).map(lambda drawn: edition_of(*drawn))


def raw(page, start, end):
    """Return what stands between two positions of the document, as Qt keeps it."""
    units = page.document.toRawText().encode("utf-16-le", "surrogatepass")
    return units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")


def laws_hold(page, span):
    text = page.edition.text.replace("\ufeff", "\u2060")
    positions = [page.to_qt(offset) for offset in range(len(text) + 1)]
    assert positions == sorted(set(positions))
    assert [page.from_qt(position) for position in positions] == list(range(len(text) + 1))
    for offset, sign in enumerate(text):
        shown = raw(page, positions[offset], positions[offset] + (2 if sign > "\uffff" else 1))
        assert shown == sign or (sign in "\n\t" and shown in "\u2029\ufdd0\ufdd1")
    start, end = sorted((span[0] % (len(text) + 1), span[1] % (len(text) + 1)))
    ends = re.compile("[\u2029\ufdd0\ufdd1]+")
    assert ends.sub("|", raw(page, positions[start], positions[end])) == re.sub(
        "[\n\t]+", "|", text[start:end]
    )


def test_the_map_is_exact(qapp, editions):
    @settings(max_examples=tried(60, 1500), suppress_health_check=list(HealthCheck))
    @given(editions, st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)))
    def holds(edition, span):
        page = Page(edition, light())
        laws_hold(page, span)
        page.restyle(dark().scaled(1.7))
        laws_hold(page, span)

    holds()


def test_every_position_of_qt_is_near_some_text(qapp, editions):
    @settings(max_examples=tried(40, 600), suppress_health_check=list(HealthCheck))
    @given(editions)
    def holds(edition):
        page = Page(edition, light())
        offsets = [page.from_qt(position) for position in range(page.document.characterCount())]
        assert offsets == sorted(offsets)
        assert offsets[0] == 0
        assert offsets[-1] == len(edition.text)
        for position in range(page.document.characterCount()):
            for forward in (True, False):
                at = page.solid(position, forward)
                assert at == page.to_qt(page.from_qt(at))
                beyond = not page.to_qt(0) <= position <= page.to_qt(len(edition.text))
                split = "\udc00" <= raw(page, position, position + 1) <= "\udfff"
                assert beyond or split or (at >= position if forward else at <= position)

    holds()


def test_a_snapped_span_splits_no_letter(qapp, edition_of, made):
    family = "👩‍👧"
    edition = edition_of(made("paragraph", f"ae\u0301o {family} x"), made("paragraph", "y"))
    page = Page(edition, light())
    assert page.snapped(1, 2) == (1, 3)
    assert page.snapped(2, 3) == (1, 3)
    start = edition.text.index(family)
    assert page.snapped(start + 1, start + 2) == (start, start + 3)
    assert page.snapped(0, 1) == (0, 1)
    assert page.snapped(4, 4) == (4, 4)
    assert page.snapped(0, len(edition.text)) == (0, len(edition.text))


def test_a_mark_of_byte_order_before_a_line_moves_no_letter(qapp, edition_of, made):
    edition = edition_of(made("paragraph", "\ufeffae\u0301o 😀x"))
    page = Page(edition, light())
    assert page.snapped(2, 3) == (2, 4)
    assert page.snapped(3, 4) == (2, 4)
    assert page.snapped(6, 7) == (6, 7)


def test_a_snapped_span_splits_no_letter_where_qt_does(qapp, edition_of, made):
    edition = edition_of(made("paragraph", "🙂🇩🇰🇸🇪"), made("paragraph", "\ufeffae\u0301🇩🇰"))
    page = Page(edition, light())
    assert page.snapped(1, 2) == (1, 3)
    assert page.snapped(2, 4) == (1, 5)
    start = edition.text.index("e\u0301")
    assert page.snapped(start, start + 1) == (start, start + 2)
    assert page.snapped(start + 1, start + 3) == (start, start + 4)


def test_an_empty_edition_is_a_page(qapp, edition_of):
    page = Page(edition_of(), light())
    assert (page.to_qt(0), page.from_qt(0), page.to_qt(7)) == (0, 0, 0)


def test_what_qt_keeps_for_itself_does_not_move_the_text(qapp, edition_of, made):
    text = "a\u2029b\u2028c\rd\ufdd0e\x00f\ud800g"
    page = Page(edition_of(made("paragraph", text), made("paragraph", "h")), light())
    assert [raw(page, page.to_qt(at), page.to_qt(at) + 1) for at in (0, 2, 4, 6, 8, 10, 12, 14)] == list(
        "abcdefgh"
    )


def test_kinds_look_as_what_they_are(qapp, edition_of, made):
    page = Page(
        edition_of(
            made("heading", "Overskrift", level=2),
            made("paragraph", "Manchet", lede=True),
            made("paragraph", "Noget er fremhævet her", emphasis=((9, 18),)),
            made("item", "punkt", mark="•"),
            made("item", "1. punkt"),
            made("paragraph", "Boks", section="inner"),
        ),
        light(),
    )
    block = page.document.begin()
    assert block.blockFormat().headingLevel() == 2
    assert block.begin().fragment().charFormat().fontWeight() > 400
    assert block.next().begin().fragment().charFormat().fontItalic()
    cursor = QTextCursor(page.document)
    italic = []
    for offset in range(page.edition.blocks[2].start, page.edition.blocks[2].end):
        cursor.setPosition(page.to_qt(offset) + 1)
        italic.append(cursor.charFormat().fontItalic())
    assert italic == [9 <= n < 18 for n in range(22)]
    item = page.document.findBlock(page.to_qt(page.edition.blocks[3].start))
    assert item.textList() is not None
    assert item.text() == "punkt"
    assert item.next().textList() is None
    assert item.next().blockFormat().textIndent() < 0
    assert item.next().next().blockFormat().leftMargin() > 0
    assert page.boxes == ((page.edition.blocks[5].start, page.edition.blocks[5].end),)


def test_figures_stand_at_the_right_and_headers_are_bold(qapp, edition_of, made):
    rows = [["Område", "2014"], ["Service", "1.230,5"], ["Anlæg", "-"]]
    assert figure_columns(rows) == {1}
    page = Page(
        edition_of(made("paragraph", "før"), made("table", rows), made("paragraph", "efter")), light()
    )
    table = page.document.rootFrame().childFrames()[0]
    assert (table.rows(), table.columns()) == (3, 2)
    figure = table.cellAt(1, 1).firstCursorPosition()
    assert figure.blockFormat().alignment().name == "AlignRight"
    assert table.cellAt(1, 0).firstCursorPosition().blockFormat().alignment().name == "AlignLeft"
    assert table.cellAt(0, 0).firstCursorPosition().block().begin().fragment().charFormat().fontWeight() > 400


def test_a_ragged_table_is_shown(qapp, edition_of, made):
    page = Page(
        edition_of(made("table", [["a"], ["b", "c", "d"], ["e", "f"]]), made("paragraph", "g")), light()
    )
    laws_hold(page, (0, 99))


def test_a_document_opens_nothing_by_itself(qapp, tmp_path, edition_of, made):
    secret = tmp_path / "secret.html"
    secret.write_text("hemmelig", encoding="utf-8")
    page = Page(edition_of(made("paragraph", f'<img src="{secret}">')), light())
    for kind in QTextDocument.ResourceType:
        found = page.document.resource(kind.value, QUrl.fromLocalFile(str(secret)))
        assert "hemmelig" not in str(found)
    assert page.document.toPlainText() == f'<img src="{secret}">'
