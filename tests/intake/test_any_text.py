"""Whatever text comes in: nothing of it is lost, nothing raises, and what comes out hangs together."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.intake.rebuilt import rebuilt
from reader.intake.source import canonical
from tests.thorough import tried

SIGNS = (
    *(
        "Kommunerne",
        "Principper",
        "ansvar",
        "og",
        "eller",
        "drifts-",
        "DUT-",
        "kom-",
        "munestruktur",
        "2020-",
    ),
    *(
        "Tabel 1",
        "Tabel 2.",
        "Boks 1",
        "Boks 2 –",
        "Bilag 1",
        "Bilag:",
        "Figur 1",
        "Regeringen",
        "KL",
        "området",
    ),
    *(
        "12",
        "43",
        "1.000",
        "-5",
        "5,5",
        "1.",
        "2.",
        "3)",
        "11. juni",
        "Mio. kr.",
        "the",
        "to",
        "see",
        "please",
    ),
    *(".", ",", ":", ";", "(", ")", "”", "“", '"', "•", "–", "-", "*", "**", "*kursiv*", "<br>", "<p>", "<"),
    *(
        "\t",
        "\t\t",
        "  ",
        "\u00a0",
        "\u00ad",
        "\x1c",
        "\ufeff",
        "Én",
        "😀",
        "ß",
        "ﬁ",
        "İ",
        "e\u0301",
        "Transkript:",
    ),
)
LINES = (
    *("", "", "Regeringen KL", "Regeringen     KL", "- 7 -", "12", "Transcript", "Faelles_velfaerd.pdf"),
    *("Tabel 1", "Tabel 3 Udgifter", "Udgifter\t5\t6", "Udgifter 5 6", "Boks 1", "Boks 2 Indhold", "Bilag:"),
    *(
        "1. Indledning",
        "2. Principper",
        "Principper",
        "• Sundhedsområdet",
        "Sundhedsområdet",
        "Bilag 2. Andet",
    ),
)

lines = st.one_of(
    st.lists(st.sampled_from(SIGNS), max_size=9).map(" ".join),
    st.sampled_from(LINES),
    st.text(max_size=40),
)
texts = (
    st.lists(lines, max_size=25).map("\n".join).map(lambda text: canonical(text.encode("utf-8", "replace")))
)
kinds = st.sampled_from([("wrapped",), ("lines",), ("transcript",), ("ocr",)])
pairs = st.sampled_from([("transcript", "ocr"), ("ocr", "transcript")])
many = settings(max_examples=tried(120, 4000), suppress_health_check=[HealthCheck.too_slow])


def assert_hangs_together(edition):
    assert "\n".join(edition.text[b.start : b.end] for b in edition.blocks) == edition.text
    for block in edition.blocks:
        assert block.section in edition.section_by_id
        assert all(block.start <= start <= end <= block.end for row in block.cells for start, end in row)
        assert all(block.start <= start < end <= block.end for start, end in block.emphasis)
    for section in edition.sections:
        assert 0 <= section.start <= section.end <= len(edition.text)
        assert edition.way_to(section)[0].id == "s0"
    for principle in edition.principles:
        assert all(principle.start <= start <= end <= principle.end for start, end in principle.paragraphs)
    for table in edition.tables:
        assert len(edition.table_rows(table)) > 1


def assert_nothing_lost(made, text):
    assert rebuilt(made.edition.text, made.emendations) == text
    kept = [sign for sign in made.edition.text if not sign.isspace()]
    left_out = sum(not sign.isspace() for e in made.emendations for sign in e.before)
    put_in = sum(not sign.isspace() for e in made.emendations for sign in e.after)
    assert len(kept) == sum(not sign.isspace() for sign in text) - left_out + put_in


@many
@given(kinds, texts)
def test_every_code_point_of_any_text_is_copied_or_emended(establish, kinds, text):
    made = establish(kinds, text)["own"]
    assert_nothing_lost(made, text)
    assert_hangs_together(made.edition)


@many
@given(pairs, texts, texts)
def test_two_witnesses_that_have_little_in_common_still_make_an_edition(establish, pairs, one, other):
    made = establish(pairs, one, other)
    transcript = (one, other)[pairs.index("transcript")]
    assert_nothing_lost(made["own"], transcript)
    assert_hangs_together(made["own"].edition)
    for name, text in (("own@w0", one), ("own@w1", other)):
        assert_nothing_lost(made[name], text)


@many
@given(st.binary(max_size=300), kinds)
def test_any_bytes_at_all_make_an_edition(establish, raw, kinds):
    text = canonical(raw)
    assert_nothing_lost(establish(kinds, text)["own"], text)


@given(st.binary(max_size=200))
def test_a_witness_decoded_has_newlines_only_and_nothing_that_qt_keeps_for_itself(raw):
    text = canonical(raw)
    assert not set(text) & set("\r\v\f\x85\u2028\u2029\x00\ufdd0\ufdd1")
    assert text.encode("utf-8").decode("utf-8") == text


def test_a_witness_is_read_whether_it_is_utf_8_utf_16_or_windows_1252():
    assert canonical("Økonomi\r\nå".encode()) == "Økonomi\nå"
    assert canonical("\ufeffØkonomi".encode()) == "Økonomi"
    assert canonical("Økonomi – å".encode("cp1252")) == "Økonomi – å"
    assert canonical("Økonomi – å".encode("utf-16")) == "Økonomi – å"


@pytest.mark.parametrize("kind", ["wrapped", "lines", "transcript", "ocr"])
@pytest.mark.parametrize(
    "text", ["", "\n", " \t ", "\n\n\n", "1", "•", "-", "\u00ad", "Boks 1", "Tabel 1", "”"]
)
def test_a_text_of_next_to_nothing_makes_an_edition(kind, text, establish):
    made = establish((kind,), text)["own"]
    assert_nothing_lost(made, text)
    assert_hangs_together(made.edition)


def test_an_altered_edition_is_known_by_not_giving_its_source_back(establish):
    made = establish(("wrapped",), "Kommunernes økonomi  er kom-\nmunernes.")["own"]
    assert rebuilt(made.edition.text, made.emendations) == "Kommunernes økonomi  er kom-\nmunernes."
    assert rebuilt(made.edition.text[5:], made.emendations) is None
    assert rebuilt(made.edition.text, made.emendations[::-1]) is None
