"""A person looks for words that are no longer together: the places that have most of them come first."""

from hypothesis import given
from hypothesis import strategies as st

from reader.search.likest import likest
from reader.text.words import words

A14 = "aftale-2014"


def test_the_words_of_a_passage_are_found_where_it_is(library):
    text = library.edition(A14).text
    sought = "Politisk aftalestyring bør i videst muligt omfang erstatte detailregulering"
    best = likest(text, sought)[0]
    assert text[slice(*best.span)] == sought
    assert best.found == len(words(sought))
    assert best.share > 0.99


def test_rare_words_weigh_more_than_words_that_stand_everywhere():
    text = "og det er en af dem\nog det er en af os\nog det er en af jer\nrefusion af de fleste"
    assert text[slice(*likest(text, "en refusion")[0].span)] == "refusion"


def test_a_long_line_is_not_taken_for_having_the_words_far_apart():
    text = "alfa " + "fyld " * 40 + "beta\nnoget alfa beta noget"
    best = likest(text, "alfa beta")[0]
    assert text[slice(*best.span)] == "alfa beta"


def test_words_that_stand_nowhere_are_found_nowhere(library):
    assert likest(library.edition(A14).text, "xyzzy plugh") == []
    assert likest("", "ord") == []
    assert likest("ord", "…") == []


@given(st.lists(st.sampled_from(["a", "b", "c", "d", "ø", "\n"]), max_size=40), st.integers(1, 4))
def test_every_place_lies_in_one_line_and_has_some_of_the_words(tokens, most):
    text = " ".join(tokens)
    found = likest(text, "a b ø", most)
    assert len(found) <= most
    assert [one.share for one in found] == sorted((one.share for one in found), reverse=True)
    for one in found:
        said = text[slice(*one.span)]
        assert "\n" not in said
        assert 0 < one.found == len(set(said.split()) & {"a", "b", "ø"})
        assert 0 < one.share <= 1 + 1e-9
