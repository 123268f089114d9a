import sqlite3

import pytest

from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.records import Change, Note

SHAPE = ["agreement", "section", "principle", "start", "end", "snippet", "score"]
NOTE_SHAPE = [
    *("id", "agreement", "quote", "start", "end", "note", "category", "tags", "principle", "section"),
    *("created", "modified", "state"),
]


def add_note(home, agreement, principle, body, tags=()):
    time = now()
    note = Note(new_id(), agreement, principle, body, tuple(tags), time, time)
    with Notebook.open(home / "notebook.db") as notebook:
        notebook.apply([Change(None, note)])
    return note.id


@pytest.fixture
def annotated(answer):
    """Three highlights, made in another order than that of the text."""
    made = [
        answer(
            "annotate",
            "aftale-2014",
            "--quote",
            "Politisk aftalestyring bør",
            "--note",
            "Bed om en liste.",
            "--tag",
            "krav",
        ),
        answer("annotate", "aftale-2014", "--quote", "Vækstplan DK", "--nth", "1", "--category", "Krav"),
        answer(
            "annotate",
            "aftale-2009",
            "--quote",
            "Der er enighed om, at aftalesystemet",
            "--tag",
            "Krav",
            "--tag",
            "2009",
        ),
    ]
    return [record["id"] for record in made]


def test_words_are_found_in_the_texts_with_principle_and_section(answer, library):
    found = answer("search", "aftalestyring")
    assert {hit["agreement"] for hit in found} >= {"aftale-2014", "principper-2015"}
    for hit in found:
        assert list(hit) == SHAPE
        words = library.edition(hit["agreement"]).text[hit["start"] : hit["end"]]
        assert words.casefold() == "aftalestyring"
        assert "aftalestyring" in hit["snippet"].casefold()
    inside = next(hit for hit in found if hit["agreement"] == "principper-2015")
    assert (inside["principle"], inside["section"]) == (2, "2. Styring på mål og resultater")


def test_a_search_can_be_kept_to_one_agreement(answer):
    found = answer("search", "kommunerne", "--agreement", "princ")
    assert {hit["agreement"] for hit in found} == {"principper-2015"}


def test_a_search_finds_what_was_noted(annotated, answer):
    found = answer("search", "liste", "--in", "notes")
    assert [(hit["agreement"], hit["principle"], hit["snippet"]) for hit in found] == [
        ("aftale-2014", 2, "Bed om en liste.")
    ]
    assert list(found[0]) == SHAPE
    assert answer("search", "liste", "--in", "both")[-1] == found[0]
    assert found[0] not in answer("search", "liste", "--in", "text")


def test_a_search_that_finds_nothing_says_nothing(run, answer):
    assert answer("search", "zzzz") == []
    assert run("search", "zzzz").out == ""


def test_odd_queries_are_just_words(answer):
    for query in ('"', "kommunal-statsligt", "AND OR NOT", "(*", "'; DROP TABLE words", ""):
        assert isinstance(answer("search", query), list)


def test_a_person_reads_where_words_were_found(run):
    out = run("search", "aftalestyring", "--agreement", "princ").out
    assert out.startswith("principper-2015 · P2 · 2. Styring på mål og resultater\n    ")


def test_searching_works_where_no_index_can_be_kept(home, answer):
    (home / "search.db").mkdir()
    assert answer("search", "aftalestyring")


