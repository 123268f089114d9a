"""Two people exchange notes in the window: what comes in is seen first, and what both changed is chosen."""

import ast
import json
import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from reader.notebook import incoming
from reader.notebook.exchange import exported, merge, read
from reader.notebook.notebook import Notebook, new_id
from reader.notebook.records import Change, Highlight, Note
from reader.text.selector import describe
from reader.ui.arrival_words import _REASONS
from reader.ui.entries import Scope

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

A14 = "aftale-2014"
QUOTE = "Politisk aftalestyring bør i videst muligt omfang erstatte detailregulering."
DAYS = [f"2026-01-0{day}T10:00:00.000+00:00" for day in range(1, 8)]
EXAMPLE = {"type": "Annotation", "created": DAYS[0], "body": "Et ord"}
HERE = {"source": f"urn:randnote:agreement:{A14}", "selector": {"type": "TextQuoteSelector", "exact": QUOTE}}


@pytest.fixture
def bo(tmp_path):
    """The notebook of a colleague."""
    with Notebook.open(tmp_path / "bo" / "notebook.db") as opened:
        yield opened


@pytest.fixture
def mark(opened):
    """Make a highlight that stands in the agreement, some days ago."""

    def made(note="", words=QUOTE, day=0, category="green"):
        edition = opened.desk.edition(A14)
        start = edition.text.index(words)
        selector = describe(edition.text, start, start + len(words), edition.digest)
        return Highlight(new_id(), A14, selector, category, note, ("styring",), DAYS[day], DAYS[day])

    return made


@pytest.fixture
def exchange(opened, bo, tmp_path, qtbot):
    return Exchange(opened, bo, tmp_path, qtbot)


class Exchange:
    """What a person does who exchanges notes with Bo."""

    def __init__(self, opened, bo, folder, qtbot):
        self.opened = opened
        self.bo = bo
        self.folder = folder
        self.qtbot = qtbot
        self.name("Anna Berg")

    def name(self, name):
        self.opened.desk.prefer(self.opened.desk.settings._replace(name=name))

    @property
    def exchanging(self):
        return self.opened.window.furniture.exchanging

    @property
    def notebook(self):
        return self.opened.desk.notebook

    def save(self, notebook, *records):
        notebook.apply([Change(None, record) for record in records])

    def write(self, notebook, record, **fields):
        old = notebook.highlight(record.id)
        new = old._replace(**fields)
        notebook.apply([Change(old, new)])
        return new

    def give(self):
        """Give Bo what is in the window's notebook."""
        merge(self.bo, incoming.read(exported(self.notebook, author="Anna Berg").encode(), "fil"), "Bo")

    def file(self, told=None):
        path = self.folder / "fra bo.jsonld"
        path.write_text(told or exported(self.bo, author="Bo"), encoding="utf-8")
        return path

    def preview(self, path):
        """Choose a file, and wait until it is seen what it holds."""
        self.exchanging.take_in(path)
        dialog = self.dialog
        self.qtbot.waitUntil(lambda: not dialog.bar.isVisible())
        return dialog

    @property
    def dialog(self):
        return self.exchanging.arrival_dialog

    def take(self):
        """Let in what is seen, and wait until it is there."""
        dialog = self.dialog
        with self.qtbot.waitSignal(dialog.finished):
            QTest.keyClick(dialog.take, Qt.Key.Key_Return)
        QApplication.processEvents()

    def both(self):
        """Open what both sides changed, and wait until it was looked for."""
        self.opened.choose("both_sides")
        both = self.exchanging.both
        self.qtbot.waitUntil(lambda: not both.bar.isVisible())
        return both

    def settle(self):
        for _ in range(30):
            QApplication.processEvents()

    def quarrel(self, mark, mine=1, theirs=2):
        """Let both write on the same highlight."""
        made = mark("først")
        self.save(self.notebook, made)
        self.give()
        one = self.write(self.notebook, made, note="Vores linje står fast.", modified=DAYS[mine])
        other = self.write(
            self.bo, made, note="Vores linje er til forhandling.", modified=DAYS[theirs], category="red"
        )
        self.preview(self.file())
        self.take()
        return one, other


