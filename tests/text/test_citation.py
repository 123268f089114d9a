"""Every paragraph can be cited, and a citation leads back to it."""

import pytest

from reader.text.citation import DANISH, ENGLISH, citation, wording_for, written
from reader.text.reference import meant


@pytest.fixture(scope="module")
def editions(established, shipped):
    return {agreement.id: established[agreement.id].edition for agreement in shipped}


def where(editions, name, words):
    edition = editions[name]
    start = edition.text.index(words)
    return written(citation(edition, start, start + len(words)), DANISH)


def test_a_paragraph_of_a_principle_is_cited_by_annex_principle_and_number(editions):
    words = "Styringsdialogen mellem stat og kommuner"
    wanted = "bilag 3, “Principper for kommunal-statsligt samarbejde”, princip 2, stk. 3"
    assert where(editions, "aftale-2014", words) == wanted


def test_a_passage_is_cited_with_the_pages_it_stands_on(editions):
    edition = editions["principper-2015"]
    start = edition.text.index("En stærk decentral sektor")
    assert written(citation(edition, start, start + 25), DANISH).endswith("s. 1–2")
    assert written(citation(edition, start, start + 9), ENGLISH).endswith("p. 1")


def test_pages_are_counted_through_one_that_begins_with_what_was_left_out(editions):
    edition = editions["aftale-2009"]
    assert edition.page_at(edition.text.index("Regeringen og KL er endvidere enige om, at det nuv")) == 13
    assert edition.page_at(edition.text.index("Ingen løsrevne lukkedage")) == 12


def test_a_witness_that_does_not_tell_its_pages_has_none(established):
    assert established["principper-2015@ocr"].edition.pages == ()
    assert established["aftale-2014"].edition.pages == ()


@pytest.mark.parametrize("wording", [DANISH, ENGLISH])
def test_every_paragraph_and_item_is_found_again_by_its_citation(editions, shipped, wording):
    for agreement in shipped:
        edition = editions[agreement.id]
        for block in edition.blocks:
            if block.kind == "heading":
                continue
            cited = written(citation(edition, block.start, block.end), wording)
            found = meant(f"{agreement.short}, {cited}", shipped, editions, "")
            assert found == (agreement.id, block.start, block.end), cited


@pytest.mark.parametrize(
    ("typed", "agreement", "begins"),
    [
        ("ØA14 kap 3", "aftale-2014", "3. Kommunernes økonomi for 2014"),
        ("øa 14 bilag 3 princip 2", "aftale-2014", "2. Styring på mål og resultater"),
        ("princip 3", "principper-2015", "3. Politisk ansvar"),
        ("aftale-2014 tabel 1", "aftale-2014", "Tabel 1 Balance"),
        ("ØA09 boks 1", "aftale-2009", "Boks 1"),
        ("ØA09 s. 12", "aftale-2009", "Skatter"),
        ("ØA14, bilag 1, tabel 1", "aftale-2014", "Tabel 1 Målbillede"),
    ],
)
def test_a_typed_reference_leads_to_its_place(editions, shipped, typed, agreement, begins):
    found = meant(typed, shipped, editions, "principper-2015")
    assert found is not None
    assert found.agreement == agreement
    assert editions[agreement].text[found.start :].startswith(begins)


@pytest.mark.parametrize("typed", ["", "ØA14", "princip", "mål og resultater", "princip 99", "2014", "kap"])
def test_what_is_no_reference_means_nothing(editions, shipped, typed):
    assert meant(typed, shipped, editions, "aftale-2014") is None


def test_an_agreement_is_cited_in_its_own_language():
    assert (wording_for("da"), wording_for("en")) == (DANISH, ENGLISH)
