"""An agreement has a new edition: the person sees what waits, says where it is, and loses nothing."""

import re
import shutil

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reader.intake.library import Library
from reader.notebook.anchoring import as_of_now
from reader.notebook.notebook import Notebook
from reader.paths import shipped
from reader.settings import Settings, read_settings
from reader.text.selector import place
from reader.ui.desk import Desk
from reader.ui.entries import Scope
from reader.ui.found import ROW
from reader.ui.review_case import how_sure
from reader.ui.stands import CHECK, LOST, PLACED
from reader.ui.theme import dark_theme
from reader.ui.wording_text import KIND

A14, P15 = "aftale-2014", "principper-2015"
SOURCE = "002_041b65465cafdd4e.txt"

REWORDED = "Politisk aftalestyring bør i videst muligt omfang erstatte detailregulering"
NEW_WORDS = "Politisk aftalestyring skal så vidt muligt træde i stedet for detailregulering"
DELETED = "understøtte frivilligt arbejde"
MOVED = "Vedholdende ledelsesfokus og systematisk opfølgning"
TWINNED = "foråret 2015 gøre status for kommunernes anvendelse"
LOOSE = "De politiske målsætninger sætter rammen for institutionernes opgavevaretagelse"
KEPT = "Resultatbaseret styring skal sikre fokus"

Mod = Qt.KeyboardModifier


def edited(text):
    """Return the source of the agreement of 2014 as it may come again.

    A clause is reworded, one is taken out, one moves to another principle, one is replaced by two that are
    like it, and the last principle is gone with everything in it.
    """
    text = text.replace(REWORDED, NEW_WORDS)
    text = re.sub(re.escape(LOOSE) + r"[^\n]*\n\n", "", text)
    moved = re.search(re.escape(MOVED) + r"[^\n]*\n\n", text)[0]
    text = text.replace(moved, "").replace("6. Viden er grundlaget\n\n", "6. Viden er grundlaget\n\n" + moved)
    clause = re.search(r"[^\n]*" + re.escape(TWINNED) + r"[^\n]*", text)[0]
    twins = [clause.replace("2015", year).replace("i 2014", f"i {before}") for year, before in YEARS]
    text = text.replace(clause, "\n\n".join(twins))
    last = text.index("9. Samspil om velfærden\n\n")
    return text[:last] + text[text.index("Digitalisering og digital velfærd\n\nDigital kommunikation") :]


YEARS = (("2016", "2015"), ("2017", "2016"))


@pytest.fixture(scope="module")
def new_edition(tmp_path_factory):
    """Sources with a new edition of the agreement of 2014, and the library established from them."""
    folder = tmp_path_factory.mktemp("again")
    seeds = folder / "seeds"
    shutil.copytree(shipped("seeds"), seeds)
    source = seeds / SOURCE
    source.write_text(edited(source.read_text(encoding="utf-8")), encoding="utf-8")
    Library(seeds, folder / "library.db").editions()
    return seeds, folder / "library.db"


@pytest.fixture(scope="module")
def home_and_marked(qapp, kept_library, tmp_path_factory):
    """A home in which the old edition was marked, and the ids of what was marked, by their words.

    A note on its last principle is there too.
    """
    home = tmp_path_factory.mktemp("marked")
    with Notebook.open(home / "notebook.db") as notebook:
        desk = Desk(Library(shipped("seeds"), kept_library), notebook, Settings())
        made = {}
        for words in (REWORDED, DELETED, MOVED, TWINNED, LOOSE, KEPT):
            start = desk.edition(A14).text.index(words)
            made[words] = desk.highlight(A14, start, start + len(words), "green").id
        desk.write(notebook.highlight(made[REWORDED]), "Vores *vigtigste* krav")
        note = desk.add_note(A14, 9)
        desk.write(note, "Hvad siger KL om frivillige?")
        desk.deleteLater()
    return home, {**made, "note": note.id}


@pytest.fixture
def marked(home_and_marked):
    return home_and_marked[1]


