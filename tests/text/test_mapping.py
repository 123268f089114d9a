"""A new edition comes: what was marked is where it was meant, or waits to be looked at, or is lost."""

import random
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.kept_lines import in_order, kept_lines
from reader.text.mapping import CHECK, LOST, PLACED, Mapping, Outcome, by_words
from reader.text.places import Places
from reader.text.selector import describe

CLAUSE = "Kommunerne skal inden udgangen af {} have taget stilling til, hvordan styringen forenkles."
FRAME = [
    "Regeringen og KL er enige om en ny aftale for kommunernes økonomi.",
    "Aftalen bygger på tillid mellem parterne og på klare fælles mål.",
    "Parterne mødes to gange om året for at drøfte, hvordan det går.",
    "Resultaterne gøres op hvert efterår og offentliggøres af begge parter.",
]


def lines(*texts: str) -> str:
    return "\n".join(texts)


def became(old: str, new: str, quote: str, nth: int = 0) -> tuple[str, str | None]:
    """Return what became of the nth place of a quote, and the words that now stand there."""
    start = [found.start() for found in re.finditer(re.escape(quote), old)][nth]
    outcome = Mapping(old, new).outcome(start, start + len(quote))
    return outcome.state, new[slice(*outcome.span)] if outcome.span else None


def test_in_an_unchanged_text_everything_is_where_it_was() -> None:
    text = lines(*FRAME, FRAME[0], "", FRAME[1])
    mapping = Mapping(text, text)
    for start in range(0, len(text), 7):
        for end in range(start + 1, len(text), 31):
            assert mapping.outcome(start, end) == (PLACED, (start, end), 1.0)


def test_a_passage_is_placed_where_its_line_went() -> None:
    old = lines(*FRAME)
    new = lines(FRAME[2], "En ny indledning.", *FRAME[:2], FRAME[3])
    for quote in ("klare fælles mål", "Parterne mødes to gange", FRAME[3]):
        assert became(old, new, quote) == (PLACED, quote)


def test_unchanged_words_in_a_changed_line_are_placed() -> None:
    old = lines(*FRAME)
    new = lines(FRAME[0], "Aftalen hviler på tillid mellem alle parter og på klare fælles mål.", *FRAME[2:])
    assert became(old, new, "klare fælles mål") == (PLACED, "klare fælles mål")
    assert became(old, new, "tillid mellem") == (PLACED, "tillid mellem")
    assert became(old, new, "fælles") == (PLACED, "fælles")


def test_changed_words_wait_with_a_proposal_and_how_sure_it_is() -> None:
    old = lines(*FRAME)
    new = lines(FRAME[0], "Aftalen hviler på tillid mellem alle parter og på klare fælles mål.", *FRAME[2:])
    assert became(old, new, "bygger på tillid mellem parterne") == (
        CHECK,
        "hviler på tillid mellem alle parter",
    )
    start = old.index("bygger på tillid mellem parterne")
    assert 0.4 < Mapping(old, new).outcome(start, start + 32).sure < 1


def test_a_passage_that_was_taken_out_is_lost() -> None:
    old = lines(*FRAME[:2], "Refusionen omlægges fuldstændigt.", *FRAME[2:])
    assert became(old, lines(*FRAME), "Refusionen omlægges") == (LOST, None)


def test_words_that_stand_everywhere_lead_nowhere() -> None:
    everywhere = lines(*(f"Der er enighed om, at det er {number} for alle." for number in range(30)))
    old, gone = lines(everywhere, "Hertil kom, at det er uklart."), "at det er uklart"
    assert became(old, everywhere, gone) == (LOST, None)
    new = lines(everywhere, "Et afsnit.", "Dertil kommer, at det er højst uklart for begge.")
    assert became(old, new, gone) == (CHECK, "at det er højst uklart")


def test_a_passage_over_several_lines_is_placed_if_they_still_follow_each_other() -> None:
    old = lines(*FRAME)
    quote = "klare fælles mål.\nParterne mødes"
    assert became(old, lines("Ny.", *FRAME), quote) == (PLACED, quote)
    divided = lines(*FRAME[:2], "En ny linje imellem.", *FRAME[2:])
    state, words = became(old, divided, quote)
    assert (state, words) == (CHECK, "klare fælles mål.\nEn ny linje imellem.\nParterne mødes")


