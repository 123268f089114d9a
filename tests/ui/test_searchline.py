"""The search line and the list of what was found."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QPlainTextEdit, QVBoxLayout, QWidget

from reader.notebook.notebook import now
from reader.notebook.records import Change, Note
from reader.ui.actions import make_actions
from reader.ui.found import ROW, pieces
from reader.ui.results import FIRST
from reader.ui.searching import bold_spans, shortened
from reader.ui.searchline import SearchLine
from reader.ui.seeking import MOST
from reader.ui.theme import dark_theme, light_theme

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

KEY = Qt.Key


class Heard:
    """Where the desk was asked to go."""

    def __init__(self, desk):
        self.passages, self.threads, self.highlights = [], [], []
        desk.passage_chosen.connect(self.passage)
        desk.thread_chosen.connect(self.threads.append)
        desk.highlight_chosen.connect(self.highlights.append)

    def passage(self, agreement, start, end):
        self.passages.append((agreement, start, end))


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    place = QWidget()
    QVBoxLayout(place)
    window.setCentralWidget(place)
    window.page = QPlainTextEdit("page")
    qtbot.addWidget(window)
    window.resize(900, 600)
    return window


@pytest.fixture
def line(qtbot, desk, window, tmp_path):
    line = SearchLine(desk, light_theme(), tmp_path / "search.db", window)
    window.centralWidget().layout().addWidget(line)
    window.centralWidget().layout().addWidget(window.page)
    window.show()
    window.activateWindow()
    window.page.setFocus()
    qtbot.waitUntil(window.page.hasFocus)
    return line


@pytest.fixture
def seek(qtbot, line):
    def seek(words):
        line.begin()
        line.setText(words)
        qtbot.waitUntil(lambda: line.popup.isVisible() and not line.is_searching)
        return rows(line)

    return seek


def rows(line):
    items = map(line.popup.list.item, range(line.popup.list.count()))
    return [item.data(ROW) for item in items]


def titles(line):
    return [row.text for row in rows(line) if row.kind == "group"]


def group(line, title):
    """Return the rows below a group's title."""
    found, inside = [], False
    for row in rows(line):
        if row.kind == "group":
            inside = row.text == title
        elif inside:
            found.append(row)
    return found


def bold_words(row):
    return [row.text[start:end] for start, end in row.found.bold]


def current(line):
    return line.popup.list.currentItem().data(ROW)


def press(qtbot, line, *keys):
    for key in keys:
        qtbot.keyClick(line, key)


def test_searches_after_a_pause_in_typing(qtbot, line):
    line.begin()
    qtbot.keyClicks(line, "råderum")
    assert not line.popup.isVisible()
    qtbot.waitUntil(line.popup.isVisible)
    assert rows(line)


def test_commands_are_found_by_name_with_their_keys_and_triggered(qtbot, line, window, seek):
    actions = make_actions(window)
    line.set_actions(list(actions.values()))
    seek("export markd")
    assert [(row.text, row.detail) for row in group(line, "Commands")] == [("Export as Markdown …", "Ctrl+E")]
    with qtbot.waitSignal(actions["export"].triggered):
        press(qtbot, line, KEY.Key_Return)
    assert not line.popup.isVisible()


def test_a_command_that_cannot_be_done_now_is_not_offered(line, seek):
    action = QAction("Frobnicate")
    line.set_actions([action])
    assert seek("frob")
    action.setEnabled(False)
    assert seek("frobn") == []


def test_principles_are_found_by_title_with_their_numbers(qtbot, line, desk, seek):
    seek("mål resultater")
    row = group(line, "Principles")[0]
    assert (row.text, row.detail) == ("Styring på mål og resultater", "ØA14 · 2   P15 · 2")
    assert bold_words(row) == ["mål", "resultater"]
    heard = Heard(desk)
    press(qtbot, line, KEY.Key_Return)
    assert [thread.id for thread in heard.threads] == ["aftale-2014/2"]


def test_headings_are_found_by_title(qtbot, line, desk, seek):
    seek("digital velfærd")
    row = group(line, "Headings")[0]
    assert row.text == "Digital velfærd"
    heard = Heard(desk)
    row.found.go()
    agreement, start, end = heard.passages[0]
    assert start == end
    assert desk.edition(agreement).text.startswith("Digital velfærd", start)


