"""Two people exchange what they noted: nothing is lost on the way, nothing bad comes in, all is one undo."""

import copy
import json
import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import NotebookError
from reader.notebook import incoming
from reader.notebook.anchoring import attached, carry
from reader.notebook.exchange import by_origin, exported, merge, read
from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.records import Category, Change, Highlight, Note
from reader.notebook.rescue import rescue
from reader.text.agreement import Edition
from tests import thorough

MakeHighlight = Callable[..., Highlight]
MakeNote = Callable[..., Note]
Records = list[Highlight | Note]
LATER, LAST = "2026-06-01T10:00:00.000+00:00", "2026-06-02T10:00:00.000+00:00"


@pytest.fixture
def anna(tmp_path: Path) -> Iterator[Notebook]:
    with Notebook.open(tmp_path / "anna" / "notebook.db") as opened:
        yield opened


@pytest.fixture
def bo(tmp_path: Path) -> Iterator[Notebook]:
    with Notebook.open(tmp_path / "bo" / "notebook.db") as opened:
        yield opened


@pytest.fixture
def early(a_highlight: MakeHighlight, a_note: MakeNote) -> Records:
    """A highlight and a note of some time ago."""
    old = {"created": "2026-01-01T10:00:00.000+00:00", "modified": "2026-01-01T10:00:00.000+00:00"}
    return [a_highlight(note="Vores *linje* 🙂")._replace(**old), a_note()._replace(**old)]


def arrived(notebook: Notebook, author: str) -> incoming.Incoming:
    return incoming.read(exported(notebook, author=author).encode(), "fil")


def everything(notebook: Notebook) -> Records:
    return [*notebook.highlights(), *notebook.notes()]


def changed(notebook: Notebook, record: Highlight | Note, time: str, words: str) -> Highlight | Note:
    fields = {"note": words} if isinstance(record, Highlight) else {"body": words}
    newer = record._replace(modified=time, **fields)
    notebook.apply([Change(record, newer)])
    return newer


def test_everything_comes_to_a_colleague_as_it_was_with_the_name_of_who_wrote_it(
    anna: Notebook, bo: Notebook, early: Records
) -> None:
    anna.apply([Change(None, record) for record in early])
    done = merge(bo, arrived(anna, "Anna"))
    assert set(done.added) == {record.id for record in early}
    assert (done.changed, done.kept, done.same, done.both, done.bad) == ((), (), 0, (), ())
    assert everything(bo) == [record._replace(origin="Anna") for record in early]
    assert by_origin(bo) == {"Anna": 2}
    assert bo.check() == []
    bo.undo()
    assert everything(bo) == []
    bo.redo()
    assert len(everything(bo)) == 2


def test_what_comes_back_is_ones_own_and_a_second_time_changes_nothing(
    anna: Notebook, bo: Notebook, early: Records
) -> None:
    anna.apply([Change(None, record) for record in early])
    merge(bo, arrived(anna, "Anna"))
    merge(bo, arrived(anna, "Anna"))
    steps = bo.connection.execute("SELECT count(*) FROM operations").fetchone()
    again = merge(bo, arrived(anna, "Anna"))
    assert (again.added, again.changed, again.same) == ((), (), 2)
    assert bo.connection.execute("SELECT count(*) FROM operations").fetchone() == steps
    back = merge(anna, arrived(bo, "Bo"), own="Anna")
    assert (back.added, back.changed, back.same) == ((), (), 2)
    assert everything(anna) == early


