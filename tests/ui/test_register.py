"""The register, and what is sifted from it, are always what reading the whole notebook would give."""

import gc
from collections import Counter
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.records import Change, Highlight, Note
from reader.search.notes import searched
from reader.settings import Settings
from reader.text.decision import Member
from reader.text.selector import Selector, describe
from reader.text.words import fold
from reader.ui.desk import Desk
from reader.ui.entries import Scope, Sieve, Wanted
from reader.ui.register import AT_ONCE, Register
from reader.ui.sifting import Sifting

AGREEMENTS = ("aftale-2014", "principper-2015", "aftale-2009", "aftale-1999")
CATEGORIES = ("green", "red")
TAGS = ("krav", "møde")
WORDS = ("Vores linje", "mål og RESULTATER", "")
ORIGINS = ("", "Kollega")
NUMBER = count()


# The notebook read anew, plainly


def entered(desk, library):
    """Return every record with its place, in reading order, as the whole notebook is read."""
    shelf = [agreement.id for agreement in library.agreements]

    def order(entry):
        record, span = entry
        known = record.agreement in shelf
        place = (shelf.index(record.agreement), "") if known else (len(shelf), record.agreement)
        start, end = span or (0, 0)
        marked = isinstance(record, Highlight)
        return place, span is None, start, marked, end, record.created, record.id

    records = [*desk.notebook.notes(), *desk.notebook.highlights()]
    return sorted(((one, where(one, library)) for one in records), key=order)


def where(record, library):
    """Return where a record is, as its words and numbers say."""
    editions = library.editions()
    if record.agreement not in editions:
        return None
    edition = editions[record.agreement]
    if isinstance(record, Note):
        principle = edition.principle(record.principle)
        whole = (0, 0) if record.principle is None else None
        return (principle.start, principle.end) if principle else whole
    start, end, quote, *_, digest = record.selector
    return (start, end) if digest == edition.digest and edition.text[start:end] == quote else None


def fresh(desk, library, wanted):
    """Return the ids of what is wanted, and how many are in scope, as the whole notebook is read."""
    thread = desk.thread_in_view
    numbers = {member.agreement: member.number for member in thread.members} if thread else {}

    def in_scope(record, span):
        if wanted.scope is Scope.LOST or span is None:
            return span is None and wanted.scope is Scope.LOST
        if wanted.scope is Scope.OPEN:
            return record.agreement in desk.panes
        if wanted.scope is Scope.ALL:
            return True
        if record.agreement not in numbers or (isinstance(record, Note) and record.principle is None):
            return False
        principle = library.edition(record.agreement).principle(numbers[record.agreement])
        return span[0] < principle.end and principle.start < span[1]

    def fits(record):
        category = record.category if isinstance(record, Highlight) else ""
        return (
            wanted.category in ("", category)
            and (not wanted.tag or wanted.tag in record.tags)
            and wanted.origin in (None, record.origin)
            and all(word in searched(record) for word in fold(wanted.words).split())
        )

    scope = [record for record, span in entered(desk, library) if in_scope(record, span)]
    return [record.id for record in scope if fits(record)], len(scope)


# Records and changes


tags = st.lists(st.sampled_from(TAGS), unique=True).map(tuple)
about = st.fixed_dictionaries(
    {"note": st.sampled_from(WORDS), "tags": tags, "origin": st.sampled_from(ORIGINS)}
)


@st.composite
def records(draw, library):
    agreement, said = draw(st.sampled_from(AGREEMENTS)), draw(about)
    time = f"2026-01-01T00:00:{draw(st.integers(0, 5)):02}.000+00:00"
    name = f"{next(NUMBER):016x}"
    if draw(st.booleans()):
        number = draw(st.sampled_from((None, 1, 2, 77)))
        return Note(name, agreement, number, said["note"], said["tags"], time, time, said["origin"])
    start = draw(st.integers(0, 9000))
    selector = Selector(start, start + 5, "stand", "in no ", " text", "0" * 64)
    if agreement != "aftale-1999" and draw(st.integers(0, 4)):
        edition = library.edition(agreement)
        selector = describe(edition.text, start, start + draw(st.integers(1, 60)), edition.digest)
    category = draw(st.sampled_from(CATEGORIES))
    return Highlight(
        name, agreement, selector, category, said["note"], said["tags"], time, time, said["origin"]
    )