@pytest.fixture
def again(program, home_and_marked, new_edition, qtbot):
    """The program, started with the new edition, when all has been looked through."""
    home, marked = home_and_marked
    for file in home.iterdir():
        shutil.copyfile(file, program.paths.home / file.name)
    program.seeds, library = new_edition
    shutil.copyfile(library, program.paths.library)
    program.open(Settings(theme="light", language="en"), (A14, P15))
    qtbot.waitUntil(lambda: sum(program.desk.standings.counts()) == len(marked))
    qtbot.waitUntil(lambda: bool(program.message()))
    return program


@pytest.fixture
def reviewing(again):
    return again.window.furniture.reviewing


@pytest.fixture
def queue(again, reviewing):
    """The panel with what is to be checked."""
    again.choose("check_these")
    return reviewing.panel


@pytest.fixture
def lost(again, reviewing):
    """The panel with what was not found."""
    again.choose("lost_passages")
    return reviewing.panel


def settle():
    for _ in range(40):
        QApplication.processEvents()


def text(again, agreement=A14):
    return again.desk.edition(agreement).text


def record(again, marked, words):
    return again.desk.notebook.highlight(marked[words])


def words_of(again, highlight):
    return text(again, highlight.agreement)[highlight.selector.start : highlight.selector.end]


def show(panel, record_id):
    panel.list.setCurrentIndex(panel.list.rows.index(panel.list.rows.ids.index(record_id)))
    QApplication.processEvents()


def drawn(again):
    """Return what is drawn as highlighted in the panes on the agreement of 2014, as words by id."""
    panes = [pane for pane in again.panes if pane.agreement == A14]
    return {mark.id: text(again)[mark.start : mark.end] for pane in panes for mark in pane.marks}


def pressed(again, key, held=Mod.NoModifier):
    again.press(key, held)


# After the start


def test_what_was_marked_in_the_window_waits_in_the_window_when_there_is_a_new_edition(
    opened, new_edition, qtbot
):
    made = {words: opened.mark(words).id for words in (REWORDED, DELETED, KEPT)}
    opened.close()
    opened.seeds, library = new_edition
    shutil.copyfile(library, opened.paths.library)
    opened.open(read_settings(opened.paths.settings))
    qtbot.waitUntil(lambda: sum(opened.desk.standings.counts()) == 3)
    states = [opened.desk.standings.state(name) for name in made.values()]
    assert states == [CHECK, LOST, PLACED]
    # What is sure is counted first and carried to its new place, and drawn there, in a later turn.
    qtbot.waitUntil(lambda: drawn(opened) == {made[KEPT]: KEPT})


def test_after_the_start_it_is_said_what_needs_a_look_and_why(again, reviewing):
    message = again.message()
    assert "3 passage" in message
    assert "new edition of ØA14" in message
    bar = again.window.furniture.message_bar
    bar.button.click()
    assert reviewing.panel.isVisible()
    assert reviewing.panel.progress.text() == "1 of 3"
    assert reviewing.panel.list.hasFocus()


def test_nothing_is_said_where_no_edition_is_new(opened, qtbot):
    opened.mark(KEPT)
    opened.again()
    qtbot.waitUntil(lambda: sum(opened.desk.standings.counts()) == 1)
    assert opened.message() == ""
    assert opened.desk.standings.counts() == (1, 0, 0)
    assert not opened.window.furniture.waiting.isVisible()


def test_what_is_sure_is_placed_where_it_went_and_undo_passes_it_by(again, marked):
    for words in (KEPT, MOVED):
        assert words_of(again, record(again, marked, words)) == words
        assert again.desk.standings.state(marked[words]) == PLACED
    assert again.desk.edition(A14).principle_at(record(again, marked, MOVED).selector.start).number == 6
    assert again.desk.stack.undo_text() != "carry"