def test_the_file_is_a_web_annotation_collection_with_places_in_code_points(
    anna: Notebook, a_highlight: MakeHighlight
) -> None:
    text = "𝔄 Kommunerne 🙂 har ansvaret"
    edition = Edition("aftale-2014", sha256(text.encode()).hexdigest(), text, (), (), ())
    start = text.index("har")
    made = attached(a_highlight(note="Husk"), edition, start, start + 3)
    whole = a_highlight("aftale-2009")
    anna.apply([Change(None, made), Change(None, whole)], texts=[(edition.digest, edition.id, text)])
    said = json.loads(exported(anna, ["aftale-2014"], "Anna"))
    assert said["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (said["type"], said["total"], said["first"]["type"]) == (
        "AnnotationCollection",
        1,
        "AnnotationPage",
    )
    (one,) = said["first"]["items"]
    assert (one["type"], one["motivation"]) == ("Annotation", "commenting")
    assert one["creator"] == {"type": "Person", "name": "Anna"}
    assert (one["created"], one["modified"]) == (made.created, made.modified)
    purposes = {body["purpose"]: body["value"] for body in one["body"] if body["purpose"] != "tagging"}
    assert purposes == {"classifying": "Spørgsmål", "commenting": "Husk"}
    assert [body["value"] for body in one["body"] if body["purpose"] == "tagging"] == ["vigtig", "løn"]
    target = one["target"]
    assert target["source"] == "urn:randnote:agreement:aftale-2014"
    quote, position = target["selector"]
    assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    assert text[position["start"] : position["end"]] == quote["exact"] == "har"
    assert (quote["prefix"], quote["suffix"]) == (text[:start], text[start + 3 :])
    assert target["state"]["type"] == "TimeState"
    assert target["state"]["cached"] == f"urn:sha256:{edition.digest}"
    assert said["randnote:texts"] == [{"digest": edition.digest, "agreement": "aftale-2014", "text": text}]


def test_a_passage_from_another_edition_is_found_by_the_text_that_comes_with_it(
    anna: Notebook, bo: Notebook, a_highlight: MakeHighlight
) -> None:
    old = "Første linje.\nKommunerne har ansvaret for styringen."
    theirs = Edition("aftale-2014", sha256(old.encode()).hexdigest(), old, (), (), ())
    mine = Edition("aftale-2014", "mine", f"Nyt.\n{old}", (), (), ())
    start = old.index("ansvaret")
    anna.apply([Change(None, attached(a_highlight(), theirs, start, start + 8))])
    text = (theirs.digest, theirs.id, old)
    merge(bo, incoming.read(exported(anna, author="Anna", texts=[text]).encode(), "fil"))
    ((highlight, span),) = carry(bo, mine).placed
    assert mine.text[slice(*span)] == "ansvaret"
    assert highlight.origin == "Anna"


def test_a_text_that_is_not_what_its_digest_says_is_not_kept(
    anna: Notebook, bo: Notebook, a_highlight: MakeHighlight
) -> None:
    made = a_highlight()
    anna.apply([Change(None, made)])
    lie = (made.selector.digest, made.agreement, "En anden tekst")
    merge(bo, incoming.read(exported(anna, texts=[lie]).encode(), "fil"))
    assert len(bo.highlights()) == 1
    assert bo.text(made.selector.digest) is None


def test_what_the_colleague_went_on_with_is_taken_and_the_older_form_stays_in_the_history(
    anna: Notebook, bo: Notebook, early: Records
) -> None:
    anna.apply([Change(None, record) for record in early])
    merge(bo, arrived(anna, "Anna"))
    for record in everything(bo):
        changed(bo, record, LATER, "Bos ord")
    done = merge(anna, arrived(bo, "Bo"), own="Anna")
    assert set(done.changed) == {record.id for record in early}
    assert done.both == ()
    assert [record.origin for record in everything(anna)] == ["", ""]
    for old, new in zip(early, everything(anna), strict=True):
        assert [version.record for version in anna.history(old.id)] == [old, new]
    anna.undo()
    assert everything(anna) == early


def test_an_older_form_that_comes_back_changes_nothing(anna: Notebook, bo: Notebook, early: Records) -> None:
    anna.apply([Change(None, record) for record in early])
    merge(bo, arrived(anna, "Anna"))
    mine = [changed(anna, record, LATER, "Annas ord") for record in early]
    done = merge(anna, arrived(bo, "Bo"), own="Anna")
    assert (done.changed, done.both, len(done.kept)) == ((), (), 2)
    assert everything(anna) == mine


@pytest.mark.parametrize(
    ("here", "there"), [(LATER, LAST), (LAST, LATER)], ids=["theirs newer", "mine newer"]
)
def test_where_both_went_on_the_newest_stands_and_both_are_shown_and_in_the_history(
    anna: Notebook, bo: Notebook, early: Records, here: str, there: str
) -> None:
    anna.apply([Change(None, record) for record in early])
    merge(bo, arrived(anna, "Anna"))
    mine = [changed(anna, record, here, "Annas ord") for record in early]
    theirs = [changed(bo, record, there, "Bos ord")._replace(origin="") for record in everything(bo)]
    done = merge(anna, arrived(bo, "Bo"), own="Anna")
    brought = [record._replace(origin="Bo") for record in theirs]
    assert {(one.here, one.came) for one in done.both} == set(zip(mine, brought, strict=True))
    newest = theirs if there > here else mine
    assert everything(anna) == newest
    for record, one, other, stands in zip(early, mine, brought, newest, strict=True):
        assert [version.record for version in anna.history(record.id)] == [record, one, other, stands]
    again = merge(anna, arrived(bo, "Bo"), own="Anna")
    assert (again.added, again.changed, again.both) == ((), (), ())
    if newest == theirs:
        anna.undo()
    assert everything(anna) == mine
    assert anna.check() == []