wishes = st.builds(
    Wanted,
    st.sampled_from(Scope),
    st.sampled_from(("", "linje", "RESULTATER mål", "findes ikke")),
    st.sampled_from(("", *CATEGORIES)),
    st.sampled_from(("", *TAGS)),
    st.sampled_from((None, *ORIGINS)),
)


def changed(draw, notebook, library):
    """Change the notebook as a person might, without telling anybody."""
    living = [*notebook.highlights(), *notebook.notes()]
    deed = draw(st.sampled_from(("add", "remove", "words", "move", "undo", "redo")))
    if deed == "add" or not living:
        made = [draw(records(library)) for _ in range(draw(st.integers(1, 3)))]
        notebook.apply([Change(None, record) for record in made])
        return
    one = draw(st.sampled_from(living))
    other = draw(records(library))
    if deed == "remove":
        notebook.apply([Change(one, None)])
    elif deed == "words":
        notebook.apply([Change(one, one._replace(tags=other.tags))], continues=notebook.group)
    elif deed == "move" and isinstance(one, Highlight) and isinstance(other, Highlight):
        moved = one._replace(agreement=other.agreement, selector=other.selector)
        notebook.apply([Change(one, moved)])
    elif deed == "undo":
        notebook.undo()
    elif deed == "redo":
        notebook.redo()


def compare(register, desk, library):
    """The register holds what the notebook does."""
    known = entered(desk, library)
    held = [slip for name in register.agreements() for slip in register.placed(name) + register.lost_of(name)]
    shelf = [agreement.id for agreement in library.agreements]
    assert [slip.id for slip in held] == [record.id for record, _ in known]
    assert [None if slip.is_lost else slip.span for slip in held] == [span for _, span in known]
    assert len(register) == len(known)
    assert register.lost == sum(span is None for _, span in known)
    assert register.tags == Counter(tag for record, _ in known for tag in record.tags)
    assert register.origins == Counter(record.origin for record, _ in known)
    members = Counter()
    for record, span in known:
        if span and isinstance(record, Note) and record.principle:
            members[Member(record.agreement, record.principle)] += 1
        elif span and isinstance(record, Highlight):
            principle = library.edition(record.agreement).principle_at(span[0])
            members.update([Member(record.agreement, principle.number)] if principle else [])
    assert register.principles == members
    assert set(register.agreements()) == {*shelf, *(record.agreement for record, _ in known)}


# The laws


@pytest.fixture
def room(tmp_path_factory, library, qapp):
    """Open a new notebook with a desk each time it is asked."""
    opened = []

    def another():
        notebook = Notebook.open(tmp_path_factory.mktemp("law") / "notebook.db")
        opened.append(notebook)
        return Desk(library, notebook, Settings())

    yield another
    for notebook in opened:
        notebook.close()


LAW = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@LAW
@given(data=st.data())
def test_whatever_is_changed_and_read_in_between_the_register_is_what_the_notebook_holds(room, library, data):
    desk = room()
    notebook = desk.notebook
    shelf = [agreement.id for agreement in library.agreements]
    register = Register(notebook, shelf, library.edition, desk.span_of)
    for _ in range(data.draw(st.integers(0, 4))):
        changed(data.draw, notebook, library)
    register.begin(data.draw(st.lists(st.sampled_from(shelf), unique=True, max_size=2)))
    for step in data.draw(st.lists(st.sampled_from(("change", "read", "catch up", "slip")), max_size=8)):
        if step == "change":
            changed(data.draw, notebook, library)
        elif step == "read":
            register.read(data.draw(st.integers(1, 3)))
        elif step == "catch up":
            register.catch_up()
        elif living := notebook.highlights():
            register.slip(living[0].id)
    register.catch_up()
    while not register.is_complete:
        register.read(1)
    compare(register, desk, library)


