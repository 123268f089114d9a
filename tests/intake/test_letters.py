"""A text read by a machine without Danish: its letters are put right as far as other agreements tell them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.intake.context import Context
from reader.intake.establish import draft, establish
from reader.intake.letters import PARTED, Slip, mended
from reader.intake.lexicon import Lexicon
from reader.intake.machine_read import draft_machine_read
from reader.intake.rebuilt import rebuilt
from reader.intake.restored import Restoration, Restored, restored
from reader.intake.script import Draft, Piece
from reader.intake.shelf import establish_all
from reader.intake.structure import Evidence
from reader.intake.through import Through
from reader.intake.usage import Usage
from reader.intake.words_read import words_read
from reader.text.agreement import Agreement, Witness
from tests.intake.noise import MACHINES, answers, distance, error_rate, noised, outcomes
from tests.thorough import LONG, tried

AGREEMENTS = ("aftale-2009", "aftale-2014", "faelles-velfaerd-2014", "principper-2015")
OWN = Agreement("own", "Egen aftale", "O", "2020", 2020, "agreement", "da", ("Regeringen", "KL"), ())
READ = Witness("ocr", "own.txt", "ocr")


@pytest.fixture(scope="module")
def transcribed(established):
    return established["principper-2015@transcript"].edition.text


@pytest.fixture(scope="module")
def machine_read(established):
    return established["principper-2015@ocr"]


@pytest.fixture(scope="module")
def others(established):
    """How all agreements but one use words."""
    made = {}

    def usage(without):
        if without not in made:
            made[without] = Usage([established[n].edition.text for n in AGREEMENTS if n != without])
        return made[without]

    return usage


@pytest.fixture(scope="module")
def witness_of(shipped, sources):
    """The text of an agreement's first witness."""
    files = {agreement.id: agreement.witnesses[0].file for agreement in shipped}
    return lambda name: sources[files[name]]


def as_it_is(text):
    """A machine-read text joined as it is read, without its letters put right."""
    drafted = draft(OWN, READ, text, Lexicon([text]))
    return establish(OWN, drafted, Evidence()).edition.text


def test_the_machine_read_witness_reads_as_the_transcript_does(machine_read, transcribed, sources):
    before = error_rate(as_it_is(sources["000_1cc35117d96ab480.txt"]), transcribed)
    after = error_rate(machine_read.edition.text, transcribed)
    assert before > 0.03
    assert after <= 0.001


def test_no_word_of_the_witness_that_was_read_right_is_changed(machine_read, transcribed, sources):
    plain = as_it_is(sources["000_1cc35117d96ab480.txt"])
    pairs = zip(plain.split(), machine_read.edition.text.split(), strict=True)
    changed = {n: (one, two) for n, (one, two) in enumerate(pairs) if one != two}
    assert len(changed) > 250
    right = [true for ours, true in answers(machine_read.edition.text, transcribed) if ours]
    truth = [word for true in right for word in true]
    assert [(one, two) for n, (one, two) in changed.items() if two != truth[n]] == []


def test_what_is_still_misread_in_the_witness_is_in_doubt(machine_read, transcribed, sources, others):
    text = sources["000_1cc35117d96ab480.txt"]
    drafted = draft_machine_read(OWN, READ, text, others("principper-2015"))
    doubted = {text[d.start : d.end]: d.readings[0] for d in drafted.doubts}
    pairs = answers(machine_read.edition.text, transcribed)
    wrong = {ours[0]: true[0] for ours, true in pairs if ours and ours != true}
    assert doubted == wrong
    assert 0 < len(wrong) < 6


def test_the_machine_read_principles_have_their_titles_and_groups(machine_read, established):
    whole = established["principper-2015"].edition.principles
    found = [(p.number, p.title, p.group, len(p.paragraphs)) for p in machine_read.edition.principles]
    assert found == [(p.number, p.title, p.group, len(p.paragraphs)) for p in whole]


def test_another_witness_of_the_same_agreement_is_no_evidence(shipped, sources, machine_read):
    false = "Transkript:\n\n" + "De feelles mal for gkonomien gger lgsninger pa alle omrader. " * 50 + "\n"
    made = establish_all(shipped, {**sources, "001_25cd9f0d872b28c5.txt": false})
    assert made["principper-2015@ocr"].edition.text == machine_read.edition.text


def test_every_letter_put_right_is_an_emendation_with_its_reason(machine_read):
    letters = [e for e in machine_read.emendations if e.kind == "letter"]
    assert len(letters) > 240
    assert all(e.before != e.after and e.reason.startswith("misread letters: ") for e in letters)
    assert ("tveerg&ende", "tværgående") in {(e.before, e.after) for e in letters}


