"""The shipped texts, held to what a careful editor would make of them."""

import re

import pytest

from reader.intake.rebuilt import rebuilt
from reader.text.agreement import BLOCK_KINDS, SECTION_KINDS

NAMES = (
    "aftale-2009",
    "aftale-2009@pdf",
    "aftale-2014",
    "aftale-2014@pdf",
    "faelles-velfaerd-2014",
    "faelles-velfaerd-2014@transcript",
    "principper-2015",
    "principper-2015@transcript",
    "principper-2015@ocr",
)

FIRST_GROUP = "Tydeligt lokalt ansvar og opbakning til lokale prioriteringer"
SECOND_GROUP = "Samarbejde om modernisering af den offentlige sektor"
THIRD_GROUP = "Et tættere og mere forpligtende samarbejde"

PRINCIPLES_2014 = (
    (1, "Tydeligt opgave- og budgetansvar", FIRST_GROUP, 4),
    (2, "Styring på mål og resultater", FIRST_GROUP, 3),
    (3, "Politisk ansvar og decentralt ledelsesrum", FIRST_GROUP, 4),
    (4, "Enkeltsager løses konkret", FIRST_GROUP, 4),
    (5, "Samarbejde om nytænkning og effektivisering", SECOND_GROUP, 3),
    (6, "Viden er grundlaget", SECOND_GROUP, 4),
    (7, "Flere fælles løsninger", SECOND_GROUP, 4),
    (8, "Nye former for samarbejde", THIRD_GROUP, 4),
    (9, "Samspil om velfærden", THIRD_GROUP, 4),
)
PRINCIPLES_2015 = (
    (1, "Tydeligt opgave- og budgetansvar", FIRST_GROUP, 4),
    (2, "Styring på mål og resultater", FIRST_GROUP, 3),
    (3, "Politisk ansvar og decentralt råderum til tværgående prioriteringer", FIRST_GROUP, 3),
    (4, "Enkeltsager løses konkret", FIRST_GROUP, 4),
    (5, "Decentralt ansvar for implementering af reformer", SECOND_GROUP, 3),
    (6, "Samarbejde om nytænkning og effektivisering", SECOND_GROUP, 5),
    (7, "Viden er grundlaget", SECOND_GROUP, 3),
)


def words_of(made, start, end):
    return made.edition.text[start:end]


def emended(made, kind):
    return [e for e in made.emendations if e.kind == kind]


def test_every_agreement_and_every_witness_has_an_edition(established):
    assert set(established) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_source_can_be_rebuilt_to_the_character(name, established, sources):
    made = established[name]
    source = sources[made.edition.sections[0].place.file]
    assert rebuilt(made.edition.text, made.emendations) == source


@pytest.mark.parametrize("name", NAMES)
def test_an_edition_is_its_blocks_joined_by_newlines(name, established):
    edition = established[name].edition
    assert "\n".join(edition.text[b.start : b.end] for b in edition.blocks) == edition.text
    assert {b.kind for b in edition.blocks} <= set(BLOCK_KINDS)
    assert {s.kind for s in edition.sections} <= set(SECTION_KINDS)


@pytest.mark.parametrize("name", NAMES)
def test_every_section_leads_up_to_the_whole_and_begins_at_its_heading(name, established):
    edition = established[name].edition
    for section in edition.sections[1:]:
        assert edition.way_to(section)[0].id == "s0"
        heading = edition.block_at(section.start)
        assert (heading.kind, heading.level) == ("heading", section.level)
        assert edition.text[heading.start : heading.end] == section.text


@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_left_parted_at_the_end_of_a_line(name, established):
    edition = established[name].edition
    for block in edition.blocks:
        assert not re.search(r"\w-\n", words_of(established[name], block.start, block.end))


def test_words_parted_at_a_line_end_are_joined_as_an_editor_would(established, sample):
    made = established["aftale-2009"]
    for wanted in sample("aftale-2009-hyphens-start.json"):
        places = [e.at for e in emended(made, "hyphen") if e.place.first == wanted["line"]]
        assert any(made.edition.text.startswith(wanted["joined"], at) for at in places), wanted


def test_headings_and_their_levels_are_as_an_editor_would_set_them(established, sample):
    edition = established["aftale-2009"].edition
    found = [(s.kind, s.text, s.place.first, s.level) for s in edition.sections]
    wanted = sample("aftale-2009-outline-start.json")
    for (kind, text, line, level), right in zip(found, wanted, strict=False):
        assert (kind, text, line) == (right["kind"], right["text"], right["line"])
        assert level in (right["level"], *right.get("also_right_levels", ()))


def test_principles_are_as_an_editor_would_establish_them(established, sample):
    edition = established["aftale-2014"].edition
    for wanted in sample("aftale-2014-principles-1-3.json"):
        principle = edition.principle(wanted["number"])
        paragraphs = [edition.text[start:end] for start, end in principle.paragraphs]
        assert (principle.title, principle.group) == (wanted["title"], wanted["group"])
        assert paragraphs == wanted["paragraphs"]
        assert paragraphs[0] == wanted["lede"]
        assert edition.section_by_id[principle.section].place.first == wanted["line"]