@LAW
@given(data=st.data())
def test_sifted_by_steps_it_is_what_reading_the_whole_notebook_gives(room, library, data):
    desk = room()
    notebook = desk.notebook
    made = data.draw(st.lists(records(library), max_size=25))
    notebook.apply([Change(None, record) for record in made])
    desk.panes[:] = data.draw(st.lists(st.sampled_from(AGREEMENTS[:3]), unique=True))
    desk.thread_in_view = data.draw(st.sampled_from((None, *desk.threads()[:3])))
    wanted = data.draw(wishes)
    register = desk.registering.register()
    while not register.is_complete:
        register.read()
    held = data.draw(st.lists(st.sampled_from(made), unique=True, max_size=2)) if made else []
    sifting = Sifting(Sieve(desk, wanted), register, [record.id for record in held])
    while not sifting.is_done:
        sifting.go_on(1)
    ids, scope = fresh(desk, library, wanted)
    kept = {record.id for record in held} | set(ids)
    everything = [record.id for record, _ in entered(desk, library)]
    assert [slip.id for slip in sifting.found] == [name for name in everything if name in kept]
    if not held:
        assert sifting.scope == scope


# What a person sees of it


def marked(edition, number):
    selector = describe(edition.text, number, number + 30, edition.digest)
    return Highlight(new_id(), edition.id, selector, "green", "", (), now(), now())


def test_a_small_notebook_is_whole_at_once(desk):
    edition = desk.edition("aftale-2014")
    desk.notebook.apply([Change(None, marked(edition, number)) for number in range(AT_ONCE - 1)])
    register = desk.registering.register()
    assert register.is_complete
    assert len(register) == AT_ONCE - 1


def test_a_large_notebook_is_read_from_what_is_open_on(qtbot, desk):
    early, late = desk.edition("aftale-2009"), desk.edition("principper-2015")
    numbers = range(2 * AT_ONCE)
    desk.notebook.apply([Change(None, marked(early, number)) for number in numbers])
    desk.notebook.apply([Change(None, marked(late, number)) for number in numbers])
    desk.open("principper-2015")
    register = desk.registering.register()
    assert not register.is_complete
    assert register.placed("principper-2015")
    assert not register.placed("aftale-2009")
    with qtbot.waitSignal(desk.registering.completed):
        pass
    assert len(register) == 4 * AT_ONCE


def test_what_is_changed_while_a_large_notebook_is_read_is_as_it_is_now(qtbot, desk):
    edition = desk.edition("aftale-2014")
    desk.notebook.apply([Change(None, marked(edition, number)) for number in range(2 * AT_ONCE)])
    register = desk.registering.register()
    first, *_, last = desk.notebook.highlights()
    desk.remove(first)
    desk.stretch(last, 3, 9)
    with qtbot.waitSignal(desk.registering.completed):
        pass
    assert register.slip(first.id) is None
    assert register.slip(last.id).span == (3, 9)
    assert len(register) == 2 * AT_ONCE - 1


def test_a_great_change_is_read_a_portion_at_a_time(qtbot, desk):
    register = desk.registering.register()
    edition = desk.edition("aftale-2014")
    touched = desk.notebook.apply([Change(None, marked(edition, number)) for number in range(2 * AT_ONCE)])
    desk.notebook_changed.emit(touched)
    assert not register.is_complete
    with qtbot.waitSignal(desk.registering.completed):
        pass
    assert len(register) == 2 * AT_ONCE


def test_a_record_that_was_not_read_yet_has_its_slip_when_it_is_asked_for(desk):
    edition = desk.edition("aftale-2014")
    desk.notebook.apply([Change(None, marked(edition, number)) for number in range(2 * AT_ONCE)])
    last = desk.notebook.highlights()[-1]
    register = desk.registering.register()
    assert not register.is_complete
    assert register.slip(last.id).span == (last.selector.start, last.selector.end)


def test_a_damaged_record_is_left_out(desk):
    edition = desk.edition("aftale-2014")
    one, other = marked(edition, 1), marked(edition, 2)
    desk.notebook.apply([Change(None, one), Change(None, other)])
    desk.notebook.connection.execute("UPDATE highlights SET note = 'x' WHERE id = ?", (one.id,))
    register = desk.registering.register()
    assert [slip.id for slip in register.placed("aftale-2014")] == [other.id]


def test_what_is_there_for_long_is_not_looked_through_again_and_again(qtbot, desk):
    edition = desk.edition("aftale-2014")
    desk.notebook.apply([Change(None, marked(edition, number)) for number in range(2 * AT_ONCE)])
    desk.registering.register()
    with qtbot.waitSignal(desk.registering.completed):
        pass
    assert gc.get_freeze_count() > 2 * AT_ONCE
    desk.rest()
    assert gc.get_freeze_count() == 0