@pytest.mark.parametrize("gap", [0, 1, 3], ids=["side by side", "a line between", "far apart"])
@pytest.mark.parametrize("gone", [0, 1])
@pytest.mark.parametrize(
    "quote",
    ["tage stilling".replace("tage", "taget"), "styringen", "Kommunerne skal", "hvordan styringen forenkles"],
)
def test_the_note_on_a_clause_that_was_taken_out_is_never_put_on_the_clause_that_is_like_it(
    gap: int, gone: int, quote: str
) -> None:
    clauses = [CLAUSE.format(2014), CLAUSE.format(2015)]
    old = lines(FRAME[0], clauses[0], *FRAME[1 : 1 + gap], clauses[1], FRAME[3])
    kept = [line for line in old.split("\n") if line != clauses[gone]]
    new = lines(*kept)
    assert became(old, new, quote, gone)[0] != PLACED
    assert became(old, new, quote, 1 - gone) == (PLACED, quote)
    assert became(old, new, clauses[gone])[0] != PLACED


def test_of_two_like_clauses_of_which_one_went_and_the_other_changed_none_is_taken_for_sure() -> None:
    old = lines(FRAME[0], CLAUSE.format(2014), CLAUSE.format(2015), FRAME[3])
    new = lines(FRAME[0], CLAUSE.format(2016), FRAME[3])
    for nth in (0, 1):
        state, words = became(old, new, "have taget stilling", nth)
        assert (state, words) == (CHECK, "have taget stilling")


@pytest.mark.parametrize("quote", ["Kommunerne skal", "inden udgangen", "taget stilling til"])
def test_the_note_on_a_clause_is_not_put_on_a_copy_of_another_that_came_in_its_place(quote: str) -> None:
    clause = "Kommunerne skal inden udgangen af {} have taget stilling til {}."
    old = lines(FRAME[0], clause.format(2014, "målene"), FRAME[1], clause.format(2015, "rammerne"))
    came = clause.format(2016, "rammerne")
    assert became(old, lines(FRAME[0], came, *old.split("\n")[2:]), quote) == (CHECK, quote)
    reworded = lines(FRAME[0], clause.format(2016, "målene"), *old.split("\n")[2:])
    assert became(old, reworded, quote) == (PLACED, quote)


def test_a_clause_that_moved_is_placed_though_one_that_is_like_it_came_where_it_was() -> None:
    old = lines(FRAME[0], CLAUSE.format(2014), *FRAME[1:])
    new = lines(FRAME[0], CLAUSE.format(2015), *FRAME[1:], CLAUSE.format(2014))
    for quote in ("have taget stilling", CLAUSE.format(2014)):
        start = old.index(quote)
        there = start + new.index(CLAUSE.format(2014)) - old.index(CLAUSE.format(2014))
        assert Mapping(old, new).outcome(start, start + len(quote)) == (
            PLACED,
            (there, there + len(quote)),
            1.0,
        )


def test_equal_lines_of_which_one_is_missing_are_not_told_apart() -> None:
    old = lines("Balance", "Indtægter 10", "Balance", "Udgifter 10")
    assert became(old, lines("Balance", "Udgifter 10"), "Balance", 0)[0] != PLACED
    assert (
        became(old, lines("Ny", "Balance", "Indtægter 11", "Balance", "Udgifter 10"), "Balance", 0)[0]
        == PLACED
    )


def test_a_short_line_that_left_its_order_is_not_taken_for_another_of_its_words() -> None:
    old = lines("Økonomi", FRAME[0], FRAME[1], FRAME[2])
    new = lines(FRAME[0], FRAME[1], FRAME[2], "Økonomi")
    assert became(old, new, "Økonomi") == (CHECK, "Økonomi")


def test_a_paragraph_that_was_divided_or_joined_keeps_its_passages() -> None:
    joined = lines(FRAME[0], f"{FRAME[1]} {FRAME[2]}", FRAME[3])
    divided = lines(*FRAME)
    for old, new in ((joined, divided), (divided, joined)):
        for quote in ("klare fælles mål", "Parterne mødes", "drøfte, hvordan det går"):
            assert became(old, new, quote) == (PLACED, quote)