def test_passages_are_grouped_by_agreement_and_section_in_reading_order(line, desk, seek):
    seek("resultatfokus")
    title = desk.agreement("principper-2015").title
    below = group(line, title)
    assert [row.kind for row in below[:2]] == ["place", "found"]
    assert below[0].text.endswith("Styring på mål og resultater")
    for agreement in desk.library.agreements:
        starts = [row.found.order for row in group(line, agreement.title) if row.found]
        assert starts == sorted(starts)


def test_choosing_a_passage_goes_there(qtbot, line, desk, seek):
    seek("resultatfokus")
    heard = Heard(desk)
    press(qtbot, line, KEY.Key_Return)
    agreement, start, end = heard.passages[0]
    assert desk.edition(agreement).text[start:end].casefold() == "resultatfokus"


def test_only_the_best_are_shown_and_the_rest_on_demand(qtbot, line, desk, seek):
    seek("kommuner")
    title = desk.agreement("aftale-2014").title
    below = group(line, title)
    assert len([row for row in below if row.found]) == FIRST
    assert below[-1].kind == "more"
    more = int(below[-1].text.split()[0])
    at = next(at for at, row in enumerate(rows(line)) if row == below[-1])
    line.popup.list.setCurrentRow(at)
    press(qtbot, line, KEY.Key_Return)
    assert line.popup.isVisible()
    assert len([row for row in group(line, title) if row.found]) == FIRST + more


def test_notes_are_found_and_gone_to(qtbot, line, desk, seek):
    desk.open("principper-2015")
    start = desk.edition("principper-2015").text.index("mål og resultater er udgangspunktet")
    desk.select("principper-2015", start, start + 17)
    highlight = desk.add_highlight("red", "Bed om en konkret frist til efteråret")
    seek("efteråret")
    row = group(line, "Notes")[0]
    assert (row.text, row.detail) == ("Bed om en konkret frist til efteråret", "P15 · Krav")
    assert bold_words(row) == ["efteråret"]
    heard = Heard(desk)
    row.found.go()
    assert heard.passages == [("principper-2015", start, start + 17)]
    assert heard.highlights == [highlight.id]


def test_a_note_on_a_principle_and_one_on_an_agreement_are_gone_to(line, desk, seek):
    on_principle = desk.add_note("aftale-2014", 2)
    on_agreement = desk.add_note("aftale-2009", None)
    desk.write(on_principle, "hjemmestrik om princippet")
    desk.write(on_agreement, "hjemmestrik om aftalen")
    seek("hjemmestrik")
    found = group(line, "Notes")
    assert sorted(row.detail for row in found) == ["ØA09", "ØA14 · Principle 2"]
    heard = Heard(desk)
    for row in found:
        row.found.go()
    principle = desk.edition("aftale-2014").principle(2)
    assert sorted(heard.passages) == [
        ("aftale-2009", 0, 0),
        ("aftale-2014", principle.start, principle.start),
    ]


def test_keys_move_over_what_can_be_chosen_and_round_the_ends(qtbot, line, seek):
    seek("kommuner")
    assert current(line).kind == "found"
    first = line.popup.list.currentRow()
    press(qtbot, line, KEY.Key_Up)
    last = line.popup.list.currentRow()
    assert last > first
    press(qtbot, line, KEY.Key_Down)
    assert line.popup.list.currentRow() == first
    seen = set()
    for _ in range(len(rows(line))):
        seen.add(current(line).kind)
        press(qtbot, line, KEY.Key_Down)
    assert seen == {"found", "more"}


def test_what_is_current_is_seen_with_its_title(qtbot, line, seek):
    for words in ("kommuner", "råderum", "kommuner"):
        seek(words)
        assert line.popup.list.verticalScrollBar().value() == 0
    for _ in range(40):
        press(qtbot, line, KEY.Key_Down)
        found = line.popup.list
        assert found.viewport().rect().contains(found.visualItemRect(found.currentItem()))


