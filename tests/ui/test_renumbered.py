"""A new edition has other numbers for its principles: no note goes silently to another one."""

import re
import shutil
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from reader.intake.library import Library
from reader.notebook.anchoring import as_of_now
from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.records import Change, Note
from reader.paths import shipped
from reader.settings import Settings
from reader.text.decision import Member
from reader.ui.desk import Desk
from reader.ui.entries import Scope
from reader.ui.found import ROW
from reader.ui.stands import CHECK, LOST, PLACED
from reader.ui.wording_text import KIND

A14, P15 = "aftale-2014", "principper-2015"
SOURCE = "002_041b65465cafdd4e.txt"
FIRST, BEHIND = "1. Tydeligt opgave- og budgetansvar\n\n", "Digitalisering og digital velfærd\n\nDigital"

NOTED = {
    1: "Hvem har ansvaret?",
    2: "Vores <b>mål</b> skal stå her.",
    3: "Ledelsesrum.",
    4: "Hvad er en enkeltsag?",
    5: "Nytænkning.",
    6: "Hvis viden?",
    7: "Flere fælles.",
    9: "Hvad siger KL om frivillige?",
    None: "Om det hele.",
}
STATES = {1: CHECK, 2: CHECK, 3: PLACED, 4: CHECK, 5: PLACED, 6: CHECK, 7: PLACED, 9: LOST, None: PLACED}
OF_BEFORE = "En note fra før der var overskrifter."

Mod = Qt.KeyboardModifier


def renumbered(text):
    """Return the source of the agreement of 2014 with other principles.

    One was put in before the first, so that this is the second; the second is the fourth now, and the fourth
    is gone. The sixth has another heading, the seventh is only written otherwise, and the ninth is gone.
    """
    begin = text.index("\n" + FIRST) + 1
    end = text.index(BEHIND)
    found = re.split(r"(?m)^(?=\d\. .*$)", text[begin:end])[1:]
    bodies = {int(part[0]): part.partition("\n")[2] for part in found}
    titles = {int(part[0]): part.partition("\n")[0][3:] for part in found}
    new = {
        1: ("Klare aftaler mellem parterne", "\nParterne skal lave klare aftaler med hinanden.\n\n"),
        2: (titles[1], bodies[1]),
        3: (titles[3], bodies[3]),
        4: (titles[2], bodies[2]),
        5: (titles[5], bodies[5]),
        6: ("Viden og data er grundlaget", bodies[6]),
        7: ("Flere  FÆLLES løsninger", bodies[7]),
        8: (titles[8], bodies[8]),
    }
    written = "".join(f"{number}. {title}\n{body}" for number, (title, body) in new.items())
    return text[:begin] + written + text[end:]


@pytest.fixture(scope="module")
def new_edition(tmp_path_factory):
    """Sources with the new edition, and the library established from them."""
    folder = tmp_path_factory.mktemp("renumbered")
    seeds = folder / "seeds"
    shutil.copytree(shipped("seeds"), seeds)
    source = seeds / SOURCE
    source.write_text(renumbered(source.read_text(encoding="utf-8")), encoding="utf-8")
    Library(seeds, folder / "library.db").editions()
    return seeds, folder / "library.db"


@pytest.fixture(scope="module")
def home_and_noted(qapp, kept_library, tmp_path_factory):
    """A home with notes on principles of the old edition, their ids by number; `before` has no heading."""
    home = tmp_path_factory.mktemp("noted")
    with Notebook.open(home / "notebook.db") as notebook:
        desk = Desk(Library(shipped("seeds"), kept_library), notebook, Settings())
        made = {}
        for number, words in NOTED.items():
            note = desk.add_note(A14, number)
            desk.write(note, words)
            made[number] = note.id
        before = Note(new_id(), A14, 2, OF_BEFORE, (), now(), now())
        notebook.apply([Change(None, before)], what="New note")
        desk.deleteLater()
    return home, {**made, "before": before.id}


@pytest.fixture
def noted(home_and_noted):
    return home_and_noted[1]


@pytest.fixture
def again(program, home_and_noted, new_edition, qtbot):
    """The program, started with the new edition, when all has been looked through."""
    home, noted = home_and_noted
    for file in home.iterdir():
        shutil.copyfile(file, program.paths.home / file.name)
    program.seeds, library = new_edition
    shutil.copyfile(library, program.paths.library)
    program.open(Settings(theme="light", language="en"), (A14, P15))
    qtbot.waitUntil(lambda: sum(program.desk.standings.counts()) == len(noted))
    qtbot.waitUntil(lambda: bool(program.message()))
    return program


@pytest.fixture
def queue(again):
    """The panel with what is to be checked."""
    again.choose("check_these")
    return again.window.furniture.reviewing.panel


def show(panel, record_id):
    panel.list.setCurrentIndex(panel.list.rows.index(panel.list.rows.ids.index(record_id)))