def steps(notebook):
    return notebook.connection.execute("SELECT count(*) FROM operations").fetchone()[0]


def numbers(dialog):
    grid = dialog.numbers
    rows = range(grid.rowCount()) if grid.count() else ()
    return {
        grid.itemAtPosition(row, 1).widget().text(): grid.itemAtPosition(row, 0).widget().text()
        for row in rows
    }


def listed(dialog):
    rows = map(dialog.list.topLevelItem, range(dialog.list.topLevelItemCount()))
    return [[row.text(column) for column in range(4)] for row in rows]


def notices(dialog):
    return [singular(dialog.more.itemAt(at).widget().text()) for at in range(dialog.more.count())]


def singular(text):
    """Return a text without what stands in it for one or many, where it has not been translated yet."""
    return re.sub(r"(?<=\d )notes?(\(s\))?", "note", text).replace("(s)", "")


# Out


@pytest.fixture
def answer(monkeypatch):
    def answering(path):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))

    return answering


def test_notes_go_out_under_the_name_that_is_asked_for_once(opened, exchange, mark, answer, tmp_path, qtbot):
    exchange.name("")
    exchange.save(exchange.notebook, mark("Min"), mark("Bos")._replace(origin="Bo"))
    opened.choose("export_notes")
    dialog = exchange.exchanging.sending_dialog
    assert not dialog.send.isEnabled()
    assert "Give your name" in dialog.count.text()
    QTest.keyClicks(dialog.name, "  Anna   Berg ")
    assert dialog.send.isEnabled()
    answer(tmp_path / "ud")
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    (found,) = read(tmp_path / "ud.jsonld").found
    assert (found.record.note, found.record.origin) == ("Min", "Anna Berg")
    assert singular(opened.message()) == f"1 note exported to {tmp_path / 'ud.jsonld'}"
    opened.again()
    opened.choose("export_notes")
    again = opened.window.furniture.exchanging.sending_dialog
    assert again.name.text() == "Anna Berg"
    again.reject()


def test_what_goes_out_is_chosen_by_agreement_and_by_whose_it_is(
    opened, exchange, mark, answer, tmp_path, qtbot
):
    note = Note(new_id(), "aftale-2009", 2, "Gammel", (), DAYS[0], DAYS[0])
    exchange.save(exchange.notebook, mark("Min"), mark("Bos")._replace(origin="Bo"), note)
    opened.choose("export_notes")
    dialog = exchange.exchanging.sending_dialog
    seen = {}
    for what, button in enumerate(dialog.what.buttons()):
        for whose, other in enumerate(dialog.whose.buttons()):
            button.click()
            other.click()
            seen[what, whose] = dialog.count.text()
    counts = {key: int(text.split()[0]) for key, text in seen.items()}
    assert counts == {(0, 0): 1, (0, 1): 2, (1, 0): 1, (1, 1): 2, (2, 0): 2, (2, 1): 3}
    answer(tmp_path / "alt.jsonld")
    with qtbot.waitSignal(dialog.accepted):
        dialog.send.click()
    names = [found.record.origin for found in read(tmp_path / "alt.jsonld").found]
    assert sorted(names) == ["Anna Berg", "Anna Berg", "Bo"]


def test_where_nothing_is_noted_there_is_nothing_to_export(opened, exchange):
    opened.choose("export_notes")
    dialog = exchange.exchanging.sending_dialog
    assert not dialog.send.isEnabled()
    assert not any(button.isVisible() for button in dialog.whose.buttons())
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_file_that_cannot_be_written_is_told_and_the_old_one_is_as_it_was(
    opened, exchange, mark, answer, tmp_path, qtbot
):
    exchange.save(exchange.notebook, mark("Min"))
    (tmp_path / "link.jsonld").symlink_to(tmp_path / "ingen")
    opened.choose("export_notes")
    dialog = exchange.exchanging.sending_dialog
    answer(tmp_path / "link.jsonld")
    with qtbot.waitSignal(dialog.accepted):
        dialog.send.click()
    assert "link" in opened.message()
    assert not (tmp_path / "ingen").exists()