def test_what_was_removed_here_stays_removed_unless_the_colleague_went_on_with_it(
    anna: Notebook, bo: Notebook, early: Records, later: Callable[[], str]
) -> None:
    anna.apply([Change(None, record) for record in early])
    merge(bo, arrived(anna, "Anna"))
    anna.apply([Change(record, None) for record in early])
    done = merge(anna, arrived(bo, "Bo"), own="Anna")
    assert (len(done.kept), everything(anna)) == (2, [])
    future = [changed(bo, record, later(), "Bos ord") for record in everything(bo)]
    done = merge(anna, arrived(bo, "Bo"), own="Anna")
    assert len(done.both) == len(done.changed) == 2
    assert [record._replace(origin="Anna") for record in everything(anna)] == future


def test_words_that_were_taken_out_for_good_do_not_come_back(
    anna: Notebook, bo: Notebook, early: Records
) -> None:
    anna.apply([Change(None, record) for record in early])
    merge(bo, arrived(anna, "Anna"))
    anna.apply([Change(record, None) for record in early])
    anna.purge([record.id for record in early])
    done = merge(anna, arrived(bo, "Bo"), own="Anna")
    assert len(done.kept) == 2
    assert everything(anna) == []


def test_categories_are_the_same_by_name_and_a_new_one_comes_with_its_highlight(
    anna: Notebook, bo: Notebook, a_highlight: MakeHighlight
) -> None:
    red, blue, green = (
        next(one for one in anna.categories() if one.id == key) for key in ("red", "blue", "green")
    )
    anna.apply(
        [
            Change(red, red._replace(name="Ufravigeligt")),
            Change(green, green._replace(name="Our line")),
            Change(None, Category("mine", "nyt", "teal", "kr", 9)),
        ]
    )
    keys = ["red", "mine", "green", blue.id]
    anna.apply([Change(None, a_highlight(start=at, category=key)) for at, key in enumerate(keys)])
    merge(bo, arrived(anna, "Anna"))
    names = {category.id: category.name for category in bo.categories()}
    assert [names[highlight.category] for highlight in bo.highlights()] == [
        "Ufravigeligt",
        "Nyt",
        "Vores linje",
        "Nyt",
    ]
    assert len(names) == 6
    bo.undo()
    assert len(bo.categories()) == 5


def minimal(**more: Any) -> dict[str, Any]:
    target = {
        "source": "urn:randnote:agreement:aftale-2014",
        "selector": {"type": "TextQuoteSelector", "exact": "fælles mål"},
    }
    plain = {"type": "Annotation", "id": "https://example.org/a/1", "created": "2024-05-01T12:00:00Z"}
    return {**plain, "body": "Se her", "target": target, **more}


def test_an_annotation_of_another_program_comes_in_with_what_it_says(bo: Notebook) -> None:
    told = json.dumps({"type": "AnnotationPage", "items": [minimal()]}).encode()
    merge(bo, incoming.read(told, "fil"))
    (highlight,) = bo.highlights()
    assert (highlight.note, highlight.selector.quote, highlight.selector.digest) == (
        "Se her",
        "fælles mål",
        "",
    )
    assert highlight.category == "yellow"
    assert highlight.created == "2024-05-01T12:00:00.000+00:00"
    again = merge(bo, incoming.read(told, "fil"))
    assert again.same == 1