def test_everything_is_in_exactly_one_place_and_every_part_of_the_window_says_so(again, marked, reviewing):
    states = {words: again.desk.standings.state(name) for words, name in marked.items()}
    assert states == {
        **dict.fromkeys((KEPT, MOVED), PLACED),
        **dict.fromkeys((REWORDED, TWINNED, LOOSE), CHECK),
        **dict.fromkeys((DELETED, "note"), LOST),
    }
    assert again.desk.standings.counts() == (2, 3, 2)
    furniture = again.window.furniture
    for line in (furniture.waiting, furniture.notes.waiting):
        assert (line.check.text()[0], line.lost.text()[0]) == ("3", "2")
    shelf = furniture.navigator.shelf
    about = [shelf.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(4)]
    assert [" to check" in words for words in about] == [False, True, False, False]
    again.choose("check_these")
    assert reviewing.panel.counts.text() == "7 in all: 2 in place, 3 to check, 2 not found"
    assert [reviewing.panel.tabs.tabText(at)[-1] for at in (0, 1)] == ["3", "2"]


def test_a_passage_is_never_drawn_where_it_is_not_sure(again, marked, queue):
    for _ in range(4):
        assert drawn(again) == {marked[KEPT]: KEPT, marked[MOVED]: MOVED}
        pressed(again, Qt.Key.Key_S)


def test_cards_tell_what_is_to_check_from_what_was_not_found(again, marked, qtbot):
    panel = again.window.furniture.notes
    panel.refresh()
    panel.filters.look_in(Scope.LOST)
    panel.refresh()
    said = {card.record.id: card.meta.text() for card in panel.list.cards()}
    assert said[marked[REWORDED]] == "ØA14 · to check"
    assert said[marked[DELETED]] == "ØA14 · not found in the text"
    QTest.mouseClick(panel.list.card(marked[REWORDED]), Qt.MouseButton.LeftButton)
    assert again.window.furniture.reviewing.panel.page.case.record.id == marked[REWORDED]


# The queue


def test_the_old_text_and_the_new_stand_side_by_side_with_what_differs(again, marked, queue):
    show(queue, marked[REWORDED])
    page = queue.page
    assert REWORDED in page.old.toPlainText()
    assert NEW_WORDS in page.new.toPlainText()
    assert "Styringsdialogen mellem stat og kommuner" in page.old.toPlainText()
    assert pieces(page.old, "gone") == {"bør i videst muligt omfang erstatte"}
    assert pieces(page.new, "new") == {"skal så vidt muligt træde i stedet for"}
    assert page.before.text() == "Before: ØA14, after “2. Styring på mål og resultater”"
    sure = r"(a guess|uncertain|likely|very likely), \d+ %"
    place = "ØA14 · 2. Styring på mål og resultater"
    assert re.fullmatch(rf"Now, perhaps \({sure}\): {re.escape(place)}", page.now.text())
    assert "· Vores vigtigste krav" in page.about.text()


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


def test_the_pane_goes_to_the_proposal_and_marks_it_as_something_found(again, marked, queue):
    show(queue, marked[REWORDED])
    start = text(again).index(NEW_WORDS)
    pane = again.window.panes.focused()
    assert pane.agreement == A14
    assert pane.view.caret() == start
    assert pane.view.rect_of(start, start + 5).intersects(pane.view.viewport().rect())
    before = pane.view.grab().toImage()
    pressed(again, Qt.Key.Key_Escape)
    assert not queue.isVisible()
    assert pane.view.grab().toImage() != before
    assert pane.view.hasFocus()


def test_enter_says_that_it_is_this_and_the_next_one_comes_up(again, marked, queue):
    show(queue, marked[REWORDED])
    at = queue.list.currentIndex().row()
    pressed(again, Qt.Key.Key_Return)
    found = record(again, marked, REWORDED)
    assert words_of(again, found) == NEW_WORDS
    assert found.note == "Vores *vigtigste* krav"
    assert drawn(again)[found.id] == NEW_WORDS
    assert again.desk.standings.counts() == (3, 2, 2)
    assert found.id not in queue.list.rows.ids
    assert queue.progress.text() == f"{min(at + 2, 3)} of 3"
    assert queue.done.text().startswith("Placed: “Politisk")
    assert again.desk.stack.undo_text() == "Accept the proposed place"