# In


def test_what_a_file_holds_is_seen_before_anything_is_written_and_one_undo_takes_it_back(
    opened, exchange, mark, answer, qtbot
):
    exchange.save(exchange.bo, mark("Bos ord"), Note(new_id(), A14, 2, "Til princip 2", (), DAYS[0], DAYS[0]))
    before = steps(exchange.notebook)
    answer(exchange.file())
    opened.choose("import_notes")
    dialog = exchange.dialog
    qtbot.waitUntil(lambda: not dialog.bar.isVisible())
    assert numbers(dialog) == {"new": "2"}
    assert notices(dialog) == ["Written by: Bo (2)"]
    assert listed(dialog) == [
        ["is new", "ØA14", f"«{QUOTE}»", "Bos ord"],
        ["is new", "ØA14", "On principle 2", "Til princip 2"],
    ]
    assert not dialog.name.isVisible()
    assert not dialog.bad.isVisible()
    assert steps(exchange.notebook) == before
    exchange.take()
    assert {one.origin for one in exchange.notebook.highlights()} == {"Bo"}
    assert singular(opened.message()) == "2 note taken in from fra bo.jsonld. Undo takes all of it back."
    assert opened.actions["undo"].text() == "Undo: Import"
    opened.choose("undo")
    assert exchange.notebook.highlights() == exchange.notebook.notes() == []


def test_notes_on_principles_that_are_others_here_are_told_of_and_wait_to_be_looked_at(opened, exchange):
    note = Note(new_id(), A14, 4, "Hvad er målet?", (), DAYS[0], DAYS[0])
    moved = note._replace(heading="Styring på mål og resultater")
    kept = moved._replace(id=new_id(), principle=2)
    exchange.save(exchange.bo, moved, kept, moved._replace(id=new_id(), agreement="aftale-1999"))
    dialog = exchange.preview(exchange.file())
    assert any(told.startswith("1 note will have to be looked at") for told in notices(dialog))
    exchange.take()
    states = [opened.desk.standings.state(one.id) for one in (moved, kept)]
    assert states == ["check", "placed"]


def test_the_notebook_is_copied_before_notes_come_in(opened, exchange, mark, qtbot):
    exchange.save(exchange.notebook, mark("Min"))
    exchange.save(exchange.bo, mark("Bos", "Vækstplan DK"))
    exchange.preview(exchange.file())
    with qtbot.waitSignal(opened.window.keeping.kept):
        exchange.take()
    (copy,) = opened.paths.backups.glob("*before-import.db")
    with Notebook.open(copy, read_only=True) as kept:
        assert [one.note for one in kept.highlights()] == ["Min"]


def test_the_same_file_again_brings_nothing_new(opened, exchange, mark):
    exchange.save(exchange.bo, mark("Bos"))
    exchange.preview(exchange.file())
    exchange.take()
    before = steps(exchange.notebook)
    dialog = exchange.preview(exchange.file())
    assert numbers(dialog) == {"the same as here": "1"}
    assert notices(dialog)[0] == "There is nothing new in it. Your notebook is as it was."
    assert not dialog.take.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert steps(exchange.notebook) == before