def test_places_that_do_not_count_code_points_are_not_trusted(bo: Notebook) -> None:
    quote = {"type": "TextQuoteSelector", "exact": "🙂 mål"}
    in_units = {"type": "TextPositionSelector", "start": 10, "end": 16}
    state = {"type": "TimeState", "cached": "urn:sha256:d"}
    target = {"source": "urn:randnote:agreement:a", "selector": [quote, in_units], "state": state}
    (found,) = incoming.read(json.dumps([minimal(target=target)]).encode(), "fil").found
    assert isinstance(found.record, Highlight)
    assert found.record.selector.digest == ""
    in_points = {**in_units, "end": 15}
    target = {**target, "selector": [quote, in_points]}
    (found,) = incoming.read(json.dumps([minimal(target=target)]).encode(), "fil").found
    assert isinstance(found.record, Highlight)
    assert (found.record.selector.start, found.record.selector.digest) == (10, "d")


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        ("tekst", "no annotation"),
        (minimal(target=None), "what it is about"),
        (minimal(target={"source": "https://example.org"}), "not about an agreement"),
        (minimal(created=7), "when it was made"),
        (minimal(created="i går"), "when it was made"),
        (minimal(target=[minimal()["target"]] * 2), "several places"),
        (minimal(body=7), "no text"),
        (minimal(body={"type": "TextualBody", "value": ["x"]}), "no text"),
        (minimal(body="x" * 1_000_001), "too long"),
        (minimal(body="\ud83d"), "half a character"),
        (
            minimal(target={**minimal()["target"], "selector": {"type": "TextQuoteSelector", "exact": ""}}),
            "which words",
        ),
        (
            minimal(target={"source": "urn:randnote:agreement:a", "selector": {"value": "principle=to"}}),
            "no number",
        ),
    ],
)
def test_a_bad_record_is_listed_with_the_reason_and_the_good_ones_come_in(
    bo: Notebook, item: object, reason: str
) -> None:
    told = json.dumps({"first": {"items": [minimal(), item, minimal(id="urn:2")]}}).encode()
    done = merge(bo, incoming.read(told, "fil"))
    assert len(done.added) == 2
    (bad,) = done.bad
    assert bad.place == 2
    assert reason in bad.reason


@pytest.mark.parametrize(
    "content", [b"", b"Dear diary", b"{}", b"7", b"\xff\xfe\0", b"[" * 100_000, b'{"type":"Note"}']
)
def test_what_is_no_file_of_annotations_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "fil.json").write_bytes(content)
    with pytest.raises(NotebookError, match=r"fil\.json is no file of annotations"):
        read(tmp_path / "fil.json")
    with pytest.raises(NotebookError, match="could not be read: there is no such file"):
        read(tmp_path / "ingen.json")


def test_a_time_that_is_still_to_come_does_not_win_for_ever(bo: Notebook) -> None:
    merge(bo, incoming.read(json.dumps([minimal(modified="2999-01-01T00:00:00Z")]).encode(), "fil"))
    assert bo.highlights()[0].modified <= now()


def test_a_rescue_copy_comes_in_with_what_had_not_been_saved(
    anna: Notebook, bo: Notebook, tmp_path: Path, early: Records
) -> None:
    highlight, note = early
    anna.apply([Change(None, highlight), Change(None, note)])
    unsaved = note._replace(body="det sidste", modified=LATER)  # type: ignore[call-arg]
    rescued = rescue(anna, [unsaved], tmp_path)
    done = merge(bo, read(rescued.lines))
    assert len(done.added) == 2
    assert everything(bo) == [highlight, unsaved]
    rescued.lines.write_bytes(rescued.lines.read_bytes() + b"{}\n")
    assert len(merge(bo, read(rescued.lines)).bad) == 1


# Files that were written by nobody in their right mind.

ODD = [
    None,
    True,
    False,
    0,
    -1,
    1e308,
    2**70,
    "",
    "x",
    "\ud83d",
    "\0",
    [],
    {},
    [[]],
    [None],
    {"a": []},
    "9" * 99,
]


