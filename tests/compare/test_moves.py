"""What only went elsewhere is shown as moved, and nothing else is."""

from reader.compare.collation import collate
from tests.thorough import tried

SEEDS = range(tried(200, 5000))


def moves(left, right, pairs=None):
    return [
        (left[slice(*move.left)], right[slice(*move.right)]) for move in collate(left, right, pairs).moves
    ]


def ends(left, right):
    """Return for each end of a move which side it is on, its text, and the text of the other end."""
    (collation,), _ = collate(left, right)
    for segment in collation.segments:
        if segment.op == "move" and segment.left[0] < segment.left[1]:
            yield "left", left[slice(*segment.left)], right[slice(*segment.other)]
        elif segment.op == "move":
            yield "right", right[slice(*segment.right)], left[slice(*segment.other)]


OTHERS = (
    "Kommunerne har ansvaret for at prioritere inden for rammerne. Regeringen sikrer enkel regulering.",
    "Dokumentation skal være meningsfuld for dem, der indsamler den, og udbyttet skal stå mål med indsatsen.",
    "Enkeltsager bør ikke give anledning til ny lovgivning, når de ikke er typiske for opgaven som helhed.",
)
PASSAGE = "Vedholdende fokus og opfølgning er afgørende for, at reformer får den ønskede effekt for borgerne."


def test_a_moved_paragraph_is_shown_as_moved_at_both_ends():
    left, right = "\n".join([PASSAGE, *OTHERS]), "\n".join([*OTHERS, PASSAGE])
    assert moves(left, right) == [(PASSAGE, PASSAGE)]
    assert list(ends(left, right)) == [("left", PASSAGE, PASSAGE), ("right", PASSAGE, PASSAGE)]


def test_a_passage_that_moved_and_was_edited_is_one_move_with_its_edit_inside():
    edited = PASSAGE.replace("reformer", "alle indsatser")
    left, right = "\n".join([PASSAGE, *OTHERS]), "\n".join([*OTHERS, edited])
    assert moves(left, right) == [(PASSAGE, edited)]
    runs = [text for side, text, _ in ends(left, right) if side == "left"]
    assert runs == [
        "Vedholdende fokus og opfølgning er afgørende for, at",
        "får den ønskede effekt for borgerne.",
    ]


def test_a_passage_moves_from_one_pair_of_passages_to_another():
    left, right = "\n".join([PASSAGE, *OTHERS]), "\n".join([*OTHERS, PASSAGE])
    cut, there = len(PASSAGE) + 1, len(right) - len(PASSAGE)
    pairs = [((0, cut), None), ((cut, len(left)), (0, there)), (None, (there, len(right)))]
    assert moves(left, right, pairs) == [(PASSAGE, PASSAGE)]


def test_a_turn_of_phrase_did_not_move():
    phrase = "Parterne er enige om, at der inden udgangen af året skal ses nærmere på "
    left = f"{phrase}vejene. {OTHERS[0]} {phrase}broerne. {OTHERS[1]}"
    right = f"{OTHERS[0]} {phrase}broerne. {OTHERS[1]} {phrase}havnene."
    assert moves(left, right) == []


def test_a_passage_that_was_copied_did_not_move():
    left, right = "\n".join([PASSAGE, *OTHERS]), "\n".join([PASSAGE, *OTHERS, PASSAGE])
    assert moves(left, right) == []


def test_nothing_moved_in_a_text_that_is_only_edited(edits):
    pairs = [edits.pair(seed, moves=0, share=0.03) for seed in SEEDS]
    assert sum(len(collate(pair.left, pair.right).moves) for pair in pairs) <= 0.01 * len(pairs)


def test_planted_moves_are_found_and_hardly_anything_else(edits):
    planted = found = told = false = 0
    for seed in SEEDS:
        pair = edits.pair(seed, moves=1 + seed % 2, share=(0, 0.02, 0.05)[seed % 3])
        collated = collate(pair.left, pair.right)
        (collation,), reported = collated
        inside = {at for s in collation.segments if s.op == "move" for at in range(*s.right)}
        words = [word for one in pair.planted for word in one.words]
        planted += len(pair.planted)
        found += sum(share(one.words, inside) >= 0.8 for one in pair.planted)
        told += len(reported)
        false += sum(share(words, set(range(*move.right))) == 0 for move in reported)
    assert planted > len(SEEDS)
    assert found >= 0.95 * planted
    assert false < 0.01 * told


def share(words, inside):
    """Return the share of words whose first sign is in a set of places."""
    return sum(begin in inside for begin, _ in words) / len(words) if words else 0


# The real agreements


def test_the_last_paragraph_of_the_third_principle_moved_into_the_new_fifth(library):
    one, other = library.edition("aftale-2014"), library.edition("principper-2015")
    last = one.text[slice(*one.principle(3).paragraphs[-1])]
    assert last.startswith("Vedholdende ledelsesfokus")
    collated = collate(one.text, other.text, [(span(one, 3), span(other, 3)), (None, span(other, 5))])
    (move,) = collated.moves
    assert (one.text[slice(*move.left)], other.text[slice(*move.right)]) == (last, last)
    assert other.principle_at(move.right[0]).number == 5


def test_the_clause_of_the_dropped_seventh_principle_that_survives_is_found(library):
    one, other = library.edition("aftale-2014"), library.edition("principper-2015")
    collated = collate(one.text, other.text, [(span(one, 5), span(other, 6)), (span(one, 7), None)])
    (move,) = collated.moves
    clause = "hvor den lokale politiske forankring og nærheden til borgerne har mindre betydning,"
    assert (one.text[slice(*move.left)], other.text[slice(*move.right)]) == (clause, clause)


def span(edition, number):
    principle = edition.principle(number)
    return principle.start, principle.end
