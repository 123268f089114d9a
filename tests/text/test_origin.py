"""From a place in an edition to its place in the witness, and back."""

import pytest

from reader.text.origin import Origin

NAMES = ("aftale-2009", "aftale-2014", "principper-2015", "principper-2015@ocr", "faelles-velfaerd-2014")


@pytest.mark.parametrize("name", NAMES)
def test_what_was_copied_stands_in_the_witness_where_its_origin_says(name, established, sources):
    made = established[name]
    text, origin = made.edition.text, Origin(made.emendations)
    source = sources[made.edition.sections[0].place.file]
    emended = {n for e in made.emendations for n in range(e.at, e.at + len(e.after))}
    for offset in range(0, len(text), 7):
        if offset not in emended:
            assert source[origin.in_witness(offset)] == text[offset]
            assert origin.in_edition(origin.in_witness(offset)) == offset


@pytest.mark.parametrize("name", NAMES)
def test_the_stretch_of_the_witness_behind_a_word_holds_its_letters(name, established, sources):
    made = established[name]
    edition, origin = made.edition, Origin(made.emendations)
    source = sources[edition.sections[0].place.file]
    for block in edition.blocks:
        start, end = origin.witness_span(block.start, block.end)
        assert source.count("\n", 0, start) + 1 in range(block.place.first, block.place.last + 1)
        assert source.count("\n", 0, max(start, end - 1)) + 1 == block.place.last


def test_the_emendations_that_touch_a_passage_are_named(established):
    made = established["aftale-2009"]
    origin = Origin(made.emendations)
    for number, emendation in enumerate(made.emendations):
        if emendation.after:
            assert number in origin.emended(emendation.at, emendation.at + len(emendation.after))


def test_an_edition_that_is_its_witness_stands_where_it_stands():
    origin = Origin(())
    assert (origin.in_witness(7), origin.in_edition(7), origin.witness_span(2, 5)) == (7, 7, (2, 5))