def note_of(again, noted, number):
    return again.desk.notebook.note(noted[number])


def place_of(again, noted, number):
    note = note_of(again, noted, number)
    return note.principle, note.heading


def pieces(view, kind):
    found, block = set(), view.document().begin()
    while block.isValid():
        part = block.begin()
        while not part.atEnd():
            if part.fragment().charFormat().property(KIND) == kind:
                found.add(part.fragment().text().strip())
            part += 1
        block = block.next()
    return found


def test_a_note_keeps_the_heading_of_the_principle_it_is_written_on(home_and_noted):
    home, noted = home_and_noted
    with Notebook.open(home / "notebook.db") as notebook:
        headings = {number: notebook.note(name).heading for number, name in noted.items()}
    assert headings[4] == "Enkeltsager løses konkret"
    assert (headings[None], headings["before"]) == ("", "")


def test_each_note_is_placed_to_check_or_lost_by_its_heading_and_all_are_counted(again, noted):
    states = {number: again.desk.standings.state(noted[number]) for number in STATES}
    assert states == STATES
    # One of before has no heading: its number is all that is known.
    assert again.desk.standings.state(noted["before"]) == PLACED
    assert again.desk.standings.counts() == (5, 4, 1)
    assert again.desk.standings.counts_of(A14) == (4, 1)
    assert [place_of(again, noted, number)[0] for number in (1, 2, 4, 6)] == [1, 2, 4, 6]
    assert re.match(r"4 \S+ or \S+ need a look because there is a new edition of ØA14", again.message())


def test_the_command_line_and_the_window_agree_on_every_note(again, noted, new_edition):
    found = as_of_now(again.desk.notebook, again.desk.library.editions())
    for name in noted.values():
        state = again.desk.standings.state(name)
        assert (name in found.check, name in found.lost) == (state == CHECK, state == LOST)


def test_what_is_to_be_checked_is_shown_and_counted_on_no_principle(again, noted):
    slips = again.desk.registering.register()
    on = {number: slips.slip(name) for number, name in noted.items()}
    assert [number for number, slip in on.items() if slip.is_lost] == [1, 2, 4, 6, 9]
    counted = again.desk.notes_by_principle()
    assert counted == Counter({Member(A14, number): 1 for number in (2, 3, 5, 7)})
    shown = {slip.id for slip in slips.placed(A14)}
    assert shown == {noted[number] for number in (3, 5, 7, None, "before")}


def test_a_card_says_what_the_note_was_on_and_that_it_is_to_be_checked(again, noted):
    panel = again.window.furniture.notes
    panel.filters.look_in(Scope.LOST)
    panel.refresh()
    said = {card.record.id: (card.title.text(), card.meta.text()) for card in panel.list.cards()}
    assert said[noted[2]] == ("2. Styring på mål og resultater", "ØA14 · to check")
    assert said[noted[6]] == ("6. Viden er grundlaget", "ØA14 · to check")
    assert said[noted[9]] == ("9. Samspil om velfærden", "ØA14 · not found in the text")
    QTest.mouseClick(panel.list.card(noted[2]), Qt.MouseButton.LeftButton)
    assert again.window.furniture.reviewing.panel.page.case.record.id == noted[2]


def test_a_renumbered_principle_is_proposed_with_both_headings_side_by_side(again, noted, queue):
    show(queue, noted[2])
    page = queue.page
    assert page.before.text() == "Your note, on “2. Styring på mål og resultater”"
    assert page.now.text() == "Now, perhaps: ØA14 · 4. Styring på mål og resultater"
    why = "It was number 2; the principle with these words is number 4 now."
    assert page.about.text() == why
    assert page.old.toPlainText() == "2. Styring på mål og resultater\nVores <b>mål</b> skal stå her."
    assert page.new.toPlainText().startswith("4. Styring på mål og resultater\nResultatbaseret styring")
    assert (pieces(page.old, "gone"), pieces(page.new, "new")) == ({"2"}, {"4"})
    pane = again.window.panes.focused()
    edition = again.desk.edition(A14)
    assert pane.view.caret() == edition.principle(4).start
    assert queue.list.rows.index(queue.list.currentIndex().row()).data().startswith("ØA14 · 2. Styring")


def test_a_principle_with_another_heading_is_proposed_with_what_it_was_and_is(again, noted, queue):
    show(queue, noted[6])
    page = queue.page
    assert (
        page.about.text() == "Principle 6 was “Viden er grundlaget” and is “Viden og data er grundlaget” now."
    )
    assert pieces(page.new, "new") == {"og data"}
    show(queue, noted[4])
    was = "Principle 4 was “Enkeltsager løses konkret” and is “Styring på mål og resultater” now."
    assert page.about.text() == was