@pytest.mark.parametrize(
    ("name", "wanted"), [("aftale-2014", PRINCIPLES_2014), ("principper-2015", PRINCIPLES_2015)]
)
def test_all_principles_are_there_with_group_and_lede(name, wanted, established):
    edition = established[name].edition
    found = [(p.number, p.title, p.group, len(p.paragraphs)) for p in edition.principles]
    assert found == list(wanted)
    for principle in edition.principles:
        lede = edition.block_at(principle.paragraphs[0][0])
        assert lede.lede
        assert edition.text[lede.start : lede.end].endswith((".", ":"))


def test_the_machine_read_witness_has_the_same_seven_principles(established):
    numbers = [p.number for p in established["principper-2015@ocr"].edition.principles]
    assert numbers == [1, 2, 3, 4, 5, 6, 7]


def test_the_letters_come_from_the_transcript_and_the_paragraphs_from_the_machine_read_page(established):
    whole, transcript = (
        established[name].edition for name in ("principper-2015", "principper-2015@transcript")
    )
    assert whole.text.split() == transcript.text.split()
    assert "økonomiske" in whole.text
    assert len(whole.blocks) > 10 * len(transcript.blocks)


def test_tables_are_as_an_editor_would_establish_them(established, sample):
    by_file = {made.edition.sections[0].place.file: made.edition for made in established.values()}
    for wanted in sample("tables.json"):
        edition = by_file[wanted["file"]]
        table = next(
            t for t in edition.tables if (t.label, t.caption) == (wanted["label"], wanted["caption"])
        )
        header, *rows = edition.table_rows(table)
        assert (header, rows, table.unit) == (wanted["columns"], wanted["rows"], wanted["unit"])
        assert edition.block_at(table.start).place.first == wanted["line"]


def test_a_cell_with_a_list_keeps_it_and_holds_no_markup(established):
    edition = established["aftale-2014"].edition
    rows = edition.table_rows(edition.tables[-1])
    assert [len(row) for row in rows] == [2, 2, 2, 2, 2]
    assert rows[1][1].count("\n• ") == 3
    assert not re.search(r"</?\w+/?>", edition.text)


@pytest.mark.parametrize(
    ("name", "line", "last", "blocks"),
    [
        ("aftale-2009", 469, "Der er i aftalen forudsat kons", 14),
        ("aftale-2014", 95, "Der anvendes et skøn for pris-", 9),
        ("aftale-2014", 167, "Øvrige særlige indsatsområder", 7),
        ("aftale-2014", 296, "9. Samspil om velfærden.", 13),
        ("aftale-2014", 546, "Øvrige særlige indsatsområder", 7),
    ],
)
def test_a_box_holds_what_belongs_together_and_no_more(name, line, last, blocks, established):
    edition = established[name].edition
    box = next(s for s in edition.sections if s.kind == "box" and s.place.first == line)
    inside = [b for b in edition.blocks if box.start <= b.start < box.end]
    assert len(inside) == blocks
    assert edition.text[inside[-1].start :].startswith(last)


def test_what_the_page_carries_beside_the_text_is_left_out_and_recorded(established):
    left_out = {
        name: [(" ".join(e.before.split()), e.reason) for e in emended(established[name], "furniture")]
        for name in ("aftale-2009", "aftale-2014", "principper-2015", "faelles-velfaerd-2014")
    }
    assert left_out["aftale-2009"] == [("12", "page number"), ("Regeringen KL", "letterhead")]
    assert left_out["aftale-2014"] == [("Bilag 4", "running header")]
    assert left_out["faelles-velfaerd-2014"] == [("43", "page number")]
    letterhead, *pages = left_out["principper-2015"]
    assert letterhead == ("Regeringen KL", "letterhead")
    assert pages == [(str(number), "page number") for number in range(1, 6)]


def test_what_stood_around_a_transcript_on_its_web_page_is_left_out(established):
    text = established["principper-2015"].edition.text
    assert text.startswith("Bilag 1. Principper for kommunaltstatsligt samarbejde\n")
    assert "Relaterede dokumenter" not in text
    assert "follow the link" not in established["faelles-velfaerd-2014"].edition.text


def test_words_in_italics_are_marked_and_their_asterisks_left_out(established):
    edition = established["aftale-2014"].edition
    marked = [edition.text[start:end] for block in edition.blocks for start, end in block.emphasis]
    assert len(marked) == 22
    assert all(words.strip() == words and "*" not in words for words in marked)


def test_what_looks_wrong_in_a_source_is_left_as_it_stands(established):
    assert "Aktivtetsbestemt medfinansiering" in established["aftale-2014"].edition.text
    assert "Kommunalpolitikeres rolle" in established["aftale-2009"].edition.text


def test_an_emendation_says_where_in_the_source_its_words_stood(established, sources):
    for made in established.values():
        for emendation in made.emendations:
            source = sources[emendation.place.file]
            assert source.startswith(emendation.before, emendation.source)
            assert source.count("\n", 0, emendation.source) + 1 == emendation.place.first
            assert made.edition.text.startswith(emendation.after, emendation.at)