def test_the_preview_tells_what_was_changed_where_and_what_is_left_as_it_is(opened, exchange, mark):
    ours = [mark(str(at)) for at in range(6)]
    exchange.save(exchange.notebook, *ours)
    exchange.give()
    exchange.write(exchange.bo, ours[0], note="hos Bo", modified=DAYS[2])
    exchange.write(exchange.bo, ours[1], note="hos Bo", modified=DAYS[2])
    exchange.write(exchange.notebook, ours[1], note="her", modified=DAYS[3])
    exchange.write(exchange.notebook, ours[2], note="her", modified=DAYS[3])
    exchange.notebook.apply([Change(ours[3], None)])
    exchange.save(exchange.bo, mark("ny")._replace(agreement="aftale-1999"))
    dialog = exchange.preview(exchange.file())
    assert numbers(dialog) == {
        "new": "1",
        "changed by others, and taken over": "1",
        "changed on both sides: the newest stands, and you can choose afterwards": "1",
        "the same as here": "2",
        "newer here, and left as they are": "1",
        "removed here, and left in the bin": "1",
    }
    assert any("your library does not have: aftale-1999" in told for told in notices(dialog))
    assert [(state, where, note) for state, where, _, note in listed(dialog)] == [
        ("both: yours stands", "ØA14", "hos Bo"),
        ("changed", "ØA14", "hos Bo"),
        ("is new", "aftale-1999", "ny"),
    ]
    dialog.reject()


def test_what_cannot_be_taken_in_is_listed_and_can_be_copied(opened, exchange):
    items = [{**EXAMPLE, "id": "https://e.org/<b>1</b>", "target": "https://e.org/side"}, {"type": "x"}, 7]
    told = json.dumps([*items, {**EXAMPLE, "creator": "Bo", "target": HERE}])
    dialog = exchange.preview(exchange.file(told))
    assert dialog.list.isVisible()
    assert numbers(dialog) == {"new": "1", "cannot be taken in; they are listed below": "3"}
    assert dialog.bad.toPlainText().splitlines() == [
        "No. 1  https://e.org/<b>1</b>  It is not about an agreement that Randnote knows by name.",
        "No. 2  It does not say what it is about.",
        "No. 3  It is no annotation.",
    ]
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == dialog.bad.toPlainText()
    exchange.take()
    assert singular(opened.message()).startswith(
        "1 note taken in from fra bo.jsonld. 3 could not be taken in."
    )


def test_passages_that_will_have_to_be_looked_at_are_told_before(opened, exchange, mark):
    sure = mark("sikker")
    elsewhere = mark("usikker")
    elsewhere = elsewhere._replace(
        selector=elsewhere.selector._replace(digest="f" * 64, start=0, end=len(QUOTE))
    )
    exchange.save(exchange.bo, sure, elsewhere)
    dialog = exchange.preview(exchange.file())
    assert any(told.startswith("1 passage will have to be looked at") for told in notices(dialog))
    exchange.take()
    exchange.settle()
    assert opened.desk.standings.counts().check == 1


@pytest.mark.parametrize("name", ["", "Carla"])
def test_whose_notes_without_a_name_are_is_asked(opened, exchange, name):
    dialog = exchange.preview(exchange.file(json.dumps([{**EXAMPLE, "target": HERE}])))
    assert dialog.name.isVisible()
    assert singular(dialog.name_label.text()).startswith("1 new note does not say who wrote it.")
    dialog.name.setText(name)
    exchange.take()
    assert [one.origin for one in exchange.notebook.highlights()] == [name]


@pytest.mark.parametrize("content", ["Kære dagbog", "", "{}", "[[[["])
def test_a_file_that_is_none_is_told_and_nothing_is_written(opened, exchange, content):
    before = steps(exchange.notebook)
    path = exchange.folder / "dagbog.json"
    path.write_text(content, encoding="utf-8")
    dialog = exchange.preview(path)
    assert dialog.trouble.text().startswith("This is no file of annotations that Randnote can read.")
    assert not dialog.take.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert steps(exchange.notebook) == before


def test_an_import_can_be_given_up_at_any_time(opened, exchange, mark, qtbot):
    exchange.save(exchange.bo, *(mark(str(at)) for at in range(50)))
    path = exchange.file()
    exchange.exchanging.take_in(path)
    QTest.keyClick(exchange.dialog, Qt.Key.Key_Escape)
    exchange.settle()
    dialog = exchange.preview(path)
    dialog.leave.click()
    dialog = exchange.preview(path)
    dialog.take.click()
    dialog.reject()
    qtbot.wait(200)
    assert exchange.notebook.highlights() == []
    exchange.preview(path)
    exchange.take()
    assert len(exchange.notebook.highlights()) == 50