def test_parts_of_words_are_placed_to_the_letter() -> None:
    old = lines(*FRAME)
    new = old.replace("bygger", "hviler")
    assert became(old, new, "illid mell") == (PLACED, "illid mell")


def test_there_is_no_passage_outside_the_text() -> None:
    for start, end in ((1, 1), (-1, 2), (0, 4)):
        with pytest.raises(ValueError, match="no passage"):
            Mapping("abc", "abc").outcome(start, end)


LINES = st.lists(
    st.sampled_from([*FRAME, CLAUSE.format(1), CLAUSE.format(2), "Kort", "", "a b c 🙂"]), max_size=8
)


@given(LINES, LINES, st.data())
def test_what_is_placed_has_the_same_words_and_a_proposal_lies_in_the_text(
    before: list[str], after: list[str], data: st.DataObject
) -> None:
    old, new = lines(*before), lines(*after)
    if not old:
        return
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    outcome = Mapping(old, new).outcome(start, end)
    if outcome.state == PLACED:
        assert outcome.span is not None
        assert new[slice(*outcome.span)] == old[start:end]
        assert outcome.sure == 1.0
    elif outcome.state == CHECK:
        assert outcome.span is not None
        assert 0 <= outcome.span[0] < outcome.span[1] <= len(new)
        assert 0 < outcome.sure < 1
    else:
        assert outcome == (LOST, None, 0.0)


@given(LINES, LINES)
def test_lines_are_paired_only_with_their_equals_and_each_once(old: list[str], new: list[str]) -> None:
    kept = kept_lines(old, new)
    pairs = [(one, other) for one, other in enumerate(kept.new_of) if other >= 0]
    assert all(old[one] == new[other] for one, other in pairs)
    assert len({other for _, other in pairs}) == len(pairs)
    if old == new:
        assert kept.new_of == list(range(len(old)))


@given(st.lists(st.integers(0, 30), unique=True, max_size=12))
def test_the_longest_run_in_order_is_found(seconds: list[int]) -> None:
    chain = in_order(list(enumerate(seconds)))
    assert chain == sorted(chain)
    assert [second for _, second in chain] == sorted(second for _, second in chain)
    longest = [1] * len(seconds)
    for at in range(len(seconds)):
        longest[at] += max((longest[one] for one in range(at) if seconds[one] < seconds[at]), default=0)
    assert len(chain) == max(longest, default=0)


# Where the edition a passage was taken from is not kept, its words are all there is to go by.


def test_without_the_old_text_nothing_is_placed_for_sure() -> None:
    old, new = lines(*FRAME), lines("Ny.", *FRAME)
    start = old.index("klare fælles mål")
    selector = describe(old, start, start + 16, "old")
    framed = by_words(selector, new)
    assert (framed.state, framed.span) == (CHECK, (start + 4, start + 20))
    alone = by_words(selector, "Der er klare fælles mål her.")
    assert (alone.state, alone.span) == (CHECK, (7, 23))
    twice = by_words(selector, "klare fælles mål og klare fælles mål")
    assert framed.sure > alone.sure > twice.sure > 0
    assert by_words(selector, "Noget helt andet.") == (LOST, None, 0.0)


def test_places_are_exact_in_the_edition_itself_mapped_from_another_and_guessed_without_one() -> None:
    old, new = lines(*FRAME), lines("Ny.", *FRAME)
    start = old.index("klare fælles mål")
    places = Places(new, "new", {"old": old}.get)
    assert places.outcome(describe(new, 4, 9, "new")) == (PLACED, (4, 9), 1.0)
    assert places.outcome(describe(old, start, start + 16, "old")) == (PLACED, (start + 4, start + 20), 1.0)
    assert places.outcome(describe(old, start, start + 16, "unknown")).state == CHECK
    assert places.outcome(describe(old, start, start + 16, "old"), missing_from="new").state == LOST
    altered = describe(old, start, start + 16, "old")._replace(quote="andre ord")
    assert places.outcome(altered).state == LOST


# New editions made by chance from the real texts, with what became of every letter known.

Letters = list[tuple[str, int | None]]
"""Letters with their places in the old text; None for a new one, and `~place` for one copied from there."""


