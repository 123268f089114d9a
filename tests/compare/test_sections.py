"""Chapters, annexes and themes that speak of the same thing are found, and no wrong pair is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.compare.sections import section_pairs

A09, A14, P15, FV = "aftale-2009", "aftale-2014", "principper-2015", "faelles-velfaerd-2014"

# As found by reading both agreements; what is only partly about the same is left out.
BY_READING = {
    "1. Indledning": "1. Indledning",
    "Principper for god decentral styring": "Principper for kommunal-statsligt samarbejde",
    "3. Potentiale for omprioriteringer og bedre ressourceudnyttelse": (
        "6. Modernisering og bedre ressourceanvendelse"
    ),
    "Indkøb": "Indkøb",
    "Digital Forvaltning": "Digitalisering",
    "4. Kommunernes økonomi i 2009": "3. Kommunernes økonomi for 2014",
    "Offentlig-privat samarbejde": "Offentlig-privat samarbejde",
    "Øvrige økonomiske forudsætninger": "Øvrige økonomiske forudsætninger",
    "Bidrag til regionerne": "Bidrag til regionerne",
    "Skatter": "Skatter",
    "Pris- og lønudvikling": "Pris- og lønudvikling",
    "5. Sektortemaer": "4. Kommunale serviceområder",
    "Dagtilbud": "Dagtilbud",
    "Sundhed": "Kommunal sundhed",
    "Det specialiserede socialområde": "Socialområdet",
    "Udsatte børn og unge": "Udsatte børn og unge",
    "Folkeskolen": "Folkeskole",
    "6. Øvrige temaer": "7. Øvrige temaer",
    "Inddrivelse af kommunale restancer": "Restancer",
}


def titles(library, one, two):
    pairs = section_pairs(library.edition(one), library.edition(two))
    return {ours.text: theirs.text for ours, theirs in pairs}


@pytest.mark.parametrize(
    "theme", ["Digital Forvaltning", "Folkeskolen", "Inddrivelse af kommunale restancer"]
)
def test_a_theme_is_followed_although_it_is_called_otherwise(library, theme):
    assert titles(library, A09, A14)[theme] == BY_READING[theme]


def test_nothing_is_paired_that_a_reader_would_not_pair(library):
    found = titles(library, A09, A14)
    assert found.items() <= BY_READING.items()
    assert len(found) >= 0.9 * len(BY_READING)


@pytest.mark.parametrize("other", [A09, A14, P15])
def test_a_publication_about_something_else_answers_nothing(library, other):
    assert titles(library, FV, other) == {}


@pytest.mark.parametrize("one", [A09, A14, P15, FV])
@pytest.mark.parametrize("two", [A09, A14, P15, FV])
def test_no_section_answers_two_and_answers_go_both_ways(library, one, two):
    there = section_pairs(library.edition(one), library.edition(two))
    back = section_pairs(library.edition(two), library.edition(one))
    assert {(a.id, b.id) for a, b in there} == {(b.id, a.id) for a, b in back}
    assert len({a.id for a, _ in there}) == len({b.id for _, b in there}) == len(there)


@pytest.mark.parametrize("name", [A09, A14, P15, FV])
def test_sections_of_an_agreement_answer_themselves(library, name):
    edition = library.edition(name)
    assert all(a == b for a, b in section_pairs(edition, edition))


def test_an_exact_copy_with_other_numbers_and_years_is_followed_throughout(library):
    edition = library.edition(A09)
    renamed = tuple(
        s._replace(text=s.text.replace("2009", "2016").replace("4. ", "9. ")) for s in edition.sections
    )
    copy = edition._replace(id="kopi", sections=renamed)
    pairs = section_pairs(edition, copy)
    assert all(a.start == b.start for a, b in pairs)
    assert len(pairs) >= len(section_pairs(edition, edition))


@given(order=st.permutations(range(5)))
def test_sections_in_another_order_are_found_by_their_titles(titled, order):
    names = ["Sundhed", "Skole", "Veje", "Miljø", "Ældre"]
    one = titled("a", *(("section", name) for name in names))
    two = titled("b", *(("section", names[at]) for at in order))
    assert {(a.text, b.text) for a, b in section_pairs(one, two)} == {(name, name) for name in names}