def test_a_word_parted_and_misread_is_one_emendation(machine_read):
    parted = {e.before: (e.after, e.reason) for e in machine_read.emendations if e.kind == "hyphen"}
    after, reason = parted["pa-\ntage"]
    assert after == "påtage"
    assert reason.startswith("a word parted at the end of a line; misread letters: ")


def judged(read, found):
    """How many letters were wrong and are wrong now, and which right words were changed."""
    words = list(outcomes(read, found))
    before = sum(distance(was, true) for was, _, true in words)
    after = sum(distance(now, true) for _, now, true in words)
    return before, after, [(was, now) for was, now, true in words if was == true != now]


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize("name", ["aftale-2009", "aftale-2014"])
def test_an_agreement_misread_is_put_right_by_the_others(name, machine, witness_of, others):
    """All of it as the witness was read; of what other machines make of it the first half says as much."""
    text = witness_of(name)
    whole = LONG or machine == "as the witness"
    read = noised(text if whole else text[: text.index("\n", len(text) // 2)], machine)
    before, after, spoiled = judged(read, restored(read.text, (), others(name)))
    assert before > 200
    assert after < 0.25 * before
    assert spoiled == []


@pytest.fixture(scope="module")
def chapter_of(established, witness_of):
    """The longest chapter of an agreement in its witness, and how the others and its rest use words."""
    made = {}

    def chapter(name):
        if name not in made:
            lines, rest = longest_chapter(established[name].edition, witness_of(name))
            beside = [established[other].edition.text for other in AGREEMENTS if other != name]
            made[name] = lines, Usage([*beside, *rest])
        return made[name]

    return chapter


def longest_chapter(edition, text):
    """The lines of the longest chapter in its witness, and the rest of the edition."""
    chapters = (section for section in edition.sections if section.kind == "chapter")
    longest = max(chapters, key=lambda section: section.end - section.start)
    last = max(b.place.last for b in edition.blocks if longest.start <= b.start < longest.end)
    lines = text.split("\n")[longest.place.first - 1 : last]
    return "\n".join(lines), [edition.text[: longest.start], edition.text[longest.end :]]


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize("name", ["aftale-2009", "aftale-2014"])
def test_a_misread_chapter_is_put_right_by_the_rest(name, machine, chapter_of):
    chapter, usage = chapter_of(name)
    read = noised(chapter, machine, seed=2)
    before, after, spoiled = judged(read, restored(read.text, (), usage))
    assert before > 100
    assert after < 0.25 * before
    assert spoiled == []


@pytest.mark.parametrize("name", AGREEMENTS)
def test_a_text_with_right_letters_is_left_alone(name, witness_of, others):
    assert restored(witness_of(name), (), others(name)) == Restored()


def test_a_text_is_left_alone_where_there_are_too_few_words_to_judge_by(sources, established):
    few = Usage([established["faelles-velfaerd-2014"].edition.text])
    assert restored(sources["000_1cc35117d96ab480.txt"], (), few) == Restored()


def test_a_letter_that_a_machine_reads_right_is_not_looked_for(witness_of, others):
    read = noised(witness_of("aftale-2014"), "one letter only")
    found = restored(read.text, (), others("aftale-2014")).restorations
    before = "".join(read.text[one.start : one.end] for one in found).lower()
    after = "".join(one.text for one in found).lower()
    assert after.count("ø") > 300
    assert [after.count(letter) - before.count(letter) for letter in "æå"] == [0, 0]


def test_misread_text_is_established_like_right_text(established, witness_of, others):
    """The headings of a misread agreement are found where those of the right one are."""
    read = noised(witness_of("aftale-2009"), "as the witness")
    drafted = draft_machine_read(OWN, READ, read.text, others("aftale-2009"))
    made = establish(replace_title(established["aftale-2009"]), drafted, Evidence())
    assert rebuilt(made.edition.text, made.emendations) == read.text
    right = establish(
        replace_title(established["aftale-2009"]),
        draft(OWN, READ, read.truth, Lexicon([read.truth])),
        Evidence(),
    )
    lines = [(s.kind, s.place.first) for s in right.edition.sections]
    same = set(lines) & {(s.kind, s.place.first) for s in made.edition.sections}
    assert len(same) > 0.95 * len(lines)


def replace_title(made):
    return OWN._replace(title=made.edition.sections[0].text)


@pytest.mark.parametrize(
    ("read", "slips", "begins", "ordinary", "wanted"),
    [
        ("rAderum", (Slip(1, 2, "å"),), False, True, "råderum"),
        ("Nar", (Slip(1, 2, "å"),), True, True, "Når"),
        ("Szerligt", (Slip(1, 3, "æ"),), True, True, "Særligt"),
        ("@konomi", (Slip(0, 1, "ø"),), True, True, "Økonomi"),
        ("@konomi", (Slip(0, 1, "ø"),), False, True, "økonomi"),
        ("Oresund", (Slip(0, 1, "ø"),), False, False, "Øresund"),
        ("Ar", (Slip(0, 1, "å"),), False, True, "år"),
        ("Igsninger", (Slip(0, 1, "l"), Slip(1, 2, "ø")), False, True, "løsninger"),
        ("K@BENHAVN", (Slip(1, 2, "ø"),), False, False, "KØBENHAVN"),
        ("DAEKNING", (Slip(1, 3, "æ"),), False, False, "DÆKNING"),
    ],
)
def test_a_letter_put_right_is_as_large_as_it_was_printed(read, slips, begins, ordinary, wanted):
    assert mended(read, slips, begins, ordinary) == wanted


def test_words_are_found_with_signs_in_them_and_over_line_ends():
    text = "Ogs4 tveerg&ende opgaver, p& 25 pct. af omra-\n\n  derne: mal-\nog rammestyring.\n\n5. @get"
    words = list(words_read(text))
    assert [w.read for w in words] == [
        *("Ogs4", "tveerg&ende", "opgaver", "p&", "pct", "af", f"omra{PARTED}derne"),
        *("mal", "og", "rammestyring", "@get"),
    ]
    assert [w.read for w in words if w.begins] == ["Ogs4", "@get"]
    assert [w.read for w in words if w.apart] == ["Ogs4", "pct", "af", "mal", "@get"]
    assert ["".join(text[a:b] for a, b in w.spans) for w in words if len(w.spans) > 1] == ["omraderne"]


def test_neighbours_decide_between_two_words_that_both_make_sense():
    usage = Usage(["Kommunerne får penge. Staten går før kommunen. Parterne får mere. Han kom før dem."] * 9)
    options = [[("parterne", 1.0)], [("far", 1e-6), ("får", 0.4), ("før", 0.4)], [("mere", 1.0)]]
    [_, (unread, wanted, other), _] = Context(usage, [options]).chances(options)
    assert wanted > 0.9 > 0.1 > other > unread


WORDS = (
    *("feelles", "gkonomi", "gkonomiske", "omra-\nder", "pa", "p&", "Igbende", "tveerg&ende", "pa-\ntage"),
    *("ogsd", "veere", "skal", "kommunernes", "rAderum", "mal- og", "@konomi", "kommuner-\nnes", "gkono-"),
    *("mal-", "opgavelgsning", "velfeerd/omrader", "(pa)", "A4", "R&D", "KL", "en", "Tabel 1", "Boks 2 Mal"),
)
stretches = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from((".", ",", "\n", "\n\n", "\n• ", "\n- ", "\n12\n", "\n\nRegeringen KL\n\n", "1. ")),
        st.text(max_size=5),
    ),
    max_size=40,
)


@settings(max_examples=tried(50, 1500))
@given(stretches)
def test_whatever_a_machine_reads_can_be_rebuilt_from_its_edition(others, parts):
    text = " ".join(["feelles gkonomi pa alle omrader."] * 5 + [part.replace("\r", " ") for part in parts])
    drafted = draft_machine_read(OWN, READ, text, usage_of_one(others))
    made = establish(OWN, drafted, Evidence())
    assert rebuilt(made.edition.text, made.emendations) == text
    assert made.edition.text.startswith("fælles økonomi på alle områder.")
    assert all(text[d.start : d.end].strip() for d in drafted.doubts)


def usage_of_one(others):
    return others("aftale-2014")


@given(st.data())
def test_what_is_cut_of_a_text_put_right_comes_back_to_its_witness(data):
    witness = data.draw(st.text("ab &\n", min_size=1, max_size=60))
    words = [m.span() for m in re.finditer(r"[ab&]+", witness)]
    chosen = [span for span in words if data.draw(st.booleans())]
    put_right = [
        Restoration(*span, data.draw(st.text("xyz", min_size=1, max_size=4)), "r") for span in chosen
    ]
    through = Through(witness, put_right)
    ends = sorted(data.draw(st.sets(st.integers(1, len(through.text)), max_size=9)) | {len(through.text)})
    starts = [0, *ends[:-1]]
    kinds = data.draw(st.lists(st.sampled_from(["", "spacing"]), min_size=len(ends), max_size=len(ends)))
    cut = [
        Piece(a, b, "" if kind else through.text[a:b], kind)
        for a, b, kind in zip(starts, ends, kinds, strict=True)
    ]
    pieces = through.draft(Draft(cut)).pieces
    assert [p.start for p in pieces] == [0, *(p.end for p in pieces[:-1])]
    assert pieces[-1].end == len(witness)
    assert "".join(p.text for p in pieces) == "".join(p.text for p in cut)
    assert all(p.kind or p.text == witness[p.start : p.end] for p in pieces)