class Editor:
    """Makes old and new editions of a text by chance, and knows where every letter went."""

    def __init__(self, texts: Sequence[str], seed: int) -> None:
        self.chance = random.Random(seed)
        self.vocabulary = sorted({word for text in texts for word in re.findall(r"\w+", text)})
        whole = self.chance.choice([text.split("\n") for text in texts if text.count("\n") > 20])
        first = self.chance.randrange(max(1, len(whole) - 100))
        chosen = whole[first : first + self.chance.randint(20, 100)]
        for _ in range(self.chance.randint(0, 6)):
            at = self.chance.randrange(len(chosen))
            like = words_in(self.alike([(letter, None) for letter in chosen[at]]))
            chosen.insert(self.chance.choice([at, at + 1, self.chance.randrange(len(chosen))]), like)
        self.old = "\n".join(chosen)
        self.moved: set[int] = set()
        self.lines: list[Letters] = []
        at = 0
        for line in chosen:
            self.lines.append([(letter, at + number) for number, letter in enumerate(line)])
            at += len(line) + 1

    def alike(self, line: Letters) -> Letters:
        """Return a clause that is like this one but for a word or two."""
        words = list(re.finditer(r"\w+", words_in(line)))
        for word in sorted(self.chance.sample(words, min(len(words) // 4, 2)), key=lambda one: -one.start()):
            new: Letters = [(letter, None) for letter in self.another(word[0])]
            line = [*line[: word.start()], *new, *line[word.end() :]]
        return line

    def another(self, word: str) -> str:
        """Return another word."""
        return self.chance.choice([one for one in self.vocabulary if one != word])

    def edit(self) -> None:
        deeds = [self.reword, self.reword, self.take_out, self.take_out, self.move, self.divide, self.join]
        deeds += [self.double]
        for _ in range(self.chance.randint(1, 12)):
            self.chance.choice(deeds)(self.chance.randrange(len(self.lines)))

    def reword(self, at: int) -> None:
        line = self.lines[at]
        words = list(re.finditer(r"\w+", words_in(line)))
        share = self.chance.choice([0.03, 0.1, 0.3])
        chosen = self.chance.sample(words, min(len(words), 1 + int(share * len(words))))
        for word in sorted(chosen, key=lambda one: -one.start()):
            new: Letters = [(letter, None) for letter in self.another(word[0])]
            kept = self.chance.choice([[], [*line[word.start() : word.end()], (" ", None)]])
            line = line[: word.start()] + kept + new + line[word.end() :]
        self.lines[at] = line

    def take_out(self, at: int) -> None:
        if len(self.lines) > 5:
            del self.lines[at]

    def move(self, at: int) -> None:
        line = self.lines.pop(at)
        self.moved.update(old for _, old in line if old is not None and old >= 0)
        self.lines.insert(self.chance.randrange(len(self.lines) + 1), line)

    def double(self, at: int) -> None:
        """Put in a clause that is like this one but for a word or two."""
        like = self.alike([(letter, copied(old)) for letter, old in self.lines[at]])
        self.lines.insert(self.chance.randrange(len(self.lines) + 1), like)

    def divide(self, at: int) -> None:
        ends = list(re.finditer(r"(?<=[.!?]) ", words_in(self.lines[at])))
        if ends:
            end = self.chance.choice(ends)
            self.lines[at : at + 1] = [self.lines[at][: end.start()], self.lines[at][end.end() :]]

    def join(self, at: int) -> None:
        if at + 1 < len(self.lines):
            self.lines[at : at + 2] = [[*self.lines[at], (" ", None), *self.lines[at + 1]]]

    def new(self) -> tuple[str, dict[int, int]]:
        """Return the new text, and for each old letter that is still there where it is."""
        letters: Letters = []
        for line in self.lines:
            letters += [*line, ("\n", None)]
        letters = letters[:-1]
        went = {old: at for at, (_, old) in enumerate(letters) if old is not None and old >= 0}
        return words_in(letters), self.taken_for(letters, went) | went

    def taken_for(self, letters: Letters, went: dict[int, int]) -> dict[int, int]:
        """Return the letters of clauses that are gone altogether, but for a copy that stands in their place.

        For anyone who has only the two texts such a clause was reworded.
        """
        left = sorted(went)
        found = {}
        for at, (_, old) in enumerate(letters):
            if old is not None and old < 0:
                first, last = line_around(self.old, (~old, ~old))
                start, end = bisect_left(left, first), bisect_left(left, last)
                before = went[left[start - 1]] if start else -1
                after = went[left[end]] if end < len(left) else len(letters)
                if start == end and before < at < after:
                    found[~old] = at
        return found

    def passage(self, words: Sequence["re.Match[str]"]) -> tuple[int, int]:
        first = self.chance.randrange(len(words))
        last = min(len(words) - 1, first + self.chance.choice([0, 0, 1, 2, 4, 7, 14]))
        return words[first].start(), words[last].end()


def words_in(letters: Letters) -> str:
    return "".join(letter for letter, _ in letters)


def copied(old: int | None) -> int | None:
    return old if old is None or old < 0 else ~old


def line_around(text: str, span: tuple[int, int]) -> tuple[int, int]:
    return text.rfind("\n", 0, span[0]) + 1, (text + "\n").find("\n", span[1])


def fate(
    old: str, new: str, went: dict[int, int], span: tuple[int, int]
) -> tuple[str, tuple[int, int] | None]:
    """Return what became of a passage: same, edited, torn or gone, and where it is."""
    letters = [at for at in range(*span) if old[at] != "\n"]
    left = [went[at] for at in letters if at in went]
    if not left:
        return "gone", None
    place = min(left), max(left) + 1
    whole = len(left) == len(letters) and new[slice(*place)] == old[slice(*span)]
    if whole:
        return "same", place
    # A line of it moved away: the words are in two places, and no proposal is one.
    return ("torn" if place[1] - place[0] > 3 * (span[1] - span[0]) else "edited"), place


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    common = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return common / (max(one[1], other[1]) - min(one[0], other[0]))


def is_wrong(outcome: Outcome, became: str, place: tuple[int, int] | None, own: set[int]) -> bool:
    """Say whether a passage is put, as if that were sure, where it is not; `own` are its letters of now."""
    if outcome.state != PLACED or outcome.span is None:
        return False
    return outcome.span != place if became == "same" else not own.intersection(range(*outcome.span))


def tried(texts: Sequence[str], seeds: range, passages: int) -> tuple[Counter[str], list[object]]:
    """Map passages of editions made by chance; count what became of them, and return what went wrong."""
    counts: Counter[str] = Counter()
    wrong: list[object] = []
    for seed in seeds:
        editor = Editor(texts, seed)
        editor.edit()
        old, (new, went) = editor.old, editor.new()
        untouched = Counter(new.split("\n")) & Counter(old.split("\n"))
        mapping, words = Mapping(old, new), list(re.finditer(r"\w+", old))
        for _ in range(passages):
            span = editor.passage(words)
            outcome = mapping.outcome(*span)
            became, place = fate(old, new, went, span)
            counts[f"{became} {outcome.state}"] += 1
            counts["all"] += 1
            if is_wrong(outcome, became, place, {went[at] for at in range(*span) if at in went}):
                wrong.append((seed, span, outcome, place))
            line = old[slice(*line_around(old, span))]
            if (
                became == "same"
                and untouched[line] == old.split("\n").count(line) == 1
                and len(line.split()) > 4
            ):
                where = "moved" if editor.moved.intersection(range(*span)) else "in place"
                counts[f"unchanged {where}"] += 1
                counts[f"unchanged {where}, placed"] += outcome.state == PLACED
            if became == "edited" and place:
                counts["proposed right"] += bool(outcome.span and overlap(outcome.span, place) >= 0.5)
    return counts, wrong


@pytest.fixture(scope="module")
def texts(library):
    return [edition.text for edition in library.editions().values()]


def test_no_passage_is_silently_put_in_a_wrong_place_and_all_are_accounted_for(texts):
    counts, wrong = tried(texts, range(60), 60)
    assert wrong == []
    fates = [
        counts[f"{became} {state}"]
        for became in ("same", "edited", "torn", "gone")
        for state in (PLACED, CHECK, LOST)
    ]
    assert sum(fates) == counts["all"] == 3600
    assert counts["unchanged in place, placed"] == counts["unchanged in place"] > 2000
    edited = sum(counts[f"edited {state}"] for state in (PLACED, CHECK, LOST))
    assert edited > 50
    assert counts["proposed right"] >= 0.8 * edited
