"""A person sees what changed in a wording, word by word, and can trust that nothing else did.

The laws are tried on a few hundred made pairs; RANDNOTE_LONG=1 pytest tests/compare tries 5,000 of each.
"""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.compare.alignment import align
from reader.compare.anchors import Region
from reader.compare.collation import collate
from reader.compare.tokens import WordSigns, tokenise
from reader.text.progress import Progress, Stopped
from tests.compare.edits import HOSTILE
from tests.thorough import tried

MANY = tried(200, 5000)
A14, P15 = "aftale-2014", "principper-2015"
WDIFF = 1117  # words that wdiff 1.2.2 finds in common in the two annexes


def told(left, right):
    """Return what a collation of two texts says: op and text, both texts where they differ in place only."""
    (collation,), _ = collate(left, right)
    return [
        (segment.op, left[slice(*segment.left)] or right[slice(*segment.right)])
        for segment in collation.segments
    ]


def changed(left, right):
    return [(op, text) for op, text in told(left, right) if op != "equal"]


def assert_lossless(left, right, collated, pairs):
    """Assert that the segments of each pair give both passages back, to the character and in order."""
    for (ours, theirs), collation in zip(pairs, collated.collations, strict=True):
        ours, theirs = ours or (0, 0), theirs or (0, 0)
        at, there = ours[0], theirs[0]
        for segment in collation.segments:
            if segment.left[0] < segment.left[1]:
                assert segment.left[0] == at
                at = segment.left[1]
            if segment.right[0] < segment.right[1]:
                assert segment.right[0] == there
                there = segment.right[1]
            assert_sound(left, right, segment)
        assert (at, there) == (ours[1], theirs[1])


def assert_sound(left, right, segment):
    gone, new = left[slice(*segment.left)], right[slice(*segment.right)]
    if segment.op == "equal":
        assert gone == new != ""
    elif segment.op == "move":
        assert bool(gone) != bool(new)
        assert segment.other is not None
    else:
        assert (bool(gone), bool(new)) == (segment.op == "delete", segment.op == "insert")


def both(left, right):
    return [((0, len(left)), (0, len(right)))]


# The real agreements


def principle(library, agreement, number):
    edition = library.edition(agreement)
    found = edition.principle(number)
    return edition.text[found.start : found.end]


def test_the_lede_of_the_second_principle_shows_exactly_its_two_changes(library):
    left, right = principle(library, A14, 2), principle(library, P15, 2)
    assert changed(left, right) == [
        ("delete", "Resultatbaseret styring skal sikre fokus på den offentlige sektors kerneopgaver"),
        ("insert", "Styring på mål og resultater er udgangspunktet for det kommunal-statslige samarbejde"),
        ("insert", "fremfor procesfokus "),
    ]


def test_a_principle_that_kept_its_wording_has_no_change(library):
    for number in (1, 4):
        left, right = principle(library, A14, number), principle(library, P15, number)
        assert told(left, right) == [("equal", left)]


def test_run_on_paragraphs_do_not_change_the_words_in_them(library):
    left, right = principle(library, A14, 6), principle(library, P15, 7)
    words = [word for _, text in changed(left, right) for word in re.findall(r"\w+", text)]
    assert len(words) < 110
    joined = changed(left, left.replace("\n", " "))
    assert {text for _, text in joined} == {"\n", " "}


def test_at_least_as_many_words_are_found_in_common_as_wdiff_finds_and_moved_passages_on_top(library):
    left, right = annexes(library)
    signs, progress = WordSigns(), Progress(None)
    one, other = tokenise(left, signs, progress), tokenise(right, signs, progress)
    matches = align(one, other, Region(0, len(one.code), 0, len(other.code)), progress)
    assert sum(match.size for match in matches) >= WDIFF

    (collation,), moves = collate(left, right)
    same = [segment.left for segment in collation.segments if segment.op == "equal"]
    moved = [segment.left for segment in collation.segments if segment.op == "move"]
    assert count(left, same) > 0.98 * WDIFF  # lone words between changes are given up
    assert count(left, [*same, *moved]) > WDIFF + 60
    assert [move.words for move in moves] == [30, 45, 12]


def annexes(library):
    edition = library.edition(A14)
    annex = next(s for s in edition.sections if s.kind == "annex" and "kommunal-statsligt" in s.text)
    return edition.text[annex.start : annex.end], library.edition(P15).text


def count(text, spans):
    """Count the words between blanks, as wdiff does, whose letters all stand in these spans."""
    inside = {at for span in spans for at in range(*span)}
    letters = [[at for at in range(*word.span()) if text[at].isalnum()] for word in re.finditer(r"\S+", text)]
    return sum(bool(word) and inside.issuperset(word) for word in letters)


# How changes are drawn


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Det er godt, og det virker.", "Det er godt og det virker.", [("delete", ",")]),
        ("Kommunen skal betale.", "Kommunen bør betale.", [("delete", "skal"), ("insert", "bør")]),
        ("Et to tre.", "Et to tre. Fire fem seks.", [("insert", " Fire fem seks.")]),
        ("Et to tre. Fire fem.", "Fire fem.", [("delete", "Et to tre. ")]),
        ("Mål sættes.", "Klare mål sættes.", [("delete", "Mål"), ("insert", "Klare mål")]),
        ("", "Noget nyt", [("insert", "Noget nyt")]),
        ("Noget gammelt", "", [("delete", "Noget gammelt")]),
        ("", "", []),
    ],
)
def test_only_what_changed_is_marked(left, right, expected):
    assert changed(left, right) == expected


def test_lone_words_between_changes_are_not_kept():
    left = "Staten sikrer at rammerne er klare for alle."
    right = "Kommunen lover at pengene er nok for alle."
    assert changed(left, right) == [
        ("delete", "Staten sikrer at rammerne er klare"),
        ("insert", "Kommunen lover at pengene er nok"),
    ]