def test_pages_move_further_and_stop_at_the_ends(qtbot, line, seek):
    seek("kommuner")
    first = line.popup.list.currentRow()
    press(qtbot, line, KEY.Key_PageDown)
    assert line.popup.list.currentRow() > first + 3
    for _ in range(20):
        press(qtbot, line, KEY.Key_PageDown)
    assert line.popup.list.currentRow() == line.popup.list.count() - 1
    for _ in range(20):
        press(qtbot, line, KEY.Key_PageUp)
    assert line.popup.list.currentRow() == first


def test_pages_do_nothing_where_nothing_was_found(qtbot, line, seek):
    seek("xyzzyq")
    press(qtbot, line, KEY.Key_PageDown, KEY.Key_PageUp, KEY.Key_Down, KEY.Key_Up, KEY.Key_Return)
    assert line.popup.isVisible()


def test_escape_closes_and_gives_the_focus_back(qtbot, line, window, seek):
    seek("råderum")
    press(qtbot, line, KEY.Key_Escape)
    assert not line.popup.isVisible()
    assert window.page.hasFocus()
    assert line.text() == "råderum"


def test_beginning_again_shows_the_same_words_ready_to_be_typed_over(qtbot, line, seek):
    seek("råderum")
    press(qtbot, line, KEY.Key_Escape)
    line.begin()
    assert line.selectedText() == "råderum"
    qtbot.waitUntil(line.popup.isVisible)


def test_enter_does_not_wait_for_the_pause(qtbot, line, desk):
    heard = Heard(desk)
    line.begin()
    line.setText("resultatfokus")
    line._pause.setInterval(60_000)
    press(qtbot, line, KEY.Key_Return)
    qtbot.waitUntil(lambda: len(heard.passages) == 1)


def test_a_click_goes(qtbot, line, desk, window, seek):
    seek("resultatfokus")
    heard = Heard(desk)
    found = line.popup.list
    at = next(at for at, row in enumerate(rows(line)) if row.found)
    place = found.visualItemRect(found.item(at)).center()
    qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(heard.passages) == 1
    assert window.page.hasFocus()


def test_a_click_on_a_title_does_nothing(qtbot, line, seek):
    seek("resultatfokus")
    place = line.popup.list.visualItemRect(line.popup.list.item(0)).center()
    qtbot.mouseClick(line.popup.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert line.popup.isVisible()
    assert line.hasFocus()


def test_going_elsewhere_closes_the_list(qtbot, line, window, seek):
    seek("råderum")
    window.page.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(lambda: not line.popup.isVisible())


def test_without_words_there_is_no_list(qtbot, line, seek):
    seek("råderum")
    line.clear()
    assert not line.popup.isVisible()
    line.setText("   ")
    assert not line._pause.isActive()


def test_says_when_nothing_is_found(line, seek):
    assert seek("xyzzy<b>q</b>") == []
    assert line.popup.summary.text() == "Nothing found for “xyzzy<b>q</b>”. Try fewer letters."
    assert line.popup.summary.textFormat() == Qt.TextFormat.PlainText


def test_says_how_many_there_are(line, seek):
    seek("resultatfokus")
    shown = [row for row in rows(line) if row.found and row.found.order]
    assert line.popup.summary.text() == f"{len(shown)} passage(s)"


def test_a_fault_is_said_and_what_has_a_name_is_still_found(qtbot, desk, window, tmp_path):
    (tmp_path / "file").write_text("no folder")
    line = SearchLine(desk, light_theme(), tmp_path / "file" / "search.db", window)
    window.setCentralWidget(line)
    window.show()
    line.setText("mål")
    line.search()
    qtbot.waitUntil(lambda: titles(line) == ["Principles", "Headings"])
    assert "search index" in line.popup.summary.text()
    assert line.popup.summary.property("failed") is True


def test_a_damaged_index_is_made_anew(line, seek, tmp_path):
    (tmp_path / "search.db").write_bytes(b"not an index" * 400)
    assert seek("resultatfokus")


def test_the_index_is_let_go_when_the_line_is_gone(qtbot, line, seek):
    seek("resultatfokus")
    searching = line._searching
    assert searching._index is not None
    line.deleteLater()
    qtbot.waitUntil(lambda: searching._index is None)


def test_the_list_stays_inside_the_window(qtbot, line, window, seek):
    seek("kommuner")
    for size in ((1200, 800), (760, 480), (500, 300)):
        window.resize(*size)
        assert window.rect().contains(line.popup.geometry())
        assert line.popup.y() > line.geometry().bottom()


def test_names_that_look_like_html_are_plain_text(line, desk, seek):
    desk.write(desk.add_note("aftale-2009", None), "<img src='file:///x'> hjemmestrik")
    seek("hjemmestrik")
    assert group(line, "Notes")[0].text == "<img src='file:///x'> hjemmestrik"
    assert not line.popup.grab().isNull()


def test_can_be_dressed_anew(line, seek):
    seek("kommuner")
    line.restyle(dark_theme())
    assert not line.popup.grab().isNull()


def test_everything_has_a_name(line):
    assert all(part.accessibleName() for part in (line, line.popup, line.popup.list))


def test_what_is_read_aloud_has_the_words_and_the_place(line, seek):
    seek("mål resultater")
    role = Qt.ItemDataRole.AccessibleTextRole
    assert line.popup.list.currentItem().data(role) == "Styring på mål og resultater, ØA14 · 2   P15 · 2"


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("", (), []),
        ("abc", (), [("abc", False)]),
        ("abc", ((0, 3),), [("abc", True)]),
        ("abcd", ((1, 2),), [("a", False), ("b", True), ("cd", False)]),
        ("abcd", ((2, 4), (0, 3)), [("abc", True), ("d", True)]),
        ("a😀b", ((1, 2),), [("a", False), ("😀", True), ("b", False)]),
    ],
)
def test_a_text_is_cut_where_bold_begins_and_ends(text, spans, expected):
    assert list(pieces(text, spans)) == expected


