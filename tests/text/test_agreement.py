import pytest

from reader.text.agreement import Block, Edition, Place, Principle, Section, Table, leaves

HERE = Place("hand.txt", 1, 1)
TEXT = "Titel\nIndledning\n1. Ansvar\nLede her.\nÅr\t2014\nI alt\t5"


def block(number, kind, start, end, section, **more):
    return Block(f"b{number}", kind, more.pop("level", 0), start, end, section, HERE, **more)


@pytest.fixture
def edition():
    cells = (((37, 39), (40, 44)), ((45, 50), (51, 52)))
    blocks = (
        block(0, "heading", 0, 5, "s0", level=1),
        block(1, "paragraph", 6, 16, "s0"),
        block(2, "heading", 17, 26, "s1", level=4),
        block(3, "paragraph", 27, 36, "s1", lede=True),
        block(4, "table", 37, 52, "s1", cells=cells),
    )
    sections = (
        Section("s0", "title", 1, "Titel", 0, 52, HERE, ""),
        Section("s1", "principle", 4, "1. Ansvar", 17, 52, HERE, "s0"),
    )
    principles = (Principle(1, "Ansvar", "", "s1", 17, 52, ((27, 36),)),)
    tables = (Table("Tabel 1", "År", "", 37, 52),)
    return Edition("hand", "d", TEXT, blocks, sections, principles, tables)


def test_every_place_belongs_to_a_block_and_a_separator_to_the_one_before(edition):
    assert [edition.block_at(at).id for at in (0, 4, 5, 6, 26, 27, 51)] == [
        *("b0", "b0", "b0", "b1", "b2", "b3", "b4")
    ]


def test_the_way_to_a_section_goes_from_the_outermost_to_it(edition):
    assert [section.text for section in edition.way_to(edition.section_at(30))] == ["Titel", "1. Ansvar"]


def test_a_principle_is_found_by_number_and_by_place(edition):
    assert edition.principle(1) is edition.principle_at(30)
    assert edition.principle(2) is None
    assert edition.principle_at(3) is None


def test_a_table_reads_row_by_row(edition):
    assert edition.table_rows(edition.tables[0]) == [["År", "2014"], ["I alt", "5"]]


def test_a_table_s_cells_stand_alone_on_a_page_and_a_paragraph_as_a_whole(edition):
    assert [TEXT[start:end] for start, end in leaves(edition.blocks[4])] == ["År", "2014", "I alt", "5"]
    assert leaves(edition.blocks[1]) == [(6, 16)]