def test_a_notebook_that_cannot_be_written_says_so_and_takes_nothing(opened, exchange, mark, monkeypatch):
    exchange.save(exchange.bo, mark("Bos"))
    exchange.preview(exchange.file())
    place = opened.paths.notebook
    place.rename(place.with_suffix(".moved"))
    exchange.take()
    assert "moved or replaced" in opened.message()
    place.with_suffix(".moved").rename(place)
    assert exchange.notebook.highlights() == []


def test_a_rescue_copy_comes_in_with_the_names_it_has(opened, exchange, mark, tmp_path):
    from reader.notebook.rescue import rescue

    exchange.save(exchange.bo, mark("egen"), mark("fra Carla")._replace(origin="Carla"))
    dialog = exchange.preview(rescue(exchange.bo, [], tmp_path / "redning").lines)
    assert not dialog.name.isVisible()
    exchange.take()
    assert sorted(one.origin for one in exchange.notebook.highlights()) == ["", "Carla"]


def dropped(window, paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at, copy = QPointF(300, 300), Qt.DropAction.CopyAction
    left, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at.toPoint(), copy, data, left, held)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(at, copy, data, left, held))
    return enter.isAccepted()


def test_a_file_of_notes_can_be_dropped_on_the_window(opened, exchange, mark, qtbot):
    exchange.save(exchange.bo, mark("Bos"))
    path = exchange.file()
    assert not dropped(opened.window, [path, path])
    assert not dropped(opened.window, [Path("billede.png")])
    assert dropped(opened.window, [path])
    exchange.settle()
    dialog = exchange.dialog
    qtbot.waitUntil(lambda: not dialog.bar.isVisible())
    assert numbers(dialog) == {"new": "1"}
    dialog.reject()


# Both sides


def test_what_both_sides_changed_is_seen_side_by_side_from_the_message(opened, exchange, mark, qtbot):
    exchange.quarrel(mark)
    assert "changed on both sides." in singular(opened.message())
    QTest.mouseClick(opened.window.furniture.message_bar.button, Qt.MouseButton.LeftButton)
    both = exchange.exchanging.both
    qtbot.waitUntil(lambda: not both.bar.isVisible())
    assert both.list.count() == 1
    assert both.here.head.text() == "As it was with you"
    assert both.came.head.text() == "As it came from Bo"
    assert both.came.state.text().endswith("This is what stands now.")
    here, came = both.here.text.toPlainText(), both.came.text.toPlainText()
    assert "Vores linje står fast." in here
    assert "! Demand" in came
    assert marked(both.here.text) == {"står fast", "✓ Our line"}
    assert marked(both.came.text) == {"er til forhandling", "! Demand"}


def marked(view):
    """Return the words that are drawn as different from the other side."""
    found, block = set(), view.document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            if piece.charFormat().fontUnderline():
                found.add(piece.text())
            pieces += 1
        block = block.next()
    return found


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ("here", "Vores linje står fast."),
        ("came", "Vores linje er til forhandling."),
        ("together", "Vores linje står fast.\n\nVores linje er til forhandling."),
    ],
)
@pytest.mark.parametrize(("mine", "theirs"), [(1, 2), (2, 1)], ids=["theirs newer", "mine newer"])
def test_each_choice_is_one_undo(opened, exchange, mark, qtbot, choice, words, mine, theirs):
    one, other = exchange.quarrel(mark, mine, theirs)
    newest = other if theirs > mine else one
    assert exchange.notebook.highlight(one.id).note == newest.note
    both = exchange.both()
    button = both.together if choice == "together" else getattr(both, choice).choose
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: both.none.isVisible())
    assert exchange.notebook.highlight(one.id).note == words
    assert exchange.notebook.highlight(one.id).origin == ""
    assert opened.actions["undo"].text() == "Undo: Choose between two forms"
    opened.choose("undo")
    qtbot.waitUntil(lambda: both.list.count() == 1 and not both.none.isVisible())
    assert exchange.notebook.highlight(one.id).note == newest.note
    QTest.keyClick(both, Qt.Key.Key_Escape)
    assert not both.isVisible()