def test_undo_brings_the_doubt_back_to_be_looked_at_again_and_redo_takes_it_away(again, marked, queue):
    show(queue, marked[REWORDED])
    pressed(again, Qt.Key.Key_Return)
    pressed(again, Qt.Key.Key_Z, Mod.ControlModifier)
    assert again.desk.standings.state(marked[REWORDED]) == CHECK
    assert queue.page.case.record.id == marked[REWORDED]
    assert marked[REWORDED] not in drawn(again)
    assert queue.progress.text().endswith("of 3")
    again.choose("redo")
    assert again.desk.standings.state(marked[REWORDED]) == PLACED
    assert words_of(again, record(again, marked, REWORDED)) == NEW_WORDS


def test_another_place_is_selected_in_the_pane_and_the_passage_is_put_there(again, marked, queue):
    show(queue, marked[REWORDED])
    other = "Regler og krav, der ikke understøtter de politiske mål"
    start = text(again).index(other)
    pane = again.window.panes.focused()
    assert not queue.page.here.isEnabled()
    pane.view.setFocus()
    again.desk.go_to(A14, start, start + len(other))
    assert queue.page.here.isEnabled()
    pressed(again, Qt.Key.Key_Return, Mod.ControlModifier)
    assert words_of(again, record(again, marked, REWORDED)) == other
    assert again.desk.stack.undo_text() == "Put a passage in its place"
    assert again.desk.selection is None
    assert queue.list.hasFocus()


def test_a_source_as_it_was_transmitted_is_no_place_for_a_passage(again, marked, queue):
    show(queue, marked[REWORDED])
    again.desk.open(f"{P15}@ocr", 1)
    again.desk.go_to(f"{P15}@ocr", 10, 30)
    again.choose("put_here")
    assert "Highlight the words in the agreement itself" in again.message()
    assert again.desk.standings.state(marked[REWORDED]) == CHECK


def test_the_next_proposal_is_one_key_away_and_the_last_leads_back_to_the_first(again, marked, queue):
    show(queue, marked[TWINNED])
    page, seen = queue.page, []
    for _ in page.case.proposals:
        seen.append(text(again)[slice(*page.proposal.span)])
        pressed(again, Qt.Key.Key_P)
    assert len(seen) == len(set(seen)) >= 1
    assert text(again)[slice(*page.proposal.span)] == seen[0]
    assert all("gøre status for kommunernes anvendelse" in words for words in seen[:2])


def test_what_is_not_there_any_more_goes_to_the_lost_with_its_words_and_note(again, marked, queue):
    show(queue, marked[REWORDED])
    pressed(again, Qt.Key.Key_X)
    assert again.desk.standings.state(marked[REWORDED]) == LOST
    assert again.desk.standings.counts() == (2, 2, 3)
    assert record(again, marked, REWORDED).note == "Vores *vigtigste* krav"
    assert again.desk.stack.undo_text() == "Say that a passage is not there"
    again.choose("undo")
    assert again.desk.standings.state(marked[REWORDED]) == CHECK


def test_skipping_walks_through_all_of_them_and_comes_round(again, queue):
    first = queue.page.case.record.id
    seen = []
    for _ in range(3):
        seen.append(queue.page.case.record.id)
        pressed(again, Qt.Key.Key_S)
    assert len(set(seen)) == 3
    assert queue.page.case.record.id == first
    pressed(again, Qt.Key.Key_Down)
    assert queue.page.case.record.id == seen[1]
    queue.earlier.click()
    assert queue.page.case.record.id == first


def test_when_all_were_looked_at_it_says_so(again, queue):
    for _ in range(3):
        pressed(again, Qt.Key.Key_X)
    assert queue.empty.isVisible()
    assert queue.empty.text() == "All of them have been looked at."
    assert not queue.page.isVisible()
    assert again.desk.standings.counts() == (2, 0, 5)
    assert not again.window.furniture.waiting.check.isVisible()