def places(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every value within a value."""
    yield way
    children = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, child in children:
        yield from places(child, (*way, key))


def spoilt(value: Any, chance: random.Random) -> Any:
    """Return a value with something in it replaced, removed or doubled."""
    value = copy.deepcopy(value)
    *way, last = chance.choice([way for way in places(value) if way])
    holder = value
    for key in way:
        holder = holder[key]
    deed = chance.randrange(4)
    if deed == 0:
        del holder[last]
    elif deed == 1 and isinstance(holder, list):
        holder.append(copy.deepcopy(holder[last]))
    else:
        holder[last] = chance.choice(ODD)
    return value


def tried(good: list[Any], seeds: range, take: Callable[[incoming.Incoming], object]) -> int:
    """Spoil one record of a file in each try; every other one must come in, and nothing may be raised."""
    listed = 0
    for seed in seeds:
        chance = random.Random(seed)
        at = chance.randrange(len(good))
        bad = good[at]
        for _ in range(chance.randint(1, 4)):
            bad = spoilt(bad, chance) if isinstance(bad, dict) and bad else bad
        items = [*good[:at], bad, *good[at + 1 :]]
        found = incoming.read(json.dumps({"items": items}).encode(), "fil")
        assert len(found.found) + len(found.bad) == len(items), seed
        names = {each.record.id for each in found.found}
        assert (
            len(names & {one["id"][-16:] for one in good} - {bad and good[at]["id"][-16:]}) == len(good) - 1
        ), seed
        assert all(one.place == at + 1 or one.reason.startswith("It stands") for one in found.bad), seed
        listed += len(found.bad)
        take(found)
    return listed


@pytest.fixture
def good(anna: Notebook, a_highlight: MakeHighlight, a_note: MakeNote) -> list[Any]:
    records = [a_highlight(start=at) for at in range(4)]
    anna.apply([Change(None, record) for record in (*records, a_note(), a_note(principle=None))])
    items: list[Any] = json.loads(exported(anna, author="Anna"))["first"]["items"]
    return items


def test_whatever_one_record_of_a_file_is_like_the_others_come_in(bo: Notebook, good: list[Any]) -> None:
    def take(found: incoming.Incoming) -> None:
        merge(bo, found)
        bo.undo()

    assert tried(good, range(thorough.tried(80, 5000)), take) > 20
    assert bo.check() == []


def test_no_bytes_make_the_reading_fail_otherwise_than_in_plain_words(good: list[Any]) -> None:
    content = json.dumps({"items": good}, ensure_ascii=False).encode()
    chance = random.Random(7)
    for _ in range(400):
        spoilt_bytes = bytearray(content)
        for _ in range(chance.randint(1, 5)):
            spoilt_bytes[chance.randrange(len(content))] = chance.randrange(256)
        rest = bytes(spoilt_bytes[: chance.choice([None, chance.randrange(len(content))])])
        with suppress(NotebookError):
            found = incoming.read(rest, "fil")
            assert len(found.found) + len(found.bad) > 0


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    quote=TEXT.filter(bool),
    words=TEXT,
    tags=st.lists(TEXT.filter(bool), unique=True, max_size=3),
    start=st.integers(0, 9**9),
)
def test_any_words_come_through_as_they_are(
    anna: Notebook,
    bo: Notebook,
    a_highlight: MakeHighlight,
    quote: str,
    words: str,
    tags: list[str],
    start: int,
) -> None:
    plain = a_highlight()
    selector = plain.selector._replace(quote=quote, start=start, end=start + len(quote))
    made = plain._replace(id=new_id(), selector=selector, note=words, tags=tuple(tags))
    anna.apply([Change(None, made)])
    merge(bo, arrived(anna, "Anna"))
    assert bo.highlight(made.id) == made._replace(origin="Anna")


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=TEXT,
    tags=st.lists(TEXT.filter(bool), unique=True, max_size=3),
    principle=st.none() | st.integers(0, 999_999),
    heading=TEXT,
    origin=TEXT.map(lambda name: " ".join(name.split())),
    days=st.lists(st.datetimes(datetime(2000, 1, 1), datetime(2026, 1, 1)), min_size=2, max_size=2),
)
def test_any_note_comes_through_as_it_is_with_its_name_and_times(
    anna: Notebook,
    bo: Notebook,
    a_note: MakeNote,
    words: str,
    tags: list[str],
    principle: int | None,
    heading: str,
    origin: str,
    days: list[datetime],
) -> None:
    created, modified = (day.replace(tzinfo=UTC).isoformat(timespec="milliseconds") for day in sorted(days))
    about = {"tags": tuple(tags), "created": created, "modified": modified, "origin": origin}
    known = "" if principle is None else heading
    made = a_note(principle=principle, body=words)._replace(**about, heading=known)
    anna.apply([Change(None, made)])
    done = merge(bo, arrived(anna, "Anna"), own="Bo")
    assert bo.note(made.id) == made._replace(origin=origin or "Anna")
    assert made.id in done.added
    again = merge(bo, arrived(anna, "Anna"), own="Bo")
    assert (again.added, again.changed, again.both) == ((), (), ())
    # What comes back is as it was.
    assert made.id not in merge(anna, arrived(bo, "Bo"), own="Anna").changed
    assert anna.note(made.id) == made