def test_what_is_open_is_there_after_a_restart(opened, exchange, mark, qtbot):
    exchange.quarrel(mark)
    opened.again()
    both = exchange.both()
    assert both.list.count() == 1
    assert both.came.head.text() == "As it came from Bo"


@pytest.mark.parametrize("deed", ["undone", "decided"])
def test_what_was_said_of_an_import_is_said_no_longer_when_it_is_not_so_any_more(
    opened, exchange, mark, qtbot, deed
):
    exchange.quarrel(mark)
    assert "changed on both sides" in opened.message()
    qtbot.waitUntil(exchange.exchanging.partings.isVisible)
    if deed == "undone":
        opened.choose("undo")
    else:
        both = exchange.both()
        QTest.mouseClick(both.came.choose, Qt.MouseButton.LeftButton)
        both.close()
    qtbot.waitUntil(lambda: not exchange.exchanging.partings.isVisible())
    assert opened.message() == ""


def test_what_is_open_is_counted_at_the_bottom_until_it_is_decided(opened, exchange, mark, qtbot):
    assert not exchange.exchanging.partings.isVisible()
    exchange.quarrel(mark)
    qtbot.waitUntil(exchange.exchanging.partings.isVisible)
    opened.again()
    count = exchange.exchanging.partings
    qtbot.waitUntil(count.isVisible)
    assert singular(count.text()) == "1 changed on both sides"
    QTest.mouseClick(count, Qt.MouseButton.LeftButton)
    both = exchange.exchanging.both
    qtbot.waitUntil(lambda: not both.bar.isVisible())
    QTest.mouseClick(both.here.choose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not count.isVisible())
    assert opened.message() == ""
    opened.choose("undo")
    qtbot.waitUntil(count.isVisible)


def test_the_newest_may_stand_in_all_of_them_at_once(opened, exchange, mark, qtbot):
    ours = [mark(str(at)) for at in range(3)]
    exchange.save(exchange.notebook, *ours)
    exchange.give()
    for one in ours:
        exchange.write(exchange.notebook, one, note=f"{one.note} her", modified=DAYS[3])
        exchange.write(exchange.bo, one, note=f"{one.note} hos Bo", modified=DAYS[2])
    exchange.preview(exchange.file())
    exchange.take()
    both = exchange.both()
    assert both.list.count() == 3
    both.list.setCurrentRow(1)
    both.came.choose.click()
    qtbot.waitUntil(lambda: both.list.count() == 2)
    assert both.all.text() == "Let all 2 stand as they are now"
    both.all.click()
    qtbot.waitUntil(lambda: both.none.isVisible())
    words = sorted(one.note for one in exchange.notebook.highlights())
    assert [word.partition(" ")[2] for word in words].count("her") == 2
    opened.choose("undo")
    qtbot.waitUntil(lambda: both.list.count() == 2 and not both.none.isVisible())


def test_what_was_removed_here_and_went_on_there_can_be_brought_back(opened, exchange, mark, qtbot):
    made = mark("først")
    exchange.save(exchange.notebook, made)
    exchange.give()
    exchange.write(exchange.bo, made, note="hos Bo", modified=DAYS[2])
    exchange.notebook.apply([Change(made, None)])
    exchange.preview(exchange.file())
    exchange.take()
    assert exchange.notebook.highlights() == []
    both = exchange.both()
    assert "You removed it." in both.here.state.text()
    assert both.here.choose.text() == "Leave it removed"
    assert not both.together.isEnabled()
    both.came.choose.click()
    qtbot.waitUntil(lambda: both.none.isVisible())
    assert exchange.notebook.highlight(made.id).note == "hos Bo"