def test_letters_pressed_in_the_panel_do_nothing_to_the_texts(again, marked, queue):
    again.desk.choose_highlight(marked[KEPT])
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_1, Qt.Key.Key_N, Qt.Key.Key_J):
        pressed(again, key)
    assert record(again, marked, KEPT) is not None
    assert record(again, marked, KEPT).category == "green"
    assert again.desk.standings.counts() == (2, 3, 2)


def test_enter_on_a_button_does_what_the_button_says(again, marked, queue):
    show(queue, marked[REWORDED])
    queue.page.skip.setFocus()
    pressed(again, Qt.Key.Key_Return)
    assert again.desk.standings.state(marked[REWORDED]) == CHECK
    assert queue.page.case.record.id != marked[REWORDED]


def test_everything_in_the_panel_that_takes_the_keyboard_has_a_name(again, queue):
    stops = [one for one in queue.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    named = [one for one in stops if one.isVisibleTo(queue)]
    assert len(named) > 8
    assert [one for one in named if not (one.accessibleName() or getattr(one, "text", str)())] == []


def test_in_a_window_made_low_the_panel_gives_way_and_comes_back(again, queue):
    usual = queue.height()
    again.window.resize(800, 480)
    settle()
    assert again.window.height() == 480
    assert queue.height() < usual
    assert again.window.panes.height() > 100
    again.window.resize(1440, 900)
    settle()
    assert queue.height() == usual


def test_the_panel_takes_on_another_theme_and_text_size_and_keeps_its_case(again, marked, queue):
    show(queue, marked[REWORDED])
    again.choose("theme_dark")
    again.choose("larger")
    assert queue.page.case.record.id == marked[REWORDED]
    assert NEW_WORDS in queue.page.new.toPlainText()
    assert queue.grab().toImage().pixelColor(3, 40).name() == dark_theme().chrome


def test_a_note_that_waits_is_found_by_its_words_and_leads_to_the_queue(again, marked, reviewing, qtbot):
    line = again.window.furniture.search_line
    again.choose("search")
    qtbot.keyClicks(line, "vigtigste krav")

    def hits():
        found = [line.popup.list.item(at) for at in range(line.popup.list.count())]
        return [item for item in found if item.data(ROW).kind == "found" and "vigtigste" in item.text()]

    qtbot.waitUntil(lambda: line.popup.isVisible() and bool(hits()))
    assert hits()[0].data(ROW).detail.endswith("to check")
    line.popup.list.setCurrentItem(hits()[0])
    pressed(again, Qt.Key.Key_Return)
    assert reviewing.panel.isVisible()
    assert reviewing.panel.page.case.record.id == marked[REWORDED]


# What is lost


def test_the_lost_are_shown_where_they_stood_with_what_was_noted(again, marked, lost):
    show(lost, marked[DELETED])
    assert DELETED in lost.page.old.toPlainText()
    assert "Regeringen og KL vil samarbejde om at" in lost.page.old.toPlainText()
    assert lost.page.now.text() == "Now: not found"
    assert not lost.page.accept.isVisible()


def test_a_lost_passage_is_attached_by_hand_also_in_another_agreement(again, marked, lost):
    show(lost, marked[DELETED])
    words = "Politisk aftalestyring"
    start = text(again, P15).index(words)
    again.desk.go_to(P15, start, start + len(words))
    lost.page.here.click()
    found = record(again, marked, DELETED)
    assert (found.agreement, words_of(again, found)) == (P15, words)
    assert again.desk.standings.counts() == (3, 3, 1)
    assert found.id in {mark.id for pane in again.panes if pane.agreement == P15 for mark in pane.marks}
    again.choose("undo")
    assert record(again, marked, DELETED).agreement == A14
    assert again.desk.standings.state(found.id) == LOST


def test_its_words_are_searched_for_with_one_click(again, marked, lost, qtbot):
    show(lost, marked[DELETED])
    lost.page.search.click()
    qtbot.waitUntil(lambda: lost.page.proposal is not None or "No other place" in again.message())
    proposal = lost.page.proposal
    if proposal is not None:
        assert lost.page.accept.isVisible()
        assert "of its words" in lost.page.now.text()
        assert again.desk.standings.state(marked[DELETED]) == LOST


def test_a_note_on_a_principle_that_is_gone_is_moved_to_another(again, marked, lost):
    show(lost, marked["note"])
    assert "Hvad siger KL om frivillige?" in lost.page.old.toPlainText()
    assert lost.page.now.text() == "ØA14 has no principle 9 now."
    menu = lost.page.menu()
    choice = next(action for action in menu.actions() if action.text().startswith("8. "))
    choice.trigger()
    note = again.desk.notebook.note(marked["note"])
    assert (note.agreement, note.principle) == (A14, 8)
    assert again.desk.standings.state(note.id) == PLACED
    assert again.desk.stack.undo_text() == "Move a note"
    again.choose("undo")
    assert again.desk.standings.state(note.id) == LOST


def test_a_note_on_a_principle_that_is_gone_is_moved_to_the_whole_agreement(again, marked, lost):
    show(lost, marked["note"])
    next(one for one in lost.page.menu().actions() if one.text() == "All of ØA14").trigger()
    assert again.desk.notebook.note(marked["note"]).principle is None
    assert again.desk.standings.counts() == (3, 3, 1)


# Keeping up


def test_what_was_decided_stays_so_at_the_next_start_and_what_waits_still_waits(again, marked, queue, qtbot):
    show(queue, marked[REWORDED])
    pressed(again, Qt.Key.Key_Return)
    show(queue, marked[LOOSE])
    pressed(again, Qt.Key.Key_X)
    again.again()
    qtbot.waitUntil(lambda: sum(again.desk.standings.counts()) == len(marked))
    assert again.desk.standings.counts() == (3, 1, 3)
    assert words_of(again, record(again, marked, REWORDED)) == NEW_WORDS


def test_going_back_to_the_old_edition_finds_everything_again(again, marked, qtbot, kept_library):
    again.close()
    again.seeds = None
    shutil.copyfile(kept_library, again.paths.library)
    again.open(Settings(theme="light", language="en"), (A14, P15))
    qtbot.waitUntil(lambda: sum(again.desk.standings.counts()) == len(marked))
    assert again.desk.standings.counts() == (7, 0, 0)
    for words in (REWORDED, DELETED, MOVED, TWINNED, LOOSE, KEPT):
        assert words_of(again, record(again, marked, words)) == words


def test_a_removed_one_waits_no_more_and_waits_again_when_it_is_brought_back(again, marked, queue):
    again.desk.remove(record(again, marked, TWINNED))
    assert again.desk.standings.counts() == (2, 2, 2)
    assert marked[TWINNED] not in queue.list.rows.ids
    again.choose("undo")
    assert again.desk.standings.counts() == (2, 3, 2)
    assert marked[TWINNED] in queue.list.rows.ids


def test_the_height_of_the_panel_is_the_same_at_the_next_start(again, queue):
    before = queue.height()
    grip = queue.grip
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=QPoint(50, 2))
    QTest.mouseMove(grip, QPoint(50, -60))
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=QPoint(50, -60))
    settle()
    high = queue.height()
    assert before + 50 < high < before + 70
    again.again()
    again.choose("check_these")
    assert again.window.furniture.reviewing.panel.height() == high


def test_the_command_line_and_the_window_agree_on_every_state(again, marked, new_edition):
    editions = again.desk.library.editions()
    now = as_of_now(again.desk.notebook, editions)
    for highlight in now.highlights:
        state = again.desk.standings.state(highlight.id)
        assert (highlight.id in now.check, highlight.id in now.lost) == (state == CHECK, state == LOST)
        edition = editions[highlight.agreement]
        placed = place(highlight.selector, edition.text, edition.digest)
        assert (placed is not None) == (state == PLACED)


def test_how_sure_a_proposal_is_grows_with_its_words():
    said = [how_sure(sure) for sure in (0.2, 0.5, 0.7, 0.99)]
    assert said == ["a guess, 20 %", "uncertain, 50 %", "likely, 70 %", "very likely, 99 %"]