def test_everything_on_the_page_is_plain_text(again, noted, queue):
    note = note_of(again, noted, 2)
    bold = note._replace(heading="<b>Styring</b> på mål")
    again.desk.notebook_changed.emit(again.desk.notebook.apply([Change(note, bold)]))
    show(queue, noted[2])
    page = queue.page
    assert "<b>Styring</b>" in page.old.toPlainText()
    assert "<b>Styring</b>" in page.before.text() + page.before.toolTip()
    labels = [label for label in queue.findChildren(QLabel) if label.text()]
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_enter_puts_the_note_on_the_proposed_principle_and_undo_takes_it_back(again, noted, queue):
    show(queue, noted[2])
    again.press(Qt.Key.Key_Return)
    assert place_of(again, noted, 2) == (4, "Styring på mål og resultater")
    assert again.desk.standings.state(noted[2]) == PLACED
    assert again.desk.standings.counts() == (6, 3, 1)
    assert noted[2] not in queue.list.rows.ids
    assert queue.done.text() == "The note was moved. Ctrl+Z takes it back."
    assert again.desk.stack.undo_text() == "Accept the proposed place"
    again.press(Qt.Key.Key_Z, Mod.ControlModifier)
    assert place_of(again, noted, 2) == (2, "Styring på mål og resultater")
    assert again.desk.standings.state(noted[2]) == CHECK
    assert queue.page.case.record.id == noted[2]
    again.choose("redo")
    assert again.desk.standings.state(noted[2]) == PLACED


def test_the_new_heading_is_accepted_with_the_button(again, noted, queue):
    show(queue, noted[6])
    queue.page.accept.click()
    assert place_of(again, noted, 6) == (6, "Viden og data er grundlaget")
    assert again.desk.standings.state(noted[6]) == PLACED


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_another_principle_is_chosen_from_the_menu(again, noted, queue):
    show(queue, noted[4])
    assert (queue.page.move_to.isVisible(), queue.page.move_to.toolTip()) == (True, "M")
    again.press(Qt.Key.Key_M)
    menu = QApplication.activePopupWidget()
    next(one for one in menu.actions() if one.text().startswith("5. ")).trigger()
    menu.close()
    assert place_of(again, noted, 4) == (5, "Samarbejde om nytænkning og effektivisering")
    assert again.desk.standings.state(noted[4]) == PLACED
    assert again.desk.stack.undo_text() == "Move a note"
    again.choose("undo")
    assert place_of(again, noted, 4) == (4, "Enkeltsager løses konkret")
    assert again.desk.standings.state(noted[4]) == CHECK


def test_what_is_not_there_any_more_waits_among_the_lost_and_still_does_at_the_next_start(
    again, noted, queue, qtbot
):
    show(queue, noted[4])
    again.press(Qt.Key.Key_X)
    assert again.desk.standings.state(noted[4]) == LOST
    assert again.desk.stack.undo_text() == "Say that a note's principle is not there"
    assert place_of(again, noted, 4) == (4, "Enkeltsager løses konkret")
    again.again()
    qtbot.waitUntil(lambda: sum(again.desk.standings.counts()) == len(noted))
    assert again.desk.standings.counts() == (5, 3, 2)
    again.choose("lost_passages")
    panel = again.window.furniture.reviewing.panel
    show(panel, noted[4])
    assert panel.page.now.text() == "You did not find its principle in ØA14."
    assert panel.page.before.text() == "Your note, on “4. Enkeltsager løses konkret”"
    assert not panel.page.accept.isVisible()
    again.choose("undo")
    assert again.desk.standings.state(noted[4]) == CHECK


def test_what_was_decided_stays_so_at_the_next_start_and_what_waits_still_waits(again, noted, queue, qtbot):
    show(queue, noted[1])
    again.press(Qt.Key.Key_Return)
    again.again()
    qtbot.waitUntil(lambda: sum(again.desk.standings.counts()) == len(noted))
    assert again.desk.standings.counts() == (6, 3, 1)
    assert place_of(again, noted, 1) == (2, "Tydeligt opgave- og budgetansvar")


def test_going_back_to_the_old_edition_finds_every_note_again(again, noted, qtbot, kept_library):
    again.close()
    again.seeds = None
    shutil.copyfile(kept_library, again.paths.library)
    again.open(Settings(theme="light", language="en"), (A14, P15))
    qtbot.waitUntil(lambda: sum(again.desk.standings.counts()) == len(noted))
    assert again.desk.standings.counts() == (10, 0, 0)
    assert again.message() == ""


def test_a_note_that_waits_says_so_where_it_is_found_by_its_words(again, noted, qtbot):
    line = again.window.furniture.search_line
    again.choose("search")
    qtbot.keyClicks(line, "hvad er en enkeltsag")

    def hits():
        found = [line.popup.list.item(at) for at in range(line.popup.list.count())]
        return [item.data(ROW) for item in found if item.data(ROW).kind == "found"]

    qtbot.waitUntil(lambda: line.popup.isVisible() and bool(hits()))
    assert hits()[0].detail == "ØA14 · Principle 4 · to check"