def test_words_of_a_colleague_are_never_taken_for_commands(opened, exchange, mark, qtbot):
    made = mark("først")
    exchange.save(exchange.notebook, made)
    exchange.give()
    hostile = "<img src='file:///etc/hostname'> **fed** <b>x</b>"
    exchange.write(exchange.notebook, made, note="her", modified=DAYS[1])
    exchange.write(exchange.bo, made, note=hostile, modified=DAYS[2])
    exchange.preview(exchange.file(exported(exchange.bo, author="<b>Bo</b>")))
    exchange.take()
    both = exchange.both()
    assert hostile in both.came.text.toPlainText()
    assert both.came.head.text() == "As it came from <b>Bo</b>"
    assert both.came.head.textFormat() == Qt.TextFormat.PlainText


def test_the_place_of_what_both_changed_can_be_seen_in_the_text(opened, exchange, mark, qtbot):
    one, _ = exchange.quarrel(mark)
    both = exchange.both()
    both.go.click()
    exchange.settle()
    assert opened.desk.current == one.id


# Who wrote it


def cards(opened):
    return opened.window.furniture.notes.list.cards()


def test_a_card_says_who_wrote_a_colleagues_note_and_that_it_was_changed_here(opened, exchange, mark, qtbot):
    exchange.save(exchange.notebook, mark("Min"))
    theirs = mark("Bos", "Vækstplan DK")
    exchange.save(exchange.bo, theirs)
    exchange.preview(exchange.file())
    exchange.take()
    notes = opened.window.furniture.notes
    qtbot.waitUntil(lambda: len(cards(opened)) == 2)
    told = {card.record.note: card.who.text() for card in cards(opened)}
    assert told == {"Min": "", "Bos": "Bo"}
    assert {card.record.note: card.who.isVisible() for card in cards(opened)} == {"Min": False, "Bos": True}
    assert "Bo, note: Bos" in notes.list.card(theirs.id).accessibleName()
    opened.desk.write(exchange.notebook.highlight(theirs.id), "Bos, og mit")
    exchange.settle()
    assert notes.list.card(theirs.id).who.text() == "Bo, changed by you"
    opened.choose("undo")
    assert notes.list.card(theirs.id).who.text() == "Bo"


def test_notes_are_filtered_by_who_wrote_them_where_there_are_several(opened, exchange, mark, qtbot):
    notes = opened.window.furniture.notes
    filters = notes.filters
    exchange.save(exchange.notebook, mark("Min"))
    opened.desk.notebook_changed.emit(opened.desk.notebook.apply([]))
    exchange.settle()
    assert not filters.origin.isVisible()
    exchange.save(exchange.bo, mark("Bos"), mark("Carlas")._replace(origin="Carla"))
    exchange.preview(exchange.file())
    exchange.take()
    qtbot.waitUntil(filters.origin.isVisible)
    offered = [filters.origin.itemText(at) for at in range(filters.origin.count())]
    assert offered == ["By all", "My own", "Bo", "Carla"]
    for name, words in (("My own", ["Min"]), ("Bo", ["Bos"]), ("By all", ["Bos", "Carlas", "Min"])):
        filters.origin.setCurrentIndex(offered.index(name))
        qtbot.waitUntil(lambda words=words: sorted(card.record.note for card in cards(opened)) == words)
    filters.origin.setCurrentIndex(offered.index("Carla"))
    exchange.settle()
    assert filters.wanted().scope is Scope.OPEN
    notes.clear.click()
    qtbot.waitUntil(lambda: len(cards(opened)) == 3)


# Words


def test_every_reason_why_a_record_is_not_taken_can_be_translated():
    folder = Path(incoming.__file__).parent
    said: set[Any] = set()
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and called(node) in ("Unfit", "_refuse", "Bad"):
                said |= {one.value for one in node.args if isinstance(one, ast.Constant) and one.value}
    sentences = {one for one in said if isinstance(one, str)} - {"It stands in the file more than once."}
    assert len(sentences) > 12
    assert sentences <= set(_REASONS)


def called(node):
    function = node.func
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
