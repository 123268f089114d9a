"""Files of other programs, or damaged on the way: what is legible comes in as it was meant."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from reader.errors import NotebookError
from reader.notebook import incoming
from reader.notebook.exchange import exported, merge
from reader.notebook.notebook import Notebook, now
from reader.notebook.records import Change, Highlight, Note
from reader.text.progress import Stopped

MakeHighlight = Callable[..., Highlight]
SOURCE = "urn:randnote:agreement:aftale-2014"
QUOTE = {"type": "TextQuoteSelector", "exact": "fælles mål"}
PLACE = {"type": "TextPositionSelector", "start": 5, "end": 15}


@pytest.fixture
def bo(tmp_path: Path) -> Iterator[Notebook]:
    with Notebook.open(tmp_path / "bo" / "notebook.db") as opened:
        yield opened


@pytest.fixture
def anna(tmp_path: Path) -> Iterator[Notebook]:
    with Notebook.open(tmp_path / "anna" / "notebook.db") as opened:
        yield opened


def annotation(number: int = 1, **more: Any) -> dict[str, Any]:
    plain = {"type": "Annotation", "id": f"https://example.org/{number}", "created": "2024-05-01T12:00:00Z"}
    return {**plain, "body": "Se her", "target": {"source": SOURCE, "selector": QUOTE}, **more}


def read(told: Any) -> incoming.Incoming:
    return incoming.read(told if isinstance(told, bytes) else json.dumps(told).encode(), "fil")


def only(told: Any) -> Highlight:
    arrived = read(told)
    assert arrived.bad == []
    (found,) = arrived.found
    assert isinstance(found.record, Highlight)
    return found.record


def changed(notebook: Notebook, record: Highlight, **fields: Any) -> Highlight:
    new = record._replace(**fields)
    notebook.apply([Change(record, new)])
    return new


# How annotations are put into a file


@pytest.mark.parametrize(
    "told",
    [
        annotation(),
        [annotation()],
        {"type": "AnnotationPage", "items": [annotation()]},
        {"type": "AnnotationPage", "items": annotation()},
        {"type": "AnnotationCollection", "first": {"type": "AnnotationPage", "items": [annotation()]}},
        {"@context": "http://www.w3.org/ns/anno.jsonld", "@graph": [annotation()]},
        annotation(type=["Annotation"]),
    ],
    ids=["single", "list", "page", "page of one", "collection", "graph", "several types"],
)
def test_annotations_are_found_however_the_file_has_them(told: Any) -> None:
    assert only(told).note == "Se her"


def test_annotations_may_stand_one_on_a_line() -> None:
    lines = "\n".join(json.dumps(annotation(number)) for number in range(3))
    assert len(read(lines.encode()).found) == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_the_letters_of_a_file_may_be_written_in_any_unicode_encoding(encoding: str) -> None:
    told = json.dumps([annotation(body="Spørg 🙂")], ensure_ascii=False).encode(encoding)
    assert only(told).note == "Spørg 🙂"


def test_a_file_that_breaks_off_gives_what_comes_before() -> None:
    whole = json.dumps({"items": [annotation(number) for number in range(5)]}).encode()
    length = len(json.dumps(annotation()))
    first = len('{"items": [')
    for end in range(first + length, len(whole) - 2):
        arrived = read(whole[:end])
        assert len(arrived.found) == (end - first + 2) // (length + 2)
        assert len(arrived.bad) == 1
        assert "breaks off" in arrived.bad[0].reason


def test_a_damaged_record_hides_neither_those_after_it_nor_the_texts_that_came_along() -> None:
    text = "De fælles mål"
    along = {"digest": sha256(text.encode()).hexdigest(), "agreement": "aftale-2014", "text": text}
    items = [json.dumps(annotation(number, body={"value": f"nr. {number}"})) for number in range(4)]
    for spoilt in (
        items[1].replace('"value":', '"value"'),
        items[1][:-1],
        "{{{",
        "nonsense",
        items[1] + " 7",
    ):
        content = ", ".join([items[0], spoilt, *items[2:]])
        arrived = read(f'{{"items": [{content}], "randnote:texts": [{json.dumps(along)}]}}'.encode())
        words = {one.record.note for one in arrived.found if isinstance(one.record, Highlight)}
        assert words >= {"nr. 0", "nr. 2", "nr. 3"}, spoilt
        assert arrived.texts == [(along["digest"], "aftale-2014", text)]
        assert len(arrived.bad) == 1


def test_a_byte_that_is_no_text_spoils_its_own_record_only() -> None:
    items = [annotation(number, body=f"nr. {number}") for number in range(3)]
    content = json.dumps(items).encode().replace(b"nr. 1", b"nr. \xff")
    arrived = read(content)
    assert (len(arrived.found), [one.place for one in arrived.bad]) == (2, [2])
    assert "half a character" in arrived.bad[0].reason


def test_what_is_nested_too_deeply_or_a_number_too_long_is_listed() -> None:
    deep = "[" * 5000 + "]" * 5000
    for odd in (deep, "9" * 10_000):
        content = f"[{json.dumps(annotation(1))}, {odd}, {json.dumps(annotation(2))}]"
        arrived = read(content.encode())
        assert (len(arrived.found), [one.place for one in arrived.bad]) == (2, [2])


def test_of_several_records_with_one_id_the_newest_is_taken(bo: Notebook) -> None:
    forms = [annotation(modified=f"2024-05-0{day}T12:00:00Z", body=f"dag {day}") for day in (2, 3, 1)]
    arrived = read(forms)
    assert [one.place for one in arrived.bad] == [1, 3]
    merge(bo, arrived)
    assert bo.highlights()[0].note == "dag 3"


def test_a_long_file_is_read_in_steps_and_can_be_given_up() -> None:
    content = json.dumps([annotation(number) for number in range(2000)]).encode()
    shares: list[float] = []

    def heard(share: float) -> bool:
        shares.append(share)
        return share < 0.5

    with pytest.raises(Stopped):
        incoming.read(content, "fil", heard)
    assert shares == sorted(shares)
    assert 0.5 <= shares[-1] < 0.6


# What annotations are about


@pytest.mark.parametrize(
    "target",
    [
        [{"source": SOURCE, "selector": QUOTE}],
        {"source": {"id": SOURCE, "type": "Text"}, "selector": [QUOTE]},
        {"id": SOURCE, "selector": QUOTE},
        {"source": SOURCE, "selector": {"type": "FragmentSelector", "value": "x", "refinedBy": QUOTE}},
        {"source": SOURCE, "selector": {"type": "Choice", "items": [{"type": "CssSelector"}, QUOTE]}},
        {"source": SOURCE, "selector": {"type": ["TextQuoteSelector"], "exact": "fælles mål"}},
        {"source": SOURCE, "selector": {**QUOTE, "exact": "hele linjen", "refinedBy": QUOTE}},
    ],
)
def test_a_passage_is_found_however_the_target_names_it(target: Any) -> None:
    assert only(annotation(target=target)).selector.quote == "fælles mål"


def test_a_place_that_is_none_leaves_the_words_to_find_it() -> None:
    state = {"type": "TimeState", "cached": "urn:sha256:d"}
    for start in (None, "5", 5.0, -5, True, 2**60):
        selector = [QUOTE, {**PLACE, "start": start}]
        made = only(annotation(target={"source": SOURCE, "selector": selector, "state": state}))
        assert (made.selector.start, made.selector.digest) == (0, "")
    refining = {"type": "FragmentSelector", "value": "x", "refinedBy": [QUOTE, PLACE]}
    made = only(annotation(target={"source": SOURCE, "selector": refining, "state": state}))
    assert made.selector.digest == ""


def test_what_names_an_agreement_and_no_words_is_a_note_on_the_whole(bo: Notebook) -> None:
    for number, target in enumerate((SOURCE, [SOURCE], {"source": SOURCE})):
        merge(bo, read(annotation(number, target=target)))
    assert [note.principle for note in bo.notes()] == [None, None, None]


# What annotations say


@pytest.mark.parametrize(
    ("more", "words", "tags"),
    [
        ({"body": None, "bodyValue": "Se"}, "Se", ()),
        ({"body": ["Et", {"value": "To"}]}, "Et\n\nTo", ()),
        ({"body": {"type": "Choice", "items": [{"value": "Et"}, {"value": "Two"}]}}, "Et\n\nTwo", ()),
        ({"body": {"value": "løn", "purpose": ["tagging"]}}, "", ("løn",)),
        ({"body": {"value": "løn"}, "motivation": "tagging"}, "", ("løn",)),
        ({"body": {"source": "https://e.org/løn", "purpose": "tagging"}}, "", ("https://e.org/løn",)),
        ({"body": {"id": "https://e.org/b.png", "type": "Image"}}, "https://e.org/b.png", ()),
        ({"body": [{"value": v, "purpose": "classifying"} for v in ("Krav", "Løn")]}, "", ("Løn",)),
        ({"body": {"value": "", "purpose": "tagging"}}, "", ()),
        ({"body": []}, "", ()),
    ],
)
def test_words_and_tags_are_told_apart(more: dict[str, Any], words: str, tags: tuple[str, ...]) -> None:
    made = only(annotation(**more))
    assert (made.note, made.tags) == (words, tags)


def test_html_comes_in_as_the_words_it_shows() -> None:
    html = (
        "<p>Spørg <b>KL</b> &amp; FM</p><ul><li>løn<li>mål</ul><script>alert(1)</script>"
        '<img src="file:///x" onerror="y"><!-- tavs -->5 < 6'
    )
    made = only(annotation(body={"type": "TextualBody", "value": html, "format": "text/html"}))
    assert made.note == "Spørg KL & FM\n\nløn\nmål\n5 < 6"
    assert only(annotation(body={"value": "<b>", "format": "text/markdown"})).note == "<b>"


def test_html_of_a_million_signs_takes_no_longer_than_its_length() -> None:
    for html in ("<" * 999_999, "<a " * 333_333, "<!--" * 249_999, "<script>" * 124_999):
        assert only(annotation(body={"value": html, "format": "text/html"})).note is not None


def test_a_sign_is_a_sign_and_a_name_has_no_line_ends(bo: Notebook) -> None:
    told = {"id": "x", "colour": "no colour", "sign": "a sentence"}
    body = {"value": "Vores\nkrav", "purpose": "classifying", "randnote:category": told}
    merge(bo, read(annotation(body=body)))
    made = bo.categories()[-1]
    assert (made.name, made.sign) == ("Vores krav", "a ")


# Who and when


@pytest.mark.parametrize(
    ("creator", "name"),
    [
        ("Anna", "Anna"),
        ({"name": " Anna  Berg "}, "Anna Berg"),
        ({"id": "https://e.org/anna", "nickname": "anna"}, "anna"),
        ({"id": "https://e.org/anna"}, "https://e.org/anna"),
        ([{"name": "Anna"}, {"name": "Bo"}, {"name": "Anna"}], "Anna, Bo"),
        ({"name": ["Anna", "Anne"]}, "Anna"),
        (7, ""),
        (None, ""),
    ],
)
def test_whoever_wrote_it_is_named(creator: Any, name: str) -> None:
    assert only(annotation(creator=creator)).origin == name


def test_notes_without_a_name_get_the_one_that_the_person_gives(bo: Notebook) -> None:
    merge(bo, read(annotation(1)), own="Bo", nameless="Anna")
    merge(bo, read(annotation(2, creator="Carla")), own="Bo", nameless="Anna")
    merge(bo, read(annotation(3, creator="bo")), own="Bo", nameless="Anna")
    merge(bo, read(annotation(4)), own="Bo")
    assert sorted(one.origin for one in bo.highlights()) == ["", "", "Anna", "Carla"]


@pytest.mark.parametrize(
    ("time", "kept"),
    [
        ("2024-05-01T12:00:00Z", "2024-05-01T12:00:00.000+00:00"),
        ("2024-05-01T14:00:00+02:00", "2024-05-01T12:00:00.000+00:00"),
        ("2024-05-01T12:00:00.123456789Z", "2024-05-01T12:00:00.123+00:00"),
        ("2024-05-01T12:00:00", "2024-05-01T12:00:00.000+00:00"),
        ("2024-05-01", "2024-05-01T00:00:00.000+00:00"),
        (" 2024-05-01T12:00:00Z\n", "2024-05-01T12:00:00.000+00:00"),
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000+00:00"),
    ],
)
def test_times_of_every_form_and_zone_are_kept_as_utc(time: str, kept: str) -> None:
    assert only(annotation(created=time)).created == kept


@pytest.mark.parametrize("time", ["0001-01-01T00:00:00+12:00", "2024-13-01", "9" * 50, [], {}, 1714564800])
def test_a_time_that_is_none_is_told(time: Any) -> None:
    (bad,) = read([annotation(created=time)]).bad
    assert bad.reason == "It does not say legibly when it was made."


def test_what_nobody_dated_is_dated_by_its_coming_in_and_never_newer_than_mine(bo: Notebook) -> None:
    told = annotation(created=None, id=None)
    before = now()
    merge(bo, read(told))
    (made,) = bo.highlights()
    assert before <= made.created <= now()
    assert merge(bo, read(told)).same == 1
    # They went on, and I did not.
    assert len(merge(bo, read({**told, "body": "Andet"})).changed) == 1
    mine = changed(bo, bo.highlights()[0], note="Mit", modified=now())
    done = merge(bo, read({**told, "body": "Tredje"}))
    assert len(done.both) == 1
    assert bo.highlights() == [mine]
    dated = annotation(created=None, id=None, body={"value": "x", "created": "2024-05-01T12:00:00Z"})
    assert only(dated).created == "2024-05-01T12:00:00.000+00:00"


def test_a_clock_that_is_an_hour_ahead_makes_no_quarrel(
    anna: Notebook, bo: Notebook, a_highlight: MakeHighlight
) -> None:
    ahead = (datetime.now(UTC) + timedelta(hours=1)).isoformat(timespec="milliseconds")
    made = a_highlight(note="et")._replace(created=ahead, modified=ahead)
    anna.apply([Change(None, made)])
    merge(bo, read(exported(anna, author="Anna").encode()))
    # My clock is right, so what I go on with is older by the clock than what I began with.
    mine = changed(bo, bo.highlights()[0], note="to", modified=now())
    assert mine.modified < made.modified
    done = merge(anna, read(exported(bo, author="Bo").encode()), own="Anna")
    assert (len(done.changed), done.both, anna.highlights()[0].note) == (1, (), "to")


# Again and again


def test_an_import_that_was_undone_can_be_made_again(
    anna: Notebook, bo: Notebook, a_highlight: MakeHighlight
) -> None:
    made = a_highlight(note="et")._replace(modified="2026-01-01T10:00:00.000+00:00")
    anna.apply([Change(None, made)])
    first = exported(anna, author="Anna").encode()
    merge(bo, read(first))
    bo.undo()
    assert len(merge(bo, read(first)).added) == 1
    changed(anna, made, note="to", modified="2026-01-02T10:00:00.000+00:00")
    second = exported(anna, author="Anna").encode()
    for _ in range(2):
        assert len(merge(bo, read(second)).changed) == 1
        assert bo.highlights()[0].note == "to"
        bo.undo()
        assert bo.highlights()[0].note == "et"


def test_words_that_were_put_back_on_purpose_are_taken(
    anna: Notebook, bo: Notebook, a_highlight: MakeHighlight
) -> None:
    days = [f"2026-01-0{day}T10:00:00.000+00:00" for day in (1, 2, 3)]
    form = a_highlight(note="et")._replace(modified=days[0])
    anna.apply([Change(None, form)])
    for words, day in (("to", days[1]), ("et", days[2])):
        merge(bo, read(exported(anna, author="Anna").encode()))
        form = changed(anna, form, note=words, modified=day)
    done = merge(bo, read(exported(anna, author="Anna").encode()))
    assert (len(done.changed), done.both) == (1, ())
    assert bo.highlights()[0].note == "et"


def test_a_category_that_got_another_name_changes_no_note(
    anna: Notebook, bo: Notebook, a_highlight: MakeHighlight
) -> None:
    anna.apply([Change(None, a_highlight(category="red"))])
    merge(bo, read(exported(anna, author="Anna").encode()))
    red = next(one for one in anna.categories() if one.id == "red")
    anna.apply([Change(red, red._replace(name="Ufravigeligt"))])
    steps = bo.connection.execute("SELECT count(*) FROM operations").fetchone()
    done = merge(bo, read(exported(anna, author="Anna").encode()))
    assert (done.same, done.both, done.kept) == (1, (), ())
    assert len(bo.categories()) == 5
    assert bo.connection.execute("SELECT count(*) FROM operations").fetchone() == steps


def test_one_damaged_row_does_not_stop_the_others(
    anna: Notebook, bo: Notebook, a_highlight: MakeHighlight, tmp_path: Path
) -> None:
    made = [a_highlight(start=at) for at in range(3)]
    anna.apply([Change(None, one) for one in made])
    merge(bo, read(exported(anna, author="Anna").encode()))
    for one in made:
        changed(anna, one, note="mere", modified=now())
    told = exported(anna, author="Anna").encode()
    bo.close()
    with sqlite3.connect(tmp_path / "bo" / "notebook.db") as connection:
        connection.execute("UPDATE highlights SET note = 'skadet' WHERE id = ?", (made[1].id,))
    connection.close()
    with Notebook.open(tmp_path / "bo" / "notebook.db") as again:
        done = merge(again, read(told))
        assert set(done.changed) == {made[0].id, made[2].id}
        ((place, name, reason),) = done.bad
        assert (place, name[-16:]) == (2, made[1].id)
        assert "damaged" in reason


def test_what_cannot_be_written_is_not_taken_at_all(
    bo: Notebook, a_highlight: MakeHighlight, tmp_path: Path
) -> None:
    merge(bo, read(annotation(1)))
    bo.close()
    with Notebook.open(tmp_path / "bo" / "notebook.db", read_only=True) as again:
        with pytest.raises(NotebookError, match="reading only"):
            merge(again, read([annotation(1), annotation(2)]))
        assert merge(again, read(annotation(1))).same == 1


def test_a_record_of_another_kind_is_told(bo: Notebook) -> None:
    merge(bo, read(annotation(1)))
    done = merge(bo, read(annotation(1, target=SOURCE)))
    assert [one.reason for one in done.bad] == ["Here it is a record of another kind."]
    assert isinstance(bo.highlights()[0], Highlight)
    assert bo.notes() == list[Note]()