def test_short_words_are_bold_only_where_a_word_begins():
    text = "mål og formål: målsætning"
    assert [text[start:end] for start, end in bold_spans(text, "mål")] == ["mål", "mål"]
    assert [text[start:end] for start, end in bold_spans(text, "formål")] == ["formål"]


def test_a_long_note_is_cut_around_the_words_sought():
    text = shortened("ord " * 60 + "frist\n" + "ord " * 60, "frist")
    assert text.startswith("…")
    assert text.endswith("…")
    assert "frist" in text[:70]
    assert shortened("kort  og\ngodt", "godt") == "kort og godt"


@pytest.fixture
def many_notes(desk):
    """Write more notes than one turn of the window can look through."""
    time = now()
    words = ("hjemmestrik", "vores linje", "et enkelt ord")
    kept = [
        Note(f"{number:016x}", "aftale-2009", None, f"{words[number % 2]} {number}", (), time, time)
        for number in range(6000)
    ]
    kept.append(Note("f" * 16, "aftale-2014", 2, f"Kun her: {words[2]}", (), time, time))
    desk.notebook.apply([Change(None, note) for note in kept])


def test_among_thousands_of_notes_the_only_one_is_found(line, seek, many_notes):
    seek("et enkelt ord")
    assert [row.text for row in group(line, "Notes")] == ["Kun her: et enkelt ord"]
    assert line.popup.summary.text().endswith("1 note(s)")


def test_of_thousands_of_notes_that_are_found_the_first_are_offered(line, seek, many_notes):
    seek("hjemmestrik")
    assert line.popup.summary.text() == f"the first {MOST} note(s)"
    assert len([row for row in group(line, "Notes") if row.found]) == FIRST


def test_enter_goes_to_what_is_found_as_soon_as_it_is(qtbot, line, desk, many_notes):
    heard = Heard(desk)
    line.begin()
    qtbot.keyClicks(line, "et enkelt ord")
    press(qtbot, line, KEY.Key_Return)
    start = desk.edition("aftale-2014").principle(2).start
    qtbot.waitUntil(lambda: heard.passages == [("aftale-2014", start, start)])
    assert not line.popup.isVisible()


def test_what_is_typed_on_ends_the_search_for_less(qtbot, line, many_notes):
    line.begin()
    line.setText("hjemmestrik")
    line.search()
    line.setText("")
    qtbot.wait(400)
    assert not line.popup.isVisible()