def test_words_outrank_punctuation():
    left, right = "Frihed; ansvar, tillid: dialog.", "Frihed, ansvar; tillid. Dialog."
    assert all(
        not re.search(r"\w{2}", text) or text.casefold() == "dialog" for _, text in changed(left, right)
    )


def test_an_inserted_sentence_begins_where_a_sentence_begins():
    left = "Kommunerne har ansvar. Kommunerne skal betale."
    right = "Kommunerne har ansvar. Kommunerne har frihed. Kommunerne skal betale."
    assert changed(left, right) == [("insert", "Kommunerne har frihed. ")]


def test_a_full_stop_stays_where_one_side_goes_on_and_the_other_begins_a_sentence():
    left = "Det styres på mål. Ingen ved hvorfor det sker netop nu."
    right = "Det styres på mål, og staten vil understøtte det."
    assert told(left, right)[:3] == [
        ("equal", "Det styres på mål"),
        ("insert", ", og staten vil understøtte det"),
        ("equal", "."),
    ]


def test_letters_composed_otherwise_match_and_are_still_shown():
    left, right = "Det sm\u00e5 m\u00e5l er nået", "Det sma\u030a m\u00e5l er nået"
    assert changed(left, right) == [("delete", "sm\u00e5"), ("insert", "sma\u030a")]


# Laws


@settings(max_examples=MANY)
@given(
    seed=st.integers(0, 2**32),
    moves=st.integers(0, 3),
    share=st.sampled_from([0, 0.01, 0.05, 0.2, 0.6]),
    hostile=st.booleans(),
)
def test_both_sides_are_rebuilt_to_the_character(edits, seed, moves, share, hostile):
    pair = edits.pair(seed, moves=moves, share=share, hostile=hostile)
    for left, right in ((pair.left, pair.right), (pair.right, pair.left)):
        assert_lossless(left, right, collate(left, right), both(left, right))


SMALL = st.lists(
    st.sampled_from([*HOSTILE, "mål", "og", "Mål", "skal", " ", " ", ". ", "\n", "-"]), max_size=24
)


@settings(max_examples=MANY)
@given(left=SMALL.map("".join), right=SMALL.map("".join))
def test_any_signs_are_rebuilt_to_the_character(left, right):
    assert_lossless(left, right, collate(left, right), both(left, right))


@settings(max_examples=MANY // 5)
@given(seed=st.integers(0, 2**32), data=st.data())
def test_passages_of_two_texts_are_rebuilt_wherever_they_are_cut(edits, seed, data):
    pair = edits.pair(seed, moves=2, share=0.05)
    cuts = [data.draw(cuts_of(text)) for text in (pair.left, pair.right)]
    pairs = [(data.draw(st.sampled_from([ours, None])), theirs) for ours, theirs in zip(*cuts, strict=True)]
    collated = collate(pair.left, pair.right, pairs)
    assert_lossless(pair.left, pair.right, collated, pairs)


def cuts_of(text):
    places = st.lists(st.integers(0, len(text)), min_size=4, max_size=4)
    return places.map(sorted).map(lambda cuts: list(zip([0, *cuts], [*cuts, len(text)], strict=True)))


@settings(max_examples=MANY // 5)
@given(seed=st.integers(0, 2**32), hostile=st.booleans())
def test_a_text_is_the_same_as_itself(edits, seed, hostile):
    text = edits.pair(seed, moves=0, share=0.1, hostile=hostile).right
    assert told(text, text) == [("equal", text)]


# Long texts


@pytest.fixture(scope="module")
def long_pair(edits):
    """Two texts of some 400,000 signs: many edited pairs one after another."""
    pairs = [edits.pair(seed, moves=1, share=0.03) for seed in range(90)]
    return "".join(pair.left + "\n" for pair in pairs), "".join(pair.right for pair in pairs)


def test_long_texts_are_rebuilt_and_nearly_all_their_words_found(long_pair):
    left, right = long_pair
    collated = collate(left, right)
    assert_lossless(left, right, collated, both(left, right))
    same = sum(s.left[1] - s.left[0] for s in collated.collations[0].segments if s.op == "equal")
    assert same > 0.85 * len(left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ja nej " * 30_000, "nej ja ja " * 20_000),
        (" ".join(f"o{n}" for n in range(20_000)), " ".join(f"o{n}" for n in reversed(range(20_000)))),
        ("Det er godt. " * 9_000, "Det er ikke godt. Det er godt. " * 4_000),
        ("a" * 200_000, "a" * 100_000 + "b" * 100_000),
        (".," * 100_000, ".;" * 100_000),
        (" ".join(f"o{n}" for n in range(20_000)), " ".join(f"p{n}" for n in range(20_000))),
    ],
    ids=["two words", "turned round", "one sentence", "no spaces", "no words", "nothing in common"],
)
def test_texts_that_give_no_hold_are_rebuilt_too(left, right):
    assert_lossless(left, right, collate(left, right), both(left, right))


def test_who_waits_hears_how_far_it_is(long_pair):
    heard = []
    collate(*long_pair, on=lambda share: heard.append(share) or True)
    assert heard == sorted(heard)
    assert 0 <= heard[0] < 0.05
    assert heard[-1] == 1
    assert len(heard) > 100


@pytest.mark.parametrize("enough", [0, 0.2, 0.5, 0.8, 0.9, 0.99])
def test_who_waits_can_stop_it_at_any_point(long_pair, enough):
    heard = []
    with pytest.raises(Stopped):
        collate(*long_pair, on=lambda share: heard.append(share) or share < enough)
    assert heard[-1] >= enough
    assert all(share < enough for share in heard[:-1])