def test_searching_works_while_the_index_is_in_use(home, answer):
    wanted = answer("search", "aftalestyring")
    holder = sqlite3.connect(home / "search.db", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        assert answer("search", "aftalestyring") == wanted
    finally:
        holder.close()


def test_notes_come_in_reading_order(annotated, answer):
    politisk, plan, enighed = annotated
    found = answer("notes")
    assert [record["id"] for record in found] == [enighed, plan, politisk]
    assert all(list(record) == NOTE_SHAPE for record in found)
    assert all(record["state"] == "anchored" for record in found)


def test_a_note_says_where_it_stands(annotated, answer, library):
    record = answer("notes", "--principle", "2")[0]
    text = library.edition("aftale-2014").text
    assert text[record["start"] : record["end"]] == record["quote"] == "Politisk aftalestyring bør"
    assert (record["principle"], record["section"]) == (2, "2. Styring på mål og resultater")
    assert (record["note"], record["tags"], record["category"]) == ("Bed om en liste.", ["krav"], "yellow")
    assert record["created"] == record["modified"]
    assert record["created"].endswith("+00:00")


def test_notes_can_be_asked_for_by_agreement_category_tag_and_principle(annotated, answer):
    politisk, plan, enighed = annotated
    assert [r["id"] for r in answer("notes", "--agreement", "aftale-2009")] == [enighed]
    assert [r["id"] for r in answer("notes", "--category", "krav")] == [plan]
    assert [r["id"] for r in answer("notes", "--category", "red")] == [plan]
    assert [r["id"] for r in answer("notes", "--tag", "KRAV")] == [enighed, politisk]
    assert [r["id"] for r in answer("notes", "--tag", "krav", "--principle", "2")] == [politisk]
    assert answer("notes", "--principle", "9") == []


def test_notes_on_a_principle_and_on_an_agreement_are_listed_too(home, annotated, answer):
    on_agreement = add_note(home, "aftale-2014", None, "Læs bilagene først.", ["start"])
    on_principle = add_note(home, "aftale-2014", 2, "Se 2015.")
    found = answer("notes", "--agreement", "aftale-2014")
    politisk, plan, _ = annotated
    assert [record["id"] for record in found] == [on_agreement, plan, on_principle, politisk]
    assert found[0]["section"] == "Aftale om kommunernes økonomi for 2014"
    assert (found[2]["principle"], found[2]["section"]) == (2, "2. Styring på mål og resultater")
    for record in (found[0], found[2]):
        assert (record["quote"], record["start"], record["end"], record["category"]) == ("", None, None, None)
        assert record["state"] == "anchored"


def test_what_has_no_place_any_more_is_listed_as_lost_with_its_words(home, annotated, answer, run):
    moved = add_note(home, "aftale-2014", 99, "Hvor blev det af?")
    gone = add_note(home, "aftale-1999", None, "Om en aftale, der ikke er her.")
    with Notebook.open(home / "notebook.db") as notebook:
        record = notebook.highlight(annotated[1])
        lost = record._replace(selector=record.selector._replace(quote="Krympeplan DK"))
        notebook.apply([Change(record, lost)])
    by_id = {one["id"]: one for one in answer("notes")}
    for name in (moved, gone, annotated[1]):
        assert (by_id[name]["state"], by_id[name]["start"], by_id[name]["section"]) == ("lost", None, None)
    assert by_id[annotated[1]]["quote"] == "Krympeplan DK"
    assert list(by_id)[-1] == gone
    assert "(its place is lost)" in run("notes").out


def test_a_note_whose_principle_has_another_number_is_to_be_checked_and_on_none_until_then(home, answer, run):
    with Notebook.open(home / "notebook.db") as notebook:
        moved = Note(new_id(), "aftale-2014", 4, "Hvad er målet?", (), "2026", "2026")
        moved = moved._replace(heading="Styring på mål  og resultater")
        kept = moved._replace(id=new_id(), principle=2)
        notebook.apply([Change(None, moved), Change(None, kept)])
    found = {one["id"]: one for one in answer("notes")}
    waiting, placed = found[moved.id], found[kept.id]
    assert (waiting["state"], waiting["principle"], waiting["section"]) == ("check", None, None)
    assert waiting["was"] == {"principle": 4, "heading": "Styring på mål  og resultater"}
    assert (placed["state"], placed["principle"], "was" in placed) == ("anchored", 2, False)
    assert [one["id"] for one in answer("notes", "--principle", "2")] == [kept.id]
    assert answer("notes", "--principle", "4") == []
    out = run("notes").out
    assert (
        "(its place is to be checked)\n    was 4. Styring på mål og resultater\n    Hvad er målet?\n" in out
    )
    page = run("export", "aftale-2014", "-o", "-").out
    assert page.index("## Stedet i teksten skal efterses") < page.index("»Styring på mål og resultater«")


def test_a_person_reads_the_notes(annotated, run):
    out = run("notes", "--agreement", "aftale-2014").out
    assert "aftale-2014 · P2 · 2. Styring på mål og resultater  [? Spørgsmål]  #krav\n" in out
    assert "    »Politisk aftalestyring bør«\n    Bed om en liste.\n" in out


def test_an_unknown_category_lists_the_known_ones(refusal):
    assert "red (Krav)" in refusal("notes", "--category", "lilla")


def test_asking_for_notes_makes_no_notebook(home, answer):
    assert answer("notes") == []
    assert answer("search", "x", "--in", "notes") == []
    assert not (home / "notebook.db").exists()


def test_damaged_records_are_left_out_and_told(home, annotated, run):
    with sqlite3.connect(home / "notebook.db") as db:
        db.execute("UPDATE highlights SET note = 'andet' WHERE id = ?", (annotated[0],))
    db.close()
    said = run("notes", "--json")
    assert said.status == 0
    assert annotated[0] not in [record["id"] for record in said.json]
    assert "1 damaged" in said.err


def test_what_was_marked_in_an_older_edition_is_shown_where_it_is_now_or_to_be_checked(home, answer, run):
    from reader.intake.library import Library
    from reader.notebook.anchoring import attached, text_of
    from reader.notebook.records import Highlight
    from reader.paths import shipped

    edition = Library(shipped("seeds"), home / "library.db").edition("aftale-2014")
    older = type(edition)(
        *edition._replace(
            digest="older", text=edition.text.replace("Politisk aftalestyring", "Aftalestyring")
        )
    )
    made = {}
    with Notebook.open(home / "notebook.db") as notebook:
        for quote in ("Aftalestyring bør", "nye styreformer"):
            start = older.text.index(quote)
            plain = Highlight(quote, older.id, None, "yellow", "", (), "2026", "2026")
            made[quote] = attached(plain, older, start, start + len(quote))
        notebook.apply([Change(None, record) for record in made.values()], texts=[text_of(older)])
    before = (home / "notebook.db").read_bytes()
    found = {value["quote"]: value for value in answer("notes")}
    placed = found["nye styreformer"]
    assert placed["state"] == "anchored"
    assert edition.text[placed["start"] : placed["end"]] == "nye styreformer"
    waiting = found["Aftalestyring bør"]
    assert (waiting["state"], waiting["start"]) == ("check", None)
    assert "(its place is to be checked)" in run("notes").out
    page = run("export", "aftale-2014", "-o", "-").out
    assert "==*nye styreformer*==" in page
    assert "==Aftalestyring bør==" not in page
    assert "»Aftalestyring bør«" in page
    assert (home / "notebook.db").read_bytes() == before
