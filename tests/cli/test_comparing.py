"""compare: what changed from one agreement to another, for people, for scripts and for paper."""

import json

import pytest

A09, A14, P15 = "aftale-2009", "aftale-2014", "principper-2015"


@pytest.fixture
def compared(answer):
    return answer("compare", A14, P15)


# For scripts


def test_every_principle_stands_beside_its_answer(compared):
    assert set(compared) == {"principles", "moves"}
    rows = compared["principles"]
    assert [[(side or {}).get("number") for side in (row["left"], row["right"])] for row in rows] == [
        *([1, 1], [2, 2], [3, 3], [4, 4], [None, 5], [5, 6], [6, 7]),
        *([7, None], [8, None], [9, None]),
    ]
    for row in rows:
        assert set(row) == {"left", "right", "states", "similarity", "segments"}
        assert 0 <= row["similarity"] <= 1
        assert row["states"]
    assert rows[4]["left"] is None
    assert rows[7]["right"] is None


def test_segments_give_both_texts_back_to_the_character(compared, answer):
    texts = [answer("text", name)["text"] for name in (A14, P15)]
    for row in compared["principles"]:
        for name, ops, text in (("left", "delete", texts[0]), ("right", "insert", texts[1])):
            kept = [s for s in row["segments"] if s["op"] in ("equal", "move", ops)]
            joined = "".join(segment[f"{name}_text"] for segment in kept)
            assert joined == (row[name]["text"] if row[name] else "")
            assert all(text[slice(*s[name])] == s[f"{name}_text"] for s in row["segments"])


def test_principles_are_given_as_the_other_verb_gives_them(compared, answer):
    for side, name in (("left", A14), ("right", P15)):
        given = {p["number"]: (p["title"], p["text"]) for p in answer("principles", name)}
        found = {row[side]["number"]: row[side] for row in compared["principles"] if row[side]}
        assert {number: (p["title"], p["text"]) for number, p in found.items()} == given


def test_moves_say_whence_and_whither(compared):
    assert [(move["from"], move["to"]) for move in compared["moves"]] == [
        ({"agreement": A14, "principle": 3}, {"agreement": P15, "principle": 5}),
        ({"agreement": A14, "principle": 7}, {"agreement": P15, "principle": 6}),
    ]
    assert compared["moves"][0]["text"].startswith("Vedholdende ledelsesfokus")


def test_one_principle_alone(answer):
    value = answer("compare", A14, P15, "--principle", "2")
    (row,) = value["principles"]
    assert (row["left"]["number"], row["right"]["number"], row["states"]) == (2, 2, ["reworded"])
    assert value["moves"] == []
    assert [move["to"]["principle"] for move in answer("compare", A14, P15, "--principle", "7")["moves"]] == [
        6
    ]


def test_a_principle_that_only_the_newer_one_has(answer):
    (row,) = answer("compare", P15, A14, "--principle", "9")["principles"]
    assert (row["left"], row["right"]["number"], row["states"]) == (None, 9, ["new"])


def test_format_json_is_json(run, compared):
    assert json.loads(run("compare", A14, P15, "--format", "json").out) == compared


def test_without_principles_in_common_sections_are_compared(answer):
    value = answer("compare", A09, A14)
    assert all(row["left"] is None for row in value["principles"])
    pairs = {row["left"]["title"]: row for row in value["sections"] if row["left"] and row["right"]}
    assert pairs["Skatter"]["states"] == ["reworded"]
    assert pairs["Skatter"]["left"]["number"] is None
    joined = "".join(row["left"]["text"] for row in value["sections"] if row["left"])
    assert joined == answer("text", A09)["text"]


def test_decisive_changes_come_with_their_classes(answer):
    rows = answer("compare", A14, P15, "--decisive")["principles"]
    letters = [change for change in rows[2]["changes"] if change["classes"] == ["letters"]]
    assert [(change["left_text"], change["right_text"]) for change in letters] == [
        ("medarbejderens", "medarbejdernes")
    ]
    assert any("negation" in change["classes"] for change in rows[6]["changes"])


# For people


def test_the_text_shows_what_is_gone_new_and_moved(run):
    said = run("compare", A14, P15).out
    assert "principle 1 → 1 · same" in said
    assert "[-Resultatbaseret styring skal sikre fokus" in said
    assert "{+fremfor procesfokus +}" in said
    assert "[>moved to principle 5: Vedholdende ledelsesfokus" in said
    assert "{<moved from principle 3: Vedholdende ledelsesfokus" in said
    assert "no principles in common" not in said
    assert max(map(len, said.splitlines())) < 220
    assert "\x1b" not in said


def test_unchanged_paragraphs_are_left_out_unless_one_principle_is_asked_for(run):
    unchanged = "En statslig styring baseret på mål"
    assert unchanged not in run("compare", A14, P15).out
    assert unchanged in run("compare", A14, P15, "--principle", "2").out


def test_the_text_says_so_in_one_sentence_where_no_principle_is_shared(run):
    said = run("compare", A09, A14).out
    assert said.count("no principles in common") == 1
    assert said.count("Det politiske opgave- og budgetansvar skal være tydeligt") == 1


def test_decisive_changes_are_listed_alone(run):
    said = run("compare", A14, P15, "--decisive").out
    assert "negation: …" in said
    assert "medarbejdernes" not in said
    assert "Nye former for samarbejde" not in said


def test_markdown_and_html_are_whole_pages(run):
    assert run("compare", A14, P15, "--format", "markdown").out.startswith("# Aftale om kommunernes økonomi")
    page = run("compare", A14, P15, "--format", "html").out
    assert page.startswith("<!DOCTYPE html>")
    assert page.endswith("</html>\n")


def test_an_edition_can_be_compared_with_a_witness_of_it(answer):
    value = answer("compare", f"{P15}@ocr", P15)
    assert [row["states"] for row in value["principles"]][:1] == [["same"]]
    assert len(value["principles"]) == 7


def test_an_unknown_agreement_or_principle_is_refused_in_a_sentence(refusal):
    assert "aftale-2014" in refusal("compare", "aftale-1999", A14)
    said = refusal("compare", A14, P15, "--principle", "17")
    assert "no principle 17" in said
    assert "1, 2, 3" in said


def test_the_help_names_what_is_not_in_the_table_of_verbs(run):
    said = " ".join(run("compare", "--help").out.split())
    assert "`sections`" in said
    assert "--decisive" in said
